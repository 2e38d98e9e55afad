"""Pages about who the visitor is: home, sign-up wall, login form, session refresh, verification."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..web import (
    REFRESH_COOKIE,
    SIGNUP_WALL,
    faults_of,
    local_path,
    session_of,
)
from .shell import document, words_of


async def home(request: Request) -> Response:
    words = words_of(request)
    main = f'<div class="hero"><h1>{escape(words["home_h1"])}</h1></div>'
    return document(request, title=words["home_title"], main=main)


async def signup_wall(request: Request) -> Response:
    return join_page(request)


def join_page(request: Request) -> Response:
    """What a guest is offered; on some hosts in place of the sell page and at its address."""
    words = words_of(request)
    main = (
        f'<div class="narrow-page"><h1>{escape(words["select_type_title"])}</h1>'
        '<a class="web_ui__Button__button primary" href="#" '
        f'data-testid="auth-select-type--register-switch">{escape(words["register_switch"])}</a>'
        f'<a href="{SIGNUP_WALL}?ref_url=/items/new">{escape(words["login"])}</a>'
        '<a class="web_ui__Button__button secondary" href="/member/login/email">'
        f"{escape(words['login_switch'])}</a></div>"
    )
    return document(request, title="Vinted", main=main)


async def login_form(request: Request) -> Response:
    words = words_of(request)
    main = (
        f'<div class="narrow-page"><h1>{escape(words["login_title"])}</h1>'
        '<input id="username" name="username" class="c-input__value" '
        f'placeholder="{escape(words["username"])}">'
        '<input id="password" name="password" type="password" class="c-input__value" '
        f'placeholder="{escape(words["password"])}">'
        '<button type="button" class="web_ui__Button__button primary">'
        f"{escape(words['continue'])}</button></div>"
    )
    return document(request, title="Vinted", main=main)


async def session_refresh(request: Request) -> Response:
    """Renews the session by script; a stale refresh token leaves the visitor here."""
    target = local_path(request.query_params.get("ref_url"))
    if REFRESH_COOKIE not in request.cookies and session_of(request) is None:
        return RedirectResponse(f"{SIGNUP_WALL}?ref_url={target}", 302)
    stuck = faults_of(request).stale_refresh == "hang"
    main = '<div class="narrow-page"><div class="spinner" role="progressbar"></div></div>'
    payload = {"refresh": {"target": target, "stuck": stuck}}
    return document(request, title="Vinted", main=main, scripts=("refresh.js",), payload=payload)


async def verification(request: Request) -> Response:
    words = words_of(request)
    main = (
        f'<div class="narrow-page"><h1>{escape(words["verify_title"])}</h1>'
        f"<p>{escape(words['verify_text'])}</p></div>"
    )
    return document(request, title="Vinted", main=main)


async def phone_verification(request: Request) -> Response:
    words = words_of(request)
    main = (
        f'<div class="narrow-page"><h1>{escape(words["verify_phone"])}</h1>'
        '<input id="phone" type="tel" class="c-input__value"></div>'
    )
    return document(request, title="Vinted", main=main)

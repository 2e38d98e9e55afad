"""The frame of every page: head, header with who is signed in, payload, consent, scripts.

Owns what all pages have in common; a page gives its title, its main part and its scripts.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from ..block_pages import BLOCKED
from ..catalogue.data import children, picker_roots
from ..catalogue.labels import ISO_LOCALE, html_lang, texts
from ..challenges import FRAMES
from ..members import Account
from ..web import faults_of, locale_of, session_of, state_of

MARKETS = (
    *("fr-FR", "fr-BE", "fr-LU", "es-ES", "it-IT", "de-DE", "de-AT", "nl-NL", "pt-PT", "lt-LT"),
    *("lv-LV", "et-EE", "sl-SI", "fi-FI", "el-GR", "en-IE", "sk-SK", "hr-HR", "pl-PL", "cs-CZ"),
    *("hu-HU", "ro-RO", "sv-SE", "da-DK", "en-GB", "en-US"),
)
BELL = (
    '<svg viewBox="0 0 24 24"><path d="M12 22a2.5 2.5 0 0 0 2.5-2.5h-5A2.5 2.5 0 0 0 12 22z'
    'm7-6V11a7 7 0 0 0-5.5-6.8V3.5a1.5 1.5 0 0 0-3 0v.7A7 7 0 0 0 5 11v5l-2 2v1h18v-1z"/></svg>'
)
STYLES = "".join(
    f'<link rel="stylesheet" href="/static/{name}.css">' for name in ("shell", "form", "wardrobe")
)
DECOYS = (
    '<script async src="https://www.google.com/recaptcha/api.js?render=6LdStandIn"></script>'
    '<script async src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
    '<iframe src="{recaptcha}" title="recaptcha" style="display:none"></iframe>'
    '<iframe src="{datadome}" width="0" height="0" style="visibility:hidden;border:0"></iframe>'
)

Words = dict[str, Any]


def words_of(request: Request) -> Words:
    return texts(locale_of(request), faults_of(request))


def document(
    request: Request,
    *,
    title: str,
    main: str,
    scripts: tuple[str, ...] = (),
    payload: dict[str, Any] | None = None,
    status: int = 200,
) -> HTMLResponse:
    modules = "".join(
        f'<script type="module" src="/static/{name}"></script>'
        for name in ("watch.js", *scripts, *_session_script(request))
    )
    html = (
        f"<!DOCTYPE html>\n{_head(request, title)}\n<body>\n"
        f'{_header(request)}\n<main class="site"><div id="content"><div class="regular-container">'
        f'{_notice(request)}{main}</div></div></main>\n<div id="layer"></div>\n'
        f"{_payload(request, payload or {})}{_consent(request)}{_decoys(request)}{modules}\n"
        "</body></html>"
    )
    return HTMLResponse(html, status)


def _session_script(request: Request) -> tuple[str, ...]:
    asks = faults_of(request).own_current_call and request.url.path != "/session-refresh"
    return ("session.js",) if asks else ()


def _notice(request: Request) -> str:
    """A harmless card that speaks of blocked sessions, on an ordinary page."""
    faults = faults_of(request)
    if not faults.blocked_notice:
        return ""
    words = BLOCKED.get(faults.block_words, BLOCKED["fr"])
    return (
        f'<aside class="web_ui__Card__card" id="help-notice"><h2>{escape(words.title)} ?</h2>'
        f"<p>{escape(words.text)}</p></aside>"
    )


def _head(request: Request, title: str) -> str:
    locale = locale_of(request)
    path = request.url.path
    alternates = "".join(
        f'<link rel="alternate" hreflang="{market}" href="{escape(path)}">' for market in MARKETS
    )
    return (
        f'<html lang="{html_lang(locale)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta name="iso-locale" content="{ISO_LOCALE[locale]}">\n'
        f'<meta name="accept-language" content="{ISO_LOCALE[locale].lower()}">\n'
        f'<link rel="canonical" href="{escape(path)}">{alternates}\n'
        f"{STYLES}\n"
        '<script async src="/static/datadome/5.1.8/tags.js"></script>\n'
        "</head>"
    )


def _header(request: Request) -> str:
    words = words_of(request)
    search = _search_form(words, "desktop") + _search_form(words, "mobile")
    session = session_of(request)
    who = _member_menu(request, session.account) if session else _guest_menu(words)
    sell = f'<a class="sell-link" href="/items/new" rel="nofollow">{escape(words["sell_link"])}</a>'
    return (
        '<header class="l-header"><div class="l-header__inner"><a class="logo" href="/">Vinted</a>'
        f'{search}<nav class="l-header__menu">{who}{sell}</nav></div>{_catalogue(request)}</header>'
    )


def _catalogue(request: Request) -> str:
    """The menu of categories, which repeats names of the form's list."""
    faults, locale = faults_of(request), locale_of(request)
    if not faults.header_categories or faults.form == "may":
        return ""
    links = "".join(
        f'<li><a href="/catalog/{row.id}">{escape(row.title[locale])}</a></li>'
        for row in children()[None]
        if row.id in picker_roots()
    )
    return f'<nav class="l-header__catalogue"><ul>{links}</ul></nav>'


def _search_form(words: Words, kind: str) -> str:
    return (
        f'<form action="/catalog" method="get" class="header-search is-{kind}"><input type="search"'
        f' name="search_text" autocomplete="off" placeholder="{escape(words["search"])}"></form>'
    )


def _guest_menu(words: Words) -> str:
    return (
        '<a class="guest-link" href="/member/signup/select_type?ref_url=/" '
        f'data-testid="header--login-button">{escape(words["login"])}</a>'
    )


def _member_menu(request: Request, account: Account) -> str:
    words = words_of(request)
    login = escape(faults_of(request).header_login or account.login)
    return (
        f'<a href="/inbox" class="header-icon" data-testid="header-conversations-button" '
        f'aria-label="{escape(words["inbox"])}">✉</a>'
        f'<button type="button" class="header-icon" data-testid="header-notification-button" '
        f'aria-label="{escape(words["notifications"])}">{BELL}</button>'
        f'<a href="/member/items/favourite_list" class="header-icon" '
        f'aria-label="{escape(words["favourites"])}">♡</a>'
        '<button type="button" id="user-menu-button" data-testid="user-menu-button">'
        f'<figure class="header-avatar"><img src="/static/avatar.svg" alt="{login}"></figure>'
        "</button>"
    )


def _payload(request: Request, extra: dict[str, Any]) -> str:
    """The page's data in the way Next.js streams it: a string inside a script."""
    data = {
        "CSRF_TOKEN": state_of(request).csrf_token,
        "locale": locale_of(request),
        "iso_locale": ISO_LOCALE[locale_of(request)],
        "renewed_after": faults_of(request).late_session_seconds,
        **extra,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    flight = json.dumps(text, ensure_ascii=False)
    safe = flight.replace("</", "<\\/")
    return f"<script>self.__next_f=self.__next_f||[];self.__next_f.push([1,{safe}])</script>\n"


def _consent(request: Request) -> str:
    words, faults = words_of(request), faults_of(request)
    settings = {
        "enabled": faults.cookie_banner,
        "delay": faults.cookie_banner_delay,
        "title": words["cookie_title"],
        "text": words["cookie_text"],
        "accept": words["cookie_accept"],
        "reject": words["cookie_reject"],
        "settings": words["cookie_settings"],
        "close": words["close"],
    }
    return (
        f'<script type="application/json" id="consent-settings">{json.dumps(settings)}</script>'
        '<script type="module" src="/static/onetrust.js"></script>\n'
    )


def _decoys(request: Request) -> str:
    if not faults_of(request).decoys:
        return ""
    frames = {name: escape(address) for name, address in FRAMES.items()}
    return DECOYS.format(recaptcha=frames["recaptcha"], datadome=frames["datadome"])

"""What every route needs: the state behind a request, who is calling, and the usual answers.

Owns the JSON envelope, the known error bodies and the check of the CSRF token; what a route does
with them is its own affair.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, cast
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from .catalogue.data import Locale
from .connection import Reset
from .members import Session
from .state import State
from .switches.faults import Faults, FieldError

ACCESS_COOKIE = "access_token_web"
REFRESH_COOKIE = "refresh_token_web"
SIGNUP_WALL = "/member/signup/select_type"
UNREADABLE = "<!DOCTYPE html><html><head><title>Vinted</title></head><body></body></html>"


class Answer(Exception):
    """Ends a request early with this response."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status_code)
        self.response = response


def state_of(request: Request) -> State:
    return cast(State, request.app.state.standin)


def faults_of(request: Request) -> Faults:
    return state_of(request).faults


def locale_of(request: Request) -> Locale:
    """The language of the pages; that of the host unless the switch says otherwise."""
    state = state_of(request)
    chosen = state.faults.page_language
    return state.options.locale if chosen == "host" else chosen


def session_of(request: Request) -> Session | None:
    return state_of(request).members.session(request.cookies.get(ACCESS_COOKIE))


def ok(payload: dict[str, Any] | None = None) -> JSONResponse:
    return JSONResponse({**(payload or {}), "code": 0, "message": "Ok", "message_code": "ok"})


def problem(status: int, code: int, message_code: str, message: str) -> JSONResponse:
    body = {"code": code, "message": message, "message_code": message_code, "errors": []}
    return JSONResponse(body, status)


def unauthorized() -> JSONResponse:
    message = "Jeton d'authentification invalide"
    return problem(401, 100, "invalid_authentication_token", message)


def access_denied() -> JSONResponse:
    return problem(403, 106, "access_denied", "Access denied")


def not_found() -> JSONResponse:
    return problem(404, 104, "not_found", "Not found")


def invalid(errors: Iterable[FieldError]) -> JSONResponse:
    rows = [asdict(error) for error in errors]
    # The whole refusal as captured: 2026-11-28, audit of full bodies, H.
    body = {"code": 99, "message": "Validation error", "message_code": "validation_error"}
    return JSONResponse(body | {"errors": rows, "payload": {}}, 400)


def without_upload_session() -> JSONResponse:
    """A create or a draft without its upload_session_id: 2026-11-28, audit of bodies, H."""
    return JSONResponse({"code": 105}, 500)


def gone() -> HTMLResponse:
    """What addresses that were taken away answer since 2026-08-05 (live, 1 source, M)."""
    return HTMLResponse("<!DOCTYPE html><html><body><h1>Page not found</h1></body></html>", 404)


def failed(status: int = 500) -> HTMLResponse:
    return HTMLResponse("<html><body><h1>Sorry, something went wrong</h1></body></html>", status)


def member(request: Request) -> Session:
    """The caller's session; anyone else gets the 401 of an expired token."""
    session, state = session_of(request), state_of(request)
    if session is None:
        raise Answer(unauthorized())
    if state.unauthorized:
        raise Answer(unauthorized() if state.faults.unauthorized_as == 401 else access_denied())
    if state.faults.anon_id_demanded and not request.headers.get("x-anon-id"):
        raise Answer(access_denied())
    return session


def writer(request: Request) -> Session:
    """Like member, and the page's CSRF token must be there."""
    session = member(request)
    given = request.headers.get("x-csrf-token", "")
    if not secrets.compare_digest(given, state_of(request).csrf_token):
        raise Answer(access_denied())
    return session


def expire_at(request: Request, step: str) -> None:
    """Refuses the session's API calls from here on when this is the step to do so."""
    state = state_of(request)
    if state.faults.unauthorized_at == step:
        state.unauthorized = True


async def body_of(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Answer(problem(400, 99, "validation_error", "Not a JSON object"))
    return body


async def latency(request: Request, seconds: float) -> None:
    if not await state_of(request).pause(seconds):
        raise Answer(Reset())


def wall(request: Request) -> RedirectResponse:
    """To the sign-up wall, which leads back here."""
    return RedirectResponse(f"{SIGNUP_WALL}?ref_url={quote(request.url.path)}", 302)


def local_path(target: str | None) -> str:
    """A path of this site, whatever was asked for."""
    safe = target is not None and target.startswith("/") and not target.startswith("//")
    return target if safe and target is not None else "/"

"""The outermost layer: every request passes it before a route sees it.

Owns the request log, the Content-Security-Policy that keeps traffic on this machine, the site-wide
faults (down, slow), the bounce of page loads whose session has run out, and obstacles that stand
in front of a page.
"""

from __future__ import annotations

import uuid
from fnmatch import fnmatchcase
from urllib.parse import quote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import challenges
from .connection import Unanswered
from .ledger import Request as LoggedRequest
from .state import State
from .web import (
    ACCESS_COOKIE,
    Answer,
    faults_of,
    latency,
    session_of,
    state_of,
)

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; frame-src 'self'; connect-src 'self'; object-src 'none'"
)
OWN_PATHS = ("/__standin__", "/relay/")
ASSET_PATHS = ("/static", "/photos/", "/cdn-cgi/", "/favicon.ico")
CALL_PATHS = ("/api/", "/web/api/", "/shipping-estimation/")
CALLS_ONLY = ("non_json",)
"""Obstacles that exist as answers of calls only."""
CALM_PAGES = ("/session-refresh", "/users/verification", "/member/signup", "/member/login")
GUEST_TOKEN = "guest"  # noqa: S105 - the marker of a guest's token, no secret


class Gate:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(OWN_PATHS):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        exchange = Exchange(request, send)
        try:
            early = await _answer(request)
            await (early or self.app)(scope, receive, exchange.send)
        finally:
            exchange.log()


class Exchange:
    """One request and the answer that goes out for it."""

    def __init__(self, request: Request, send: Send) -> None:
        self.request = request
        self.state: State = state_of(request)
        self.at = self.state.elapsed
        # A market made anew meanwhile has seen nothing of it.
        self._ledger = self.state.ledger
        self.status = 0
        self._send = send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = POLICY
            headers.setdefault("Cache-Control", "no-store")
            if is_page(self.request):
                self._add_visitor_cookies(headers)
        await self._send(message)

    def _add_visitor_cookies(self, headers: MutableHeaders) -> None:
        """What every visitor gets, signed in or not."""
        cookies = self.request.cookies
        for name in ("anon_id", "_vinted_fr_session", "v_udt"):
            if name not in cookies:
                headers.append("set-cookie", f"{name}={uuid.uuid4()}; Path=/; SameSite=Lax")
        if self.state.faults.guest_token and ACCESS_COOKIE not in cookies:
            token = f"{ACCESS_COOKIE}={GUEST_TOKEN}-{uuid.uuid4()}; Path=/; HttpOnly; SameSite=Lax"
            headers.append("set-cookie", token)

    def log(self) -> None:
        self._ledger.requests.append(self._row())
        self._ledger.saw_user_agent(self.request.headers.get("user-agent", ""))

    def _row(self) -> LoggedRequest:
        request, headers = self.request, self.request.headers
        return LoggedRequest(
            at=self.at,
            method=request.method,
            path=request.url.path,
            status=self.status,
            cookies=tuple(sorted(request.cookies)),
            kind=kind_of(request),
            dest=headers.get("sec-fetch-dest", ""),
            mode=headers.get("sec-fetch-mode", ""),
            referer=urlsplit(headers.get("referer", "")).path,
            locale=headers.get("locale", ""),
            has_anon_id=bool(headers.get("x-anon-id")),
        )


def kind_of(request: Request) -> str:
    """The request's kind in the ledger."""
    path = request.url.path
    if path.startswith(ASSET_PATHS):
        return "asset"
    if is_page(request):
        return "page"
    if request.method not in ("GET", "HEAD"):
        return "write"
    if path.startswith("/api/v2/wardrobe/"):
        return "wardrobe"
    return "who" if path == "/api/v2/users/current" else "read"


def is_page(request: Request) -> bool:
    return not request.url.path.startswith((*ASSET_PATHS, *CALL_PATHS))


async def _answer(request: Request) -> Response | None:
    try:
        return await early_answer(request)
    except Answer as raised:
        return raised.response


async def early_answer(request: Request) -> Response | None:
    """The answer that keeps the request from reaching its route, if any."""
    path, faults = request.url.path, state_of(request).faults
    if path.startswith(ASSET_PATHS):
        return None
    page = is_page(request)
    if any(fnmatchcase(path, pattern) for pattern in faults.hanging_paths):
        return Unanswered()
    await latency(request, _seconds(request, faults.slow_pages if page else faults.slow_api))
    if faults.site_down:
        return HTMLResponse("<html><body><h1>503 Service Unavailable</h1></body></html>", 503)
    if not page:
        return _unreadable(request)
    return None if path.startswith(CALM_PAGES) else _before_page(request)


def _seconds(request: Request, default: float) -> float:
    """The latency of this address: the longest of the patterns that fit, else the default."""
    rows = faults_of(request).slow_paths.items()
    fitting = [seconds for pattern, seconds in rows if fnmatchcase(request.url.path, pattern)]
    return max(fitting, default=default)


def _in_front(request: Request) -> bool:
    faults = state_of(request).faults
    return faults.challenge != "none" and faults.challenge_at == "navigation"


def _unreadable(request: Request) -> Response | None:
    garbled = state_of(request).faults.challenge == "non_json" and _in_front(request)
    return challenges.for_call(request) if garbled and request.method == "GET" else None


def _before_page(request: Request) -> Response | None:
    if elsewhere := state_of(request).faults.other_market:
        return RedirectResponse(f"{elsewhere}{request.url.path}", 302)
    if _must_refresh(request):
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/session-refresh?ref_url={quote(target)}", 302)
    if _in_front(request) and faults_of(request).challenge not in CALLS_ONLY:
        return challenges.for_page(request)
    if session := session_of(request):
        state_of(request).members.note_visit(session.account)
    return None


def _must_refresh(request: Request) -> bool:
    state = state_of(request)
    token = request.cookies.get(ACCESS_COOKIE)
    if not token or token.startswith(GUEST_TOKEN):
        return False
    if session_of(request) is None:
        return True
    if state.faults.session_rotation:
        state.patch_faults({"session_rotation": False})
        return True
    return False

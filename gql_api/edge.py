"""What a request passes before one of our routes sees it: id, headers, host, origin, size.

Plain ASGI around single routes, so that routes attached to a host application bring their own
rules and leave the host's alone. Who may call is decided by `access`; how a refusal looks is the
transport's matter, which hands its renderer in.
"""

import re
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import structlog
from starlette._utils import get_route_path
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Send
from starlette.types import Scope as Connection

from gql_api import wire
from gql_api.access import BY_ADDRESS, NOBODY, Access, Caller, Scope
from gql_api.addresses import PARAMETER, Addresses
from gql_api.callers import Callers
from gql_api.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    PhotoTooLarge,
    ServiceError,
    Unauthenticated,
)
from gql_api.gathering import gathered
from gql_api.store.trouble import REQUEST_SECONDS, patient_for
from gql_api.texts import speaking, speech

_log = structlog.get_logger(__name__)

JSON_LIMIT: Final = 1024 * 1024
_REQUEST_ID: Final = "fripier.request_id"
_CALLER: Final = "fripier.caller"
_ENDED: Final = (
    "This address was good for a while only. Ask for the photo or job again: its answer has a "
    "fresh one."
)
_DENIAL: Final = "websocket.http.response"
"""ASGI's extension by which a socket is refused with an answer; without it, with a bare 403."""
_GIVEN_ID: Final = re.compile(r"[A-Za-z0-9._:-]{8,128}")

EXPOSED: Final = (
    "Allow, ETag, Idempotent-Replayed, Link, Location, Preference-Applied, RateLimit, "
    "RateLimit-Policy, Retry-After, X-Request-Id"
)
ACCEPTED: Final = (
    "Accept, Apollo-Require-Preflight, Authorization, Cache-Control, Content-Type, "
    "GraphQL-Require-Preflight, Idempotency-Key, If-None-Match, Last-Event-ID, Prefer, X-Account, "
    "X-API-Key, X-Apollo-Operation-Name, X-Request-Id"
)
SECURITY_HEADERS: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}

Renderer = Callable[[HTTPConnection, ServiceError], Response]


class BodyTooLarge(InvalidInput):
    code = "body_too_large"
    status = 413
    title = "Body too large"


class NoSuchMethod(InvalidInput):
    code = "method_not_allowed"
    status = 405
    title = "Method not allowed"


class NotAcceptable(InvalidInput):
    code = "not_acceptable"
    status = 406
    title = "Not acceptable"


class UnsupportedMedia(InvalidInput):
    code = "unsupported_media_type"
    status = 415
    title = "Unsupported media type"


_HTTP_ERRORS: Final[Mapping[int, type[ServiceError]]] = {
    error.status: error
    for error in (
        InvalidInput,
        NotFound,
        BodyTooLarge,
        NoSuchMethod,
        NotAcceptable,
        UnsupportedMedia,
    )
}


def request_id(connection: HTTPConnection) -> str:
    """The id that this request has in the logs and in its answer."""
    return str(connection.scope.get(_REQUEST_ID, ""))


def note_caller(connection: HTTPConnection, caller: Caller) -> None:
    """Keep who calls with the request, for what has to name them."""
    connection.scope[_CALLER] = caller


def caller(connection: HTTPConnection) -> Caller:
    """Who calls, as was found out for this request; nobody before that."""
    found: Caller = connection.scope.get(_CALLER, NOBODY)
    return found


def public_base(connection: HTTPConnection) -> str:
    """The address of this service as the caller reaches it, without a slash at its end."""
    scheme = {"ws": "http", "wss": "https"}.get(connection.base_url.scheme)
    base = connection.base_url.replace(scheme=scheme) if scheme else connection.base_url
    return str(base).rstrip("/")


@dataclass(frozen=True, slots=True)
class Media:
    """Where a caller's pictures can be seen: `sign` makes a path one that needs no key."""

    base: str
    sign: Callable[[str], str]

    def photo(self, photo_id: str) -> str:
        """Where a photo can be seen."""
        return self._at(f"/vinted/photos/{photo_id}")

    def kept_picture(self, picture_id: str) -> str:
        """Where a picture that a receipt names can be seen."""
        return self._at(f"/vinted/pictures/{picture_id}")

    def picture(self, job_id: str) -> str:
        """Where the picture of a job's filled form can be seen."""
        return self._at(f"/vinted/jobs/{job_id}/picture")

    def _at(self, path: str) -> str:
        return f"{self.base}{self.sign(path)}"


@dataclass(frozen=True, slots=True)
class Edge:
    """Wraps the ASGI applications of our routes with the rules of one service."""

    access: Access
    callers: Callers
    addresses: Addresses

    def wrap(
        self,
        app: ASGIApp,
        render: Renderer,
        *,
        upload_limit: int = JSON_LIMIT,
        public: bool = False,
        signed: bool = False,
    ) -> ASGIApp:
        """The application behind every rule; a `public` one is answered without a key.

        A `signed` one shows a picture to whoever has an address with the leave to see it.
        `upload_limit` bounds multipart bodies, every other one stays under `JSON_LIMIT`.
        """
        media = self.addresses if signed else None
        guarded = _Guarded(
            _Counted(app, upload_limit), self.access, None if public else self.callers, media
        )
        return _Identified(_Headed(_Rendered(guarded, render), self.access, self.callers))


class _Identified:
    """Gives the request its id and its language, and writes one line of log per answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        given = Headers(scope=scope).get("x-request-id", "")
        scope[_REQUEST_ID] = given if _GIVEN_ID.fullmatch(given) else uuid.uuid4().hex
        status, started = 0, time.perf_counter()

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        named = structlog.contextvars.bound_contextvars(request_id=scope[_REQUEST_ID])
        accepted = ", ".join(Headers(scope=scope).getlist("accept-language"))
        with named, patient_for(REQUEST_SECONDS), speaking(accepted):
            await self._app(scope, receive, noted)
            took = round((time.perf_counter() - started) * 1000, 1)
            method = scope.get("method", "WEBSOCKET")
            _log.info("request", method=method, path=scope["path"], status=status, ms=took)


class _Headed:
    """Adds the headers of every answer, says to browsers who may read it, answers preflights."""

    def __init__(self, app: ASGIApp, access: Access, callers: Callers) -> None:
        self._app = app
        self._access = access
        self._callers = callers

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        await self._callers.look()
        shared = _sharing(asked, self._access)

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), shared, scope[_REQUEST_ID])
            await send(message)

        readable = "Access-Control-Allow-Origin" in shared
        app = _preflight(asked) if readable and _is_preflight(scope, asked) else self._app
        await app(scope, receive, headed)


def _sharing(asked: Headers, access: Access) -> Mapping[str, str]:
    """What lets a page of another origin read the answer; the guard refuses the other pages."""
    from_elsewhere = asked.get("sec-fetch-site") in {"cross-site", "same-site"}
    policy = "cross-origin" if from_elsewhere else "same-origin"
    origin = asked.get("origin")
    if origin is None or not access.origin_allowed(origin, asked.get("host", "")):
        return {"Cross-Origin-Resource-Policy": policy}
    return {
        "Cross-Origin-Resource-Policy": policy,
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Expose-Headers": EXPOSED,
    }


def _add_headers(headers: MutableHeaders, shared: Mapping[str, str], identity: str) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)
    headers.update(shared)
    headers.add_vary_header("Origin")
    if spoken := speech().headers():
        headers.update(spoken)
        headers.add_vary_header("Accept-Language")
    headers["X-Request-Id"] = identity


def _is_preflight(scope: Connection, headers: Headers) -> bool:
    return scope["method"] == "OPTIONS" and "access-control-request-method" in headers


def _preflight(asked: Headers) -> ASGIApp:
    response = Response(
        status_code=204,
        headers={
            "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
            "Access-Control-Allow-Headers": ACCEPTED,
            "Access-Control-Max-Age": "600",
        },
    )
    if asked.get("access-control-request-private-network") == "true":
        response.headers["Access-Control-Allow-Private-Network"] = "true"
    return response


class _Rendered:
    """The one place where a transport's errors become answers; the unexpected is masked."""

    def __init__(self, app: ASGIApp, render: Renderer) -> None:
        self._app = app
        self._render = render

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except ClientDisconnect:
            _log.info("client_left")
        except Exception as error:
            if started:
                raise
            await self._refuse(expected(error), scope, receive, send)

    async def _refuse(
        self, error: ServiceError, scope: Connection, receive: Receive, send: Send
    ) -> None:
        if scope["type"] == "websocket" and _DENIAL not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008, "reason": error.code})
            return
        await self._render(HTTPConnection(scope), error)(scope, receive, send)


def expected(error: Exception) -> ServiceError:
    """The error as the caller may see it; what nobody expected is logged and masked."""
    if isinstance(error, ServiceError):
        return error
    if isinstance(error, HTTPException):
        kind = _HTTP_ERRORS.get(error.status_code, InvalidInput)
        return kind(error.detail)
    _log.error("unexpected_error", exc_info=error)
    return ServiceError("This is our fault. Try again, and report the request id if it stays.")


class _Guarded:
    """Refuses wrong hosts, pages of other sites, and callers that nobody knows."""

    def __init__(
        self, app: ASGIApp, access: Access, callers: Callers | None, media: Addresses | None
    ) -> None:
        self._app = app
        self._access = access
        self._callers = callers
        self._media = media

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        self._access.check_host(connection.headers)
        self._access.check_page(connection.headers)
        if self._callers:
            note_caller(connection, await self._caller(connection, self._callers))
        await self._app(scope, receive, send)

    async def _caller(self, connection: HTTPConnection, callers: Callers) -> Caller:
        given = connection.query_params.get(PARAMETER)
        looks = connection.scope.get("method") in {"GET", "HEAD"}
        if self._media is None or given is None or not looks:
            return await callers.authenticate(connection.headers)
        leave = self._media.read(get_route_path(connection.scope), given)
        if leave and not leave.ended:
            return Caller(id=BY_ADDRESS, owner=leave.owner, scopes=frozenset({Scope.READ}))
        try:
            return await callers.authenticate(connection.headers)
        except Unauthenticated:
            if leave:
                raise Forbidden(_ENDED, code="address_expired") from None
            raise


class _Counted:
    """Refuses a body past the limit by its declared length, and else as its bytes arrive."""

    def __init__(self, app: ASGIApp, upload_limit: int) -> None:
        self._app = app
        self._upload_limit = upload_limit

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        check = self._check(headers)
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            check(received)
            return message

        await self._app(scope, gathered(counted) if _is_form(headers) else counted, send)

    def _check(self, headers: Headers) -> Callable[[int], None]:
        uploads = _is_form(headers)
        limit = self._upload_limit if uploads else JSON_LIMIT
        too_large = PhotoTooLarge if uploads else BodyTooLarge

        def check(size: int) -> None:
            if size > limit:
                raise too_large(f"Send at most {limit:,} bytes in one request.")

        declared = headers.get("content-length", "0")
        check(int(declared) if declared.isascii() and declared.isdecimal() else 0)
        return check


def _is_form(headers: Headers) -> bool:
    return wire.media_type(headers.get("content-type")) == "multipart/form-data"

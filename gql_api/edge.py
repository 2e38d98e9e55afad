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
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql_api import wire
from gql_api.access import Access, Caller
from gql_api.errors import InvalidInput, NotFound, PhotoTooLarge, ServiceError
from gql_api.store.trouble import REQUEST_SECONDS, patient_for
from gql_api.texts import speaking, speech

_log = structlog.get_logger(__name__)

JSON_LIMIT: Final = 1024 * 1024
_REQUEST_ID: Final = "fripier.request_id"
_CALLER: Final = "fripier.caller"
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
    """Who calls, as access has found out for this request."""
    found: Caller = connection.scope[_CALLER]
    return found


def public_base(connection: HTTPConnection) -> str:
    """The address of this service as the caller reaches it, without a slash at its end."""
    scheme = {"ws": "http", "wss": "https"}.get(connection.base_url.scheme)
    base = connection.base_url.replace(scheme=scheme) if scheme else connection.base_url
    return str(base).rstrip("/")


def photo_address(base: str, photo_id: str) -> str:
    """Where a photo can be seen."""
    return f"{base}/vinted/photos/{photo_id}"


def kept_picture_address(base: str, picture_id: str) -> str:
    """Where a picture that a receipt names can be seen."""
    return f"{base}/vinted/pictures/{picture_id}"


def picture_address(base: str, job_id: str) -> str:
    """Where the picture of a job's filled form can be seen."""
    return f"{base}/vinted/jobs/{job_id}/picture"


@dataclass(frozen=True, slots=True)
class Edge:
    """Wraps the ASGI applications of our routes with the rules of one service."""

    access: Access

    def wrap(
        self,
        app: ASGIApp,
        render: Renderer,
        *,
        upload_limit: int = JSON_LIMIT,
        public: bool = False,
    ) -> ASGIApp:
        """The application behind every rule; a `public` one is answered without a key.

        `upload_limit` bounds multipart bodies, every other one stays under `JSON_LIMIT`.
        """
        guarded = _Guarded(_Counted(app, upload_limit), self.access, public)
        return _Identified(_Headed(_Rendered(guarded, render), self.access))


class _Identified:
    """Gives the request its id and its language, and writes one line of log per answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
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

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
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


def _is_preflight(scope: Scope, headers: Headers) -> bool:
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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
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
        self, error: ServiceError, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if scope["type"] == "websocket":
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
    """Refuses wrong hosts, pages of other sites, and callers that access does not know."""

    def __init__(self, app: ASGIApp, access: Access, public: bool) -> None:
        self._app = app
        self._access = access
        self._public = public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        self._access.check_host(headers)
        self._access.check_page(headers)
        if not self._public:
            note_caller(HTTPConnection(scope), self._access.authenticate(headers))
        await self._app(scope, receive, send)


class _Counted:
    """Refuses a body past the limit by its declared length, and else as its bytes arrive."""

    def __init__(self, app: ASGIApp, upload_limit: int) -> None:
        self._app = app
        self._upload_limit = upload_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        check = self._check(Headers(scope=scope))
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            check(received)
            return message

        await self._app(scope, counted, send)

    def _check(self, headers: Headers) -> Callable[[int], None]:
        uploads = wire.media_type(headers.get("content-type")) == "multipart/form-data"
        limit = self._upload_limit if uploads else JSON_LIMIT
        too_large = PhotoTooLarge if uploads else BodyTooLarge

        def check(size: int) -> None:
            if size > limit:
                raise too_large(f"Send at most {limit:,} bytes in one request.")

        declared = headers.get("content-length", "0")
        check(int(declared) if declared.isascii() and declared.isdecimal() else 0)
        return check

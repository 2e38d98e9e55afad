"""What a request passes before one of our routes sees it: id, headers, host, origin, size.

Plain ASGI around single routes, so that routes attached to a host application bring their own
rules and leave the host's alone. Who may call is decided by `origins`; how a refusal looks is the
transport's matter, which hands its renderer in.
"""

import asyncio
import re
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import Final

import structlog
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Send
from starlette.types import Message as AsgiMessage
from starlette.types import Scope as Connection

from browser.messages import Message
from gql_api.auth.authenticator import Callers
from gql_api.domain.caller import ANONYMOUS, BY_ADDRESS, NOBODY, OF_AGENTS, Caller, Scope
from gql_api.errors import (
    Forbidden,
    InvalidInput,
    KeyMayPublish,
    NotFound,
    ServiceError,
    Unauthenticated,
)
from gql_api.http.addresses import PUBLIC_URL, own_path, reference
from gql_api.http.body_buffer import BodyTooLarge, bounded
from gql_api.http.console_cookie import carried
from gql_api.http.cors import is_preflight, preflight, reading, sharing
from gql_api.http.malformed import (
    REFUSAL,
    check_coding,
    check_host_field,
    check_method,
    check_query,
)
from gql_api.http.origins import Access
from gql_api.http.proxies import Proxies
from gql_api.http.running import Running
from gql_api.http.shutdown import Shutdown, cut_short
from gql_api.security.signed_urls import PARAMETER, Addresses
from gql_api.storage_errors import REQUEST_SECONDS, patient_for
from gql_api.texts import speaking, speech

_log = structlog.get_logger(__name__)

JSON_LIMIT: Final = 1024 * 1024
_REQUEST_ID: Final = "fripier.request_id"
_CALLER: Final = "fripier.caller"
AGENT: Final = "x-agent"
"""The field by which a call says that an agent makes it, and not a person's own program."""
_ENDED: Final = (
    "This address was good for a while only. Ask for the photo or job again: its answer has a "
    "fresh one."
)
_DENIAL: Final = "websocket.http.response"
"""ASGI's extension by which a socket is refused with an answer; without it, with a bare 403."""
_BEGINNINGS: Final = frozenset({"http.response.start", f"{_DENIAL}.start"})
_GIVEN_ID: Final = re.compile(r"[A-Za-z0-9._:-]{8,128}")

SECURITY_HEADERS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)
"""On every answer that does not say otherwise."""
_OF_EVERY_ANSWER: Final = (b"Origin", b"Sec-Fetch-Site")
"""What decides of each answer who may read it."""
_OF_A_CALLER: Final = (b"Authorization", b"X-API-Key", b"X-Account", b"Cookie")

Fields = list[tuple[bytes, bytes]]
Renderer = Callable[[HTTPConnection, ServiceError], Response]


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


def note_caller(connection: HTTPConnection, caller: Caller, *, agent: bool = False) -> None:
    """Keep who calls with the request, for what has to name them; an agent has less to say.

    One calls where its field is among the headers, or `agent` says so. Raises `KeyMayPublish`
    where it was given a key that says yes for a person.
    """
    if not agent and AGENT not in connection.headers:
        connection.scope[_CALLER] = caller
        return
    if caller.id != ANONYMOUS and Scope.PUBLISH in caller.scopes:
        raise KeyMayPublish(
            "An agent calls with a key or token that may publish, which a person alone decides. "
            "Give it one of its own: fripier keys create agent --scope prepare"
        )
    connection.scope[_CALLER] = replace(caller, scopes=caller.scopes & OF_AGENTS)


def caller(connection: HTTPConnection) -> Caller:
    """Who calls, as was found out for this request; nobody before that."""
    found: Caller = connection.scope.get(_CALLER, NOBODY)
    return found


@dataclass(frozen=True, slots=True)
class RequestMiddleware:
    """Wraps the ASGI applications of our routes with the rules of one service."""

    access: Access
    callers: Callers
    addresses: Addresses
    running: Running
    leaving: Shutdown = field(default_factory=Shutdown)
    proxies: Proxies = field(default_factory=Proxies)
    public_url: str | None = None

    def wrap(
        self,
        app: ASGIApp,
        render: Renderer,
        *,
        upload_limit: int = JSON_LIMIT,
        declared_limit: int | None = None,
        public: bool = False,
        signed: bool = False,
        always: bool = False,
        varies: tuple[str, ...] = (),
    ) -> ASGIApp:
        """The application behind every rule; a `public` one is answered without a key.

        A `signed` one shows a picture to whoever has an address with the leave to see it; one that
        is answered `always` is so by a process that does not run, too.
        `upload_limit` bounds multipart bodies, every other one stays under `JSON_LIMIT`; those that
        declare more, up to `declared_limit`, are read up to it. `varies` names the fields that
        decide of an answer beside those that decide of every one.
        """
        fields = tuple(name.encode() for name in varies)
        return _Route(
            app,
            render,
            self,
            public=public,
            media=self.addresses if signed else None,
            bound=partial(
                bounded, upload_limit=upload_limit, limit=JSON_LIMIT, declared_limit=declared_limit
            ),
            always=always,
            vary=(*fields, *(() if public else _OF_A_CALLER), *_OF_EVERY_ANSWER),
        )


class _Route:
    """One application behind the rules; refusals are rendered, and each answer is a line of log."""

    def __init__(
        self,
        app: ASGIApp,
        render: Renderer,
        edge: RequestMiddleware,
        *,
        public: bool,
        media: Addresses | None,
        bound: Callable[[Receive, Headers], Receive],
        always: bool,
        vary: tuple[bytes, ...],
    ) -> None:
        self._app = app
        self._render = render
        self._always = always
        self._running = edge.running
        self._leaving = edge.leaving
        self._access = edge.access
        self._callers = edge.callers
        self._proxies = edge.proxies
        self._public_url = edge.public_url
        self._public = public
        self._vary = vary
        self._media = media
        self._bound = bound

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        asked, started = Headers(scope=scope), time.perf_counter()
        given = asked.get("x-request-id", "")
        scope[PUBLIC_URL] = self._public_url
        scope[_REQUEST_ID] = given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(16)
        answer = _Answer(scope, send, self._leaving, self._vary)
        named = structlog.contextvars.bound_contextvars(request_id=scope[_REQUEST_ID])
        accepted = ", ".join(asked.getlist("accept-language"))
        with named, patient_for(REQUEST_SECONDS), speaking(accepted):
            await self._answer(scope, receive, answer, asked)
            took = round((time.perf_counter() - started) * 1000, 1)
            method = scope.get("method", "WEBSOCKET")
            _log.info("request", method=method, path=scope["path"], status=answer.status, ms=took)

    async def _answer(
        self, scope: Connection, receive: Receive, answer: "_Answer", asked: Headers
    ) -> None:
        """The one place where a transport's errors become answers; the unexpected is masked."""
        try:
            with self._leaving.answering() if scope["type"] == "http" else nullcontext():
                await self._admit(scope, receive, answer, asked)
        except asyncio.CancelledError:
            if answer.begun or not self._leaving.begun:
                raise
            await self._refuse(cut_short(), scope, receive, answer.send)
        except ClientDisconnect:
            _log.info("client_left")
        except Exception as error:
            if answer.begun:
                raise
            await self._refuse(expected(error), scope, receive, answer.send)

    async def _admit(
        self, scope: Connection, receive: Receive, answer: "_Answer", sent: Headers
    ) -> None:
        """Let in who may, from where they may, with no more than they may send."""
        asked = self._proxies.see_through(scope, sent)
        if scope["type"] == "http":
            await self._share(scope, answer, asked)
            if is_preflight(scope, asked):
                answer.shared = reading(asked)
                await preflight(asked)(scope, receive, answer.send)
                return
        if not self._always:
            self._running.require()
        if scope["type"] == "http":
            check_method(scope["method"])
        check_host_field(scope["headers"])
        self._access.check_host(sent)
        if asked is not sent:  # a page may send the forwarded field as well
            self._access.check_host(asked)
        try:
            self._access.check_page(asked)
        except Forbidden:
            answer.shared = reading(asked)
            raise
        if not self._public:
            connection = HTTPConnection(scope)
            note_caller(connection, await self._caller(connection))
        check_query(scope["query_string"])
        if scope["type"] == "http":
            check_coding(scope["headers"])
            receive = self._bound(receive, asked)
        if scope["path"].endswith("\n"):  # which a route's pattern takes for its end
            raise nothing_at(HTTPConnection(scope))
        await self._app(scope, receive, answer.send)

    async def _share(self, scope: Connection, answer: "_Answer", asked: Headers) -> None:
        """Let the caller's page read what is answered, the first refusals too."""
        if self._running:
            await self._callers.look()
        answer.shared = sharing(asked, self._access)
        if refusal := scope.get(REFUSAL):
            raise refusal

    async def _caller(self, connection: HTTPConnection) -> Caller:
        given = connection.query_params.get(PARAMETER)
        looks = connection.scope.get("method") in {"GET", "HEAD"}
        if self._media is None or given is None or not looks:
            return await self._callers.authenticate(connection.headers, carried(connection))
        leave = self._media.read(own_path(connection), given)
        if leave and not leave.ended:
            return Caller(id=BY_ADDRESS, owner=leave.owner, scopes=frozenset({Scope.READ}))
        try:
            return await self._callers.authenticate(connection.headers, carried(connection))
        except Unauthenticated:
            if leave:
                raise Forbidden(_ENDED, code="address_expired") from None
            raise

    async def _refuse(
        self, error: ServiceError, scope: Connection, receive: Receive, send: Send
    ) -> None:
        if scope["type"] == "websocket" and _DENIAL not in scope.get("extensions", {}):
            code = 1013 if error.status == HTTPStatus.SERVICE_UNAVAILABLE else 1008
            await send({"type": "websocket.close", "code": code, "reason": error.code})
            return
        await self._render(HTTPConnection(scope), error)(scope, receive, send)


def nothing_at(connection: HTTPConnection) -> NotFound:
    """The refusal of a path that leads nowhere."""
    documents = reference(connection, "/vinted/docs")
    return NotFound(Message("There is nothing at this path: see {place}.", place=documents))


class _Answer:
    """What goes back: whether it is begun and how, with the headers of every answer."""

    def __init__(
        self, scope: Connection, send: Send, leaving: Shutdown, vary: tuple[bytes, ...]
    ) -> None:
        self._send = send
        self._leaving = leaving
        self._to_head = scope.get("method") == "HEAD"
        self._may_close = scope["type"] == "http" and scope["http_version"].startswith("1")
        self._request_id: str = scope[_REQUEST_ID]
        self._vary = vary
        self.shared: Mapping[bytes, bytes] = {}
        self.begun = False
        self.status = 0

    async def send(self, message: AsgiMessage) -> None:
        self.begun = True
        self.status = int(message.get("status", self.status))  # which may be an `HTTPStatus`
        if message["type"] in _BEGINNINGS:
            message["headers"] = self._completed(list(message.get("headers", ())))
        elif self._to_head:
            return  # ended with its head, so that a stream is not waited for
        await self._send(message)
        if self._to_head:
            await self._send({"type": "http.response.body"})

    def _completed(self, given: Fields) -> Fields:
        vary = [*(value for name, value in given if name == b"vary"), *self._vary]
        ours = {**self.shared, b"x-request-id": self._request_id.encode()}
        if self._leaving.begun and self._may_close:
            ours[b"connection"] = b"close"  # the next call goes to whoever comes after
        if spoken := speech().headers():
            ours |= {name.lower().encode(): text.encode() for name, text in spoken.items()}
            vary.append(b"Accept-Language")
        ours[b"vary"] = b", ".join(vary)
        kept = [field for field in given if field[0] not in ours]
        names = {name for name, _ in kept}
        usual = [field for field in SECURITY_HEADERS if field[0] not in names]
        return [*kept, *usual, *ours.items()]


def expected(error: Exception) -> ServiceError:
    """The error as the caller may see it; what nobody expected is logged and masked."""
    if isinstance(error, ServiceError):
        return error
    if isinstance(error, HTTPException):
        kind = _HTTP_ERRORS.get(error.status_code, InvalidInput)
        return kind(error.detail)
    _log.error("unexpected_error", exc_info=error)
    return ServiceError("This is our fault. Try again, and report the request id if it stays.")

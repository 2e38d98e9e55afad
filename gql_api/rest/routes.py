"""The paths of the REST transport, the older backend's among them, as `operations` lists them.

What they do is `actions`', how errors look `problems`'. Everything is wrapped route by route.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as AsgiMessage

from browser.messages import Message
from gql_api.domain.caller import NOBODY
from gql_api.http import conditional, parsing
from gql_api.http.addresses import public_base
from gql_api.http.middleware import (
    JSON_LIMIT,
    NoSuchMethod,
    NotAcceptable,
    RequestMiddleware,
    caller,
    nothing_at,
)
from gql_api.http.rate_limit import Counting, RateLimitFields
from gql_api.http.shutdown import Shutdown
from gql_api.limits.rate_limiter import CallerLimits, Limits
from gql_api.limits.stream_quota import OpenStreams
from gql_api.media.photo_limits import MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES, MAX_UPLOAD_TOTAL_BYTES
from gql_api.observability.monitor import Monitor
from gql_api.rest import monitoring, problems, streams
from gql_api.rest.actions import Call
from gql_api.rest.console_session import ATTEMPTS_PER_MINUTE, SignIn
from gql_api.rest.openapi import document
from gql_api.rest.operations import OPERATIONS, Operation
from gql_api.rest.worded import worded
from gql_api.service.service import Service
from gql_api.texts import say, speaking, speech

JSON: Final = "application/json"
UPLOAD_LIMIT: Final = MAX_UPLOAD_BYTES + 64 * 1024
INGEST_LIMIT: Final = MAX_UPLOAD_TOTAL_BYTES + 64 * 1024
_LIMITS: Final = {
    None: JSON_LIMIT,
    "file": UPLOAD_LIMIT,
    "files": INGEST_LIMIT,
    "import": INGEST_LIMIT,
}
"""What a body may have, by its form."""
_DECLARED: Final[Mapping[str | None, int]] = {"files": MAX_UPLOAD_FILES * UPLOAD_LIMIT}
"""Beyond that, where each of several files is told of as far as they are read."""
_VARIES: Final = ("Accept",)
"""It decides of the form of each answer, or that there is none (406)."""

Action = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Place:
    """A path with its operations, whose rules it has."""

    path: str
    methods: Mapping[str, Callable[[Call], Awaitable[Response]]]
    produces: Sequence[str]
    form: str | None
    rates: Mapping[str, str]
    """The limiter of each method that has one; requests of the others are counted as operations."""
    public: bool
    signed: bool
    always: bool

    @property
    def usual_rate(self) -> str | None:
        """The limiter of what is none of its methods: none where any method has none."""
        found = [self.rates.get(method) for method in self.methods]
        return found[0] if all(found) else None


def _place(path: str, every: Sequence[Operation]) -> Place:
    return Place(
        path,
        {each.method: each.action for each in every},
        tuple(dict.fromkeys(media for each in every for media in each.media)),
        form=next((each.form for each in every if each.form), None),
        rates={each.method: each.rate for each in every if each.rate},
        public=any(each.public for each in every),
        signed=any(each.signed for each in every),
        always=any(each.always for each in every),
    )


PLACES: Final = tuple(
    _place(path, [each for each in OPERATIONS if each.path == path])
    for path in dict.fromkeys(each.path for each in OPERATIONS)
)
"""Every path."""


class Resource:
    """One path: its actions by method, and what they answer with."""

    def __init__(self, actions: Mapping[str, Action], produces: Sequence[str]) -> None:
        self._actions = actions
        self._produces = produces
        self._allow = ", ".join(
            sorted({*actions, "OPTIONS", *(["HEAD"] if "GET" in actions else [])})
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": self._allow})
        action = self._actions.get("GET" if request.method == "HEAD" else request.method)
        if action is None:
            raise NoSuchMethod(
                Message("Use {methods}.", methods=self._allow), members={"allow": self._allow}
            )
        if parsing.preferred(request.headers.get("accept"), self._produces) is None:
            raise NotAcceptable(
                Message(
                    "This is answered as {types}: accept it.", types=" or ".join(self._produces)
                )
            )
        return await action(request)


class ByMethod:
    """One path whose methods have limits of their own."""

    def __init__(self, apps: Mapping[str, ASGIApp], otherwise: ASGIApp) -> None:
        self._apps = apps
        self._otherwise = otherwise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._apps.get(scope["method"], self._otherwise)(scope, receive, send)


class Limited:
    """Adds the RateLimit fields to every answer to a caller who is known, refused or not."""

    def __init__(self, app: ASGIApp, limits: Limits, rate: str) -> None:
        self._app = app
        self._limits = limits
        self._rate = rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def counted(message: AsgiMessage) -> None:
            who = caller(HTTPConnection(scope))
            if message["type"] == "http.response.start" and who is not NOBODY:
                limiter = self._limits.of(who.owner)[self._rate]
                MutableHeaders(scope=message).update(limiter.status().headers)
            await send(message)

        await self._app(scope, receive, counted)


def routes(
    service: Service,
    edge: RequestMiddleware,
    operations: CallerLimits,
    open_streams: OpenStreams,
    leaving: Shutdown,
) -> list[BaseRoute]:
    """The routes of the REST transport, each behind the rules of `http.middleware`."""
    streaming = streams.Streaming(edge.callers, open_streams, leaving)
    attempts = CallerLimits("attempts", ATTEMPTS_PER_MINUTE, refused=service.limits.refused)
    console = SignIn(edge.callers, attempts)

    def called(request: Request) -> Call:
        return Call(request, service.of(caller(request)), streaming, console)

    socket = edge.wrap(streams.OlderSocket(service, streaming), problems.render)
    return [
        *(_route(place, called, service.limits, operations, edge) for place in PLACES),
        *(_document(path, edge) for path in ("/openapi.json", "/vinted/openapi.json")),
        WebSocketRoute("/ws", socket, name="events"),
    ]


def _route(
    place: Place,
    called: Callable[[Request], Call],
    limits: Limits,
    operations: CallerLimits,
    edge: RequestMiddleware,
) -> Route:
    def bound(action: Callable[[Call], Awaitable[Response]]) -> Action:
        return lambda request: action(called(request))

    methods = {method: bound(action) for method, action in place.methods.items()}
    resource = Resource(methods, place.produces)

    def limited(rate: str | None) -> ASGIApp:
        counted = rate is None and not place.public
        app = edge.wrap(
            Counting(resource, operations) if counted else resource,
            problems.render,
            upload_limit=_LIMITS[place.form],
            declared_limit=_DECLARED.get(place.form),
            public=place.public,
            signed=place.signed,
            always=place.always,
            varies=_VARIES,
        )
        if counted:
            return RateLimitFields(app, operations)
        return Limited(app, limits, rate) if rate else app

    app = ByMethod({m: limited(rate) for m, rate in place.rates.items()}, limited(place.usual_rate))
    return Route(place.path, app, name=place.path)


def _document(path: str, edge: RequestMiddleware) -> Route:
    """The OpenAPI document; the second path is ours also where a host has the first."""

    @lru_cache(maxsize=8)
    def held(base: str, language: str) -> Response:
        servers = _json({"servers": [{"url": base}]})
        found = Response(
            f"{_written(language)[:-1]},{servers[1:]}",
            headers={"Cache-Control": "no-cache"},
            media_type=JSON,
        )
        return conditional.tagged(found)

    async def answer(request: Request) -> Response:
        language = speech().language
        speech().promise()
        await asyncio.to_thread(_written, language)
        return conditional.conditioned(request, held(public_base(request), language))

    resource = Resource({"GET": answer}, (JSON,))
    return Route(path, edge.wrap(resource, problems.render, public=True, varies=_VARIES))


@cache
def _written(language: str) -> str:
    """The document, written once somebody asks: it takes 0.2 s, which no start should spend."""
    with speaking(language):
        return _json(worded(document(), say))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def worker_routes(monitor: Monitor, edge: RequestMiddleware) -> list[BaseRoute]:
    """What a worker answers on its own port, by the rules of the same door."""

    async def check(request: Request) -> Response:
        return monitoring.ready(await monitor.readiness())

    metrics = Resource({"GET": partial(monitoring.metrics, monitor)}, monitoring.PAGES)
    ready = Resource({"GET": check}, (JSON,))
    return [
        Route("/metrics", edge.wrap(metrics, problems.render, varies=_VARIES)),
        Route("/ready", edge.wrap(ready, problems.render, public=True, varies=_VARIES)),
        *fallback(edge),
    ]


def fallback(edge: RequestMiddleware) -> list[BaseRoute]:
    """The answer to every other path of an application that is ours alone."""

    async def missing(scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("method") == "OPTIONS" and scope["path"] == "*":
            await Resource({}, (JSON,))(scope, receive, send)
            return
        raise nothing_at(HTTPConnection(scope))

    return [_Everywhere("/{path:path}", edge.wrap(missing, problems.render, public=True))]


class _Everywhere(Route):
    """Matches what a pattern does not: a path with a line break, `*`, a socket without a route."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        return (Match.NONE if scope["type"] == "lifespan" else Match.FULL), {}

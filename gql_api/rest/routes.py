"""The paths of the REST transport, the older backend's among them, and the rules of each.

What they do is `actions`', how errors look `problems`'. Everything is wrapped route by route.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as AsgiMessage

from browser.messages import Message
from gql_api.domain.caller import NOBODY
from gql_api.errors import NotFound
from gql_api.http import parsing
from gql_api.http.middleware import (
    JSON_LIMIT,
    NoSuchMethod,
    NotAcceptable,
    RequestMiddleware,
    caller,
)
from gql_api.http.rate_limit import Counting, RateLimitFields
from gql_api.http.shutdown import Shutdown
from gql_api.limits.rate_limiter import CallerLimits, Limits
from gql_api.limits.stream_quota import OpenStreams
from gql_api.media.photos import MAX_UPLOAD_BYTES
from gql_api.observability.monitor import Monitor
from gql_api.rest import machines, problems, receipts, streams
from gql_api.rest.actions import Actions
from gql_api.rest.openapi import document
from gql_api.service.service import Service

JSON: Final = "application/json"
JPEG: Final = "image/jpeg"
UPLOAD_LIMIT: Final = MAX_UPLOAD_BYTES + 64 * 1024
INGEST_LIMIT: Final = 4 * UPLOAD_LIMIT

Action = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Place:
    """A path, what it does by method, and its rules; `rate` names its limiter.

    Without one its requests are counted as operations, unless it is there for everybody.
    """

    path: str
    methods: Mapping[str, Callable[[Actions, Request], Awaitable[Response]]]
    produces: Sequence[str] = (JSON,)
    upload_limit: int = JSON_LIMIT
    rate: str | None = None
    public: bool = False
    signed: bool = False

    @property
    def counted(self) -> bool:
        """Whether its requests are operations of the caller."""
        return self.rate is None and not self.public


_INGEST: Final = partial(
    Place, methods={"POST": Actions.ingest}, upload_limit=INGEST_LIMIT, rate="uploads"
)
_KEYS: Final = partial(
    Place,
    methods={"GET": Actions.receipt_keys},
    produces=(receipts.JWK_SET, JSON),
    public=True,
)
PLACES: Final = (
    Place(
        "/vinted/auth/session",
        {"POST": Actions.save_session, "DELETE": Actions.forget_session},
    ),
    Place("/vinted/auth/check", {"GET": Actions.check_session}),
    Place("/vinted/accounts/{account}", {"DELETE": Actions.forget_account}, rate="prepares"),
    Place("/vinted/auth/resume", {"POST": Actions.resume_account}, rate="prepares"),
    Place(
        "/vinted/photos/upload",
        {"POST": Actions.upload_photo},
        upload_limit=UPLOAD_LIMIT,
        rate="uploads",
    ),
    Place(
        "/vinted/photos/{id}",
        {"GET": Actions.photo, "DELETE": Actions.delete_photo},
        produces=(JPEG, JSON),
        signed=True,
    ),
    Place("/vinted/listings/prepare", {"POST": Actions.prepare}, rate="prepares"),
    Place("/vinted/listings/publish", {"POST": Actions.publish}, rate="publish"),
    Place("/vinted/jobs/{id}", {"GET": Actions.job, "DELETE": Actions.cancel}),
    Place("/vinted/jobs/{id}/events", {"GET": Actions.events}, produces=("text/event-stream",)),
    Place("/vinted/jobs/{id}/answers", {"POST": Actions.answer}, rate="prepares"),
    Place("/vinted/jobs/{id}/resolve", {"POST": Actions.resolve}),
    Place("/vinted/jobs/{id}/picture", {"GET": Actions.job_picture}, produces=(JPEG,), signed=True),
    Place("/vinted/jobs/{id}/receipt", {"GET": Actions.receipt}, produces=(JSON, receipts.JOSE)),
    Place("/vinted/pictures/{id}", {"GET": Actions.picture}, produces=(JPEG,), signed=True),
    _KEYS("/.well-known/jwks.json"),
    _KEYS(receipts.KEYS_PATH),
    Place("/vinted/aliases", {"GET": Actions.aliases}),
    Place("/vinted/aliases/{id}", {"DELETE": Actions.forget_alias}),
    Place("/vinted/suggest/{field}", {"GET": Actions.suggest}),
    Place("/vinted/markets", {"GET": Actions.markets}),
    Place("/health", {"GET": Actions.health}, public=True),
    Place("/ready", {"GET": Actions.ready}, public=True),
    Place("/stats", {"GET": Actions.stats}),
    Place("/metrics", {"GET": Actions.metrics}, produces=machines.PAGES),
    _INGEST("/api/v1/ingest/upload"),
    _INGEST("/ingest/upload"),
)
"""Every path; the OpenAPI document describes the same ones."""


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
    actions = Actions(service, streaming)
    socket = edge.wrap(streams.OlderSocket(service, streaming), problems.render)
    return [
        *(_route(place, actions, service.limits, operations, edge) for place in PLACES),
        _static("/openapi.json", document(), edge),
        WebSocketRoute("/ws", socket, name="events"),
    ]


def _route(
    place: Place,
    actions: Actions,
    limits: Limits,
    operations: CallerLimits,
    edge: RequestMiddleware,
) -> Route:
    bound = {method: partial(action, actions) for method, action in place.methods.items()}
    resource = Resource(bound, place.produces)
    app = edge.wrap(
        Counting(resource, operations) if place.counted else resource,
        problems.render,
        upload_limit=place.upload_limit,
        public=place.public,
        signed=place.signed,
    )
    if place.counted:
        app = RateLimitFields(app, operations)
    elif place.rate:
        app = Limited(app, limits, place.rate)
    return Route(place.path, app, name=place.path)


def _static(path: str, content: Mapping[str, Any], edge: RequestMiddleware) -> Route:
    async def answer(request: Request) -> Response:
        return JSONResponse(content)

    return Route(path, edge.wrap(Resource({"GET": answer}, (JSON,)), problems.render, public=True))


def worker_routes(monitor: Monitor, edge: RequestMiddleware) -> list[BaseRoute]:
    """What a worker answers on its own port, by the rules of the same door."""

    async def check(request: Request) -> Response:
        return machines.ready(await monitor.readiness())

    metrics = Resource({"GET": partial(machines.metrics, monitor)}, machines.PAGES)
    return [
        Route("/metrics", edge.wrap(metrics, problems.render)),
        Route("/ready", edge.wrap(Resource({"GET": check}, (JSON,)), problems.render, public=True)),
        *fallback(edge),
    ]


def fallback(edge: RequestMiddleware) -> list[BaseRoute]:
    """The answer to every other path of an application that is ours alone."""

    async def missing(scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("method") == "OPTIONS" and scope["path"] == "*":
            await Resource({}, (JSON,))(scope, receive, send)
            return
        raise NotFound("There is nothing at this path: see /docs.")

    return [_Everywhere("/{path:path}", edge.wrap(missing, problems.render, public=True))]


class _Everywhere(Route):
    """Matches what a pattern does not: a path with a line break, `*`, a socket without a route."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        return (Match.NONE if scope["type"] == "lifespan" else Match.FULL), {}

"""The routes under /vinted and those of the older backend: input, service call, output.

Which statuses and members an answer has is fixed in `answers` and `bodies`; errors are rendered
by `problems`, around every route.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql_api import wire
from gql_api.edge import (
    JSON_LIMIT,
    Edge,
    NoSuchMethod,
    NotAcceptable,
    public_base,
)
from gql_api.errors import NotFound
from gql_api.inputs import PrepareInput, PublishInput, SessionInput, read
from gql_api.jobs import Job
from gql_api.limits import RateLimiter
from gql_api.photos import MAX_UPLOAD_BYTES
from gql_api.rest import answers, bodies, problems, requests, streams
from gql_api.rest.openapi import document
from gql_api.service import Accepted, ListingService

WAIT_SECONDS: Final = 120
UPLOAD_LIMIT: Final = MAX_UPLOAD_BYTES + 64 * 1024
INGEST_LIMIT: Final = 4 * UPLOAD_LIMIT

Action = Callable[[Request], Awaitable[Response]]


class Resource:
    """One path: its actions by method, and what they answer with."""

    def __init__(self, actions: Mapping[str, Action], produces: str = "application/json") -> None:
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
            raise NoSuchMethod(f"Use {self._allow}.", members={"allow": self._allow})
        if wire.preferred(request.headers.get("accept"), (self._produces,)) is None:
            raise NotAcceptable(f"This is answered as {self._produces}: accept it.")
        return await action(request)


class Limited:
    """Adds the RateLimit fields to every answer of a route, refused or not."""

    def __init__(self, app: ASGIApp, limiter: RateLimiter) -> None:
        self._app = app
        self._limiter = limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                now = self._limiter.status()
                headers = MutableHeaders(scope=message)
                headers.update({"RateLimit-Policy": now.policy, "RateLimit": now.state})
            await send(message)

        await self._app(scope, receive, counted)


class Rest:
    """The actions of the REST transport over one service."""

    def __init__(self, service: ListingService) -> None:
        self._service = service

    async def save_session(self, request: Request) -> Response:
        given = read(SessionInput, await requests.json_object(request))
        return JSONResponse(bodies.session_saved(await self._service.save_session(given)))

    async def forget_session(self, request: Request) -> Response:
        forgotten = await self._service.forget_session(requests.account(request))
        return answers.done(forgotten=forgotten)

    async def check_session(self, request: Request) -> Response:
        found = await self._service.check_session(requests.account(request))
        return JSONResponse(bodies.session_checked(found))

    async def upload_photo(self, request: Request) -> Response:
        async with requests.files(request, "file") as (upload, *_):
            stored = await self._service.upload_photo(wire.chunks(upload), upload.filename)
        return answers.done(photo=bodies.photo(stored, public_base(request)))

    async def ingest(self, request: Request) -> Response:
        async with requests.files(request, "files", "file") as uploads:
            stored = [
                await self._service.upload_photo(wire.chunks(upload), upload.filename)
                for upload in uploads
            ]
        base = public_base(request)
        return answers.done(photos=[bodies.photo(each, base) for each in stored])

    async def photo(self, request: Request) -> Response:
        return answers.image((await self._service.photo(request.path_params["id"])).path)

    async def delete_photo(self, request: Request) -> Response:
        await self._service.delete_photo(request.path_params["id"])
        return answers.done()

    async def prepare(self, request: Request) -> Response:
        given = read(PrepareInput, await requests.json_object(request))
        key = requests.idempotency_key(request)
        return await self._awaited(request, await self._service.prepare(given, key=key))

    async def publish(self, request: Request) -> Response:
        given = read(PublishInput, await requests.json_object(request))
        key = requests.idempotency_key(request)
        return await self._awaited(request, await self._service.publish(given, key=key))

    async def answer(self, request: Request) -> Response:
        given = read(requests.AnswersInput, await requests.json_object(request))
        job = await self._service.answer(request.path_params["id"], given.answers)
        return await self._awaited(request, Accepted(job, replayed=False))

    async def resolve(self, request: Request) -> Response:
        given = read(requests.ResolveInput, await requests.json_object(request))
        job = await self._service.resolve(
            request.path_params["id"], there=given.there, address=given.address
        )
        return self._whole(request, job)

    async def job(self, request: Request) -> Response:
        return self._whole(request, await self._service.job(request.path_params["id"]))

    async def cancel(self, request: Request) -> Response:
        return self._whole(request, await self._service.cancel(request.path_params["id"]))

    async def events(self, request: Request) -> Response:
        job = await self._service.job(request.path_params["id"])
        return streams.events(self._service, job, requests.event_number(request))

    async def job_picture(self, request: Request) -> Response:
        job = await self._service.job(request.path_params["id"])
        return answers.image(await self._service.picture(answers.picture_id(job)))

    async def health(self, request: Request) -> Response:
        found = await self._service.health()
        return JSONResponse(bodies.health(found, self._service.capabilities()))

    async def ready(self, request: Request) -> Response:
        found = await self._service.health()
        body = bodies.health(found, self._service.capabilities())
        return JSONResponse(body, status_code=200 if found.ok else 503)

    async def stats(self, request: Request) -> Response:
        return JSONResponse(bodies.stats(await self._service.stats()))

    async def _awaited(self, request: Request, accepted: Accepted) -> Response:
        if accepted.replayed and accepted.job.is_active:
            raise answers.still_running(accepted.job)
        seconds = requests.wait_seconds(request, WAIT_SECONDS)
        job = await self._service.wait(accepted, seconds)
        return await answers.awaited(job, await self._picture(job), accepted.replayed)

    async def _picture(self, job: Job) -> Path | None:
        with suppress(NotFound):
            return await self._service.picture(answers.picture_id(job))
        return None

    def _whole(self, request: Request, job: Job) -> Response:
        return JSONResponse(bodies.whole_job(job, public_base(request)))


def actions(service: ListingService) -> Mapping[str, Mapping[str, Action]]:
    """Every path with its actions by method; the OpenAPI document describes the same ones."""
    rest = Rest(service)
    ingest = {"POST": rest.ingest}
    return {
        "/vinted/auth/session": {"POST": rest.save_session, "DELETE": rest.forget_session},
        "/vinted/auth/check": {"GET": rest.check_session},
        "/vinted/photos/upload": {"POST": rest.upload_photo},
        "/vinted/photos/{id}": {"GET": rest.photo, "DELETE": rest.delete_photo},
        "/vinted/listings/prepare": {"POST": rest.prepare},
        "/vinted/listings/publish": {"POST": rest.publish},
        "/vinted/jobs/{id}": {"GET": rest.job, "DELETE": rest.cancel},
        "/vinted/jobs/{id}/events": {"GET": rest.events},
        "/vinted/jobs/{id}/answers": {"POST": rest.answer},
        "/vinted/jobs/{id}/resolve": {"POST": rest.resolve},
        "/vinted/jobs/{id}/picture": {"GET": rest.job_picture},
        "/health": {"GET": rest.health},
        "/ready": {"GET": rest.ready},
        "/stats": {"GET": rest.stats},
        "/api/v1/ingest/upload": ingest,
        "/ingest/upload": ingest,
    }


_PRODUCES: Final = {
    "/vinted/jobs/{id}/events": "text/event-stream",
    "/vinted/jobs/{id}/picture": "image/jpeg",
}
_UPLOAD_LIMITS: Final = {
    "/vinted/photos/upload": UPLOAD_LIMIT,
    "/api/v1/ingest/upload": INGEST_LIMIT,
    "/ingest/upload": INGEST_LIMIT,
}
_RATES: Final = {
    "/vinted/listings/publish": "publish",
    "/vinted/listings/prepare": "prepares",
    "/vinted/photos/upload": "uploads",
    "/api/v1/ingest/upload": "uploads",
    "/ingest/upload": "uploads",
}
_PUBLIC: Final = frozenset({"/health", "/ready"})


def routes(service: ListingService, edge: Edge) -> list[BaseRoute]:
    """The routes of the REST transport, each behind the rules of the edge."""
    resources = [_route(path, found, service, edge) for path, found in actions(service).items()]
    socket = edge.wrap(streams.OlderSocket(service), problems.render)
    return [
        *resources,
        _static("/openapi.json", document(), edge),
        WebSocketRoute("/ws", socket, name="events"),
    ]


def _route(path: str, found: Mapping[str, Action], service: ListingService, edge: Edge) -> Route:
    app = edge.wrap(
        Resource(found, _PRODUCES.get(path, "application/json")),
        problems.render,
        upload_limit=_UPLOAD_LIMITS.get(path, JSON_LIMIT),
        public=path in _PUBLIC,
    )
    rate = _RATES.get(path)
    return Route(path, Limited(app, service.limits[rate]) if rate else app, name=path)


def _static(path: str, content: Mapping[str, Any], edge: Edge) -> Route:
    async def answer(request: Request) -> Response:
        return JSONResponse(content)

    return Route(path, edge.wrap(Resource({"GET": answer}), problems.render, public=True))


def fallback(edge: Edge) -> list[BaseRoute]:
    """The answer to every other path of an application that is ours alone."""

    async def missing(scope: Scope, receive: Receive, send: Send) -> None:
        raise NotFound("There is nothing at this path: see /docs.")

    return [Route("/{path:path}", edge.wrap(missing, problems.render, public=True))]

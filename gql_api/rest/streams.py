"""Events as they happen: server-sent events of one job, and the older WebSocket of all jobs.

Numbering, replay and slow readers are the service's matter. A stream that is over answers 204,
so that a browser's EventSource stops asking.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractContextManager, aclosing, suppress
from dataclasses import dataclass
from typing import Final, TypeVar

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from browser.background_tasks import ended
from gql_api.auth.authenticator import Callers, while_allowed
from gql_api.domain.caller import Scope as Access
from gql_api.domain.job import Job, JobEvent, LivePicture
from gql_api.errors import Unavailable
from gql_api.http.addresses import Media
from gql_api.http.middleware import caller
from gql_api.http.rate_limit import asker
from gql_api.http.shutdown import Shutdown
from gql_api.limits.stream_quota import Kind, OpenStreams
from gql_api.rest import bodies, models
from gql_api.service.service import Service
from gql_api.texts import speech

HEARTBEAT_SECONDS: Final = 15.0
GOING_AWAY: Final = 1001
NO_LONGER_ALLOWED: Final = 4401
"""Why a socket is closed whose caller's key or token has ended."""
Told = TypeVar("Told", bound=JobEvent | LivePicture)
Sent = TypeVar("Sent")
_MEDIA: Final = "text/event-stream"
_HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "Vary": "Last-Event-ID"}


@dataclass(frozen=True, slots=True)
class Streaming:
    """The rules that every long connection keeps to: who may have it, how many, and its end."""

    callers: Callers
    open: OpenStreams
    leaving: Shutdown

    def held(self, connection: HTTPConnection, kind: Kind) -> AbstractContextManager[None]:
        """A place among the caller's; raises `TooManyStreams`."""
        return self.open.held(asker(caller(connection), connection), kind)


class _Held(StreamingResponse):
    """A stream that has a place among its caller's while it runs."""

    def __init__(self, content: AsyncIterator[str], place: AbstractContextManager[None]) -> None:
        super().__init__(content, media_type=_MEDIA, headers=_HEADERS)
        self._place = place

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._place:
            await super().__call__(scope, receive, send)


def events(
    request: Request,
    job: Job,
    after: int,
    source: AsyncGenerator[Told],
    *,
    rules: Streaming,
    media: Media,
) -> Response:
    """The job's events past a number, as its source gives them, until its outcome.

    When the service stops they end after a whole event, so that `Last-Event-ID` goes on from it.
    """
    if not job.is_active and after >= job.last_seq:
        return Response(status_code=204, headers={"Vary": _HEADERS["Vary"]})
    speech().promise()
    if request.method == "HEAD":
        return _headers_alone()
    allowed = while_allowed(rules.callers, caller(request), source)
    return _Held(
        rules.leaving.until_told(_framed(allowed, media)), rules.held(request, Kind.EVENTS)
    )


def texts(request: Request, source: AsyncGenerator[str], *, rules: Streaming) -> Response:
    """Server-sent events that are written already, with the rules of the others."""
    speech().promise()
    if request.method == "HEAD":
        return _headers_alone()
    allowed = while_allowed(rules.callers, caller(request), source)
    return _Held(rules.leaving.until_told(_kept_up(allowed)), rules.held(request, Kind.EVENTS))


async def _kept_up(source: AsyncGenerator[str]) -> AsyncGenerator[str]:
    yield "retry: 2000\n\n"
    with suppress(Unavailable):
        async for text in with_heartbeat(source, HEARTBEAT_SECONDS):
            yield ": still here\n\n" if text is None else text


def _headers_alone() -> Response:
    """What HEAD is told: a stream of which nothing is sent would hold its connection and place."""
    response = Response(media_type=_MEDIA, headers=_HEADERS)
    del response.headers["Content-Length"]
    return response


async def _framed(source: AsyncGenerator[Told], media: Media) -> AsyncGenerator[str]:
    yield "retry: 2000\n\n"
    # When the database goes away the stream ends, and its client comes again.
    with suppress(Unavailable):
        async for event in with_heartbeat(source, HEARTBEAT_SECONDS):
            yield ": still here\n\n" if event is None else _frame(event, media)


def _frame(event: JobEvent | LivePicture, media: Media) -> str:
    if isinstance(event, LivePicture):
        # Without an id: a stream that is taken up again goes on from the last event.
        return f"event: picture\ndata: {_dumped(bodies.live_picture(event, media))}\n\n"
    return f"id: {event.seq}\nevent: progress\ndata: {_dumped(bodies.event(event))}\n\n"


def _dumped(body: models.Event | models.LivePicture) -> str:
    return json.dumps(body, separators=(",", ":"))


async def with_heartbeat(
    source: AsyncGenerator[Sent], seconds: float
) -> AsyncIterator[Sent | None]:
    """The events of a source, and None whenever nothing came for some seconds."""
    coming = asyncio.ensure_future(anext(source, None))
    try:
        while True:
            ready, _ = await asyncio.wait({coming}, timeout=seconds)
            if not ready:
                yield None
                continue
            event = coming.result()
            if event is None:
                return
            yield event
            coming = asyncio.ensure_future(anext(source, None))
    finally:
        await ended(coming)
        await source.aclose()


class OlderSocket:
    """`/ws` of the older backend: one JSON object per event of any job of the caller, live only."""

    def __init__(self, service: Service, rules: Streaming) -> None:
        self._service = service
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        caller(socket).require(Access.READ)
        with self._rules.held(socket, Kind.SOCKET):
            await socket.accept()
            await self._tell(socket)

    async def _tell(self, socket: WebSocket) -> None:
        """Send events until the client leaves; what it sends is not listened to."""
        sending = asyncio.ensure_future(self._send(socket))

        async def said() -> None:
            await asyncio.wait({sending})

        try:
            with self._rules.leaving.told(said):
                while (await socket.receive())["type"] != "websocket.disconnect":
                    continue
        finally:
            await ended(sending)
            if not sending.cancelled():
                sending.result()

    async def _send(self, socket: WebSocket) -> None:
        with suppress(WebSocketDisconnect):
            who, callers = caller(socket), self._rules.callers
            watched = while_allowed(callers, who, self._service.of(who).jobs.watch_all())
            async with aclosing(self._rules.leaving.until_told(watched)) as events:
                async for event in events:
                    await socket.send_json(bodies.older_event(event))
            await socket.close(GOING_AWAY if await callers.still(who) else NO_LONGER_ALLOWED)

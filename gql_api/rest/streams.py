"""Events as they happen: server-sent events of one job, and the older WebSocket of all jobs.

Numbering, replay and slow readers are the service's matter. A stream that is over answers 204,
so that a browser's EventSource stops asking.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import Any, Final

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from gql_api.access import Scope as Access
from gql_api.callers import Callers, while_allowed
from gql_api.edge import caller
from gql_api.jobs import Job, JobEvent
from gql_api.leaving import Leaving
from gql_api.rest import bodies
from gql_api.service import ListingService
from gql_api.texts import speech

HEARTBEAT_SECONDS: Final = 15.0
GOING_AWAY: Final = 1001
NO_LONGER_ALLOWED: Final = 4401
"""Why a socket is closed whose caller's key or token has ended."""


def events(job: Job, after: int, source: AsyncGenerator[JobEvent], leaving: Leaving) -> Response:
    """The job's events past a number, as its source gives them, until its outcome.

    When the service stops they end after a whole event, so that `Last-Event-ID` goes on from it.
    """
    if not job.is_active and after >= job.last_seq:
        return Response(status_code=204)
    speech().promise()
    return StreamingResponse(
        leaving.until_told(_framed(source)),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _framed(source: AsyncGenerator[JobEvent]) -> AsyncGenerator[str]:
    yield "retry: 2000\n\n"
    async for event in with_heartbeat(source, HEARTBEAT_SECONDS):
        yield ": still here\n\n" if event is None else _frame(event)


def _frame(event: JobEvent) -> str:
    data = json.dumps(bodies.event(event), separators=(",", ":"))
    return f"id: {event.seq}\nevent: progress\ndata: {data}\n\n"


async def with_heartbeat(
    source: AsyncGenerator[JobEvent], seconds: float
) -> AsyncIterator[JobEvent | None]:
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
        await _stopped(coming)
        await source.aclose()


async def _stopped(task: asyncio.Future[Any]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


class OlderSocket:
    """`/ws` of the older backend: one JSON object per event of any job of the caller, live only."""

    def __init__(self, service: ListingService, callers: Callers, leaving: Leaving) -> None:
        self._service = service
        self._callers = callers
        self._leaving = leaving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        caller(socket).require(Access.READ)
        await socket.accept()
        sending = asyncio.ensure_future(self._send(socket))

        async def said() -> None:
            await asyncio.wait({sending})

        try:
            with self._leaving.told(said):
                while (await socket.receive())["type"] != "websocket.disconnect":
                    continue
        finally:
            await _stopped(sending)

    async def _send(self, socket: WebSocket) -> None:
        with suppress(WebSocketDisconnect):
            who = caller(socket)
            watched = while_allowed(self._callers, who, self._service.of(who).watch_all())
            async with aclosing(self._leaving.until_told(watched)) as events:
                async for event in events:
                    await socket.send_json(bodies.older_event(event))
            await socket.close(GOING_AWAY if await self._callers.still(who) else NO_LONGER_ALLOWED)

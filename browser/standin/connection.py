"""Answers that never arrive: dropping the connection under a request.

The server (serving.py) registers its connections by the peer's address. Under another server
nothing is registered, and such an answer just does not come.
"""

from __future__ import annotations

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PARTIAL = b'{"item":'
FLUSH_SECONDS = 0.05


class Transports:
    """The open connections of one server."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}

    def add(self, transport: asyncio.Transport) -> None:
        self._open[_peer(transport)] = transport

    def remove(self, transport: asyncio.Transport) -> None:
        self._open.pop(_peer(transport), None)

    def abort_all(self) -> None:
        for transport in list(self._open.values()):
            transport.abort()

    def abort(self, scope: Scope) -> None:
        host, port = scope["client"]
        if transport := self._open.get((host, port)):
            transport.abort()


def _peer(transport: asyncio.Transport) -> tuple[str, int]:
    host, port = transport.get_extra_info("peername")[:2]
    return host, port


async def _drop(scope: Scope, receive: Receive) -> None:
    transports: Transports = scope["app"].state.transports
    transports.abort(scope)
    while (await receive())["type"] != "http.disconnect":
        pass


class Reset(Response):
    """No byte of an answer: the connection is reset."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _drop(scope, receive)


class Unanswered(Response):
    """No answer at all, for as long as the client waits."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass


class CutAnswer(Response):
    """The head of a good answer, then nothing."""

    media_type = "application/json"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"4096")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": PARTIAL, "more_body": True})
        # The bytes must leave before the connection does, or the browser sends the call again.
        await asyncio.sleep(FLUSH_SECONDS)
        await _drop(scope, receive)

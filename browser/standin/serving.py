"""Runs a stand-in with uvicorn in the current event loop, for the demo, MOCK_MODE and tests."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from .app import create_standin
from .connection import Transports
from .options import DEMO_COOKIE, StandinOptions
from .state import State


@dataclass(frozen=True)
class Standin:
    url: str
    state: State

    @property
    def guide(self) -> tuple[str, ...]:
        """Where it is, and how to be somebody there."""
        return (
            f"The stand-in market: {self.url}",
            f"The sell page:       {self.url}/items/new",
            f"Sign in there as the seller demo, or send {DEMO_COOKIE}.",
        )


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the process that hosts the stand-in."""
        yield


def _protocol(transports: Transports) -> type[HttpToolsProtocol]:
    """A protocol whose connections can be dropped under a request."""

    class Droppable(HttpToolsProtocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            transports.add(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            transports.remove(self.transport)
            super().connection_lost(exc)

    return Droppable


def _server(app: Starlette, transports: Transports) -> _Server:
    config = uvicorn.Config(
        app,
        http=_protocol(transports),
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
    )
    return _Server(config)


@contextlib.asynccontextmanager
async def serve_standin(
    host: str = "127.0.0.1", port: int = 0, options: StandinOptions | None = None
) -> AsyncIterator[Standin]:
    """Serves until the block ends; port 0 takes a free one, a taken port raises OSError."""
    app = create_standin(options)
    state: State = app.state.standin
    transports: Transports = app.state.transports
    listener = socket.create_server((host, port))
    bound = listener.getsockname()[1]
    server = _server(app, transports)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield Standin(f"http://{host}:{bound}", state)
    finally:
        state.close()
        transports.abort_all()
        server.should_exit = True
        await task

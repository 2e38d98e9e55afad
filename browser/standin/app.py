"""Puts one stand-in together: its state, its routes and the gate in front of them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from .connection import Transports
from .gate import Gate
from .options import StandinOptions
from .routes import routes
from .state import State
from .web import Answer


async def _early(_: Request, raised: Exception) -> Response:
    if not isinstance(raised, Answer):
        raise raised
    return raised.response


def create_standin(options: StandinOptions | None = None) -> Starlette:
    """A market of its own: every app has its own members, items, faults and ledger."""
    options = options or StandinOptions()
    app = Starlette(
        routes=routes(with_control=options.control),
        middleware=[Middleware(Gate)],
        exception_handlers={Answer: _early},
    )
    app.state.standin = State(options)
    app.state.transports = Transports()
    return app

"""Counts and traces around a route, by the route's template: no id of a path is told.

Plain ASGI, the outermost of a route. What a refusal looks like is the middleware's matter.
"""

import time
from typing import Final

from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql_api.observability.metrics import bounded
from gql_api.observability.telemetry import Telemetry, Untraced
from gql_api.observability.tracing import Span

_QUIET: Final = frozenset({"/health", "/metrics", "/ready"})
"""Asked by machines every few seconds: counted, not traced."""
_UNTRACED: Final = Untraced()
_OPENED: Final = 101
_REFUSED: Final = 403


def observe(route: BaseRoute, telemetry: Telemetry) -> BaseRoute:
    """The route, with its requests counted."""
    if isinstance(route, Route | WebSocketRoute):
        route.app = Observed(route.app, route.path, telemetry)
    return route


class Observed:
    def __init__(self, app: ASGIApp, route: str, telemetry: Telemetry) -> None:
        self._app = app
        self._route = route
        self._telemetry = telemetry
        self._untraced = route in _QUIET or isinstance(telemetry.tracing, Untraced)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = bounded(scope.get("method", "WEBSOCKET"))
        if self._untraced:
            await self._answer(method, _UNTRACED, scope, receive, send)
            return
        with self._telemetry.request(self._route, method, Headers(scope=scope)) as span:
            await self._answer(method, span, scope, receive, send)

    async def _answer(
        self, method: str, span: Span, scope: Scope, receive: Receive, send: Send
    ) -> None:
        status, waited = 0, None
        started = time.perf_counter()

        async def noted(message: Message) -> None:
            nonlocal status, waited
            if not status and (status := _status(message)):
                waited = time.perf_counter() - started
                span.note(http__response__status_code=status)
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            self._telemetry.metrics.answered(self._route, method, status, waited)


def _status(message: Message) -> int:
    """The status that a message begins an answer with; 0 when it begins none."""
    match message["type"]:
        case "http.response.start" | "websocket.http.response.start":
            return int(message["status"])
        case "websocket.accept":
            return _OPENED
        case "websocket.close":
            return _REFUSED
        case _:
            return 0

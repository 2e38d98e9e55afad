"""The tools over HTTP at /mcp: one answer to one POST, behind the rules of every other route.

Each call of a tool goes on to the service's own routes as its caller: with their key, address and
language, never with a cookie. No session is kept and no stream is held.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Final

import httpx
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from gql_api.errors import ServiceError
from gql_api.http.addresses import public_base
from gql_api.http.middleware import JSON_LIMIT, NoSuchMethod, RequestMiddleware
from gql_api.http.rate_limit import Counting, RateLimitFields
from gql_api.limits.rate_limiter import CallerLimits
from gql_api.mcp.client import FripierClient, client
from gql_api.mcp.server import Context, build_server
from gql_api.mcp.tools import Agent

PATH: Final = "/mcp"
_HANDED_ON: Final = frozenset(
    {"authorization", "x-api-key", "accept-language", "x-request-id"}
    | {f"x-forwarded-{name}" for name in ("for", "proto", "host", "prefix")}
)

Renderer = Callable[[HTTPConnection, ServiceError], Response]


class Door:
    """The endpoint. `running` has to be entered while it answers."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._service = Router(routes=routes)
        self._manager: StreamableHTTPSessionManager | None = None

    def route(
        self, edge: RequestMiddleware, operations: CallerLimits, render: Renderer
    ) -> BaseRoute:
        """`/mcp`, with the checks, bounds and limits of every other route."""
        app = edge.wrap(Counting(self._answer, operations), render)
        return Route(PATH, _Cookieless(RateLimitFields(app, operations)), name="mcp")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answer calls while the block runs."""
        manager = StreamableHTTPSessionManager(
            build_server(self._caller, local=False),
            json_response=True,
            stateless=True,
            max_request_body_size=JSON_LIMIT,
        )
        async with manager.run():
            self._manager = manager
            try:
                yield
            finally:
                self._manager = None

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            raise NoSuchMethod("Use POST.", members={"allow": "POST"})
        if self._manager is None:
            raise AssertionError("the edge answers for a service that does not run")
        await self._manager.handle_request(scope, receive, send)

    @asynccontextmanager
    async def _caller(self, context: Context) -> AsyncIterator[Agent]:
        """The service as whoever sent this request has it."""
        asked = _request(context)
        headers = handed_on(asked.headers)
        root = asked.scope.get("root_path", "")
        caller = asked.client
        transport = httpx.ASGITransport(
            app=self._service,
            root_path=root,
            client=(caller.host, caller.port) if caller else ("", 0),
        )
        base = f"{asked.url.scheme}://{asked.headers['host']}{root}"
        async with client(base, headers, transport) as http:
            yield Agent(FripierClient(http, public_base(asked)))


def handed_on(headers: Headers) -> dict[str, str]:
    """What of a caller's headers counts for the service, too; of several lines every one.

    Each proxy on the way may have added a line of its own (RFC 9110, 5.3).
    """
    return {name: ",".join(headers.getlist(name)) for name in _HANDED_ON if name in headers}


class _Cookieless:
    """A browser that is signed in to the console is no agent, whatever page makes it call."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [field for field in scope["headers"] if field[0] != b"cookie"]
        await self._app({**scope, "headers": headers}, receive, send)


def _request(context: Context) -> HTTPConnection:
    """The request that brought a call."""
    if not isinstance(context.request, HTTPConnection):
        raise AssertionError("a call over HTTP comes with its request")
    return context.request

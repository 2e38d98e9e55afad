"""Fripier as an application of its own, or joined to one that is there already.

What a process is made of is `bootstrap`'s; here its lifetime is tied to an application's.
"""

import contextlib
from collections.abc import AsyncGenerator, AsyncIterator

import structlog
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from browser.sites import DEFAULT
from gql_api import rest
from gql_api.bootstrap.container import Role
from gql_api.bootstrap.process import Fripier, build
from gql_api.observability.http import observe
from gql_api.observability.logging import configure_beside_host
from gql_api.settings import Settings, load_settings


def create_app(
    settings: Settings | None = None, role: Role = Role.ALL, marketplace: str = DEFAULT
) -> Starlette:
    """Fripier as an application of its own, for the marketplace of that name."""
    fripier = build(settings or load_settings(), role, marketplace)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with fripier.leaving.told_by_signals():
            async with fripier.running():
                yield

    others = rest.fallback(fripier.edge)
    app = Starlette(
        routes=[*fripier.routes, *(observe(each, fripier.core.telemetry) for each in others)]
    )
    app.router.lifespan_context = lifespan
    app.state.fripier = fripier
    return app


def attach(app: Starlette, settings: Settings | None = None) -> Fripier:
    """Join Fripier to a FastAPI or Starlette application.

    Adds the routes that the host lacks and enters the host's lifespan; the rules of the host's
    own routes (CORS, error pages) stay the host's.
    """
    if not structlog.is_configured():
        # Unconfigured, it would print the values of variables with a traceback.
        configure_beside_host()
    fripier = build(settings or load_settings())
    taken = {getattr(route, "path", None) for route in app.router.routes}
    app.router.routes.extend(
        route
        for route in fripier.routes
        if not isinstance(route, Route | WebSocketRoute) or route.path not in taken
    )
    hosts = app.router.lifespan_context

    @contextlib.asynccontextmanager
    async def lifespan(host: Starlette) -> AsyncGenerator[object]:
        with fripier.leaving.told_by_signals():
            async with fripier.running(), hosts(host) as state:
                yield state

    app.router.lifespan_context = lifespan  # type: ignore[assignment]
    return fripier

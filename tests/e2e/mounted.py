"""Fripier below a host, at `/` and at a prefix: joined to it, or mounted with its lifespan.

python -m tests.e2e.mounted attached     at / and at /shop
python -m tests.e2e.mounted mounted      at / and at /fripier
"""

import os
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from gql_api.app import create_app
from gql_api.cli.server import Server, config
from gql_api.settings import load_settings


def _twice(app: Starlette, prefix: str) -> Starlette:
    """A host that enters the lifespan of the application below it, as docs/fastapi.md has it."""
    return Starlette(
        routes=[Mount(prefix, app), Mount("/", app)],
        lifespan=lambda _: app.router.lifespan_context(app),
    )


def attached() -> None:
    """A FastAPI application with routes of its own that Fripier has joined, and its server."""
    from .host_app import app, fripier  # noqa: PLC0415 - building one is what it does

    print(f"Market    {fripier.core.market}", flush=True)
    port = int(os.environ["PORT"])
    uvicorn.run(_twice(app, "/shop"), port=port, log_level="warning", proxy_headers=False)


def mounted() -> None:
    """Fripier as an application of its own, and its own server."""
    settings = load_settings()
    app = create_app(settings)
    print(f"Market    {app.state.fripier.core.market}", flush=True)
    Server(config(_twice(app, "/fripier"), settings), app.state.fripier.leaving).run()


if __name__ == "__main__":
    {"attached": attached, "mounted": mounted}[sys.argv[1]]()

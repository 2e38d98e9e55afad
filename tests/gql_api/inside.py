"""The service on a real port inside the test's own process, so that a test can see its watchers.

It only answers requests: nobody takes up a job, so a job stays where a test put it.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from gql_api import rest
from gql_api.bootstrap.process import Fripier, build
from gql_api.cli.server import Server, config
from gql_api.domain.job import Job, JobKind
from gql_api.http.connection import Bounds, guarded
from gql_api.http.shutdown import Shutdown
from gql_api.listings.admission import new_job
from gql_api.settings import Settings
from tests.gql_api.db.conftest import LISTING, Clock
from tests.gql_api.serving import free_port

WITHIN = 10.0


@dataclass(frozen=True)
class Inside:
    """A service, its address, and its parts."""

    url: str
    parts: Fripier

    async def job(self, account: str = "default") -> Job:
        """A job that waits, of an account as it is named inside the service."""
        market = self.parts.core.market
        job = new_job(JobKind.PREPARE, account, market, LISTING, Clock()())
        return (await self.parts.core.stores.jobs.accept(job, key=None))[0]

    async def watchers(self, number: int) -> None:
        """Return as soon as so many follow a job."""
        async with asyncio.timeout(WITHIN):
            while len(self.parts.core.broadcast) != number:
                await asyncio.sleep(0.005)


class _Server(Server):
    """Leaves the signals to pytest and says when it answers."""

    def __init__(self, config: uvicorn.Config, leaving: Shutdown) -> None:
        super().__init__(config, leaving)
        self.up = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: object = None) -> None:
        await super().startup()
        self.up.set()


@asynccontextmanager
async def inside(
    folder: Path, bounds: Bounds | None = None, **given: object
) -> AsyncIterator[Inside]:
    """A service that keeps its data in `folder`; `bounds` takes the place of the usual ones."""
    port = free_port()
    settings = Settings(mock_mode=True, data_dir=folder, port=port, **given)  # type: ignore[arg-type]
    parts = build(settings)
    routes = [*parts.routes, *rest.fallback(parts.edge)]
    made = config(Starlette(routes=routes, lifespan=lambda _: _answering(parts)), settings)
    if bounds:
        made.http = guarded(bounds)
    server = _Server(made, parts.leaving)
    serving = asyncio.create_task(server.serve())
    try:
        async with asyncio.timeout(WITHIN):
            await server.up.wait()
        yield Inside(f"http://127.0.0.1:{port}", parts)
    finally:
        server.should_exit = True
        await serving


@asynccontextmanager
async def _answering(parts: Fripier) -> AsyncIterator[None]:
    await parts.core.database.open()
    with parts.opened.marked():
        yield
    parts.core.broadcast.close()
    await parts.core.database.close()

"""Several processes of Fripier on one machine: API processes, workers, one PostgreSQL, one market.

Run by itself it is the worked example of docs/scaling.md: `python -m tests.e2e.cluster`.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from browser.standin import Standin, StandinOptions, serve_standin
from gql_api.security.keyring import new_secret
from tests.services import COMMAND, Service, start

from .serving import Serving, free_port, serving

WORK = (*COMMAND, "worker")
API = (*COMMAND, "serve", "--role", "api")
READY_SECONDS = 60


@dataclass
class WorkerProcess:
    """A worker and what it printed."""

    process: Service | asyncio.subprocess.Process
    output: list[str] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def log(self) -> str:
        return "".join(self.output)

    async def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        self.process.kill()
        await self.process.wait()


@dataclass
class Cluster:
    """What runs: `apis` and `workers` can be started, killed and started again."""

    folder: Path
    env: dict[str, str]
    market: Standin
    stack: AsyncExitStack
    apis: list[Serving] = field(default_factory=list)
    workers: list[WorkerProcess] = field(default_factory=list)

    async def add_api(self) -> Serving:
        """One more API process, ready."""
        number = len(self.apis)
        api = await self.stack.enter_async_context(
            serving(self.folder / f"api-{number}", free_port(), API, **self.env)
        )
        api.market = self.market.url
        self.apis.append(api)
        return api

    async def add_worker(self, command: tuple[str, ...] = WORK, **more: str) -> WorkerProcess:
        """One more worker, ready."""
        number = len(self.workers)
        worker = await self.stack.enter_async_context(
            working(self.folder / f"worker-{number}", command, **(self.env | more))
        )
        self.workers.append(worker)
        return worker


@asynccontextmanager
async def working(
    folder: Path, command: tuple[str, ...] = WORK, **env: str
) -> AsyncIterator[WorkerProcess]:
    """Run a worker over a folder until the block ends."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await start(command, kept | {"DATA_DIR": str(folder)} | env)
    worker = WorkerProcess(process)
    reader = asyncio.create_task(_read(worker))
    try:
        await _ready(worker)
        yield worker
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), 40)
            except TimeoutError:
                process.kill()
        await reader


async def _ready(worker: WorkerProcess) -> None:
    ready = asyncio.create_task(worker.ready.wait())
    ended = asyncio.create_task(worker.process.wait())
    await asyncio.wait({ready, ended}, timeout=READY_SECONDS, return_when="FIRST_COMPLETED")
    if not ready.done():
        raise AssertionError(worker.log)
    ended.cancel()


async def _read(worker: WorkerProcess) -> None:
    assert worker.process.stdout is not None
    async for line in worker.process.stdout:
        worker.output.append(line.decode())
        if "Worker " in worker.output[-1]:
            worker.ready.set()


@asynccontextmanager
async def cluster(
    folder: Path, database: str, *, apis: int = 1, workers: int = 2, **env: str
) -> AsyncIterator[Cluster]:
    """API processes and workers over a database and a stand-in market of their own."""
    async with AsyncExitStack() as stack:
        (folder / "shared").mkdir()
        market = await stack.enter_async_context(serve_standin(options=StandinOptions()))
        shared = {
            "DATABASE_URL": database,
            "SECRET_KEY": new_secret(),
            "VINTED_BASE_URL": market.url,
            "STORAGE_URL": (folder / "shared").as_uri(),
            "MOCK_MODE": "false",
            "PACING": "off",
            "LOG_FORMAT": "json",
            "LOG_LEVEL": "info",
            "PUBLISH_PER_MINUTE": "60",
            "PREPARES_PER_MINUTE": "600",
        }
        running = Cluster(folder, shared | env, market, stack)
        for _ in range(workers):
            await running.add_worker()
        for _ in range(apis):
            await running.add_api()
        yield running

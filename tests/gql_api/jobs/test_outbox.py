"""What the dispatcher finds by its own looks, where nobody has told it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.bootstrap.worker import build_worker
from gql_api.cluster import regular_looks
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.jobs import Change
from gql_api.domain.job import WORK, Job, JobKind, JobState, Outcome, Result
from gql_api.jobs import engine as engine_module
from gql_api.jobs import outbox
from gql_api.jobs.engine import Engine
from gql_api.jobs.steps import StepRunner
from gql_api.listings.admission import new_job
from gql_api.settings import load_settings
from tests.gql_api.db.conftest import LISTING

WITHIN = 10.0


class Desk:
    """A dispatcher over real stores; its runs only say that they were begun."""

    def __init__(self, core: Core, engine: Engine, begun: asyncio.Queue[str]) -> None:
        self.core = core
        self.engine = engine
        self.begun = begun

    async def accept(self) -> Job:
        """A job that is stored, and told to nobody."""
        core = self.core
        job = new_job(JobKind.PREPARE, "default", core.market, LISTING, core.now())
        return (await core.stores.jobs.accept(job, key=None))[0]


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    settings = load_settings({"DATA_DIR": str(folder), "VINTED_BASE_URL": "http://127.0.0.1:9"})
    core = build_core(settings, Role.ALL, settings.vinted_base_url)
    worker, begun = build_worker(core), asyncio.Queue[str]()

    async def run(step: StepRunner, run_id: str) -> None:
        begun.put_nowait(run_id)

    await core.database.open()
    async with Engine(core.database, {"prepare": run}, places={WORK: 1}) as engine:
        dispatcher = replace(worker.dispatcher, engine=engine, chores=())
        async with dispatcher.running(RegularLooks(core.database, core.now)):
            yield Desk(core, engine, begun)
    await core.database.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look soon after something was written, and none for its own sake."""
    monkeypatch.setattr(outbox, "LOOK_SECONDS", 0.2)
    monkeypatch.setattr(regular_looks, "ALONE_SECONDS", 600.0)
    monkeypatch.setattr(engine_module, "ALONE_SECONDS", 600.0)
    monkeypatch.setattr(engine_module, "FIRST_RINGS", ())


async def test_a_job_that_was_told_to_nobody_is_taken_up(tmp_path: Path) -> None:
    async with desk(tmp_path) as found:
        job = await found.accept()
        assert await asyncio.wait_for(found.begun.get(), WITHIN) == job.run_id


async def test_what_is_in_a_queue_unheard_is_looked_for_while_its_job_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after trouble with the disk, when the queue's thread could not take it out."""
    async with desk(tmp_path) as found:
        with monkeypatch.context() as deaf:
            deaf.setattr(found.engine._queues, "ring", lambda queue=None: None)
            job = await found.accept()
            await found.engine.enqueue(WORK, "prepare", job.run_id, job.account)
        assert await asyncio.wait_for(found.begun.get(), WITHIN) == job.run_id


async def test_a_yes_that_is_too_late_ends_by_itself(tmp_path: Path) -> None:
    """Nothing is written meanwhile: the look is due when the yes is."""
    async with desk(tmp_path) as found:
        job = await found.accept()
        await asyncio.wait_for(found.begun.get(), WITHIN)
        until = found.core.now() + timedelta(seconds=1)
        waits = Result(outcome=Outcome.PREPARED, expires_at=until)
        jobs = found.core.stores.jobs
        with found.core.broadcast.subscribe(job.id) as told:
            await jobs.change(job.id, 1, Change(JobState.AWAITING_CONFIRMATION, result=waits))
            event = await asyncio.wait_for(told.get(), WITHIN)
        assert event.state is JobState.EXPIRED and event.at >= until

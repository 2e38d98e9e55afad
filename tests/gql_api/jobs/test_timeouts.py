"""Jobs that are not through in time, with the real engine on a real SQLite file."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from browser.chromium.chromium import Chromium
from browser.driver import Driver
from browser.page.pacing import Profile
from browser.sites.vinted.marketplace import Vinted
from gql_api.db.database import Database
from gql_api.db.job_counts import queued
from gql_api.db.jobs import Change, JobStore
from gql_api.db.publishing.publish_intents import Intent, IntentState, PublishStore
from gql_api.db.retention import AgingStore
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Result
from gql_api.jobs.engine import WORK, Engine, RunState
from gql_api.jobs.events import Broadcast, EventLog
from gql_api.jobs.open_forms import Parking
from gql_api.jobs.steps import StepRunner
from gql_api.jobs.timeouts import Deadlines
from gql_api.listings.admission import new_job
from tests.gql_api.db.conftest import LISTING, Clock

HOUR = timedelta(hours=1)


@dataclass
class Floor:
    """The stores and the engine; a job's step goes on until it is cancelled or let go."""

    clock: Clock
    database: Database
    jobs: JobStore
    events: EventLog
    publishes: PublishStore
    engine: Engine
    deadlines: Deadlines
    entered: asyncio.Queue[str]
    let_go: asyncio.Event

    async def accept(self, kind: JobKind = JobKind.PREPARE, **values: object) -> Job:
        made = new_job(kind, "default", "https://www.vinted.fr", LISTING, self.clock())
        job = replace(made, deadline=self.clock() + HOUR, **values)  # type: ignore[arg-type]
        stored, _ = await self.jobs.accept(job, key=None)
        await self.engine.enqueue(WORK, "prepare", stored.run_id, stored.account)
        return stored

    async def publish(self) -> Job:
        """A yes whose intent is written down."""
        prepared = await self.accept()
        await self.jobs.change(
            prepared.id, 1, Change(JobState.AWAITING_CONFIRMATION, result=Result())
        )
        job = await self.accept(
            JobKind.PUBLISH, dry_run=False, prepare_id=prepared.id, prepare_revision=1
        )
        await self.publishes.intend(Intent(job.id, prepared.id, 1, "default"))
        return job

    async def waiting(self) -> int:
        return await self.database.read(lambda tx: queued(tx, "default"))


@pytest.fixture
async def floor(tmp_path: Path) -> AsyncIterator[Floor]:
    clock, entered, let_go = Clock(), asyncio.Queue[str](), asyncio.Event()

    async def hold(run_id: str) -> None:
        entered.put_nowait(run_id)
        await let_go.wait()

    async def workflow(step: StepRunner, run_id: str) -> None:
        await step("hold", hold, run_id, preemptible=True)

    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    jobs = JobStore(database, clock)
    events = EventLog(jobs, Broadcast())
    driver = Driver(Chromium(None, headless=True), Vinted(), pacing=Profile.OFF)
    async with Engine(database, {"prepare": workflow}, places={WORK: 2}) as engine:
        parking = Parking(driver, capacity=1)
        aging = AgingStore(database)
        yield Floor(
            clock=clock,
            database=database,
            jobs=jobs,
            events=events,
            publishes=PublishStore(database, clock, per_minute=5),
            engine=engine,
            deadlines=Deadlines(aging, events, engine, parking, patience=HOUR, now=clock),
            entered=entered,
            let_go=let_go,
        )
        let_go.set()
    await database.close()


async def test_an_overdue_job_fails_and_frees_its_accounts_place(floor: Floor) -> None:
    stuck = await floor.accept()
    assert await asyncio.wait_for(floor.entered.get(), 10) == stuck.run_id
    behind = await floor.accept()
    floor.clock.pass_seconds(3599)
    await floor.deadlines.enforce()
    assert (await floor.jobs.get(stuck.id)).is_active and await floor.waiting() == 2
    floor.clock.pass_seconds(1)
    later = await floor.accept()
    await floor.deadlines.enforce()
    for job in (stuck, behind):
        failed = await floor.jobs.get(job.id)
        assert failed.state is JobState.FAILED and failed.deadline is None
        assert failed.result and failed.result.problem
        assert failed.result.problem.code == "deadline"
        assert (await floor.engine.known([job.run_id]))[job.run_id] is RunState.ENDED
    assert await floor.waiting() == 1
    # Neither the one that ran nor the one in the queue keeps the account from its next job.
    assert await asyncio.wait_for(floor.entered.get(), 10) == later.run_id


async def test_a_watcher_is_told_and_the_event_is_the_last(floor: Floor) -> None:
    job = await floor.accept()
    floor.clock.pass_seconds(3600)
    await floor.deadlines.enforce()
    await floor.deadlines.enforce()
    told = [event async for event in floor.events.watch(job.id)]
    assert [event.state for event in told] == [JobState.QUEUED, JobState.FAILED]
    assert told[-1].problem and told[-1].problem.code == "deadline"


async def test_a_yes_that_waits_for_its_slot_too_long_counts_again(floor: Floor) -> None:
    job = await floor.publish()
    waiting = Change(JobState.WAITING_FOR_SLOT, slot_at=floor.clock())
    await floor.jobs.change(job.id, 1, waiting)
    assert (await floor.jobs.get(job.id)).deadline == job.deadline
    floor.clock.pass_seconds(3600)
    await floor.deadlines.enforce()
    assert (await floor.jobs.get(job.id)).state is JobState.FAILED
    assert await floor.publishes.state(job.id) is IntentState.FAILED
    assert not await floor.publishes.act(job.id)


@pytest.mark.parametrize("intent", [IntentState.ACTING, IntentState.UNKNOWN])
async def test_a_click_that_was_made_is_not_cut_off(floor: Floor, intent: IntentState) -> None:
    job = await floor.publish()
    assert await floor.publishes.act(job.id)
    if intent is IntentState.UNKNOWN:
        await floor.jobs.change(job.id, 1, Change(JobState.RUNNING, settle=intent))
    floor.clock.pass_seconds(10 * 3600)
    await floor.deadlines.enforce()
    kept = await floor.jobs.get(job.id)
    assert kept.is_active and kept.result is None
    assert await floor.publishes.state(job.id) is intent
    assert (await floor.engine.known([job.run_id]))[job.run_id] is RunState.GOING_ON


async def test_a_correction_has_a_deadline_of_its_own(floor: Floor) -> None:
    job = await floor.accept()
    ready = Result(outcome=Outcome.PREPARED, expires_at=floor.clock() + timedelta(minutes=15))
    await floor.jobs.change(job.id, 1, Change(JobState.AWAITING_CONFIRMATION, result=ready))
    assert (await floor.jobs.get(job.id)).deadline is None
    floor.clock.pass_seconds(3000)
    assert [each.id for each in await floor.jobs.outlived()] == [job.id]
    again = replace(job, revision=2, deadline=floor.clock() + HOUR)
    await floor.jobs.accept(again, key=None)
    assert (await floor.jobs.get(job.id, 1)).deadline is None
    floor.clock.pass_seconds(3000)
    await floor.deadlines.enforce()
    assert (await floor.jobs.get(job.id)).deadline == again.deadline

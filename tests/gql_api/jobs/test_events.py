"""Watching a job: late, early, slow and again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.domain.job import Job, JobEvent, JobKind, JobState, Outcome, Result
from gql_api.errors import NotFound
from gql_api.jobs.events import BACKLOG, Broadcast, EventLog
from gql_api.listings.admission import new_job
from tests.gql_api.db.conftest import LISTING, Clock

DONE = Change(JobState.DONE, percent=100, result=Result(outcome=Outcome.PUBLISHED))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[JobStore]:
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    yield JobStore(database, Clock())
    await database.close()


@pytest.fixture
def log(store: JobStore) -> EventLog:
    return EventLog(store, Broadcast())


@pytest.fixture
async def job(store: JobStore) -> Job:
    job = new_job(JobKind.PREPARE, "default", "https://www.vinted.fr", LISTING, Clock()())
    return (await store.accept(job, key=None))[0]


async def _all(log: EventLog, job: Job, after: int = 0) -> list[JobEvent]:
    return [event async for event in log.watch(job.id, after)]


async def test_a_watcher_sees_everything_once_and_in_order(log: EventLog, job: Job) -> None:
    watching = asyncio.create_task(_all(log, job))
    for percent in range(10):
        await log.change(job.id, 1, Change(JobState.RUNNING, percent=percent))
    await log.change(job.id, 1, DONE)
    events = await asyncio.wait_for(watching, 5)
    assert [event.seq for event in events] == list(range(1, 13))
    assert events[-1].outcome is Outcome.PUBLISHED


async def test_a_late_watcher_gets_the_replay_and_the_end(log: EventLog, job: Job) -> None:
    await log.change(job.id, 1, Change(JobState.RUNNING))
    await log.change(job.id, 1, DONE)
    assert [event.seq for event in await _all(log, job)] == [1, 2, 3]
    assert [event.seq for event in await _all(log, job, after=2)] == [3]
    assert await asyncio.wait_for(_all(log, job, after=3), 5) == []


async def test_a_slow_watcher_misses_nothing(log: EventLog, job: Job) -> None:
    watch = log.watch(job.id)
    seen = [(await anext(watch)).seq]
    for _ in range(BACKLOG * 2):
        await log.change(job.id, 1, Change(JobState.RUNNING))
    await log.change(job.id, 1, DONE)
    seen += [event.seq async for event in watch]
    assert seen == list(range(1, BACKLOG * 2 + 3))


async def test_watching_nothing_is_an_error(log: EventLog) -> None:
    with pytest.raises(NotFound):
        await anext(log.watch("nothing"))


async def test_closing_ends_every_watcher(store: JobStore, job: Job) -> None:
    broadcast = Broadcast()
    log = EventLog(store, broadcast)
    watching = asyncio.create_task(_all(log, job))
    everything = asyncio.create_task(anext(log.watch_all(), None))
    while len(broadcast) < 2:
        await asyncio.sleep(0)
    broadcast.close()
    assert [event.seq for event in await asyncio.wait_for(watching, 5)] == [1]
    assert await asyncio.wait_for(everything, 5) is None
    assert await asyncio.wait_for(_all(log, job, after=1), 5) == []

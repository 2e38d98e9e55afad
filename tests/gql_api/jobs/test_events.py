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


class _Taker:
    """Takes events at once where it may, and notes which."""

    def __init__(self) -> None:
        self.ready = True
        self.taken: list[int] = []

    def __call__(self, event: JobEvent) -> bool:
        if self.ready:
            self.taken.append(event.seq)
        return self.ready


async def _given(log: EventLog, job: Job, take: _Taker) -> list[int]:
    return [event.seq async for event in log.watch(job.id, take=take)]


async def _waits(log: EventLog, job: Job, take: _Taker) -> asyncio.Task[list[int]]:
    """A watcher that has seen what there was, and waits for more."""
    broadcast = log._broadcast
    watching = asyncio.create_task(_given(log, job, take))
    while not any(each._seen for each in broadcast._readers.get(job.id, ())):
        await asyncio.sleep(0.001)
    return watching


async def test_who_can_take_an_event_at_once_is_handed_it_as_it_is_told(
    log: EventLog, job: Job
) -> None:
    take = _Taker()
    watching = await _waits(log, job, take)
    for percent in range(3):
        await log.change(job.id, 1, Change(JobState.RUNNING, percent=percent))
        assert take.taken[-1] == percent + 2
    await log.change(job.id, 1, DONE)
    log._broadcast.publish(JobEvent(job.id, 6, Clock()(), JobState.DONE, 1, 100))  # of no run
    assert take.taken == [2, 3, 4, 5]
    assert await asyncio.wait_for(watching, 5) == [1]


async def test_who_cannot_take_one_gets_it_and_what_follows_in_order(
    log: EventLog, job: Job
) -> None:
    take = _Taker()
    watching = await _waits(log, job, take)
    take.ready = False
    await log.change(job.id, 1, Change(JobState.RUNNING, percent=1))
    take.ready = True  # too late for the first, which this one may not overtake
    event = JobEvent(job.id, 3, Clock()(), JobState.RUNNING, 1, 2)
    log._broadcast.publish(event)
    assert take.taken == []
    await log.change(job.id, 1, Change(JobState.RUNNING, percent=2))
    await log.change(job.id, 1, DONE)
    assert sorted(await asyncio.wait_for(watching, 5) + take.taken) == [1, 2, 3, 4]


async def test_nobody_who_is_busy_with_an_event_is_handed_the_next(log: EventLog, job: Job) -> None:
    take = _Taker()
    watch = log.watch(job.id, take=take)
    assert (await anext(watch)).seq == 1
    await log.change(job.id, 1, Change(JobState.RUNNING, percent=1))
    assert (await anext(watch)).seq == 2
    await log.change(job.id, 1, DONE)
    assert [event.seq async for event in watch] == [3]
    assert take.taken == []


async def test_what_was_missed_is_not_jumped_over(log: EventLog, job: Job) -> None:
    take = _Taker()
    watching = await _waits(log, job, take)
    await log._jobs.change(job.id, 1, Change(JobState.RUNNING, percent=1))  # told to nobody
    await log.change(job.id, 1, Change(JobState.RUNNING, percent=2))
    assert take.taken == []
    await log.change(job.id, 1, DONE)
    given = await asyncio.wait_for(watching, 5)
    assert given[:3] == [1, 2, 3]
    assert given + take.taken == [1, 2, 3, 4]

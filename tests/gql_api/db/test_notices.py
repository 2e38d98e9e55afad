"""The outbox of notices on both databases: stored with the result, taken over by one process."""

import asyncio
from collections.abc import Callable

from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.notices.outbox import Audience, DeliveryState, NoticeStore
from gql_api.db.statistics import FigureStore
from gql_api.domain.job import Job, JobState, Outcome, Result
from tests.gql_api.db.conftest import Clock

READY = Change(JobState.AWAITING_CONFIRMATION, result=Result(outcome=Outcome.PREPARED))


async def test_a_notice_is_taken_over_once_and_ends(
    database: Database, clock: Clock, a_job: Callable[..., Job]
) -> None:
    store = NoticeStore(database, clock, Audience(everybody=("webhook",)))
    jobs = JobStore(database, clock, store.write)
    job, _ = await jobs.accept(a_job(), key=None)
    assert await store.due("webhook") == []
    assert await jobs.change(job.id, 1, READY)

    (delivery,) = await store.due("webhook")
    taken = await asyncio.gather(*(store.claim(delivery) for _ in range(4)))
    assert sorted(taken) == [False, False, False, True]
    assert await store.due("webhook") == []
    clock.pass_seconds(60)
    (again,) = await store.due("webhook")
    assert (again.id, again.tries) == (delivery.id, 0)
    await store.end(again, DeliveryState.SENT)
    clock.pass_seconds(60)
    assert await store.due("webhook") == []


async def test_what_is_awaited_no_more_is_dropped_and_not_counted(
    database: Database, clock: Clock, a_job: Callable[..., Job]
) -> None:
    store = NoticeStore(database, clock, Audience(everybody=("webhook",)))
    jobs, figures = JobStore(database, clock, store.write), FigureStore(database, clock)
    job, _ = await jobs.accept(a_job(), key=None)
    await jobs.change(job.id, 1, READY)
    assert (await figures.read()).notices_waiting == 1
    cancelled = Change(JobState.CANCELLED, expect=frozenset({JobState.AWAITING_CONFIRMATION}))
    assert await jobs.change(job.id, 1, cancelled)

    (delivery,) = await store.due("webhook")
    assert not await store.claim(delivery)
    assert await store.due("webhook") == []
    read = await figures.read()
    assert (read.notices_waiting, read.notices_failed) == (0, 0)

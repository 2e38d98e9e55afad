"""The outbox of notices on both databases: stored with the result, taken over by one process."""

import asyncio
from collections.abc import Callable

from gql_api.db.database import Database
from gql_api.db.importing.imports import ImportStore
from gql_api.db.jobs import Change, JobStore
from gql_api.db.notices.outbox import Audience, DeliveryState, NoticeStore
from gql_api.db.retention import AgingStore
from gql_api.db.statistics import FigureStore
from gql_api.domain.imports import RowState
from gql_api.domain.job import Job, JobState, Outcome, Problem, Result
from tests.gql_api.db.conftest import Clock
from tests.gql_api.db.test_imports import imported

EXPIRED = Change(JobState.FAILED, result=Result(problem=Problem("session_expired", "It ended.")))
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


async def test_the_end_of_a_session_is_told_once_for_an_import(
    database: Database, clock: Clock, a_job: Callable[..., Job]
) -> None:
    store = NoticeStore(database, clock, Audience(everybody=("webhook",)))
    jobs = JobStore(database, clock, store.write)
    imports = ImportStore(database, clock, ahead=3, budget=None)
    first, second, others = [
        await imports.add(imported(clock, RowState.WAITING, account=account))
        for account in ("default", "default", "other")
    ]
    saved_at = clock()
    clock.pass_seconds(60)
    await asyncio.gather(*(store.session_ended("default", first.id, saved_at) for _ in range(3)))
    await store.session_ended("default", second.id, saved_at)
    (told,) = await store.due("webhook")
    assert (told.kind, told.import_id, told.job_id) == ("session_expired", first.id, None)
    assert await store.claim(told)

    await store.session_ended("other", others.id, saved_at)
    clock.pass_seconds(1)
    fresh = clock()
    await store.session_ended("default", second.id, fresh)
    assert {each.import_id for each in await store.due("webhook")} == {others.id, second.id}

    newer = clock()
    job, _ = await jobs.accept(a_job(), key=None)
    assert await jobs.change(job.id, 1, EXPIRED)
    await store.session_ended(job.account, first.id, newer)
    assert len(await store.due("webhook")) == 3, "a job has told it"


async def test_a_notice_goes_with_its_import(database: Database, clock: Clock) -> None:
    store = NoticeStore(database, clock, Audience(everybody=("webhook",)))
    imports = ImportStore(database, clock, ahead=3, budget=None)
    left = await imports.add(imported(clock, RowState.SKIPPED))
    await store.session_ended("default", left.id, clock())
    assert len(await store.due("webhook")) == 1
    clock.pass_seconds(60)
    assert await AgingStore(database).remove_imports(clock()) == 1
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

"""The figures of the database, as every process reads them."""

from dataclasses import replace
from datetime import timedelta

from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.publishing.publish_intents import Intent, IntentState, PublishStore
from gql_api.db.sessions import RestStore
from gql_api.db.statistics import FigureStore
from gql_api.domain.job import JobKind, JobState, Outcome, Result
from tests.gql_api.db.conftest import Clock
from tests.gql_api.db.test_jobs import MakeJob

QUEUED, SLOT, DONE = JobState.QUEUED, JobState.WAITING_FOR_SLOT, JobState.DONE


async def test_jobs_are_counted_by_kind_and_state(
    database: Database, jobs: JobStore, a_job: MakeJob, clock: Clock
) -> None:
    figures = FigureStore(database, clock)
    empty = await figures.read()
    assert len(empty.jobs) == len(JobKind) * len(JobState) and set(empty.jobs.values()) == {0}
    first, _ = await jobs.accept(a_job(), key=None)
    await jobs.accept(a_job(), key=None)
    await jobs.change(first.id, 1, Change(DONE, result=Result()))
    found = await figures.read()
    assert found.jobs["prepare", DONE] == found.jobs["prepare", QUEUED] == 1
    assert sum(found.jobs.values()) == 2


async def test_the_oldest_that_waits_is_told_by_queue(
    database: Database, jobs: JobStore, a_job: MakeJob, clock: Clock
) -> None:
    prepared, _ = await jobs.accept(a_job(), key=None)
    clock.pass_seconds(40)
    publish = a_job(JobKind.PUBLISH, prepare_id=prepared.id, prepare_revision=1)
    waiting, _ = await jobs.accept(replace(publish, dry_run=False), key=None)
    await jobs.accept(publish_dry := replace(publish, id="f" * 32), key=None)
    assert publish_dry.dry_run
    clock.pass_seconds(5)
    await jobs.change(waiting.id, 1, Change(SLOT, slot_at=clock() + timedelta(seconds=9)))
    clock.pass_seconds(2)
    queues = (await FigureStore(database, clock).read()).queues
    assert (queues["jobs"].jobs, queues["jobs"].oldest_seconds) == (2, 47)
    assert (queues["clicks"].jobs, queues["clicks"].oldest_seconds) == (1, 2)


async def test_clicks_unknown_outcomes_and_rests_are_counted(
    database: Database, jobs: JobStore, publishes: PublishStore, a_job: MakeJob, clock: Clock
) -> None:
    prepared, _ = await jobs.accept(a_job(), key=None)
    publish = a_job(JobKind.PUBLISH, prepare_id=prepared.id, prepare_revision=1)
    job, _ = await jobs.accept(replace(publish, dry_run=False), key=None)
    await publishes.intend(Intent(job.id, prepared.id, 1, job.account))
    figures = FigureStore(database, clock)
    assert (await figures.read()).clicks == 0
    assert await publishes.act(job.id)
    result = Result(outcome=Outcome.OUTCOME_UNKNOWN)
    await jobs.change(job.id, 1, Change(DONE, result=result, settle=IntentState.UNKNOWN))
    await RestStore(database).put("default", "captcha", clock() + timedelta(minutes=1))
    found = await figures.read()
    assert (found.clicks, found.unknown, found.published, found.resting) == (1, 1, 0, 1)
    clock.pass_seconds(61)
    found = await figures.read()
    assert (found.clicks, found.unknown, found.resting) == (0, 1, 0)


async def test_workers_are_counted_where_there_may_be_several(
    database: Database, clock: Clock
) -> None:
    workers = (await FigureStore(database, clock).read()).workers
    assert workers == (None if database.is_sqlite else 0)

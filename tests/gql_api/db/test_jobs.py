"""Jobs with their events and idempotency keys, on a real SQLite file and a real PostgreSQL."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from browser.listing import (
    Evidence,
    EvidenceSource,
    FieldReport,
    FormReading,
    Option,
    Question,
    RankedOption,
)
from gql_api.db.database import Database
from gql_api.db.idempotency import Key
from gql_api.db.job_mapper import result_text
from gql_api.db.jobs import Change, JobStore
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Problem, Result
from gql_api.domain.pagination import PageStart, cursor, page_start
from gql_api.errors import Conflict, KeyReused, NotFound
from tests.gql_api.db.conftest import LISTING, Clock, only_sqlite

MakeJob = Callable[..., Job]


async def test_a_job_comes_back_as_it_was_stored(jobs: JobStore, a_job: MakeJob) -> None:
    stored, replayed = await jobs.accept(a_job(), key=None)
    found = await jobs.get(stored.id)
    assert not replayed
    assert found.listing == LISTING
    assert found.state is JobState.QUEUED
    assert found.last_seq == 1


async def test_a_result_comes_back_with_every_value(
    jobs: JobStore, a_job: MakeJob, clock: Clock
) -> None:
    job, _ = await jobs.accept(a_job(), key=None)
    option = RankedOption(Option("3", "Bon état", ("État",)), 0.97, "synonym")
    result = Result(
        outcome=Outcome.PREPARED,
        username="demo",
        fields=(FieldReport("condition", "bon", "Bon état", "3", 0.97, "synonym", (option,), 1),),
        questions=(Question("category", "Sacs", "two branches", (option,)),),
        warnings=("w",),
        errors={"title": "trop long"},
        reading=FormReading({"title": "Hoodie"}, 2),
        expires_at=clock() + timedelta(minutes=15),
        problem=Problem("x", "y"),
    )
    await jobs.change(job.id, 1, Change(JobState.AWAITING_CONFIRMATION, result=result))
    assert (await jobs.get(job.id)).result == result


def test_a_report_of_a_release_before_has_no_evidence_and_assumes_nothing() -> None:
    evidence = (Evidence(EvidenceSource.TITLE, "noir"),)
    report = FieldReport("color", None, "Noir", "1", evidence=evidence, assumed=True)
    stored = json.loads(result_text.dump_json(Result(fields=(report,))))
    assert result_text.validate_python(stored).fields == (report,)
    for member in ("evidence", "assumed"):
        del stored["fields"][0][member]
    (older,) = result_text.validate_python(stored).fields
    assert (older.chosen, older.evidence, older.assumed) == ("Noir", (), False)


async def test_an_unknown_job_is_not_found(jobs: JobStore) -> None:
    with pytest.raises(NotFound):
        await jobs.get("nothing")


async def test_events_have_no_gaps_whoever_writes_them(jobs: JobStore, a_job: MakeJob) -> None:
    job, _ = await jobs.accept(a_job(), key=None)
    changes = [Change(JobState.RUNNING, percent=each) for each in range(40)]
    await asyncio.gather(*(jobs.change(job.id, 1, change) for change in changes))
    events = await jobs.events_after(job.id, 0)
    assert [event.seq for event in events] == list(range(1, 42))


async def test_a_job_that_is_over_is_not_changed(jobs: JobStore, a_job: MakeJob) -> None:
    job, _ = await jobs.accept(a_job(), key=None)
    await jobs.change(job.id, 1, Change(JobState.CANCELLED))
    assert await jobs.change(job.id, 1, Change(JobState.RUNNING)) is None
    assert (await jobs.get(job.id)).state is JobState.CANCELLED


async def test_an_earlier_revision_keeps_its_own_result(jobs: JobStore, a_job: MakeJob) -> None:
    job, _ = await jobs.accept(a_job(), key=None)
    first = Result(outcome=Outcome.NOT_READY, reason="questions")
    await jobs.change(job.id, 1, Change(JobState.AWAITING_ANSWERS, result=first))
    again = replace(job, revision=2, listing=replace(LISTING, title="Sweat"))
    await jobs.accept(again, key=None)
    assert (await jobs.get(job.id)).result is None
    assert (await jobs.get(job.id)).listing.title == "Sweat"
    earlier = await jobs.get(job.id, 1)
    assert earlier.result == first
    assert earlier.state is JobState.AWAITING_ANSWERS
    assert earlier.listing.title == LISTING.title


async def test_a_change_for_an_earlier_revision_is_ignored(jobs: JobStore, a_job: MakeJob) -> None:
    job, _ = await jobs.accept(a_job(), key=None)
    await jobs.change(job.id, 1, Change(JobState.DONE, result=Result()))
    await jobs.accept(replace(job, revision=2), key=None)
    assert await jobs.change(job.id, 1, Change(JobState.RUNNING)) is None


async def test_one_key_names_one_job_however_many_ask(jobs: JobStore, a_job: MakeJob) -> None:
    key = Key("publish", "abc123", "f" * 64)
    answers = await asyncio.gather(*(jobs.accept(a_job(), key=key) for _ in range(20)))
    assert len({job.id for job, _ in answers}) == 1
    assert sum(not replayed for _, replayed in answers) == 1


async def test_one_key_with_another_request_is_refused(jobs: JobStore, a_job: MakeJob) -> None:
    await jobs.accept(a_job(), key=Key("publish", "abc123", "f" * 64))
    with pytest.raises(KeyReused):
        await jobs.accept(a_job(), key=Key("publish", "abc123", "e" * 64))
    # The same text names something else for another operation.
    _, replayed = await jobs.accept(a_job(), key=Key("prepare", "abc123", "e" * 64))
    assert not replayed


async def test_a_refused_job_leaves_nothing_behind(jobs: JobStore, a_job: MakeJob) -> None:
    def refuse(_: object) -> None:
        raise Conflict("no")

    key = Key("prepare", "k", "f" * 64)
    with pytest.raises(Conflict):
        await jobs.accept(a_job(), key=key, admit=refuse)
    assert await jobs.find_key(key) is None
    assert await jobs.unfinished() == ()


async def test_lists_are_newest_first_and_filtered(
    jobs: JobStore, a_job: MakeJob, clock: Clock
) -> None:
    made = []
    for account in ("a", "b", "a"):
        made.append((await jobs.accept(a_job(account=account), key=None))[0])
        clock.pass_seconds(1)
    found = await jobs.list(account="a", kind=None, states=frozenset(), limit=9, start=None)
    assert [job.id for job in found] == [made[2].id, made[0].id]
    before = await jobs.list(
        account=None,
        kind=JobKind.PREPARE,
        states=frozenset(),
        limit=1,
        start=PageStart(made[2].created_at),
    )
    assert [job.id for job in before] == [made[1].id]


async def test_what_came_in_one_microsecond_is_on_one_page_or_the_next(
    jobs: JobStore, a_job: MakeJob
) -> None:
    made = {(await jobs.accept(a_job(account=name), key=None))[0].id for name in "abcde"}
    seen: list[str] = []
    start = None
    while found := await jobs.list(
        account=None, kind=None, states=frozenset(), limit=2, start=start
    ):
        seen += [job.id for job in found]
        start = page_start(cursor(found[-1]))
        assert len(seen) <= len(made)
    assert (len(seen), set(seen)) == (len(made), made)


async def test_a_cursor_of_an_earlier_release_is_still_read(
    jobs: JobStore, a_job: MakeJob, clock: Clock
) -> None:
    older, _ = await jobs.accept(a_job(account="a"), key=None)
    clock.pass_seconds(1)
    newer, _ = await jobs.accept(a_job(account="b"), key=None)
    (kept, _) = cursor(newer).split("_")
    found = await jobs.list(
        account=None, kind=None, states=frozenset(), limit=9, start=page_start(kept)
    )
    assert [job.id for job in found] == [older.id]


async def test_a_preparation_outlives_its_token(
    jobs: JobStore, a_job: MakeJob, clock: Clock
) -> None:
    job, _ = await jobs.accept(a_job(), key=None)
    result = Result(outcome=Outcome.PREPARED, expires_at=clock() + timedelta(seconds=60))
    await jobs.change(job.id, 1, Change(JobState.AWAITING_CONFIRMATION, result=result))
    assert await jobs.outlived() == ()
    clock.pass_seconds(61)
    assert [each.id for each in await jobs.outlived()] == [job.id]


@only_sqlite
async def test_commits_are_durable_and_have_one_writer(database: Database) -> None:
    def pragma(name: str) -> object:
        return lambda tx: tx.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    assert await database.read(pragma("synchronous")) == 2  # FULL
    assert await database.read(pragma("journal_mode")) == "wal"


@only_sqlite
async def test_the_database_clock_has_milliseconds(database: Database) -> None:
    query = "SELECT unixepoch('subsec'), strftime('%s', 'now')"
    row = await database.read(lambda tx: tx.exec_driver_sql(query).one())
    assert all(isinstance(value, float) for value in row)

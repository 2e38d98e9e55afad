"""Rows of imports as they are read: counted by the database, page by page, and what changed.

On SQLite and on PostgreSQL.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.jobs import Change
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.imports import Stage, Tally
from gql_api.domain.job import JobKind, JobState
from gql_api.errors import NotFound
from gql_api.listings.admission import new_job
from tests.gql_api.db.conftest import LISTING, Clock
from tests.gql_api.db.test_imports import BAD, HELD, ORIGIN, WAITING, Shop, imported

OVER = frozenset({JobState.AWAITING_CONFIRMATION})


@contextmanager
def queries() -> Iterator[list[str]]:
    """What is asked of any database meanwhile."""
    asked: list[str] = []

    def note(*told: object) -> None:
        asked.append(str(told[2]))

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


async def everywhere(shop: Shop) -> tuple[str, dict[int, Stage]]:
    """An import with rows at many stages, and where each is."""
    made = await shop.imports.add(imported(shop.clock, *[WAITING] * 7, HELD, BAD))
    assert await shop.feed() == [2, 3, 4, 5, 6, 7]
    jobs = {row.line: row.job_id or "" for row in await shop.rows(made.id)}
    await shop.jobs.change(jobs[3], 1, Change(JobState.EXPIRED, expect=OVER))
    await shop.click(jobs[4])
    await shop.click(jobs[5])
    yes = (await shop.rows(made.id))[3].publish
    assert yes
    done = Change(JobState.DONE, settle=IntentState.DONE)
    assert await shop.jobs.change(yes.id, 1, done)
    await shop.click(jobs[6])
    yes = (await shop.rows(made.id))[4].publish
    assert yes
    assert await shop.jobs.change(yes.id, 1, replace(done, settle=IntentState.UNKNOWN))
    await shop.jobs.change(jobs[7], 1, Change(JobState.CANCELLED, expect=OVER))
    return made.id, {
        2: Stage.PREPARED, 3: Stage.EXPIRED, 4: Stage.PUBLISHING, 5: Stage.CLICKED,
        6: Stage.ATTENTION, 7: Stage.SKIPPED, 8: Stage.WAITING, 9: Stage.HELD, 10: Stage.BAD,
    }  # fmt: skip


async def test_what_is_counted_marked_and_read_of_a_row_is_the_same(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=6, budget=None)
    named, stages = await everywhere(shop)
    rows = await shop.rows(named)
    assert {row.line: row.stage for row in rows} == stages
    found, marks = await shop.imports.look(named, "")
    assert {row.line: row.stage for row in marks} == stages
    (listed,) = await shop.imports.list(owner="", account=None, limit=5, start=None)
    assert listed.tally == found.tally == Tally.of(rows) == Tally.of(marks)
    assert max(row.changed_at for row in marks) == found.tally.changed_at
    assert found.done is False and found.next_at == rows[6].planned_at


async def test_a_list_asks_as_little_of_many_rows_as_of_few(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    await shop.imports.add(imported(clock, HELD))

    async def asked() -> int:
        with queries() as those:
            await shop.imports.list(owner="", account=None, limit=20, start=None)
        assert not any("listing" in each for each in those), "no row is read for a list"
        return len(those)

    one = await asked()
    for _ in range(4):
        await shop.imports.add(imported(clock, *[HELD] * 30))
    assert await asked() == one


async def test_rows_come_page_by_page_and_by_stage_and_line(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=6, budget=None)
    named, _ = await everywhere(shop)

    async def lines(**asked: object) -> list[int]:
        query = {"limit": 100, **asked}
        return [row.line for row in await shop.imports.rows(named, "", **query)]  # type: ignore[arg-type]

    assert await lines(limit=3) == [2, 3, 4]
    assert await lines(limit=3, after=4) == [5, 6, 7]
    assert await lines(stages={Stage.WAITING, Stage.EXPIRED}) == [3, 8]
    assert await lines(stages={Stage.WAITING, Stage.EXPIRED}, after=3) == [8]
    assert await lines(lines=[9, 99, 2]) == [2, 9]
    assert await lines(lines=[9, 2], stages={Stage.HELD}) == [9]
    with pytest.raises(NotFound):
        await shop.imports.rows(named, "f" * 32, limit=1)


async def test_a_yes_of_an_earlier_picture_says_nothing_of_the_new_one(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=6, budget=None)
    found = await shop.imports.add(imported(clock, WAITING))
    await shop.feed()
    (row,) = await shop.rows(found.id)
    assert row.job
    yes = new_job(JobKind.PUBLISH, "default", ORIGIN, LISTING, clock())
    yes = replace(yes, dry_run=False, prepare_id=row.job.id, prepare_revision=0)
    await shop.jobs.accept(yes, key=None)
    (_, (mark,)), (row,) = await shop.imports.look(found.id, ""), await shop.rows(found.id)
    assert mark.stage is row.stage is Stage.PREPARED
    assert mark.publish_id == yes.id, "it is told all the same"


async def test_a_mark_says_when_its_row_was_moved_last(database: Database, clock: Clock) -> None:
    shop = Shop(database, clock, ahead=6, budget=None)
    found = await shop.imports.add(imported(clock, WAITING, HELD, HELD))

    async def moved() -> list[int]:
        now = clock()
        _, marks = await shop.imports.look(found.id, "")
        return [row.line for row in marks if row.changed_at == now]

    assert await moved() == [2, 3, 4]
    clock.pass_seconds(60)
    await shop.imports.skip(found.id, "", [4])
    assert await moved() == [4]
    clock.pass_seconds(60)
    assert await shop.feed() == [2] and await moved() == [2]
    clock.pass_seconds(60)
    await shop.click((await shop.rows(found.id))[0].job_id or "")
    assert await moved() == [2]

"""Imports as rows: the order of approval, the few ahead, the plan of the days, and what is deleted.

On SQLite and on PostgreSQL.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from browser.listing import PhotoFile
from browser.messages import Message
from gql_api.db.database import Database
from gql_api.db.forgotten_accounts import ForgottenAccountStore
from gql_api.db.importing.account_defaults import DefaultsStore
from gql_api.db.importing.imports import ImportStore, NotNow
from gql_api.db.jobs import Change, JobStore, new_id
from gql_api.db.photos import PhotoStore, StoredPhoto
from gql_api.db.publishing.publish_intents import Intent, PublishStore
from gql_api.db.retention import AgingStore
from gql_api.domain.content_digest import NO_DIGESTS
from gql_api.domain.defaults import AccountDefaults
from gql_api.domain.import_plan import DAY, kept_plan, planned
from gql_api.domain.imports import Import, ImportRequest, ImportRow, RowState, Stage
from gql_api.domain.job import Job, JobKind, JobState
from gql_api.errors import Conflict, NotFound
from gql_api.listings.admission import new_job, revised
from tests.gql_api.db.conftest import LISTING, Clock

ORIGIN = "https://www.vinted.fr"


def imported(clock: Clock, *states: RowState, account: str = "default") -> Import:
    """An import whose rows are in these states, from line 2 on."""
    import_id = new_id()
    rows = tuple(
        ImportRow(import_id, line, state, LISTING if state is not RowState.BAD else None)
        for line, state in enumerate(states, 2)
    )
    return Import(import_id, account, ORIGIN, "a.csv", clock(), rows)


class Shop:
    """The stores over one database, and a person who says yes."""

    def __init__(self, database: Database, clock: Clock, *, ahead: int, budget: int | None) -> None:
        self.database, self.clock = database, clock
        self.imports = ImportStore(database, clock, ahead=ahead, budget=budget)
        self.jobs = JobStore(database, clock)
        self.publishes = PublishStore(database, clock, per_minute=60)

    async def rows(self, import_id: str, owner: str = "") -> tuple[ImportRow, ...]:
        """Every row as it stands."""
        return await self.imports.rows(import_id, owner, limit=1000)

    async def feed(self, account: str = "default") -> list[int]:
        """Begin every row that may begin now; their lines."""
        begun = []
        while found := await self.imports.next_row(account):
            row, origin = found
            await self.begin(row, account, origin)
            begun.append(row.line)
        return begun

    async def begin(self, row: ImportRow, account: str, origin: str = ORIGIN) -> Job:
        job = new_job(JobKind.PREPARE, account, origin, LISTING, self.clock())
        job = replace(job, id=row.next_job_id)
        stored, _ = await self.jobs.accept(
            job, key=None, admit=lambda tx: self.imports.begin(tx, row, account)
        )
        waits = Change(JobState.AWAITING_CONFIRMATION)
        await self.jobs.change(job.id, 1, waits)
        return stored

    async def click(self, job_id: str) -> None:
        prepared = await self.jobs.get(job_id)
        job = new_job(JobKind.PUBLISH, prepared.account, ORIGIN, LISTING, self.clock())
        job = replace(job, dry_run=False, prepare_id=job_id, prepare_revision=1)
        await self.jobs.accept(job, key=None)
        intent = Intent(job.id, job_id, 1, prepared.account)
        await self.publishes.intend(intent)
        assert await self.publishes.act(job.id, None)


WAITING, HELD, BAD = RowState.WAITING, RowState.HELD, RowState.BAD


def test_the_plan_lets_a_days_listings_into_any_day() -> None:
    now = Clock()()
    hour = timedelta(hours=1)
    assert planned(now, None, [], 0, 3) == [now] * 3
    assert planned(now, 2, [], 0, 5) == [now, now, now + DAY, now + DAY, now + 2 * DAY]
    clicked = [now - 20 * hour, now - 2 * hour]
    assert planned(now, 2, clicked, 0, 3) == [now + 4 * hour, now + 22 * hour, now + 28 * hour]
    assert planned(now, 2, [], 1, 2) == [now, now + DAY]
    over = [now - 3 * hour, now - 2 * hour, now - hour]
    assert planned(now, 2, over, 0, 1) == [now + 22 * hour]


async def test_rows_begin_in_the_order_of_approval_a_few_ahead(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=2, budget=None)
    first = await shop.imports.add(imported(clock, HELD, HELD, BAD, HELD))
    second = await shop.imports.add(imported(clock, WAITING))
    assert await shop.feed() == [2]
    await shop.imports.approve(first.id, "", [5, 2])
    assert await shop.feed() == [5], "two wait for their person"
    assert [row.stage for row in await shop.rows(first.id)] == [
        Stage.WAITING, Stage.HELD, Stage.BAD, Stage.PREPARED,
    ]  # fmt: skip
    await shop.jobs.change(
        (await shop.rows(second.id))[0].job_id or "",
        1,
        Change(JobState.CANCELLED, expect=frozenset({JobState.AWAITING_CONFIRMATION})),
    )
    assert await shop.feed() == [2]
    await shop.imports.skip(first.id, "", [3])
    assert (await shop.rows(first.id))[1].stage is Stage.SKIPPED


async def test_a_row_begins_once_whoever_tries(database: Database, clock: Clock) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    await shop.imports.add(imported(clock, WAITING, WAITING))
    found = await shop.imports.next_row("default")
    assert found is not None
    row, _ = found
    job = await shop.begin(row, "default")
    again = await shop.begin(row, "default")
    assert again.id == job.id == row.next_job_id
    other = replace(row, tries=1)
    with pytest.raises(NotNow):
        await shop.begin(other, "default")
    with pytest.raises(NotFound):
        await shop.jobs.get(other.next_job_id)
    assert await shop.feed() == [3]


async def test_a_row_begins_before_those_of_another_market(
    database: Database, clock: Clock
) -> None:
    shop, german = Shop(database, clock, ahead=3, budget=1), "https://www.vinted.de"
    french = await shop.imports.add(imported(clock, WAITING, WAITING))
    made = await shop.imports.add(replace(imported(clock, WAITING, WAITING), origin=german))
    first, second = await shop.rows(made.id)
    assert first.planned_at == clock(), "the others take no turn of the day"
    found = await shop.imports.next_row("default", german)
    assert found is not None and found[1] == german
    with pytest.raises(NotNow):
        await shop.begin(second, "default", german)
    await shop.begin(found[0], "default", german)
    assert [row.stage for row in await shop.rows(french.id)] == [Stage.WAITING] * 2


async def test_a_row_that_was_left_out_meanwhile_does_not_begin(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    made = await shop.imports.add(imported(clock, WAITING, WAITING))
    found = await shop.imports.next_row("default")
    assert found is not None
    await shop.imports.skip(made.id, "", [2])
    with pytest.raises(NotNow):
        await shop.begin(found[0], "default")
    with pytest.raises(NotFound):
        await shop.jobs.get(found[0].next_job_id)
    assert await shop.feed() == [3]


async def test_what_cannot_be_prepared_is_not_approved_and_told_by_its_line(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=1, budget=None)
    found = await shop.imports.add(imported(clock, WAITING, BAD, HELD))
    await shop.feed()
    for lines, said in (([4, 3], "Line 3 cannot be prepared"), ([4, 2], "Line 2 was prepared")):
        with pytest.raises(Conflict, match=said):
            await shop.imports.approve(found.id, "", lines)
    rows = await shop.rows(found.id)
    assert [row.stage for row in rows] == [Stage.PREPARED, Stage.BAD, Stage.HELD]
    await shop.imports.approve(found.id, "", [4, 4])
    assert (await shop.rows(found.id))[2].stage is Stage.WAITING


async def test_what_began_is_left_out_only_once_its_job_is_over(
    database: Database, clock: Clock
) -> None:
    """Else a form goes on that no row shows: whoever skips takes the job back first."""
    shop = Shop(database, clock, ahead=1, budget=None)
    found = await shop.imports.add(imported(clock, WAITING, WAITING))
    await shop.feed()
    with pytest.raises(NotFound):
        await shop.imports.skip(found.id, "", [2, 3, 99])
    kept = await shop.rows(found.id)
    assert [row.stage for row in kept] == [Stage.PREPARED, Stage.WAITING]
    _, left = await shop.imports.skip(found.id, "", [2, 3])
    assert [row.stage for row in left] == [Stage.PREPARED, Stage.SKIPPED]
    cancelled = Change(JobState.CANCELLED, expect=frozenset({JobState.AWAITING_CONFIRMATION}))
    await shop.jobs.change(left[0].job_id or "", 1, cancelled)
    _, over = await shop.imports.skip(found.id, "", [2, 3])
    assert [row.state for row in over] == [RowState.SKIPPED] * 2


async def test_what_was_skipped_can_be_approved_again_with_a_job_of_its_own(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    found = await shop.imports.add(imported(clock, WAITING))
    await shop.feed()
    (row,) = await shop.rows(found.id)
    cancelled = Change(JobState.CANCELLED, expect=frozenset({JobState.AWAITING_CONFIRMATION}))
    await shop.jobs.change(row.job_id or "", 1, cancelled)
    await shop.imports.skip(found.id, "", [2])
    first = row.job_id
    await shop.imports.approve(found.id, "", [2])
    (row,) = await shop.rows(found.id)
    assert row.stage is Stage.WAITING and row.tries == 1
    assert await shop.feed() == [2]
    (begun,) = await shop.rows(found.id)
    assert begun.job_id == row.next_job_id != first


@pytest.mark.parametrize("ended", [JobState.EXPIRED, JobState.FAILED, JobState.DONE])
async def test_what_ran_out_or_failed_and_was_skipped_begins_again_when_it_is_approved(
    database: Database, clock: Clock, ended: JobState
) -> None:
    """Under the id of a job that has ended nothing would begin, and nothing behind it either."""
    shop = Shop(database, clock, ahead=3, budget=None)
    found = await shop.imports.add(imported(clock, WAITING, HELD))
    assert await shop.feed() == [2]
    row = (await shop.rows(found.id))[0]
    over = Change(ended, expect=frozenset({JobState.AWAITING_CONFIRMATION}))
    await shop.jobs.change(row.job_id or "", 1, over)
    await shop.imports.skip(found.id, "", [2])
    await shop.imports.approve(found.id, "", [2, 3])
    again = (await shop.rows(found.id))[0]
    assert again.stage is Stage.WAITING and again.next_job_id != row.job_id
    assert await shop.feed() == [2, 3]


async def test_a_row_whose_job_is_there_already_names_another_one(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    found = await shop.imports.add(imported(clock, WAITING, WAITING))
    row = (await shop.rows(found.id))[0]
    stray = new_job(JobKind.PREPARE, "default", ORIGIN, LISTING, clock())
    await shop.jobs.accept(replace(stray, id=row.next_job_id), key=None)
    await shop.imports.begin_anew(row)
    await shop.imports.begin_anew(row)
    assert (await shop.rows(found.id))[0].tries == 1, "once for each try"
    assert await shop.feed() == [2, 3]


async def test_the_plan_is_told_and_kept_over_a_restart(database: Database, clock: Clock) -> None:
    """Two a day: what is left goes on the next day, at the moment that was said."""
    start = clock()
    shop = Shop(database, clock, ahead=3, budget=2)
    found = await shop.imports.add(imported(clock, *[WAITING] * 5))
    told = [row.planned_at for row in await shop.rows(found.id)]
    assert told == [start, start, start + DAY, start + DAY, start + 2 * DAY]
    assert await shop.feed() == [2, 3]
    clock.pass_seconds(3600)
    for row in (await shop.rows(found.id))[:2]:
        await shop.click(row.job_id or "")
    assert await shop.feed() == []
    await shop.imports.skip(found.id, "", [6])
    told[-1] = None
    kept = [row.planned_at for row in await shop.rows(found.id)]
    assert kept == told, "a decision about another row an hour later moves nothing"

    again = Shop(database, clock, ahead=3, budget=2)
    assert [r.planned_at for r in await again.rows(found.id)] == told
    clock.pass_seconds(22 * 3600)
    assert await again.feed() == [], "not before it was said"
    clock.pass_seconds(3600)
    assert await again.feed() == [], "the clicks came an hour later than the plan"
    row = (await again.rows(found.id))[2]
    assert row.planned_at == start + DAY + timedelta(hours=1), "and that is told"
    clock.pass_seconds(3601)
    assert await again.feed() == [4, 5]


async def test_the_plan_follows_what_becomes_possible_and_the_pause(
    database: Database, clock: Clock
) -> None:
    start, pause = clock(), timedelta(minutes=30)
    shop = Shop(database, clock, ahead=3, budget=1)
    found = await shop.imports.add(imported(clock, WAITING, WAITING, WAITING))
    assert await shop.feed() == [2]

    async def plan() -> list[datetime | None]:
        return [row.planned_at for row in await shop.rows(found.id)][1:]

    assert await plan() == [start + DAY, start + 2 * DAY]
    await _cancelled(shop, (await shop.rows(found.id))[0].job_id)
    clock.pass_seconds(60)
    assert await shop.feed() == [3], "the form that was closed left its place to the next"
    assert await plan() == [clock(), clock() + DAY]

    more = Shop(database, clock, ahead=3, budget=5)
    defaults = DefaultsStore(database, clock, follow=partial(more.imports.replan, anew=True))
    await defaults.put("default", AccountDefaults(pause_minutes=30))
    assert await more.feed() == [], "the pause lies between"
    assert (await plan())[-1] == clock() + pause, "and the plan says so, with the larger budget"
    await defaults.put("default", AccountDefaults())
    assert await more.feed() == [4]


async def _cancelled(shop: Shop, job_id: str | None) -> None:
    waits = frozenset({JobState.AWAITING_CONFIRMATION})
    assert await shop.jobs.change(job_id or "", 1, Change(JobState.CANCELLED, expect=waits))


def test_behind_a_row_whose_time_has_passed_in_vain_nothing_that_was_told_is_kept() -> None:
    now, hour = Clock()(), timedelta(hours=1)
    told = [now - hour, now + hour, None]
    new = [now + 3 * hour, now + 4 * hour, now + 5 * hour]
    assert kept_plan(now, told, new) == new
    assert kept_plan(now, [now + hour, now + 9 * hour], new[:2]) == [now + hour, now + 4 * hour]


async def test_it_is_said_how_many_listings_keep_the_next_one_waiting(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=2, budget=None)
    found = await shop.imports.add(imported(clock, WAITING, WAITING, WAITING))
    assert (await shop.imports.standing("default")).said is None
    assert await shop.feed() == [2, 3]
    over = Change(JobState.EXPIRED, expect=frozenset({JobState.AWAITING_CONFIRMATION}))
    await shop.jobs.change((await shop.rows(found.id))[0].job_id or "", 1, over)
    said = (await shop.imports.standing("default")).said
    assert said and said.code == "listings_wait"
    assert isinstance(said.detail, Message) and said.detail.params == {"count": 2, "over": 1}
    await shop.imports.skip(found.id, "", [2])
    assert (await shop.imports.standing("default")).said is None


async def test_a_yes_that_came_to_nothing_needs_attention_until_it_is_renewed(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    found = await shop.imports.add(imported(clock, WAITING))
    await shop.feed()

    async def row() -> ImportRow:
        return (await shop.rows(found.id))[0]

    prepared = await shop.jobs.get((await row()).job_id or "")
    for dry_run, ended, stage in (
        (True, JobState.DONE, Stage.PREPARED),
        (False, JobState.CANCELLED, Stage.PREPARED),
        (False, JobState.FAILED, Stage.ATTENTION),
    ):
        clock.pass_seconds(1)
        yes = new_job(JobKind.PUBLISH, "default", ORIGIN, LISTING, clock())
        yes = replace(yes, dry_run=dry_run, prepare_id=prepared.id, prepare_revision=1)
        await shop.jobs.accept(yes, key=None)
        goes_on = Stage.PREPARED if dry_run else Stage.PUBLISHING
        assert (await row()).stage is goes_on
        await shop.jobs.change(yes.id, 1, Change(ended))
        assert (await row()).stage is stage, ended
    again = revised(prepared, LISTING, dry_run=True, now=clock())
    await shop.jobs.accept(again, key=None)
    assert (await row()).stage is Stage.PREPARING
    await shop.jobs.change(again.id, 2, Change(JobState.AWAITING_CONFIRMATION))
    assert (await row()).stage is Stage.PREPARED


async def test_bad_rows_say_why_in_any_language_and_are_nobody_elses(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    made = imported(clock, BAD, account="f" * 32 + "/default")
    said = Message("must have at most {max_length} characters", max_length=100)
    bad = replace(made.rows[0], problems=({"field": "title", "detail": said},))
    await shop.imports.add(replace(made, rows=(bad,)))
    (row,) = await shop.rows(made.id, "f" * 32)
    (problem,) = row.problems
    assert isinstance(problem["detail"], Message) and problem["detail"].params == {
        "max_length": 100
    }
    with pytest.raises(NotFound):
        await shop.imports.get(made.id, "")
    with pytest.raises(NotFound):
        await shop.imports.approve(made.id, "", [2])
    assert await shop.imports.list(owner="", account=None, limit=5, start=None) == ()
    with pytest.raises(NotFound):
        await shop.imports.skip(made.id, "f" * 32, [99])


async def test_the_same_content_is_the_same_import_for_a_day(
    database: Database, clock: Clock
) -> None:
    shop, request = Shop(database, clock, ahead=3, budget=None), ImportRequest("d" * 64, "a" * 64)
    first = await shop.imports.add(imported(clock, HELD), request)
    at_once = await shop.imports.add(imported(clock, HELD), request)
    assert at_once.id == first.id, "two at once keep one"
    found = await shop.imports.find("default", request)
    assert found and found.id == first.id
    assert await shop.imports.find("shop", request) is None, "of the same account alone"
    assert await shop.imports.find("default", replace(request, again=True)) is None
    clock.pass_seconds(86_400)
    assert await shop.imports.find("default", request) is None


async def test_nothing_is_stored_of_an_account_that_is_being_forgotten(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    await ForgottenAccountStore(database, clock, NO_DIGESTS).begin("default")
    with pytest.raises(Conflict, match="being forgotten"):
        await shop.imports.add(imported(clock, WAITING))
    with pytest.raises(Conflict, match="being forgotten"):
        await DefaultsStore(database, clock).put("default", AccountDefaults(pause_minutes=5))
    assert await shop.imports.list(owner="", account=None, limit=5, start=None) == ()


async def test_photos_of_what_can_be_renewed_stay_and_held_rows_too(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    photos, aging = PhotoStore(database, clock, Path), AgingStore(database)
    await photos.add(StoredPhoto("a" * 32, "d", 8, 6, 9, "a.jpg", Path("a")))
    file = PhotoFile("a" * 32, Path("a"), "d", 8, 6, "a.jpg")
    made = imported(clock, WAITING, HELD)
    shown = replace(made.rows[0], listing=replace(LISTING, photos=(file,)))
    await shop.imports.add(replace(made, rows=(shown, made.rows[1])))
    (line,) = await shop.feed()
    job_id = (await shop.rows(made.id))[0].job_id or ""
    over = Change(JobState.EXPIRED, expect=frozenset({JobState.AWAITING_CONFIRMATION}))
    await shop.jobs.change(job_id, 1, over)
    clock.pass_seconds(40 * 86400)
    assert line == 2 and await photos.awaited_by("a" * 32) == made.id
    assert await aging.remove_photos(clock()) == []
    assert await aging.remove_imports(clock()) == 0, "a held row waits for its person"
    await shop.click(job_id)
    assert await photos.awaited_by("a" * 32) is None, "what is published needs them no more"


async def test_photos_of_waiting_rows_stay_and_old_imports_go(
    database: Database, clock: Clock
) -> None:
    shop = Shop(database, clock, ahead=3, budget=None)
    photos, aging = PhotoStore(database, clock, Path), AgingStore(database)
    photo = StoredPhoto("a" * 32, "d", 8, 6, 9, "a.jpg", Path("a"))
    await photos.add(photo)
    file = PhotoFile("a" * 32, Path("a"), "d", 8, 6, "a.jpg")
    made = imported(clock, WAITING)
    shown = replace(made.rows[0], listing=replace(LISTING, photos=(file,)))
    await shop.imports.add(replace(made, rows=(shown,)))
    clock.pass_seconds(40 * 86400)
    assert await photos.awaited_by(photo.id) == made.id
    assert await aging.remove_photos(clock()) == []
    assert await aging.remove_imports(clock()) == 0, "a row still waits"
    await shop.imports.skip(made.id, "", [2])
    assert await photos.awaited_by(photo.id) is None
    assert await aging.remove_imports(clock()) == 1
    assert await aging.remove_photos(clock()) == [photo.id]
    with pytest.raises(NotFound):
        await shop.imports.get(made.id, "")

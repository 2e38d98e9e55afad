"""What has outlived its time goes, and nothing else, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from browser.listing import Option, PhotoFile
from browser.sites.vinted.catalogue.suggestions import listed
from gql_api.db.database import Database
from gql_api.db.idempotency import Key
from gql_api.db.jobs import Change, JobStore
from gql_api.db.option_lists import OptionListStore
from gql_api.db.photos import PhotoStore, StoredPhoto
from gql_api.db.publishing.publish_intents import (
    Before,
    Intent,
    IntentState,
    PublishStore,
    clicks_since,
)
from gql_api.db.retention import BATCH, AgingStore, Removed
from gql_api.db.tables import metadata
from gql_api.domain.job import ACTIVE, Job, JobKind, JobState, Outcome, Picture, Result
from gql_api.errors import NotFound, OptionsNotRead
from gql_api.listings.form_options import FormOptions
from tests.gql_api.db.conftest import LISTING, Clock

MakeJob = Callable[..., Job]
MONTH = timedelta(days=30)
PICTURES = tuple(letter * 32 for letter in "1234")


class Shop:
    """The stores over one database, and the short ways to a job in some state."""

    def __init__(self, database: Database, clock: Clock, make: MakeJob) -> None:
        self.database, self.clock, self.make = database, clock, make
        self.jobs = JobStore(database, clock)
        self.publishes = PublishStore(database, clock, per_minute=60)
        self.photos = PhotoStore(database, clock, Path)
        self.aging = AgingStore(database)

    @property
    def month_ago(self) -> "timedelta":
        return self.clock() - MONTH

    async def job(self, state: JobState, result: Result | None = None, **values: object) -> Job:
        """A new job that goes to a state, with a result and its key."""
        made = self.make(**values)
        job, _ = await self.jobs.accept(made, key=Key("prepare", made.id, "f" * 64))
        if state is not JobState.QUEUED:
            await self.jobs.change(job.id, 1, Change(state, result=result or Result()))
        return await self.jobs.get(job.id)

    async def publish(self, intent: IntentState, state: JobState = JobState.DONE) -> Job:
        """A prepared listing with an earlier revision, and a yes that was acted on."""
        prepared = await self.job(
            JobState.AWAITING_ANSWERS, Result(picture_id=PICTURES[0]), listing=LISTING
        )
        again = replace(prepared, revision=2)
        await self.jobs.accept(again, key=Key("prepare", f"{prepared.id}-2", "f" * 64))
        ready = Result(outcome=Outcome.PREPARED, picture_id=PICTURES[1])
        await self.jobs.change(prepared.id, 2, Change(JobState.DONE, result=ready))
        job = self.make(kind=JobKind.PUBLISH, prepare_id=prepared.id, prepare_revision=2)
        await self.jobs.accept(replace(job, dry_run=False), key=Key("publish", job.id, "f" * 64))
        await self.publishes.intend(Intent(job.id, prepared.id, 2, "default"))
        shown = Picture(PICTURES[3], "d" * 64)
        await self.publishes.act(job.id, Before("member", frozenset({"1"}), None), shown=shown)
        if state in ACTIVE:
            return await self.jobs.get(job.id)
        result = Result(
            outcome=Outcome.PUBLISHED, listing_id="4711", picture_id=PICTURES[2], reason="naïve"
        )
        await self.jobs.change(job.id, 1, Change(state, result=result, settle=intent))
        return await self.jobs.get(job.id)

    async def clear(self) -> int:
        """Everything that goes, however many rounds it takes."""
        total = 0
        while removed := (await self.aging.remove_jobs(self.month_ago)).jobs:
            total += removed
        return total

    async def rows(self) -> dict[str, int]:
        """How many rows each table has."""
        count = sa.select(sa.func.count())

        def work(tx: sa.Connection) -> dict[str, int]:
            tables = metadata.tables.values()
            return {t.name: tx.execute(count.select_from(t)).scalar_one() for t in tables}

        return await self.database.read(work)


@pytest.fixture
def shop(database: Database, clock: Clock, a_job: MakeJob) -> Shop:
    return Shop(database, clock, a_job)


@pytest.mark.parametrize("state", ["done", "failed", "cancelled", "expired"])
async def test_a_finished_job_goes_with_all_that_is_its_own(shop: Shop, state: str) -> None:
    await shop.job(JobState(state))
    before = await shop.rows()
    assert (before["jobs"], before["runs"], before["events"], before["idempotency_keys"]) == (
        *(1, 1, 2, 1),
    )
    assert await shop.clear() == 0
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    assert await shop.clear() == 1
    assert not any((await shop.rows()).values())


@pytest.mark.parametrize(
    "state", ["queued", "running", "waiting_for_slot", "awaiting_answers", "awaiting_confirmation"]
)
async def test_a_job_that_is_not_over_stays_however_old(shop: Shop, state: str) -> None:
    job = await shop.job(JobState(state))
    shop.clock.pass_seconds(10 * MONTH.total_seconds())
    assert await shop.clear() == 0
    assert (await shop.jobs.get(job.id)).state == state


async def test_a_job_is_as_old_as_its_last_change(shop: Shop) -> None:
    job = await shop.job(JobState.AWAITING_ANSWERS)
    shop.clock.pass_seconds(MONTH.total_seconds())
    await shop.jobs.change(
        job.id, 1, Change(JobState.EXPIRED, expect=frozenset({JobState.AWAITING_ANSWERS}))
    )
    shop.clock.pass_seconds(MONTH.total_seconds() - 1)
    assert await shop.clear() == 0
    shop.clock.pass_seconds(2)
    assert await shop.clear() == 1


@pytest.mark.parametrize("intent", [IntentState.FAILED, IntentState.REJECTED])
async def test_a_publish_that_left_nothing_goes_with_its_preparation(
    shop: Shop, intent: IntentState
) -> None:
    await shop.publish(intent)
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    assert await shop.clear() == 2
    assert not any((await shop.rows()).values())


@pytest.mark.parametrize(
    ("intent", "state"),
    [
        (IntentState.DONE, JobState.DONE),
        (IntentState.UNKNOWN, JobState.DONE),
        (IntentState.ACTING, JobState.RUNNING),
    ],
)
async def test_a_publish_that_may_be_on_the_site_stays_with_its_preparation(
    shop: Shop, intent: IntentState, state: JobState
) -> None:
    publish = await shop.publish(intent, state)
    shop.clock.pass_seconds(10 * MONTH.total_seconds())
    assert await shop.clear() == 0
    assert await shop.jobs.get(publish.id) == publish
    assert (await shop.jobs.get(str(publish.prepare_id))).revision == 2


async def test_a_published_listing_keeps_its_record_alone(shop: Shop) -> None:
    publish = await shop.publish(IntentState.DONE)
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    removed = await shop.aging.thin_listings(shop.month_ago)
    assert removed == Removed(2, {*PICTURES})
    assert (await shop.aging.thin_listings(shop.month_ago)).jobs == 0
    rows = await shop.rows()
    assert (rows["jobs"], rows["runs"], rows["intents"], rows["events"]) == (2, 2, 1, 0)
    kept = await shop.jobs.get(publish.id)
    assert publish.result is not None
    assert kept == replace(publish, result=replace(publish.result, picture_id=None))
    prepared = await shop.jobs.get(str(publish.prepare_id))
    assert prepared.listing == LISTING and prepared.result and prepared.result.picture_id is None
    assert await shop.publishes.state(publish.id) is IntentState.DONE
    # The keys of what is still there go on naming it, the others are free.
    replayed = await shop.jobs.find_key(Key("publish", publish.id, "f" * 64))
    assert replayed == kept
    assert await shop.jobs.find_key(Key("prepare", prepared.id, "f" * 64)) is None
    assert await shop.jobs.find_key(Key("prepare", f"{prepared.id}-2", "f" * 64)) == prepared


async def test_what_a_publish_still_shows_outlasts_its_preparation(shop: Shop) -> None:
    publish = await shop.publish(IntentState.DONE)
    later = sa.text("UPDATE jobs SET updated_at = updated_at + 1000000 WHERE id = :id")
    await shop.database.write(lambda tx: tx.execute(later, {"id": publish.id}))
    shop.clock.pass_seconds(MONTH.total_seconds() + 0.5)
    assert await shop.aging.thin_listings(shop.month_ago) == Removed(1, {*PICTURES[:2]})
    shop.clock.pass_seconds(1)
    assert await shop.aging.thin_listings(shop.month_ago) == Removed(1, {*PICTURES[2:]})


async def test_a_kept_listing_is_still_listed(shop: Shop) -> None:
    publish = await shop.publish(IntentState.DONE)
    await shop.publish(IntentState.FAILED, JobState.FAILED)
    for _ in range(3):
        await shop.job(JobState.DONE, kind=JobKind.PUBLISH)
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    await shop.aging.thin_listings(shop.month_ago)
    found = await shop.jobs.list(
        account="default",
        kind=JobKind.PUBLISH,
        states=frozenset({JobState.DONE}),
        limit=1,
        start=None,
        listed=True,
    )
    assert [job.id for job in found] == [publish.id]


async def test_the_lists_of_a_published_listing_are_told_to_be_gone(shop: Shop) -> None:
    prepared = str((await shop.publish(IntentState.DONE)).prepare_id)
    shown = FormOptions(OptionListStore(shop.database), listed)
    await shown.store.keep(prepared, "fr", {"color": (Option("1", "Noir"),)})
    assert await shown.find(prepared, "color", "noir", 8)
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    await shop.aging.thin_listings(shop.month_ago)
    with pytest.raises(OptionsNotRead, match=r"are gone.*published"):
        await shown.find(prepared, "color", "noir", 8)


async def test_an_unknown_outcome_keeps_its_events_and_picture(shop: Shop) -> None:
    publish = await shop.publish(IntentState.UNKNOWN)
    shop.clock.pass_seconds(10 * MONTH.total_seconds())
    assert (await shop.aging.thin_listings(shop.month_ago)).jobs == 0
    assert await shop.jobs.get(publish.id) == publish
    assert len(await shop.jobs.events_after(publish.id, 0)) == 2


async def test_the_clicks_that_count_are_never_among_what_goes(shop: Shop) -> None:
    """The shortest retention is a day, and so is what the daily budget looks back on."""
    await shop.publish(IntentState.REJECTED)
    clicked = shop.clock()
    shop.clock.pass_seconds(86_399)
    assert await shop.aging.remove_jobs(shop.clock() - timedelta(days=1)) == Removed(0, set())
    since = shop.clock() - timedelta(days=1)
    found = await shop.database.read(lambda tx: clicks_since(tx, "default", since))
    assert found == [clicked]


async def test_one_transaction_takes_a_batch(shop: Shop) -> None:
    for _ in range(BATCH + 2):
        await shop.job(JobState.DONE)
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    assert (await shop.aging.remove_jobs(shop.month_ago)).jobs == BATCH
    assert (await shop.aging.remove_jobs(shop.month_ago)).jobs == 2


async def test_questions_are_found_when_they_have_waited_long(shop: Shop) -> None:
    job = await shop.job(JobState.AWAITING_ANSWERS)
    await shop.job(JobState.AWAITING_CONFIRMATION)
    assert await shop.aging.unanswered(shop.month_ago) == []
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    assert await shop.aging.unanswered(shop.month_ago) == [(job.id, 1)]


async def _photo(shop: Shop, letter: str) -> PhotoFile:
    photo = StoredPhoto(letter * 32, "d" * 64, 8, 6, 99, "p.jpg", Path("p"))
    await shop.photos.add(photo)
    return photo.file


async def test_photos_go_that_no_job_needs(shop: Shop) -> None:
    needed, unused, shown = [await _photo(shop, letter) for letter in "abc"]
    await shop.job(JobState.AWAITING_CONFIRMATION, listing=replace(LISTING, photos=(needed,)))
    await shop.job(JobState.DONE, listing=replace(LISTING, photos=(unused, shown)))
    assert await shop.aging.remove_photos(shop.month_ago) == []
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    fresh = await _photo(shop, "e")
    assert set(await shop.aging.remove_photos(shop.month_ago)) == {unused.id, shown.id}
    assert set(await shop.photos.find([p.id for p in (needed, unused, shown, fresh)])) == {
        needed.id,
        fresh.id,
    }
    assert await shop.aging.unknown_photos([needed.id, unused.id]) == {unused.id}


async def test_a_photo_is_needed_by_the_newest_revision_alone(shop: Shop) -> None:
    first, second = [await _photo(shop, letter) for letter in "ab"]
    job = await shop.job(JobState.AWAITING_ANSWERS, listing=replace(LISTING, photos=(first,)))
    again = replace(job, revision=2, listing=replace(LISTING, photos=(second,)))
    await shop.jobs.accept(again, key=None)
    assert await shop.photos.needed_by(first.id) is None
    assert await shop.photos.needed_by(second.id) == job.id
    await shop.jobs.change(job.id, 2, Change(JobState.CANCELLED))
    assert await shop.photos.needed_by(second.id) is None


async def test_every_picture_that_a_run_names_is_named(shop: Shop) -> None:
    await shop.publish(IntentState.DONE)
    assert set(PICTURES) <= await shop.aging.named_pictures()
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    await shop.aging.thin_listings(shop.month_ago)
    assert not set(PICTURES) & await shop.aging.named_pictures()


async def test_a_run_is_overdue_from_its_deadline_on(shop: Shop) -> None:
    deadline = shop.clock() + timedelta(hours=1)
    job = await shop.job(JobState.QUEUED, deadline=deadline)
    assert (await shop.jobs.get(job.id)).deadline == deadline
    running = await shop.job(JobState.RUNNING, deadline=deadline)
    ended = await shop.job(JobState.DONE, deadline=deadline)
    assert (await shop.jobs.get(ended.id)).deadline is None
    never = shop.clock() - timedelta(days=99)
    shop.clock.pass_seconds(3599)
    assert await shop.aging.overdue(shop.clock(), accepted_before=never) == []
    shop.clock.pass_seconds(2)
    found = await shop.aging.overdue(shop.clock(), accepted_before=never)
    assert set(found) == {(job.id, 1), (running.id, 1)}


async def test_a_run_of_a_release_without_deadlines_has_one_too(shop: Shop) -> None:
    job = await shop.job(JobState.QUEUED)
    shop.clock.pass_seconds(3600)
    now = shop.clock()
    assert await shop.aging.overdue(now, accepted_before=now - timedelta(seconds=3601)) == []
    assert await shop.aging.overdue(now, accepted_before=now) == [(job.id, 1)]


async def test_a_removed_job_is_not_found(shop: Shop) -> None:
    job = await shop.job(JobState.DONE)
    shop.clock.pass_seconds(MONTH.total_seconds() + 1)
    await shop.clear()
    with pytest.raises(NotFound):
        await shop.jobs.get(job.id)

"""The rows of an account that is forgotten: all go, and what a click leaves tells nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from browser.fence import Before
from browser.listing import Alias, Listing, Option
from gql_api.db.aliases import AliasStore
from gql_api.db.database import Database
from gql_api.db.forgotten_accounts import Files, ForgottenAccountStore
from gql_api.db.idempotency import Key
from gql_api.db.jobs import Change, JobStore
from gql_api.db.photos import PhotoStore, StoredPhoto
from gql_api.db.publishing.publish_intents import (
    BEFORE_THE_CLICK,
    DOUBT,
    Intent,
    IntentState,
    PublishStore,
)
from gql_api.db.publishing.receipts import ReceiptStore
from gql_api.db.sessions import EntryTable, RestStore
from gql_api.db.tables import metadata
from gql_api.domain.content_digest import ContentDigests
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Result
from gql_api.domain.receipt import signer
from gql_api.domain.session import SealedEntry
from gql_api.errors import Conflict
from gql_api.listings.admission import new_job
from gql_api.security.keyring import KeyRing, new_secret

from .conftest import LISTING, Clock

ACCOUNT = "marianne"
WORDS = replace(LISTING, title="Veste unique", description="Jamais portée en ville")
DIGESTS = ContentDigests((b"k" * 32,))
UNKNOWN = Result(outcome=Outcome.OUTCOME_UNKNOWN, reason="not_seen_yet", picture_id="9" * 32)


class World:
    """The stores of one database, and what an account does with them."""

    def __init__(self, database: Database, clock: Clock, digests: ContentDigests = DIGESTS) -> None:
        self.database, self.clock = database, clock
        receipts = ReceiptStore(database, signer(KeyRing.parse(new_secret())))
        self.jobs = JobStore(database, clock, receipts.write)
        self.publishes = PublishStore(database, clock, per_minute=2, digests=digests)
        self.photos = PhotoStore(database, clock, lambda photo_id: Path(f"/{photo_id}.jpg"))
        self.forgotten = ForgottenAccountStore(database, clock, digests)

    async def photo(self, letter: str, owner: str = "") -> StoredPhoto:
        name = letter * 32
        photo = StoredPhoto(name, "d" * 64, 8, 6, 5, f"{ACCOUNT}.jpg", Path(f"/{name}.jpg"))
        await self.photos.add(photo, owner)
        return photo

    def new(self, kind: JobKind, listing: Listing = WORDS, account: str = ACCOUNT) -> Job:
        return new_job(kind, account, "https://www.vinted.fr", listing, self.clock())

    async def prepared(self, listing: Listing = WORDS, account: str = ACCOUNT) -> Job:
        job, _ = await self.jobs.accept(
            self.new(JobKind.PREPARE, listing, account),
            key=Key("prepare", f"{account}-{listing.title}", "f" * 64),
        )
        ready = Change(JobState.AWAITING_CONFIRMATION, result=Result(outcome=Outcome.PREPARED))
        await self.jobs.change(job.id, 1, ready)
        return await self.jobs.get(job.id)

    async def clicked(self, result: Result | None = UNKNOWN, **more: Any) -> Job:
        """A publish that has clicked; without a result it goes on."""
        prepared = await self.prepared(**more)
        job = replace(self.new(JobKind.PUBLISH, prepared.listing, prepared.account), dry_run=False)
        job = replace(job, prepare_id=prepared.id, prepare_revision=1)
        await self.jobs.accept(job, key=None)
        intent = Intent(job.id, prepared.id, 1, prepared.account)
        assert await self.publishes.intend(intent) is IntentState.INTENDED
        assert await self.publishes.act(job.id, Before(f"m-{job.account}", frozenset({"7"})))
        if result:
            unknown = result.outcome is Outcome.OUTCOME_UNKNOWN
            settle = IntentState.UNKNOWN if unknown else IntentState.DONE
            await self.jobs.change(job.id, 1, Change(JobState.DONE, result=result, settle=settle))
        return job

    async def forget(self, account: str = ACCOUNT) -> Files:
        await self.forgotten.begin(account)
        for job in await self.forgotten.open_jobs(account):
            taken = Change(
                JobState.CANCELLED,
                expect=frozenset({job.state}),
                settle=IntentState.FAILED,
                settle_from=BEFORE_THE_CLICK,
            )
            await self.jobs.change(job.id, job.revision, taken)
        while found := await self.forgotten.some_jobs(account):
            await self.forgotten.remove_jobs(account, [job_id for job_id, _ in found])
        return await self.forgotten.remove_rest(account, ["8" * 32])

    async def told(self) -> str:
        """Every row of every table, as one text."""

        def work(tx: sa.Connection) -> str:
            rows = [tx.execute(sa.select(table)).all() for table in metadata.sorted_tables]
            return repr(rows)

        return await self.database.read(work)


@pytest.fixture
def world(database: Database, clock: Clock) -> World:
    return World(database, clock)


async def test_nothing_of_the_account_is_left_and_all_of_another(world: World) -> None:
    mine, shared, unused = [await world.photo(letter) for letter in "abc"]
    words = replace(WORDS, photos=(mine.file, shared.file))
    other = replace(LISTING, title="Autre chose", photos=(shared.file,))
    clicked = await world.clicked(listing=words)
    await world.prepared(words)
    await world.prepared(other, account="other")
    sold = Result(outcome=Outcome.PUBLISHED, listing_id="5")
    await world.clicked(sold, listing=replace(other, title="Encore"), account="other")
    await RestStore(world.database).put(ACCOUNT, "challenge", world.clock())
    alias = Alias("color", f"{ACCOUNT} nuit", (Option("1", "Noir"),))
    await AliasStore(world.database, world.clock).learn(ACCOUNT, [alias])
    sessions = EntryTable(world.database)
    await sessions.change(lambda all_: all_.having(ACCOUNT, SealedEntry(7, "k", "sealed")))

    files = await world.forget()
    assert (files.photos, files.pictures) == ({mine.id}, {"9" * 32, "8" * 32})
    await sessions.change(lambda all_: all_.without(ACCOUNT))
    assert ACCOUNT in await world.told()  # the mark, until the files are gone
    await world.forgotten.end(ACCOUNT)
    told = await world.told()
    for word in (ACCOUNT, "Veste", "Jamais", mine.id, "9" * 32, "8" * 32):
        assert word not in told.replace(f"{ACCOUNT}.jpg", ""), word
    assert await world.forgotten.begun() == ()
    assert not await world.forgotten.knows(ACCOUNT)
    assert (await sessions.read()).next_version("anew") == 8

    assert set(await world.photos.find([mine.id, shared.id, unused.id])) == {shared.id, unused.id}
    left = await world.jobs.list(
        account="other", kind=None, states=frozenset(), limit=9, start=None
    )
    assert len(left) == 3
    assert told.count("forgotten") == 0
    assert clicked.id in told  # the click alone is remembered, by a digest


async def test_a_click_is_remembered_for_the_same_content_and_for_the_minute(world: World) -> None:
    doubtful = await world.clicked()
    await world.clicked(Result(outcome=Outcome.PUBLISHED, listing_id="5"), listing=LISTING)
    assert await world.publishes.free_at() > world.clock()
    await world.forget()
    await world.forgotten.end(ACCOUNT)
    assert await world.publishes.free_at() > world.clock()
    world.clock.pass_seconds(70)
    assert await world.publishes.free_at() == world.clock()

    again = world.new(JobKind.PUBLISH)
    (left,) = await world.publishes.clicked_alike(again)
    assert (left.job.id, left.forgotten, left.is_doubtful, left.before) == (
        doubtful.id,
        True,
        True,
        None,
    )
    others = (
        world.new(JobKind.PUBLISH, replace(WORDS, description="Autre")),
        world.new(JobKind.PUBLISH, account="other"),
        world.new(JobKind.PUBLISH, LISTING),
    )
    for job in others:
        assert await world.publishes.clicked_alike(job) == ()
    rotated = World(world.database, world.clock, ContentDigests((b"n" * 32, b"k" * 32)))
    assert len(await rotated.publishes.clicked_alike(again)) == 1
    stranger = World(world.database, world.clock, ContentDigests((b"n" * 32,)))
    assert await stranger.publishes.clicked_alike(again) == ()
    world.clock.time += DOUBT
    assert await world.publishes.clicked_alike(again) == ()


async def test_a_click_that_goes_on_is_not_cut(world: World) -> None:
    clicked = await world.clicked(None)
    with pytest.raises(Conflict) as refused:
        await world.forgotten.begin(ACCOUNT)
    assert (refused.value.code, refused.value.members) == (
        "publish_in_progress",
        {"job_id": clicked.id},
    )
    assert await world.forgotten.begun() == ()


async def test_no_fence_is_passed_once_it_is_begun(world: World) -> None:
    prepared = await world.prepared()
    job = replace(world.new(JobKind.PUBLISH), dry_run=False, prepare_id=prepared.id)
    job = replace(job, prepare_revision=1)
    await world.jobs.accept(job, key=None)
    await world.publishes.intend(Intent(job.id, prepared.id, 1, ACCOUNT))
    await world.forgotten.begin(ACCOUNT)
    assert not await world.publishes.act(job.id)
    await world.forget()
    await world.forgotten.end(ACCOUNT)
    assert "Veste" not in await world.told()


async def test_receipts_that_have_outlived_their_jobs_go_too(world: World) -> None:
    await world.clicked()
    await world.clicked(account="other")

    def lose_jobs(tx: sa.Connection) -> None:
        for table in reversed(metadata.sorted_tables):
            if table.name != "receipts":
                tx.execute(sa.delete(table))

    await world.database.write(lose_jobs)
    assert await world.forgotten.knows(ACCOUNT)
    await world.forget()

    def count(tx: sa.Connection) -> int:
        return int(tx.scalar(sa.select(sa.func.count()).select_from(metadata.tables["receipts"])))

    assert await world.database.read(count) == 1
    assert not await world.forgotten.knows("somebody")
    assert await world.forgotten.knows("other")


async def test_of_another_owner_nothing_goes(world: World) -> None:
    """Not even what a title names, or an account of the same name."""
    theirs = await world.photo("e", "0" * 32)
    await world.prepared(account=f"{'0' * 32}/{ACCOUNT}")
    await world.prepared(replace(WORDS, title=f"Veste {theirs.id}"))
    files = await world.forget()
    assert theirs.id not in files.photos
    assert set(await world.photos.find([theirs.id], "0" * 32)) == {theirs.id}
    assert await world.jobs.list(
        owner="0" * 32, account=None, kind=None, states=frozenset(), limit=9, start=None
    )

"""Which yes may start: bound to its revision, once, and within the day's budget."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from browser.listing import PhotoFile
from browser.sites.vinted.marketplace import MARKETPLACE
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.publishing.confirmations import ConfirmationStore
from gql_api.db.publishing.publish_intents import Intent, IntentState, PublishStore
from gql_api.domain.inputs import PublishInput
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Result
from gql_api.errors import Conflict, InvalidInput, NoCapacity, NotFound, RateLimited, TokenExpired
from gql_api.listings.admission import Admission, item_id, new_job, revised
from gql_api.security.confirm_token import ConfirmTokenSigner
from gql_api.security.keyring import KeyRing, new_secret
from tests.gql_api.db.conftest import LISTING, Clock

ORIGIN = "https://www.vinted.fr"


class Bench:
    """The stores and the rules over one database."""

    def __init__(self, database: Database) -> None:
        self.clock = Clock()
        self.confirmations = ConfirmationStore(database)
        self.jobs = JobStore(database, self.clock)
        self.publishes = PublishStore(database, self.clock, per_minute=60)
        self.rules = Admission(
            jobs=self.jobs,
            publishes=self.publishes,
            signer=ConfirmTokenSigner(KeyRing.parse(new_secret()), now=self.clock),
            publish_enabled=True,
            daily_budget=2,
            max_queued=9,
            now=self.clock,
        )

    async def accept(self, job: Job) -> Job:
        admit: Callable[[object], None] = lambda tx: self.rules.admit(tx, job)  # noqa: E731
        return (await self.jobs.accept(job, key=None, admit=admit))[0]

    async def prepared(self, job: Job | None = None) -> Job:
        fresh = new_job(JobKind.PREPARE, "default", ORIGIN, LISTING, self.clock())
        stored = await self.accept(job or fresh)
        result = Result(outcome=Outcome.PREPARED, expires_at=self.clock() + timedelta(minutes=15))
        change = Change(JobState.AWAITING_CONFIRMATION, result=result)
        await self.jobs.change(stored.id, stored.revision, change)
        return await self.jobs.get(stored.id)

    def yes(self, prepared: Job, *, dry_run: bool = False) -> Job:
        job = new_job(JobKind.PUBLISH, "default", ORIGIN, prepared.listing, self.clock())
        return replace(
            job, dry_run=dry_run, prepare_id=prepared.id, prepare_revision=prepared.revision
        )

    def correction(self, prepared: Job) -> Job:
        listing = replace(LISTING, title="Sweat")
        return revised(prepared, listing, dry_run=True, now=self.clock())

    async def settle(self, publish: Job, state: IntentState) -> None:
        intent = Intent(publish.id, str(publish.prepare_id), 1, "default")
        await self.publishes.intend(intent)
        await self.publishes.act(publish.id)
        await self.jobs.change(publish.id, 1, Change(JobState.DONE, result=Result(), settle=state))


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    yield Bench(database)
    await database.close()


async def test_a_yes_to_an_earlier_revision_is_refused_where_it_is_stored(bench: Bench) -> None:
    first = await bench.prepared()
    await bench.prepared(bench.correction(first))
    with pytest.raises(Conflict) as refused:
        await bench.accept(bench.yes(first))
    assert refused.value.code == "content_changed"


@pytest.mark.parametrize("dry_run", [True, False])
async def test_a_correction_waits_for_the_publish_before_it(bench: Bench, dry_run: bool) -> None:
    prepared = await bench.prepared()
    await bench.accept(bench.yes(prepared, dry_run=dry_run))
    with pytest.raises(Conflict) as refused:
        await bench.accept(bench.correction(prepared))
    assert refused.value.code == "publish_in_progress"


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (IntentState.DONE, "already_published"),
        (IntentState.REJECTED, "confirm_token_used"),
        (IntentState.UNKNOWN, "outcome_unknown"),
    ],
)
async def test_a_yes_that_was_acted_on_is_used_up(
    bench: Bench, state: IntentState, code: str
) -> None:
    prepared = await bench.prepared()
    await bench.settle(await bench.accept(bench.yes(prepared)), state)
    with pytest.raises(Conflict) as refused:
        await bench.accept(bench.yes(prepared))
    assert refused.value.code == code


async def test_what_the_site_refused_can_be_corrected(bench: Bench) -> None:
    prepared = await bench.prepared()
    await bench.settle(await bench.accept(bench.yes(prepared)), IntentState.REJECTED)
    corrected = await bench.prepared(bench.correction(prepared))
    assert corrected.revision == 2
    assert (await bench.accept(bench.yes(corrected))).state is JobState.QUEUED


async def test_the_day_counts_what_is_under_way_too(bench: Bench) -> None:
    for _ in range(2):
        await bench.accept(bench.yes(await bench.prepared()))
    third = await bench.prepared()
    with pytest.raises(RateLimited) as refused:
        await bench.accept(bench.yes(third))
    assert refused.value.code == "daily_budget_reached"
    assert (await bench.accept(bench.yes(third, dry_run=True))).dry_run


async def test_a_click_whose_run_goes_on_counts_once(bench: Bench) -> None:
    first = await bench.accept(bench.yes(await bench.prepared()))
    await bench.publishes.intend(Intent(first.id, str(first.prepare_id), 1, "default"))
    assert await bench.publishes.act(first.id)
    await bench.accept(bench.yes(await bench.prepared()))


async def test_a_place_is_free_when_the_oldest_click_is_a_day_old(bench: Bench) -> None:
    await bench.settle(await bench.accept(bench.yes(await bench.prepared())), IntentState.DONE)
    bench.clock.time += timedelta(hours=20)
    await bench.accept(bench.yes(await bench.prepared()))
    with pytest.raises(RateLimited) as refused:
        await bench.accept(bench.yes(await bench.prepared()))
    assert refused.value.retry_after == pytest.approx(4 * 3600, abs=5)


async def test_a_cancelled_preparation_has_no_yes(bench: Bench) -> None:
    prepared = await bench.prepared()
    waiting = frozenset({JobState.AWAITING_CONFIRMATION})
    await bench.jobs.change(prepared.id, 1, Change(JobState.CANCELLED, expect=waiting))
    with pytest.raises(Conflict) as refused:
        await bench.accept(bench.yes(prepared))
    assert refused.value.code == "preparation_cancelled"


async def test_a_correction_whose_photo_has_gone_is_refused(bench: Bench) -> None:
    gone = PhotoFile("a" * 32, Path("p"), "d" * 64, 8, 6)
    prepared = await bench.prepared()
    listing = replace(LISTING, photos=(gone,))
    with pytest.raises(NotFound) as refused:
        await bench.accept(revised(prepared, listing, dry_run=True, now=bench.clock()))
    assert (refused.value.code, refused.value.field) == ("photo_not_found", "photos.0")


def test_an_address_names_an_item_of_the_market() -> None:
    assert item_id(f"{ORIGIN}/items/123-hoodie", ORIGIN, MARKETPLACE) == "123"
    for address in (None, "", "https://[", f"{ORIGIN}/items/", "https://evil.example/items/1"):
        with pytest.raises(InvalidInput):
            item_id(address, ORIGIN, MARKETPLACE)


async def test_a_yes_counts_as_long_as_a_challenge_has_prolonged_it(bench: Bench) -> None:
    prepared, signer = await bench.prepared(), bench.rules.signer
    claims = signer.claims(
        prepared.id, 1, account="default", market=ORIGIN, digest=prepared.listing.digest()
    )
    given = PublishInput(confirm_token=signer.issue(claims))
    begun = bench.clock()
    bench.clock.pass_seconds(14 * 60)
    assert await bench.confirmations.prolong("another", begun + timedelta(hours=9)) == 0
    assert await bench.confirmations.prolong("default", begun + timedelta(minutes=75)) == 1
    # An end that comes sooner takes nothing away.
    assert await bench.confirmations.prolong("default", begun + timedelta(minutes=20)) == 0
    bench.clock.pass_seconds(60 * 60)
    assert await bench.jobs.outlived() == ()
    found = await bench.rules.approved(given)
    assert found.result is not None
    assert found.result.expires_at == begun + timedelta(minutes=75)
    bench.clock.pass_seconds(60)
    with pytest.raises(TokenExpired):
        await bench.rules.approved(given)
    assert [job.id for job in await bench.jobs.outlived()] == [prepared.id]


async def test_what_would_wait_beyond_its_deadline_is_refused_with_the_time_of_a_free_place(
    bench: Bench,
) -> None:
    bench.rules = replace(bench.rules, places=2, patience=timedelta(seconds=30))

    def fresh(number: int) -> Job:
        return new_job(JobKind.PREPARE, f"seller-{number}", ORIGIN, LISTING, bench.clock())

    for number in range(5):  # two at work and three ahead: thirty seconds for the next one
        await bench.accept(fresh(number))
    with pytest.raises(NoCapacity) as refused:
        await bench.accept(fresh(5))
    assert (refused.value.status, refused.value.retry_after) == (503, 10.0)
    at = datetime.fromisoformat(refused.value.members["retry_at"])
    assert at == bench.clock() + timedelta(seconds=10)
    assert bench.rules.refused["capacity"] == 1

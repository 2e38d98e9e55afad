"""Receipts: one for every publish that passed the fence, stored with its outcome or not at all."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from browser.listing import Listing, PhotoFile
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.publishing.publish_intents import Intent, IntentState, PublishStore
from gql_api.db.publishing.receipts import ReceiptStore
from gql_api.db.tables import receipts, runs
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Picture, Result
from gql_api.domain.receipt import KIND, fingerprint, signer, verify
from gql_api.errors import NotFound
from gql_api.security.jws import NotVerified, PublicKeys, Signer
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.storage_errors import StorageUnavailable
from tests.gql_api.db.conftest import LISTING, Clock

MakeJob = Callable[..., Job]
PHOTOS = tuple(PhotoFile(f"p{n}", Path("p.jpg"), f"{n}" * 64, 8, 8) for n in (1, 2))
SOLD: Listing = replace(LISTING, photos=PHOTOS)
SHOWN = Picture("a" * 32, "a" * 64)
BEFORE = Picture("b" * 32, "b" * 64)
PUBLISHED = Result(
    outcome=Outcome.PUBLISHED,
    listing_id="7",
    listing_url="https://www.vinted.fr/items/7",
    picture_id="c" * 32,
    picture_digest="c" * 64,
)


@dataclass
class Shop:
    """The stores over one database, and the steps of a publish."""

    jobs: JobStore
    publishes: PublishStore
    receipts: ReceiptStore
    clock: Clock
    make: MakeJob

    async def yes(self, **values: Any) -> Job:
        """A publish that was accepted and written down."""
        prepared, _ = await self.jobs.accept(self.make(listing=SOLD), key=None)
        shown = Result(outcome=Outcome.PREPARED, picture_id=SHOWN.id, picture_digest=SHOWN.digest)
        await self.jobs.change(prepared.id, 1, Change(JobState.AWAITING_CONFIRMATION, result=shown))
        named = {"listing": SOLD, "prepare_id": prepared.id, "prepare_revision": 1} | values
        publish, _ = await self.jobs.accept(self.make(JobKind.PUBLISH, **named), key=None)
        await self.publishes.intend(Intent(publish.id, prepared.id, 1, "default"))
        return publish

    async def click(self, publish: Job) -> None:
        self.clock.pass_seconds(2)
        assert await self.publishes.act(publish.id, shown=BEFORE)
        self.clock.pass_seconds(3)

    async def end(self, publish: Job, result: Result, settle: IntentState) -> bool:
        change = Change(JobState.DONE, result=result, settle=settle)
        return await self.jobs.change(publish.id, 1, change) is not None


PACK = "d" * 64


@pytest.fixture
def signed() -> Signer:
    return signer(KeyRing.parse(new_secret()))


@pytest.fixture
def shop(database: Database, clock: Clock, a_job: MakeJob, signed: Signer) -> Shop:
    store = ReceiptStore(database, signed, PACK)
    jobs = JobStore(database, clock, store.write)
    return Shop(jobs, PublishStore(database, clock, per_minute=60), store, clock, a_job)


async def test_a_receipt_says_what_was_approved_clicked_and_answered(
    shop: Shop, signed: Signer
) -> None:
    start = shop.clock.time
    publish = await shop.yes(approved_by="key-123")
    await shop.click(publish)
    await shop.end(publish, PUBLISHED, IntentState.DONE)
    (found,) = await shop.receipts.of(publish.id)
    receipt = verify(found.text, signed.public).receipt
    assert receipt == found.receipt
    assert (receipt.jti, receipt.number, receipt.supersedes) == (f"{publish.id}.1", 1, None)
    assert (receipt.job.id, receipt.job.preparation) == (publish.id, publish.prepare_id)
    assert receipt.job.market == "https://www.vinted.fr"
    assert receipt.content.sha256 == SOLD.digest()
    assert receipt.locator_pack == PACK
    assert receipt.content.photos == ("1" * 64, "2" * 64)
    assert (receipt.approval.by, receipt.approval.at) == ("key-123", start)
    assert (receipt.fence_at - start).total_seconds() == 2
    assert (receipt.answer.at - start).total_seconds() == 5
    assert (receipt.answer.outcome, receipt.answer.listing_id) == ("published", "7")
    assert receipt.answer.listing_url == PUBLISHED.listing_url
    proofs = (receipt.approval.picture, receipt.pictures.before, receipt.pictures.after)
    assert [proof and (proof.id[0], proof.sha256[0]) for proof in proofs] == [
        ("a", "a"),
        ("b", "b"),
        ("c", "c"),
    ]


@pytest.mark.parametrize(
    ("outcome", "settle"),
    [
        (Outcome.PUBLISHED, IntentState.DONE),
        (Outcome.REJECTED_BY_SITE, IntentState.REJECTED),
        (Outcome.HELD_FOR_REVIEW, IntentState.DONE),
        (Outcome.OUTCOME_UNKNOWN, IntentState.UNKNOWN),
        (Outcome.DUPLICATED, IntentState.DONE),
        (Outcome.NEEDS_MANUAL, IntentState.FAILED),
    ],
)
async def test_every_outcome_after_the_fence_has_a_receipt(
    shop: Shop, outcome: Outcome, settle: IntentState
) -> None:
    publish = await shop.yes()
    await shop.click(publish)
    await shop.end(publish, Result(outcome=outcome, errors={"price": "Hoodie?"}), settle)
    (found,) = await shop.receipts.of(publish.id)
    assert found.receipt.answer.outcome == outcome
    assert found.receipt.answer.refused_fields == ("price",)
    assert found.receipt.approval.by is None


async def test_nothing_of_the_listings_text_is_in_a_receipt(shop: Shop) -> None:
    publish = await shop.yes()
    await shop.click(publish)
    refused = Result(outcome=Outcome.REJECTED_BY_SITE, errors={"title": "Hoodie Diesel!"})
    await shop.end(publish, refused, IntentState.REJECTED)
    said = str((await shop.receipts.of(publish.id))[0].receipt)
    for words in (SOLD.title, SOLD.description, SOLD.brand, SOLD.category, "35.00"):
        assert words not in said.replace(publish.id, ""), words


async def test_before_the_fence_there_is_no_receipt(shop: Shop) -> None:
    publish = await shop.yes()
    await shop.end(publish, Result(outcome=Outcome.NEEDS_MANUAL), IntentState.FAILED)
    with pytest.raises(NotFound) as none:
        await shop.receipts.of(publish.id)
    assert none.value.code == "receipt_not_found"
    with pytest.raises(NotFound) as nobody:
        await shop.receipts.of("0" * 32)
    assert nobody.value.code == "job_not_found"


async def test_a_result_that_comes_too_late_adds_no_receipt(shop: Shop) -> None:
    publish = await shop.yes()
    await shop.click(publish)
    assert await shop.end(publish, PUBLISHED, IntentState.DONE)
    assert not await shop.end(publish, PUBLISHED, IntentState.DONE)
    assert len(await shop.receipts.of(publish.id)) == 1


async def test_a_persons_word_is_a_further_receipt_and_the_first_one_stays(
    shop: Shop, signed: Signer
) -> None:
    publish = await shop.yes()
    await shop.click(publish)
    await shop.end(publish, Result(outcome=Outcome.OUTCOME_UNKNOWN), IntentState.UNKNOWN)
    (first,) = await shop.receipts.of(publish.id)
    word = replace(PUBLISHED, reason="confirmed_by_person", resolved_by="anonymous")
    done = frozenset({JobState.DONE})
    resolved = Change(JobState.DONE, expect=done, result=word, settle=IntentState.DONE)
    await shop.jobs.change(publish.id, 1, resolved)
    again, second = await shop.receipts.of(publish.id)
    assert again == first
    said = verify(second.text, signed.public).receipt
    assert (said.number, said.supersedes) == (2, fingerprint(first.text))
    assert (said.answer.outcome, said.answer.resolved_by) == ("published", "anonymous")
    assert said.fence_at == first.receipt.fence_at


async def test_an_outcome_is_not_stored_without_its_receipt(shop: Shop, database: Database) -> None:
    """One transaction: when the receipt cannot be written, nothing is."""
    publish = await shop.yes()
    await shop.click(publish)
    await database.write(receipts.drop)
    with pytest.raises((StorageUnavailable, DBAPIError)):
        await shop.end(publish, PUBLISHED, IntentState.DONE)
    assert await shop.publishes.state(publish.id) is IntentState.ACTING
    assert (await shop.jobs.get(publish.id)).result is None


async def test_results_of_before_have_no_digests_and_are_read(
    shop: Shop, database: Database
) -> None:
    """A job of an earlier release: no caller, and pictures without digests."""
    publish = await shop.yes()
    older = '{"outcome": "prepared", "picture_id": "' + "d" * 32 + '"}'
    query = sa.update(runs).where(runs.c.job_id == publish.prepare_id).values(result=older)
    await database.write(lambda tx: tx.execute(query))
    await shop.click(publish)
    await shop.end(publish, PUBLISHED, IntentState.DONE)
    (found,) = await shop.receipts.of(publish.id)
    assert found.receipt.approval.picture is None


def test_no_other_signed_text_passes_for_a_receipt(signed: Signer) -> None:
    other = Signer(KeyRing.parse(new_secret()), "receipt", kind=KIND)
    with pytest.raises(ValueError, match="does not have the members"):
        verify(other.sign({"sub": "somebody"}), other.public)


async def test_after_a_rotation_of_the_secret_older_receipts_still_verify(
    database: Database, clock: Clock, a_job: MakeJob
) -> None:
    secrets = [new_secret()]
    found = []
    for _ in range(2):
        store = ReceiptStore(database, signer(KeyRing.parse(",".join(secrets))))
        jobs = JobStore(database, clock, store.write)
        shop = Shop(jobs, PublishStore(database, clock, per_minute=60), store, clock, a_job)
        publish = await shop.yes()
        await shop.click(publish)
        await shop.end(publish, PUBLISHED, IntentState.DONE)
        found += await store.of(publish.id)
        secrets.insert(0, new_secret())
    for each in found:
        assert verify(each.text, store.keys) == each
    newest = PublicKeys.parse(json.dumps({"keys": store.keys.jwks()["keys"][:1]}))
    assert verify(found[1].text, newest) == found[1]
    with pytest.raises(NotVerified, match="None of the given keys"):
        verify(found[0].text, newest)

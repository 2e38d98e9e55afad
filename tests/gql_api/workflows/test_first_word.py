"""A certain answer is told at once, and what the wardrobe shows of it after that corrects it."""

import asyncio
from dataclasses import replace

import pytest
import structlog

from browser.form import submission
from browser.form.outcome import Submission
from browser.page.capture import Capture
from browser.standin import Standin
from gql_api.cluster.account_locks import AccountLocks
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import Job, JobState, Outcome, Picture
from gql_api.workflows.first_word import FirstWord
from tests.gql_api.workflows.bench import QUICK, STAMP, Bench


def outcome(job: Job) -> Outcome | None:
    return job.result.outcome if job.result else None


async def until_duplicated(context: Bench, job: Job) -> Job:
    async with asyncio.timeout(30):
        while outcome(found := await context.stored(job)) is not Outcome.DUPLICATED:
            await asyncio.sleep(0.05)
    return found


async def test_an_answer_is_told_before_the_wardrobe_is_read_and_a_copy_corrects_it(
    context: Bench, market: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = asyncio.Event()
    search = context.worker.reconciler.context.driver._pages.search

    async def held_up(*args: object) -> object:
        await read.wait()
        return await search(*args)

    prepared = await context.prepared()
    monkeypatch.setattr(context.worker.reconciler.context.driver._pages, "search", held_up)
    market.state.patch_faults({"twin": "item"})
    job = await context.yes(prepared)
    assert job.result is not None
    assert (job.state, outcome(job)) == (JobState.DONE, Outcome.PUBLISHED)
    assert job.result.listing_id in {str(item.id) for item in market.state.live_items}
    assert job.result.picture_id
    assert await context.state(job) is IntentState.DONE
    read.set()
    told = await until_duplicated(context, job)
    assert told.result is not None
    assert len(told.result.listing_urls) == 2
    assert told.last_seq == job.last_seq + 1
    assert len(await context.core.stores.receipts.found(job.id)) == 2


async def test_a_fault_in_the_look_back_is_told_in_the_log_and_costs_no_word(
    context: Bench, market: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise LookupError("ours")

    monkeypatch.setattr(FirstWord, "_found", broken)
    prepared = await context.prepared()
    with structlog.testing.capture_logs() as logs:
        job = await context.yes(prepared)
        async with asyncio.timeout(30):
            while not [entry for entry in logs if entry["event"] == "look_back_failed"]:
                await asyncio.sleep(0.05)
    assert outcome(job) is Outcome.PUBLISHED
    assert len(market.state.live_items) == 1


async def test_what_a_process_that_died_has_not_looked_for_is_looked_for_later(
    context: Bench, market: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def died(word: FirstWord, submission: Submission, picture: Picture | None) -> None:
        """As if the process had ended before the wardrobe was read."""

    monkeypatch.setattr(FirstWord, "look_back", died)
    prepared = await context.prepared()
    market.state.patch_faults({"twin": "item"})
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    await context.look_later(21)
    assert outcome(await until_duplicated(context, job)) is Outcome.DUPLICATED


async def until_unwatched(context: Bench, job: Job) -> None:
    async with asyncio.timeout(30):
        while await context.core.stores.later_looks.of(job.id):
            await asyncio.sleep(0.05)


async def until_over(context: Bench) -> None:
    async with asyncio.timeout(30):
        while context.worker.engine.at_work.running:
            await asyncio.sleep(0.05)


async def until_looked_back(context: Bench) -> None:
    await until_over(context)
    async with asyncio.timeout(30):
        await context.worker.later_looks.context.afterwards.finish()


async def test_the_accounts_next_job_waits_for_no_look(
    context: Bench, market: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabs = context.worker.later_looks.context.driver._tabs
    monkeypatch.setattr(tabs, "_timeouts", replace(QUICK, settle=60.0, between_looks=2.0))
    prepared = await context.prepared()
    market.state.patch_faults({"twin": "item", "wardrobe_held": True})
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    # The account is free, and at work, while its click is looked for.
    await until_over(context)
    async with asyncio.timeout(5), context.worker.later_looks.context.locks.turn("default"):
        pass
    await context.prepared(replace(STAMP, title="Timbre Cérès"))
    assert await context.core.stores.later_looks.of(job.id)
    assert outcome(await context.stored(job)) is Outcome.PUBLISHED
    market.state.release()
    assert outcome(await until_duplicated(context, job)) is Outcome.DUPLICATED


async def test_an_item_that_was_not_seen_goes_on_being_watched(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    market.state.patch_faults({"twin": "item", "wardrobe_held": True})
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    await until_looked_back(context)
    market.state.release()
    await context.look_later(21)
    assert outcome(await until_duplicated(context, job)) is Outcome.DUPLICATED


async def test_a_look_that_finds_the_item_alone_says_nothing_new(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    market.state.patch_faults({"wardrobe_held": True})
    job = await context.yes(prepared)
    await until_looked_back(context)
    market.state.release()
    await context.look_later(21)
    await until_unwatched(context, job)
    assert await context.stored(job) == job


async def test_an_item_that_a_later_look_finds_held_back_is_told_as_that(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    market.state.patch_faults({"wardrobe_held": True})
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    await until_looked_back(context)
    (item,) = market.state.live_items
    market.state.store(replace(item, held=True))
    market.state.release()
    await context.look_later(21)
    await until_unwatched(context, job)
    assert outcome(await context.stored(job)) is Outcome.HELD_FOR_REVIEW


async def test_a_picture_that_comes_late_is_added(
    context: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, picture = asyncio.Event(), Capture.picture

    async def held_up(capture: Capture, *, whole: bool = False) -> bytes:
        if not whole:
            await told.wait()
        return await picture(capture, whole=whole)

    monkeypatch.setattr(submission, "SHOWN_SECONDS", 0.1)
    monkeypatch.setattr(Capture, "picture", held_up)
    job = await context.yes(await context.prepared())
    assert job.result is not None
    assert (outcome(job), job.result.picture_id) == (Outcome.PUBLISHED, None)
    told.set()
    await until_looked_back(context)
    pictured = await context.stored(job)
    assert pictured.result is not None
    assert pictured.result == replace(
        job.result,
        picture_id=pictured.result.picture_id,
        picture_digest=pictured.result.picture_digest,
    )
    assert await context.core.media.pictures.find(str(pictured.result.picture_id))
    receipts = await context.core.stores.receipts.found(job.id)
    assert len(receipts) == 2


async def test_what_was_seen_alone_is_not_looked_for_again(context: Bench, market: Standin) -> None:
    job = await context.yes(await context.prepared())
    assert outcome(job) is Outcome.PUBLISHED
    await until_unwatched(context, job)
    (item,) = market.state.live_items
    assert job.result is not None
    assert job.result.listing_id == str(item.id)


async def before_the_click(context: Bench, job: Job) -> Picture | None:
    """What the receipt of a publish says of the form just before."""
    (receipt,) = await context.core.stores.receipts.found(job.id)
    before = receipt.receipt.pictures.before
    return before and Picture(before.id, before.sha256)


def approved(prepared: Job) -> Picture:
    assert prepared.result and prepared.result.picture_id and prepared.result.picture_digest
    return Picture(prepared.result.picture_id, prepared.result.picture_digest)


async def test_the_picture_before_the_click_is_the_approved_one_while_nothing_has_changed(
    context: Bench,
) -> None:
    prepared = await context.prepared()
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    assert await before_the_click(context, job) == approved(prepared)


async def test_a_form_that_has_changed_is_pictured_before_its_click(context: Bench) -> None:
    prepared = await context.prepared()
    form = await context.worker.parking.find((prepared.id, prepared.revision), 1)
    assert form is not None
    await form.page.evaluate("() => document.body.append('changed')")
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    assert await before_the_click(context, job) not in (None, approved(prepared))


async def test_a_form_that_was_filled_again_and_looks_otherwise_is_pictured_before_its_click(
    context: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = await context.prepared()
    await context.worker.parking.leave((prepared.id, prepared.revision))
    lasting_picture = Capture.lasting_picture

    async def otherwise(capture: Capture) -> bytes:
        return await lasting_picture(capture) + b"otherwise"

    monkeypatch.setattr(Capture, "lasting_picture", otherwise)
    job = await context.yes(prepared)
    assert outcome(job) is Outcome.PUBLISHED
    before = await before_the_click(context, job)
    assert before is not None
    assert before.id != approved(prepared).id


async def steps_of(context: Bench, job: Job) -> list[str]:
    """The engine's own record of a run, once that is over."""
    asked = (
        "SELECT function_name FROM operation_outputs JOIN workflow_status USING (workflow_uuid) "
        f"WHERE workflow_uuid LIKE '{job.id}%' AND status = 'SUCCESS' ORDER BY function_id"
    )
    async with asyncio.timeout(20):
        while not (
            found := await context.core.database.read(
                lambda tx: list(tx.exec_driver_sql(asked).scalars())
            )
        ):
            await asyncio.sleep(0.02)
    return found


async def test_a_yes_that_comes_while_the_preparation_ends_waits_for_it_and_is_one_step(
    context: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = await context.prepared()
    locks, waits = context.worker.reconciler.context.locks, asyncio.Event()
    freed = AccountLocks.freed

    async def noted(self: AccountLocks, account: str, *, seconds: float) -> bool:
        waits.set()
        return await freed(self, account, seconds=seconds)

    monkeypatch.setattr(AccountLocks, "freed", noted)
    async with asyncio.TaskGroup() as group, locks.turn(prepared.account):
        publish = group.create_task(context.yes(prepared))
        await waits.wait()
    assert outcome(publish.result()) is Outcome.PUBLISHED
    assert await steps_of(context, publish.result()) == ["click"]

"""A certain answer is told at once, and what the wardrobe shows of it after that corrects it."""

import asyncio

import pytest

from browser.form.outcome import Submission
from browser.standin import Standin
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import Job, JobState, Outcome, Picture
from gql_api.workflows.first_word import FirstWord
from tests.gql_api.workflows.bench import Bench


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


async def test_what_was_seen_alone_is_not_looked_for_again(context: Bench, market: Standin) -> None:
    job = await context.yes(await context.prepared())
    assert outcome(job) is Outcome.PUBLISHED
    async with asyncio.timeout(30):
        while await context.core.stores.later_looks.of(job.id):
            await asyncio.sleep(0.05)
    (item,) = market.state.live_items
    assert job.result is not None
    assert job.result.listing_id == str(item.id)

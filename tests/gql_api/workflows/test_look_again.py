"""An unknown outcome is looked up once more when a person asks for it; nothing is clicked."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest

from browser.standin import Standin
from gql_api.bootstrap.worker import BROWSER_JOBS
from gql_api.db.jobs import Change
from gql_api.db.publishing.publish_intents import NOT_THERE, IntentState
from gql_api.domain import results
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.errors import Conflict, NoSession, ServiceError, SiteProblem
from tests.gql_api.workflows.bench import Bench, known
from tests.gql_api.workflows.losses import Loss, clicks, unread


async def looked(context: Bench, job: Job) -> Job:
    await context.worker.reconciler.again(job.id)
    return await context.core.stores.jobs.get(job.id)


async def refused(context: Bench, job: Job) -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        await context.worker.reconciler.again(job.id)
    return caught.value


def put_there(market: Standin, job: Job) -> str:
    """The job's listing, as the site has it; its id."""
    owner = market.state.members.sessions["demo"].account
    listing, blank = job.listing, market.state.new_item(owner, "EUR", draft=False)
    price = float(listing.price.amount)
    there = market.state.store(
        replace(blank, title=listing.title, description=listing.description, price=price)
    )
    return str(there.id)


async def said_not_there(context: Bench, job: Job) -> Result:
    said = replace(job.result or results.unknown("x"), reason=NOT_THERE, resolved_by="anna")
    change = Change(
        JobState.DONE,
        expect=frozenset({JobState.DONE}),
        result=said,
        settle=IntentState.FAILED,
        settle_from=frozenset({IntentState.UNKNOWN}),
    )
    assert await context.core.events.change(job.id, job.revision, change)
    return said


async def test_a_listing_that_is_not_there_is_left_to_the_person_and_nothing_is_clicked(
    unseen: Loss,
) -> None:
    context, market, job = unseen.context, unseen.market, unseen.job
    before = clicks(market)
    found = (await looked(context, job)).result
    assert found is not None
    assert (found.outcome, found.reason) == (Outcome.OUTCOME_UNKNOWN, "not_seen_yet")
    # Somebody may have taken it away meanwhile, so the yes does not count again by itself.
    assert await context.state(job) is IntentState.UNKNOWN

    there = put_there(market, job)
    late = (await looked(context, job)).result
    assert late is not None
    assert (late.outcome, late.listing_id) == (Outcome.PUBLISHED, there)
    assert await context.state(job) is IntentState.DONE
    receipts = await context.core.stores.receipts.of(job.id)
    assert len(receipts) == 2
    assert clicks(market) == before


async def test_a_word_that_a_person_has_said_meanwhile_stands(unseen: Loss) -> None:
    context, job = unseen.context, unseen.job
    said = await said_not_there(context, job)
    assert (await looked(context, job)).result == said
    assert await context.state(job) is IntentState.FAILED


async def test_what_another_click_has_left_is_not_taken_for_this_one(unseen: Loss) -> None:
    context, job = unseen.context, unseen.job
    other = await context.yes(await context.prepared())
    assert known(other)[0] is Outcome.PUBLISHED
    async with context.worker.reconciler.context.locks.turn("default"):
        pass  # the form of the other one is closed now
    assert known(await looked(context, job)) == (Outcome.OUTCOME_UNKNOWN, "not_seen_yet")
    assert await context.state(job) is IntentState.UNKNOWN


async def test_a_listing_that_two_unknown_clicks_may_have_left_is_nobodys_yet(unseen: Loss) -> None:
    context, market, first = unseen.context, unseen.market, unseen.job
    second = await unread(context, market)
    put_there(market, first)
    for job in (first, second):
        assert known(await looked(context, job)) == (Outcome.OUTCOME_UNKNOWN, "similar_in_wardrobe")
    await said_not_there(context, second)
    assert known(await looked(context, first))[0] is Outcome.PUBLISHED


async def test_what_stands_in_the_way_is_told(unseen: Loss) -> None:
    context, market, job = unseen.context, unseen.market, unseen.job
    async with context.worker.reconciler.context.locks.turn("default"):
        assert (await refused(context, job)).code == "account_busy"
    async with AsyncExitStack() as held, asyncio.timeout(5):
        for _ in range(BROWSER_JOBS):
            await held.enter_async_context(context.worker.reconciler.context.places)
        assert (await refused(context, job)).code == "unavailable"
    faults: list[tuple[dict[str, Any], type[ServiceError], str]] = [
        ({"site_down": True}, SiteProblem, "site_unreachable"),
        ({"challenge": "datadome"}, Conflict, "needs_manual"),
    ]
    for fault, kind, code in faults:
        market.state.patch_faults(fault)
        error = await refused(context, job)
        assert (type(error), error.code) == (kind, code)
        market.state.patch_faults({"site_down": False, "challenge": "none"})
    market.state.members.expire("demo", refresh_too=True)
    assert type(await refused(context, job)) is NoSession
    assert (await context.core.stores.jobs.get(job.id)).result == job.result

"""What comes up late: found by later looks, kept from being sold twice, or told as two.

Real browser, real market, real database. The clock is moved and nobody waits: the market shows an
item when it is told to, as it would after so many seconds.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from browser.driver import Driver
from browser.errors import Place, UnknownDialog
from browser.standin import Standin
from gql_api.db.publishing import later_looks
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import Job, JobKind, JobState, Outcome
from gql_api.listings.admission import new_job
from gql_api.workflows.reconcile import Patience
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.sessions.test_browser_sessions import GIVEN
from tests.gql_api.workflows.bench import BRIEF, Bench, items, known
from tests.gql_api.workflows.losses import Loss, clicks, lost, show
from tests.gql_api.workflows.test_look_again import said_not_there


@pytest.fixture
def patience() -> Patience:
    return BRIEF


def addresses(job: Job) -> set[str]:
    assert job.result is not None
    return {url.rpartition("/")[2].partition("-")[0] for url in job.result.listing_urls}


@pytest.mark.parametrize("late", [30, 100, 200])
async def test_a_late_item_is_the_new_outcome_and_one_more_event(loss: Loss, late: int) -> None:
    context, market, job = loss.context, loss.market, loss.job
    await context.look_later(late / 2)
    assert (await context.stored(job)).last_seq == job.last_seq
    show(market)
    await context.look_later(late)
    found = await context.stored(job)
    assert found.result is not None
    assert [found.result.listing_id] == items(market)
    assert known(found) == (Outcome.PUBLISHED, "found_in_wardrobe")
    assert await context.state(job) is IntentState.DONE
    events = await context.events(job.id)
    assert [event.seq for event in events] == list(range(1, job.last_seq + 2))
    assert (events[-1].state, events[-1].outcome) == (JobState.DONE, Outcome.PUBLISHED)
    assert len(await context.core.stores.receipts.of(job.id)) == 2
    assert await context.core.stores.later_looks.of(job.id) is None


@pytest.mark.parametrize("same_token", [True, False], ids=["same token", "prepared anew"])
async def test_a_second_yes_after_the_item_came_up_clicks_nothing(
    loss: Loss, *, same_token: bool
) -> None:
    context, market, first = loss.context, loss.market, loss.job
    if same_token:
        assert first.prepare_id
        prepared = await context.core.stores.jobs.get(first.prepare_id)
        await said_not_there(context, first)
    else:
        prepared = await context.prepared()
    show(market)
    before = clicks(market)
    second = await context.yes(prepared)
    assert known(second) == (Outcome.PUBLISHED, "found_in_wardrobe")
    assert second.result is not None
    assert [second.result.listing_id] == items(market)
    assert first.id in second.result.warnings[0]
    assert clicks(market) == before
    earlier = (await context.stored(first)).result
    assert earlier is not None
    assert (earlier.outcome, earlier.listing_id) == (Outcome.PUBLISHED, second.result.listing_id)
    assert await context.state(second) is IntentState.DONE


async def test_a_second_yes_at_once_ends_with_both_told_as_duplicated(loss: Loss) -> None:
    context, market, first = loss.context, loss.market, loss.job
    second = await context.yes(await context.prepared())
    assert known(second)[0] is Outcome.PUBLISHED
    show(market)
    await context.look_later(121)
    for job in (first, second):
        now = await context.stored(job)
        assert known(now)[0] is Outcome.DUPLICATED
        assert addresses(now) == set(items(market))
        assert now.last_seq == job.last_seq + 1
        assert len(await context.core.stores.receipts.of(job.id)) == 2
    assert len(items(market)) == 2


async def test_two_lost_answers_are_told_once_both_items_are_there(loss: Loss) -> None:
    context, market, first = loss.context, loss.market, loss.job
    second = await lost(context, market, await context.prepared())
    await context.look_later(30)
    assert known(await context.stored(first))[0] is Outcome.OUTCOME_UNKNOWN
    show(market)
    await context.look_later(30)
    for job in (first, second):
        now = await context.stored(job)
        assert known(now)[0] is Outcome.DUPLICATED
        assert addresses(now) == set(items(market))


async def test_looks_wait_while_a_challenge_stands_and_go_on_after(loss: Loss) -> None:
    context, market, job = loss.context, loss.market, loss.job
    show(market)
    market.state.patch_faults({"challenge": "datadome"})
    await context.look_later(31)
    market.state.patch_faults({"challenge": "none"})
    # It stands by what is known: until a person has acted nothing is asked.
    await context.look_later(700)
    assert known(await context.stored(job))[0] is Outcome.OUTCOME_UNKNOWN
    await context.sign_in()
    await context.look_later(31)
    assert known(await context.stored(job))[0] is Outcome.PUBLISHED


async def test_an_account_that_cannot_be_looked_at_keeps_no_other_waiting(loss: Loss) -> None:
    context, market, job = loss.context, loss.market, loss.job
    await context.worker.sessions.save(GIVEN, account="other")
    other = new_job(JobKind.PREPARE, "other", market.url, LISTING, context.core.now())
    other = await context.run(replace(other, origin="https://www.vinted.fr"))
    long_ago = context.core.now() - timedelta(seconds=60)
    await context.core.database.write(lambda tx: later_looks.begin(tx, other.id, long_ago))
    await context.core.vault._entries.change(
        lambda all_: all_.having("other", replace(all_.sealed["other"], text="unreadable"))
    )
    show(market)
    await context.look_later(31)
    assert known(await context.stored(job))[0] is Outcome.PUBLISHED
    waiting = await context.core.stores.later_looks.of(other.id)
    assert waiting is not None
    assert waiting.next_at > context.core.now()


async def test_a_dialog_is_no_reason_to_look_more_often_than_planned(
    loss: Loss, monkeypatch: pytest.MonkeyPatch
) -> None:
    reconciler = []

    async def met(*given: object, **more: object) -> None:
        reconciler.append(given)
        raise UnknownDialog(Place.NAVIGATION)

    monkeypatch.setattr(Driver, "look_up", met)
    # Between 200 and 250 seconds after the click: one look is due, and no other soon.
    await loss.context.look_later(205)
    await loss.context.look_later(6)
    assert len(reconciler) == 1


async def test_later_looks_outlive_the_process(loss: Loss) -> None:
    """The click was the one of another worker."""
    show(loss.market)
    await loss.context.look_later(5_000)
    found = await loss.context.stored(loss.job)
    assert found.result is not None
    assert known(found)[0] is Outcome.PUBLISHED
    assert [found.result.listing_id] == items(loss.market)


async def test_a_second_yes_waits_for_a_wardrobe_that_can_be_read_whole(loss: Loss) -> None:
    context, market, first = loss.context, loss.market, loss.job
    again = await context.prepared()
    before = clicks(market)
    market.state.patch_faults({"wardrobe_unreadable": 1})
    stopped = await context.yes(again)
    assert known(stopped)[0] is Outcome.NEEDS_MANUAL
    assert clicks(market) == before
    assert await context.state(stopped) is IntentState.FAILED
    market.state.patch_faults({"wardrobe_unreadable": 0})
    show(market)
    # The same token works again, and the late item is its answer.
    answered = await context.yes(again)
    assert known(answered) == (Outcome.PUBLISHED, "found_in_wardrobe")
    assert known(await context.stored(first))[0] is Outcome.PUBLISHED
    assert clicks(market) == before


async def test_what_is_for_sale_already_is_warned_of_before_the_yes(
    context: Bench, market: Standin
) -> None:
    first = await context.yes(await context.prepared())
    assert first.result is not None
    again = await context.prepared()
    assert again.result is not None
    (warning,) = again.result.warnings
    assert warning.startswith("A listing with the same title and price is for sale already: ")
    assert str(first.result.listing_id) in warning

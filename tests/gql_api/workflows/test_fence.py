"""What the page does while a publish passes its fence: nothing is clicked that was not approved."""

from typing import Any

import pytest

from browser.fence import Before
from browser.standin import Standin
from gql_api.db.publishing.publish_intents import IntentState, PublishStore
from gql_api.domain.job import JobState, Outcome
from gql_api.errors import Conflict
from gql_api.listings.admission import Admission
from tests.gql_api.workflows.bench import Bench, saving


async def test_a_form_that_changes_behind_the_fence_is_not_clicked_and_the_yes_is_free_again(
    context: Bench, market: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = await context.prepared()
    publish, act = context.of(prepared), PublishStore.act

    async def changing(
        store: PublishStore, id_: str, before: Before | None = None, **more: Any
    ) -> bool:
        passed = await act(store, id_, before, **more)
        form = await context.worker.reconciler.context.parking.find(
            (prepared.id, prepared.revision), 1
        )
        assert form is not None
        await form.page.locator("#title").fill("Something else")
        return passed

    monkeypatch.setattr(PublishStore, "act", changing)
    result = (await context.run(publish)).result
    assert result is not None
    assert (result.outcome, result.reason) == (Outcome.NOT_READY, "form_changed")
    assert set(result.errors) == {"title"}
    assert await context.state(publish) is IntentState.FAILED
    assert not market.state.ledger.attempts


async def test_a_call_that_is_held_back_publishes_nothing_and_voids_the_yes(
    context: Bench, market: Standin
) -> None:
    market.state.patch_faults({"price_as_zero": True})
    prepared = await context.prepared()
    publish = await context.yes(prepared)
    result = publish.result
    assert result is not None
    assert (result.outcome, result.reason) == (Outcome.NOT_READY, "form_changed")
    assert set(result.errors) == {"price"}
    assert (publish.state, result.picture_id is None) == (JobState.DONE, False)
    assert await context.state(publish) is IntentState.REJECTED
    assert not market.state.ledger.attempts
    assert not await context.core.stores.jobs.clicked_beside(prepared)
    admission = Admission(
        jobs=context.core.stores.jobs,
        publishes=context.core.stores.publishes,
        signer=context.core.signer,
        publish_enabled=True,
        daily_budget=None,
        max_queued=9,
        now=context.core.now,
    )
    with pytest.raises(Conflict) as caught:
        again = context.of(prepared)
        await context.core.database.read(lambda tx: admission.admit(tx, again))
    assert caught.value.code == "confirm_token_used"
    assert "nothing was sent" in caught.value.detail


async def test_a_draft_that_is_held_back_is_not_saved_and_gives_no_token(
    context: Bench, market: Standin
) -> None:
    market.state.patch_faults({"price_as_zero": True})
    job = await context.run(await saving(context))
    assert job.result is not None
    assert (job.state, job.result.outcome) == (JobState.AWAITING_ANSWERS, Outcome.NOT_READY)
    assert (job.result.reason, job.result.confirm_token) == ("form_changed", None)
    assert set(job.result.errors) == {"price"}
    assert not market.state.ledger.attempts

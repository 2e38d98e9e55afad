"""What the page does while a publish passes its fence: nothing is clicked that was not approved."""

from pathlib import Path
from typing import Any

import pytest

from browser.fencing import Before
from browser.standin import serve_standin
from gql_api.jobs import Outcome
from gql_api.store.publishes import IntentState, PublishStore
from tests.gql_api.workflows.bench import bench


async def test_a_form_that_changes_behind_the_fence_is_not_clicked_and_the_yes_is_free_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve_standin() as market, bench(tmp_path, market.url) as desk:
        market.state.patch_faults({"cookie_banner": False})
        await desk.sign_in()
        prepared = await desk.prepared()
        publish, act = desk.of(prepared), PublishStore.act

        async def changing(
            store: PublishStore, id_: str, before: Before | None = None, **more: Any
        ) -> bool:
            passed = await act(store, id_, before, **more)
            form = await desk.worker.looks.desk.parking.find((prepared.id, prepared.revision), 1)
            assert form is not None
            await form.page.locator("#title").fill("Something else")
            return passed

        monkeypatch.setattr(PublishStore, "act", changing)
        result = (await desk.run(publish)).result
        assert result is not None
        assert (result.outcome, result.reason) == (Outcome.NOT_READY, "form_changed")
        assert set(result.errors) == {"title"}
        assert await desk.state(publish) is IntentState.FAILED
        assert not market.state.ledger.attempts

"""Checks of the switches about saved drafts, and what the wardrobe shows of them and when."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from playwright.async_api import expect

from browser.standin.seeding import seed_items
from tests.browser.standin.checks import Scene, publish, save_draft, switch


async def wardrobe(scene: Scene, **query: Any) -> httpx.Response:
    member = scene.market.state.members.sessions["demo"].account.id
    return await scene.api.get(f"/api/v2/wardrobe/{member}/items", params=query)


async def shown(scene: Scene) -> list[int]:
    return [row["id"] for row in (await wardrobe(scene)).json()["items"]]


@switch("draft_fault")
async def _(scene: Scene) -> None:
    state = scene.market.state
    stored = {"lost_answer": 1, "reset_after": 1, "error_after": 1, "hang": 1}
    kept = {"error_before": 0, "reset_before": 0, "denied_before": 0}
    statuses = {"hang": 200, "denied_before": 403}
    for fault, drafts in (stored | kept).items():
        state.items.clear()
        state.patch_faults({"draft_fault": fault, "hang_seconds": 0.2})
        if fault in ("lost_answer", "reset_after", "reset_before"):
            with pytest.raises(httpx.RemoteProtocolError):
                await save_draft(scene.api, title="Sac")
        else:
            answer = await save_draft(scene.api, title="Sac")
            assert answer.status_code == statuses.get(fault, 500), fault
        assert len(state.drafts) == drafts, fault
        outcome = "stored" if drafts else "refused" if fault == "denied_before" else "failed"
        assert state.ledger.attempts[-1].kind == "draft"
        if fault != "reset_before":
            assert state.ledger.attempts[-1].outcome == outcome, fault


@switch("draft_fault_times")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"draft_fault": "error_after", "draft_fault_times": 1})
    statuses = [(await save_draft(scene.api)).status_code for _ in range(2)]
    assert statuses == [500, 200]
    assert len(scene.market.state.drafts) == 2


@switch("draft_delay")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"draft_delay": 0.3})
    draft = (await save_draft(scene.api, title="Sac")).json()["draft"]["id"]
    assert await shown(scene) == []
    await asyncio.sleep(0.35)
    assert await shown(scene) == [draft]


@switch("wardrobe_held")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"wardrobe_held": True})
    draft = (await save_draft(scene.api, title="Sac")).json()["draft"]["id"]
    item = (await publish(scene.api)).json()["item"]["id"]
    assert await shown(scene) == []
    assert (await scene.api.get("/__standin__/ledger")).json()["items"][0]["id"] == item
    released = (await scene.api.post("/__standin__/wardrobe/release")).json()["released"]
    assert released == [draft, item]
    assert await shown(scene) == [item, draft]


@switch("wardrobe_page_size")
async def _(scene: Scene) -> None:
    owner = scene.market.state.members.sessions["demo"].account
    seed_items(scene.market.state, owner, 100)
    assert len((await wardrobe(scene, per_page=200)).json()["items"]) == 96
    scene.market.state.patch_faults({"wardrobe_page_size": 40})
    answer = (await wardrobe(scene, per_page=96, page=3)).json()
    assert (len(answer["items"]), answer["pagination"]["total_pages"]) == (20, 3)


@switch("wardrobe_dates")
async def _(scene: Scene) -> None:
    await publish(scene.api)
    flags = {"is_draft", "is_closed", "is_reserved", "is_hidden", "is_processing"}
    row = (await wardrobe(scene)).json()["items"][0]
    assert flags <= set(row)
    assert "created_at" not in row
    scene.market.state.patch_faults({"wardrobe_dates": True})
    assert "created_at" in (await wardrobe(scene)).json()["items"][0]


@switch("wardrobe_unreadable")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"wardrobe_unreadable": 2})
    kinds = [(await wardrobe(scene, page=n)).headers["content-type"] for n in (1, 2, 3)]
    assert [kind.partition(";")[0] for kind in kinds] == [
        "application/json",
        "text/html",
        "application/json",
    ]


@switch("twin")
async def _(scene: Scene) -> None:
    state = scene.market.state
    state.patch_faults({"twin": "draft"})
    await save_draft(scene.api, title="Sac")
    await publish(scene.api)
    assert [item.title for item in state.drafts] == ["Sac", "Sac"]
    assert len(state.live_items) == 1
    state.patch_faults({"twin": "item"})
    await publish(scene.api)
    assert len(set(await shown(scene))) == 5


@switch("twin_delay")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"twin": "item", "twin_delay": 0.3})
    await publish(scene.api)
    assert len(await shown(scene)) == 1
    await asyncio.sleep(0.35)
    assert len(await shown(scene)) == 2


@switch("wardrobe_cards")
async def _(scene: Scene) -> None:
    """Few cards at once and more by scrolling, so that few of the pictures are loaded."""
    state = scene.market.state
    owner = state.members.sessions["demo"].account
    seed_items(state, owner, 50)
    seller = await scene.open(path=f"/member/{owner.id}", wardrobe_cards=20)
    cards = seller.page.locator(".new-item-box")
    await expect(cards).to_have_count(20)
    pictures = {row.path for row in state.ledger.requests if row.path.startswith("/photos/")}
    assert len(pictures) <= 20
    await cards.last.scroll_into_view_if_needed()
    await expect(cards).to_have_count(40)
    await seller.page.mouse.move(600, 500)
    await seller.page.mouse.wheel(0, 20_000)
    await expect(cards).to_have_count(50)
    seller = await scene.open(path=f"/member/{owner.id}", wardrobe_cards=30)
    await expect(seller.page.locator(".new-item-box")).to_have_count(30)

"""Checks of the switches about dialogs, cards and what follows the publish press."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.browser.standin.checks import Scene, listing, save_draft, switch
from tests.browser.standin.seller import Seller
from tests.browser.standin.server_checks import upload

TIP = "/api/v2/item_upload/upload_another_item_tip"


async def ready_draft(scene: Scene, **faults: object) -> Seller:
    """The edit page of a draft that may be published as it stands."""
    photo = (await upload(scene)).json()["id"]
    body = listing(assigned_photos=[{"id": photo}])
    draft = (await save_draft(scene.api, **body)).json()["draft"]["id"]
    seller = await scene.open(path=f"/items/{draft}/edit", **faults)
    await expect(seller.page.locator("#color")).to_have_value(re.compile("Noir|Black"))
    return seller


@switch("uploaded_dialog")
async def _(scene: Scene) -> None:
    member = scene.market.state.members.sessions["demo"].account.id
    path = f"/member/{member}?promo_shown=true"
    seller = await scene.open(path=path, page_language="en")
    dialog = seller.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Item listed")
    await expect(seller.at("list-promotion-submit-cta")).to_have_text("List another")
    await seller.at("list-promotion-cancel-cta").click()
    await expect(dialog).to_have_count(0)
    seller = await scene.open(path=path, uploaded_dialog="after_upload")
    await expect(seller.at("after-upload-modal")).to_be_visible()


@switch("upload_actions")
async def _(scene: Scene) -> None:
    seller = await ready_draft(scene, upload_actions="both")
    async with seller.page.expect_response(f"**{TIP}?item_id=*") as tip:
        await seller.publish()
    item = scene.market.state.live_items[0].id
    assert (await tip.value).url.endswith(f"item_id={item}")
    await expect(seller.at("verification-modal")).to_be_visible()
    seller = await ready_draft(scene, upload_actions="none", publish_outcome="stay_modal")
    async with seller.page.expect_response("**/completion") as answer:
        await seller.publish()
    assert (await (await answer.value).json())["after_upload_actions"] == []


@switch("proof_offers")
async def _(scene: Scene) -> None:
    seller = await scene.open(
        proof_offers=True, authenticity_modal=True, page_language="en", draft=221
    )
    await seller.choose_brand("nike", 53)
    dialog = seller.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("How do you prove that your item is authentic?")
    await expect(dialog.get_by_role("button", name="Add photos")).to_be_visible()
    await expect(dialog.get_by_role("link")).to_have_count(1)
    await dialog.get_by_role("button", name="Close").click()
    await expect(dialog).to_have_count(0)


@switch("photos_hint")
async def _(scene: Scene) -> None:
    seller = await scene.open(photos_hint=True, page_language="en")
    hint = seller.page.locator("#photos-wanted")
    await expect(hint).to_have_text("Make sure you’ve added these photos:")


@switch("luxury_photos")
async def _(scene: Scene) -> None:
    seller = await scene.open(luxury_photos=True, draft=221)
    await seller.choose_brand("gucci", 567)
    await seller.publish()
    await expect(seller.at("luxury-modal")).to_contain_text("au moins 3 photos")
    assert scene.market.state.ledger.attempts == []
    await seller.at("luxury-modal-close-button").click()
    await seller.add_photos("teal", "orange", "black")
    async with seller.page.expect_response("**/completion"):
        await seller.publish()


@switch("critical_error")
async def _(scene: Scene) -> None:
    seller = await scene.open(critical_error=True, draft_error=500)
    await seller.at("upload-form-save-draft-button").click()
    overlay = seller.at("item-upload-critical-error-dialog--overlay")
    await expect(overlay).to_be_visible()
    await overlay.get_by_role("button").click()
    await expect(overlay).to_have_count(0)


@switch("dialog_returns")
async def _(scene: Scene) -> None:
    seller = await scene.open(dialog="opinion", dialog_returns=1)
    close = seller.at("opinion-modal-close-button")
    await close.click()
    await expect(close).to_have_count(0)
    await close.click()
    await expect(close).to_have_count(0)
    await seller.page.wait_for_timeout(500)
    await expect(close).to_have_count(0)


@switch("dialog_return_seconds")
async def _(scene: Scene) -> None:
    for seconds, shown in ((0.0, 1), (60.0, 0)):
        seller = await scene.open(dialog="opinion", dialog_returns=1, dialog_return_seconds=seconds)
        close = seller.at("opinion-modal-close-button")
        first = await close.element_handle()
        await close.click()
        await first.wait_for_element_state("hidden")
        await expect(close).to_have_count(shown)


@switch("dialog_words")
async def _(scene: Scene) -> None:
    seller = await scene.open(dialog="promotion")
    await expect(seller.at("promotion-modal")).not_to_contain_text("€")
    for words, text in (("money", "2,95 €"), ("identity", "identité")):
        seller = await scene.open(dialog="promotion", dialog_words=words)
        await expect(seller.at("promotion-modal")).to_contain_text(text)


@switch("dialog_closer")
async def _(scene: Scene) -> None:
    for value, testids in (("cross", 1), ("later", 0)):
        seller = await scene.open(dialog="promotion", dialog_closer=value)
        await expect(seller.at("promotion-modal")).to_be_visible()
        await expect(seller.at("promotion-modal-close-button")).to_have_count(testids)
    await seller.at("promotion-modal").get_by_role("button", name="Plus tard").click()
    await expect(seller.at("promotion-modal")).to_have_count(0)


@switch("promotion_card")
async def _(scene: Scene) -> None:
    seller = await scene.open(promotion_card=True)
    card = seller.page.locator("#promotion-card")
    await expect(card).to_be_visible()
    await seller.page.locator("#title").click()
    await seller.at("promotion-card-close-button").click()
    await expect(card).to_have_count(0)
    await expect(seller.page.locator("#title")).to_be_visible()


@switch("review_seconds")
async def _(scene: Scene) -> None:
    seller = await ready_draft(scene, review_seconds=0.4, page_language="en")
    await seller.publish()
    await expect(seller.at("review-modal")).to_contain_text("Check in progress")
    assert seller.page.url.endswith("/edit")
    await seller.page.wait_for_url("**/member/*promo_shown=true")
    assert len(scene.market.state.live_items) == 1

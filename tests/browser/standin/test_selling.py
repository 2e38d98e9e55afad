"""A person sells by hand, wide and narrow, and the ledger holds exactly what was entered."""

from __future__ import annotations

import hashlib

import httpx
import pytest
from playwright.async_api import expect

from browser.standin import Standin
from tests.browser.standin.checks import publish
from tests.browser.standin.conftest import OpenSeller
from tests.browser.standin.seller import Seller, picture

both_widths = pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])


@both_widths
async def test_publish_by_hand(open_seller: OpenSeller, market: Standin, wide: bool) -> None:
    seller = await open_seller(wide=wide)
    contents = await seller.fill()
    await seller.publish()
    await seller.page.wait_for_url("**/member/*?promo_shown=true")
    await expect(
        seller.page.get_by_role("dialog").filter(has_text="Article ajouté")
    ).to_be_visible()

    [item] = market.state.live_items
    assert (item.title, item.description) == ("T-shirt Nike noir", "Porté deux fois.\nTrès doux.")
    assert (item.catalog_id, item.brand_id, item.brand) == (221, 53, "Nike")
    assert (item.size_id, item.condition_id, item.color_ids) == (1739, 2, (9, 1))
    assert item.attributes == {"material": (44,)}
    assert (item.price, item.currency, item.package_size_id) == (15.5, "EUR", 2)
    assert (item.push_up, item.draft, item.is_unisex) == (False, False, False)
    photos = [market.state.photos[photo.id] for photo in item.photos]
    assert [photo.content for photo in photos] == contents
    assert photos[0].sha256 == hashlib.sha256(contents[0]).hexdigest()
    assert (photos[0].width, photos[0].height, photos[0].order) == (60, 80, 0)
    [attempt] = market.state.ledger.attempts
    assert (attempt.kind, attempt.outcome, attempt.item_id) == ("publish", "stored", item.id)


async def live_item(api: httpx.AsyncClient) -> int:
    files = {"photo[file]": ("p.jpg", picture("teal"), "image/jpeg")}
    photo = await api.post("/api/v2/photos", data={"photo[type]": "item"}, files=files)
    photos = [{"id": photo.json()["id"], "orientation": 0}]
    answer = await publish(api, color_ids=[9, 1], price=15.5, assigned_photos=photos)
    item_id: int = answer.json()["item"]["id"]
    return item_id


async def test_the_item_page_of_its_owner(open_seller: OpenSeller, api: httpx.AsyncClient) -> None:
    item_id = await live_item(api)
    user = (await api.get("/api/v2/users/current")).json()["user"]["id"]
    seller = await open_seller(path=f"/member/{user}")
    card = seller.at(f"product-item-id-{item_id}--overlay-link")
    assert "Sac à dos, Nike, 15,50" in (await card.get_attribute("title") or "")
    await seller.open(f"/items/{item_id}")
    assert seller.page.url.endswith(f"/items/{item_id}-sac-a-dos")
    for button in ("item-delete", "item-edit", "item-bump", "mark-as-sold", "item-hide"):
        await expect(seller.at(f"{button}-button")).to_be_visible()
    await expect(seller.at("item-price")).to_have_text("15,50\u00a0€")
    await expect(seller.at("item-attributes-color")).to_have_text("Noir, Bleu")
    await expect(seller.page.locator(".item-photos img")).to_have_count(1)


async def test_a_draft_is_saved_changed_published(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller()
    await seller.page.locator("#title").fill("Brouillon")
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    [draft] = market.state.drafts
    status = seller.at(f"product-item-id-{draft.id}--status-text")
    await expect(status).to_have_text("Brouillon")

    await seller.open(f"/items/{draft.id}/edit")
    await expect(seller.page.locator("#title")).to_have_value("Brouillon")
    await seller.fill()
    await seller.publish()
    await seller.page.wait_for_url("**/member/**")
    [item] = market.state.live_items
    assert (item.id, item.price, market.state.drafts) == (draft.id, 15.5, [])


async def test_a_deleted_draft_is_gone(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller()
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    [draft] = market.state.drafts
    await seller.open(f"/items/{draft.id}/edit")
    await seller.at("upload-form-delete-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    await seller.open(f"/items/{draft.id}/edit")
    await expect(seller.page.locator("h1")).to_have_text("Sorry, something went wrong")
    await expect(seller.page.locator("#title")).to_have_count(0)
    assert market.state.deleted == {draft.id}


async def test_a_live_item_is_changed(
    open_seller: OpenSeller, market: Standin, api: httpx.AsyncClient
) -> None:
    item_id = await live_item(api)
    seller = await open_seller(path=f"/items/{item_id}/edit")
    await expect(seller.page.locator("#color")).to_have_value("Noir, Bleu")
    await expect(seller.page.locator("#price")).to_have_value("15,50\u00a0€")
    await expect(seller.at("upload-form-save-button")).to_have_text("Enregistrer")
    await expect(seller.at("upload-form-save-draft-button")).to_have_count(0)
    await seller.page.locator("#title").fill("Autre titre")
    await seller.publish()
    await seller.page.wait_for_url("**/items/*-autre-titre")
    assert market.state.items[item_id].title == "Autre titre"


async def test_an_empty_form_is_refused_with_the_page_s_own_errors(
    open_seller: OpenSeller, market: Standin
) -> None:
    seller = await open_seller()
    await seller.publish()
    alert = "div.web_ui__Validation__validation.web_ui__Validation__warning[role=alert]"
    await expect(seller.page.locator(f".c-input__note > {alert}").first).to_be_visible()
    alerts = await seller.alerts()
    assert "Ajoute au moins une photo" in alerts
    assert "Choisis une sous-catégorie" in alerts
    assert "Le champ prix doit être supérieur ou égal à 1.0" in alerts
    assert market.state.items == {}
    assert [attempt.outcome for attempt in market.state.ledger.attempts] == ["refused"]


async def title_error(seller: Seller, title: str) -> list[str]:
    await seller.page.locator("#title").fill(title)
    await seller.publish()
    await seller.page.locator(".c-input__note [role=alert]").first.wait_for()
    return await seller.alerts()


async def test_titles_with_emoji_or_runs_of_symbols_are_refused(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    assert any("✨" in text for text in await title_error(seller, "Robe ✨"))
    await seller.page.reload()
    assert any("spéciaux" in text for text in await title_error(seller, "Robe !!!!"))


async def test_enter_does_not_submit(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller()
    await seller.page.locator("#title").fill("x")
    await seller.page.keyboard.press("Enter")
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    assert [attempt.kind for attempt in market.state.ledger.attempts] == ["draft"]

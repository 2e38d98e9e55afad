"""Checks of the switches of parcels, prices and the body that leaves."""

from __future__ import annotations

from typing import Any

from playwright.async_api import expect

from tests.browser.standin.checks import Scene, listing, publish, switch
from tests.browser.standin.seller import Seller

SHIPPING = "/shipping-estimation/external/catalogs/221/package_sizes"
OLDER = "/api/v2/catalogs/221/package_sizes"


async def body(seller: Seller) -> dict[str, Any]:
    """What leaves when the draft is saved."""
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    attempt = seller.state.ledger.attempts[-1].body
    assert isinstance(attempt, dict)
    return attempt


async def parcel(seller: Seller) -> Any:
    return (await body(seller))["draft"]["package_size_id"]


def shown(seller: Seller, number: int) -> Any:
    return seller.at(f"package_type_selector_{number}--input")


@switch("parcel_address")
async def _(scene: Scene) -> None:
    for value, asked, other in (("shipping", SHIPPING, OLDER), ("catalogs", OLDER, SHIPPING)):
        seller = await scene.open(parcel_address=value, draft=221)
        await seller.page.locator("#package_size").wait_for()
        paths = [entry.path for entry in scene.market.state.ledger.requests]
        assert (asked in paths, other in paths) == (True, False)
        scene.market.state.ledger.requests.clear()


@switch("parcel_recommended")
async def _(scene: Scene) -> None:
    seller = await scene.open(parcel_recommended="preselected", draft=221)
    await expect(shown(seller, 1)).to_be_checked()
    seller = await scene.open(parcel_recommended="badge", draft=221)
    await expect(seller.at("package-size-suggestion-badge-id-1")).to_be_visible()
    await expect(shown(seller, 1)).not_to_be_checked()


@switch("parcel_section_delay")
async def _(scene: Scene) -> None:
    seller = await scene.open(parcel_section_delay=0.5, draft=221)
    await seller.at("upload-form-save-draft-button").wait_for()
    await expect(seller.page.locator("#package_size")).not_to_be_visible(timeout=100)
    await expect(seller.page.locator("#package_size")).to_be_visible()


@switch("parcel_delay")
async def _(scene: Scene) -> None:
    seller = await scene.open(parcel_delay=0.5, draft=221)
    await seller.page.locator("#package_size").wait_for()
    await expect(shown(seller, 1)).not_to_be_checked(timeout=100)
    await expect(shown(seller, 1)).to_be_checked()


@switch("parcel_follows_size")
async def _(scene: Scene) -> None:
    for value, checked in ((False, 1), (True, 2)):
        seller = await scene.open(parcel_follows_size=value, draft=221)
        await seller.choose("size", "size-group-80-grid-option-1739")
        await expect(shown(seller, checked)).to_be_checked()


@switch("parcel_stale_token")
async def _(scene: Scene) -> None:
    seller = await scene.open(parcel_stale_token=True, draft=221)
    await expect(seller.page.locator("#package_size")).to_have_count(0)
    paths = [(entry.path, entry.status) for entry in scene.market.state.ledger.requests]
    assert paths.count((SHIPPING, 401)) == 1


@switch("parcel_section")
async def _(scene: Scene) -> None:
    for value, after_reload in (("missing", 0), ("missing_until_reload", 1)):
        seller = await scene.open(parcel_section=value, draft=221)
        section = seller.page.locator("#package_size")
        await expect(section).to_have_count(0)
        await seller.page.reload()
        await seller.page.locator("#brand").wait_for()
        await expect(section).to_have_count(after_reload)
        assert len((await scene.api.get(SHIPPING)).json()["package_sizes"]) == 4
    refused = (await publish(scene.api, package_size_id=None)).json()["errors"]
    assert [row["field"] for row in refused] == ["package_size"]
    seller = await scene.open(parcel_section="none", draft=221)
    await expect(seller.page.locator("#package_size")).to_have_count(0)
    assert (await scene.api.get(SHIPPING)).json()["package_sizes"] == []
    assert (await publish(scene.api, package_size_id=None)).status_code == 200


@switch("parcel_choice")
async def _(scene: Scene) -> None:
    sent = {}
    for value in ("sent", "lost", "lost_until_other"):
        seller = await scene.open(parcel_choice=value, draft=221)
        await seller.at("1-package-size--cell").click()
        await expect(shown(seller, 1)).to_be_checked()
        sent[value] = await parcel(seller)
    seller = await scene.open(draft=221)
    await seller.at("2-package-size--cell").click()
    await seller.at("1-package-size--cell").click()
    sent["cured"] = await parcel(seller)
    assert sent == {"sent": 1, "lost": None, "lost_until_other": None, "cured": 1}


@switch("parcel_press")
async def _(scene: Scene) -> None:
    for value in ("cell", "label", "radio"):
        taken = []
        for part in ("2-package-size--cell", "package_type_selector_2"):
            seller = await scene.open(parcel_press=value, draft=221)
            await seller.at(part).click()
            taken.append(await shown(seller, 2).is_checked())
        assert taken == [value == "cell", value in ("cell", "label")]
        if value == "radio":
            await shown(seller, 2).click()
            await expect(shown(seller, 2)).to_be_checked()


@switch("parcel_toggles")
async def _(scene: Scene) -> None:
    for value in (False, True):
        seller = await scene.open(parcel_toggles=value, draft=221)
        await seller.at("2-package-size--cell").click()
        await seller.at("2-package-size--cell").click()
        await expect(shown(seller, 2)).to_be_checked(checked=not value)


async def price_after(scene: Scene, text: str, **faults: Any) -> str:
    seller = await scene.open(**faults)
    await seller.enter_price(text)
    return await seller.value("price")


@switch("price_marks")
async def _(scene: Scene) -> None:
    seen = {}
    for value in ("both", "own", "comma", "point"):
        texts = [await price_after(scene, text, price_marks=value) for text in ("12,5", "12.5")]
        seen[value] = [text.replace("\u00a0€", "") for text in texts]
    assert seen == {
        "both": ["12,50", "12,50"],
        "own": ["12,50", "125,00"],
        "comma": ["12,50", "NaN"],
        "point": ["NaN", "12,50"],
    }


@switch("price_raw")
async def _(scene: Scene) -> None:
    for value, text in (("number", "12.5"), ("local", "12,5")):
        seller = await scene.open(price_raw=value)
        await seller.enter_price("12,5")
        await seller.page.locator("#price").click()
        assert await seller.value("price") == text


@switch("price_readback")
async def _(scene: Scene) -> None:
    ways = {"local": "9,00\u00a0€", "bare_point": "9.00", "symbol_first": "€9.00"}
    for value, text in ways.items():
        assert await price_after(scene, "9", price_readback=value) == text


@switch("price_lost")
async def _(scene: Scene) -> None:
    sent = {}
    for value in ("never", "null", "zero", "absent"):
        seller = await scene.open(price_lost=value, draft=221)
        await seller.enter_price("15")
        await seller.at("2-package-size--cell").click()
        assert await seller.value("price") == "15,00\u00a0€"
        sent[value] = (await body(seller))["draft"].get("price", "absent")
    assert sent == {"never": 15, "null": None, "zero": 0, "absent": "absent"}
    seller = await scene.open(draft=221)
    await seller.at("2-package-size--cell").click()
    await seller.enter_price("15")
    assert (await body(seller))["draft"]["price"] == 15


@switch("currency")
async def _(scene: Scene) -> None:
    ways = {"GBP": "12,00\u00a0£", "PLN": "12,00\u00a0zł", "SEK": "12,00\u00a0kr"}
    ways |= {"DKK": "12,00\u00a0kr.", "CZK": "12,00\u00a0Kč"}
    for value, text in ways.items():
        assert await price_after(scene, "12", currency=value) == text
    refused = (await publish(scene.api, price=7, currency="DKK")).json()["errors"]
    assert [row["field"] for row in refused] == ["price"]


@switch("photo_members")
async def _(scene: Scene) -> None:
    for value, count in (("long", 5), ("short", 2)):
        seller = await scene.open(photo_members=value)
        await seller.add_photos("teal")
        [photo] = (await body(seller))["draft"]["assigned_photos"]
        assert len(photo) == count


@switch("size_columns")
async def _(scene: Scene) -> None:
    for value in ("absent", "sent"):
        seller = await scene.open(size_columns=value, draft=221)
        await seller.choose("size", "size-group-80-grid-option-1739")
        sent = (await body(seller))["draft"]
        assert ("size_id" in sent, "status_id" in sent) == (value == "sent", value == "sent")
        assert {"code": "size", "ids": [1739]} in sent["item_attributes"]


@switch("brand_text")
async def _(scene: Scene) -> None:
    for value in ("beside_id", "own_only"):
        seller = await scene.open(brand_text=value, draft=221)
        await seller.choose_brand("nike", 53)
        sent = (await body(seller))["draft"]
        assert (sent["brand_id"], sent.get("brand")) == (
            53,
            "Nike" if value == "beside_id" else None,
        )


@switch("feedback_member")
async def _(scene: Scene) -> None:
    for value in ("null", "absent"):
        seller = await scene.open(feedback_member=value)
        assert ("feedback_id" in await body(seller)) is (value == "null")


@switch("anon_id_demanded")
async def _(scene: Scene) -> None:
    scene.market.state.patch_faults({"anon_id_demanded": True})
    path = "/api/v2/users/current"
    without = await scene.api.get(path)
    sent = await scene.api.get(path, headers={"x-anon-id": "1"})
    assert (without.status_code, sent.status_code) == (403, 200)
    seller = await scene.open()
    await seller.choose_leaf()


@switch("catalogs_gone")
async def _(scene: Scene) -> None:
    seller = await scene.open(catalogs_gone=True)
    assert (await scene.api.get("/api/v2/item_upload/catalogs")).status_code == 404
    await seller.choose_leaf()
    assert await seller.value("category") == "T-shirts"


@switch("capitals_refused")
async def _(scene: Scene) -> None:
    title = "SAC A DOS neuf"
    assert (await publish(scene.api, title=title)).status_code == 200
    scene.market.state.patch_faults({"capitals_refused": True})
    refused = (await publish(scene.api, title=title)).json()["errors"]
    assert [row["field"] for row in refused] == ["title"]
    assert (await publish(scene.api, title=listing()["title"])).status_code == 200

"""Checks of the switches of fields, of what comes filled, and of cards on the form."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.standin.checks import Scene, attributes, switch
from tests.browser.standin.parcel_checks import body
from tests.browser.standin.seller import picture

PHONE = ("2994", "3565")
BOOK = ("2309", "2312", "5425")
BACKPACK = 157


@switch("prefill_category")
async def _(scene: Scene) -> None:
    seller = await scene.open(prefill_category=BACKPACK, prefill_delay=0.7)
    await seller.add_photos("teal")
    await seller.page.locator("#category").click()
    await seller.page.locator("#catalog-5").click()
    await expect(seller.page.locator("#catalog-5")).to_be_visible()
    await expect(seller.page.locator("#category")).to_have_value("Sacs à dos")
    await seller.page.locator("#brand").wait_for()
    seller = await scene.open()
    await seller.choose_leaf()
    await seller.add_photos("teal")
    beyond = "added => performance.now() > added + 900"
    added = await seller.page.evaluate("performance.now()")
    await seller.page.wait_for_function(beyond, arg=added)
    assert await seller.value("category") == "T-shirts"


@switch("photos_redraw")
async def _(scene: Scene) -> None:
    for redraws, count in ((False, 1), (True, 0)):
        seller = await scene.open(photos_redraw=redraws, photo_delay=0.4)
        old = await seller.page.locator("#category").element_handle()
        file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture("teal")}
        await seller.at("add-photos-input").set_input_files([file])
        await seller.page.locator("#category").click()
        await seller.page.locator("#catalog-5").wait_for()
        await seller.at("image-wrapper-0").wait_for()
        await expect(seller.page.locator("#catalog-5")).to_have_count(count)
        assert await old.evaluate("node => node.isConnected") is not redraws


@switch("photos_forget")
async def _(scene: Scene) -> None:
    for forgotten, left in (("", "Noir"), ("color", "")):
        seller = await scene.open(photos_forget=forgotten)
        await seller.choose_leaf()
        await seller.choose("color", "color-1")
        assert await seller.value("color") == "Noir"
        await seller.add_photos("teal")
        await expect(seller.page.locator("#color")).to_have_value(left)


@switch("seventh_condition")
async def _(scene: Scene) -> None:
    for leaf, rows in ((3565, 6), (221, 5)):
        seller = await scene.open(seventh_condition=True, draft=leaf)
        await seller.page.locator("#condition").click()
        await seller.page.locator("#condition-4").wait_for()
        await expect(seller.page.locator("[id^=condition-]:is([role=radio])")).to_have_count(rows)
    scene.market.state.patch_faults({"seventh_condition": False})
    told = (await attributes(scene.api, 3565)).text
    assert "Endommag" not in told


@switch("prefill_delay")
async def _(scene: Scene) -> None:
    seller = await scene.open(prefill_category=BACKPACK, prefill_delay=0.6)
    await seller.add_photos("teal")
    assert await seller.value("category") == ""
    await expect(seller.page.locator("#category")).to_have_value("Sacs à dos")


@switch("suggested_categories")
async def _(scene: Scene) -> None:
    seller = await scene.open(suggested_categories="246,221")
    await seller.add_photos("teal")
    await seller.page.locator("#category").click()
    rows = seller.page.locator("[id^=catalog-suggestion-]")
    await expect(rows).to_have_count(2)
    ids = await rows.evaluate_all("rows => rows.map(row => row.id)")
    assert ids == ["catalog-suggestion-246", "catalog-suggestion-221"]
    radio = seller.page.locator("[id='246-catalog-suggestion-radio']")
    await expect(radio).to_be_attached()


@switch("suggestions_by")
async def _(scene: Scene) -> None:
    asked = []
    for way in ("get", "post"):
        scene.market.state.ledger.requests.clear()
        seller = await scene.open(suggestions_by=way)
        await seller.add_photos("teal")
        await seller.page.locator("#category").click()
        await expect(seller.page.locator("[id^=catalog-suggestion-]")).to_have_count(3)
        rows = scene.market.state.ledger.requests
        asked += [row.method for row in rows if row.path.endswith("/suggestions/categories")]
    assert asked == ["GET", "POST"]


@switch("suggestion_delay")
async def _(scene: Scene) -> None:
    seller = await scene.open(suggestion_delay=0.6)
    await seller.add_photos("teal")
    await seller.page.locator("#category").click()
    await seller.page.locator("#catalog-5").wait_for()
    rows = seller.page.locator("[id^=catalog-suggestion-]")
    await expect(rows).to_have_count(0)
    await expect(rows).to_have_count(3)


@switch("earlier_visit")
async def _(scene: Scene) -> None:
    seller = await scene.open(earlier_visit=True)
    await expect(seller.page.locator("#brand")).to_have_value("Zara")
    shown = [await seller.value(field) for field in ("title", "category", "color", "price")]
    assert shown == ["Titre d'avant", "Sacs à dos", "Blanc", "7,00\u00a0€"]
    await expect(seller.page.locator("#unisex")).to_be_checked()
    seller = await scene.open(earlier_visit=False)
    assert await seller.value("title") == ""


@switch("options_preselected")
async def _(scene: Scene) -> None:
    seller = await scene.open(options_preselected=True, draft=221)
    assert await seller.value("color") == "Noir"
    await seller.page.locator("#material").click()
    chosen = seller.page.locator("[class$='--selected']")
    await expect(chosen).to_have_id("material-44")


@switch("kept_choice")
async def _(scene: Scene) -> None:
    seller = await scene.open(kept_choice="material", draft=221)
    await expect(seller.page.locator("#material")).not_to_have_value("")
    seller = await scene.open(kept_choice="color", draft=221)
    await expect(seller.page.locator("#color")).not_to_have_value("")
    await expect(seller.page.locator("#material")).to_have_value("")


@switch("kept_choice_shows")
async def _(scene: Scene) -> None:
    seller = await scene.open(kept_choice="material", kept_choice_shows="with_price", draft=221)
    await expect(seller.page.locator("#material")).to_have_value("")
    await seller.page.locator("#price").focus()
    await seller.page.locator("#title").focus()
    await expect(seller.page.locator("#material")).not_to_have_value("")


@switch("model_testid")
async def _(scene: Scene) -> None:
    for value in ("single_list", "none"):
        seller = await scene.open(model_testid=value)
        await seller.choose_leaf(PHONE)
        await expect(seller.page.locator("#model")).to_have_count(0)
        await seller.choose_brand("apple", 54661)
        await seller.choose("model", "model-8103")
        assert await seller.value("model") == "iPhone 13"
        shown = 1 if value == "single_list" else 0
        await expect(seller.at("category-model-single-list-input")).to_have_count(shown)
    assert {"code": "model", "ids": [8103]} in (await body(seller))["draft"]["item_attributes"]


@switch("isbn_told")
async def _(scene: Scene) -> None:
    for value in (True, False):
        scene.market.state.patch_faults({"isbn_told": value})
        answer = (await attributes(scene.api, 5425)).json()["attributes"]
        assert ("isbn" in [row["code"] for row in answer]) is value
        seller = await scene.open()
        await seller.choose_category(BOOK)
        await expect(seller.at("isbn--input")).to_have_id("isbn")


@switch("language_dialog")
async def _(scene: Scene) -> None:
    for value in (True, False):
        seller = await scene.open(language_dialog=value)
        await seller.choose_category(BOOK)
        await seller.page.locator("#language_book").click()
        await seller.page.locator("#language_book-6436").click()
        await expect(seller.page.locator(".ReactModal__Content")).to_have_count(int(value))
        if value:
            await seller.at("input-dropdown-cancel-button").click()
            assert await seller.value("language_book") == ""
            await seller.page.locator("#language_book").click()
            await seller.page.locator("#language_book-6436").click()
            await seller.at("input-dropdown-save-button").click()
        assert await seller.value("language_book") == "Français"


@switch("ai_photo")
async def _(scene: Scene) -> None:
    for value in ("unticked", "ticked"):
        seller = await scene.open(ai_photo=value)
        await seller.page.locator("#title").wait_for()
        await expect(seller.page.locator("#ai_photo")).to_have_count(0)
        await seller.add_photos("teal")
        await expect(seller.page.locator("#ai_photo")).to_be_checked(checked=value == "ticked")
        assert (await body(seller))["draft"]["ai_photo"] is (value == "ticked")
    seller = await scene.open(ai_photo="absent")
    await seller.add_photos("teal")
    await expect(seller.page.locator("#ai_photo")).to_have_count(0)


@switch("men_jeans_sizes")
async def _(scene: Scene) -> None:
    for value, tabs in (("tabs", ["Tailles hommes", "Tour de taille"]), ("single", [])):
        seller = await scene.open(men_jeans_sizes=value, draft=1818)
        await seller.page.locator("#size").click()
        await seller.page.locator("#size-group-14-grid-option-208").wait_for()
        assert await seller.page.get_by_role("tab").all_inner_texts() == tabs


@switch("opinion_card")
async def _(scene: Scene) -> None:
    seller = await scene.open(opinion_card=True)
    await expect(seller.at("opinion-card-10")).to_be_visible()
    seller = await scene.open(opinion_card=False)
    await seller.page.locator("#title").wait_for()
    await expect(seller.at("opinion-card-10")).to_have_count(0)


@switch("manufacturer_label")
async def _(scene: Scene) -> None:
    for value in (True, False):
        seller = await scene.open(manufacturer_label=value, draft=221)
        await expect(seller.at("manufacturer-label--input")).to_have_count(int(value))


@switch("own_brand_commit")
async def _(scene: Scene) -> None:
    for value, at_once in (("press", "qzxy"), ("closing", "")):
        seller = await scene.open(own_brand_commit=value, draft=221)
        await seller.page.locator("#brand").click()
        await seller.at("brand-search--input").press_sequentially("qzxy")
        await seller.page.locator("#custom-select-brand").click()
        assert await seller.value("brand") == at_once
        await seller.leave_panel()
        assert await seller.value("brand") == "qzxy"
        await seller.page.locator("#brand").click()
        await seller.page.locator("#empty-brand").click()
        assert await seller.value("brand") == "Sans marque"


@switch("brand_delay")
async def _(scene: Scene) -> None:
    seller = await scene.open(brand_delay=0.6, draft=221)
    await seller.page.locator("#brand").click()
    await seller.at("brand-search--input").wait_for()
    await expect(seller.page.locator("#brand-53")).to_have_count(0)
    await expect(seller.page.locator("#brand-53")).to_be_visible()


@switch("new_tree_of")
async def _(scene: Scene) -> None:
    seen = []
    for login in ("demo", "someone"):
        seller = await scene.open(new_tree_of=login)
        await seller.page.locator("#category").click()
        for step in ("1904", "4", "11"):
            await seller.page.locator(f"#catalog-{step}").click()
        await seller.page.locator("#catalog-198").wait_for()
        newer = await seller.page.locator("#catalog-5523").count()
        seen.append((newer, await seller.page.locator("#catalog-540").count()))
    assert seen == [(1, 0), (0, 1)]


@switch("department")
async def _(scene: Scene) -> None:
    seller = await scene.open(new_tree_of="demo", department=True, draft=5523)
    await seller.page.locator("#department").click()
    await expect(seller.page.locator("#department-9851")).to_contain_text("Femmes")
    seller = await scene.open(department=True, draft=221)
    await expect(seller.page.locator("#brand")).to_be_visible()
    await expect(seller.page.locator("#department")).to_have_count(0)

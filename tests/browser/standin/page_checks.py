"""Checks of the switches that change how the page looks and behaves."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.standin.checks import Scene, attributes, publish, switch
from tests.browser.standin.seller import T_SHIRT

_REMOVED = """(() => {
  window.removed = new Set();
  const seen = (changes) => {
    for (const change of changes)
      for (const node of change.removedNodes)
        if (node.nodeType === 1)
          for (const each of [node, ...node.querySelectorAll("[id]")]) window.removed.add(each.id);
  };
  new MutationObserver(seen).observe(document, {childList: true, subtree: true});
})()"""
"""Keeps the ids of the nodes that have left the page."""


@switch("breakpoint")
async def _(scene: Scene) -> None:
    seller = await scene.open(breakpoint=2000)
    await seller.page.locator("#category").click()
    await expect(seller.at("input-dropdown-save-button")).to_be_visible()


@switch("size_testid")
async def _(scene: Scene) -> None:
    bases = {
        "single_grid": "category-size-single-grid",
        "single_grid_chips": "category-size-single-grid_chips",
        "select_dropdown": "size-select-dropdown",
    }
    for value, base in bases.items():
        seller = await scene.open(size_testid=value, draft=221)
        await seller.at(f"{base}-input").click()
        await expect(seller.at(f"{base}-content")).to_be_visible()


@switch("condition_testid")
async def _(scene: Scene) -> None:
    seller = await scene.open(condition_testid="select_dropdown", draft=221)
    await expect(seller.at("condition-select-dropdown-input")).to_have_id("condition")


@switch("material_testid")
async def _(scene: Scene) -> None:
    seller = await scene.open(material_testid="multi_list_dropdown", draft=221)
    await expect(seller.at("material-multi-list-dropdown-input")).to_have_id("material")


@switch("photo_area")
async def _(scene: Scene) -> None:
    seller = await scene.open()
    await expect(seller.at("media-upload")).to_have_id("photos")
    seller = await scene.open(photo_area="media-select")
    await seller.add_photos("teal")
    await expect(seller.at("media-select").get_by_test_id("media-select-grid")).to_be_visible()


@switch("thumbnail")
async def _(scene: Scene) -> None:
    seller = await scene.open()
    await seller.add_photos("teal")
    await expect(seller.at("image-wrapper-0").locator("img")).to_have_count(0)
    seller = await scene.open(thumbnail="img")
    await seller.add_photos("teal")
    image = seller.at("image-wrapper-0").locator("img")
    await expect(image).to_have_attribute("alt", "Photo 1 sur 1")


@switch("row_role")
async def _(scene: Scene) -> None:
    for value, role in (("choice", "checkbox"), ("button", "button")):
        seller = await scene.open(row_role=value, draft=221)
        await seller.page.locator("#material").click()
        await expect(seller.page.locator("#material-44")).to_have_role(role)


@switch("women_sizes")
async def _(scene: Scene) -> None:
    seller = await scene.open(women_sizes="single", draft=221)
    await seller.page.locator("#size").click()
    await seller.page.locator("#size-group-4-grid-option-3").click()
    assert await seller.value("size") == "S / 36 / 8"


@switch("attributes_reversed")
async def _(scene: Scene) -> None:
    before = [row["code"] for row in (await attributes(scene.api)).json()["attributes"]]
    seller = await scene.open(attributes_reversed=True)
    after = [row["code"] for row in (await attributes(scene.api)).json()["attributes"]]
    assert after == before[::-1]
    await seller.choose_leaf()
    ids = "all => all.map(e => e.id)"
    shown = await seller.page.locator("input[readonly]").evaluate_all(ids)
    assert shown == ["category", "material", "color", "condition", "size", "brand"]


@switch("suggested_rows")
async def _(scene: Scene) -> None:
    seller = await scene.open(suggested_rows=False, draft=221)
    await seller.page.locator("#brand").click()
    await expect(seller.page.locator("#brand-53")).to_be_visible()
    await expect(seller.page.locator("[id^=suggested-brand]")).to_have_count(0)


@switch("parcel_preselected")
async def _(scene: Scene) -> None:
    seller = await scene.open(parcel_recommended="badge", draft=221)
    await expect(seller.page.locator("input[type=radio]:checked")).to_have_count(0)
    cell = seller.at("1-package-size--cell")
    await expect(cell).to_have_role("presentation")
    await expect(seller.at("2-package-size--cell")).to_have_role("button")
    seller = await scene.open(parcel_preselected=True, draft=221)
    await expect(seller.at("package_type_selector_1--input")).to_be_checked()


@switch("escape_closes")
async def _(scene: Scene) -> None:
    seller = await scene.open(escape_closes=True)
    await seller.page.locator("#category").click()
    await seller.page.locator("#catalog-1904").wait_for()
    await seller.page.keyboard.press("Escape")
    await expect(seller.page.locator("#catalog-1904")).to_have_count(0)


@switch("brand_search_keys")
async def _(scene: Scene) -> None:
    seller = await scene.open(brand_search_keys=False, draft=221)
    await seller.page.locator("#brand").click()
    await seller.page.locator("#brand-search-input").fill("ralph")
    await expect(
        seller.page.locator("[id^='brand-']:has-text('Polo Ralph Lauren')")
    ).to_be_visible()
    seller = await scene.open(brand_search_keys=True, draft=221)
    await seller.page.locator("#brand").click()
    await seller.page.locator("#brand-12").wait_for()
    async with seller.page.expect_response("**/brands?*keyword=ralph"):
        await seller.page.locator("#brand-search-input").fill("ralp")
        await seller.page.keyboard.press("h")
    keywords = [entry.path for entry in scene.market.state.ledger.requests]
    assert keywords.count("/api/v2/item_upload/brands") == 4


@switch("price_commit")
async def _(scene: Scene) -> None:
    seller = await scene.open(price_commit="input")
    await seller.page.locator("#price").click()
    await seller.page.keyboard.type("7")
    await seller.at("upload-form-save-draft-button").evaluate("e => e.click()")
    await seller.page.wait_for_url("**/member/*")
    assert scene.market.state.drafts[0].price == 7.0


@switch("strip_testids")
async def _(scene: Scene) -> None:
    seller = await scene.open(strip_testids=True)
    await seller.page.locator("#category").click()
    await seller.page.locator("#catalog-1904").wait_for()
    await expect(seller.page.locator("main [data-testid]")).to_have_count(0)


@switch("strip_ids")
async def _(scene: Scene) -> None:
    seller = await scene.open(strip_ids=True)
    await expect(seller.page.get_by_label("Titre")).to_have_attribute("data-testid", "title--input")
    named = seller.page.locator("#sell-form :is([name], #title, #price, #category)")
    await expect(named).to_have_count(0)


@switch("renamed_testids")
async def _(scene: Scene) -> None:
    seller = await scene.open(renamed_testids=True)
    await expect(seller.at("title--input-v2")).to_have_id("title")
    await expect(seller.at("title--input")).to_have_count(0)


@switch("reworded")
async def _(scene: Scene) -> None:
    seller = await scene.open(reworded=True)
    await expect(seller.at("upload-form-save-button")).to_have_text("Mettre en ligne")
    await expect(seller.page.get_by_label("Intitulé")).to_have_id("title")


@switch("reworded_labels")
async def _(scene: Scene) -> None:
    seller = await scene.open(reworded_labels=True)
    await expect(seller.page.get_by_label("Intitulé")).to_have_id("title")
    await expect(seller.at("upload-form-save-button")).to_have_text("Ajouter")


@switch("missing_field")
async def _(scene: Scene) -> None:
    seller = await scene.open(missing_field="price")
    await seller.page.locator("#title").wait_for()
    await expect(seller.page.locator("#price")).to_have_count(0)
    seller = await scene.open(missing_field="color", draft=221)
    await expect(seller.page.locator("#color")).to_have_count(0)


@switch("shadow_root")
async def _(scene: Scene) -> None:
    seller = await scene.open(shadow_root=True)
    await seller.page.locator("#title").wait_for()
    assert await seller.page.evaluate("document.querySelector('#title')") is None
    await seller.choose_leaf()
    assert await seller.value("category") == "T-shirts"


@switch("loose_labels")
async def _(scene: Scene) -> None:
    seller = await scene.open(loose_labels=True)
    await expect(seller.page.locator("label", has_text="Titre")).to_be_visible()
    await expect(seller.page.get_by_label("Titre")).to_have_count(0)


@switch("buttons_moved")
async def _(scene: Scene) -> None:
    seller = await scene.open(buttons_moved=True)
    await seller.at("upload-form-save-button").wait_for()
    order = "all => all.map(e => e.dataset.testid ?? e.id)"
    shown = await seller.page.locator("[data-testid^=upload-form], #title").evaluate_all(order)
    assert shown == ["upload-form-save-button", "upload-form-save-draft-button", "title--input"]


@switch("gone_field")
async def _(scene: Scene) -> None:
    codes = [row["code"] for row in (await attributes(scene.api)).json()["attributes"]]
    seller = await scene.open(gone_field="color", draft=221)
    await expect(seller.page.locator("#color")).to_have_count(0)
    assert [row["code"] for row in (await attributes(scene.api)).json()["attributes"]] == codes
    refused = (await publish(scene.api, color_ids=[])).json()["errors"]
    assert [row["field"] for row in refused] == ["color"]


@switch("bump_preselected")
async def _(scene: Scene) -> None:
    seller = await scene.open(bump_preselected=True, draft=221)
    await expect(seller.page.locator("#bump")).to_be_checked()


@switch("extra_attribute")
async def _(scene: Scene) -> None:
    seller = await scene.open(extra_attribute=True, draft=221)
    await seller.at("category-care_label-single-list-input").click()
    await seller.page.locator("#care_label-9901").click()
    assert await seller.value("care_label") == "Présente"


@switch("untold_attribute")
async def _(scene: Scene) -> None:
    seller = await scene.open(untold_attribute=True, draft=221)
    codes = [row["code"] for row in (await attributes(scene.api)).json()["attributes"]]
    assert "care_label" not in codes
    await expect(seller.page.locator("#care_label")).to_have_attribute("aria-required", "true")
    refused = (await publish(scene.api)).json()["errors"]
    assert [row["field"] for row in refused] == ["care_label"]


@switch("untold_look")
async def _(scene: Scene) -> None:
    for look, role in (("radios", "radio"), ("boxes", "checkbox")):
        seller = await scene.open(untold_attribute=True, untold_look=look, draft=221)
        group = seller.page.locator("fieldset#care_label")
        await expect(group.locator("legend")).to_contain_text("*")
        await expect(group.locator(f"input[type={role}]")).to_have_count(2)


@switch("cookie_banner")
async def _(scene: Scene) -> None:
    seller = await scene.open(cookie_banner=True, cookie_banner_delay=0.0)
    banner = seller.page.locator("#onetrust-consent-sdk > #onetrust-banner-sdk[role=dialog]")
    await expect(banner).to_be_visible()
    hidden = seller.page.locator("#onetrust-pc-sdk[role=dialog]")
    await expect(hidden).to_be_hidden()
    on_top = "() => document.elementFromPoint(640, 300).className"
    assert await seller.page.evaluate(on_top) == "onetrust-pc-dark-filter"
    await seller.page.locator("#onetrust-reject-all-handler").click()
    await expect(banner).to_have_count(0)
    await expect(hidden).to_have_count(1)
    names = {cookie.get("name") for cookie in await seller.page.context.cookies()}
    assert {"OptanonConsent", "OptanonAlertBoxClosed"} <= names
    await seller.open()
    await seller.page.locator("#title").wait_for()
    await expect(banner).to_have_count(0)


@switch("cookie_banner_delay")
async def _(scene: Scene) -> None:
    seller = await scene.open(cookie_banner=True, cookie_banner_delay=3.0)
    await seller.page.locator("#title").wait_for()
    await expect(seller.page.locator("#onetrust-banner-sdk")).to_have_count(0)
    await expect(seller.page.locator("#onetrust-accept-btn-handler")).to_be_visible()
    await seller.page.evaluate("OneTrust.AllowAll()")
    await expect(seller.page.locator("#onetrust-banner-sdk")).to_have_count(0)


@switch("first_click_lost")
async def _(scene: Scene) -> None:
    seller = await scene.open(first_click_lost=True)
    await seller.page.locator("#category").click()
    await expect(seller.at("catalog-select-dropdown-content")).to_have_count(0)
    await seller.page.locator("#category").click()
    await expect(seller.at("catalog-select-dropdown-content")).to_be_visible()


@switch("node_replaced")
async def _(scene: Scene) -> None:
    seller = await scene.open(node_replaced=True, apart=True)
    # From before the page on: on a busy machine the node is replaced before it could be held.
    await seller.page.add_init_script(_REMOVED)
    await seller.page.reload()
    await seller.page.wait_for_function("() => window.removed.has('category')")
    await seller.choose_leaf()
    assert await seller.value("category") == "T-shirts"


@switch("flaky_dropdown")
async def _(scene: Scene) -> None:
    seller = await scene.open(flaky_dropdown=1)
    panel = seller.at("catalog-select-dropdown-content")
    await seller.page.locator("#category").click()
    await expect(panel).to_have_count(0)
    await seller.choose_leaf()


@switch("swallow_clicks")
async def _(scene: Scene) -> None:
    seller = await scene.open(swallow_clicks=1)
    await seller.page.locator("#category").click()
    await seller.page.locator("#catalog-1904").click()
    await expect(seller.page.locator("#catalog-1904")).to_be_visible()
    for step in T_SHIRT:
        await seller.page.locator(f"#catalog-{step}").click()
    assert await seller.value("category") == "T-shirts"


@switch("price_as_zero")
async def _(scene: Scene) -> None:
    seller = await scene.open(price_as_zero=True)
    await seller.enter_price("15")
    assert await seller.value("price") == "15,00\u00a0€"
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    assert scene.market.state.drafts[0].price == 0.0


@switch("authenticity_modal")
async def _(scene: Scene) -> None:
    seller = await scene.open(authenticity_modal=True, draft=221)
    await seller.choose_brand("zara", 12)
    await seller.choose_brand("nike", 53)
    dialog = seller.page.locator(".web_ui__Dialog__content[role=dialog]")
    await expect(dialog).to_contain_text("authentique")
    await dialog.get_by_role("button", name="Fermer").click()
    await expect(dialog).to_have_count(0)


@switch("dialog")
async def _(scene: Scene) -> None:
    closes = {"country": "domain-select-modal-close-button"}
    for kind in ("unknown", "quota", "paywall", "promotion", "opinion", "country"):
        seller = await scene.open(dialog=kind)
        await expect(seller.at(f"{kind}-modal")).to_be_visible()
        await expect(seller.at("domain-select-modal--overlay")).to_have_count(
            int(kind == "country")
        )
        await seller.at(closes.get(kind, f"{kind}-modal-close-button")).click()
        await expect(seller.page.get_by_role("dialog")).to_have_count(0)


@switch("dialog_at")
async def _(scene: Scene) -> None:
    seller = await scene.open(dialog="unknown", dialog_at="after_category", draft=221)
    await expect(seller.at("unknown-modal")).to_be_visible()
    seller = await scene.open(dialog_at="before_publish")
    await seller.enter_price("5")
    await expect(seller.at("unknown-modal")).to_be_visible()


@switch("quota_page")
async def _(scene: Scene) -> None:
    seller = await scene.open(quota_page=True)
    await expect(seller.page.locator("h1")).to_contain_text("limite")
    await expect(seller.page.locator("#title")).to_have_count(0)


@switch("decoys")
async def _(scene: Scene) -> None:
    seller = await scene.open(decoys=True)
    await seller.page.locator("#title").wait_for()
    frames = seller.page.locator("iframe")
    await expect(frames).to_have_count(2)
    for frame in await frames.all():
        await expect(frame).to_be_hidden()
    scripts = "script[src*='google.com/recaptcha'], script[src^='/cdn-cgi/challenge-platform']"
    await expect(seller.page.locator(scripts)).to_have_count(2)


@switch("bounce_home")
async def _(scene: Scene) -> None:
    seller = await scene.open(bounce_home=True)
    assert seller.page.url == f"{scene.market.url}/"
    await seller.page.locator("a[href='/items/new'][rel=nofollow]").click()
    await seller.page.wait_for_url("**/items/new")
    await seller.page.locator("#title").wait_for()

"""The traps of the real inputs: controlled values, panels, evictions, the price."""

from __future__ import annotations

from playwright.async_api import expect

from browser.standin import Standin
from tests.browser.standin.conftest import OpenSeller
from tests.browser.standin.seller import PERFUME, Seller

SET_NATIVELY = """(e, text) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(e, text);
  e.dispatchEvent(new Event('input', {bubbles: true}));
}"""


async def draft_of(seller: Seller, market: Standin) -> tuple[str, float]:
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    [draft] = market.state.drafts
    return draft.title, draft.price


async def test_assigning_a_value_changes_nothing(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller()
    assign = "e => { e.value = 'assigned'; e.dispatchEvent(new Event('input', {bubbles: true})) }"
    await seller.page.locator("#title").wait_for()
    await seller.page.evaluate(f"({assign})(document.querySelector('#title'))")
    assert (await draft_of(seller, market))[0] == ""


async def test_the_native_setter_is_a_change(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller()
    await seller.page.locator("#title").wait_for()
    await seller.page.evaluate(f"({SET_NATIVELY})(document.querySelector('#title'), 'native')")
    assert (await draft_of(seller, market))[0] == "native"


async def test_a_price_set_without_focus_is_shown_but_stored_as_zero(
    open_seller: OpenSeller, market: Standin
) -> None:
    seller = await open_seller()
    await seller.page.locator("#price").wait_for()
    await seller.page.evaluate(f"({SET_NATIVELY})(document.querySelector('#price'), '15')")
    assert await seller.value("price") == "15,00\u00a0€"
    assert (await draft_of(seller, market))[1] == 0.0


async def test_leaving_without_entering_empties_the_price(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.page.locator("#price").wait_for()
    await seller.page.evaluate(f"({SET_NATIVELY})(document.querySelector('#price'), '15')")
    leave = "e => e.dispatchEvent(new FocusEvent('focusout', {bubbles: true}))"
    await seller.page.locator("#price").evaluate(leave)
    assert await seller.value("price") == ""


async def test_a_synthetic_jump_while_focused_is_not_a_number(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.page.locator("#price").focus()
    await seller.page.evaluate(f"({SET_NATIVELY})(document.querySelector('#price'), '15')")
    await seller.page.keyboard.press("Tab")
    assert await seller.value("price") == "NaN\u00a0€"


async def test_a_typed_price_is_formatted_when_the_focus_leaves(open_seller: OpenSeller) -> None:
    seller = await open_seller(price_raw="local")
    await seller.page.locator("#price").click()
    await seller.page.keyboard.type("15,5")
    assert await seller.value("price") == "15,5"
    await seller.page.keyboard.press("Tab")
    assert await seller.value("price") == "15,50\u00a0€"
    await seller.page.locator("#price").click()
    assert await seller.value("price") == "15,5"


async def test_a_point_is_no_decimal_mark_in_french(open_seller: OpenSeller) -> None:
    seller = await open_seller(price_marks="own")
    await seller.enter_price("24.5")
    assert await seller.value("price") == "245,00\u00a0€"


async def test_dropdown_inputs_take_no_text(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.page.locator("#category").wait_for()
    await seller.page.evaluate(f"({SET_NATIVELY})(document.querySelector('#category'), 'Robes')")
    await seller.page.locator("#title").fill("x")
    assert await seller.value("category") == ""


async def test_inline_rows_unmount_and_close_on_a_click_outside(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.page.locator("#category").click()
    panel = seller.at("catalog-select-dropdown-content")
    await expect(panel).to_be_visible()
    await seller.page.keyboard.press("Escape")
    await expect(panel).to_be_visible()
    await seller.page.locator("h1").evaluate("e => e.click()")
    await expect(panel).to_be_visible()
    await seller.page.locator("h1").click()
    await expect(seller.page.locator("#catalog-1904")).to_have_count(0)


async def test_the_dialog_of_a_narrow_screen(open_seller: OpenSeller) -> None:
    seller = await open_seller(wide=False, draft=221)
    await seller.page.locator("#condition").click()
    dialog = seller.page.locator(".ReactModal__Content[role=dialog]")
    await seller.page.locator("#condition-3").click()
    await seller.page.keyboard.press("Escape")
    await expect(dialog).to_be_visible()
    await seller.at("condition-select-dropdown-close-button").click()
    await expect(dialog).to_have_count(0)
    assert await seller.value("condition") == ""
    await seller.choose("condition", "condition-3")
    assert await seller.value("condition") == "Bon état"


async def test_a_branch_is_no_category(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller(wide=False)
    await seller.choose_category(("1904", "4"))
    assert await seller.value("category") == ""
    assert await seller.page.locator("#brand").count() == 0
    asked = [request.path for request in market.state.ledger.requests]
    assert "/api/v2/item_upload/attributes" not in asked


async def test_the_third_colour_pushes_out_the_first(open_seller: OpenSeller) -> None:
    seller = await open_seller(draft=221)
    await seller.choose("color", "color-12", "color-9", "color-1")
    assert await seller.value("color") == "Noir, Bleu"
    await seller.choose("material", *[f"material-{n}" for n in (44, 45, 46, 48)])
    assert await seller.value("material") == "Laine, Polyester, Viscose"


async def test_rows_can_be_clicked_on_their_mark(open_seller: OpenSeller) -> None:
    seller = await open_seller(draft=221)
    await seller.page.locator("#color").click()
    await seller.page.locator("#color-1 .choice-mark").click()
    await expect(seller.page.locator("#color-checkbox-1")).to_be_checked()
    assert await seller.value("color") == "Noir"


async def test_rows_of_the_category_tree(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.page.locator("#category").click()
    rows = seller.page.locator("li [id^=catalog-]:not(input)")
    ids = await rows.evaluate_all("all => all.map(e => e.id)")
    assert ids == [f"catalog-{n}" for n in (1904, 5, 1193, 1918, 2994, 2309, 4824, 4332)]
    kinds = await rows.first.get_attribute("class") or ""
    assert {"web_ui__Cell__with-chevron", "web_ui__Cell__navigating"} <= set(kinds.split())


async def test_the_category_search_tells_branches_apart(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.page.locator("#category").click()
    await seller.page.locator("#catalog-search-input").fill("sacs à dos")
    women = seller.page.locator("#catalog-search-157-result")
    await expect(women.locator(".web_ui__Cell__body")).to_have_text("Femmes > Sacs")
    assert await women.get_attribute("role") == "radio"
    assert await women.get_attribute("aria-posinset") is not None
    await expect(seller.page.locator("#catalog-search-246-result")).to_be_visible()
    await women.click()
    assert await seller.value("category") == "Sacs à dos"


async def test_suggestions_come_with_photos_and_words(open_seller: OpenSeller) -> None:
    seller = await open_seller(form="may")
    await seller.add_photos("teal")
    await seller.page.locator("#title").fill("Baskets blanches")
    await seller.page.locator("#category").click()
    await expect(seller.page.get_by_text("Suggestions", exact=True)).to_be_visible()
    suggested = seller.page.locator("[id^=catalog-suggestion-]").first
    await expect(suggested).to_contain_text("Baskets")


async def test_suggestions_of_august_come_with_photos_alone(open_seller: OpenSeller) -> None:
    seller = await open_seller(form="august")
    await seller.add_photos("teal")
    await seller.page.locator("#category").click()
    suggested = seller.page.locator("[id^=catalog-suggestion-]")
    ids = [f"catalog-suggestion-{number}" for number in (221, 246, 157)]
    await expect(suggested).to_have_count(3)
    assert await suggested.evaluate_all("all => all.map(e => e.id)") == ids
    await expect(suggested.nth(1)).to_contain_text("Hommes > Accessoires")


async def test_brand_search_custom_and_none(open_seller: OpenSeller) -> None:
    seller = await open_seller(draft=221)
    await seller.page.locator("#brand").click()
    search = seller.at("brand-search--input")
    assert await search.get_attribute("maxlength") == "100"
    await search.press_sequentially("qzxy")
    await expect(seller.at("brand_empty_state")).to_be_visible()
    await seller.page.locator("#custom-select-brand").click()
    await seller.leave_panel()
    assert await seller.value("brand") == "qzxy"
    await seller.page.locator("#brand").click()
    await expect(seller.page.locator("#selected-custom-brand")).to_be_visible()
    await seller.page.locator("#empty-brand").click()
    assert await seller.value("brand") == "Sans marque"


async def test_size_tabs(open_seller: OpenSeller) -> None:
    seller = await open_seller(draft=221)
    await seller.page.locator("#size").click()
    tabs = seller.page.get_by_role("tab")
    assert await tabs.all_inner_texts() == ["S/M/L", "UK", "UE", "FR", "IT", "US"]
    await seller.page.get_by_role("tab", name="FR").click()
    await seller.page.get_by_text("FR 38", exact=True).click()
    assert await seller.value("size") == "FR 38"


async def test_conditions_in_the_page_s_order(open_seller: OpenSeller) -> None:
    seller = await open_seller(draft=221)
    await seller.page.locator("#condition").click()
    rows = await seller.page.locator(
        "[data-testid^='condition-'][data-testid$='--title']"
    ).evaluate_all("all => all.map(e => e.dataset.testid)")
    assert rows == [f"condition-{n}--title" for n in (6, 1, 2, 3, 4)]


async def test_perfume_comes_only_new(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    await seller.choose_leaf(PERFUME)
    await seller.page.locator("#condition").click()
    await expect(seller.page.locator("[id^=condition-radio-]")).to_have_count(1)
    assert await seller.page.locator("#color, #size").count() == 0


async def test_photos_are_turned_moved_and_removed(
    open_seller: OpenSeller, market: Standin
) -> None:
    seller = await open_seller()
    await seller.add_photos("teal", "orange", "pink")
    await seller.at("media-select-grid-delete-button-0").click()
    await seller.at("media-select-grid-rotate-button-1").click()
    await expect(seller.at("media-select-main-badge-0")).to_have_count(1)
    await expect(seller.at("add-photos-icon-button")).to_be_visible()
    await seller.at("image-wrapper-1").drag_to(seller.at("image-wrapper-0"))
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    [draft] = market.state.drafts
    orders = [market.state.photos[photo.id].order for photo in draft.photos]
    assert (orders, draft.photos[0].orientation) == ([2, 1], 90)


async def test_the_page_reports_how_it_was_driven(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller()
    await seller.page.locator("#title").press_sequentially("ab")
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url("**/member/*")
    ledger = market.state.ledger
    typed = [row for row in ledger.events if (row.type, row.target) == ("input", "title")]
    assert len(typed) == 2
    assert all(row.trusted and row.page == "/items/new" for row in typed)
    assert 0 <= typed[0].at <= typed[1].at <= market.state.elapsed
    assert ledger.webdriver[0] is True
    assert "HeadlessChrome" in ledger.user_agents[0]
    assert ledger.form_views == {"/items/new": 1}

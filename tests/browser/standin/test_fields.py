"""The sell page against the table of fields in the facts (section 1.2), typed from there.

Nothing here is read from the stand-in's own data, so that the two cannot share a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser

from browser.standin import StandinOptions, serve_standin
from browser.standin.catalogue.data import Locale
from tests.browser.standin.conftest import CALM, OpenSeller
from tests.browser.standin.seller import BACKPACK, Seller


@dataclass(frozen=True)
class Expected:
    testid: str | None
    id: str | None
    name: str | None
    tag: str = "INPUT"
    type: str = "text"
    readonly: bool = False


BEFORE_CATEGORY = [
    Expected("add-photos-input", None, "photos", type="file"),
    Expected("title--input", "title", "title"),
    Expected("description--input", "description", "description", tag="TEXTAREA", type="textarea"),
    Expected("catalog-select-dropdown-input", "category", "category", readonly=True),
    Expected("price-input--input", "price", "price"),
]
AFTER_T_SHIRT = [
    Expected("brand-select-dropdown-input", "brand", None, readonly=True),
    Expected("category-size-single-grid_chips-input", "size", None, readonly=True),
    Expected("category-condition-single-list-input", "condition", None, readonly=True),
    Expected("color-select-dropdown-input", "color", None, readonly=True),
    Expected("category-material-multi-list-input", "material", None, readonly=True),
    Expected("measurement-width--input", None, None),
    Expected("measurement-length--input", None, None),
    Expected("package_type_selector_1--input", "package_type_selector_1", None, type="radio"),
    Expected("package_type_selector_2--input", "package_type_selector_2", None, type="radio"),
    Expected("package_type_selector_3--input", "package_type_selector_3", None, type="radio"),
    Expected("bump-checkbox--input", "bump", None, type="checkbox"),
]
LATER_IDS = "#brand, #size, #condition, #color, #material, #unisex, #package_size, #bump"

both_widths = pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])


async def check(seller: Seller, expected: Expected) -> None:
    control = seller.at(expected.testid or "")
    await control.wait_for(state="attached")
    found = await control.evaluate(
        "e => [e.tagName, e.type, e.id || null, e.getAttribute('name'), e.hasAttribute('readonly')]"
    )
    wanted = [expected.tag, expected.type, expected.id, expected.name, expected.readonly]
    free = {2: expected.id is None and expected.type != "file", 3: expected.name is None}
    seen = [None if free.get(place) else value for place, value in enumerate(found)]
    assert seen == wanted


@both_widths
async def test_fields_before_a_category(open_seller: OpenSeller, wide: bool) -> None:
    seller = await open_seller(wide=wide)
    for expected in BEFORE_CATEGORY:
        await check(seller, expected)
    assert await seller.page.locator(LATER_IDS).count() == 0
    await seller.at("upload-form-save-draft-button").wait_for()
    assert await seller.at("upload-form-save-draft-button").is_enabled()
    assert await seller.at("upload-form-save-button").is_enabled()
    assert await seller.at("upload-form-delete-draft-button").count() == 0


@both_widths
async def test_fields_after_a_leaf_category(open_seller: OpenSeller, wide: bool) -> None:
    seller = await open_seller(wide=wide)
    await seller.choose_leaf()
    for expected in AFTER_T_SHIRT:
        await check(seller, expected)
    assert not await seller.page.locator("#bump").is_checked()
    assert await seller.page.locator("#unisex").count() == 0
    for size in (1, 2, 3):
        cell = seller.at(f"{size}-package-size--cell")
        assert await cell.get_attribute("id") == f"package-size-{size}"
    badges = seller.page.locator(".parcel [data-testid^=package-size-suggestion-badge-id-]")
    assert await badges.count() == 1


@both_widths
async def test_fields_of_a_bag(open_seller: OpenSeller, wide: bool) -> None:
    seller = await open_seller(wide=wide)
    await seller.choose_leaf(BACKPACK)
    unisex = seller.page.locator("#unisex")
    attributes = "e => [e.type, e.name, e.ariaLabel, e.dataset.testid ?? null]"
    assert await unisex.evaluate(attributes) == ["checkbox", "unisex", "Unisexe", None]
    assert await seller.page.locator("#size").count() == 0


async def test_the_file_input(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    files = seller.page.locator("input[type=file]")
    assert await files.count() == 1
    found = await files.evaluate("e => [e.className, e.multiple, e.accept, e.id, e.form]")
    assert found == ["u-hidden", True, "image/jpeg,image/gif,image/png,image/webp", "", None]


async def test_the_shell(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    page = seller.page
    await page.locator("main.site > #content > .regular-container h1").wait_for()
    assert await page.locator("h1").inner_text() == "Vends ton article"
    assert await page.locator("html").get_attribute("lang") == "fr"
    assert await page.locator("meta[name=iso-locale]").get_attribute("content") == "fr-FR"
    assert await page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert await page.locator("link[rel=alternate][hreflang]").count() == 26
    actions = await page.locator("form").evaluate_all(
        "all => all.map(e => e.getAttribute('action'))"
    )
    assert actions == ["/catalog", "/catalog"]
    assert await page.locator("main form").count() == 0
    buttons = await page.locator("main button").evaluate_all("all => all.map(e => e.type)")
    assert set(buttons) == {"button"}
    assert await page.locator("script[src*='datadome'][src$='tags.js']").count() == 1
    assert '\\"CSRF_TOKEN\\":\\"' in await page.content()
    assert (
        await page.locator("#user-menu-button figure.header-avatar img").get_attribute("alt")
        == "demo"
    )


async def test_there_is_no_limit_in_the_title_field(open_seller: OpenSeller) -> None:
    seller = await open_seller()
    assert await seller.page.locator("#title").get_attribute("maxlength") is None


@pytest.mark.parametrize(
    ("locale", "h1", "publish", "draft", "done", "price"),
    [
        ("fr", "Vends ton article", "Ajouter", "Sauvegarder le brouillon", "Fait", "0,00\u00a0€"),
        ("en", "Sell an item", "Upload", "Save draft", "Done", "£0.00"),
        ("de", "Artikel verkaufen", "Hochladen", "Entwurf speichern", "Fertig", "0,00\u00a0€"),
    ],
)
async def test_the_words_of_each_language(
    *, chromium: Browser, locale: Locale, h1: str, publish: str, draft: str, done: str, price: str
) -> None:
    options = StandinOptions(locale=locale, faults=CALM)
    async with serve_standin(options=options) as standin:
        context = await chromium.new_context(viewport={"width": 390, "height": 900})
        await context.add_cookies(
            [{"name": "access_token_web", "value": "demo", "url": standin.url}]
        )
        page = await context.new_page()
        await page.goto(f"{standin.url}/items/new")
        assert await page.locator("h1").inner_text() == h1
        assert await page.get_by_test_id("upload-form-save-button").inner_text() == publish
        assert await page.get_by_test_id("upload-form-save-draft-button").inner_text() == draft
        assert await page.locator("#price").get_attribute("placeholder") == price
        await page.locator("#category").click()
        assert await page.get_by_test_id("input-dropdown-save-button").inner_text() == done
        await context.close()

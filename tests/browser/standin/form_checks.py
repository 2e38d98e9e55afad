"""Checks of the switches of the form since August 2026: lists and their rows."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.standin.checks import Scene, switch

LIST = "catalog-select-dropdown-content"


@switch("form")
async def _(scene: Scene) -> None:
    seller = await scene.open(form="august")
    await seller.page.locator("#category").click()
    await expect(seller.at(LIST)).to_be_visible()
    await expect(seller.page.locator("[class*=input-dropdown]")).to_have_count(0)
    seller = await scene.open(form="may")
    await seller.page.locator("#category").click()
    await expect(seller.at(LIST)).to_have_class("input-dropdown")


@switch("list_classes")
async def _(scene: Scene) -> None:
    for value, shown in (("hashed", 0), ("named", 1)):
        seller = await scene.open(list_classes=value)
        await seller.page.locator("#category").click()
        await seller.at(LIST).wait_for()
        await expect(seller.page.locator(".input-dropdown__content")).to_have_count(shown)


@switch("list_wrappers")
async def _(scene: Scene) -> None:
    for value, shown in (("always", 1), ("opening", 0)):
        seller = await scene.open(list_wrappers=value)
        await seller.page.locator("#category").wait_for()
        wrapper = seller.page.locator(".c-input:has(#category) > [class*=wrapper]")
        await expect(wrapper).to_have_count(shown)
        await expect(seller.at(LIST)).to_have_count(0)


@switch("closed_lists")
async def _(scene: Scene) -> None:
    for value, lists, rows in (("away", 0, 0), ("empty", 1, 0), ("hidden", 1, 8)):
        seller = await scene.open(closed_lists=value)
        await seller.page.locator("#category").wait_for()
        await expect(seller.at(LIST)).to_have_count(lists)
        await expect(seller.at(LIST)).to_be_hidden()
        await expect(seller.at(LIST).locator("[id^=catalog-][role=button]")).to_have_count(rows)
        await seller.choose_leaf()
        assert await seller.value("category") == "T-shirts"


@switch("dialog_content")
async def _(scene: Scene) -> None:
    for value, lists in (("absent", 0), ("present", 1)):
        seller = await scene.open(wide=False, dialog_content=value)
        await seller.page.locator("#category").click()
        await expect(seller.page.locator(".ReactModal__Content #catalog-1904")).to_be_visible()
        await expect(seller.at(LIST)).to_have_count(lists)
        await expect(seller.at("catalog-select-dropdown-close-button")).to_be_visible()


@switch("wide_done_button")
async def _(scene: Scene) -> None:
    for value in (False, True):
        seller = await scene.open(wide_done_button=value, draft=221)
        await seller.page.locator("#color").click()
        await seller.page.locator("#color-1").click()
        done = seller.at("input-dropdown-save-button")
        await expect(done).to_have_count(int(value))
    await done.click()
    await expect(seller.page.locator("#color-1")).to_have_count(0)
    assert await seller.value("color") == "Noir"


@switch("size_list_place")
async def _(scene: Scene) -> None:
    for value, inside in (("field", 1), ("outside", 0)):
        seller = await scene.open(size_list_place=value, draft=221)
        await seller.page.locator("#size").click()
        chip = "#size-group-80-grid-option-1739"
        await expect(seller.page.locator(f".c-input:has(#size) {chip}")).to_have_count(inside)
        await seller.page.locator(chip).click()
        assert await seller.value("size") == "M"


@switch("list_loader")
async def _(scene: Scene) -> None:
    seller = await scene.open(list_loader=2.0)
    await expect(seller.at("category--loader")).to_be_visible()
    await seller.page.locator("#category").click()
    await expect(seller.at("category-chevron-down")).to_be_visible()
    await expect(seller.at(LIST)).to_have_count(0)
    await seller.choose_leaf()
    await expect(seller.at("brand--loader")).to_be_visible()
    await expect(seller.at("brand--loader")).to_have_count(0)
    await seller.page.locator("#brand").click()
    await expect(seller.at("brand-chevron-up")).to_be_visible()


@switch("native_inputs")
async def _(scene: Scene) -> None:
    seen = []
    for value in ("plain", "hidden", "blind"):
        seller = await scene.open(native_inputs=value, draft=221)
        await seller.page.locator("#color").click()
        await seller.page.locator("#color-1").click()
        await expect(seller.page.locator("#color-1")).to_have_attribute("aria-checked", "true")
        state = "e => [e.ariaHidden, e.tabIndex, e.checked, getComputedStyle(e).pointerEvents]"
        seen.append(await seller.page.locator("#color-checkbox-1").evaluate(state))
    assert seen == [
        [None, -1, True, "auto"],
        ["true", -1, True, "none"],
        ["true", -1, False, "none"],
    ]


async def roles(scene: Scene, field: str, row: str, **faults: str) -> list[str | None]:
    seller = await scene.open(draft=221, **faults)
    await seller.page.locator(f"#{field}").click()
    found = seller.page.locator(f"#{row}")
    names = ("role", "aria-checked", "aria-label")
    return [await found.get_attribute(name) for name in names]


@switch("condition_role")
async def _(scene: Scene) -> None:
    radio = await roles(scene, "condition", "condition-2", condition_role="radio")
    button = await roles(scene, "condition", "condition-2", condition_role="button")
    assert (radio, button) == (["radio", "false", None], ["button", None, None])


@switch("color_role")
async def _(scene: Scene) -> None:
    box = await roles(scene, "color", "color-1", color_role="checkbox")
    button = await roles(scene, "color", "color-1", color_role="button")
    assert (box, button) == (["checkbox", "false", None], ["button", None, None])


@switch("brand_role")
async def _(scene: Scene) -> None:
    radio = await roles(scene, "brand", "brand-53", brand_role="radio")
    button = await roles(scene, "brand", "brand-53", brand_role="button")
    assert (radio, button) == (["radio", "false", None], ["button", None, "Nike"])


@switch("size_role")
async def _(scene: Scene) -> None:
    chip = "size-group-80-grid-option-1739"
    box = await roles(scene, "size", chip, size_role="checkbox")
    button = await roles(scene, "size", chip, size_role="button")
    assert (box, button) == (["checkbox", "false", None], [None, None, None])


@switch("locked_option")
async def _(scene: Scene) -> None:
    seller = await scene.open(locked_option="condition-6", draft=221)
    await seller.page.locator("#condition").click()
    row = seller.page.locator("#condition-6")
    await expect(row).to_have_attribute("aria-disabled", "true")
    await row.click(force=True)
    await expect(row).to_be_visible()
    await seller.page.locator("#condition-1").click()
    assert await seller.value("condition") == "Neuf sans étiquette"


@switch("header_categories")
async def _(scene: Scene) -> None:
    seller = await scene.open()
    await expect(seller.page.locator("header").get_by_text("Femmes")).to_be_visible()
    seller = await scene.open(header_categories=False)
    await expect(seller.page.locator("header").get_by_text("Femmes")).to_have_count(0)

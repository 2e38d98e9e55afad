"""Fills and publishes one listing by hand on each form, wide and narrow, and keeps pictures.

It proves the page by itself: run it before the page is used to judge anything else.
"""

import io
import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PORT = 5871
BASE = f"http://127.0.0.1:{PORT}"
CHROMIUM = "/usr/lib/chromium/chromium-headless-shell"


def control(key: str, switches: dict[str, Any] | None = None) -> Any:
    """Set the switches of a seller, or read the record."""
    data = None if switches is None else json.dumps({"switches": switches}).encode()
    with urllib.request.urlopen(f"{BASE}/control/{key}", data) as answer:
        return json.load(answer)


def start() -> subprocess.Popen[bytes]:
    """Start the page and wait until it answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.independent.page", "--port", str(PORT)]
    )
    for _ in range(100):
        try:
            control("probe", {})
            return process
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the page did not start")


def pick(page: Page, trigger: str, rows: list[str], narrow: bool, outside: bool = False) -> None:
    """Open a list, press rows, and close it as the width wants."""
    page.wait_for_selector(f"{trigger}")
    page.wait_for_timeout(600)
    page.click(trigger)
    for row in rows:
        page.click(row)
    if narrow:
        page.get_by_test_id("input-dropdown-save-button").click()
    elif outside:
        page.click("h1")


def fill(page: Page, narrow: bool, august: bool, photo: bytes) -> None:
    """One T-shirt, by ids only."""
    page.goto(f"{BASE}/items/new")
    page.get_by_test_id("add-photos-input").set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo}]
    )
    page.get_by_test_id("image-wrapper-0").wait_for()
    page.fill("#title", "T-shirt rayé")
    page.fill("#description", "Très doux, peu porté.")
    pick(page, "#category", ["#catalog-1904", "#catalog-4", "#catalog-12", "#catalog-221"], narrow)
    page.wait_for_selector("#brand")
    pick(page, "#brand", ["#brand-12"], narrow)
    size = "#size-group-80-grid-option-1739" if august else "#size-group-4-grid-option-4"
    pick(page, "#size", [size], narrow)
    pick(page, "#condition", ["#condition-2"], narrow)
    pick(page, "#color", ["#color-1", "#color-12"], narrow, outside=True)
    page.get_by_test_id("1-package-size--cell").click()
    page.click("#price")
    page.keyboard.type("12,50")
    page.keyboard.press("Tab")


def prove(browser: Browser, form: str, narrow: bool, photo: bytes, out: Path) -> None:
    """Fill, look, publish, and compare what was stored."""
    key = f"{form}-{'narrow' if narrow else 'wide'}"
    control(key, {"form": form, "after": "promo"})
    size = {"width": 390, "height": 844} if narrow else {"width": 1280, "height": 900}
    context = browser.new_context(user_agent=f"Mozilla/5.0 case/{key}", viewport=size)
    context.add_cookies([{"name": "access_token_web", "value": "demo", "url": BASE}])
    page = context.new_page()
    page.on("pageerror", lambda error: print(key, "script error:", error))
    page.goto(f"{BASE}/items/new")
    page.click("#category")
    page.wait_for_timeout(300)
    page.screenshot(path=out / f"{key}-open.png")
    fill(page, narrow, form == "august", photo)
    page.screenshot(path=out / f"{key}-filled.png", full_page=True)
    assert page.input_value("#price") == "12,50\u00a0€" or "12,50" in page.input_value("#price")
    page.get_by_test_id("upload-form-save-button").click()
    page.wait_for_url("**/member/**")
    page.screenshot(path=out / f"{key}-after.png")
    items = list(control(key)["items"].values())
    assert len(items) == 1, items
    item = items[0]
    assert (item["price"], item["package_size_id"], item["color_ids"]) == (12.5, 1, [1, 12]), item
    assert (item["catalog_id"], item["brand_id"], item["push_up"]) == (221, 12, False), item
    print(key, "published", item["item_attributes"])
    context.close()


def opened(browser: Browser, key: str, **switches: Any) -> Page:
    """The sell page of a fresh seller with some switches, a leaf chosen."""
    leaf = switches.pop("leaf", ["catalog-1904", "catalog-4", "catalog-12", "catalog-221"])
    control(key, switches)
    context = browser.new_context(user_agent=f"Mozilla/5.0 case/{key}")
    context.add_cookies([{"name": "access_token_web", "value": "demo", "url": BASE}])
    page = context.new_page()
    page.on("pageerror", lambda error: print(key, "script error:", error))
    page.goto(f"{BASE}/items/new")
    pick(page, "#category", [f"#{row}" for row in leaf], narrow=False)
    page.wait_for_selector("#condition")
    page.wait_for_timeout(500)
    return page


def state(page: Page, name: str) -> Any:
    """A value of the form's state as it would leave."""
    return page.evaluate(f"itemBody().{name}")


def parcels(browser: Browser) -> None:
    """A parcel that is checked and null, cured by another press; targets that miss."""
    page = opened(browser, "null", parcel="null_curable")
    radio = page.locator("#package_type_selector_1")
    assert radio.is_checked() and state(page, "package_size_id") is None
    page.get_by_test_id("2-package-size--cell").click()
    page.get_by_test_id("1-package-size--cell").click()
    assert radio.is_checked() and state(page, "package_size_id") == 1
    for target, locator in [("label", "[data-testid=package_type_selector_3]"),
                            ("radio", "#package_type_selector_3")]:  # fmt: skip
        page = opened(browser, f"target-{target}", parcel_target=target)
        page.get_by_test_id("3-package-size--cell").click(position={"x": 20, "y": 8})
        assert state(page, "package_size_id") == 1
        page.locator(locator).click(position={"x": 3, "y": 6})
        page.wait_for_timeout(100)
        assert state(page, "package_size_id") == 3, target
    page = opened(browser, "gone", parcel="missing_curable")
    assert page.locator("#package_size").count() == 0
    page.reload()
    pick(page, "#category", ["#catalog-1904", "#catalog-4", "#catalog-12", "#catalog-221"], False)
    page.locator("#package_size").wait_for()
    print("parcels as the facts say")


def lists(browser: Browser) -> None:
    """A custom brand that closing commits, a lazy list, prices."""
    page = opened(browser, "lists", nan="comma")
    page.click("#brand")
    page.locator("#brand-search-input").press_sequentially("Zorglub")
    page.click("#custom-select-brand")
    assert state(page, "brand") is None
    page.click("h1")
    assert (state(page, "brand"), state(page, "brand_id")) == ("Zorglub", None)
    page.click("#price")
    page.keyboard.type("12,50")
    page.keyboard.press("Tab")
    assert "NaN" in page.input_value("#price")
    leaf = ["catalog-2994", "catalog-3002", "catalog-9606"]
    page = opened(browser, "lazy", leaf=leaf)
    page.click("#video_game_platform")
    assert page.locator("[id^=video_game_platform-77][role]").count() == 10
    page.locator("#video_game_platform-search-input").press_sequentially("switch")
    page.click("#video_game_platform-7719")
    assert page.input_value("#video_game_platform") == "Nintendo Switch"
    print("lists as the facts say")


def main() -> None:
    """Prove all four, then the switches that are easiest to get wrong."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/independent-page")
    out.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    Image.new("RGB", (640, 480), "teal").save(buffer, "JPEG")
    process = start()
    try:
        with sync_playwright() as playwright:
            path = CHROMIUM if Path(CHROMIUM).exists() else None
            browser = playwright.chromium.launch(executable_path=path)
            for form in ("august", "may"):
                for narrow in (False, True):
                    prove(browser, form, narrow, buffer.getvalue(), out)
            parcels(browser)
            lists(browser)
    finally:
        process.terminate()


if __name__ == "__main__":
    main()

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


def main() -> None:
    """Prove all four."""
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
    finally:
        process.terminate()


if __name__ == "__main__":
    main()

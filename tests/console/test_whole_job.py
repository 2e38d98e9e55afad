"""The whole job at the console, on a phone and on a desktop, and once without a mouse."""

import pytest
from playwright.async_api import Locator, expect

from tests.console.seller import LISTING, Seller, at_the_console, file
from tests.e2e.serving import Serving

NOTES = file("notes.txt", b"no photo at all", "text/plain")


@pytest.mark.parametrize(
    ("width", "language", "dark"),
    [(360, "fr", True), (1280, "en", False)],
    ids=["phone", "desktop"],
)
async def test_a_seller_does_the_whole_job(
    market: Serving, photo: bytes, width: int, language: str, dark: bool
) -> None:
    phone = width < 600
    console = at_the_console(market.url, width=width, language=language, dark=dark, touch=phone)
    async with console as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        assert await seller.faults() == []
        drawings = page.get_by_role("link", name=say("connect.drawings"))
        shown = await page.request.get(await drawings.get_attribute("href") or "")
        assert f'<html lang="{language}">' in (told := await shown.text())
        assert told.count("<svg") == 3

        await seller.goto()
        await seller.choose(file("front.jpg", photo), NOTES, file("back.jpg", photo + b"\0"))
        shown = page.locator(".photo img")
        await expect(shown).to_have_count(2)
        await expect(page.get_by_text(say("photos.refused", name="notes.txt"))).to_be_visible()
        await seller.press("photos.earlier", name=say("photos.nth", place=2))
        await expect(shown.first).to_have_attribute(
            "alt", f"{say('photos.nth', place=1)}, back.jpg"
        )
        await _drag_and_take(seller, photo, phone=phone)
        await seller.write(**{"field.title": f"Hoodie Diesel {width}"})
        assert await seller.faults() == []

        preparation = await seller.prepare()
        await expect(page.get_by_alt_text(say("picture.live"))).to_be_visible()
        await page.reload()
        assert await seller.job() == preparation
        await seller.outcome("PREPARED")
        count = (await market.job(preparation))["last_seq"]
        assert await seller.events() == list(range(1, count + 1))
        condition = seller.report("field.condition")
        await expect(condition).to_contain_text(LISTING["field.condition"])
        await expect(condition).to_contain_text("Bon état")
        assert await seller.faults() == []

        await seller.next_job("publish.opt.in")
        await seller.outcome("CHECKED")
        await seller.press("publish.real")
        assert await seller.faults() == []
        publish = await seller.next_job("publish.yes")
        await seller.outcome("PUBLISHED")
        address = (await market.job(publish))["listing_url"]
        link = page.get_by_role("link", name=say("listing.open"))
        await expect(link).to_have_attribute("href", address)
        await expect(page.get_by_text(say("receipt.nth", number=1))).to_be_visible()

        await seller.goto("#/history")
        row = page.get_by_role("listitem").filter(has_text=f"Hoodie Diesel {width}").first
        await expect(row.get_by_role("link", name=say("listing.on.site"))).to_have_attribute(
            "href", address
        )
        assert await seller.faults() == []
        await seller.goto("#/accounts")
        await expect(page.get_by_text(say("held"), exact=True)).to_be_visible()
        await expect(page.locator(".held details")).to_have_count(2)
        assert await seller.faults() == []
    assert troubles == []


async def _drag_and_take(seller: Seller, photo: bytes, *, phone: bool) -> None:
    """The photos are put in order by hand: back, front before, front and back after."""
    page, say = seller.page, seller.say
    shown = page.locator(".photo img")
    names = [f"{say('photos.nth', place=place)}, {name}.jpg" for place, name in (
        (1, "front"), (2, "back")
    )]  # fmt: skip
    camera = page.locator("input[capture]")
    await expect(camera).to_have_attribute("capture", "environment")
    await expect(camera).to_have_attribute("accept", "image/*")
    button = page.get_by_role("button", name=say("photos.camera"))
    if not phone:
        await expect(button).to_be_hidden()
        await shown.nth(0).drag_to(shown.nth(1))
        await expect(shown.nth(0)).to_have_attribute("alt", names[0])
        await page.mouse.down()  # and one that is let be
        await shown.nth(0).hover()
        await expect(page.locator(".is-lifted")).to_have_count(1)
        await page.keyboard.press("Escape")
        await page.mouse.up()
    else:
        await seller.touch(shown.nth(0), shown.nth(1), hold=False)
        await expect(page.locator(".is-lifted")).to_have_count(0)
        await expect(shown.nth(0)).not_to_have_attribute("alt", names[0])
        await seller.touch(shown.nth(0), shown.nth(1), hold=True)
        async with page.expect_file_chooser() as chooser:
            await button.click()
        assert await (await chooser.value).element.get_attribute("capture") == "environment"
    await expect(shown.nth(0)).to_have_attribute("alt", names[0])
    await expect(shown.nth(1)).to_have_attribute("alt", names[1])


async def test_a_press_waits_for_the_photos_that_are_being_sent(
    market: Serving, photo: bytes
) -> None:
    async with at_the_console(market.url) as (seller, troubles):
        await seller.connect()
        await seller.goto()
        await seller.choose(*(file(f"{place}.jpg", photo + bytes(place)) for place in range(3)))
        await seller.write(**{"field.title": "Hoodie Diesel drei"})
        job = await market.job(await seller.prepare())
        assert len(job["listing"]["photos"]) == 3
        await seller.outcome("PREPARED")
    assert troubles == []


async def test_the_keyboard_alone_is_enough(market: Serving, photo: bytes) -> None:
    async with at_the_console(market.url, language="de") as (seller, troubles):
        page, say = seller.page, seller.say

        async def tab_to(there: Locator) -> None:
            for _ in range(80):
                await page.keyboard.press("Tab")
                if await there.evaluate("element => element === document.activeElement"):
                    return
            raise AssertionError(f"the keyboard does not reach {there}")

        async def go_on(key: str, kind: str = "button") -> None:
            there = page.get_by_role(
                "link" if kind == "link" else "button", name=say(key), exact=True
            )
            await expect(there).to_be_visible()
            await tab_to(there)
            await page.keyboard.press("Enter")

        await seller.goto("#/connect")
        paste = page.get_by_label(say("connect.paste"))
        await expect(paste).to_be_visible()
        await tab_to(paste)
        await page.keyboard.type("access_token_web=demo")
        await go_on("connect.save")
        await expect(page.locator("form .session-state")).to_contain_text(say("session.VALID"))
        await page.goto(f"{seller.base}/#/")
        await expect(page.get_by_role("heading", level=1)).to_be_focused()
        choose = page.get_by_role("button", name=say("photos.choose"))
        await tab_to(choose)
        async with page.expect_file_chooser() as chooser:
            await page.keyboard.press("Enter")
        await (await chooser.value).set_files([file("front.jpg", photo)])
        await expect(page.locator(".photo img")).to_have_count(1)
        for key, text in (LISTING | {"field.title": "Hoodie ohne Maus"}).items():
            field = seller.field(key)
            await tab_to(field)
            await page.keyboard.type(text)
            if key == "field.brand":
                option = page.get_by_role("option", name="Diesel", exact=True)
                await expect(option).to_be_visible()
                await page.keyboard.press("ArrowDown")
                await page.keyboard.press("Enter")
                await expect(field).to_have_value("Diesel")
        await go_on("prepare")
        await seller.job()
        await seller.outcome("PREPARED")
        await go_on("publish.opt.in")
        await seller.outcome("CHECKED")
        await go_on("publish.real")
        await expect(page.get_by_role("dialog")).to_be_visible()
        assert await seller.faults() == []
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_be_hidden()
        await expect(page.get_by_role("button", name=say("publish.real"))).to_be_focused()
        for key in ("Enter", "Escape", "Enter"):  # Nothing is waited for between: asked again.
            await page.keyboard.press(key)
        await go_on("publish.yes")
        await seller.outcome("PUBLISHED")
    assert troubles == []

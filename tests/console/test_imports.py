"""A file of listings at the console: seen row by row, and approved one listing after the other."""

import asyncio
import re
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.console.seller import Seller, at_the_console, file
from tests.e2e.serving import LISTING, Serving, serving

HEAD = "Titre;Prix;Description;État;Catégorie;Photos\n"
SECONDS = 90


def table(*rows: tuple[str, str, str]) -> bytes:
    """Titles, prices and photos, as Excel saves a CSV in France."""
    category = LISTING["category_hint"]
    lines = (f"{title};{price};Bon état;bon;{category};{photo}\n" for title, price, photo in rows)
    return (HEAD + "".join(lines)).encode("cp1252")


async def look(market: Serving, import_id: str) -> dict[str, Any]:
    return dict((await market.http.get(f"/vinted/imports/{import_id}")).json())


async def count(market: Serving) -> int:
    return len((await market.http.get("/vinted/imports")).json()["imports"])


async def import_id(page: Page) -> str:
    await page.wait_for_url(re.compile(r"#/imports/\w+$"))
    return page.url.rpartition("/")[2]


async def job_id(page: Page, line: int, *, before: str = "") -> str:
    """The job that the page of this line shows, once it is another one than before."""
    shape = re.compile(rf"#/imports/\w+/{line}/\w+$")
    await page.wait_for_url(lambda url: bool(shape.search(url)) and not url.endswith(f"/{before}"))
    return page.url.rpartition("/")[2]


def row(seller: Seller, title: str) -> Locator:
    return seller.page.locator("li.row").filter(has_text=title)


async def test_the_rows_are_seen_at_once_and_each_listing_is_approved_by_itself(
    market: Serving, photo: bytes
) -> None:
    async with at_the_console(market.url, width=360, language="fr", dark=True, touch=True) as (
        seller,
        troubles,
    ):
        page, say = seller.page, seller.say
        await seller.connect()
        await seller.goto()
        await page.get_by_role("link", name=say("imports.from.sell")).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(say("imports"))
        assert await seller.faults() == []
        async with page.expect_download() as download:
            await seller.press("bring.template.xlsx")
        assert (await download.value).suggested_filename.endswith(".xlsx")

        before = await count(market)
        rows = ("Semeuse un", "12,50", "a.jpg"), ("Semeuse deux", "cher", "absente.jpg")
        stamps = table(*rows, ("Semeuse trois", "3", "a.jpg"))
        await seller.choose(file("timbres.csv", stamps, "text/csv"), file("a.jpg", photo))
        await seller.press("bring.check")
        bad = page.locator("li.row").filter(has_text=say("import.line", line=3))
        await expect(bad).to_contain_text(say("stage.BAD"))
        for key in ("field.price", "field.photos"):
            await expect(bad.get_by_text(say(key) + say("colon"), exact=True)).to_be_visible()
        await expect(bad).to_contain_text("absente.jpg")
        assert await seller.faults() == []
        assert await count(market) == before, "a check keeps nothing"

        await seller.press("bring.send")
        brought = await import_id(page)
        await expect(page.get_by_role("heading", level=1)).to_have_text("timbres.csv")
        await expect(row(seller, say("import.line", line=3))).to_contain_text("absente.jpg")
        await page.reload()
        go_on = page.get_by_role("link", name=say("import.next"))
        await expect(go_on).to_be_visible(timeout=SECONDS * 1000)
        await expect(row(seller, "Semeuse trois")).to_contain_text(
            say("stage.PREPARED"), timeout=SECONDS * 1000
        )
        assert await seller.faults() == []
        await go_on.click()
        await _approve(seller, market)

        await page.locator(".result").get_by_role("link", name=say("import.next")).click()
        await job_id(page, 4)
        await seller.outcome("PREPARED")
        await seller.press("import.skip")
        assert await import_id(page) == brought
        await expect(page.get_by_role("status").filter(has_text=say("import.over"))).to_be_visible()
        await expect(
            page.get_by_role("heading", name=say("import.progress", over=2, of=2))
        ).to_be_visible()
        assert await seller.faults() == []
        told = await look(market, brought)
        assert [each["stage"] for each in told["rows"]] == ["clicked", "bad", "skipped"]
        assert told["is_over"] is True

        await seller.goto("#/imports")
        await expect(row(seller, "timbres.csv").first).to_contain_text(say("group.over"))
        assert await seller.faults() == []
    assert troubles == []


async def _approve(seller: Seller, market: Serving) -> None:
    """The first listing: its picture, the dry run, and the publish, without leaving the import."""
    page, say = seller.page, seller.say
    preparation = await job_id(page, 2)
    await seller.outcome("PREPARED")
    await expect(page.get_by_alt_text(say("picture.form"))).to_be_visible()
    place = page.get_by_role("region", name=say("import.walk"))
    await expect(place).to_contain_text(say("stage.PREPARED"))
    assert await seller.faults() == []
    await seller.press("publish.opt.in")
    checked = await job_id(page, 2, before=preparation)
    await page.reload()
    await seller.outcome("CHECKED")
    await seller.press("publish.real")
    await seller.press("publish.yes")
    publish = await job_id(page, 2, before=checked)
    await seller.outcome("PUBLISHED")
    assert (await market.job(publish))["listing_url"]
    await expect(place).to_contain_text(say("stage.CLICKED"))
    assert await seller.faults() == []


async def test_many_rows_come_by_the_page_and_the_same_file_is_not_imported_twice(
    market: Serving,
) -> None:
    async with at_the_console(market.url, width=360, language="fr", touch=True) as (
        seller,
        troubles,
    ):
        page, say = seller.page, seller.say
        await seller.connect()
        await seller.goto("#/imports")
        rows = [(f"Carte {at}", "-" if at % 40 == 0 else "2", "") for at in range(1, 121)]
        cards = file("cartes.csv", table(*rows), "text/csv")
        await seller.choose(cards)
        await expect(page.locator(".chosen-files")).to_contain_text(re.compile(r"\d\sko"))
        await page.get_by_label(say("bring.hold"), exact=True).check()
        await seller.press("bring.send")
        brought = await import_id(page)
        listed = page.locator("ul.rows > li.row")
        await expect(listed).to_have_count(50)
        assert await seller.faults() == []
        await seller.press("import.more")
        await expect(listed).to_have_count(100)
        await expect(row(seller, "Carte 40")).to_contain_text(say("stage.BAD"))
        await seller.press("import.skip.of", title="Carte 99")
        await expect(row(seller, "Carte 99")).to_contain_text(say("stage.SKIPPED"))

        await page.get_by_role("button", name=say("group.bad")).click()
        await expect(listed).to_have_count(3)
        await page.get_by_role("button", name=say("group.over")).click()
        await expect(listed).to_have_count(1)
        # What another device decides comes to the list that is looked at.
        await market.http.post(f"/vinted/imports/{brought}/skip", json={"lines": [120]})
        await expect(listed).to_have_count(2)
        assert await seller.faults() == []

        await seller.goto("#/imports")
        await seller.choose(cards)
        await seller.press("bring.send")
        link = page.get_by_role("link", name=say("bring.there.go"))
        await expect(link).to_have_attribute("href", f"#/imports/{brought}")
        assert await seller.faults() == []
        before = await count(market)
        await seller.press("bring.there.again")
        assert await import_id(page) != brought and await count(market) == before + 1
        await market.http.delete(page.url.replace("/#/imports/", "/vinted/imports/"))
        await market.http.delete(f"/vinted/imports/{brought}")
    assert troubles == []


async def test_what_is_held_is_begun_skipped_and_cancelled_by_the_keyboard_alone(
    market: Serving,
) -> None:
    async with at_the_console(market.url, language="de") as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        await seller.goto("#/imports")

        async def tab_to(there: Locator) -> None:
            await expect(there).to_be_visible(timeout=SECONDS * 1000)
            for _ in range(80):
                await page.keyboard.press("Tab")
                if await there.evaluate("element => element === document.activeElement"):
                    return
            raise AssertionError(f"the keyboard does not reach {there}")

        async def press(key: str, **values: object) -> None:
            await tab_to(page.get_by_role("button", name=say(key, **values), exact=True))
            await page.keyboard.press("Enter")

        async with page.expect_file_chooser() as chooser:
            await press("bring.choose")
        rows = [(f"Marke {number}", "2", "") for number in (1, 2, 3)]
        await (await chooser.value).set_files([file("marken.csv", table(*rows), "text/csv")])
        await tab_to(page.get_by_label(say("bring.hold"), exact=True))
        await page.keyboard.press("Space")
        await press("bring.send")
        brought = await import_id(page)
        assert (await look(market, brought))["counts"] == {"held": 3}
        await press("import.skip.of", title="Marke 3")
        await expect(row(seller, "Marke 3")).to_contain_text(say("stage.SKIPPED"))
        await expect(row(seller, "Marke 3")).to_be_focused()
        await press("import.begin.of", title="Marke 2")
        go_on = page.get_by_role("link", name=say("import.next"))
        await tab_to(go_on)
        await page.keyboard.press("Enter")
        await job_id(page, 3)
        await seller.outcome("PREPARED")
        await expect(page.get_by_role("heading", level=1)).to_be_focused()
        await page.go_back()
        await press("import.cancel")
        await expect(page.get_by_role("dialog")).to_be_visible()
        assert await seller.faults() == []
        await tab_to(page.get_by_role("dialog").get_by_role("button", name=say("import.cancel")))
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status").filter(has_text=say("import.over"))).to_be_visible()
        assert (await look(market, brought))["counts"] == {"skipped": 3}
    assert troubles == []


async def test_an_import_leads_to_the_session_of_its_own_account(market: Serving) -> None:
    """Where a notice of an ended session leads, whichever account the console has chosen."""
    given = {"files": ("timbres.csv", table(("Timbre rouge", "2", "")), "text/csv")}
    answer = await market.http.post("/vinted/imports?account=second", files=given)
    brought = answer.json()["id"]
    async with at_the_console(market.url) as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        await seller.goto(f"#/imports/{brought}")
        await page.get_by_role("link", name=say("connect"), exact=True).click()
        await expect(page.get_by_text(say("accounts.one", account="second"))).to_be_visible()
        assert await seller.faults() == []
        await page.get_by_label(say("connect.paste")).fill("access_token_web=demo")
        await seller.press("connect.save")
        await expect(page.locator("form .session-state")).to_contain_text(say("session.VALID"))
        saved = (await market.http.get("/vinted/auth/check?account=second")).json()
        assert saved["authenticated"] is True
        await market.http.delete(f"/vinted/imports/{brought}")
    assert troubles == []


async def test_a_yes_that_ran_out_is_renewed_by_a_press_and_given_to_the_new_picture(
    tmp_path: Path,
) -> None:
    async with (
        serving(tmp_path, CONFIRM_TTL_SECONDS="4") as market,
        at_the_console(market.url, width=360) as (seller, troubles),
    ):
        page, say = seller.page, seller.say
        await market.sign_in()
        files = {"files": ("stamp.csv", table(("Stamp", "3", "")), "text/csv")}
        told = (await market.http.post("/vinted/imports", files=files)).json()
        async with asyncio.timeout(SECONDS):
            while (await look(market, told["id"]))["counts"] != {"expired": 1}:
                await asyncio.sleep(0.2)
        await seller.goto(f"#/imports/{told['id']}")
        await expect(row(seller, "Stamp")).to_contain_text(say("stage.EXPIRED"))
        await page.get_by_role("link", name=say("import.next")).click()
        first = await job_id(page, 2)
        await expect(page.get_by_role("heading", name=say("state.EXPIRED"))).to_be_visible()
        assert await seller.faults() == []
        revision = (await market.job(first))["revision"]
        await seller.press("prepare.again")
        await seller.outcome("PREPARED")
        assert await job_id(page, 2) == first, "the same job, with a new picture and token"
        assert (await market.job(first))["revision"] == revision + 1
    assert troubles == []


async def test_an_earlier_listing_is_copied_and_an_account_has_its_defaults(
    market: Serving,
) -> None:
    async with at_the_console(market.url, width=360) as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        await market.prepare(title="Semeuse to copy")
        await seller.goto("#/history")
        await seller.press("copy.of", title="Semeuse to copy")
        await expect(seller.field("field.title")).to_have_value("Semeuse to copy")
        await seller.field("field.title").fill("Semeuse begun")
        await seller.goto("#/history")
        await seller.press("copy.of", title="Semeuse to copy")
        dialog = page.get_by_role("dialog")
        await expect(dialog).to_contain_text(say("copy.replaces"))
        assert await seller.faults() == []
        await seller.press("copy.yes")
        await expect(seller.field("field.title")).to_have_value("Semeuse to copy")

        await seller.goto("#/accounts")
        await seller.field("defaults.footer").fill("From a home without smoke")
        await seller.field("defaults.pause").fill("5000")
        await seller.press("defaults.save")
        await expect(page.locator(".is-wrong")).to_have_count(1)
        assert await seller.faults() == []
        await seller.field("defaults.pause").fill("1")
        await seller.press("defaults.save")
        await expect(page.get_by_text(say("defaults.saved"))).to_be_visible()
        path = "/vinted/accounts/default/defaults"
        assert (await market.http.get(path)).json()["pause_minutes"] == 1
        told = await market.prepare(title="Semeuse with a footer")
        job = await market.job(told["job_id"])
        assert job["listing"]["description"].endswith("From a home without smoke")
        await page.reload()
        await expect(seller.field("defaults.footer")).to_have_value("From a home without smoke")
        await seller.field("defaults.footer").fill("")
        await seller.field("defaults.pause").fill("")
        await seller.press("defaults.save")
        await expect(page.get_by_text(say("defaults.saved"))).to_be_visible()
    assert troubles == []

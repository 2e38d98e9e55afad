"""The console beside an application's own pages, and a draft that is saved on the site first."""

import sys
from pathlib import Path

from playwright.async_api import expect

from tests.console.seller import at_the_console, file
from tests.e2e.serving import serving

HOST = (sys.executable, "-m", "tests.e2e.host_app")


async def test_a_draft_is_saved_and_published_beside_a_host(tmp_path: Path, photo: bytes) -> None:
    """A host with a page of its own at / has the console at /fripier, and it finds its service."""
    async with (
        serving(tmp_path, command=HOST) as market,
        at_the_console(f"{market.url}/fripier", width=360) as (seller, troubles),
    ):
        page, say = seller.page, seller.say
        await page.goto(market.url)
        await expect(page.get_by_text("the host's own page")).to_be_visible()
        await seller.connect()
        await seller.goto()
        await seller.choose(file("front.jpg", photo))
        await expect(page.locator(".photo img")).to_be_visible()
        await seller.write(**{"field.title": "Hoodie as a draft"})
        await page.get_by_text(say("listing.more")).click()
        await page.get_by_label(say("listing.draft"), exact=True).check()
        prepared = await seller.prepare()
        await seller.outcome("DRAFT_SAVED")
        address = (await market.job(prepared))["preview_url"]
        assert address.startswith(f"{market.market}/items/") and address.endswith("/edit")
        draft = page.get_by_role("link", name=say("draft.open"))
        await expect(draft).to_have_attribute("href", address)
        assert await seller.faults() == []
        await page.reload()
        await seller.outcome("DRAFT_SAVED")
        await seller.next_job("publish.opt.in")
        await seller.outcome("CHECKED")
        await seller.press("publish.real")
        publish = await seller.next_job("publish.yes")
        await seller.outcome("PUBLISHED")
        listed = (await market.job(publish))["listing_url"]
        link = page.get_by_role("link", name=say("listing.open"))
        await expect(link).to_have_attribute("href", listed)
        assert page.url == f"{market.url}/fripier#/jobs/{publish}"
    assert troubles == []

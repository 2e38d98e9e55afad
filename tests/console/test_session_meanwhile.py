"""A press while the session is still being looked at, and a look that comes to nothing."""

import asyncio
import re

from playwright.async_api import Route, expect

from tests.console.seller import Seller, at_the_console
from tests.e2e.serving import Serving


async def test_a_press_counts_while_the_session_is_looked_at(market: Serving) -> None:
    """What is known of the session comes between a press of the mouse and its release."""
    async with at_the_console(market.url) as (seller, troubles):
        page, say = seller.page, seller.say
        asked, let, cut = asyncio.Event(), asyncio.Event(), False

        async def hold(route: Route) -> None:
            if "query Start" not in (route.request.post_data or ""):
                await route.continue_()
            elif cut:
                await route.abort()
            else:
                asked.set()
                await let.wait()
                await route.continue_()

        # Everything is in the window: what goes from above the form moves its button.
        await page.set_viewport_size({"width": 1280, "height": 1700})
        await seller.goto()
        await page.evaluate("localStorage.setItem('fripier.account', 'never-connected')")
        await page.reload()
        await seller.field("field.title").fill("Begun before")
        await seller.goto("#/connect")
        await page.get_by_text(say("connect.more")).click()
        await page.get_by_label(say("account"), exact=True).fill("in-a-hurry")
        await page.route(re.compile("/graphql$"), hold)
        await page.get_by_label(say("connect.paste")).fill("access_token_web=demo")
        await seller.press("connect.save")
        await asked.wait()
        await seller.goto()
        await expect(seller.field("field.title")).to_have_value("Begun before")
        await seller.write(**{"field.title": "Hoodie in a hurry"})
        await expect(page.get_by_text(say("connect.first"))).to_be_visible()
        await page.get_by_role("button", name=say("prepare"), exact=True).hover()
        await page.mouse.down()
        let.set()
        await expect(page.locator(".who")).to_contain_text(say("session.VALID"))
        await page.mouse.up()
        await seller.job()
        await seller.goto()
        await expect(page.get_by_text(say("connect.first"))).to_be_hidden()

        await seller.field("field.title").fill("Of one account")
        await _each_account_has_its_draft(seller)

        cut = True
        await seller.goto("#/accounts")
        mine = page.get_by_label(say("accounts.one", account="in-a-hurry"))
        check = mine.get_by_role("button", name=say("accounts.check"))
        async with page.expect_event("requestfailed", timeout=120_000):
            await check.click()
        await expect(check).not_to_have_attribute("aria-disabled", "true")
        await expect(mine).to_contain_text(say("session.VALID"))
    assert troubles == []


async def _each_account_has_its_draft(seller: Seller) -> None:
    page, say = seller.page, seller.say
    await seller.goto("#/connect")
    await page.get_by_text(say("connect.more")).click()
    await page.get_by_label(say("account"), exact=True).fill("another")
    await seller.connect()
    await seller.goto()
    await expect(seller.field("field.title")).to_have_value("")
    await seller.goto("#/accounts")
    mine = page.get_by_label(say("accounts.one", account="in-a-hurry"))
    await mine.get_by_role("button", name=say("accounts.use")).click()
    await seller.goto()
    await expect(seller.field("field.title")).to_have_value("Of one account")

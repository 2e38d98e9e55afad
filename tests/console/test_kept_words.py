"""What was typed and what was decided stay true while the service refuses or deletes."""

import json
import re
from pathlib import Path

from playwright.async_api import Route, expect

from tests.console.seller import at_the_console
from tests.e2e.serving import Serving, serving

_REFUSAL = {"message": "No room.", "extensions": {"code": "storage_unavailable"}}
_KEY = "correct-horse-battery-staple-1234"


async def test_a_correction_outlives_a_refused_look_at_its_job(market: Serving) -> None:
    async with at_the_console(market.url) as (seller, troubles):
        page = seller.page

        async def refuse(route: Route) -> None:
            if "query FollowedJob" not in (route.request.post_data or ""):
                await route.continue_()
                return
            body = json.dumps({"data": None, "errors": [_REFUSAL]})
            await route.fulfill(status=200, content_type="application/json", body=body)

        await seller.goto("#/connect")
        await seller.connect()
        await seller.goto()
        await seller.write(**{"field.title": "Hoodie to be corrected"})
        job = await seller.prepare()
        await seller.outcome("PREPARED")
        await seller.goto(f"#/jobs/{job}/correct")
        await seller.field("field.title").fill("Typed for a while")
        await page.route(re.compile("/graphql$"), refuse)
        async with page.expect_response(re.compile("/graphql$")):
            await page.evaluate("window.dispatchEvent(new Event('focus'))")
        await expect(page.get_by_text("No room.")).to_be_visible()
        await expect(seller.field("field.title")).to_have_value("Typed for a while")
    assert troubles == []


async def test_what_was_deleted_is_not_shown_any_more(market: Serving) -> None:
    async with at_the_console(market.url) as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.goto()
        await page.evaluate("localStorage.setItem('fripier.account', 'to-be-deleted')")
        await page.reload()
        await seller.goto("#/connect")
        await seller.connect()
        await seller.goto("#/accounts")
        mine = page.get_by_label(say("accounts.one", account="to-be-deleted"))
        check = mine.get_by_role("button", name=say("accounts.check"))
        await check.click()
        await expect(check).not_to_have_attribute("aria-disabled", "true")
        await seller.press("delete.all", account="to-be-deleted")
        await page.get_by_label(say("delete.name", account="to-be-deleted")).fill("to-be-deleted")
        await seller.press("delete.yes")
        await expect(page.get_by_text(say("delete.done", account="to-be-deleted"))).to_be_visible()
        await expect(mine).to_contain_text(say("session.ABSENT"))
    assert troubles == []


async def test_who_is_not_signed_out_is_told(tmp_path: Path) -> None:
    async with (
        serving(tmp_path, API_KEYS=_KEY) as service,
        at_the_console(service.url) as (seller, _),
    ):
        page, say = seller.page, seller.say
        await seller.goto()
        await page.get_by_label(say("key.label"), exact=True).fill(_KEY)
        await seller.press("key.send")
        await expect(seller.field("field.title")).to_be_visible()

        async def refuse(route: Route) -> None:
            if route.request.method != "DELETE":
                await route.continue_()
                return
            body = json.dumps({"code": "storage_unavailable", "detail": "No room.", "status": 503})
            kind = "application/problem+json"
            await route.fulfill(status=503, content_type=kind, body=body)

        await page.route(re.compile("/console/session$"), refuse)
        await page.get_by_label(say("settings")).click()
        await seller.press("key.out")
        await expect(page.get_by_text("No room.")).to_be_visible()
        await expect(seller.field("field.title")).to_be_attached()
        await page.unroute(re.compile("/console/session$"))
        await seller.press("key.out")
        await expect(page.get_by_label(say("key.label"), exact=True)).to_be_visible()

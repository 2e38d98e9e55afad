"""What the console shows where a job does not go through at once, and the act that helps there.

Each of these is a real answer of the service over a fault of the stand-in; `test_guidance` holds
the tables whole.
"""

import re

from playwright.async_api import WebSocketRoute, expect

from tests.console.seller import at_the_console, file
from tests.e2e.serving import Serving


async def test_one_press_answers_a_question(market: Serving) -> None:
    async with at_the_console(market.url, width=360) as (seller, troubles):
        await seller.connect()
        await seller.goto()
        await seller.write(**{"field.title": "Hoodie with a question", "field.size": ""})
        job = await seller.prepare()
        asked = seller.page.get_by_role("heading", name=seller.say("questions.asked"), exact=True)
        await expect(asked).to_be_visible(timeout=60_000)
        assert await seller.faults() == []
        (question,) = (await market.job(job))["draft_context"]["questions"]
        likeliest = question["candidates"][0]["label"]
        await seller.page.get_by_role("button", name=likeliest, exact=True).click()
        await seller.outcome("PREPARED")
        await expect(seller.report("field.size")).to_contain_text(likeliest)
    assert troubles == []


async def test_an_obstacle_is_seen_solved_and_passed(market: Serving) -> None:
    async with at_the_console(market.url) as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        await market.faults(challenge="datadome")
        await seller.goto()
        await seller.write(**{"field.title": "Hoodie behind a captcha"})
        await seller.prepare()
        await seller.outcome("NEEDS_MANUAL")
        await expect(page.get_by_text(say("obstacle.CAPTCHA"), exact=True)).to_be_visible()
        await expect(page.get_by_alt_text(say("picture.obstacle"))).to_be_visible()
        site = page.get_by_role("link", name=say("site.open"))
        await expect(site).to_have_attribute("href", market.market)
        assert await seller.faults() == []
        await market.faults(challenge="none")
        await seller.press("resume")
        await expect(page.get_by_text(say("resume.done"))).to_be_visible()
        await seller.press("again")
        await seller.press("prepare.again")
        await seller.outcome("PREPARED")
    assert troubles == []


async def test_an_unknown_outcome_has_two_answers(market: Serving, photo: bytes) -> None:
    async with at_the_console(market.url) as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        await seller.goto()
        await seller.choose(file("front.jpg", photo))
        await expect(page.locator(".photo img")).to_be_visible()
        await seller.write(**{"field.title": "Hoodie of an unknown end"})
        await seller.prepare()
        await seller.outcome("PREPARED")
        await seller.next_job("publish.opt.in")
        await seller.outcome("CHECKED")
        await market.faults(
            publish_fault="error_before", publish_fault_times=1, challenge="hard_block"
        )
        await seller.press("publish.real")
        await seller.next_job("publish.yes")
        await seller.outcome("OUTCOME_UNKNOWN")
        assert await seller.faults() == []
        await seller.press("settle.there")
        await page.get_by_label(say("settle.address")).fill("somewhere")
        await seller.press("settle.send")
        await expect(page.locator(".settle .wrong")).to_be_visible()
        await market.faults(challenge="none", publish_fault="none")
        await seller.press("settle.not.there")
        await expect(page.get_by_text(say("settle.ask"))).to_be_hidden()
        await seller.press("publish.same.yes")
        await seller.next_job("publish.yes")
        await seller.outcome("PUBLISHED")
    assert troubles == []


async def test_copies_that_are_found_after_the_first_word_are_said_by_the_page_that_is_open(
    market: Serving, photo: bytes
) -> None:
    await market.sign_in()
    prepared = await market.prepare(title="Timbre deux fois", photos=[await market.upload(photo)])
    async with at_the_console(market.url) as (seller, troubles):
        await seller.goto()
        await market.faults(twin="item", slow_paths={"/api/v2/wardrobe/*": 6})
        told = (await market.publish(prepared["confirm_token"])).json()
        assert told["outcome"] == "published", told
        await seller.page.evaluate(
            "(hash) => { location.hash = hash; }", f"#/jobs/{told['job_id']}"
        )
        await seller.outcome("PUBLISHED")
        await seller.outcome("DUPLICATED")
    assert troubles == []


async def test_a_site_that_is_down_leaves_one_act(market: Serving) -> None:
    async with at_the_console(market.url) as (seller, _):
        await seller.connect()
        await market.faults(site_down=True)
        await seller.goto()
        await seller.write(**{"field.title": "Hoodie of a site that is down"})
        job = await seller.prepare()
        failed = seller.page.get_by_role("heading", name=seller.say("state.FAILED"))
        await expect(failed).to_be_visible(timeout=60_000)
        assert (await market.job(job))["problem"]["code"] == "site_unreachable"
        assert await seller.faults() == []
        await market.faults(site_down=False)
        await seller.press("prepare.again")
        await seller.outcome("PREPARED")


async def test_a_line_that_is_cut_twice_loses_and_doubles_nothing(market: Serving) -> None:
    cut = 0

    def cutting(line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        heard = 0

        async def hand_on(message: str | bytes) -> None:
            nonlocal cut, heard
            line.send(message)
            heard += '"type": "next"' in str(message) or '"type":"next"' in str(message)
            if heard == 2 and cut < 2:
                cut += 1
                await line.close(code=1011, reason="cut")
                await server.close()

        server.on_message(hand_on)

    # The job has to outlast the pause before each new line.
    await market.faults(photo_delay=4.0)
    async with at_the_console(market.url) as (seller, troubles):
        await seller.page.route_web_socket(re.compile(r"/graphql$"), cutting)
        await seller.connect()
        await seller.goto()
        await seller.write(**{"field.title": "Hoodie on a bad line"})
        job = await seller.prepare()
        await seller.outcome("PREPARED")
        assert cut == 2
        assert await seller.faults() == []
        count = (await market.job(job))["last_seq"]
        assert await seller.events() == list(range(1, count + 1))
        await expect(seller.page.get_by_text(seller.say("line.cut"))).to_be_hidden()
    await market.faults(photo_delay=0.0)
    assert troubles == []

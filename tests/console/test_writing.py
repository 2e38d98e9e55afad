"""The form of a listing while it is written: what is said of it before anything is prepared."""

import asyncio

from playwright.async_api import Request, Route, expect

from tests.console.seller import Seller, at_the_console
from tests.e2e.serving import Serving


async def test_a_listing_is_checked_while_it_is_written(market: Serving) -> None:
    """Nothing is said of a field that was not left; what is overtaken is called off."""
    async with at_the_console(market.url, width=360, language="fr") as (seller, troubles):
        page, say = seller.page, seller.say
        asked: list[Request] = []
        hold, held = False, asyncio.Event()

        async def check(route: Route) -> None:
            if _is_check(route.request):
                asked.append(route.request)
                if hold:
                    held.set()
                    return  # never answered
            await route.continue_()

        await page.route("**/graphql", check)
        await seller.goto()
        title, price = seller.field("field.title"), seller.field("field.price")
        advised, wrong = page.locator(".advised"), page.locator(".wrong")
        await title.press_sequentially("HOODIE DIESEL TAILLE L")
        assert asked == []
        async with page.expect_request(_is_check):
            await title.press("Tab")
        await expect(advised).to_have_count(1)
        await expect(title).to_have_accessible_description((await advised.inner_text()).strip())
        await expect(wrong).to_have_count(0)

        hold = True
        await price.fill("1.000")
        await price.press("Tab")
        await held.wait()
        async with page.expect_event("requestfailed", _is_check):
            hold = False
            await price.fill("a few")
        await expect(price).to_have_attribute("aria-invalid", "true")
        await expect(wrong).to_have_count(1)
        assert await seller.faults() == []
        await price.fill("35")
        await expect(wrong).to_have_count(0)
        await title.fill("Hoodie Diesel")
        await expect(advised).to_have_count(0)

        await seller.write(**{"field.description": "Joignable au 06 12 34 56 78"})
        await expect(advised).to_have_count(2)
        await expect(page.locator(".photos .advised")).to_have_count(1)  # there is none

        await page.get_by_text(say("listing.more")).click()
        for key, text, option in (
            ("field.material", "simil", "Cuir synthétique"),
            ("field.parcel_size", "enveloppe", "Petit"),
        ):
            await seller.field(key).press_sequentially(text)
            await page.get_by_role("option", name=option, exact=True).click()
            await expect(seller.field(key)).to_have_value(option)
        await _press_from_the_last_field(seller)
    assert troubles == []


def _is_check(request: Request) -> bool:
    return "query CheckListing" in (request.post_data or "")


async def test_what_is_wrong_is_in_view_and_named_as_on_the_page(market: Serving) -> None:
    """The bar with the button keeps its place at the bottom: it covers no field that is led to."""
    async with at_the_console(market.url, language="fr") as (seller, troubles):
        page, say = seller.page, seller.say
        await seller.connect()
        await seller.goto()
        await seller.write(**{"field.price": "abc"})
        await seller.press("prepare")
        price, bar = seller.field("field.price"), page.locator(".foot")
        await expect(price).to_be_focused()
        await expect(bar.locator(".notice")).to_contain_text(f"{say('field.price')}\u00a0: ")
        field, foot = await price.bounding_box(), await bar.bounding_box()
        assert field is not None
        assert foot is not None
        assert field["y"] + field["height"] <= foot["y"]
        await expect(page.locator(".wrong")).to_be_in_viewport(ratio=1)
    assert troubles == []


async def _press_from_the_last_field(seller: Seller) -> None:
    """What is told as that field is left by a press on the button moves no button under it."""
    page, say = seller.page, seller.say
    title, price = seller.field("field.title"), seller.field("field.price")
    await page.reload()
    await page.set_viewport_size({"width": 360, "height": 3000})
    description = seller.field("field.description")
    async with page.expect_response(lambda answer: _is_check(answer.request)):
        await title.focus()
        await title.press("Tab")
        await description.press("Tab")
    await price.focus()
    await expect(page.locator(".photos .advised")).to_have_count(0)
    await page.get_by_role("button", name=say("prepare"), exact=True).hover()
    await page.mouse.down()
    async with page.expect_request(lambda request: "mutation Prepare" in (request.post_data or "")):
        await page.mouse.up()

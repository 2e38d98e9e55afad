"""What `browser.playwright_calls` relies on in Playwright, which promises none of it."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.listing import Seller
from browser.playwright_calls import Given, click, evaluate_text
from browser.playwright_errors import Error, is_gone

TOLD = """([kept, words, number, others]) =>
  JSON.stringify([kept.name, words, number, others.map(({name}) => name)])"""


@pytest.fixture
async def page(one_chromium: Chromium) -> AsyncIterator[Page]:
    page = await one_chromium.page(Seller("calls", "http://127.0.0.1", "test", 1, ()))
    yield page
    await close_page(page)


async def test_a_script_is_given_what_the_page_would_be_given_by_playwright(page: Page) -> None:
    one, other = [
        await page.evaluate_handle("(name) => ({name})", name) for name in ("one", "other")
    ]
    given: list[Given] = [one, 'a "word"\n\ud83d', 1500.5, [other, one]]
    assert await evaluate_text(page, TOLD, given) == await page.evaluate(TOLD, given)
    given = [one, "", 0, []]
    assert await evaluate_text(page, TOLD, given) == await page.evaluate(TOLD, given)


async def test_what_a_script_throws_is_raised_and_its_promise_awaited(page: Page) -> None:
    assert await evaluate_text(page, "async ([text]) => text", ["later"]) == "later"
    with pytest.raises(Error, match="no such thing"):
        await evaluate_text(page, "() => { throw new Error('no such thing'); }", [])


async def test_a_press_is_a_trusted_click_where_it_was_aimed_at(page: Page) -> None:
    await page.evaluate("""() => addEventListener("click", ({isTrusted, button, detail, x, y}) => {
      document.title = JSON.stringify([isTrusted, button, detail, x, y]);
    })""")
    await click(page, 40, 30)
    assert json.loads(await page.title()) == [True, 0, 1, 40, 30]


async def test_a_call_that_is_given_up_leaves_the_page_usable(page: Page) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await evaluate_text(page, "() => new Promise(() => {})", [])
    assert await evaluate_text(page, "([text]) => text", ["here"]) == "here"


async def test_a_tab_that_ends_is_told_as_gone(page: Page) -> None:
    waiting = asyncio.ensure_future(evaluate_text(page, "() => new Promise(() => {})", []))
    await evaluate_text(page, "([text]) => text", ["sent after it"])
    await page.close()
    with pytest.raises(Error) as ended:
        await waiting
    with pytest.raises(Error) as refused:
        await evaluate_text(page, "([text]) => text", ["too late"])
    assert is_gone(ended.value)
    assert is_gone(refused.value)

"""Who listens to a page's traffic is told, and holds nothing of it once the page is closed."""

import gc
import weakref
from collections.abc import AsyncIterator, Sequence

import pytest
from playwright.async_api import Page, Request

from browser.chromium.chromium import Chromium
from browser.listing import Cookie, Seller
from browser.page.traffic import listen
from tests.browser.local_site import LocalSite, local_site


@pytest.fixture
async def site() -> AsyncIterator[LocalSite]:
    async with local_site({}) as site:
        yield site


class Listener:
    """One that knows its page, as ours do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        listen(page, asked=self.hear)

    def hear(self, request: Request) -> None:
        self.asked.append(request.url)


def alive(kept: Sequence[weakref.ref[Listener]]) -> int:
    return sum(each() is not None for each in kept)


async def listened_to(chromium: Chromium, seller: Seller) -> list[weakref.ref[Listener]]:
    """Two that were told the same; in a call of its own, whose frame the driver's calls keep."""
    page = await chromium.page(seller)
    first, second = Listener(page), Listener(page)
    await page.goto(seller.origin)
    assert first.asked == second.asked != []
    return [weakref.ref(first), weakref.ref(second)]


async def test_every_listener_is_told_until_the_page_goes_and_then_is_free(
    one_chromium: Chromium, site: LocalSite
) -> None:
    # In an account's context of its own: a context keeps its pages while it is open.
    seller = Seller("listened", site.origin, "Mozilla/5.0", 1, (Cookie("a", "b"),))
    kept = await listened_to(one_chromium, seller)
    gc.collect()
    assert alive(kept) == 2  # the page's own handlers hold them
    await one_chromium.close_account("listened")
    gc.collect()
    assert alive(kept) == 0

"""Nothing of a tab that is closed stays in memory: a service fills forms for months."""

import asyncio
import gc
from weakref import ref

import pytest
from playwright.async_api import Page

from browser.listing import Listing
from tests.browser.seller import Shop


async def _closed(shop: Shop, listing: Listing, *, published: bool) -> "ref[Page]":
    """The page of a form that was filled, and is closed; the frame ends with all that it held."""
    form = await shop.prepare(listing)
    if published:
        await shop.submit(form, listing)
    page = ref(form.page)
    await shop.driver.close(form)
    return page


@pytest.mark.parametrize("published", [False, True])
async def test_nothing_holds_the_pages_of_forms_that_are_closed(
    wide: Shop, plain: Listing, published: bool
) -> None:
    pages = [await _closed(wide, plain, published=published) for _ in range(3)]
    await asyncio.sleep(0)
    gc.collect()
    # What the driver's client was at last may still be in its hands.
    assert [page() for page in pages[:2]] == [None, None]

"""What a call of ours carries stays on its host, also where the page moves on in between."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.listing import Seller
from browser.page.site_calls import ask
from tests.browser.local_site import Answer, LocalSite, local_site
from tests.browser.tabs import tab_on

CALL = "/api/v2/wardrobe/1/items"


@pytest.fixture
async def site() -> AsyncIterator[LocalSite]:
    answered = {CALL: Answer('{"items": []}', type="application/json")}
    async with local_site(answered) as site:
        yield site


@pytest.fixture
async def page(one_chromium: Chromium, site: LocalSite) -> AsyncIterator[Page]:
    account = f"calls-{site.origin[-5:]}"  # every test has a market of its own
    page = await one_chromium.page(Seller(account, site.origin, "UA", 1, ()))
    await page.context.add_cookies([{"name": "anon_id", "value": "own", "url": site.origin}])
    await page.goto(f"{site.origin}/items/new")
    yield page
    await close_page(page)


async def test_a_call_carries_what_the_page_s_own_do(page: Page, site: LocalSite) -> None:
    assert (await ask(tab_on(page), CALL)).status == 200
    (call,) = (one for one in site.received if one.path == CALL)
    assert call.headers["x-anon-id"] == "own"


async def test_a_page_that_moves_to_another_host_takes_nothing_of_a_session_along(
    page: Page, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at what is carried and the call itself."""
    tab = tab_on(page)
    looked = tab.watch.calls.carried
    elsewhere = site.origin.replace("127.0.0.1", "localhost")

    async def moving(address: str) -> dict[str, str]:
        found = await looked(address)
        if address.startswith(site.origin):
            await page.goto(f"{elsewhere}/member/1")
        return found

    monkeypatch.setattr(tab.watch.calls, "carried", moving)
    assert (await ask(tab, CALL)).status == 200
    (call,) = (one for one in site.received if one.path == CALL)
    assert call.headers["host"].startswith("localhost")
    assert "x-anon-id" not in call.headers

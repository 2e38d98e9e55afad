"""One browser and one stand-in per language for the whole session; clean before every test.

A seller's context stays from test to test with its cache, as a seller's own browser keeps it; tabs
and cookies do not.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page

from browser.chromium.chromium import Chromium
from browser.listing import Listing, Seller
from browser.standin import Standin, StandinOptions, serve_standin
from tests.browser.seller import HOODIE, PLAIN, Shop, photos, shop


class SharedChromium(Chromium):
    """A browser in which an account may be wiped in place of closed."""

    def __init__(self) -> None:
        super().__init__()
        self._used: dict[str, tuple[Seller, BrowserContext]] = {}
        self._wiped: dict[str, Seller] = {}

    async def page(self, seller: Seller, *, narrow: bool = False) -> Page:
        before = self._wiped.pop(seller.account, seller)
        if before != seller:
            await self.close_account(seller.account)
        page = await super().page(seller, narrow=narrow)
        self._used[seller.account] = (seller, page.context)
        return page

    async def wipe(self, account: str) -> None:
        """Close the account's tabs, and leave it no cookies but those that its seller brings."""
        await self.close_tabs(account)
        if account not in self.accounts or account not in self._used:
            return
        seller, context = self._used[account]
        await context.clear_cookies()
        brought = [
            {"name": each.name, "value": each.value, "url": seller.origin}
            for each in seller.cookies
        ]
        await context.add_cookies(brought)  # type: ignore[arg-type] - a dict literal of that shape
        self._wiped[account] = seller


@pytest.fixture(scope="session")
async def one_chromium() -> AsyncIterator[SharedChromium]:
    async with SharedChromium() as chromium:
        yield chromium


@pytest.fixture(scope="session")
async def markets() -> AsyncIterator[dict[str, Standin]]:
    async with AsyncExitStack() as stack:
        yield {
            language: await stack.enter_async_context(
                serve_standin(options=StandinOptions(locale=language))
            )
            for language in ("fr", "en", "de")
        }


@pytest.fixture
async def standin(markets: dict[str, Standin], request: pytest.FixtureRequest) -> Standin:
    """The French stand-in, or the one of the language that a test asks for."""
    standin = markets[getattr(request, "param", "fr")]
    standin.state.reset()
    standin.state.patch_faults({"cookie_banner": False})
    return standin


@pytest.fixture
async def wide(standin: Standin, one_chromium: SharedChromium) -> AsyncIterator[Shop]:
    yield shop(standin, one_chromium)
    await one_chromium.wipe("default")


@pytest.fixture
async def narrow(standin: Standin, one_chromium: SharedChromium) -> AsyncIterator[Shop]:
    yield shop(standin, one_chromium, narrow=True)
    await one_chromium.wipe("default")


@pytest.fixture(params=["wide", "narrow"])
async def either(
    standin: Standin, one_chromium: SharedChromium, request: pytest.FixtureRequest
) -> AsyncIterator[Shop]:
    """A shop in both renderings of the page."""
    yield shop(standin, one_chromium, narrow=request.param == "narrow")
    await one_chromium.wipe("default")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("photos")


@pytest.fixture
def hoodie(folder: Path) -> Listing:
    """A listing that leaves nothing open, with three photos."""
    return replace(HOODIE, photos=photos(folder, 3))


@pytest.fixture
def plain(folder: Path) -> Listing:
    """A listing without brand, size and colour, with one photo: filled in half the time."""
    return replace(PLAIN, photos=photos(folder, 1))

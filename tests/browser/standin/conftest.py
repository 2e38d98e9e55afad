"""One Chromium and one stand-in for all these tests; every test starts with a clean market.

A page that is loaded where another one was costs half of one in a new tab, so that visitors come
one after the other in a tab that stays, wide or narrow, without the cookies of the one before.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Browser, Error, Page, Playwright, async_playwright

from browser.standin import Faults, Standin, serve_standin
from tests.browser.standin.seller import Seller

DEBIAN_SHELL = "/usr/lib/chromium/chromium-headless-shell"
CALM = Faults(cookie_banner=False)
QUICK_MS = 4_000

OpenSeller = Callable[..., Awaitable[Seller]]


def chromium_path() -> str | None:
    """A Chromium of this machine; None is Playwright's own."""
    named = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium-headless-shell")
    return named or (DEBIAN_SHELL if Path(DEBIAN_SHELL).exists() else shutil.which("chromium"))


async def launch(playwright: Playwright) -> Browser:
    try:
        return await playwright.chromium.launch(args=["--no-sandbox"])
    except Error:
        path = chromium_path()
        return await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
async def standin() -> AsyncIterator[Standin]:
    async with serve_standin() as standin:
        yield standin


@pytest.fixture
def market(standin: Standin) -> Standin:
    standin.state.reset()
    standin.state.set_faults(CALM)
    return standin


class Tabs:
    """A wide tab and a narrow one; one that a test has closed is opened anew."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._open: dict[bool, Page] = {}

    async def of(self, *, wide: bool) -> Page:
        page = self._open.get(wide)
        if page is None or page.is_closed():
            page = self._open[wide] = await self.apart(wide=wide)
        await page.context.clear_cookies()
        return page

    async def apart(self, *, wide: bool) -> Page:
        """One that is nobody else's; whoever asked for it closes its context."""
        size = {"width": 1280 if wide else 390, "height": 1000}
        context = await self._chromium.new_context(viewport=size)
        context.set_default_timeout(QUICK_MS)
        return await context.new_page()

    async def leave(self) -> None:
        """Nothing asks the market for anything any more."""
        for page in self._open.values():
            if not page.is_closed():
                await page.goto("about:blank")


@pytest.fixture(scope="session")
async def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
async def open_seller(tabs: Tabs, market: Standin) -> AsyncIterator[OpenSeller]:
    """Opens visitors, who start on the sell page: the next one takes the place of the one before.

    One who comes `apart` has a browser context of their own.
    """
    contexts = []

    async def opened(
        *,
        wide: bool = True,
        cookie: str | None = "demo",
        path: str | None = "/items/new",
        draft: int | None = None,
        apart: bool = False,
        **faults: Any,
    ) -> Seller:
        market.state.patch_faults(faults)
        page = await (tabs.apart(wide=wide) if apart else tabs.of(wide=wide))
        if apart:
            contexts.append(page.context)
        if cookie:
            token = {"name": "access_token_web", "value": cookie, "url": market.url}
            await page.context.add_cookies([token])
        visitor = Seller(page, market.state, market.url, wide)
        if draft:
            await visitor.open_draft(draft)
        elif path:
            await visitor.open(path)
        return visitor

    yield opened
    await tabs.leave()
    for context in contexts:
        await context.close()


@pytest.fixture
async def api(market: Standin) -> AsyncIterator[httpx.AsyncClient]:
    """The API as the page of the member `demo` calls it."""
    headers = {"X-CSRF-Token": market.state.csrf_token, "Cookie": "access_token_web=demo"}
    async with httpx.AsyncClient(base_url=market.url, headers=headers) as client:
        yield client

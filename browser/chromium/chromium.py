"""The one Chromium of the process: launched on first use, relaunched when it died.

Owns the browser and when it is replaced; an account's context and its tabs are `contexts`'. What
happens in a tab belongs to whoever asked for it. No trace, video or HAR is ever recorded: they
would hold cookies.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from browser.background_tasks import Chores
from browser.chromium.contexts import OPEN_SECONDS, Contexts
from browser.chromium.drivers import SELDOM, Drivers, Recycle
from browser.chromium.installer import find_chromium, hints, version_of
from browser.chromium.launcher import launch
from browser.chromium.running import Process, Running
from browser.errors import BrowserCrashed, BrowserMissing
from browser.listing import Cookie, Seller
from browser.playwright_errors import Error, is_gone, translate_errors, translated

if TYPE_CHECKING:
    from playwright.async_api import Page, ViewportSize


_NARROW: Final[ViewportSize] = {"width": 390, "height": 844}


@dataclass(frozen=True, slots=True)
class BrowserStats:
    """What is open now; `launches` and what crashed count since the start of the process.

    A browser that hangs counts as crashed, one that is replaced or closed by us does not.
    """

    open_pages: int
    open_contexts: int
    launches: int
    crashes: int = 0
    crashed_pages: int = 0
    running: bool = False


@dataclass(frozen=True, slots=True)
class BrowserHealth:
    """Which browser is or would be used; `version` is None when there is none that runs.

    Without an age it is not launched.
    """

    executable: Path | None
    version: str | None
    age_seconds: float | None


class Chromium:
    """Opens tabs for sellers, each account in a context of its own.

    An async context manager; entering it starts nothing. Used from one event loop.
    """

    def __init__(
        self,
        executable: Path | None = None,
        *,
        headless: bool = True,
        recycle: Recycle = SELDOM,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._executable = executable
        self._headless = headless
        self._clock = clock
        self._opening = asyncio.Lock()
        self._chores = Chores()
        self._drivers = Drivers(recycle, clock, self._chores)
        self._running = Running(self._opening, self._chores, self._drivers)
        self._launches = 0
        self._crashes = 0
        self._crashed_pages = 0
        self._versions: dict[Path, str | None] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        async with self._opening:
            for process in tuple(self._running):
                await self._running.drop(process)
        await self._chores.finish()
        await self._drivers.end()

    @property
    def accounts(self) -> frozenset[str]:
        """The accounts that have a context."""
        return self._running.accounts

    @property
    def open_pages(self) -> int:
        """Tabs that were asked for and are still open."""
        return self._running.open_pages

    def stats(self) -> BrowserStats:
        """Counts for metrics; starts nothing."""
        return BrowserStats(
            self.open_pages,
            len(self.accounts),
            self._launches,
            self._crashes,
            self._crashed_pages,
            any(each.browser.is_connected() for each in self._running),
        )

    async def page(self, seller: Seller, *, narrow: bool = False) -> Page:
        """A new tab in the context of the seller's account, 1280 by 900 or as narrow as a phone.

        A newer version of the seller closes the open context with its tabs. Raises BrowserMissing,
        BrowserCrashed, and SessionExpired for a session that one of another market has replaced.
        """
        async with self._opening:
            page = await self._open_or_relaunch(seller)
        page.on("close", lambda _: self._running.end_when_drained())
        if narrow:
            async with translate_errors(), asyncio.timeout(OPEN_SECONDS):
                await page.set_viewport_size(_NARROW)
        return page

    async def close_account(self, account: str) -> None:
        """Close the account's context and tabs; nothing happens when there is none."""
        async with self._opening:
            for process in self._running:
                await process.contexts.close(account)

    async def close_tabs(self, account: str) -> None:
        """Close every tab of the account, so that no page of it asks the site for anything.

        The context stays, with the cookies as the site has renewed them.
        """
        for process in self._running:
            await process.contexts.close_tabs(account)

    async def cookies(self, account: str) -> tuple[Cookie, ...]:
        """What the context now holds for the market's host, as the site has renewed it.

        Empty when the account has no context. Raises BrowserCrashed.
        """
        process = self._running.of(account)
        return await process.contexts.cookies(account) if process else ()

    async def probe(self) -> BrowserHealth:
        """Which browser is or would be used; launches nothing and raises nothing."""
        process = self._running.current
        try:
            executable = self._find()
        except BrowserMissing:
            return BrowserHealth(self._executable, None, None)
        if process and process.browser.is_connected():
            age = self._clock() - process.started
            return BrowserHealth(executable, process.browser.version, age)
        return BrowserHealth(executable, await self._version(executable), None)

    async def _version(self, executable: Path | None) -> str | None:
        """Asked of the program once: health is asked often, and each asking is a process.

        One that does not run is asked again, since somebody may be mending it.
        """
        if executable is None:
            return None
        if self._versions.get(executable) is None:
            self._versions[executable] = await version_of(executable)
        return self._versions[executable]

    def _find(self) -> Path | None:
        return find_chromium(self._executable, headless=self._headless)

    async def _open_or_relaunch(self, seller: Seller) -> Page:
        """A browser that died unnoticed shows when it is used: drop it and try once more."""
        await self._recycle_if_due()
        try:
            return await self._open_or_drop(seller)
        except BrowserCrashed:
            return await self._open_or_drop(seller)

    async def _open_or_drop(self, seller: Seller) -> Page:
        process = await self._running.staying(seller.account) or await self._ready()
        try:
            return await process.contexts.open(seller)
        except TimeoutError:
            self._crashes += 1
            await self._running.drop(process)
            raise BrowserCrashed("Chromium does not open a tab in time") from None
        except Error as error:
            if is_gone(error):
                await self._running.drop(process, died=True)
            raise translated(error) from None

    async def _ready(self) -> Process:
        running = self._running
        if running.current and not running.current.browser.is_connected():
            await running.drop(running.current, died=True)
        if running.current is None:
            executable = self._find()
            if executable is None:
                raise BrowserMissing(hints())
            async with self._drivers.driver() as driver:
                browser = await launch(driver.chromium, executable, headless=self._headless)
            contexts = Contexts(
                browser, opening=self._opening, chores=self._chores, crashed=self._note_crashed_page
            )
            process = running.current = Process(browser, driver, self._clock(), contexts)
            browser.on("disconnected", lambda _: self._note_end(process))
            self._launches += 1
        return running.current

    def _note_end(self, process: Process) -> None:
        if not process.closing:
            self._crashes += 1

    def _note_crashed_page(self, page: Page) -> None:
        self._crashed_pages += 1

    async def _recycle_if_due(self) -> None:
        process = self._running.current
        if process and self._drivers.is_due(process.driver, process.contexts.opened):
            await self._running.replace()

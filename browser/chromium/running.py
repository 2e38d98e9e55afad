"""The browsers that run: the one in which new accounts are opened, and one that is to end.

Owns which browser an account is open in. A browser that is to end goes on with the tabs that are
open in it, so that no job notices. Starting one, and when it is due, is `chromium`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from browser.background_tasks import Chores
from browser.chromium.contexts import Contexts
from browser.chromium.drivers import Drivers
from browser.chromium.node_driver import NodeDriver
from browser.playwright_errors import settled

if TYPE_CHECKING:
    from playwright.async_api import Browser


@dataclass(slots=True)
class Process:
    """A running browser and what is open in it."""

    browser: Browser
    driver: NodeDriver
    started: float
    contexts: Contexts
    closing: bool = False

    async def close(self) -> None:
        """Close the browser; its driver goes on."""
        self.closing = True
        await settled(self.browser.close())


class Running:
    """At most two browsers; `current` is for new accounts.

    `opening` is held by whoever opens or closes there.
    """

    def __init__(self, opening: asyncio.Lock, chores: Chores, drivers: Drivers) -> None:
        self._opening = opening
        self._chores = chores
        self._drivers = drivers
        self.current: Process | None = None
        self._draining: Process | None = None

    def __iter__(self) -> Iterator[Process]:
        return (each for each in (self.current, self._draining) if each)

    @property
    def accounts(self) -> frozenset[str]:
        return frozenset().union(*(each.contexts.accounts for each in self))

    @property
    def open_pages(self) -> int:
        return sum(each.contexts.open_pages for each in self)

    def of(self, account: str) -> Process | None:
        """The browser in which an account is open."""
        return next((each for each in self if account in each.contexts.accounts), None)

    async def replace(self) -> None:
        """Let the current browser end: at once without tabs, else with the last one of them.

        While another one is still at that, it stays.
        """
        if self.current is None:
            return
        if not self.current.contexts.open_pages:
            await self.drop(self.current)
        elif self._draining is None:
            self.current, self._draining = None, self.current

    async def staying(self, account: str) -> Process | None:
        """The browser that is to end, for an account that has tabs in it; another one leaves it."""
        draining = self._draining
        if draining is None or account not in draining.contexts.accounts:
            return None
        if draining.browser.is_connected() and draining.contexts.pages_of(account):
            return draining
        await draining.contexts.close(account)
        return None

    def end_when_drained(self) -> None:
        """End the browser that is to, unless there are tabs in it still."""
        if self._draining and not self._draining.contexts.open_pages:
            self._chores.begin(self._end_drained())

    async def _end_drained(self) -> None:
        async with self._opening:
            if self._draining and not self._draining.contexts.open_pages:
                await self.drop(self._draining)

    async def drop(self, process: Process, *, died: bool = False) -> None:
        """End a browser, with what is open in it; the driver of one that died is kept."""
        if self.current is process:
            self.current = None
        if self._draining is process:
            self._draining = None
        await self._chores.through(self._end(process, died))

    async def _end(self, process: Process, died: bool) -> None:
        await process.close()
        process.driver.contexts += process.contexts.opened
        if died and self.current is None and not process.browser.is_connected():
            await self._drivers.keep(process.driver)
        else:
            await process.driver.stop()

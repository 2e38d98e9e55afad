"""Which driver launches a browser: the one whose browser has died, or a fresh one.

A driver takes 0.4 s to start, which a job whose browser was killed need not wait for. Owns when a
driver has served long enough; its process is `node_driver`'s.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from browser.background_tasks import Chores
from browser.chromium.node_driver import NodeDriver
from browser.errors import BrowserCrashed
from browser.playwright_errors import Error

_START_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Recycle:
    """When a browser is replaced by a fresh one with its driver, by age or by contexts opened.

    Both grow. Those of the driver count, which may have had browsers before. Tabs that are open in
    it, and further ones of their accounts, stay there until they are closed.
    """

    age_seconds: float = 6 * 3600.0
    contexts: int = 500


SELDOM: Final = Recycle()


class Drivers:
    """At most one driver without a browser is kept; `clock` tells the age of all."""

    def __init__(self, recycle: Recycle, clock: Callable[[], float], chores: Chores) -> None:
        self._recycle = recycle
        self._clock = clock
        self._chores = chores
        self._kept: NodeDriver | None = None

    def is_due(self, driver: NodeDriver, contexts: int = 0) -> bool:
        """Whether it is to end, with so many contexts opened in the browser that it has now."""
        aged = self._clock() - driver.started >= self._recycle.age_seconds
        return aged or driver.contexts + contexts >= self._recycle.contexts

    async def keep(self, driver: NodeDriver) -> None:
        """It has no browser any more, and may launch the next one."""
        await self.end()
        self._kept = driver

    @asynccontextmanager
    async def driver(self) -> AsyncIterator[NodeDriver]:
        """The one that launches a browser in the block; it ends when the block fails.

        Raises BrowserCrashed when there is none to be had.
        """
        driver = await self._answering() or await self._fresh()
        try:
            yield driver
        except BaseException:
            await self._chores.through(driver.stop())
            raise

    async def end(self) -> None:
        """End the one that is kept."""
        kept, self._kept = self._kept, None
        if kept:
            await self._chores.through(kept.stop())

    async def _answering(self) -> NodeDriver | None:
        kept = self._kept
        if kept and not self.is_due(kept) and await kept.answers():
            self._kept = None
            return kept
        await self.end()
        return None

    async def _fresh(self) -> NodeDriver:
        start = NodeDriver.start(self._clock())
        try:
            return await self._chores.open(start, NodeDriver.stop, seconds=_START_SECONDS)
        except (Error, TimeoutError):
            raise BrowserCrashed("the driver of the browser does not start") from None

"""Playwright's driver: the Node process that launches browsers and passes on what is said to them.

Owns its start, whether it still answers, and its end, which is that of its browsers, too. Which
driver launches a browser is `drivers`' to say.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from browser.playwright_errors import Error, settled

if TYPE_CHECKING:
    from playwright.async_api import BrowserType, Playwright

_ANSWER_SECONDS: Final = 2.0
"""A question for which it needs no browser takes it 5 to 10 ms (30 November 2026, load 1)."""


class NodeDriver:
    """A driver that runs; `contexts` were opened in browsers of it that have ended."""

    def __init__(self, manager: Any, playwright: Playwright, started: float) -> None:
        self.started = started
        self.contexts = 0
        self._manager = manager
        self._playwright = playwright

    @classmethod
    async def start(cls, now: float) -> NodeDriver:
        """One more process; raises Playwright's Error."""
        # In a thread: 17 MB that a service without a browser does not hold.
        api = await asyncio.to_thread(import_module, "playwright.async_api")
        manager = api.async_playwright()
        return cls(manager, await manager.start(), now)

    @property
    def chromium(self) -> BrowserType:
        """What launches browsers."""
        return self._playwright.chromium

    async def answers(self) -> bool:
        """Whether it lives, and does what it is told."""
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                asked = await self._playwright.request.new_context()
                await asked.dispose()
        except (Error, TimeoutError):
            return False
        return True

    async def stop(self) -> None:
        """End it with its browsers; one that hangs is killed."""
        await settled(self._manager.__aexit__())
        process = self._manager._client._transport._proc
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

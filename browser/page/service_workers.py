"""Service workers kept out of a tab's way, since what they send passes no gate of the tab.

The switch for that is one of the browser's own tools (nothing of the page is touched), and has its
price: it makes the browser tell of every request at length. So it is turned on as soon as there is
a worker, which the browser tells before its script is even fetched (Chromium 156, measured 2026-11:
0.1 s before it has a page; on a busy machine that was too late in 9 of 32), and in any case before
a call is let through. What the gate does is `request_gate`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from browser.background_tasks import Chores
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import CDPSession

_NO_BODIES: Final = {"maxTotalBufferSize": 0, "maxResourceBufferSize": 0}
"""Of what comes in nothing is kept for us: only the switch beside it is wanted."""
_SECONDS: Final = 1.0
"""So long the browser may take to say which workers there are; else it may have any."""


class ServiceWorkers:
    """The workers that a tab could have, seen through a session of the browser's tools."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        self._chores = Chores()
        self._told = asyncio.Event()
        self._are_left_out = False
        self._turn = asyncio.Lock()

    async def leave_out(self) -> None:
        """Let the tab make its calls itself, from now on: at once where there is a worker."""
        self._session.on("ServiceWorker.workerRegistrationUpdated", self._note)
        try:
            await self._session.send("ServiceWorker.enable")
            async with asyncio.timeout(_SECONDS):
                await self._told.wait()
        except (Error, TimeoutError):
            await self.bypass()
        await self._chores.finish()

    def _note(self, told: Mapping[str, Any]) -> None:
        self._told.set()
        if not all(each.get("isDeleted") for each in told["registrations"]):
            self._chores.begin(self._bypass_in_time())

    async def _bypass_in_time(self) -> None:
        with suppress(Error):  # the session has ended with its tab
            await self.bypass()

    async def bypass(self) -> None:
        """Turn the switch on, once: when this returns no worker stands between; raises Error."""
        async with self._turn:
            if not self._are_left_out:
                await self._session.send("Network.enable", _NO_BODIES)
                await self._session.send("Network.setBypassServiceWorker", {"bypass": True})
                self._are_left_out = True

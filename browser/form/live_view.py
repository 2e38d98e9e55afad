"""Pictures of a form while it is filled, up to twice a second, for as long as somebody looks on.

Nobody looks on: nothing is done. What a picture shows, and what it hides, is `page.live_picture`'s;
where it goes, and who may look on, the caller's.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from browser.background_tasks import in_background
from browser.errors import BrowserError
from browser.page.live_picture import Camera
from browser.page.tab import Tab
from browser.playwright_errors import Error
from browser.progress import Viewers

_log = logging.getLogger(__name__)

BEAT_SECONDS: Final = 0.5
_REST: Final = 4
"""After a picture that took long nothing is taken for so many times as long."""


@asynccontextmanager
async def shown_to(viewers: Viewers, tab: Tab) -> AsyncIterator[None]:
    """Show the tab's page while the block runs; nothing is taken once it has been left."""
    async with in_background(_film(viewers, tab)):
        yield


async def _film(viewers: Viewers, tab: Tab) -> None:
    await viewers.wanted()
    loop = asyncio.get_running_loop()
    async with tab.camera() as camera:
        while True:
            began = loop.time()
            await _show(viewers, camera)
            took = loop.time() - began
            # A beat that passes meanwhile is left out.
            await asyncio.sleep(max(BEAT_SECONDS - took, took * _REST))
            await viewers.wanted()


async def _show(viewers: Viewers, camera: Camera) -> None:
    """One picture; what keeps it from being taken or shown is nothing to the filling."""
    try:
        if picture := await camera.take():
            await viewers.show(picture)
    except (BrowserError, Error, TimeoutError) as error:
        _log.debug("no live picture: %s", type(error).__name__)

"""Pictures of a tab that are small enough to be kept and sent: JPEG, at most 400 kB.

Owns size and quality, and that a tab is pictured once at a time. Whether a page is shown whole or
as a screen shows it, and what to do about a page that cannot be pictured, is decided by callers.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from browser.page.beside_page import BesidePage
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page


MOST_BYTES: Final = 400_000
_QUALITIES: Final = (70, 50, 30)
_SCALES: Final = (0.7, 0.5, 0.35, 0.2, 0.1)
_QUALITY_WHEN_SCALED: Final = 40
_READY: Final = "() => document.fonts.ready.then(() => true)"
_turns: Final[WeakKeyDictionary[Page, asyncio.Lock]] = WeakKeyDictionary()
_sessions: Final = BesidePage["CDPSession"]("picture_session")
"""Kept, since a tab is pictured several times; one ends with its tab."""


async def screenshot(page: Page, *, whole: bool, seconds: float) -> bytes:
    """What the page shows, as good as it fits; `whole` includes what is below the screen.

    Raises Playwright's Error, and TimeoutError when there is none after so many seconds.
    """
    async with asyncio.timeout(seconds), _turns.setdefault(page, asyncio.Lock()):
        # Not Playwright's own, which prepares the page first: by a third slower and dearer.
        await page.evaluate(_READY)
        session = await _session(page)
        try:
            return await _that_fits(session, whole)
        except BaseException:
            # One that was not answered may stand in the next one's way.
            _sessions.drop(page)
            with suppress(Error):
                await session.detach()
            raise


async def _session(page: Page) -> CDPSession:
    if (known := _sessions.get(page)) is not None:
        return known
    return _sessions.put(page, await page.context.new_cdp_session(page))


async def _that_fits(session: CDPSession, whole: bool) -> bytes:
    picture = b""
    async for picture in _smaller_and_smaller(session, whole):
        if len(picture) <= MOST_BYTES:
            break
    return picture


async def _smaller_and_smaller(session: CDPSession, whole: bool) -> AsyncIterator[bytes]:
    beyond = {"captureBeyondViewport": whole}
    area = await _area(session, whole)
    for quality in _QUALITIES:
        yield await _taken(session, quality, beyond | _clip(area, 1.0) if whole else {})
    for scale in _SCALES:
        yield await _taken(session, _QUALITY_WHEN_SCALED, beyond | _clip(area, scale))


def _clip(area: Mapping[str, float], scale: float) -> dict[str, Any]:
    return {"clip": {**area, "scale": scale}}


async def _area(session: CDPSession, whole: bool) -> dict[str, float]:
    metrics = await session.send("Page.getLayoutMetrics")
    area = metrics["cssContentSize" if whole else "cssVisualViewport"]
    return {
        "x": area.get("x", area.get("pageX", 0)),
        "y": area.get("y", area.get("pageY", 0)),
        "width": area.get("width", area.get("clientWidth")),
        "height": area.get("height", area.get("clientHeight")),
    }


async def _taken(session: CDPSession, quality: int, part: Mapping[str, Any]) -> bytes:
    """A picture of a part of the page; of what the screen shows where none is named."""
    options = {"format": "jpeg", "quality": quality, **part}
    return base64.b64decode((await session.send("Page.captureScreenshot", options))["data"])

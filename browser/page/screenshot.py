"""Pictures of a tab that are small enough to be kept and sent: JPEG, at most 400 kB.

Owns size and quality. Whether a page is shown whole or as a screen shows it, and what to do about
a page that cannot be pictured, is decided by the callers.
"""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import Page


MOST_BYTES: Final = 400_000
_QUALITIES: Final = (70, 50, 30)
_SCALES: Final = (0.7, 0.5, 0.35, 0.2, 0.1)
_QUALITY_WHEN_SCALED: Final = 40


async def screenshot(page: Page, *, whole: bool, milliseconds: float) -> bytes:
    """What the page shows, as good as it fits; `whole` includes what is below the screen."""
    picture = b""
    async for picture in _smaller_and_smaller(page, whole, milliseconds):
        if len(picture) <= MOST_BYTES:
            break
    return picture


async def _smaller_and_smaller(
    page: Page, whole: bool, milliseconds: float
) -> AsyncIterator[bytes]:
    for quality in _QUALITIES:
        yield await page.screenshot(
            full_page=whole, type="jpeg", quality=quality, timeout=milliseconds
        )
    for scale in _SCALES:
        yield await _scaled(page, whole, scale)


async def _scaled(page: Page, whole: bool, scale: float) -> bytes:
    """Playwright has no scale of its own; the protocol has."""
    session = await page.context.new_cdp_session(page)
    try:
        metrics = await session.send("Page.getLayoutMetrics")
        area = metrics["cssContentSize" if whole else "cssVisualViewport"]
        clip = {
            "x": area.get("x", area.get("pageX", 0)),
            "y": area.get("y", area.get("pageY", 0)),
            "width": area.get("width", area.get("clientWidth")),
            "height": area.get("height", area.get("clientHeight")),
            "scale": scale,
        }
        told = await session.send(
            "Page.captureScreenshot",
            {
                "format": "jpeg",
                "quality": _QUALITY_WHEN_SCALED,
                "clip": clip,
                "captureBeyondViewport": whole,
            },
        )
        return base64.b64decode(told["data"])
    finally:
        with suppress(Error):  # the session ends with its tab, too
            await session.detach()

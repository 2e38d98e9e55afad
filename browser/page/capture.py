"""What a tab shows, kept for a person: a picture, and the heading of what stands there.

Only looks. What is secret in a heading is `redaction`'s to know, how large a picture may be
`screenshot`'s.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Protocol

from browser.background_tasks import ended
from browser.errors import BrowserError, NeedsPerson
from browser.page.challenge import Markers, heading_in_frames, is_obstacle
from browser.page.conditions import Condition, Timeouts
from browser.page.interruptions import Interruptions
from browser.page.redaction import masked
from browser.page.screenshot import screenshot
from browser.page.stillness import BEGUN, unchanged
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import Frame, JSHandle, Page

_log = logging.getLogger(__name__)

_HEADING: Final = """({dialogs, member}) => {
  const said = (place) =>
    all("h1, h2, h3, [role=heading]", place).filter(shown).map((head) => text(head.innerText))
      .find(Boolean);
  const dialog = dialogs.flatMap((sign) => all(sign)).filter(shown).at(-1);
  if (dialog) return said(dialog) || text(dialog.ariaLabel || dialog.innerText.split("\\n")[0]);
  if (member.some((sign) => all(sign).some(shown))) return null;
  return said() || text(document.title || document.body?.innerText.split("\\n")[0]) || null;
}"""
_NAMES: Final = """(member) => member.flatMap((sign) => all(sign))
  .flatMap((place) => [place, ...all("img[alt]", place)])
  .map((each) => each.alt).filter(Boolean)"""


class Looks(Protocol):
    """Scripts of ours in the page."""

    async def read(self, condition: Condition) -> Any: ...

    async def keep(self, condition: Condition) -> JSHandle: ...


class Capture:
    """What one tab shows; `secrets` are names that no heading may tell."""

    def __init__(
        self,
        page: Page,
        timeouts: Timeouts,
        markers: Markers,
        interruptions: Interruptions,
        looks: Looks,
    ) -> None:
        self._page = page
        self._timeouts = timeouts
        self._markers = markers
        self._interruptions = interruptions
        self._looks = looks
        self._seen: JSHandle | None = None
        self.secrets: set[str] = set()

    async def lasting_picture(self) -> bytes:
        """The whole form; from before it was taken the page notes whether anything changes."""
        self._seen = await self._looks.keep(BEGUN)
        return await self.picture(whole=True)

    async def still_shows_it(self) -> bool:
        """Whether the page has not changed since its lasting picture; False where none is known."""
        if self._seen is None:
            return False
        try:
            return bool(await self._looks.read(unchanged(self._seen)))
        except (BrowserError, Error, TimeoutError) as error:
            _log.info("whether the page has changed is not known: %s", type(error).__name__)
            return False

    async def picture(self, *, whole: bool = False) -> bytes:
        """What a screen shows as a JPEG, or the whole page; again when the page moved on under it.

        Whole is for the form alone: any other page may be as long as it likes.
        """
        limit = self._timeouts.evaluate
        try:
            if picture := await self._while_it_stays(whole, limit):
                return picture
        except (Error, TimeoutError) as error:
            _log.info("the picture is taken again: %s", type(error).__name__)
        await self._page.wait_for_load_state(timeout=self._timeouts.navigation * 1000)
        return await screenshot(self._page, whole=whole, seconds=limit)

    async def _while_it_stays(self, whole: bool, limit: float) -> bytes | None:
        """A picture of the page that is there; None when another one has taken its place.

        Chromium then may not answer at all (156, 2026-11: in every other run on a page that goes
        on within 50 ms).
        """
        moved: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def note(frame: Frame) -> None:
            if frame.parent_frame is None and not moved.done():
                moved.set_result(None)

        taken = asyncio.ensure_future(screenshot(self._page, whole=whole, seconds=limit))
        self._page.on("framenavigated", note)
        try:
            await asyncio.wait((taken, moved), return_when=asyncio.FIRST_COMPLETED)
            return taken.result() if taken.done() else None
        finally:
            self._page.remove_listener("framenavigated", note)
            await ended(taken)

    async def witness(self, error: NeedsPerson) -> None:
        """Note with the error what stands there: its heading, without secrets, and a picture.

        Only looks. What cannot be seen stays as it is: the error counts without it.
        """
        with suppress(BrowserError, Error, TimeoutError):
            async with asyncio.timeout(self._timeouts.answer):
                names = await self._looks.read(Condition(_NAMES, self._markers.member_selectors))
                self.secrets.update(names)
                error.heading = error.heading or await self._heading()
        error.heading = masked(error.heading, self.secrets)
        await self.show(error)

    async def show(self, error: BrowserError) -> None:
        """Note with the error what the screen shows, unless it is noted or cannot be seen."""
        if error.picture is None:
            with suppress(BrowserError, Error, TimeoutError):
                async with asyncio.timeout(self._timeouts.answer):
                    error.picture = await self.picture()

    async def heading(self) -> str | None:
        """The heading of what stands there, without secrets."""
        return masked(await self._heading(), self.secrets)

    async def _heading(self) -> str | None:
        """The heading of a dialog, of an obstacle's frame or page, or of a page of nobody's."""
        if found := await heading_in_frames(self._page, self._markers):
            return found
        dialogs = self._interruptions.dialogs()
        blocked = is_obstacle(self._page.url, self._markers)
        member = () if blocked else self._markers.member_selectors
        found = await self._looks.read(Condition(_HEADING, {"dialogs": dialogs, "member": member}))
        return str(found) if found else None

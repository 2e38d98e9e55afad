"""One open page with what may come in between: where its fields are, what it shows, what it lacks.

What comes in between is answered whenever it shows up, or stops the job: `interruptions` knows
which. Pressing and typing are `input`'s, questions to the site `site_calls`'.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, Any, Final, Never

from browser.errors import (
    FieldTimeout,
    Place,
    SiteLayoutChanged,
    SiteUnreachable,
    UnknownDialog,
)
from browser.page.capture import Capture
from browser.page.challenge import Markers, ResponseWatch, probe
from browser.page.conditions import Condition, Timeouts, either, element, kept, read, until
from browser.page.interruptions import Interruption, Interruptions, gone, seen
from browser.page.live_picture import Camera
from browser.page.locators import Field, Match, changed, find, present
from browser.page.pacing import Pacer
from browser.page.pending import pending
from browser.playwright_errors import Error, PlaywrightTimeout

if TYPE_CHECKING:
    from playwright.async_api import ElementHandle, JSHandle, Page

PATIENCE: Final = (0.3, 0.6, 1.0, 2.0)
"""How long a press may take to show, try by try, in units of `Timeouts.effect`."""
REPLACED: Final = "not attached"
"""In Playwright's word for a node that the page has replaced since it was looked up."""


class Tab:
    """A seller's page, used by one job at a time."""

    def __init__(
        self,
        page: Page,
        *,
        watch: ResponseWatch,
        markers: Markers,
        interruptions: Sequence[Interruption],
        pacer: Pacer,
        timeouts: Timeouts,
    ) -> None:
        self.page = page
        self.timeouts = timeouts
        self.pacer = pacer
        self.watch = watch
        self.interruptions = Interruptions(interruptions)
        self.capture = Capture(page, timeouts, markers, self.interruptions, self)
        self._markers = markers

    async def probe(self, place: Place) -> None:
        """Raise when a challenge or a log-in wall is on the page; dialogs are seen by `until`."""
        await probe(self.page, self.watch, self._markers, place)

    def camera(self) -> Camera:
        """For pictures of the page as it is now that show nothing of its member."""
        return Camera(self.page, self._markers.member_selectors, self.capture.secrets)

    async def read(self, condition: Condition) -> Any:
        """What a script reads in the page now."""
        return await self._explained(read(self.page, condition, seconds=self.timeouts.evaluate))

    async def _explained(self, looked: Awaitable[Any]) -> Any:
        """What was looked for; an obstacle that the page led to in the middle is told as such."""
        try:
            return await looked
        except SiteUnreachable:
            await self.probe(Place.WHILE_FILLING)
            raise

    async def until(self, condition: Condition, *, seconds: float | None = None) -> Any:
        """The condition's first truthy value, or None; interruptions are answered meanwhile."""
        loop = asyncio.get_running_loop()
        end = loop.time() + (self.timeouts.element if seconds is None else seconds)
        while (left := end - loop.time()) > 0:
            watched = self.interruptions.watched()
            watching = self.interruptions.or_met(condition, watched)
            met = await self._explained(until(self.page, watching, seconds=left))
            if met is None or "value" in met:
                return met and met["value"]
            if "again" in met:
                self.interruptions.came_back(met["again"])
            else:
                await self._answer(watched[met["met"]], left, met["keys"])
        return None

    async def obstructed(self) -> UnknownDialog | None:
        """The error for a dialog that lies over the form, known or not; None without one."""
        standing = await self.read(self.interruptions.standing())
        return UnknownDialog(Place.WHILE_FILLING) if standing else None

    async def find(
        self,
        field: Field,
        *,
        visible: bool = True,
        beside: bool = False,
        seconds: float | None = None,
    ) -> Match:
        """Where the field is, once it is there; raises what `lost` tells when it never is."""
        there = present(field, visible=visible, beside=beside)
        found = await self.until(there, seconds=seconds) or await self.late(there)
        if found is None:
            raise await self.lost(field)
        return Match(**found)

    async def late(self, condition: Condition) -> Any:
        """The condition's value while the page waits for something, and a moment after; or None.

        What a page waits for may bring it: that is waited for up to `Timeouts.answer`.
        """
        clock = asyncio.get_running_loop()
        end = clock.time() + self.timeouts.answer
        look = self.timeouts.effect / 4
        while (left := end - clock.time()) > 0 and await self.pending():
            look = self.timeouts.effect
            if value := await self.until(condition, seconds=min(left, look)):
                return value
        # An answer that came in just now is still to be shown.
        return await self.until(condition, seconds=look)

    async def pending(self) -> tuple[str, ...]:
        """Names of what the page waits for; empty when it is up and nothing is under way."""
        return await pending(self.page, self.watch, self._markers.waiting_selectors, self.timeouts)

    async def lost(self, field: Field) -> SiteLayoutChanged | FieldTimeout:
        """The error for a field that is not where it was: changed, or only late.

        Raises when an obstacle explains it. A layout has changed only when the page waits for
        nothing: whatever is under way may still bring the field.
        """
        await self.probe(Place.WHILE_FILLING)
        if obstacle := await self.obstructed():
            raise obstacle
        if waits := await self.pending():
            return FieldTimeout(field.name, waits)
        return await changed(self.page, field)

    async def keep(self, condition: Condition) -> JSHandle:
        """The object that a script makes, left in the page for the arguments of later ones."""
        return await kept(self.page, condition, seconds=self.timeouts.evaluate)

    async def _answer(self, interruption: Interruption, seconds: float, keys: list[str]) -> None:
        answer = interruption.answer
        if answer is None:
            await self._stop(interruption)
        heading = await self.capture.heading() if interruption.told else None
        elements = await self.keep(seen(interruption, keys)) if interruption.told else None
        if not await self._pressed_away(interruption, answer, seconds, elements):
            await self._stop(interruption)
        self.interruptions.closed(interruption, keys, heading)

    async def _pressed_away(
        self, interruption: Interruption, answer: Field, seconds: float, elements: JSHandle | None
    ) -> bool:
        """Whether its answer made it go; what came back meanwhile is not pressed."""
        effect, closed = self.timeouts.effect, gone(interruption, elements)
        for patience in PATIENCE:
            if not interruption.told:
                await find(self.page, answer, seconds=seconds)
            else:
                met = await until(self.page, either(closed, present(answer)), seconds=effect)
                if met is None or met is True:
                    return met is True
            # Such things slide in, and Playwright's own click waits until they stand still.
            await self.click(answer)
            if await until(self.page, closed, seconds=effect * patience):
                return True
        return False

    async def _stop(self, interruption: Interruption) -> Never:
        """Raise for a dialog without an answer; a challenge beside it or over it wins."""
        await self.probe(Place.WHILE_FILLING)
        raise interruption.stop()

    async def handle(self, field: Field, *, visible: bool = True) -> ElementHandle:
        """The field's element, to be used at once; raises when it is not there."""
        found = await self._element(field, visible=visible)
        if found is None:
            raise await self.lost(field)
        return found

    async def _element(self, field: Field, *, visible: bool = True) -> ElementHandle | None:
        script = """({candidates, visible}) => {
          aimAtNothing();
          return first(candidates, visible)?.element ?? null;
        }"""
        here = field.condition(script, visible=visible)
        return await element(self.page, here, seconds=self.timeouts.evaluate)

    async def click(self, field: Field) -> None:
        """Click once with Playwright's own checks; nothing happens where it has been replaced."""
        try:
            if found := await self._element(field):
                await found.click(timeout=self.timeouts.effect * 1000)
        except PlaywrightTimeout:
            # Covered or replaced meanwhile: the next try looks for it afresh.
            return
        except Error as error:
            if REPLACED not in error.message:
                raise

"""One open page with what may come in between: the hands and eyes of the pages under `sites/`.

Presses with trusted input, checks what a press changed, and repeats it when nothing did. What
comes in between is answered whenever it shows up, or stops the job: `interruptions` knows which.
"""

import asyncio
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, Never
from urllib.parse import urlsplit

from playwright.async_api import ElementHandle, Error, JSHandle, Page
from playwright.async_api import TimeoutError as PlaywrightTimeout

from browser.errors import (
    BrowserError,
    FieldTimeout,
    NeedsPerson,
    Place,
    SiteLayoutChanged,
    SiteTimeout,
    SiteUnreachable,
    UnknownDialog,
)
from browser.page.challenge import Markers, ResponseWatch, heading_in_frames, probe
from browser.page.conditions import Condition, Timeouts, either, element, kept, read, until
from browser.page.interruptions import Interruption, Interruptions, gone
from browser.page.locators import Field, Match, changed, find, focused, holding, present
from browser.page.pacing import Pacer
from browser.page.pending import pending
from browser.page.redaction import masked
from browser.page.response_watch import Answer
from browser.page.screenshot import screenshot
from browser.playwright_errors import is_gone

_PATIENCE: Final = (0.3, 0.6, 1.0, 2.0)
_AGAIN_SECONDS: Final = 2.5
"""How long to wait for what a press changes, try by try, in units of `Timeouts.effect`."""
_REPLACED: Final = "not attached"
"""In Playwright's word for a node that the page has replaced since it was looked up."""
NOTHING: Final = Condition("() => null")
_ASK: Final = """async ({path, milliseconds, carried}) => {
  const signal = AbortSignal.timeout(milliseconds);
  const headers = {accept: "application/json, text/plain, */*", ...carried};
  const answer = await fetch(path, {headers, signal, credentials: "same-origin"});
  const body = await answer.text();
  try {
    return {status: answer.status, body: JSON.parse(body)};
  } catch {
    return {status: answer.status, body: null};
  }
}"""


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
        self.own = NOTHING
        """Finds the part of the form that may look like a dialog and is none: its open list."""
        self._watch = watch
        self._markers = markers
        self._interruptions = Interruptions(interruptions)
        self.secrets: set[str] = set()

    @property
    def warnings(self) -> Sequence[str]:
        """What came in between and was closed, or came back."""
        return self._interruptions.warnings

    async def member(self) -> Answer | None:
        """What the page itself was told of who is signed in; None when it has not asked."""
        return await self._watch.member()

    async def told_again(self, *, seconds: float) -> bool:
        """Whether the page is told anew in time who is signed in."""
        return await self._watch.told_again(seconds=seconds)

    async def settled(self) -> None:
        """Wait, within bounds, until the document is there and no call of it is under way."""
        seconds = self.timeouts.element
        await until(
            self.page, Condition("() => document.readyState === 'complete'"), seconds=seconds
        )
        await self._watch.quiet(seconds=seconds)

    async def probe(self, place: Place) -> None:
        """Raise when a challenge or a log-in wall is on the page; dialogs are seen by `until`."""
        await probe(self.page, self._watch, self._markers, place)

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
            watched = self._interruptions.watched()
            watching = self._interruptions.or_met(condition, watched, self.own)
            met = await self._explained(until(self.page, watching, seconds=left))
            if met is None or "value" in met:
                return met and met["value"]
            if "again" in met:
                self._interruptions.came_back(met["again"])
            else:
                await self._answer(watched[met["met"]], left, met["keys"])
        return None

    def hands_off(self) -> None:
        """From here on nothing is pressed that comes in between: it stays for a person."""
        self._interruptions.hands_off()

    async def obstructed(self) -> UnknownDialog | None:
        """The error for a dialog that lies over the form, known or not; None without one."""
        standing = await self.read(self._interruptions.standing(self.own))
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
        return await pending(
            self.page,
            self._watch,
            self._markers.waiting_selectors,
            slow=self.timeouts.effect * 2,
            seconds=self.timeouts.answer,
        )

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

    async def press(
        self,
        field: Field,
        done: Condition,
        *,
        seconds: float | None = None,
        patience: Sequence[float] = _PATIENCE,
        at: Match | None = None,
    ) -> Match:
        """Press the field until `done` holds; never again once it does.

        `seconds` is how long the field may take to be there, `patience` how long each press may
        take to show, in units of `Timeouts.effect`: longer where a second one undoes the first.
        `at` is where a look of just now found it. What `done` gave is `met` by the match.
        """
        match = at or await self.find(field, seconds=seconds)
        for attempt, share in enumerate(patience):
            await self._press(field, match, attempt)
            if met := await self.until(done, seconds=self.timeouts.effect * share):
                return replace(match, met=met)
            # A late effect may take the field away, so that both are waited for; not for long,
            # since a field that another thing closed comes back only when it is opened again.
            sight = await self.until(either(done, present(field)), seconds=_AGAIN_SECONDS)
            if sight is True:
                return match
            if sight is None:
                break
            match = Match(**sight)
        if await self.late(done):
            return match
        raise await self.lost(field)

    async def strike(self, field: Field, *, beside: bool = False, at: Match | None = None) -> Match:
        """Press the field once; what it changes is for the caller to see.

        With `beside` a label is pressed where the control in it does not lie, if there is room.
        `at` is where a look of just now found it.
        """
        match = at or await self.find(field, beside=beside)
        await self._press(field, match, attempt=0)
        return match

    async def leaves(self) -> None:
        """Give the page a moment to lead elsewhere, and wait for the document it leads to."""
        url = self.page.url
        elsewhere = Condition("(url) => location.href !== url", url)
        if await until(self.page, elsewhere, seconds=self.timeouts.effect * 2):
            await self.settled()

    async def type(
        self, field: Field, text: str, *, keys: bool = False, seconds: float | None = None
    ) -> Match:
        """Replace a field's text, key by key where the page listens for keys."""
        for _ in _PATIENCE:
            match = await self.press(field, focused(field), seconds=seconds)
            if keys:
                await self.page.keyboard.press("ControlOrMeta+A")
                await self.page.keyboard.type(text)
            else:
                await self._fill(field, text)
            if await self.until(holding(field, text), seconds=self.timeouts.effect):
                return match
        raise await self.lost(field)

    async def picture(self, *, whole: bool = False) -> bytes:
        """What a screen shows as a JPEG, or the whole page; again when the page moved on under it.

        Whole is for the form alone: any other page may be as long as it likes.
        """
        limit = self.timeouts.evaluate * 1000
        try:
            return await screenshot(self.page, whole=whole, milliseconds=limit)
        except Error:
            await self.page.wait_for_load_state(timeout=self.timeouts.navigation * 1000)
            return await screenshot(self.page, whole=whole, milliseconds=limit)

    async def witness(self, error: NeedsPerson) -> None:
        """Note with the error what stands there: its heading, without secrets, and a picture.

        Only looks. What cannot be seen stays as it is: the error counts without it.
        """
        with suppress(BrowserError, Error, TimeoutError):
            async with asyncio.timeout(self.timeouts.answer):
                names = await self.read(Condition(_NAMES, self._markers.member_selectors))
                self.secrets.update(names)
                error.heading = error.heading or await self._heading()
        error.heading = masked(error.heading, self.secrets)
        await self.show(error)

    async def show(self, error: BrowserError) -> None:
        """Note with the error what the screen shows, unless it is noted or cannot be seen."""
        if error.picture is None:
            with suppress(BrowserError, Error, TimeoutError):
                async with asyncio.timeout(self.timeouts.answer):
                    error.picture = await self.picture()

    async def _heading(self) -> str | None:
        """The heading of a dialog, of an obstacle's frame, or of a page that is no member's."""
        if found := await heading_in_frames(self.page, self._markers):
            return found
        dialogs, member = self._interruptions.dialogs(), self._markers.member_selectors
        found = await self.read(Condition(_HEADING, {"dialogs": dialogs, "member": member}))
        return str(found) if found else None

    async def ask(self, path: str) -> Answer:
        """GET an address of the site from inside the page, as the page itself would."""
        seconds = self.timeouts.answer
        async with asyncio.timeout(self.timeouts.evaluate):
            # What the page's own calls carry: without it some of ours were refused.
            carried = await self._watch.carried(self.page.url)
        argument = {"path": path, "milliseconds": seconds * 1000, "carried": carried}
        try:
            async with asyncio.timeout(seconds + self.timeouts.evaluate):
                answer = await self.page.evaluate(_ASK, argument)
        except (TimeoutError, Error) as error:
            if isinstance(error, Error) and is_gone(error):
                raise
            raise SiteTimeout(f"no answer to {urlsplit(path).path}") from error
        return Answer(answer["status"], answer["body"])

    async def _answer(self, interruption: Interruption, seconds: float, keys: list[str]) -> None:
        answer, effect = interruption.answer, self.timeouts.effect
        if answer is None:
            await self._stop(interruption)
        heading = masked(await self._heading(), self.secrets) if interruption.told else None
        for patience in _PATIENCE:
            if interruption.told and not await until(self.page, present(answer), seconds=effect):
                break
            await find(self.page, answer, seconds=seconds)
            # Such things slide in, and Playwright's own click waits until they stand still.
            await self._click(answer)
            if await until(self.page, gone(interruption, keys), seconds=effect * patience):
                self._interruptions.closed(interruption, keys, heading)
                return
        await self._stop(interruption)

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
        script = "({candidates, visible}) => first(candidates, visible)?.element ?? null"
        here = field.condition(script, visible=visible)
        return await element(self.page, here, seconds=self.timeouts.evaluate)

    async def _fill(self, field: Field, text: str) -> None:
        try:
            await (await self.handle(field)).fill(text, timeout=self.timeouts.element * 1000)
        except Error as error:
            if _REPLACED not in error.message:
                raise

    async def _press(self, field: Field, match: Match, attempt: int) -> None:
        """By coordinates, which is fastest; each second try with Playwright's own checks.

        Never where something else would be hit: what lies there may be another field.
        """
        if attempt % 2 == 0 and match.clear:
            await self.page.mouse.click(match.x, match.y)
        else:
            await self._click(field)

    async def _click(self, field: Field) -> None:
        try:
            if found := await self._element(field):
                await found.click(timeout=self.timeouts.effect * 1000)
        except PlaywrightTimeout:
            # Covered or replaced meanwhile: the next try looks for it afresh.
            return
        except Error as error:
            if _REPLACED not in error.message:
                raise

"""One open page with what may come in between: the hands and eyes of the pages under `sites/`.

Presses with trusted input, checks what a press changed, and repeats it when nothing did. Consent
banners and known dialogs are answered whenever they show up; an unknown one stops the job.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Never
from urllib.parse import urlsplit

from playwright.async_api import ElementHandle, Error, JSHandle, Page
from playwright.async_api import TimeoutError as PlaywrightTimeout

from browser.challenge import Markers, ResponseWatch, probe
from browser.errors import NeedsPerson, Place, SiteLayoutChanged, SiteTimeout, UnknownDialog
from browser.faults import is_gone
from browser.locators import Field, Match, changed, find, focused, holding, present
from browser.pacing import Pacer
from browser.waits import Condition, Timeouts, either, element, kept, read, until

_PATIENCE: Final = (0.3, 0.6, 1.0, 2.0)
_AGAIN_SECONDS: Final = 2.5
"""How long to wait for what a press changes, try by try, in units of `Timeouts.effect`."""
_REPLACED: Final = "not attached"
"""In Playwright's word for a node that the page has replaced since it was looked up."""
_WATCHING: Final = """({{signs, own, argument}}) => {{
  const says = (element, words) =>
    !words.length || words.some((word) => text(element.innerText).toLowerCase().includes(word));
  const mine = () => ({own})(own);
  const isStrange = (element, part) => !part || !(holds(element, part) || holds(part, element));
  const meets = ({{sign, words}}) =>
    all(sign).some((element) =>
      shown(element) && says(element, words) && isStrange(element, mine()));
  const met = signs.findIndex(meets);
  if (met >= 0) return {{met}};
  const value = ({script})(argument);
  return value ? {{value}} : null;
}}"""
NOTHING: Final = Condition("() => null")
_ASK: Final = """async ({path, milliseconds}) => {
  const signal = AbortSignal.timeout(milliseconds);
  const headers = {accept: "application/json, text/plain, */*"};
  const answer = await fetch(path, {headers, signal, credentials: "same-origin"});
  const body = await answer.text();
  try {
    return {status: answer.status, body: JSON.parse(body)};
  } catch {
    return {status: answer.status, body: null};
  }
}"""


@dataclass(frozen=True, slots=True)
class Interruption:
    """Something that stands in front of the form: what shows it, and what answers it.

    `words` (lower case) tell apart dialogs that look alike; without an `answer` a person must act.
    """

    name: str
    sign: str
    answer: Field | None = None
    words: tuple[str, ...] = ()
    error: type[NeedsPerson] = UnknownDialog


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answered to a question of ours; `body` is None when it is not JSON."""

    status: int
    body: Any


class Tab:
    """A seller's page, used by one job at a time."""

    def __init__(
        self,
        page: Page,
        *,
        watch: ResponseWatch,
        markers: Markers,
        interruptions: tuple[Interruption, ...],
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
        self._interruptions = interruptions

    async def probe(self, place: Place) -> None:
        """Raise when a challenge or a log-in wall is on the page; dialogs are seen by `until`."""
        await probe(self.page, self._watch, self._markers, place)

    async def read(self, condition: Condition) -> Any:
        """What a script reads in the page now."""
        return await read(self.page, condition, seconds=self.timeouts.evaluate)

    async def until(self, condition: Condition, *, seconds: float | None = None) -> Any:
        """The condition's first truthy value, or None; interruptions are answered meanwhile."""
        loop = asyncio.get_running_loop()
        end = loop.time() + (self.timeouts.element if seconds is None else seconds)
        watching = Condition(
            _WATCHING.format(script=condition.script, own=self.own.script),
            {
                "signs": self._signs(),
                "own": self.own.argument,
                "argument": condition.argument,
            },
        )
        while (left := end - loop.time()) > 0:
            met = await until(self.page, watching, seconds=left)
            if met is None or "value" in met:
                return met and met["value"]
            await self._answer(self._interruptions[met["met"]], left)
        return None

    async def find(
        self, field: Field, *, visible: bool = True, seconds: float | None = None
    ) -> Match:
        """Where the field is, once it is there; `SiteLayoutChanged` when it never is."""
        found = await self.until(present(field, visible=visible), seconds=seconds)
        if found is None:
            raise await self.lost(field)
        return Match(**found)

    async def lost(self, field: Field) -> SiteLayoutChanged:
        """The error for a field that is not where it was; raises when an obstacle explains it."""
        await self.probe(Place.WHILE_FILLING)
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
    ) -> Match:
        """Press the field until `done` holds; never again once it does.

        `seconds` is how long the field may take to be there, `patience` how long each press may
        take to show, in units of `Timeouts.effect`: longer where a second one undoes the first.
        """
        match = await self.find(field, seconds=seconds)
        for attempt, share in enumerate(patience):
            await self._press(field, match, attempt)
            if await self.until(done, seconds=self.timeouts.effect * share):
                return match
            # A late effect may take the field away, so that both are waited for; not for long,
            # since a field that another thing closed comes back only when it is opened again.
            sight = await self.until(either(done, present(field)), seconds=_AGAIN_SECONDS)
            if sight is True:
                return match
            if sight is None:
                break
            match = Match(**sight)
        raise await self.lost(field)

    async def strike(self, field: Field) -> Match:
        """Press the field once; what it changes is for the caller to see."""
        match = await self.find(field)
        await self._press(field, match, attempt=0)
        return match

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

    async def picture(self) -> bytes:
        """The whole page as a JPEG; taken again when the page moved on under it."""
        try:
            return await self._photograph()
        except Error:
            await self.page.wait_for_load_state(timeout=self.timeouts.navigation * 1000)
            return await self._photograph()

    async def _photograph(self) -> bytes:
        limit = self.timeouts.evaluate * 1000
        return await self.page.screenshot(full_page=True, type="jpeg", quality=70, timeout=limit)

    async def ask(self, path: str) -> Answer:
        """GET an address of the site from inside the page, as the page itself would."""
        seconds = self.timeouts.answer
        argument = {"path": path, "milliseconds": seconds * 1000}
        try:
            async with asyncio.timeout(seconds + self.timeouts.evaluate):
                answer = await self.page.evaluate(_ASK, argument)
        except (TimeoutError, Error) as error:
            if isinstance(error, Error) and is_gone(error):
                raise
            raise SiteTimeout(f"no answer to {urlsplit(path).path}") from error
        return Answer(answer["status"], answer["body"])

    def _signs(self) -> list[dict[str, object]]:
        return [{"sign": item.sign, "words": item.words} for item in self._interruptions]

    async def _answer(self, interruption: Interruption, seconds: float) -> None:
        if interruption.answer is None:
            await self._stop(interruption.error(Place.WHILE_FILLING))
        gone = Condition("(sign) => !all(sign).some(shown)", interruption.sign)
        for patience in _PATIENCE:
            await find(self.page, interruption.answer, seconds=seconds)
            # Such things slide in, and Playwright's own click waits until they stand still.
            await self._click(interruption.answer)
            if await until(self.page, gone, seconds=self.timeouts.effect * patience):
                return
        await self._stop(UnknownDialog(Place.WHILE_FILLING))

    async def _stop(self, error: NeedsPerson) -> Never:
        """Raise for a dialog without an answer; a challenge beside it or over it wins."""
        await self.probe(Place.WHILE_FILLING)
        raise error

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

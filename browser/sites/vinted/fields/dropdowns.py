"""Every select of the sell page: opened, pressed in and closed.

Its list is inline on a wide page and a dialog on a narrow one.
One choice closes an inline list by itself; several wait for a press outside; a dialog waits for the
button that keeps the choice, and its X throws the choice away, so the X is never pressed. The
trigger toggles and does nothing while the field loads, so there is a look before each press. How a
list is found and read is `open_list`'s.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from browser.errors import BrowserError, FieldTimeout, ListingRefused, SiteLayoutChanged
from browser.messages import Message
from browser.page.conditions import Condition
from browser.page.input import press, strike, type_text
from browser.page.locators import in_reach
from browser.sell_form import CUSTOM_OPTION, Shown
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.open_list import OpenList, Panel, Row
from browser.sites.vinted.locators import OUTSIDE

TRIES: Final = 4
_ROW_SECONDS: Final = 2.0
_TOGGLING: Final = (0.8, 1.0, 2.0)
"""How long a press may take to show where a second one undoes it, in units of `Timeouts.effect`."""
_LONGEST: Final = 200
"""Steps on in a list at most: it may grow as fast as one scrolls."""

_MUTE_TABS: Final = "state.tabs.length && state.tabs.every(({selected}) => selected === null)"
_SHOWS: Final = """({candidates, labels, several, before}) => {
  const element = first(candidates)?.element;
  const value = text(element?.value ?? element?.textContent);
  const folded = value.toLowerCase();
  const parts = (said) => said.split(", ").length;
  const bounded = (label) => `, ${folded}, `.includes(`, ${label}, `);
  const word = "[\\p{L}\\p{N}]";
  const apart = (rest, at, all) => at > 0 && !new RegExp(`${word}$`, "u").test(all[at - 1])
    && !new RegExp(`^${word}`, "u").test(rest);
  const isNew = before !== null && folded !== before;
  const loosely = (label) => isNew && folded.split(label).some(apart);
  const wanted = labels.map((label) => text(label));
  const count = wanted.reduce((sum, label) => sum + parts(label), 0);
  if (!wanted.length) return value ? null : {text: ""};
  const shows = wanted.every(bounded) && parts(value) === count;
  return shows || (!several && wanted.every(loosely)) ? {text: value} : null;
}"""


class Dropdown:
    """One select of the sell page."""

    def __init__(self, page: FormPage, name: str, *, several: bool = False) -> None:
        self.rank = 0
        self._pressed = False
        self._tab = page.tab
        self._name = name
        self._answers = page.answers
        self._several = several
        self._list = OpenList(page.tab, page.locators, name, several=several)
        self._field = self._list.field

    @property
    def patience(self) -> float:
        """Seconds that a list may take to show what was searched."""
        return self._tab.timeouts.effect * 3

    async def open(self) -> None:
        """Open the list unless it is open already."""
        panel = await self._at_rest()
        if panel.open:
            return
        await self._answers.quiet(seconds=self._tab.timeouts.effect)
        await self._list.remember()
        stirs = "state.open || state.loading || state.expanded !== argument.was"
        done = self._list.when(stirs, was=panel.expanded)
        try:
            match = await press(self._tab, self._field, done, patience=_TOGGLING)
        except SiteLayoutChanged:
            raise await self.lost() from None
        self.rank = match.rank
        # What is still asked for may come in above the rows and move them under the mouse.
        await self._answers.quiet(seconds=self._tab.timeouts.effect)

    async def panel(self) -> Panel:
        """What the list shows now."""
        await self._list.begin()
        return await self._list.look()

    async def rows(self) -> tuple[Row, ...]:
        """The rows of the list, opened if need be, once it shows any."""
        return (await self.settled("state.rows.length")).rows

    async def all_rows(self) -> tuple[Row, ...]:
        """The rows with those that come while one scrolls to the end."""
        found: dict[Row, None] = {}
        async for panel in self._scrolled():
            found |= dict.fromkeys(panel.rows)
        return tuple(found)

    async def settled(self, ready: str, **more: object) -> Panel:
        """The open list once `ready` holds for it; one that closes by itself is opened again."""
        await self._list.begin()
        for _ in range(TRIES):
            if panel := await self.while_open(ready, None, **more):
                return panel
            if (await self.panel()).open:
                break
            await self.open()
        raise await self.lost()

    async def while_open(
        self, ready: str, seconds: float | None = None, **more: object
    ) -> Panel | None:
        """The list once `ready` holds for it; None when it closed first, or never came to that.

        A list that waits for the site is waited for as long as an answer of the site is.
        """
        holds = self._list.when(f"!state.open || ({ready})", **more)
        state = await self._tab.until(holds, seconds=seconds)
        if state is None and await self._is_pending():
            state = await self._tab.until(holds, seconds=self._tab.timeouts.answer)
        return self._list.panel(state) if state and state["open"] else None

    async def shows_any(self) -> bool:
        """Whether the field shows a value."""
        return bool((await self._tab.read(self._list.when("true")))["value"])

    async def is_there(self) -> bool:
        """Whether the page shows the field, or does so again after a moment: it may be redrawn."""
        seconds = self._tab.timeouts.effect
        return await self._tab.until(self._list.when("state.there"), seconds=seconds) is not None

    async def lost(self) -> BrowserError:
        """The error for a list that is not there or not as it should be; late is only late."""
        clock = asyncio.get_running_loop()
        begun = clock.time()
        panel = await self._list.look_when_drawn()
        # A page that takes so long to be drawn once may bring the list as late.
        is_slow = clock.time() - begun > self._tab.timeouts.effect * 2
        if is_slow or await self._is_pending():
            return FieldTimeout(self._name, await self._tab.pending())
        if panel.dialog and not panel.rows:
            # A dialog that never came to hold rows may be no list at all.
            self._list.end()
            await self._tab.until(Condition("() => true"))
        return await self._tab.lost(self._field)

    async def press(self, row: Row) -> None:
        """Press a row until that shows, in the row, the list or the field; a locked one never."""
        if row.disabled:
            raise ListingRefused(
                {self._name: Message("the site does not let {option} be chosen", option=row.title)}
            )
        field = self._list.row(row)
        there = self._list.when("!state.open || first(argument.row)", row=field.data())
        state = await self._tab.until(there, seconds=_ROW_SECONDS)
        if not state or not state["open"]:
            raise await self._tab.lost(field)
        effect = self._list.when("state.mark !== argument.mark", mark=state["mark"])
        sight = self._tab.timeouts.effect
        await press(self._tab, field, effect, seconds=sight, patience=_TOGGLING)
        # The seller's own words are kept by closing the list, which therefore stays open.
        self._pressed = row.id != CUSTOM_OPTION

    async def drawn(self) -> Panel:
        """The list after the next paint."""
        return await self._list.look_when_drawn()

    async def reach(self, wanted: Callable[[Row], bool]) -> Row | None:
        """Scroll until a row is there that is wanted; from the top, and at most to the end."""
        await self.rows()
        await self._list.scroll(home=True)
        async for panel in self._scrolled():
            if row := next(filter(wanted, panel.rows), None):
                return row
        return None

    async def search(self, words: str, *, seconds: float | None = None) -> bool:
        """Type into the list's own search; False when it is not there."""
        try:
            await type_text(self._tab, self._list.search, words, keys=True, seconds=seconds)
        except SiteLayoutChanged:
            return False
        return True

    async def turn_to(self, tab: str) -> tuple[Row, ...]:
        """The rows under one of the list's tabs."""
        at = "state.tabs.some((tab) => tab.title === argument.title{})"
        selected = at.format(" && tab.selected")
        for _ in range(TRIES):
            await self.settled(at.format(""), title=tab)
            turned = self._list.when(f"!state.open || {selected}", title=tab)
            if await self._tab.read(self._list.when(_MUTE_TABS)):
                return await self._turn_unsaid(tab)
            if not await self._tab.read(turned):
                await press(self._tab, self._list.tab(tab), turned)
            ready = f"{selected} && state.rows.length && !state.busy"
            if panel := await self.while_open(ready, title=tab):
                return panel.rows
        raise await self.lost()

    async def _turn_unsaid(self, tab: str) -> tuple[Row, ...]:
        """Turn to a tab where none says whether it is chosen: the rows tell, if they change."""
        keys = "state.rows.map(({key, title}) => key + title).join()"
        other = self._list.when(f"!state.open || {keys} !== argument.keys", keys=await self._keys())
        await strike(self._tab, self._list.tab(tab))
        await self._tab.until(other, seconds=self._tab.timeouts.effect)
        if panel := await self.while_open("state.rows.length && !state.busy"):
            return panel.rows
        raise await self.lost()

    async def _keys(self) -> str:
        return ",".join(row.key + row.title for row in (await self.panel()).rows)

    async def choose(self, pick: Callable[[], Awaitable[None]], *labels: str) -> Shown:
        """Pick and close until the field shows these labels and no others."""
        clock = asyncio.get_running_loop()
        end = clock.time() + self._tab.timeouts.answer
        for attempt in range(TRIES):
            if attempt > 1 and clock.time() >= end:
                break
            before = (await self._tab.read(self._list.when("true")))["value"]
            try:
                await pick()
            except SiteLayoutChanged:
                # The list closed or was replaced under the press: begin again with what is there.
                if not await self.is_there():
                    raise await self.lost() from None
                continue
            await self.close()
            shown = await self._shown(labels, before)
            if shown is not None:
                return Shown(shown, self.rank)
        raise await self.lost()

    async def close(self) -> None:
        """Close the list, keeping what is chosen in it."""
        panel = await self.panel()
        if panel.open and panel.done:
            await self._keep()
        elif panel.open and not await self._closes_itself():
            await self._press_outside()
        self._pressed = False
        self._list.end()

    async def _scrolled(self) -> AsyncIterator[Panel]:
        """The list at each place of it, to its end and past whatever comes in there."""
        for _ in range(_LONGEST):
            panel = await self.drawn()
            yield panel
            if not await self._list.scroll() and not await self._grows(panel):
                return

    async def _grows(self, panel: Panel) -> bool:
        """Whether more rows come in at the end of the list."""
        more = self._list.when(
            "!state.open || (state.rows.length && state.rows.at(-1).title !== argument.last)",
            last=panel.rows[-1].title if panel.rows else "",
        )
        seconds = self._tab.timeouts.answer if panel.busy else self._tab.timeouts.effect / 2
        state = await self._tab.until(more, seconds=seconds)
        return bool(state and state["open"])

    async def _at_rest(self) -> Panel:
        """The list once its field waits for nothing: open, or ready to be pressed."""
        panel = await self.panel()
        if panel.loading or (panel.expanded and not panel.open):
            rests = self._list.when("state.open || !(state.loading || state.expanded)")
            state = await self._tab.until(rests, seconds=self._tab.timeouts.answer)
            if state is None and await self._is_pending():
                raise FieldTimeout(self._name, await self._tab.pending())
            panel = self._list.panel(state) if state else panel
        return panel

    async def _is_pending(self) -> bool:
        """Whether the field, its list or the page waits for the site."""
        panel = await self.panel()
        return panel.loading or panel.busy or not await self._answers.quiet(seconds=0.0)

    async def _shown(self, labels: tuple[str, ...], before: str) -> str | None:
        """What the field shows once that is these labels; text around them must be new."""
        argument = {
            "candidates": self._field.data(),
            "labels": [label.lower() for label in labels],
            "several": self._several,
        }
        seconds = self._tab.timeouts.effect
        exactly = Condition(_SHOWS, {**argument, "before": None})
        if shown := await self._tab.until(exactly, seconds=seconds):
            return str(shown["text"])
        loosely = await self._tab.read(Condition(_SHOWS, {**argument, "before": before.lower()}))
        return str(loosely["text"]) if loosely else None

    async def _keep(self) -> None:
        await press(self._tab, self._list.keep, self._list.when("!state.open"), patience=_TOGGLING)

    async def _closes_itself(self) -> bool:
        if self._several or not self._pressed:
            return False
        waiting = self._list.when("!state.open || state.done")
        state = await self._tab.until(waiting, seconds=self._tab.timeouts.effect)
        if state and state["done"]:
            await self._keep()
        return state is not None

    async def _press_outside(self) -> None:
        """Close a list that has no button for it; where nothing else can be hit, by its trigger."""
        closed = self._list.when("!state.open")
        if await self._tab.read(in_reach(OUTSIDE)):
            await press(self._tab, OUTSIDE, closed, patience=_TOGGLING)
        elif await self._tab.read(in_reach(self._field)):
            await press(self._tab, self._field, closed, patience=_TOGGLING)
        else:
            await self._tab.page.keyboard.press("Escape")
            if not await self._tab.until(closed, seconds=self._tab.timeouts.effect):
                raise await self.lost()

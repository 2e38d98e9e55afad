"""Every select of the sell page: opened, pressed in and closed.

Its list is inline on a wide page and a dialog on a narrow one.
One choice closes an inline list by itself; several wait for a press outside; a dialog waits for the
button that keeps the choice, and its X throws the choice away, so the X is never pressed. The
trigger toggles and does nothing while the field loads, so there is a look before each press. How a
list is found and read is `open_list`'s.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, Final

from browser.errors import BrowserError, FieldTimeout, ListingRefused, SiteLayoutChanged
from browser.messages import Message
from browser.page.conditions import Condition
from browser.page.input import press, strike, type_text
from browser.page.locators import Match, first_in_reach
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
_RESTS: Final = "!(state.loading || state.expanded)"


class Dropdown:
    """One select of the sell page."""

    def __init__(self, page: FormPage, name: str, *, several: bool = False) -> None:
        self.rank = 0
        self._pressed = False
        self._before: str | None = None
        self._seen: Panel | None = None
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

    @property
    def seen(self) -> Panel | None:
        """The last look at the list, as long as nothing was done since."""
        return self._seen

    async def panel(self) -> Panel:
        """What the list shows now."""
        await self._list.begin()
        self._seen = await self._list.look()
        return self._seen

    async def rows(self) -> tuple[Row, ...]:
        """The rows of the list as it was seen last; else, opened if need be, once it shows any."""
        seen = self._seen
        return seen.rows if seen and seen.rows else (await self.settled("state.rows.length")).rows

    async def all_rows(self) -> tuple[Row, ...]:
        """The rows with those that come while one scrolls to the end."""
        found: dict[Row, None] = {}
        async for panel in self._scrolled():
            found |= dict.fromkeys(panel.rows)
        return tuple(found)

    async def settled(self, ready: str, **given: Any) -> Panel:
        """The open list once `ready` holds for it; one that closes by itself is opened again."""
        await self._list.begin()
        for _ in range(TRIES):
            state = await self._list_or_trigger(ready, **given)
            if state and not state["open"] and not await self._answers.quiet(seconds=0.0):
                await self._answers.quiet(seconds=self._tab.timeouts.effect)
                state = await self._list_or_trigger(ready, **given)
            if state is None:
                break
            if state["open"]:
                return self._look(state)
            if panel := await self._open(state, ready, given):
                return panel
        raise await self.lost()

    def _look(self, state: Mapping[str, Any]) -> Panel:
        self._seen = self._list.panel(state)
        return self._seen

    async def _list_or_trigger(self, ready: str, **given: Any) -> Any:
        """The open list once it is `ready`, or its trigger once that waits for nothing."""
        holds = self._list.or_trigger(ready, _RESTS, **given)
        state = await self._tab.until(holds)
        if state is None and await self._is_pending():
            state = await self._tab.until(holds, seconds=self._tab.timeouts.answer)
        if state is None and not (await self._is_pending() or (self._seen and self._seen.open)):
            # What says without end that it is open, and shows no list, is pressed all the same.
            state = await self._tab.late(self._list.or_trigger(ready, "true", **given))
        return state

    async def _open(
        self, state: Mapping[str, Any], ready: str, given: Mapping[str, Any]
    ) -> Panel | None:
        """Press the trigger where it was seen; the list, where it is as wanted at once."""
        stirs = "state.open || state.loading || state.expanded !== argument.was"
        is_ready = f"{{ready: state.open && Boolean({ready})}}"
        done = self._list.when(stirs, is_ready, was=state["expanded"], **given)
        at = Match(**state["at"])
        self._seen = None
        try:
            match = await press(self._tab, self._field, done, patience=_TOGGLING, at=at)
        except SiteLayoutChanged:
            raise await self.lost() from None
        self.rank = match.rank
        if match.met and match.met["ready"] and await self._answers.quiet(seconds=0.0):
            return self._look(match.met)
        # What is still asked for may come in above the rows and move them under the mouse.
        await self._answers.quiet(seconds=self._tab.timeouts.effect)
        return None

    async def while_open(
        self, ready: str, seconds: float | None = None, **given: Any
    ) -> Panel | None:
        """The list once `ready` holds for it; None when it closed first, or never came to that.

        A list that waits for the site is waited for as long as an answer of the site is.
        """
        holds = self._list.when(f"!state.open || ({ready})", **given)
        state = await self._tab.until(holds, seconds=seconds)
        if state is None and await self._is_pending():
            state = await self._tab.until(holds, seconds=self._tab.timeouts.answer)
        panel = self._look(state) if state else None
        return panel if panel and panel.open else None

    async def shows_any(self) -> bool:
        """Whether the field shows a value."""
        return bool((await self._list.look()).value)

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

    async def press(self, row: Row) -> bool:
        """Press a row until that shows, in the row, the list or the field; a locked one never.

        False where the list has closed, or the row has changed its state, since it was looked at.
        """
        if row.disabled:
            raise ListingRefused(
                {self._name: Message("the site does not let {option} be chosen", option=row.title)}
            )
        field = self._list.row(row)
        there = "!state.open || first(argument.row)"
        place = "{at: state.open ? placeOf(argument.row) : null}"
        sight = self._list.when(there, place, row=field.data())
        state = await self._tab.until(sight, seconds=_ROW_SECONDS)
        if state is None:
            raise await self._tab.lost(field)
        panel = self._look(state)
        if not any(row.is_still(each) for each in panel.rows):
            return False
        self._seen = None
        if self._before is None:
            self._before = panel.value
        effect = self._list.when("state.mark !== argument.mark", mark=state["mark"])
        at = Match(**state["at"])
        match = await press(self._tab, field, effect, patience=_TOGGLING, at=at)
        if match.met:
            self._look(match.met)
        # The seller's own words are kept by closing the list, which therefore stays open.
        self._pressed = row.id != CUSTOM_OPTION
        return True

    async def drawn(self) -> Panel:
        """The list after the next paint."""
        self._seen = await self._list.look_when_drawn()
        return self._seen

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
        self._seen = None
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
                self._seen = None
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
            self._list.wanted, self._before = labels, None
            try:
                await pick()
            except SiteLayoutChanged:
                # The list closed or was replaced under the press: begin again with what is there.
                if not await self.is_there():
                    raise await self.lost() from None
                self._seen = None
                continue
            left = await self._leave(self._seen or await self.panel())
            if (left and left.shows) or (left := await self._shown()):
                return Shown(left.value, self.rank)
        raise await self.lost()

    async def close(self) -> None:
        """Close the list, keeping what is chosen in it."""
        await self._leave(await self.panel())

    async def _leave(self, panel: Panel) -> Panel | None:
        """Close the list that was seen so; what it shows then, where that was seen."""
        left: Panel | None = panel
        if panel.open and not panel.done and self._pressed and not self._several:
            left = panel = await self._closing() or panel
        if panel.open:
            left = await (self._keep() if panel.done else self._press_outside())
        self._pressed, self._seen = False, None
        self._list.end()
        return left

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

    async def _is_pending(self) -> bool:
        """Whether the field, its list or the page waits for the site."""
        panel = await self.panel()
        return panel.loading or panel.busy or not await self._answers.quiet(seconds=0.0)

    async def _shown(self) -> Panel | None:
        """What the field shows once that is what is wanted; text around it must be new."""
        shows = self._list.when("state.shows")
        state = await self._tab.until(shows, seconds=self._tab.timeouts.effect)
        if state is None:
            self._list.before = self._before
            state = await self._tab.read(self._list.when("state.shows"))
            self._list.before = None
        return self._list.panel(state) if state else None

    async def _closing(self) -> Panel | None:
        """A list that closes itself with its choice, or comes to the button that keeps it."""
        waiting = self._list.when("!state.open || state.done")
        state = await self._tab.until(waiting, seconds=self._tab.timeouts.effect)
        return self._list.panel(state) if state else None

    async def _keep(self) -> Panel | None:
        closed = self._list.when("!state.open")
        match = await press(self._tab, self._list.keep, closed, patience=_TOGGLING)
        return self._list.panel(match.met) if match.met else None

    async def _press_outside(self) -> Panel | None:
        """Close a list that has no button for it; where nothing else can be hit, by its trigger."""
        closed, ways = self._list.when("!state.open"), (OUTSIDE, self._field)
        reach = await self._tab.until(first_in_reach(*ways))
        if reach["which"] is None:
            await self._tab.page.keyboard.press("Escape")
            state = await self._tab.until(closed, seconds=self._tab.timeouts.effect)
            if state is None:
                raise await self.lost()
            return self._list.panel(state)
        way, at = ways[reach["which"]], Match(**reach["at"])
        match = await press(self._tab, way, closed, patience=_TOGGLING, at=at)
        return self._list.panel(match.met) if match.met else None

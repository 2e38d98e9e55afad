"""Every select of the sell page: a choice made in its list, and the list closed again.

Its list is inline on a wide page and a dialog on a narrow one.
One choice closes an inline list by itself; several wait for a press outside; a dialog waits for the
button that keeps the choice, and its X throws the choice away, so the X is never pressed. How a
list is opened is `opened_list`'s, how one goes about in it `list_moves`'.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from browser.errors import ListingRefused, SiteLayoutChanged
from browser.messages import Message
from browser.page.input import press
from browser.page.locators import Field, Match, first_in_reach
from browser.sell_form import CUSTOM_OPTION, Shown
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.list_moves import ListMoves
from browser.sites.vinted.fields.list_panel import Panel, Row
from browser.sites.vinted.fields.opened_list import TOGGLING, TRIES, OpenedList
from browser.sites.vinted.locators import OUTSIDE

_ROW_SECONDS: Final = 2.0
_CHANGED: Final = "state.mark !== argument.mark"


class Dropdown:
    """One select of the sell page: its list is `opened`, the ways about in it are `moves`."""

    def __init__(self, page: FormPage, name: str, *, several: bool = False) -> None:
        self.opened = OpenedList(page, name, several=several)
        self.moves = ListMoves(page.tab, self.opened)
        self._pressed = False
        self._before: str | None = None
        self._aimed: tuple[str, Mapping[str, Any]] | None = None
        self._tab = page.tab
        self._name = name
        self._several = several
        self._list = self.opened.list

    async def press(self, row: Row, then: str | None = None) -> bool:
        """Press a row until that shows, in the row, the list or the field; a locked one never.

        False where the list has closed, or the row has changed its state, since it was looked at.
        `then` is the key of the row that is pressed next: what the press does is seen together with
        the place of that row.
        """
        if row.disabled:
            raise ListingRefused(
                {self._name: Message("the site does not let {option} be chosen", option=row.title)}
            )
        field = self._list.row(row)
        state = await self._sight(row, field)
        panel = self.opened.look(state)
        if not any(row.is_still(each) for each in panel.rows):
            return False
        self.opened.seen = None
        if self._before is None:
            self._before = panel.value
        next_ = self._list.row(Row(then, "")).data() if then else None
        place = "{at: argument.row && state.open ? placeOf(argument.row) : null}"
        effect = self._list.when(_CHANGED, place, mark=state["mark"], row=next_)
        at = Match(**state["at"])
        match = await press(self._tab, field, effect, patience=TOGGLING, at=at)
        if match.met:
            self.opened.look(match.met)
            self._aimed = (then, match.met) if then and match.met["at"] else None
        # The seller's own words are kept by closing the list, which therefore stays open.
        self._pressed = row.id != CUSTOM_OPTION
        return True

    async def _sight(self, row: Row, field: Field) -> Mapping[str, Any]:
        """The list with the place of a row, as it is seen now or was just now."""
        aimed, self._aimed = self._aimed, None
        if aimed and aimed[0] == row.key and self.opened.seen:
            return aimed[1]
        there = "!state.open || first(argument.row)"
        place = "{at: state.open ? placeOf(argument.row) : null}"
        sight = self._list.when(there, place, row=field.data())
        state: Mapping[str, Any] | None = await self._tab.until(sight, seconds=_ROW_SECONDS)
        if state is None:
            raise await self._tab.lost(field)
        return state

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
                if not await self.opened.is_there():
                    raise await self.opened.lost() from None
                self.opened.seen = None
                continue
            left = await self._leave(self.opened.seen or await self.opened.panel())
            if (left and left.shows) or (left := await self._shown()):
                return Shown(left.value, self.opened.rank)
        raise await self.opened.lost()

    async def close(self) -> None:
        """Close the list, keeping what is chosen in it."""
        await self._leave(await self.opened.panel())

    async def _leave(self, panel: Panel) -> Panel | None:
        """Close the list that was seen so; what it shows then, where that was seen."""
        left: Panel | None = panel
        if panel.open and not panel.done and self._pressed and not self._several:
            left = panel = await self._closing() or panel
        if panel.open:
            left = await (self._keep() if panel.done else self._press_outside())
        self._pressed, self.opened.seen = False, None
        self._list.end()
        return left

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
        match = await press(self._tab, self._list.keep, closed, patience=TOGGLING)
        return self._list.panel(match.met) if match.met else None

    async def _press_outside(self) -> Panel | None:
        """Close a list that has no button for it; where nothing else can be hit, by its trigger."""
        closed, ways = self._list.when("!state.open"), (OUTSIDE, self._list.field)
        reach = await self._tab.until(first_in_reach(*ways))
        if reach is None:  # answering a dialog took all the time
            raise await self.opened.lost()
        if reach["which"] is None:
            await self._tab.page.keyboard.press("Escape")
            state = await self._tab.until(closed, seconds=self._tab.timeouts.effect)
            if state is None:
                raise await self.opened.lost()
            return self._list.panel(state)
        way, at = ways[reach["which"]], Match(**reach["at"])
        match = await press(self._tab, way, closed, patience=TOGGLING, at=at)
        return self._list.panel(match.met) if match.met else None

"""Going about in an open list without choosing: to its end, to one of its tabs, by its search.

Opening it and waiting for it is `opened_list`'s, choosing in it `dropdowns`'.
"""

from collections.abc import AsyncIterator, Callable
from typing import Final

from browser.errors import SiteLayoutChanged
from browser.page.conditions import Condition, either
from browser.page.input import press, strike, type_text
from browser.page.locators import Field, Match, present
from browser.page.tab import Tab
from browser.sites.vinted.fields.list_panel import Panel, Row
from browser.sites.vinted.fields.opened_list import TRIES, OpenedList

_LONGEST: Final = 200
"""Steps on in a list at most: it may grow as fast as one scrolls."""
_MUTE_TABS: Final = "state.tabs.length && state.tabs.every(({selected}) => selected === null)"


class ListMoves:
    """The ways about in one list."""

    def __init__(self, tab: Tab, opened: OpenedList) -> None:
        self._tab = tab
        self._opened = opened
        self._list = opened.list

    async def all_rows(self) -> tuple[Row, ...]:
        """The rows with those that come while one scrolls to the end."""
        found: dict[Row, None] = {}
        async for panel in self._scrolled():
            found |= dict.fromkeys(panel.rows)
        return tuple(found)

    async def reach(self, wanted: Callable[[Row], bool]) -> Row | None:
        """Scroll until a row is there that is wanted; from the top, and at most to the end."""
        await self._opened.rows()
        await self._list.scroll(home=True)
        async for panel in self._scrolled():
            if row := next(filter(wanted, panel.rows), None):
                return row
        return None

    async def search(self, words: str, *, seconds: float | None = None) -> bool:
        """Type into the list's own search; False when it is not there."""
        self._opened.seen = None
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
            await self._opened.settled(at.format(""), title=tab)
            turned = self._list.when(f"!state.open || {selected}", title=tab)
            if await self._tab.read(self._list.when(_MUTE_TABS)):
                return await self._turn_unsaid(tab)
            await self._press_tab(self._list.tab(tab), turned)
            ready = f"{selected} && state.rows.length && !state.busy"
            if panel := await self._opened.while_open(ready, title=tab):
                return panel.rows
        raise await self._opened.lost()

    async def _press_tab(self, tab: Field, turned: Condition) -> None:
        """Press a tab that is not chosen yet.

        A late effect of a press before may close the list just now: then its tabs are gone, and
        nothing has changed about the page.
        """
        look = either(turned, present(tab))
        sight = await self._tab.until(look) or await self._tab.late(look)
        if sight is None:
            raise await self._tab.lost(tab)
        if sight is not True:
            self._opened.seen = None
            await press(self._tab, tab, turned, at=Match(**sight))

    async def _turn_unsaid(self, tab: str) -> tuple[Row, ...]:
        """Turn to a tab where none says whether it is chosen: the rows tell, if they change."""
        keys = "state.rows.map(({key, title}) => key + title).join()"
        other = self._list.when(f"!state.open || {keys} !== argument.keys", keys=await self._keys())
        await strike(self._tab, self._list.tab(tab))
        await self._tab.until(other, seconds=self._tab.timeouts.effect)
        if panel := await self._opened.while_open("state.rows.length && !state.busy"):
            return panel.rows
        raise await self._opened.lost()

    async def _keys(self) -> str:
        return ",".join(row.key + row.title for row in (await self._opened.panel()).rows)

    async def _scrolled(self) -> AsyncIterator[Panel]:
        """The list at each place of it, to its end and past whatever comes in there."""
        for _ in range(_LONGEST):
            panel = await self._opened.drawn()
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

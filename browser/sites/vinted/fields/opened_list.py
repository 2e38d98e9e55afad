"""A field's list while it is open: opened, looked at, and waited for.

The trigger toggles and does nothing while the field loads, so there is a look before each press.
How a list is found and read is `list_panel`'s, going about in it `list_moves`', choosing and
closing `dropdowns`'.
"""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from browser.errors import BrowserError, FieldTimeout, SiteLayoutChanged
from browser.page.conditions import Condition
from browser.page.input import press
from browser.page.locators import Match
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.list_panel import OpenList, Panel, Row

TRIES: Final = 4
TOGGLING: Final = (0.8, 1.0, 2.0)
"""How long a press may take to show where a second one undoes it, in units of `Timeouts.effect`."""
_RESTS: Final = "!(state.loading || state.expanded)"


class OpenedList:
    """The list of one select.

    `seen` is the last look at it, as long as nothing was done since; `rank` that of the locator
    that found its trigger.
    """

    def __init__(self, page: FormPage, name: str, *, several: bool = False) -> None:
        self.rank = 0
        self.seen: Panel | None = None
        self.list = OpenList(page.tab, page.locators, name, several=several)
        self._tab = page.tab
        self._name = name
        self._answers = page.answers

    @property
    def patience(self) -> float:
        """Seconds that a list may take to show what was searched."""
        return self._tab.timeouts.effect * 3

    async def panel(self) -> Panel:
        await self.list.begin()
        self.seen = await self.list.look()
        return self.seen

    async def rows(self) -> tuple[Row, ...]:
        """The rows of the list as it was seen last; else, opened if need be, once it shows any."""
        seen = self.seen
        return seen.rows if seen and seen.rows else (await self.settled("state.rows.length")).rows

    async def drawn(self) -> Panel:
        """The list after the next paint."""
        self.seen = await self.list.look_when_drawn()
        return self.seen

    async def settled(self, ready: str, *, whole: bool = True, **given: Any) -> Panel:
        """The open list once `ready` holds for it; one that closes by itself is opened again.

        Unless the `whole` of it is wanted, what is still asked for may come in later.
        """
        await self.list.begin()
        for _ in range(TRIES):
            state = await self._list_or_trigger(ready, **given)
            if state and not state["open"] and not await self._answers.quiet(seconds=0.0):
                await self._answers.quiet(seconds=self._tab.timeouts.effect)
                state = await self._list_or_trigger(ready, **given)
            if state is None:
                break
            if state["open"]:
                return self.look(state)
            if panel := await self._open(state, ready, given, whole=whole):
                return panel
        raise await self.lost()

    async def while_open(
        self, ready: str, seconds: float | None = None, **given: Any
    ) -> Panel | None:
        """The list once `ready` holds for it; None when it closed first, or never came to that.

        A list that waits for the site is waited for as long as an answer of the site is.
        """
        holds = self.list.when(f"!state.open || ({ready})", **given)
        state = await self._tab.until(holds, seconds=seconds)
        if state is None and await self.is_pending():
            state = await self._tab.until(holds, seconds=self._tab.timeouts.answer)
        panel = self.look(state) if state else None
        return panel if panel and panel.open else None

    def look(self, state: Mapping[str, Any]) -> Panel:
        """What a state of the list says, which is the last look from now on."""
        self.seen = self.list.panel(state)
        return self.seen

    async def shows_any(self) -> bool:
        """Whether the field shows a value."""
        return bool((await self.list.look()).value)

    async def is_there(self) -> bool:
        """Whether the page shows the field, or does so again after a moment: it may be redrawn."""
        seconds = self._tab.timeouts.effect
        return await self._tab.until(self.list.when("state.there"), seconds=seconds) is not None

    async def is_pending(self) -> bool:
        """Whether the field, its list or the page waits for the site."""
        panel = await self.panel()
        return panel.loading or panel.busy or not await self._answers.quiet(seconds=0.0)

    async def lost(self) -> BrowserError:
        """The error for a list that is not there or not as it should be; late is only late."""
        clock = asyncio.get_running_loop()
        begun = clock.time()
        panel = await self.list.look_when_drawn()
        # A page that takes so long to be drawn once may bring the list as late.
        is_slow = clock.time() - begun > self._tab.timeouts.effect * 2
        if is_slow or await self.is_pending():
            return FieldTimeout(self._name, await self._tab.pending())
        if panel.dialog and not panel.rows:
            # A dialog that never came to hold rows may be no list at all.
            self.list.end()
            await self._tab.until(Condition("() => true"))
        return await self._tab.lost(self.list.field)

    async def _list_or_trigger(self, ready: str, **given: Any) -> Any:
        """The open list once it is `ready`, or its trigger once that waits for nothing."""
        holds = self.list.or_trigger(ready, _RESTS, **given)
        state = await self._tab.until(holds)
        if state is None and await self.is_pending():
            state = await self._tab.until(holds, seconds=self._tab.timeouts.answer)
        if state is None and not (await self.is_pending() or (self.seen and self.seen.open)):
            # What says without end that it is open, and shows no list, is pressed all the same.
            state = await self._tab.late(self.list.or_trigger(ready, "true", **given))
        return state

    async def _open(
        self, state: Mapping[str, Any], ready: str, given: Mapping[str, Any], *, whole: bool
    ) -> Panel | None:
        """Press the trigger where it was seen; the list, where it is as wanted at once."""
        stirs = "state.open || state.loading || state.expanded !== argument.was"
        is_ready = f"{{ready: state.open && Boolean({ready})}}"
        done = self.list.when(stirs, is_ready, was=state["expanded"], **given)
        at = Match(**state["at"])
        self.seen = None
        try:
            match = await press(self._tab, self.list.field, done, patience=TOGGLING, at=at)
        except SiteLayoutChanged:
            raise await self.lost() from None
        self.rank = match.rank
        is_quiet = not whole or await self._answers.quiet(seconds=0.0)
        if match.met and match.met["ready"] and is_quiet:
            return self.look(match.met)
        # What is still asked for may come in above the rows.
        await self._answers.quiet(seconds=self._tab.timeouts.effect)
        return None

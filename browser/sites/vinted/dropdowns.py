"""The list behind every select of the sell page: inline on a wide page, a dialog on a narrow one.

One choice closes an inline list by itself; several wait for a press outside; a dialog waits for its
"done" button, and its X throws the choice away, so the X is never pressed.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from browser.errors import SiteLayoutChanged
from browser.locators import present
from browser.site import CUSTOM_OPTION, NO_OPTION, Shown
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.locators import OUTSIDE, PANEL, Locators
from browser.tab import Tab
from browser.waits import Condition

TRIES: Final = 4
_ROW_SECONDS: Final = 2.0
_NUMBER: Final = re.compile(r"(\d+)(?=\D*(?:-v\d+)?$)")
"""The last number of a row's name, a version behind it left aside."""
_KNOWN: Final = {
    "empty-": NO_OPTION,
    "custom-select-": CUSTOM_OPTION,
    "selected-custom-": CUSTOM_OPTION,
}

_SCRIPT: Final = files(__package__).joinpath("panel.js").read_text(encoding="utf-8")

_SHOWS: Final = """({candidates, labels, several}) => {
  const value = text(first(candidates)?.element.value);
  const complete = labels.every((label) => value.toLowerCase().includes(text(label)));
  const only = !several || value.split(", ").length === labels.length;
  return complete && only ? {text: value} : null;
}"""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an open list."""

    key: str
    title: str
    body: str = ""
    selected: bool = False
    branch: bool = False
    told: str = ""

    @property
    def id(self) -> str:
        """The site's id of the option: the row's own, or the one that the site told for its title.

        The title itself where neither is known.
        """
        for beginning, known in _KNOWN.items():
            if self.key.startswith(beginning):
                return known
        number = _NUMBER.search(self.key)
        return number[1] if number else self.told or self.title

    @property
    def suggested(self) -> bool:
        """Whether the row repeats one of the list proper."""
        return "sugge" in self.key


@dataclass(frozen=True, slots=True)
class Panel:
    """An open list at one moment; `done` is whether it waits for its button."""

    open: bool
    done: bool
    rows: tuple[Row, ...]
    tabs: tuple[str, ...]


def distinct(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Each option once, the suggested ones in their proper place."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row.suggested):
        found.setdefault(row.id, row)
    return tuple(found.values())


class Dropdown:
    """One select of the sell page."""

    def __init__(
        self, tab: Tab, locators: Locators, answers: Answers, name: str, *, several: bool = False
    ) -> None:
        self.rank = 0
        self._pressed = False
        self._tab = tab
        self._answers = answers
        self._locators = locators
        self._several = several
        self._field = locators.field(name)
        self._ids = locators.ids(name)

    async def open(self) -> None:
        """Open the list unless it is open already."""
        if not (await self.panel()).open:
            match = await self._tab.press(self._field, self._state("state.open"))
            self.rank = match.rank
            # What is still asked for may come in above the rows and move them under the mouse.
            await self._answers.quiet(seconds=self._tab.timeouts.effect)

    async def panel(self) -> Panel:
        """What the list shows now."""
        return _panel(await self._tab.read(self._state("state")), self._ids)

    async def rows(self) -> tuple[Row, ...]:
        """The rows of the list, opened if need be, once it shows any."""
        return (await self.settled("state.rows.length")).rows

    async def settled(self, ready: str, **more: object) -> Panel:
        """The open list once `ready` holds for it; one that closes by itself is opened again."""
        for _ in range(TRIES):
            if panel := await self.while_open(ready, **more):
                return panel
            await self.open()
        raise await self._tab.lost(self._field)

    async def while_open(self, ready: str, **more: object) -> Panel | None:
        """The list once `ready` holds for it; None when it closed first, or never came to that."""
        state = await self._tab.until(self._state(f"!state.open || ({ready})", **more))
        return _panel(state, self._ids) if state and state["open"] else None

    async def is_there(self) -> bool:
        """Whether the page shows the field, or does so again after a moment: it may be redrawn."""
        seconds = self._tab.timeouts.effect
        return await self._tab.until(present(self._field), seconds=seconds) is not None

    async def lost(self) -> SiteLayoutChanged:
        """The error for a list that is not there or not as it should be."""
        return await self._tab.lost(self._field)

    async def press(self, row: Row) -> None:
        """Press a row until the list shows an effect; one that has closed shows it at once."""
        field = self._locators.row(row.key, row.title)
        there = self._state("!state.open || first(argument.row)", row=field.data())
        state = await self._tab.until(there, seconds=_ROW_SECONDS)
        if not state or not state["open"]:
            raise await self._tab.lost(field)
        effect = self._state("state.mark !== argument.mark", mark=state["mark"])
        await self._tab.press(field, effect, seconds=_ROW_SECONDS)
        self._pressed = True

    async def turn_to(self, tab: str) -> tuple[Row, ...]:
        """The rows under one of the list's tabs."""
        turned = self._state(
            "state.tabs.some((tab) => tab.selected && tab.title === argument.title)", title=tab
        )
        if not await self._tab.read(turned):
            await self._tab.press(self._locators.tab(tab), turned)
        return await self.rows()

    async def choose(self, pick: Callable[[], Awaitable[None]], *labels: str) -> Shown:
        """Pick and close until the field shows these labels and no others."""
        for _ in range(TRIES):
            try:
                await pick()
            except SiteLayoutChanged:
                # The list closed or was replaced under the press: begin again with what is there.
                if not await self.is_there():
                    raise await self.lost() from None
                continue
            await self.close()
            seconds = self._tab.timeouts.effect
            if shown := await self._tab.until(self._shows(labels), seconds=seconds):
                return Shown(shown["text"], self.rank)
        raise await self._tab.lost(self._field)

    async def close(self) -> None:
        """Close the list, keeping what is chosen in it."""
        panel = await self.panel()
        closed = self._state("!state.open")
        if panel.open and panel.done:
            await self._tab.press(self._locators.button("done"), closed)
        elif panel.open and not await self._closes_itself():
            await self._tab.press(OUTSIDE, closed)
        self._pressed = False

    async def _closes_itself(self) -> bool:
        if self._several or not self._pressed:
            return False
        waiting = self._state("!state.open || state.done")
        state = await self._tab.until(waiting, seconds=self._tab.timeouts.effect)
        if state and state["done"]:
            await self._tab.press(self._locators.button("done"), self._state("!state.open"))
        return state is not None

    def _state(self, ready: str, **more: object) -> Condition:
        """Holds, with the state, when `ready` does."""
        script = f"""(argument) => {{
          {_SCRIPT}
          const state = panelState(argument);
          return ({ready}) ? state : null;
        }}"""
        done = self._locators.button("done").data()
        return Condition(script, {"panel": PANEL, "done": done, **more})

    def _shows(self, labels: tuple[str, ...]) -> Condition:
        """Holds, with the text, once the field shows all labels, and as many values as labels."""
        argument = {
            "candidates": self._field.data(),
            "labels": [label.lower() for label in labels],
            "several": self._several,
        }
        return Condition(_SHOWS, argument)


def _panel(state: dict[str, Any], ids: Mapping[str, str]) -> Panel:
    return Panel(
        open=state["open"],
        done=state["done"],
        rows=tuple(Row(**row, told=ids.get(row["title"], "")) for row in state["rows"]),
        tabs=tuple(tab["title"] for tab in state["tabs"]),
    )

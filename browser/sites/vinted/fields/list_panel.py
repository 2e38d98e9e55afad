"""The open list of one field: what it holds at one moment, and how its parts are found.

How a list is told from the rest of the page is in `list_panel.js`: by the names that belong to its
trigger, else by what appeared at the press. Only looks; opening, pressing and closing are
`dropdowns`' business.

Names and states: vinted.fr 2026-08-05 and 08-13, vinted.com 2026-10-06, vinted.de 2026-10-09, sell
pages, several sources, H. Lists without names are found by structure, which nobody has seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from browser.page.conditions import Condition
from browser.page.locators import Field, by_row, by_tab, keep_button, search_box
from browser.page.page_scripts import PAGE, library
from browser.page.tab import Tab
from browser.sell_form import CUSTOM_OPTION, NO_OPTION
from browser.sites.vinted.locators import ROWS, Locators

if TYPE_CHECKING:
    from playwright.async_api import JSHandle

_LIST: Final = files(__package__).joinpath("list_panel.js").read_text(encoding="utf-8")
_SCRIPT: Final = ROWS + library("list_panel", _LIST, beside=PAGE + ROWS)
_NUMBER: Final = re.compile(r"(\d+)(?=\D*(?:-v\d+)?$)")
"""The last number of a row's name, a version behind it left aside."""
_KNOWN: Final = {
    "empty-": NO_OPTION,
    "custom-select-": CUSTOM_OPTION,
    "selected-custom-": CUSTOM_OPTION,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an open list; `branch` is None where the page does not tell."""

    key: str
    title: str
    body: str = ""
    selected: bool = False
    branch: bool | None = None
    disabled: bool = False
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

    def is_still(self, later: Row) -> bool:
        """Whether a later look shows the row as it was, so that a press does what it did then."""
        same = (self.key, self.title) == (later.key, later.title)
        return same and (self.selected, self.disabled) == (later.selected, later.disabled)


@dataclass(frozen=True, slots=True)
class Panel:
    """A field's list at one moment, and what the field says of it.

    `loading` and `busy` say that the field or the list waits for the site; `done` is whether the
    list has a button that keeps the choice; `shows` whether the field's `value` is the labels that
    are wanted.
    """

    open: bool
    loading: bool = False
    busy: bool = False
    done: bool = False
    dialog: bool = False
    searches: bool = False
    value: str = ""
    shows: bool = False
    rows: tuple[Row, ...] = ()
    tabs: tuple[str, ...] = ()


def distinct(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Each option once, the suggested ones in their proper place."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row.suggested):
        found.setdefault(row.id, row)
    return tuple(found.values())


class OpenList:
    """Looks at the list of one field."""

    def __init__(self, tab: Tab, locators: Locators, name: str, *, several: bool) -> None:
        self.field = locators.field(name)
        self._tab = tab
        self._name = name
        self._several = several
        self._words = locators.keep_words
        self._search = locators.search(name)
        self._ids = locators.ids(name)
        self._memory: JSHandle | None = None
        self.wanted: Sequence[str] | None = None
        """The labels that the field is to show in the end."""
        self.before: str | None = None
        """What the field showed before it was changed, once text around a label may count."""

    async def begin(self) -> None:
        """Be ready to look; until `end`, the list counts as a part of the form and no dialog."""
        if self._memory is None:
            self._memory = await self._tab.keep(Condition("() => ({})"))
        self._tab.interruptions.own = Condition(
            f"(about) => {{ {_SCRIPT}\n return listOf(about); }}", self._about
        )

    def end(self) -> None:
        """The list is closed: what looks like a dialog from here on is one."""
        self._tab.interruptions.own = Condition("() => null")

    async def look(self) -> Panel:
        """The list now."""
        return self.panel(await self._tab.read(self.when("true")))

    async def look_when_drawn(self) -> Panel:
        """The list once the page has been drawn again: what a press chose may be taken back."""
        script = f"""async (argument) => {{
          {_SCRIPT}
          await drawn();
          return listState(argument.about);
        }}"""
        return self.panel(await self._tab.read(Condition(script, {"about": self._about})))

    async def scroll(self, *, home: bool = False) -> bool:
        """Move on in a list that is longer than its window, or to its top; whether it moved."""
        return bool(
            await self._tab.read(
                self._condition("scrollOn(argument.about, argument.home)", home=home)
            )
        )

    def when(self, ready: str, more: str = "{}", **given: Any) -> Condition:
        """Holds, with the `state` and whatever is told `more`, when `ready` does."""
        script = f"""(argument) => {{
          {_SCRIPT}
          const state = listState(argument.about);
          return ({ready}) ? {{...state, ...({more})}} : null;
        }}"""
        return Condition(script, {"about": self._about, **given})

    def or_trigger(self, ready: str, rests: str, **given: object) -> Condition:
        """Holds when the list is open and `ready`, or closed and to be pressed `at` its trigger.

        `rests` is what a closed one has to be for that.
        """
        tests = f"(state) => {ready}, (state) => {rests}"
        return self._condition(f"listOrTrigger(argument.about, {tests})", **given)

    def panel(self, state: Mapping[str, Any]) -> Panel:
        """What a condition of `when` gave."""
        return Panel(
            open=state["open"],
            loading=state["loading"],
            busy=state["busy"],
            done=state["done"],
            dialog=state["dialog"],
            searches=state["searches"],
            value=state["value"],
            shows=state["shows"],
            rows=tuple(Row(**row, told=self._ids.get(row["title"], "")) for row in state["rows"]),
            tabs=tuple(tab["title"] for tab in state["tabs"]),
        )

    def row(self, row: Row) -> Field:
        """What is pressed for a row."""
        return Field("option", (by_row(row.key, row.title),), _SCRIPT, self._about)

    def tab(self, title: str) -> Field:
        return Field("tab", (by_tab(title),), _SCRIPT, self._about)

    @property
    def search(self) -> Field:
        ways = (*self._search.candidates, search_box())
        return Field(self._search.name, ways, _SCRIPT, self._about)

    @property
    def keep(self) -> Field:
        """The button that keeps what was chosen."""
        return Field("done", (keep_button(),), _SCRIPT, self._about)

    @property
    def _about(self) -> dict[str, object]:
        return {
            "trigger": self.field.data(),
            "name": self._name,
            "several": self._several,
            "words": self._words,
            "wanted": self.wanted,
            "before": self.before,
            "memory": self._memory,
        }

    def _condition(self, expression: str, **more: object) -> Condition:
        script = f"(argument) => {{ {_SCRIPT}\n return {expression}; }}"
        return Condition(script, {"about": self._about, **more})

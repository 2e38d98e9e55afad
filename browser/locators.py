"""Selectors as data: a field is an ordered tuple of candidates that share one wait.

`find` says which candidate matched (its rank) and where to press. The candidates themselves belong
to the sites; waiting inside the page to `waits`.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from importlib.resources import files
from typing import Final

from playwright.async_api import Page

from browser.errors import SiteLayoutChanged
from browser.waits import Condition, read, until

_FIND: Final = """({candidates, visible}) => {
  const found = first(candidates, visible);
  return found && {rank: found.rank, ...point(found.element)};
}"""
_WORDS: Final = re.compile(r"[\w-]{3,}")
_NAMES: Final = """() => [...new Set(
  all("[id], [data-testid]").flatMap((element) => [element.id, element.dataset.testid])
)].filter(Boolean)"""


_SCRIPT: Final = files("browser").joinpath("skeleton.js").read_text(encoding="utf-8")
_SKELETON: Final = f"() => {{ {_SCRIPT} return skeleton(); }}"


class Kind(StrEnum):
    """How a candidate looks for its element; each is a finder in `inpage.js`."""

    ID = "id"
    TEST_ID = "test_id"
    NAME = "name"
    LABEL = "label"
    BUTTON = "button"
    NEAR = "near"
    CSS = "css"
    CELL = "cell"
    RADIO = "radio"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to an element; `within` narrows a cell to the open list, a
    choice to its group.

    `of` is a selector that the element must meet whatever found it. A `sole` candidate counts only
    where it finds a single element: two buttons of one name are no way to either.
    """

    kind: Kind
    value: str
    within: str = ""
    of: str = ""
    sole: bool = False

    def __str__(self) -> str:
        return f"{self.kind}={self.value}"


def by_css(value: str) -> Candidate:
    """An element by a CSS selector."""
    return Candidate(Kind.CSS, value)


def by_id(value: str) -> Candidate:
    """An element by its id."""
    return Candidate(Kind.ID, value)


def by_test_id(value: str) -> Candidate:
    """An element by its test id."""
    return Candidate(Kind.TEST_ID, value)


def by_name(value: str) -> Candidate:
    """A control by its name."""
    return Candidate(Kind.NAME, value)


def by_label(value: str) -> Candidate:
    """A control by its label's text."""
    return Candidate(Kind.LABEL, value)


def near(value: str) -> Candidate:
    """The control that stands alone with a text, which need not be tied to it."""
    return Candidate(Kind.NEAR, value, sole=True)


def by_button(value: str, *, sole: bool = False) -> Candidate:
    """A button by its accessible name."""
    return Candidate(Kind.BUTTON, value, sole=sole)


def by_title(value: str, within: str) -> Candidate:
    """A row of an open list by its title."""
    return Candidate(Kind.CELL, value, within)


def by_radio(value: str) -> Candidate:
    """The cell of a radio by its title."""
    return Candidate(Kind.RADIO, value)


def by_choice(value: str, group: str) -> Candidate:
    """What is pressed for a radio or a box of a required group, by its label."""
    return Candidate(Kind.CHOICE, value, group)


def of_kind(selector: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, each finding only what meets the selector."""
    return tuple(replace(candidate, of=selector) for candidate in candidates)


@dataclass(frozen=True, slots=True)
class Field:
    """An element of the page and the ways to it, best first."""

    name: str
    candidates: tuple[Candidate, ...]

    def data(self) -> list[dict[str, str | bool]]:
        """The candidates as the page's script reads them."""
        return [asdict(candidate) for candidate in self.candidates]


@dataclass(frozen=True, slots=True)
class Match:
    """Where an element is; `clear` says that a press there would reach it."""

    rank: int
    x: float
    y: float
    clear: bool


def present(field: Field, *, visible: bool = True) -> Condition:
    """Holds as soon as any candidate of the field matches."""
    return Condition(_FIND, {"candidates": field.data(), "visible": visible})


def in_reach(field: Field) -> Condition:
    """Holds as soon as a press of the field would reach it, and nothing that lies over it."""
    script = f"(argument) => {{ const at = ({_FIND})(argument); return at?.clear ? at : null; }}"
    return Condition(script, {"candidates": field.data(), "visible": True})


def focused(field: Field) -> Condition:
    """Holds while the field has the keyboard."""
    script = "(candidates) => first(candidates)?.element === active()"
    return Condition(script, field.data())


def holding(field: Field, text: str) -> Condition:
    """Holds while the field's value is this text."""
    script = "({candidates, text}) => first(candidates)?.element.value === text"
    return Condition(script, {"candidates": field.data(), "text": text})


async def find(page: Page, field: Field, *, seconds: float, visible: bool = True) -> Match:
    """The best candidate that matches; `SiteLayoutChanged` when none does in time."""
    found = await until(page, present(field, visible=visible), seconds=seconds)
    if found is None:
        raise await changed(page, field)
    return Match(**found)


async def changed(page: Page, field: Field) -> SiteLayoutChanged:
    """The error for a field that was not found: names that come nearest, and the page's build."""
    names = await read(page, Condition(_NAMES), seconds=5.0)
    words = [word for one in field.candidates for word in _WORDS.findall(one.value)]
    nearest = dict.fromkeys(
        name for word in words for name in difflib.get_close_matches(word, names, n=3)
    )
    lines = await read(page, Condition(_SKELETON), seconds=5.0)
    tried = tuple(map(str, field.candidates))
    return SiteLayoutChanged(field.name, tried, tuple(nearest), tuple(lines))

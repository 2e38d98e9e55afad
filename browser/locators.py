"""Selectors as data: a field is an ordered tuple of candidates that share one wait.

`find` says which candidate matched (its rank) and where to press. The candidates themselves belong
to the sites; waiting inside the page to `waits`.
"""

import difflib
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from playwright.async_api import Locator, Page

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


class Kind(StrEnum):
    """How a candidate looks for its element."""

    CSS = "css"
    LABEL = "label"
    BUTTON = "button"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to an element; `within` narrows a cell to the open list."""

    kind: Kind
    value: str
    within: str = ""

    def locator(self, page: Page) -> Locator:
        """The same way in Playwright's words."""
        match self.kind:
            case Kind.CSS:
                return page.locator(self.value)
            case Kind.LABEL:
                return page.get_by_label(self.value, exact=True)
            case Kind.BUTTON:
                return page.get_by_role("button", name=self.value, exact=True)
            case Kind.CELL:
                return page.locator(self.within).get_by_text(self.value, exact=True)

    def __str__(self) -> str:
        return f"{self.kind}={self.value}"


def by_css(value: str) -> Candidate:
    """An element by a CSS selector."""
    return Candidate(Kind.CSS, value)


def by_id(value: str) -> Candidate:
    """An element by its id."""
    return Candidate(Kind.CSS, f'[id="{value}"]')


def by_test_id(value: str) -> Candidate:
    """An element by its test id."""
    return Candidate(Kind.CSS, f'[data-testid="{value}"]')


def by_label(value: str) -> Candidate:
    """A control by its label's text."""
    return Candidate(Kind.LABEL, value)


def by_button(value: str) -> Candidate:
    """A button by its accessible name."""
    return Candidate(Kind.BUTTON, value)


def by_title(value: str, within: str) -> Candidate:
    """A row of an open list by its title."""
    return Candidate(Kind.CELL, value, within)


@dataclass(frozen=True, slots=True)
class Field:
    """An element of the page and the ways to it, best first."""

    name: str
    candidates: tuple[Candidate, ...]

    def data(self) -> list[dict[str, str]]:
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


def focused(field: Field) -> Condition:
    """Holds while the field has the keyboard."""
    script = "(candidates) => first(candidates)?.element === document.activeElement"
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
    """The error for a field that was not found, with the names on the page that come nearest."""
    names = await read(page, Condition(_NAMES), seconds=5.0)
    words = [word for one in field.candidates for word in _WORDS.findall(one.value)]
    nearest = dict.fromkeys(
        name for word in words for name in difflib.get_close_matches(word, names, n=3)
    )
    return SiteLayoutChanged(field.name, tuple(map(str, field.candidates)), tuple(nearest))

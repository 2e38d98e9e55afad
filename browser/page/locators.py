"""Selectors as data: a field is an ordered tuple of candidates that share one wait.

`find` says which candidate matched (its rank) and where to press. The candidates themselves belong
to the sites; waiting inside the page to `conditions`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from browser.errors import SiteLayoutChanged
from browser.page.conditions import Condition, read, until
from browser.page.page_scripts import PAGE, library

if TYPE_CHECKING:
    from playwright.async_api import Page

_FIND: Final = """({candidates, visible}) => {
  const found = first(candidates, visible);
  return found && {rank: found.rank, ...point(found.element)};
}"""
_BESIDE: Final = """({candidates, visible}) => {
  const found = first(candidates, visible);
  if (!found) return null;
  const {rank, element: label} = found;
  const middle = {rank, ...point(label)};
  if (label.localName !== "label") return middle;
  const box = label.getBoundingClientRect();
  const isOwn = (hit) => hit && holds(label, hit) && !hit.closest("input, a, button");
  for (const down of [0.5, 0.2, 0.8]) for (const along of [0.5, 0.1, 0.25, 0.75, 0.9]) {
    const [x, y] = [box.left + box.width * along, box.top + box.height * down];
    if (isOwn(hitAt(x, y))) return {rank, x, y, clear: true};
  }
  return middle;
}"""
_WORDS: Final = re.compile(r"[\w-]{3,}")
_NAMES: Final = """() => [...new Set(
  all("[id], [data-testid]").flatMap((element) => [element.id, element.dataset.testid])
)].filter(Boolean)"""


_SCRIPT: Final = library(
    "skeleton", files(__package__).joinpath("skeleton.js").read_text(encoding="utf-8"), beside=PAGE
)
_SKELETON: Final = f"() => {{ {_SCRIPT} return skeleton(); }}"


class Kind(StrEnum):
    """How a candidate looks; each is a finder in `inpage.js` or of a field's own script."""

    ID = "id"
    TEST_ID = "test_id"
    NAME = "name"
    LABEL = "label"
    BUTTON = "button"
    NEAR = "near"
    CSS = "css"
    RADIO = "radio"
    CHOICE = "choice"
    ROW = "row"
    TAB = "tab"
    SEARCH = "search"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to an element; `within` narrows a choice to its group, and is a row's title.

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


def by_row(key: str, title: str) -> Candidate:
    """A row of the open list by its own name; by its title where it has none."""
    return Candidate(Kind.ROW, key, title)


def by_tab(title: str) -> Candidate:
    """A tab of the open list."""
    return Candidate(Kind.TAB, title)


def search_box() -> Candidate:
    """The search box of the open list."""
    return Candidate(Kind.SEARCH, "")


def keep_button() -> Candidate:
    """The button of the open list that keeps what was chosen."""
    return Candidate(Kind.KEEP, "")


def by_radio(value: str) -> Candidate:
    """The cell of a radio by its title."""
    return Candidate(Kind.RADIO, value)


def by_choice(value: str, group: str) -> Candidate:
    """What is pressed for a radio or a box of a required group, by its label."""
    return Candidate(Kind.CHOICE, value, group)


def of_kind(selector: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, each finding only what meets the selector."""
    return tuple(replace(candidate, of=selector) for candidate in candidates)


@lru_cache(maxsize=1024)
def _told(candidate: Candidate) -> Mapping[str, object]:
    """What a page's script is told of a candidate; one is told of many times a form."""
    return MappingProxyType(asdict(candidate))


@dataclass(frozen=True, slots=True)
class Field:
    """An element of the page and the ways to it, best first.

    Ways that the page's own script does not know come with a `script` that defines their finders,
    and with what these are `about`.
    """

    name: str
    candidates: tuple[Candidate, ...]
    script: str = ""
    about: Mapping[str, object] | None = None

    def data(self) -> list[dict[str, object]]:
        """The candidates as the page's script reads them."""
        more = {"about": self.about} if self.about else {}
        return [{**_told(candidate), **more} for candidate in self.candidates]

    def condition(self, script: str, **more: object) -> Condition:
        """A condition about the field; its `argument` has the candidates and what is given."""
        body = f"(argument) => {{ {self.script}\n return ({script})(argument); }}"
        return Condition(body if self.script else script, {"candidates": self.data(), **more})


@dataclass(frozen=True, slots=True)
class Match:
    """Where an element is; `clear` says that a press there would reach it.

    `met` is what the page showed that it was pressed for, where that was seen at once.
    """

    rank: int
    x: float
    y: float
    clear: bool
    met: Any = None


def present(field: Field, *, visible: bool = True, beside: bool = False) -> Condition:
    """Holds as soon as any candidate of the field matches; `beside` is a label's free place."""
    return field.condition(_BESIDE if beside else _FIND, visible=visible)


def in_reach(field: Field) -> Condition:
    """Holds as soon as a press of the field would reach it, and nothing that lies over it."""
    script = f"(argument) => {{ const at = ({_FIND})(argument); return at?.clear ? at : null; }}"
    return field.condition(script, visible=True)


def in_reach_with(field: Field, look: Condition) -> Condition:
    """`in_reach` as `at`, and as `sight` what the look sees at the same moment."""
    reach = in_reach(field)
    script = f"""({{button, seen}}) => {{
      const at = ({reach.script})(button);
      return at && {{at, sight: ({look.script})(seen)}};
    }}"""
    return Condition(script, {"button": reach.argument, "seen": look.argument})


def first_in_reach(*fields: Field) -> Condition:
    """Holds at once: `which` is the first field that a press would reach, if any, `at` where."""
    script = f"""(candidates) => {{
      for (const [which, each] of candidates.entries()) {{
        const at = ({_FIND})({{candidates: each, visible: true}});
        if (at?.clear) return {{which, at}};
      }}
      return {{which: null}};
    }}"""
    return Condition(script, [field.data() for field in fields])


def focused(field: Field) -> Condition:
    """Holds while the field has the keyboard."""
    return field.condition("({candidates}) => first(candidates)?.element === active()")


def holding(field: Field, text: str) -> Condition:
    """Holds while the field's value is this text."""
    script = "({candidates, text}) => first(candidates)?.element.value === text"
    return field.condition(script, text=text)


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

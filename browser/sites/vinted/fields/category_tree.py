"""The category tree: as the site answers it, or read off the open list where it does not answer.

The list is searched for the seller's words first, and else walked down along them; both find a part
of the tree only, so that what is not found there is asked of the seller.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Self

from browser.errors import Place
from browser.listing import FieldName, Option
from browser.matching.folding import stems
from browser.page.bodies import body_of
from browser.page.site_calls import ask
from browser.page.tab import Tab
from browser.playwright_errors import Error
from browser.sites.vinted import catalogue
from browser.sites.vinted.answers import PREFIX, Answers, to
from browser.sites.vinted.fields.dropdowns import Dropdown
from browser.sites.vinted.fields.list_panel import Row

CATALOGS: Final = "item_upload/catalogs"
"""Alive on 2026-09-16 (vinted.pt, one capture, M); the older address beside it is gone."""
_NOT_IN_PICKER: Final = frozenset({2993})
"""Roots that the site answers and its picker leaves out."""
_BETWEEN: Final = re.compile(r"\s*[>›»/|]\s*")
_MOST_LEVELS: Final = 60
_RESULTS: Final = """!state.busy && state.rows.length
  && state.rows.every((row) => /search/.test(row.key) || row.branch === false)"""


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a path."""

    id: str
    title: str
    branch: bool = False

    def is_shown_by(self, row: Row) -> bool:
        """Whether a row of the tree is this step: by its id, by its title where it has none."""
        if "sugge" in row.key or "search" in row.key:
            return False
        if row.key.startswith("catalog-"):
            return row.id == self.id
        # A branch and a leaf may be called the same.
        fits = row.branch is None or row.branch == self.branch
        return fits and row.title.casefold() == self.title.casefold()


@dataclass(frozen=True, slots=True)
class Tree:
    """The leaves that the picker shows as options, and the path to each.

    Rows without ids go by their titles, which two leaves may share.
    """

    options: tuple[Option, ...]
    _paths: Mapping[Option, tuple[Step, ...]]
    _of_ids: Mapping[str, tuple[Step, ...]]

    @classmethod
    def of(cls, paths: Iterable[tuple[Step, ...]]) -> Self:
        found = {_option(path): path for path in paths}
        return cls(tuple(found), found, {path[-1].id: path for path in found.values()})

    def path_to(self, option: Option) -> tuple[Step, ...] | None:
        """The steps down to an option; one that was kept by its id alone is found by that."""
        return self._paths.get(option) or self._of_ids.get(option.id)


async def asked_tree(tab: Tab, answers: Answers) -> Tree | None:
    """The page's own answer, asked again when the page has not asked; None where there is none."""
    seen = answers.answered(to("GET", CATALOGS))
    with suppress(Error, ValueError):
        if seen and seen[-1].ok:
            return _read(await body_of(seen[-1]))
    told = await ask(tab, PREFIX + CATALOGS)
    if told.status != 200:
        await tab.probe(Place.WHILE_FILLING)
    return _tree_in(told.body)


@lru_cache(maxsize=4)
def _read(answer: bytes) -> Tree | None:
    """What an answer says: the same one for every listing, until the site changes its tree."""
    return _tree_in(json.loads(answer))


def _tree_in(answer: Any) -> Tree | None:
    if not isinstance(answer, dict) or not isinstance(answer.get("catalogs"), list):
        return None
    roots = (root for root in answer["catalogs"] if root["id"] not in _NOT_IN_PICKER)
    # A leaf that stands in two branches is one option.
    leaves = {path[-1].id: path for root in roots for path in _leaves(root, ())}
    return Tree.of(leaves.values())


def _option(path: Sequence[Step]) -> Option:
    return Option(path[-1].id, path[-1].title, tuple(step.title for step in path[:-1]))


async def found_by_search(field: Dropdown, words: str) -> tuple[Option, ...]:
    """The leaves that the list's own search finds for the words, or for the last of them."""
    titles = (_known_title(words),) if words.isdigit() else _queries(words)
    for query in filter(None, titles):
        if not (await field.opened.settled("state.rows.length || state.searches")).searches:
            return ()
        await field.moves.search(query)
        panel = await field.opened.while_open(_RESULTS, seconds=field.opened.patience)
        found = tuple(_result(row) for row in panel.rows) if panel else ()
        if found:
            return found
        await field.close()
    return ()


async def walked_by_words(field: Dropdown, words: str) -> tuple[tuple[Step, ...], ...]:
    """The leaves below those branches whose titles the words name, a level after the other."""
    said = frozenset(stems(" ".join(_segments(words))))
    leaves: list[tuple[Step, ...]] = []
    branches: list[tuple[Step, ...]] = [()]
    for _ in range(_MOST_LEVELS):
        if not branches:
            break
        above = branches.pop(0)
        for step in await _level(field, above):
            if step.branch and (above or said & set(stems(step.title))):
                branches.append((*above, step))
            elif not step.branch:
                leaves.append((*above, step))
    return tuple(leaves)


async def _level(field: Dropdown, above: Sequence[Step]) -> list[Step]:
    """The rows below a branch, walked to from the root of a list that is opened anew."""
    await field.close()
    rows = await field.opened.rows()
    for step in above:
        row = next((row for row in rows if step.is_shown_by(row)), None)
        if row is None:
            return []
        if not await field.press(row):
            raise await field.opened.lost()
        panel = await field.opened.settled("!state.busy && state.rows.length")
        rows = panel.rows
    own = [row for row in rows if not row.suggested]
    return [Step(row.id, row.title, branch=row.branch is not False) for row in own]


def _leaves(node: Any, above: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    below = node.get("catalogs") or ()
    path = (*above, Step(str(node["id"]), node["title"], branch=bool(below)))
    if not below:
        yield path
    for child in below:
        yield from _leaves(child, path)


def _segments(words: str) -> list[str]:
    return [part for part in _BETWEEN.split(words) if part]


def _queries(words: str) -> tuple[str, ...]:
    """What is searched for a hint: its last step, since that is a category's own title."""
    parts = _segments(words)
    return tuple(dict.fromkeys((*parts[-1:], words))) if parts else ()


def _known_title(id_: str) -> str:
    """What a leaf was called when it was last seen, to search it by; its id then has to match."""
    offered = catalogue.offer(FieldName.CATEGORY, "fr").options
    return next((option.label for option in offered if option.id == id_), "")


def _result(row: Row) -> Option:
    return Option(row.id, row.title, tuple(_BETWEEN.split(row.body)) if row.body else ())

"""The category: the tree that the site answers, and walking down to one of its leaves.

A leaf's title is not unique, so it is reached by its path; the search is the second way, where a
step of the path is not to be found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from browser.errors import SiteLayoutChanged, SiteUnreachable
from browser.listing import Option
from browser.site import Shown
from browser.sites.vinted.answers import PREFIX, Answers, body, to
from browser.sites.vinted.dropdowns import Dropdown, Row
from browser.sites.vinted.locators import Locators
from browser.tab import Tab

_CATALOGS: Final = "item_upload/catalogs"
_NOT_IN_PICKER: Final = frozenset({2993})
"""Roots that the site answers and its picker leaves out."""

_HAS_STEP: Final = """state.rows.some((row) => !row.key.includes("sugge")
  && (row.key === argument.key || row.key.startsWith(`${argument.key}-`)
    || (!row.key && row.branch === argument.branch && same(row.title, argument.title))))"""


@dataclass(frozen=True, slots=True)
class _Step:
    """One level of a path."""

    id: str
    title: str
    branch: bool = False


class CategoryPicker:
    """The category field of the sell page."""

    def __init__(self, tab: Tab, locators: Locators, answers: Answers) -> None:
        self._tab = tab
        self._answers = answers
        self._list = Dropdown(tab, locators, answers, "category")
        self._search = locators.search("category")
        self._paths: dict[str, tuple[_Step, ...]] = {}

    async def options(self) -> tuple[Option, ...]:
        """Every leaf of the tree, with the titles of its parents."""
        tree = await self._tree()
        paths = [
            path for root in tree if root["id"] not in _NOT_IN_PICKER for path in _leaves(root, ())
        ]
        self._paths = {path[-1].id: path for path in paths}
        return tuple(
            Option(path[-1].id, path[-1].title, tuple(step.title for step in path[:-1]))
            for path in paths
        )

    def path(self, leaf: str) -> tuple[str, ...]:
        """The ids of a leaf's branches, root first, and its own."""
        return tuple(step.id for step in self._paths.get(leaf, ()))

    async def choose(self, option: Option) -> Shown:
        """Walk down to the leaf, or search it, and choose it."""
        path = self._paths[option.id]
        try:
            return await self._list.choose(lambda: self._walk(path), option.label)
        except SiteLayoutChanged:
            if not await self._list.is_there():
                raise
            return await self._list.choose(lambda: self._find(option), option.label)

    async def _walk(self, path: Sequence[_Step]) -> None:
        await self._list.rows()
        for step in path:
            row = await self._row(step)
            if not row.selected:
                await self._list.press(row)

    async def _row(self, step: _Step) -> Row:
        """The step's row once the list shows its level.

        A list that closes on the way opens at its roots again, so the walk begins anew.
        """
        panel = await self._list.while_open(
            _HAS_STEP,
            key=f"catalog-{step.id}",
            title=step.title,
            branch=step.branch,
        )
        if panel is None:
            raise await self._list.lost()
        rows = [row for row in panel.rows if not row.suggested]
        named = [row for row in rows if (row.title, row.branch) == (step.title, step.branch)]
        for row in (*(row for row in rows if row.id == step.id), *named):
            return row
        raise await self._list.lost()

    async def _find(self, option: Option) -> None:
        await self._list.open()
        await self._tab.type(self._search, option.label, keys=True)
        panel = await self._list.settled(
            "state.rows.some((row) => row.key.startsWith('catalog-search-' + argument.id))",
            id=option.id,
        )
        await self._list.press(next(row for row in panel.rows if row.id == option.id))

    async def _tree(self) -> list[Any]:
        """The page's own answer; asked again when the page has not asked."""
        seen = self._answers.answered(to("GET", _CATALOGS))
        answer = await body(seen[-1]) if seen else None
        if answer is None:
            answer = (await self._tab.ask(PREFIX + _CATALOGS)).body
        if not isinstance(answer, dict) or not isinstance(answer.get("catalogs"), list):
            raise SiteUnreachable("the site does not name its categories")
        return list(answer["catalogs"])


def _leaves(node: Any, above: tuple[_Step, ...]) -> Iterator[tuple[_Step, ...]]:
    below = node.get("catalogs") or ()
    path = (*above, _Step(str(node["id"]), node["title"], branch=bool(below)))
    if not below:
        yield path
    for child in below:
        yield from _leaves(child, path)

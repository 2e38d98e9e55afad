"""The category: choosing one of the tree's leaves in the field's list.

A leaf's title is not unique, so it is reached by its path; the search is the second way, where a
step of the path is not to be found. Which leaves there are is told by `category_tree`.
"""

import logging
from collections.abc import Sequence
from typing import Final

from browser.errors import SiteLayoutChanged
from browser.listing import Option
from browser.sell_form import Shown
from browser.sites.vinted.answers import PREFIX, body, matching
from browser.sites.vinted.fields.category_tree import (
    Step,
    Tree,
    asked_tree,
    found_by_search,
    walked_by_words,
)
from browser.sites.vinted.fields.dropdowns import Dropdown
from browser.sites.vinted.fields.form_page import Chosen, FormPage
from browser.sites.vinted.fields.list_panel import Panel, Row
from browser.sites.vinted.fields.opened_list import TRIES

_log = logging.getLogger(__name__)

_AT_STEP: Final = """argument.steps.some((step) => state.rows.some((row) =>
  !/sugge|search/.test(row.key) && (row.key.startsWith("catalog-")
    ? row.key === `catalog-${step.id}` || row.key.startsWith(`catalog-${step.id}-`)
    : same(row.title, step.title) && (row.branch === null || row.branch === step.branch))))"""
_SUGGESTS: Final = matching("(POST|GET)", rf"{PREFIX}item_upload/suggestions/categories")
"""POST now, and GET before: 2026, captures, four sources, H."""
_SUGGESTS_WITHIN: Final = 2.0
"""Seconds: about 1.5 on vinted.nl, 2026-10, one source, M."""
_SUGGESTED: Final = ("categories", "catalogs")
"""Ordered ids, or rows: 2026-10, one source, M."""
_SHOWS_SUGGESTED: Final = 'state.rows.some((row) => row.key.includes("sugge"))'
_FOUND: Final = """state.rows.some((row) => row.key.startsWith(`catalog-search-${argument.id}-`)
  || (!row.key.startsWith("catalog-") && same(row.title, argument.title)))"""


class CategoryPicker:
    """The category field of the sell page."""

    def __init__(self, page: FormPage) -> None:
        self._page = page
        self._list = Dropdown(page, "category")
        self._tree = Tree.of(())

    async def options(self, words: str | None = None) -> tuple[Option, ...]:
        """Every leaf of the tree, with the titles of its parents.

        Where the site does not tell its tree, those that the list itself shows for the words.
        """
        tree = await asked_tree(self._page.tab, self._page.answers)
        if tree is None:
            return await self._read_off(words or "")
        self._tree = tree
        return tree.options

    async def suggested(self) -> tuple[str, ...]:
        """The leaves that the list shows above its tree, which the photos brought.

        The page asks for them at the press. A list that cannot be read brings none: whether it can
        be chosen from is `choose`'s to say.
        """
        opened, answers = self._list.opened, self._page.answers
        try:
            panel = await opened.settled("state.rows.length")
            asked = answers.calls(_SUGGESTS)
            if asked and not any(row.suggested for row in panel.rows):
                panel = await self._with_late_ones(len(asked))
        except SiteLayoutChanged:
            _log.warning("the list of categories was not read for what the site suggests")
            opened.seen = None
            return ()
        return tuple(dict.fromkeys(row.id for row in panel.rows if row.suggested))

    async def _with_late_ones(self, asked: int) -> Panel:
        """The list with what is answered a moment later; a busy page shows it later still."""
        answers, opened = self._page.answers, self._list.opened
        told = await answers.arrived(_SUGGESTS, seconds=_SUGGESTS_WITHIN, count=asked)
        said = await body(told[-1]) if told else None
        if isinstance(said, dict) and any(said.get(key) for key in _SUGGESTED):
            tab = self._page.tab
            await tab.until(opened.list.when(_SHOWS_SUGGESTED), seconds=tab.timeouts.effect)
        return await opened.drawn()

    async def leave(self) -> None:
        await self._list.close()

    async def choose(self, option: Option) -> Shown:
        """Walk down to the leaf, or search it, and choose it."""
        path = self._tree.path_to(option)
        self._page.chosen = Chosen(self._page.answers.mark, tuple(step.id for step in path or ()))
        if path is None:
            return await self._list.choose(lambda: self._find(option), option.label)
        try:
            return await self._list.choose(lambda: self._walk(path), option.label)
        except SiteLayoutChanged:
            if not await self._list.opened.is_there():
                raise
            return await self._list.choose(lambda: self._find(option), option.label)

    async def _read_off(self, words: str) -> tuple[Option, ...]:
        found = await found_by_search(self._list, words)
        if found:
            self._tree = Tree.of(())
            await self._list.close()
            return found
        self._tree = Tree.of(await walked_by_words(self._list, words))
        await self._list.close()
        return self._tree.options

    async def _walk(self, path: Sequence[Step]) -> None:
        """Press down from the root; a list that is thrown back or opens anew is walked again."""
        reached = -1
        for _ in range(TRIES * len(path)):
            at, row = await self._next(path, reached)
            then = _key_of(path[at + 1], row) if at < len(path) - 1 else None
            if (not row.selected or then) and not await self._pressed(row, then):
                reached = -1
                continue
            reached = at
            if at == len(path) - 1:
                return
        raise await self._list.opened.lost()

    async def _pressed(self, row: Row, then: str | None) -> bool:
        """Press a row; False when the list was closed or thrown back under the press."""
        try:
            return await self._list.press(row, then)
        except SiteLayoutChanged:
            if not (await self._list.opened.panel()).open:
                raise
            return False

    async def _next(self, path: Sequence[Step], reached: int) -> tuple[int, Row]:
        """The deepest step of the path that the list shows; beyond the one reached, if that comes.

        What the site recognises in the photos may throw the list back to its root meanwhile.
        """
        seen = self._list.opened.seen and _shown_step(self._list.opened.seen, path, reached)
        if seen and seen[0] > reached:
            return seen
        panel = None
        if reached >= 0:
            below, seconds = _told(path[reached + 1 :]), self._page.tab.timeouts.effect
            panel = await self._list.opened.while_open(_AT_STEP, seconds=seconds, steps=below)
        if panel is None:
            panel = await self._list.opened.settled(_AT_STEP, whole=False, steps=_told(path))
        if found := _shown_step(panel, path, reached):
            return found
        raise await self._list.opened.lost()

    async def _find(self, option: Option) -> None:
        await self._list.opened.settled("state.searches")
        await self._list.moves.search(option.label)
        panel = await self._list.opened.while_open(_FOUND, id=option.id, title=option.label)
        rows = [row for row in panel.rows if _is_result(row, option)] if panel else []
        if not rows:
            raise await self._list.opened.lost()
        await self._list.press(rows[0])


def _key_of(step: Step, beside: Row) -> str:
    """What the row of a step is likely called, by what another row of the tree is called."""
    return f"catalog-{step.id}" if beside.key.startswith("catalog-") else step.title


def _told(steps: Sequence[Step]) -> list[dict[str, str | bool]]:
    return [{"id": step.id, "title": step.title, "branch": step.branch} for step in steps]


def _shown_step(panel: Panel, path: Sequence[Step], reached: int) -> tuple[int, Row] | None:
    """The first step beyond the one reached that the list shows, else one before it."""
    for at in (*range(reached + 1, len(path)), *range(reached, -1, -1)):
        if row := next(filter(path[at].is_shown_by, panel.rows), None):
            return at, row
    return None


def _is_result(row: Row, option: Option) -> bool:
    """Whether a search's row is the option: by its id, else by its title and all its parents."""
    if row.key.startswith("catalog-"):
        return row.id == option.id
    above = row.body.lower()
    return row.title == option.label and all(each.lower() in above for each in option.parents)

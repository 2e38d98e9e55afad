"""An examination: a walk over the sell form that fills nothing, uploads nothing and saves nothing.

Chooses a few categories, because most fields come with one, opens each list and closes it again.
What it saw are values of `findings`; whether and when an account may be examined is the caller's
business.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence, Set
from importlib.resources import files
from typing import Any, Final

from browser.errors import Place, SiteLayoutChanged
from browser.inspection.findings import (
    ChangeKind,
    FieldSight,
    Finding,
    Look,
    Rendering,
    View,
    moved,
)
from browser.listing import FieldName, Option
from browser.page.conditions import Condition
from browser.page.locators import Kind
from browser.page.page_scripts import PAGE, library
from browser.sell_form import FieldKind, OfferedField, Part, SellForm

_SURVEY: Final = files(__package__).joinpath("survey.js").read_text(encoding="utf-8")
_SCRIPT: Final = library("survey", _SURVEY, beside=PAGE)
_SIGNS: Final = (Kind.ID, Kind.TEST_ID, Kind.NAME, Kind.LABEL, Kind.BUTTON)
_LISTS: Final = frozenset({FieldKind.ONE, FieldKind.SEVERAL})
_KNOWN: Final = frozenset(FieldName)

Reached = Callable[[int, int], Awaitable[None]]
"""Told which category comes now, counted from 0, of how many."""


class Examiner:
    """Walks over one open form, a category after the other; opens each list once.

    No further category is begun once `ends_at` has come, by the clock of the event loop.
    """

    def __init__(
        self, form: SellForm, rendering: Rendering, reached: Reached, *, ends_at: float
    ) -> None:
        self._form = form
        self._rendering = rendering
        self._reached = reached
        self._ends_at = ends_at
        self._read: set[str] = set()
        self._stuck = False
        self._options: dict[str, int] = {}
        self._findings: list[Finding] = []
        self._opened: set[str] = set()

    async def walk(self) -> tuple[Look, ...]:
        """Look at every part of the form; what is not found is a finding and no error.

        Raises what `Tab.probe` raises, and what says that the site cannot be used now.
        """
        categories = await self._form.category.options()
        chosen = self._form.layout.samples(categories)
        looks: list[Look] = []
        for number, category in enumerate(chosen):
            if looks and (self._stuck or asyncio.get_running_loop().time() >= self._ends_at):
                break
            await self._reached(number, len(chosen))
            looks.append(await self._look(category, len(categories)))
        return tuple(looks)

    async def _look(self, category: Option, choices: int) -> Look:
        self._options = {FieldName.CATEGORY: choices}
        self._findings, self._opened = [], {FieldName.CATEGORY}
        is_chosen = await self._choose(category)
        offered = await self._offered() if is_chosen else ()
        for field in offered:
            if field.kind in _LISTS and field.name not in self._read and not self._stuck:
                await self._open(field)
        await self._form.tab.probe(Place.AFTER_CATEGORY)
        return await self._surveyed(category if is_chosen else None, offered)

    async def _choose(self, category: Option) -> bool:
        await self._form.tab.pacer.between_fields()
        try:
            await self._form.category.choose(category)
        except SiteLayoutChanged as error:
            # Whatever list this leaves open would be in the way of the next category.
            self._stuck = True
            self._note_list(error, FieldName.CATEGORY)
            return False
        await self._form.tab.probe(Place.AFTER_CATEGORY)
        return True

    async def _offered(self) -> tuple[OfferedField, ...]:
        try:
            return await self._form.fields.offered()
        except SiteLayoutChanged:
            # Which field is missing shows in the survey, with the others.
            return self._form.fields.found

    async def _open(self, field: OfferedField) -> None:
        """Open a list, count what it offers, and close it again."""
        await self._form.tab.pacer.between_fields()
        self._read.add(field.name)
        self._opened.add(field.name)
        picker = self._form.fields.picker(field)
        try:
            self._options[field.name] = len(await picker.options(None))
        except SiteLayoutChanged as error:
            self._note_list(error, field.name)
        try:
            await picker.leave()
        except SiteLayoutChanged as error:
            self._stuck = True
            self._note_list(error, field.name)

    def _note_list(self, error: SiteLayoutChanged, name: str) -> None:
        if all(noted.field != name for noted in self._findings):
            nearest = error.nearest if error.field != name else ()
            self._findings.append(Finding(ChangeKind.LIST, name, now=nearest))

    async def _surveyed(self, category: Option | None, offered: Sequence[OfferedField]) -> Look:
        parts = await self._form.layout.parts()
        given = [{"candidates": part.field.data(), "visible": part.visible} for part in parts]
        # What finds a part may be a script of its own.
        own = dict.fromkeys(part.field.script for part in parts)
        script = f"(argument) => {{ {' '.join(own)} {_SCRIPT} return survey(argument); }}"
        survey = Condition(script, {"parts": given, "outside": self._form.layout.outside})
        seen = await self._form.tab.read(survey)
        pairs = list(zip(parts, seen["sights"], strict=True))
        there = {part.field.name for part, sight in pairs if "rank" in sight}
        findings = [
            *_new(offered, {part.field.name for part in parts if part.demanded}),
            *(finding for part, sight in pairs for finding in _changes(part, sight)),
            *_moved(pairs),
            # The list of a field that is gone needs no word of its own.
            *(finding for finding in self._findings if finding.field in there),
        ]
        title = " > ".join((*category.parents, category.label)) if category else None
        view = View(
            self._rendering, category.id if category else None, title, tuple(seen["elements"])
        )
        fields = tuple(self._sight(part, sight) for part, sight in pairs)
        return Look(view, fields, tuple(findings), frozenset(self._opened))

    def _sight(self, part: Part, sight: Mapping[str, Any]) -> FieldSight:
        name, rank = part.field.name, sight.get("rank")
        locator = None if rank is None else str(part.field.candidates[rank])
        known = name in _KNOWN or part.always
        return FieldSight(name, rank, locator, self._options.get(name), known)


def unrecognised(error: SiteLayoutChanged, rendering: Rendering) -> Look:
    """The look at a page on which the form itself was not found."""
    gone = Finding(ChangeKind.GONE, "form", " | ".join(error.tried), error.nearest)
    return Look(View(rendering, None, None), (), (gone,))


def _new(offered: Iterable[OfferedField], demanded: Set[str]) -> Iterator[Finding]:
    for field in offered:
        if field.required and field.name not in _KNOWN | demanded:
            label = (field.label,) if field.label else ()
            yield Finding(ChangeKind.NEW, field.name, now=label)


def _changes(part: Part, sight: Mapping[str, Any]) -> Iterator[Finding]:
    name, candidates = part.field.name, part.field.candidates
    if "rank" not in sight:
        tried = " | ".join(map(str, candidates))
        yield Finding(ChangeKind.GONE, name, tried, tuple(sight["near"][:5]))
        return
    held = [one for one, holds in zip(candidates, sight["held"], strict=True) if holds]
    for kind in _SIGNS:
        known = [one.value for one in candidates if one.kind is kind]
        if known and not any(one.kind is kind for one in held):
            now = sight["signs"][kind]
            was = " | ".join(f"{kind}={value}" for value in known)
            yield Finding(ChangeKind.SIGN, name, was, (f"{kind}={now}",) if now else ())
    if sight["shadow"]:
        yield Finding(ChangeKind.SHADOW, name)


def _moved(pairs: Sequence[tuple[Part, Mapping[str, Any]]]) -> Iterator[Finding]:
    placed = [(part, sight) for part, sight in pairs if part.placed and "place" in sight]
    places = [(part.field.name, sight["place"]) for part, sight in placed]
    return (Finding(ChangeKind.MOVED, name) for name in moved(places))

"""An examination: a walk over the sell form that fills nothing, uploads nothing and saves nothing.

Chooses a category, because most fields come with one, opens each list and closes it again. What it
saw are values of `drift`; whether and when an account may be examined is the caller's business.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

from browser.drift import ChangeKind, Examination, FieldSight, Finding, moved
from browser.errors import Place, SiteLayoutChanged
from browser.listing import FieldName
from browser.locators import Kind
from browser.site import FieldKind, OfferedField, Part, SellForm
from browser.waits import Condition

_SCRIPT: Final = files("browser").joinpath("survey.js").read_text(encoding="utf-8")
_SURVEY: Final = f"(argument) => {{ {_SCRIPT} return survey(argument); }}"
_SIGNS: Final = (Kind.ID, Kind.TEST_ID, Kind.NAME, Kind.LABEL, Kind.BUTTON)
_LISTS: Final = frozenset({FieldKind.ONE, FieldKind.SEVERAL})
_KNOWN: Final = frozenset(FieldName)


class Examiner:
    """Walks over one open form."""

    def __init__(self, form: SellForm) -> None:
        self._form = form
        self._options: dict[str, int] = {}
        self._findings: list[Finding] = []

    async def walk(self) -> Examination:
        """Look at every part of the form; what is not found is a finding and no error.

        Raises what `Tab.probe` raises, and what says that the site cannot be used now.
        """
        offered = await self._after_category()
        for field in offered:
            if field.kind in _LISTS:
                await self._form.tab.pacer.between_fields()
                await self._open(field)
        await self._form.tab.probe(Place.AFTER_CATEGORY)
        return await self._surveyed(offered)

    async def _after_category(self) -> tuple[OfferedField, ...]:
        """Choose a category; the fields that it brings, as far as they are found."""
        try:
            categories = await self._form.categories()
            self._options[FieldName.CATEGORY] = len(categories)
            await self._form.tab.pacer.between_fields()
            await self._form.choose_category(self._form.sample(categories))
            await self._form.tab.probe(Place.AFTER_CATEGORY)
        except SiteLayoutChanged as error:
            self._note_list(error, FieldName.CATEGORY)
            return ()
        try:
            return await self._form.offered()
        except SiteLayoutChanged:
            # Which field is missing shows in the survey, with the others.
            return self._form.found

    async def _open(self, field: OfferedField) -> None:
        try:
            self._options[field.name] = len(await self._form.options(field, None))
            await self._form.leave(field)
        except SiteLayoutChanged as error:
            self._note_list(error, field.name)

    def _note_list(self, error: SiteLayoutChanged, name: str) -> None:
        if error.field != name:
            self._findings.append(Finding(ChangeKind.LIST, name, now=error.nearest))

    async def _surveyed(self, offered: Sequence[OfferedField]) -> Examination:
        parts = await self._form.parts()
        given = [{"candidates": part.field.data(), "visible": part.visible} for part in parts]
        seen = await self._form.tab.read(Condition(_SURVEY, {"parts": given}))
        pairs = list(zip(parts, seen["sights"], strict=True))
        findings = [
            *_new(offered),
            *(finding for part, sight in pairs for finding in _changes(part, sight)),
            *_moved(pairs),
            *self._findings,
        ]
        return Examination(
            language=self._form.language,
            fields=tuple(self._sight(part, sight) for part, sight in pairs),
            findings=tuple(findings),
            elements=tuple(seen["elements"]),
        )

    def _sight(self, part: Part, sight: Mapping[str, Any]) -> FieldSight:
        name, rank = part.field.name, sight.get("rank")
        locator = None if rank is None else str(part.field.candidates[rank])
        known = name in _KNOWN or part.always
        return FieldSight(name, rank, locator, self._options.get(name), known)


def unrecognised(error: SiteLayoutChanged) -> Examination:
    """The examination of a page on which the form itself was not found."""
    gone = Finding(ChangeKind.GONE, "form", " | ".join(error.tried), error.nearest)
    return Examination("", (), (gone,), ())


def _new(offered: Iterable[OfferedField]) -> Iterator[Finding]:
    for field in offered:
        if field.required and field.name not in _KNOWN:
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
    places = [(part.field.name, sight["place"]) for part, sight in pairs if "place" in sight]
    return (Finding(ChangeKind.MOVED, name) for name in moved(places))

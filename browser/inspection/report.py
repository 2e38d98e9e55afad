"""An examination of the sell page: several looks, told as one.

What is the same in every look is told once; what is not, with the rendering and the categories that
it was seen in. Also compares with an earlier examination, view by view. Values only, no I/O.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from browser.inspection.findings import ChangeKind, FieldSight, Finding, Look, Rendering, View
from browser.provenance import KnownSign

_NEAREST = 5

Looked = Callable[[Finding], Sequence[View]]


@dataclass(frozen=True, slots=True)
class Examination:
    """The page as one walk saw it, look by look; `unseen` is what nobody saw on the real page."""

    language: str
    looks: tuple[Look, ...]
    unseen: tuple[KnownSign, ...] = ()

    @property
    def views(self) -> tuple[View, ...]:
        """Where was looked, in order."""
        return tuple(look.view for look in self.looks)

    @property
    def fields(self) -> tuple[FieldSight, ...]:
        """Every field once, as it was found where it was found worst."""
        found: dict[str, FieldSight] = {}
        for look in self.looks:
            for sight in look.fields:
                found[sight.name] = _worse(found.get(sight.name, sight), sight)
        return tuple(found.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every change against what we know, once."""
        made = ((look.view, finding) for look in self.looks for finding in look.findings)
        return tuple(_told(made, self._looked_for))

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the descriptions of the controls of every view, in hex."""
        lines = (
            f"{view.rendering} {view.category_id} {element}"
            for view in self.views
            for element in view.elements
        )
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def compared(self, before: Iterable[View]) -> tuple[Finding, ...]:
        """Everything that changed, against what we know and against the same views before."""
        earlier = {_key(view): frozenset(view.elements) for view in before}
        both = [view for view in self.views if _key(view) in earlier]
        made = ((view, each) for view in both for each in _differences(earlier[_key(view)], view))
        return (*self.findings, *_told(made, lambda _: both))

    def _looked_for(self, finding: Finding) -> Sequence[View]:
        """The views in which such a finding could have been made."""
        if finding.kind is ChangeKind.LIST:
            return [look.view for look in self.looks if finding.field in look.opened]
        if finding.kind is ChangeKind.NEW:
            return self.views
        names = [(look.view, {sight.name for sight in look.fields}) for look in self.looks]
        return [view for view, known in names if finding.field in known] or self.views


def _key(view: View) -> tuple[Rendering, str | None]:
    return view.rendering, view.category_id


def _worse(one: FieldSight, other: FieldSight) -> FieldSight:
    """The one whose rank is higher, or that was not found; with the options of either."""
    found = [sight for sight in (one, other) if sight.rank is not None]
    gone = [sight for sight in (one, other) if sight.rank is None]
    worst = gone[0] if gone else max(found, key=lambda sight: sight.rank or 0)
    return replace(worst, options=other.options if one.options is None else one.options)


def _differences(earlier: frozenset[str], view: View) -> Iterator[Finding]:
    now = set(view.elements)
    for each in sorted(now - earlier):
        yield Finding(ChangeKind.APPEARED, None, now=(each,))
    for each in sorted(earlier - now):
        yield Finding(ChangeKind.DISAPPEARED, None, was=each)


def _told(made: Iterable[tuple[View, Finding]], looked: Looked) -> Iterator[Finding]:
    """Each finding once; what a thing comes nearest to now may differ from view to view."""
    groups: dict[tuple[object, ...], list[tuple[View, Finding]]] = {}
    for view, finding in made:
        aside = finding.kind in {ChangeKind.GONE, ChangeKind.LIST}
        key = (finding.kind, finding.field, finding.was, () if aside else finding.now)
        groups.setdefault(key, []).append((view, finding))
    for group in groups.values():
        nearest = dict.fromkeys(each for _, finding in group for each in finding.now)
        finding = replace(group[0][1], now=tuple(nearest)[:_NEAREST])
        yield from _placed(finding, [view for view, _ in group], looked(finding))


def _placed(finding: Finding, seen: Sequence[View], looked: Sequence[View]) -> Iterator[Finding]:
    """The finding with where it was made; in no particular place when that is everywhere."""
    places = {rendering: _categories(rendering, seen, looked) for rendering in _of(seen)}
    if set(places) == set(_of(looked)) and len(set(places.values())) == 1:
        yield replace(finding, categories=next(iter(places.values())))
        return
    for rendering, categories in places.items():
        yield replace(finding, rendering=rendering, categories=categories)


def _of(views: Iterable[View]) -> tuple[Rendering, ...]:
    return tuple(dict.fromkeys(view.rendering for view in views))


def _categories(
    rendering: Rendering, seen: Iterable[View], looked: Iterable[View]
) -> tuple[str, ...]:
    """The categories of a rendering in which it was seen; none when it was in all of them."""
    here = [view for view in seen if view.rendering is rendering]
    all_of_it = {view.category_id for view in looked if view.rendering is rendering}
    if {view.category_id for view in here} >= all_of_it:
        return ()
    return tuple(view.category for view in here if view.category)

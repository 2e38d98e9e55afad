"""What a look at the sell page found: plain values, without Playwright and without I/O.

A field's signs are what it is known by. What the page holds otherwise is kept as descriptions of
its controls, which carry no text and no value. Looking at the page is `inspector`'s business,
joining several looks `report`'s.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Rendering(StrEnum):
    """How wide the page was: as on a desktop, or as on a phone."""

    WIDE = "wide"
    NARROW = "narrow"


class ChangeKind(StrEnum):
    """What may have changed about a page."""

    SIGN = "sign"
    MOVED = "moved"
    SHADOW = "shadow"
    GONE = "gone"
    NEW = "new"
    LIST = "list"
    APPEARED = "appeared"
    DISAPPEARED = "disappeared"


@dataclass(frozen=True, slots=True)
class Finding:
    """One change: what was known, and what the page has now; `field` is None beside the fields.

    `rendering` and `categories` say where, unless it is everywhere that was looked for it.
    """

    kind: ChangeKind
    field: str | None
    was: str | None = None
    now: tuple[str, ...] = ()
    rendering: Rendering | None = None
    categories: tuple[str, ...] = ()

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        was = f" {self.was}" if self.was else ""
        now = f"; now {', '.join(self.now)}" if self.now else ""
        places = [f"{self.rendering} rendering"] if self.rendering else []
        places += [" | ".join(self.categories)] if self.categories else []
        where = f" (only in {', '.join(places)})" if places else ""
        return f"{field}{_WORDS[self.kind]}{was}{now}{where}"


_WORDS = {
    ChangeKind.SIGN: "no longer has",
    ChangeKind.MOVED: "stands in another place",
    ChangeKind.SHADOW: "is inside a shadow root",
    ChangeKind.GONE: "is gone, none matched of",
    ChangeKind.NEW: "is new and required",
    ChangeKind.LIST: "has a list that cannot be read",
    ChangeKind.APPEARED: "appeared",
    ChangeKind.DISAPPEARED: "disappeared",
}


@dataclass(frozen=True, slots=True)
class FieldSight:
    """How one field was found: the rank of the first locator that matched, None when none did.

    `options` is how many its list offers, `known` whether it is one of a listing's own fields.
    """

    name: str
    rank: int | None
    locator: str | None = None
    options: int | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class View:
    """The page in one rendering after one category was chosen; None when none could be.

    `category` is its title behind those of its parents; `elements` describes every control.
    """

    rendering: Rendering
    category_id: str | None
    category: str | None
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a view; `opened` are the fields whose lists were opened in it."""

    view: View
    fields: tuple[FieldSight, ...]
    findings: tuple[Finding, ...]
    opened: frozenset[str] = frozenset()


def moved(places: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The names to take away so that the others stand in the order given; as few as possible."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, (_, place) in enumerate(places):
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [index]
    kept, at = set[int](), ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return tuple(name for index, (name, _) in enumerate(places) if index not in kept)

"""What an examination of the sell page found: plain values, without Playwright and without I/O.

A field's signs are what it is known by. What the page holds otherwise is kept as descriptions of
its controls, which carry no text and no value. Looking at the page is `examining`'s business.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


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
    """One change: what was known, and what the page has now; `field` is None beside the fields."""

    kind: ChangeKind
    field: str | None
    was: str | None = None
    now: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"{self.field}: " if self.field else ""
        was = f" {self.was}" if self.was else ""
        now = f"; now {', '.join(self.now)}" if self.now else ""
        return f"{where}{_WORDS[self.kind]}{was}{now}"


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
class Examination:
    """The page as one walk saw it; `elements` describes every control of the form."""

    language: str
    fields: tuple[FieldSight, ...]
    findings: tuple[Finding, ...]
    elements: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the descriptions of the form's controls, in hex."""
        return hashlib.sha256("\n".join(self.elements).encode()).hexdigest()

    def compared(self, before: Iterable[str] | None) -> tuple[Finding, ...]:
        """Everything that changed, against what we know and against an earlier walk's elements."""
        if before is None:
            return self.findings
        earlier, now = set(before), set(self.elements)
        appeared = tuple(sorted(now - earlier))
        disappeared = tuple(sorted(earlier - now))
        return (
            *self.findings,
            *(Finding(ChangeKind.APPEARED, None, now=(each,)) for each in appeared),
            *(Finding(ChangeKind.DISAPPEARED, None, was=each) for each in disappeared),
        )


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

"""Where a sign of a site was seen, when, by what kind of source, and how sure that is.

Plain values. Which signs a site has, and where each was seen, is said in its folder under `sites/`;
`doctor` tells what was never seen on the real page.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Source(StrEnum):
    """What kind of source told of a sign."""

    DUMP = "dump of the page"
    CAPTURE = "live capture"
    MEASURED = "live measurement"
    EXTENSION = "extension in production"
    CODE = "others' code"
    DOCUMENTATION = "documentation"
    ASSUMED = "own assumption"


class Confidence(StrEnum):
    """How sure it is."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


_UNVERIFIED: Final = frozenset({Source.CODE, Source.ASSUMED})


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where and when a sign was seen; `date` is the newest, as far as it is known.

    `source` is the best kind among the `count` independent sources; an assumption has none.
    """

    host: str
    date: str
    source: Source
    count: int
    confidence: Confidence

    @property
    def seen(self) -> bool:
        """Whether anybody saw it on the real page, and that is more than a weak report."""
        return self.source not in _UNVERIFIED and self.confidence is not Confidence.LOW

    def __str__(self) -> str:
        if self.source is Source.ASSUMED:
            return f"{self.source}, {self.date}, {self.confidence}"
        sources = "1 source" if self.count == 1 else f"{self.count} sources"
        return f"{self.host}, {self.date}, {self.source}, {sources}, {self.confidence}"


UNTOLD: Final = Provenance("", "no date", Source.ASSUMED, 0, Confidence.LOW)
"""Of a sign that nothing is said of."""


@dataclass(frozen=True, slots=True)
class KnownSign:
    """One sign: what it is a `part` of, how it is written, and of a word the language."""

    part: str
    sign: str
    provenance: Provenance
    language: str = ""

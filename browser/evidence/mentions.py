"""Running text as tokens in clauses, and what is found in it: the words, and where they stand.

Which words speak of which field is the readers' business, one module each; which option they mean
`matcher`'s.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from browser.listing import Evidence, EvidenceSource, Listing
from browser.matching.folding import fold

_LONGEST: Final = 4000
"""Signs of a text that are read; what comes after them is small print."""
_WORD: Final = re.compile(r"[^\W_]+")
_BOUNDARY: Final = re.compile(r"[;:!?()\[\]\n|•·…#>«»\"]|,(?!\d)|\.(?!\d)|\s[-–—*/+]+\s|[–—]")
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "’": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: folded, as written, the clause it is in, and where it stands."""

    word: str
    raw: str
    clause: int
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.raw[:1].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is a word in capital letters."""
        return len(self.raw) > 1 and self.raw.isupper()


@dataclass(frozen=True)
class Passage:
    """One text of a listing."""

    source: EvidenceSource
    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(_tokens(self.text[:_LONGEST]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)

    @cached_property
    def plain(self) -> str:
        """The text in lower case and without accents, sign for sign as far as that goes."""
        return plain(self.text[:_LONGEST])

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """The plain text cut where a clause ends, tidied."""
        parts = (" ".join(part.split()) for part in _BOUNDARY.split(self.plain) if part)
        return tuple(part.strip(" .,-") for part in parts if part.strip(" .,-"))

    def written(self, start: int, end: int) -> str:
        """A part of `plain` as it is written."""
        text = self.text[:_LONGEST]
        if len(text) == len(self.plain):
            return text[start:end]
        return text[self._places[start] : self._places[end - 1] + 1] if end > start else ""

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Where each sign of `plain` stands in the text: `ß` is two of them, an accent none."""
        signs = enumerate(self.text[:_LONGEST])
        places = tuple(place for place, sign in signs for _ in plain(sign))
        # Signs that melt together over more than one are not followed.
        return places if len(places) == len(self.plain) else tuple(range(len(self.plain)))

    def said(self, start: int, end: int) -> str:
        """The words of the tokens from one to before another, as they are written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def before(self, position: int, count: int) -> tuple[str, ...]:
        """Up to `count` words before a token, of its own clause."""
        tokens = self.tokens[max(0, position - count) : position]
        clause = self.tokens[position].clause
        return tuple(token.word for token in tokens if token.clause == clause)

    def after(self, position: int, count: int) -> tuple[str, ...]:
        """Up to `count` words from a position on, of the clause of the token before it."""
        clause = self.tokens[position - 1].clause
        tokens = self.tokens[position : position + count]
        return tuple(token.word for token in tokens if token.clause == clause)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that speak of a field: what the matcher is asked, and what is written."""

    words: str
    evidence: Evidence

    @classmethod
    def of(cls, passage: Passage, words: str, said: str | None = None) -> "Mention":
        """A mention in a passage."""
        written = " ".join((words if said is None else said).split())
        return cls(words, Evidence(passage.source, written))


def passages_of(listing: Listing) -> tuple[Passage, ...]:
    """The texts of a listing that belong to no field, the title first."""
    return (
        Passage(EvidenceSource.TITLE, listing.title),
        Passage(EvidenceSource.DESCRIPTION, listing.description),
    )


@lru_cache(maxsize=128)
def plain(text: str) -> str:
    """Lower case without accents, signs as they are."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _tokens(text: str) -> Iterator[Token]:
    clause, last = 0, 0
    for found in _WORD.finditer(text):
        gap = text[last : found.start()]
        pictured = any(unicodedata.category(sign) in {"So", "Sk"} for sign in gap)
        ends = pictured or _BOUNDARY.search(gap + found[0][:1])
        if gap == "." and last and not text[max(0, last - 2) : last - 1].isalnum():
            ends = None  # `s.Oliver`
        clause += bool(last and ends)
        yield Token("".join(fold(found[0])), found[0], clause, found.start(), found.end())
        last = found.end()

"""For which categories words like those of a text were used: naive Bayes over titles.

The table is a file that `benchmarks.titles` makes of titles that were written for each category of
the site's tree; nothing is fetched. What that counts beside other sources belongs to `features`.
"""

import heapq
import math
import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from struct import Struct
from typing import Final

from browser.listing import Option
from browser.matching.folding import fold
from browser.matching.likeness import Features

TABLE: Final = Path(__file__).with_name("taught.bin")
HEAD: Final = Struct("<4sIIII")
MAGIC: Final = b"fpt1"
LANGUAGES: Final = ("fr", "en", "de")
"""Of the titles, and of the paths that a category is known by."""
SMOOTHING: Final = 0.5
"""What a word that was never used for a category counts as."""
MOST_WORDS: Final = 150
"""Of a text; what comes after them is left."""
PART: Final = 5
"""Letters of a part of a word, its ends marked."""
MOST: Final = 255
"""How often a word is counted for a category at most: one byte."""
_TEMPER: Final = 2.5
"""Words and their parts do not speak apart from each other, so that all together say too much."""
_DESCRIBED: Final = 0.3
"""What a word of the description counts beside one of title, hint and brand."""
_LEAST: Final = -12.0
_STEP: Final = 4.0
_LIKELIEST: Final = 6
NAMES: Final = (
    *("taught by title", "taught by all", "taught first by title", "taught first by all"),
    *("untaught", "taught share", "taught elsewhere"),
)
"""What `Spoken.features` says of a category, in the order of its values."""
UNSAID: Final[Features] = (0.0,) * len(NAMES)
"""Of a category of sport, say, where no word is of sport: titles of its things need not say it."""
_OF_SITE: Final = 0.5
"""A page that has so many of the site's ids has the site's own tree."""


def marks(text: str) -> Iterator[str]:
    """What of a text is counted: its words, each two that follow each other, and their parts."""
    words = fold(text)[:MOST_WORDS]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))
    for word in words:
        if not word.isdigit():
            bounded = f"<{word}>"
            yield from (bounded[at : at + PART] for at in range(len(bounded) - PART + 1))


def number_of(mark: str) -> int:
    """What a mark is found by."""
    return zlib.crc32(mark.encode())


def named(labels: Sequence[str]) -> int:
    """What a path, or a part of one, is found by: the same whatever its case and accents."""
    folded = ">".join(" ".join(fold(label)) for label in labels)
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest())


@dataclass(frozen=True, slots=True)
class Table:
    """What was counted: of each mark the categories and how often it was used for each."""

    made_of: int
    """The CRC-32 of the titles."""
    ids: "array[int]"
    """The site's, 0 where it is not known."""
    paths: "array[int]"
    """A number for each language of each category, one category after the other; 0 without one."""
    ends: "array[int]"
    """The same of root and label alone."""
    totals: "array[int]"
    """How many marks the titles of each category have."""
    marks: "array[int]"
    """Ascending."""
    begins: "array[int]"
    """Where the categories of each mark begin, and where those of the last one end."""
    categories: "array[int]"
    counts: bytes

    def packed(self) -> bytes:
        """The table as it is kept in a file, made where the lowest byte comes first."""
        head = HEAD.pack(MAGIC, self.made_of, len(self.ids), len(self.marks), len(self.categories))
        numbers = (self.ids, self.paths, self.ends, self.totals, self.marks, self.begins)
        every = (*(each.tobytes() for each in (*numbers, self.categories)), self.counts)
        return zlib.compress(b"".join((head, *every)), 9)

    @classmethod
    def unpacked(cls, packed: bytes) -> "Table":
        """The table of a file; raises ValueError for another file."""
        content = zlib.decompress(packed)
        magic, made_of, categories, marks_, entries = HEAD.unpack_from(content)
        if magic != MAGIC:
            raise ValueError(f"a table of titles begins with {MAGIC!r}, not {magic!r}")
        at = HEAD.size

        def take(kind: str, length: int) -> "array[int]":
            nonlocal at
            taken: array[int] = array(kind)
            size = length * taken.itemsize
            taken.frombytes(content[at : at + size])
            at += size
            if sys.byteorder == "big":
                taken.byteswap()
            return taken

        languages = categories * len(LANGUAGES)
        ids, paths, ends = take("I", categories), take("Q", languages), take("Q", languages)
        totals, known, begins = take("I", categories), take("I", marks_), take("I", marks_ + 1)
        return cls(
            made_of, ids, paths, ends, totals, known, begins, take("H", entries), content[at:]
        )


@cache
def table() -> Table:
    """The table that comes with the package, read once."""
    return Table.unpacked(TABLE.read_bytes())


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each category of a page is by its words, those that have one."""

    logs: Sequence[float]
    """The logarithm of its chance, by the place of the option; below any other without one."""
    first: int | None
    """The place of the likeliest."""
    elsewhere: float = 0.0
    """How much likelier than it a category is that the page lacks; 3 at most."""

    @property
    def likeliest(self) -> list[int]:
        """The places of those that come first."""
        if self.first is None:
            return []
        return heapq.nlargest(_LIKELIEST, range(len(self.logs)), key=self.logs.__getitem__)

    @property
    def highest(self) -> float:
        """The height of the likeliest."""
        return 0.0 if self.first is None else self.height(self.first)

    def height(self, at: int) -> float:
        """0 for what is out of the question, 3 for what is certain."""
        return (max(self.logs[at], _LEAST) - _LEAST) / _STEP


class Taught:
    """The categories of one page that the table knows."""

    def __init__(self, options: Sequence[Option], known: Table | None = None) -> None:
        self._table = known or table()
        self._of = _classes(options, self._table)
        self.known: Final = frozenset(at for at, one in enumerate(self._of) if one is not None)
        classes = len(self._table.totals)
        smoothed = SMOOTHING * len(self._table.marks)
        self._unused = [math.log(SMOOTHING / (total + smoothed)) for total in self._table.totals]
        self._counted = [math.log1p(count / SMOOTHING) for count in range(MOST + 1)]
        self._nothing: Final = [0.0] * classes
        self._lacking = sorted(
            {*range(classes)}.difference(one for one in self._of if one is not None)
        )

    def read(self, title: str, description: str) -> "Spoken":
        """What the words of a listing say for each category."""
        by_title, by_all = self.chances((title, 1.0), (description, _DESCRIBED))
        return Spoken(by_title, by_all, self.known)

    def chances(self, *texts: tuple[str, float]) -> list[Chances]:
        """How likely each category is by the first text, by the first two, and so on.

        Each comes with how much it counts. A mark counts once, where it is said first.
        """
        sums, said, counted = list(self._nothing), set[int](), 0.0
        found: list[Chances] = []
        for text, weight in texts:
            for mark in {*map(number_of, marks(text))} - said:
                said.add(mark)
                counted += weight * self._add(mark, weight, sums)
            found.append(self._chances(sums, counted))
        return found

    def _add(self, mark: int, weight: float, sums: list[float]) -> bool:
        """Count a mark for the categories that it was used for; whether it is known."""
        at = bisect_left(self._table.marks, mark)
        if at == len(self._table.marks) or self._table.marks[at] != mark:
            return False
        begin, end = self._table.begins[at], self._table.begins[at + 1]
        counted = self._counted
        for category, count in zip(
            self._table.categories[begin:end], self._table.counts[begin:end], strict=True
        ):
            sums[category] += weight * counted[count]
        return True

    def _chances(self, sums: Sequence[float], counted: float) -> Chances:
        logs = [
            (sums[one] + counted * self._unused[one]) / _TEMPER if one is not None else -math.inf
            for one in self._of
        ]
        if not counted or not self.known:
            return Chances(logs, None)
        most = max(logs)
        whole = most + math.log(sum(math.exp(each - most) for each in logs))
        others = (sums[one] + counted * self._unused[one] for one in self._lacking)
        lead = max(others, default=-math.inf) / _TEMPER - most
        elsewhere = min(max(lead, 0.0), -_LEAST) / _STEP
        return Chances([each - whole for each in logs], logs.index(most), elsewhere)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the words of a listing say for each category: by its title, and by all of it."""

    by_title: Chances
    by_all: Chances
    known: frozenset[int]

    @property
    def likeliest(self) -> set[int]:
        """The places of the categories that come first by either."""
        return {*self.by_title.likeliest, *self.by_all.likeliest} & self.known

    def features(self, at: int) -> Features:
        """What speaks for a category, in the order of `NAMES`."""
        if self.by_all.first is None:
            return UNSAID
        if at not in self.known:
            # Nobody wrote a title for it: what speaks for others speaks not against it.
            highest = (self.by_title.highest, self.by_all.highest)
            return (*highest, 0.0, 0.0, 1.0, 0.0, self.by_all.elsewhere)
        return (
            self.by_title.height(at),
            self.by_all.height(at),
            float(at == self.by_title.first),
            float(at == self.by_all.first),
            0.0,
            math.exp(self.by_all.logs[at]),
            self.by_all.elsewhere,
        )


def _classes(options: Sequence[Option], known: Table) -> list[int | None]:
    """The category of the table that each option is: by its path, its id, or root and label."""
    by_path = {path: at // len(LANGUAGES) for at, path in enumerate(known.paths) if path}
    by_id = {id_: at for at, id_ in enumerate(known.ids) if id_}
    found = [by_path.get(named((*option.parents, option.label))) for option in options]
    ids = [int(option.id) if option.id.isdecimal() else -1 for option in options]
    if sum(id_ in by_id for id_ in ids) >= _OF_SITE * len(options):
        return [by_id.get(id_) if at is None else at for at, id_ in zip(found, ids, strict=True)]
    ends = [named((*option.parents[:1], option.label)) for option in options]
    by_end = _alone(known.ends)
    once = {end for end, count in Counter(ends).items() if count == 1}
    return [
        by_end.get(end) if at is None and end in once else at
        for at, end in zip(found, ends, strict=True)
    ]


def _alone(ends: Sequence[int]) -> dict[int, int]:
    """The category of each root and label that only one has in a language."""
    found: dict[int, int] = {}
    for language in range(len(LANGUAGES)):
        own = ends[language :: len(LANGUAGES)]
        counted = Counter(own)
        found |= {end: at for at, end in enumerate(own) if end and counted[end] == 1}
    return found

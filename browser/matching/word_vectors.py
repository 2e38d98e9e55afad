"""What everyday words mean, as short vectors: `canapé`, `Sofa` and `couch` point the same way.

The table is a file that `benchmarks.distil` makes from a sentence encoder; nothing is fetched and
no package is needed to read it. Which option is like a text belongs to `likeness`.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from itertools import repeat
from operator import add, truediv
from pathlib import Path
from typing import Final

from browser.matching.folding import stem
from browser.matching.text import LINKS

Vector = tuple[float, ...]

DIMENSIONS: Final = 96
STEPS: Final = 7
"""Half a byte for each number, from -7 to 7."""
TABLE: Final = Path(__file__).with_name("word_vectors.bin")
END_OF_WORDS: Final = b"\n\n"

_SHORTEST_PART: Final = 4
_LONGEST_COMPOUND: Final = 40
_HEAD: Final = 0.7
"""What the first part of a compound counts beside its last one, which says what the thing is."""
_DIGITS: Final = {ord(digit): float(int(digit, 16) - 8) for digit in "0123456789abcdef"}
"""What half a byte stands for, by the sign that it has in hexadecimal."""
NOTHING: Final[Vector] = (0.0,) * DIMENSIONS


class WordVectors:
    """A table of stems with a vector each."""

    def __init__(self, packed: bytes) -> None:
        words, _, self._rows = packed.partition(END_OF_WORDS)
        self._numbers = {word: at for at, word in enumerate(words.decode().split("\n"))}
        self._known: dict[str, Vector] = {}

    def of(self, words: Iterable[str]) -> Vector:
        """The direction that folded words have together; `NOTHING` where none is known."""
        known = [vector for word in words if (vector := self._of_word(word)) is not NOTHING]
        if len(known) == 1:
            return known[0]
        together: Vector = reduce(_added, known, NOTHING)
        return _unit(together)

    def _of_word(self, word: str) -> Vector:
        root = stem(word)
        if root in self._numbers:
            return self._of_stem(root)
        for split in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            tail = stem(word[split:])
            if len(word) <= _LONGEST_COMPOUND and tail in self._numbers:
                for link in LINKS:
                    head = stem(word[:split].removesuffix(link))
                    if word[:split].endswith(link) and head in self._numbers:
                        parts = zip(self._of_stem(head), self._of_stem(tail), strict=True)
                        return _unit([_HEAD * first + last for first, last in parts])
        return NOTHING

    def _of_stem(self, root: str) -> Vector:
        if root not in self._known:
            start = self._numbers[root] * DIMENSIONS // 2
            row = self._rows[start : start + DIMENSIONS // 2]
            self._known[root] = _unit(list(map(_DIGITS.__getitem__, row.hex().encode())))
        return self._known[root]


@cache
def word_vectors() -> WordVectors:
    """The table that comes with the package, read once."""
    return WordVectors(TABLE.read_bytes())


def _unit(numbers: Sequence[float]) -> Vector:
    length = math.hypot(*numbers)
    return tuple(map(truediv, numbers, repeat(length))) if length else NOTHING


def _added(first: Vector, second: Vector) -> Vector:
    return tuple(map(add, first, second))

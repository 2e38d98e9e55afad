"""Words that are others but for an ending of number, gender or case."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile
from typing import Final

from browser.matching.folding import stem
from browser.matching.text import Vocabulary

_SHORTEST_BENT: Final = 4
ENDINGS: Final = frozenset(
    {"", "s", "e", "es", "x", "n", "en", "er", "em", "a", "o", "i", "as", "os"}
)
_FOREIGN_ENDINGS: Final = frozenset("aoi")
"""Endings that French, English and German words do not change by."""


@lru_cache(maxsize=64)
def by_stems(vocabulary: Vocabulary, kind: str) -> Mapping[tuple[str, ...], list[tuple[str, ...]]]:
    """The phrases of a field by their stems."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for phrase in vocabulary.phrases(kind):
        found[tuple(map(stem, phrase))].append(phrase)
    return found


def is_bent(word: str, known: str) -> bool:
    """Whether one word is the other but for an ending of number, gender or case."""
    if word == known:
        return True
    short, long = sorted((word, known), key=len)
    if len(short) < _SHORTEST_BENT:
        return False
    if long.startswith(short) and long[len(short) :] in ENDINGS:
        return True
    root = short[:-1]
    return (
        len(root) >= 3
        and short[-1] in "aeo"
        and long.startswith(root)
        and long[len(root) :] in ENDINGS
    )


def is_bent_at_home(word: str, known: str) -> bool:
    """`is_bent`, but for the endings of languages that the text is not in: `plat` is no `plata`."""
    if not is_bent(word, known):
        return False
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(word, known, strict=False))
    kept = len(list(pairs))
    return _FOREIGN_ENDINGS.isdisjoint(word[kept:] + known[kept:])

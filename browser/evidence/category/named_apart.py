"""Sellers' names of several words whose words stand apart: `Veste noire en simili cuir`.

Each name is what its words mean, in whatever order and language; that one stands within another is
decided here, which leaves it stands for in `called`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from browser.listing import FieldName
from browser.matching.folding import Words
from browser.matching.text import Vocabulary

_LONGEST: Final = 40
_LEAST: Final = 2
"""What one word means stands together anyhow, and people alone say nothing of a thing."""

_Name = tuple[frozenset[str], Words]


class NamesApart:
    """The names of several words in one language, with the rows that they stand in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def rows(self, text: str) -> list[Words]:
        """The rows of each name whose words a text has, but for names within longer ones."""
        words = self._vocabulary.content(text, FieldName.CATEGORY)[:_LONGEST]
        said = frozenset(self._vocabulary.concepts(words))
        names = _by_rarest(self._vocabulary)
        found = {
            name: rows
            for concept in sorted(said)
            for name, rows in names.get(concept, ())
            if name <= said
        }
        return [rows for name, rows in found.items() if not any(name < other for other in found)]


@lru_cache(maxsize=16)
def _by_rarest(vocabulary: Vocabulary) -> Mapping[str, list[_Name]]:
    """The names by the concept that the fewest of them have, the same for all pages."""
    names: dict[frozenset[str], Words] = {}
    for concepts, rows in _meant(vocabulary):
        names[concepts] = tuple(dict.fromkeys((*names.get(concepts, ()), *rows)))
    count = Counter(concept for concepts in names for concept in concepts)
    found: dict[str, list[_Name]] = defaultdict(list)
    for concepts, rows in names.items():
        found[min(concepts, key=lambda one: (count[one], one))].append((concepts, rows))
    return found


def _meant(vocabulary: Vocabulary) -> Iterator[_Name]:
    for name, rows in vocabulary.called.items():
        if " " not in name:
            continue
        words = vocabulary.content(name, FieldName.CATEGORY)
        concepts = frozenset(vocabulary.concepts(words))
        if len(concepts - vocabulary.people) >= _LEAST:
            yield concepts, rows

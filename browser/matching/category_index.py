"""What the categories of one list name, and which of them share the most with a text.

A label such as `Robes courtes/mini` names two things. What a text asks for is `category_query`'s,
how well a category fits `category_scores`' matter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from browser.matching.category_scores import Asked, Entry, Level, narrowest, union
from browser.matching.folding import Words, fold
from browser.matching.text import Vocabulary

_MORE: Final = 30
_MOST: Final = 80
_OWN_COUNTS: Final = 2
_DOUBLED: Final = re.compile(r"(\w+) (\w+)/(\w+)")
"""`Robes courtes/mini` are `Robes courtes` and `Robes mini`."""


class Labels:
    """The labels that were read, each once, in the words of one field."""

    def __init__(self, vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._levels: dict[str, Level] = {}

    def level(self, label: str) -> Level:
        """The concepts of a label's things; `Robes courtes/mini` names two."""
        if label not in self._levels:
            whole = self.concepts(label)
            # `Maternity coats & jackets` are all for maternity, `Other tops & t-shirts` all other.
            shared = whole & self._vocabulary.marked
            named = _DOUBLED.sub(r"\1 \2 / \1 \3", label)
            parts = [label] if self._is_one_thing(label) else self._either.split(named)
            things = (narrowest(self.concepts(part), self._vocabulary) | shared for part in parts)
            whole = whole if len(parts) > 1 else narrowest(whole, self._vocabulary)
            self._levels[label] = tuple(dict.fromkeys([whole, *(one for one in things if one)]))
        return self._levels[label]

    def _is_one_thing(self, label: str) -> bool:
        """Whether the tables have a whole label: `Costumes & special outfits` are no suits."""
        return self._vocabulary.names(self._vocabulary.content(label, self._kind))

    @cached_property
    def _either(self) -> re.Pattern[str]:
        """What stands between the things of a label: a sign, or a word of the page's language."""
        words = "|".join(map(re.escape, sorted(self._vocabulary.own_joiners)))
        spoken = rf"|\s+(?:{words})\s+" if words else ""
        return re.compile(rf"\s*[&/,;()]\s*{spoken}", re.IGNORECASE)

    def concepts(self, text: str) -> frozenset[str]:
        """What a text names, in the field's own words."""
        words = self._vocabulary.content(text, self._kind)
        return frozenset(self._vocabulary.concepts(words))

    @cached_property
    def things(self) -> frozenset[str]:
        """What alone names an option or a branch: `jean` does, and is a fabric as well."""
        names = (name for level in self._levels.values() for name in level if len(name) == 1)
        return frozenset[str]().union(*names)

    @property
    def words(self) -> Words:
        """Every word of every label."""
        return tuple(word for label in self._levels for word in fold(label))


class CategoryIndex:
    """The entries of one list, found by the concepts that they have."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def __contains__(self, concept: str) -> bool:
        return concept in self._postings

    def having(self, concept: str) -> list[Entry]:
        """The entries that have a concept, in their order."""
        return [self._entries[number] for number in self._postings.get(concept, ())]

    def closest(self, asked: Asked) -> list[Entry]:
        """The entries that share the most words, in their order: all the best, and some more."""
        shared: Counter[int] = Counter()
        for concept in asked.concepts:
            for number in self._postings.get(concept, ()):
                shared[number] += 1
            for number in self._own_postings.get(concept, ()):
                shared[number] += _OWN_COUNTS
            for number in self._above_postings.get(concept, ()):
                shared[number] += 1
        most = max(shared.values(), default=0)
        equal = (number for number, count in shared.items() if count == most)
        best = set(islice(equal, _MOST))
        more = (number for number, _ in shared.most_common(len(best) + _MORE))
        return [self._entries[number] for number in sorted({*best, *more})]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        return _posted(entry.every for entry in self._entries)

    @cached_property
    def _own_postings(self) -> dict[str, list[int]]:
        return _posted(union([entry.own]) for entry in self._entries)

    @cached_property
    def _above_postings(self) -> dict[str, list[int]]:
        return _posted(entry.above for entry in self._entries)


def _posted(concepts: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each concept the numbers of the entries that have it."""
    postings: dict[str, list[int]] = {}
    for number, names in enumerate(concepts):
        for name in names:
            postings.setdefault(name, []).append(number)
    return postings

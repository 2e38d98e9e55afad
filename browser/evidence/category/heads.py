"""What a label or a title is in the end: a table lamp is a lamp, a `sac à main` a bag.

The first noun says it in Romance languages, the last one in Germanic ones. What that counts
belongs to `features`.
"""

import re
from functools import lru_cache
from typing import Final

from browser.listing import FieldName
from browser.matching.folding import Words
from browser.matching.text import Vocabulary

_KIND: Final = FieldName.CATEGORY
_EITHER: Final = re.compile(r"[&/,;()]|\b(?:et|and|und|oder|ou|or)\b", re.IGNORECASE)
HEAD_LAST: Final = frozenset({"en", "de", "nl", "sv", "da", "no", "fi"})
"""Languages whose compounds end with what the thing is."""


class Heads:
    """The heads of one page's labels, and of titles by them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._last = vocabulary.language in HEAD_LAST
        self._labels: dict[str, frozenset[str]] = {}
        self._known: set[str] = set()

    def of(self, label: str) -> frozenset[str]:
        """What each thing that a label names is; remembered as a head of the page."""
        if label not in self._labels:
            heads = {one for part in _EITHER.split(label) for one in self._part(part)}
            self._labels[label] = frozenset(heads - self._vocabulary.people)
            self._known |= self._labels[label]
        return self._labels[label]

    def of_title(self, title: str) -> str | None:
        """The head of the first nouns of a title that the page knows."""
        found = self._vocabulary.concepts(self._vocabulary.content(title, _KIND))
        named = [one if one in self._known else None for one in found]
        first = next((at for at, one in enumerate(named) if one), None)
        if first is None:
            return None
        end = first
        while self._last and end + 1 < len(named) and named[end + 1]:
            end += 1
        return named[end]

    def widened(self, concepts: frozenset[str]) -> frozenset[str]:
        """Concepts with what they are kinds of."""
        return _widened(self._vocabulary, concepts)

    def are_kind_of(self, things: frozenset[str], held: frozenset[str]) -> bool:
        """Whether any of these things is among what a leaf holds, or a kind of it."""
        wider = self.widened(things) - self._vocabulary.vague
        return bool(wider & held or things & self.widened(held))

    def _part(self, part: str) -> Words:
        words = self._vocabulary.content(part, _KIND)
        if not words:
            return ()
        head = self._vocabulary.concepts((words[-1] if self._last else words[0],))
        whole = self._vocabulary.concepts(words)[:1] if self._vocabulary.names(words) else ()
        return (head[-1] if self._last else head[0], *whole)


@lru_cache(maxsize=1024)
def _widened(vocabulary: Vocabulary, concepts: frozenset[str]) -> frozenset[str]:
    wider = (vocabulary.kinds.get(one, ()) for one in concepts)
    return concepts.union(*wider)

"""A text as it asks for a category: its words, what they name, and which of them count lightly.

Owns spelling, what is said aside (sizes, brands, other fields) and what stands in for a thing that
the page has no name for. How well a category fits is `category_scores`' matter.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from browser.listing import FieldName
from browser.matching.category_index import CategoryIndex, Labels
from browser.matching.category_scores import Asked, narrowest
from browser.matching.field_hints import asides_of
from browser.matching.folding import Words, stem
from browser.matching.text import Vocabulary
from browser.matching.typos import Spellings

_LONGEST: Final = 32
_BETWEEN: Final = ">"
LEVELS: Final = re.compile(r"\s*[>|»›:\n]\s*|\s[/–-]\s")
"""What stands between the levels of a breadcrumb."""


class QueryReader:
    """Reads texts against the categories of one list."""

    def __init__(
        self, vocabulary: Vocabulary, kind: str, labels: Labels, index: CategoryIndex
    ) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._labels = labels
        self._index = index
        self._asides = asides_of(vocabulary) if kind == FieldName.CATEGORY else None

    def asked(self, text: str) -> Asked:
        """What a text asks for."""
        words = self._joined(tuple(self._segmented(text))[:_LONGEST])
        if self._asides:
            words = self._asides.without_sizes(words, self._is_known)
            words = self._asides.without_brands(words, self._is_known)
        spelled = [self._spelled(word) for word in words]
        read = tuple(word for word, _ in spelled)
        light = frozenset(
            concept
            for word in read
            if self._is_light(word)
            for concept in self._vocabulary.concepts((word,))
        )
        likeness = min((sure for _, sure in spelled), default=1.0)
        said = self._concepts_of(read) - {_BETWEEN}
        if not self._several.search(text):
            light |= said - narrowest(said, self._vocabulary)
        meant = {concept: self._offered(concept, said) for concept in said}
        return Asked(
            frozenset(meant.values()),
            light,
            likeness,
            widened=frozenset(wide for concept, wide in meant.items() if wide != concept),
            things=light & self._labels.things,
        )

    def _segmented(self, text: str) -> Iterator[str]:
        """The words of a text, with a sign between levels, which no phrase reaches over."""
        for number, segment in enumerate(LEVELS.split(text)):
            words = self._vocabulary.content(segment, self._kind)
            if number and words:
                yield _BETWEEN
            yield from words

    def _joined(self, words: Words) -> Words:
        """Words that are one word here: `halter neck` where the page has `Halterneck tops`."""
        joined: list[str] = []
        for word in words:
            before = joined[-1] if joined else ""
            one = bool(before) and self._is_one_word(before + word)
            if one and not (self._is_known(before) and self._is_known(word)):
                joined[-1] = before + word
            else:
                joined.append(word)
        return tuple(joined)

    def _is_one_word(self, word: str) -> bool:
        return stem(word) in self._index or self._vocabulary.has_word(word)

    def _offered(self, concept: str, said: frozenset[str]) -> str:
        """What the page has for a thing it has no name for: the nearest wider one, as for whom.

        A nightdress is nightwear, and so is one of a woman where only girls' have their own name.
        """
        if concept not in self._vocabulary.stand_ins:
            return concept
        whose = said & (self._vocabulary.people | self._vocabulary.marked)
        return next(
            (
                name
                for name in (concept, *self._vocabulary.stand_ins[concept])
                if any(whose <= entry.every for entry in self._index.having(name))
            ),
            concept,
        )

    def _concepts_of(self, words: Words) -> frozenset[str]:
        """The concepts of a text; `doudoune femme sans manches` is one thing and for whom."""
        people = self._vocabulary.people
        named = [(set(self._vocabulary.concepts((word,))) <= people, word) for word in words]
        moved = (word for is_for, word in sorted(named, key=lambda one: not one[0]))
        readings = (self._vocabulary.concepts(words), self._vocabulary.concepts(tuple(moved)))
        return min(map(frozenset, readings), key=len)

    def _is_light(self, word: str) -> bool:
        if word.isdigit() or self._vocabulary.is_light(word, self._kind):
            return True
        aside = self._asides and self._asides.is_of_another_field(word)
        return bool(aside) and not self._is_known(word)

    def _is_known(self, word: str) -> bool:
        """Whether a word names something here."""
        [concept, *_] = self._vocabulary.concepts((word,))
        return concept in self._index or self._vocabulary.knows(word)

    def _spelled(self, word: str) -> tuple[str, float]:
        """The known word that is meant, and how sure that is (0 to 1)."""
        words = self._vocabulary
        if self._is_known(word) or self._is_light(word):
            return word, 1.0
        meant = self._spellings.meant(word)
        different = {words.concepts((known,)) for known, _ in meant}
        return meant[0] if len(different) == 1 else (word, 1.0)

    @cached_property
    def _several(self) -> re.Pattern[str]:
        """What stands between several things in a text, where none is a kind of another."""
        words = "|".join(map(re.escape, sorted(self._vocabulary.own_joiners))) or "(?!)"
        return re.compile(rf"[&,]|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings([*self._labels.words, *sorted(self._vocabulary.term_words)])

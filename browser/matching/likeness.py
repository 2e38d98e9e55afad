"""How likely each category is what a text means, from all that speaks for it together.

The word tables' score, the words that are shared with a path and how rare they are, the parts of
words, what words mean (`word_vectors`), and for whom the thing is; `benchmarks.categories` learns
how much each counts. This ranks and fills up; deciding belongs to `matcher`.
"""

import heapq
import math
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

from browser.listing import FieldName, Option, RankedOption
from browser.matching.field_hints import asides_of
from browser.matching.folding import Words, fold
from browser.matching.text import Phrases, Vocabulary
from browser.matching.word_vectors import NOTHING, Vector, word_vectors

Ranker = Callable[[str], list[RankedOption]]
Features = tuple[float, ...]

WEIGHTS: Final[Features] = (2.9, 2.46, 1.72, 3.81, 1.61, 0.6, 2.03, 0.96, 1.91, 1.25, -0.57)
"""How much each feature of `Likeness.features` counts, learned by `benchmarks.categories`."""

_CHANCES: Final = ((0.0, 0.0), (0.07, 0.11), (0.15, 0.2), (0.25, 0.47), (0.35, 0.55), (0.5, 0.76),
                   (0.65, 0.9), (1.0, 0.99))  # fmt: skip
"""A share of all that speaks for anything, and how often such an option was right in batch 1.

It is right more often than its share, since several options may be equally right.
"""
_LONGEST: Final = 32
_NAME: Final = 2
_NUMBER: Final = re.compile(r"(?<=\w{3})(?:e[snr]?|[sn]|x)$")
"""Endings of number in French, English and German."""
_PART: Final = 4
_BOOK: Final = "book"
_OF_EACH: Final = 40
_SURE: Final = 0.7
_UNKNOWN: Final = 6.0
_OWN, _ROOT, _BETWEEN = 1.0, 0.6, 0.4
_SATURATION: Final = 1.2
_OTHER: Final = "other"
_FITS: Final = 9
_AGAINST: Final = 10.0
"""What is for others than was said comes behind everything else."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """An option by the numbers of its labels: its own, the root's, and those between."""

    option: Option
    own: int
    root: int | None
    between: tuple[int, ...]
    people: frozenset[str]
    other: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text gives to compare: its words, their concepts, and parts of words."""

    words: Words
    concepts: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What each source says of a text.

    `tables` and `shared` are by option, `parts` and `near` by label; `most` is the best of
    `shared`, `possible` what an option would have that shares everything.
    """

    tables: Mapping[int, float]
    shared: Mapping[int, float]
    most: float
    possible: float
    parts: Mapping[int, float]
    possible_parts: float
    near: Sequence[float]
    people: frozenset[str]


class Likeness:
    """The categories of one page, ready to be compared with many texts.

    `by_tables` is the ranking of the word tables for the same options.
    """

    def __init__(
        self, options: Sequence[Option], vocabulary: Vocabulary, by_tables: Ranker
    ) -> None:
        self._vocabulary = vocabulary
        self._by_tables = by_tables
        self._asides = asides_of(vocabulary)
        self._products = Phrases(
            {fold(name): what for name, what in vocabulary.products.items()}, _singular
        )
        self._labels: dict[str, int] = {}
        self._concepts: list[frozenset[str]] = []
        self._vectors: list[Vector] = []
        self._branches: dict[tuple[str, ...], tuple[tuple[int, ...], frozenset[str]]] = {}
        self._leaves = [self._leaf(option) for option in options]
        self._numbers = {leaf.option: number for number, leaf in enumerate(self._leaves)}
        self._of_label: dict[int, list[int]] = defaultdict(list)
        for number, leaf in enumerate(self._leaves):
            self._of_label[leaf.own].append(number)
        self._by_concept = _rare(map(self._weighed, self._leaves))
        self._label_words = {word for label in self._labels for word in fold(label)}
        self._by_part = _rare(dict.fromkeys(_parts(fold(label)), 1.0) for label in self._labels)

    def ranked(self, text: str) -> tuple[RankedOption, ...]:
        """The options that may be meant, likeliest first; a score is how likely, from 0 to 1."""
        found = self.features(text)
        strength = {
            number: sum(map(mul, WEIGHTS, values)) - _AGAINST * (values[_FITS] < 0)
            for number, values in found.items()
        }
        most = max(strength.values(), default=0.0)
        chances = {number: math.exp(value - most) for number, value in strength.items()}
        whole = sum(chances.values())
        ordered = sorted(chances, key=lambda number: (-chances[number], number))
        return tuple(
            RankedOption(self._leaves[number].option, _chance(chances[number] / whole), "likely")
            for number in ordered
        )

    def features(self, text: str) -> dict[int, Features]:
        """For the options that anything speaks for, by their place, what each source says."""
        said = self._said(text)
        if not said.words:
            return {}
        meant = word_vectors().of(said.words)
        shared = _sums(self._by_concept, said.concepts)
        evidence = _Evidence(
            tables={self._numbers[one.option]: one.score for one in self._by_tables(text)},
            shared=shared,
            most=max(shared.values(), default=1.0),
            possible=_possible(self._by_concept, said.concepts),
            parts=_sums(self._by_part, said.parts),
            possible_parts=_possible(self._by_part, said.parts),
            near=[_cosine(meant, vector) for vector in self._vectors],
            people=said.concepts & self._vocabulary.people,
        )
        return {
            number: _features(self._leaves[number], number, evidence)
            for number in sorted(self._closest(evidence))
        }

    def concepts(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """What the label of an option names, by its place, and what the levels above it do."""
        leaf = self._leaves[number]
        above = leaf.between if leaf.root is None else (leaf.root, *leaf.between)
        named = (self._concepts[label] for label in above)
        return self._concepts[leaf.own], frozenset[str]().union(*named)

    def nearness(self, text: str, number: int) -> float:
        """How near the meaning of a text comes to one of the labels of an option's path."""
        leaf = self._leaves[number]
        meant = word_vectors().of(self._vocabulary.content(text, FieldName.CATEGORY))
        above = leaf.between if leaf.root is None else (leaf.root, *leaf.between)
        return max(_cosine(meant, self._vectors[label]) for label in (leaf.own, *above))

    def known(self, concepts: frozenset[str]) -> frozenset[str]:
        """Those of some concepts that a label of the page names."""
        return concepts & self._by_concept.keys()

    def product_concepts(self, text: str) -> frozenset[str]:
        """What the known products of a text are."""
        _, words = self._without_names(fold(text)[:_LONGEST])
        return frozenset(self._vocabulary.concepts(words)) if words else frozenset()

    def is_work(self, name: str) -> bool:
        """Whether a name is, beside what else it may be, a book's."""
        known = self._products.get(fold(name)) if name else None
        return known is not None and _BOOK in self._vocabulary.concepts(fold(known))

    def without_names(self, text: str) -> str:
        """A text without words of names of several that are none of a thing: no pot is a Potter."""
        words = fold(text)
        kept: list[str] = []
        position = 0
        while position < len(words):
            length, _ = self._products.longest(words, position)
            inside = words[position : position + (length or 1)]
            kept += inside if length < _NAME else filter(self._is_word, inside)
            position += length or 1
        return " ".join(kept)

    def _is_word(self, word: str) -> bool:
        """Whether a folded word stands in a label or a term as it is written."""
        return word in self._label_words or word in self._vocabulary.term_words

    def rarity(self, concept: str) -> float:
        """How rare a concept is among the paths of the page."""
        return self._by_concept[concept][0] if concept in self._by_concept else 0.0

    def _closest(self, evidence: "_Evidence") -> set[int]:
        """The places of the options that each source puts first."""
        near, parts = evidence.near, evidence.parts
        alike = [label for label in self._of_label if near[label] > 0]
        partly = [label for label in parts if label in self._of_label]
        labels = {
            *heapq.nlargest(_OF_EACH, alike, key=lambda label: near[label]),
            *heapq.nlargest(_OF_EACH, partly, key=lambda label: parts[label]),
        }
        return {
            *heapq.nlargest(_OF_EACH, evidence.shared, key=lambda at: evidence.shared[at]),
            *heapq.nlargest(_OF_EACH, evidence.tables, key=lambda at: evidence.tables[at]),
            *(number for label in labels for number in self._of_label[label]),
        }

    def _leaf(self, option: Option) -> _Leaf:
        own, (above, named) = self._number(option.label), self._above(option.parents)
        every = named | self._concepts[own]
        people = every & self._vocabulary.people
        inside = (self._vocabulary.narrower.get(name, frozenset[str]()) for name in people)
        narrower = (names for names in inside if not names & people)
        root = above[0] if above else None
        other = _OTHER in self._concepts[own]
        return _Leaf(option, own, root, above[1:], people.union(*narrower), other)

    def _above(self, parents: tuple[str, ...]) -> tuple[tuple[int, ...], frozenset[str]]:
        """The numbers of the levels above an option, and what they name; once for a branch."""
        if parents not in self._branches:
            numbers = tuple(map(self._number, parents))
            named = frozenset[str]().union(*(self._concepts[label] for label in numbers))
            self._branches[parents] = numbers, named
        return self._branches[parents]

    def _number(self, label: str) -> int:
        if label not in self._labels:
            self._labels[label] = len(self._labels)
            words = self._vocabulary.content(label, FieldName.CATEGORY)
            self._concepts.append(frozenset(self._vocabulary.concepts(words)))
            self._vectors.append(word_vectors().of(words))
        return self._labels[label]

    def _weighed(self, leaf: _Leaf) -> dict[str, float]:
        """The concepts of a path, its own counting most."""
        weights: dict[str, float] = {}
        root = () if leaf.root is None else (leaf.root,)
        levels = ((_BETWEEN, leaf.between), (_ROOT, root), (_OWN, (leaf.own,)))
        for weight, labels in levels:
            for label in labels:
                weights.update(dict.fromkeys(self._concepts[label], weight))
        return weights

    def _said(self, text: str) -> _Said:
        """The words that may name a category, those of what a known product is among them."""
        spoken, known = self._without_names(fold(text)[:_LONGEST])
        words = self._vocabulary.content(" ".join(spoken), FieldName.CATEGORY)
        words = self._asides.without_sizes(words, self._is_known)
        words = self._asides.without_brands(words, self._is_known)
        aside = self._asides.is_of_another_field
        of_things = tuple(word for word in words if not aside(word) or self._is_known(word))
        every = (*(of_things or words), *known)
        concepts = frozenset(self._vocabulary.concepts(every))
        return _Said(every, concepts, frozenset(_parts(every)))

    def _without_names(self, words: Words) -> tuple[Words, Words]:
        """The words without names of several, as `Harry Potter`, and what known products are."""
        spoken: list[str] = []
        known: list[str] = []
        position = 0
        while position < len(words):
            length, found = self._products.longest(words, position)
            known += filter(self._is_on_the_page, fold(found or ""))
            if length < _NAME:
                spoken.append(words[position])
            position += length or 1
        return tuple(spoken), tuple(known)

    def _is_on_the_page(self, word: str) -> bool:
        return any(concept in self._by_concept for concept in self._vocabulary.concepts((word,)))

    def _is_known(self, word: str) -> bool:
        [concept, *_] = self._vocabulary.concepts((word,))
        return concept in self._by_concept or self._vocabulary.knows(word)


def _singular(word: str) -> str:
    """A word of a name without an ending of number: a name has no stem, `Speedo` is no `Speedy`."""
    return _NUMBER.sub("", word)


def _features(leaf: _Leaf, number: int, said: _Evidence) -> Features:
    score = said.tables.get(number, 0.0)
    above = leaf.between if leaf.root is None else (leaf.root, *leaf.between)
    fits = 0.0
    if said.people and leaf.people:
        fits = 1.0 if said.people & leaf.people else -1.0
    return (
        score,
        max(0.0, score - _SURE) * 3,
        said.shared.get(number, 0.0) / said.possible,
        said.shared.get(number, 0.0) / said.most,
        said.parts.get(leaf.own, 0.0) / said.possible_parts,
        max((said.parts.get(label, 0.0) for label in above), default=0.0) / said.possible_parts,
        said.near[leaf.own],
        said.near[leaf.root] if leaf.root is not None else 0.0,
        max((said.near[label] for label in leaf.between), default=said.near[leaf.own]),
        fits,
        float(leaf.other),
    )


def _chance(share: float) -> float:
    """How often an option with such a share is right, between the points of `_CHANCES`."""
    at = bisect(_CHANCES, (share, 1.0), 1, len(_CHANCES) - 1)
    (low, below), (high, above) = _CHANCES[at - 1 : at + 1]
    return round(below + (above - below) * (share - low) / (high - low), 4)


def _parts(words: Iterable[str]) -> Iterable[str]:
    """Four letters at a time, with a sign for where a word begins and ends; short ones whole."""
    for word in words:
        marked = f"<{word}>"
        yield from (marked[at : at + _PART] for at in range(max(1, len(marked) - _PART + 1)))


def _rare(documents: Iterable[Mapping[str, float]]) -> dict[str, tuple[float, dict[int, float]]]:
    """For each word how rare it is (as in BM25), and what it says for each document."""
    postings: dict[str, dict[int, float]] = defaultdict(dict)
    count = 0
    for number, weights in enumerate(documents):
        count += 1
        length = _SATURATION * (0.5 + 0.1 * len(weights))
        for word, weight in weights.items():
            postings[word][number] = weight * (_SATURATION + 1) / (weight + length)
    rarity = {word: math.log(1 + count / (len(found) + 0.5)) for word, found in postings.items()}
    return {
        word: (rarity[word], {at: rarity[word] * said for at, said in found.items()})
        for word, found in postings.items()
    }


def _sums(
    index: Mapping[str, tuple[float, Mapping[int, float]]], words: Iterable[str]
) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    for word in words:
        if word in index:
            for number, value in index[word][1].items():
                found[number] += value
    return found


def _possible(
    index: Mapping[str, tuple[float, Mapping[int, float]]], words: Iterable[str]
) -> float:
    """What a document would have that says all the words alone."""
    rarities = (index[word][0] if word in index else _UNKNOWN for word in words)
    return sum(rarities) * (_SATURATION + 1) / 2 or 1.0


def _cosine(first: Vector, second: Vector) -> float:
    """Of two of length one; 0 where one says nothing. `dist` is much faster than a sum here."""
    if first is NOTHING or second is NOTHING:
        return 0.0
    return 1 - math.dist(first, second) ** 2 / 2

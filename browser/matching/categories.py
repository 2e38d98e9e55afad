"""Words against options that may have parents: the categories, and lists without word tables.

Levels may come in any order or be missing. A label such as `Jumpers & hoodies` names two things,
and either of them names the option. What a text asks for is read by `category_query`, what the
options name is kept by `category_index`; deciding on the scores belongs to `matcher`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from browser.listing import Option, RankedOption
from browser.matching.category_index import CategoryIndex, Labels
from browser.matching.category_query import LEVELS, QueryReader
from browser.matching.category_scores import (
    Asked,
    Entry,
    Level,
    Reading,
    behind_things,
    implied,
    standing,
    union,
)
from browser.matching.folding import Words, fold
from browser.matching.text import Vocabulary

_FITTING: Final = 0.8
_TWO: Final = 2
_NOT_THE_PATH: Final = 0.8
_FOR_OTHERS: Final = 0.85
_BEHIND: Final = 0.99
_BESIDE_A_THING: Final = 0.6
_OTHER_WORDS: Final = 0.9
"""What an option keeps when another one of the same meaning has the very words."""


class Breadcrumbs:
    """The options of one field, ready to be compared with many texts."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._labels = Labels(vocabulary, kind)
        self._branches: dict[tuple[str, ...], tuple[tuple[Level, ...], frozenset[str]]] = {}
        self._entries = self._told_apart([self._entry(option) for option in options])
        self._index = CategoryIndex(self._entries)
        self._reader = QueryReader(vocabulary, kind, self._labels, self._index)

    def rank(self, text: str) -> list[RankedOption]:
        """The options that share a word with the text, best first; equal ones in their order."""
        asked = self._reader.asked(text)
        read = [Reading.of(entry, asked, self._vocabulary) for entry in self._index.closest(asked)]
        branches = standing(read)
        ranked = [reading.ranked(branches) for reading in read]
        if behind := behind_things(read, self._labels.concepts(LEVELS.split(text)[-1])):
            ranked = [
                replace(one, score=one.score * _BESIDE_A_THING) if one.option in behind else one
                for one in ranked
            ]
        whole = self._by_path.get(fold(text))
        if not whole:
            ranked = self._asking_for_whom(_by_words(ranked, read, fold(text)), read, asked)
        else:
            ranked = [_beside_path(one, one.option in whole) for one in ranked]
            ranked += [
                RankedOption(option, 1.0, "same path")
                for option in whole
                if all(one.option is not option for one in ranked)
            ]
        named = {one.option: len(asked.concepts & one.entry.above) for one in read}
        # Of equal ones first those that are in what the words name.
        ordered = sorted(ranked, key=lambda one: (-one.score, -named.get(one.option, 0)))
        return [one for one in ordered if one.score > 0]

    def _asking_for_whom(
        self, ranked: list[RankedOption], read: Sequence["Reading"], asked: Asked
    ) -> list[RankedOption]:
        """No option leads while it is not said whether it is for women, men or children.

        Where it is said, what is for others stands behind.
        """
        people = self._vocabulary.people
        if said := asked.concepts & people:
            return _others_behind(ranked, [said <= reading.entry.every for reading in read])
        best: dict[str, float] = {}
        for one, reading in zip(ranked, read, strict=True):
            root = one.option.parents[0] if one.option.parents else ""
            if not reading.lightly_left and root and people & union([self._labels.level(root)]):
                best[root] = max(one.score, best.get(root, 0.0))
        fitting = sorted((score for score in best.values() if score >= _FITTING), reverse=True)
        if len(fitting) < _TWO:
            return ranked
        return [replace(one, score=min(one.score, fitting[1])) for one in ranked]

    def _entry(self, option: Option) -> Entry:
        own, (parents, above) = self._labels.level(option.label), self._above(option.parents)
        shorter = implied(own, parents, above - self._vocabulary.marked)
        return Entry(option, own, parents, shorter, above | self._narrower(above | union([own])))

    def _above(self, parents: tuple[str, ...]) -> tuple[tuple[Level, ...], frozenset[str]]:
        """The levels above an option, and what they name; once for a branch."""
        if parents not in self._branches:
            levels = tuple(map(self._labels.level, parents))
            self._branches[parents] = levels, union(levels)
        return self._branches[parents]

    def _told_apart(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """The entries, each with the features that others beside it, or of its kind, are told by.

        Sport skirts are not told apart; all the same a pleated skirt is one of the pleated ones.
        """
        of_branch: dict[tuple[str, ...], frozenset[str]] = {}
        of_kind: dict[tuple[str, ...], frozenset[str]] = {}
        nothing = frozenset[str]()
        for entry in entries:
            branch, own = entry.option.parents, union([entry.own])
            if features := own & self._vocabulary.features:
                of_branch[branch] = of_branch.get(branch, nothing) | features
                for thing in own - features:
                    kind = (*branch[:1], thing)
                    of_kind[kind] = of_kind.get(kind, nothing) | features

        def beside(entry: Entry) -> frozenset[str]:
            branch = entry.option.parents
            kinds = ((*branch[:1], thing) for thing in union([entry.own]))
            told = (of_kind.get(kind, nothing) for kind in kinds)
            return of_branch.get(branch, nothing).union(*told)

        return tuple(replace(entry, beside=beside(entry)) for entry in entries)

    def _narrower(self, every: frozenset[str]) -> frozenset[str]:
        """For whom it may be said more narrowly: a car seat for children is one for a baby."""
        inside = (self._vocabulary.narrower.get(name, frozenset()) for name in every)
        return frozenset[str]().union(*(names for names in inside if not names & every))

    @cached_property
    def _by_path(self) -> dict[Words, list[Option]]:
        paths: dict[Words, list[Option]] = {}
        for entry in self._entries:
            path = _path([*entry.option.parents, entry.option.label])
            paths.setdefault(path, []).append(entry.option)
        return paths


def _path(levels: Iterable[str]) -> Words:
    """A path as it is written, without accents and punctuation."""
    return tuple(word for level in levels for word in fold(level))


def _beside_path(ranked: RankedOption, is_meant: bool) -> RankedOption:
    """The option whose whole path was said leaves the others behind."""
    if is_meant:
        return replace(
            ranked, score=1.0, reason="same path" if ranked.option.parents else "same words"
        )
    return replace(ranked, score=round(ranked.score * _NOT_THE_PATH, 4))


def _others_behind(ranked: list[RankedOption], fitting: Sequence[bool]) -> list[RankedOption]:
    """What is for others than was said stands behind everything that is for them."""
    best = max((one.score for one, fits in zip(ranked, fitting, strict=True) if fits), default=1.0)
    return [
        one if fits else replace(one, score=min(one.score * _FOR_OTHERS, best * _BEHIND))
        for one, fits in zip(ranked, fitting, strict=True)
    ]


def _by_words(
    ranked: list[RankedOption], read: Sequence[Reading], words: Words
) -> list[RankedOption]:
    """Of options that mean the same, the ones whose very words were said lead."""
    said = set(words)
    literal = [set(fold(reading.option.label)) <= said for reading in read]
    meant = {
        _meaning(reading)
        for reading, is_literal in zip(read, literal, strict=True)
        if is_literal and reading.whole
    }
    return [
        replace(one, score=one.score * _OTHER_WORDS)
        if reading.whole and not is_literal and _meaning(reading) in meant
        else one
        for one, reading, is_literal in zip(ranked, read, literal, strict=True)
    ]


def _meaning(reading: Reading) -> tuple[frozenset[str], tuple[str, ...]]:
    """What an option is and for whom."""
    return reading.entry.own[0], reading.option.parents[:2]

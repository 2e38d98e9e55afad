"""Words against options that may have parents: categories, conditions, colours, materials.

Levels may come in any order or be missing. The words that name a whole parent are taken up by that
parent; what is left must name the option itself. Deciding on the scores belongs to `matching`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from browser.listing import Option, RankedOption
from browser.wording import Vocabulary, Words

_LEVELS: Final = re.compile(r"[>›»→/|\\\n]")
_NAMED_BRANCH: Final = 0.7
_BRANCH_SHARE: Final = 0.35
_KNOWN_WORD: Final = 0.96
_RIVAL: Final = 0.75
_NOT_THE_PATH: Final = 0.8
_MORE: Final = 40
_LEAST_LIKENESS: Final = 80.0
_SHORTEST_TYPO: Final = 4


@dataclass(frozen=True, slots=True)
class _Entry:
    """An option's words: its own, and those of each parent."""

    option: Option
    own: frozenset[str]
    parents: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The seller's words, the phrases with a known meaning, and how sure the spelling is."""

    words: Words
    phrases: tuple[tuple[Words, frozenset[str]], ...]
    likeness: float


class Breadcrumbs:
    """The options of one field, ready to be compared with many texts."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._entries = tuple(self._entry(option) for option in options)

    def rank(self, text: str) -> list[RankedOption]:
        """The options that share a word with the text, best first; equal ones in their order."""
        asked = self._asked(text)
        whole = self._by_path.get(
            tuple(frozenset(self._distinct(level)) for level in _levels(text))
        )
        read = [_Reading.of(entry, asked) for entry in self._closest(asked)]
        branches = {reading.branch for reading in read if reading.branch is not None}
        ranked = [reading.ranked(branches) for reading in read]
        if whole:
            ranked = [_beside_path(one, one.option in whole) for one in ranked]
        return sorted((one for one in ranked if one.score > 0), key=lambda one: -one.score)

    def _entry(self, option: Option) -> _Entry:
        parents = tuple(self._words(parent) for parent in option.parents)
        return _Entry(option, self._words(option.label), parents)

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self._distinct(text))

    def _distinct(self, text: str) -> Iterable[str]:
        return dict.fromkeys(self._vocabulary.words(text, self._kind))

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for word in entry.own.union(*entry.parents):
                postings.setdefault(word, []).append(number)
        return postings

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        names: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for name in {entry.option.id, entry.option.label}:
                names.setdefault(name, []).append(number)
        return names

    @cached_property
    def _by_path(self) -> dict[tuple[frozenset[str], ...], list[Option]]:
        paths: dict[tuple[frozenset[str], ...], list[Option]] = {}
        for entry in self._entries:
            paths.setdefault((*entry.parents, entry.own), []).append(entry.option)
        return paths

    def _closest(self, asked: _Asked) -> list[_Entry]:
        """The entries that share the most words, in their order: all the best, and some more."""
        shared = Counter(n for word in set(asked.words) for n in self._postings.get(word, ()))
        meant = {name for _, names in asked.phrases for name in names}
        known = {number for name in meant for number in self._by_name.get(name, ())}
        most = max(shared.values(), default=0)
        best = {number for number, count in shared.items() if count == most}
        more = (number for number, _ in shared.most_common(len(best) + _MORE))
        return [self._entries[number] for number in sorted({*best, *known, *more})]

    def _asked(self, text: str) -> _Asked:
        words = tuple(word for level in _levels(text) for word in self._distinct(level))
        phrases = tuple(self._phrases(words))
        known = {word for phrase, _ in phrases for word in phrase}
        spelled = [(word, 1.0) if word in known else self._spelled(word) for word in words]
        likeness = min((likeness for _, likeness in spelled), default=1.0)
        return _Asked(tuple(word for word, _ in spelled), phrases, likeness)

    def _phrases(self, words: Words) -> Iterator[tuple[Words, frozenset[str]]]:
        """The longest phrases with a meaning, from left to right."""
        meant = self._vocabulary.meant(self._kind)
        position = 0
        while position < len(words):
            for end in range(len(words), position, -1):
                if ids := meant.get(words[position:end]):
                    yield words[position:end], frozenset(ids)
                    position = end
                    break
            else:
                position += 1

    def _spelled(self, word: str) -> tuple[str, float]:
        """The word of the options that is meant, and how alike the two are (0 to 1)."""
        if word in self._postings or len(word) < _SHORTEST_TYPO:
            return word, 1.0
        found = process.extractOne(
            word, self._postings.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
        )
        return (found[0], found[1] / 100) if found else (word, 1.0)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the words fit one option: `own` is the share of its own words, `covered` of the asked.

    `branch` is the path down to the parent that the words name, when they say nothing else.
    """

    entry: _Entry
    known: bool
    own: float
    covered: float
    likeness: float
    branch: tuple[str, ...] | None

    @classmethod
    def of(cls, entry: _Entry, asked: _Asked) -> "_Reading":
        left = Counter(asked.words)
        known = _take_meaning(entry, asked, left)
        named = _take_named(entry, left, known)
        is_branch = not known and left.total() == 0
        own = 1.0 if known else _take(entry.own, left) / max(len(entry.own), 1)
        for level in entry.parents:
            _take(level, left)
        covered = 1 - left.total() / max(len(asked.words), 1)
        branch = entry.option.parents[: max(named) + 1] if named and is_branch else None
        return cls(entry, known, own, covered, asked.likeness, branch)

    def ranked(self, branches: Iterable[tuple[str, ...]]) -> RankedOption:
        """The option with its score, lower when the same words name a branch elsewhere."""
        parents = self.entry.option.parents
        rival = any(parents[: len(branch)] != branch for branch in branches)
        return RankedOption(self.entry.option, round(self._score(rival), 4), self._reason(rival))

    def _score(self, rival: bool) -> float:
        if self.branch is not None:
            return _NAMED_BRANCH * self.likeness
        score = self.covered * self.likeness * (_BRANCH_SHARE + (1 - _BRANCH_SHARE) * self.own)
        return score * (_KNOWN_WORD if self.known else 1) * (_RIVAL if rival and self.own else 1)

    def _reason(self, rival: bool) -> str:
        if self.own == 0:
            return "names only its branch"
        if rival:
            return "also names a branch"
        if self.likeness < 1:
            return "likely spelling"
        if self.known:
            return "known word for it"
        return "same words" if self.own == self.covered == 1 else "some of the words"


def _levels(text: str) -> list[str]:
    """The levels of a breadcrumb, none of them empty."""
    return [level for level in _LEVELS.split(text) if level.strip()]


def _beside_path(ranked: RankedOption, is_meant: bool) -> RankedOption:
    """The option whose whole path was said leaves the others behind."""
    if is_meant:
        return replace(
            ranked, score=1.0, reason="same path" if ranked.option.parents else "same words"
        )
    return replace(ranked, score=round(ranked.score * _NOT_THE_PATH, 4))


def _take_meaning(entry: _Entry, asked: _Asked, left: Counter[str]) -> bool:
    """Take up the words of a phrase that is known to mean the option."""
    for phrase, meant in asked.phrases:
        if meant & {entry.option.id, entry.option.label}:
            left.subtract(phrase)
            return True
    return False


def _take_named(entry: _Entry, left: Counter[str], known: bool) -> list[int]:
    """Take up the words of whole parents, the longest first; the numbers of those parents."""
    longest_first = sorted(range(len(entry.parents)), key=lambda n: -len(entry.parents[n]))
    named = []
    for number in longest_first:
        if _is_named(entry.parents[number], entry, left, known):
            _take(entry.parents[number], left)
            named.append(number)
    return named


def _is_named(level: frozenset[str], entry: _Entry, left: Counter[str], known: bool) -> bool:
    """Whether the words name this whole parent, rather than the option itself."""
    if not level or not all(left[word] for word in level):
        return False
    own_named = not known and all(left[word] for word in entry.own)
    return not (own_named and level <= entry.own)


def _take(level: frozenset[str], left: Counter[str]) -> int:
    """Take up the words of a level, each once; how many of them were there."""
    found = [word for word in level if left[word] > 0]
    left.subtract(found)
    return len(found)

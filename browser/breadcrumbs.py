"""Words against options that may have parents: categories, conditions, colours, materials.

Levels may come in any order or be missing. The words that name a whole parent are taken up by that
parent; what is left must name the option itself. Deciding on the scores belongs to `matching`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from browser.listing import Option, RankedOption
from browser.wording import Vocabulary, Words

_BRANCH_SHARE: Final = 0.35
_KNOWN_WORD_SCORE: Final = 0.96
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
        ranked = [self._ranked(entry, asked) for entry in self._sharing(asked)]
        return sorted(
            (option for option in ranked if option.score > 0), key=lambda ranked: -ranked.score
        )

    def _entry(self, option: Option) -> _Entry:
        parents = tuple(self._words(parent) for parent in option.parents)
        return _Entry(option, self._words(option.label), parents)

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self._vocabulary.words(text, self._kind))

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

    def _sharing(self, asked: _Asked) -> Iterator[_Entry]:
        numbers = {number for word in asked.words for number in self._postings.get(word, ())}
        for _, meant in asked.phrases:
            numbers.update(number for name in meant for number in self._by_name.get(name, ()))
        return (self._entries[number] for number in sorted(numbers))

    def _asked(self, text: str) -> _Asked:
        words = self._vocabulary.words(text, self._kind)
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

    def _ranked(self, entry: _Entry, asked: _Asked) -> RankedOption:
        left = Counter(asked.words)
        known = _take_meaning(entry.option, asked, left)
        whole = [level for level in entry.parents if not known and _names(level, entry, left)]
        for level in entry.parents if known else whole:
            _take(level, left)
        own = 1.0 if known else _take(entry.own, left) / max(len(entry.own), 1)
        for level in entry.parents:
            _take(level, left)
        covered = 1 - left.total() / max(len(asked.words), 1)
        score = covered * (_BRANCH_SHARE + (1 - _BRANCH_SHARE) * own) * asked.likeness
        score *= _KNOWN_WORD_SCORE if known else 1.0
        return RankedOption(entry.option, round(score, 4), _reason(score, known, own, asked))


def _take_meaning(option: Option, asked: _Asked, left: Counter[str]) -> bool:
    for phrase, meant in asked.phrases:
        if meant & {option.id, option.label}:
            left.subtract(phrase)
            return True
    return False


def _names(level: frozenset[str], entry: _Entry, left: Counter[str]) -> bool:
    """Whether the words name this whole parent, rather than the option itself."""
    named = all(left[word] for word in level)
    own_named = bool(entry.own) and all(left[word] for word in entry.own)
    return named and not (own_named and len(entry.own) >= len(level) and level & entry.own)


def _take(level: frozenset[str], left: Counter[str]) -> int:
    """Take up the words of a level, each once; how many of them were there."""
    found = [word for word in level if left[word] > 0]
    left.subtract(found)
    return len(found)


def _reason(score: float, known: bool, own: float, asked: _Asked) -> str:
    if own == 0:
        return "names only its branch"
    if asked.likeness < 1:
        return "likely spelling"
    if known:
        return "known word for it"
    return "same words" if score == 1 else "some of the words"

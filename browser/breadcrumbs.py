"""Words against options that may have parents: the categories, and lists without word tables.

Levels may come in any order or be missing. A label such as `Jumpers & hoodies` names two things,
and either of them names the option. Deciding on the scores belongs to `matching`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final

from browser.listing import Option, RankedOption
from browser.spelling import Spellings
from browser.wording import Vocabulary, Words, fold

_LONGEST: Final = 32
_MORE: Final = 30
_MOST: Final = 80
_FITTING: Final = 0.8
_TWO: Final = 2
_OWN_COUNTS: Final = 2
_NAMED_BRANCH: Final = 0.7
_BRANCH_SHARE: Final = 0.35
_ONE_OF_TWO: Final = 0.89
_RIVAL: Final = 0.75
_UNSAID_MARK: Final = 0.9
_LIGHT_LEFT: Final = 0.91
_LEFT_OVER: Final = 0.78
_VAGUE: Final = 0.78
_NOT_THE_PATH: Final = 0.8

Level = tuple[frozenset[str], ...]
"""What a label may be called: the concepts of each thing that it names."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An option's concepts: its own, and those of each parent.

    `implied` are names without what a parent says already, `slim` for `Slim jeans` in `Jeans`,
    each with the parents' words that may stand beside it.
    """

    option: Option
    own: Level
    parents: tuple[Level, ...]
    implied: tuple[tuple[frozenset[str], frozenset[str]], ...]
    above: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        return _union([self.own]) | self.above


@dataclass(frozen=True, slots=True)
class _Asked:
    """The seller's concepts, those among them that may be left over, how sure the spelling is."""

    concepts: frozenset[str]
    light: frozenset[str]
    likeness: float


class Breadcrumbs:
    """The options of one field, ready to be compared with many texts."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._levels: dict[str, Level] = {}
        self._entries = tuple(self._entry(option) for option in options)

    def rank(self, text: str) -> list[RankedOption]:
        """The options that share a word with the text, best first; equal ones in their order."""
        asked = self._asked(text)
        read = [_Reading.of(entry, asked, self._vocabulary) for entry in self._closest(asked)]
        branches = _standing(read)
        ranked = [reading.ranked(branches) for reading in read]
        whole = self._by_path.get(fold(text))
        if not whole:
            ranked = self._asking_for_whom(ranked, read, asked)
        else:
            ranked = [_beside_path(one, one.option in whole) for one in ranked]
            ranked += [
                RankedOption(option, 1.0, "same path")
                for option in whole
                if all(one.option is not option for one in ranked)
            ]
        return sorted((one for one in ranked if one.score > 0), key=lambda one: -one.score)

    def _asking_for_whom(
        self, ranked: list[RankedOption], read: Sequence["_Reading"], asked: _Asked
    ) -> list[RankedOption]:
        """No option leads while it is not said whether it is for women, men or children."""
        people = self._vocabulary.people
        if asked.concepts & people:
            return ranked
        best: dict[str, float] = {}
        for one, reading in zip(ranked, read, strict=True):
            root = one.option.parents[0] if one.option.parents else ""
            if not reading.lightly_left and root and people & _union([self._level(root)]):
                best[root] = max(one.score, best.get(root, 0.0))
        fitting = sorted((score for score in best.values() if score >= _FITTING), reverse=True)
        if len(fitting) < _TWO:
            return ranked
        return [replace(one, score=min(one.score, fitting[1])) for one in ranked]

    def _entry(self, option: Option) -> _Entry:
        own, parents = self._level(option.label), tuple(map(self._level, option.parents))
        implied = _implied(own, parents, self._vocabulary.marked)
        return _Entry(option, own, parents, implied, _union(parents))

    def _level(self, label: str) -> Level:
        """The concepts of a label's things; `Robes courtes/mini` names two."""
        if label not in self._levels:
            whole = self._concepts(label)
            # `Maternity coats & jackets` are all for maternity, `Other tops & t-shirts` all other.
            shared = whole & self._vocabulary.marked
            things = (self._concepts(thing) | shared for thing in self._either.split(label))
            self._levels[label] = tuple(dict.fromkeys([whole, *(one for one in things if one)]))
        return self._levels[label]

    @cached_property
    def _either(self) -> re.Pattern[str]:
        """What stands between the things of a label: a sign, or a word of the page's language."""
        words = "|".join(map(re.escape, sorted(self._vocabulary.own_joiners)))
        spoken = rf"|\s+(?:{words})\s+" if words else ""
        return re.compile(rf"\s*[&/,;()]\s*{spoken}", re.IGNORECASE)

    def _concepts(self, text: str) -> frozenset[str]:
        words = self._vocabulary.content(text, self._kind)
        return frozenset(self._vocabulary.concepts(words))

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        return _posted(entry.every for entry in self._entries)

    @cached_property
    def _own_postings(self) -> dict[str, list[int]]:
        return _posted(_union([entry.own]) for entry in self._entries)

    @cached_property
    def _by_path(self) -> dict[Words, list[Option]]:
        paths: dict[Words, list[Option]] = {}
        for entry in self._entries:
            path = _path([*entry.option.parents, entry.option.label])
            paths.setdefault(path, []).append(entry.option)
        return paths

    @cached_property
    def _spellings(self) -> Spellings:
        labels = (word for label in self._levels for word in fold(label))
        return Spellings([*labels, *sorted(self._vocabulary.term_words)])

    def _closest(self, asked: _Asked) -> list[_Entry]:
        """The entries that share the most words, in their order: all the best, and some more."""
        shared: Counter[int] = Counter()
        for concept in asked.concepts:
            for number in self._postings.get(concept, ()):
                shared[number] += 1
            for number in self._own_postings.get(concept, ()):
                shared[number] += _OWN_COUNTS
        most = max(shared.values(), default=0)
        equal = (number for number, count in shared.items() if count == most)
        best = set(islice(equal, _MOST))
        more = (number for number, _ in shared.most_common(len(best) + _MORE))
        return [self._entries[number] for number in sorted({*best, *more})]

    def _asked(self, text: str) -> _Asked:
        words = self._vocabulary.content(text, self._kind)[:_LONGEST]
        spelled = [self._spelled(word) for word in words]
        read = tuple(word for word, _ in spelled)
        concepts = frozenset(self._vocabulary.concepts(read))
        light = frozenset(
            concept
            for word in read
            if word.isdigit() or self._vocabulary.is_light(word, self._kind)
            for concept in self._vocabulary.concepts((word,))
        )
        return _Asked(concepts, light, min((sure for _, sure in spelled), default=1.0))

    def _spelled(self, word: str) -> tuple[str, float]:
        """The known word that is meant, and how sure that is (0 to 1)."""
        words = self._vocabulary
        [concept, *_] = words.concepts((word,))
        if concept in self._postings or words.knows(word) or words.is_light(word, self._kind):
            return word, 1.0
        meant = self._spellings.meant(word)
        different = {words.concepts((known,)) for known, _ in meant}
        return meant[0] if len(different) == 1 else (word, 1.0)


@dataclass(frozen=True, slots=True)
class _Branch:
    """A parent that the words name and no option inside it: its path, and what they call it.

    `share` is the part of the words that the path takes up; the rest may be left over.
    """

    path: tuple[str, ...]
    name: frozenset[str]
    label: frozenset[str]
    share: float

    def is_within(self, other: "_Branch") -> bool:
        """Whether another branch is above this one, and the words name it more fully."""
        above = self.path[: len(other.path)] == other.path
        return above and self.name < other.name

    def holds(self, option: Option) -> bool:
        return option.parents[: len(self.path)] == self.path


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the words fit one option: `own` is the share of its own words, `left` what is left over.

    `branch` is the deepest parent that the words name, when they say nothing else.
    """

    entry: _Entry
    own: float
    whole: bool
    covered: float
    left: bool
    lightly_left: bool
    vague: bool
    unmarked: bool
    other: bool
    likeness: float
    branch: "_Branch | None"

    @classmethod
    def of(cls, entry: _Entry, asked: _Asked, vocabulary: Vocabulary) -> "_Reading":
        names = [name for name in entry.own if name <= asked.concepts]
        above = entry.above
        if not names:
            implied = [one for one in entry.implied if one[0] <= asked.concepts]
            names = [name for name, _ in implied]
            above = implied[0][1] if implied else above
        taken = frozenset[str]().union(*names)
        best = max(entry.own, key=lambda name: len(name & asked.concepts) / max(len(name), 1))
        left = asked.concepts - above - taken - best
        hard = left - asked.light
        marked = vocabulary.marked & entry.above - asked.concepts
        return cls(
            entry,
            own=1.0 if names else len(best & asked.concepts) / max(len(best), 1),
            whole=entry.own[0] in names,
            covered=1 - len(hard) / max(len(asked.concepts), 1),
            left=bool(hard),
            lightly_left=bool(left),
            vague=_names_too_much(entry, asked, taken, vocabulary),
            unmarked=bool(marked) and (len(entry.own) > 1 or len(entry.own[0]) == 1),
            other=bool(vocabulary.marked & entry.own[0]),
            likeness=asked.likeness,
            branch=_branch(entry, asked),
        )

    @property
    def option(self) -> Option:
        return self.entry.option

    @property
    def exact(self) -> bool:
        """Whether every word was taken up by the option and its parents."""
        return self.whole and not self.left and not self.lightly_left

    def ranked(self, branches: Sequence[_Branch]) -> RankedOption:
        """The option with its score, lower when the same words name a branch."""
        rival = any(self._is_rival(branch) for branch in branches)
        score = self._score(rival)
        if self.branch and self.branch in branches:
            score = max(score, self._branch_score(self.branch))
        return RankedOption(self.entry.option, round(score, 4), self._reason(rival))

    def is_named(self, name: frozenset[str]) -> bool:
        """Whether these words are in one of the option's names, which are not all the others."""
        return not self.other and any(name <= own for own in self.entry.own)

    def stands_for(self, branch: _Branch) -> bool:
        """Whether a branch has this option for all that the words call it."""
        called = self.entry.own[0] in {branch.name, branch.label}
        return self.own == 1 and called and branch.holds(self.option)

    def _is_rival(self, branch: _Branch) -> bool:
        if self.whole and branch.holds(self.entry.option):
            return branch.name > self.entry.own[0]
        return True

    def _score(self, rival: bool) -> float:
        if self.own == 0 and self.branch:
            return self._branch_score(self.branch)
        score = self.covered * self.likeness * (_BRANCH_SHARE + (1 - _BRANCH_SHARE) * self.own)
        lowered = (
            (_ONE_OF_TWO, self.own == 1 and not self.whole),
            (_UNSAID_MARK, self.unmarked),
            (_LIGHT_LEFT, self.lightly_left),
            (_RIVAL, rival and self.own > 0),
        )
        for factor, applies in lowered:
            score *= factor if applies else 1
        limits = ((_LEFT_OVER, self.left), (_VAGUE, self.vague))
        return min([score, *(limit for limit, applies in limits if applies)])

    def _branch_score(self, branch: _Branch) -> float:
        return _NAMED_BRANCH * (1 + branch.share) / 2 * self.likeness

    def _reason(self, rival: bool) -> str:
        if self.own == 0:
            return "names only its branch"
        if rival:
            return "also names a branch"
        if self.likeness < 1:
            return "likely spelling"
        if self.own < 1 or self.left:
            return "some of the words"
        return "same words" if self.whole else "one of the things it names"


def _names_too_much(
    entry: _Entry, asked: _Asked, taken: frozenset[str], vocabulary: Vocabulary
) -> bool:
    """Whether what was said of an option is no name for it: `bag`, or the leather of a jacket."""
    whole = entry.own[0] <= asked.concepts
    return bool(taken) and (taken <= vocabulary.vague or (not whole and taken <= asked.light))


def _branch(entry: _Entry, asked: _Asked) -> _Branch | None:
    """The deepest parent that the words name, if they name nothing else."""
    if not asked.concepts - asked.light <= entry.above:
        return None
    for depth in range(len(entry.parents), 0, -1):
        path = entry.parents[:depth]
        above = _union(path)
        names = [name for name in path[-1] if name <= asked.concepts]
        if names and asked.concepts - asked.light <= above:
            share = len(asked.concepts & above) / len(asked.concepts)
            parents = entry.option.parents[:depth]
            return _Branch(parents, max(names, key=len), path[-1][0], share)
    return None


def _implied(
    own: Level, parents: tuple[Level, ...], marked: frozenset[str]
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The names of an option without what its parents say, and what else may be said of them.

    `Winter jacket` is no winter coat, so the parents that say the dropped words do not count.
    """
    found = {}
    for name in own:
        dropped = name & _union(parents) - marked
        rest = name - dropped
        if len(dropped) == 1 and rest and rest not in own:
            found[rest] = _union(level for level in parents if not _union([level]) & dropped)
    return tuple(found.items())


def _union(levels: Iterable[Level]) -> frozenset[str]:
    return frozenset(concept for level in levels for name in level for concept in name)


def _standing(read: Sequence[_Reading]) -> list[_Branch]:
    """The branches that the words name, but for those that an option of the same name stands for.

    The ones that take up the most words count, and none where an option takes up all of them and
    the branches do not.
    """
    branches = {reading.branch for reading in read if reading.branch}
    least = 1.0 if any(reading.exact for reading in read) else 0.0
    most = max((branch.share for branch in branches), default=0.0)
    return [
        branch
        for branch in branches
        if branch.share >= max(most, least)
        and not any(branch.is_within(other) for other in branches)
        and not _is_stood_for(branch, read)
    ]


def _is_stood_for(branch: _Branch, read: Sequence[_Reading]) -> bool:
    """Whether one option of a branch is all that the words can mean in it."""
    inside = [reading for reading in read if branch.holds(reading.option)]
    if any(reading.stands_for(branch) for reading in inside):
        return True
    named = [reading for reading in inside if reading.is_named(branch.name)]
    return len(named) == 1 and named[0].own == 1


def _posted(concepts: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each concept the numbers of the entries that have it."""
    postings: dict[str, list[int]] = {}
    for number, names in enumerate(concepts):
        for name in names:
            postings.setdefault(name, []).append(number)
    return postings


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

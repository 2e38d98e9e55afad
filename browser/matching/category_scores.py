"""How a seller's concepts fit one option and its parents: what is taken up and what is left over.

`categories` makes the concepts of both sides; deciding on the scores belongs to `matcher`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from browser.listing import Option, RankedOption
from browser.matching.text import Vocabulary

_NAMED_BRANCH: Final = 0.7
_BRANCH_SHARE: Final = 0.35
_ONE_OF_TWO: Final = 0.89
_RIVAL: Final = 0.75
_UNSAID_MARK: Final = 0.9
_LIGHT_LEFT: Final = 0.91
_LEFT_OVER: Final = 0.78
_VAGUE: Final = 0.78

Level = tuple[frozenset[str], ...]
"""What a label may be called: the concepts of each thing that it names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An option's concepts: its own, and those of each parent.

    `implied` are names without what a parent says already, `slim` for `Slim jeans` in `Jeans`,
    each with the parents' words that may stand beside it. `beside` are the features that the
    options of the same branch are told apart by.
    """

    option: Option
    own: Level
    parents: tuple[Level, ...]
    implied: tuple[tuple[frozenset[str], frozenset[str]], ...]
    above: frozenset[str]
    beside: frozenset[str] = frozenset()

    @property
    def every(self) -> frozenset[str]:
        return union([self.own]) | self.above


@dataclass(frozen=True, slots=True)
class Asked:
    """The seller's concepts, those among them that may be left over, how sure the spelling is.

    `widened` are the concepts that stand for a narrower one that was said; `things` those of the
    light ones that alone name an option or a branch.
    """

    concepts: frozenset[str]
    light: frozenset[str]
    likeness: float
    widened: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Branch:
    """A parent that the words name and no option inside it: its path, and what they call it.

    `share` is the part of the words that the path takes up; the rest may be left over. `said` is
    that part of the words that may not.
    """

    path: tuple[str, ...]
    name: frozenset[str]
    label: frozenset[str]
    share: float
    said: float

    def is_within(self, other: "Branch") -> bool:
        """Whether another branch is above this one, and the words name it more fully."""
        above = self.path[: len(other.path)] == other.path
        return above and self.name < other.name

    def holds(self, option: Option) -> bool:
        return option.parents[: len(self.path)] == self.path


@dataclass(frozen=True, slots=True)
class Reading:
    """How the words fit one option: `own` is the share of its own words, `left` what is left over.

    `branch` is the deepest parent that the words name, when they say nothing else; `near` counts
    when they say more, as `slim` of women's jeans, which may be any of them. `by_aside` is an
    option that only words name which may be left over, as jeans in `denim shorts`.
    """

    entry: Entry
    own: float
    whole: bool
    covered: float
    left: bool
    lightly_left: bool
    vague: bool
    unmarked: bool
    other: bool
    likeness: float
    branch: "Branch | None"
    near: float
    light: frozenset[str]
    by_aside: bool

    @classmethod
    def of(cls, entry: Entry, asked: Asked, vocabulary: Vocabulary) -> "Reading":
        names = [name for name in entry.own if name <= asked.concepts]
        above = entry.above
        is_short = not names
        if is_short:
            shorter = [one for one in entry.implied if one[0] <= asked.concepts]
            names = [name for name, _ in shorter]
            above = shorter[0][1] if shorter else above
        taken = frozenset[str]().union(*names)
        best = max(entry.own, key=lambda name: len(name & asked.concepts) / max(len(name), 1))
        left = asked.concepts - above - taken - best
        hard = left - asked.light
        # `Jean large` may be any jeans, and is no trousers only because those are told apart so.
        vague = _names_too_much(entry, asked, taken, vocabulary) or (
            is_short and bool(asked.things - entry.every)
        )
        if hard and not vague and asked.concepts & vocabulary.people:
            hard -= (hard & vocabulary.features) - entry.beside
        marked = vocabulary.marked & entry.above - asked.concepts
        return cls(
            entry,
            own=1.0 if names else len(best & asked.concepts) / max(len(best), 1),
            whole=entry.own[0] in names,
            covered=1 - len(hard) / max(len(asked.concepts), 1),
            left=bool(hard),
            lightly_left=bool(left),
            vague=vague,
            unmarked=bool(marked) and (len(entry.own) > 1 or len(entry.own[0]) == 1),
            other=bool(vocabulary.marked & entry.own[0]),
            likeness=asked.likeness,
            branch=_branch(entry, asked),
            near=_near(entry, asked) if left - asked.light else 0.0,
            by_aside=bool(names) and all(name <= asked.light for name in names),
            light=asked.light,
        )

    @property
    def option(self) -> Option:
        return self.entry.option

    @property
    def exact(self) -> bool:
        """Whether every word was taken up by the option and its parents."""
        return self.whole and not self.left and not self.lightly_left

    def ranked(self, branches: Sequence[Branch]) -> RankedOption:
        """The option with its score, lower when the same words name a branch."""
        rival = any(self._is_rival(branch) for branch in branches)
        score = self._score(rival)
        if self.branch and self.branch in branches:
            score = max(score, self._branch_score(self.branch))
        score = max(score, self.near * self.likeness)
        return RankedOption(self.entry.option, round(score, 4), self._reason(rival))

    def is_named(self, name: frozenset[str]) -> bool:
        """Whether these words are in one of the option's names, which are not all the others."""
        return not self.other and any(name <= own for own in self.entry.own)

    def is_named_in(self, said: frozenset[str]) -> bool:
        """Whether some words hold one of the option's names."""
        return any(name <= said for name in self.entry.own)

    def stands_for(self, branch: Branch) -> bool:
        """Whether a branch has this option for all that the words call it."""
        called = self.entry.own[0] in {branch.name, branch.label}
        return self.own == 1 and called and branch.holds(self.option)

    def _is_rival(self, branch: Branch) -> bool:
        if self.whole and branch.holds(self.entry.option):
            return branch.name - self.light > self.entry.own[0]
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

    def _branch_score(self, branch: Branch) -> float:
        return _NAMED_BRANCH * (1 + branch.said) / 2 * self.likeness

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
    entry: Entry, asked: Asked, taken: frozenset[str], vocabulary: Vocabulary
) -> bool:
    """Whether what was said of an option is no name for it: `bag`, or the leather of a jacket."""
    if not taken:
        return False
    if taken <= vocabulary.vague and not taken & asked.widened:
        return True
    anybodys = taken <= vocabulary.everyday and entry.every & vocabulary.people
    if anybodys and not (asked.concepts - taken) & entry.above:
        return True
    return not entry.own[0] <= asked.concepts and taken <= asked.light


def _branch(entry: Entry, asked: Asked) -> Branch | None:
    """The deepest parent that the words name, if they name nothing else."""
    if not asked.concepts - asked.light <= entry.above:
        return None
    for depth in range(len(entry.parents), 0, -1):
        path = entry.parents[:depth]
        above = union(path)
        names = [name for name in path[-1] if name <= asked.concepts]
        if names and asked.concepts - asked.light <= above:
            share = len(asked.concepts & above) / len(asked.concepts)
            parents = entry.option.parents[:depth]
            heavy = len(asked.concepts - (asked.light - above))
            said = len(asked.concepts & above) / heavy
            return Branch(parents, max(names, key=len), path[-1][0], share, said)
    return None


def _near(entry: Entry, asked: Asked) -> float:
    """How much of the words the path of an option takes up, if they name a parent below its root.

    Never enough to decide, or to hold up another option.
    """
    if not any(name <= asked.concepts for level in entry.parents[1:] for name in level):
        return 0.0
    return _NAMED_BRANCH * (1 + len(asked.concepts & entry.above) / len(asked.concepts)) / 2


def behind_things(read: Sequence[Reading], said: frozenset[str]) -> frozenset[Option]:
    """The options named by what another thing of their branch is made of: jeans by denim shorts.

    `said` is the end of a path, so that `Shorts > Jeans` are jeans.
    """
    things = {
        reading.option.parents
        for reading in read
        if reading.own == 1 and not reading.by_aside and reading.is_named_in(said)
    }
    return frozenset(
        reading.option for reading in read if reading.by_aside and reading.option.parents in things
    )


def standing(read: Sequence[Reading]) -> list[Branch]:
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


def _is_stood_for(branch: Branch, read: Sequence[Reading]) -> bool:
    """Whether one option of a branch is all that the words can mean in it."""
    inside = [reading for reading in read if branch.holds(reading.option)]
    if any(reading.stands_for(branch) for reading in inside):
        return True
    named = [reading for reading in inside if reading.is_named(branch.name)]
    return len(named) == 1 and named[0].own == 1


def implied(
    own: Level, parents: tuple[Level, ...], above: frozenset[str]
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The names of an option without what its parents say, and what else may be said of them.

    `above` is what counts of all that the parents say.
    `Winter jacket` is no winter coat, so the parents that say the dropped words do not count.
    """
    found = {}
    for name in own:
        dropped = name & above
        rest = name - dropped
        if len(dropped) == 1 and rest and rest not in own:
            found[rest] = union(level for level in parents if not union([level]) & dropped)
    return tuple(found.items())


def narrowest(concepts: frozenset[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Concepts without those that another one is a kind of: a `Chelsea boot` is a Chelsea."""
    kinds = vocabulary.kinds
    wider = [kinds[concept] for concept in concepts if concept in kinds]
    return concepts.difference(*wider) if wider else concepts


def union(levels: Iterable[Level]) -> frozenset[str]:
    return frozenset[str]().union(*map(_whole, levels))


@lru_cache(maxsize=8192)
def _whole(level: Level) -> frozenset[str]:
    # Asked for each of the options of a page, many times over, and levels are few.
    return frozenset[str]().union(*level)

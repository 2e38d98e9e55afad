"""Which categories of a page are one thing: under two paths, or for either sex.

Ankle boots stand in boots and beside them: whoever means one of them means the other as well.
What is likeliest belongs to `reader`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from browser.evidence.audience import AGES, SEXES
from browser.evidence.category.compared import Leaf
from browser.matching.folding import Words, fold
from browser.matching.likeness import Features
from browser.matching.text import Vocabulary


@dataclass(slots=True)
class Ranked:
    """A category with its share of all that speaks for anything; `others` are the same thing."""

    leaf: Leaf
    features: Features
    share: float
    others: list[Leaf] = field(default_factory=list)


class Groups:
    """The leaves of a page by what they are."""

    def __init__(self, leaves: Sequence[Leaf], vocabulary: Vocabulary) -> None:
        self._leaves = leaves
        self._marks = vocabulary.marked
        self._rows: dict[tuple[Words, ...], str] = {
            tuple(map(fold, label.split(">"))): row for label, row in vocabulary.alike.items()
        }
        self._alike = {leaf.option: self._row(leaf) for leaf in leaves}
        self._sexes: dict[tuple[frozenset[str], frozenset[str]], set[str]] = defaultdict(set)
        self._looks: dict[tuple[Words, frozenset[str]], list[Leaf]] = defaultdict(list)
        for leaf in leaves:
            self._looks[fold(leaf.option.label), leaf.people].append(leaf)
            row = self._alike[leaf.option]
            for thing in (*leaf.things, *leaf.branches, *([frozenset({row})] if row else ())):
                self._sexes[thing, leaf.people - SEXES].update(leaf.people & SEXES)

    def of(
        self, shares: Iterable[tuple[int, float, Features]], *, either: bool = False
    ) -> list[Ranked]:
        """Leaves by their places, the likeliest first, with those that are the same thing.

        For `either` sex the same thing for the other one is, too.
        """
        groups: list[Ranked] = []
        for at, share, features in shares:
            leaf = self._leaves[at]
            same = next((one for one in groups if self._is_same(one.leaf, leaf, either)), None)
            if same:
                same.share += share
                same.others.append(leaf)
            else:
                groups.append(Ranked(leaf, features, share))
        return sorted(groups, key=lambda one: -one.share)

    def _is_same(self, one: Leaf, other: Leaf, either: bool) -> bool:
        if self._is_one(one, other):
            return True
        aged = one.people - SEXES == other.people - SEXES
        sexed = one.people & SEXES and other.people & SEXES
        return either and bool(aged and sexed and set(one.things) & set(other.things))

    def has_both_sexes(self, leaf: Leaf) -> bool:
        """Whether the same thing, or what a friend takes as well, is there for both of an age."""
        age, row = leaf.people - SEXES, self._alike[leaf.option]
        things = (*leaf.things, *([frozenset({row})] if row else ()))
        return len(set[str]().union(*(self._sexes[thing, age] for thing in things))) > 1

    def is_also_elsewhere(self, leaf: Leaf, said: frozenset[str]) -> bool:
        """Whether the same label stands in another branch for the same people, and none is said.

        Dungarees are among trousers and among outerwear.
        """
        if not leaf.people & SEXES:
            return False
        twins = self._looks[fold(leaf.option.label), leaf.people]
        marks = leaf.every & self._marks
        others = [
            one
            for one in twins
            if one is not leaf and one.every & self._marks == marks and not self._is_one(one, leaf)
        ]
        return any(not (leaf.every - one.every) & said for one in others)

    def _row(self, leaf: Leaf) -> str | None:
        """The row of what a friend takes either of; a label with its parent says it first."""
        label = fold(leaf.option.label)
        levels = [(fold(parent), label) for parent in leaf.option.parents[-1:]]
        return next((self._rows[one] for one in (*levels, (label,)) if one in self._rows), None)

    def _is_either(self, one: Leaf, other: Leaf) -> bool:
        """Whether a friend takes either of them, for whoever both are for."""
        row = self._alike[one.option]
        if row is None or row != self._alike[other.option]:
            return False
        ages = one.people & AGES, other.people & AGES
        return one.people & SEXES == other.people & SEXES and (ages[0] == ages[1] or not all(ages))

    def _is_one(self, one: Leaf, other: Leaf) -> bool:
        if self._is_either(one, other):
            return True
        if one.people != other.people or one.every & self._marks != other.every & self._marks:
            return False
        same_label = fold(one.option.label) == fold(other.option.label)
        if not same_label and not set(one.things) & set(other.things):
            return False
        first, second = (
            {fold(label) for label in leaf.option.parents[1:]} for leaf in (one, other)
        )
        return first <= second or second <= first

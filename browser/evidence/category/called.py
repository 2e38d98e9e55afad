"""Which categories of a page sellers' names for things stand for: `PJs` for nightwear.

A name's rows (`Vocabulary.called`) are words of labels in any language; here they become the leaves
of the open page whose labels they have whole. What that counts belongs to `features`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from browser.evidence.category.named_apart import NamesApart
from browser.listing import FieldName, Option
from browser.matching.folding import Words, fold
from browser.matching.likeness import Features, Likeness
from browser.matching.text import Vocabulary

NAMES: Final = (
    *("called in title", "called first", "called last", "called alone", "others called"),
    *("called in hint", "others called in hint", "called in description"),
    *("called apart", "others called apart", "called apart by all", "called what is lacking"),
)
_Named = Sequence[frozenset[int]]
"""The leaves of each name that a text has."""
_NO_LEAF: Final = -1
_LONGEST: Final = 32
_OR: Final = " | "
_MADE_OF: Final = frozenset({("de",), ("d",), ("a",), ("du",)})
_WHOLE: Final = "= "
"""A row that stands for what has all its words in its path: no table is a table lamp."""
_ENOUGH: Final = 0.9
_AS_GOOD: Final = 0.6
"""A leaf is meant as well when its path has nearly as much of a row as the best one's."""


class Called:
    """The names that sellers have for what is on one page."""

    def __init__(
        self, options: Sequence[Option], vocabulary: Vocabulary, likeness: Likeness
    ) -> None:
        self._vocabulary = vocabulary
        self._likeness = likeness
        branches = {label for option in options for label in option.parents}
        labels = {
            _numbered(option.label): (option.label,)
            for option in options
            if option.label not in branches
        }
        self._names = _names(vocabulary)
        self._apart = NamesApart(vocabulary)
        self._page_names = labels
        self._alone = {name for name in labels if len(name) == 1}
        self._most_words = max(map(len, (*self._names, *labels)), default=0)
        self._labels = [fold(option.label) for option in options]
        self._own: list[frozenset[str]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        self._known: dict[str, frozenset[int]] = {}
        for at in range(len(options)):
            own, _ = likeness.concepts(at)
            self._own.append(own - vocabulary.people or own)
            for concept in self._own[-1]:
                self._with[concept].append(at)

    def features(
        self, title: str, hint: str, description: str
    ) -> tuple[Mapping[int, Features], Features]:
        """For the leaves that something calls by name, in the order of `NAMES`; for all others."""
        in_title, in_hint, described = map(self._rows, (title, hint, description))
        apart, by_all = self._named_apart(title), self._named_apart(f"{hint} {title} {description}")
        found = frozenset[int]().union(*in_title, *in_hint, *described[:1], *apart, *by_all)

        lacking = float(self._names_what_is_lacking(title))

        def of(at: int) -> Features:
            own = self._of(at, in_title, in_hint, described)
            return (*own, *_of_apart(at, apart, by_all), lacking)

        return {at: of(at) for at in found}, of(_NO_LEAF)

    def _named_apart(self, text: str) -> list[frozenset[int]]:
        """The leaves of each name whose words a text has, in whatever order."""
        found = (frozenset[int]().union(*map(self._leaves, one)) for one in self._apart.rows(text))
        return [leaves for leaves in found if leaves]

    def _of(
        self,
        at: int,
        in_title: _Named,
        in_hint: _Named,
        described: _Named,
    ) -> Features:
        by_title = [row for row in in_title if at in row]
        alone = any(len({self._labels[one] for one in row}) == 1 for row in by_title)
        by_hint = any(at in row for row in in_hint)
        return (
            float(bool(by_title)),
            float(bool(by_title) and at in in_title[0]),
            float(bool(by_title) and at in in_title[-1]),
            float(alone),
            float(bool(in_title) and not by_title),
            float(by_hint),
            float(bool(in_hint) and not by_hint),
            float(bool(described) and at in described[0]),
        )

    def _names_what_is_lacking(self, text: str) -> bool:
        """Whether a text has a seller's name for what this page has no place for: a table lamp."""
        words = _numbered(text)[:_LONGEST]
        position = 0
        while position < len(words):
            name = self._name(words, position)
            if name and not any(map(self._leaves, self._meant(name))):
                return True
            position += len(name) or 1
        return False

    def _rows(self, text: str) -> list[frozenset[int]]:
        """The leaves that each name in a text stands for, in the order of its words."""
        words = _numbered(text)[:_LONGEST]
        found: list[frozenset[int]] = []
        position = 0
        while position < len(words):
            name = self._name(words, position)
            if name in self._alone and words[position + 1 : position + 2] in _MADE_OF:
                name = ()  # `Table de ping-pong`
            if leaves := frozenset[int]().union(*map(self._leaves, self._meant(name))):
                found.append(leaves)
            position += len(name) or 1
        return found

    def _name(self, words: Words, start: int) -> Words:
        """The longest name at a position."""
        for length in range(min(self._most_words, len(words) - start), 0, -1):
            if self._meant(name := words[start : start + length]):
                return name
        return ()

    def _meant(self, name: Words) -> tuple[str, ...]:
        """The rows of a name: sellers' names count before labels."""
        return self._names.get(name, ()) or self._page_names.get(name, ())

    def _leaves(self, row: str) -> frozenset[int]:
        """The leaves that a row stands for: of its alternatives, what is a path, else all."""
        if row not in self._known:
            row_names = [self._named(each) for each in row.removeprefix(_WHOLE).split(_OR)]
            found = [(named, self._best(named)) for named in row_names]
            paths = [
                {at: weight for at, weight in best.items() if named <= self._every(at)}
                for named, best in found
            ]
            is_path = row.startswith(_WHOLE) or (any(paths) and len(paths) > 1)
            sets = paths if is_path else [best for _, best in found]
            most = _AS_GOOD * max((value for each in sets for value in each.values()), default=0.0)
            self._known[row] = frozenset(
                at for each in sets for at, value in each.items() if value >= most
            )
        return self._known[row]

    def _named(self, text: str) -> frozenset[str]:
        words = self._vocabulary.content(text, FieldName.CATEGORY)
        return frozenset(self._vocabulary.concepts(words))

    def _every(self, at: int) -> frozenset[str]:
        own, above = self._likeness.concepts(at)
        return own | above

    def _best(self, named: frozenset[str]) -> dict[int, float]:
        """The leaves whose labels are said whole, those whose paths have most of what is said.

        What is meant only where it is said, as sport, is left out where the page has it plain.
        """
        near = {at for concept in named for at in self._with.get(concept, ())}
        whole = {at for at in near if self._own[at] <= named}
        plain = {self._own[at] for at in whole if self._is_said(at, named)}
        sums = {
            at: self._weight(at, named)
            for at in whole
            if self._is_said(at, named) or self._own[at] not in plain
        }
        most = _ENOUGH * max(sums.values(), default=0.0)
        return {at: value for at, value in sums.items() if value >= most}

    def _is_said(self, at: int, named: frozenset[str]) -> bool:
        return not self._every(at) & self._vocabulary.marked - named

    def _weight(self, at: int, named: frozenset[str]) -> float:
        return sum(self._likeness.rarity(one) for one in self._every(at) & named)


@lru_cache(maxsize=16)
def _names(vocabulary: Vocabulary) -> dict[Words, tuple[str, ...]]:
    """Sellers' names, the same for all pages of a language."""
    found: dict[Words, tuple[str, ...]] = {}
    for name, rows in vocabulary.called.items():
        # `sleepsuit` and `sleepsuits` are one name, and may stand in different rows.
        words = _numbered(name)
        found[words] = tuple(dict.fromkeys((*found.get(words, ()), *rows)))
    return found


def _of_apart(at: int, apart: _Named, by_all: _Named) -> Features:
    named = any(at in row for row in apart)
    return (float(named), float(bool(apart) and not named), float(any(at in row for row in by_all)))


def _numbered(text: str) -> Words:
    """Words whether they stand for one or for several; stems would make `trousers` a `trousse`."""
    return tuple(word.removesuffix("s") for word in fold(text))

"""A hint that is the path of one category, level by level, as the page gives it or nearly so.

Whether the rest of the listing is about something else is decided in `reader`.
"""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import Final

from browser.evidence.category.compared import Leaf
from browser.matching.folding import Words, fold

_ARROWS: Final = re.compile(r"[>›»→]")
_BARS: Final = re.compile(r"[/|\\]|\s-\s")
_LEAST_LEVELS: Final = 2
"""One level alone may be a word that is a category's name by chance: `CD`, `Autres`."""
_JOINING: Final = frozenset(
    {"a", "au", "aux", "d", "de", "del", "da", "di", "du", "en", "para", "per", "pour"}
)
_Levels = tuple[Words, ...]


class Paths:
    """The leaves of a page by their paths."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._whole: dict[_Levels, list[Leaf]] = defaultdict(list)
        self._by_label: dict[Words, list[tuple[_Levels, Leaf]]] = defaultdict(list)
        self._branches: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._above: set[Words] = set()
        for leaf in leaves:
            levels = tuple(_level(each) for each in (*leaf.option.parents, leaf.option.label))
            self._whole[levels].append(leaf)
            self._by_label[levels[-1]].append((levels, leaf))
            self._branches[leaf.option.parents].update(leaf.own)
            self._above.update(levels[:-1])

    def leaf(self, hint: str) -> Leaf | None:
        """The one category whose path the hint is; None for several.

        Levels may be left out, but for the last one; a name that is a branch's as well (`Femme >
        Jupes`) then names the branch.
        """
        between = _ARROWS if _ARROWS.search(hint) else _BARS  # a label may hold a bar of its own
        levels = tuple(_level(level) for level in between.split(hint) if level.strip())
        if len(levels) < _LEAST_LEVELS:
            return None
        found = self._whole.get(levels) or self._named(levels)
        return found[0] if len(found) == 1 else None

    def of_branch(self, leaf: Leaf) -> Set[str]:
        """What tells the categories of its branch apart."""
        return self._branches[leaf.option.parents]

    def _named(self, levels: _Levels) -> list[Leaf]:
        if levels[-1] in self._above:
            return []
        return [
            leaf for path, leaf in self._by_label.get(levels[-1], ()) if _in_order(levels, path)
        ]


def of_path(text: str, leaf: Leaf) -> str:
    """The words of a text that are in a path, in one number or the other."""
    named = {
        _number(word) for label in (*leaf.option.parents, leaf.option.label) for word in fold(label)
    }
    return " ".join(word for word in fold(text) if _number(word) in named)


def begins(text: str, leaf: Leaf) -> bool:
    """Whether a text begins with a label, and not with what is made of it by a `de` or an `à`."""
    words, label = _level(text), _level(leaf.option.label)
    beginning, rest = words[: len(label)], words[len(label) :]
    return beginning == label and not (rest and rest[0] in _JOINING)


def _level(label: str) -> Words:
    return tuple(_number(word) for word in fold(label))


def _number(word: str) -> str:
    """A word whether it stands for one or for several."""
    return word.removesuffix("s")


def _in_order(levels: _Levels, path: _Levels) -> bool:
    rest = iter(path)
    return all(level in rest for level in levels)


def is_called(text: str, leaf: Leaf) -> bool:
    """Whether a text has every word of a label, in one number or the other."""
    label = _level(leaf.option.label)
    return bool(label) and {*label} <= {_number(word) for word in fold(text)}

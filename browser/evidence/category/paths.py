"""A hint that is the path of one category, level by level, as the page gives it.

Whether the rest of the listing is about something else is decided in `reader`.
"""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import Final

from browser.evidence.category.features import Leaf
from browser.matching.text import Words, fold

_ARROWS: Final = re.compile(r"[>›»→]")
_BARS: Final = re.compile(r"[/|\\]|\s-\s")
_LEAST_LEVELS: Final = 2
"""One level alone may be a word that is a category's name by chance: `CD`, `Autres`."""


class Paths:
    """The leaves of a page by their paths, also by the ends of these."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves: dict[tuple[Words, ...], list[Leaf]] = defaultdict(list)
        self._branches: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for leaf in leaves:
            self._branches[leaf.option.parents].update(leaf.own)
            levels = tuple(fold(level) for level in (*leaf.option.parents, leaf.option.label))
            for start in range(len(levels) - _LEAST_LEVELS + 1):
                self._leaves[levels[start:]].append(leaf)

    def leaf(self, hint: str) -> Leaf | None:
        """The one category whose path the hint is, or the end of whose path; None for several."""
        between = _ARROWS if _ARROWS.search(hint) else _BARS  # a label may hold a bar of its own
        levels = tuple(fold(level) for level in between.split(hint) if level.strip())
        found = self._leaves.get(levels, [])
        return found[0] if len(found) == 1 else None

    def of_branch(self, leaf: Leaf) -> Set[str]:
        """What tells the categories of its branch apart."""
        return self._branches[leaf.option.parents]


def of_path(text: str, leaf: Leaf) -> str:
    """The words of a text that are in a path, in one number or the other."""
    named = {word for label in (*leaf.option.parents, leaf.option.label) for word in fold(label)}
    alike = named | {f"{word}s" for word in named} | {word.removesuffix("s") for word in named}
    return " ".join(word for word in fold(text) if word in alike)

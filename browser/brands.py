"""Names against options that are names: brands, where a part of a name is another name.

The same name, a known other name for it, or a slip of the keyboard decide; anything else is only
shown. Deciding on the scores belongs to `matching`.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from browser.listing import Option, RankedOption
from browser.wording import Vocabulary, Words, compact, fold

_SAME: Final = 1.0
_ALIAS: Final = 0.96
_SOUND: Final = 0.93
_SLIP: Final = 0.9
_PART: Final = 0.6
_SIMILAR: Final = 65.0
_SHORTEST_DOUBLED: Final = 4
_SHORTEST_SOUND: Final = 5
_SHORTEST_SLIP: Final = 6
_SHORTEST_CHANGED: Final = 8
_SHORTEST_TWO_SLIPS: Final = 12
_LONGEST: Final = 100
_REPEATED: Final = re.compile(r"(.)\1+")
_SOUNDS: Final = (("ph", "f"), ("ch", "k"), ("ck", "k"), ("qu", "k"), ("c", "k"), ("y", "i"))


class Names:
    """The options of a field of names, ready to be compared with many texts."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._named = [
            (option, compact(option.label), frozenset(fold(option.label))) for option in options
        ]

    def rank(self, text: str) -> list[RankedOption]:
        """The options whose name is like the text, best first; equal ones in their order."""
        text = text[:_LONGEST]
        words = self._vocabulary.content(text, self._kind)
        meant = self._meant(words)
        asked, parts = compact(text), frozenset(fold(text))
        ranked = []
        for option, name, name_parts in self._named:
            sure, reason = _likeness(asked, name)
            if not sure and self._bare(text) == self._bare(option.label):
                sure, reason = _ALIAS, "same name"
            if not sure and (option.id in meant or name in map(compact, meant)):
                sure, reason = (_ALIAS if len(meant) == 1 else _PART), "known name for it"
            if not sure:
                sure, reason = _resemblance(asked, name, shared=bool(parts & name_parts))
            ranked.append(RankedOption(option, sure, reason))
        return sorted((one for one in ranked if one.score > 0), key=lambda one: -one.score)

    def _meant(self, words: Words) -> tuple[str, ...]:
        """The names that another name stands for, also where it is written with a slip."""
        aliases = self._vocabulary.phrases(self._kind)
        if words in aliases:
            return aliases[words]
        asked = "".join(words)
        near = {ids for alias, ids in aliases.items() if _likeness(asked, "".join(alias))[0]}
        return next(iter(near)) if len(near) == 1 else ()

    def _bare(self, text: str) -> str:
        """A name without the words that stand for its `&`."""
        return "".join(word for word in fold(text) if word not in self._vocabulary.joiners)


def _likeness(asked: str, name: str) -> tuple[float, str]:
    """How sure it is that one name was meant for the other; 0 where it is another name."""
    if asked == name:
        return _SAME, "same name"
    shortest = min(len(asked), len(name))
    if shortest >= _SHORTEST_DOUBLED - 1 and _single(asked) == _single(name):
        return (_SOUND, "likely spelling") if len(_single(name)) >= _SHORTEST_DOUBLED - 1 else _NO
    if shortest >= _SHORTEST_SOUND and _sound(asked) == _sound(name):
        return _SOUND, "likely spelling"
    return (_SLIP, "likely spelling") if _is_slip(asked, name) else _NO


_NO: Final = (0.0, "")


def _is_slip(asked: str, name: str) -> bool:
    """Whether the difference is a slip of the keyboard, and not a longer or another name."""
    if min(len(asked), len(name)) < _SHORTEST_SLIP or asked[:1] != name[:1]:
        return False
    if asked.startswith(name):
        return asked == f"{name}s"
    allowed = 2 if len(asked) >= _SHORTEST_TWO_SLIPS else 1
    slips = OSA.distance(asked, name, score_cutoff=allowed)
    changed = len(asked) == len(name) and sorted(asked) != sorted(name)
    return slips <= allowed and (not changed or len(asked) >= _SHORTEST_CHANGED)


def _resemblance(asked: str, name: str, *, shared: bool) -> tuple[float, str]:
    """How alike two different names look; never enough to decide."""
    if shared:
        return _PART, "part of the name"
    likeness = fuzz.ratio(asked, name)
    return (round(likeness / 200, 4) if likeness > _SIMILAR else 0.0), "a similar name"


def _single(name: str) -> str:
    return _REPEATED.sub(r"\1", name)


def _sound(name: str) -> str:
    for written, spoken in _SOUNDS:
        name = name.replace(written, spoken)
    return _single(name)

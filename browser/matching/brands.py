"""Names against options that are names: brands, where a part of a name is another name.

The same name, a known other name for it, or a slip of the keyboard decide; anything else is only
shown. Deciding on the scores belongs to `matcher`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from browser.listing import Option, RankedOption
from browser.matching import distances
from browser.matching.folding import Words, compact, fold
from browser.matching.text import Vocabulary

_SAME: Final = 1.0
_ALIAS: Final = 0.96
_NONE: Final = 1.0
_NO_BRAND: Final = "none"
"""The id of the option for none, and what the words for it mean."""
_WITH_ADDITION: Final = 0.86
_SOUND: Final = 0.93
_SLIP: Final = 0.9
_PART: Final = 0.6
_SIMILAR: Final = 65.0
_SHORTEST_DOUBLED: Final = 3
_SHORTEST_SOUND: Final = 5
_SHORTEST_SLIP: Final = 6
_SHORTEST_CHANGED: Final = 8
_SHORTEST_TWO_SLIPS: Final = 12
_LONG_NAME: Final = 10
_TWO_WORDS: Final = 2
_MOST_SLIPS: Final = 2
_SHORTEST_FIRST: Final = 4
_ARTICLES: Final = frozenset({"le", "la", "les", "the", "el", "los", "der", "die", "das", "il"})
_LONGEST: Final = 100
_BRACKETED: Final = re.compile(r"\s*([^()]{2,}?)\s*\([^()]+\)\s*$")
_REPEATED: Final = re.compile(r"(.)\1+")
_SOUNDS: Final = (
    ("eau", "o"),
    ("au", "o"),
    ("th", "t"),
    ("gh", "g"),
    ("ph", "f"),
    ("ch", "k"),
    ("ck", "k"),
    ("qu", "k"),
    ("c", "k"),
    ("y", "i"),
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the forms in which it is compared: `bare` has no word for `&`."""

    joined: str
    ordered: Words
    words: frozenset[str]
    bare: str
    single: str
    sound: str


class Names:
    """The options of a field of names, ready to be compared with many texts."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._named = [(option, self._name(option.label)) for option in options]

    def rank(self, text: str) -> list[RankedOption]:
        """The options whose name is like the text, best first; equal ones in their order."""
        words = self._vocabulary.content(text[:_LONGEST], self._kind)
        if none := self._none(words):
            return none
        ranked = self._ranked(text[:_LONGEST], words)
        if ranked and ranked[0].score >= _SLIP:
            return ranked
        # `marque Diesel`: without the word for a brand it may be the name of one.
        bare = self._ranked(" ".join(words), words) if words != fold(text[:_LONGEST]) else []
        if bare and bare[0].score >= _SLIP:
            return bare
        if "&" in text or self._says_none(words):
            return ranked
        return self._with_additions(text[:_LONGEST], words) or ranked

    def _with_additions(self, text: str, words: Words) -> list[RankedOption]:
        """The brand beside whose name more is said; nothing if unsure."""
        if (before := _BRACKETED.match(text)) and (named := self._before(before[1])):
            return named
        every = fold(text)
        for is_addition in (self._is_line, self._is_addition):
            kept = tuple(word for word in every if word not in words or not is_addition(word))
            if named := self._with_addition(kept, every):
                return named
        return []

    def _before(self, text: str) -> list[RankedOption]:
        """The brand before a bracket: `kalenji (decathlon)`; nothing if unsure."""
        ranked = self._ranked(text, self._vocabulary.content(text, self._kind))
        sure = bool(ranked) and ranked[0].score >= _SLIP
        return [replace(one, score=min(one.score, _WITH_ADDITION)) for one in ranked if sure]

    def _none(self, words: Words) -> list[RankedOption]:
        """Having no brand, where every word says so: `handmade, no label`.

        The site lists `Fait main` as a brand; who says that has none.
        """
        phrases, position = self._vocabulary.phrases(self._kind), 0
        while position < len(words):
            length, meant = phrases.longest(words, position)
            if meant != (_NO_BRAND,):
                return []
            position += length
        return [
            RankedOption(option, _NONE, "known name for it")
            for option, _ in self._named
            if option.id == _NO_BRAND and words
        ]

    def _says_none(self, words: Words) -> bool:
        """Whether some of the words say that there is none: `sans marque, robe Zara` asks."""
        phrases = self._vocabulary.phrases(self._kind)
        return any(
            phrases.longest(words, position)[1] == (_NO_BRAND,) for position in range(len(words))
        )

    def _with_addition(self, bare: Words, every: Words) -> list[RankedOption]:
        """The brand whose name has additions, as `Tommy Hilfiger jeans`; nothing if unsure."""
        names = [bare, self._vocabulary.content(" ".join(bare), self._kind)]
        for name in names if bare and bare != every else []:
            ranked = self._ranked(" ".join(name), name)
            if ranked and ranked[0].score >= _SLIP:
                reason = "name with an addition"
                return [
                    replace(one, score=min(one.score, _WITH_ADDITION), reason=reason)
                    for one in ranked
                ]
        return []

    def _is_line(self, word: str) -> bool:
        """Whether a word beside a brand's name says a line of it, a place or a model."""
        return word.isdigit() or self._vocabulary.is_light(word, self._kind)

    def _is_addition(self, word: str) -> bool:
        """Whether it says that, a thing, or for whom it is.

        Children's lines are often brands of their own.
        """
        words = self._vocabulary
        children = words.narrower.get("kids", frozenset[str]()) | {"kids"}
        named = (
            len(word) >= _SHORTEST_FIRST
            and words.has_word(word)
            and children.isdisjoint(words.concepts((word,)))
        )
        return named or self._is_line(word)

    def _ranked(self, text: str, words: Words) -> list[RankedOption]:
        asked = self._name(text)
        meant = self._meant(words)
        known = frozenset(map(compact, meant))
        ranked = [
            RankedOption(option, *self._score(asked, name, option.id in meant, known))
            for option, name in self._named
        ]
        return sorted((one for one in ranked if one.score > 0), key=lambda one: -one.score)

    def _score(
        self, asked: _Name, name: _Name, is_meant: bool, known: frozenset[str]
    ) -> tuple[float, str]:
        sure, reason = _likeness(asked, name)
        if len(known) > 1 and (sure or is_meant):
            return _PART, "known name for it"
        if sure:
            return sure, reason
        if asked.bare == name.bare or (len(name.words) > 1 and asked.words == name.words):
            return _ALIAS, "same name"
        if _is_short_for(asked, name) or _has_one_slip(asked.ordered, name.ordered):
            return _SLIP, "likely spelling"
        if is_meant or name.joined in known:
            return (_ALIAS if len(known) == 1 else _PART), "known name for it"
        return _resemblance(asked, name)

    def _meant(self, words: Words) -> tuple[str, ...]:
        """The names that another name stands for, also where it is written with a slip."""
        aliases = self._vocabulary.phrases(self._kind)
        if words in aliases:
            return aliases[words]
        run = "".join(words)
        if run in self._products and all(name.joined != run for _, name in self._named):
            return (self._products[run],)
        asked = self._name(" ".join(words))
        near = {ids for alias, ids in self._aliases if _likeness(asked, alias)[0]}
        return next(iter(near)) if len(near) == 1 else ()

    @cached_property
    def _products(self) -> Mapping[str, str]:
        """What a brand is known by, in one run of letters: `nike air max`, `penneys`."""
        return {compact(product): name for product, name in self._vocabulary.known_by.items()}

    @cached_property
    def _aliases(self) -> list[tuple[_Name, tuple[str, ...]]]:
        aliases = self._vocabulary.phrases(self._kind)
        return [(self._name(" ".join(alias)), ids) for alias, ids in aliases.items()]

    def _name(self, text: str) -> _Name:
        words, joined = fold(text), compact(text)
        bare = "".join(word for word in words if word not in self._vocabulary.joiners)
        return _Name(joined, words, frozenset(words), bare, _single(joined), _sound(joined))


def _likeness(asked: _Name, name: _Name) -> tuple[float, str]:
    """How sure it is that one name was meant for the other; 0 where it is another name."""
    if asked.joined == name.joined:
        return _SAME, "same name"
    shortest = min(len(asked.joined), len(name.joined))
    doubled = shortest >= _SHORTEST_DOUBLED and asked.single == name.single
    if doubled or (shortest >= _SHORTEST_SOUND and asked.sound == name.sound):
        return _SOUND, "likely spelling"
    slip = _is_slip(asked.joined, name.joined)
    return (_SLIP, "likely spelling") if slip else (0.0, "")


def _is_short_for(asked: _Name, name: _Name) -> bool:
    """`Tommy H` for `Tommy Hilfiger`, and `coq sportif` for `le coq sportif`."""
    if name.ordered[:1] and name.ordered[0] in _ARTICLES and asked.ordered == name.ordered[1:]:
        return len(asked.joined) >= _SHORTEST_SLIP
    pairs = list(zip(asked.ordered, name.ordered, strict=False))
    return (
        len(asked.ordered) == len(name.ordered) == _TWO_WORDS
        and any(len(said) >= _SHORTEST_FIRST and said == full for said, full in pairs)
        and all(said == full or (len(said) == 1 and said == full[0]) for said, full in pairs)
    )


def _has_one_slip(asked: Words, name: Words) -> bool:
    """`the north fesse`: one word of three or more has slips, and is like the right one."""
    different = [pair for pair in zip(asked, name, strict=False) if pair[0] != pair[1]]
    if len(different) != 1 or len(asked) != len(name) or len(name) <= _TWO_WORDS:
        return False
    said, full = (_single(word) for word in different[0])
    alike = said[0] == full[0] and min(len(said), len(full)) >= _SHORTEST_FIRST
    return alike and distances.slips(said, full, _MOST_SLIPS) <= _MOST_SLIPS


def _is_slip(asked: str, name: str) -> bool:
    """Whether the difference is a slip of the keyboard, and not a longer or another name."""
    if min(len(asked), len(name)) < _SHORTEST_SLIP or asked[:1] != name[:1]:
        return False
    if asked.startswith(name):
        # `Ralph Laurent`: a letter more is a slip only of a long name.
        return asked == f"{name}s" or (len(name) >= _LONG_NAME and len(asked) == len(name) + 1)
    allowed = 2 if len(asked) >= _SHORTEST_TWO_SLIPS else 1
    if abs(len(asked) - len(name)) > allowed:
        return False
    slips = distances.slips(asked, name, allowed)
    if len(asked) >= _SHORTEST_CHANGED and sorted(asked) == sorted(name):
        # `calvin kline`: the same letters, one of which stands elsewhere.
        return distances.slips(asked, name, _MOST_SLIPS) <= _MOST_SLIPS
    changed = len(asked) == len(name) and sorted(asked) != sorted(name)
    return slips <= allowed and (not changed or len(asked) >= _SHORTEST_CHANGED)


def _resemblance(asked: _Name, name: _Name) -> tuple[float, str]:
    """How alike two different names look; never enough to decide."""
    if asked.words & name.words:
        return _PART, "part of the name"
    likeness = distances.likeness(asked.joined, name.joined, _SIMILAR)
    return round(likeness / 200, 4), "a similar name"


def _single(name: str) -> str:
    return _REPEATED.sub(r"\1", name)


def _sound(name: str) -> str:
    for written, spoken in _SOUNDS:
        name = name.replace(written, spoken)
    return _single(name)

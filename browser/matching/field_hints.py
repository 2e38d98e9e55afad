"""What a text about one field says of another: the size in `Sneakers Herren Gr. 43`.

Takes sizes and brands out of the words that name a category, and says which words belong to the
other fields. What the rest means is decided by `categories`.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from browser.listing import FieldName
from browser.matching.folding import Words, fold, stem
from browser.matching.text import Vocabulary

_SYSTEMS: Final = frozenset({"eu", "eur", "fr", "uk", "us", "it"})
_MEASURES: Final = frozenset({"cm", "mm"})
_LETTER: Final = re.compile(r"x{1,4}[sl]|[2-9]xl")
_SHORT_LETTER: Final = frozenset("sml")
_WAISTS: Final = frozenset({"w", "l"})
_PARTS: Final = re.compile(r"([a-z]*)(\d{1,3})(.*)")
_CUP: Final = re.compile(r"[a-k]{1,2}")
_REST: Final = re.compile(r"x\d{2,3}|l\d{2}")
_SHORTEST_BRAND: Final = 4
_NO_BRAND: Final = ("none",)
_ELSEWHERE: Final = (FieldName.CONDITION, FieldName.COLOR, FieldName.MATERIAL)


class FieldHints:
    """The words of one vocabulary that say a size, a state, a colour or a material."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        said = {word for text in vocabulary.noise.get(FieldName.SIZE, ()) for word in fold(text)}
        people = (word for word in said if vocabulary.people & set(vocabulary.concepts((word,))))
        self._cues = said - set(people)
        other = vocabulary.phrases(FieldName.BRAND).items()
        known = [name for name, meant in other if meant != _NO_BRAND]
        # Of one word only where it is long enough to be nothing else.
        self._brands = frozenset(
            name
            for name in (*known, *map(fold, vocabulary.brands))
            if len(name) > 1 or len(name[0]) >= _SHORTEST_BRAND
        )
        self._longest_brand = max(map(len, self._brands), default=0)
        self._units = {word for text in vocabulary.units for word in fold(text)}
        self._elsewhere = frozenset(
            stem(word)
            for kind in _ELSEWHERE
            for phrase in vocabulary.phrases(kind)
            for word in phrase
        )

    def is_of_another_field(self, word: str) -> bool:
        """Whether a folded word is one that conditions, colours or materials are said with."""
        return stem(word) in self._elsewhere

    def without_sizes(self, words: Words, is_known: Callable[[str], bool]) -> Words:
        """The folded words without a size; all of them if there is nothing else.

        `is_known` says whether a word names something here, as `ps5` and `3ds` do.
        """
        return tuple(self._kept(words, is_known)) or words

    def without_brands(self, words: Words, is_known: Callable[[str], bool]) -> Words:
        """The folded words without the names of known brands; all if there is nothing else."""
        kept: list[str] = []
        position = 0
        while position < len(words):
            length = self._brand(words, position, is_known)
            if not length:
                kept.append(words[position])
            position += length or 1
        return tuple(kept) or words

    def _brand(self, words: Words, position: int, is_known: Callable[[str], bool]) -> int:
        """How many words from here on are the name of a brand."""
        longest = min(self._longest_brand, len(words) - position)
        for length in range(longest, 0, -1):
            name = words[position : position + length]
            if name in self._brands and (length > 1 or not is_known(name[0])):
                return length
        return 0

    def _kept(self, words: Words, is_known: Callable[[str], bool]) -> Iterator[str]:
        position = 0
        while position < len(words):
            length = self._size(words, position, is_known)
            if not length:
                yield words[position]
            position += length or 1

    def _size(self, words: Words, position: int, is_known: Callable[[str], bool]) -> int:
        """How many words from here on are a size."""
        word = words[position]
        follows = words[position + 1] if position + 1 < len(words) else ""
        if word in self._cues | _SYSTEMS and follows:
            named = follows in _SHORT_LETTER or self._alone(follows) or follows.isdigit()
            if named and not is_known(follows):
                return 2
        if word.isdigit() and follows in self._units | _SYSTEMS | _MEASURES:
            return 2
        last = position > 0 and not follows and word in _SHORT_LETTER
        return int(not is_known(word) and (last or self._alone(word)))

    def _alone(self, word: str) -> bool:
        """Whether a word is a size by itself: `xl`, `t38`, `90b`, `6ans`, `220x240`, `w32l34`."""
        if _LETTER.fullmatch(word):
            return True
        parts = _PARTS.fullmatch(word)
        if not parts or not (parts[1] or parts[3]):
            return False
        before = not parts[1] or parts[1] in self._cues | _SYSTEMS | _WAISTS
        ends = self._units | _SYSTEMS | _MEASURES
        after = not parts[3] or parts[3] in ends or _CUP.fullmatch(parts[3])
        return before and bool(after or _REST.fullmatch(parts[3]))


@lru_cache(maxsize=32)
def asides_of(vocabulary: Vocabulary) -> FieldHints:
    """The hints of a vocabulary, made once."""
    return FieldHints(vocabulary)

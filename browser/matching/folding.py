"""Free text reduced to comparable words: folded, and stemmed.

Pure functions over strings. What the words mean is said by the tables of `text`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

Words = tuple[str, ...]

_SHORTEST_STEM: Final = 3
_SHORTEST_BEFORE_ENDING: Final = 4
_SHORTEST_PLURAL: Final = 6
_LONGEST_CACHED: Final = 100
_LAST_KEPT: Final = 0x2100
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_DOTTED: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""`T.B.E.`, and what else is said by first letters."""
_JOINED: Final = str.maketrans({"'": None, "’": None, "`": None})
_ENDINGS: Final = ("ern", "en", "em", "er", "n", "i", "o", "a", "y")
"""Endings of number, gender and case that `stem` takes off once, the longest first."""


def fold(text: str) -> Words:
    """The words of a text in lower case, without accents or punctuation."""
    return _folded(text) if len(text) > _LONGEST_CACHED else _folded_before(text)


def compact(text: str) -> str:
    """A name as one run of letters and digits: `Levi's` and `LEVIS` are the same."""
    return "".join(fold(text.translate(_JOINED)))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its usual ending of number, gender or case; digits stay as they are."""
    if word.isdigit():
        return word
    if len(word) >= _SHORTEST_PLURAL and word.endswith("aux") and not word.endswith("eaux"):
        word = f"{word[:-2]}l"  # French: `muraux` is the plural of `mural`.
    for signs in ("sx", "e", "s"):
        if len(word) > _SHORTEST_STEM and word[-1] in signs and not word.endswith("ss"):
            word = word[:-1]
    word = _without_ending(word)
    doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiou"
    return word[:-1] if doubled else word


def stems(text: str) -> Words:
    """The stemmed words of a text."""
    return tuple(stem(word) for word in fold(text))


def _folded(text: str) -> Words:
    letters = text.casefold()
    if "." in letters:
        letters = _DOTTED.sub(lambda found: f"{found[0].replace('.', '')} ", letters)
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters.translate(_LETTERS))
    return tuple(letters.translate(_SIGNS).split())


class _Signs(dict[int, str | None]):
    """What becomes of a sign: nothing of an accent, a space of what is no letter and no digit.

    Remembered for the alphabets of Europe: what is kept has a bound.
    """

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        kept = None if unicodedata.combining(sign) else sign if sign.isalnum() else " "
        if code < _LAST_KEPT:
            self[code] = kept
        return kept


_SIGNS: Final = _Signs()
_folded_before: Final = lru_cache(maxsize=16384)(_folded)
"""`_folded`, remembered for short texts only: what is kept has a bound."""


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BEFORE_ENDING:
            return word.removesuffix(ending)
    return word

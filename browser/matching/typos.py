"""Typing slips: the known word that a word with a slip or two was meant to be.

Careful, since a wrong guess is worse than a question: short words allow only letters that are
doubled, left out, added or swapped. What the words mean belongs to the callers.
"""

from collections.abc import Iterable
from typing import Final

from browser.matching.distances import additions, nearest, slips

_SHORTEST: Final = 4
_LONGEST: Final = 30
_LONG: Final = 7
_VERY_LONG: Final = 9
_ONE_SLIP: Final = 0.93
_TWO_SLIPS: Final = 0.86


class Spellings:
    """Known words, among which slips are looked up."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            if len(word) >= _SHORTEST:
                self._by_letter.setdefault(word[0], []).append(word)

    def meant(self, word: str) -> list[tuple[str, float]]:
        """The known words that this one may be a slip of, the nearest ones alike."""
        if not _SHORTEST <= len(word) <= _LONGEST or any(sign.isdigit() for sign in word):
            return []
        allowed = 2 if len(word) >= _VERY_LONG else 1
        near = nearest(word, self._by_letter.get(word[0], ()), allowed)
        fitting = [(known, number) for known, number in near if _is_slip(word, known)]
        fewest = min((number for _, number in fitting), default=0)
        sure = _ONE_SLIP if fewest <= 1 else _TWO_SLIPS
        return [(known, sure) for known, number in fitting if number == fewest]


def _is_slip(word: str, known: str) -> bool:
    """Whether the difference is a slip, and not another word: `table` is not `cable`."""
    shorter = min(len(word), len(known))
    if shorter >= _VERY_LONG or (shorter >= _LONG and slips(word, known) == 1):
        return True
    swapped = sorted(word) == sorted(known)
    return swapped or additions(word, known) == 1

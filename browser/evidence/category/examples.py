"""What a listing has in common with the titles that things of each category usually have.

Compares words, neighbours and the ends of long words, the rarer the more. The titles are the
marketplace's (`browser.matching.titles`); how much this counts is learned with the other features.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from browser.matching.text import fold, stem

_WORD, _PAIR, _PART = 1.0, 0.5, 0.35
_ENDS: Final = 5
_WITH_BEGINNING, _WITH_END = 6, 8
_UNKNOWN: Final = 5.4
"""What a word that no title has adds to the length of a text, squared: as a rather common one."""
_LONGEST: Final = 40
_CLOSEST: Final = 12


class Examples:
    """Titles of options by the options' places, ready to be compared with many texts."""

    def __init__(self, titles: Iterable[tuple[int, str]]) -> None:
        terms = [(number, _terms(title)) for number, title in titles]
        self._rarity = _rarity(terms)
        self._option_of = [number for number, _ in terms]
        self._by_term: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, (_, counts) in enumerate(terms):
            weighed = {term: count * self._rarity[term] for term, count in counts.items()}
            length = math.hypot(*weighed.values()) or 1.0
            for term, weight in weighed.items():
                self._by_term[term].append((at, weight / length))

    def likeness(self, text: str) -> dict[int, float]:
        """For the options with anything in common, from 0 to 1 how near the nearest title is."""
        counts = _terms(text)
        known = {
            term: count * self._rarity[term]
            for term, count in counts.items()
            if term in self._rarity
        }
        unknown = sum(_UNKNOWN for term in counts if term[0] == "=" and term not in known)
        length = math.hypot(*known.values(), math.sqrt(unknown)) or 1.0
        of_title: dict[int, float] = defaultdict(float)
        for term, weight in known.items():
            share = weight / length
            for at, of_term in self._by_term[term]:
                of_title[at] += share * of_term
        nearest: dict[int, float] = {}
        for at, near in of_title.items():
            number = self._option_of[at]
            if near > nearest.get(number, 0.0):
                nearest[number] = near
        return nearest


def closest(likeness: Mapping[int, float]) -> list[int]:
    """The options that come nearest, by their places."""
    return heapq.nlargest(_CLOSEST, likeness, key=lambda number: likeness[number])


def shares(likeness: Mapping[int, float]) -> Mapping[int, float]:
    """How near each comes beside the nearest of all."""
    most = max(likeness.values(), default=1.0)
    return {number: near / most for number, near in likeness.items()}


def _rarity(terms: Iterable[tuple[int, Mapping[str, float]]]) -> Mapping[str, float]:
    """What a term counts: the more, the fewer options have it."""
    having: dict[str, set[int]] = defaultdict(set)
    for number, counts in terms:
        for term in counts:
            having[term].add(number)
    options = len(set[int]().union(*having.values()))
    return {term: math.log(1 + options / len(of)) for term, of in having.items()}


def _terms(text: str) -> Mapping[str, float]:
    """The stems of a text, their neighbours, and how long words begin and end."""
    words = fold(text)[:_LONGEST]
    counts: dict[str, float] = defaultdict(float)
    for word in words:
        root = stem(word)
        counts[f"={root}"] += _WORD
        if len(root) >= _WITH_BEGINNING:
            counts[f"<{root[:_ENDS]}"] += _PART
        if len(root) >= _WITH_END:
            counts[f">{root[-_ENDS:]}"] += _PART
    for one, other in pairwise(words):
        counts[f"{one} {other}"] += _PAIR
    return counts

"""How far words are from each other; rapidfuzz is loaded with the first two that are compared.

It takes 4 MB, which a service without a job or a suggestion does not hold. What a distance means
is `typos`', `brands`' and `form.candidates`' matter.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from types import ModuleType


@cache
def _distances() -> ModuleType:
    from rapidfuzz import distance  # noqa: PLC0415

    return distance


@cache
def _fuzz() -> ModuleType:
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz


@cache
def _process() -> ModuleType:
    from rapidfuzz import process  # noqa: PLC0415

    return process


def slips(one: str, other: str, most: int | None = None) -> int:
    """Letters that were added, left out, changed or swapped; past `most` one more than that."""
    return int(_distances().OSA.distance(one, other, score_cutoff=most))


def additions(one: str, other: str) -> int:
    """Letters that were added or left out."""
    return int(_distances().Indel.distance(one, other))


def likeness(one: str, other: str, least: float) -> float:
    """How much two texts have in common, 0 to 100; 0 below `least`."""
    return float(_fuzz().ratio(one, other, score_cutoff=least))


def nearest(word: str, known: Iterable[str], most: int) -> list[tuple[str, int]]:
    """The five known words that are at most so many slips away, with how many."""
    found = _process().extract(word, known, scorer=_distances().OSA.distance, score_cutoff=most)
    return [(name, int(number)) for name, number, _ in found]


def sharing(words: str, texts: Sequence[str], most: int) -> list[tuple[float, int]]:
    """How many words the texts share with these, 0 to 100, and their places, best first."""
    found = _process().extract(words, texts, scorer=_fuzz().token_set_ratio, limit=most)
    return [(float(points), int(place)) for _, points, place in found]

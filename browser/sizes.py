"""Sizes: letters, numbers and systems, as `L`, `M / 38 / 10`, `W32 | FR 42`, `4 ans / 98-104 cm`.

A size is a set of parts; the seller's parts must be found whole among an option's. Deciding on the
scores belongs to `matching`.
"""

import re
from collections.abc import Sequence
from typing import Final

from browser.listing import Option, RankedOption
from browser.wording import Vocabulary, fold

_WHOLE: Final = 1.0
_PART: Final = 0.92
_BARE: Final = 0.86
_SOME: Final = 0.5
_DECIMAL: Final = re.compile(r"(?<=\d)[.,](?=\d)")
_HALF: Final = re.compile(r"\s*(?:½|1/2)(?!\d)")
_SEPARATORS: Final = re.compile(r"\s*[/|;()\[\]]\s*|,\s+")
_MANY_X: Final = re.compile(r"(\d+)x([ls])|(x{2,})([ls])")
_SYSTEM: Final = re.compile(r"(?:eu|ue|fr|uk|us|it|de|es|w)(\d+(?:\.\d+)?)")
_POINT: Final = "point"


class Sizes:
    """The size options of one category, ready to be compared."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._names = {"".join(fold(name)): sign for name, sign in vocabulary.sizes.items()}
        self._noise = {word for name in vocabulary.noise.get("size", ()) for word in fold(name)}
        self._options = [(option, self._parts(option.label)) for option in options]

    def rank(self, text: str) -> list[RankedOption]:
        """The options that have a part of the text, best first; equal ones in their order."""
        asked = self._parts(text)
        ranked = [_ranked(option, asked, parts) for option, parts in self._options]
        return sorted(
            (option for option in ranked if option.score > 0), key=lambda ranked: -ranked.score
        )

    def _parts(self, text: str) -> tuple[str, ...]:
        plain = _DECIMAL.sub(_POINT, _HALF.sub(f"{_POINT}5", text))
        parts = (self._part(part) for part in _SEPARATORS.split(plain))
        return tuple(part for part in parts if part)

    def _part(self, text: str) -> str:
        joined = "".join(word for word in fold(text) if word not in self._noise)
        part = self._names.get(joined, joined).replace(_POINT, ".")
        return _MANY_X.sub(_counted, part, count=1) if _MANY_X.fullmatch(part) else part


def _counted(match: re.Match[str]) -> str:
    """`XXL` and `2XL` are the same size."""
    number, letter, signs, other = match.groups()
    return f"{number or len(signs)}x{letter or other}"


def _ranked(option: Option, asked: tuple[str, ...], parts: tuple[str, ...]) -> RankedOption:
    score, reason = _score(frozenset(asked), frozenset(parts))
    return RankedOption(option, score, reason)


def _score(asked: frozenset[str], parts: frozenset[str]) -> tuple[float, str]:
    if not asked:
        return 0.0, ""
    if asked == parts:
        return _WHOLE, "same size"
    if asked <= parts:
        return _PART, "part of the label"
    if asked <= parts | _bare(parts):
        return _BARE, "same number, system not said"
    return (_SOME, "some of the parts") if asked & parts else (0.0, "")


def _bare(parts: frozenset[str]) -> frozenset[str]:
    """The numbers of parts that name their system: 38 for `EU 38`."""
    return frozenset(match[1] for part in parts if (match := _SYSTEM.fullmatch(part)))

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
_WITHIN: Final = 0.82
_SOME: Final = 0.5
_DECIMAL: Final = re.compile(r"(?<=\d)[.,](?=\d)")
_HALF: Final = re.compile(r"\s*(?:½|\b1/2\b)")
_RANGE: Final = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_SEPARATORS: Final = re.compile(r"\s*[/|;()\[\]]\s*|,\s+|\s+-\s+")
_SYSTEM_NAME: Final = r"(?:eu|ue|fr|uk|us|it|de|es)"
_SAID_SYSTEM: Final = re.compile(rf"\(\s*({_SYSTEM_NAME})\s*\)", re.IGNORECASE)
_SYSTEM_LAST: Final = re.compile(rf"(\d+(?:point\d+)?)({_SYSTEM_NAME})")
_SYSTEM_FIRST: Final = re.compile(rf"(?:{_SYSTEM_NAME}|w)(\d+(?:\.\d+)?)")
_SIZE_SIGN: Final = re.compile(r"^t(?=\d)")
_UNION: Final = re.compile(r"^ue(?=\d)")
_MANY_X: Final = re.compile(r"(\d+)x([ls])|(x{2,})([ls])")
_SPAN: Final = re.compile(r"(\d+)to(\d+)(\D*)")
_NUMBER: Final = re.compile(r"(\d+)(\D*)")

Parts = frozenset[str]


class Sizes:
    """The size options of one category, ready to be compared."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._names = {"".join(fold(name)): sign for name, sign in vocabulary.sizes.items()}
        self._noise = {word for name in vocabulary.noise.get("size", ()) for word in fold(name)}
        # A page repeats labels like `Other` under every tab: the first stands for them.
        labels = {option.label: option for option in reversed(options)}
        self._options = [
            (option, self._parts(option.label))
            for option in options
            if labels[option.label] is option
        ]

    def rank(self, text: str) -> list[RankedOption]:
        """The options that have a part of the text, best first; equal ones in their order."""
        return self._fitting(self._parts(text)) or self._fitting(
            self._parts("/".join(text.split()))
        )

    def _fitting(self, asked: Parts) -> list[RankedOption]:
        ranked = [RankedOption(option, *_score(asked, parts)) for option, parts in self._options]
        return sorted((one for one in ranked if one.score > 0), key=lambda one: -one.score)

    def _parts(self, text: str) -> Parts:
        text = _RANGE.sub("to", _DECIMAL.sub("point", _HALF.sub("point5", text)))
        parts = map(self._part, _SEPARATORS.split(_SAID_SYSTEM.sub(r" \1", text)))
        return frozenset(part for part in parts if part)

    def _part(self, text: str) -> str:
        joined = "".join(word for word in fold(text) if word not in self._noise)
        part = _SIZE_SIGN.sub("", self._names.get(joined, joined))
        part = _UNION.sub("eu", _SYSTEM_LAST.sub(r"\2\1", part)).replace("point", ".")
        return _MANY_X.sub(_counted, part) if _MANY_X.fullmatch(part) else part


def _counted(match: re.Match[str]) -> str:
    """`XXL` and `2XL` are the same size."""
    number, letter, signs, other = match.groups()
    return f"{number or len(signs)}x{letter or other}"


def _score(asked: Parts, parts: Parts) -> tuple[float, str]:
    if not asked:
        return 0.0, ""
    if asked == parts:
        return _WHOLE, "same size"
    if asked <= parts:
        return _PART, "part of the label"
    if asked <= parts | _bare(parts):
        return _BARE, "same number, system not said"
    if all(any(_within(one, part) for part in parts) for one in asked):
        return _WITHIN, "within the range"
    return (_SOME, "some of the parts") if asked & parts else (0.0, "")


def _bare(parts: Parts) -> Parts:
    """The numbers of parts that name their system: 38 for `EU 38`."""
    return frozenset(match[1] for part in parts if (match := _SYSTEM_FIRST.fullmatch(part)))


def _within(asked: str, part: str) -> bool:
    """Whether a number is in a span of the same unit: `5 mois` in `3-6 mois`."""
    number, span = _NUMBER.fullmatch(asked), _SPAN.fullmatch(part)
    if number is None or span is None or number[2] not in {"", span[3]}:
        return asked == part
    return int(span[1]) <= int(number[1]) <= int(span[2])

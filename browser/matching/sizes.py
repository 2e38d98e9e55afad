"""Sizes of an option list, as `L`, `M / 38 / 10`, `W32 | FR 42`, `4 ans / 98-104 cm`, `85B`.

A size is a set of parts, read by `size_parser`; every part that the seller says must fit one
option. Deciding on the scores belongs to `matcher`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from browser.listing import Option, RankedOption
from browser.matching.size_parser import Part, SizeParts
from browser.matching.text import Vocabulary, fold

_SAME: Final = 1.0
_PART: Final = 0.92
_OWN_SYSTEM: Final = 0.93
_ONLY_ONE: Final = 0.86
_WITHIN: Final = 0.82
_UPPER_END: Final = 0.93
_OTHER_SYSTEM: Final = 0.7
_LEFT_OVER: Final = 0.7
_SOME: Final = 0.5
_LETTER_OF_TAB: Final = 0.84
_SMALLEST_HEIGHT: Final = 44
_MONTHS: Final = frozenset({6, 9, 12, 18, 24})
"""What a baby's size without a unit may be in months."""
_YOUNGEST: Final = 4
_SMALLEST_EUROPEAN: Final = 30
_LENGTHS: Final = range(26, 37)
"""Lengths of trousers in inches: `38/40` is no waist and length."""
_USUAL: Final = {"xxs": 32, "xs": 34, "s": 36, "m": 38, "l": 40, "xl": 42, "2xl": 44, "3xl": 46}
"""The European number that a letter usually stands for, give or take one size."""

Fit = tuple[float, str]
_NO: Final[Fit] = (0.0, "")


class Sizes:
    """The size options of one category, ready to be compared."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._systems = vocabulary.systems
        self._measures = SizeParts([option.label for option in options], vocabulary)
        # A page repeats labels like `Other` under every tab: the first stands for them.
        labels = {option.label: option for option in reversed(options)}
        self._options = [
            (option, self._measures.of(option.label).parts)
            for option in options
            if labels[option.label] is option
        ]
        self._every = frozenset(part for _, parts in self._options for part in parts)
        self._preferred = next(
            (name for name in vocabulary.systems if any(p.system == name for p in self._every)), ""
        )

    def rank(self, text: str) -> list[RankedOption]:
        """The options that have a part of the text, best first; equal ones in their order."""
        same = [option for option, _ in self._options if fold(option.label) == fold(text)]
        if same:
            return [RankedOption(option, _SAME, "same size") for option in same]
        said = self._measures.of(text)
        asked = self._as_offered(said.parts)
        ranked = self._fitting(asked)
        if all(one.score < _WITHIN for one in ranked) and len(asked) > 1:
            ranked = self._by_letter(asked) or ranked
        if said.left:
            ranked = [replace(one, score=min(one.score, _LEFT_OVER)) for one in ranked]
        return ranked

    def _as_offered(self, asked: frozenset[Part]) -> frozenset[Part]:
        """The parts, waists where those are offered, years in months where only those are."""
        waists = any(part.system == "w" for part in self._every)
        read = [self._waist(part) if waists else part for part in asked]
        if len(read) == 1:
            read = [self._age(read[0])]
        return frozenset(map(self._in_months, read))

    def _age(self, part: Part) -> Part:
        """A bare `10` is an age where years are offered; `6`, `9` and `12` may be months."""
        bare = not (part.system or part.unit or part.name) and part.low == part.high
        if not bare or part in self._every or part.low in _MONTHS or part.low < _YOUNGEST:
            return part
        age = Part("", part.low, part.high, "y")
        return age if age in self._every else part

    def _waist(self, part: Part) -> Part:
        """`32/34` is a waist and a length where waists are offered."""
        waist = Part("w", part.low, part.low)
        pair = part.low != part.high and not part.unit and part.high in _LENGTHS
        return waist if pair and waist in self._every and part not in self._every else part

    def _in_months(self, part: Part) -> Part:
        if part.unit != "y" or any(
            other.unit == "y" and other.holds(part) for other in self._every
        ):
            return part
        return Part("", part.low * 12, part.high * 12, "m")

    def _fitting(self, asked: frozenset[Part]) -> list[RankedOption]:
        ranked = [
            RankedOption(option, *self._score(asked, parts)) for option, parts in self._options
        ]
        found = [one for one in ranked if one.score > 0]
        if len([one for one in found if one.score >= _OTHER_SYSTEM]) == 1:
            # Another system's number is no doubt where it is the only one.
            found = [_only(one) if one.score == _OTHER_SYSTEM else one for one in found]
        return sorted(found, key=lambda one: -one.score)

    def _by_letter(self, asked: frozenset[Part]) -> list[RankedOption]:
        """`M (38)` where letters and numbers stand in different tabs: the letter, if they agree."""
        letters = [part for part in asked if part.name in _USUAL]
        numbers = [part for part in asked if not part.name and not part.unit]
        if len(letters) != 1 or len(numbers) + 1 != len(asked):
            return []
        usual = _USUAL[letters[0].name]
        if not all(number.low - 2 <= usual <= number.high + 2 for number in numbers):
            return []
        return [
            RankedOption(option, _LETTER_OF_TAB, "same letter")
            for option, parts in self._options
            if letters[0] in parts and self._agrees(parts, numbers)
        ]

    def _agrees(self, parts: frozenset[Part], numbers: Iterable[Part]) -> bool:
        """Whether an option's own numbers, if it has any, are among the ones said."""
        own = [part for part in parts if not part.name and part.low >= _SMALLEST_EUROPEAN]
        return not own or any(number.holds(part) for number in numbers for part in own)

    def _score(self, asked: frozenset[Part], parts: frozenset[Part]) -> Fit:
        if not asked:
            return _NO
        if asked == parts:
            return _SAME, "same size"
        alone = len(asked) == 1 and not any(one.system for one in asked)
        named = [part for part in parts if not (alone and _is_second(part, parts))]
        fits = [max((self._fit(one, part, parts) for part in named), default=_NO) for one in asked]
        weakest = min(fits)
        if weakest[0]:
            return weakest
        some = any(fit[0] for fit in fits) or any(_overlap(one, p) for one in asked for p in parts)
        return (_SOME, "some of the parts") if some else _NO

    def _fit(self, asked: Part, part: Part, parts: frozenset[Part]) -> Fit:
        return max(
            _equal(asked, part),
            self._system_fit(asked, part),
            _range_fit(asked, part),
            _second_number(asked, part, parts),
        )

    def _system_fit(self, asked: Part, part: Part) -> Fit:
        """A number against one with a system, where only one of them says it."""
        if asked.numbers != part.numbers or asked.name or asked.unit or part.unit:
            return _NO
        if asked.system and not part.system:
            said = asked.system in {*self._systems, *_bare_systems(self._systems)}
            return (_PART, "same number") if said else _NO
        if part.system and not asked.system:
            waists = any(one.system == "w" and one.numbers == asked.numbers for one in self._every)
            own = part.system == self._preferred and not waists
            return (_OWN_SYSTEM if own else _OTHER_SYSTEM), "same number, system not said"
        return _NO


def _bare_systems(systems: Sequence[str]) -> frozenset[str]:
    """The systems in which a page's numbers without one may be: Europe's, but in Britain."""
    return frozenset({"uk"}) if not systems else frozenset({"eu"})


def _equal(asked: Part, part: Part) -> Fit:
    return (_PART, "part of the label") if asked == part else _NO


def _second_number(asked: Part, part: Part, parts: frozenset[Part]) -> Fit:
    """`uk 10` in `M / 38 / 10`: the smaller of two bare numbers is the British one."""
    smaller = asked.system == "uk" and _is_second(part, parts)
    return (_PART, "same number") if smaller and part.numbers == asked.numbers else _NO


def _is_second(part: Part, parts: frozenset[Part]) -> bool:
    """Whether a part is the smaller of two bare numbers, which `T.2` alone does not mean."""
    bare = [one for one in parts if not (one.name or one.unit or one.system)]
    return len(bare) > 1 and part == min(bare, key=_low)


def _range_fit(asked: Part, part: Part) -> Fit:
    """A number or a span within a span of the same unit: `5 mois` in `3-6 mois`.

    A child's height names the upper end of its span; `116` without a unit is a height, too.
    """
    if asked.name or part.name or asked.system or part.system or part.low == part.high:
        return _single_fit(asked, part)
    height = part.unit == "cm" and asked.low >= _SMALLEST_HEIGHT
    if asked.unit != part.unit and not (height and not asked.unit):
        return _NO
    if asked.numbers == part.numbers:
        return _PART, "same span"
    if height and asked.low == asked.high == part.high:
        return _UPPER_END, "upper end of the span"
    return (_WITHIN, "within the span") if part.low <= asked.low <= asked.high <= part.high else _NO


def _single_fit(asked: Part, part: Part) -> Fit:
    """`90` is `90 cm` where that is offered."""
    said = not asked.name and not part.name and not asked.system and not part.system
    same = asked.numbers == part.numbers and not asked.unit and part.unit in {"cm", "mm"}
    return (_ONLY_ONE, "same number, unit not said") if said and same else _NO


def _overlap(asked: Part, part: Part) -> bool:
    alike = asked.unit == part.unit and not asked.name and not part.name
    return alike and asked.low <= part.low <= asked.high


def _low(part: Part) -> float:
    return part.low


def _only(ranked: RankedOption) -> RankedOption:
    return replace(ranked, score=_ONLY_ONE)

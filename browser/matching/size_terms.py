"""A size that is said, in the terms of a list: its unit, its waists, years or months.

What the words of a size are is read by `size_parser`; which options it fits is `sizes`' to say.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Final

from browser.matching.size_parser import Part

_FEW: Final = 10
INCH: Final = "inch"
_LENGTHS_AND_WEIGHTS: Final = frozenset({"cm", "mm", "kg", INCH})
_MONTHS: Final = frozenset({6, 9, 12, 18, 24})
"""What a baby's size without a unit may be in months."""
_YOUNGEST: Final = 4
_LENGTHS: Final = range(26, 37)
"""Lengths of trousers in inches: `38/40` is no waist and length."""
USUAL: Final = {"xxs": 32, "xs": 34, "s": 36, "m": 38, "l": 40, "xl": 42, "2xl": 44, "3xl": 46}
"""The European number that a letter usually stands for, give or take one size."""


class SizeTerms:
    """What the parts of a list's options are counted in."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.every = frozenset(parts)
        self.units = {part.unit or part.system for part in self.every if not part.name}
        self._unit = next(iter(self.units)) if len(self.units) == 1 else ""
        self._unit = "kg" if "kg" in self.units else self._unit

    def of(self, asked: frozenset[Part]) -> frozenset[Part]:
        """The parts, waists where those are offered, years in months where only those are."""
        if any(part.system == "x" or part.unit for part in asked):
            # `2 rideaux 140x260`: how many there are is no size.
            asked = frozenset(part for part in asked if not part.bare or part.high >= _FEW)
        if len(asked) > 1 and not any(part.name in USUAL for part in self.every):
            # `14 ans / S` where there are no letters.
            asked = frozenset(part for part in asked if part.name not in USUAL)
        waists = any(part.system == "w" for part in self.every)
        read = [self._waist(part) if waists else self._measure(part) for part in asked]
        if len(read) == 1:
            read = [self._age(read[0])]
        return frozenset(map(self._in_months, read))

    @cached_property
    def are_rings(self) -> bool:
        """Whether these are diameters of rings."""
        return self._unit == "mm" and any(part.low % 1 for part in self.every)

    def _measure(self, part: Part) -> Part:
        """A number in the one unit of the list; two sides where those are, else the second one."""
        if self._unit == "x" and part.bare and part.low != part.high:
            return Part("x", part.low, part.low, deep=(part.high, part.high))
        if part.system == "x" and self._unit == "cm" and part.deep >= part.numbers:
            return Part("", *part.deep, "cm")
        bare = part.bare and self._unit in _LENGTHS_AND_WEIGHTS and not self.are_rings
        bare = bare and (part.high >= _FEW or self._unit == "kg")
        return replace(part, unit=self._unit) if bare else part

    def _age(self, part: Part) -> Part:
        """A bare `10` is an age where years are offered; `6`, `9` and `12` may be months."""
        bare = not (part.system or part.unit or part.name) and part.low == part.high
        if not bare or part in self.every or part.low in _MONTHS or part.low < _YOUNGEST:
            return part
        age = Part("", part.low, part.high, "y")
        return age if age in self.every else part

    def _waist(self, part: Part) -> Part:
        """`32/34` and `32x34` are a waist and a length where waists are offered."""
        waist = Part("w", part.low, part.low)
        long = part.deep[1] or part.high
        pair = part.low != long and not part.unit and long in _LENGTHS
        return waist if pair and waist in self.every and part not in self.every else part

    def _in_months(self, part: Part) -> Part:
        if part.unit != "y" or any(
            other.unit == "y" and (other.holds(part) or part.holds(other)) for other in self.every
        ):
            return part
        return Part("", part.low * 12, part.high * 12, "m")

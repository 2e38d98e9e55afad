"""How well one part of a size that is said fits one part of an option's label.

Systems of numbers, and whole options, belong to `sizes`.
"""

from typing import Final

from browser.matching.size_parser import Part

SAME: Final = 1.0
PART: Final = 0.92
ONLY_ONE: Final = 0.86
WITHIN: Final = 0.82
_UPPER_END: Final = 0.93
_SMALLEST_HEIGHT: Final = 44

UPPER_OF_TWO: Final = "the upper one of two sizes"
"""The reason for a size that the rest of a listing may still put one lower."""

Fit = tuple[float, str]
"""How sure it is, and why."""
NO: Final[Fit] = (0.0, "")


def fit(asked: Part, part: Part, parts: frozenset[Part]) -> Fit:
    """The best of the ways in which a part may fit one of an option's parts."""
    return max(
        _equal(asked, part),
        _area_fit(asked, part),
        _range_fit(asked, part),
        _second_number(asked, part, parts),
    )


def _equal(asked: Part, part: Part) -> Fit:
    return (PART, "part of the label") if asked == part else NO


def _area_fit(asked: Part, part: Part) -> Fit:
    """`140x190` in `135-140 x 190-200`, in either order; `90` by the side that is a span."""
    if part.system != "x" or (asked.system != "x" and asked.unit not in {"", "cm"}):
        return NO
    if asked.system != "x":
        within = not (asked.name or asked.system) and part.low < part.high and part.holds(asked)
        return (WITHIN, "within the span") if within else NO
    for one in (asked, asked.turned):
        if one == part:
            return PART, "same measures"
        if part.holds(one) and part.turned.holds(one.turned):
            return ONLY_ONE, "within the measures"
    return NO


def _second_number(asked: Part, part: Part, parts: frozenset[Part]) -> Fit:
    """`uk 10` in `M / 38 / 10`: the smaller of two bare numbers is the British one."""
    smaller = asked.system == "uk" and is_second(part, parts)
    return (PART, "same number") if smaller and part.numbers == asked.numbers else NO


def is_second(part: Part, parts: frozenset[Part]) -> bool:
    """Whether a part is the smaller of two bare numbers, which `T.2` alone does not mean."""
    bare = [one for one in parts if not (one.name or one.unit or one.system)]
    return len(bare) > 1 and part == min(bare, key=_low)


def _range_fit(asked: Part, part: Part) -> Fit:
    """A number or a span within a span of the same unit: `5 mois` in `3-6 mois`.

    A child's height or months name the upper end of a span; `116` without a unit is a height, too.
    """
    if asked.name or part.name or asked.system or part.system or part.low == part.high:
        return _single_fit(asked, part)
    height = part.unit == "cm" and asked.low >= _SMALLEST_HEIGHT
    if asked.unit != part.unit and not (height and not asked.unit):
        return NO
    if asked.numbers == part.numbers:
        return PART, "same span"
    months = part.unit == asked.unit == "m"
    if (height or months) and asked.low == asked.high == part.high:
        return _UPPER_END, "upper end of the span"
    return (WITHIN, "within the span") if part.low <= asked.low <= asked.high <= part.high else NO


def _single_fit(asked: Part, part: Part) -> Fit:
    """`90` is `90 cm` where that is offered."""
    said = not asked.name and not part.name and not asked.system and not part.system
    same = asked.numbers == part.numbers and not asked.unit and part.unit in {"cm", "mm"}
    return (ONLY_ONE, "same number, unit not said") if said and same else NO


def _low(part: Part) -> float:
    return part.low

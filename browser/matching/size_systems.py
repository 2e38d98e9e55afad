"""What a size is called in other systems: rings, clothes, heights of children, cups, car seats.

Standards and the market's own lists, each with its source. Which option is meant belongs to
`sizes`.
"""

import math
import re
from collections.abc import Iterator
from typing import Final

from browser.matching.size_parser import Part

_CLOTHES: Final = {"eu": 0, "fr": 0, "de": 0, "es": 0, "it": -4, "uk": 28, "us": 32}
"""From a number of women's clothes to the one that the site calls FR and EU: its tabs of sizes show
UK 10, EU 38, FR 38, IT 42 and US 6 in one place (captured on 2026-08-17 and 2026-10-05)."""
BRITISH: Final = _CLOTHES["uk"]
"""How much less a British number of women's clothes is."""
_SEATS: Final = {"0": (0, 10), "0+": (0, 13), "1": (9, 18), "2": (15, 25), "3": (22, 36)}
"""Groups of children's seats by weight in kg, of ECE R44/04 (2005)."""
_GROUP: Final = re.compile(r"\bgr(?:ou|u|oe)p\w*\W*([0-3]\+?(?:\W{1,3}[0-3]\+?)*)", re.IGNORECASE)
_GROUPS: Final = re.compile(r"([0-3]\+?(?:[/\-][0-3]\+?)*)")
_EACH: Final = re.compile(r"[0-3]\+?")
_NAPPIES: Final = {
    **{"0": (0, 2), "1": (2, 5), "2": (3, 6), "3": (4, 9), "4": (7, 18), "4+": (9, 20)},
    **{"5": (11, 25), "5+": (13, 27)},
}
"""Sizes of nappies by weight in kg, of the site's English list (2022)."""
_NAPPY: Final = re.compile(r"(?<![\d/\-])([0-5]|[45]\+)\s*$")
HEADS: Final = range(50, 67)
"""What may be the size of a hat in cm, which lists have without a unit."""
RINGS: Final = range(40, 77)
"""The numbers of rings that are circumferences in mm, of ISO 8653:2016."""
_ITALIAN_RING: Final = 40
_US_RING: Final = (11.63, 0.8128)
"""The diameter of US size 0 in mm, and what a size adds: the trade's 0.458 and 0.032 inches."""
_BABIES: Final = {1: 56, 3: 62, 6: 68, 9: 74, 12: 80, 18: 86, 24: 92, 36: 98}
"""Height in cm up to an age in months, of EN 13402-3:2017 as the site's list of 2026-08-17 has it.
From four years on it is 104 and 6 cm for every year."""
_FOUR: Final = 4
_SUIT: Final = re.compile(r"(3[2-9]|4\d|5[0-8])([rsl])")
_SUITS: Final = {"r": lambda size: size, "s": lambda size: size / 2, "l": lambda size: 2 * size - 2}
_BANDS: Final = range(60, 80, 5)
_BAND: Final = re.compile(r"(\d+)([a-k]+)")


def clothes(part: Part) -> Iterator[Part]:
    """A number of women's clothes as the number that French and European lists have."""
    if part.system in _CLOTHES and part.low == part.high:
        number = part.low + _CLOTHES[part.system]
        yield Part("", number, number)
        yield Part("eu", number, number)


def ring(part: Part) -> float | None:
    """The inner diameter in mm of a ring's size; nothing for what may be another measure."""
    if part.system == "us":
        return _US_RING[0] + _US_RING[1] * part.low
    if part.system == "it":
        return (part.low + _ITALIAN_RING) / math.pi
    if part.name or part.low != part.high or part.unit not in {"", "mm"}:
        return None
    around = part.low in RINGS
    return part.low / math.pi if around else part.low if part.unit else None


def height(part: Part) -> Part | None:
    """The height in cm that goes with an age, for lists that have only one of them."""
    months = part.high * 12 if part.unit == "y" else part.high
    if part.unit == "y" and part.high >= _FOUR:
        tall = 80 + 6 * part.high
    elif part.unit in {"y", "m"} and months in _BABIES:
        tall = _BABIES[int(months)]
    else:
        return None
    return Part("", tall, tall, "cm")


def age(part: Part) -> Part | None:
    """The age that goes with a child's height."""
    if part.name or part.system or part.unit not in {"", "cm"}:
        return None
    tall = part.high
    years = (tall - 80) / 6
    if years >= _FOUR and years == int(years):
        return Part("", years, years, "y")
    months = next((age for age, most in _BABIES.items() if most == tall), None)
    return Part("", months, months, "m") if months else None


def continental_suit(words: str) -> str | None:
    """A British or American suit as it is numbered in Germany: 42R is 52, 40L 98, 42S 26.

    The chest in inches is the number less ten; short sizes have half of it, long ones nearly twice
    (the site's German and English lists of suits, row by row, captured on 2026-08-17).
    """
    found = _SUIT.fullmatch(words)
    return f"{_SUITS[found[2]](int(found[1]) + 10):g}" if found else None


def french_band(part: Part) -> Part | None:
    """`75B`, a European size of a bra, where the bands are French: 15 more (EN 13402-3:2017)."""
    found = _BAND.fullmatch(part.name)
    if not found or int(found[1]) not in _BANDS:
        return None
    return Part(name=f"{int(found[1]) + 15}{found[2]}")


def weight(text: str, offered: frozenset[Part]) -> Part | None:
    """The weights of a car seat that is named by its groups, or of a size of nappies."""
    seats = any(part.unit == "kg" and part.numbers in _SEATS.values() for part in offered)
    if not seats:
        found = _NAPPY.search(text)
        return Part("", *_NAPPIES[found[1]], "kg") if found else None
    found = _GROUP.search(text) or _GROUPS.fullmatch(text.strip())
    weights = [one for group in _EACH.findall(found[1]) for one in _SEATS[group]] if found else []
    return Part("", min(weights), max(weights), "kg") if weights else None

"""For whom a size is: shoes of children, women and men, and clothes that only women wear so.

Says what a size rules in or out for a category. How much that counts is `features`' and `reader`'s.
"""

import re
from collections.abc import Mapping
from typing import Final

from browser.evidence.audience import CHILD, FEMALE, MALE
from browser.evidence.category.compared import Leaf, ReadListing
from browser.listing import Listing

SHOES: Final = "shoes"
_SHOE_SIZE: Final = re.compile(
    r"(?:\b(?:eu|taille|pointure|p|t|gr|gr\w+e|size)\b\.?\s*|\bt|\s)(1[6-9]|[234]\d)"
    r"(?:([.,]5| ?½| (?:1/[23]|2/3))(?![\d/x%€]|[.,]\d|\s?(?:cm|mm|kg|ml|l|g|m|x)\b)"
    r"|(?![\d/x%€]|[.,]\d|\s?[a-z]))",
    re.IGNORECASE,
)
"""EN 13402 and the site's lists: European sizes of children's shoes are 16 to 38."""
_SHOE_SIZE_BEHIND: Final = re.compile(
    r"(?<![\d.,/-])(1[6-9]|[234]\d)([.,]5)?\s?eu\b", re.IGNORECASE
)
"""`size 9 uk / 44 eu`."""
_WOMANS_SIZES: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:uk ?(?:size )?|size )(?:[468]|1[02468]|2[024])(?![\d/-]|[.,]\d| ?(?:years|yrs|"
        r"months|mths|t\b|cm|inch|in\b|\"|x))",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:gr\.? ?|größe |groesse )(?:3[468]|4[02])(?![\d/x-]|[.,]\d)", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:taille |t\.? ?)(?:3[468]|4[02])(?![\d/x-]|[.,]\d)", re.IGNORECASE),
}
"""Sizes of clothes that only women's have, by the language that says them: British ones are even
from 4 on, where men's are letters and inches from 28 on; men's jackets in Germany and France begin
at 44."""
_GIVEN_TO_WOMEN: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(r"(?:[468]|1[02468]|2[024])"),
    "de": re.compile(r"(?:3[468]|4[02])"),
    "fr": re.compile(r"(?:3[468]|4[02])"),
}
"""The same as a bare number of the field, by the page's language."""
_SIZED_ALIKE: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset({"shirt"}),
    "de": frozenset({"shirt", "jean"}),
    "fr": frozenset({"shirt", "jean", "trousers", "shorts"}),
}
"""Things whose number may be a man's as well: his collar, his waist in inches, French trousers."""
_UPPER: Final = frozenset({"jacket", "coat", "dress", "skirt"})
"""A jacket of denim is sized as jackets are."""
_CLOTHES: Final = "clothes"
_LARGEST_CHILD_SHOE: Final = 34
_GROWN_SHOE: Final = 39
_LARGEST_WOMANS_SHOE: Final = 42
_SMALLEST_MANS_SHOE: Final = 38


def shoe_size_in(text: str) -> int | None:
    """The European size of a shoe, where a text may be read so; a half is what is above it."""
    found = _SHOE_SIZE_BEHIND.search(text) or _SHOE_SIZE.search(text)
    return int(found[1]) + bool(found[2]) if found else None


def is_shoe_for_child(leaf: Leaf, size: int | None) -> bool | None:
    """Whether a shoe of such a size is a child's: 16 to 34 are, 39 to 47 are not.

    A man's begin at 39: in between it is a boy's, and a girl's or a woman's.
    """
    if size is None:
        return None
    if size <= _LARGEST_CHILD_SHOE or size >= _GROWN_SHOE:
        return size <= _LARGEST_CHILD_SHOE
    return True if MALE in leaf.people else None


def is_a_womans_size(listing: Listing, named: frozenset[str], own: str) -> bool:
    """Whether the size that is given or said is a woman's alone, with a page in `own` language."""
    said, given = f"{listing.title} {listing.size} {listing.description}", listing.size.strip()
    return any(
        (size.search(said) or (language == own and _GIVEN_TO_WOMEN[own].fullmatch(given)))
        and not (named & _SIZED_ALIKE[language] and not named & _UPPER)
        for language, size in _WOMANS_SIZES.items()
    )


def is_for_others_than_women(leaf: Leaf, read: ReadListing) -> bool:
    """Whether clothes are for men or children, and only women have such a size."""
    whom = read.audience
    told = MALE in whom.told_sex | whom.leaning_sex or CHILD in whom.told_age | whom.leaning_age
    if not read.is_sized_for_women or told or _CLOTHES not in leaf.every:
        return False
    return MALE in leaf.people or CHILD in leaf.people


def is_sized_for_women(read: ReadListing, leaf: Leaf) -> bool:
    """Whether the size of clothes says that they are a woman's."""
    return read.is_sized_for_women and _CLOTHES in leaf.every and FEMALE in leaf.people


def is_boys_shoe(leaf: Leaf, size: int | None) -> bool:
    """Whether a shoe that is for men or boys is too small for a man."""
    is_shoe = SHOES in leaf.every and MALE in leaf.people
    return is_shoe and size is not None and size < _SMALLEST_MANS_SHOE


def is_too_large_a_shoe(leaf: Leaf, size: int | None) -> bool:
    """Whether a shoe that is for women or girls is as large as men's alone are: from 43 on."""
    is_shoe = SHOES in leaf.every and FEMALE in leaf.people
    return is_shoe and _is_mens_alone(size)


def is_sized_for_men(read: ReadListing, leaf: Leaf) -> bool:
    """Whether a shoe's size says that it is a man's."""
    return _is_mens_alone(read.shoe_size) and SHOES in leaf.every and MALE in leaf.people


def _is_mens_alone(size: int | None) -> bool:
    return size is not None and size > _LARGEST_WOMANS_SHOE

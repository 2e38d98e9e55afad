"""What a script that knows every id does to fill and publish one listing, as data.

Straight on, in the page's order, for whichever tool carries it out: an act is a list of its name
and what it needs. Selectors are those of the stand-in, whose two forms differ in a few of them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from browser.standin.catalogue import data

Act = list[str | int | list[str]]

CATEGORY: Final = 267
BRAND: Final = ("Diesel", 161)
SIZE: Final = 209
CONDITION: Final = 3
COLOR: Final = 1
MATERIAL: Final = 44
PARCEL: Final = 1
_OUTSIDE: Final = "main h1"


def _opener(field: str) -> str:
    """What opens a list, and is there once the list has come: a press before that does nothing."""
    return f"[data-testid={field}-chevron-down]"


def filling(
    title: str,
    description: str,
    price: str,
    photos: Sequence[Path],
    *,
    size: int = SIZE,
    condition: int = CONDITION,
) -> list[Act]:
    """Everything up to the last click, and a look whether the photos are there."""
    return [
        ["files", "[data-testid=add-photos-input]", [str(photo) for photo in photos]],
        ["fill", "#title", title],
        ["fill", "#description", description],
        ["click", _opener("category")],
        *(["click", f"#catalog-{step.id}"] for step in data.path(data.categories()[CATEGORY])),
        ["click", _opener("brand")],
        ["type", "#brand-search-input", BRAND[0]],
        ["click", f"#brand-{BRAND[1]}"],
        ["click", _opener("size")],
        ["click", f"[id^=size-group-][id$=-grid-option-{size}]"],
        ["click", _opener("condition")],
        ["click", f"#condition-{condition}"],
        ["click", _opener("color")],
        ["click", f"#color-{COLOR}"],
        ["click", _OUTSIDE],
        ["click", _opener("material")],
        ["click", f"#material-{MATERIAL}"],
        ["click", _OUTSIDE],
        ["click", f"#package-size-{PARCEL}"],
        ["fill", "#price", price],
        ["key", "Tab"],
        ["count", "[data-testid^=image-wrapper-]", len(photos)],
    ]


PUBLISHING: Final[list[Act]] = [
    ["click", "[data-testid=upload-form-save-button]"],
    ["leaves", "/items/new"],
]

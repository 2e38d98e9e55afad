"""Which parcels a leaf is offered, and the two addresses that tell.

In May the page had three static ones. Since August 2026 the ids go by group (2026-08-05 to 10-06,
live answers and pages, 4 sources, H), and the label of an id is not fixed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ..switches.faults import Faults
from .data import Category, Title, path, read

HOME, PRAMS, CLOTHES = 1918, 1496, (1904, 5, 1193)
NO_PARCEL = 3568
"""Television sets; that this leaf has no section is made up, that there are such leaves is not."""


@dataclass(frozen=True)
class Parcel:
    id: int
    code: str
    title: Title
    hint: Title


@cache
def _groups() -> dict[str, tuple[Parcel, ...]]:
    groups = read("package_sizes")["groups"]
    return {name: tuple(_parcel(row) for row in rows) for name, rows in groups.items()}


def _parcel(row: dict[str, Any]) -> Parcel:
    return Parcel(row["id"], row["code"], Title(row["title"]), Title(row["hint"]))


def parcels_of(category: Category, faults: Faults) -> tuple[Parcel, ...]:
    """What a leaf is offered; none at all is an answer too."""
    if faults.parcel_section == "none":
        return ()
    if faults.form == "may":
        return _groups()["plain"]
    if category.id == NO_PARCEL:
        return ()
    return _groups()[_group(category)]


def _group(category: Category) -> str:
    above = [step.id for step in path(category)]
    if PRAMS in above:
        return "bulky"
    if HOME in above:
        return "home"
    return "clothes" if above[0] in CLOTHES else "plain"


def is_missing(faults: Faults, views: int) -> bool:
    """Whether the page lacks the section that the leaf has: its address lists them all the same."""
    is_first = faults.parcel_section == "missing_until_reload" and views <= 1
    return faults.parcel_section == "missing" or is_first


def recommended(category: Category, faults: Faults, *, size: bool = False) -> int | None:
    """The parcel recommended for a leaf; the next larger one once there is a size, if so set."""
    ids = [parcel.id for parcel in parcels_of(category, faults)]
    if not ids:
        return None
    first = ids.index(category.parcel) if category.parcel in ids else 0
    step = 1 if size and faults.parcel_follows_size else 0
    return ids[min(first + step, len(ids) - 1)]

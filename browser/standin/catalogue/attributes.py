"""Which fields a category has, in which order, and the answer of `item_upload/attributes`.

The sell page mounts its later fields from this answer alone; validation.py asks it what is
required.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ..switches.faults import Faults
from .data import (
    Category,
    Locale,
    Option,
    SizeGroup,
    Title,
    conditions,
    materials,
    path,
    read,
    size_groups,
)
from .extra_fields import REQUIRED_CODES, codes_of, is_jeans_of_men

CONDITION_ID = 431
MATERIAL_ID = 8
SIZE_ID = 8001
EXTRA = "care_label"
DEPARTMENT = "department"
ELECTRONICS = 2994
DAMAGED = Option(7, Title(fr="Endommagé", en="Damaged", de="Beschädigt"))
WOMEN_TABS = (80, 81, 82, 83, 84, 85)
WOMEN_SINGLE = (4,)
MEN_JEANS_TABS = (14, 86)
FIELD_TITLES: dict[str, Title] = {
    "condition": Title(fr="État", en="Condition", de="Zustand"),
    "material": Title(fr="Matériau", en="Material", de="Material"),
    "size": Title(fr="Taille", en="Size", de="Größe"),
}

Json = dict[str, Any]


@dataclass(frozen=True)
class Attribute:
    """A single list that only some categories have."""

    id: int
    code: str
    title: Title
    required: bool
    options: tuple[Option, ...]
    display: str = "list"


@cache
def extra_attributes() -> dict[str, Attribute]:
    return {row["code"]: _attribute(row) for row in read("attributes")["attributes"]}


def _attribute(row: Json) -> Attribute:
    options = tuple(
        Option(option["id"], Title({key: option[key] for key in ("fr", "en", "de")}))
        for option in row["options"]
    )
    title, display = Title(row["title"]), row.get("display", "list")
    return Attribute(row["id"], row["code"], title, row["required"], options, display)


def untold(locale: Locale, faults: Faults) -> list[Json]:
    """What the page asks for beyond the answer: it comes with the page itself."""
    if not faults.untold_attribute:
        return []
    return [_extra_entry(extra_attributes()[EXTRA], locale, faults)]


def required_codes(category: Category, faults: Faults) -> tuple[str, ...]:
    """The codes of the fields that the server looks at, told or not."""
    codes = field_codes(category, faults)
    return (*codes, EXTRA) if faults.untold_attribute and EXTRA not in codes else codes


def field_codes(category: Category, faults: Faults) -> tuple[str, ...]:
    """The codes of the category's fields in the order of the page."""
    codes = codes_of(category, faults)
    if not faults.isbn_told:
        codes = tuple(code for code in codes if code != "isbn")
    if faults.department and category.tree == "newer":
        codes = (*codes, DEPARTMENT)
    if faults.extra_attribute:
        codes = (*codes, EXTRA)
    if faults.missing_field:
        codes = tuple(code for code in codes if code != faults.missing_field)
    return tuple(reversed(codes)) if faults.attributes_reversed else codes


def sizes_of(category: Category, faults: Faults) -> tuple[SizeGroup, ...]:
    ids = category.sizes
    if is_jeans_of_men(category) and faults.form == "august" and faults.men_jeans_sizes == "tabs":
        ids = MEN_JEANS_TABS
    if ids == WOMEN_TABS and faults.women_sizes == "single":
        ids = WOMEN_SINGLE
    return tuple(size_groups()[group] for group in ids)


def conditions_of(category: Category, faults: Faults) -> tuple[Option, ...]:
    only = category.only_condition
    rows = tuple(row for row in conditions() if only in (None, row.id))
    is_electronic = path(category)[0].id == ELECTRONICS
    return (*rows, DAMAGED) if faults.seventh_condition and is_electronic else rows


def attributes_answer(category: Category, locale: Locale, faults: Faults) -> list[Json]:
    return [_entry(code, category, locale, faults) for code in field_codes(category, faults)]


def _entry(code: str, category: Category, locale: Locale, faults: Faults) -> Json:
    if code == "condition":
        return _listed(
            CONDITION_ID, code, locale, _options(conditions_of(category, faults), locale)
        )
    if code == "material":
        rows = _options(materials(), locale)
        return _listed(MATERIAL_ID, code, locale, rows, limit=3, required=False)
    if code == "size":
        return _size_entry(sizes_of(category, faults), locale)
    extra = extra_attributes().get(code)
    if extra is None:
        return {"code": code, "configuration": None}
    return _extra_entry(extra, locale, faults)


def _listed(
    attribute_id: int,
    code: str,
    locale: Locale,
    groups: list[Json],
    *,
    limit: int = 1,
    required: bool = True,
    display: str = "list",
    title: Title | None = None,
) -> Json:
    return {
        "id": attribute_id,
        "code": code,
        "configuration": {
            "title": (title or FIELD_TITLES[code])[locale],
            "display_type": display,
            "selection_type": "multi" if limit > 1 else "single",
            "selection_limit": limit,
            "required": required,
            "options": groups,
        },
    }


def _options(rows: tuple[Option, ...], locale: Locale) -> list[Json]:
    options = [
        {
            "id": row.id,
            "title": row.title[locale],
            "description": row.hint[locale] if row.hint else "",
            "type": "default",
            "has_children": False,
        }
        for row in rows
    ]
    return [{"options": options}]


def _size_entry(groups: tuple[SizeGroup, ...], locale: Locale) -> Json:
    rows = [
        {"id": group.id, "title": group.title[locale]} | _options(group.sizes, locale)[0]
        for group in groups
    ]
    display = "grid_chips" if len(groups) > 1 else "grid"
    return _listed(SIZE_ID, "size", locale, rows, display=display)


def is_required(extra: Attribute, faults: Faults) -> bool:
    return extra.required or (faults.form == "august" and extra.code in REQUIRED_CODES)


def _extra_entry(extra: Attribute, locale: Locale, faults: Faults) -> Json:
    return _listed(
        extra.id,
        extra.code,
        locale,
        _options(extra.options, locale),
        required=is_required(extra, faults),
        display=extra.display if faults.form == "august" else "list",
        title=extra.title,
    )

"""Between the bodies of the upload API and the items in memory.

Reads both spellings of condition and size (a column of their own, or item_attributes) and writes
items the way the wardrobe and the edit page get them. Whether an item may be stored is
validation.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .catalogue.data import Locale, brand_by_id, categories, colors, size_groups
from .catalogue.slugs import slug
from .members import Account
from .state import AssignedPhoto, Item, State

Json = dict[str, Any]


def filled(item: Item, body: Json) -> Item:
    """The item with everything the body says; what it leaves out is empty."""
    attributes = _attributes(body)
    return replace(
        item,
        title=str(body.get("title") or ""),
        description=str(body.get("description") or ""),
        catalog_id=_integer(body.get("catalog_id")),
        brand_id=_integer(body.get("brand_id")),
        brand=str(body.get("brand") or ""),
        size_id=_integer(body.get("size_id")) or _first(attributes.pop("size", ())),
        condition_id=_integer(body.get("status_id")) or _first(attributes.pop("condition", ())),
        color_ids=_integers(body.get("color_ids")),
        attributes=attributes,
        is_unisex=bool(body.get("is_unisex")),
        isbn=str(body.get("isbn") or ""),
        ai_photo=bool(body.get("ai_photo")),
        measurement_length=_number(body.get("measurement_length")),
        measurement_width=_number(body.get("measurement_width")),
        price=_number(body.get("price")) or 0.0,
        package_size_id=_integer(body.get("package_size_id")),
        photos=_photos(body.get("assigned_photos")),
        currency=str(body.get("currency") or item.currency),
    )


def _attributes(body: Json) -> dict[str, tuple[int, ...]]:
    rows = body.get("item_attributes") or []
    found = {
        str(row.get("code")): _integers(row.get("ids")) for row in rows if isinstance(row, Mapping)
    }
    if body.get("status_id"):
        found.pop("condition", None)
    if body.get("size_id"):
        found.pop("size", None)
    return found


def _photos(rows: Any) -> tuple[AssignedPhoto, ...]:
    entries = [row for row in rows or [] if isinstance(row, Mapping)]
    return tuple(AssignedPhoto(int(row["id"]), int(row.get("orientation") or 0)) for row in entries)


def _first(values: tuple[int, ...]) -> int | None:
    return values[0] if values else None


def _integers(values: Any) -> tuple[int, ...]:
    found = (_integer(value) for value in values or [])
    return tuple(value for value in found if value is not None)


def _integer(value: Any) -> int | None:
    try:
        return int(value) if value not in (None, "") else None
    except (TypeError, ValueError):
        return None


def _number(value: Any) -> float | None:
    try:
        return float(value) if value not in (None, "") else None
    except (TypeError, ValueError):
        return None


def item_path(item: Item) -> str:
    return f"/items/{item.id}-{slug(item.title)}"


def brand_title(item: Item) -> str:
    known = brand_by_id(item.brand_id) if item.brand_id else None
    return known.title if known else item.brand


def size_title(item: Item, locale: Locale) -> str:
    sizes = (size for group in size_groups().values() for size in group.sizes)
    return next((size.title[locale] for size in sizes if size.id == item.size_id), "")


def color_titles(item: Item, locale: Locale) -> list[str]:
    return [color.title[locale] for color in colors() if color.id in item.color_ids]


def category_title(item: Item, locale: Locale) -> str:
    category = categories().get(item.catalog_id or 0)
    return category.title[locale] if category else ""


def wardrobe_row(item: Item, owner: Account, *, dated: bool = False) -> Json:
    """A row of the wardrobe answer; its flags are those of 2026-08-13, vinted.fr, live audit, M."""
    dates = {"created_at": item.created_at.isoformat()} if dated else {}
    return dates | {
        "id": item.id,
        "title": item.title,
        "user": {"id": owner.id, "login": owner.login},
        "url": item_path(item),
        "price": {"amount": f"{item.price:.2f}", "currency_code": item.currency},
        "is_draft": item.draft,
        "is_closed": item.sold,
        "item_closing_action": "sold" if item.sold else None,
        "is_reserved": item.reserved,
        "is_hidden": item.hidden,
        "is_processing": item.held,
        "photos": [{"id": photo.id, "url": f"/photos/{photo.id}"} for photo in item.photos],
    }


def editable(item: Item, state: State) -> Json:
    """What the edit page gets to fill its form again."""
    attributes = dict(item.attributes)
    attributes["condition"] = (item.condition_id,) if item.condition_id else ()
    attributes["size"] = (item.size_id,) if item.size_id else ()
    return {
        "id": item.id,
        "is_draft": item.draft,
        "title": item.title,
        "description": item.description,
        "catalog_id": item.catalog_id,
        "brand_id": item.brand_id,
        "brand": brand_title(item),
        "size_id": item.size_id,
        "status_id": item.condition_id,
        "color_ids": list(item.color_ids),
        "item_attributes": [
            {"code": code, "ids": list(ids)} for code, ids in attributes.items() if ids
        ],
        "is_unisex": item.is_unisex,
        "isbn": item.isbn,
        "ai_photo": item.ai_photo,
        "measurement_length": item.measurement_length,
        "measurement_width": item.measurement_width,
        "price": item.price,
        "currency": item.currency,
        "package_size_id": item.package_size_id,
        "assigned_photos": [
            {"id": photo.id, "orientation": photo.orientation, "url": f"/photos/{photo.id}"}
            for photo in item.photos
            if photo.id in state.photos
        ],
    }

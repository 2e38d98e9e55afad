"""What the server refuses to publish, as the field errors that the page shows.

Owns the rules and their order; the words are labels.py. Drafts are not checked: the market
stores almost anything as a draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .catalogue import books
from .catalogue.attributes import extra_attributes, is_required, required_codes
from .catalogue.data import Category, Locale, categories
from .catalogue.extra_fields import asks_model, is_book
from .catalogue.labels import error_text
from .catalogue.money import price_rule
from .catalogue.parcels import parcels_of
from .state import Item
from .switches.faults import Faults, FieldError

TITLE_LIMIT = 100
DESCRIPTION_LIMIT = 2000
PHOTO_LIMIT = 20
SYMBOL_RUN = re.compile(r"[^\w\s]{3,}")


def errors_of(item: Item, locale: Locale, faults: Faults) -> list[FieldError]:
    category = categories().get(item.catalog_id or 0)
    leaf = category if category is not None and category.is_leaf else None
    codes = [*_always(item, leaf, faults), *(_of_category(item, leaf, faults) if leaf else ())]
    hidden = faults.missing_field
    return [_error(field, rule, locale) for field, rule in codes if field != hidden]


def _error(field: str, rule: str, locale: Locale) -> FieldError:
    return FieldError(field, error_text(rule, locale))


def _always(item: Item, leaf: Category | None, faults: Faults) -> Iterator[tuple[str, str]]:
    if not item.photos:
        yield "photos", "photos_missing"
    elif len(item.photos) > PHOTO_LIMIT:
        yield "photos", "photos_many"
    yield from _texts(item, faults)
    if leaf is None:
        yield "category", "category_missing"
    if leaf is None:
        yield "price", "price_low"
    elif rule := price_rule(item.price, item.currency):
        yield "price", rule


def _texts(item: Item, faults: Faults) -> Iterator[tuple[str, str]]:
    if rule := _title_rule(item.title, faults):
        yield "title", rule
    if not item.description.strip():
        yield "description", "description_missing"
    elif len(item.description) > DESCRIPTION_LIMIT:
        yield "description", "description_long"


def _title_rule(title: str, faults: Faults) -> str | None:
    if not title.strip():
        return "title_missing"
    if len(title) > TITLE_LIMIT:
        return "title_long"
    if any(unicodedata.category(letter) == "So" for letter in title):
        return "title_emoji"
    if faults.capitals_refused and _is_shouted(title):
        return "title_capitals"
    return "title_symbols" if SYMBOL_RUN.search(title) else None


def _is_shouted(title: str) -> bool:
    letters = [letter for letter in title if letter.isalpha()]
    return 2 * sum(letter.isupper() for letter in letters) > len(letters)


def _of_category(item: Item, leaf: Category, faults: Faults) -> Iterator[tuple[str, str]]:
    if not item.package_size_id and parcels_of(leaf, faults):
        yield "package_size", "package_size_missing"
    if is_book(leaf, faults):
        yield from books.rules(item.isbn, bool(item.attributes.get("language_book")))
    if asks_model(leaf, faults) and not item.attributes.get("model"):
        yield "model", "model_missing"
    given = {
        "brand": item.brand_id or item.brand,
        "size": item.size_id,
        "condition": item.condition_id,
        "color": item.color_ids,
    }
    for code in required_codes(leaf, faults):
        extra = extra_attributes().get(code)
        if code in given and not given[code]:
            yield code, f"{code}_missing"
        elif extra and is_required(extra, faults) and not item.attributes.get(code):
            yield code, "attribute_missing"

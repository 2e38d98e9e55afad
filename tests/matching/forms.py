"""What a page's form has for a category, with the options of each field: the stand-in's tables.

`pages` has the options of a single field; listings, which fill a whole form, read this.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from browser.listing import FieldName, Option
from browser.sell_form import FieldKind, OfferedField
from browser.standin.catalogue import attributes, data, extra_fields
from browser.standin.switches.faults import Faults
from tests.matching.pages import options

UK: Final = "uk"
"""The English site's newer page, of which only the paths of the categories are known."""
_UK_LEAVES: Final = Path(__file__).parent / "tables" / "uk_leaves.txt"
_SEVERAL: Final = {FieldName.COLOR: 2, FieldName.MATERIAL: 3}
_ENFORCED: Final = frozenset({FieldName.BRAND, FieldName.COLOR, FieldName.SIZE, "condition"})
_TYPED: Final = frozenset({"isbn", "model"})
_UNREAD: Final = frozenset({FieldName.UNISEX, "measurements"})


@cache
def categories(page: str) -> tuple[Option, ...]:
    """The leaves of a page."""
    if page != UK:
        return options(FieldName.CATEGORY, page)
    paths = _UK_LEAVES.read_text("utf-8").splitlines()
    return tuple(
        Option(path, path.split(" > ")[-1], tuple(path.split(" > ")[:-1])) for path in paths
    )


def language_of(page: str) -> str:
    """What the page is written in."""
    return "en" if page == UK else page


@cache
def fields(page: str, category: str) -> tuple[OfferedField, ...]:
    """The fields that the form has for a category, those before it left out."""
    if page == UK:
        return tuple(map(_field, ("condition", "color")))
    leaf, faults = data.categories()[int(category)], Faults()
    codes: Iterable[str] = attributes.field_codes(leaf, faults)
    if extra_fields.asks_model(leaf, faults):
        codes = (*codes, "model")
    return tuple(_field(code) for code in codes if code not in _UNREAD)


@cache
def offered(name: str, page: str, category: str) -> tuple[Option, ...]:
    """The options of one of a category's fields."""
    language = language_of(page)
    extra = attributes.extra_attributes().get(name)
    if extra is not None:
        return tuple(Option(str(row.id), row.title[language]) for row in extra.options)
    return () if name in _TYPED else options(name, language, category)


def _field(code: str) -> OfferedField:
    several = code in _SEVERAL
    kind = FieldKind.SEVERAL if several else FieldKind.TEXT if code in _TYPED else FieldKind.ONE
    needed = code in _ENFORCED | extra_fields.REQUIRED_CODES | _TYPED
    return OfferedField(code, kind, needed, limit=_SEVERAL.get(code, 1), searched=code == "brand")

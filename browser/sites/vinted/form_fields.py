"""The fields of the sell form: a new one that needs its own element or label gets a row here.

A row says what a field is filled with, its signs in the page, best first, and what the page calls
it in each language, which takes over when the signs go. A field of a category that is found by its
code or by the site's own label for it needs none. Where each sign was seen is in `provenance`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from types import MappingProxyType
from typing import Final


class Control(Enum):
    """What a field is filled with."""

    TEXT = auto()
    LIST = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True)
class FormField:
    """A field with an element of its own: signs as `kind=value`, labels by language."""

    control: Control
    signs: tuple[str, ...]
    labels: Mapping[str, str]


def _field(control: Control, signs: str, **labels: str) -> FormField:
    return FormField(control, tuple(signs.split()), labels)


_text = partial(_field, Control.TEXT)
_list = partial(_field, Control.LIST)
_tick = partial(_field, Control.TICK)
FORM_FIELDS: Final[Mapping[str, FormField]] = MappingProxyType(
    {
        "title": _text(
            "id=title test_id=title--input name=title", fr="Titre", en="Title", de="Titel"
        ),
        "description": _text(
            "id=description test_id=description--input name=description",
            fr="Description",
            en="Describe your item",
            de="Beschreibung",
        ),
        "category": _list(
            "id=category test_id=catalog-select-dropdown-input",
            fr="Catégorie",
            en="Category",
            de="Kategorie",
        ),
        "brand": _list(
            "id=brand test_id=brand-select-dropdown-input", fr="Marque", en="Brand", de="Marke"
        ),
        "size": _list(
            "id=size test_id=category-size-single-grid-input"
            " test_id=category-size-single-grid_chips-input test_id=size-select-dropdown-input",
            fr="Taille",
            en="Size",
            de="Größe",
        ),
        "condition": _list(
            "id=condition test_id=category-condition-single-list-input"
            " test_id=condition-select-dropdown-input",
            fr="État",
            en="Condition",
            de="Zustand",
        ),
        "color": _list(
            "id=color test_id=color-select-dropdown-input", fr="Couleur", en="Colour", de="Farbe"
        ),
        "material": _list(
            "id=material test_id=category-material-multi-list-input"
            " test_id=material-multi-list-dropdown-input",
            fr="Matériau (recommandé)",
            en="Material (recommended)",
            de="Material (empfohlen)",
        ),
        "unisex": _tick("id=unisex name=unisex", fr="Unisexe", en="Unisex", de="Unisex"),
        "price": _text(
            "id=price test_id=price-input--input name=price", fr="Prix", en="Price", de="Preis"
        ),
        # Of some categories only: books (vinted.fr, 2026-09-20, live, H), tops (2026-09-07, L).
        "isbn": _text("id=isbn test_id=isbn--input name=isbn"),
        "measurement_width": _text(
            "test_id=measurement-width--input id=measurement-width id=measurement_width"
        ),
        "measurement_length": _text(
            "test_id=measurement-length--input id=measurement-length id=measurement_length"
        ),
        # Once photos are there, on new and edit pages (vinted.de, 2026-10, live, M).
        "ai_photo": _tick("id=ai_photo name=ai_photo test_id=ai_photo--input"),
    }
)

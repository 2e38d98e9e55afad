"""The columns of a table of listings, by every name that a person may have given them.

Owns which header means which member of a listing, in English, French and German, and how words
for yes and no are read. What a member may hold is said by `domain.inputs`.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PHOTOS: Final = "photos"
ANSWER: Final = "answers."
"""Before the field that a column answers, as in `answers.isbn`."""
REQUIRED: Final = ("title", "price", "description")


@dataclass(frozen=True, slots=True)
class Column:
    """A member of a listing, and its header in the template of each language."""

    member: str
    en: str
    fr: str
    de: str
    others: tuple[str, ...] = ()


COLUMNS: Final = (
    Column("title", "Title", "Titre", "Titel", ("name", "nom", "article", "artikel")),
    Column("price", "Price", "Prix", "Preis", ("amount", "montant", "betrag", "price eur")),
    Column("description", "Description", "Description", "Beschreibung", ("text", "texte")),
    Column("category_hint", "Category", "Catégorie", "Kategorie", ("category hint", "catégories")),
    Column("brand", "Brand", "Marque", "Marke"),
    Column("size", "Size", "Taille", "Größe", ("groesse", "grosse", "pointure")),
    Column("condition", "Condition", "État", "Zustand"),
    Column("color", "Colour", "Couleur", "Farbe",
           ("color", "colors", "colours", "couleurs", "farben")),
    Column("material", "Material", "Matière", "Material", ("matériau", "stoff")),
    Column("parcel_size", "Parcel", "Colis", "Paket",
           ("parcel size", "taille du colis", "format du colis", "paketgröße", "paketgroesse")),
    Column("unisex", "Unisex", "Unisexe", "Unisex"),
    Column("brand_is_custom", "New brand", "Nouvelle marque", "Neue Marke",
           ("brand is custom",)),
    Column(PHOTOS, "Photos", "Photos", "Fotos",
           ("photo", "foto", "images", "image", "bilder", "bild", "pictures", "picture")),
)  # fmt: skip
"""In the order of the template."""
LANGUAGES: Final = ("en", "fr", "de")
FLAGS: Final = frozenset({"unisex", "brand_is_custom"})
MAX_HEADER: Final = 200
"""Characters of a cell that may be a header; what is longer is a text."""
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "oui", "o", "vrai", "ja", "j", "wahr"})
_NO: Final = frozenset({"no", "n", "false", "0", "non", "faux", "nein", "falsch"})
_NUMBERED: Final = re.compile(r"(.*\D)\s?\d{1,2}")
_ANSWER: Final = re.compile(r"answers?[.: ]\s*([a-z0-9_]{1,64})")


def flag(text: str) -> bool | None:
    """A word for yes or no; None for any other."""
    word = folded(text)
    return True if word in _YES else False if word in _NO else None


def folded(text: str) -> str:
    """A header as it is compared: without case, accents, marks and blanks in excess."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("_", " ").casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.replace("*", " ").split()).strip(" :.")


def _names(column: Column) -> tuple[str, ...]:
    return (column.member, column.en, column.fr, column.de, *column.others)


_BY_NAME: Final[Mapping[str, str]] = {
    folded(name): column.member for column in COLUMNS for name in _names(column)
}


def member_of(header: str) -> str | None:
    """What a header means; None for what no listing has."""
    if len(header) > MAX_HEADER:
        return None
    name = folded(header)
    if found := _BY_NAME.get(name):
        return found
    if answer := _ANSWER.fullmatch(header.strip().lower()):
        return ANSWER + answer[1]
    # "Photo 1", "Photo 2": the order of the columns is that of the photos.
    numbered = _NUMBERED.fullmatch(name)
    is_photo = numbered and _BY_NAME.get(numbered[1].strip()) == PHOTOS
    return PHOTOS if is_photo else None


def header(column: Column, language: str) -> str:
    """The header of a column in the template of a language."""
    return {"fr": column.fr, "de": column.de}.get(language, column.en)

"""The words on the sell page, per language of the page.

Only what a locator needs when test ids and ids fail it. A language that is not here has no such
candidates; ids and test ids carry it alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Labels:
    """The page's words in one language: field labels by field, and the buttons."""

    fields: Mapping[str, str]
    publish: str
    save_draft: str
    done: str
    close: str


_FRENCH: Final = Labels(
    fields=MappingProxyType(
        {
            "title": "Titre",
            "description": "Description",
            "category": "Catégorie",
            "brand": "Marque",
            "size": "Taille",
            "condition": "État",
            "color": "Couleur",
            "material": "Matériau (recommandé)",
            "unisex": "Unisexe",
            "price": "Prix",
        }
    ),
    publish="Ajouter",
    save_draft="Sauvegarder le brouillon",
    done="Fait",
    close="Fermer",
)
_ENGLISH: Final = Labels(
    fields=MappingProxyType(
        {
            "title": "Title",
            "description": "Describe your item",
            "category": "Category",
            "brand": "Brand",
            "size": "Size",
            "condition": "Condition",
            "color": "Colour",
            "material": "Material (recommended)",
            "unisex": "Unisex",
            "price": "Price",
        }
    ),
    publish="Upload",
    save_draft="Save draft",
    done="Done",
    close="Close",
)
_GERMAN: Final = Labels(
    fields=MappingProxyType(
        {
            "title": "Titel",
            "description": "Beschreibung",
            "category": "Kategorie",
            "brand": "Marke",
            "size": "Größe",
            "condition": "Zustand",
            "color": "Farbe",
            "material": "Material (empfohlen)",
            "unisex": "Unisex",
            "price": "Preis",
        }
    ),
    publish="Hochladen",
    save_draft="Entwurf speichern",
    done="Fertig",
    close="Schließen",
)
LABELS: Final[Mapping[str, Labels]] = MappingProxyType(
    {"fr": _FRENCH, "en": _ENGLISH, "de": _GERMAN}
)


def labels(language: str) -> Labels | None:
    """The words for a page's `lang`, such as `fr` or `fr-FR`."""
    return LABELS.get(language.partition("-")[0].lower())

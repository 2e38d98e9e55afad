"""The words of the sell page's buttons, per language; those of its fields are in `form_fields`.

Only what a locator needs when test ids fail it. A language that is not here has no such
candidates; ids and test ids carry it alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Labels:
    """The buttons of the form and of what opens over it, in one language."""

    publish: str
    save_draft: str
    done: str
    close: str


LABELS: Final[Mapping[str, Labels]] = MappingProxyType(
    {
        "fr": Labels("Ajouter", "Sauvegarder le brouillon", "Fait", "Fermer"),
        "en": Labels("Upload", "Save draft", "Done", "Close"),
        "de": Labels("Hochladen", "Entwurf speichern", "Fertig", "Schließen"),
    }
)


def labels(language: str) -> Labels | None:
    """The words for a page's `lang`, such as `fr` or `fr-FR`."""
    return LABELS.get(language.partition("-")[0].lower())

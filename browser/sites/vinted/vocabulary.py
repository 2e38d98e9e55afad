"""What sellers' everyday words mean on Vinted, per language: tables only.

Ids are the site's and the same in every language. Another language's words help where the page's
own language says nothing. Comparing belongs to `browser.matching`.
"""

from typing import Final

from browser.wording import Vocabulary

_FRENCH: Final = Vocabulary(
    "fr",
    meanings={
        "condition": {
            "neuf": ("6", "1"),
            "bon": ("3",),
            "très bon": ("2",),
        },
    },
    rewrites={
        "t shirt": "tshirt",
        "tee shirt": "tshirt",
        "sweat shirt": "sweat",
        "sweatshirt": "sweat",
    },
    noise={
        "": frozenset({"de", "du", "des", "le", "la", "les", "et", "en", "pour", "à"}),
        "condition": frozenset({"état"}),
        "size": frozenset({"taille"}),
    },
    joiners=frozenset({"et"}),
)


def vocabulary_for(language: str | None) -> Vocabulary:
    """The words of a language (ISO 639), with those of the others behind it."""
    return _FRENCH

"""The interface's texts in French, English and German, from tables/labels.json.

Owns the words and money as text; `reworded` swaps the words that locators like to hold on to.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from .data import Locale, read
from .faults import Faults

CURRENCY: dict[Locale, str] = {"fr": "EUR", "de": "EUR", "en": "GBP"}
HTML_LANG: dict[Locale, str] = {"fr": "fr", "de": "de", "en": "en-GB"}
ISO_LOCALE: dict[Locale, str] = {"fr": "fr-FR", "de": "de-DE", "en": "en-GB"}
NBSP = "\u00a0"


@cache
def _all() -> dict[str, Any]:
    found: dict[str, Any] = read("labels")
    return found


def texts(locale: Locale, faults: Faults) -> dict[str, Any]:
    """Every text of the pages in one language."""
    words: dict[str, Any] = _all()[locale]
    if not (faults.reworded or faults.reworded_labels):
        return words
    other: dict[str, Any] = words["reworded"] if faults.reworded else {}
    other = {**other, "labels": words["reworded"]["labels"]}
    return {**words, **other, "labels": {**words["labels"], **other["labels"]}}


def error_text(rule: str, locale: Locale) -> str:
    return str(_all()[locale]["errors"][rule])


def money(amount: float, locale: Locale) -> str:
    if locale == "en":
        return f"£{amount:,.2f}"
    return f"{amount:.2f}".replace(".", ",") + f"{NBSP}€"

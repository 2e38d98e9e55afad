"""The interface's texts by language, from tables/labels.json and tables/more_labels.json.

French, English and German are whole. Of six more only a few words are known (dated pages and tools
of 2026, M, the rest is the plain word of the language); what is missing there is English.

Owns the words; amounts are money.py. `reworded` swaps the words that locators like to hold on to.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from ..switches.faults import Faults
from .data import Locale, read
from .made_words import made

HTML_LANG: dict[Locale, str] = {"en": "en-GB"}
ISO_LOCALE: dict[Locale, str] = {
    **{"fr": "fr-FR", "de": "de-DE", "en": "en-GB", "it": "it-IT", "es": "es-ES", "nl": "nl-NL"},
    **{"pl": "pl-PL", "pt": "pt-PT", "cs": "cs-CZ", "xx": "xx-XX"},
}


def html_lang(locale: Locale) -> str:
    return HTML_LANG.get(locale, locale)


@cache
def _words(locale: Locale) -> dict[str, Any]:
    whole = read("labels")
    if locale == "xx":
        return cast(dict[str, Any], _made(whole["en"]))
    return _over(whole["en"], whole.get(locale) or read("more_labels")[locale])


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """One set of words over another, members of members too."""
    both = {
        name: _over(text, above[name])
        for name, text in below.items()
        if isinstance(text, dict) and name in above
    }
    return {**below, **above, **both}


def _made(words: Any) -> Any:
    """Every text of the words in the made-up language."""
    if isinstance(words, dict):
        return {name: _made(text) for name, text in words.items()}
    return [_made(text) for text in words] if isinstance(words, list) else made(words)


def texts(locale: Locale, faults: Faults) -> dict[str, Any]:
    """Every text of the pages in one language."""
    words = _words(locale)
    if not (faults.reworded or faults.reworded_labels):
        return words
    other: dict[str, Any] = words["reworded"] if faults.reworded else {}
    other = {**other, "labels": words["reworded"]["labels"]}
    return {**words, **other, "labels": {**words["labels"], **other["labels"]}}


def error_text(rule: str, locale: Locale) -> str:
    return str(_words(locale)["errors"][rule])

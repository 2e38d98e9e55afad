"""The lists that a seller's typing is compared with, each in a language and ready to be asked.

Joins the `catalogue` with the words of the market; how a text is ranked is
`browser.matching.autocomplete`'s. Reading a list takes a while, asking it does not: who calls
keeps it.
"""

from typing import Final

from browser.listing import FieldName, Option
from browser.market import Market
from browser.matching.autocomplete import OfferedList, Suggestions
from browser.matching.text import Vocabulary
from browser.sites.vinted import catalogue
from browser.sites.vinted.markets import MARKETS

LANGUAGES: Final = frozenset(market.language or "" for market in MARKETS.values())
"""The languages of the 26 markets (ISO 639)."""
_LOOPBACK_LANGUAGE: Final = "fr"


def language_of(market: Market) -> str:
    """What a market's pages are written in; French on loopback, where no page is open."""
    return market.language or _LOOPBACK_LANGUAGE


def offered_list(
    field: FieldName, market: Market, language: str, category: str | None = None
) -> OfferedList:
    """A field's list; raises catalogue.UnknownCategory for sizes of what is no category."""
    offer = catalogue.offer(field, language, category)
    # A bare number is a size of the market, in whatever language the labels are.
    shown = next(iter(offer.languages.values()), language)
    words = language_of(market) if field is FieldName.SIZE else shown
    return OfferedList(Suggestions(offer.options, _vocabulary(words), field), offer.languages)


def listed(field: str, language: str, options: tuple[Option, ...]) -> OfferedList:
    """Options that a page in a language has shown; names have none."""
    named = () if field == FieldName.BRAND else options
    ready = Suggestions(options, _vocabulary(language), field)
    return OfferedList(ready, {option.id: language for option in named})


def _vocabulary(language: str) -> Vocabulary:
    # Loaded with the first text: a service that is asked for nothing holds no table.
    from browser.sites.vinted.words.vocabulary import vocabulary_for  # noqa: PLC0415

    return vocabulary_for(language)

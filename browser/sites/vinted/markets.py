"""The marketplace's 26 country markets, and which addresses count as one of them.

Anything else is refused, so that a session can go nowhere else.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from browser.market import Market, UnknownMarket, market_at

_MIN_PRICES: Final = {
    "EUR": Decimal("1.00"),
    "GBP": Decimal("1.00"),
    "USD": Decimal("1.00"),
    "DKK": Decimal("8.00"),
}
_MAX_PRICES: Final = {"EUR": Decimal("30000.00"), "USD": Decimal("9000.00")}
LOOPBACK_CURRENCY: Final = "EUR"
"""What a price on loopback is called until the page is seen, whose own money then counts."""
_COUNTRIES: Final = (
    ("fr", "fr-FR", "EUR"),
    ("be", "fr-BE", "EUR"),
    ("lu", "fr-LU", "EUR"),
    ("es", "es-ES", "EUR"),
    ("it", "it-IT", "EUR"),
    ("de", "de-DE", "EUR"),
    ("at", "de-AT", "EUR"),
    ("nl", "nl-NL", "EUR"),
    ("pt", "pt-PT", "EUR"),
    ("lt", "lt-LT", "EUR"),
    ("lv", "lv-LV", "EUR"),
    ("ee", "et-EE", "EUR"),
    ("si", "sl-SI", "EUR"),
    ("fi", "fi-FI", "EUR"),
    ("gr", "el-GR", "EUR"),
    ("ie", "en-IE", "EUR"),
    ("sk", "sk-SK", "EUR"),
    ("hr", "hr-HR", "EUR"),
    ("pl", "pl-PL", "PLN"),
    ("cz", "cs-CZ", "CZK"),
    ("hu", "hu-HU", "HUF"),
    ("ro", "ro-RO", "RON"),
    ("se", "sv-SE", "SEK"),
    ("dk", "da-DK", "DKK"),
    ("co.uk", "en-GB", "GBP"),
    ("com", "en-US", "USD"),
)


def _market(domain: str, locale: str, currency: str) -> Market:
    host = f"www.vinted.{domain}"
    return Market(
        host=host,
        origin=f"https://{host}",
        currency=currency,
        locale=locale,
        min_price=_MIN_PRICES.get(currency),
        max_price=_MAX_PRICES.get(currency),
    )


MARKETS: Final[Mapping[str, Market]] = MappingProxyType(
    {market.host: market for market in (_market(*country) for country in _COUNTRIES)}
)
"""The markets by host."""


def market_of(origin: str) -> Market:
    """The market at an address like `https://www.vinted.fr` or `http://127.0.0.1:5001`.

    Raises UnknownMarket for every other one.
    """
    return market_at(origin, MARKETS, LOOPBACK_CURRENCY)


def market_named(name: str) -> Market:
    """The market that a caller names: by address, host or domain, as `www.vinted.fr` or `co.uk`.

    Raises UnknownMarket. Only for looking things up: where a session goes, `market_of` says.
    """
    text = name.strip().lower()
    if "://" in text:
        return market_of(text)
    hosts = (text, f"www.{text}", f"www.vinted.{text}")
    known = next((MARKETS[host] for host in hosts if host in MARKETS), None)
    return known or market_of(f"http://{text}")


def other_market(origin: str, address: str) -> str | None:
    """The host of another market than `origin`'s that an address is of; None is no evidence.

    A page that is no market's may be anything, and says nothing of where a session belongs.
    """
    here, parts = market_of(origin), urlsplit(address)
    try:
        there = market_of(f"{parts.scheme}://{parts.netloc}")
    except UnknownMarket:
        return None
    return there.host if there.origin != here.origin and there.loopback == here.loopback else None

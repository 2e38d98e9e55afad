"""Currencies: which one a market has, how amounts are written and what the server takes.

The stand-in's pages and static/price.js each write amounts themselves.
"""

from __future__ import annotations

from ..switches.faults import Faults
from .data import Locale

NBSP = "\u00a0"
CURRENCY: dict[Locale, str] = {"en": "GBP", "pl": "PLN", "cs": "CZK"}
# Refusal texts of 2026, 2 sources, M: 1 to 30,000 EUR; 8 DKK. Elsewhere 1 is this project's guess.
LOWEST = {"DKK": 8.0}
HIGHEST = {"EUR": 30_000.0}


def currency_of(locale: Locale, faults: Faults) -> str:
    return CURRENCY.get(locale, "EUR") if faults.currency == "by_locale" else faults.currency


def price_rule(price: float, currency: str) -> str | None:
    """The rule that a price breaks, if any."""
    if not price >= LOWEST.get(currency, 1.0):
        return "price_low"
    return "price_high" if price > HIGHEST.get(currency, float("inf")) else None


def money(amount: float, locale: Locale, currency: str) -> str:
    symbol = {"EUR": "€", "GBP": "£", "PLN": "zł", "SEK": "kr", "DKK": "kr.", "CZK": "Kč"}[currency]
    if locale == "en":
        return f"{symbol}{amount:,.2f}"
    return f"{amount:.2f}".replace(".", ",") + f"{NBSP}{symbol}"

"""Prices as the sell page writes and shows them."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

_CENTS: Final = re.compile(r"[.,](\d{1,2})$")
_SIGNS: Final = re.compile(r"[^\d.,]")
_BROKEN: Final = re.compile(r"\bnan\b", re.IGNORECASE)
_MONEY: Final[Mapping[str, str]] = {
    "€": "EUR",
    "£": "GBP",
    "zł": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "lei": "RON",
    "$": "USD",
}
_CODES: Final = re.compile(r"\b(EUR|GBP|PLN|CZK|HUF|RON|SEK|DKK|USD)\b")
_CROWNS: Final = re.compile(r"\bkr\b")
_CROWNS_OF: Final[Mapping[str, str]] = {"sv": "SEK", "da": "DKK"}


def typed(amount: Decimal, separator: str) -> str:
    """An amount as a person types it: cents only when there are some."""
    if amount == amount.to_integral_value():
        return str(amount.to_integral_value())
    return f"{amount:.2f}".replace(".", separator)


def spellings(amount: Decimal, separator: str) -> tuple[str, ...]:
    """An amount with the market's own separator, then with the other one.

    For cents sources disagree: five tools of July to October 2026 begin with the point or try it,
    two or three with the comma, and `12,5` once became `NaN €` (vinted.fr, 2026-08-05, M).
    """
    other = "." if separator == "," else ","
    return typed(amount, separator), typed(amount, other)


def shown(text: str) -> Decimal | None:
    """The amount in a text such as `1.234,50 €`, `£12.00` or `149,00 kr.`; None for no amount."""
    signs = _SIGNS.sub("", text).strip(".,")
    if not signs or _BROKEN.search(text):
        return None
    cents = _CENTS.search(signs)
    whole = re.sub(r"\D", "", signs[: cents.start()] if cents else signs)
    return Decimal(f"{whole or 0}.{cents[1] if cents else 0}")


def currency_in(text: str, language: str) -> str | None:
    """The money that a text names, as `0,00 zł`; crowns are told apart by the language."""
    if code := _CODES.search(text):
        return code[1]
    lowered = text.lower()
    signs = (currency for sign, currency in _MONEY.items() if _has(lowered, sign))
    if found := next(signs, None):
        return found
    if not _CROWNS.search(lowered):
        return None
    return _CROWNS_OF.get(language) or ("DKK" if "kr." in lowered else "SEK")


def _has(text: str, sign: str) -> bool:
    if not sign.isalpha():
        return sign in text
    return re.search(rf"(?<![^\W\d]){re.escape(sign)}(?![^\W\d])", text) is not None

"""Prices as the sell page writes and shows them."""

import re
from decimal import Decimal
from typing import Final

_CENTS: Final = re.compile(r"[.,](\d{1,2})$")
_SIGNS: Final = re.compile(r"[^\d.,]")


def typed(amount: Decimal, separator: str) -> str:
    """An amount as a person types it: cents only when there are some."""
    if amount == amount.to_integral_value():
        return str(amount.to_integral_value())
    return f"{amount:.2f}".replace(".", separator)


def shown(text: str) -> Decimal | None:
    """The amount in a text such as `1.234,50 €` or `£12.00`; None when there is none."""
    signs = _SIGNS.sub("", text).strip(".,")
    if not signs:
        return None
    cents = _CENTS.search(signs)
    whole = re.sub(r"\D", "", signs[: cents.start()] if cents else signs)
    return Decimal(f"{whole or 0}.{cents[1] if cents else 0}")

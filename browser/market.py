"""One country's market: its address, money and language.

A plain value, shared by the pages, the session and the service. Which markets exist is the
business of the folder of each marketplace under `sites/`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

_POINT_LANGUAGES: Final = frozenset({"en"})


class UnknownMarket(ValueError):
    """An address that is neither one of the marketplace's own hosts nor loopback."""


@dataclass(frozen=True, slots=True)
class Market:
    """Where a seller sells.

    `host` carries the port where the origin has one; `currency` is an ISO 4217 code; `locale` is
    a BCP 47 tag. `locale` is None on loopback, where it is read off the page. `min_price` is the
    lowest price that the site accepts, `max_price` the highest; None where it is not known.
    """

    host: str
    origin: str
    currency: str
    locale: str | None = None
    min_price: Decimal | None = None
    max_price: Decimal | None = None
    loopback: bool = False

    @property
    def language(self) -> str | None:
        """The language of the locale (ISO 639), or None while it is not known."""
        return self.locale.split("-")[0].lower() if self.locale else None

    @property
    def decimal_separator(self) -> str:
        """What stands before the cents of a typed price."""
        return "." if self.language in _POINT_LANGUAGES else ","

    def speaking(self, locale: str, currency: str | None = None) -> "Market":
        """This market with the locale, and perhaps the currency, that its page shows."""
        return replace(self, locale=locale, currency=currency or self.currency)

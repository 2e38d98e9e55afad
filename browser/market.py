"""One country's market: its address, money and language, and which addresses are of one.

Plain values, shared by the pages, the session and the service. Which markets exist is the
business of the folder of each marketplace under `sites/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

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


def market_at(origin: str, markets: Mapping[str, Market], loopback_currency: str) -> Market:
    """The market at an address: one of the marketplace's, by their hosts, or one on loopback.

    Raises UnknownMarket for every other scheme, host, port, or an address with a user in it, so
    that a session can go nowhere else.
    """
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        raise UnknownMarket("not an address") from None
    if parts.username is not None or parts.password is not None:
        raise UnknownMarket("a market's address holds no user")
    if parts.scheme == "http" and is_loopback(parts.hostname):
        return _loopback_market(parts, port, loopback_currency)
    market = markets.get(parts.hostname or "")
    if parts.scheme != "https" or market is None or port not in {None, 443}:
        raise UnknownMarket(
            "neither a host of the marketplace nor loopback: the list of markets names them"
        )
    return market


def _loopback_market(parts: SplitResult, port: int | None, currency: str) -> Market:
    name = parts.hostname or ""
    host = f"[{name}]" if ":" in name else name
    host = host if port in {None, 80} else f"{host}:{port}"
    origin = f"http://{host}"
    return Market(host=host, origin=origin, currency=currency, loopback=True)


def is_loopback(host: str | None) -> bool:
    """Whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False

"""Vinted as a `Marketplace`: what is known of it without a page, and the way to its pages."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

from browser.listing import Advice, FieldName, Listing, Option
from browser.market import Market
from browser.matching.autocomplete import OfferedList
from browser.pasted_session import CookieRules
from browser.site import Limits, Marketplace, Pages
from browser.sites.vinted import markets
from browser.sites.vinted.catalogue import suggestions
from browser.sites.vinted.labels import labels
from browser.sites.vinted.listing_lint import advice
from browser.sites.vinted.packs import NO_PACK, Pack, read_pack
from browser.sites.vinted.session_cookies import COOKIES

_ITEM: Final = re.compile(r"/items/(\d+)(-[^/]*)?/?")
_DRAFT: Final = re.compile(r"/items/(\d+)(?:/edit|-[^/]*)?/?")


class Vinted:
    """The marketplace family with its 26 markets; a `pack` adds signs of its input fields."""

    def __init__(self, pack: Pack = NO_PACK) -> None:
        self._pack = pack

    @property
    def markets(self) -> Mapping[str, Market]:
        return markets.MARKETS

    @property
    def languages(self) -> frozenset[str]:
        return suggestions.LANGUAGES

    @property
    def cookies(self) -> CookieRules:
        return COOKIES

    @property
    def limits(self) -> Limits:
        """20 photos; of about 9 MB one is refused."""
        return Limits(photos=20, photo_bytes=8_500_000)

    @property
    def pack_digest(self) -> str | None:
        return self._pack.digest

    def with_pack(self, data: bytes) -> "Vinted":
        return Vinted(read_pack(data))

    def market_of(self, origin: str) -> Market:
        return markets.market_of(origin)

    def market_named(self, name: str) -> Market:
        return markets.market_named(name)

    def language_of(self, market: Market) -> str:
        return suggestions.language_of(market)

    def speaks(self, language: str) -> bool:
        return labels(language) is not None

    def offered_list(
        self, field: FieldName, market: Market, language: str, category: str | None
    ) -> OfferedList:
        return suggestions.offered_list(field, market, language, category)

    def listed(self, field: str, language: str, options: tuple[Option, ...]) -> OfferedList:
        return suggestions.listed(field, language, options)

    def advice(
        self, listing: Listing, market: Market, published_as: str | None
    ) -> tuple[Advice, ...]:
        lowest, highest = market.min_price, market.max_price
        return advice(listing, lowest=lowest, highest=highest, published_as=published_as)

    def item_id(self, path: str, *, draft: bool = False) -> str | None:
        match = (_DRAFT if draft else _ITEM).fullmatch(path)
        return match[1] if match else None

    def listing_url(self, origin: str, listing_id: str) -> str:
        return f"{self.market_of(origin).origin}/items/{listing_id}"

    def pages(self) -> Pages:
        pages = import_module("browser.sites.vinted.pages").VintedPages(self._pack)
        return cast("Pages", pages)


MARKETPLACE: Final[Marketplace] = Vinted()

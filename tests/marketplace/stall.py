"""The tiny site as a `Marketplace`: all that a second one needs, in two files."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from browser.listing import Advice, FieldName, Listing, Option
from browser.market import Market, market_at
from browser.matching.autocomplete import OfferedList, Suggestions
from browser.matching.matcher import Vocabulary
from browser.pasted_session import CookieRules
from browser.site import Limits, Marketplace, PackRefused, Pages
from tests.marketplace.pages import SHELVES, StallPages

_HOST: Final = "stall.example"
_MARKETS: Final = {
    _HOST: Market(
        _HOST, f"https://{_HOST}", "CHF", "en-CH", min_price=Decimal(2), max_price=Decimal(500)
    )
}
_ITEM: Final = re.compile(r"/stall/goods/(g\d+)")


class Stall:
    """One market, three photos, no locator packs."""

    markets: Mapping[str, Market] = _MARKETS
    languages = frozenset({"en"})
    cookies = CookieRules("stall_pass", hosts=(_HOST,))
    limits = Limits(photos=3, photo_bytes=1_000_000)
    pack_digest: str | None = None

    def with_pack(self, data: bytes) -> "Stall":
        raise PackRefused("this site takes no pack: leave it out")

    def market_of(self, origin: str) -> Market:
        return market_at(origin, _MARKETS, "CHF")

    def market_named(self, name: str) -> Market:
        return _MARKETS.get(name) or self.market_of(f"http://{name}")

    def language_of(self, market: Market) -> str:
        return "en"

    def speaks(self, language: str) -> bool:
        return language == "en"

    def offered_list(
        self, field: FieldName, market: Market, language: str, category: str | None
    ) -> OfferedList:
        options = SHELVES if field is FieldName.CATEGORY else ()
        return OfferedList(Suggestions(options, Vocabulary("en"), field), {})

    def listed(self, field: str, language: str, options: tuple[Option, ...]) -> OfferedList:
        return OfferedList(Suggestions(options, Vocabulary(language), field), {})

    def advice(
        self, listing: Listing, market: Market, published_as: str | None
    ) -> tuple[Advice, ...]:
        return ()

    def item_id(self, path: str, *, draft: bool = False) -> str | None:
        found = _ITEM.fullmatch(path)
        return found[1] if found else None

    def listing_url(self, origin: str, listing_id: str) -> str:
        return f"{self.market_of(origin).origin}/stall/goods/{listing_id}"

    def pages(self) -> Pages:
        return StallPages()


MARKETPLACE: Final[Marketplace] = Stall()

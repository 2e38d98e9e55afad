"""The seam to a marketplace: what the service asks of it, and what `driver` does on its pages.

A folder under `sites/` fulfils `Marketplace`. Methods of the pages are named after what a person
does there, and each says what the page then showed; which option fits the seller's words is not
decided here. Loads no browser driver: a process that only answers requests needs none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from browser.listing import Advice, FieldName, Listing, Option, Price, Seller
from browser.market import Market
from browser.matching.autocomplete import OfferedList
from browser.matching.matcher import Vocabulary
from browser.pasted_session import CookieRules
from browser.provenance import KnownSign
from browser.sell_form import SellForm

if TYPE_CHECKING:
    from browser.page.challenge import Markers
    from browser.page.interruptions import Interruption
    from browser.page.tab import Tab

MAX_PACK_BYTES: Final = 64 * 1024
"""What a locator pack may weigh."""


class PackRefused(ValueError):
    """A locator pack that is not used; the text names the place and the cure."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a listing may hold: how many photos, and what each may weigh."""

    photos: int
    photo_bytes: int


@dataclass(frozen=True, slots=True)
class Member:
    """Who the site says is signed in."""

    id: str
    username: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in the wardrobe: an item's content, and what tells it from older ones.

    `known` are ids that were there before; None when it is not known which were. A draft keeps its
    id when it is published. `briefly` asks for nothing but the wardrobe's own pages.
    """

    title: str
    description: str
    price: Price
    since: datetime
    known: frozenset[str] | None = None
    draft_id: str | None = None
    briefly: bool = False


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One published item of the seller's own wardrobe; `held` while the site checks it."""

    id: str
    url: str
    title: str
    created: datetime | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class OwnItem:
    """One row of the seller's own wardrobe, drafts included, as far as the site tells.

    `live` is what others can buy; `description` is None where the row does not hold it.
    """

    id: str
    url: str
    title: str
    price: Price | None = None
    description: str | None = None
    draft: bool = False
    live: bool = True
    held: bool = False
    created: datetime | None = None

    @property
    def found(self) -> FoundItem:
        """The item as a look gives it."""
        return FoundItem(self.id, self.url, self.title, self.created, self.held)


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """One reading of the seller's own wardrobe; `complete` says that nothing is lacking."""

    items: tuple[OwnItem, ...] = ()
    complete: bool = True

    @property
    def ids(self) -> frozenset[str] | None:
        """The ids of everything that is there; None when some may lack."""
        return frozenset(item.id for item in self.items) if self.complete else None


@dataclass(frozen=True, slots=True)
class LookUp:
    """The items of the wardrobe that match; `complete` says that all of it was read.

    `similar` are items that may be it and may as well be another: neither found nor absent.
    """

    found: tuple[FoundItem, ...] = ()
    complete: bool = True
    similar: tuple[FoundItem, ...] = ()

    @property
    def reason(self) -> str:
        """Why it is not known, when nothing was found; what is not seen yet may still come."""
        if not self.complete:
            return "wardrobe_unreadable"
        return "similar_in_wardrobe" if self.similar else "not_seen_yet"


class Pages(Protocol):
    """A marketplace's pages in a tab, for the driver."""

    @property
    def markers(self) -> "Markers": ...

    @property
    def interruptions(self) -> "tuple[Interruption, ...]": ...

    def never_seen(self, language: str) -> tuple[KnownSign, ...]:
        """Signs that count on a page of this language and that nobody saw on the real one."""

    def vocabulary(self, language: str) -> Vocabulary:
        """What sellers' words mean in a language."""

    def sell_form(self, tab: "Tab", seller: Seller) -> SellForm:
        """The sell form of a tab of the seller's."""

    async def open_home(self, tab: "Tab", origin: str) -> None:
        """Open the site's front page."""

    def other_market(self, origin: str, address: str) -> str | None:
        """The host of another of the site's markets that an address is of; None is no evidence."""

    async def member(self, tab: "Tab", *, arriving: bool = False) -> Member | None:
        """Whose session the tab has; None for a guest. `arriving` right after a page was opened."""

    async def wardrobe(self, tab: "Tab", member: Member) -> Wardrobe:
        """Everything in the member's wardrobe, each page of it read once."""

    async def drafts(self, tab: "Tab", member: Member) -> Wardrobe:
        """The drafts in the member's wardrobe."""

    async def search(self, tab: "Tab", reading: Wardrobe, sought: Sought) -> LookUp:
        """The published items of a reading that match, newest first; read-only."""

    async def search_drafts(self, tab: "Tab", drafts: Wardrobe, sought: Sought) -> LookUp:
        """The drafts of a reading that match and were not known before."""

    def twins(self, reading: Wardrobe, listing: Listing) -> tuple[FoundItem, ...]:
        """The items for sale that have a listing's content, as far as the wardrobe tells."""


class Marketplace(Protocol):
    """One marketplace family: what is known of it without a page, and the way to its pages."""

    @property
    def markets(self) -> Mapping[str, Market]:
        """The markets by host."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that lists are known in (ISO 639)."""

    @property
    def cookies(self) -> CookieRules:
        """Which cookies are a session."""

    @property
    def limits(self) -> Limits: ...

    @property
    def pack_digest(self) -> str | None:
        """The SHA-256 of the locator pack that is in use, in hex; None without one."""

    def with_pack(self, data: bytes) -> "Marketplace":
        """The same, with the signs of a locator pack added; `PackRefused`."""

    def market_of(self, origin: str) -> Market:
        """The market at an address; `UnknownMarket`. Where a session goes, this says."""

    def market_named(self, name: str) -> Market:
        """The market that a caller names by address, host or domain; `UnknownMarket`."""

    def language_of(self, market: Market) -> str:
        """What a market's pages are written in, as far as it is known without one."""

    def speaks(self, language: str) -> bool:
        """Whether the words on the pages of a language are known."""

    def offered_list(
        self, field: FieldName, market: Market, language: str, category: str | None
    ) -> OfferedList:
        """A field's list; raises ValueError for sizes of what is no category. Takes a while."""

    def listed(self, field: str, language: str, options: tuple[Option, ...]) -> OfferedList:
        """Options that were read of a page in a language, ready to be searched. Takes a while."""

    def advice(
        self, listing: Listing, market: Market, published_as: str | None
    ) -> tuple[Advice, ...]:
        """What a seller should look at before anything is filled, in the order of the form.

        `published_as` is where the account has published the same content before.
        """

    def item_id(self, path: str, *, draft: bool = False) -> str | None:
        """The item, or draft, whose page has this path; None for another page."""

    def listing_url(self, origin: str, listing_id: str) -> str:
        """The address of a published item."""

    def pages(self) -> Pages:
        """Its pages. Only a process that drives browsers asks, and loads the driver with them."""

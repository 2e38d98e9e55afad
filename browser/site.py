"""The seam to a marketplace: what the service asks of it, and what `driver` does on its pages.

A folder under `sites/` fulfils `Marketplace`. Methods of the pages are named after what a person
does there, and each says what the page then showed; which option fits the seller's words is not
decided here. Loads no browser driver: a process that only answers requests needs none.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from browser.listing import FieldName, FormReading, Listing, Option, PhotoFile, Price
from browser.market import Market
from browser.matching.autocomplete import OfferedList
from browser.matching.matcher import Vocabulary
from browser.pasted_session import CookieRules
from browser.provenance import KnownSign

if TYPE_CHECKING:
    from browser.page.challenge import Markers
    from browser.page.locators import Field
    from browser.page.outgoing import Approved, Findings
    from browser.page.request_gate import Gate, Overheard
    from browser.page.tab import Interruption, Tab

CUSTOM_OPTION: Final = "custom"
"""Id of the option that takes the seller's words as they are."""
NO_OPTION: Final = "none"
"""Id of the option that says that there is none."""
MAX_PACK_BYTES: Final = 64 * 1024
"""What a locator pack may weigh."""

Counted = Callable[[int, int], Awaitable[None]]


class PackRefused(ValueError):
    """A locator pack that is not used; the text names the place and the cure."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a listing may hold: how many photos, and what each may weigh."""

    photos: int
    photo_bytes: int


class FieldKind(StrEnum):
    """How a field is filled."""

    ONE = "one"
    SEVERAL = "several"
    TICK = "tick"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class OfferedField:
    """A field that the page shows for the chosen category.

    `searched` lists are found by typing; `suggested` is the id of the option the site recommends;
    `label` is what the page calls the field, where the site tells it. `known` are texts with a
    meaning of their own, for a field that is typed: candidates of its question.
    """

    name: str
    kind: FieldKind
    required: bool
    limit: int = 1
    searched: bool = False
    suggested: str | None = None
    label: str | None = None
    known: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Unshown:
    """A field that the site has for the category and its page does not show.

    `options` are those that the site lists for it; none where it has not said.
    """

    name: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the form that an examination looks for, in the page's order.

    `visible` is whether it is to be seen; `always` says that it belongs to every form, `demanded`
    that the site is known to demand it where it is there, `placed` that its place is known, too.
    """

    field: "Field"
    visible: bool = True
    always: bool = False
    demanded: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field shows after it was filled, and the rank of the locator that found it."""

    text: str
    rank: int


@dataclass(frozen=True, slots=True)
class Member:
    """Who the site says is signed in."""

    id: str
    username: str


class Verdict(StrEnum):
    """What the site's own answer to the publish call says; refused: by a person's obstacle."""

    PUBLISHED = "published"
    REJECTED = "rejected"
    REFUSED = "refused"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class PublishAnswer:
    """The publish call's answer, read."""

    verdict: Verdict
    listing_id: str | None = None
    errors: Mapping[str, str] | None = None
    reason: str | None = None


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


class SellForm(Protocol):
    """The sell form in one tab."""

    @property
    def tab(self) -> "Tab": ...

    @property
    def language(self) -> str: ...

    @property
    def publish_button(self) -> "Field": ...

    @property
    def gate(self) -> "Gate": ...

    @property
    def outside(self) -> str:
        """A selector of what stands on the page and belongs to no form."""
        ...

    async def open(self, draft_id: str | None) -> None:
        """Open the empty form, or a draft's; raises when the site shows something else."""
        ...

    async def reload(self) -> None:
        """Open the same form once more, empty again."""
        ...

    async def shown_member(self) -> str | None:
        """The login that the page's header shows."""
        ...

    async def add_photos(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        """Replace the form's photos by these, in order."""
        ...

    async def write(self, field: FieldName, text: str) -> Shown:
        """Type a text into the title or the description."""
        ...

    def priced(self, price: Price) -> Price:
        """The price in the money that the form takes; raises ListingRefused for another."""
        ...

    async def type_price(self, price: Price) -> Shown:
        """Type a price the market's way and leave the field, so that the page takes it."""
        ...

    async def categories(self, words: str | None = None) -> tuple[Option, ...]:
        """All categories in which an item can be sold.

        A page that does not tell them all gives those that it shows for the seller's words.
        """
        ...

    async def choose_category(self, option: Option) -> Shown:
        """Walk down to a category and choose it."""
        ...

    async def offered(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows for the chosen category, in the page's order."""
        ...

    async def refreshed(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows now: some mount only once others are filled."""
        ...

    async def parcel(self) -> OfferedField | None:
        """The parcel sizes as the page shows them now; None where it shows none."""
        ...

    @property
    def unshown(self) -> Unshown | None:
        """What the last `offered` found the category to have and the page to lack."""
        ...

    @property
    def found(self) -> tuple[OfferedField, ...]:
        """Those of the last `offered` that the page does show, also when it raised."""
        ...

    def samples(self, categories: Sequence[Option]) -> tuple[Option, ...]:
        """A few categories that differ in their fields; first one that brings most of them."""
        ...

    async def parts(self) -> tuple[Part, ...]:
        """Everything that the form should have now, in the page's order."""
        ...

    async def options(self, field: OfferedField, words: str | None) -> tuple[Option, ...]:
        """Open a field and read its options; `words` are searched where the field can search."""
        ...

    async def choose(self, field: OfferedField, options: Sequence[Option]) -> Shown:
        """Choose these options, and only these, and close the field."""
        ...

    async def empty(self, field: OfferedField) -> None:
        """Take away what a field of several values shows, where it shows any."""
        ...

    async def leave(self, field: OfferedField) -> None:
        """Close a field without choosing."""
        ...

    async def fill(self, field: OfferedField, text: str) -> Shown:
        """Type a text into one of the category's own fields."""
        ...

    async def tick(self, field: OfferedField, wanted: bool) -> Shown:
        """Tick or untick a field."""
        ...

    async def decline_extras(self) -> None:
        """Untick what costs money."""
        ...

    async def read(self) -> FormReading:
        """What the whole form shows now."""
        ...

    async def errors(self) -> Mapping[str, str]:
        """The errors that the page shows, by field."""
        ...

    async def objected(self, *, seconds: float) -> bool:
        """Wait until the page shows an error; raises for a dialog that stands in the way."""
        ...

    def approve(self, approved: "Approved") -> None:
        """Say what the calls that leave from now on may send; before it none may."""
        ...

    def examine(self, body: bytes | None) -> "Findings":
        """What a call's body differs in from what was approved."""
        ...

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Members of the draft that was saved which could not be compared."""
        ...

    async def save_draft(self) -> str:
        """Save the form as a draft and return its id.

        Raises FormChanged when the page was about to send something else than was approved.
        """
        ...

    @property
    def draft_unsaved(self) -> bool:
        """Whether the last save has certainly left no draft."""
        ...

    def publish_answer(self, answer: "Overheard") -> PublishAnswer:
        """What the site's answer to the publish call says."""
        ...


class Pages(Protocol):
    """A marketplace's pages in a tab, for the driver."""

    @property
    def markers(self) -> "Markers": ...

    @property
    def interruptions(self) -> "tuple[Interruption, ...]": ...

    def never_seen(self, language: str) -> tuple[KnownSign, ...]:
        """Signs that count on a page of this language and that nobody saw on the real one."""
        ...

    def vocabulary(self, language: str) -> Vocabulary:
        """What sellers' words mean in a language."""
        ...

    def sell_form(self, tab: "Tab", origin: str) -> SellForm:
        """The sell form of the tab."""
        ...

    async def open_home(self, tab: "Tab", origin: str) -> None:
        """Open the site's front page."""
        ...

    def other_market(self, origin: str, address: str) -> str | None:
        """The host of another of the site's markets that an address is of; None is no evidence."""
        ...

    async def member(self, tab: "Tab", *, arriving: bool = False) -> Member | None:
        """Whose session the tab has; None for a guest. `arriving` right after a page was opened."""
        ...

    async def wardrobe(self, tab: "Tab", member: Member) -> Wardrobe:
        """Everything in the member's wardrobe, each page of it read once."""
        ...

    async def drafts(self, tab: "Tab", member: Member) -> Wardrobe:
        """The drafts in the member's wardrobe."""
        ...

    async def search(self, tab: "Tab", reading: Wardrobe, sought: Sought) -> LookUp:
        """The published items of a reading that match, newest first; read-only."""
        ...

    async def search_drafts(self, tab: "Tab", drafts: Wardrobe, sought: Sought) -> LookUp:
        """The drafts of a reading that match and were not known before."""
        ...

    def twins(self, reading: Wardrobe, listing: Listing) -> tuple[FoundItem, ...]:
        """The items for sale that have a listing's content, as far as the wardrobe tells."""
        ...

    async def look_up(self, tab: "Tab", member: Member, sought: Sought) -> LookUp:
        """The member's own published items that match, newest first; read-only."""
        ...


class Marketplace(Protocol):
    """One marketplace family: what is known of it without a page, and the way to its pages."""

    @property
    def markets(self) -> Mapping[str, Market]:
        """The markets by host."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The languages that lists are known in (ISO 639)."""
        ...

    @property
    def cookies(self) -> CookieRules:
        """Which cookies are a session."""
        ...

    @property
    def limits(self) -> Limits: ...

    @property
    def pack_digest(self) -> str | None:
        """The SHA-256 of the locator pack that is in use, in hex; None without one."""
        ...

    def with_pack(self, data: bytes) -> "Marketplace":
        """The same, with the signs of a locator pack added; `PackRefused`."""
        ...

    def market_of(self, origin: str) -> Market:
        """The market at an address; `UnknownMarket`. Where a session goes, this says."""
        ...

    def market_named(self, name: str) -> Market:
        """The market that a caller names by address, host or domain; `UnknownMarket`."""
        ...

    def language_of(self, market: Market) -> str:
        """What a market's pages are written in, as far as it is known without one."""
        ...

    def speaks(self, language: str) -> bool:
        """Whether the words on the pages of a language are known."""
        ...

    def offered_list(
        self, field: FieldName, market: Market, language: str, category: str | None
    ) -> OfferedList:
        """A field's list; raises ValueError for sizes of what is no category. Takes a while."""
        ...

    def item_id(self, path: str, *, draft: bool = False) -> str | None:
        """The item, or draft, whose page has this path; None for another page."""
        ...

    def listing_url(self, origin: str, listing_id: str) -> str:
        """The address of a published item."""
        ...

    def pages(self) -> Pages:
        """Its pages. Only a process that drives browsers asks, and loads the driver with them."""
        ...

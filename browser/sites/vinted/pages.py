"""Vinted's pages, put together for the driver."""

from browser.listing import Listing, Seller
from browser.matching.matcher import Vocabulary
from browser.page.challenge import Markers
from browser.page.interruptions import Interruption
from browser.page.tab import Tab
from browser.provenance import KnownSign
from browser.site import FoundItem, LookUp, Member, Sought, Wardrobe
from browser.sites.vinted import membership, wardrobe_matcher, wardrobe_reader
from browser.sites.vinted.dialogs import INTERRUPTIONS
from browser.sites.vinted.entrance import visit
from browser.sites.vinted.fields.form_page import KnownAccounts
from browser.sites.vinted.markers import MARKERS
from browser.sites.vinted.markets import market_of, other_market
from browser.sites.vinted.packs import NO_PACK, Pack
from browser.sites.vinted.provenance import never_seen
from browser.sites.vinted.sell_form import VintedForm


class VintedPages:
    """The `Pages` of all 26 markets; a `pack` adds signs of their input fields."""

    def __init__(self, pack: Pack = NO_PACK) -> None:
        self._pack = pack
        self._known = KnownAccounts()

    @property
    def markers(self) -> Markers:
        return MARKERS

    @property
    def interruptions(self) -> tuple[Interruption, ...]:
        return INTERRUPTIONS

    def never_seen(self, language: str) -> tuple[KnownSign, ...]:
        return never_seen(language)

    def vocabulary(self, language: str) -> Vocabulary:
        # Loaded with the first words: a service that reads none holds no table.
        from browser.sites.vinted.words.vocabulary import vocabulary_for  # noqa: PLC0415

        return vocabulary_for(language)

    def sell_form(self, tab: Tab, seller: Seller) -> VintedForm:
        return VintedForm(tab, market_of(seller.origin), self._pack, self._known.of(seller))

    async def open_home(self, tab: Tab, origin: str) -> None:
        await visit(tab, f"{market_of(origin).origin}/")

    def other_market(self, origin: str, address: str) -> str | None:
        return other_market(origin, address)

    async def member(self, tab: Tab, *, arriving: bool = False) -> Member | None:
        return await membership.member(tab, arriving=arriving)

    async def wardrobe(self, tab: Tab, member: Member) -> Wardrobe:
        return await wardrobe_reader.read(tab, member)

    async def drafts(self, tab: Tab, member: Member) -> Wardrobe:
        return await wardrobe_reader.read_drafts(tab, member)

    async def search(self, tab: Tab, reading: Wardrobe, sought: Sought) -> LookUp:
        return await wardrobe_matcher.search(tab, reading, sought)

    async def search_drafts(self, tab: Tab, drafts: Wardrobe, sought: Sought) -> LookUp:
        return await wardrobe_matcher.search_drafts(tab, drafts, sought)

    def twins(self, reading: Wardrobe, listing: Listing) -> tuple[FoundItem, ...]:
        return wardrobe_matcher.twins(reading, listing)

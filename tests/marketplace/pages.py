"""The pages of the tiny site, for the real driver."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Final

from browser.errors import FormChanged, SiteUnreachable
from browser.listing import FieldName, FormReading, Listing, Option, PhotoFile, Price, Seller
from browser.matching.matcher import Vocabulary
from browser.page.challenge import Markers
from browser.page.conditions import Condition
from browser.page.input import type_text
from browser.page.interruptions import Interruption
from browser.page.locators import Field, Match, by_css, by_id, by_name, in_reach_with
from browser.page.outgoing import UNREADABLE, Approved, Examine, Findings, nothing_approved
from browser.page.request_gate import Gate, Overheard
from browser.page.site_calls import ask
from browser.page.tab import Tab
from browser.provenance import KnownSign
from browser.sell_form import (
    Counted,
    Foreseen,
    OfferedField,
    Part,
    Picker,
    PublishAnswer,
    Shown,
    Unshown,
    Verdict,
)
from browser.site import FoundItem, LookUp, Member, OwnItem, Sought, Wardrobe

SHELVES: Final = (Option("s1", "Pots", ("Garden",)), Option("s2", "Pans", ("Kitchen",)))
_NAMES: Final = {
    "title": "headline",
    "description": "story",
    "category": "shelf",
    "price": "asking",
}
_READ: Final = """(names) => ({
  values: Object.fromEntries(Object.entries(names)
    .map(([name, own]) => [name, all(`[name=${own}]`)[0]?.value ?? ""])),
  shots: all("#shots li").length,
})"""


def _field(name: str) -> Field:
    return Field(name, (by_name(_NAMES[name]),))


class StallContent:
    """Texts, photos and the price."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._count = 0

    async def add_photos(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        place = await self._tab.handle(Field("photos", (by_name("shots"),)), visible=False)
        await place.set_input_files([photo.path for photo in photos])
        there = Condition("(count) => all('#shots li').length === count", len(photos))
        if not await self._tab.until(there):
            raise await self._tab.lost(Field("photos", (by_css("#shots li"),)))
        await counted(len(photos), len(photos))
        return Shown(str(len(photos)), 0)

    async def hand_over(self, photos: Sequence[PhotoFile]) -> Shown:
        async def uncounted(done: int, total: int) -> None:
            """They are there at once."""

        self._count = len(photos)
        return await self.add_photos(photos, uncounted)

    async def photos_taken(self, counted: Counted) -> None:
        await counted(self._count, self._count)

    async def arrange_photos(self, counted: Counted) -> None:
        """They stand as they were given."""

    async def write(self, field: FieldName, text: str) -> Shown:
        return Shown(text, (await type_text(self._tab, _field(field), text)).rank)

    def priced(self, price: Price) -> Price:
        return Price(price.amount, "CHF")

    async def type_price(self, price: Price) -> Shown:
        found = await type_text(self._tab, _field("price"), f"{price.amount:.2f}")
        return Shown(str(self.priced(price)), found.rank)


class StallShelves:
    """The category, on which no further field depends."""

    unshown: Unshown | None = None
    found: tuple[OfferedField, ...] = ()

    def __init__(self, tab: Tab) -> None:
        self._tab = tab

    async def options(self, words: str | None = None) -> tuple[Option, ...]:
        return SHELVES

    async def suggested(self) -> tuple[str, ...]:
        return ()

    async def leave(self) -> None:
        """Nothing was opened."""

    async def choose(self, option: Option) -> Shown:
        place = await self._tab.handle(_field("category"))
        await place.select_option(option.id)
        return Shown(option.label, 0)

    async def offered(self) -> tuple[OfferedField, ...]:
        return ()

    async def refreshed(self) -> tuple[OfferedField, ...]:
        return ()

    async def foreseen(self, category: Option) -> tuple[Foreseen, ...]:
        return ()

    async def parcel(self) -> OfferedField | None:
        return None

    def picker(self, field: OfferedField) -> Picker:
        raise KeyError(field.name)

    async def fill(self, field: OfferedField, text: str) -> Shown:
        raise KeyError(field.name)

    async def empty(self, field: OfferedField) -> None:
        raise KeyError(field.name)

    async def tick(self, field: OfferedField, wanted: bool) -> Shown:
        raise KeyError(field.name)

    async def decline_extras(self) -> None:
        """Nothing costs money here."""


class StallReader:
    """What the form shows, and what it is made of."""

    outside = "header"

    def __init__(self, tab: Tab) -> None:
        self._tab = tab

    async def read(self) -> FormReading:
        return self._told(await self._tab.read(Condition(_READ, _NAMES)))

    async def read_in_reach(
        self, button: Field, *, seconds: float
    ) -> tuple[FormReading, Match] | None:
        look = in_reach_with(button, Condition(_READ, _NAMES))
        found = await self._tab.until(look, seconds=seconds)
        return found and (self._told(found["sight"]), Match(**found["at"]))

    def _told(self, seen: Mapping[str, Any]) -> FormReading:
        values = {name: text for name, text in seen["values"].items() if text}
        labels = {option.id: option.label for option in SHELVES}
        if shelf := values.get("category"):
            values["category"] = labels[shelf]
        if asking := values.get("price"):
            values["price"] = f"{Decimal(asking):.2f} CHF"
        return FormReading(values, seen["shots"])

    async def errors(self) -> Mapping[str, str]:
        return {}

    async def objected(self, *, seconds: float) -> bool:
        return bool(await self._tab.until(Condition("() => false"), seconds=seconds))

    def samples(self, categories: Sequence[Option]) -> tuple[Option, ...]:
        return tuple(categories[:1])

    async def parts(self) -> tuple[Part, ...]:
        return tuple(Part(_field(name), always=True) for name in _NAMES)


class StallCalls:
    """The call that publishes; this site keeps no drafts."""

    button = Field("publish", (by_id("hang"),))
    uncertain: tuple[str, ...] = ()
    unsaved = True

    def __init__(self, tab: Tab) -> None:
        self.gate = Gate(tab.page, lambda method, path: path == "/stall/hang", "*/stall/hang")
        self.examine: Examine = nothing_approved

    def approve(self, approved: Approved) -> None:
        self.examine = partial(_differing, approved.listing)

    async def save(self) -> str:
        raise FormChanged({"form": "this site keeps no drafts"})

    def read_answer(self, answer: Overheard) -> PublishAnswer:
        if answer.status == 201 and answer.body:
            return PublishAnswer(Verdict.PUBLISHED, json.loads(answer.body)["tag"])
        return PublishAnswer(Verdict.UNCLEAR)


def _differing(listing: Listing, body: bytes | None) -> Findings:
    if body is None:
        return UNREADABLE
    told = json.loads(body)
    same = {
        "title": told["headline"] == listing.title,
        "description": told["story"] == listing.description,
        "price": Decimal(told["asking"]) == listing.price.amount,
        "photos": len(told["shots"]) == len(listing.photos),
    }
    return Findings(tuple(name for name, is_same in same.items() if not is_same))


class StallForm:
    """The sell form; one object may be two of its parts."""

    language = "en"

    def __init__(self, tab: Tab, origin: str) -> None:
        self.tab = tab
        self.content = StallContent(tab)
        self.category = self.fields = StallShelves(tab)
        self.reader = self.layout = StallReader(tab)
        self.publishing = self.drafts = StallCalls(tab)
        self._address = f"{origin}/stall/new"

    async def open(self, draft_id: str | None) -> None:
        await self.publishing.gate.install()
        await self.tab.page.goto(self._address)
        await self.tab.find(_field("title"))

    async def reload(self) -> None:
        await self.open(None)

    async def shown_member(self) -> str | None:
        return str(await self.tab.read(Condition("() => all('#trader')[0].innerText")))


class StallPages:
    """All of the tiny site's pages."""

    markers = Markers(member_path="/stall/trader", api_prefixes=("/stall/",))
    interruptions: tuple[Interruption, ...] = ()

    def never_seen(self, language: str) -> tuple[KnownSign, ...]:
        return ()

    def vocabulary(self, language: str) -> Vocabulary:
        return Vocabulary(language)

    def sell_form(self, tab: Tab, seller: Seller) -> StallForm:
        return StallForm(tab, seller.origin)

    async def open_home(self, tab: Tab, origin: str) -> None:
        await tab.page.goto(f"{origin}/")

    def other_market(self, origin: str, address: str) -> str | None:
        return None

    async def member(self, tab: Tab, *, arriving: bool = False) -> Member | None:
        answer = await ask(tab, "/stall/trader")
        return Member(str(answer.body["number"]), answer.body["name"]) if answer.body else None

    async def wardrobe(self, tab: Tab, member: Member) -> Wardrobe:
        answer = await ask(tab, "/stall/goods")
        if not isinstance(answer.body, list):
            raise SiteUnreachable("the goods cannot be read")
        return Wardrobe(tuple(_item(row, tab.page.url) for row in answer.body))

    async def drafts(self, tab: Tab, member: Member) -> Wardrobe:
        return Wardrobe()

    async def search(self, tab: Tab, reading: Wardrobe, sought: Sought) -> LookUp:
        known = sought.known or frozenset()
        new = (item for item in reading.items if item.id not in known)
        return LookUp(tuple(item.found for item in new if item.title == sought.title))

    async def search_drafts(self, tab: Tab, drafts: Wardrobe, sought: Sought) -> LookUp:
        return LookUp()

    def twins(self, reading: Wardrobe, listing: Listing) -> tuple[FoundItem, ...]:
        return ()


def _item(row: Mapping[str, Any], here: str) -> OwnItem:
    origin = here.partition("/stall")[0]
    return OwnItem(row["tag"], f"{origin}/stall/goods/{row['tag']}", row["headline"])

"""The sell form: what a person does on it, field by field.

Opening the page, its fields and its buttons are here; the lists, the photos and the reading have
modules of their own. Which option fits the seller's words is decided by the caller.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from browser.errors import ListingRefused
from browser.listing import FieldName, FormReading, Option, PhotoFile, Price
from browser.market import Market
from browser.messages import Message
from browser.page.conditions import Condition
from browser.page.locators import Field
from browser.page.outgoing import UNREADABLE, Approved, Examine, Findings
from browser.page.request_gate import Gate, Overheard
from browser.page.tab import Tab
from browser.sell_form import (
    NO_OPTION,
    Counted,
    FieldKind,
    OfferedField,
    Part,
    PublishAnswer,
    Shown,
    Unshown,
)
from browser.sites.vinted import payload, publishing
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.drafts import DraftSaving
from browser.sites.vinted.entrance import enter, spoken
from browser.sites.vinted.fields.category import CategoryPicker
from browser.sites.vinted.fields.expected_fields import OUTSIDE, part, parts, samples
from browser.sites.vinted.fields.offered_fields import UNKNOWN_ISBN, Offer, offer, offered_now
from browser.sites.vinted.fields.parcels import ParcelPicker, shown_again
from browser.sites.vinted.fields.photos import PhotoArea
from browser.sites.vinted.fields.pickers import Picker, picker
from browser.sites.vinted.fields.price_field import LEFT, PriceField
from browser.sites.vinted.fields.reading import (
    AI_PHOTO,
    OBJECTION,
    STRANGERS,
    Shows,
    read_errors,
    read_form,
)
from browser.sites.vinted.fields.selects import Select
from browser.sites.vinted.locators import AVATAR, BUMP, Locators, anchor
from browser.sites.vinted.packs import NO_PACK, Pack

_TICKED: Final = """(boxes) => [...boxes.keys()]
  .filter((place) => first(boxes[place])?.element.checked)"""


class VintedForm:
    """The `SellForm` in one tab; usable once it was opened."""

    def __init__(self, tab: Tab, market: Market, pack: Pack = NO_PACK) -> None:
        self._tab = tab
        self._market = market
        self._answers = Answers(tab.page)
        self._gate = Gate(tab.page, publishing.publishes, *publishing.ADDRESSES)
        self._saving = DraftSaving(tab, self._gate)
        self._pack = pack
        self._locators = Locators(market.language or "", pack)
        self._offer = Offer()
        self._selects: dict[str, Picker] = {}
        self._mark = 0
        self._photo_ids: tuple[str, ...] | None = None
        self._examine: Examine = _nothing_approved
        self._draft: str | None = None
        self._path: tuple[str, ...] = ()
        self._marked_photos = False
        self._no_isbn = False

    @property
    def tab(self) -> Tab:
        return self._tab

    @property
    def language(self) -> str:
        return self._market.language or ""

    @property
    def publish_button(self) -> Field:
        return self._locators.button("publish")

    @property
    def gate(self) -> Gate:
        return self._gate

    @property
    def outside(self) -> str:
        return OUTSIDE

    async def open(self, draft_id: str | None) -> None:
        """Open the empty form, or a draft's, in the language that the page speaks."""
        self._selects.clear()
        self._mark = self._answers.mark
        self._draft, self._path, self._no_isbn = draft_id, (), False
        await self._gate.install()
        await self._saving.install()
        path = f"/items/{draft_id}/edit" if draft_id else "/items/new"
        locale = await enter(self._tab, self._market.origin + path, anchor(self._pack))
        self._market = spoken(self._market, locale)
        self._locators = Locators(self.language, self._pack)
        self._market = await self._in_shown_money(locale)
        self._photos = PhotoArea(self._tab, self._answers, self._locators)
        self._category = CategoryPicker(self._tab, self._locators, self._answers)

    async def reload(self) -> None:
        await self.open(self._draft)

    async def shown_member(self) -> str | None:
        """The login beside the avatar in the header."""
        avatar = Condition("(avatar) => all(avatar)[0]?.alt || null", AVATAR)
        login = await self._tab.read(avatar)
        return str(login) if login else None

    async def add_photos(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        self._photo_ids = None
        shown = await self._photos.replace(photos, counted)
        self._photo_ids = self._photos.ids
        return shown

    async def write(self, field: FieldName, text: str) -> Shown:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        match = await self._tab.type(self._locators.field(field), lines)
        return Shown(lines, match.rank)

    def priced(self, price: Price) -> Price:
        """The price in the market's money; on loopback that is the money that the page shows."""
        if self._market.loopback:
            return Price(price.amount, self._market.currency)
        if price.currency != self._market.currency:
            currency = self._market.currency
            raise ListingRefused(
                {FieldName.PRICE: Message("this market sells in {currency}", currency=currency)}
            )
        return price

    async def type_price(self, price: Price) -> Shown:
        amount = self.priced(price).amount
        field = PriceField(self._tab, self._locators)
        found = await field.type(amount, self._market.decimal_separator)
        return found

    async def categories(self, words: str | None = None) -> tuple[Option, ...]:
        return await self._category.options(words)

    async def choose_category(self, option: Option) -> Shown:
        self._selects.clear()
        self._mark = self._answers.mark
        self._path, self._no_isbn = self._category.path(option.id), False
        return await self._category.choose(option)

    async def offered(self) -> tuple[OfferedField, ...]:
        before, self._offer = self._offer.codes, Offer()
        self._offer = await offer(
            self._tab, self._locators, self._answers, after=self._mark, path=self._path
        )
        await self._unmounted(name for name in before if name not in self._offer.codes)
        await self._require_all()
        return self._offer.fields

    async def refreshed(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows now: the model mounts after the brand, for one."""
        self._offer = await offered_now(self._tab, self._locators, self._answers, self._offer)
        await self._require_all()
        return tuple(self._minding_isbn(field) for field in self._offer.fields)

    def _minding_isbn(self, field: OfferedField) -> OfferedField:
        """A book without a number of its own needs its language."""
        needed = self._no_isbn and field.name.startswith("language")
        return replace(field, required=True) if needed else field

    async def _require_all(self) -> None:
        """Raise for a field that should be there; a section of parcels has a word of its own."""
        for name in self._offer.missing:
            if name != FieldName.PARCEL_SIZE:
                raise await self._tab.lost(part(self._locators, name))

    @property
    def unshown(self) -> Unshown | None:
        """The section of parcel sizes where one is to be expected and the page has none."""
        return self._offer.section.unshown

    async def parcel(self) -> OfferedField | None:
        """The parcel sizes as the page shows them now, once one is recommended."""
        section = await shown_again(self._tab, self._offer.section)
        return next(iter(section.offered(self._locators)), None)

    async def _unmounted(self, names: Iterable[str]) -> None:
        """Wait until the fields of the category before are gone; some pages may keep them."""
        fields = [self._locators.field(name).data() for name in names]
        if fields:
            gone = Condition("(fields) => !fields.some((candidates) => first(candidates))", fields)
            await self._tab.until(gone, seconds=self._tab.timeouts.effect)

    @property
    def found(self) -> tuple[OfferedField, ...]:
        return self._offer.fields

    def samples(self, categories: Sequence[Option]) -> tuple[Option, ...]:
        """Clothes with their usual fields first, then categories that lack some or have others."""
        return samples(categories)

    async def parts(self) -> tuple[Part, ...]:
        sizes = await ParcelPicker(self._tab, self._locators).options(None)
        return parts(self._locators, self._offer, sizes)

    async def options(self, field: OfferedField, words: str | None) -> tuple[Option, ...]:
        return await self._select(field).options(words)

    async def choose(self, field: OfferedField, options: Sequence[Option]) -> Shown:
        return await self._select(field).choose(options)

    async def empty(self, field: OfferedField) -> None:
        """Take away what a list of several values shows; a group shows only what was chosen."""
        select = self._select(field)
        if isinstance(select, Select):
            await select.empty()

    async def leave(self, field: OfferedField) -> None:
        await self._select(field).leave()

    async def fill(self, field: OfferedField, text: str) -> Shown:
        said = self._isbn(text) if field.name == "isbn" else text
        place = self._locators.field(field.name)
        match = await self._tab.type(place, said)
        # A number is looked up, and a measure taken over, when its field is left.
        await self._tab.page.keyboard.press("Tab")
        value = await self._tab.until(
            Condition(LEFT, place.data()), seconds=self._tab.timeouts.effect
        )
        return Shown(value["text"] if value else said, match.rank)

    def _isbn(self, text: str) -> str:
        """The digits of a book's number; zeros where the seller says that it has none."""
        digits = re.sub(r"[\s-]", "", text)
        self._no_isbn = digits == UNKNOWN_ISBN or text.strip().lower() == NO_OPTION
        return UNKNOWN_ISBN if self._no_isbn else digits

    async def tick(self, field: OfferedField, wanted: bool) -> Shown:
        if field.name == AI_PHOTO:
            self._marked_photos = wanted
        rank = await self._set(self._locators.field(field.name), wanted)
        return Shown("yes" if wanted else "no", rank)

    async def decline_extras(self) -> None:
        """Untick the paid bump, and the mark for generated photos unless the seller set it.

        A page without them has nothing to decline. A ticked box that nobody knows may be the bump
        under another name, so it stops the job.
        """
        unwanted = [BUMP] if self._marked_photos else [BUMP, self._locators.field(AI_PHOTO)]
        for place in await self._tab.read(Condition(_TICKED, [box.data() for box in unwanted])):
            await self._set(unwanted[place], False)
        if STRANGERS in (await self.read()).values:
            raise await self._tab.lost(BUMP)

    async def read(self) -> FormReading:
        boxes = [field.name for field in self._offer.fields if field.kind is FieldKind.TICK]
        groups = self._offer.groups
        others = {FieldName.PARCEL_SIZE, *boxes, *groups}
        names = [each.name for each in self._offer.fields if each.name not in others]
        wanted = Shows(names, boxes, sorted(groups))
        return await read_form(self._tab, self._locators, wanted, self._market.currency)

    async def errors(self) -> Mapping[str, str]:
        names = [field.name for field in self._offer.fields]
        return await read_errors(self._tab, self._locators, names)

    async def objected(self, *, seconds: float) -> bool:
        return bool(await self._tab.until(OBJECTION, seconds=seconds))

    def approve(self, approved: Approved) -> None:
        listing = approved.listing
        priced = replace(listing, price=self.priced(listing.price))
        told = replace(approved, listing=priced)
        self._examine = partial(payload.examine, approved=told, photos=self._photo_ids)

    def examine(self, body: bytes | None) -> Findings:
        return self._examine(body)

    @property
    def uncertain(self) -> tuple[str, ...]:
        return self._saving.uncertain

    async def save_draft(self) -> str:
        return await self._saving.save(self._locators.button("save_draft"), self.examine)

    @property
    def draft_unsaved(self) -> bool:
        return self._saving.unsaved

    def publish_answer(self, answer: Overheard) -> PublishAnswer:
        return publishing.read_answer(answer)

    async def _in_shown_money(self, locale: str) -> Market:
        """The market; on loopback in the money that stands in the price field, or beside it."""
        if not self._market.loopback:
            return self._market
        field = PriceField(self._tab, self._locators)
        currency = await field.currency(self.language)
        return self._market.speaking(locale, currency)

    def _select(self, field: OfferedField) -> Picker:
        if field.name not in self._selects:
            self._selects[field.name] = picker(
                field, self._offer.groups, self._tab, self._locators, self._answers
            )
        return self._selects[field.name]

    async def _set(self, box: Field, wanted: bool) -> int:
        state = Condition(
            "({candidates, wanted}) => first(candidates)?.element.checked === wanted",
            {"candidates": box.data(), "wanted": wanted},
        )
        if await self._tab.read(state):
            return (await self._tab.find(box)).rank
        return (await self._tab.press(box, state)).rank


def _nothing_approved(body: bytes | None) -> Findings:
    return UNREADABLE

"""The fields of the chosen category and the boxes of the form: which there are, how each is filled.

Which ones the page shows is found by `offered_fields`; the controls have modules of their own.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from browser.listing import FieldName, Option
from browser.page.conditions import Condition
from browser.page.input import press, type_text
from browser.page.locators import Field
from browser.sell_form import NO_OPTION, FieldKind, Foreseen, OfferedField, Picker, Shown, Unshown
from browser.sites.vinted.fields.choices import ChoicePicker
from browser.sites.vinted.fields.expected_fields import part
from browser.sites.vinted.fields.foreseen_fields import foreseen
from browser.sites.vinted.fields.form_page import FormPage, Offer
from browser.sites.vinted.fields.offered_fields import UNKNOWN_ISBN, offer, offered_now
from browser.sites.vinted.fields.parcels import ParcelPicker, shown_again
from browser.sites.vinted.fields.price_field import LEFT
from browser.sites.vinted.fields.reading import AI_PHOTO, STRANGERS, VintedReader
from browser.sites.vinted.fields.selects import BrandSelect, Select, SizeSelect
from browser.sites.vinted.locators import BUMP

_TICKED: Final = """(boxes) => [...boxes.keys()]
  .filter((place) => first(boxes[place])?.element.checked)"""

_SET: Final = """({candidates, wanted}) => {
  const found = first(candidates);
  return found?.element.checked === wanted ? {rank: found.rank} : null;
}"""
"""Holds, with the rank of what found it, while a box is as it is wanted."""
_HELD: Final = "({candidates}) => first(candidates)?.element.value"
"""Holds where a field has a text."""


class VintedFields:
    def __init__(self, page: FormPage, reader: VintedReader) -> None:
        self._page = page
        self._reader = reader
        self._marked_photos = False

    async def offered(self) -> tuple[OfferedField, ...]:
        page = self._page
        before, page.offer = page.offer.codes, Offer()
        page.offer = await offer(page)
        await self._unmounted(name for name in before if name not in page.offer.codes)
        await self._require_all()
        return page.offer.fields

    async def refreshed(self) -> tuple[OfferedField, ...]:
        """The fields that the page shows now: the model mounts after the brand, for one."""
        page = self._page
        page.offer = await offered_now(page)
        await self._require_all()
        return tuple(self._minding_isbn(field) for field in page.offer.fields)

    async def foreseen(self, category: Option) -> tuple[Foreseen, ...]:
        return await foreseen(self._page, category)

    async def parcel(self) -> OfferedField | None:
        """The parcel sizes as the page shows them now, once one is recommended."""
        section = await shown_again(self._page.tab, self._page.offer.section)
        field = next(iter(section.offered(self._page.locators)), None)
        if field and isinstance(picker := self.picker(field), ParcelPicker):
            picker.seen = section.cells
        return field

    @property
    def unshown(self) -> Unshown | None:
        """The section of parcel sizes where one is to be expected and the page has none."""
        return self._page.offer.section.unshown

    @property
    def found(self) -> tuple[OfferedField, ...]:
        return self._page.offer.fields

    def picker(self, field: OfferedField) -> Picker:
        pickers = self._page.chosen.pickers
        if field.name not in pickers:
            pickers[field.name] = self._new_picker(field)
        return pickers[field.name]

    def _new_picker(self, field: OfferedField) -> Picker:
        page = self._page
        match field.name:
            case FieldName.PARCEL_SIZE:
                return ParcelPicker(page.tab, page.locators)
            case FieldName.BRAND:
                return BrandSelect(page)
            case FieldName.SIZE:
                return SizeSelect(page, field.name)
        if field.name in page.offer.groups:
            return ChoicePicker(page.tab, field.name)
        return Select(page, field.name, several=field.kind is FieldKind.SEVERAL)

    async def fill(self, field: OfferedField, text: str) -> Shown:
        tab, place = self._page.tab, self._page.locators.field(field.name)
        said = self._isbn(text) if field.name == "isbn" else text
        match = await type_text(tab, place, said)
        # A number is looked up, and a measure taken over, when its field is left.
        await tab.page.keyboard.press("Tab")
        value = await tab.until(Condition(LEFT, place.data()), seconds=tab.timeouts.effect)
        return Shown(value["text"] if value else said, match.rank)

    async def empty(self, field: OfferedField) -> None:
        """A form may open with the values of an earlier visit (vinted.de, 2026-10-09, live, M)."""
        place = self._page.locators.field(field.name)
        if field.kind is FieldKind.TICK:
            await self.tick(field, wanted=False)
        elif field.kind is FieldKind.TEXT and await self._page.tab.read(place.condition(_HELD)):
            await type_text(self._page.tab, place, "")
            await self._page.tab.page.keyboard.press("Tab")

    async def tick(self, field: OfferedField, wanted: bool) -> Shown:
        if field.name == AI_PHOTO:
            self._marked_photos = wanted
        rank = await self._set(self._page.locators.field(field.name), wanted)
        return Shown("yes" if wanted else "no", rank)

    async def decline_extras(self) -> None:
        """Untick the paid bump, and the mark for generated photos unless the seller set it.

        A page without them has nothing to decline. A ticked box that nobody knows may be the bump
        under another name, so it stops the job.
        """
        photos = self._page.locators.field(AI_PHOTO)
        unwanted = [BUMP] if self._marked_photos else [BUMP, photos]
        ticked = Condition(_TICKED, [box.data() for box in unwanted])
        for place in await self._page.tab.read(ticked):
            await self._set(unwanted[place], False)
        if STRANGERS in (await self._reader.read()).values:
            raise await self._page.tab.lost(BUMP)

    async def _set(self, box: Field, wanted: bool) -> int:
        state = box.condition(_SET, wanted=wanted)
        if found := await self._page.tab.read(state):
            return int(found["rank"])
        return (await press(self._page.tab, box, state)).rank

    def _isbn(self, text: str) -> str:
        """The digits of a book's number; zeros where the seller says that it has none."""
        digits = re.sub(r"[\s-]", "", text)
        no_isbn = digits == UNKNOWN_ISBN or text.strip().lower() == NO_OPTION
        self._page.chosen.no_isbn = no_isbn
        return UNKNOWN_ISBN if no_isbn else digits

    def _minding_isbn(self, field: OfferedField) -> OfferedField:
        """A book without a number of its own needs its language."""
        needed = self._page.chosen.no_isbn and field.name.startswith("language")
        return replace(field, required=True) if needed else field

    async def _require_all(self) -> None:
        """Raise for a field that should be there; a section of parcels has a word of its own."""
        for name in self._page.offer.missing:
            if name != FieldName.PARCEL_SIZE:
                raise await self._page.tab.lost(part(self._page.locators, name))

    async def _unmounted(self, names: Iterable[str]) -> None:
        """Wait until the fields of the category before are gone; some pages may keep them."""
        fields = [self._page.locators.field(name).data() for name in names]
        if fields:
            gone = Condition("(fields) => !fields.some((candidates) => first(candidates))", fields)
            await self._page.tab.until(gone, seconds=self._page.tab.timeouts.effect)

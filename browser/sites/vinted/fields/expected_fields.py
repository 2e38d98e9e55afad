"""Everything that the sell form should have, in the order of the page: what an examination expects.

Which fields a category brings is told by `offered_fields`, by what each is known by `locators`.
"""

from collections.abc import Sequence
from typing import Final

from browser.listing import FieldName, Option
from browser.page.locators import Field
from browser.sell_form import Part
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.offered_fields import UNTOLD
from browser.sites.vinted.fields.parcels import ParcelPicker
from browser.sites.vinted.locators import BUMP, PARCEL, Locators

_OUTSIDE: Final = "header, footer, nav, [id^=onetrust], [role=dialog], li[class*=Item]"
"""What stands on the page and belongs to no form."""
_SAMPLES: Final = (("1811", "221", "1233"), ("157", "156"), ("3565",))
"""Leaves that differ in their fields: clothes with sizes, bags without, phones with their own."""

_DEMANDED: Final = frozenset({"sim_lock", "internal_memory_capacity", "model"})
"""Attributes that phones demand: vinted.fr, 2026-07-16, live measurements, two sources, H."""


def samples(categories: Sequence[Option]) -> tuple[Option, ...]:
    """One category of each kind; for a kind that the tree has not, the first of another root."""
    by_id = {option.id: option for option in categories}
    known = [next((by_id[id_] for id_ in ids if id_ in by_id), None) for ids in _SAMPLES]
    taken = {_root(option) for option in known if option}
    firsts: dict[str, Option] = {}
    for option in categories:
        firsts.setdefault(_root(option), option)
    others = (option for root, option in firsts.items() if root not in taken)
    found = (option or next(others, None) for option in known)
    return tuple(option for option in found if option)


def _root(option: Option) -> str:
    return option.parents[0] if option.parents else option.label


def part(locators: Locators, name: str) -> Field:
    """The field of a category by its name, parcel sizes included."""
    return PARCEL if name == FieldName.PARCEL_SIZE else locators.field(name)


class VintedLayout:
    """The `Layout` of the form."""

    outside = _OUTSIDE
    samples = staticmethod(samples)

    def __init__(self, page: FormPage) -> None:
        self._page = page

    async def parts(self) -> tuple[Part, ...]:
        """What the page should show for a category, of which nothing may be chosen yet."""
        locators, offer = self._page.locators, self._page.offer
        sizes = await ParcelPicker(self._page.tab, locators).options(None)
        shown = {field.name for field in offer.fields} | set(offer.missing)
        before = [Part(locators.field(name), always=True) for name in ("title", "description")]
        codes = [code for code in offer.codes if code in shown]
        own = [
            Part(locators.field(code), demanded=code in _DEMANDED, placed=code not in UNTOLD)
            for code in codes
        ]
        return (
            Part(locators.field(FieldName.PHOTOS), visible=False, always=True),
            *before,
            Part(locators.field(FieldName.CATEGORY), always=True),
            *own,
            Part(locators.field(FieldName.PRICE), always=True),
            *_parcel(locators, shown, sizes),
            *([Part(BUMP)] if offer.codes else []),
            Part(locators.button("save_draft"), always=True),
            Part(locators.button("publish"), always=True),
        )


def _parcel(locators: Locators, shown: set[str], sizes: Sequence[Option]) -> list[Part]:
    if FieldName.PARCEL_SIZE not in shown:
        return []
    return [Part(locators.parcel(sizes[0].id, sizes[0].label) if sizes else PARCEL)]

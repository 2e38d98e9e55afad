"""Reading the whole sell form in one look: what a person would compare before the click.

Only reads; what was approved and what a difference means are the driver's business.
"""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

from browser.listing import FieldName, FormReading
from browser.page.conditions import Condition
from browser.page.locators import Field, Match, in_reach_with
from browser.page.page_scripts import PAGE, library
from browser.sell_form import FieldKind
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.parcels import PARCELS, parcel_id
from browser.sites.vinted.fields.prices import shown
from browser.sites.vinted.locators import ALWAYS, BUMP, PANEL, PARCEL, PHOTO_CARDS

_READING: Final = files(__package__).joinpath("reading.js").read_text(encoding="utf-8")
_SCRIPT: Final = PARCELS + library("reading", _READING, beside=PAGE + PARCELS)
_LOOK: Final = f"(argument) => {{ {_SCRIPT} return formState(argument); }}"
_ERRORS: Final = f"(argument) => {{ {_SCRIPT} return formErrors(argument); }}"
_OBJECTION: Final = Condition(f"() => {{ {_SCRIPT} return alerts().length; }}")
STRANGERS: Final = "unknown_ticked"
"""Where a reading says how many ticked boxes the page has that nobody knows."""
AI_PHOTO: Final = "ai_photo"
"""The mark for generated photos. It comes and goes with the photos, so that only a tick counts."""


class VintedReader:
    def __init__(self, page: FormPage) -> None:
        self._page = page

    async def read(self) -> FormReading:
        """What the form shows in its fixed fields and in those of the category."""
        return self._told(await self._page.tab.read(self._look()))

    async def read_in_reach(
        self, button: Field, *, seconds: float
    ) -> tuple[FormReading, Match] | None:
        """What the form shows at the moment at which a press would reach the button, and where."""
        look = in_reach_with(button, self._look())
        found = await self._page.tab.until(look, seconds=seconds)
        return found and (self._told(found["sight"]), Match(**found["at"]))

    def _look(self) -> Condition:
        locators, offer = self._page.locators, self._page.offer
        boxes = [field.name for field in offer.fields if field.kind is FieldKind.TICK]
        others = {FieldName.PARCEL_SIZE, *boxes, *offer.groups}
        names = [field.name for field in offer.fields if field.name not in others]
        ticks = {name: locators.field(name).data() for name in ("unisex", AI_PHOTO, *boxes)}
        ticks["bump"] = BUMP.data()
        known = {"fields": self._fields(names), "cards": PHOTO_CARDS, "ticks": ticks}
        known |= {"panel": PANEL, "wanted": sorted(offer.groups)}
        return Condition(_LOOK, known)

    def _told(self, sight: dict[str, Any]) -> FormReading:
        sight["parcel"] = sight["parcel"] and parcel_id(sight["parcel"], self._page.locators)
        return _reading(sight, self._page.market.currency)

    async def errors(self) -> Mapping[str, str]:
        """The errors that the page shows, each with the field that stands nearest to it."""
        fields = self._fields(field.name for field in self._page.offer.fields)
        fields["photos"] = self._page.locators.field("photos").data()
        fields["parcel_size"] = PARCEL.data()
        return dict(await self._page.tab.read(Condition(_ERRORS, {"fields": fields})))

    async def objected(self, *, seconds: float) -> bool:
        return bool(await self._page.tab.until(_OBJECTION, seconds=seconds))

    def _fields(self, names: Iterable[str]) -> dict[str, object]:
        locators = self._page.locators
        return {name: locators.field(name).data() for name in (*ALWAYS, *names)}


def _reading(sight: dict[str, Any], currency: str) -> FormReading:
    told = {**sight["values"], **sight["groups"]}
    values = {name: text for name, text in told.items() if text}
    amount = shown(values.pop("price", ""))
    if amount is not None:
        values["price"] = f"{amount:.2f} {currency}"
    for name, ticked in sight["ticks"].items():
        if ticked is not None and (ticked or name != AI_PHOTO):
            values[name] = "yes" if ticked else "no"
    if sight["strangers"]:
        values[STRANGERS] = str(sight["strangers"])
    if sight["parcel"]:
        values["parcel_size"] = sight["parcel"]
    return FormReading(dict(sorted(values.items())), sight["cards"])

"""Reading the whole sell form in one look: what a person would compare before the click.

Only reads; what was approved and what a difference means are the driver's business.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from browser.listing import FormReading
from browser.page.conditions import Condition
from browser.page.tab import Tab
from browser.sites.vinted.fields.parcels import PARCELS, parcel_id
from browser.sites.vinted.fields.prices import shown
from browser.sites.vinted.locators import BUMP, PANEL, PARCEL, PHOTO_CARDS, Locators

_SCRIPT: Final = PARCELS + files(__package__).joinpath("reading.js").read_text(encoding="utf-8")
_LOOK: Final = f"(argument) => {{ {_SCRIPT} return formState(argument); }}"
_ERRORS: Final = f"(argument) => {{ {_SCRIPT} return formErrors(argument); }}"
OBJECTION: Final = Condition(f"() => {{ {_SCRIPT} return alerts().length; }}")
"""Holds while the page shows an error."""
STRANGERS: Final = "unknown_ticked"
"""Where a reading says how many ticked boxes the page has that nobody knows."""
AI_PHOTO: Final = "ai_photo"
"""The mark for generated photos. It comes and goes with the photos, so that only a tick counts."""
_ALWAYS: Final = ("title", "description", "category", "price")


@dataclass(frozen=True, slots=True)
class Shows:
    """The category's fields by their names: with a value, to tick, to choose of."""

    names: Sequence[str]
    boxes: Sequence[str]
    groups: Sequence[str]


async def read_form(tab: Tab, locators: Locators, shows: Shows, currency: str) -> FormReading:
    """What the form shows in its fixed fields and in those of the category."""
    fields = {name: locators.field(name).data() for name in (*_ALWAYS, *shows.names)}
    ticks = {name: locators.field(name).data() for name in ("unisex", AI_PHOTO, *shows.boxes)}
    ticks["bump"] = BUMP.data()
    known = {"fields": fields, "cards": PHOTO_CARDS, "ticks": ticks, "panel": PANEL}
    known["wanted"] = list(shows.groups)
    look = Condition(_LOOK, known)
    sight = await tab.read(look)
    sight["parcel"] = sight["parcel"] and parcel_id(sight["parcel"], locators)
    return _reading(sight, currency)


async def read_errors(tab: Tab, locators: Locators, names: Iterable[str]) -> dict[str, str]:
    """The errors that the page shows, each with the field that stands nearest to it."""
    fields = {name: locators.field(name).data() for name in (*_ALWAYS, *names)}
    fields["photos"] = locators.field("photos").data()
    fields["parcel_size"] = PARCEL.data()
    return dict(await tab.read(Condition(_ERRORS, {"fields": fields})))


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

"""Reading the whole sell form in one look: what a person would compare before the click."""

from collections.abc import Iterable
from typing import Any, Final

from browser.listing import FormReading
from browser.sites.vinted.locators import BUMP, PARCEL, PHOTO_CARDS, PHOTOS, UNISEX, Locators
from browser.sites.vinted.prices import shown
from browser.tab import Tab
from browser.waits import Condition

_LOOK: Final = """({fields, cards, ticks}) => {
  const value = (candidates) => first(candidates, false)?.element.value;
  const ticked = (candidates) => first(candidates, false)?.element.checked;
  const names = (element) => [element.id, element.name, element.dataset.testid].join(" ");
  const parcel = all("input[type=radio]:checked").map(names).join(" ").match(/package_type_selector_(\\d+)/);
  const read = (table, how) =>
    Object.fromEntries(Object.entries(table).map(([name, candidates]) => [name, how(candidates) ?? null]));
  return {
    values: read(fields, value),
    ticks: read(ticks, ticked),
    parcel: parcel && parcel[1],
    cards: fallback(cards).length,
  };
}"""
_ERRORS: Final = """({fields}) => {
  const known = Object.entries(fields)
    .map(([name, candidates]) => [name, first(candidates, false)?.element])
    .filter(([, element]) => element);
  const owner = (place) =>
    place && (known.find(([, element]) => place.contains(element))?.[0] ?? owner(place.parentElement));
  return all("[role=alert]").filter((alert) => shown(alert) && text(alert.innerText))
    .map((alert) => [owner(alert) ?? "form", text(alert.innerText)]);
}"""
OBJECTION: Final = Condition(
    "() => all('[role=alert]').some((alert) => shown(alert) && text(alert.innerText))"
)
_ALWAYS: Final = ("title", "description", "category", "price")


async def read_form(
    tab: Tab, locators: Locators, names: Iterable[str], currency: str
) -> FormReading:
    """What the form shows in its fixed fields and in the category's fields of these names."""
    fields = {name: locators.field(name).data() for name in (*_ALWAYS, *names)}
    ticks = {"unisex": UNISEX.data(), "bump": BUMP.data()}
    look = Condition(_LOOK, {"fields": fields, "cards": PHOTO_CARDS, "ticks": ticks})
    return _reading(await tab.read(look), currency)


async def read_errors(tab: Tab, locators: Locators, names: Iterable[str]) -> dict[str, str]:
    """The errors that the page shows, each with the field that stands nearest to it."""
    fields = {name: locators.field(name).data() for name in (*_ALWAYS, *names)}
    fields["photos"] = PHOTOS.data()
    fields["parcel_size"] = PARCEL.data()
    return dict(await tab.read(Condition(_ERRORS, {"fields": fields})))


def _reading(sight: dict[str, Any], currency: str) -> FormReading:
    values = {name: text for name, text in sight["values"].items() if text}
    amount = shown(values.pop("price", ""))
    if amount is not None:
        values["price"] = f"{amount:.2f} {currency}"
    for name, ticked in sight["ticks"].items():
        if ticked is not None:
            values[name] = "yes" if ticked else "no"
    if sight["parcel"]:
        values["parcel_size"] = sight["parcel"]
    return FormReading(dict(sorted(values.items())), sight["cards"])

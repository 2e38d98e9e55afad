"""Which fields the page shows for a category: the site's answer names them, the page proves them.

How each is filled is told by both; filling them belongs to `sell_form` and its selects.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from browser.errors import Place, SiteTimeout, SiteUnreachable
from browser.listing import FieldName
from browser.site import FieldKind, OfferedField
from browser.sites.vinted.answers import Answers, body, to
from browser.sites.vinted.locators import Locators
from browser.sites.vinted.parcels import CELLS
from browser.tab import Tab
from browser.waits import Condition

_ATTRIBUTES: Final = to("POST", "item_upload/attributes")
_UNSTATED: Final = frozenset({"brand", "color", "unisex"})
"""Fields that the answer names without saying how they are filled."""
_ENFORCED: Final = frozenset({"brand", "color"})
"""Fields that the site demands although its answer does not say so."""
_COLORS: Final = 2
_MOUNTED: Final = """({fields, awaited}) => {
  const kind = ({element}) =>
    element.type === "checkbox" ? "tick" : element.readOnly ? "list" : "text";
  const found = Object.entries(fields)
    .map(([code, candidates]) => [code, first(candidates)])
    .filter(([, match]) => match);
  const mounted = Object.fromEntries(found.map(([code, match]) => [code, kind(match)]));
  return awaited.every((code) => code in mounted) ? mounted : null;
}"""


async def offered_fields(
    tab: Tab, locators: Locators, answers: Answers, *, after: int
) -> tuple[OfferedField, ...]:
    """The category's fields in the order of the site's answer, the parcel size last."""
    attributes = await _attributes(tab, answers, after)
    mounted = await _mounted(tab, locators, attributes)
    fields = [
        _offered(code, mounted[code], attributes[code]) for code in attributes if code in mounted
    ]
    cells = await tab.until(CELLS, seconds=tab.timeouts.effect) or ()
    return (*fields, *_parcel(cells))


async def _attributes(tab: Tab, answers: Answers, after: int) -> dict[str, Mapping[str, Any]]:
    """Each code with its configuration, which may be empty."""
    seconds = tab.timeouts.answer
    # The category that a draft already has is not asked for again.
    asked_now = await answers.made(_ATTRIBUTES, seconds=tab.timeouts.effect, after=after)
    start = after if asked_now else 0
    found = await answers.arrived(_ATTRIBUTES, seconds=seconds, after=start)
    if not found:
        await tab.probe(Place.AFTER_CATEGORY)
        raise SiteTimeout("the site does not say which fields the category has")
    answer = await body(found[-1])
    if not found[-1].ok or not isinstance(answer, dict):
        await tab.probe(Place.AFTER_CATEGORY)
        raise SiteUnreachable("the site does not say which fields the category has")
    return {entry["code"]: entry.get("configuration") or {} for entry in answer["attributes"]}


async def _mounted(
    tab: Tab, locators: Locators, attributes: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """Which of the fields the page shows, and how each is filled."""
    fields = {code: locators.field(code).data() for code in attributes}
    stated = [code for code, told in attributes.items() if told or code in _UNSTATED]
    argument = {"fields": fields, "awaited": stated}
    seconds = tab.timeouts.effect * 2
    found = await tab.until(Condition(_MOUNTED, argument), seconds=seconds)
    if found is None:
        found = await tab.read(Condition(_MOUNTED, {"fields": fields, "awaited": []}))
    for code, told in attributes.items():
        if told.get("required") and code not in found:
            raise await tab.lost(locators.field(code))
    return dict(found)


def _offered(code: str, look: str, told: Mapping[str, Any]) -> OfferedField:
    several = told.get("selection_type") == "multi" or code == FieldName.COLOR
    limit = int(told.get("selection_limit") or (_COLORS if several else 1))
    kinds = {"tick": FieldKind.TICK, "text": FieldKind.TEXT}
    kind = kinds.get(look, FieldKind.SEVERAL if several else FieldKind.ONE)
    required = bool(told.get("required")) or code in _ENFORCED
    return OfferedField(code, kind, required, limit, searched=code == FieldName.BRAND)


def _parcel(cells: Sequence[Mapping[str, Any]]) -> tuple[OfferedField, ...]:
    if not cells:
        return ()
    suggested = next((cell["id"] for cell in cells if cell["suggested"]), None)
    chosen = next((cell["id"] for cell in cells if cell["chosen"]), None)
    field = OfferedField(
        FieldName.PARCEL_SIZE, FieldKind.ONE, required=True, suggested=suggested or chosen
    )
    return (field,)

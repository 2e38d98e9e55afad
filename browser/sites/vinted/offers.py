"""Which fields the page shows for a category: the site's answer names them, the page proves them.

How each is filled is told by both; filling them belongs to `sell_form` and its selects.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from browser.errors import Place, SiteTimeout, SiteUnreachable
from browser.listing import FieldName
from browser.site import FieldKind, OfferedField
from browser.sites.vinted.answers import Answers, Wanted, body, matching, to
from browser.sites.vinted.choices import demanded_groups
from browser.sites.vinted.locators import PANEL, Locators
from browser.sites.vinted.parcels import CELLS, parcel_id
from browser.tab import Tab
from browser.waits import Condition

_ATTRIBUTES: Final = to("POST", "item_upload/attributes")
_COLOURS: Final = to("GET", "item_upload/colors")
_PARCELS: Final = matching("GET", r"catalogs/\d+/package_sizes")
_UNSTATED: Final = frozenset({"brand", "color", "unisex"})
"""Fields that the answer names without saying how they are filled."""
_ENFORCED: Final = frozenset({"brand", "color"})
"""Fields that the site demands although its answer does not say so."""
_COLORS: Final = 2
_KINDS: Final = {"tick": FieldKind.TICK, "text": FieldKind.TEXT, "list": FieldKind.ONE}
_MOUNTED: Final = """({fields, awaited}) => {
  const kind = ({element}) =>
    element.type === "checkbox" ? "tick" : !element.readOnly ? "text"
      : /list_search-input$/.test(element.dataset.testid ?? "") ? "search" : "list";
  const found = Object.entries(fields)
    .map(([code, candidates]) => [code, first(candidates)])
    .filter(([, match]) => match);
  const mounted = Object.fromEntries(found.map(([code, match]) => [code, kind(match)]));
  return awaited.every((code) => code in mounted) ? mounted : null;
}"""

_DEMANDED: Final = """({fields, outside}) => {
  const known = Object.values(fields).map((candidates) => first(candidates)?.element);
  known.push(...groups().flatMap(({boxes}) => boxes));
  const marked = (element) =>
    element.required || element.ariaRequired === "true" || /\\*\\s*$/.test(labelOf(element));
  const named = (element) =>
    [element.id, element.getAttribute("name"), element.dataset.testid, labelOf(element)]
      .find((name) => /^\\p{L}/u.test(name ?? ""));
  return all(CONTROLS)
    .filter((element) => element.type !== "radio" && shown(element) && marked(element))
    .filter((element) => !known.includes(element) && !element.closest(outside) && named(element))
    .map((element) => ({
      name: named(element),
      look: element.type === "checkbox" ? "tick" : element.readOnly ? "list" : "text",
      label: labelOf(element).replace(/\\s*\\*$/, ""),
    }));
}"""
_FIXED: Final = ("title", "description", "category", "price", "unisex")
_OUTSIDE: Final = f"header, footer, nav, [id^=onetrust], [role=dialog], {PANEL}"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a category brings: its fields that the page shows, and names of needed ones it lacks.

    `codes` are all that the site or the page names, in their order; `groups` the names of those
    fields that are groups of radios or boxes.
    """

    codes: tuple[str, ...] = ()
    fields: tuple[OfferedField, ...] = ()
    missing: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()


async def offer(tab: Tab, locators: Locators, answers: Answers, *, after: int) -> Offer:
    """The category's fields in the order of the site's answer, the parcel size last."""
    attributes = await _attributes(tab, locators, answers, after)
    titles = {code: told["title"] for code, told in attributes.items() if told.get("title")}
    ids = await _ids(answers, attributes)
    locators.learn(titles, ids)
    mounted = await _mounted(tab, locators, attributes)
    demanded = await _demanded(tab, locators, mounted)
    groups = await demanded_groups(tab, _OUTSIDE)
    locators.learn(titles | {field.name: str(field.label) for field in demanded}, ids)
    fields = [
        _offered(code, mounted[code], attributes[code]) for code in attributes if code in mounted
    ]
    needed = [code for code, told in attributes.items() if _is_required(code, told)]
    chosen_on_page = {field.name for field in groups} | {field.label for field in groups}
    missing = [
        code
        for code in needed
        if code not in mounted and not chosen_on_page & {code, titles.get(code)}
    ]
    cells = await tab.until(CELLS, seconds=tab.timeouts.effect) or ()
    if not cells and locators.ids(FieldName.PARCEL_SIZE):
        missing.append(FieldName.PARCEL_SIZE)
    return Offer(
        (*attributes, *(field.name for field in demanded)),
        (*fields, *demanded, *groups, *_parcel(cells, locators)),
        tuple(missing),
        frozenset(field.name for field in groups),
    )


async def _demanded(
    tab: Tab, locators: Locators, mounted: Iterable[str]
) -> tuple[OfferedField, ...]:
    """Fields that the page marks as required, and of which the site's answer says nothing."""
    fields = {name: locators.field(name).data() for name in (*_FIXED, *mounted)}
    found = await tab.read(Condition(_DEMANDED, {"fields": fields, "outside": _OUTSIDE}))
    return tuple(
        OfferedField(each["name"], _KINDS[each["look"]], required=True, label=each["label"])
        for each in found
    )


async def _ids(
    answers: Answers, attributes: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, str]]:
    """The ids of options by title; a title that several options have names none of them."""
    listed = {code: _options(told) for code, told in attributes.items()}
    listed[FieldName.COLOR] = await _listed(answers, _COLOURS, "colors")
    listed[FieldName.PARCEL_SIZE] = await _listed(answers, _PARCELS, "package_sizes")
    return {code: _by_title(options) for code, options in listed.items()}


async def _listed(answers: Answers, wanted: Wanted, name: str) -> list[Any]:
    seen = answers.answered(wanted)
    answer = await body(seen[-1]) if seen else None
    return list(answer.get(name) or ()) if isinstance(answer, dict) else []


def _options(told: Mapping[str, Any]) -> list[Any]:
    return [option for group in told.get("options") or () for option in group.get("options") or ()]


def _by_title(options: Sequence[Any]) -> dict[str, str]:
    titles = Counter(option.get("title") for option in options)
    return {
        str(option["title"]): str(option["id"])
        for option in options
        if titles[option.get("title")] == 1 and "id" in option
    }


async def _attributes(
    tab: Tab, locators: Locators, answers: Answers, after: int
) -> dict[str, Mapping[str, Any]]:
    """Each code with its configuration, which may be empty."""
    seconds = tab.timeouts.answer
    # The category that a draft already has is not asked for again.
    asked_now = await answers.made(_ATTRIBUTES, seconds=tab.timeouts.effect, after=after)
    start = after if asked_now else 0
    if not answers.calls(_ATTRIBUTES, after=start):
        raise await tab.lost(locators.field(FieldName.CATEGORY))
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
    return dict(found)


def _is_required(code: str, told: Mapping[str, Any]) -> bool:
    return bool(told.get("required")) or code in _ENFORCED


def _offered(code: str, look: str, told: Mapping[str, Any]) -> OfferedField:
    several = told.get("selection_type") == "multi" or code == FieldName.COLOR
    limit = int(told.get("selection_limit") or (_COLORS if several else 1))
    kinds = {"tick": FieldKind.TICK, "text": FieldKind.TEXT}
    kind = kinds.get(look, FieldKind.SEVERAL if several else FieldKind.ONE)
    return OfferedField(
        code,
        kind,
        _is_required(code, told),
        limit,
        searched=code == FieldName.BRAND or look == "search",
        label=told.get("title"),
    )


def _parcel(cells: Sequence[Mapping[str, Any]], locators: Locators) -> tuple[OfferedField, ...]:
    if not cells:
        return ()
    ids = [parcel_id(cell["id"], locators) for cell in cells]
    suggested = next((id_ for id_, cell in zip(ids, cells, strict=True) if cell["suggested"]), None)
    chosen = next((id_ for id_, cell in zip(ids, cells, strict=True) if cell["chosen"]), None)
    field = OfferedField(
        FieldName.PARCEL_SIZE, FieldKind.ONE, required=True, suggested=suggested or chosen
    )
    return (field,)

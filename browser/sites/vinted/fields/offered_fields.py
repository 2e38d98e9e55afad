"""Which fields the page shows for a category: the site's answer names them, the page proves them.

How each is filled is told by both; filling them belongs to `sell_form` and its selects.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from browser.errors import Place, SiteTimeout, SiteUnreachable
from browser.listing import FieldName, Option
from browser.page.conditions import Condition
from browser.page.site_calls import leaves
from browser.sell_form import FieldKind, OfferedField
from browser.sites.vinted.answers import Answers, body, to
from browser.sites.vinted.fields.choices import DEMANDED, demanded_groups
from browser.sites.vinted.fields.form_page import FormPage, Offer, Told
from browser.sites.vinted.fields.parcels import PARCELS, Section, section_of
from browser.sites.vinted.locators import ALWAYS, PANEL

_ATTRIBUTES: Final = to("POST", "item_upload/attributes")
COLOURS: Final = to("GET", "item_upload/colors")
_UNSTATED: Final = frozenset({"brand", "color", "unisex"})
"""Fields that the answer names without saying how they are filled."""
_ENFORCED: Final = frozenset({"brand", "color"})
"""Fields that the site demands although its answer does not say so."""
_NEEDED: Final = frozenset({"model", "isbn"})
"""Fields that the site demands where its page shows them, and of which its answer says nothing.

Publishing without them is answered with 400 (vinted.fr, 2026-07-16 and 2026-09-20, live
measurements, two sources and more, H). The model mounts after the brand.
"""
_LATE: Final = frozenset({"model"})
UNTOLD: Final = ("model", "isbn", "measurement_width", "measurement_length", "ai_photo")
"""Fields that the page may show without a word of the site's answer.

Measurements: vinted.fr, 2026-09-07, one live audit, L; the mark for generated photos, on new and
edit pages once photos are there: vinted.de, 2026-10, live, two sources, M.
"""
UNKNOWN_ISBN: Final = "0" * 13
"""Taken as "no number known", and then the language is asked for (vinted.fr, 2026-09, H)."""
CONDITIONS: Final = frozenset({"6", "1", "2", "3", "4"})
"""All markets, 2026-07 to 10, live answers, several sources, H. One tool has a 7 for electronics
("damaged", 2026-11-28, audit, L), of which nothing is proven.
"""
_COLORS: Final = 2
_SEVERAL: Final = 3
"""How many values a list of several takes whose limit only the server knows."""
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

_UNTOLD: Final = """({fields, outside}) => {
  const known = Object.values(fields).map((candidates) => first(candidates)?.element);
  known.push(...groups().flatMap(({boxes}) => boxes));
  const marked = (element) =>
    element.required || element.ariaRequired === "true" || /\\*\\s*$/.test(labelOf(element));
  const named = (element) =>
    [element.id, element.getAttribute("name"), element.dataset.testid, labelOf(element)]
      .find((name) => /^\\p{L}/u.test(name ?? ""));
  // A trigger of one of the category's lists tells its field, and whether it takes several.
  const trigger = (element) =>
    (element.dataset.testid ?? "").match(/^category-(\\w+)-(single|multi)-\\w+-input$/);
  return all(CONTROLS)
    .filter((element) => element.type !== "radio" && shown(element))
    .filter((element) => marked(element) || trigger(element))
    .filter((element) => !known.includes(element) && !element.closest(outside) && named(element))
    .map((element) => ({
      name: trigger(element)?.[1] ?? named(element),
      look: element.type === "checkbox" ? "tick" : element.readOnly ? "list" : "text",
      label: labelOf(element).replace(/\\s*\\*$/, ""),
      required: marked(element),
      several: trigger(element)?.[2] === "multi",
    }));
}"""
_LOOK: Final = f"""(argument) => {{ {PARCELS}
  const mounted = ({_MOUNTED})(argument);
  if (!mounted) return null;
  const {{fields, fixed, outside}} = argument;
  const untold = ({_UNTOLD})({{fields: {{...fields, ...fixed}}, outside}});
  return {{mounted, untold, groups: ({DEMANDED})(outside), cells: parcels()}};
}}"""
_OUTSIDE: Final = f"header, footer, nav, [id^=onetrust], [role=dialog], {PANEL}"


async def offer(page: FormPage) -> Offer:
    """The category's fields in the order of the site's answer, the parcel size last."""
    attributes = await _attributes(page)
    path = page.chosen.path
    section = await section_of(page.tab, page.answers, path[-1] if path else None)
    return await _look(page, attributes, section, wait=True)


async def offered_now(page: FormPage) -> Offer:
    """The fields that the page shows now; what is still asked for is awaited for a moment."""
    await page.answers.quiet(seconds=page.tab.timeouts.effect)
    return await _look(page, page.offer.told, page.offer.section, wait=False)


async def _look(page: FormPage, attributes: Told, section: Section, *, wait: bool) -> Offer:
    locators = page.locators
    titles = {code: told["title"] for code, told in attributes.items() if told.get("title")}
    ids = await _ids(page, attributes, section)
    locators.learn(titles, ids)
    found = await _found(page, attributes, wait=wait)
    mounted = found["mounted"]
    untold = tuple(map(_of_page, found["untold"]))
    groups = demanded_groups(found["groups"])
    if not wait:
        section = replace(section, cells=tuple(found["cells"] or ()))
    locators.learn(titles | {each.name: each.label for each in untold if each.label}, ids)
    fields = [
        _as_before(page, offered_as(code, mounted[code], attributes.get(code, {})))
        for code in dict.fromkeys((*attributes, *UNTOLD))
        if code in mounted
    ]
    chosen_on_page = {each.name for each in groups} | {each.label for each in groups}
    missing = [
        code
        for code, told in attributes.items()
        if _is_required(code, told)
        and code not in mounted
        and not (wait and code in _LATE)
        and not chosen_on_page & {code, titles.get(code)}
    ]
    if section.unshown:
        missing.append(FieldName.PARCEL_SIZE)
    codes = (*attributes, *(each.name for each in (*fields, *untold)))
    return Offer(
        tuple(dict.fromkeys(codes)),
        (*fields, *untold, *groups, *section.offered(locators)),
        tuple(missing),
        frozenset(each.name for each in groups),
        attributes,
        section,
    )


def _as_before(page: FormPage, field: OfferedField) -> OfferedField:
    """The field with what was listed before, of which the site's answer says nothing."""
    if field.name != FieldName.BRAND or not page.chosen.path:
        return field
    return replace(field, listed=page.known.brands(page.language, page.chosen.path[-1]))


def _of_page(found: Mapping[str, Any]) -> OfferedField:
    kind = FieldKind.SEVERAL if found["several"] else _KINDS[found["look"]]
    limit = _SEVERAL if found["several"] else 1
    label = found["label"] or None
    return OfferedField(found["name"], kind, required=found["required"], limit=limit, label=label)


async def _ids(page: FormPage, attributes: Told, section: Section) -> dict[str, dict[str, str]]:
    """The ids of options by title; a title that several options have names none of them."""
    listed = {code: _options(told) for code, told in attributes.items()}
    listed[FieldName.COLOR] = await colours_of(page.answers)
    sizes = [{"id": size.id, "title": size.label} for size in section.listed or ()]
    listed[FieldName.PARCEL_SIZE] = sizes
    return {code: _by_title(options) for code, options in listed.items()}


async def colours_of(answers: Answers) -> list[Any]:
    """The colours that the page has asked for; none where it has not."""
    seen = answers.answered(COLOURS)
    answer = await body(seen[-1]) if seen else None
    return list(answer.get("colors") or ()) if isinstance(answer, dict) else []


def _options(told: Mapping[str, Any]) -> list[Any]:
    return [option for group in told.get("options") or () for option in group.get("options") or ()]


def _by_title(options: Sequence[Any]) -> dict[str, str]:
    titles = Counter(option.get("title") for option in options)
    return {
        str(option["title"]): str(option["id"])
        for option in options
        if titles[option.get("title")] == 1 and "id" in option
    }


async def _attributes(page: FormPage) -> dict[str, Mapping[str, Any]]:
    """Each code with its configuration, which may be empty."""
    tab, answers, after = page.tab, page.answers, page.chosen.mark
    seconds = tab.timeouts.answer
    # The category that a draft already has is not asked for again.
    asked_now = await answers.made(_ATTRIBUTES, seconds=tab.timeouts.effect, after=after)
    start = after if asked_now else 0
    if not answers.calls(_ATTRIBUTES, after=start):
        raise await tab.lost(page.locators.field(FieldName.CATEGORY))
    found = await answers.arrived(_ATTRIBUTES, seconds=seconds, after=start)
    if not found:
        await tab.probe(Place.AFTER_CATEGORY)
        raise SiteTimeout("the site does not say which fields the category has")
    answer = await body(found[-1])
    if not found[-1].ok or not isinstance(answer, dict):
        await tab.probe(Place.AFTER_CATEGORY)
        # The page may be on its way to an obstacle, and the answer's body be gone with it.
        await leaves(tab)
        await tab.probe(Place.AFTER_CATEGORY)
        raise SiteUnreachable("the site does not say which fields the category has")
    told = told_in(answer)
    if page.chosen.path and asked_now:
        page.known.keep(page.language, page.chosen.path[-1], told)
    return told


def told_in(answer: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What an answer says of a category's fields."""
    return {entry["code"]: entry.get("configuration") or {} for entry in answer["attributes"]}


async def _found(page: FormPage, attributes: Told, *, wait: bool) -> dict[str, Any]:
    """What the page shows, in one look: the fields that are told of and how each is filled, those
    that only the page knows, its groups, its parcel sizes.
    """
    names = dict.fromkeys((*attributes, *UNTOLD))
    stated = [code for code, told in attributes.items() if told or code in _UNSTATED]
    tab, locators = page.tab, page.locators
    argument = {
        "fields": {code: locators.field(code).data() for code in names},
        "fixed": {name: locators.field(name).data() for name in (*ALWAYS, "unisex")},
        "outside": _OUTSIDE,
    }
    found = None
    if wait:
        awaited = [code for code in stated if code not in _LATE]
        seconds = tab.timeouts.effect * 2
        found = await tab.until(Condition(_LOOK, {**argument, "awaited": awaited}), seconds=seconds)
    if found is None:
        found = await tab.read(Condition(_LOOK, {**argument, "awaited": []}))
    return dict(found)


def _is_required(code: str, told: Mapping[str, Any]) -> bool:
    return bool(told.get("required")) or code in _ENFORCED


def _unproven(told: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(option.get("id")) for option in _options(told)) - CONDITIONS


def offered_as(code: str, look: str, told: Mapping[str, Any]) -> OfferedField:
    """A field by what the site says of it, and by what it looks like on the page."""
    several = told.get("selection_type") == "multi" or code == FieldName.COLOR
    limit = int(told.get("selection_limit") or (_COLORS if several else 1))
    kinds = {"tick": FieldKind.TICK, "text": FieldKind.TEXT}
    kind = kinds.get(look, FieldKind.SEVERAL if several else FieldKind.ONE)
    known = (Option(UNKNOWN_ISBN, "no number"),) if code == "isbn" else ()
    return OfferedField(
        code,
        kind,
        _is_required(code, told) or code in _NEEDED,
        limit,
        searched=code == FieldName.BRAND or look == "search",
        label=told.get("title"),
        known=known,
        unproven=_unproven(told) if code == FieldName.CONDITION else frozenset(),
    )

"""Which fields a category would bring, asked of the site before the category is chosen.

One call, the one that the page itself makes for a category, or none where the account was told
before. Nothing is pressed. What the page then shows is `offered_fields`' matter.
"""

import logging
from collections.abc import Mapping
from typing import Any, Final

from browser.errors import Place, SiteTimeout
from browser.listing import FieldName, Option
from browser.page.site_calls import ask
from browser.sell_form import Foreseen
from browser.sites.vinted.answers import PREFIX
from browser.sites.vinted.fields.form_page import FormPage, Told
from browser.sites.vinted.fields.offered_fields import colours_of, offered_as, told_in

_log = logging.getLogger(__name__)

_WRITES_WITH: Final = "x-csrf-token"
"""Without it the site answers a post as to a guest (vinted.pt, 2026-09-16, live capture, M)."""


async def foreseen(page: FormPage, category: Option) -> tuple[Foreseen, ...]:
    """The lists that a category would bring, in the site's order."""
    told = page.known.told(page.language, category.id)
    if told is None:
        told = await _fetched(page, category.id)
    found = [await _foreseen(page, code, about) for code, about in told.items()]
    return tuple(each for each in found if each)


async def _fetched(page: FormPage, category: str) -> Told:
    """What the site tells of a category's fields; nothing where it does not.

    Body and answer: 2026-05 and 2026-09, captures of the page's own call, several, H.
    """
    tab = page.tab
    carried = await tab.watch.calls.carried(tab.page.url)
    if _WRITES_WITH not in carried or not category.isdecimal():
        return {}
    question = {"attributes": [{"code": FieldName.CATEGORY, "value": [int(category)]}]}
    await tab.pacer.between_fields()
    try:
        answer = await ask(tab, f"{PREFIX}item_upload/attributes", question)
    except SiteTimeout:
        _log.warning("the site does not say which fields a category would have")
        await tab.probe(Place.AFTER_CATEGORY)
        return {}
    await tab.probe(Place.AFTER_CATEGORY)
    if answer.status != 200 or not isinstance(answer.body, dict):
        return {}
    told = told_in(answer.body)
    page.known.keep(page.language, category, told)
    return told


async def _foreseen(page: FormPage, code: str, told: Mapping[str, Any]) -> Foreseen | None:
    """A field with its options; None for what is no list, or keeps its options for the page."""
    field = offered_as(code, "list", told)
    if code == FieldName.COLOR:
        rows = await colours_of(page.answers)
        return Foreseen(field, tuple(Option(str(row["id"]), row["title"]) for row in rows))
    if code == FieldName.BRAND:
        return Foreseen(field)
    options = _options(told)
    return Foreseen(field, options) if options else None


def _options(told: Mapping[str, Any]) -> tuple[Option, ...]:
    """The options of a list; where it has several groups, as tabs of sizes, each in its own."""
    groups = [group for group in told.get("options") or () if group.get("options")]
    return tuple(
        Option(str(option["id"]), option["title"], (group["title"],) if len(groups) > 1 else ())
        for group in groups
        for option in group["options"]
    )

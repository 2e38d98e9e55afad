"""Which items of a seller's wardrobe are the one that is sought, which others, which perhaps.

How the wardrobe is read is `wardrobe_reader`'s. When to look, and what follows from it, belongs to
the callers.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Final
from urllib.parse import urljoin

from browser.errors import Place, SessionExpired
from browser.listing import Listing
from browser.page.site_calls import ask
from browser.page.tab import Tab
from browser.site import FoundItem, LookUp, OwnItem, Sought, Wardrobe
from browser.sites.vinted.answers import PREFIX

_CLOCKS: Final = timedelta(minutes=2)
"""How far the site's clock and ours may be apart."""


async def search(tab: Tab, wardrobe: Wardrobe, sought: Sought) -> LookUp:
    """The published items that match what is sought, newest first, and those that may."""
    new = [item for item in wardrobe.items if _may_be_new(item, sought)]
    found = [item for item in new if _is_sought(item, sought)]
    others = [item for item in found if not await _reads_alike(tab, item, sought)]
    similar = [item for item in new if item not in found and _resembles(item, sought)] + others
    return LookUp(
        tuple(item.found for item in found if item not in others),
        complete=wardrobe.complete and _draft_is_accounted_for(wardrobe.items, sought),
        similar=tuple(item.found for item in similar),
    )


async def search_drafts(tab: Tab, drafts: Wardrobe, sought: Sought) -> LookUp:
    """The drafts that were not there before and have the title, price and description."""
    known = sought.known or frozenset()
    new = [item for item in drafts.items if item.draft and item.id not in known]
    alike = [item for item in new if _has_words_and_price(item, sought)]
    found = [item.found for item in alike if await _reads_alike(tab, item, sought)]
    # A draft is opened to be edited; at an item's own address it is not shown.
    pages = tuple(replace(item, url=urljoin(item.url, f"/items/{item.id}/edit")) for item in found)
    return LookUp(pages, complete=drafts.complete)


def twins(wardrobe: Wardrobe, listing: Listing) -> tuple[FoundItem, ...]:
    """The items for sale with a listing's title and price, and its text where the rows tell it."""
    return tuple(item.found for item in wardrobe.items if item.live and _is_twin(item, listing))


def _is_twin(item: OwnItem, listing: Listing) -> bool:
    same = _words(item.title) == _words(listing.title) and item.price == listing.price
    told = item.description
    return same and (told is None or _letters(told) == _letters(listing.description))


def _may_be_new(item: OwnItem, sought: Sought) -> bool:
    """Whether the item can have come up with the click."""
    if item.draft:
        return False
    if item.id == sought.draft_id:
        return True
    if sought.known is not None and item.id in sought.known:
        return False
    return item.created is None or item.created >= sought.since - _CLOCKS


def _is_sought(item: OwnItem, sought: Sought) -> bool:
    if item.id == sought.draft_id:
        return True
    told_from_older = sought.known is not None or item.created is not None
    return told_from_older and _has_words_and_price(item, sought)


def _has_words_and_price(item: OwnItem, sought: Sought) -> bool:
    return _words(item.title) == _words(sought.title) and item.price == sought.price


def _resembles(item: OwnItem, sought: Sought) -> bool:
    """Whether a new item may be the one that is sought, as the site changed or rounded it."""
    if _letters(item.title) == _letters(sought.title):
        return True
    return sought.known is not None and item.price == sought.price


async def _reads_alike(tab: Tab, item: OwnItem, sought: Sought) -> bool:
    """Whether the item's own text is the one that is sought; a site that does not tell says yes."""
    if item.id == sought.draft_id:
        return True
    if sought.briefly:
        # Not asked for: only the knowledge of what was there before tells it from an older twin.
        return sought.known is not None
    answer = await ask(tab, f"{PREFIX}item_upload/items/{item.id}")
    if answer.status != 200:
        # Nothing more is asked where the site wants a person first. As to a guest it may answer for
        # other reasons: 106 beside a 403 stands for signed out, no CSRF token or a wrong state
        # (2026-08 to 10, several, H), and the wardrobe was the member's just now. A 401 is plain
        # (code 100, H), but comes too late to make what was found untold: the site says it again
        # at the next call, and then it is the session's end.
        with suppress(SessionExpired):
            await tab.probe(Place.WHILE_FILLING)
    told = answer.body.get("item") if isinstance(answer.body, dict) else None
    if answer.status != 200 or not isinstance(told, dict) or "description" not in told:
        return True
    return _letters(told["description"]) == _letters(sought.description)


def _draft_is_accounted_for(items: Iterable[OwnItem], sought: Sought) -> bool:
    """A draft that is neither a draft any more nor an item yet is on its way."""
    return sought.draft_id is None or any(item.id == sought.draft_id for item in items)


def _words(text: object) -> str:
    return " ".join(str(text or "").split())


def _letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text or "")).casefold()

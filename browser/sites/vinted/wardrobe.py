"""The seller's own wardrobe, read from inside the page and never changed.

Owns what counts as the item or draft that is sought, what as another, and what as neither for sure.
When to look, and what follows from it, belongs to the callers.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from browser.errors import Place, SessionExpired, SiteUnreachable
from browser.listing import Listing, Price
from browser.market import is_loopback
from browser.page.site_calls import ask
from browser.page.tab import Tab
from browser.site import FoundItem, LookUp, Member, OwnItem, Sought, Wardrobe
from browser.sites.vinted.answers import PREFIX
from browser.sites.vinted.markets import LOOPBACK_CURRENCY

# /api/v2/wardrobe/{member}/items: at most 96 rows a page, no listing date; `is_draft`, `is_closed`,
# `is_hidden`, `is_processing`; `cond=draft` gives the drafts alone.
# vinted.fr and others, until 2026-10, source code of several tools, three sources, H.
_PER_PAGE: Final = 96
_PAGES: Final = 50
_DRAFTS: Final = "&cond=draft"
_CLOCKS: Final = timedelta(minutes=2)
"""How far the site's clock and ours may be apart."""

Row = Mapping[str, Any]


async def read(tab: Tab, member: Member, only: str = "") -> Wardrobe:
    """Everything in the wardrobe, each page once; `SiteUnreachable` at the first that is none."""
    items: list[OwnItem] = []
    for page in range(1, _PAGES + 1):
        path = f"{PREFIX}wardrobe/{member.id}/items?page={page}&per_page={_PER_PAGE}{only}"
        answer = await ask(tab, path)
        body = answer.body if isinstance(answer.body, dict) else {}
        rows = body.get("items")
        if answer.status != 200 or not isinstance(rows, list):
            await tab.probe(Place.WHILE_FILLING)
            raise SiteUnreachable(f"the wardrobe cannot be read ({answer.status})")
        items += [_item(row, tab.page.url) for row in rows]
        pagination = body.get("pagination") or {}
        if _is_last(page, len(rows), pagination):
            # An item that went away between two pages moves another one out of sight.
            told = pagination.get("total_entries")
            return Wardrobe(tuple(items), complete=told in (None, len(items)))
    return Wardrobe(tuple(items), complete=False)


async def read_drafts(tab: Tab, member: Member) -> Wardrobe:
    """The drafts alone."""
    reading = await read(tab, member, _DRAFTS)
    drafts = tuple(item for item in reading.items if item.draft)
    return Wardrobe(drafts, reading.complete)


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


def _is_last(page: int, count: int, pagination: Row) -> bool:
    pages = pagination.get("total_pages")
    return count < _PER_PAGE if pages is None else page >= int(pages)


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


def _item(row: Row, here: str) -> OwnItem:
    away = any(row.get(sign) for sign in ("is_draft", "is_closed", "is_hidden"))
    text = row.get("description")
    return OwnItem(
        id=str(row["id"]),
        url=urljoin(here, str(row.get("url") or f"/items/{row['id']}")),
        title=str(row.get("title") or ""),
        price=_price(row.get("price") or {}, here),
        description=None if text is None else str(text),
        draft=bool(row.get("is_draft")),
        live=not away,
        held=bool(row.get("is_processing")),
        created=_created(row),
    )


def _price(told: object, here: str) -> Price | None:
    """The row's price; on loopback in the money that a listing is taken to have there."""
    if not isinstance(told, Mapping):
        return None
    try:
        amount = Decimal(str(told.get("amount")))
    except InvalidOperation:
        return None
    if is_loopback(urlsplit(here).hostname):
        return Price(amount, LOOPBACK_CURRENCY)
    return Price(amount, str(told.get("currency_code")))


def _created(row: Row) -> datetime | None:
    """When the item came up, where the site says so."""
    seconds = row.get("created_at_ts")
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) else None


def _words(text: object) -> str:
    return " ".join(str(text or "").split())


def _letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text or "")).casefold()

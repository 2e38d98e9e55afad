"""The seller's own wardrobe, read from inside the page and never changed.

Owns what counts as the item that is sought, what as another, and what as neither for sure. When to
look, and what follows from it, belongs to the callers.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from urllib.parse import urljoin

from browser.errors import Place, SiteUnreachable
from browser.listing import Price
from browser.site import FoundItem, LookUp, Member, Sought
from browser.sites.vinted.answers import PREFIX
from browser.tab import Tab

ANY_MONEY: Final = "XXX"
_PER_PAGE: Final = 96
_PAGES: Final = 50
_CLOCKS: Final = timedelta(minutes=2)
"""How far the site's clock and ours may be apart."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The rows that were read; `complete` says whether these are all."""

    rows: tuple[Row, ...]
    complete: bool


async def ids(tab: Tab, member: Member) -> frozenset[str]:
    """Ids of everything in the wardrobe, drafts included; `SiteUnreachable` when some lack."""
    reading = await _read(tab, member)
    if not reading.complete:
        raise SiteUnreachable("the wardrobe cannot be read to its end")
    return frozenset(str(row["id"]) for row in reading.rows)


async def look_up(tab: Tab, member: Member, sought: Sought) -> LookUp:
    """The published items that match what is sought, newest first, and those that may."""
    reading = await _read(tab, member)
    new = [row for row in reading.rows if _may_be_new(row, sought)]
    found = [row for row in new if _is_sought(row, sought)]
    others = [row for row in found if not await _reads_alike(tab, row, sought)]
    similar = [row for row in new if row not in found and _resembles(row, sought)] + others
    return LookUp(
        _items((row for row in found if row not in others), tab.page.url),
        complete=reading.complete and _draft_is_accounted_for(reading.rows, sought),
        similar=_items(similar, tab.page.url),
    )


async def _read(tab: Tab, member: Member) -> _Reading:
    rows: list[Row] = []
    for page in range(1, _PAGES + 1):
        path = f"{PREFIX}wardrobe/{member.id}/items?page={page}&per_page={_PER_PAGE}"
        answer = await tab.ask(path)
        body = answer.body if isinstance(answer.body, dict) else {}
        items = body.get("items")
        if answer.status != 200 or not isinstance(items, list):
            await tab.probe(Place.WHILE_FILLING)
            raise SiteUnreachable(f"the wardrobe cannot be read ({answer.status})")
        rows += items
        pagination = body.get("pagination") or {}
        if _is_last(page, len(items), pagination):
            # An item that went away between two pages moves another one out of sight.
            told = pagination.get("total_entries")
            return _Reading(tuple(rows), complete=told in (None, len(rows)))
    return _Reading(tuple(rows), complete=False)


def _is_last(page: int, count: int, pagination: Row) -> bool:
    pages = pagination.get("total_pages")
    return count < _PER_PAGE if pages is None else page >= int(pages)


def _may_be_new(row: Row, sought: Sought) -> bool:
    """Whether the item can have come up with the click."""
    if row.get("is_draft"):
        return False
    if str(row["id"]) == sought.draft_id:
        return True
    if sought.known is not None and str(row["id"]) in sought.known:
        return False
    created = _created(row)
    return created is None or created >= sought.since - _CLOCKS


def _is_sought(row: Row, sought: Sought) -> bool:
    if str(row["id"]) == sought.draft_id:
        return True
    told_from_older = sought.known is not None or _created(row) is not None
    return (
        told_from_older and _words(row.get("title")) == _words(sought.title) and _costs(row, sought)
    )


def _resembles(row: Row, sought: Sought) -> bool:
    """Whether a new item may be the one that is sought, as the site changed or rounded it."""
    if _letters(row.get("title")) == _letters(sought.title):
        return True
    return sought.known is not None and _costs(row, sought)


async def _reads_alike(tab: Tab, row: Row, sought: Sought) -> bool:
    """Whether the item's own text is the one that is sought; a site that does not tell says yes."""
    if str(row["id"]) == sought.draft_id:
        return True
    answer = await tab.ask(f"{PREFIX}item_upload/items/{row['id']}")
    item = answer.body.get("item") if isinstance(answer.body, dict) else None
    if answer.status != 200 or not isinstance(item, dict) or "description" not in item:
        return True
    return _letters(item["description"]) == _letters(sought.description)


def _draft_is_accounted_for(rows: Iterable[Row], sought: Sought) -> bool:
    """A draft that is neither a draft any more nor an item yet is on its way."""
    return sought.draft_id is None or any(str(row["id"]) == sought.draft_id for row in rows)


def _costs(row: Row, sought: Sought) -> bool:
    price = row.get("price") or {}
    try:
        same = Decimal(str(price.get("amount"))) == sought.price.amount
    except InvalidOperation:
        return False
    return same and sought.price.currency in {price.get("currency_code"), ANY_MONEY}


def in_any_money(sought: Sought) -> Sought:
    """The same in whatever money: on loopback it is the page's, not the market's."""
    return replace(sought, price=Price(sought.price.amount, ANY_MONEY))


def _items(rows: Iterable[Row], here: str) -> tuple[FoundItem, ...]:
    return tuple(
        FoundItem(
            id=str(row["id"]),
            url=urljoin(here, str(row.get("url") or f"/items/{row['id']}")),
            title=str(row.get("title") or ""),
            created=_created(row),
            held=bool(row.get("is_processing")),
        )
        for row in rows
    )


def _created(row: Row) -> datetime | None:
    """When the item came up, where the site says so."""
    seconds = row.get("created_at_ts")
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) else None


def _words(text: object) -> str:
    return " ".join(str(text or "").split())


def _letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text or "")).casefold()

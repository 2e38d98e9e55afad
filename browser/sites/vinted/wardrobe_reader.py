"""The seller's own wardrobe, read from inside the page and never changed.

Owns what a row of it says of an item; which item is the one that is sought is `wardrobe_matcher`'s.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from browser.errors import Place, SiteUnreachable
from browser.listing import Price
from browser.market import is_loopback
from browser.page.site_calls import ask
from browser.page.tab import Tab
from browser.site import Member, OwnItem, Wardrobe
from browser.sites.vinted.answers import PREFIX
from browser.sites.vinted.markets import LOOPBACK_CURRENCY

# /api/v2/wardrobe/{member}/items: at most 96 rows a page, no listing date; `is_draft`, `is_closed`,
# `is_hidden`, `is_processing`; `cond=draft` gives the drafts alone.
# vinted.fr and others, until 2026-10, source code of several tools, three sources, H.
_PER_PAGE: Final = 96
_PAGES: Final = 50
_DRAFTS: Final = "&cond=draft"

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
    reading = await read(tab, member, _DRAFTS)
    drafts = tuple(item for item in reading.items if item.draft)
    return Wardrobe(drafts, reading.complete)


def _is_last(page: int, count: int, pagination: Row) -> bool:
    pages = pagination.get("total_pages")
    return count < _PER_PAGE if pages is None else page >= int(pages)


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

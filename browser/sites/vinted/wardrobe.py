"""The seller's own wardrobe, read from inside the page and never changed."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from urllib.parse import urljoin

from browser.errors import Place, SiteUnreachable
from browser.site import FoundItem, LookUp, Member, Sought
from browser.sites.vinted.answers import PREFIX
from browser.tab import Tab

_PER_PAGE: Final = 96
_PAGES: Final = 20
_CLOCKS: Final = timedelta(minutes=2)
"""How far the site's clock and ours may be apart."""

Row = Mapping[str, Any]


async def ids(tab: Tab, member: Member) -> frozenset[str]:
    """Ids of everything in the wardrobe, drafts included."""
    return frozenset([str(row["id"]) async for row in _rows(tab, member)])


async def look_up(tab: Tab, member: Member, sought: Sought) -> LookUp:
    """The published items that match what is sought, newest first."""
    rows = [row async for row in _rows(tab, member) if _matches(row, sought)]
    return LookUp(tuple(_found(row, tab.page.url) for row in rows))


async def _rows(tab: Tab, member: Member) -> AsyncIterator[Row]:
    for page in range(1, _PAGES + 1):
        path = f"{PREFIX}wardrobe/{member.id}/items?page={page}&per_page={_PER_PAGE}"
        answer = await tab.ask(path)
        if answer.status != 200 or not isinstance(answer.body, dict):
            await tab.probe(Place.WHILE_FILLING)
            raise SiteUnreachable(f"the wardrobe cannot be read ({answer.status})")
        for row in answer.body.get("items") or ():
            yield row
        if page >= int((answer.body.get("pagination") or {}).get("total_pages", 1)):
            return


def _matches(row: Row, sought: Sought) -> bool:
    if row.get("is_draft"):
        return False
    if str(row["id"]) == sought.draft_id:
        return True
    if sought.known is not None and str(row["id"]) in sought.known:
        return False
    created = _created(row)
    if created is not None and created < sought.since - _CLOCKS:
        return False
    return _plain(row.get("title")) == _plain(sought.title) and _costs(row, sought)


def _costs(row: Row, sought: Sought) -> bool:
    price = row.get("price") or {}
    try:
        same = Decimal(str(price.get("amount"))) == sought.price.amount
    except InvalidOperation:
        return False
    return same and price.get("currency_code") == sought.price.currency


def _found(row: Row, here: str) -> FoundItem:
    return FoundItem(
        id=str(row["id"]),
        url=urljoin(here, str(row.get("url") or f"/items/{row['id']}")),
        title=str(row.get("title") or ""),
        created=_created(row),
        held=bool(row.get("is_processing")),
    )


def _created(row: Row) -> datetime | None:
    """When the item came up, where the site says so."""
    seconds = row.get("created_at_ts")
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) else None


def _plain(text: object) -> str:
    return " ".join(str(text or "").split())

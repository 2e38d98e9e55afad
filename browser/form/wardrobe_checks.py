"""What the seller's own wardrobe is read for before a yes and before the click.

Owns what a reading is taken for and how often. How the site's rows are matched is the site's, the
click `submission`'s; what follows for a job is the caller's.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

from browser.errors import SiteUnavailable
from browser.fence import Before
from browser.listing import Listing
from browser.messages import Message
from browser.page.tab import Tab
from browser.site import LookUp, Member, Pages, Sought

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EarlierClicks:
    """What tells the items of clicks that may have left some: the oldest one's time and wardrobe.

    Everything of a listing's content that came since is one of theirs.
    """

    since: datetime
    before: Before | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the wardrobe stands, by one reading before a click.

    `earlier` is what it shows of earlier clicks; None when nobody asked or it could not be read.
    """

    before: Before
    earlier: LookUp | None = None


def sought(listing: Listing, since: datetime, before: Before | None) -> Sought:
    """What is looked for after a click, or after a draft was saved."""
    return Sought(
        listing.title,
        listing.description,
        listing.price,
        since,
        known=before.known if before else None,
        draft_id=before.draft_id if before else None,
    )


async def standing(
    pages: Pages, tab: Tab, member: Member, listing: Listing, earlier: EarlierClicks | None
) -> tuple[frozenset[str] | None, LookUp | None]:
    """What is there, None when it cannot be read whole; and what is there of earlier clicks."""
    try:
        wardrobe = await pages.wardrobe(tab, member)
        if earlier is None:
            return wardrobe.ids, None
        wanted = sought(listing, earlier.since, earlier.before)
        return wardrobe.ids, await pages.search(tab, wardrobe, wanted)
    except SiteUnavailable as error:
        _log.info("the wardrobe could not be read: %s", type(error).__name__)
        return None, None


class TwinCheck:
    """Warns of what is for sale with the same content, by one reading of the wardrobe.

    Where that is not `wanted` nothing is read, and there are none.
    """

    def __init__(
        self,
        pages: Pages,
        tab: Tab,
        member: Member,
        listing: Listing,
        beside: asyncio.TaskGroup,
        *,
        wanted: bool,
    ) -> None:
        self._pages = pages
        self._tab = tab
        self._member = member
        self._listing = listing
        self._beside = beside
        self._wanted = wanted
        self._reading: asyncio.Task[tuple[str, ...]] | None = None

    def begin(self) -> None:
        """Read it beside the filling from now on; once is enough."""
        if self._wanted and self._reading is None:
            self._reading = self._beside.create_task(self._read())

    async def warnings(self) -> tuple[str, ...]:
        """What came of it; raises what stands in the way."""
        self.begin()
        return await self._reading if self._reading else ()

    async def _read(self) -> tuple[str, ...]:
        try:
            wardrobe = await self._pages.wardrobe(self._tab, self._member)
        except SiteUnavailable as error:
            _log.info("the wardrobe could not be read: %s", type(error).__name__)
            return ()
        return tuple(_twin_warning(item.url) for item in self._pages.twins(wardrobe, self._listing))


def _twin_warning(address: str) -> str:
    return Message(
        "A listing with the same title and price is for sale already: {address}", address=address
    )

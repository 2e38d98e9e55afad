"""What the seller's own wardrobe is read for: before a click, around a draft, before a yes.

Owns what a reading is taken for and how often. How the site's rows are matched is the site's, the
click `submission`'s; what follows for a job is the caller's.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from browser.errors import BrowserError, DraftLost, SiteUnavailable, SiteUnreachable
from browser.fence import Before, Fence
from browser.listing import Listing
from browser.messages import Message
from browser.page.tab import Tab
from browser.playwright_errors import Error
from browser.sell_form import SellForm
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


async def twin_warnings(
    pages: Pages, tab: Tab, member: Member, listing: Listing
) -> tuple[str, ...]:
    """Warnings of what is for sale with the same content, by one reading of the wardrobe."""
    try:
        wardrobe = await pages.wardrobe(tab, member)
    except SiteUnavailable as error:
        _log.info("the wardrobe could not be read: %s", type(error).__name__)
        return ()
    return tuple(_twin_warning(item.url) for item in pages.twins(wardrobe, listing))


def _twin_warning(address: str) -> str:
    return Message(
        "A listing with the same title and price is for sale already: {address}", address=address
    )


async def save_as_draft(
    pages: Pages,
    form: SellForm,
    member: Member,
    listing: Listing,
    *,
    draft_id: str | None,
    fence: Fence,
) -> tuple[str | None, LookUp | None]:
    """Save a form and open the draft's own page in its place; one that is there is written anew.

    What a look shows comes in place of the id when the answer was lost and the draft is not told
    by it.
    """
    seen = None
    if draft_id is not None:
        saved: str | None = await form.drafts.save()
    else:
        saved, seen = await _save_new(pages, form, member, listing, fence)
    if saved is not None:
        await form.open(saved)
        await form.fields.offered()
    return saved, seen


async def _save_new(
    pages: Pages, form: SellForm, member: Member, listing: Listing, fence: Fence
) -> tuple[str | None, LookUp | None]:
    """Save a form as a draft that is not there yet; its id.

    Without an answer the draft is looked for. What the look shows comes in place of the id unless
    it is exactly one.
    """
    known = (await pages.drafts(form.tab, member)).ids
    if known is None:
        raise SiteUnreachable("the drafts cannot be read to their end, so that none is saved")
    before = Before(member.id, known)
    await fence(before)
    try:
        return await form.drafts.save(), None
    except DraftLost:
        wanted = sought(listing, datetime.now(UTC), before)
    except BrowserError as error:
        error.draft_unsaved = form.drafts.unsaved
        raise
    seen = await _draft_seen(pages, form.tab, member, wanted)
    return (seen.found[0].id, None) if len(seen.found) == 1 else (None, seen)


async def _draft_seen(pages: Pages, tab: Tab, member: Member, wanted: Sought) -> LookUp:
    """Look for a draft until it is there: it takes its time to show."""
    loop, limits = asyncio.get_running_loop(), tab.timeouts
    end = loop.time() + limits.settle
    while True:
        try:
            seen = await pages.search_drafts(tab, await pages.drafts(tab, member), wanted)
        except (SiteUnavailable, Error) as error:
            _log.info("the drafts could not be read: %s", type(error).__name__)
            seen = LookUp(complete=False)
        if seen.found or loop.time() >= end:
            return seen
        # A list on a server announces nothing, so it is asked again.
        await asyncio.sleep(limits.between_looks)

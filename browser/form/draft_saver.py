"""A form saved as a draft, and the draft looked for when the answer to that was lost.

Pressing and the answer are `sell_form.Drafts`'; what counts as the draft is the site's.
"""

import asyncio
import logging
from datetime import UTC, datetime

from browser.errors import BrowserError, DraftLost, SiteUnavailable, SiteUnreachable
from browser.fence import Before, Fence
from browser.form.wardrobe_checks import sought
from browser.listing import Listing
from browser.page.tab import Tab
from browser.playwright_errors import Error
from browser.sell_form import SellForm
from browser.site import LookUp, Member, Pages, Sought

_log = logging.getLogger(__name__)


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

"""One look at what a click depends on beside the form's values: the member and the wardrobe.

Owns that the site is asked for both at once, while the form is pictured: none of it changes
anything. The form is compared by `submission`, just before its click.
"""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

from browser.background_tasks import ended
from browser.errors import BrowserError, Place
from browser.fence import Before
from browser.form.arrival import require_same, signed_in
from browser.form.prepared import PreparedForm
from browser.form.wardrobe_checks import EarlierClicks, Standing, standing
from browser.listing import Listing
from browser.page.tab import Tab
from browser.playwright_errors import Error
from browser.site import Member, Pages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClickCheck:
    """What was found; without a picture where none could be taken."""

    standing: Standing
    picture: bytes | None = field(repr=False)


async def checked(
    pages: Pages,
    form: PreparedForm,
    listing: Listing,
    earlier: EarlierClicks | None,
) -> ClickCheck:
    """Look once; raises what stands in the way, and AccountMismatch and SessionExpired."""
    tab, owner = form.form.tab, Member(form.user_id, form.username)
    # Where an obstacle stands, nothing more is asked.
    await tab.probe(Place.BEFORE_PUBLISH)
    _, (known, seen), picture = await _together(
        _same_member(pages, form), standing(pages, tab, owner, listing, earlier), pictured(tab)
    )
    return ClickCheck(Standing(Before(owner.id, known, form.draft_id), seen), picture)


async def _same_member(pages: Pages, form: PreparedForm) -> None:
    member = signed_in(await pages.member(form.form.tab))
    await require_same(form.form, member, form.username)


async def pictured(tab: Tab) -> bytes | None:
    """The whole form; evidence is no reason to stop, so that it counts without."""
    try:
        return await tab.capture.picture(whole=True)
    except (BrowserError, Error, TimeoutError) as error:
        _log.warning("no picture before the click: %s", type(error).__name__)
        return None


async def _together(*work: Awaitable[Any]) -> list[Any]:
    """What all come to; the first error ends the others."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        await ended(*tasks)
        raise

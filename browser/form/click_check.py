"""One look at what a click depends on: the member, the wardrobe, and the form's values.

Owns that the site is asked for both at once, while the form is compared: none of it changes
anything. `submission` compares it once more, just before its click.
"""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from browser.background_tasks import ended
from browser.errors import BrowserError, Place
from browser.fence import Before
from browser.form.arrival import require_same, signed_in
from browser.form.prepared import PreparedForm
from browser.form.submission import differing
from browser.form.wardrobe_checks import EarlierClicks, Standing, standing
from browser.listing import FormReading, Listing
from browser.page.tab import Tab
from browser.playwright_errors import Error
from browser.site import Member, Pages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClickCheck:
    """What was found; `changed` are the fields that do not show what was approved."""

    standing: Standing
    changed: tuple[str, ...]


async def checked(
    pages: Pages,
    form: PreparedForm,
    listing: Listing,
    approved: FormReading,
    earlier: EarlierClicks | None,
) -> ClickCheck:
    """Look once; raises what stands in the way, and AccountMismatch and SessionExpired."""
    tab, owner = form.form.tab, Member(form.user_id, form.username)
    # Where an obstacle stands, nothing more is asked.
    await tab.probe(Place.BEFORE_PUBLISH)
    _, (known, seen), changed, _ = await _together(
        _same_member(pages, form),
        standing(pages, tab, owner, listing, earlier),
        _compared(form, approved),
        form.form.publishing.gate.leave_no_way_around(),
    )
    return ClickCheck(Standing(Before(owner.id, known, form.draft_id), seen), changed)


async def _compared(form: PreparedForm, approved: FormReading) -> tuple[str, ...]:
    """After the pause of a person who is about to press: a form may change in it."""
    await form.form.tab.pacer.before_submit()
    return await differing(form.form, approved)


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

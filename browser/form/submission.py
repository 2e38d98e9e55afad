"""The one click that publishes.

The only file that presses the publish button. Filling and reading the form belong to the site's
pages, the order of the steps to `driver`, what is known after the click to `outcome`. From
the click on nothing is raised and nothing is retried: whatever happens becomes a `Submission`.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from browser.background_tasks import ended
from browser.errors import BrowserError, NeedsPerson, Place, SessionExpired, UnknownDialog
from browser.fence import SEND_SECONDS, Before, Fence
from browser.form.outcome import (
    NOT_SENT,
    SESSION_EXPIRED,
    Submission,
    addressed,
    looked_up,
    met_before,
    not_clicked,
    noted,
    read_outcome,
    refused,
)
from browser.form.wardrobe_looks import LookAgain, Wardrobe
from browser.listing import FormReading
from browser.page.locators import Match, in_reach, present
from browser.playwright_errors import Error
from browser.sell_form import SellForm

_log = logging.getLogger(__name__)

_EFFECTS: Final = 2
"""How many effects long what lies over the button may stay, once the fence is passed."""
SHOWN_SECONDS: Final = 2.0
"""How long a certain outcome waits for its picture, which is begun when the call has left."""


async def submit(
    form: SellForm,
    approved: FormReading,
    *,
    before: Before,
    fence: Fence,
    look_again: LookAgain,
    address: Callable[[str], str],
    copies: bool = True,
    compared: bool = False,
) -> Submission:
    """Publish a form that still shows what was approved; one click, never repeated.

    The call leaves within `SEND_SECONDS` of the fence or not at all. Without `copies` a certain
    answer is all that is waited for, and a picture that comes late is left out. What was `compared`
    just now is compared once more, within the fence. Before the click errors are raised as
    everywhere, those of `fence` included.
    """
    if not compared and (changed := await differing(form, approved)):
        return not_clicked(changed)
    gate = form.publishing.gate
    await gate.leave_no_way_around()
    # Taken before the fence, so that the time of the fence itself is spent, not won.
    until = gate.now() + SEND_SECONDS
    await fence(before)
    form.tab.interruptions.leave_dialogs()
    if gate.now() >= until:
        return replace(refused(NOT_SENT), picture=await shown(form))
    aim = await _aimed(form, approved)
    if isinstance(aim, Submission):
        return replace(aim, picture=aim.picture or await shown(form))
    form.tab.interruptions.hands_off()
    gate.open(form.publishing.examine, until=until)
    wardrobe = Wardrobe(look_again)
    meanwhile = asyncio.ensure_future(_meanwhile(form, wanted=not copies))
    try:
        await form.tab.page.mouse.click(aim.x, aim.y)
        found = await read_outcome(form, wardrobe, address, copies=copies)
        if found.certain:
            await asyncio.wait([meanwhile], timeout=SHOWN_SECONDS)
    except Exception as error:
        _log.warning("the publish call was lost: %s", type(error).__name__)
        found = await looked_up(form, wardrobe)
    finally:
        gate.shut()
        await ended(meanwhile)
    if wardrobe.obstacle is not None and found.obstacle is None:
        # What is known stays known, and whoever goes on must hear what was met on the way.
        found = await noted(form, found, wardrobe.obstacle)
    found = replace(addressed(found, address), uncertain=gate.findings.uncertain)
    if found.certain:
        return replace(found, picture=None if meanwhile.cancelled() else meanwhile.result())
    return replace(found, picture=found.picture or await shown(form))


async def _meanwhile(form: SellForm, *, wanted: bool) -> bytes | None:
    """What the page shows while it waits for the answer to its call."""
    tab = form.tab
    if not wanted or not await form.publishing.gate.sends(seconds=tab.timeouts.publish):
        return None
    try:
        return await tab.capture.picture()
    except (BrowserError, Error, TimeoutError) as error:
        _log.info("no picture after the click: %s", type(error).__name__)
        return None


async def differing(form: SellForm, approved: FormReading) -> tuple[str, ...]:
    """The fields that do not show what was approved, once nothing lies over the button."""
    tab = form.tab
    await tab.probe(Place.BEFORE_PUBLISH)
    # Compared after that wait, since a form may change in it.
    seen = await form.reader.read_in_reach(form.publishing.button, seconds=tab.timeouts.effect)
    if seen is not None:
        return seen[0].differences(approved)
    await reachable(form)
    return (await form.reader.read()).differences(approved)


async def reachable(form: SellForm) -> None:
    """Wait until a press would reach the button; what lies over it would take it in its place.

    Raises UnknownDialog or PayWall for what does, and SiteLayoutChanged without a button.
    """
    tab, button = form.tab, form.publishing.button
    await tab.find(button)
    if await tab.until(in_reach(button), seconds=tab.timeouts.element) is None:
        await tab.probe(Place.BEFORE_PUBLISH)
        raise UnknownDialog(Place.BEFORE_PUBLISH)


async def _aimed(form: SellForm, approved: FormReading) -> Match | Submission:
    """Where the button is after the fence, or what is known when nothing may be pressed.

    The fence takes its time, and the page need not stand still meanwhile. The gate is shut, so
    whatever goes wrong here has published nothing.
    """
    tab = form.tab
    try:
        # Compared and aimed at one moment: nothing can come between.
        button, seconds = form.publishing.button, _EFFECTS * tab.timeouts.effect
        if seen := await form.reader.read_in_reach(button, seconds=seconds):
            reading, aim = seen
            if changed := reading.differences(approved):
                return replace(not_clicked(changed), refused=True)
            return aim
        if changed := (await form.reader.read()).differences(approved):
            return replace(not_clicked(changed), refused=True)
        await tab.probe(Place.BEFORE_PUBLISH)
        raise UnknownDialog(Place.BEFORE_PUBLISH)
    except NeedsPerson as obstacle:
        return await met_before(form, obstacle)
    except SessionExpired:
        return refused(SESSION_EXPIRED)
    except (BrowserError, Error) as error:
        _log.warning("the form was lost before its click: %s", type(error).__name__)
        return refused(NOT_SENT)


async def shown(form: SellForm) -> bytes | None:
    """What the page shows after the click; the outcome that is known never waits for it long."""
    try:
        async with asyncio.timeout(form.tab.timeouts.answer):
            is_form = await form.tab.read(present(form.publishing.button))
            return await form.tab.capture.picture(whole=bool(is_form))
    except (BrowserError, Error, TimeoutError) as error:
        _log.info("no picture of the page after the click: %s", type(error).__name__)
        return None

"""The one click that publishes.

The only file that presses the publish button. Filling and reading the form belong to the site's
pages, the order of the steps to `driver`, what is known after the click to `outcome`. From
the click on nothing is raised and nothing is retried: whatever happens becomes a `Submission`.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from browser.background_tasks import ended
from browser.errors import BrowserError, NeedsPerson, Place, SessionExpired, UnknownDialog
from browser.fence import SEND_SECONDS, Before, Fence
from browser.form.outcome import (
    NOT_SENT,
    SESSION_EXPIRED,
    LookAgain,
    Submission,
    Wardrobe,
    addressed,
    looked_up,
    met_before,
    not_clicked,
    noted,
    read_outcome,
    refused,
)
from browser.listing import FormReading
from browser.page.locators import Match, in_reach, present
from browser.playwright_errors import Error
from browser.sell_form import SellForm

_log = logging.getLogger(__name__)

Answered = Callable[[Submission], Awaitable[None]]
"""Hears of an outcome that is certain, as soon as it is; copies are looked for after that."""
SHOWN_SECONDS: Final = 3.0
"""How long a certain outcome waits for its picture, which is begun when the call has left."""


async def unheard(submission: Submission) -> None:
    """Where nobody wants to know before everything is known."""


async def submit(
    form: SellForm,
    approved: FormReading,
    *,
    before: Before,
    fence: Fence,
    look_again: LookAgain,
    address: Callable[[str], str],
    answered: Answered = unheard,
) -> Submission:
    """Publish a form that still shows what was approved; one click, never repeated.

    The call leaves within `SEND_SECONDS` of the fence or not at all. Before the click errors are
    raised as everywhere, those of `fence` included.
    """
    await form.tab.probe(Place.BEFORE_PUBLISH)
    await reachable(form)
    # Compared after that wait, since a form may change in it.
    if changed := (await form.reader.read()).differences(approved):
        return not_clicked(changed)
    gate = form.publishing.gate
    # Taken before the fence, so that the time of the fence itself is spent, not won.
    until = gate.now() + SEND_SECONDS
    await fence(before)
    form.tab.interruptions.hands_off()
    if gate.now() >= until:
        return replace(refused(NOT_SENT), picture=await _picture(form))
    aim = await _aimed(form, approved)
    if isinstance(aim, Submission):
        return replace(aim, picture=aim.picture or await _picture(form))
    gate.open(form.publishing.examine, until=until)
    wardrobe, teller = Wardrobe(look_again), _Teller(form, address, answered)
    try:
        await form.tab.page.mouse.click(aim.x, aim.y)
        found = await read_outcome(form, wardrobe, address, teller.tell)
    except Exception as error:
        _log.warning("the publish call was lost: %s", type(error).__name__)
        found = teller.told or await looked_up(form, wardrobe)
    finally:
        gate.shut()
        await teller.end()
    if wardrobe.obstacle is not None and found.obstacle is None:
        # What is known stays known, and whoever goes on must hear what was met on the way.
        found = await noted(form, found, wardrobe.obstacle)
    found = replace(addressed(found, address), uncertain=gate.findings.uncertain)
    if teller.told and found.outcome is teller.told.outcome:
        return replace(found, picture=found.picture or teller.told.picture)
    return replace(found, picture=found.picture or await _picture(form))


class _Teller:
    """Tells of a certain outcome, with what the page shows while it waits for its answer."""

    def __init__(self, form: SellForm, address: Callable[[str], str], answered: Answered) -> None:
        self._form = form
        self._address = address
        self._answered = answered
        self._shown: asyncio.Future[bytes | None] | None = None
        if answered is not unheard:
            self._shown = asyncio.ensure_future(self._picture())
        self.told: Submission | None = None

    async def tell(self, certain: Submission) -> None:
        if self._shown is None:
            return
        await asyncio.wait([self._shown], timeout=SHOWN_SECONDS)
        picture = self._shown.result() if self._shown.done() else None
        self.told = replace(
            addressed(certain, self._address),
            uncertain=self._form.publishing.gate.findings.uncertain,
            picture=picture,
        )
        await self._answered(self.told)

    async def end(self) -> None:
        if self._shown is not None:
            await ended(self._shown)

    async def _picture(self) -> bytes | None:
        tab = self._form.tab
        if not await self._form.publishing.gate.sends(seconds=tab.timeouts.publish):
            return None
        try:
            return await tab.capture.picture()
        except (BrowserError, Error, TimeoutError) as error:
            _log.info("no picture after the click: %s", type(error).__name__)
            return None


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
        found = await tab.until(in_reach(form.publishing.button), seconds=tab.timeouts.effect)
        if changed := (await form.reader.read()).differences(approved):
            return replace(not_clicked(changed), refused=True)
        if found is None:
            await tab.probe(Place.BEFORE_PUBLISH)
            raise UnknownDialog(Place.BEFORE_PUBLISH)
    except NeedsPerson as obstacle:
        return await met_before(form, obstacle)
    except SessionExpired:
        return refused(SESSION_EXPIRED)
    except (BrowserError, Error) as error:
        _log.warning("the form was lost before its click: %s", type(error).__name__)
        return refused(NOT_SENT)
    return Match(**found)


async def _picture(form: SellForm) -> bytes | None:
    """What the page shows after the click; the outcome that is known never waits for it long."""
    try:
        async with asyncio.timeout(form.tab.timeouts.answer):
            is_form = await form.tab.read(present(form.publishing.button))
            return await form.tab.capture.picture(whole=bool(is_form))
    except (BrowserError, Error, TimeoutError) as error:
        _log.info("no picture of the page after the click: %s", type(error).__name__)
        return None

"""The one click that publishes, and what is known after it.

The only file that presses the publish button. Filling and reading the form belong to the site's
pages, the order of the steps to `driver`. From the click on nothing is raised and nothing is
retried: whatever happens becomes a `Submission`.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from playwright.async_api import Error

from browser.errors import BrowserError, NeedsPerson, Place, SessionExpired
from browser.listing import FormReading
from browser.site import LookUp, PublishAnswer, SellForm, Verdict

_log = logging.getLogger(__name__)

LookAgain = Callable[[], Awaitable[LookUp]]
Fence = Callable[[], Awaitable[None]]


class SubmissionOutcome(StrEnum):
    """What became of a form that was approved."""

    PUBLISHED = "published"
    REJECTED_BY_SITE = "rejected_by_site"
    HELD_FOR_REVIEW = "held_for_review"
    NEEDS_MANUAL = "needs_manual"
    OUTCOME_UNKNOWN = "outcome_unknown"
    DUPLICATED = "duplicated"


@dataclass(frozen=True, slots=True)
class Submission:
    """The outcome of one publish.

    `clicked` says whether the button was pressed at all. `refused` says that the site is known not
    to have published although it was, so that the seller's yes still counts. `errors` maps a field
    to the site's text; `addresses` are all matches of a duplicated item.
    """

    outcome: SubmissionOutcome
    listing_id: str | None = None
    listing_url: str | None = None
    reason: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    clicked: bool = True
    refused: bool = False
    picture: bytes | None = field(default=None, repr=False)


async def submit(
    form: SellForm,
    approved: FormReading,
    *,
    fence: Fence,
    look_again: LookAgain,
    address: Callable[[str], str],
) -> Submission:
    """Publish a form that still shows what was approved; one click, never repeated.

    Before the click errors are raised as everywhere, those of `fence` included.
    """
    await form.tab.probe(Place.BEFORE_PUBLISH)
    if changed := (await form.read()).differences(approved):
        return _not_clicked(changed)
    button = await form.tab.find(form.publish_button)
    await fence()
    form.gate.open()
    try:
        await form.tab.page.mouse.click(button.x, button.y)
        found = await _outcome(form, look_again)
    except Exception as error:
        _log.warning("the publish call was lost: %s", type(error).__name__)
        found = await _looked_up(form, look_again)
    finally:
        form.gate.shut()
    return replace(_addressed(found, address), picture=await _picture(form))


def _not_clicked(fields: tuple[str, ...]) -> Submission:
    return Submission(
        SubmissionOutcome.NEEDS_MANUAL,
        reason="form_changed",
        errors=dict.fromkeys(fields, "differs from what was approved"),
        clicked=False,
    )


async def _ended(task: asyncio.Future[Any]) -> None:
    """Cancel a task that is not needed any more, and wait until it has ended."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _outcome(form: SellForm, look_again: LookAgain) -> Submission:
    """The site's own answer first, then the page, then the wardrobe."""
    answer = await _answer(form)
    if answer is None:
        known = await _never_sent(form)
    elif answer.followed_up and await _is_held(form, answer, look_again):
        known = Submission(SubmissionOutcome.HELD_FOR_REVIEW, listing_id=answer.listing_id)
    else:
        known = _from_answer(answer)
    return known or await _looked_up(form, look_again)


async def _answer(form: SellForm) -> PublishAnswer | None:
    """The answer to the publish call; None when it is lost, late, or the call was never made."""
    gate, limit = form.gate, form.tab.timeouts.publish
    end = asyncio.get_running_loop().time() + limit
    objection = asyncio.ensure_future(form.objected(seconds=limit))
    try:
        either: list[asyncio.Future[Any]] = [gate.over, objection]
        await asyncio.wait(either, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _ended(objection)
    if not gate.sent:
        return None
    overheard = await gate.answer(seconds=max(end - asyncio.get_running_loop().time(), 0.0))
    return None if overheard is None else form.publish_answer(overheard)


async def _never_sent(form: SellForm) -> Submission | None:
    """What the page says when the call was not even made; None when it was."""
    # From here on it cannot be made either, so that "not sent" stays true.
    form.gate.shut()
    return None if form.gate.sent else await _from_page(form)


async def _is_held(form: SellForm, answer: PublishAnswer, look_again: LookAgain) -> bool:
    """Whether the site keeps the item back; a wardrobe that is silent does not say so."""
    found = (await _seen(form, look_again)).found
    return any(item.held for item in found if item.id == answer.listing_id)


def _from_answer(answer: PublishAnswer) -> Submission | None:
    match answer.verdict:
        case Verdict.PUBLISHED:
            return Submission(SubmissionOutcome.PUBLISHED, listing_id=answer.listing_id)
        case Verdict.REJECTED:
            return _rejected(answer.errors or {})
        case Verdict.REFUSED:
            return _refused(answer.reason)
        case Verdict.UNCLEAR:
            return None


async def _from_page(form: SellForm) -> Submission:
    """What the page says about a call that it never made."""
    try:
        await form.tab.probe(Place.AFTER_PUBLISH)
    except NeedsPerson as obstacle:
        return _refused(obstacle.reason)
    except SessionExpired:
        return _refused("session_expired")
    errors = await form.errors()
    return _rejected(errors) if errors else _refused("not_sent")


def _rejected(errors: Mapping[str, str]) -> Submission:
    return Submission(SubmissionOutcome.REJECTED_BY_SITE, errors=errors)


def _refused(reason: str | None) -> Submission:
    return Submission(SubmissionOutcome.NEEDS_MANUAL, reason=reason, refused=True)


async def _looked_up(form: SellForm, look_again: LookAgain) -> Submission:
    """What the seller's own wardrobe says; an unreadable one leaves the outcome unknown."""
    seen = await _seen(form, look_again)
    if not seen.complete:
        return Submission(SubmissionOutcome.OUTCOME_UNKNOWN, reason="wardrobe_unreadable")
    match seen.found:
        case ():
            return Submission(SubmissionOutcome.OUTCOME_UNKNOWN, reason="not_found")
        case (item,):
            outcome = SubmissionOutcome.PUBLISHED
            if item.held:
                outcome = SubmissionOutcome.HELD_FOR_REVIEW
            return Submission(outcome, listing_id=item.id, listing_url=item.url)
        case items:
            return Submission(
                SubmissionOutcome.DUPLICATED,
                listing_id=items[0].id,
                listing_url=items[0].url,
                addresses=tuple(item.url for item in items),
            )


async def _seen(form: SellForm, look_again: LookAgain) -> LookUp:
    """Look until something is there: a new item takes its time to show in the wardrobe."""
    end = asyncio.get_running_loop().time() + form.tab.timeouts.settle
    while True:
        try:
            seen = await look_again()
        except Exception as error:
            _log.warning("the wardrobe could not be read: %s", type(error).__name__)
            seen = LookUp(complete=False)
        if seen.found or asyncio.get_running_loop().time() >= end:
            return seen
        # A list on a server announces nothing, so it is asked again.
        await asyncio.sleep(form.tab.timeouts.between_looks)


def _addressed(found: Submission, address: Callable[[str], str]) -> Submission:
    if found.listing_id is None or found.listing_url is not None:
        return found
    return replace(found, listing_url=address(found.listing_id))


async def _picture(form: SellForm) -> bytes | None:
    """What the page shows after the click; the outcome that is known never waits for it long."""
    try:
        async with asyncio.timeout(form.tab.timeouts.answer):
            return await form.tab.picture()
    except (BrowserError, Error, TimeoutError) as error:
        _log.info("no picture of the page after the click: %s", type(error).__name__)
        return None

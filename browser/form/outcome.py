"""What is known after the click: the site's answer first, then the page, then the wardrobe.

Owns a submission's outcome and how it is told. Pressing is `submission`'s; what is still unknown
then is for the caller to look up again. Only looks: nothing is pressed, and nothing is retried.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from browser.background_tasks import ended
from browser.errors import (
    CHALLENGE,
    RATE_LIMITED,
    BrowserError,
    ChallengeKind,
    ChallengeRequired,
    NeedsPerson,
    Place,
    SessionExpired,
)
from browser.form.wardrobe_looks import Wardrobe, looked_until, with_copies
from browser.listing import Obstacle, ObstacleKind, SessionCheck, SessionState
from browser.messages import SiteText
from browser.page.conditions import Condition
from browser.page.locators import present
from browser.page.outgoing import said_of_changed, said_of_differing
from browser.playwright_errors import Error, is_gone
from browser.sell_form import PublishAnswer, SellForm, Verdict
from browser.site import LookUp

_log = logging.getLogger(__name__)

NOT_SENT: Final = "not_sent"
"""The click was made, or its time was over, and no call left the browser: nothing is published."""
SESSION_EXPIRED: Final = "session_expired"
FOUND: Final = "found_in_wardrobe"


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

    `clicked` is False when the form was found changed before the click. `refused` says that the
    fence was passed and that the site is known not to have published, so that the seller's yes
    still counts. `errors` maps a field to the site's text; `addresses` are all matches of a
    duplicated item. `answered` says of an unknown outcome that the site did answer, with an error
    that tells neither; `certain` says that its answer leaves nothing to be looked at but copies,
    and that nobody has looked for these. `held_back` says that a call was made and kept in the
    browser, since it would have sent something else than was approved; `uncertain` are the members
    of the call that could not be compared. `obstacle` is what stands there, `retry_at` when the
    site answers again.
    """

    outcome: SubmissionOutcome
    listing_id: str | None = None
    listing_url: str | None = None
    reason: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    clicked: bool = True
    refused: bool = False
    answered: bool = False
    certain: bool = False
    held_back: bool = False
    uncertain: tuple[str, ...] = ()
    obstacle: Obstacle | None = None
    retry_at: datetime | None = None
    picture: bytes | None = field(default=None, repr=False)

    @property
    def challenged(self) -> bool:
        """Whether the site wants to see a person before it answers anything more."""
        harmless = {None, ObstacleKind.DIALOG, ObstacleKind.PAY_WALL}
        return (self.obstacle.kind if self.obstacle else None) not in harmless

    @property
    def check(self) -> SessionCheck | None:
        """What the site said of the session, where it said anything that ends or stops its use."""
        if self.challenged:
            return SessionCheck(
                SessionState.CHALLENGED,
                reason=self.reason or CHALLENGE,
                obstacle=self.obstacle,
                picture=self.picture,
                retry_at=self.retry_at,
            )
        return SessionCheck(SessionState.EXPIRED) if self.expired else None

    @property
    def expired(self) -> bool:
        """Whether the site refused the call as a guest's: nothing was made."""
        return self.refused and self.reason == SESSION_EXPIRED


def of_look_up(seen: LookUp) -> Submission | None:
    """What a look into the wardrobe says; None when it has not found the item."""
    if not seen.found:
        return None
    first, *copies = seen.found
    if copies:
        outcome = SubmissionOutcome.DUPLICATED
    else:
        outcome = SubmissionOutcome.HELD_FOR_REVIEW if first.held else SubmissionOutcome.PUBLISHED
    addresses = tuple(item.url for item in seen.found) if copies else ()
    return Submission(outcome, first.id, first.url, reason=FOUND, addresses=addresses)


def _held_back(members: tuple[str, ...]) -> Submission:
    """Nothing left the browser, and the page is not trusted with a second click."""
    changed = not_clicked(members)
    errors = said_of_differing(members)
    return replace(changed, errors=errors, refused=True, held_back=True)


def not_clicked(fields: tuple[str, ...]) -> Submission:
    """Left alone, since these fields do not show what was approved."""
    return Submission(
        SubmissionOutcome.NEEDS_MANUAL,
        reason="form_changed",
        errors=said_of_changed(fields),
        clicked=False,
    )


async def read_outcome(
    form: SellForm,
    wardrobe: Wardrobe,
    address: Callable[[str], str],
    *,
    copies: bool = True,
) -> Submission:
    """The site's own answer first, then the page, then the wardrobe.

    Without `copies` an answer that is certain is all that is waited for.
    """
    answer, met = await _answer(form)
    if answer is None:
        return await _never_sent(form, met) or await looked_up(form, wardrobe, met)
    if answer.verdict is Verdict.PUBLISHED and answer.listing_id is not None:
        if answer.plain and not copies:
            return Submission(SubmissionOutcome.PUBLISHED, answer.listing_id, certain=True)
        return await _witnessed(form, answer.listing_id, wardrobe, address)
    if answer.verdict is Verdict.REFUSED and answer.reason != SESSION_EXPIRED:
        return await _challenged(form, wardrobe, answer, met)
    if refusal := _from_answer(answer):
        # What the site refuses may be the second of two calls, and the first one was taken.
        return of_look_up(await wardrobe.look()) or refusal
    return replace(await looked_up(form, wardrobe, met), answered=True)


async def _challenged(
    form: SellForm, wardrobe: Wardrobe, answer: PublishAnswer, met: ChallengeRequired | None
) -> Submission:
    """Refused until a person has acted: pictured, and the wardrobe read once more, no more."""
    later = answer.reason == RATE_LIMITED
    kind = ChallengeKind.RATE_LIMITED if later else ChallengeKind.UNEXPECTED_ANSWER
    unseen = ChallengeRequired(Place.AFTER_PUBLISH, kind=kind)
    obstacle = met or await _standing(form) or unseen
    refusal = await met_before(form, obstacle)
    if obstacle is unseen:
        refusal = replace(refusal, reason=answer.reason)
    found = of_look_up(await wardrobe.last_look(obstacle))
    if found is None:
        return refusal
    return replace(found, obstacle=refusal.obstacle, picture=refusal.picture)


async def _answer(form: SellForm) -> tuple[PublishAnswer | None, ChallengeRequired | None]:
    """The answer to the publish call; None when it is lost, late, or the call was never made.

    Beside it the challenge that the page showed meanwhile: its sign is told once and no more.
    """
    gate, limit = form.publishing.gate, form.tab.timeouts.publish
    end = asyncio.get_running_loop().time() + limit
    objection = asyncio.ensure_future(form.reader.objected(seconds=limit))
    try:
        either: list[asyncio.Future[Any]] = [gate.over, objection]
        await asyncio.wait(either, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await ended(objection)
    error = None if objection.cancelled() else objection.exception()
    met = error if isinstance(error, ChallengeRequired) else None
    if not gate.sent or _is_deaf(error):
        return None, met
    overheard = await gate.answer(seconds=max(end - asyncio.get_running_loop().time(), 0.0))
    if overheard is None:
        return None, met
    answer = form.publishing.read_answer(overheard)
    # A success that tells nothing broke off on its way: a lost answer, not an error.
    lost = answer.verdict is Verdict.UNCLEAR and overheard.status < 400
    return (None if lost else answer), met


def _is_deaf(error: BaseException | None) -> bool:
    """Whether a watch over the page ended because nobody is there to hear an answer any more.

    A driver that dies tells the gate nothing, and its answer would be waited for in vain.
    """
    return isinstance(error, Error) and is_gone(error)


async def _never_sent(form: SellForm, met: ChallengeRequired | None) -> Submission | None:
    """What the page says when the call was not even made; None when it was."""
    # From here on it cannot be made either, so that "not sent" stays true.
    gate = form.publishing.gate
    gate.shut()
    if gate.sent:
        return None
    if differing := gate.findings.differing:
        return _held_back(differing)
    if met is not None:
        return await met_before(form, met)
    if gate.late:
        return refused(NOT_SENT)
    # A page that has gone on without a call that we know may have made another one.
    return await _from_page(form) if await _is_still_there(form) else None


async def _is_still_there(form: SellForm) -> bool:
    """Whether the page shows the form yet; one that tells nothing any more counts as gone on."""
    try:
        return bool(await form.tab.read(present(form.publishing.button)))
    except (SessionExpired, NeedsPerson):
        return True  # `_from_page` tells which
    except (BrowserError, Error) as error:
        _log.info("whether the form is there is not known: %s", type(error).__name__)
        return False


async def _witnessed(
    form: SellForm, listing_id: str, wardrobe: Wardrobe, address: Callable[[str], str]
) -> Submission:
    """Published, by the site's own word; the wardrobe tells of a hold and of copies.

    Chromium may have sent the call twice and shown us the last answer only. The answered item is
    the youngest, so once it is there its copies are; a wardrobe that is silent says nothing.
    """
    seen = await looked_until(wardrobe, form.tab.timeouts, lambda seen: _shows(seen, listing_id))
    return _beside(seen, listing_id, address)


def _shows(seen: LookUp, listing_id: str) -> bool:
    return any(item.id == listing_id for item in seen.found)


def of_copies(seen: LookUp, listing_id: str, address: Callable[[str], str]) -> Submission | None:
    """What a look says of an item that the site has told of; None while it is not shown."""
    return _beside(seen, listing_id, address) if _shows(seen, listing_id) else None


def _beside(seen: LookUp, listing_id: str, address: Callable[[str], str]) -> Submission:
    copies = tuple(item.url for item in seen.found if item.id != listing_id)
    if copies:
        own = [item.url for item in seen.found if item.id == listing_id] or [address(listing_id)]
        return Submission(
            SubmissionOutcome.DUPLICATED, listing_id, own[0], addresses=(own[0], *copies)
        )
    held = any(item.held for item in seen.found)
    outcome = SubmissionOutcome.HELD_FOR_REVIEW if held else SubmissionOutcome.PUBLISHED
    return Submission(outcome, listing_id)


def _from_answer(answer: PublishAnswer) -> Submission | None:
    match answer.verdict:
        case Verdict.REJECTED:
            return _rejected(answer.errors or {})
        case Verdict.REFUSED:
            return refused(answer.reason)
        case _:
            return None


async def _from_page(form: SellForm) -> Submission:
    """What the page says about a call that it never made."""
    try:
        await form.tab.probe(Place.AFTER_PUBLISH)
        # A dialog that is known says more of itself than one that only lies there.
        await form.tab.until(Condition("() => true"), seconds=form.tab.timeouts.effect)
        if dialog := await form.tab.obstructed():
            raise dialog
    except NeedsPerson as obstacle:
        return await met_before(form, obstacle)
    except SessionExpired:
        return refused(SESSION_EXPIRED)
    errors = await form.reader.errors()
    return _rejected(errors) if errors else refused(NOT_SENT)


async def met_before(form: SellForm, obstacle: NeedsPerson) -> Submission:
    """Known not published, since something wants a person."""
    return await noted(form, refused(obstacle.reason), obstacle)


async def noted(form: SellForm, found: Submission, obstacle: NeedsPerson) -> Submission:
    """What became of it, with what stands there."""
    await form.tab.capture.witness(obstacle)
    return replace(
        found,
        obstacle=obstacle.obstacle,
        retry_at=obstacle.retry_at,
        picture=obstacle.picture,
    )


async def _standing(form: SellForm) -> NeedsPerson | None:
    """What the page or its answers show that wants a person; None for nothing that is seen."""
    try:
        await form.tab.probe(Place.AFTER_PUBLISH)
    except NeedsPerson as obstacle:
        return obstacle
    except (BrowserError, Error) as error:
        _log.info("the page could not be probed: %s", type(error).__name__)
    return None


def _rejected(errors: Mapping[str, str]) -> Submission:
    said = {name: SiteText(text) for name, text in errors.items()}
    return Submission(SubmissionOutcome.REJECTED_BY_SITE, errors=said)


def refused(reason: str | None) -> Submission:
    """Known not published, for this reason."""
    return Submission(SubmissionOutcome.NEEDS_MANUAL, reason=reason, refused=True)


async def looked_up(
    form: SellForm, wardrobe: Wardrobe, met: ChallengeRequired | None = None
) -> Submission:
    """What the seller's own wardrobe says; what it does not show leaves the outcome unknown."""
    if obstacle := met or await _standing(form):
        await form.tab.capture.witness(obstacle)
        seen = await wardrobe.last_look(obstacle)
    else:
        seen = await looked_until(wardrobe, form.tab.timeouts, lambda seen: bool(seen.found))
    if seen.found:
        seen = await with_copies(wardrobe, form.tab.timeouts, seen)
    unknown = Submission(SubmissionOutcome.OUTCOME_UNKNOWN, reason=seen.reason)
    found = of_look_up(seen) or unknown
    if wardrobe.obstacle is None:
        return found
    reason = found.reason if seen.found else wardrobe.obstacle.reason
    return await noted(form, replace(found, reason=reason), wardrobe.obstacle)


def addressed(found: Submission, address: Callable[[str], str]) -> Submission:
    """The outcome with the item's address, where only its id is known."""
    if found.listing_id is None or found.listing_url is not None:
        return found
    return replace(found, listing_url=address(found.listing_id))

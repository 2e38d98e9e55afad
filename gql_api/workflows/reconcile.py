"""What became of a click whose answer is lost: looked up until it is found or proved absent.

Only reads. Owns when to look, when absence is proved, and when to give up and leave it to the
person. The click and what is written down of it belong to `publish`, what counts as the item to
the site.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, repeat

import structlog

from browser.driver import Before
from browser.errors import (
    BrowserError,
    BrowserUnavailable,
    ChallengeRequired,
    NeedsPerson,
    SessionExpired,
    SiteUnavailable,
)
from browser.fencing import SEND_SECONDS
from browser.listing import Seller
from browser.progress import Progress, Step
from browser.site import LookUp
from browser.submission import Submission, SubmissionOutcome, of_look_up
from gql_api.account_turns import TurnLost
from gql_api.errors import ServiceError
from gql_api.jobs import Job
from gql_api.refusals import met
from gql_api.workflows.desk import DEADLINE, Desk

log = structlog.get_logger(__name__)

NOT_PUBLISHED = "not_published"


@dataclass(frozen=True, slots=True)
class Patience:
    """Times of the look-up, in seconds.

    An item that is not there is proved absent `settling` after the site answered with something
    that tells nothing, and `silence` after the fence when no answer came: a call may hang for a
    minute before it is carried out. A site that cannot be read is asked for `give_up`. `pauses`
    lie between the looks; the last one repeats.
    """

    settling: float = 15.0
    silence: float = 90.0
    give_up: float = 180.0
    pauses: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)


@dataclass(frozen=True, slots=True)
class Click:
    """What is known of the click; `answered_at` when the site answered without telling."""

    acted_at: datetime
    answered_at: datetime | None
    before: Before | None


@dataclass(frozen=True, slots=True)
class Reconcile:
    """Looks a click up; holds the account's browser only while it looks."""

    desk: Desk
    patience: Patience

    async def __call__(self, job: Job, prepared: Job, click: Click) -> Submission:
        """Published, held or duplicated with every address; known absent; or still unknown."""
        begun = self.desk.now()
        proof_at = self._proof_at(click)
        give_up_at = max(begun, proof_at) + timedelta(seconds=self.patience.give_up)
        for pause in self._pauses():
            looked_at = self.desk.now()
            await self._tell(job, looked_at, begun, proof_at)
            try:
                seen = await self._look(job, prepared, click)
            except NeedsPerson as error:
                return replace(
                    _unknown(error.reason),
                    obstacle=error.obstacle,
                    retry_at=error.retry_at,
                    picture=error.picture,
                )
            except TurnLost:
                seen = LookUp(complete=False)
            except (BrowserError, ServiceError) as error:
                return _unknown(error.code)
            if seen.found:
                return await self._all_of(job, prepared, click, seen)
            if looked_at >= proof_at and seen.complete:
                return _absent() if seen.proves_absence else _unknown(seen.reason)
            if looked_at >= give_up_at:
                break
            await asyncio.sleep(self._until_next(pause, proof_at))
        return _unknown(LookUp(complete=False).reason)

    def _proof_at(self, click: Click) -> datetime:
        """From when on an item that is not there will not come any more."""
        if click.answered_at is None:
            settled = click.acted_at + timedelta(seconds=self.patience.silence)
        else:
            settled = click.answered_at + timedelta(seconds=self.patience.settling)
        return max(settled, click.acted_at + timedelta(seconds=SEND_SECONDS))

    def _pauses(self) -> Iterator[float]:
        return chain(self.patience.pauses, repeat(self.patience.pauses[-1]))

    def _until_next(self, pause: float, proof_at: datetime) -> float:
        """The pause, cut short by the moment from which a look proves something."""
        left = (proof_at - self.desk.now()).total_seconds()
        return min(pause, left) if left > 0 else pause

    async def _tell(self, job: Job, now: datetime, begun: datetime, proof_at: datetime) -> None:
        whole = (proof_at - begun).total_seconds()
        share = min((now - begun).total_seconds() / whole, 1.0) if whole > 0 else 1.0
        await self.desk.reporter(job, stops=False)(Progress(Step.LOOK_UP, 50 + round(45 * share)))

    async def _all_of(self, job: Job, prepared: Job, click: Click, seen: LookUp) -> Submission:
        """Copies come up one after the other: look once more before the number is told."""
        await asyncio.sleep(self.patience.pauses[0])
        try:
            again = await self._look(job, prepared, click)
        except (BrowserError, ServiceError) as error:
            log.warning("look_up_not_repeated", code=error.code)
            again = seen
        most = max(seen, again, key=lambda each: len(each.found))
        return of_look_up(most) or _unknown(most.reason)

    async def _look(self, job: Job, prepared: Job, click: Click) -> LookUp:
        """One look; incomplete when the site or the browser is not there now.

        Raises what a person must see to first: a challenge, an ended or another member's session.
        """
        async with self.desk.turns.turn(job.account), self.desk.places:
            seller = await self.desk.sessions.open(job.account, job.origin)
            try:
                async with asyncio.timeout(DEADLINE.total_seconds()):
                    return await self.desk.driver.look_up(
                        seller, prepared.listing, since=click.acted_at, before=click.before
                    )
            except (SiteUnavailable, BrowserUnavailable, TimeoutError) as error:
                log.warning("look_up_failed", error=type(error).__name__, detail=str(error))
                return LookUp(complete=False)
            except BrowserError as error:
                await self._note(error, seller)
                raise
            finally:
                # The site rotates a session while it is used; the old one stops working.
                await self.desk.sessions.renew(seller)

    async def _note(self, error: BrowserError, seller: Seller) -> None:
        self.desk.telemetry.obstructed(error)
        if isinstance(error, ChallengeRequired):
            await self.desk.sessions.rest(seller, await met(error, self.desk.sessions))
        elif isinstance(error, SessionExpired):
            await self.desk.sessions.expire(seller)


def _absent() -> Submission:
    """Known not published: the yes counts again."""
    return Submission(SubmissionOutcome.NEEDS_MANUAL, reason=NOT_PUBLISHED, refused=True)


def _unknown(reason: str) -> Submission:
    return Submission(SubmissionOutcome.OUTCOME_UNKNOWN, reason=reason)

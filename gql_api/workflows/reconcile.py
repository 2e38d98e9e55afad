"""What became of a click whose answer is lost: looked up at once, and told within twenty seconds.

Only reads. Owns the first looks. That an item is not seen yet proves nothing: it is looked for
further by `later_looks`. The click and what is written down of it belong to `publish`, what counts
as the item to the site.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, repeat
from typing import Final

import structlog

from browser.errors import BrowserError, BrowserUnavailable, NeedsPerson, SiteUnavailable
from browser.form.outcome import Submission, SubmissionOutcome
from browser.listing import Seller
from browser.progress import Progress, Step
from browser.site import LookUp
from gql_api.cluster.account_locks import LockLost
from gql_api.domain.job import Job, Result
from gql_api.errors import ServiceError
from gql_api.workflows.attribution import Group
from gql_api.workflows.context import JobContext
from gql_api.workflows.look_up import submission_of

log = structlog.get_logger(__name__)

UNREAD: Final = LookUp(complete=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """Times of the first looks, in seconds.

    What is known is told `told` after the click at the latest; a process that comes to it after a
    restart has `least` for its one look. `pauses` lie between the looks; the last one
    repeats.
    """

    told: float = 19.0
    least: float = 15.0
    pauses: tuple[float, ...] = (1.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Reconcile:
    """Looks a click up; holds the account's browser only while it looks."""

    context: JobContext
    patience: Patience

    async def __call__(
        self, job: Job, clicked_at: datetime, reason: str | None = None
    ) -> Submission:
        """Published, held or duplicated with every address; or not known yet.

        `reason` is why it is not known so far, where the form's own tab has looked.
        """
        begun = self.context.now()
        ends = clicked_at + timedelta(seconds=self.patience.told)
        if reason is None:
            # Nobody has looked yet: a process that has just started needs its time for that.
            ends = max(ends, begun + timedelta(seconds=self.patience.least))
        reason = reason or UNREAD.reason
        for pause in chain(self.patience.pauses, repeat(self.patience.pauses[-1])):
            await self._tell(job, begun, ends)
            try:
                seen = await self._look(job, ends)
            except NeedsPerson as error:
                return replace(
                    _unknown(error.reason),
                    obstacle=error.obstacle,
                    retry_at=error.retry_at,
                    picture=error.picture,
                )
            except (BrowserError, ServiceError) as error:
                return _unknown(error.code)
            if isinstance(seen, Submission):
                return await self._all_of(job, ends, seen)
            reason = seen.reason if seen.complete else reason
            if self._is_over(clicked_at, pause):
                break
            await asyncio.sleep(pause)
        return _unknown(reason)

    def _is_over(self, clicked_at: datetime, pause: float) -> bool:
        """Whether another look after the pause would come too late to be told in time."""
        told_at = clicked_at + timedelta(seconds=self.patience.told)
        return self.context.now() + timedelta(seconds=pause) >= told_at

    async def _tell(self, job: Job, begun: datetime, ends: datetime) -> None:
        share = (self.context.now() - begun) / (ends - begun)
        await self.context.reporter(job, stops=False)(
            Progress(Step.LOOK_UP, 50 + round(45 * min(max(share, 0.0), 1.0)))
        )

    async def _all_of(self, job: Job, ends: datetime, seen: Submission) -> Submission:
        """Copies come up one after the other: look once more before the number is told."""
        await asyncio.sleep(self.patience.pauses[0])
        try:
            again = await self._look(job, ends + timedelta(seconds=self.patience.pauses[0]))
        except (BrowserError, ServiceError) as error:
            log.warning("look_up_not_repeated", code=error.code)
            return seen
        more = isinstance(again, Submission) and len(again.addresses) > len(seen.addresses)
        return again if more and isinstance(again, Submission) else seen

    async def _look(self, job: Job, ends: datetime) -> LookUp | Submission:
        """One look beside the other clicks on the content, which are told what they have become.

        Incomplete when the site or the browser is not there in time. Raises what a person must
        see to first: a challenge, an ended or another member's session.
        """
        left = max((ends - self.context.now()).total_seconds(), self.patience.pauses[0])
        try:
            async with (
                asyncio.timeout(left),
                self.context.locks.turn(job.account),
                self.context.places,
                self.context.sessions.opened(job.account, job.origin) as opened,
            ):
                return await self._seen(job, opened.seller)
        except (SiteUnavailable, BrowserUnavailable, TimeoutError, LockLost) as error:
            log.warning("look_up_failed", error=type(error).__name__, detail=str(error))
            return UNREAD

    async def _seen(self, job: Job, seller: Seller) -> LookUp | Submission:
        group: Group = await self.context.findings.group(job)
        seen = await self.context.findings.look(job, group, seller)
        await self.context.findings.tell(group, seen, but=job.id)
        items = group.judged(seen).get(job.id)
        return submission_of(job.result or Result(), items) if items else group.unseen(seen)


def _unknown(reason: str) -> Submission:
    return Submission(SubmissionOutcome.OUTCOME_UNKNOWN, reason=reason)

"""A further look for a click, or a draft, that stayed unknown, when a person asks for it.

Only reads, within the account's turn and rest. What a look finds is stored as a person's word would
be, with a receipt of its own; what another click has left, or may have, is not taken for this
one's.
"""

from dataclasses import dataclass, replace
from typing import Final

import structlog

from browser.errors import BrowserError, NeedsPerson
from browser.listing import Seller
from browser.site import LookUp
from gql_api.db.jobs import settled_anew
from gql_api.db.publishing.draft_saves import DraftState
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import Job, JobKind, Result
from gql_api.errors import Conflict
from gql_api.jobs.reconciler import Reconciler
from gql_api.sessions.obstacles import full, refusal
from gql_api.sessions.service import busy, host_of
from gql_api.workflows.context import JobContext
from gql_api.workflows.results import may_be_it

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 40.0
"""Within what a request, or a call to a worker, is awaited."""


@dataclass(frozen=True, slots=True)
class LookAgain(Reconciler):
    """Looks with the browser of this process."""

    context: JobContext

    async def again(self, job_id: str) -> None:
        job = await self.context.jobs.get(job_id)
        async with self.context.locks.try_turn(job.account) as free:
            if not free:
                raise busy(job.account)
            if self.context.places.locked():
                raise full()
            async with self.context.places:
                await self._look(job)

    async def _look(self, job: Job) -> None:
        look = self._draft if job.kind is JobKind.PREPARE else self._click
        opened = self.context.sessions.opened(job.account, job.origin, seconds=LOOK_SECONDS)
        try:
            async with opened as session:
                await look(job, session.seller)
        except (BrowserError, TimeoutError) as error:
            log.warning("look_up_failed", error=type(error).__name__, detail=str(error))
            raise refusal(error, _met, host_of(job.origin)) from error

    async def _click(self, job: Job, seller: Seller) -> None:
        group = await self.context.findings.group(job)
        seen = await self.context.findings.look(job, group, seller)
        await self.context.findings.tell(group, seen)
        if job.id not in group.judged(seen):
            await self._say_why(job, group.unseen(seen))

    async def _draft(self, job: Job, seller: Seller) -> None:
        """Look for a draft whose save was not answered."""
        save = await self.context.drafts.saves.of(job.id)
        if save is None or save.state is not DraftState.SAVING:
            return
        seen = await self.context.driver.look_up_draft(
            seller, save.job.listing, since=save.saving_at, before=save.before
        )
        await self.context.drafts.tell(save, seen)

    async def _say_why(self, job: Job, seen: LookUp) -> None:
        """Nothing was found: the outcome stays unknown, for what may be another reason."""
        before = job.result or Result()
        result = replace(before, reason=seen.reason, warnings=may_be_it(seen))
        if result == before:
            return
        change = settled_anew(result, IntentState.UNKNOWN, frozenset({IntentState.UNKNOWN}))
        await self.context.log.change(job.id, job.revision, change)


def _met(error: NeedsPerson) -> Conflict:
    return Conflict(
        "The site shows something that a person has to look at, so nothing was looked up. Open "
        "your listings in your own browser.",
        code="needs_manual",
        members={"reason": error.reason},
    )

"""A further look for a click whose outcome stayed unknown, when a person asks for it.

Only reads, within the account's turn and rest. What a look finds is stored as a person's word would
be, with a receipt of its own; a person who was quicker is not overruled, and what another click has
left, or may have, is not taken for this one's.
"""

import asyncio
from dataclasses import dataclass, replace
from typing import Final

import structlog

from browser.errors import BrowserError, NeedsPerson
from browser.listing import Seller
from browser.site import LookUp
from browser.submission import of_look_up
from gql_api.errors import Conflict
from gql_api.jobs import Job, JobState, Result
from gql_api.looks import Looks
from gql_api.refusals import full, note, refusal
from gql_api.sessions import busy
from gql_api.store.jobs import Change
from gql_api.store.publishes import IntentState
from gql_api.workflows.desk import Desk
from gql_api.workflows.others import for_sure, without_others
from gql_api.workflows.submissions import of_submission

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 40.0
"""Within what a request, or a worker's errand, is awaited."""


@dataclass(frozen=True, slots=True)
class LookAgain(Looks):
    """Looks with the browser of this process."""

    desk: Desk

    async def again(self, job_id: str) -> None:
        """Look once, and store what was found with the job."""
        job = await self.desk.jobs.get(job_id)
        async with self.desk.turns.try_turn(job.account) as free:
            if not free:
                raise busy(job.account)
            if self.desk.places.locked():
                raise full()
            async with self.desk.places:
                seller = await self.desk.sessions.open(job.account, job.origin)
                seen = await self._seen(job, seller)
            others = await self.desk.jobs.clicked_beside(job)
            await self._settle(job, for_sure(without_others(seen, others), job, others))

    async def _seen(self, job: Job, seller: Seller) -> LookUp:
        since = await self.desk.publishes.acted_at(job.id) or job.created_at
        before = await self.desk.publishes.before(job.id)
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                return await self.desk.driver.look_up(
                    seller, job.listing, since=since, before=before
                )
        except (BrowserError, TimeoutError) as error:
            log.warning("look_up_failed", error=type(error).__name__, detail=str(error))
            await note(error, seller, self.desk.sessions, self.desk.telemetry)
            raise refusal(error, _met) from error
        finally:
            # The site rotates a session while it is used; the old one stops working.
            await self.desk.sessions.renew(seller)

    async def _settle(self, job: Job, seen: LookUp) -> None:
        before = job.result or Result()
        found = of_look_up(seen)
        if found:
            result = replace(
                of_submission(found, None),
                picture_id=before.picture_id,
                picture_digest=before.picture_digest,
            )
        else:
            result = replace(before, reason=seen.reason)
        if result == before:
            return
        change = Change(
            JobState.DONE,
            expect=frozenset({JobState.DONE}),
            percent=100,
            result=result,
            settle=IntentState.DONE if found else IntentState.UNKNOWN,
            settle_from=frozenset({IntentState.UNKNOWN}),
        )
        await self.desk.log.change(job.id, job.revision, change)


def _met(error: NeedsPerson) -> Conflict:
    return Conflict(
        "The site shows something that a person has to look at, so nothing was looked up. Open "
        "your listings in your own browser.",
        code="needs_manual",
        members={"reason": error.reason},
    )

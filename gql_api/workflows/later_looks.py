"""Looks for clicks long after their runs are over: for late items, and for twins of second clicks.

Only reads, one reading of the wardrobe a look, within the account's turn. Owns when a look has to
wait. The timetable is the store's, so that it outlives every process.
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import structlog

from browser.errors import BrowserError, NeedsPerson
from browser.listing import Seller
from browser.site import LookUp
from gql_api.account_turns import TurnLost
from gql_api.errors import ServiceError
from gql_api.jobs import Job
from gql_api.refusals import note
from gql_api.sessions import SessionState
from gql_api.store.later_looks import Watched
from gql_api.workflows.desk import Desk
from gql_api.workflows.wardrobe import Group

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 2.0
LOOK_SECONDS: Final = 40.0
BUSY: Final = timedelta(seconds=5)
"""Until a look is tried again that found the account at work."""
STANDS: Final = timedelta(seconds=30)
"""Until it is tried again whether a challenge still stands; the site is not asked for that."""


@dataclass(frozen=True, slots=True)
class LaterLooks:
    """Makes the looks that are due; `due` may be called at any time, by several workers."""

    desk: Desk

    async def keep_looking(self) -> None:
        """Make every look that is due, until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self.due()
            except Exception:
                log.exception("later_look_failed")

    async def due(self) -> None:
        """Make the looks that are due now, one after the other."""
        for watched in await self.desk.later_looks.due():
            with structlog.contextvars.bound_contextvars(job_id=watched.publish_id):
                await self._take(watched)

    async def _take(self, watched: Watched) -> None:
        job = await self.desk.jobs.get(watched.publish_id)
        if job.is_active or self.desk.places.locked():
            await self.desk.later_looks.postpone(job.id, self.desk.now() + BUSY)
            return
        if await self._is_stopped(job):
            await self.desk.later_looks.postpone(job.id, self.desk.now() + STANDS)
            return
        if not await self.desk.later_looks.claim(watched):
            return
        try:
            looked = await self._look(job)
        except NeedsPerson as error:
            # Still due: it is made once a person has acted.
            log.warning("later_look_stopped", error=type(error).__name__, detail=str(error))
            looked = False
        except (BrowserError, ServiceError, TimeoutError, TurnLost) as error:
            log.warning("later_look_stopped", error=type(error).__name__, detail=str(error))
            looked = True
        if looked:
            await self.desk.later_looks.looked(job.id)
        else:
            await self.desk.later_looks.postpone(job.id, self.desk.now() + BUSY)

    async def _is_stopped(self, job: Job) -> bool:
        """Whether a challenge stands: nothing is asked of the site until a person has acted."""
        if await self.desk.sessions.is_resting(job.account):
            return True
        status = await self.desk.sessions.status(job.account)
        return status.state is SessionState.CHALLENGED

    async def _look(self, job: Job) -> bool:
        """Look once, and tell every click on the content what it has become; False when busy."""
        async with self.desk.turns.try_turn(job.account) as free:
            if not free or self.desk.places.locked():
                return False
            group = await self.desk.findings.group(job)
            if not group.clicks:
                return True
            async with self.desk.places:
                seller = await self.desk.sessions.open(job.account, job.origin)
                try:
                    seen = await self._seen(job, group, seller)
                finally:
                    # The site rotates a session while it is used; the old one stops working.
                    await self.desk.sessions.renew(seller)
            await self.desk.findings.tell(group, seen)
            log.info("looked_later", found=len(seen.found), clicks=len(group.clicks))
        return True

    async def _seen(self, job: Job, group: Group, seller: Seller) -> LookUp:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                return await self.desk.findings.look(job, group, seller)
        except (BrowserError, TimeoutError) as error:
            await note(error, seller, self.desk.sessions, self.desk.telemetry)
            raise

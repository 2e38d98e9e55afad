"""Looks for what came up long after its run was over: late items and drafts, and twins.

Only reads, one reading of the wardrobe a look, within the account's turn. Owns when a look has to
wait. The timetable is the store's, so that it outlives every process.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog

from browser.errors import BrowserError, ChallengeRequired
from browser.listing import Seller, SessionState
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.publishing.draft_saves import DraftSave
from gql_api.db.publishing.later_looks import Watched
from gql_api.domain.job import Job
from gql_api.errors import ServiceError
from gql_api.workflows.context import JobContext

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 2.0
LOOK_SECONDS: Final = 40.0
BUSY: Final = timedelta(seconds=5)
"""Until a look is tried again that found the account at work."""
STANDS: Final = timedelta(seconds=30)
"""Until it is tried again whether a challenge still stands; the site is not asked for that."""


class Due(Protocol):
    """Something that is to be looked for now."""

    @property
    def job_id(self) -> str: ...
    async def claim(self) -> bool: ...
    async def postpone(self, until: datetime) -> None: ...
    async def looked(self) -> None: ...
    async def look(self, job: Job, seller: Seller) -> None: ...


@dataclass(frozen=True, slots=True)
class LaterLooks:
    """Makes the looks that are due; `due` may be called at any time, by several workers."""

    context: JobContext

    async def keep_looking(self, regular: RegularLooks) -> None:
        """Make every look that is due, until cancelled."""
        await regular.keep(EVERY_SECONDS, self._made)

    async def _made(self) -> datetime | None:
        """Make the looks that are due, if any is; when the next one is."""
        try:
            if (due := await self._next_at()) is None or due > self.context.now():
                return due
            await self.due()
            return await self._next_at()
        except Exception:
            log.exception("later_look_failed")
            return self.context.now()

    async def _next_at(self) -> datetime | None:
        stores = self.context.later_looks, self.context.drafts.saves
        return min([at for store in stores if (at := await store.next_at())], default=None)

    async def due(self) -> None:
        """Make the looks that are due now, one after the other."""
        for watched in await self.context.later_looks.due():
            await self._try(_Click(self.context, watched))
        for save in await self.context.drafts.saves.due():
            await self._try(_Draft(self.context, save))

    async def _try(self, due: Due) -> None:
        """One look; what cannot be looked for, for whatever reason, keeps no other waiting."""
        try:
            await self._take(due)
        except Exception:
            log.exception("later_look_failed", job_id=due.job_id)
            await due.postpone(self.context.now() + STANDS)

    async def _take(self, due: Due) -> None:
        with structlog.contextvars.bound_contextvars(job_id=due.job_id):
            job = await self.context.jobs.get(due.job_id)
            if job.is_active or self.context.places.locked():
                await due.postpone(self.context.now() + BUSY)
            elif await self._is_stopped(job):
                await due.postpone(self.context.now() + STANDS)
            elif await due.claim():
                if await self._looked(job, due):
                    await due.looked()
                else:
                    await due.postpone(self.context.now() + BUSY)

    async def _looked(self, job: Job, due: Due) -> bool:
        """Whether a look was made, or need not be made again; False while it stays due."""
        try:
            return await self._look(job, due)
        except ChallengeRequired as error:
            # It is noted with the account: the look is made once a person has acted.
            log.warning("later_look_stopped", error=type(error).__name__, detail=str(error))
            return False
        except (BrowserError, ServiceError, TimeoutError) as error:
            log.warning("later_look_stopped", error=type(error).__name__, detail=str(error))
            return True

    async def _is_stopped(self, job: Job) -> bool:
        """Whether a challenge stands: nothing is asked of the site until a person has acted."""
        if await self.context.sessions.is_resting(job.account):
            return True
        status = await self.context.sessions.status(job.account)
        return status.state is SessionState.CHALLENGED

    async def _look(self, job: Job, due: Due) -> bool:
        """Look once, and tell what was found; False when the account is at work."""
        async with self.context.locks.try_turn(job.account) as free:
            if not free or self.context.places.locked():
                return False
            opened = self.context.sessions.opened(job.account, job.origin, seconds=LOOK_SECONDS)
            async with self.context.places, opened as session:
                await due.look(job, session.seller)
        return True


@dataclass(frozen=True, slots=True)
class _Click:
    """A click that is watched."""

    context: JobContext
    watched: Watched

    @property
    def job_id(self) -> str:
        return self.watched.publish_id

    async def claim(self) -> bool:
        return await self.context.later_looks.claim(self.watched)

    async def postpone(self, until: datetime) -> None:
        await self.context.later_looks.postpone(self.job_id, until)

    async def looked(self) -> None:
        await self.context.later_looks.looked(self.job_id)

    async def look(self, job: Job, seller: Seller) -> None:
        """Look for every click on the content, by one reading."""
        group = await self.context.findings.group(job)
        if group.clicks:
            seen = await self.context.findings.look(job, group, seller)
            await self.context.findings.tell(group, seen)
            await self.context.findings.confirm(job, seen)
            log.info("looked_later", found=len(seen.found), clicks=len(group.clicks))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A draft whose save was not answered."""

    context: JobContext
    save: DraftSave

    @property
    def job_id(self) -> str:
        return self.save.job.id

    async def claim(self) -> bool:
        return await self.context.drafts.saves.claim(self.save)

    async def postpone(self, until: datetime) -> None:
        await self.context.drafts.saves.looked(self.save, postponed_to=until)

    async def looked(self) -> None:
        await self.context.drafts.saves.looked(self.save)

    async def look(self, job: Job, seller: Seller) -> None:
        """Look among the drafts, by one reading of them."""
        save = self.save
        seen = await self.context.driver.look_up_draft(
            seller, save.job.listing, since=save.saving_at, before=save.before
        )
        await self.context.drafts.tell(save, seen)

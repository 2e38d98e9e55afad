"""From stored jobs to the engine: hands over what is queued, takes back what was cancelled.

The table of jobs is the outbox: a job that was acknowledged is found there, whoever stored it and
whatever died since. Events only wake this up; while anything goes on it looks every few seconds by
itself. Also ends what the engine has given up, and does the `chores` that somebody else owns.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import structlog

from browser.background_tasks import in_background
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.jobs import Change, JobStore
from gql_api.domain import results
from gql_api.domain.job import WORK, Job, JobState
from gql_api.errors import NotFound
from gql_api.jobs.completion import Completion
from gql_api.jobs.engine import LOOK, Engine, RunState, begun_anew_if_cancelled, look_of
from gql_api.jobs.events import EventLog
from gql_api.jobs.open_forms import Parking, Place

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 5.0
_AT_ONCE: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Dispatcher:
    """Keeps the engine and the open forms in step with the table of jobs."""

    jobs: JobStore
    events: EventLog
    completion: Completion
    engine: Engine
    parking: Parking
    chores: tuple[Callable[[], Awaitable[None]], ...] = ()
    _handed: set[str] = field(default_factory=set)
    _queued: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def running(self, regular: RegularLooks) -> AsyncIterator[None]:
        """Take up what the last process left, then keep in step while the block runs."""
        await self.recover()
        looks = regular.keep(LOOK_SECONDS, self._look)
        async with in_background(self._hear(), self._hand_over(), looks):
            yield

    async def recover(self) -> None:
        """Hand every acknowledged job to the engine, or end it when the engine has given it up."""
        unfinished = await self.jobs.unfinished()
        runs = [name for job in unfinished for name in (job.run_id, look_of(job.run_id))]
        known = await self.engine.known(runs)
        for job in unfinished:
            if job.run_id not in known:
                await self._enqueue(job)
            elif known[job.run_id] is RunState.ENDED:
                await self._given_up(job, known.get(look_of(job.run_id)))
        self._handed = {job.run_id for job in unfinished}
        if unfinished:
            self.engine.look()

    async def _given_up(self, job: Job, look: RunState | None) -> None:
        """End a job that its run has left; a click is looked up first, by a run of its own."""
        if look is None and await self.completion.was_clicked(job):
            log.warning("looked_up_apart", job_id=job.id)
            await self.engine.enqueue(WORK, LOOK, look_of(job.run_id), job.account)
        elif look is None and await begun_anew_if_cancelled(job.run_id, job.queue, job.account):
            return
        elif look is not RunState.GOING_ON:
            await self.completion.stop(job, results.failed("internal"))

    async def _enqueue(self, job: Job) -> None:
        await self.engine.enqueue(job.queue, job.kind, job.run_id, job.account)

    async def tidy(self) -> None:
        """Close the forms whose preparation has gone on, here or on another machine."""
        for place in self.parking.places:
            if not await self._is_awaited(place):
                await self.parking.leave(place)

    async def expire(self) -> None:
        """End the preparations whose yes did not come in time."""
        for job in await self.jobs.outlived():
            if await self.jobs.has_active_publish(job.id):
                continue
            waiting = frozenset({JobState.AWAITING_CONFIRMATION})
            await self.events.change(job.id, job.revision, Change(JobState.EXPIRED, expect=waiting))

    async def _is_awaited(self, place: Place) -> bool:
        try:
            job = await self.jobs.get(place[0])
        except NotFound:
            return False
        awaits = job.state is JobState.AWAITING_CONFIRMATION or job.is_active
        return awaits and job.revision == place[1]

    async def _hear(self) -> None:
        async with aclosing(self.events.watch_all()) as told:
            async for event in told:
                if event.state is JobState.QUEUED:
                    self._queued.set()
                elif event.state is JobState.CANCELLED:
                    await self._cancelled(event.job_id, event.revision)

    async def _cancelled(self, job_id: str, revision: int) -> None:
        try:
            await self.engine.cancel(f"{job_id}.{revision}")
            await self.parking.leave_job(job_id)
        except Exception:
            log.exception("cancel_not_carried_out", job_id=job_id)

    async def _hand_over(self) -> None:
        """Give queued jobs to the engine as soon as they are told of."""
        while True:
            await self._queued.wait()
            self._queued.clear()
            try:
                await self._hand_over_queued()
            except Exception:
                log.exception("hand_over_failed")

    async def _hand_over_queued(self) -> None:
        for job in await self.jobs.unfinished():
            if job.run_id not in self._handed:
                await self._enqueue(job)
                self._handed.add(job.run_id)

    async def _look(self) -> datetime | None:
        """Do what is to be done; when there will be something again, at once where that failed."""
        failed = False
        work = (self.recover, self.engine.revive, self.expire, self.tidy, *self.chores)
        for chore in work:
            try:
                await chore()
            except Exception:
                failed = True
                log.exception("housekeeping_failed")
        try:
            due = await self.jobs.next_work()
        except Exception:
            failed = True
            log.exception("housekeeping_failed")
        return _AT_ONCE if failed or self.engine.is_unsettled else due

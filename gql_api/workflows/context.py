"""What every browser job needs around it: turn, session, deadline, progress and result.

Owns how an error becomes a job's result. How a run ends is `completion`'s rule; the order of the
steps is left to `prepare` and `publish`, the page to the driver.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import structlog

from browser.background_tasks import Chores
from browser.driver import Driver
from browser.errors import AccountMismatch, BrowserCrashed, BrowserError, SiteLayoutChanged
from browser.form.prepared import PreparedForm
from browser.listing import Seller
from browser.progress import Progress
from gql_api.cluster.account_locks import AccountLocks, LockLost
from gql_api.db.jobs import Change, JobStore
from gql_api.db.option_lists import OptionListStore
from gql_api.db.publishing.demanded_fields import DemandStore
from gql_api.db.publishing.later_looks import LaterLookStore
from gql_api.db.publishing.publish_intents import PublishStore
from gql_api.domain import results
from gql_api.domain.job import Job, JobState, Result
from gql_api.errors import ServiceError
from gql_api.jobs.completion import Completion
from gql_api.jobs.drafts import Drafts
from gql_api.jobs.engine import RunCancelled
from gql_api.jobs.events import EventLog
from gql_api.jobs.live_pictures import LivePictures
from gql_api.jobs.open_forms import Parking
from gql_api.listings.aliases import Aliases
from gql_api.media.page_snapshots import build_of
from gql_api.media.photos import PhotoIntake
from gql_api.media.screenshots import Pictures
from gql_api.observability.telemetry import Telemetry
from gql_api.sessions.browser_sessions import BrowserSessions, OpenSession
from gql_api.storage_errors import StorageUnavailable
from gql_api.workflows.look_up import Findings

if TYPE_CHECKING:
    from gql_api.cluster.worker_liveness import WorkerLiveness

log = structlog.get_logger(__name__)

T = TypeVar("T")

DEADLINE = timedelta(minutes=8)
"""How long one browser step may take; `calm` pauses of a full form need about a minute."""


class ClickedBefore(Exception):
    """A run cannot go on, and the fence was passed: its click must be looked up."""


class BrowserDied(Exception):
    """The browser or its account was gone under work that clicked nothing and may begin anew."""


@dataclass(frozen=True, slots=True)
class JobContext:
    """The parts that jobs work with, handed in by the composition root.

    `places` bounds how many of them work in the browser at once; `afterwards` is what goes on when
    a run is over, and may be lost.
    """

    jobs: JobStore
    log: EventLog
    completion: Completion
    publishes: PublishStore
    later_looks: LaterLookStore
    drafts: Drafts
    sessions: BrowserSessions
    driver: Driver
    parking: Parking
    locks: AccountLocks
    places: asyncio.Semaphore
    pictures: Pictures
    live: LivePictures
    photos: PhotoIntake
    aliases: Aliases
    demands: DemandStore
    option_lists: OptionListStore
    now: Callable[[], datetime]
    liveness: "WorkerLiveness | None" = None
    telemetry: Telemetry = field(default_factory=Telemetry)
    afterwards: Chores = field(default_factory=Chores)

    @property
    def findings(self) -> Findings:
        """How clicks are looked up, and told what they have become."""
        return Findings(self.jobs, self.log, self.publishes, self.later_looks, self.driver)

    async def job(self, run_id: str) -> Job:
        """The job of a run, at the run's revision."""
        job_id, _, revision = run_id.rpartition(".")
        return await self.jobs.get(job_id, int(revision))

    async def start(self, job: Job, progress: Progress | None = None) -> bool:
        """Say that the job runs now; False when it was cancelled or is over."""
        change = Change(JobState.RUNNING)
        if progress:
            change = replace(change, step=progress.step, percent=progress.percent)
        return await self.log.change(job.id, job.revision, change)

    @asynccontextmanager
    async def told(self, run_id: str) -> AsyncIterator[None]:
        """An error that nobody expected ends the job, with its trace in the log."""
        with structlog.contextvars.bound_contextvars(job_id=run_id.rpartition(".")[0]):
            try:
                with self.telemetry.job(await self.job(run_id)):
                    yield
            except RunCancelled:
                log.info("job_cancelled")
            except Exception as error:
                log.exception("job_failed")
                await self.completion.stop(await self.job(run_id), _result_of_failure(error))

    async def twice(self, work: Callable[[bool], Awaitable[T]]) -> T:
        """Do work in the browser, and once more when the browser ends under it.

        `work` is told whether a browser that ends is to end the job (see `browser`).
        """
        try:
            return await work(False)
        except BrowserDied:
            log.warning("begun_anew")
        return await work(True)

    @asynccontextmanager
    async def browser(self, job: Job, *, last: bool = True) -> AsyncIterator[Seller]:
        """The account's turn, a place in the browser, its opened session and a deadline.

        What the browser half raises ends the job, and the block is left quietly. Unless it is the
        `last` try, a browser that ends or a turn that is lost before any click raises BrowserDied.
        Raises RunCancelled when the job ends before its session could be opened.
        """
        session = None
        opened = self.sessions.opened(job.account, job.origin, seconds=DEADLINE.total_seconds())
        try:
            async with self.locks.turn(job.account), self.places:
                try:
                    async with opened as session:
                        yield session.seller
                except (BrowserError, ServiceError, TimeoutError) as error:
                    await self._stopped(job, error, session, last=last)
        except LockLost as error:
            await self._stopped(job, error, None, last=last)
        if session is None:
            raise RunCancelled(job.id)

    def reporter(self, job: Job, *, stops: bool = True) -> Callable[[Progress], Awaitable[None]]:
        """Turns the driver's progress into events of the job.

        With `stops` it raises RunCancelled once the job has moved on: cancelled, corrected, over.
        """

        async def report(progress: Progress) -> None:
            self.telemetry.step(job.run_id, progress.step)
            change = Change(
                JobState.RUNNING,
                step=progress.step,
                percent=min(progress.percent, 99),
                done=progress.done,
                total=progress.total,
            )
            if not await self.log.change(job.id, job.revision, change) and stops:
                raise RunCancelled(job.id)

        return report

    async def filled(self, job: Job, prepared: Job, seller: Seller) -> PreparedForm:
        """The parked form of a preparation, or the same form filled again from its listing.

        Raises AccountMismatch when the account's session is another member's by now.
        """
        place = (prepared.id, prepared.revision)
        form = await self.parking.find(place, seller.version)
        if form is None:
            log.info("form_filled_again")
            form = await self.driver.prepare(
                seller,
                await self.photos.located(prepared.listing),
                draft_id=prepared.result.draft_id if prepared.result else None,
                # A newer release may read the words anew; the yes was to what they meant then.
                approved=prepared.result.fields if prepared.result else (),
                report=self.reporter(job),
                viewers=self.live.viewers(job.id),
            )
            await self.parking.park(place, form)
        approved_as = prepared.result.username if prepared.result else None
        if form.username != approved_as:
            raise AccountMismatch(approved_as or "")
        return form

    async def _stopped(
        self,
        job: Job,
        error: BrowserError | ServiceError | TimeoutError,
        session: OpenSession | None,
        *,
        last: bool,
    ) -> None:
        code = getattr(error, "code", None)
        log.warning("job_stopped", error=type(error).__name__, code=code, detail=str(error))
        # Whatever stands in front of an open form stays there: the next try fills it anew.
        await self.parking.leave_job(job.prepare_id or job.id)
        picture = session.picture if session else None
        if picture is None and isinstance(error, BrowserError):
            picture = await self.pictures.evidence(error.picture)
        if await self.completion.was_clicked(job):
            # Ours, or that of a run that took this one over: only a look tells what became of it.
            raise ClickedBefore(job.id) from error
        if isinstance(error, BrowserCrashed | LockLost) and not last:
            raise BrowserDied(job.id) from error
        result = _result_of(error)
        if picture:
            result = replace(result, picture_id=picture.id, picture_digest=picture.digest)
        if isinstance(error, SiteLayoutChanged):
            result = replace(result, build_id=await self._kept_build(error))
        await self.completion.stop(job, result)

    async def _kept_build(self, error: SiteLayoutChanged) -> str | None:
        """Keep how the page was built, if it can be: the job ends without it, too."""
        try:
            return await self.pictures.keep_build(build_of(error))
        except ServiceError as trouble:
            log.warning("build_lost", code=trouble.code)
            return None


def _result_of_failure(error: Exception) -> Result:
    """A step that could not be stored is no fault of ours, unlike all else."""
    if isinstance(error, StorageUnavailable):
        return results.failed(error.code, error.detail)
    return results.failed("internal")


def _result_of(error: BrowserError | ServiceError | TimeoutError) -> Result:
    if isinstance(error, BrowserError):
        return results.of_error(error)
    if isinstance(error, ServiceError):
        return results.failed(error.code, error.detail)
    return results.failed("site_timeout", results.CURES["deadline"])

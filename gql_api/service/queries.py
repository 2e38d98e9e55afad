"""What a caller has: sessions, photos, jobs, pictures and receipts, and never another's.

Owns looking. Every verb asks for its scope first and finds only what the caller's owner has:
what is another's is answered like what was never there. Changing things is `service`'s matter.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from browser.site import Marketplace
from gql_api.db.aliases import StoredAlias
from gql_api.db.jobs import JobStore
from gql_api.db.ownership import OwnerStore
from gql_api.db.photos import PhotoStore
from gql_api.db.publish_intents import PublishStore
from gql_api.db.receipts import ReceiptStore
from gql_api.doctor.report import Doctor, Report
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.job import Job, JobEvent, JobKind, JobState
from gql_api.domain.receipt import SignedReceipt
from gql_api.domain.status import Capabilities, Health, Stats, Works
from gql_api.domain.tenant import qualified
from gql_api.errors import NotFound
from gql_api.jobs.drafts import Drafts
from gql_api.jobs.events import EventLog
from gql_api.jobs.reconciler import Reconciler
from gql_api.limits.rate_limiter import Limits, RateLimiter
from gql_api.listings.admission import Admission
from gql_api.listings.aliases import Aliases
from gql_api.listings.autocomplete import Suggester, Suggestion, Typed
from gql_api.media.photos import PhotoIntake, StoredPhoto
from gql_api.media.screenshots import Pictures
from gql_api.observability.monitor import Monitor
from gql_api.observability.telemetry import Telemetry
from gql_api.security.jws import PublicKeys
from gql_api.security.signed_urls import Addresses
from gql_api.sessions.service import Sessions, SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Queries:
    """Everything that can be looked at as one caller, with the parts handed in."""

    jobs_: JobStore
    events: EventLog
    publishes: PublishStore
    receipts_: ReceiptStore
    owners: OwnerStore
    photos: PhotoStore
    intake: PhotoIntake
    pictures: Pictures
    sessions: Sessions
    doctor: Doctor
    reconciler: Reconciler
    drafts: Drafts
    works: Callable[[], Awaitable[Works]]
    admission: Admission
    limits: Limits
    offer: Capabilities
    aliases_: Aliases
    suggestions: Suggester
    addresses: Addresses
    marketplace: Marketplace
    monitor: Monitor
    telemetry: Telemetry
    caller: Caller = THE_OPERATOR

    def of(self, caller: Caller) -> Self:
        """The same, as that caller has it."""
        return self if caller == self.caller else replace(self, caller=caller)

    @property
    def owner(self) -> str:
        """Whose things the caller has."""
        return self.caller.owner

    @property
    def rates(self) -> Mapping[str, RateLimiter]:
        """The caller's own rate limits."""
        return self.limits.of(self.owner)

    def address(self, path: str) -> str:
        """A path with the leave to see what is there, for whoever is given it."""
        return self.addresses.signed(path, self.owner)

    # Sessions

    async def session(self, account: str) -> SessionStatus:
        """What is known of an account's session, without asking the site."""
        self._may(Scope.READ)
        return await self.sessions.status(self._account(account))

    async def accounts(self) -> tuple[SessionStatus, ...]:
        """Every account of the caller with a session."""
        self._may(Scope.READ)
        return await self.sessions.statuses(self.owner)

    async def examined(self, account: str) -> Report | None:
        """The latest report on the sell page."""
        self._may(Scope.READ)
        return await self.doctor.latest(self._account(account))

    async def aliases(self, account: str) -> tuple[StoredAlias, ...]:
        """Everything that an account's answers have taught, newest first."""
        self._may(Scope.READ)
        return await self.aliases_.of(self._account(account))

    # Photos and pictures

    async def photo(self, photo_id: str) -> StoredPhoto:
        """A photo that was uploaded; `NotFound`."""
        self._may(Scope.READ)
        photo = (await self.photos.find([photo_id], self.owner)).get(photo_id)
        if photo is None:
            raise NotFound("There is no photo with this id.", code="photo_not_found")
        return photo

    async def photo_file(self, photo_id: str) -> Path:
        """A photo's JPEG file on this machine; `NotFound`."""
        return await self.intake.local((await self.photo(photo_id)).file)

    async def picture(self, picture_id: str) -> Path:
        """The JPEG file of a picture that a job or session of the caller shows; `NotFound`."""
        self._may(Scope.READ)
        is_theirs = await self.owners.shows(picture_id, self.owner) or await self._met(picture_id)
        return await self.pictures.find(picture_id if is_theirs else "")

    async def _met(self, picture_id: str) -> bool:
        """Whether the picture is what a session of the caller met on the site."""
        statuses = await self.sessions.statuses(self.owner)
        return any(status.picture_id == picture_id for status in statuses)

    async def picture_of(self, job: Job) -> Path:
        """The JPEG file of a job's filled form; `NotFound` until there is one."""
        self._may(Scope.READ)
        if job.result is None or job.result.picture_id is None:
            raise NotFound("This job has no picture: wait until its form is filled.")
        return await self.pictures.find(job.result.picture_id)

    # Jobs

    async def job(self, job_id: str) -> Job:
        """A job as it stands; `NotFound`."""
        self._may(Scope.READ)
        return await self._job(job_id)

    async def jobs(
        self,
        *,
        account: str | None = None,
        kind: JobKind | None = None,
        states: frozenset[JobState] = frozenset(),
        limit: int = 50,
        before: datetime | None = None,
    ) -> tuple[Job, ...]:
        """Jobs, newest first."""
        self._may(Scope.READ)
        return await self.jobs_.list(
            owner=self.owner,
            account=self._account(account) if account else None,
            kind=kind,
            states=states,
            limit=limit,
            before=before,
        )

    async def listings(
        self, *, account: str | None = None, limit: int = 50, before: datetime | None = None
    ) -> tuple[Job, ...]:
        """The publishes that left a listing on the site, newest first."""
        self._may(Scope.READ)
        return await self.jobs_.list(
            owner=self.owner,
            account=self._account(account) if account else None,
            kind=JobKind.PUBLISH,
            states=frozenset({JobState.DONE}),
            limit=limit,
            before=before,
            listed=True,
        )

    async def history(self, job_id: str) -> tuple[JobEvent, ...]:
        """Every event of a job so far; `NotFound`."""
        await self.job(job_id)
        return await self.jobs_.events_after(job_id, 0)

    async def receipts(self, job_id: str) -> tuple[SignedReceipt, ...]:
        """The receipts of a job, oldest first; the last one counts."""
        self._may(Scope.READ)
        return await self.receipts_.found(job_id, self.owner)

    async def receipts_of(self, job_id: str) -> tuple[SignedReceipt, ...]:
        """`receipts`, at least one; `NotFound`."""
        self._may(Scope.READ)
        return await self.receipts_.of(job_id, self.owner)

    @property
    def receipt_keys(self) -> PublicKeys:
        """What receipts are checked with; anybody may."""
        return self.receipts_.keys

    async def watch(self, job_id: str, after: int = 0) -> AsyncGenerator[JobEvent]:
        """The events after a number, then live, until the run's outcome; `NotFound`."""
        await self.job(job_id)
        async with aclosing(self.events.watch(job_id, after)) as events:
            async for event in events:
                yield event

    async def watch_all(self) -> AsyncGenerator[JobEvent]:
        """The events of every job of the caller from now on."""
        self._may(Scope.READ)
        async with aclosing(self.events.watch_all()) as events:
            async for event in events:
                if event.owner == self.owner:
                    yield event

    # The service

    async def suggest(self, typed: Typed) -> tuple[Suggestion, ...]:
        """What a text may become."""
        self._may(Scope.READ)
        return await self.suggestions.suggest(typed)

    def capabilities(self) -> Capabilities:
        """What this service can do."""
        return self.offer

    async def health(self) -> Health:
        """Whether the parts can be used now."""
        works = await self.works()
        return Health(
            database=await self.jobs_.answers(),
            browser=works.browser,
            browser_hint=works.hint,
            key=await self.sessions.readable(),
            workers=works.workers,
            storage=await self.intake.answers(),
        )

    async def stats(self) -> Stats:
        """Figures: of everybody for an administrator, else of what the caller has."""
        self._may(Scope.READ, Scope.ADMIN)
        if Scope.ADMIN in self.caller.scopes:
            return await self.monitor.stats()
        counts = await self.owners.jobs(self.owner)
        forms = (await self.works()).open_forms
        return Stats(
            jobs=counts,
            published=await self.owners.published(self.owner),
            uptime_seconds=self.monitor.uptime_seconds,
            open_forms=len(await self.owners.among(forms, self.owner)),
            queue=counts.get(JobState.QUEUED, 0) + counts.get(JobState.WAITING_FOR_SLOT, 0),
        )

    # Shared

    def _may(self, *scopes: Scope) -> None:
        self.caller.require(*scopes)

    def _account(self, account: str) -> str:
        """The caller's account by its name inside the service."""
        return qualified(self.owner, account)

    async def _job(self, job_id: str) -> Job:
        return await self.jobs_.get(job_id, owner=self.owner)

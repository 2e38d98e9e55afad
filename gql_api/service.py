"""The verbs that both transports call: sessions, photos, prepare, publish, correct, watch.

Owns the order of validating, admitting, storing and telling. What may start is said by `admission`;
`dispatch` takes stored jobs to the engine; SQL, crypto, selectors and HTTP are elsewhere.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from browser.lint import advice
from browser.listing import Listing
from gql_api.about import Capabilities, Health, Stats, Works
from gql_api.admission import (
    Admission,
    idempotency,
    item_id,
    listing_of,
    new_job,
    require_no_publish,
    revised,
)
from gql_api.aliases import Aliases
from gql_api.doctor import Doctor, Report
from gql_api.errors import Conflict, NotFound
from gql_api.events import EventLog
from gql_api.inputs import PrepareInput, PublishInput, SessionInput
from gql_api.jobs import ACTIVE, AWAITING, Job, JobEvent, JobKind, JobState, Outcome, Result
from gql_api.limits import RateLimiter
from gql_api.photos import PhotoIntake, StoredPhoto
from gql_api.pictures import Pictures
from gql_api.sessions import Sessions, SessionStatus
from gql_api.store.jobs import Change, JobStore, Key
from gql_api.store.publishes import IntentState, PublishStore
from gql_api.store.receipts import ReceiptStore
from gql_api.store.records import PhotoStore
from gql_api.suggestions import Suggester

DEFAULT_ACCOUNT = "default"
NOT_THERE = "not_there_by_person"
RECENT_LISTINGS = 100
CANCELLABLE = ACTIVE | AWAITING


@dataclass(frozen=True, slots=True)
class Accepted:
    """A job that was stored, or the one that the same idempotency key named before."""

    job: Job
    replayed: bool


@dataclass(frozen=True, slots=True)
class ListingService:
    """Everything that can be asked of Fripier, with its parts handed in."""

    jobs_: JobStore
    events: EventLog
    publishes: PublishStore
    receipts: ReceiptStore
    photos: PhotoStore
    intake: PhotoIntake
    pictures: Pictures
    sessions: Sessions
    doctor: Doctor
    works: Callable[[], Awaitable[Works]]
    admission: Admission
    limits: Mapping[str, RateLimiter]
    offer: Capabilities
    aliases: Aliases
    suggestions: Suggester
    currency_of: Callable[[str], str]
    prices_of: Callable[[str], tuple[Decimal | None, Decimal | None]]
    started_at: datetime = field(repr=False)

    # Sessions

    async def save_session(self, given: SessionInput) -> SessionStatus:
        """Look at a pasted session on the site and keep it, unless the site refuses it."""
        return await self.sessions.save(given)

    async def session(self, account: str) -> SessionStatus:
        """What is known of an account's session, without asking the site."""
        return await self.sessions.status(account)

    async def check_session(self, account: str) -> SessionStatus:
        """Ask the site whose session this is."""
        return await self.sessions.check(account)

    async def accounts(self) -> tuple[SessionStatus, ...]:
        """Every account with a session."""
        return await self.sessions.statuses()

    async def forget_session(self, account: str) -> bool:
        """Delete an account's session; False when there was none."""
        return await self.sessions.forget(account)

    # The sell page

    async def examine(self, account: str, *, force: bool = False) -> Report:
        """Walk over the sell page and say what has changed; nothing is saved there."""
        return await self.doctor.run(account, force=force)

    async def examined(self, account: str) -> Report | None:
        """The latest report on the sell page."""
        return await self.doctor.latest(account)

    # Photos

    async def upload_photo(self, chunks: AsyncIterable[bytes], filename: str | None) -> StoredPhoto:
        """Take a photo in; durable when this returns."""
        self.limits["uploads"].check().require()
        photo = await self.intake.take(chunks, filename)
        await self.photos.add(photo)
        return photo

    async def photo(self, photo_id: str) -> StoredPhoto:
        """A photo that was uploaded; `NotFound`."""
        photo = (await self.photos.find([photo_id])).get(photo_id)
        if photo is None:
            raise NotFound("There is no photo with this id.", code="photo_not_found")
        return photo

    async def photo_file(self, photo_id: str) -> Path:
        """A photo's JPEG file on this machine; `NotFound`."""
        return await self.intake.local((await self.photo(photo_id)).file)

    async def delete_photo(self, photo_id: str) -> None:
        """Delete a photo that no job under way or awaiting a yes needs."""
        photo = await self.photo(photo_id)
        if job_id := await self.photos.needed_by(photo.id):
            raise Conflict(
                f"The photo belongs to job {job_id}: cancel that job first.",
                code="photo_in_use",
                members={"job_id": job_id},
            )
        # The file first: a deletion that a store could not carry out can be asked for again.
        await self.intake.delete(photo.id)
        await self.photos.remove(photo.id)

    # Prepare, correct, publish

    async def prepare(self, given: PrepareInput, *, key: str | None = None) -> Accepted:
        """Store a preparation, or the correction of one, and let the engine run it."""
        named = idempotency("prepare", key, given)
        if named and (earlier := await self.jobs_.find_key(named)):
            return Accepted(earlier, replayed=True)
        self.limits["prepares"].check().require()
        job = await (self._correction(given) if given.job_id else self._preparation(given))
        return await self._accept(job, named)

    async def answer(self, job_id: str, answers: Mapping[str, str]) -> Job:
        """Answer a preparation's questions and go on with it."""
        self.limits["prepares"].check().require()
        job = await self.jobs_.get(job_id)
        await self.sessions.require(job.account, job.origin)
        listing = replace(job.listing, answers={**job.listing.answers, **answers})
        return (await self._accept(self._revised(job, listing, dry_run=job.dry_run))).job

    async def publish(
        self, given: PublishInput, *, by: str, key: str | None = None, queue_for_slot: bool = False
    ) -> Accepted:
        """Store the yes of a caller, or its dry run, and let the engine carry it out.

        Without `queue_for_slot` a full minute is refused at the door with `RateLimited`.
        """
        named = idempotency("publish", key, given)
        if named and (earlier := await self.jobs_.find_key(named)):
            return Accepted(earlier, replayed=True)
        prepared = await self.admission.approved(given)
        await self.sessions.require(prepared.account, prepared.origin)
        job = new_job(
            JobKind.PUBLISH,
            prepared.account,
            prepared.origin,
            prepared.listing,
            self.admission.now(),
        )
        job = replace(
            job,
            dry_run=given.dry_run,
            prepare_id=prepared.id,
            prepare_revision=prepared.revision,
            approved_by=by,
        )
        if given.dry_run:
            return await self._accept(job, named)
        slot = self.limits["publish"].check()
        if not queue_for_slot:
            slot.require()
        try:
            accepted = await self._accept(job, named)
        except BaseException:
            self.limits["publish"].refund(slot)
            raise
        if accepted.replayed:
            self.limits["publish"].refund(slot)
        return accepted

    async def cancel(self, job_id: str) -> Job:
        """Stop a job before its click; `Conflict` when it is too late or over."""
        job = await self.jobs_.get(job_id)
        if job.state not in CANCELLABLE:
            raise Conflict("The job is over: there is nothing to cancel.", code="job_over")
        change = Change(
            JobState.CANCELLED,
            expect=CANCELLABLE,
            settle=IntentState.FAILED,
            settle_from=frozenset({IntentState.INTENDED, IntentState.FAILED}),
        )
        if not await self.events.change(
            job.id, job.revision, change, admit=lambda tx: require_no_publish(tx, job.id)
        ):
            raise Conflict(
                "The click has been made, or the job has just come to its end: it can no longer "
                "be cancelled. Look at its outcome.",
                code="too_late_to_cancel",
            )
        return await self.jobs_.get(job_id)

    async def resolve(
        self, job_id: str, *, by: str, there: bool, address: str | None = None
    ) -> Job:
        """A person's word on an unknown outcome: the listing is there, or it is not."""
        job = await self.jobs_.get(job_id)
        result = job.result
        settled = result and result.reason == NOT_THERE
        if result is None or settled or result.outcome is not Outcome.OUTCOME_UNKNOWN:
            raise Conflict("Only a job whose outcome is unknown is resolved.", code="not_unknown")
        if there:
            listing_id = item_id(address, job.origin)
            result = Result(
                outcome=Outcome.PUBLISHED,
                reason="confirmed_by_person",
                listing_id=listing_id,
                listing_url=address,
                picture_id=result.picture_id,
                picture_digest=result.picture_digest,
                resolved_by=by,
            )
        else:
            result = replace(result, reason=NOT_THERE, resolved_by=by)
        change = Change(
            JobState.DONE,
            expect=frozenset({JobState.DONE}),
            percent=100,
            result=result,
            settle=IntentState.DONE if there else IntentState.FAILED,
            settle_from=frozenset({IntentState.UNKNOWN}),
        )
        await self.events.change(job.id, job.revision, change)
        return await self.jobs_.get(job_id)

    # Looking

    async def job(self, job_id: str) -> Job:
        """A job as it stands; `NotFound`."""
        return await self.jobs_.get(job_id)

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
        return await self.jobs_.list(
            account=account, kind=kind, states=states, limit=limit, before=before
        )

    async def listings(
        self, *, account: str | None = None, limit: int = 50, before: datetime | None = None
    ) -> tuple[Job, ...]:
        """The publishes that left a listing on the site, newest first."""
        return await self.jobs_.list(
            account=account,
            kind=JobKind.PUBLISH,
            states=frozenset({JobState.DONE}),
            limit=limit,
            before=before,
            listed=True,
        )

    async def history(self, job_id: str) -> tuple[JobEvent, ...]:
        """Every event of a job so far; `NotFound`."""
        await self.jobs_.get(job_id)
        return await self.jobs_.events_after(job_id, 0)

    def watch(self, job_id: str, after: int = 0) -> AsyncGenerator[JobEvent]:
        """The events after a number, then live, until the run's outcome; `NotFound`."""
        return self.events.watch(job_id, after)

    def watch_all(self) -> AsyncGenerator[JobEvent]:
        """The events of every job from now on."""
        return self.events.watch_all()

    async def wait(self, accepted: Accepted, seconds: float) -> Job:
        """The job at the accepted revision, over if that came within the time."""
        job = accepted.job
        if job.is_active and seconds > 0:
            with suppress(TimeoutError):
                async with (
                    asyncio.timeout(seconds),
                    aclosing(self.events.watch(job.id, job.last_seq)) as live,
                ):
                    async for _ in live:
                        pass
        return await self.jobs_.get(job.id, job.revision)

    async def picture(self, picture_id: str) -> Path:
        """A picture's JPEG file; `NotFound`."""
        return await self.pictures.find(picture_id)

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
        """Figures for the operator."""
        counts = await self.jobs_.counts()
        uptime = self.admission.now() - self.started_at
        return Stats(
            jobs={state.value: counts.get(state, 0) for state in JobState},
            published=await self.publishes.published(),
            uptime_seconds=uptime / timedelta(seconds=1),
            open_forms=(await self.works()).open_forms,
            queue=counts.get(JobState.QUEUED, 0) + counts.get(JobState.WAITING_FOR_SLOT, 0),
        )

    # Shared

    async def _preparation(self, given: PrepareInput) -> Job:
        account = given.account or DEFAULT_ACCOUNT
        session = await self.sessions.require(account, given.market)
        listing = await self._listing(given, account, session.origin)
        job = new_job(JobKind.PREPARE, account, session.origin, listing, self.admission.now())
        return replace(job, dry_run=given.dry_run)

    async def _correction(self, given: PrepareInput) -> Job:
        job = await self.jobs_.get(given.job_id or "")
        if given.account not in (None, job.account):
            raise Conflict(
                "The preparation belongs to another account.", code="wrong_account", field="job_id"
            )
        await self.sessions.require(job.account, given.market or job.origin)
        listing = await self._listing(given, job.account, job.origin)
        return self._revised(job, listing, dry_run=given.dry_run)

    async def _listing(self, given: PrepareInput, account: str, origin: str) -> Listing:
        """The listing that was asked for, with what is known of its words and said of it."""
        found = await self.photos.find(given.photos)
        listing = listing_of(given, found, self.currency_of(origin))
        listing = await self.aliases.known_to(account, listing)
        lowest, highest = self.prices_of(origin)
        twin = await self._published_as(account, listing)
        return replace(
            listing, advice=advice(listing, lowest=lowest, highest=highest, published_as=twin)
        )

    async def _published_as(self, account: str, listing: Listing) -> str | None:
        """Where the account has published the same content before, of its newest listings."""
        digest = listing.digest()
        for job in await self.listings(account=account, limit=RECENT_LISTINGS):
            if job.listing.digest() == digest and job.result:
                return job.result.listing_url
        return None

    def _revised(self, job: Job, listing: Listing, *, dry_run: bool) -> Job:
        return revised(job, listing, dry_run=dry_run, now=self.admission.now())

    async def _accept(self, job: Job, key: Key | None = None) -> Accepted:
        job = replace(job, deadline=self.admission.now() + self.admission.patience)
        stored, replayed = await self.jobs_.accept(
            job, key=key, admit=lambda tx: self.admission.admit(tx, job)
        )
        if not replayed:
            # The job is acknowledged: a caller who leaves now must not keep it from being told of.
            await asyncio.shield(self.events.announce(stored.id, stored.last_seq - 1))
        return Accepted(stored, replayed)

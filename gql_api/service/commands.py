"""The verbs that both transports call: sessions, photos, prepare, publish, correct.

Owns the order of validating, admitting, storing and telling. Looking is `queries`'; what may
start is said by `admission`; `outbox` takes stored jobs to the
engine; SQL, crypto, selectors and HTTP are elsewhere.
"""

import asyncio
from collections.abc import AsyncIterable, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace

from browser.form.listing_lint import advice
from browser.listing import Listing
from browser.messages import Message
from gql_api.db.jobs import Change, Key
from gql_api.db.publish_intents import NOT_THERE, IntentState
from gql_api.doctor.report import Report
from gql_api.domain.caller import Scope
from gql_api.domain.inputs import PrepareInput, PublishInput, SessionInput
from gql_api.domain.job import ACTIVE, AWAITING, Job, JobKind, JobState, Outcome, Result
from gql_api.domain.tenant import shown
from gql_api.errors import Conflict
from gql_api.listings.admission import (
    idempotency,
    item_id,
    listing_of,
    new_job,
    require_no_publish,
    revised,
)
from gql_api.media.photos import StoredPhoto
from gql_api.service.queries import Queries
from gql_api.sessions.service import SessionStatus

DEFAULT_ACCOUNT = "default"
RECENT_LISTINGS = 100
CANCELLABLE = ACTIVE | AWAITING


@dataclass(frozen=True, slots=True)
class Accepted:
    """A job that was stored, or the one that the same idempotency key named before."""

    job: Job
    replayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingService(Queries):
    """Everything that can be asked of Fripier as one caller; `of` says as whom."""

    # Sessions

    async def save_session(self, given: SessionInput) -> SessionStatus:
        """Look at a pasted session on the site and keep it, unless the site refuses it."""
        self._may(Scope.PREPARE)
        return await self.sessions.save(given, self._account(given.account))

    async def check_session(self, account: str) -> SessionStatus:
        """Ask the site whose session this is."""
        self._may(Scope.READ)
        return await self.sessions.check(self._account(account))

    async def resume_account(self, account: str) -> SessionStatus:
        """A person says that a challenge is solved: look once, and let the account work again."""
        self._may(Scope.PREPARE)
        self.rates["prepares"].check().require()
        return await self.sessions.resume(self._account(account))

    async def forget_session(self, account: str) -> bool:
        """Delete an account's session; False when there was none."""
        self._may(Scope.PREPARE)
        return await self.sessions.forget(self._account(account))

    async def forget_alias(self, alias_id: str) -> None:
        """Forget what an answer has taught; `NotFound`."""
        self._may(Scope.PREPARE)
        await self.aliases_.forget(alias_id, self.owner)

    async def examine(self, account: str, *, force: bool = False) -> Report:
        """Walk over the sell page and say what has changed; nothing is saved there."""
        self._may(Scope.PREPARE)
        return await self.doctor.run(self._account(account), force=force)

    # Photos

    async def upload_photo(self, chunks: AsyncIterable[bytes], filename: str | None) -> StoredPhoto:
        """Take a photo in; durable when this returns."""
        self._may(Scope.PREPARE)
        self.rates["uploads"].check().require()
        photo = await self.intake.take(chunks, filename)
        await self.photos.add(photo, self.owner)
        return photo

    async def delete_photo(self, photo_id: str) -> None:
        """Delete a photo that no job under way or awaiting a yes needs."""
        self._may(Scope.PREPARE)
        photo = await self.photo(photo_id)
        if job_id := await self.photos.needed_by(photo.id):
            raise Conflict(
                Message("The photo belongs to job {job_id}: cancel that job first.", job_id=job_id),
                code="photo_in_use",
                members={"job_id": job_id},
            )
        # The file first: a deletion that a store could not carry out can be asked for again.
        await self.intake.delete(photo.id)
        await self.photos.remove(photo.id)

    # Prepare, correct, publish

    async def prepare(self, given: PrepareInput, *, key: str | None = None) -> Accepted:
        """Store a preparation, or the correction of one, and let the engine run it."""
        self._may(Scope.PREPARE)
        named = idempotency("prepare", key, given, self.owner)
        if named and (earlier := await self.jobs_.find_key(named)):
            return Accepted(earlier, replayed=True)
        self.rates["prepares"].check().require()
        job = await (self._correction(given) if given.job_id else self._preparation(given))
        return await self._accept(job, named)

    async def answer(self, job_id: str, answers: Mapping[str, str]) -> Job:
        """Answer a preparation's questions and go on with it."""
        self._may(Scope.PREPARE)
        self.rates["prepares"].check().require()
        job = await self._job(job_id)
        await self.sessions.require(job.account, job.origin)
        listing = replace(job.listing, answers={**job.listing.answers, **answers})
        return (await self._accept(self._revised(job, listing, dry_run=job.dry_run))).job

    async def publish(
        self, given: PublishInput, *, by: str, key: str | None = None, queue_for_slot: bool = False
    ) -> Accepted:
        """Store the yes of a caller, or its dry run, and let the engine carry it out.

        Without `queue_for_slot` a full minute is refused at the door with `RateLimited`.
        """
        self._may(Scope.PREPARE if given.dry_run else Scope.PUBLISH)
        named = idempotency("publish", key, given, self.owner)
        if named and (earlier := await self.jobs_.find_key(named)):
            return Accepted(earlier, replayed=True)
        prepared = await self.admission.approved(given, self.owner)
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
        slot = self.rates["publish"].check()
        if not queue_for_slot:
            slot.require()
        try:
            accepted = await self._accept(job, named)
        except BaseException:
            self.rates["publish"].refund(slot)
            raise
        if accepted.replayed:
            self.rates["publish"].refund(slot)
        return accepted

    async def cancel(self, job_id: str) -> Job:
        """Stop a job before its click; `Conflict` when it is too late or over."""
        self._may(Scope.PREPARE)
        job = await self._job(job_id)
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
        self._may(Scope.PUBLISH)
        job = await self._job(job_id)
        result = _unknown(job)
        if job.kind is JobKind.PREPARE and (result or await self.drafts.is_open(job)):
            return await self._resolve_draft(job, by=by, there=there, address=address)
        if result is None:
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

    async def _resolve_draft(self, job: Job, *, by: str, there: bool, address: str | None) -> Job:
        """A person's word on a draft whose save was not answered."""
        if there:
            draft_id = item_id(address, job.origin, draft=True)
            await self.drafts.found(job, draft_id, address or "", by=by)
        else:
            await self.drafts.absent(job, by=by)
        return await self.jobs_.get(job.id)

    async def look_again(self, job_id: str) -> Job:
        """Look an unknown outcome up on the site once more; nothing is clicked."""
        self._may(Scope.PUBLISH)
        job = await self._job(job_id)
        if _unknown(job) is None:
            raise Conflict(
                "Only a job whose outcome is unknown is looked up again.", code="not_unknown"
            )
        self.rates["prepares"].check().require()
        await self.reconciler.again(job.id)
        return await self.jobs_.get(job.id)

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

    # Shared

    async def _preparation(self, given: PrepareInput) -> Job:
        account = self._account(given.account or DEFAULT_ACCOUNT)
        session = await self.sessions.require(account, given.market)
        listing = await self._listing(given, account, session.origin)
        job = new_job(JobKind.PREPARE, account, session.origin, listing, self.admission.now())
        return replace(job, dry_run=given.dry_run)

    async def _correction(self, given: PrepareInput) -> Job:
        job = await self._job(given.job_id or "")
        if given.account not in (None, shown(job.account)):
            raise Conflict(
                "The preparation belongs to another account.", code="wrong_account", field="job_id"
            )
        await self.sessions.require(job.account, given.market or job.origin)
        listing = await self._listing(given, job.account, job.origin)
        return self._revised(job, listing, dry_run=given.dry_run)

    async def _listing(self, given: PrepareInput, account: str, origin: str) -> Listing:
        """The listing that was asked for, with what is known of its words and said of it."""
        found = await self.photos.find(given.photos, self.owner)
        listing = listing_of(given, found, self.currency_of(origin))
        listing = await self.aliases_.known_to(account, listing)
        lowest, highest = self.prices_of(origin)
        twin = await self._published_as(shown(account), listing)
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
        job = replace(
            job,
            deadline=self.admission.now() + self.admission.patience,
            trace=self.telemetry.tracing.traceparent(),
        )
        stored, replayed = await self.jobs_.accept(
            job, key=key, admit=lambda tx: self.admission.admit(tx, job)
        )
        if not replayed:
            # The job is acknowledged: a caller who leaves now must not keep it from being told of.
            await asyncio.shield(self.events.announce(stored.id, stored.last_seq - 1))
        return Accepted(stored, replayed)


def _unknown(job: Job) -> Result | None:
    """The result of a job whose outcome is unknown, and of which no person has said a word."""
    result = job.result
    if result is None or result.outcome is not Outcome.OUTCOME_UNKNOWN:
        return None
    return None if result.reason == NOT_THERE else result

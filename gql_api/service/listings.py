"""What a caller sells: prepared, corrected and published, and the words that it is described with.

Owns the order of validating, admitting, storing and telling. What may start is said by
`listings.admission`, what becomes of a job is `jobs`'; `outbox` takes stored jobs to the engine.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from browser.listing import FieldName, Listing, Question
from browser.site import Marketplace
from gql_api.db.aliases import StoredAlias
from gql_api.db.idempotency import Key
from gql_api.db.importing.account_defaults import DefaultsStore
from gql_api.db.jobs import JobStore
from gql_api.db.photos import PhotoStore
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.input_types import DEFAULT_ACCOUNT
from gql_api.domain.inputs import PrepareInput, PublishInput, read
from gql_api.domain.job import Job, JobKind, JobState
from gql_api.domain.pagination import PageStart
from gql_api.domain.tenant import shown
from gql_api.errors import Conflict, InvalidInput, NotFound
from gql_api.jobs.events import EventLog
from gql_api.limits.rate_limiter import Limits
from gql_api.listings.admission import Admission, listing_of, new_job, require_fitting, revised
from gql_api.listings.aliases import Aliases
from gql_api.listings.answers import counting
from gql_api.listings.autocomplete import Suggester, Suggestion, Typed
from gql_api.listings.check import ListingCheck, members_of, problems_of, readable
from gql_api.listings.fingerprint import idempotency
from gql_api.observability.telemetry import Telemetry
from gql_api.service.jobs import Accepted
from gql_api.sessions.service import Sessions

RECENT_LISTINGS = 100
Twins: TypeAlias = Mapping[str, str | None]
"""Addresses of published listings by the digests of their content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingService:
    jobs: JobStore
    events: EventLog
    photos: PhotoStore
    sessions: Sessions
    defaults: DefaultsStore
    admission: Admission
    limits: Limits
    taught: Aliases
    suggestions: Suggester
    marketplace: Marketplace
    telemetry: Telemetry
    market: str
    """The host of the service's own market."""
    caller: Caller = THE_OPERATOR

    async def published(
        self, *, account: str | None = None, limit: int = 50, start: PageStart | None = None
    ) -> tuple[Job, ...]:
        """The publishes that left a listing on the site, newest first."""
        self.caller.require(Scope.READ)
        return await self.jobs.list(
            owner=self.caller.owner,
            account=self.caller.account(account) if account else None,
            kind=JobKind.PUBLISH,
            states=frozenset({JobState.DONE}),
            limit=limit,
            start=start,
            listed=True,
        )

    async def suggest(self, typed: Typed) -> tuple[Suggestion, ...]:
        self.caller.require(Scope.READ)
        return await self.suggestions.suggest(typed)

    async def aliases(self, account: str) -> tuple[StoredAlias, ...]:
        """Everything that an account's answers have taught, newest first."""
        self.caller.require(Scope.READ)
        return await self.taught.of(self.caller.account(account))

    async def forget_alias(self, alias_id: str) -> None:
        """Forget what an answer has taught; `NotFound`."""
        self.caller.require(Scope.PREPARE)
        await self.taught.forget(alias_id, self.caller.owner)

    async def check(
        self, data: Mapping[str, Any], problems: Sequence[Mapping[str, str]] = ()
    ) -> ListingCheck:
        """What prepare would refuse of a listing, and advise; `problems` are those known before.

        Neither session nor browser is needed, nothing is stored, and no slot is taken.
        """
        self.caller.require(Scope.READ)
        given, wrong = readable(data)
        found = [*problems, *wrong]
        while given is not None:
            try:
                listing = await self._described(given)
                return ListingCheck.of(listing.advice, found)
            except (InvalidInput, NotFound) as error:
                found += problems_of(error)
                given = _without(given, members_of(problems_of(error)))
        return ListingCheck.of((), found)

    async def _described(self, given: PrepareInput, twins: Twins | None = None) -> Listing:
        """The listing as it would be prepared."""
        if given.job_id:
            job = await self._corrected(given)
            return await self._listing(given, job.account, job.origin, twins)
        account = self.caller.account(given.account or DEFAULT_ACCOUNT)
        origin = await self.sessions.origin_for(account, given.market)
        return await self._listing(given, account, origin, twins)

    async def as_prepared(self, data: Mapping[str, Any], twins: Twins | None = None) -> Listing:
        """The listing that prepare would make of its members; `InvalidInput`, `NotFound`.

        `twins` are what the account has published, where many listings are looked at.
        """
        self.caller.require(Scope.PREPARE)
        return await self._described(read(PrepareInput, data), twins)

    async def renew(self, job_id: str) -> Job:
        """Prepare the same content again under the same id: new picture, new token, the old void.

        What ran out is renewed so, and what failed tried again; a yes is given to the new picture.
        """
        self.caller.require(Scope.PREPARE)
        with self._preparing():
            job = await self.jobs.get(job_id, owner=self.caller.owner)
            await self.sessions.require(job.account, job.origin)
            return (await self._accept(self._revised(job, job.listing, dry_run=job.dry_run))).job

    async def prepare(self, given: PrepareInput, *, key: str | None = None) -> Accepted:
        """Store a preparation, or the correction of one, and let the engine run it."""
        self.caller.require(Scope.PREPARE)
        named = idempotency("prepare", key, given, self.market, self.caller.owner)
        if named and (earlier := await self.jobs.find_key(named)):
            return Accepted(earlier, replayed=True)
        with self._preparing() as again:
            job = await (self._correction(given) if given.job_id else self._preparation(given))
            accepted = await self._accept(job, named)
            if accepted.replayed:
                again()
        return accepted

    async def answer(self, job_id: str, answers: Mapping[str, str]) -> Job:
        """Answer a preparation's questions and go on with it."""
        self.caller.require(Scope.PREPARE)
        with self._preparing():
            job = await self.jobs.get(job_id, owner=self.caller.owner)
            await self.sessions.require(job.account, job.origin)
            counted = counting(_questions(job), answers)
            listing = replace(job.listing, answers={**job.listing.answers, **counted})
            return (await self._accept(self._revised(job, listing, dry_run=job.dry_run))).job

    async def publish(
        self, given: PublishInput, *, by: str, key: str | None = None, queue_for_slot: bool = False
    ) -> Accepted:
        """Store the yes of a caller, or its dry run, and let the engine carry it out.

        Without `queue_for_slot` a full minute is refused at the door with `RateLimited`.
        """
        self.caller.require(Scope.PREPARE if given.dry_run else Scope.PUBLISH)
        named = idempotency("publish", key, given, self.market, self.caller.owner)
        if named and (earlier := await self.jobs.find_key(named)):
            return Accepted(earlier, replayed=True)
        prepared = await self.admission.approved(given, self.caller.owner)
        account, origin, listing = prepared.account, prepared.origin, prepared.listing
        await self.sessions.require(account, origin)
        job = replace(
            new_job(JobKind.PUBLISH, account, origin, listing, self.admission.now()),
            dry_run=given.dry_run,
            prepare_id=prepared.id,
            prepare_revision=prepared.revision,
            approved_by=by,
        )
        if given.dry_run:
            return await self._accept(job, named)
        rate = self.limits.of(self.caller.owner)["publish"]
        slot = rate.check()
        if not queue_for_slot:
            slot.require()
        try:
            accepted = await self._accept(job, named)
        except BaseException:
            rate.refund(slot)
            raise
        if accepted.replayed:
            rate.refund(slot)
        return accepted

    @contextmanager
    def _preparing(self) -> Iterator[Callable[[], None]]:
        """Take a slot of the rate, for what goes to the browser; what is called gives it back.

        What another job stands against goes nowhere, and costs nothing either.
        """
        rate = self.limits.of(self.caller.owner)["prepares"]
        slot = rate.check()
        slot.require()
        try:
            yield lambda: rate.refund(slot)
        except Conflict:
            rate.refund(slot)
            raise

    async def _preparation(self, given: PrepareInput) -> Job:
        account = self.caller.account(given.account or DEFAULT_ACCOUNT)
        session = await self.sessions.require(account, given.market)
        listing = await self._listing(given, account, session.origin)
        job = new_job(JobKind.PREPARE, account, session.origin, listing, self.admission.now())
        return replace(job, dry_run=given.dry_run)

    async def _corrected(self, given: PrepareInput) -> Job:
        """The job that is to be corrected, when it is the account's."""
        job = await self.jobs.get(given.job_id or "", owner=self.caller.owner)
        if given.account not in (None, shown(job.account)):
            raise Conflict(
                "The preparation belongs to another account. Leave the account out, or prepare "
                "the listing anew without this job's id.",
                code="wrong_account",
                field="job_id",
            )
        return job

    async def _correction(self, given: PrepareInput) -> Job:
        job = await self._corrected(given)
        await self.sessions.require(job.account, given.market or job.origin)
        listing = await self._listing(given, job.account, job.origin)
        if FieldName.CATEGORY in listing.answers:
            listing = replace(listing, answers=counting(_questions(job), listing.answers))
        return self._revised(job, listing, dry_run=given.dry_run)

    async def _listing(
        self, given: PrepareInput, account: str, origin: str, twins: Twins | None = None
    ) -> Listing:
        """The listing that was asked for, with what is known of its words and said of it."""
        require_fitting(given, self.marketplace.limits)
        found = await self.photos.find(given.photos, self.caller.owner)
        market = self.marketplace.market_of(origin)
        listing = listing_of(given, found, market.currency)
        defaults = await self.defaults.get(account)
        listing = defaults.applied_to(listing)
        applied = listing.advice
        listing = await self.taught.known_to(account, listing)
        if twins is None:
            twins = await self.twins(shown(account))
        twin = twins.get(listing.digest())
        advised = self.marketplace.advice(listing, market, twin)
        return replace(listing, advice=(*applied, *advised))

    async def twins(self, account: str) -> Twins:
        """Where the account has published which content before, of its newest listings."""
        found: dict[str, str | None] = {}
        for job in await self.published(account=account, limit=RECENT_LISTINGS):
            if job.result:
                found.setdefault(job.listing.digest(), job.result.listing_url)
        return found

    def _revised(self, job: Job, listing: Listing, *, dry_run: bool) -> Job:
        return revised(job, listing, dry_run=dry_run, now=self.admission.now())

    async def _accept(self, job: Job, key: Key | None = None) -> Accepted:
        job = replace(
            job,
            deadline=self.admission.now() + self.admission.patience,
            trace=self.telemetry.tracing.traceparent(),
        )
        stored, replayed = await self.jobs.accept(
            job, key=key, admit=lambda tx: self.admission.admit(tx, job)
        )
        if not replayed:
            # The job is acknowledged: a caller who leaves now must not keep it from being told of.
            await asyncio.shield(self.events.announce(stored.id, stored.last_seq - 1))
        return Accepted(stored, replayed)


def _questions(job: Job) -> tuple[Question, ...]:
    return job.result.questions if job.result else ()


_LEFT_OUT: Final[Mapping[str, Any]] = {"photos": (), "market": None}
"""What a listing is without a member that only the service can find wrong."""


def _without(given: PrepareInput, members: Set[str]) -> PrepareInput | None:
    """The listing without some of its members; None where it is none without them."""
    if not members or members - _LEFT_OUT.keys():
        return None
    return given.model_copy(update={name: _LEFT_OUT[name] for name in members})

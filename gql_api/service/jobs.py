"""The jobs of a caller: found, followed, cancelled, and settled where their outcome is unknown.

What starts a job is `listings`'. Every verb asks for its scope first and finds only what the
caller's owner has: what is another's is answered like what was never there.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace

from browser.listing import FieldName
from browser.site import Marketplace
from gql_api.db.jobs import JobStore, settled_anew
from gql_api.db.publishing.publish_intents import NOT_THERE, IntentState
from gql_api.db.publishing.receipts import ReceiptStore
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.job import (
    Job,
    JobEvent,
    JobKind,
    JobState,
    LivePicture,
    Outcome,
    Result,
)
from gql_api.domain.pagination import PageStart
from gql_api.domain.receipt import SignedReceipt
from gql_api.errors import Conflict, NotFound, ServiceError
from gql_api.http.shutdown import Shutdown
from gql_api.jobs.completion import CANCELLABLE, CANCELLED
from gql_api.jobs.drafts import Drafts
from gql_api.jobs.events import EventLog, Take
from gql_api.jobs.live_pictures import LivePictures, beside
from gql_api.jobs.page_search import PageSearch, not_open
from gql_api.jobs.reconciler import Reconciler
from gql_api.limits.rate_limiter import Limits
from gql_api.listings.admission import item_id, require_no_publish
from gql_api.listings.autocomplete import Suggestion
from gql_api.listings.form_options import FormOptions
from gql_api.security.jws import PublicKeys

_SURE = 0.8
"""What scores so much, a form would choose for the same words."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A job that was stored, or the one that the same idempotency key named before."""

    job: Job
    replayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JobService:
    store: JobStore
    events: EventLog
    live: LivePictures
    signed: ReceiptStore
    drafts: Drafts
    options: FormOptions
    marketplace: Marketplace
    reconciler: Reconciler
    page_search: PageSearch
    limits: Limits
    leaving: Shutdown
    caller: Caller = THE_OPERATOR

    async def get(self, job_id: str) -> Job:
        """A job as it stands; `NotFound`."""
        self.caller.require(Scope.READ)
        return await self._found(job_id)

    async def list(
        self,
        *,
        account: str | None = None,
        kind: JobKind | None = None,
        states: frozenset[JobState] = frozenset(),
        limit: int = 50,
        start: PageStart | None = None,
    ) -> tuple[Job, ...]:
        self.caller.require(Scope.READ)
        return await self.store.list(
            owner=self.caller.owner,
            account=self.caller.account(account) if account else None,
            kind=kind,
            states=states,
            limit=limit,
            start=start,
        )

    async def history(self, job_id: str) -> tuple[JobEvent, ...]:
        """Every event of a job so far; `NotFound`."""
        await self.get(job_id)
        return await self.store.events_after(job_id, 0)

    async def options_of(
        self, job_id: str, field: str, text: str, first: int
    ) -> tuple[Suggestion, ...]:
        """What a text may be in the list of a job's form; `NotFound`, `OptionsNotRead`.

        Brands that were not read are searched on the page of a form that waits for its yes. What
        keeps the page from being asked is told where nothing else is found, a challenge always.
        """
        job = await self.get(job_id)
        prepared = await self.store.get(job.prepare_id) if job.prepare_id else job
        found = await self.options.find(prepared.id, field, text, first)
        if field != FieldName.BRAND or not text.strip() or _fits(found):
            return found
        try:
            await self._searched(prepared, field, text)
        except ServiceError as error:
            if not found or error.code == "needs_manual":
                raise
            return found
        return await self.options.find(prepared.id, field, text, first)

    async def _searched(self, prepared: Job, field: str, text: str) -> None:
        """Have the page searched, which takes the right to let a form be filled."""
        if prepared.state is not JobState.AWAITING_CONFIRMATION:
            raise not_open()
        self.caller.require(Scope.PREPARE)
        await self.page_search.search(prepared.id, field, text)

    async def receipts(self, job_id: str) -> tuple[SignedReceipt, ...]:
        self.caller.require(Scope.READ)
        return await self.signed.found(job_id, self.caller.owner)

    async def receipts_of(self, job_id: str) -> tuple[SignedReceipt, ...]:
        """`receipts`, at least one; `NotFound`."""
        self.caller.require(Scope.READ)
        return await self.signed.of(job_id, self.caller.owner)

    @property
    def receipt_keys(self) -> PublicKeys:
        return self.signed.keys

    async def watch(
        self, job_id: str, after: int = 0, take: Take | None = None
    ) -> AsyncGenerator[JobEvent]:
        """The events after a number, then live, until the run's outcome; `NotFound`.

        Live ones that `take` takes are not given.
        """
        await self.get(job_id)
        async with aclosing(self.events.watch(job_id, after, take)) as events:
            async for event in events:
                yield event

    async def watch_live(
        self, job_id: str, after: int = 0
    ) -> AsyncGenerator[JobEvent | LivePicture]:
        """`watch`, and between its events pictures of the form while it is filled.

        They are taken because this is read, and for nobody else.
        """
        await self.get(job_id)
        both = beside(self.events.watch(job_id, after), self.live.watch(job_id))
        async with aclosing(both) as told:
            async for each in told:
                yield each

    async def live_picture(self, picture_id: str) -> LivePicture:
        """A picture of a form of the caller's; `NotFound` seconds after it was taken."""
        self.caller.require(Scope.READ)
        if found := self.live.find(picture_id):
            with suppress(NotFound):
                await self._found(found.job_id)
                return found
        raise NotFound(
            "There is no live picture with this id: it can be seen for some seconds only.",
            code="picture_not_found",
        )

    async def watch_all(self) -> AsyncGenerator[JobEvent]:
        """The events of every job of the caller from now on."""
        self.caller.require(Scope.READ)
        async with aclosing(self.events.watch_all()) as events:
            async for event in events:
                if event.owner == self.caller.owner:
                    yield event

    async def wait(self, accepted: Accepted, seconds: float) -> Job:
        """The job at the accepted revision, over if that came within the time.

        A service that stops lets nobody wait: the job goes on at the next start.
        """
        job = accepted.job
        if job.is_active and seconds > 0:
            with suppress(TimeoutError):
                async with (
                    asyncio.timeout(seconds),
                    aclosing(
                        self.leaving.until_told(self.events.watch(job.id, job.last_seq))
                    ) as live,
                ):
                    async for _ in live:
                        pass
        return await self.store.get(job.id, job.revision)

    async def cancel(self, job_id: str) -> Job:
        """Stop a job before its click; `Conflict` when it is too late or over."""
        self.caller.require(Scope.PREPARE)
        job = await self._found(job_id)
        if job.state not in CANCELLABLE:
            raise Conflict("The job is over: there is nothing to cancel.", code="job_over")
        if not await self.events.change(
            job.id, job.revision, CANCELLED, admit=lambda tx: require_no_publish(tx, job.id)
        ):
            raise Conflict(
                "The click has been made, or the job has just come to its end: it can no longer "
                "be cancelled. Look at its outcome.",
                code="too_late_to_cancel",
            )
        return await self.store.get(job_id)

    async def resolve(
        self, job_id: str, *, by: str, there: bool, address: str | None = None
    ) -> Job:
        """A person's word on an unknown outcome: the listing is there, or it is not."""
        self.caller.require(Scope.PUBLISH)
        job = await self._found(job_id)
        result = _unknown(job)
        if job.kind is JobKind.PREPARE and (result or await self.drafts.is_open(job)):
            return await self._resolve_draft(job, by=by, there=there, address=address)
        if result is None:
            raise Conflict("Only a job whose outcome is unknown is resolved.", code="not_unknown")
        if there:
            listing_id = item_id(address, job.origin, self.marketplace)
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
        settled = IntentState.DONE if there else IntentState.FAILED
        change = settled_anew(result, settled, frozenset({IntentState.UNKNOWN}))
        await self.events.change(job.id, job.revision, change)
        return await self.store.get(job_id)

    async def _resolve_draft(self, job: Job, *, by: str, there: bool, address: str | None) -> Job:
        """A person's word on a draft whose save was not answered."""
        if there:
            draft_id = item_id(address, job.origin, self.marketplace, draft=True)
            await self.drafts.found(job, draft_id, address or "", by=by)
        else:
            await self.drafts.absent(job, by=by)
        return await self.store.get(job.id)

    async def look_again(self, job_id: str) -> Job:
        """Look an unknown outcome up on the site once more; nothing is clicked."""
        self.caller.require(Scope.PUBLISH)
        job = await self._found(job_id)
        if _unknown(job) is None:
            raise Conflict(
                "Only a job whose outcome is unknown is looked up again.", code="not_unknown"
            )
        self.limits.of(self.caller.owner)["prepares"].check().require()
        await self.reconciler.again(job.id)
        return await self.store.get(job.id)

    async def _found(self, job_id: str) -> Job:
        return await self.store.get(job_id, owner=self.caller.owner)


def _fits(found: tuple[Suggestion, ...]) -> bool:
    """Whether something is found that a form would choose."""
    return bool(found) and found[0].ranked.score >= _SURE


def _unknown(job: Job) -> Result | None:
    """The result of a job whose outcome is unknown, and of which no person has said a word."""
    result = job.result
    if result is None or result.outcome is not Outcome.OUTCOME_UNKNOWN:
        return None
    return None if result.reason == NOT_THERE else result

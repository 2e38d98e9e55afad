"""What may start: the rules between a request and a stored job.

Owns turning inputs into listings and jobs, and every refusal that looks at other jobs, at the
fence rows or at the day's budget. Carrying a job out belongs to the workflows.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import sqlalchemy as sa

from browser.listing import FieldName, Listing, Price
from browser.messages import Message
from browser.sell_form import CUSTOM_OPTION
from browser.site import Limits, Marketplace
from gql_api.db.forgotten_accounts import require_not_forgotten
from gql_api.db.job_counts import machines, queued, real_publishes, waiting
from gql_api.db.job_mapper import current, publishes_of
from gql_api.db.jobs import JobStore, new_id
from gql_api.db.photos import remembered
from gql_api.db.publishing.publish_intents import IntentState, PublishStore, clicks_since, holder
from gql_api.domain.inputs import PrepareInput, PublishInput
from gql_api.domain.job import Job, JobKind, JobState, Outcome
from gql_api.domain.tenant import OPERATOR, owner_in, shown
from gql_api.errors import (
    Conflict,
    InvalidInput,
    NoCapacity,
    NotFound,
    PublishDisabled,
    RateLimited,
)
from gql_api.limits.capacity import FORM_SECONDS
from gql_api.media.photos import StoredPhoto
from gql_api.security.confirm_token import ConfirmClaims, ConfirmTokenSigner, foreign_token

DAY: Final = timedelta(days=1)
CORRECTABLE: Final = frozenset(
    {
        JobState.AWAITING_ANSWERS,
        JobState.AWAITING_CONFIRMATION,
        JobState.DONE,
        JobState.FAILED,
        JobState.EXPIRED,
    }
)
_AS_GIVEN: Final = ({each.name for each in fields(Listing)} & PrepareInput.model_fields.keys()) - {
    "price",
    "photos",
    "answers",
}
"""What a listing has as the caller gave it, by the same name."""


@dataclass(frozen=True, slots=True)
class Admission:
    """The rules, with the stores that they look at. `daily_budget` None is no budget.

    A run fails that has not come to its end within `patience` of its acceptance.
    """

    jobs: JobStore
    publishes: PublishStore
    signer: ConfirmTokenSigner
    publish_enabled: bool
    daily_budget: int | None
    max_queued: int
    now: Callable[[], datetime]
    patience: timedelta = timedelta(hours=1)
    places: int = 4
    """How many forms a process fills at once."""
    refused: Counter[str] = field(default_factory=Counter)
    """Refusals by the limit that was reached, since the start."""

    async def approved(self, given: PublishInput, owner: str = OPERATOR) -> Job:
        """The owner's preparation that a token approves, when it still is what was approved."""
        if not given.dry_run and not self.publish_enabled:
            raise PublishDisabled(
                "Publishing is switched off here (PUBLISH_ENABLED=false). A dry run still works."
            )
        claims = self.signer.opened(given.confirm_token)
        if owner_in(claims.account) != owner:
            # Another's token, which is no more one of the caller's than a made-up one.
            raise foreign_token()
        if given.account not in (None, shown(claims.account)):
            raise Conflict(
                "The confirm token belongs to another account. Leave the account out, or "
                "prepare the listing for this one.",
                code="wrong_account",
                field="account",
            )
        prepared = await self._young(claims, owner)
        _require_same(prepared, claims)
        return prepared

    async def _young(self, claims: ConfirmClaims, owner: str) -> Job:
        """The preparation of a yes that is not too old: a challenge may have prolonged it."""
        try:
            prepared = await self.jobs.get(claims.job_id, owner=owner)
        except NotFound:
            self.signer.require_young(claims)
            raise
        result = prepared.result if prepared.revision == claims.revision else None
        self.signer.require_young(claims, result.expires_at if result else None)
        return prepared

    def _require_budget(self, tx: sa.Connection, account: str) -> None:
        """Refuse when the account's listings of the day are published or under way."""
        if self.daily_budget is None:
            return
        clicks = clicks_since(tx, account, self.now() - DAY)
        over = len(clicks) + real_publishes(tx, account) - self.daily_budget
        if over < 0:
            return
        # A place is free once so many clicks are a day old; those under way will be clicks of now.
        oldest = clicks[over] if over < len(clicks) else self.now()
        free_at, name = oldest + DAY, shown(account)
        self.refused["daily"] += 1
        raise RateLimited(
            Message(
                "Account {name} has its {limit} listings of the day published or under way. The "
                "next one is possible at {free_at} UTC.",
                name=repr(name),
                limit=self.daily_budget,
                free_at=f"{free_at:%H:%M}",
            ),
            code="daily_budget_reached",
            field="account",
            retry_after=(free_at - self.now()).total_seconds(),
        )

    def _require_capacity(self, tx: sa.Connection) -> None:
        """Refuse what would wait beyond its own deadline before a form is free for it."""
        at_once = self.places * machines(tx)
        ahead = waiting(tx) - at_once
        if ahead * FORM_SECONDS / at_once < self.patience.total_seconds():
            return
        self.refused["capacity"] += 1
        free = max(1.0, FORM_SECONDS / at_once)
        retry_at = self.now() + timedelta(seconds=free)
        raise NoCapacity(
            Message(
                "{count} listings wait to be filled, more than can be begun in time. A place is "
                "free at about {free_at} UTC: try again then.",
                count=waiting(tx),
                free_at=f"{retry_at:%H:%M:%S}",
            ),
            retry_after=free,
            members={"retry_at": retry_at.isoformat()},
        )

    def admit(self, tx: sa.Connection, job: Job) -> None:
        """Look at the tables inside the transaction that stores the job; raise to refuse."""
        require_not_forgotten(tx, job.account)
        if queued(tx, job.account) >= self.max_queued:
            self.refused["queued"] += 1
            raise Conflict(
                Message(
                    "Account {account} has {count} jobs waiting already. Wait for some of them, "
                    "or cancel them.",
                    account=repr(shown(job.account)),
                    count=self.max_queued,
                ),
                code="account_busy",
                field="account",
                retry_after=30,
            )
        if job.revision > 1:
            _require_correctable(tx, job)
        if job.kind is JobKind.PREPARE:
            self._require_capacity(tx)
        if job.kind is JobKind.PUBLISH:
            _require_free_yes(tx, job)
            if not job.dry_run:
                self._require_budget(tx, job.account)
            return
        _require_photos(tx, job)


def new_job(kind: JobKind, account: str, origin: str, listing: Listing, now: datetime) -> Job:
    """A job that is not stored yet."""
    return Job(
        id=new_id(),
        kind=kind,
        account=account,
        origin=origin,
        state=JobState.QUEUED,
        revision=1,
        dry_run=True,
        listing=listing,
        created_at=now,
        updated_at=now,
    )


def revised(job: Job, listing: Listing, *, dry_run: bool, now: datetime) -> Job:
    """The next revision of a preparation; whether it may be is said when it is admitted."""
    return replace(
        job,
        state=JobState.QUEUED,
        revision=job.revision + 1,
        listing=listing,
        dry_run=dry_run,
        updated_at=now,
        result=None,
    )


def listing_of(given: PrepareInput, photos: Mapping[str, StoredPhoto], currency: str) -> Listing:
    """The listing that was asked for; `NotFound` naming the first photo that is not there."""
    for position, photo_id in enumerate(given.photos):
        if photo_id not in photos:
            raise _no_photo(photo_id, position)
    return Listing(
        **{name: getattr(given, name) for name in _AS_GIVEN},
        price=Price(given.price, currency),
        category=given.category_hint,
        photos=tuple(photos[photo_id].file for photo_id in given.photos),
        answers=_answers(given),
        price_as_given=given.price_as_given,
    )


def require_fitting(given: PrepareInput, limits: Limits) -> None:
    """Refuse more photos than the marketplace takes."""
    if len(given.photos) > limits.photos:
        raise InvalidInput(
            Message("photos: at most {most} photos", most=limits.photos), field="photos"
        )


def _answers(given: PrepareInput) -> dict[str, str]:
    """What was answered in advance; that an unknown brand is meant is one more answer."""
    if given.brand_is_custom and given.brand:
        return {FieldName.BRAND.value: CUSTOM_OPTION, **given.answers}
    return dict(given.answers)


def _no_photo(photo_id: str, position: int) -> NotFound:
    return NotFound(
        Message(
            "There is no photo {photo_id}. Upload it again, and use the id that the upload "
            "answers.",
            photo_id=repr(photo_id[:40]),
        ),
        code="photo_not_found",
        field=f"photos.{position}",
    )


def _require_photos(tx: sa.Connection, job: Job) -> None:
    """Photos may have gone since they were looked up, or since an earlier revision."""
    wanted = [photo.id for photo in job.listing.photos]
    there = remembered(tx, wanted)
    for position, photo_id in enumerate(wanted):
        if photo_id not in there:
            raise _no_photo(photo_id, position)


def item_id(
    address: str | None, origin: str, marketplace: Marketplace, *, draft: bool = False
) -> str:
    """The item, or draft, that an address on the market names; `InvalidInput` for another."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        parts = urlsplit("")
    found = marketplace.item_id(parts.path, draft=draft)
    if f"{parts.scheme}://{parts.netloc}" != origin or found is None:
        usual = marketplace.listing_url(origin, "123456789")
        raise InvalidInput(
            Message("Give the listing's own address, such as {address}.", address=usual),
            field="address",
        )
    return found


def _require_same(prepared: Job, claims: ConfirmClaims) -> None:
    same = (
        prepared.revision == claims.revision
        and prepared.origin == claims.market
        and prepared.listing.digest() == claims.digest
    )
    if not same:
        raise _content_changed(prepared)
    _require_not_cancelled(prepared)


def _content_changed(prepared: Job) -> Conflict:
    return Conflict(
        "The preparation was corrected after this confirm token was given. Look at it again and "
        "use its newest token.",
        code="content_changed",
        field="confirm_token",
        members={"job_id": prepared.id},
    )


def _require_not_cancelled(prepared: Job) -> None:
    if prepared.state is JobState.CANCELLED:
        raise Conflict(
            "The preparation was cancelled. Prepare the listing again.",
            code="preparation_cancelled",
            field="confirm_token",
        )


def _require_free_yes(tx: sa.Connection, job: Job) -> None:
    """One yes per approved revision: under way, carried out or unknown, it is not free."""
    prepared = current(tx, str(job.prepare_id))
    if prepared.revision != job.prepare_revision:
        raise _content_changed(prepared)
    _require_not_cancelled(prepared)
    held = holder(tx, prepared.id, prepared.revision)
    if held is not None:
        _refuse_held(tx, *held)
    require_no_publish(tx, prepared.id)


def require_no_publish(tx: sa.Connection, prepare_id: str) -> None:
    """Refuse while a publish of the preparation goes on or waits to."""
    for other in publishes_of(tx, prepare_id):
        if other.is_active:
            raise _in_progress(other.id)


def _refuse_held(tx: sa.Connection, publish_id: str, state: IntentState) -> None:
    if state is IntentState.DONE:
        result = current(tx, publish_id).result
        raise Conflict(
            "This confirm token was used: look at the job that used it.",
            code="already_published",
            field="confirm_token",
            members={"job_id": publish_id, "listing_url": result and result.listing_url},
        )
    if state is IntentState.REJECTED:
        result = current(tx, publish_id).result
        if result and result.outcome is Outcome.NOT_READY:
            raise Conflict(
                "The page was about to send something else than this confirm token approved, and "
                "nothing was sent. Prepare the listing again and use its new token.",
                code="confirm_token_used",
                field="confirm_token",
                members={"job_id": publish_id},
            )
        raise Conflict(
            "The site refused this listing. Correct the preparation and use its new token.",
            code="confirm_token_used",
            field="confirm_token",
            members={"job_id": publish_id},
        )
    if state is IntentState.UNKNOWN:
        raise Conflict(
            "An earlier publish with this token may have gone through. Look at your listings, then "
            "say whether it is there (resolve).",
            code="outcome_unknown",
            field="confirm_token",
            members={"job_id": publish_id},
        )
    raise _in_progress(publish_id)


def _in_progress(publish_id: str) -> Conflict:
    return Conflict(
        "A publish of this preparation is under way: wait for its outcome.",
        code="publish_in_progress",
        field="confirm_token",
        retry_after=5,
        members={"job_id": publish_id},
    )


def _require_correctable(tx: sa.Connection, job: Job) -> None:
    now = current(tx, job.id)
    if now.kind is not JobKind.PREPARE:
        raise Conflict("Only a preparation is corrected.", code="not_a_preparation", field="job_id")
    if now.state not in CORRECTABLE or now.revision + 1 != job.revision:
        raise Conflict(
            "The preparation is under way or was cancelled: wait for it, or prepare anew.",
            code="job_running" if now.is_active else "preparation_cancelled",
            field="job_id",
            retry_after=5 if now.is_active else None,
        )
    require_no_publish(tx, now.id)
    held = holder(tx, now.id, now.revision)
    if held is not None and held[1] is not IntentState.REJECTED:
        _refuse_held(tx, *held)

"""The values of a job: its kind, state, outcome, result and events, as both transports show them.

A job is one preparation or one publish. A preparation that is corrected or answered keeps its id
and gets a new revision; each revision is one run of the engine and keeps its own result. Rows
are the store's matter, running them the workflows'.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from browser.listing import FieldReport, FormReading, Listing, Obstacle, Question
from browser.messages import Answer, Text
from gql_api.domain.tenant import OPERATOR, owner_in


class JobKind(StrEnum):
    """What a job does."""

    PREPARE = "prepare"
    PUBLISH = "publish"


WORK = "jobs"
"""The queue of what works in a browser from its beginning to its end."""
CLICKS = "clicks"
"""The queue of what may wait for the publish limit: there it keeps no other work waiting."""


class JobState(StrEnum):
    """Where a job stands. The first group goes on by itself, the second waits for a person."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING_FOR_SLOT = "waiting_for_slot"

    AWAITING_ANSWERS = "awaiting_answers"
    AWAITING_CONFIRMATION = "awaiting_confirmation"

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


ACTIVE = frozenset({JobState.QUEUED, JobState.RUNNING, JobState.WAITING_FOR_SLOT})
AWAITING = frozenset({JobState.AWAITING_ANSWERS, JobState.AWAITING_CONFIRMATION})
ENDED = frozenset(JobState) - ACTIVE - AWAITING


class Outcome(StrEnum):
    """How a job ended that was handled to its end."""

    PREPARED = "prepared"
    DRAFT_SAVED = "draft_saved"
    CHECKED = "checked"
    PUBLISHED = "published"
    NEEDS_MANUAL = "needs_manual"
    NOT_READY = "not_ready"
    REJECTED_BY_SITE = "rejected_by_site"
    HELD_FOR_REVIEW = "held_for_review"
    OUTCOME_UNKNOWN = "outcome_unknown"
    DUPLICATED = "duplicated"


AS_ASKED = frozenset(
    {
        Outcome.PREPARED,
        Outcome.DRAFT_SAVED,
        Outcome.CHECKED,
        Outcome.PUBLISHED,
        Outcome.NEEDS_MANUAL,
        Outcome.HELD_FOR_REVIEW,
    }
)
"""The outcomes that REST answers with `ok: true`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a job failed: a stable code and what to do, in words."""

    code: str
    detail: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A kept picture; `digest` is the SHA-256 of its bytes, in hex."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of a job came to.

    Either an `outcome` (refined by `reason`) or a `problem`. `confirm_token` is there only with
    `prepared` and `draft_saved`; `listing_urls` holds every address when the site stored more
    than one item; `errors` maps a field to the site's own words. `resolved_by` is the caller who
    settled an unknown outcome. `build_id` names how a page was built that was not understood.
    `obstacle` is what a person has to act on, `retry_at` when the site says that it answers again.
    """

    outcome: Outcome | None = None
    reason: Text | None = None
    problem: Problem | None = None
    username: str | None = None
    fields: tuple[FieldReport, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[Text, ...] = ()
    errors: Mapping[str, Answer] = field(default_factory=dict)
    reading: FormReading | None = None
    preview_url: str | None = None
    picture_id: str | None = None
    picture_digest: str | None = None
    draft_id: str | None = None
    confirm_token: str | None = None
    expires_at: datetime | None = None
    listing_id: str | None = None
    listing_url: str | None = None
    listing_urls: tuple[str, ...] = ()
    resolved_by: str | None = None
    build_id: str | None = None
    obstacle: Obstacle | None = None
    retry_at: datetime | None = None

    @property
    def picture(self) -> Picture | None:
        """The kept picture, when its digest was noted with it."""
        if self.picture_id is None or self.picture_digest is None:
            return None
        return Picture(self.picture_id, self.picture_digest)

    @property
    def ok(self) -> bool:
        """Whether the request was handled as asked."""
        return self.outcome in AS_ASKED


@dataclass(frozen=True, slots=True)
class Job:
    """One preparation or publish, at the revision that counts now.

    `prepare_id` and `prepare_revision` name the preparation that a publish carries out. `slot_at`
    is the estimate while the job waits for its publish slot. `deadline` is there while it goes on:
    the run fails when it has not come to its result or its click by then. `last_seq` is the number
    of its newest event. `approved_by` is the caller whose yes a publish is; none where that was not
    noted. `import_id` and `import_line` name the row of an import that it came from, or whose yes
    it is; the import may be gone. `trace` is the W3C `traceparent` of the request that asked for
    this revision, if traces are taken.
    """

    id: str
    kind: JobKind
    account: str
    origin: str
    state: JobState
    revision: int
    dry_run: bool
    listing: Listing
    created_at: datetime
    updated_at: datetime
    result: Result | None = None
    prepare_id: str | None = None
    prepare_revision: int | None = None
    step: str | None = None
    percent: int = 0
    slot_at: datetime | None = None
    deadline: datetime | None = None
    last_seq: int = 0
    approved_by: str | None = None
    trace: str | None = None
    import_id: str | None = None
    import_line: int | None = None

    @property
    def queue(self) -> str:
        """Where the job waits for the engine."""
        return CLICKS if self.kind is JobKind.PUBLISH and not self.dry_run else WORK

    @property
    def owner(self) -> str:
        """Whose job it is."""
        return owner_in(self.account)

    @property
    def standing_result(self) -> Result | None:
        """The result as it counts now: a yes that the job waits for no more is not offered."""
        if self.result is None or self.state is JobState.AWAITING_CONFIRMATION:
            return self.result
        return replace(self.result, confirm_token=None, expires_at=None)

    @property
    def is_active(self) -> bool:
        """Whether the job goes on by itself."""
        return self.state in ACTIVE

    @property
    def run_id(self) -> str:
        """The engine's id of the current revision."""
        return f"{self.id}.{self.revision}"


@dataclass(frozen=True, slots=True)
class LivePicture:
    """What a job's form looked like while it was filled; `id` cannot be guessed. Never stored."""

    job_id: str
    id: str
    at: datetime
    jpeg: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class JobEvent:
    """One event of a job. `seq` starts at 1 and has no gaps; the last of a run is not `active`.

    `step`, `done` and `total` are there when the event is progress within the browser.
    """

    job_id: str
    seq: int
    at: datetime
    state: JobState
    revision: int
    percent: int
    step: str | None = None
    done: int | None = None
    total: int | None = None
    outcome: Outcome | None = None
    reason: Text | None = None
    problem: Problem | None = None
    slot_at: datetime | None = None
    owner: str = OPERATOR

    @property
    def is_last(self) -> bool:
        """Whether the run has come to its outcome."""
        return self.state not in ACTIVE

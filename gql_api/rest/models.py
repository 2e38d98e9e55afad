"""The types of REST's answers about jobs, sessions and the service.

Each is a body as `bodies` fills it in and as the OpenAPI document describes it. Those of single
subjects (photos, suggestions, figures, receipts, errors) stand in the modules of these.
"""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict  # pydantic reads Python's own only from 3.12 on

from browser.listing import EvidenceSource, ObstacleKind
from browser.pasted_session import Source
from gql_api.domain.job import JobKind, JobState, Outcome
from gql_api.rest.schemas import Moment, Uri, doc
from gql_api.sessions.service import SessionState

Ok = Annotated[bool, doc("Whether the request was handled as asked.")]
JobId = Annotated[str, doc("The job's id.")]
DryRun = Annotated[bool, doc("True when nothing was to be saved or published.")]
OutcomeOrNull = Annotated[Outcome | None, doc("How the job ended; null while it goes on.")]
Reason = Annotated[
    str | None, doc("Refines the outcome, as captcha_or_verification does needs_manual.")
]
State = Annotated[JobState, doc("Where the job stands.")]
Step = Annotated[str | None, doc("The step that the browser is at.")]
Percent = Annotated[int, doc("How far the whole job is, 0 to 100.")]
Revision = Annotated[int, doc("Grows with each correction.")]
SlotAt = Annotated[Moment | None, doc("When a waiting publish is expected to start.")]
Warnings = Annotated[list[str], doc("What the seller should look at.")]
PreviewUrl = Annotated[str | None, doc("The page that was filled, or the draft's own.")]
Next = Annotated[str | None, doc("Give it as after for older ones; null where none follow.")]
PrepareJobId = Annotated[str | None, doc("The preparation that was published.")]


class Obstacle(TypedDict):
    """What stands in the way until a person has acted."""

    kind: Annotated[ObstacleKind, doc("What it is.")]
    heading: Annotated[str | None, doc("The site's own heading, without what is secret.")]


class FieldError(TypedDict):
    """A field that is wrong."""

    field: Annotated[str, doc("The field.")]
    detail: Annotated[str, doc("Why.")]


class _Seen(TypedDict):
    obstacle: Annotated[Obstacle | None, doc("What a person has to act on.")]
    picture_url: Annotated[
        str | None, doc("The picture of the filled form, or of what stands there.")
    ]
    screenshot_b64: Annotated[str | None, doc("That picture as a JPEG in base64.")]


class Session(_Seen):
    """What is known of an account's session."""

    authenticated: Annotated[bool, doc("Whether the site knows the session as a member's.")]
    username: Annotated[str | None, doc("The member's name.")]
    user_id: Annotated[str | None, doc("The member's id on the site.")]
    account: Annotated[str, doc("The account's name in Fripier.")]
    market: Annotated[str | None, doc("The host that the session was saved for.")]
    market_url: Annotated[Uri | None, doc("Where that market is seen: a link.")]
    state: Annotated[SessionState, doc("What is known of the session.")]
    reason: Annotated[str | None, doc("Why it is in that state.")]
    dropped: Annotated[list[str], doc("Names of pasted cookies that are never kept.")]
    source: Annotated[
        Source | None, doc("The form that was recognised in what was pasted; else null.")
    ]
    saved_at: Annotated[Moment | None, doc("When it was saved.")]
    checked_at: Annotated[Moment | None, doc("When the site was last asked.")]
    expires_at: Annotated[Moment | None, doc("After this it counts as expired.")]
    resting_until: Annotated[Moment | None, doc("Until then the account rests after a challenge.")]
    needs_manual: NotRequired[
        Annotated[bool, doc("Present and true when the site showed a challenge.")]
    ]


class SavedSession(Session):
    """The session is kept; with needs_manual the site wants to see a person first."""

    ok: Ok
    persisted: Annotated[bool, doc("It survives a restart.")]


class Forgotten(TypedDict):
    """The session is gone."""

    ok: Ok
    forgotten: Annotated[bool, doc("False when there was none.")]


class ForgottenAccount(TypedDict):
    """Nothing of the account is left."""

    ok: Ok
    account: Annotated[str, doc("The account.")]
    forgotten: Annotated[bool, doc("False when there was nothing of it.")]


class Done(TypedDict):
    """It is done."""

    ok: Ok


class Candidate(TypedDict):
    """An option of the site."""

    option_id: Annotated[str, doc("Answer with it.")]
    label: Annotated[str, doc("As the site shows it.")]
    parents: Annotated[list[str], doc("Where it stands, root first.")]
    score: Annotated[float, doc("How well it fits, 0 to 1.")]
    reason: Annotated[str, doc("Why it may fit.")]


class Evidence(TypedDict):
    """Words of the listing that decided a field."""

    source: Annotated[EvidenceSource, doc("Where they stand.")]
    words: Annotated[str, doc("As they are written there.")]


class Field(TypedDict):
    """A field as the form shows it."""

    name: Annotated[str, doc("The field.")]
    asked: Annotated[str | None, doc("The seller's words.")]
    chosen: Annotated[str | None, doc("What the form shows.")]
    option_id: Annotated[str | None, doc("The option's id on the site.")]
    score: Annotated[float, doc("How well it fits, 0 to 1.")]
    reason: Annotated[str, doc("Why it was chosen.")]
    alternatives: Annotated[list[Candidate], doc("The next best options.")]
    rank: Annotated[int, doc("Which locator found it, from 0; above that the page has changed.")]
    evidence: Annotated[list[Evidence], doc("The words of the listing that decided.")]
    assumed: Annotated[bool, doc("Nothing was given for it: title or description decided.")]


class Question(TypedDict):
    """A field that the seller's words do not decide."""

    field: Annotated[str, doc("The field to answer.")]
    label: Annotated[str | None, doc("What the page calls it.")]
    asked: Annotated[str | None, doc("The seller's words.")]
    reason: Annotated[str, doc("Why it is asked.")]
    candidates: Annotated[list[Candidate], doc("All of up to 40, else the 8 likeliest.")]
    option_count: Annotated[int | None, doc("Options read of the list; null without one.")]
    categories: Annotated[
        list[str],
        doc("Ids of the category's candidates for which it counts; empty: whichever it is."),
    ]


class Advice(TypedDict):
    """Something that the seller should look at."""

    code: Annotated[str, doc("Stable, as in `emoji_in_title`.")]
    field: Annotated[str | None, doc("The field.")]
    detail: Annotated[str, doc("What to do.")]


class ListingCheck(TypedDict):
    """What is to be said of a listing before it is prepared."""

    ok: Annotated[bool, doc("Whether prepare would take it as it is.")]
    advice: Annotated[list[Advice], doc("What to look at; nothing about what is wrong.")]
    errors: Annotated[list[FieldError], doc("Every member for which prepare would refuse it.")]


class DraftContext(TypedDict):
    """What the form was filled with."""

    job_id: JobId
    account: Annotated[str, doc("The account.")]
    market: Annotated[str, doc("The market's host.")]
    expires_at: Annotated[Moment | None, doc("When the confirm token ends.")]
    draft_id: Annotated[str | None, doc("The draft's id on the site.")]
    fields: Annotated[list[Field], doc("Each field as it was filled.")]
    questions: Annotated[list[Question], doc("What the words do not decide.")]
    warnings: Warnings
    advice: Annotated[list[Advice], doc("What to look at, said before anything is filled.")]


class Found(_Seen):
    """What a run came to, whatever it was."""

    ok: Ok
    dry_run: DryRun
    outcome: OutcomeOrNull
    reason: Reason
    job_id: JobId
    username: Annotated[str | None, doc("The member whose page was seen.")]
    errors: Annotated[list[FieldError], doc("Fields that are wrong, in the site's words or ours.")]
    warnings: Warnings
    needs_manual: NotRequired[
        Annotated[bool, doc("Present and true when a person must act on the site.")]
    ]
    retry_at: Annotated[Moment | None, doc("When the site says that it answers again.")]


class Confirmable(TypedDict, total=False):
    """What a preparation can be published with."""

    confirm_token: Annotated[
        str, doc("The yes for publishing; only with prepared and draft_saved.")
    ]


class Prepared(Found, Confirmable):
    """A preparation's result."""

    preview_url: PreviewUrl
    draft_context: DraftContext


class Listed(TypedDict, total=False):
    """Where a listing that was published is."""

    listing_id: Annotated[str | None, doc("The listing's id on the site.")]
    listing_url: Annotated[Uri | None, doc("The listing's page.")]
    listing_urls: Annotated[list[str], doc("Every address when the site stored several.")]


class Published(Found, Listed):
    """A publish's result."""

    prepare_job_id: PrepareJobId


class Progress(TypedDict):
    """Where a job stands."""

    job_id: JobId
    kind: Annotated[JobKind, doc("What the job does.")]
    state: State
    step: Step
    percent: Percent
    revision: Revision
    last_seq: Annotated[int, doc("The number of the newest event.")]
    slot_at: SlotAt
    deadline: Annotated[
        Moment | None, doc("When it fails if it has not come to its result; null once it has.")
    ]


class Accepted(Progress):
    """The job goes on; ask at Location."""

    ok: Ok
    dry_run: DryRun


class JobProblem(TypedDict):
    """Why a job failed."""

    code: Annotated[str, doc("Stable.")]
    detail: Annotated[str, doc("What to do.")]


class Listing(TypedDict):
    """The listing in the seller's words."""

    title: Annotated[str, doc("Its title.")]
    price: Annotated[str, doc("A decimal amount.")]
    currency: Annotated[str, doc("ISO 4217.")]
    description: Annotated[str, doc("Its description.")]
    category_hint: Annotated[str, doc("Its category.")]
    brand: Annotated[str, doc("Its brand.")]
    size: Annotated[str, doc("Its size.")]
    condition: Annotated[str, doc("Its condition.")]
    color: Annotated[str, doc("Its color.")]
    material: Annotated[str | None, doc("Its material.")]
    parcel_size: Annotated[str | None, doc("Its parcel size.")]
    unisex: Annotated[bool | None, doc("Whether it is for everybody.")]
    photos: Annotated[list[str], doc("The temp_id of each photo, in order.")]
    answers: Annotated[dict[str, str], doc("What was answered, by field.")]


class Job(Found, Progress, Confirmable, Listed):
    """A job with its listing and, once there is one, its result."""

    preview_url: NotRequired[PreviewUrl]
    draft_context: NotRequired[DraftContext]
    prepare_job_id: NotRequired[PrepareJobId]
    account: Annotated[str, doc("The account it is for.")]
    market: Annotated[str, doc("The market's host.")]
    market_url: Annotated[Uri, doc("Where the market is seen: a link.")]
    created_at: Annotated[Moment | None, doc("When it was accepted.")]
    updated_at: Annotated[Moment | None, doc("When it last changed.")]
    import_id: Annotated[str | None, doc("The import that it came from, which may be gone.")]
    import_line: Annotated[int | None, doc("The row's line in that import.")]
    problem: JobProblem | None
    listing: Listing


class Jobs(TypedDict):
    """Jobs, newest first."""

    ok: Ok
    jobs: Annotated[list[Job], doc("The jobs of this page.")]
    next: Next


class Event(TypedDict):
    """One event of a job, numbered without gaps."""

    job_id: JobId
    seq: Annotated[int, doc("Its number, from 1.")]
    at: Annotated[Moment, doc("When it happened.")]
    state: State
    revision: Revision
    percent: Percent
    step: Step
    done: Annotated[int | None, doc("How many of the step are done.")]
    total: Annotated[int | None, doc("How many the step has.")]
    outcome: OutcomeOrNull
    reason: Reason
    problem: JobProblem | None
    slot_at: SlotAt


class LivePicture(TypedDict):
    """What the form looks like while it is filled; sent as a `picture` event, never stored."""

    job_id: JobId
    at: Annotated[Moment, doc("When it was taken.")]
    url: Annotated[str, doc("Where it can be seen without a key, for some seconds.")]


class AliasOption(TypedDict):
    """An option that an answer chose."""

    option_id: Annotated[str, doc("The option's id on the site.")]
    label: Annotated[str, doc("Its label.")]


class Alias(TypedDict):
    """What an account's words came to before, by its own answer."""

    id: Annotated[str, doc("Opaque.")]
    account: Annotated[str, doc("The account.")]
    field: Annotated[str, doc("The field.")]
    words: Annotated[str, doc("The words, as they were written.")]
    options: Annotated[list[AliasOption], doc("What the answer chose.")]
    created_at: Annotated[Moment | None, doc("When it was answered.")]


class Aliases(TypedDict):
    """What an account has taught, newest first."""

    ok: Ok
    aliases: Annotated[list[Alias], doc("Each field's words once.")]


class Health(TypedDict):
    """The parts of the service."""

    ok: Annotated[bool, doc("Whether it can work.")]
    running: Annotated[bool, doc("Its parts are open; everything else answers 503 when not.")]
    database: Annotated[bool, doc("The database answers.")]
    key: Annotated[bool, doc("The stored sessions can be opened.")]
    storage: Annotated[bool | None, doc("The store of photos answers; null when there is none.")]
    browser: Annotated[str | None, doc("The browser's version.")]
    browser_hint: Annotated[str | None, doc("How to get one when it is missing.")]
    workers: Annotated[
        int | None, doc("Workers alive; null where this process drives the browser.")
    ]
    version: Annotated[str, doc("Fripier's release.")]
    mock_mode: Annotated[bool, doc("It drives the stand-in market.")]

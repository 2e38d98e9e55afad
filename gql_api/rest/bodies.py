"""Fills the bodies of REST's answers: jobs, results, sessions, photos, events.

What members they have is said by `models`; nothing is decided here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from browser.listing import Advice, FieldReport, Listing, Obstacle, Question, RankedOption
from gql_api.db.aliases import StoredAlias
from gql_api.db.photos import ListedPhoto
from gql_api.domain.job import Job, JobEvent, JobKind, LivePicture, Outcome, Problem, Result
from gql_api.domain.pagination import cursor
from gql_api.domain.status import Capabilities, Health
from gql_api.domain.tenant import shown
from gql_api.errors import ServiceError
from gql_api.http.addresses import Media
from gql_api.listings.check import ListingCheck
from gql_api.media.photos import StoredPhoto, display_name
from gql_api.rest import models, photo_models
from gql_api.sessions.service import SessionState, SessionStatus
from gql_api.texts import say

Body = TypeVar("Body")
UNFINISHED = Result()


def by_name(model: type[Body], value: object, **others: Any) -> Body:
    """A body of the value's members of the same names, but for `others`; times in RFC 3339."""
    body = dict[str, Any]()
    for name in model.__annotations__:
        member = others[name] if name in others else getattr(value, name)
        body[name] = member.isoformat() if isinstance(member, datetime) else member
    return cast("Body", body)


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def session_saved(
    session: SessionStatus, media: Media, screenshot: str | None
) -> models.SavedSession:
    return {
        "ok": True,
        "persisted": session.persisted,
        **session_checked(session, media, screenshot),
    }


def session_checked(session: SessionStatus, media: Media, screenshot: str | None) -> models.Session:
    challenged = session.state is SessionState.CHALLENGED
    picture = media.kept_picture(session.picture_id) if session.picture_id else None
    body: models.Session = {
        "authenticated": session.authenticated,
        "username": session.username,
        "user_id": session.user_id,
        "account": session.account,
        "market": session.market,
        "market_url": session.market_url,
        "state": session.state,
        "reason": say(session.reason),
        "dropped": list(session.dropped),
        "source": session.source,
        "saved_at": _moment(session.saved_at),
        "checked_at": _moment(session.checked_at),
        "expires_at": _moment(session.expires_at),
        "resting_until": _moment(session.resting_until),
        "obstacle": _obstacle(session.obstacle),
        "picture_url": picture,
        "screenshot_b64": screenshot,
    }
    if challenged:
        body["needs_manual"] = True
    return body


def _obstacle(obstacle: Obstacle | None) -> models.Obstacle | None:
    """What a person has to act on; the heading is the site's own and not translated."""
    return {"kind": obstacle.kind, "heading": obstacle.heading} if obstacle else None


def photo(stored: StoredPhoto, media: Media) -> photo_models.Photo:
    """A photo by the name that a listing uses for it."""
    return {
        "temp_id": stored.id,
        "url": media.photo(stored.id),
        "filename": stored.filename,
        "width": stored.width,
        "height": stored.height,
        "size": stored.size,
    }


def refused_photo(
    index: int, filename: str | None, error: ServiceError
) -> photo_models.RefusedPhoto:
    return {
        "filename": display_name(filename),
        "index": index,
        "code": error.code,
        "detail": say(error.detail),
    }


def photos(found: Sequence[ListedPhoto], first: int, media: Media) -> photo_models.Photos:
    """The page of `first` photos, given one more when there is one."""
    page = found[:first]
    return {
        "ok": True,
        "photos": [{**photo(each, media), "used_by": list(each.used_by)} for each in page],
        "next": cursor(page[-1]) if len(found) > first else None,
    }


def result(
    job: Job, media: Media, screenshot: str | None = None
) -> models.Prepared | models.Published:
    """The answer to a prepare or publish that came to its result."""
    if job.kind is JobKind.PREPARE:
        return _prepared(job, job.standing_result or UNFINISHED, media, screenshot)
    return _published(job, job.standing_result or UNFINISHED, media, screenshot)


def _answered(job: Job, found: Result, media: Media, screenshot: str | None) -> models.Found:
    body: models.Found = {
        # A job that goes on, or was taken back, is told as asked: only a result can say otherwise.
        "ok": found.ok if job.result else True,
        "dry_run": job.dry_run,
        "outcome": found.outcome,
        "reason": found.reason,
        "job_id": job.id,
        "username": found.username,
        "errors": [{"field": name, "detail": say(text)} for name, text in found.errors.items()],
        "warnings": _warnings(job, found),
        "obstacle": _obstacle(found.obstacle),
        "retry_at": _moment(found.retry_at),
        "picture_url": media.picture(job.id, found.picture_id) if found.picture_id else None,
        "screenshot_b64": screenshot,
    }
    if found.outcome is Outcome.NEEDS_MANUAL:
        body["needs_manual"] = True
    return body


def _prepared(job: Job, found: Result, media: Media, screenshot: str | None) -> models.Prepared:
    token: models.Confirmable = {}
    if found.confirm_token:
        token["confirm_token"] = found.confirm_token
    return {
        **_answered(job, found, media, screenshot),
        **token,
        "preview_url": found.preview_url,
        "draft_context": {
            "job_id": job.id,
            "account": shown(job.account),
            "market": market(job),
            "expires_at": _moment(found.expires_at),
            "draft_id": found.draft_id,
            "fields": [_field(report) for report in found.fields],
            "questions": [_question(question) for question in found.questions],
            "warnings": _warnings(job, found),
            "advice": [_advice(each) for each in job.listing.advice],
        },
    }


def _advice(given: Advice) -> models.Advice:
    return by_name(models.Advice, given, detail=say(given.detail))


def listing_check(found: ListingCheck) -> models.ListingCheck:
    return {
        "ok": not found.problems,
        "advice": [_advice(each) for each in found.advice],
        "errors": [
            {"field": each["field"], "detail": say(each["detail"])} for each in found.problems
        ],
    }


def _warnings(job: Job, found: Result) -> list[str]:
    """What was said of the listing before, and what showed while it was filled."""
    before = job.listing.advice if job.kind is JobKind.PREPARE else ()
    return [say(text) for text in (*(each.detail for each in before), *found.warnings)]


def alias(stored: StoredAlias) -> models.Alias:
    return {
        "id": stored.id,
        "account": shown(stored.account),
        "field": stored.alias.field,
        "words": stored.alias.words,
        "options": [
            {"option_id": option.id, "label": option.label} for option in stored.alias.options
        ],
        "created_at": _moment(stored.created_at),
    }


def _published(job: Job, found: Result, media: Media, screenshot: str | None) -> models.Published:
    # Of a listing that is published the picture is where its address leads; an obstacle is gone.
    is_needed = found.obstacle or found.outcome is Outcome.NEEDS_MANUAL
    listed: models.Listed = {}
    if found.listing_id or found.listing_urls:
        listed = {
            "listing_id": found.listing_id,
            "listing_url": found.listing_url,
            "listing_urls": list(found.listing_urls),
        }
    return {
        **_answered(job, found, media, screenshot if is_needed else None),
        "prepare_job_id": job.prepare_id,
        **listed,
    }


def market(job: Job) -> str:
    """The host of the market that a job is for."""
    return urlsplit(job.origin).netloc


def _field(report: FieldReport) -> models.Field:
    return by_name(
        models.Field,
        report,
        reason=say(report.reason),
        alternatives=[candidate(each) for each in report.alternatives],
        evidence=[by_name(models.Evidence, each) for each in report.evidence],
    )


def _question(question: Question) -> models.Question:
    return by_name(
        models.Question,
        question,
        reason=say(question.reason),
        candidates=[candidate(each) for each in question.candidates],
        categories=list(question.categories),
    )


def candidate(ranked: RankedOption) -> models.Candidate:
    return {
        "option_id": ranked.option.id,
        "label": ranked.option.label,
        "parents": list(ranked.option.parents),
        "score": ranked.score,
        "reason": say(ranked.reason),
    }


def accepted(job: Job) -> models.Accepted:
    return {"ok": True, "dry_run": job.dry_run, **progress(job)}


def progress(job: Job) -> models.Progress:
    return by_name(models.Progress, job, job_id=job.id)


def whole_job(job: Job, media: Media) -> models.Job:
    """A job with its listing and, when there is one, its result."""
    found = job.standing_result or UNFINISHED
    return {
        **result(job, media),
        **progress(job),
        "account": shown(job.account),
        "market": market(job),
        "market_url": job.origin,
        "created_at": _moment(job.created_at),
        "updated_at": _moment(job.updated_at),
        "import_id": job.import_id,
        "import_line": job.import_line,
        "problem": _problem(found.problem),
        "listing": listing(job.listing),
    }


def jobs(found: Sequence[Job], first: int, media: Media) -> models.Jobs:
    page = found[:first]
    return {
        "ok": True,
        "jobs": [whole_job(each, media) for each in page],
        "next": cursor(page[-1]) if len(found) > first else None,
    }


def _problem(problem: Problem | None) -> models.JobProblem | None:
    return {"code": problem.code, "detail": say(problem.detail)} if problem else None


def listing(listing: Listing) -> models.Listing:
    return by_name(
        models.Listing,
        listing,
        price=f"{listing.price.amount:.2f}",
        currency=listing.price.currency,
        category_hint=listing.category,
        photos=[each.id for each in listing.photos],
        answers=dict(listing.answers),
    )


def event(given: JobEvent) -> models.Event:
    """One event of a job."""
    return by_name(models.Event, given, problem=_problem(given.problem))


def live_picture(given: LivePicture, media: Media) -> models.LivePicture:
    """Where a picture of the form can be seen."""
    return by_name(models.LivePicture, given, url=media.live_picture(given.id))


def older_event(given: JobEvent) -> dict[str, Any]:
    """The event with the names and enum values that `listingProgress` has in GraphQL."""
    body = {camel(name): value for name, value in event(given).items()}
    return body | {
        "state": given.state.name,
        "step": given.step.upper() if given.step else None,
        "outcome": given.outcome.name if given.outcome else None,
        "problem": _camel_problem(given.problem),
    }


def camel(name: str) -> str:
    """The name as GraphQL writes it."""
    first, *others = name.split("_")
    return first + "".join(part.title() for part in others)


def _camel_problem(problem: Problem | None) -> dict[str, str] | None:
    return {"code": problem.code, "message": say(problem.detail)} if problem else None


def health(found: Health, capabilities: Capabilities) -> models.Health:
    """The state of the parts, and which release this is."""
    return by_name(
        models.Health,
        found,
        browser_hint=say(found.browser_hint),
        version=capabilities.version,
        mock_mode=capabilities.mock_mode,
    )

"""The shapes of REST's answers and requests as JSON Schema, for the OpenAPI document.

Request shapes come from the models that read them; answers are written out, as `bodies` builds
them. Extra members may be added, so no object is closed.
"""

from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from browser.listing import ObstacleKind
from gql_api.domain.inputs import (
    AccountInput,
    AnswersInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
)
from gql_api.domain.job import JobKind, JobState, Outcome
from gql_api.rest.machines import SHAPES as MACHINES
from gql_api.rest.shapes import Schema, ref
from gql_api.rest.shapes import array as _list
from gql_api.rest.shapes import enum as _enum
from gql_api.rest.shapes import flag as _flag
from gql_api.rest.shapes import maybe as _maybe
from gql_api.rest.shapes import moment as _moment
from gql_api.rest.shapes import number as _number
from gql_api.rest.shapes import object_ as _object
from gql_api.rest.shapes import text as _text
from gql_api.rest.suggestions import SHAPES
from gql_api.sessions.service import SessionState

_REQUESTS: Final[tuple[type[BaseModel], ...]] = (
    AccountInput,
    SessionInput,
    PrepareInput,
    PublishInput,
    AnswersInput,
    ResolveInput,
)
_OK = _flag("Whether the request was handled as asked.")
_JOB_ID = _text("The job's id.")
_OUTCOME = _enum(Outcome, "How the job ended; null while it goes on.", nullable=True)
_REASON = _maybe("Refines the outcome, as captcha_or_verification does needs_manual.")
_ERRORS = _list(ref("FieldError"), "Fields that are wrong, in the site's words or ours.")
_WARNINGS = _list({"type": "string"}, "What the seller should look at.")

_OBSTACLE: Final[Schema] = {
    "anyOf": [ref("Obstacle"), {"type": "null"}],
    "description": "What a person has to act on.",
}
_SEEN: Final[Mapping[str, Schema]] = {
    "obstacle": _OBSTACLE,
    "picture_url": _maybe("The picture of the filled form, or of what stands there."),
    "screenshot_b64": _maybe("That picture as a JPEG in base64."),
}
_FOUND: Final[Mapping[str, Schema]] = {
    "ok": _OK,
    "dry_run": _flag("True when nothing was to be saved or published."),
    "outcome": _OUTCOME,
    "reason": _REASON,
    "job_id": _JOB_ID,
    "username": _maybe("The member whose page was seen."),
    "errors": _ERRORS,
    "warnings": _WARNINGS,
    "needs_manual": _flag("Present and true when a person must act on the site."),
    "retry_at": _moment("When the site says that it answers again."),
    **_SEEN,
}
_PROGRESS: Final[Mapping[str, Schema]] = {
    "job_id": _JOB_ID,
    "kind": _enum(JobKind, "What the job does."),
    "state": _enum(JobState, "Where the job stands."),
    "step": _maybe("The step that the browser is at."),
    "percent": _number("How far the whole job is, 0 to 100."),
    "revision": _number("Grows with each correction."),
    "last_seq": _number("The number of the newest event."),
    "slot_at": _moment("When a waiting publish is expected to start."),
    "deadline": _moment("When it fails if it has not come to its result; null once it has."),
}
_SESSION: Final[Mapping[str, Schema]] = {
    "authenticated": _flag("Whether the site knows the session as a member's."),
    "username": _maybe("The member's name."),
    "user_id": _maybe("The member's id on the site."),
    "account": _text("The account's name in Fripier."),
    "market": _maybe("The host that the session was saved for."),
    "state": _enum(SessionState, "What is known of the session."),
    "reason": _maybe("Why it is in that state."),
    "dropped": _list({"type": "string"}, "Names of pasted cookies that are never kept."),
    "saved_at": _moment("When it was saved."),
    "checked_at": _moment("When the site was last asked."),
    "expires_at": _moment("After this it counts as expired."),
    "resting_until": _moment("Until then the account rests after a challenge."),
    "needs_manual": _flag("Present and true when the site showed a challenge."),
    **_SEEN,
}
_PREPARED: Final[Mapping[str, Schema]] = {
    **_FOUND,
    "confirm_token": _text("The yes for publishing; only with prepared and draft_saved."),
    "preview_url": _maybe("The page that was filled, or the draft's own."),
    "draft_context": ref("DraftContext"),
}
_PUBLISHED: Final[Mapping[str, Schema]] = {
    **_FOUND,
    "prepare_job_id": _maybe("The preparation that was published."),
    "listing_id": _text("The listing's id on the site."),
    "listing_url": _text("The listing's page.", format="uri"),
    "listing_urls": _list({"type": "string"}, "Every address when the site stored several."),
}
_ONLY_LISTED: Final = ("listing_id", "listing_url", "listing_urls")
_ANSWERS: Final[Mapping[str, Schema]] = {
    "Session": _object("What is known of an account's session.", _SESSION, "needs_manual"),
    "Obstacle": _object(
        "What stands in the way until a person has acted.",
        {
            "kind": _enum(ObstacleKind, "What it is."),
            "heading": _maybe("The site's own heading, without what is secret."),
        },
    ),
    "SavedSession": _object(
        "The session is kept; with needs_manual the site wants to see a person first.",
        {"ok": _OK, "persisted": _flag("It survives a restart."), **_SESSION},
        "needs_manual",
    ),
    "Photo": _object(
        "A photo that was taken in.",
        {
            "temp_id": _text("Name it so in photos."),
            "url": _text("Where it can be seen.", format="uri"),
            "filename": _text("The name it came with."),
            "width": _number("In pixels, upright."),
            "height": _number("In pixels, upright."),
            "size": _number("In bytes, as kept."),
        },
    ),
    "UploadedPhoto": _object("One photo was kept.", {"ok": _OK, "photo": ref("Photo")}),
    "UploadedPhotos": _object(
        "The photos were kept, in order.",
        {"ok": _OK, "photos": _list(ref("Photo"), "In the order of the files.")},
    ),
    "Done": _object("It is done.", {"ok": _OK}),
    "Forgotten": _object(
        "The session is gone.",
        {"ok": _OK, "forgotten": _flag("False when there was none.")},
    ),
    "Prepared": _object("A preparation's result.", _PREPARED, "needs_manual", "confirm_token"),
    "Published": _object("A publish's result.", _PUBLISHED, "needs_manual", *_ONLY_LISTED),
    "Accepted": _object(
        "The job goes on; ask at Location.",
        {"ok": _OK, "dry_run": _FOUND["dry_run"], **_PROGRESS},
    ),
}
_JOBS: Final[Mapping[str, Schema]] = {
    "Job": _object(
        "A job with its listing and, once there is one, its result.",
        {
            **_PREPARED,
            **_PUBLISHED,
            **_PROGRESS,
            "account": _text("The account it is for."),
            "market": _text("The market's host."),
            "created_at": _moment("When it was accepted."),
            "updated_at": _moment("When it last changed."),
            "problem": {"anyOf": [ref("JobProblem"), {"type": "null"}]},
            "listing": ref("Listing"),
        },
        "needs_manual",
        *_PREPARED.keys() - _FOUND.keys(),
        *_PUBLISHED.keys() - _FOUND.keys(),
    ),
    "JobProblem": _object(
        "Why a job failed.", {"code": _text("Stable."), "detail": _text("What to do.")}
    ),
    "Listing": _object(
        "The listing in the seller's words.",
        {
            "title": _text("Its title."),
            "price": _text("A decimal amount."),
            "currency": _text("ISO 4217."),
            "description": _text("Its description."),
        },
    ),
    "Event": _object(
        "One event of a job, numbered without gaps.",
        {
            "job_id": _JOB_ID,
            "seq": _number("Its number, from 1."),
            "at": _text("When it happened.", format="date-time"),
            "state": _PROGRESS["state"],
            "revision": _PROGRESS["revision"],
            "percent": _PROGRESS["percent"],
            "step": _PROGRESS["step"],
            "done": _maybe("How many of the step are done.", "integer"),
            "total": _maybe("How many the step has.", "integer"),
            "outcome": _OUTCOME,
            "reason": _REASON,
            "problem": {"anyOf": [ref("JobProblem"), {"type": "null"}]},
            "slot_at": _PROGRESS["slot_at"],
        },
    ),
    "DraftContext": _object(
        "What the form was filled with.",
        {
            "job_id": _JOB_ID,
            "account": _text("The account."),
            "market": _text("The market's host."),
            "expires_at": _moment("When the confirm token ends."),
            "draft_id": _maybe("The draft's id on the site."),
            "fields": _list(ref("Field"), "Each field as it was filled."),
            "questions": _list(ref("Question"), "What the words do not decide."),
            "warnings": _WARNINGS,
            "advice": _list(ref("Advice"), "What to look at, said before anything is filled."),
        },
    ),
    "Advice": _object(
        "Something that the seller should look at.",
        {
            "code": _text("Stable, as in `emoji_in_title`."),
            "field": _maybe("The field."),
            "detail": _text("What to do."),
        },
    ),
    "Alias": _object(
        "What an account's words came to before, by its own answer.",
        {
            "id": _text("Opaque."),
            "account": _text("The account."),
            "field": _text("The field."),
            "words": _text("The words, as they were written."),
            "options": _list(ref("AliasOption"), "What the answer chose."),
            "created_at": _moment("When it was answered."),
        },
    ),
    "AliasOption": _object(
        "An option that an answer chose.",
        {"option_id": _text("The option's id on the site."), "label": _text("Its label.")},
    ),
    "Aliases": _object(
        "What an account has taught, newest first.",
        {"ok": _OK, "aliases": _list(ref("Alias"), "Each field's words once.")},
    ),
}
_PARTS: Final[Mapping[str, Schema]] = {
    "Field": _object(
        "A field as the form shows it.",
        {
            "name": _text("The field."),
            "asked": _maybe("The seller's words."),
            "chosen": _maybe("What the form shows."),
            "option_id": _maybe("The option's id on the site."),
            "score": _number("How well it fits, 0 to 1.", "number"),
            "reason": _text("Why it was chosen."),
            "alternatives": _list(ref("Candidate"), "The next best options."),
            "rank": _number("Which locator found it, from 0; above that the page has changed."),
        },
    ),
    "Question": _object(
        "A field that the seller's words do not decide.",
        {
            "field": _text("The field to answer."),
            "label": _maybe("What the page calls it."),
            "asked": _maybe("The seller's words."),
            "reason": _text("Why it is asked."),
            "candidates": _list(ref("Candidate"), "The best options, best first."),
        },
    ),
    "Candidate": _object(
        "An option of the site.",
        {
            "option_id": _text("Answer with it."),
            "label": _text("As the site shows it."),
            "parents": _list({"type": "string"}, "Where it stands, root first."),
            "score": _number("How well it fits, 0 to 1.", "number"),
            "reason": _text("Why it may fit."),
        },
    ),
    "FieldError": _object(
        "A field that is wrong.", {"field": _text("The field."), "detail": _text("Why.")}
    ),
}


def _proof(description: str) -> Schema:
    """A picture that a receipt names, or null where none could be taken."""
    return {"anyOf": [ref("PictureProof"), {"type": "null"}], "description": description}


_RECEIPTS: Final[Mapping[str, Schema]] = {
    "SignedReceipt": _object(
        "The receipt of a publish that passed the fence. Check `receipt` with `keys_url`.",
        {
            "ok": _OK,
            "receipt": _text("The signed text: a compact JWS. It alone is proved."),
            "members": ref("Receipt"),
            "superseded": _list({"type": "string"}, "The job's earlier receipts, oldest first."),
            "keys_url": _text("Where the public keys are.", format="uri"),
        },
    ),
    "Receipt": _object(
        "What the receipt says.",
        {
            "version": {"const": 1, "description": "Of these members."},
            "jti": _text("The receipt's id: the job's, a dot, and the number."),
            "iat": _number("When it was signed, in seconds since 1970."),
            "number": _number("1, and one more each time a later word supersedes it."),
            "supersedes": _maybe("SHA-256 of the text of the receipt before, in hex."),
            "software": _text("What signed it."),
            "locator_pack": _maybe("SHA-256 of the file that added locators, in hex."),
            "job": _object(
                "Whose publish it is.",
                {
                    "id": _JOB_ID,
                    "account": _text("The account's name in Fripier."),
                    "market": _text("The market's origin."),
                    "preparation": _text("The job that was approved."),
                    "revision": _number("Its revision."),
                },
            ),
            "content": _object(
                "What was approved.",
                {
                    "sha256": _text("Digest of the listing, in hex."),
                    "photos": _list({"type": "string"}, "Digests of the photos, in order."),
                },
            ),
            "approval": _object(
                "The yes.",
                {
                    "by": _maybe("The caller's id; anonymous without keys."),
                    "at": _text("When it was accepted.", format="date-time"),
                    "picture": _proof("The form that was shown for it."),
                },
            ),
            "fence_at": _text("When the click was let through.", format="date-time"),
            "answer": _object(
                "What became of the click.",
                {
                    "at": _text("When that was stored.", format="date-time"),
                    "outcome": _OUTCOME,
                    "reason": _REASON,
                    "listing_id": _maybe("The listing's id on the site."),
                    "listing_url": _maybe("Its address."),
                    "listing_urls": _list({"type": "string"}, "Every address of several."),
                    "refused_fields": _list({"type": "string"}, "What the site refused."),
                    "resolved_by": _maybe("Who said so, when it is a person's word."),
                },
            ),
            "pictures": _object(
                "The form before the click, and the page after it.",
                {"before": _proof("The form just before."), "after": _proof("The page after.")},
            ),
        },
    ),
    "PictureProof": _object(
        "A picture, kept at /vinted/pictures/{id}.",
        {"id": _text("Its id."), "sha256": _text("Digest of its bytes, in hex.")},
    ),
    "KeySet": _object(
        "A JSON Web Key Set (RFC 7517), the key that signs now first.",
        {"keys": _list({"type": "object"}, "Ed25519 public keys (RFC 8037).")},
    ),
}
_SERVICE: Final[Mapping[str, Schema]] = {
    "Health": _object(
        "The parts of the service.",
        {
            "ok": _flag("Whether it can work."),
            "database": _flag("The database answers."),
            "key": _flag("The stored sessions can be opened."),
            "storage": {
                "type": ["boolean", "null"],
                "description": "The store of photos answers; null when there is none.",
            },
            "browser": _maybe("The browser's version."),
            "browser_hint": _maybe("How to get one when it is missing."),
            "workers": {
                "type": ["integer", "null"],
                "description": "Workers alive; null where this process drives the browser.",
            },
            "version": _text("Fripier's release."),
            "mock_mode": _flag("It drives the stand-in market."),
        },
    ),
    "Problem": _object(
        "An error, as RFC 9457 describes it.",
        {
            "type": _text("Documents the code.", format="uri-reference"),
            "title": _text("The kind of error."),
            "status": _number("The HTTP status."),
            "detail": _text("What to do."),
            "instance": _text("The job or path it is about.", format="uri-reference"),
            "code": _text("Stable; decide by it."),
            "request_id": _text("Finds the request in the logs."),
            "ok": {"const": False},
            "field": _text("The member that is wrong."),
            "errors": _list(ref("FieldError"), "Every member that is wrong."),
            "picture_url": _text("What the page showed when a job failed.", format="uri-reference"),
        },
        "field",
        "errors",
        "picture_url",
    ),
}
_MORE: Final = {**SHAPES, **MACHINES, **_SERVICE}


def components() -> dict[str, Schema]:
    """Every named shape."""
    _, requests = models_json_schema(
        [(model, "validation") for model in _REQUESTS], ref_template="#/components/schemas/{model}"
    )
    return {**requests["$defs"], **_ANSWERS, **_JOBS, **_PARTS, **_RECEIPTS, **_MORE}

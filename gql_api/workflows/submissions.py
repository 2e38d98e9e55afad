"""What a submission of the browser half is as the result of a run."""

from dataclasses import replace

from browser.outgoing import said_of_uncertain
from browser.submission import Submission, SubmissionOutcome
from gql_api import outcomes
from gql_api.jobs import Outcome, Picture, Result

_SUBMITTED = {
    SubmissionOutcome.PUBLISHED: Outcome.PUBLISHED,
    SubmissionOutcome.REJECTED_BY_SITE: Outcome.REJECTED_BY_SITE,
    SubmissionOutcome.HELD_FOR_REVIEW: Outcome.HELD_FOR_REVIEW,
    SubmissionOutcome.NEEDS_MANUAL: Outcome.NEEDS_MANUAL,
    SubmissionOutcome.OUTCOME_UNKNOWN: Outcome.OUTCOME_UNKNOWN,
    SubmissionOutcome.DUPLICATED: Outcome.DUPLICATED,
}
SESSION_EXPIRED = "session_expired"


def of_submission(submission: Submission, picture: Picture | None) -> Result:
    """The result of a run whose form was approved; a session that ended is the same everywhere."""
    expired = submission.refused and submission.reason == SESSION_EXPIRED
    told = outcomes.failed(SESSION_EXPIRED) if expired else _told(submission)
    return replace(
        told,
        picture_id=picture.id if picture else None,
        picture_digest=picture.digest if picture else None,
    )


def _told(submission: Submission) -> Result:
    return Result(
        outcome=_SUBMITTED[submission.outcome],
        reason=submission.reason,
        errors=dict(submission.errors),
        warnings=said_of_uncertain(submission.uncertain),
        listing_id=submission.listing_id,
        listing_url=submission.listing_url,
        listing_urls=submission.addresses,
    )

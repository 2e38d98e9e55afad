"""What a submission of the browser half is as the result of a run."""

from browser.form.outcome import Submission, SubmissionOutcome
from browser.messages import Message
from browser.page.outgoing import said_of_uncertain
from browser.site import LookUp
from gql_api.domain.job import Outcome, Picture, Result

_SUBMITTED = {
    SubmissionOutcome.PUBLISHED: Outcome.PUBLISHED,
    SubmissionOutcome.REJECTED_BY_SITE: Outcome.REJECTED_BY_SITE,
    SubmissionOutcome.HELD_FOR_REVIEW: Outcome.HELD_FOR_REVIEW,
    SubmissionOutcome.NEEDS_MANUAL: Outcome.NEEDS_MANUAL,
    SubmissionOutcome.OUTCOME_UNKNOWN: Outcome.OUTCOME_UNKNOWN,
    SubmissionOutcome.DUPLICATED: Outcome.DUPLICATED,
}


def of_submission(submission: Submission, picture: Picture | None) -> Result:
    """The result of a run whose form was approved."""
    found = submission.outcome not in {
        SubmissionOutcome.NEEDS_MANUAL,
        SubmissionOutcome.OUTCOME_UNKNOWN,
    }
    return Result(
        outcome=_SUBMITTED[submission.outcome],
        reason=submission.reason,
        errors=dict(submission.errors),
        picture_id=picture.id if picture else None,
        picture_digest=picture.digest if picture else None,
        warnings=said_of_uncertain(submission.uncertain),
        listing_id=submission.listing_id,
        listing_url=submission.listing_url,
        listing_urls=submission.addresses,
        obstacle=None if found else submission.obstacle,
        retry_at=None if found else submission.retry_at,
    )


def may_be_it(seen: LookUp) -> tuple[str, ...]:
    """What a person should look at, of what may be the item and may as well be another."""
    text = "This listing may be the one: {address}"
    return tuple(Message(text, address=item.url) for item in seen.similar)

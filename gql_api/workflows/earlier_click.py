"""What an earlier click on the same content means for another one, before that is made.

Owns the answer alone, over values: a late item is the answer, a wardrobe that cannot be read whole
is none, and only what is not there leaves the way free.
"""

from typing import Final

from browser.messages import Message
from browser.site import LookUp
from gql_api.domain.job import Outcome, Result
from gql_api.workflows.attribution import Group
from gql_api.workflows.look_up import submission_of
from gql_api.workflows.results import may_be_it, of_submission

UNREADABLE: Final = "wardrobe_unreadable"


def answer_of_earlier(group: Group, seen: LookUp) -> Result | None:
    """The result of the later publish, which clicks nothing; None when it may click."""
    if judged := group.judged(seen):
        items = max(judged.values(), key=len)
        found = of_submission(submission_of(Result(), items), None)
        return _without_click(found, _came_up(next(iter(judged))))
    first = group.doubtful[0].job.id
    undecided = _undecided_for_good if all(each.forgotten for each in group.open) else _undecided
    if not seen.complete:
        return _stopped(UNREADABLE, _unread(first))
    rest = group.unseen(seen)
    if rest.similar and group.open:
        return _stopped(rest.reason, undecided(first), *may_be_it(rest))
    return None


def _without_click(found: Result, *warnings: str) -> Result:
    return Result(
        outcome=found.outcome,
        reason=found.reason,
        listing_id=found.listing_id,
        listing_url=found.listing_url,
        listing_urls=found.listing_urls,
        warnings=warnings,
    )


def _stopped(reason: str, *warnings: str) -> Result:
    return Result(outcome=Outcome.NEEDS_MANUAL, reason=reason, warnings=tuple(warnings))


def _came_up(job_id: str) -> str:
    return Message(
        "Nothing was clicked: an earlier publish of the same listing (job {job_id}) has come up.",
        job_id=job_id,
    )


def _unread(job_id: str) -> str:
    return Message(
        "Nothing was clicked: an earlier publish of the same listing (job {job_id}) may have gone "
        "through, and your wardrobe could not be read to its end. Try again later.",
        job_id=job_id,
    )


def _undecided(job_id: str) -> str:
    return Message(
        "Nothing was clicked: an earlier publish of the same listing (job {job_id}) may have gone "
        "through. Look at your listings, then say of that job whether it is there (resolve).",
        job_id=job_id,
    )


def _undecided_for_good(job_id: str) -> str:
    return Message(
        "Nothing was clicked: an earlier publish of the same listing (job {job_id}, forgotten with "
        "its account) may have gone through. Look at your listings: if it is not there, change the "
        "title, the price or the description.",
        job_id=job_id,
    )

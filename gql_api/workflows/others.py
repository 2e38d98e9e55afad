"""Which listings of a wardrobe are another click's, so that a late look does not take them for its.

Owns the comparison alone. What was clicked beside a job is the store's to tell, and when to look
`again`'s matter. `reconcile` does without: its queue takes the account's publishes one at a time.
"""

from collections.abc import Iterable
from dataclasses import replace

from browser.site import LookUp
from gql_api.jobs import Job, Outcome, Result


def without_others(seen: LookUp, others: Iterable[Job]) -> LookUp:
    """What was seen without what other clicks are known to have left."""
    left = {sign for other in others for sign in _left(other.result or Result())}
    found, similar = (
        tuple(item for item in items if left.isdisjoint({item.id, item.url}))
        for items in (seen.found, seen.similar)
    )
    return replace(seen, found=found, similar=similar)


def for_sure(seen: LookUp, job: Job, others: Iterable[Job]) -> LookUp:
    """The same, with nothing found while another click of the same words is not known."""
    if not any(_may_have_left_it(other, job) for other in others):
        return seen
    return replace(seen, found=(), similar=(*seen.found, *seen.similar))


def _left(result: Result) -> Iterable[str]:
    return filter(None, (result.listing_id, *result.listing_urls))


def _may_have_left_it(other: Job, job: Job) -> bool:
    if other.result is not None and other.result.outcome is not Outcome.OUTCOME_UNKNOWN:
        return False
    there, here = other.listing, job.listing
    words = (here.title, here.description, here.price)
    return (there.title, there.description, there.price) == words

"""The one click that publishes, and what is known after it.

The only file that presses the publish button. Filling and reading the form belong to the site's
pages, the order of the steps to `driver`. From the click on nothing is raised and nothing is
retried: whatever happens becomes a `Submission`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class SubmissionOutcome(StrEnum):
    """What became of a form that was approved."""

    PUBLISHED = "published"
    REJECTED_BY_SITE = "rejected_by_site"
    HELD_FOR_REVIEW = "held_for_review"
    NEEDS_MANUAL = "needs_manual"
    OUTCOME_UNKNOWN = "outcome_unknown"
    DUPLICATED = "duplicated"


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One item of the seller's own wardrobe."""

    id: str
    url: str
    title: str
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class LookUp:
    """The items of the wardrobe that match a listing; `complete` is false when it was unreadable."""

    found: tuple[FoundItem, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Submission:
    """The outcome of one publish.

    `clicked` says whether the button was pressed at all. `refused` says that the site is known not
    to have published although it was, so that the seller's yes still counts. `errors` maps a field
    to the site's text; `addresses` are all matches of a duplicated item.
    """

    outcome: SubmissionOutcome
    listing_id: str | None = None
    listing_url: str | None = None
    reason: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    clicked: bool = True
    refused: bool = False
    picture: bytes | None = field(default=None, repr=False)

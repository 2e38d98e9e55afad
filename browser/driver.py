"""The story of one listing: open, check the account, fill, read back; compare, submit, look up.

Reads like the steps of the README. It knows no marketplace: a `Site` gives it the pages. The
click itself is `submission`'s; what became of a job, and when to try again, is the caller's.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from browser.listing import FieldReport, FormReading, Listing, Question, Seller
from browser.progress import Reporter, unreported
from browser.submission import FoundItem, LookUp, Submission, SubmissionOutcome
from browser.waits import Timeouts

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.chromium import Chromium
    from browser.pacing import Profile
    from browser.site import Site

__all__ = [
    "Driver",
    "FoundItem",
    "LookUp",
    "PreparedForm",
    "SessionCheck",
    "SessionState",
    "Submission",
    "SubmissionOutcome",
    "Timeouts",
]


class SessionState(StrEnum):
    """What the site says about a stored session."""

    VALID = "valid"
    EXPIRED = "expired"
    CHALLENGED = "challenged"
    WRONG_MARKET = "wrong_market"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SessionCheck:
    """One look at a session; `username` and `user_id` only when it is valid."""

    state: SessionState
    username: str | None = None
    user_id: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """A filled form whose tab stays open until it is submitted or closed.

    Everything but `page` is a plain value and may be stored.
    """

    page: Page = field(repr=False)
    account: str
    version: int
    reports: tuple[FieldReport, ...]
    questions: tuple[Question, ...]
    warnings: tuple[str, ...]
    reading: FormReading
    picture: bytes = field(repr=False)
    preview_url: str
    draft_id: str | None = None
    username: str | None = None
    user_id: str | None = None


class Driver:
    """Prepares and publishes listings through the pages of one site."""

    def __init__(
        self,
        chromium: Chromium,
        site: Site,
        *,
        pacing: Profile,
        seed: int | None = None,
        timeouts: Timeouts = Timeouts(),
    ) -> None:
        self._chromium = chromium
        self._site = site
        self._pacing = pacing
        self._seed = seed
        self._timeouts = timeouts

    async def check_session(self, seller: Seller) -> SessionCheck:
        """Ask the site, inside the seller's own context, whose session this is."""
        raise NotImplementedError

    async def prepare(
        self,
        seller: Seller,
        listing: Listing,
        *,
        draft_id: str | None = None,
        save_draft: bool = False,
        report: Reporter = unreported,
    ) -> PreparedForm:
        """Fill the form for a listing and leave it open, without publishing anything."""
        raise NotImplementedError

    async def review(self, form: PreparedForm, approved: FormReading) -> tuple[str, ...]:
        """Names of the fields that no longer show what was approved; raises on a challenge."""
        raise NotImplementedError

    async def submit(
        self,
        form: PreparedForm,
        approved: FormReading,
        listing: Listing,
        *,
        fence: Callable[[], Awaitable[None]],
        report: Reporter = unreported,
    ) -> Submission:
        """Compare, pass the fence, click once, and say what became of it."""
        raise NotImplementedError

    async def look_up(self, seller: Seller, listing: Listing, *, since: datetime) -> LookUp:
        """Search the seller's own wardrobe for the listing, read-only."""
        raise NotImplementedError

    async def is_open(self, form: PreparedForm) -> bool:
        """Whether the form's tab still lives and answers."""
        raise NotImplementedError

    async def picture(self, form: PreparedForm) -> bytes:
        """A fresh JPEG of the whole form."""
        raise NotImplementedError

    async def close(self, form: PreparedForm) -> None:
        """Close the form's tab; nothing happens when it is gone already."""
        raise NotImplementedError

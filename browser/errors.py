"""Everything the browser half raises, sorted by what the caller can do about it.

    BrowserError
    ├── NeedsPerson            a person must act on the site; nothing was published
    │   ├── ChallengeRequired  captcha, verification, block page: never solved here
    │   ├── UnknownDialog      something we do not know stands in front of the form
    │   └── PayWall            a quota or a payment is asked for
    ├── SessionExpired         the seller must give a fresh session
    ├── WrongMarket            the site sends the session on to another market
    ├── AccountMismatch        the page belongs to another account: nothing is filled
    ├── ListingRefused         the site says no to fields or photos before the click
    ├── NotText                what was to be typed into a field is no text but a key
    ├── FormChanged            what the page was about to send is not what was approved
    ├── SiteUnavailable        try again later; nothing was clicked
    │   ├── SiteUnreachable
    │   │   └── DraftLost      a draft may have been saved: looked for, never saved again
    │   └── SiteTimeout
    ├── SiteLayoutChanged      the page is not the one we know; names field and locators
    └── BrowserUnavailable     our side; the job may be run again before the click
        ├── BrowserMissing     no Chromium on the machine; carries the cure
        └── BrowserCrashed

After the click nothing is raised: its result is a value (`submission.Submission`).
Messages never hold a page's texts, a URL's query, a cookie or a browser log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import datetime
from enum import StrEnum

from browser.listing import Obstacle, ObstacleKind, SessionCheck, SessionState

CHALLENGE = "captcha_or_verification"
RATE_LIMITED = "rate_limited_by_site"
"""The reasons of a challenge: the site's own "later" is none that a person can solve."""


class ChallengeKind(StrEnum):
    """The obstacles of the market's facts, section 4."""

    CAPTCHA = "captcha"
    BLOCKED = "blocked"
    HUMAN_CHECK = "human_check"
    INTERSTITIAL = "interstitial"
    VERIFICATION = "verification"
    RATE_LIMITED = "rate_limited"
    UNEXPECTED_ANSWER = "unexpected_answer"


class Place(StrEnum):
    """Where in the job the page was probed."""

    NAVIGATION = "navigation"
    AFTER_PHOTOS = "after_photos"
    AFTER_CATEGORY = "after_category"
    WHILE_FILLING = "while_filling"
    BEFORE_PUBLISH = "before_publish"
    AFTER_PUBLISH = "after_publish"


class BrowserError(Exception):
    """Root of the tree; `code` is stable and is what the service stores.

    `picture` is what the page showed then, where it was looked at. `draft_unsaved` says of a new
    draft that was about to be saved that there is certainly none.
    """

    code = "internal"
    picture: bytes | None = None
    draft_unsaved: bool = False


@dataclass(eq=False)
class NeedsPerson(BrowserError):
    """A person must act on the site; `reason` refines the outcome `needs_manual`.

    `heading` and `picture` are what stands there, as far as it could be seen; `retry_at` is when
    the site says that it will answer again.
    """

    place: Place
    reason: str = "unknown_dialog"
    heading: str | None = dataclass_field(default=None, kw_only=True, repr=False)
    picture: bytes | None = dataclass_field(default=None, kw_only=True, repr=False)
    retry_at: datetime | None = dataclass_field(default=None, kw_only=True)

    code = "needs_manual"

    @property
    def obstacle(self) -> Obstacle:
        """What stands there, for whoever has to act."""
        return Obstacle(ObstacleKind.DIALOG, self.heading)

    @property
    def check(self) -> SessionCheck:
        """What a look at a session comes to where this stands."""
        return SessionCheck(
            SessionState.CHALLENGED,
            reason=self.reason,
            obstacle=self.obstacle,
            picture=self.picture,
            retry_at=self.retry_at,
        )

    def __str__(self) -> str:
        return f"{self.reason} at {self.place}"


@dataclass(eq=False)
class ChallengeRequired(NeedsPerson):
    """A challenge is on the page; `marker` names the sign that was seen, for the log."""

    kind: ChallengeKind = ChallengeKind.CAPTCHA
    marker: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        limited = self.kind is ChallengeKind.RATE_LIMITED
        self.reason = self.reason or (RATE_LIMITED if limited else CHALLENGE)

    @property
    def obstacle(self) -> Obstacle:
        """What stands there; an interstitial is one more check for a human."""
        interstitial = self.kind is ChallengeKind.INTERSTITIAL
        kind = ObstacleKind.HUMAN_CHECK if interstitial else ObstacleKind(self.kind)
        return Obstacle(kind, self.heading)


@dataclass(eq=False)
class UnknownDialog(NeedsPerson):
    """A dialog that is not in the site's list of known ones."""

    reason: str = "unknown_dialog"


@dataclass(eq=False)
class PayWall(NeedsPerson):
    """The site asks for money or says that a quota is reached."""

    reason: str = "pay_wall"

    @property
    def obstacle(self) -> Obstacle:
        return Obstacle(ObstacleKind.PAY_WALL, self.heading)


class SessionExpired(BrowserError):
    """The site answers as to a guest, or its session renewal hangs."""

    code = "session_expired"


@dataclass(eq=False)
class WrongMarket(BrowserError):
    """The site sent the session on to another of its markets; `there` is that one's host."""

    there: str
    code = "wrong_market"

    def __str__(self) -> str:
        return f"sent on to {self.there}"


@dataclass(eq=False)
class AccountMismatch(BrowserError):
    """The page shows another member than the session's."""

    expected: str
    code = "account_mismatch"

    def __str__(self) -> str:
        return "the page belongs to another account than the stored session"


@dataclass(eq=False)
class ListingRefused(BrowserError):
    """The site refuses fields or photos before the click; `errors` maps field to its text."""

    errors: Mapping[str, str]
    code = "rejected_by_site"

    def __str__(self) -> str:
        return "refused by the site: " + ", ".join(sorted(self.errors))


@dataclass(eq=False)
class FormChanged(BrowserError):
    """A call was held back in the browser; `errors` maps the members that differ to a text."""

    errors: Mapping[str, str]
    code = "not_ready"

    def __str__(self) -> str:
        return f"about to send something else: {', '.join(sorted(self.errors))}"


@dataclass(eq=False)
class NotText(BrowserError):
    """A text for a field holds what the page would take for a key; nothing of it was typed."""

    field: str
    code = "text_not_typable"

    def __str__(self) -> str:
        return f"{self.field}: the text holds a control character"


class SiteUnavailable(BrowserError):
    """The site cannot be used now; nothing was clicked."""

    code = "site_unreachable"


class SiteUnreachable(SiteUnavailable):
    """No connection, a server error, or something that is not the site's page."""


class DraftLost(SiteUnreachable):
    """The call that saves a draft has left, and its answer is lost: there may be one."""


class SiteTimeout(SiteUnavailable):
    """The site did not answer in time."""

    code = "site_timeout"


@dataclass(eq=False)
class FieldTimeout(SiteTimeout):
    """A field did not come in time; `pending` names what the page was still waiting for.

    These are paths of calls without their query, loaders by name, `document` for a page that is
    still loading, `script`, and `drawing` for a page that hardly moves.
    """

    field: str
    pending: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.field} did not come in time: {', '.join(self.pending) or 'no answer'}"


@dataclass(eq=False)
class PhotoTimeout(FieldTimeout):
    """A photo was not taken in time; `photo` is its place, from 1, and the name it came with."""

    photo: str = dataclass_field(default="", kw_only=True, repr=False)


@dataclass(eq=False)
class SiteLayoutChanged(BrowserError):
    """A field was not found; `tried` are the locators in order, `nearest` what is there.

    `skeleton` is how the page was built then, a line for each element, without texts and values.
    """

    field: str
    tried: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    skeleton: tuple[str, ...] = dataclass_field(default=(), repr=False)
    code = "site_layout_changed"

    def __str__(self) -> str:
        return f"{self.field}: none of {len(self.tried)} locators matched"


class BrowserUnavailable(BrowserError):
    """The browser on our side is not there."""

    code = "browser_crashed"


class BrowserMissing(BrowserUnavailable):
    """No Chromium was found; the message lists the ways to get one, a line each."""

    code = "browser_missing"


class BrowserCrashed(BrowserUnavailable):
    """The browser, a tab or its driver ended under the job."""

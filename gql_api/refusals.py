"""What stops a look at the site that is no job's: how it is noted, and the refusal that it becomes.

Owns the words and codes. Whose turn it is, and when to look, are the desks' matters.
"""

from collections.abc import Callable

from browser.errors import (
    AccountMismatch,
    BrowserError,
    BrowserMissing,
    BrowserUnavailable,
    ChallengeRequired,
    NeedsPerson,
    SessionExpired,
    SiteTimeout,
    SiteUnavailable,
)
from browser.listing import Seller
from gql_api import outcomes
from gql_api.errors import Conflict, NoSession, ServiceError, SiteProblem, Unavailable
from gql_api.session_desk import SessionDesk
from gql_api.subjects import shown
from gql_api.telemetry import Telemetry

Met = Callable[[NeedsPerson], Conflict]


def busy(account: str) -> Conflict:
    """The refusal while a job of the account is in the browser."""
    return Conflict(
        f"A job of account {shown(account)!r} works in the browser now: try again later.",
        code="account_busy",
        field="account",
        retry_after=60,
    )


def full() -> Unavailable:
    """The refusal while there is no place in the browser: a caller is not kept waiting for one."""
    return Unavailable(
        "As many jobs work in the browser now as may at once: try again later.", retry_after=60
    )


async def note(
    error: BrowserError | TimeoutError,
    seller: Seller,
    sessions: SessionDesk,
    telemetry: Telemetry,
) -> None:
    """Count it; a challenge lets the account rest, a session that ended is noted as over."""
    if isinstance(error, BrowserError):
        telemetry.obstructed(error)
    if isinstance(error, ChallengeRequired):
        await sessions.rest(seller, error.kind)
    if isinstance(error, SessionExpired):
        await sessions.expire(seller)


def refusal(error: BrowserError | TimeoutError, met: Met) -> ServiceError:
    """What to tell; `met` words what a person has to look at."""
    cures = outcomes.CURES
    match error:
        case NeedsPerson():
            found: ServiceError = met(error)
        case SessionExpired():
            found = NoSession(cures["session_expired"], code="session_expired", field="account")
        case AccountMismatch():
            text = (
                "The page belongs to another member than the stored session: save the session of "
                "the right account."
            )
            found = Conflict(text, code="account_mismatch", field="account")
        case SiteTimeout() | TimeoutError():
            found = SiteProblem(cures["site_timeout"], code="site_timeout", status=504)
        case SiteUnavailable():
            found = SiteProblem(cures["site_unreachable"])
        case BrowserMissing():
            found = Unavailable(str(error), code=error.code, retry_after=60)
        case BrowserUnavailable():
            found = Unavailable(cures["browser_crashed"], code=error.code, retry_after=60)
        case _:
            found = ServiceError(cures["internal"])
    return found

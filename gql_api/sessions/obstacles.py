"""What stops a look at the site that is no job's: the refusal that it becomes.

Owns the words and codes. Whose turn it is, and when to look, is the callers' matter; what it means
for the session, `browser_sessions`'.
"""

from collections.abc import Callable

from browser import errors
from gql_api.domain import results
from gql_api.errors import Conflict, NoSession, ServiceError, SiteProblem, Unavailable

Worded = Callable[[errors.NeedsPerson], Conflict]


def full() -> Unavailable:
    """The refusal while there is no place in the browser: a caller is not kept waiting for one."""
    return Unavailable(
        "As many jobs work in the browser now as may at once: try again later.", retry_after=60
    )


def refusal(error: errors.BrowserError | TimeoutError, worded: Worded, host: str) -> ServiceError:
    """What to tell of a look at that market; `worded` says what a person has to look at."""
    cures = results.CURES
    match error:
        case errors.NeedsPerson():
            found: ServiceError = worded(error)
        case errors.SessionExpired():
            found = NoSession(
                cures["session_expired"],
                code="session_expired",
                field="account",
                members={"market": host},
            )
        case errors.AccountMismatch():
            text = (
                "The page belongs to another member than the stored session: save the session of "
                "the right account."
            )
            found = Conflict(text, code="account_mismatch", field="account")
        case errors.SiteTimeout() | TimeoutError():
            found = SiteProblem(cures["site_timeout"], code="site_timeout", status=504)
        case errors.SiteUnavailable():
            found = SiteProblem(cures["site_unreachable"])
        case errors.BrowserMissing():
            found = Unavailable(str(error), code=error.code, retry_after=60)
        case errors.BrowserUnavailable():
            found = Unavailable(cures["browser_crashed"], code=error.code, retry_after=60)
        case _:
            found = ServiceError(cures["internal"])
    return found

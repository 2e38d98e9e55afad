"""Turns what the browser half says into the result of a run: outcomes, problems and cures.

Pure functions. What follows from a result (parking a form, resting an account) is decided by the
workflows.
"""

from browser import errors
from browser.messages import Message
from gql_api.domain.job import Outcome, Problem, Result

CURES = {
    "session_expired": "The site treats the session as a guest's. Save a fresh one, copied from "
    "the browser in which you are logged in.",
    "site_unreachable": "The market could not be reached, or answered something else than its "
    "page. Nothing was clicked: try again later.",
    "site_timeout": "The market did not answer in time. Nothing was clicked: try again later.",
    "wrong_market": "The site sent the session on to another country's market. Nothing was filled: "
    "save the session again with the market that it belongs to.",
    "browser_crashed": "The browser ended under the job. Nothing was clicked: try again.",
    "internal": "This is our fault. Nothing was clicked: try again, and report the job id.",
    "deadline": "The job took longer than it may. Nothing was clicked: try again later.",
}


def failed(code: str, detail: str | None = None) -> Result:
    """A run that could not be carried out; nothing was clicked."""
    return Result(problem=Problem(code, detail or CURES.get(code, CURES["internal"])))


def unknown(reason: str) -> Result:
    """A click whose outcome could not be found out."""
    return Result(outcome=Outcome.OUTCOME_UNKNOWN, reason=reason)


def of_error(error: errors.BrowserError) -> Result:
    """The result of a run that the browser half stopped before the click."""
    if isinstance(error, errors.NeedsPerson):
        return Result(
            outcome=Outcome.NEEDS_MANUAL,
            reason=error.reason,
            obstacle=error.obstacle,
            retry_at=error.retry_at,
        )
    if isinstance(error, errors.ListingRefused):
        return Result(
            outcome=Outcome.REJECTED_BY_SITE, reason="refused_by_site", errors=dict(error.errors)
        )
    if isinstance(error, errors.FormChanged):
        return Result(outcome=Outcome.NOT_READY, reason="form_changed", errors=dict(error.errors))
    return failed(error.code, _cure(error))


def _cure(error: errors.BrowserError) -> str | None:
    if isinstance(error, errors.SiteLayoutChanged):
        tried = (
            Message(" Tried: {tried}.", tried=", ".join(error.tried[:12])) if error.tried else ""
        )
        near = (
            Message(" Nearest on the page: {nearest}.", nearest=", ".join(error.nearest[:5]))
            if error.nearest
            else ""
        )
        return Message(
            "The sell page has changed: the field {field} was not found by any of {count} "
            "locators.{tried} Nothing was clicked: update Fripier; `fripier doctor` tells what "
            "else has changed.{near}",
            field=error.field,
            count=len(error.tried),
            tried=tried,
            near=near,
        )
    if isinstance(error, errors.FieldTimeout):
        return _cure_of_delay(error)
    if isinstance(error, errors.NotText):
        return Message(
            "The text for {field} holds a line break or another control character, which the "
            "page would take for a key. Nothing was clicked: write it without.",
            field=error.field,
        )
    if isinstance(error, errors.AccountMismatch):
        return (
            "The page belongs to another member than the stored session. Nothing was filled: save "
            "the session of the right account."
        )
    if isinstance(error, errors.BrowserMissing):
        return str(error)
    return None


def _cure_of_delay(error: errors.FieldTimeout) -> str:
    if isinstance(error, errors.PhotoTimeout):
        return Message(
            "The site did not take photo {photo} in time. Nothing was clicked: try again later, "
            "or leave it out.",
            photo=error.photo,
        )
    waited = (
        Message(" It was waiting for: {pending}.", pending=", ".join(error.pending[:5]))
        if error.pending
        else ""
    )
    return Message(
        "The page is slow: the field {field} did not come in time.{waited} Nothing was "
        "clicked: try again later.",
        field=error.field,
        waited=waited,
    )

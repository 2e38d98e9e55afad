"""The one place where REST's errors are rendered: application/problem+json, RFC 9457.

`code` is stable and `detail` says what to do. Which error stands for what is fixed in `errors`
and in `middleware`; the code of a job that failed becomes an error by the table below.
"""

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Final, Literal, NotRequired, cast

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from gql_api.domain import job
from gql_api.errors import (
    Conflict,
    InvalidInput,
    NoSession,
    PublishDisabled,
    ServiceError,
    SessionRefused,
    SiteProblem,
    Unavailable,
)
from gql_api.http.addresses import escaped, own_path, reference
from gql_api.http.middleware import request_id
from gql_api.http.www_authenticate import challenge
from gql_api.rest.models import FieldError, Obstacle
from gql_api.rest.photo_models import Photo, RefusedPhoto
from gql_api.rest.schemas import Moment, Uri, UriReference, doc
from gql_api.sessions.service import SessionState, host_of
from gql_api.texts import say

MEDIA_TYPE: Final = "application/problem+json"
RETRY_SECONDS: Final = 5
_IANA: Final = "https://iana.org/assignments/http-problem-types#"
_REGISTERED: Final[Mapping[str, str]] = {
    "rate_limited": f"{_IANA}quota-exceeded",
    "unavailable": f"{_IANA}temporary-reduced-capacity",
}

FAILURES: Final[Mapping[str, tuple[type[ServiceError], HTTPStatus]]] = {
    "session_required": (NoSession, HTTPStatus.UNAUTHORIZED),
    "session_expired": (SessionRefused, HTTPStatus.UNAUTHORIZED),
    "account_mismatch": (Conflict, HTTPStatus.CONFLICT),
    "wrong_market": (Conflict, HTTPStatus.CONFLICT),
    "text_not_typable": (InvalidInput, HTTPStatus.BAD_REQUEST),
    "publish_in_progress": (Conflict, HTTPStatus.CONFLICT),
    "publish_disabled": (PublishDisabled, HTTPStatus.FORBIDDEN),
    "account_cooling_down": (Conflict, HTTPStatus.CONFLICT),
    "site_unreachable": (SiteProblem, HTTPStatus.BAD_GATEWAY),
    "site_layout_changed": (SiteProblem, HTTPStatus.BAD_GATEWAY),
    "site_timeout": (SiteProblem, HTTPStatus.GATEWAY_TIMEOUT),
    "deadline": (SiteProblem, HTTPStatus.GATEWAY_TIMEOUT),
    "storage_unavailable": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    "turn_lost": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    "vault_unusable": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    "vault_damaged": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    "vault_key_mismatch": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    "browser_missing": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    "browser_crashed": (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
}
"""What the problem code of a failed job is in HTTP; every other code is our own fault."""


class Problem(TypedDict):
    """An error, as RFC 9457 describes it."""

    type: Annotated[UriReference, doc("Documents the code.")]
    title: Annotated[str, doc("The kind of error.")]
    status: Annotated[int, doc("The HTTP status.")]
    detail: Annotated[str, doc("What to do.")]
    instance: Annotated[UriReference, doc("The job or path it is about.")]
    code: Annotated[str, doc("Stable; decide by it.")]
    request_id: Annotated[str, doc("Finds the request in the logs.")]
    ok: Literal[False]
    field: NotRequired[Annotated[str, doc("The member that is wrong.")]]
    errors: NotRequired[Annotated[list[FieldError], doc("Every member that is wrong.")]]
    picture_url: NotRequired[
        Annotated[UriReference, doc("What the page showed when a job failed.")]
    ]
    job_id: NotRequired[Annotated[str, doc("The job that it is about.")]]
    location: NotRequired[Annotated[UriReference, doc("Where that job is asked for.")]]
    listing_url: NotRequired[Annotated[Uri | None, doc("The page of what was published.")]]
    allow: NotRequired[Annotated[str, doc("The methods that the path has.")]]
    photos: NotRequired[Annotated[list[Photo], doc("Empty, where every file was refused.")]]
    refused: NotRequired[Annotated[list[RefusedPhoto], doc("Why each file was refused.")]]
    size: NotRequired[
        Annotated[int, doc("How many bytes there are, where too many were asked for.")]
    ]
    scope: NotRequired[Annotated[str, doc("What the key or token lacks.")]]
    market: NotRequired[Annotated[str, doc("Whose session is needed, as the market's host.")]]
    violated_policies: NotRequired[
        Annotated[list[str], doc("The limits that were reached, as RateLimit-Policy names them.")]
    ]
    state: NotRequired[Annotated[SessionState, doc("What is known of the session.")]]
    reason: NotRequired[Annotated[str | None, doc("Why it is in that state.")]]
    obstacle: NotRequired[Annotated[Obstacle, doc("What a person has to act on.")]]
    retry_at: NotRequired[Annotated[Moment, doc("When it is worth asking again.")]]
    resting_until: NotRequired[
        Annotated[Moment, doc("Until then the account rests after a challenge.")]
    ]


def problem_type(connection: HTTPConnection, code: str) -> str:
    return _REGISTERED.get(code) or reference(connection, f"/problems/{code}")


def failure(problem: job.Problem, failed: job.Job, picture: str | None = None) -> ServiceError:
    """The error that a job's failure is for the request that waited for it.

    `picture` is the address of what the page showed then.
    """
    kind, status = FAILURES.get(problem.code, (ServiceError, HTTPStatus.INTERNAL_SERVER_ERROR))
    retry = RETRY_SECONDS if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    members = {"job_id": failed.id} | ({"picture_url": picture} if picture else {})
    if status == HTTPStatus.UNAUTHORIZED:
        members["market"] = host_of(failed.origin)
    return kind(
        problem.detail, code=problem.code, status=status, retry_after=retry, members=members
    )


def render(connection: HTTPConnection, error: ServiceError) -> Response:
    """The answer that an error is."""
    return JSONResponse(
        _body(connection, error),
        status_code=error.status,
        headers={**_headers(error), **challenge(connection, error)},
        media_type=MEDIA_TYPE,
    )


def _body(connection: HTTPConnection, error: ServiceError) -> Problem:
    job_id = error.members.get("job_id")
    path = f"/vinted/jobs/{job_id}" if job_id else escaped(own_path(connection))
    body: Problem = {
        "type": problem_type(connection, error.code),
        "title": say(error.title),
        "status": error.status,
        "detail": say(error.detail),
        "instance": reference(connection, path) if path.startswith("/") else path,
        "code": error.code,
        "request_id": request_id(connection),
        "ok": False,
    }
    if error.field:
        body["field"] = error.field
    if isinstance(error, InvalidInput) and (wrong := error.problems):
        body["errors"] = [
            FieldError(field=each["field"], detail=say(each["detail"])) for each in wrong
        ]
    return cast(Problem, error.members | body)  # its members follow those of its kind of error


def _headers(error: ServiceError) -> dict[str, str]:
    headers: dict[str, str] = {}
    if error.retry_after is not None:
        headers["Retry-After"] = str(max(1, math.ceil(error.retry_after)))
    for name in ("allow", "location"):
        if value := error.members.get(name):
            headers[name.title()] = str(value)
    if size := error.members.get("size"):
        headers["Content-Range"] = f"bytes */{size}"
    return headers

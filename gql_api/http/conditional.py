"""Answers a request by what its caller has already: RFC 9110's conditions, and ranges of a file.

Owns which condition counts before which (section 13.2.2), and which ranges are read past. What has
a validator, and of which kind, is said by whoever answers.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from browser.messages import Message
from gql_api.errors import InvalidInput

_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_ANOTHER: Final = "This is not what If-Match or If-Unmodified-Since ask for."
CHANGES: Final = frozenset({"if-match", "if-none-match"})
"""The conditions that a change may have."""
_OF_A_BODY: Final = frozenset({"accept-ranges", "content-length", "content-type"})
"""Fields that an answer without a body has no use for."""


class PreconditionFailed(InvalidInput):
    code = "precondition_failed"
    status = 412
    title = "Not what the caller has"


class RangeNotSatisfiable(InvalidInput):
    code = "range_not_satisfiable"
    status = 416
    title = "Range not satisfiable"


def tagged(response: Response) -> Response:
    """The answer with a strong validator made from its body."""
    response.headers["ETag"] = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    return response


def conditioned(request: Request, response: Response) -> Response:
    """The answer to a GET or HEAD, or a 304 in its place; the answer has an ETag.

    Raises `PreconditionFailed`, and `RangeNotSatisfiable` for a part of a file that is not there.
    """
    asked, held = request.headers, response.headers
    _require_same(asked, held)
    if _is_held(asked, held):
        kept = {name: value for name, value in held.items() if name not in _OF_A_BODY}
        return Response(status_code=304, headers=kept)
    given = asked.get("range")
    if isinstance(response, FileResponse) and given and not _is_range(given, request, held):
        # Starlette would refuse in words of its own what a server has to read past.
        request.scope["headers"] = [
            each for each in request.scope["headers"] if each[0] != b"range"
        ]
    return response


def require_fitting(request: Request, tag: str) -> None:
    """Raise `PreconditionFailed` when a change is not meant for what is there, with its tag."""
    asked = request.headers
    _require_same(asked, Headers({"etag": tag}))
    if asked.get("if-none-match") and _is_held(asked, Headers({"etag": tag})):
        raise PreconditionFailed(_ANOTHER)


def _require_same(asked: Headers, held: Headers) -> None:
    """Raise when the caller wants what it has, and this is another one."""
    if wanted := asked.getlist("if-match"):
        same = "*" in _tags(wanted) or held["etag"] in _tags(wanted)
    else:
        limit, changed = _moment(asked, "if-unmodified-since"), _moment(held, "last-modified")
        same = limit is None or changed is None or changed <= limit
    if not same:
        raise PreconditionFailed(_ANOTHER)


def _is_held(asked: Headers, held: Headers) -> bool:
    """Whether the caller has it already; a tag that was sent counts, and a date beside it not."""
    if known := asked.getlist("if-none-match"):
        tags = [each.removeprefix("W/") for each in _tags(known)]
        return "*" in tags or held["etag"].removeprefix("W/") in tags
    since, changed = _moment(asked, "if-modified-since"), _moment(held, "last-modified")
    return since is not None and changed is not None and changed <= since


def _tags(fields: Sequence[str]) -> list[str]:
    return [each.strip() for value in fields for each in value.split(",")]


def _moment(fields: Headers, name: str) -> datetime | None:
    """The date in a field; one that cannot be read is none, as RFC 9110 has it."""
    values = fields.getlist(name)
    try:
        found = parsedate_to_datetime(values[0]) if len(values) == 1 else None
    except (ValueError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found


def _is_range(given: str, request: Request, held: Headers) -> bool:
    """Whether this is one range of bytes that is there; others of bytes are refused, or read past.

    Raises `RangeNotSatisfiable` for one that begins behind the end.
    """
    asked, tag = _RANGE.fullmatch(given), held["etag"]
    of_this = request.method == "GET" and request.headers.get("if-range", tag) == tag
    if asked is None or not of_this:
        return False
    size, first, last = int(held["content-length"]), asked[1], asked[2]
    if (int(first) >= size) if first else not int(last or 1):
        raise RangeNotSatisfiable(
            Message("There are {size} bytes.", size=size), members={"size": size}
        )
    return bool(first or last) and not (first and last and int(first) > int(last))

"""What is no request that can be answered, and why: found at the connection or at a route.

Owns the errors and what a head must hold to be served; counting bytes and time is `connection`'s,
how a refusal looks each transport's.
"""

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import parse_qsl

from browser.messages import Message
from gql_api.errors import InvalidInput, ServiceError, Unavailable

REFUSAL: Final = "fripier.refusal"
"""Where a scope holds the error that its request was refused with before it was read whole."""
METHODS: Final = frozenset(
    {"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"}
)
"""Those that every server should know; others are those of protocols that we do not speak."""
_DEFAULT_PORT: Final = {b"http": b":80", b"https": b":443"}
NOT_HTTP: Final = "This is not HTTP/1.1 as RFC 9112 has it."
HEAD_LIMIT: Final = "Send at most 64 KB and 100 fields before the body."
TARGET_LIMIT: Final = "The address is too long: send what it holds in a body."
LATE: Final = "The request did not arrive in time: send it again."
NO_SUCH_METHOD: Final = "No path has this method: use GET, HEAD, POST, DELETE or OPTIONS."
NO_SUCH_CODING: Final = "Send the body with a Content-Length, or in chunks without compression."
CODED: Final = "Send the body without Content-Encoding: compressed ones are not read."
OTHER_VERSION: Final = "Send HTTP/1.1."
FULL: Final = "There are too many connections."
FULL_OF_ONE: Final = "There are too many connections from your address: close some of them."
FRAMING: Final = "The chunks and trailers are longer than the body in them."

Fields = Sequence[tuple[bytes, bytes]]


class MalformedRequest(InvalidInput):
    """What arrives is no HTTP that can be read in one way only."""

    code = "malformed_request"
    title = "Malformed request"


class HeadTooLarge(InvalidInput):
    code = "request_head_too_large"
    status = 431
    title = "Request head too large"


class TargetTooLong(InvalidInput):
    code = "request_target_too_long"
    status = 414
    title = "Address too long"


class RequestTimeout(InvalidInput):
    code = "request_timeout"
    status = 408
    title = "Request took too long"


class MethodUnknown(ServiceError):
    code = "method_not_implemented"
    status = 501
    title = "Method not known"


class CodingUnknown(ServiceError):
    code = "transfer_coding_unknown"
    status = 501
    title = "Transfer coding not known"


class BodyCoded(InvalidInput):
    code = "unsupported_media_type"
    status = 415
    title = "Unsupported media type"


class HttpVersionUnsupported(ServiceError):
    code = "http_version_unsupported"
    status = 505
    title = "HTTP version not supported"


class TooManyConnections(Unavailable):
    code = "too_many_connections"
    title = "Too many connections"


def check_method(method: str) -> None:
    """Refuse a method that no server of this kind knows; one that a path lacks is its matter."""
    if method not in METHODS:
        raise MethodUnknown(NO_SUCH_METHOD)


def check_head(
    method: bytes, target: bytes, fields: Fields, *, version: str, upgrade: bool
) -> bytes:
    """The target as the path that is asked for; raises for what reads in more than one way.

    With `upgrade` the parser takes what follows for another protocol; HTTP/1.0 has no chunks.
    """
    if version not in {"1.0", "1.1"}:
        raise HttpVersionUnsupported(OTHER_VERSION)
    given = dict(fields)
    codings = given.get(b"transfer-encoding")
    if codings is not None and (version == "1.0" or not _is_chunked(fields)):
        raise CodingUnknown(NO_SUCH_CODING)
    if upgrade:
        _check_upgrade(method, codings, given.get(b"content-length"))
    return target if target.startswith(b"/") else _path_of(method, target, given)


def _is_chunked(fields: Fields) -> bool:
    codings = [value.strip().lower() for name, value in fields if name == b"transfer-encoding"]
    return codings == [b"chunked"]


def _check_upgrade(method: bytes, codings: bytes | None, length: bytes | None) -> None:
    """A body behind an upgrade would be taken for the next request."""
    if method == b"CONNECT":
        raise MethodUnknown(NO_SUCH_METHOD)
    if codings is not None or length not in {None, b"0"}:
        raise MalformedRequest("Send a body without the field Upgrade.")


def _path_of(method: bytes, target: bytes, given: dict[bytes, bytes]) -> bytes:
    """The path of a target that is not one itself: `*`, or an address with our own name."""
    if target == b"*" and method == b"OPTIONS":
        return target
    scheme, found, rest = target.partition(b"://")
    scheme = scheme.lower()
    authority, slash, path = rest.partition(b"/")
    authority, mark, query = authority.partition(b"?")
    if not found or scheme not in _DEFAULT_PORT:
        raise MalformedRequest("Ask for a path: it begins with a slash.")
    port = _DEFAULT_PORT[scheme]
    names = (name.lower().removesuffix(port) for name in (authority, given.get(b"host", b"")))
    if len(set(names)) != 1:
        raise MalformedRequest(
            "The address and the field Host name two services: this is no proxy."
        )
    return b"/" + (mark + query if mark else path if slash else b"")


def check_coding(fields: Iterable[tuple[bytes, bytes]]) -> None:
    """Refuse a body in a coding that is not read."""
    for name, value in fields:
        if name == b"content-encoding" and value.strip().lower() not in {b"", b"identity"}:
            raise BodyCoded(CODED)


def check_host_field(fields: Iterable[tuple[bytes, bytes]]) -> None:
    """Refuse a request that names no host, or several."""
    if sum(name == b"host" for name, _ in fields) != 1:
        raise MalformedRequest("Send the field Host once.")


def check_query(query: bytes) -> None:
    """Refuse a parameter that is given twice: none of ours means two things."""
    if b"&" not in query:
        return
    seen: set[str] = set()
    for name, _ in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
        if name in seen:
            raise InvalidInput(Message("{name}: send it once.", name=name[:100]), field=name[:100])
        seen.add(name)

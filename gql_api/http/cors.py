"""What lets a page of another origin send a request and read its answer: the fields of CORS.

Which origins may is decided by `origins`; `middleware` asks for these at each request. Of every
other origin a page may ask and read that it is refused, and why, and nothing else.
"""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from gql_api.http.origins import Access

ALLOWED_ORIGIN: Final = b"access-control-allow-origin"
_POLICY: Final = b"cross-origin-resource-policy"
EXPOSED: Final = (
    "Accept-Ranges, Allow, Content-Range, ETag, Idempotent-Replayed, Link, Location, "
    "Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id"
)
ACCEPTED: Final = (
    "Accept, Apollo-Require-Preflight, Authorization, Cache-Control, Content-Type, "
    "GraphQL-Require-Preflight, Idempotency-Key, If-Match, If-Modified-Since, If-None-Match, "
    "If-Range, If-Unmodified-Since, Last-Event-ID, Prefer, Range, Traceparent, "
    "Tracestate, X-Account, X-API-Key, X-Apollo-Operation-Name, X-Request-Id"
)
METHODS: Final = "GET, POST, PUT, DELETE, OPTIONS"


def sharing(asked: Headers, access: Access) -> Mapping[bytes, bytes]:
    """What lets a page of another origin read the answer; others are refused by `check_page`."""
    origin = asked.get("origin")
    if origin is None or not access.origin_allowed(origin, asked.get("host", "")):
        return {_POLICY: _policy(asked)}
    return reading(asked)


def reading(asked: Headers) -> Mapping[bytes, bytes]:
    """What lets the page that asked read the answer, whichever page that is."""
    origin = asked.get("origin")
    if origin is None:
        return {_POLICY: _policy(asked)}
    return {
        _POLICY: _policy(asked),
        ALLOWED_ORIGIN: origin.encode("latin-1"),
        b"access-control-expose-headers": EXPOSED.encode(),
    }


def _policy(asked: Headers) -> bytes:
    from_elsewhere = asked.get("sec-fetch-site") in {"cross-site", "same-site"}
    return b"cross-origin" if from_elsewhere else b"same-origin"


def is_preflight(scope: Scope, headers: Headers) -> bool:
    """Whether a browser asks for a page whether it may ask."""
    asks = "origin" in headers and "access-control-request-method" in headers
    return scope["method"] == "OPTIONS" and asks


def preflight(asked: Headers) -> ASGIApp:
    """What it is told."""
    response = Response(
        status_code=204,
        headers={
            "Access-Control-Allow-Methods": METHODS,
            "Access-Control-Allow-Headers": ACCEPTED,
            "Access-Control-Max-Age": "600",
        },
    )
    if asked.get("access-control-request-private-network") == "true":
        response.headers["Access-Control-Allow-Private-Network"] = "true"
    return response

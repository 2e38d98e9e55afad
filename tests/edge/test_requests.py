"""What the parser, the server and the router answer before our own code begins, byte by byte."""

from dataclasses import dataclass, field

import pytest

from tests.edge.raw import Answer, Raw, asked, request
from tests.gql_api.inside import Inside

KB = 1024
LINE = b"GET /health HTTP/1.1\r\n"
HOST = b"Host: localhost\r\n"
QUERY = b'{"query":"{ capabilities { version } }"}'
POST = "POST /graphql HTTP/1.1"
TYPED = "Content-Type: application/json"
CHUNKED = "Transfer-Encoding: chunked"
OPENAPI = "GET /openapi.json HTTP/1.1"


@dataclass(frozen=True)
class Case:
    """A request, the status of its answer, and the code of its problem; no code is an answer."""

    name: str
    sent: bytes
    status: int
    code: str | None = None
    to_head: bool = field(default=False)


def _chunked(body: bytes, *fields: str) -> bytes:
    return request(POST, [TYPED, CHUNKED, *fields], body)


def _sized(body: bytes, *fields: str) -> bytes:
    return request(POST, [TYPED, f"Content-Length: {len(body)}", *fields], body)


def _chunks(body: bytes, size: int) -> bytes:
    pieces = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


WHOLE = _chunks(QUERY, 9)

HEADS = [
    Case("an ordinary request", request(), 200),
    Case("a head just within", request(fields=[f"X-A: {'a' * (62 * KB)}"]), 200),
    Case(
        "a head too large in one field",
        request(fields=[f"X-A: {'a' * (65 * KB)}"]),
        431,
        "request_head_too_large",
    ),
    Case(
        "a head too large in several",
        request(fields=[f"X-{n}: {'a' * KB}" for n in range(70)]),
        431,
        "request_head_too_large",
    ),
    Case(
        "a field without an end",
        LINE + HOST + b"X-A: " + b"a" * (300 * KB),
        431,
        "request_head_too_large",
    ),
    Case(
        "a name without an end",
        LINE + HOST + b"a" * (300 * KB),
        431,
        "request_head_too_large",
    ),
    Case(
        "padding without an end",
        LINE + HOST + b"X-A:" + b" " * (300 * KB),
        431,
        "request_head_too_large",
    ),
    Case("a hundred fields", request(fields=["X-A: a"] * 99), 200),
    Case(
        "a hundred and one fields",
        request(fields=["X-A: a"] * 100),
        431,
        "request_head_too_large",
    ),
    Case(
        "a line too long",
        request(f"GET /{'a' * (65 * KB)} HTTP/1.1"),
        414,
        "request_target_too_long",
    ),
    Case(
        "a line without an end",
        b"GET /" + b"a" * (300 * KB),
        414,
        "request_target_too_long",
    ),
    Case(
        "a folded field",
        LINE + HOST + b"X-A: a\r\n b\r\n\r\n",
        400,
        "malformed_request",
    ),
    Case(
        "a blank before the colon",
        LINE + HOST + b"X-A : a\r\n\r\n",
        400,
        "malformed_request",
    ),
    Case("a field without a colon", LINE + HOST + b"X-A\r\n\r\n", 400, "malformed_request"),
    Case("a NUL in a field", LINE + HOST + b"X-A: a\0b\r\n\r\n", 400, "malformed_request"),
    Case("a bare CR in a field", LINE + HOST + b"X-A: a\rb\r\n\r\n", 400, "malformed_request"),
    Case("no HTTP", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", 400, "malformed_request"),
    Case("a word", b"hello\r\n\r\n", 400, "malformed_request"),
]
VERSIONS = [
    Case("1.0", b"GET /health HTTP/1.0\r\n" + HOST + b"\r\n", 200),
    Case("2.0", b"GET /health HTTP/2.0\r\n" + HOST + b"\r\n", 505, "http_version_unsupported"),
    Case("the preface of 2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "http_version_unsupported"),
    Case("0.9", b"GET /health\r\n\r\n", 505, "http_version_unsupported"),
    Case("none", b"GET /health HTTP\r\n\r\n", 400, "malformed_request"),
]
HOSTS = [
    Case("none", LINE + b"\r\n", 400, "malformed_request"),
    Case("none in 1.0", b"GET /health HTTP/1.0\r\n\r\n", 400, "malformed_request"),
    Case("two", LINE + HOST + b"Host: evil.example\r\n\r\n", 400, "malformed_request"),
    Case("the same twice", LINE + HOST + HOST + b"\r\n", 400, "malformed_request"),
    Case("an empty one", LINE + b"Host:\r\n\r\n", 403, "host_not_allowed"),
    Case("a foreign one", LINE + b"Host: evil.example\r\n\r\n", 403, "host_not_allowed"),
]
TARGETS = [
    Case("our own address", request("GET http://localhost/health HTTP/1.1"), 200),
    Case("our own address with its port", request("GET http://LOCALHOST:80/health HTTP/1.1"), 200),
    Case("an address without a path", request("GET http://localhost HTTP/1.1"), 200),
    Case(
        "a foreign address",
        request("GET http://evil.example/health HTTP/1.1"),
        400,
        "malformed_request",
    ),
    Case(
        "a name within an address",
        request("GET http://localhost@evil.example/health HTTP/1.1"),
        400,
        "malformed_request",
    ),
    Case("another scheme", request("GET ftp://localhost/ HTTP/1.1"), 400, "malformed_request"),
    Case("a star", request("GET * HTTP/1.1"), 400, "malformed_request"),
    Case("a star that is asked for", request("OPTIONS * HTTP/1.1"), 204),
    Case("a bare name", request("GET health HTTP/1.1"), 400, "malformed_request"),
    Case("an authority", request("CONNECT localhost:80 HTTP/1.1"), 501, "method_not_implemented"),
    Case("a path of two slashes", request("GET //evil.example/ HTTP/1.1"), 404, "not_found"),
    Case("a line break", request("GET /vinted/markets%0a HTTP/1.1"), 404, "not_found"),
    Case("a line break and a slash", request("GET /vinted/markets%0a/ HTTP/1.1"), 404, "not_found"),
    Case(
        "a line break for a foreign name",
        b"GET /vinted/markets%0a/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        403,
        "host_not_allowed",
    ),
    Case("a NUL", request("GET /%00 HTTP/1.1"), 404, "not_found"),
    Case("no UTF-8", request("GET /%ff HTTP/1.1"), 404, "not_found"),
    Case("raw bytes", b"GET /\xff HTTP/1.1\r\n" + HOST + b"\r\n", 400, "malformed_request"),
]
METHODS = [
    Case("HEAD", request("HEAD /health HTTP/1.1"), 200, to_head=True),
    Case("HEAD of a document", request("HEAD /openapi.json HTTP/1.1"), 200, to_head=True),
    Case("HEAD of a page", request("HEAD /docs HTTP/1.1"), 200, to_head=True),
    Case(
        "HEAD of a query",
        request("HEAD /graphql?query=%7B__typename%7D HTTP/1.1"),
        200,
        to_head=True,
    ),
    Case("one that a path lacks", request("PUT /health HTTP/1.1"), 405, "method_not_allowed"),
    Case("QUERY", request("QUERY /health HTTP/1.1"), 405, "method_not_allowed"),
    Case("TRACE", request("TRACE /health HTTP/1.1"), 405, "method_not_allowed"),
    Case(
        "one of another protocol",
        request("PROPFIND /health HTTP/1.1"),
        501,
        "method_not_implemented",
    ),
    Case("one of our own", request("BREW /health HTTP/1.1"), 501, "method_not_implemented"),
    Case("a small one", request("get /health HTTP/1.1"), 501, "method_not_implemented"),
    Case("one on no path", request("PURGE /nowhere HTTP/1.1"), 501, "method_not_implemented"),
]
QUERIES = [
    Case("once", request("GET /vinted/auth/check?account=a HTTP/1.1"), 200),
    *(
        Case(path, request(f"GET {path} HTTP/1.1"), 400, "invalid_input")
        for path in (
            "/vinted/auth/check?account=a&account=a",
            "/vinted/auth/check?account=a&%61ccount=b",
            "/vinted/suggest/color?text=noir&text=",
            "/vinted/jobs/none/events?after=1&after=2",
            "/vinted/photos/none?access=a&access=b",
            "/graphql?query=%7B__typename%7D&query=%7B__typename%7D",
            "/graphql?query=%7B__typename%7D&variables=&variables=%7B%7D",
        )
    ),
    Case(
        "an account in two fields",
        request("GET /vinted/auth/check HTTP/1.1", ["X-Account: a", "X-Account: a"]),
        400,
        "invalid_input",
    ),
    Case(
        "no account in the field",
        request("GET /vinted/auth/check?account=a HTTP/1.1", ["X-Account: "]),
        400,
        "invalid_input",
    ),
]
TAGGED = "GET /console/static/docs.js HTTP/1.1"
CONDITIONS = [
    Case("a document that is held", request(OPENAPI, ["If-None-Match: *"]), 304),
    Case("HEAD of it", request(f"HEAD{OPENAPI[3:]}", ["If-None-Match: *"]), 304, to_head=True),
    Case("another document", request(OPENAPI, ['If-None-Match: "a"']), 200),
    Case(
        "one that is gone",
        request(OPENAPI, ['If-Match: "a"', "If-None-Match: *"]),
        412,
        "precondition_failed",
    ),
    Case("a range of a document", request(OPENAPI, ["Range: bytes=0-1"]), 200),
    Case(
        "a file since then",
        request(TAGGED, ["If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT"]),
        200,
    ),
    Case(
        "a file since now",
        request(TAGGED, ["If-Modified-Since: Sat, 01 Jan 2101 00:00:00 GMT"]),
        304,
    ),
    Case("a part of a file", request(TAGGED, ["Range: bytes=0-1"]), 206),
    Case("a part in another unit", request(TAGGED, ["Range: items=0-1"]), 200),
    Case("a part that is not there", request(TAGGED, ["Range: bytes=999999-"]), 416),
    Case("a part of another file", request(TAGGED, ["Range: bytes=0-1", 'If-Range: "a"']), 200),
]
BODIES = [
    Case("a length", _sized(QUERY), 200),
    Case("chunks", _chunked(WHOLE + b"0\r\n\r\n"), 200),
    Case(
        "a length that is no number",
        request(POST, [TYPED, "Content-Length: abc"]),
        400,
        "malformed_request",
    ),
    Case(
        "a negative length", request(POST, [TYPED, "Content-Length: -1"]), 400, "malformed_request"
    ),
    Case(
        "a signed length",
        request(POST, [TYPED, "Content-Length: +5"], QUERY),
        400,
        "malformed_request",
    ),
    Case("two lengths", _sized(QUERY, "Content-Length: 5"), 400, "malformed_request"),
    Case(
        "a list of lengths",
        request(POST, [TYPED, "Content-Length: 5, 5"]),
        400,
        "malformed_request",
    ),
    Case(
        "an endless length",
        request(POST, [TYPED, f"Content-Length: {'9' * 40}"]),
        400,
        "malformed_request",
    ),
    Case(
        "a length and chunks",
        _chunked(WHOLE + b"0\r\n\r\n", "Content-Length: 5"),
        400,
        "malformed_request",
    ),
    Case(
        "a length too large",
        request("POST /vinted/listings/prepare HTTP/1.1", [TYPED, "Content-Length: 2000000"]),
        413,
        "body_too_large",
    ),
    Case("a chunk size that is none", _chunked(b"zz\r\n"), 400, "malformed_request"),
    Case("an endless chunk size", _chunked(b"f" * 20 + b"\r\n"), 400, "malformed_request"),
    Case("a signed chunk size", _chunked(b"+5\r\nhello\r\n0\r\n\r\n"), 400, "malformed_request"),
    Case(
        "a chunk longer than its size",
        _chunked(b"5\r\nhello!\r\n0\r\n\r\n"),
        400,
        "malformed_request",
    ),
    Case(
        "a chunk with a note", _chunked(WHOLE.replace(b"9\r\n", b"9;a=b\r\n") + b"0\r\n\r\n"), 200
    ),
    Case(
        "a note without an end", _chunked(b"5;" + b"a" * (300 * KB)), 431, "request_head_too_large"
    ),
    Case(
        "bytes one by one",
        _chunked(_chunks(b" " * (100 * KB), 1) + b"0\r\n\r\n"),
        431,
        "request_head_too_large",
    ),
    Case("a trailer", _chunked(WHOLE + b"0\r\nX-A: a\r\n\r\n"), 200),
    Case(
        "a trailer too large",
        _chunked(WHOLE + b"0\r\nX-A: " + b"a" * (65 * KB) + b"\r\n\r\n"),
        431,
        "request_head_too_large",
    ),
    Case(
        "a trailer without an end",
        _chunked(WHOLE + b"0\r\nX-A: " + b"a" * (300 * KB)),
        431,
        "request_head_too_large",
    ),
    Case(
        "a hundred and one trailers",
        _chunked(WHOLE + b"0\r\n" + b"X-A: a\r\n" * 101 + b"\r\n"),
        431,
        "request_head_too_large",
    ),
    Case("a host as a trailer", _chunked(WHOLE + b"0\r\nHost: evil.example\r\n\r\n"), 200),
]
CODINGS = [
    Case("gzip", _sized(QUERY, "Content-Encoding: gzip"), 415, "unsupported_media_type"),
    Case(
        "one of two", _sized(QUERY, "Content-Encoding: identity, br"), 415, "unsupported_media_type"
    ),
    Case("none", _sized(QUERY, "Content-Encoding: identity"), 200),
    Case(
        "a transfer coding",
        request(POST, [TYPED, "Transfer-Encoding: gzip, chunked"], WHOLE),
        501,
        "transfer_coding_unknown",
    ),
    Case(
        "chunked twice",
        request(POST, [TYPED, "Transfer-Encoding: chunked, chunked"], WHOLE),
        400,
        "malformed_request",
    ),
    Case(
        "chunked in two fields",
        _chunked(WHOLE + b"0\r\n\r\n", CHUNKED),
        400,
        "malformed_request",
    ),
    Case(
        "identity",
        request(POST, [TYPED, "Transfer-Encoding: identity"]),
        501,
        "transfer_coding_unknown",
    ),
    Case(
        "chunks in 1.0",
        request("POST /graphql HTTP/1.0", [TYPED, CHUNKED], WHOLE),
        501,
        "transfer_coding_unknown",
    ),
]
UPGRADES = [
    Case("without a body", request(fields=["Connection: Upgrade", "Upgrade: h2c"]), 200),
    Case(
        "a request hidden behind it",
        _sized(
            request("DELETE /vinted/auth/session HTTP/1.1"), "Connection: Upgrade", "Upgrade: h2c"
        ),
        400,
        "malformed_request",
    ),
    Case(
        "chunks behind it",
        _chunked(WHOLE + b"0\r\n\r\n", "Connection: Upgrade", "Upgrade: h2c"),
        400,
        "malformed_request",
    ),
]
GROUPS = {
    "head": HEADS,
    "version": VERSIONS,
    "host": HOSTS,
    "target": TARGETS,
    "method": METHODS,
    "query": QUERIES,
    "condition": CONDITIONS,
    "body": BODIES,
    "coding": CODINGS,
    "upgrade": UPGRADES,
}
ALL = [
    pytest.param(case, id=f"{group}: {case.name}")
    for group, cases in GROUPS.items()
    for case in cases
]


@pytest.mark.parametrize("case", ALL)
async def test_each_request_has_its_answer(case: Case, service: Inside) -> None:
    answer = await asked(service.url, case.sent, to_head=case.to_head)
    problem = answer.code if not case.to_head else None
    assert (answer.status, problem) == (case.status, case.code), answer.body
    _bears_our_fields(answer)


def _bears_our_fields(answer: Answer) -> None:
    assert answer.fields["x-content-type-options"] == "nosniff"
    assert "content-security-policy" in answer.fields
    assert answer.fields["x-request-id"]
    assert "date" in answer.fields


@pytest.mark.parametrize("case", ALL)
async def test_nothing_changes_when_it_comes_in_drops(case: Case, service: Inside) -> None:
    """Each piece is parsed by itself; a method of our own is known by its whole line only."""
    step = 7 if len(case.sent) < 2 * KB else 5_000
    pieces = [case.sent[start : start + step] for start in range(0, len(case.sent), step)]
    raw = await Raw.to(service.url)
    try:
        for piece in pieces:
            await raw.send(piece)
        answer = await raw.answer(to_head=case.to_head)
    finally:
        await raw.close()
    assert answer.status == case.status, answer.body

"""What is answered to a caller who has something already, by RFC 9110 section 13.2.2."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from gql_api.http.conditional import PreconditionFailed, conditioned, tagged

BEFORE, CHANGED, AFTER = (f"Sat, 28 Nov 2026 20:41:0{second} GMT" for second in (4, 5, 6))
HELD = {"ETag": '"a"', "Last-Modified": CHANGED, "Cache-Control": "no-cache", "Vary": "Accept"}
Sent = list[tuple[str, str]]


def _answered(sent: Sent, **held: str) -> Response:
    fields = [(name.lower().encode(), value.encode()) for name, value in sent]
    request = Request({"type": "http", "method": "GET", "headers": fields})
    return conditioned(request, Response(b"whole", headers=HELD | held))


@pytest.mark.parametrize(
    "sent",
    [
        [("If-None-Match", '"a"')],
        [("If-None-Match", 'W/"a"')],
        [("If-None-Match", '"b", "a"')],
        [("If-None-Match", '"b"'), ("If-None-Match", '"a"')],
        [("If-None-Match", "*")],
        [("If-None-Match", '"a"'), ("If-Modified-Since", BEFORE)],
        [("If-Modified-Since", CHANGED)],
        [("If-Modified-Since", AFTER)],
        [("If-Modified-Since", "Saturday, 28-Nov-26 20:41:05 GMT")],
        [("If-Modified-Since", "Sat Nov 28 20:41:05 2026")],
        [("If-Match", '"a"'), ("If-None-Match", '"a"')],
    ],
    ids=str,
)
def test_who_has_it_is_told_so(sent: Sent) -> None:
    answer = _answered(sent)
    assert (answer.status_code, answer.body) == (304, b"")
    assert dict(answer.headers) == {name.lower(): value for name, value in HELD.items()}


@pytest.mark.parametrize(
    "sent",
    [
        [],
        [("If-None-Match", '"b"')],
        [("If-None-Match", "a")],
        [("If-None-Match", '"b"'), ("If-Modified-Since", AFTER)],
        [("If-Modified-Since", BEFORE)],
        [("If-Modified-Since", "yesterday")],
        [("If-Modified-Since", "Mon, 01 Jan 99999999999999999999 00:00:00 GMT")],
        [("If-Modified-Since", AFTER), ("If-Modified-Since", AFTER)],
        [("If-Match", '"a"')],
        [("If-Match", '"b", "a"')],
        [("If-Match", "*")],
        [("If-Match", '"a"'), ("If-Unmodified-Since", BEFORE)],
        [("If-Unmodified-Since", CHANGED)],
        [("If-Unmodified-Since", "yesterday")],
    ],
    ids=str,
)
def test_who_has_another_or_wants_this_one_gets_it(sent: Sent) -> None:
    assert (_answered(sent).status_code, _answered(sent).body) == (200, b"whole")


@pytest.mark.parametrize(
    "sent",
    [
        [("If-Match", '"b"')],
        [("If-Match", 'W/"a"')],
        [("If-Match", '"b"'), ("If-None-Match", '"a"')],
        [("If-Match", '"b"'), ("If-Unmodified-Since", AFTER)],
        [("If-Unmodified-Since", BEFORE)],
    ],
    ids=str,
)
def test_who_wants_another_is_refused(sent: Sent) -> None:
    with pytest.raises(PreconditionFailed) as refused:
        _answered(sent)
    assert refused.value.status == 412


def test_a_tag_is_that_of_the_body() -> None:
    one, same, other = (tagged(Response(body)) for body in (b"a", b"a", b"b"))
    assert one.headers["etag"] == same.headers["etag"] != other.headers["etag"]

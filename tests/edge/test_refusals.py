"""How a refusal at the connection leaves: in turn, in the caller's language, with a line of log."""

import structlog

from tests.edge.raw import Raw, asked, request
from tests.gql_api.inside import Inside

BROKEN = b"GET /health HTTP/1.1\r\nno field\r\n\r\n"


async def test_requests_before_a_broken_one_are_answered_first(service: Inside) -> None:
    raw = await Raw.to(service.url)
    await raw.send(request() + request("GET /nowhere HTTP/1.1") + BROKEN + request())
    answers = [await raw.answer() for _ in range(3)]
    assert [each.status for each in answers] == [200, 404, 400]
    assert answers[-1].fields["connection"] == "close"
    assert await raw.rest() == b""
    await raw.close()


async def test_too_many_ahead_of_their_answers_are_refused(service: Inside) -> None:
    raw = await Raw.to(service.url)
    await raw.send(request() * 100)
    answers = [await raw.answer() for _ in range(18)]
    assert [each.status for each in answers] == [200] * 17 + [400]
    assert await raw.rest() == b""
    await raw.close()


async def test_a_refusal_is_a_line_of_log_with_its_id(service: Inside) -> None:
    with structlog.testing.capture_logs() as lines:
        answer = await asked(service.url, BROKEN)
    [line] = [each for each in lines if each["event"] == "request"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/health", 400)
    assert answer.json["request_id"] == answer.fields["x-request-id"]


async def test_a_refusal_speaks_the_callers_language(service: Inside) -> None:
    fields = ["Accept-Language: fr", *["X-A: a"] * 100]
    answer = await asked(service.url, request(fields=fields))
    assert answer.json["detail"] == "Envoyez au plus 64 Ko et 100 champs avant le corps."


async def test_a_page_that_may_call_can_read_why(service: Inside) -> None:
    fields = [f"Origin: {service.url}", f"Content-Length: {'9' * 40}"]
    answer = await asked(service.url, request("POST /graphql HTTP/1.1", fields))
    assert answer.status == 400
    assert answer.fields["access-control-allow-origin"] == service.url


async def test_a_trailer_is_no_field_of_the_request(service: Inside) -> None:
    head = request("POST /nowhere HTTP/1.1", ["Transfer-Encoding: chunked"])
    answer = await asked(service.url, head, b"0\r\nAccept-Language: fr\r\nHost: evil\r\n\r\n")
    assert answer.status == 404
    assert answer.json["detail"] == "There is nothing at this path: see /vinted/docs."

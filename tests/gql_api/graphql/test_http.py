"""GraphQL over HTTP, where a stock view strays: media types, statuses, bodies, limits, masks."""

import json
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import get_introspection_query

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
HALF = b'{"query": "{ __typename }", "operationName": "\\ud800"}'
QUERY = "{ capabilities { version } }"
UPLOAD = (
    "mutation($file: Upload!) { uploadPhoto(input: {file: $file}) "
    "{ __typename ... on UploadPhotoSuccess { photo { id url width } } ... on Error { code } } }"
)


async def _ask(client: httpx.AsyncClient, query: Any, **more: Any) -> httpx.Response:
    headers = more.pop("headers", {})
    return await client.post("/graphql", json={"query": query, **more}, headers=headers)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, {JSON};q=0.9", GRAPHQL),
        (f"{JSON}, {GRAPHQL};q=0.5", JSON),
        (
            f"{GRAPHQL}, application/graphql+json, {JSON}, text/event-stream, multipart/mixed",
            GRAPHQL,
        ),
    ],
)
async def test_the_answer_has_the_media_type_that_was_asked_for(
    client: httpx.AsyncClient, accept: str, media: str
) -> None:
    answer = await _ask(client, QUERY, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    "query",
    [
        "{",
        "{ nope }",
        "query($a: Int!) { jobs(first: $a) { __typename } }",
        "query A { __typename } query B { __typename }",
    ],
)
async def test_a_request_that_is_not_executed_has_no_data(
    client: httpx.AsyncClient, query: str
) -> None:
    old = await _ask(client, query, headers={"Accept": JSON})
    new = await _ask(client, query, headers={"Accept": GRAPHQL})
    assert (old.status_code, new.status_code) == (200, 400)
    for answer in (old, new):
        assert "data" not in answer.json()
        assert answer.json()["errors"]
        assert "Did you mean" not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        HALF,
        b"",
        b"{",
        b"[]",
        b"42",
        b'"x"',
        b"null",
        b"true",
        b"\xff",
        b"[" * 100_000,
        b'{"a":' * 10_000,
    ],
)
async def test_a_body_that_is_no_operation_is_refused(
    client: httpx.AsyncClient, body: bytes
) -> None:
    answer = await client.post("/graphql", content=body, headers={"Content-Type": JSON})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"query": 7},
        {"query": QUERY, "variables": [1]},
        {"query": QUERY, "operationName": {}},
        {"query": QUERY, "extensions": "x"},
        {"query": QUERY, "operationName": "Other"},
    ],
)
async def test_a_member_of_the_wrong_shape_is_refused(
    client: httpx.AsyncClient, members: dict[str, Any]
) -> None:
    answer = await client.post("/graphql", json=members)
    assert answer.status_code == 400


async def test_an_empty_operation_name_in_the_address_is_none(client: httpx.AsyncClient) -> None:
    """As the specification has it; in a body it is a name that no operation has."""
    asked = {"query": "query A { __typename }", "operationName": ""}
    answer = await client.get("/graphql", params=asked)
    assert (answer.status_code, answer.json()) == (200, {"data": {"__typename": "Query"}})
    assert (await client.post("/graphql", json=asked)).status_code == 400


async def test_a_number_that_python_does_not_read_is_the_callers_fault(
    client: httpx.AsyncClient, log: Path
) -> None:
    before = log.read_text().count("unexpected_error")
    answer = await _ask(client, f"{{ jobs(first: {'9' * 5000}) {{ __typename }} }}")
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "invalid_input"
    assert error["message"] == "first: must be a whole number, at most 2147483647"
    assert log.read_text().count("unexpected_error") == before


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""]
)
async def test_another_content_type_is_refused(client: httpx.AsyncClient, media: str) -> None:
    body = json.dumps({"query": QUERY}).encode()
    answer = await client.post("/graphql", content=body, headers={"Content-Type": media})
    assert answer.status_code == 415


async def test_what_cannot_be_accepted_is_refused(client: httpx.AsyncClient) -> None:
    assert (await _ask(client, QUERY, headers={"Accept": "image/png"})).status_code == 406


async def test_queries_may_be_got_and_mutations_must_be_posted(client: httpx.AsyncClient) -> None:
    got = await client.get("/graphql", params={"query": QUERY, "variables": "{}"})
    assert got.json()["data"]["capabilities"]["version"]
    mutation = 'mutation { cancelJob(input: {jobId: "x"}) { __typename } }'
    refused = await client.get("/graphql", params={"query": mutation})
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")
    put = await client.put("/graphql", json={"query": QUERY})
    assert (put.status_code, put.headers["allow"]) == (405, "GET, HEAD, POST")
    assert (await client.get("/graphql", headers={"Accept": "*/*"})).status_code == 400


@pytest.mark.parametrize("name", ["variables", "extensions"])
@pytest.mark.parametrize("text", ["{", "[1]", "7", '"x"', '{"a": NaN}', "[" * 2000])
async def test_a_parameter_of_the_wrong_shape_is_refused(
    client: httpx.AsyncClient, name: str, text: str
) -> None:
    answer = await client.get("/graphql", params={"query": QUERY, name: text})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"]


async def test_a_subscription_by_post_says_where_to_go(client: httpx.AsyncClient) -> None:
    answer = await _ask(client, 'subscription { listingProgress(jobId: "x") { seq } }')
    assert answer.status_code == 400
    assert "graphql-transport-ws" in answer.json()["errors"][0]["message"]


async def _upload(
    client: httpx.AsyncClient, operations: str, places: str, **headers: str
) -> httpx.Response:
    from_page = {name.replace("_", "-"): value for name, value in headers.items()}
    parts = {"operations": (None, operations), "map": (None, places), "0": ("a.txt", b"no photo")}
    return await client.post("/graphql", files=parts, headers=from_page)


OPERATIONS = json.dumps({"query": UPLOAD, "variables": {"file": None}})


async def test_a_plain_form_cannot_call(client: httpx.AsyncClient) -> None:
    refused = await _upload(client, OPERATIONS, '{"0": ["variables.file"]}')
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["extensions"]["code"] == "preflight_required"


@pytest.mark.parametrize(
    "header", ["GraphQL_Require_Preflight", "Apollo_Require_Preflight", "x_apollo_operation_name"]
)
async def test_a_file_is_taken_from_a_client_that_preflights(
    client: httpx.AsyncClient, header: str
) -> None:
    answer = await _upload(client, OPERATIONS, '{"0": ["variables.file"]}', **{header: "1"})
    assert answer.json()["data"]["uploadPhoto"] == {
        "__typename": "InvalidInputError",
        "code": "photo_unsupported",
    }


@pytest.mark.parametrize(
    ("operations", "places"),
    [
        ("[]", "{}"),
        ("7", '{"0": ["variables.file"]}'),
        ("null", '{"0": ["variables.file"]}'),
        (OPERATIONS, "[]"),
        (OPERATIONS, "7"),
        (OPERATIONS, '{"0": 7}'),
        (OPERATIONS, '{"0": [7]}'),
        (OPERATIONS, '{"1": ["variables.file"]}'),
        (OPERATIONS, '{"0": ["query.file"]}'),
        (OPERATIONS, '{"0": ["variables.file.0.x"]}'),
        ("{", "{}"),
        (f'{{"query": "x", "variables": {"[" * 800}{"]" * 800}}}', "{}"),
    ],
)
async def test_a_map_that_does_not_fit_is_refused(
    client: httpx.AsyncClient, operations: str, places: str
) -> None:
    answer = await _upload(client, operations, places, GraphQL_Require_Preflight="1")
    assert answer.status_code == 400


async def test_a_photo_is_taken(client: httpx.AsyncClient, photo: bytes) -> None:
    parts = {
        "operations": (None, OPERATIONS),
        "map": (None, '{"0": ["variables.file"]}'),
        "0": ("coat.jpg", photo),
    }
    headers = {"GraphQL-Require-Preflight": "1"}
    answer = await client.post("/graphql", files=parts, headers=headers)
    found = answer.json()["data"]["uploadPhoto"]["photo"]
    assert (await client.get(found["url"])).headers["content-type"] == "image/jpeg"


def _bomb(levels: int) -> str:
    chain = [f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels)]
    last = f"fragment f{levels} on Query {{ __typename }}"
    return "\n".join(["{ ...f0 }", *chain, last])


ABUSES = {
    "fragments": _bomb(24),
    "undefined fragment": "{ ...nowhere }",
    "aliases in fragments": _bomb(5).replace("{ __typename }", "{ a: __typename }"),
    "aliases": "{" + " ".join(f"a{n}: __typename" for n in range(101)) + "}",
    "fields": "{" + "capabilities { version market currency } " * 200 + "}",
    "directives": "{ __typename " + "@include(if: true) " * 60 + "}",
    "depth": 'query { job(id: "x") ' + "{ preparation " * 15 + "{ id }" + "}" * 15 + "}",
    "tokens": "{" + " __typename" * 3000 + "}",
    "nesting": "{ a " * 20_000,
    "circle": "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
    "introspection": "{ __schema { types { " + "fields { type { " * 6 + "name" + " }" * 15,
}


@pytest.mark.parametrize("query", ABUSES.values(), ids=ABUSES)
async def test_an_operation_that_costs_too_much_is_refused_quickly(
    client: httpx.AsyncClient, query: str
) -> None:
    started = time.perf_counter()
    answer = await _ask(client, query, headers={"Accept": GRAPHQL})
    assert answer.status_code == 400
    assert "recursion" not in answer.text
    assert time.perf_counter() - started < 5


async def test_the_standard_introspection_is_within_the_limits(client: httpx.AsyncClient) -> None:
    answer = await _ask(client, get_introspection_query())
    assert "errors" not in answer.json()


FAULTY = [
    'mutation { setSession(input: {cookie: "canary-8842", userAgent: 7, x: 1}) { y } }',
    'mutation { setSession(input: ["canary-8842"]) { __typename } }',
    'mutation { setSession(input: "canary-8842") { __typename } }',
    'mutation { setSession("canary-8842") { __typename } }',
    'mutation { setSession(input: {cookie: """canary-8842""" "canary-8842"}) { __typename } }',
    "mutation($input: SetSessionInput!) { setSession(input: $input) { __typename } }",
]


@pytest.mark.parametrize("query", FAULTY)
async def test_a_session_in_a_faulty_document_is_not_told_again(
    client: httpx.AsyncClient, log: Path, query: str
) -> None:
    variables = {"input": {"cookie": ["canary-8842"], "userAgent": "canary-8842", "x": 1}}
    answer = await _ask(client, query, variables=variables)
    assert answer.json()["errors"]
    assert "canary-8842" not in answer.text
    assert "canary-8842" not in log.read_text()


async def test_expected_refusals_are_results_with_a_code(client: httpx.AsyncClient) -> None:
    query = (
        'mutation { prepareListing(input: {title: "", price: "0", description: "x", '
        "waitSeconds: 121}) { __typename ... on Error { code message field } "
        "... on InvalidInputError { problems { field } } } }"
    )
    result = (await _ask(client, query)).json()["data"]["prepareListing"]
    assert result["__typename"] == "InvalidInputError"
    assert [problem["field"] for problem in result["problems"]] == ["title", "price"]


@pytest.mark.parametrize("seconds", [-1, 121])
async def test_an_answer_is_held_for_at_most_two_minutes(
    client: httpx.AsyncClient, seconds: int
) -> None:
    query = (
        'mutation($s: Int!) { publishListing(input: {confirmToken: "x", waitSeconds: $s}) '
        "{ ... on Error { code field } ... on InvalidInputError { problems { field message } } } }"
    )
    answer = await _ask(client, query, variables={"s": seconds})
    refused = answer.json()["data"]["publishListing"]
    assert refused["field"] == "waitSeconds"
    assert refused["problems"] == [
        {"field": "waitSeconds", "message": "waitSeconds: from 0 to 120"}
    ]


@pytest.mark.parametrize(
    "query",
    [
        '{ session(account: "../etc") { state } }',
        '{ jobs(account: "") { edges { cursor } } }',
        '{ publishedListings(account: "../etc") { edges { cursor } } }',
        '{ listings(account: "") { url } }',
        '{ imports(account: "") { edges { cursor } } }',
        "{ jobs(first: 0) { edges { cursor } } }",
        '{ jobs(after: "bm90IGEgY3Vyc29y") { edges { cursor } } }',
        '{ jobs(after: "MjAyNi0xMS0yMg==") { edges { cursor } } }',
        '{ photos(after: "%") { edges { cursor } } }',
        "{ photos(first: 101) { edges { cursor } } }",
    ],
)
async def test_a_query_says_no_with_the_same_code(client: httpx.AsyncClient, query: str) -> None:
    (error,) = (await _ask(client, query)).json()["errors"]
    assert error["extensions"]["code"] == "invalid_input"
    assert error["extensions"]["field"] in {"account", "first", "after"}


async def test_what_is_not_there_is_null(client: httpx.AsyncClient) -> None:
    answer = await _ask(client, '{ job(id: "x") { id } photo(id: "../x") { id } }')
    assert answer.json() == {"data": {"job": None, "photo": None}}


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        ('finding: {address: "https://www.vinted.fr/items/1"}', "job_not_found"),
        ("finding: {notThere: true}", "job_not_found"),
        ("there: false", "job_not_found"),
        ("finding: {notThere: false}", "invalid_input"),
        ("finding: {notThere: true}, there: false", "invalid_input"),
        ("", "invalid_input"),
    ],
)
async def test_one_finding_settles_a_job(
    client: httpx.AsyncClient, finding: str, said: str
) -> None:
    query = (
        f'mutation {{ resolveJob(input: {{jobId: "x", {finding}}}) {{ ... on Error {{ code }} }} }}'
    )
    answer = await _ask(client, query)
    assert answer.json()["data"]["resolveJob"]["code"] == said


async def test_two_findings_at_once_are_no_finding(client: httpx.AsyncClient) -> None:
    both = '{address: "https://www.vinted.fr/items/1", notThere: true}'
    query = f'mutation {{ resolveJob(input: {{jobId: "x", finding: {both}}}) {{ __typename }} }}'
    (error,) = (await _ask(client, query)).json()["errors"]
    assert "OneOf" in error["message"] or "exactly one" in error["message"].lower()


async def test_several_operations_in_one_body_are_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json=[{"query": QUERY}] * 2)
    assert answer.status_code == 400
    assert "data" not in answer.text


async def test_nothing_is_traced_for_who_asks(client: httpx.AsyncClient) -> None:
    answer = await _ask(client, QUERY, headers={"X-Apollo-Tracing": "1"})
    assert answer.json().keys() == {"data"}


@pytest.mark.parametrize(
    ("media", "size", "code"),
    [
        (JSON, 8_000_000, "body_too_large"),
        ("multipart/form-data; boundary=b", 64_000_000, "photo_too_large"),
    ],
    ids=["JSON", "form"],
)
async def test_a_body_past_its_limit_is_refused(
    client: httpx.AsyncClient, media: str, size: int, code: str
) -> None:
    headers = {"Content-Type": media, "GraphQL-Require-Preflight": "1"}
    answer = await client.post("/graphql", content=bytes(size), headers=headers)
    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == code


async def test_a_query_of_many_errors_tells_ten(client: httpx.AsyncClient) -> None:
    query = "{" + " ".join(f"nope{number}" for number in range(50)) + "}"
    assert len((await _ask(client, query)).json()["errors"]) == 10

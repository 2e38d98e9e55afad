"""Subscriptions over HTTP: who gets a stream, its frames, its end, and the rules around it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from gql_api.db.jobs import Change
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.graphql import streaming
from tests.gql_api.inside import Inside, inside

EVENTS = "text/event-stream"
PARTS = "multipart/mixed"
JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
APOLLO = f"{PARTS};boundary=graphql;subscriptionSpec=1.0,{GRAPHQL},{JSON};q=0.9"
PARTS_ALONE = f"{PARTS};subscriptionSpec=1.0"
URQL = f"{GRAPHQL}, application/graphql+json, {JSON}, {EVENTS}, {PARTS}"
KEY = "a-key-of-sixteen-characters"
FOLLOW = "subscription($id: ID!) { listingProgress(jobId: $id) { seq state } }"
PING = ": ping\n\n"
VERSION = "{ capabilities { version } }"
DONE = Change(JobState.DONE, percent=100, result=Result(outcome=Outcome.PREPARED))


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """A service whose streams are kept alive twenty times a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streaming, "HEARTBEAT_SECONDS", 0.05)
        patch.setattr(streaming.Parts, "heartbeat_interval", 0.05)
        async with inside(tmp_path_factory.mktemp("streams")) as service:
            yield service


@pytest.fixture
async def client(service: Inside) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=service.url, timeout=10) as client:
        yield client


def _body(job: Job) -> dict[str, Any]:
    return {"query": FOLLOW, "variables": {"id": job.id}}


def _parts(text: str) -> list[Any]:
    """The parts of a multipart stream, each with the length that it says."""
    pieces = text.split("\r\n--graphql")
    assert (pieces[0], pieces[-1]) == ("", "--\r\n")
    found = []
    for piece in pieces[1:-1]:
        head, _, body = piece.lstrip("\r\n").partition("\r\n\r\n")
        assert f"Content-Length: {len(body.encode())}" in head
        assert "Content-Type: application/json" in head
        found.append(json.loads(body))
    return found


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (EVENTS, EVENTS),
        (f"{EVENTS}, {PARTS}", EVENTS),
        (APOLLO, PARTS),
        (f'{PARTS}; boundary="graphql"; subscriptionSpec="1.0"', PARTS),
        (f"{PARTS};subscriptionSpec=1.0;q=0.5, {EVENTS}", EVENTS),
        (URQL, EVENTS),
        (f"{JSON}, {EVENTS};q=0.1", EVENTS),
    ],
)
async def test_a_subscription_gets_the_stream_that_its_caller_takes(
    service: Inside, client: httpx.AsyncClient, accept: str, media: str
) -> None:
    job = await service.job()
    await service.parts.core.events.change(job.id, 1, DONE)
    answer = await client.post("/graphql", json=_body(job), headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert answer.headers["cache-control"] == "no-store, no-transform"
    assert answer.headers["x-accel-buffering"] == "no"
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("accept", [JSON, GRAPHQL, "*/*", f"{PARTS}, {JSON}", f"{EVENTS};q=0, */*"])
async def test_a_subscription_of_a_caller_without_a_stream_is_refused(
    service: Inside, client: httpx.AsyncClient, accept: str
) -> None:
    job = await service.job()
    answer = await client.post("/graphql", json=_body(job), headers={"Accept": accept})
    assert answer.status_code == 400
    message = answer.json()["errors"][0]["message"]
    assert "graphql-transport-ws" in message and EVENTS in message


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (URQL, GRAPHQL),
        (f"{JSON}, {EVENTS}", JSON),
        (f"{EVENTS}, {JSON}", JSON),
        (APOLLO, GRAPHQL),
        (EVENTS, EVENTS),
        (f"{EVENTS}, {JSON};q=0.9", EVENTS),
    ],
)
async def test_a_query_gets_a_stream_only_where_that_is_preferred(
    client: httpx.AsyncClient, accept: str, media: str
) -> None:
    answer = await client.post("/graphql", json={"query": VERSION}, headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == media


async def test_accept_may_be_written_in_several_lines(client: httpx.AsyncClient) -> None:
    headers = [("Accept", f"{JSON};q=0.5"), ("Accept", EVENTS)]
    answer = await client.post("/graphql", json={"query": VERSION}, headers=headers)
    assert answer.headers["content-type"] == EVENTS


async def test_events_are_framed_with_line_feeds_and_end_with_complete(
    service: Inside, client: httpx.AsyncClient
) -> None:
    job = await service.job()
    await service.parts.core.events.change(job.id, 1, DONE)
    answer = await client.post("/graphql", json=_body(job), headers={"Accept": EVENTS})
    assert answer.text.replace(PING, "") == (
        'event: next\ndata: {"data":{"listingProgress":{"seq":1,"state":"QUEUED"}}}\n\n'
        'event: next\ndata: {"data":{"listingProgress":{"seq":2,"state":"DONE"}}}\n\n'
        "event: complete\ndata:\n\n"
    )


async def test_parts_stand_between_boundaries(service: Inside, client: httpx.AsyncClient) -> None:
    job = await service.job()
    await service.parts.core.events.change(job.id, 1, DONE)
    answer = await client.post("/graphql", json=_body(job), headers={"Accept": APOLLO})
    parts = [part for part in _parts(answer.text) if part]
    progress = [part["payload"]["data"]["listingProgress"] for part in parts]
    assert progress == [{"seq": 1, "state": "QUEUED"}, {"seq": 2, "state": "DONE"}]


@pytest.mark.parametrize(("accept", "sign"), [(EVENTS, PING), (APOLLO, "\r\n\r\n{}\r\n")])
async def test_a_quiet_stream_is_kept_alive_and_goes_on(
    service: Inside, client: httpx.AsyncClient, accept: str, sign: str
) -> None:
    job = await service.job()
    headers = {"Accept": accept}
    seen = ""
    async with client.stream("POST", "/graphql", json=_body(job), headers=headers) as stream:
        pieces = stream.aiter_text()
        async with asyncio.timeout(10):
            while seen.count(sign) < 3:
                seen += await anext(pieces)
            assert '"seq":1' in seen and '"seq":2' not in seen
            await service.parts.core.events.change(job.id, 1, DONE)
            seen += "".join([piece async for piece in pieces])
    assert '"seq":2' in seen
    await service.watchers(0)


@pytest.mark.parametrize("accept", [EVENTS, APOLLO])
async def test_nobody_watches_for_a_client_that_left(
    service: Inside, client: httpx.AsyncClient, accept: str
) -> None:
    job = await service.job()
    headers = {"Accept": accept}
    async with client.stream("POST", "/graphql", json=_body(job), headers=headers):
        await service.watchers(1)
    await service.watchers(0)


async def test_a_browser_may_follow_with_get(service: Inside, client: httpx.AsyncClient) -> None:
    job = await service.job()
    await service.parts.core.events.change(job.id, 1, DONE)
    params = {"query": FOLLOW, "variables": json.dumps({"id": job.id})}
    answer = await client.get("/graphql", params=params, headers={"Accept": EVENTS})
    assert answer.text.count("event: next") == 2


@pytest.mark.parametrize("accept", [EVENTS, PARTS_ALONE, JSON, URQL])
@pytest.mark.parametrize("before", ["", "query Look { capabilities { version } } "])
async def test_a_mutation_is_not_run_by_get_whatever_the_answers_type(
    service: Inside, client: httpx.AsyncClient, accept: str, before: str
) -> None:
    job = await service.job()
    cancel = f'mutation Stop {{ cancelJob(input: {{jobId: "{job.id}"}}) {{ __typename }} }}'
    params = {"query": before + cancel, "operationName": "Stop"}
    answer = await client.get("/graphql", params=params, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.json()["errors"][0]["extensions"]["code"] == "method_not_allowed"
    assert (await service.parts.core.stores.jobs.get(job.id)).state is JobState.QUEUED


@pytest.mark.parametrize("accept", [EVENTS, PARTS_ALONE])
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription {", None),
        ("subscription { nope }", None),
        ('subscription { listingProgress(jobId: "nope") { seq } }', "job_not_found"),
        ("subscription { " + 'listingProgress(jobId: "x") { seq } ' * 300 + "}", None),
    ],
    ids=["syntax", "field", "job", "large"],
)
async def test_a_fault_comes_as_the_streams_only_result(
    client: httpx.AsyncClient, accept: str, query: str, code: str | None
) -> None:
    answer = await client.post("/graphql", json={"query": query}, headers={"Accept": accept})
    text = answer.text.replace(PING, "")
    if accept == EVENTS:
        (frame, end, _) = text.split("\n\n")
        assert end == "event: complete\ndata:"
        result = json.loads(frame.removeprefix("event: next\ndata: "))
    else:
        (result,) = [part["payload"] for part in _parts(text) if part]
    assert "data" not in result
    assert result["errors"][0].get("extensions", {}).get("code") == code


async def test_what_nobody_expected_is_masked_in_a_stream(
    service: Inside, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError("access_token_web=secret")

    job = await service.job()
    monkeypatch.setattr(service.parts.core.stores.jobs, "get", fails)
    answer = await client.post("/graphql", json=_body(job), headers={"Accept": EVENTS})
    assert "secret" not in answer.text
    assert '"code":"internal"' in answer.text


async def test_the_doors_rules_hold_for_streams(tmp_path: Path) -> None:
    headers = {"Accept": EVENTS, "Authorization": f"Bearer {KEY}"}
    async with (
        inside(tmp_path, api_keys=KEY, cors_origins="https://front.example") as service,
        httpx.AsyncClient(base_url=service.url) as client,
    ):
        body = _body(await service.job())

        async def asked(**more: str) -> int:
            given = headers | {name.capitalize(): text for name, text in more.items()}
            request = client.stream("POST", "/graphql", json=body, headers=given)
            async with request as answer:
                return answer.status_code

        assert await asked() == 200
        assert await asked(origin="https://front.example") == 200
        assert await asked(authorization="Bearer wrong") == 401
        assert await asked(origin="https://evil.example") == 403
        assert await asked(host="evil.example") == 403

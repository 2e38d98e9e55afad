"""What only REST says about jobs: waiting, repeated keys, streams, pictures, rates."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect

from tests.described import described
from tests.gql_api.serving import served

HOODIE: dict[str, Any] = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
    "photos": [],
    "dry_run": True,
}
LISTING: dict[str, Any] = {
    "title": "Timbre Semeuse",
    "price": 35,
    "description": "Bon état",
    "condition": "bon",
    "category_hint": "Loisirs et collections > Philatélie > Timbres",
    "photos": [],
    "dry_run": True,
}
"""The plainest form that the site has."""
PAGE = "publishedListings(first: 1) { edges { cursor node { id } } pageInfo { endCursor } }"
SESSION = {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0 (X11; Linux x86_64)"}


@pytest.fixture(scope="module")
async def slow(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service that publishes once a minute."""
    folder = tmp_path_factory.mktemp("slow")
    async with served(folder, PUBLISH_PER_MINUTE="1", PREPARES_PER_MINUTE="600") as address:
        yield address


@pytest.fixture
async def seller(slow: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a seller with a session."""
    async with described(slow, timeout=130) as client:
        assert (await client.post("/vinted/auth/session", json=SESSION)).json()["authenticated"]
        yield client


async def test_the_body_of_a_delete_says_whose_session_goes(seller: httpx.AsyncClient) -> None:
    answer = await seller.request("DELETE", "/vinted/auth/session", json={"account": "second"})
    assert answer.json() == {"ok": True, "forgotten": False}


async def _prepared(seller: httpx.AsyncClient, photo: bytes) -> str:
    taken = await seller.post("/vinted/photos/upload", files={"file": ("a.jpg", photo)})
    photos = [taken.json()["photo"]]
    answer = await seller.post("/vinted/listings/prepare", json=LISTING | {"photos": photos})
    return str(answer.json()["confirm_token"])


async def test_a_prepared_listing_has_the_shape_of_the_contract(seller: httpx.AsyncClient) -> None:
    answer = await seller.post("/vinted/listings/prepare", json=HOODIE)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    body = answer.json()
    assert (body["ok"], body["dry_run"], body["outcome"]) == (True, True, "prepared")
    assert base64.b64decode(body["screenshot_b64"]).startswith(b"\xff\xd8")
    assert body["preview_url"].endswith("/items/new")
    context = body["draft_context"]
    members = {"job_id", "account", "market", "expires_at", "draft_id", "questions", "warnings"}
    members |= {"advice"}
    assert members | {"fields"} == context.keys()
    shape = {"name", "asked", "chosen", "option_id", "score", "reason", "alternatives"}
    shape |= {"evidence", "assumed"}
    assert all(shape <= field.keys() for field in context["fields"])


async def test_an_answer_that_takes_longer_is_202_and_its_key_is_busy(
    seller: httpx.AsyncClient,
) -> None:
    headers = {"Idempotency-Key": '"patience"', "Prefer": "respond-async, wait=0"}
    first = await seller.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    assert (first.status_code, first.json()["ok"]) == (202, True)
    assert first.headers["preference-applied"] == "wait=0"
    place = first.headers["location"]
    assert place == f"/vinted/jobs/{first.json()['job_id']}"
    left = datetime.fromisoformat(first.json()["deadline"]) - datetime.now(UTC)
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    busy = await seller.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    assert (busy.status_code, busy.headers["location"]) == (409, place)
    assert busy.json()["code"] == "idempotency_request_in_progress"
    assert int(busy.headers["retry-after"]) > 0
    await seller.get(f"{place}/events")
    job = (await seller.get(place)).json()
    assert (job["outcome"], job["deadline"]) == ("prepared", None)
    headers = {"Idempotency-Key": "patience"}
    replay = await seller.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    assert (replay.status_code, replay.headers["idempotent-replayed"]) == (200, "true")
    assert replay.json()["confirm_token"] == job["confirm_token"]


async def test_a_yes_that_is_not_waited_for_is_not_offered(seller: httpx.AsyncClient) -> None:
    headers = {"Idempotency-Key": "changed-mind"}
    prepared = await seller.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    assert prepared.json()["confirm_token"]
    number = prepared.json()["draft_context"]["job_id"]
    await seller.delete(f"/vinted/jobs/{number}")
    job = (await seller.get(f"/vinted/jobs/{number}")).json()
    assert (job["state"], job["draft_context"]["expires_at"]) == ("cancelled", None)
    replay = await seller.post("/vinted/listings/prepare", json=LISTING, headers=headers)
    assert replay.headers["idempotent-replayed"] == "true"
    assert not {"confirm_token"} & (job.keys() | replay.json().keys())
    query = f'{{ job(id: "{number}") {{ state result {{ confirmToken expiresAt }} }} }}'
    told = (await seller.post("/graphql", json={"query": query})).json()["data"]["job"]
    gone = {"confirmToken": None, "expiresAt": None}
    assert told == {"state": "CANCELLED", "result": gone}


async def test_a_stream_ends_with_the_outcome_and_is_over_then(seller: httpx.AsyncClient) -> None:
    prefer = {"Prefer": "respond-async"}
    started = await seller.post("/vinted/listings/prepare", json=LISTING, headers=prefer)
    path = f"{started.headers['location']}/events"
    stream = await seller.get(path, headers={"Accept": "text/event-stream"})
    assert stream.headers["content-type"].startswith("text/event-stream")
    lines = stream.text.splitlines()
    ids = [int(line.removeprefix("id: ")) for line in lines if line.startswith("id: ")]
    data = [json.loads(line[6:]) for line in lines if line.startswith("data: ")]
    assert ids == [event["seq"] for event in data] == list(range(1, len(ids) + 1))
    assert data[-1]["outcome"] == "prepared"
    over = await seller.get(path, headers={"Last-Event-ID": str(ids[-1])})
    assert over.status_code == 204
    wrong = await seller.get(path, headers={"Last-Event-ID": "x"})
    assert (wrong.status_code, wrong.json()["field"]) == (400, "after")


async def test_the_older_socket_tells_of_every_job(seller: httpx.AsyncClient, slow: str) -> None:
    async with connect(slow.replace("http", "ws") + "/ws") as socket:
        await socket.send("whatever")
        answer = await seller.post("/vinted/listings/prepare", json=LISTING)
        job_id = answer.json()["job_id"]
        events: list[dict[str, Any]] = []
        while not events or events[-1]["state"] in {"QUEUED", "RUNNING"}:
            event = json.loads(await asyncio.wait_for(socket.recv(), 60))
            events += [event] if event["jobId"] == job_id else []
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert events[-1]["outcome"] == "PREPARED"
    assert "TITLE" in {event["step"] for event in events}


async def test_a_picture_is_for_our_own_pages(seller: httpx.AsyncClient) -> None:
    job = (await seller.post("/vinted/listings/prepare", json=LISTING)).json()["job_id"]
    path = f"/vinted/jobs/{job}/picture"
    shown = await seller.get(path)
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "private, no-cache"
    held = {"If-None-Match": shown.headers["etag"]}
    assert (await seller.get(path, headers=held)).status_code == 304
    assert shown.headers["cross-origin-resource-policy"] == "same-origin"
    embedded = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}
    assert (await seller.get(path, headers=embedded)).status_code == 403


async def test_one_publish_too_many_is_429_here_and_waits_in_graphql(
    seller: httpx.AsyncClient, photo: bytes
) -> None:
    token = await _prepared(seller, photo)
    second = await _prepared(seller, photo)
    real = {"confirm_token": token, "dry_run": False}
    first = await seller.post("/vinted/listings/publish", json=real)
    assert first.json()["outcome"] == "published"
    assert first.json().keys() >= {"ok", "dry_run", "listing_id", "listing_url"}

    refused = await seller.post(
        "/vinted/listings/publish", json={"confirm_token": second, "dry_run": False}
    )
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert refused.json()["type"].endswith("#quota-exceeded")
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert refused.headers["ratelimit"].startswith('"publish";r=0;t=')
    dry = await seller.post("/vinted/listings/publish", json={"confirm_token": second})
    assert dry.json()["outcome"] == "checked"

    query = """mutation($token: String!) {
        publishListing(input: {confirmToken: $token, dryRun: false, waitSeconds: 3}) {
            ... on PublishListingSuccess { job { id state slotAt deadline } } } }"""
    answer = await seller.post("/graphql", json={"query": query, "variables": {"token": second}})
    job = answer.json()["data"]["publishListing"]["job"]
    assert job["state"] == "WAITING_FOR_SLOT" and job["slotAt"] and job["deadline"]
    query = f"{{ listings(first: 1) {{ id job {{ kind state deadline }} }} {PAGE} }}"
    data = (await seller.post("/graphql", json={"query": query})).json()["data"]
    listed = data["listings"]
    (edge,) = data["publishedListings"]["edges"]
    assert edge["node"]["id"] == listed[0]["id"]
    assert data["publishedListings"]["pageInfo"]["endCursor"] == edge["cursor"]
    older = PAGE.replace("first: 1", f'first: 1, after: "{edge["cursor"]}"')
    rest = (await seller.post("/graphql", json={"query": f"{{ {older} }}"})).json()["data"]
    assert edge not in rest["publishedListings"]["edges"]
    over = {"kind": "PUBLISH", "state": "DONE", "deadline": None}
    assert listed == [{"id": first.json()["listing_id"], "job": over}]
    assert (await seller.delete(f"/vinted/jobs/{job['id']}")).json()["state"] == "cancelled"

"""How many operations a caller may send in a minute, over GraphQL and REST together."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import HTTPConnection
from websockets.asyncio.client import ClientConnection, connect

from gql_api.domain.caller import Caller
from gql_api.http.rate_limit import asker
from tests.gql_api.serving import served

KEYS = tuple(f"key-number-{number}-0123456789" for number in range(6))
QUERY = {"query": "{ capabilities { version } }"}
LIMIT = 10


@pytest.fixture(scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service that lets each key send ten operations a minute."""
    folder = tmp_path_factory.mktemp("rates")
    async with served(folder, API_KEYS=",".join(KEYS), OPERATIONS_PER_MINUTE=str(LIMIT)) as base:
        yield base


def _client(address: str, key: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.AsyncClient(base_url=address, headers=headers, timeout=60)


async def _subscribe(socket: ClientConnection, number: int) -> dict[str, object]:
    """The first message that answers an operation of the socket."""
    message = {"id": str(number), "type": "subscribe", "payload": QUERY}
    await socket.send(json.dumps(message))
    answer: dict[str, object] = json.loads(await socket.recv())
    if answer["type"] == "next":
        assert json.loads(await socket.recv())["type"] == "complete"
    return answer


async def test_the_eleventh_request_is_refused_with_the_wait_and_others_are_not(
    address: str,
) -> None:
    async with _client(address, KEYS[0]) as client, _client(address, KEYS[1]) as other:
        left = []
        for _ in range(LIMIT):
            answer = await client.post("/graphql", json=QUERY)
            assert answer.json()["data"]
            left.append(answer.headers["ratelimit"].split(";")[1])
        assert left == [f"r={number}" for number in reversed(range(LIMIT))]
        refused = await client.get("/graphql", params=QUERY)
        assert refused.status_code == 429
        assert refused.json()["errors"][0]["extensions"]["code"] == "rate_limited"
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert refused.headers["ratelimit-policy"] == '"operations";q=10;w=60'
        assert (await other.post("/graphql", json=QUERY)).status_code == 200


async def test_a_request_that_is_not_executed_counts_and_says_what_is_left(address: str) -> None:
    async with _client(address, KEYS[1]) as client:
        before = await client.post("/graphql", json={"query": "{ limits { name remaining } }"})
        (left,) = (
            limit["remaining"]
            for limit in before.json()["data"]["limits"]
            if limit["name"] == "operations"
        )
        faulty = await client.post("/graphql", content=b"{")
        assert faulty.status_code == 415
        assert f"r={left - 1};" in faulty.headers["ratelimit"]


async def test_a_socket_is_told_and_stays_open(address: str) -> None:
    url = f"{address.replace('http', 'ws')}/graphql"
    async with _client(address, KEYS[2]) as client:
        for _ in range(LIMIT - 2):
            await client.post("/graphql", json=QUERY)
    headers = {"Authorization": f"Bearer {KEYS[2]}"}
    async with connect(
        url, subprotocols=["graphql-transport-ws"], additional_headers=headers
    ) as socket:
        await socket.send(json.dumps({"type": "connection_init"}))
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        kinds = [(await _subscribe(socket, number))["type"] for number in range(2)]
        assert kinds == ["next", "next"]
        refused = await _subscribe(socket, 3)
        assert (refused["type"], refused["id"]) == ("error", "3")
        assert "rate_limited" in json.dumps(refused["payload"])
        await socket.send(json.dumps({"type": "ping"}))
        assert json.loads(await socket.recv())["type"] == "pong"


async def test_requests_of_rest_without_a_rate_of_their_own_share_the_budget(
    address: str, photo: bytes
) -> None:
    async with _client(address, KEYS[3]) as client:
        left = []
        for method, path in (
            ("GET", "/vinted/markets"),
            ("GET", "/vinted/jobs/none"),
            ("DELETE", "/vinted/aliases/none"),
            ("PUT", "/vinted/markets"),
            ("GET", "/stats"),
        ):
            answer = await client.request(method, path)
            assert answer.headers["ratelimit-policy"] == f'"operations";q={LIMIT};w=60'
            left.append(answer.headers["ratelimit"].split(";")[1])
        assert left == ["r=9", "r=8", "r=7", "r=6", "r=5"]
        upload = await client.post("/vinted/photos/upload", files={"file": ("a.jpg", photo)})
        assert upload.headers["ratelimit-policy"].startswith('"uploads"')
        for _ in range(4):
            answer = await client.post("/graphql", json=QUERY)
        assert answer.headers["ratelimit"].startswith('"operations";r=1;')
        assert (await client.get("/vinted/markets")).status_code == 200
        refused = await client.get("/vinted/markets")
        assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
        assert refused.json()["violated_policies"] == ["operations"]
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert (await client.post("/graphql", json=QUERY)).status_code == 429
        told = await client.get("/metrics")
        assert told.status_code == 429


async def test_what_is_there_for_everybody_is_not_counted(address: str) -> None:
    async with _client(address, KEYS[4]) as client:
        for path in ("/health", "/ready", "/openapi.json", "/.well-known/jwks.json"):
            for _ in range(LIMIT):
                answer = await client.get(path)
                assert answer.status_code == 200 and "ratelimit" not in answer.headers
        assert (
            (await client.get("/vinted/markets"))
            .headers["ratelimit"]
            .startswith(f'"operations";r={LIMIT - 1};')
        )


async def test_an_answer_that_was_not_counted_says_what_is_left_and_a_stranger_is_told_nothing(
    address: str,
) -> None:
    async with _client(address, KEYS[5]) as client:
        large = await client.post("/vinted/auth/session", content=b"x" * 1_100_000)
        assert large.status_code == 413
        assert large.headers["ratelimit"].startswith(f'"operations";r={LIMIT};')
        client.headers["Authorization"] = "Bearer wrong"
        refused = await client.get("/vinted/markets")
        assert refused.status_code == 401 and "ratelimit" not in refused.headers


def test_a_look_by_an_address_is_counted_for_its_owner_apart() -> None:
    connection = HTTPConnection({"type": "http", "headers": [], "client": ("10.0.0.9", 1)})
    assert asker(Caller(), connection) == "10.0.0.9"
    assert asker(Caller(id="key-1", owner="a"), connection) == "key-1"
    looks = {asker(Caller(id="address", owner=owner), connection) for owner in ("a", "b")}
    assert len(looks) == 2 and not looks & {"a", "b", "address"}

"""How many operations a caller may send in a minute, over HTTP and WebSocket together."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect

from tests.gql_api.serving import served

KEYS = ("first-key-0123456789", "second-key-0123456789", "third-key-0123456789")
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

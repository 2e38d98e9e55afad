"""graphql-transport-ws by the letter, over real sockets."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from gql_api.cli.server import WEBSOCKET_BYTES
from tests.gql_api.serving import served

PROTOCOL = Subprotocol("graphql-transport-ws")
KEY = "a-key-of-sixteen-characters"
QUERY = {"query": "{ capabilities { version } }"}
WATCH = {"query": 'subscription { listingProgress(jobId: "nope") { seq } }'}


def _open(base: str, **more: Any) -> Any:
    address = base.replace("http", "ws") + "/graphql"
    return connect(address, subprotocols=more.pop("subprotocols", [PROTOCOL]), **more)


async def _send(socket: ClientConnection, message: Any) -> None:
    await socket.send(json.dumps(message))


async def _receive(socket: ClientConnection) -> Any:
    return json.loads(await asyncio.wait_for(socket.recv(), 10))


async def _closed(socket: ClientConnection) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as ended:
        while True:
            await asyncio.wait_for(socket.recv(), 10)
    assert ended.value.rcvd is not None
    return ended.value.rcvd.code, ended.value.rcvd.reason


async def _ready(socket: ClientConnection, payload: Any = None) -> None:
    await _send(socket, {"type": "connection_init", "payload": payload})
    assert (await _receive(socket))["type"] == "connection_ack"


@pytest.fixture
async def socket(base: str) -> AsyncIterator[ClientConnection]:
    """A socket that was let in."""
    async with _open(base) as opened:
        await _ready(opened)
        yield opened


@pytest.mark.parametrize("init", [{}, {"payload": None}, {"payload": {}}, {"payload": {"a": 1}}])
async def test_a_first_message_with_or_without_a_payload_is_acknowledged(
    base: str, init: dict[str, Any]
) -> None:
    async with _open(base) as socket:
        await _send(socket, {"type": "connection_init"} | init)
        assert await _receive(socket) == {"type": "connection_ack"}


async def test_a_query_and_a_mutation_run_over_the_socket(socket: ClientConnection) -> None:
    await _send(socket, {"id": "1", "type": "subscribe", "payload": QUERY})
    answer = await _receive(socket)
    assert (answer["id"], answer["type"]) == ("1", "next")
    assert answer["payload"]["data"]["capabilities"]["version"]
    assert await _receive(socket) == {"id": "1", "type": "complete"}


async def test_pings_are_answered_before_and_after_the_first_message(base: str) -> None:
    async with _open(base) as socket:
        await _send(socket, {"type": "ping"})
        assert (await _receive(socket))["type"] == "pong"
        await _ready(socket)
        await _send(socket, {"type": "pong"})
        await _send(socket, {"type": "ping", "payload": {"n": 1}})
        assert (await _receive(socket))["type"] == "pong"


@pytest.mark.parametrize(
    "payload",
    [
        {"query": "{"},
        {"query": "{ nope }"},
        {"query": "query A { __typename }", "operationName": "B"},
        {"query": ""},
        {"query": "{ a " * 20_000},
    ],
    ids=["syntax", "field", "name", "empty", "deep"],
)
async def test_a_faulty_document_is_an_error_of_its_operation_alone(
    socket: ClientConnection, payload: dict[str, Any]
) -> None:
    await _send(socket, {"id": "bad", "type": "subscribe", "payload": payload})
    answer = await _receive(socket)
    assert (answer["id"], answer["type"]) == ("bad", "error")
    assert answer["payload"][0]["message"]
    await _send(socket, {"id": "bad", "type": "subscribe", "payload": QUERY})
    assert (await _receive(socket))["type"] == "next"


async def test_following_an_unknown_job_says_so_with_its_code(socket: ClientConnection) -> None:
    await _send(socket, {"id": "1", "type": "subscribe", "payload": WATCH})
    answer = await _receive(socket)
    errors = answer["payload"] if answer["type"] == "error" else answer["payload"]["errors"]
    assert errors[0]["extensions"]["code"] == "job_not_found"


async def test_a_number_that_no_event_has_is_refused_by_name(socket: ClientConnection) -> None:
    query = 'subscription { listingProgress(jobId: "no-such-job", after: -1) { seq } }'
    await _send(socket, {"id": "1", "type": "subscribe", "payload": {"query": query}})
    answer = await _receive(socket)
    errors = answer["payload"] if answer["type"] == "error" else answer["payload"]["errors"]
    assert errors[0]["extensions"]["code"] == "invalid_input"
    assert errors[0]["extensions"]["field"] == "after"


@pytest.mark.parametrize(
    "message",
    [
        "no json",
        "[" * 100_000,
        "[]",
        "7",
        "null",
        '"x"',
        "{}",
        '{"type": 7}',
        '{"type": "unknown"}',
        '{"type": "%s"}' % ("ü" * 500),
        '{"type": "\\ud800"}',
        '{"type": "connection_init", "payload": []}',
        '{"type": "subscribe", "id": {}, "payload": {"query": "{__typename}"}}',
        '{"type": "subscribe", "id": "", "payload": {"query": "{__typename}"}}',
        '{"type": "subscribe", "payload": {"query": "{__typename}"}}',
        '{"type": "subscribe", "id": "1"}',
        '{"type": "subscribe", "id": "1", "payload": "x"}',
        '{"type": "subscribe", "id": "1", "payload": {}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": 7}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": "{a}", "variables": [1]}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": "{a}", "operationName": 1}}',
        '{"type": "complete", "id": 7}',
        b"binary",
    ],
)
async def test_a_message_of_the_wrong_shape_closes_with_4400(
    socket: ClientConnection, message: str | bytes
) -> None:
    await socket.send(message)
    code, reason = await _closed(socket)
    assert code == 4400
    assert reason and "Error" not in reason


async def test_a_message_that_is_too_large_closes_with_1009(socket: ClientConnection) -> None:
    with suppress(ConnectionClosed):
        await socket.send(" " * (WEBSOCKET_BYTES + 1))
    assert (await _closed(socket))[0] == 1009


async def test_a_subscription_before_the_first_message_closes_with_4401(base: str) -> None:
    async with _open(base) as socket:
        await _send(socket, {"id": "1", "type": "subscribe", "payload": QUERY})
        assert (await _closed(socket))[0] == 4401


async def test_silence_closes_with_4408(base: str) -> None:
    async with _open(base) as socket:
        async with asyncio.timeout(8):
            assert (await _closed(socket))[0] == 4408


async def test_a_second_first_message_closes_with_4429(socket: ClientConnection) -> None:
    await _send(socket, {"type": "connection_init"})
    assert (await _closed(socket))[0] == 4429


async def test_another_protocol_is_not_spoken(base: str) -> None:
    async with _open(base, subprotocols=[Subprotocol("graphql-ws")]) as socket:
        assert (await _closed(socket))[0] == 4406


async def test_ids_are_free_again_once_completed(socket: ClientConnection) -> None:
    await _send(socket, {"id": "nobody", "type": "complete"})
    for _ in range(2):
        await _send(socket, {"id": "1", "type": "subscribe", "payload": QUERY})
        assert (await _receive(socket))["type"] == "next"
        assert (await _receive(socket))["type"] == "complete"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://localhost.evil.example:9", "null"]
)
async def test_a_page_of_another_origin_cannot_open_a_socket(
    base: str, log: Path, origin: str
) -> None:
    headers = {"Origin": origin, "Accept-Language": "fr", "X-Request-Id": "of-a-refused-socket"}
    older = connect(base.replace("http", "ws") + "/ws", additional_headers=headers)
    for opening in (_open(base, additional_headers=headers), older):
        with pytest.raises(InvalidStatus) as refused:
            async with opening:
                pass
        answer = refused.value.response
        assert answer.status_code == 403 and b"origin_not_allowed" in answer.body
        assert answer.headers["content-language"] == "fr"
        assert answer.headers["x-request-id"] == "of-a-refused-socket"
    assert "without completing handshake" not in log.read_text()


@pytest.mark.parametrize("path", ["/graphql", "/ws"])
async def test_what_follows_a_sockets_path_is_in_no_log(base: str, log: Path, path: str) -> None:
    address = f"{base.replace('http', 'ws', 1)}{path}?key=s3cr3t-of-a-client"
    async with connect(address, subprotocols=[PROTOCOL] if path == "/graphql" else None):
        pass
    with pytest.raises(InvalidStatus):
        await connect(address, additional_headers={"Origin": "https://evil.example"})
    shown = log.read_text()
    assert f'"WebSocket {path}" [accepted]' in shown and "s3cr3t-of-a-client" not in shown


async def test_our_own_page_can_open_a_socket(base: str) -> None:
    async with _open(base, additional_headers={"Origin": base}) as socket:
        await _ready(socket)


@pytest.fixture(scope="module")
async def keyed(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service that wants a key."""
    folder: Path = tmp_path_factory.mktemp("keyed")
    async with served(folder, API_KEYS=KEY) as address:
        yield address


@pytest.mark.parametrize(
    "payload", [{"Authorization": f"Bearer {KEY}"}, {"authorization": f"bearer {KEY}"}]
)
async def test_a_key_may_come_in_the_first_message(keyed: str, payload: dict[str, str]) -> None:
    async with _open(keyed) as socket:
        await _ready(socket, payload)


async def test_a_key_may_come_with_the_handshake(keyed: str) -> None:
    async with _open(keyed, additional_headers={"X-API-Key": KEY}) as socket:
        await _ready(socket)
    older = keyed.replace("http", "ws") + "/ws"
    async with connect(older, additional_headers={"X-API-Key": KEY}):
        pass


async def test_a_parameter_that_stands_twice_refuses_the_handshake(keyed: str) -> None:
    older = keyed.replace("http", "ws") + "/ws?after=1&after=2"
    with pytest.raises(InvalidStatus) as refused:
        await connect(older, additional_headers={"X-API-Key": KEY})
    assert refused.value.response.status_code == 400
    assert json.loads(refused.value.response.body or b"")["field"] == "after"


@pytest.mark.parametrize("payload", [None, {"Authorization": "Bearer wrong"}, {"X-API-Key": 7}])
async def test_without_a_good_key_the_socket_closes_with_4403(keyed: str, payload: Any) -> None:
    async with _open(keyed) as socket:
        await _send(socket, {"type": "connection_init", "payload": payload})
        assert (await _closed(socket))[0] == 4403


PUBLISH = {
    "query": """mutation { publishListing(input: {confirmToken: "fc_none", dryRun: false}) {
      ... on MutationError { code } } }"""
}
AGENTS: list[tuple[dict[str, str], dict[str, Any]]] = [
    ({"X-Agent": "mcp"}, {}),
    ({}, {"X-Agent": "mcp"}),
    ({}, {"headers": {"x-agent": True}}),
]


async def _published(socket: ClientConnection) -> str:
    await _send(socket, {"id": "1", "type": "subscribe", "payload": PUBLISH})
    answer = await _receive(socket)
    return str(answer["payload"]["data"]["publishListing"]["code"])


@pytest.mark.parametrize(("handshake", "first"), AGENTS)
async def test_an_agent_may_not_publish_over_a_socket_either(
    base: str, handshake: dict[str, str], first: dict[str, Any]
) -> None:
    async with _open(base) as socket:
        await _ready(socket)
        assert await _published(socket) != "missing_scope"
    async with _open(base, additional_headers=handshake) as socket:
        await _ready(socket, first)
        assert await _published(socket) == "missing_scope"


@pytest.mark.parametrize(("handshake", "first"), AGENTS)
async def test_a_key_that_may_publish_opens_no_socket_to_an_agent(
    keyed: str, handshake: dict[str, str], first: dict[str, Any]
) -> None:
    async with _open(keyed, additional_headers=handshake) as socket:
        payload = {**first, "Authorization": f"Bearer {KEY}"}
        await _send(socket, {"type": "connection_init", "payload": payload})
        assert await _closed(socket) == (4403, "key_may_publish")


async def test_without_a_key_requests_are_refused(keyed: str) -> None:
    async with httpx.AsyncClient(base_url=keyed) as client:
        refused = await client.post("/graphql", json=QUERY)
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"] == 'Bearer realm="fripier"'
        assert refused.json()["errors"][0]["extensions"]["code"] == "unauthenticated"
        check = await client.get("/vinted/auth/check")
        assert check.status_code == 401
        assert check.headers["content-type"] == "application/problem+json"
        assert check.headers["www-authenticate"] == 'Bearer realm="fripier"'
        for path in ("/graphql?query={__typename}", "/vinted/auth/check"):
            wrong = await client.get(path, headers={"X-API-Key": "wrong"})
            assert wrong.headers["www-authenticate"].endswith('error="invalid_token"')
        assert (await client.get("/health")).status_code == 200
        page = await client.get("/graphql", headers={"Accept": "text/html"})
        assert page.status_code == 200
        known = await client.post("/graphql", json=QUERY, headers={"X-API-Key": KEY})
        assert known.status_code == 200

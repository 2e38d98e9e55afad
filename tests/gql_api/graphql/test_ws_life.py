"""Long lives over graphql-transport-ws: ids in use, many at once, and every way to an end."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Message
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from gql_api.db.jobs import Change
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.graphql.socket import MAX_OPERATIONS, Socket
from gql_api.schema import schema
from tests.gql_api.inside import Inside, inside
from tests.gql_api.serving import served

FOLLOW = "subscription($id: ID!) { listingProgress(jobId: $id) { seq outcome } }"
VERSION = "{ capabilities { version } }"
DONE = Change(JobState.DONE, percent=100, result=Result(outcome=Outcome.PREPARED))


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    async with inside(tmp_path_factory.mktemp("life")) as service:
        yield service


@pytest.fixture
async def socket(service: Inside) -> AsyncIterator[ClientConnection]:
    async with _open(service.url) as opened:
        await _ready(opened)
        yield opened


def _open(url: str) -> connect:
    address = url.replace("http", "ws", 1) + "/graphql"
    return connect(address, subprotocols=[Subprotocol("graphql-transport-ws")])


async def _ready(socket: ClientConnection) -> None:
    await _send(socket, {"type": "connection_init"})
    assert (await _receive(socket))["type"] == "connection_ack"


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


async def _follow(socket: ClientConnection, job: Job, identity: str = "1") -> None:
    payload = {"query": FOLLOW, "variables": {"id": job.id}}
    await _send(socket, {"id": identity, "type": "subscribe", "payload": payload})
    assert (await _receive(socket))["payload"]["data"]["listingProgress"]["seq"] == 1


async def test_an_id_that_still_runs_closes_with_4409(
    service: Inside, socket: ClientConnection
) -> None:
    await _follow(socket, await service.job())
    await _send(socket, {"id": "1", "type": "subscribe", "payload": {"query": VERSION}})
    assert await _closed(socket) == (4409, "Subscriber for 1 already exists")
    await service.watchers(0)


async def test_an_id_that_is_longer_than_a_reason_is_quoted_as_far_as_it_goes(
    service: Inside, socket: ClientConnection
) -> None:
    identity = "ü" * 200
    await _follow(socket, await service.job(), identity)
    await _send(socket, {"id": identity, "type": "subscribe", "payload": {"query": VERSION}})
    assert (await _closed(socket))[0] == 4409


async def test_fifty_operations_at_once_are_all_answered(socket: ClientConnection) -> None:
    wanted = {str(number) for number in range(50)}
    for identity in wanted:
        payload = {"query": VERSION}
        await _send(socket, {"id": identity, "type": "subscribe", "payload": payload})
    answers = [await _receive(socket) for _ in range(2 * len(wanted))]
    for kind in ("next", "complete"):
        assert {answer["id"] for answer in answers if answer["type"] == kind} == wanted


async def test_more_operations_than_a_socket_may_have_are_refused_one_by_one(
    service: Inside, socket: ClientConnection
) -> None:
    job = await service.job()
    for number in range(MAX_OPERATIONS):
        await _follow(socket, job, str(number))
    await _send(socket, {"id": "more", "type": "subscribe", "payload": {"query": VERSION}})
    refused = await _receive(socket)
    assert (refused["id"], refused["type"]) == ("more", "error")
    await _send(socket, {"id": "0", "type": "complete"})
    await service.watchers(MAX_OPERATIONS - 1)
    await _send(socket, {"id": "more", "type": "subscribe", "payload": {"query": VERSION}})
    assert (await _receive(socket))["type"] == "next"


async def test_a_subscription_completes_with_the_outcome(
    service: Inside, socket: ClientConnection
) -> None:
    job = await service.job()
    await _follow(socket, job)
    await service.parts.core.events.change(job.id, 1, DONE)
    last = (await _receive(socket))["payload"]["data"]["listingProgress"]
    assert last == {"seq": 2, "outcome": "PREPARED"}
    assert await _receive(socket) == {"id": "1", "type": "complete"}
    await service.watchers(0)


@pytest.mark.parametrize("way", ["complete", "close", "drop"])
async def test_nobody_watches_for_a_client_that_left(
    service: Inside, socket: ClientConnection, way: str
) -> None:
    await _follow(socket, await service.job())
    await service.watchers(1)
    if way == "complete":
        await _send(socket, {"id": "1", "type": "complete"})
    elif way == "close":
        await socket.close()
    else:
        socket.transport.abort()
    await service.watchers(0)
    if way == "complete":
        await _send(socket, {"type": "ping"})
        assert await _receive(socket) == {"type": "pong"}


async def test_a_service_that_stops_closes_sockets_with_1001_and_streams_without_an_end(
    tmp_path: Path,
) -> None:
    accept = {"Accept": "text/event-stream"}
    async with httpx.AsyncClient(timeout=10) as client:
        async with inside(tmp_path) as service:
            job = await service.job()
            socket = await _open(service.url)
            await _ready(socket)
            await _follow(socket, job)
            body = {"query": FOLLOW, "variables": {"id": job.id}}
            asked = client.build_request(
                "POST", f"{service.url}/graphql", json=body, headers=accept
            )
            stream = await client.send(asked, stream=True)
            await service.watchers(2)
            started = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - started < 4
        assert (await _closed(socket))[0] == 1001
        assert "complete" not in (await stream.aread()).decode()


async def test_a_terminated_process_closes_its_sockets_with_1001(tmp_path: Path) -> None:
    async with served(tmp_path) as url:
        socket = await _open(url)
        await _ready(socket)
    assert (await _closed(socket))[0] == 1001


async def test_what_is_said_after_the_close_is_for_nobody_and_no_fault() -> None:
    told: list[str] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        told.append(message["type"])

    opened = WebSocket({"type": "websocket"}, receive, send)
    await opened.accept()
    socket = Socket(GraphQL(schema), opened, opened)
    await socket.send_json({"type": "pong"})
    await socket.close(4400, "No.")
    await socket.send_json({"type": "pong"})
    assert told == ["websocket.accept", "websocket.send", "websocket.close"]

"""Events that are written to sockets at once: the same messages, in order, to who may have them."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from gql_api.db.jobs import Change
from gql_api.domain.job import Job, JobEvent, JobState
from gql_api.domain.results import failed
from gql_api.graphql import socket as transport
from gql_api.http.socket_protocol import SocketProtocol
from gql_api.jobs.events import BACKLOG
from tests.gql_api.inside import Inside, inside

FIELDS = "{ seq percent state outcome problem { message } }"
FOLLOW = f"subscription($id: ID!) {{ listingProgress(jobId: $id) {FIELDS} }}"
FAILED = Change(JobState.FAILED, percent=100, result=failed("deadline"))


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Inside]:
    async with inside(tmp_path) as opened:
        yield opened


@pytest.fixture
def protocols(monkeypatch: pytest.MonkeyPatch) -> list[SocketProtocol]:
    """The server's side of each socket, in the order in which they were opened."""
    opened: list[SocketProtocol] = []
    made = SocketProtocol.connection_made

    def noted(self: SocketProtocol, transport: Any) -> None:
        opened.append(self)
        made(self, transport)

    monkeypatch.setattr(SocketProtocol, "connection_made", noted)
    return opened


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was written at once, of all sockets."""
    written: list[bytes] = []
    send = SocketProtocol._send_now

    def noted(self: SocketProtocol, text: bytes) -> bool:
        sent = send(self, text)
        if sent:
            written.append(text)
        return sent

    monkeypatch.setattr(SocketProtocol, "_send_now", noted)
    return written


async def _subscribed(
    service: Inside, job: Job, identity: str = "1", language: str = "en", **options: Any
) -> ClientConnection:
    """A socket that has the first event, and whose subscription waits for the next."""
    url = service.url.replace("http", "ws", 1) + "/graphql"
    headers = {"Accept-Language": language}
    protocol = Subprotocol("graphql-transport-ws")
    socket = await connect(url, subprotocols=[protocol], additional_headers=headers, **options)
    await socket.send('{"type":"connection_init"}')
    assert json.loads(await socket.recv())["type"] == "connection_ack"
    payload = {"query": FOLLOW, "variables": {"id": job.id}}
    asked = {"id": identity, "type": "subscribe", "payload": payload}
    await socket.send(json.dumps(asked))
    assert json.loads(await socket.recv())["payload"]["data"]["listingProgress"]["seq"] == 1
    await socket.send('{"type":"ping"}')  # answered when the subscription has gone on to wait
    assert json.loads(await socket.recv()) == {"type": "pong"}
    return socket


async def _rest(socket: ClientConnection) -> list[str]:
    """All messages to the end of the subscription."""
    told: list[str | bytes] = []
    async with asyncio.timeout(10):
        while not told or json.loads(told[-1])["type"] != "complete":
            told.append(await socket.recv())
    await socket.close()
    return [str(each) for each in told]


def _numbers(told: list[str]) -> list[int]:
    events = (json.loads(each) for each in told[:-1])
    return [each["payload"]["data"]["listingProgress"]["seq"] for each in events]


def _second(job: Job) -> JobEvent:
    return JobEvent(job.id, 2, datetime.now(UTC), JobState.RUNNING, 1, 10)


async def _fail(service: Inside, job: Job) -> None:
    await service.parts.core.events.change(job.id, 1, Change(JobState.RUNNING, percent=10))
    await service.parts.core.events.change(job.id, 1, FAILED)


async def test_what_is_written_at_once_is_to_the_byte_what_comes_the_usual_way(
    service: Inside, at_once: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, identity = await service.job(), 'a "quoted" id, ü'
    quick = await _subscribed(service, job, identity)
    monkeypatch.setattr(transport, "send_now", lambda scope: None)
    usual = await _subscribed(service, job, identity)
    await _fail(service, job)
    told = await _rest(quick)
    assert told == await _rest(usual)
    assert [each.encode() for each in told[:-1]] == at_once
    assert _numbers(told) == [2, 3]


@pytest.mark.parametrize("compression", [None, "deflate"])
async def test_each_reads_in_its_language_whoever_told_of_it(
    service: Inside, at_once: list[bytes], compression: str | None
) -> None:
    job = await service.job()
    sockets = [
        await _subscribed(service, job, language=language, compression=compression)
        for language in ("fr", "en", "fr")
    ]
    await _fail(service, job)
    french, english, again = [await _rest(each) for each in sockets]
    assert french == again
    message = json.loads(english[-2])["payload"]["data"]["listingProgress"]["problem"]["message"]
    assert failed("deadline").problem.detail == message  # type: ignore[union-attr]
    assert message not in french[-2]
    assert len(at_once) == 6


async def test_who_reads_slowly_waits_alone_and_misses_nothing(
    service: Inside, at_once: list[bytes], protocols: list[SocketProtocol]
) -> None:
    job, change = await service.job(), service.parts.core.events.change
    slow, quick = await _subscribed(service, job), await _subscribed(service, job)
    protocols[0].pause_writing()  # as the transport does when its buffer is full
    for percent in range(BACKLOG + 9):  # more than is kept for it: it has to read the store
        await change(job.id, 1, Change(JobState.RUNNING, percent=percent % 100))
    assert len(at_once) == BACKLOG + 9
    protocols[0].resume_writing()
    await change(job.id, 1, FAILED)
    wanted = list(range(2, BACKLOG + 12))
    assert (_numbers(await _rest(quick)), _numbers(await _rest(slow))) == (wanted, wanted)


async def test_an_operation_that_is_over_is_written_nothing(
    service: Inside, at_once: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await service.job()
    socket = await _subscribed(service, job)
    clean = transport.TransportWS.cleanup_operation

    async def told_meanwhile(self: transport.TransportWS, operation_id: str) -> None:
        await clean(self, operation_id)
        service.parts.core.broadcast.publish(_second(job))  # its task is not cancelled yet

    monkeypatch.setattr(transport.TransportWS, "cleanup_operation", told_meanwhile)
    await socket.send('{"id":"1","type":"complete"}')
    await service.watchers(0)
    await socket.send('{"type":"ping"}')
    assert json.loads(await socket.recv()) == {"type": "pong"}
    assert at_once == []
    await socket.close()


@pytest.mark.parametrize("length", [100, 125, 126, 5_000, 65_535, 65_536, 200_000])
async def test_a_message_of_any_length_is_one_frame(
    service: Inside, at_once: list[bytes], length: int
) -> None:
    job = await service.job()
    frame = len('{"id":"","type":"next","payload":}')
    socket = await _subscribed(service, job, "x" * (length - frame), compression=None)
    await _fail(service, job)
    told = await _rest(socket)
    assert [each.encode() for each in told[:-1]] == at_once
    assert all(len(each) > length for each in at_once)


async def test_a_socket_that_went_is_written_nothing(
    service: Inside, at_once: list[bytes], protocols: list[SocketProtocol]
) -> None:
    job = await service.job()
    socket = await _subscribed(service, job)
    protocols[0].transport.abort()
    service.parts.core.broadcast.publish(_second(job))
    assert at_once == []
    await socket.close()

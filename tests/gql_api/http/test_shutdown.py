"""What long connections are told when the service stops, and how their clients go on afterwards."""

import asyncio
import json
import signal
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import closing
from pathlib import Path
from types import FrameType

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from gql_api.db.jobs import Change
from gql_api.domain.job import JobState, Outcome, Result
from gql_api.http import shutdown
from gql_api.http.shutdown import Shutdown
from gql_api.service.sessions import SessionService
from gql_api.sessions.service import SessionStatus
from tests.gql_api.inside import inside
from tests.gql_api.serving import served

ACCEPT = {"Accept": "text/event-stream"}
DONE = Change(JobState.DONE, percent=100, result=Result(outcome=Outcome.PREPARED))


def _older(url: str) -> connect:
    return connect(url.replace("http", "ws", 1) + "/ws")


async def _code(socket: ClientConnection) -> int:
    with pytest.raises(ConnectionClosed) as ended:
        async with asyncio.timeout(10):
            while True:
                await socket.recv()
    assert ended.value.rcvd is not None
    return ended.value.rcvd.code


async def test_a_stream_of_a_service_that_stops_ends_whole_and_is_gone_on_with(
    tmp_path: Path,
) -> None:
    async with httpx.AsyncClient(timeout=20) as client:
        async with inside(tmp_path) as service:
            job = await service.job()
            asked = client.build_request(
                "GET", f"{service.url}/vinted/jobs/{job.id}/events", headers=ACCEPT
            )
            stream = await client.send(asked, stream=True)
            pieces, seen = stream.aiter_text(), ""
            while "id: 1\n" not in seen:
                seen += await anext(pieces)
        seen += "".join([piece async for piece in pieces])
        assert seen.endswith("\n\n") and seen.count("id: ") == 1
        async with inside(tmp_path) as service:
            await service.parts.core.events.change(job.id, 1, DONE)
            path = f"{service.url}/vinted/jobs/{job.id}/events"
            rest = await client.get(path, headers=ACCEPT | {"Last-Event-ID": "1"})
    assert [line for line in rest.text.splitlines() if line.startswith("id: ")] == ["id: 2"]


async def test_a_stream_whose_database_goes_away_ends_whole(tmp_path: Path) -> None:
    async with inside(tmp_path) as service, httpx.AsyncClient(timeout=20) as client:
        job = await service.job()
        path = f"{service.url}/vinted/jobs/{job.id}/events"
        async with client.stream("GET", path, headers=ACCEPT) as stream:
            pieces, seen = stream.aiter_text(), ""
            while "id: 1\n" not in seen:
                seen += await anext(pieces)
            with closing(sqlite3.connect(tmp_path / "fripier.db")) as other:
                other.execute("ALTER TABLE events RENAME TO elsewhere")
            service.parts.core.broadcast.resync()
            seen += "".join([piece async for piece in pieces])
    assert seen.endswith("\n\n") and seen.count("id: ") == 1


async def test_the_older_socket_of_a_service_that_stops_is_closed_with_1001(
    tmp_path: Path,
) -> None:
    async with inside(tmp_path) as service:
        socket = await _older(service.url)
        await service.watchers(1)
        job = await service.job()
        await service.parts.core.events.change(job.id, 1, DONE)
        assert json.loads(await socket.recv())["jobId"] == job.id
    assert await _code(socket) == 1001


async def test_a_terminated_process_says_goodbye_to_everybody(tmp_path: Path) -> None:
    async with served(tmp_path) as url:
        older = await _older(url)
        address = url.replace("http", "ws", 1) + "/graphql"
        socket = await connect(address, subprotocols=[Subprotocol("graphql-transport-ws")])
        await socket.send('{"type": "connection_init"}')
        assert json.loads(await socket.recv())["type"] == "connection_ack"
    assert [await _code(each) for each in (older, socket)] == [1001, 1001]
    assert "Traceback" not in (tmp_path / "serve.log").read_text()


async def test_a_goodbye_that_nobody_hears_does_not_hold_up_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutdown, "PATIENCE_SECONDS", 0.05)
    door, said, given_up = Shutdown(), asyncio.Event(), asyncio.Event()

    async def stuck() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()

    async def heard() -> None:
        said.set()

    with door.told(stuck), door.told(heard):
        async with asyncio.timeout(5):
            await door.tell()
    assert said.is_set() and given_up.is_set()


async def test_what_begins_after_the_end_was_told_ends_at_once() -> None:
    closed = asyncio.Event()

    async def forever() -> AsyncGenerator[int]:
        try:
            await asyncio.Event().wait()
            yield 1
        finally:
            closed.set()

    door = Shutdown()
    await door.tell()
    async with asyncio.timeout(5):
        assert [item async for item in door.until_told(forever())] == []
    assert closed.is_set()


async def test_a_signal_is_a_goodbye_beside_what_it_does_anyway() -> None:
    """As in a host's process: the server's handler is called too, and put back at the end."""
    door, said, stopped = Shutdown(), asyncio.Event(), list[int]()

    async def goodbye() -> None:
        said.set()

    def servers(signum: int, frame: FrameType | None) -> None:
        stopped.append(signum)

    before = signal.signal(signal.SIGTERM, servers)
    try:
        with door.told(goodbye), door.told_by_signals():
            signal.raise_signal(signal.SIGTERM)
            async with asyncio.timeout(5):
                await said.wait()
        assert stopped == [signal.SIGTERM]
        assert signal.getsignal(signal.SIGTERM) is servers
    finally:
        signal.signal(signal.SIGTERM, before)


async def test_a_server_takes_calls_for_the_notice_and_none_after_a_second_signal() -> None:
    """The server's own handler is what closes its port."""
    stopped, door = list[int](), Shutdown(notice=60)
    before = signal.signal(signal.SIGTERM, lambda signum, _: stopped.append(signum))
    try:
        with door.told_by_signals():
            signal.raise_signal(signal.SIGTERM)
            async with asyncio.timeout(5):
                while not door.begun:
                    await asyncio.sleep(0)
            assert stopped == [] and not door.hurried.is_set()
            signal.raise_signal(signal.SIGTERM)
            async with asyncio.timeout(5):
                await door.hurried.wait()
        assert stopped == [signal.SIGTERM]
    finally:
        signal.signal(signal.SIGTERM, before)


async def test_a_notice_that_has_passed_is_told_to_the_server() -> None:
    stopped, door = asyncio.Event(), Shutdown(notice=0.01)
    before = signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    try:
        with door.told_by_signals():
            signal.raise_signal(signal.SIGTERM)
            async with asyncio.timeout(5):
                await stopped.wait()
    finally:
        signal.signal(signal.SIGTERM, before)


async def test_a_call_is_waited_for_and_one_that_takes_too_long_is_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    door, said = Shutdown(), list[str]()

    async def call(name: str, seconds: float) -> None:
        try:
            with door.answering():
                await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            name = f"{name} cut short"
        said.append(name)

    calls = [asyncio.create_task(call("short", 0.01))]
    await asyncio.sleep(0)
    await door.tell()
    assert said == ["short"]
    monkeypatch.setattr(shutdown, "CALL_SECONDS", 0.05)
    calls.append(asyncio.create_task(call("late", 60)))
    await asyncio.sleep(0)
    await door.tell()
    assert said == ["short", "late cut short"]
    await asyncio.gather(*calls)


async def test_what_takes_too_long_is_told_so_over_every_transport(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at the site has no job that its caller could follow."""
    monkeypatch.setattr(shutdown, "CALL_SECONDS", 0.05)
    begun = asyncio.Semaphore(0)

    async def looking(*_: object) -> SessionStatus:
        begun.release()
        await asyncio.Event().wait()
        raise AssertionError("nobody waits for ever")

    monkeypatch.setattr(SessionService, "check", looking)
    async with httpx.AsyncClient(timeout=20) as client:
        async with inside(tmp_path) as service:
            check = "query { session(check: true) { state } }"
            told = [
                asyncio.create_task(client.get(f"{service.url}/vinted/auth/check")),
                asyncio.create_task(client.post(f"{service.url}/graphql", json={"query": check})),
            ]
            address = service.url.replace("http", "ws", 1) + "/graphql"
            socket = await connect(address, subprotocols=[Subprotocol("graphql-transport-ws")])
            await socket.send('{"type": "connection_init"}')
            await socket.recv()
            asked = {"id": "1", "type": "subscribe", "payload": {"query": check}}
            await socket.send(json.dumps(asked))
            for _ in range(3):
                async with asyncio.timeout(10):
                    await begun.acquire()
        rest, graphql = [await each for each in told]
    assert (rest.status_code, rest.json()["code"]) == (503, "stopping")
    assert rest.headers["retry-after"] == "5" and rest.headers["connection"] == "close"
    (error,) = graphql.json()["errors"]
    assert (graphql.status_code, error["extensions"]["code"]) == (503, "stopping")
    over_socket = json.loads(await socket.recv())
    assert (over_socket["type"], over_socket["payload"][0]["extensions"]["code"]) == (
        "error",
        "stopping",
    )
    assert await _code(socket) == 1001


async def test_a_signal_without_a_handler_still_ends_the_process() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with Shutdown().told_by_signals():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)

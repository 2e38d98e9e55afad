"""Who says nothing, or too little at a time, is let go; who waits for an answer is not."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from gql_api.http.connection import Bounds
from tests.edge.conftest import SHORT
from tests.edge.raw import Answer, Raw, request
from tests.gql_api.inside import Inside, inside

LINE = b"GET /health HTTP/1.1\r\nHost: localhost\r\n"
BODY = request("POST /graphql HTTP/1.1", ["Content-Type: application/json", "Content-Length: 40"])
QUERY = b'{"query":"{ capabilities { version } }"}'
DROP = SHORT / 10


@pytest.fixture
async def raw(hasty: Inside) -> AsyncIterator[Raw]:
    made = await Raw.to(hasty.url)
    yield made
    await made.close()


async def _dripped(raw: Raw, drop: bytes) -> Answer | bytes:
    """What comes back while `drop` is sent over and over; the last bytes where nothing does."""
    answering = asyncio.ensure_future(_said(raw))
    while not answering.done():
        await raw.send(drop)
        await asyncio.wait([answering], timeout=DROP)
    return answering.result()


async def _said(raw: Raw) -> Answer | bytes:
    try:
        return await raw.answer()
    except (asyncio.IncompleteReadError, ConnectionResetError):
        return b""


async def test_a_silent_socket_is_closed(raw: Raw) -> None:
    assert await raw.rest() == b""


async def test_blank_lines_are_silence(raw: Raw) -> None:
    assert await _dripped(raw, b"\r\n") == b""


@pytest.mark.parametrize("begun", [b"G", LINE[:9], LINE, LINE + b"X-A: a"])
async def test_a_head_that_stops_is_told_so(raw: Raw, begun: bytes) -> None:
    await raw.send(begun)
    answer = await raw.answer()
    assert (answer.status, answer.code) == (408, "request_timeout")
    assert answer.fields["connection"] == "close"
    assert await raw.rest() == b""


async def test_a_head_that_drips_is_told_so(raw: Raw) -> None:
    await raw.send(LINE)
    answer = await _dripped(raw, b"X-A: a\r\n")
    assert isinstance(answer, Answer)
    assert (answer.status, answer.code) == (408, "request_timeout")


async def test_a_second_head_has_the_same_time(raw: Raw) -> None:
    await raw.send(request())
    assert (await raw.answer()).status == 200
    await raw.send(LINE)
    assert (await raw.answer()).status == 408


@pytest.mark.parametrize("drop", [b"", b" "], ids=["stops", "drips"])
async def test_a_body_that_is_too_slow_is_told_so(raw: Raw, drop: bytes) -> None:
    await raw.send(BODY)
    answer = await _dripped(raw, drop)
    assert isinstance(answer, Answer)
    assert (answer.status, answer.code) == (408, "request_timeout")


async def test_a_body_that_moves_has_its_time(tmp_path: Path) -> None:
    """It takes several times what one that stops may take."""
    async with inside(tmp_path, Bounds(body_seconds=SHORT, body_rate=10)) as service:
        raw = await Raw.to(service.url)
        await raw.send(BODY)
        answering = asyncio.ensure_future(raw.answer())
        for byte in QUERY:
            await raw.send(bytes([byte]))
            await asyncio.wait([answering], timeout=DROP)
        assert (await answering).status == 200
        await raw.close()


async def test_a_body_that_may_wait_for_a_word_has_its_time_afterwards(raw: Raw) -> None:
    waiting = BODY.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")
    await raw.send(waiting)
    assert (await raw.answer()).status == 100
    await raw.send(QUERY)
    assert (await raw.answer()).status == 200


async def test_who_waits_for_events_is_left_alone(hasty: Inside) -> None:
    job = await hasty.job()
    raw = await Raw.to(hasty.url)
    await raw.send(request(f"GET /vinted/jobs/{job.id}/events HTTP/1.1"))
    assert (await raw.answer()).status == 200
    await hasty.watchers(1)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(_closed(raw), 4 * SHORT)
    await raw.close()
    await hasty.watchers(0)


async def _closed(raw: Raw) -> None:
    """Read the stream's comments until it ends."""
    while await raw.some():
        pass


async def test_a_socket_is_left_alone(hasty: Inside) -> None:
    async with connect(hasty.url.replace("http", "ws") + "/ws") as socket:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.wait_closed(), 4 * SHORT)


async def test_who_takes_no_answer_is_dropped(tmp_path: Path) -> None:
    """The system's own deadline for what it could not deliver."""
    async with inside(tmp_path, Bounds(unread_seconds=SHORT)) as service:
        raw = await Raw.to(service.url, buffer=4096)
        raw.pause()
        document = request("GET /openapi.json HTTP/1.1")
        with pytest.raises(ConnectionError):
            async with asyncio.timeout(30):
                while True:
                    await raw.must_send(document)
                    await asyncio.sleep(0)

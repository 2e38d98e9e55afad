"""Who sends without an end keeps nobody else waiting: the real service, flooded by a thread."""

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest

from tests.edge.raw import Raw, request
from tests.gql_api.serving import served

MB = 1024 * 1024
QUICK = 0.05
ASKED = 200
LINE = b"GET /health HTTP/1.1\r\nHost: localhost\r\n"
ORDINARY = request(fields=["Connection: close"])
CHUNKED = ["Transfer-Encoding: chunked"]
ENDLESS = {
    "a field": LINE + b"X-A: " + b"a" * 8 * MB,
    "fields": LINE + b"a:\r\n" * MB,
    "a line": b"GET /" + b"a" * 8 * MB,
    "chunks of a byte": request("POST /graphql HTTP/1.1", CHUNKED) + b"1\r\n \r\n" * MB,
    "requests": request() * 20_000,
}


@pytest.fixture(scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with served(tmp_path_factory.mktemp("flooded"), OPERATIONS_PER_MINUTE="1000000") as found:
        yield found


@pytest.fixture(scope="module")
async def floor(url: str) -> float:
    """What as many ordinary callers cost."""
    await _slowest_beside(url, ORDINARY)  # warm
    return await _slowest_beside(url, ORDINARY)


@pytest.mark.parametrize("sent", ENDLESS.values(), ids=ENDLESS.keys())
async def test_others_are_answered_meanwhile(url: str, floor: float, sent: bytes) -> None:
    """The best of three tries, for other load passes; the first that is good enough is the last."""
    tries = 0
    while (slowest := await _slowest_beside(url, sent)) >= floor + QUICK:
        tries += 1
        assert tries < 3, slowest


async def _slowest_beside(url: str, sent: bytes) -> float:
    raw, over = await Raw.to(url), threading.Event()
    flooding = asyncio.create_task(asyncio.to_thread(_flood, url, sent, over))
    slowest = await _slowest(raw)
    over.set()
    assert await flooding, "nothing was sent meanwhile"
    await raw.close()
    return slowest


async def _slowest(raw: Raw) -> float:
    """The 99th of a hundred times that an answer took."""
    took = []
    for _ in range(ASKED):
        started = time.perf_counter()
        await raw.send(request())
        assert (await raw.answer()).status == 200
        took.append(time.perf_counter() - started)
    return sorted(took)[ASKED * 99 // 100 - 1]


def _flood(url: str, sent: bytes, over: threading.Event) -> int:
    """Send it again and again over connections of their own, each until it is refused."""
    address, times = urlsplit(url), 0
    while not over.is_set():
        with socket.create_connection((address.hostname, address.port), 10) as made:
            try:
                made.sendall(sent)
                while made.recv(MB):
                    pass
            except ConnectionError:
                pass  # refused, and closed while more was on its way
        times += 1
    return times

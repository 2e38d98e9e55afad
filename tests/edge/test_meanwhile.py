"""Who sends without an end keeps nobody else waiting: the real service, flooded by a thread.

That the others are answered is counted here; how fast, `benchmarks/meanwhile.py` measures.
"""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from tests.edge.raw import Raw, request
from tests.gql_api.serving import served

MB = 1024 * 1024
ASKED = 50
PATIENCE = 120
"""Seconds until a flood that nobody refuses is given up."""
LINE = b"GET /health HTTP/1.1\r\nHost: localhost\r\n"
CHUNKED = ["Transfer-Encoding: chunked"]
ENDLESS = {
    "a field": (431, LINE + b"X-A: " + b"a" * 8 * MB),
    "fields": (431, LINE + b"a:\r\n" * MB),
    "a line": (414, b"GET /" + b"a" * 8 * MB),
    "chunks of a byte": (431, request("POST /graphql HTTP/1.1", CHUNKED) + b"1\r\n \r\n" * MB),
    "requests": (400, request() * 20_000),
}


@pytest.fixture(scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with served(tmp_path_factory.mktemp("flooded"), OPERATIONS_PER_MINUTE="1000000") as found:
        yield found


@dataclass
class Flood:
    """Sends the same over connections of its own, each until it is refused."""

    url: str
    sent: bytes
    over: threading.Event = field(default_factory=threading.Event)
    last: list[int] = field(default_factory=list)
    """The last status on each connection."""

    def run(self) -> None:
        address = urlsplit(self.url)
        while not self.over.is_set():
            with socket.create_connection((address.hostname, address.port), 10) as made:
                came = bytearray()
                with contextlib.suppress(ConnectionError):  # closed while more was on its way
                    made.sendall(self.sent)
                with contextlib.suppress(ConnectionError):
                    while piece := made.recv(MB):
                        came += piece
            self.last.append(int(came.rpartition(b"HTTP/1.1 ")[2][:3] or 0))


@contextlib.contextmanager
def flooding(url: str, sent: bytes) -> Iterator[Flood]:
    """A flood while the block runs."""
    flood = Flood(url, sent)
    thread = threading.Thread(target=flood.run)
    thread.start()
    try:
        yield flood
    finally:
        flood.over.set()
        thread.join()


@pytest.mark.parametrize(("status", "sent"), ENDLESS.values(), ids=ENDLESS.keys())
async def test_others_are_answered_meanwhile(url: str, status: int, sent: bytes) -> None:
    """All of them and in their order, from before the flood is refused to after the second time."""
    raw, asked = await Raw.to(url), 0
    with flooding(url, sent) as flood:
        async with asyncio.timeout(PATIENCE):
            while asked < ASKED or flood.last.count(status) < 2:
                name = f"asked-{asked:06}"
                await raw.send(request(fields=[f"X-Request-Id: {name}"]))
                answer = await raw.answer()
                assert (answer.status, answer.fields["x-request-id"]) == (200, name)
                asked += 1
    await raw.close()
    assert set(flood.last) <= {0, status}, "0 is a refusal that was not read"

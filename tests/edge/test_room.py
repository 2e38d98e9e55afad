"""As many connections and sockets as there is room for; who waits for nothing gives way."""

from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from gql_api.http.connection import Bounds
from gql_api.limits.descriptors import RESERVE, Capacity
from tests.edge.raw import Answer, Raw, request
from tests.gql_api.inside import inside

MOST = 8
BODY = request(
    "POST /graphql HTTP/1.1",
    ["Content-Type: application/json", "Content-Length: 40", "Expect: 100-continue"],
)
QUERY = b'{"query":"{ capabilities { version } }"}'


async def _health(url: str) -> Answer:
    raw = await Raw.to(url)
    await raw.send(request())
    answer = await raw.answer()
    await raw.close()
    return answer


async def test_silent_connections_give_way_to_who_asks(tmp_path: Path) -> None:
    async with inside(tmp_path, Bounds(connections=MOST)) as service:
        silent = [await Raw.to(service.url) for _ in range(5 * MOST)]
        assert (await _health(service.url)).status == 200
        assert await silent[0].rest() == b""  # the oldest went first
        await silent[-1].send(request())
        assert (await silent[-1].answer()).status == 200
        for each in silent:
            await each.close()


async def test_who_waits_for_an_answer_keeps_its_place(tmp_path: Path) -> None:
    async with inside(tmp_path, Bounds(connections=MOST)) as service:
        waiting = [await Raw.to(service.url) for _ in range(MOST)]
        for each in waiting:
            await each.send(BODY)
            assert (await each.answer()).status == 100
        refused = await _health(service.url)
        assert (refused.status, refused.code) == (503, "too_many_connections")
        assert refused.fields["retry-after"] == "1"
        for each in waiting:
            await each.send(QUERY)
            assert (await each.answer()).status == 200
        assert (await _health(service.url)).status == 200
        for each in waiting:
            await each.close()


async def test_sockets_leave_room_for_requests(tmp_path: Path) -> None:
    async with inside(tmp_path, Bounds(sockets=1)) as service:
        address = service.url.replace("http", "ws") + "/ws"
        async with connect(address):
            with pytest.raises(InvalidStatus) as refused:
                await connect(address)
            assert refused.value.response.status_code == 503
            assert refused.value.response.headers["Retry-After"] == "5"
            assert (await _health(service.url)).status == 200
        async with connect(address):
            pass  # there is room again


@pytest.mark.parametrize("descriptors", [256, 300, 1024, 65_536])
def test_a_reserve_is_kept_however_few_there_are(descriptors: int) -> None:
    room = Capacity(descriptors)
    assert room.enough
    assert 0 < room.streams < room.connections
    assert room.connections + room.backlog + RESERVE <= descriptors


def test_too_few_are_said_to_be() -> None:
    assert not Capacity(255).enough

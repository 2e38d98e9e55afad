"""As many connections and sockets as there is room for; who waits for nothing gives way."""

from pathlib import Path

import pytest
import structlog
from starlette.applications import Starlette
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from gql_api.cli.server import config
from gql_api.http.connection import Bounds
from gql_api.http.connection_limits import place_of
from gql_api.limits.descriptors import RESERVE, Capacity
from gql_api.settings import Settings
from tests.edge.raw import Answer, Raw, request
from tests.gql_api.inside import inside

MOST = 8
BODY = request(
    "POST /graphql HTTP/1.1",
    ["Content-Type: application/json", "Content-Length: 40", "Expect: 100-continue"],
)
QUERY = b'{"query":"{ capabilities { version } }"}'


async def _waiting(url: str) -> Raw:
    """A connection whose caller waits for an answer."""
    raw = await Raw.to(url)
    await raw.send(BODY)
    assert (await raw.answer()).status == 100
    return raw


async def _health(url: str, source: str | None = None) -> Answer:
    raw = await Raw.to(url, source=source)
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
        waiting = [await _waiting(service.url) for _ in range(MOST)]
        refused = await _health(service.url)
        assert (refused.status, refused.code) == (503, "too_many_connections")
        assert refused.fields["retry-after"] == "1"
        for each in waiting:
            await each.send(QUERY)
            assert (await each.answer()).status == 200
        assert (await _health(service.url)).status == 200
        for each in waiting:
            await each.close()


async def test_one_address_leaves_room_for_others(tmp_path: Path) -> None:
    bounds = Bounds(connections=MOST, of_one_address=MOST // 2)
    with structlog.testing.capture_logs() as lines:
        async with inside(tmp_path, bounds) as service:
            waiting = [await _waiting(service.url) for _ in range(MOST // 2)]
            refused = [await _health(service.url) for _ in range(2)]
            assert [each.code for each in refused] == ["too_many_connections"] * 2
            assert refused[0].json["detail"].endswith("from your address: close some of them.")
            assert (await _health(service.url, source="127.0.0.2")).status == 200
            await waiting[0].send(QUERY)
            assert (await waiting[0].answer()).status == 200
            assert (await _health(service.url)).status == 200  # the answered one gave way
            assert await waiting[0].rest() == b""
            for each in waiting:
                await each.close()
    [told] = [each for each in lines if each["event"] == "address_has_its_share"]
    assert (told["address"], told["most"]) == ("127.0.0.1", MOST // 2)
    assert "TRUSTED_PROXY_HOPS" in told["cure"]


@pytest.mark.parametrize(
    ("client", "place"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", None),
    ],
)
def test_an_address_of_ipv6_is_told_apart_by_its_network(client: str, place: str | None) -> None:
    assert place_of((client, 1)) == place


@pytest.mark.parametrize(("hops", "shared"), [(0, True), (1, False)])
def test_behind_a_proxy_of_ones_own_no_address_has_a_share(hops: int, shared: bool) -> None:
    made = config(Starlette(), Settings(mock_mode=True, trusted_proxy_hops=hops), Capacity(1024))
    assert (made.http.bounds.of_one_address is not None) == shared  # type: ignore[union-attr]


def test_whoever_is_in_front_lets_go_of_an_idle_connection_first() -> None:
    nginx = 60  # keepalive_timeout of an upstream, nginx 1.27's documentation
    made = config(Starlette(), Settings(mock_mode=True), Capacity(1024))
    assert made.timeout_keep_alive > nginx


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


async def test_the_sockets_of_one_address_count_in_its_share(tmp_path: Path) -> None:
    bounds = Bounds(connections=MOST, of_one_address=MOST // 2, sockets=MOST // 2)
    async with inside(tmp_path, bounds) as service:
        address = service.url.replace("http", "ws") + "/ws"
        async with connect(address), connect(address) as second:
            with structlog.testing.capture_logs() as lines, pytest.raises(InvalidStatus) as refused:
                await connect(address)  # half of the sockets are left to others
            assert refused.value.response.status_code == 503
            assert [each["event"] for each in lines].count("address_has_its_share") == 1
            async with connect(address, local_addr=("127.0.0.2", 0)):
                pass
            waiting = [await _waiting(service.url) for _ in range(MOST // 2 - 2)]
            assert (await _health(service.url)).code == "too_many_connections"
            assert (await _health(service.url, source="127.0.0.2")).status == 200
            await second.close()
            assert (await _health(service.url)).status == 200  # a socket that went leaves its place
            for each in waiting:
                await each.close()
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

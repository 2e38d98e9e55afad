"""How much a caller may have open at once: sockets, subscriptions and event streams together."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from gql_api.domain.job import Job
from gql_api.errors import TooManyStreams
from gql_api.limits.stream_quota import Kind, OpenStreams
from tests.gql_api.inside import Inside, inside

MOST = 3
KEYS = ("first-key-0123456789", "second-key-0123456789")
EVENTS = "text/event-stream"
PARTS = "multipart/mixed;subscriptionSpec=1.0"
FOLLOW = "subscription($id: ID!) { listingProgress(jobId: $id) { seq } }"
VERSION = "{ capabilities { version } }"


@dataclass
class Seller:
    """Somebody with a key, and everything that they have open."""

    service: Inside
    key: str
    http: httpx.AsyncClient
    job: Job
    opened: AsyncExitStack

    def body(self) -> dict[str, Any]:
        return {"query": FOLLOW, "variables": {"id": self.job.id}}

    async def socket(self) -> ClientConnection:
        """A GraphQL socket with its acknowledgement."""
        address = self.service.url.replace("http", "ws", 1) + "/graphql"
        opening = connect(address, subprotocols=[Subprotocol("graphql-transport-ws")])
        socket = await self.opened.enter_async_context(opening)
        payload = {"Authorization": f"Bearer {self.key}"}
        await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        return socket

    async def older(self) -> ClientConnection:
        address = self.service.url.replace("http", "ws", 1) + "/ws"
        headers = {"X-API-Key": self.key}
        return await self.opened.enter_async_context(connect(address, additional_headers=headers))

    async def events(self, accept: str = "") -> httpx.Response:
        """An open stream: of GraphQL with the type that it accepts, else of REST."""
        if accept:
            asked = self.http.build_request(
                "POST", "/graphql", json=self.body(), headers={"Accept": accept}
            )
        else:
            asked = self.http.build_request("GET", f"/vinted/jobs/{self.job.id}/events")
        answer = await self.http.send(asked, stream=True)
        self.opened.push_async_callback(answer.aclose)
        return answer

    async def figure(self, line: str) -> float:
        """A figure of the page for Prometheus."""
        page = (await self.http.get("/metrics")).text
        (found,) = [each for each in page.splitlines() if each.startswith(f"{line} ")]
        return float(found.split()[-1])


async def _asked(socket: ClientConnection, identity: str, query: str, **variables: Any) -> Any:
    payload = {"query": query, "variables": variables}
    await socket.send(json.dumps({"id": identity, "type": "subscribe", "payload": payload}))
    return json.loads(await asyncio.wait_for(socket.recv(), 10))


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    folder: Path = tmp_path_factory.mktemp("streams")
    keys = ",".join(KEYS)
    async with inside(folder, api_keys=keys, streams_per_caller=MOST) as service:
        yield service


async def _closed(seller: Seller) -> None:
    """Close what somebody has open, and return when nobody has anything open any more."""
    await seller.opened.aclose()
    async with asyncio.timeout(10):
        while any(seller.service.parts.monitor.open_streams().values()):
            await asyncio.sleep(0.01)


@pytest.fixture
async def seller(service: Inside) -> AsyncIterator[Seller]:
    headers = {"Authorization": f"Bearer {KEYS[0]}"}
    async with (
        httpx.AsyncClient(base_url=service.url, headers=headers, timeout=20) as http,
        AsyncExitStack() as opened,
    ):
        seller = Seller(service, KEYS[0], http, await service.job(), opened)
        yield seller
        await _closed(seller)


async def _full(seller: Seller) -> ClientConnection:
    """As much open as may be: a socket, a subscription on it, and a stream of REST."""
    socket = await seller.socket()
    assert (await _asked(socket, "1", FOLLOW, id=seller.job.id))["type"] == "next"
    assert (await seller.events()).status_code == 200
    return socket


@pytest.mark.parametrize("accept", ["", EVENTS, PARTS])
async def test_a_stream_too_many_is_refused_with_429_and_a_cure(
    seller: Seller, accept: str
) -> None:
    await _full(seller)
    refused = await seller.events(accept)
    assert refused.status_code == 429
    await refused.aread()
    said = refused.json()["errors"][0] if accept else refused.json()
    code = said["extensions"]["code"] if accept else said["code"]
    assert code == "too_many_streams"
    assert "close some" in said["message" if accept else "detail"]
    assert int(refused.headers["retry-after"]) > 0


async def test_a_subscription_too_many_is_an_error_of_its_operation_alone(seller: Seller) -> None:
    socket = await _full(seller)
    refused = await _asked(socket, "2", FOLLOW, id=seller.job.id)
    assert (refused["type"], refused["id"]) == ("next", "2")
    (error,) = refused["payload"]["errors"]
    assert error["extensions"]["code"] == "too_many_streams" and "close some" in error["message"]
    assert json.loads(await socket.recv()) == {"id": "2", "type": "complete"}
    assert (await _asked(socket, "3", VERSION))["type"] == "next"


async def test_a_socket_too_many_is_closed_with_4429_and_the_older_one_refused_with_429(
    seller: Seller,
) -> None:
    await _full(seller)
    with pytest.raises(ConnectionClosed) as closed:
        await seller.socket()
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 4429
    with pytest.raises(InvalidStatus) as refused:
        await seller.older()
    assert refused.value.response.status_code == 429
    assert json.loads(refused.value.response.body)["code"] == "too_many_streams"


async def test_what_ends_at_once_is_answered_and_others_are_not_held_up(seller: Seller) -> None:
    await _full(seller)
    answer = await seller.http.post("/graphql", json={"query": VERSION})
    assert (answer.status_code, "errors" in answer.json()) == (200, False)
    seller.http.headers["Authorization"] = f"Bearer {KEYS[1]}"
    assert (await seller.events()).status_code == 200


@pytest.mark.parametrize(
    "opens",
    [
        lambda seller: seller.socket(),
        lambda seller: seller.older(),
        lambda seller: seller.events(),
        lambda seller: seller.events(EVENTS),
        lambda seller: seller.events(PARTS),
    ],
    ids=["socket", "older", "rest", "events", "parts"],
)
async def test_what_was_closed_makes_room(
    seller: Seller, opens: Callable[[Seller], Awaitable[Any]]
) -> None:
    for _ in range(3):
        for _ in range(MOST):
            await opens(seller)
        await _closed(seller)


async def test_asking_for_the_headers_alone_opens_nothing(seller: Seller) -> None:
    path = f"/vinted/jobs/{seller.job.id}/events"
    for _ in range(MOST + 1):
        head = await seller.http.head(path)
        assert head.status_code == 200
        assert head.headers["content-type"].startswith("text/event-stream")
        assert "content-length" not in head.headers
    assert not await seller.figure('fripier_open_streams{kind="events"}')


async def test_a_completed_subscription_makes_room_on_its_socket(seller: Seller) -> None:
    socket = await _full(seller)
    await socket.send(json.dumps({"id": "1", "type": "complete"}))
    async with asyncio.timeout(10):
        while await seller.figure('fripier_open_streams{kind="subscription"}'):
            await asyncio.sleep(0.01)
    answer = await _asked(socket, "2", FOLLOW, id=seller.job.id)
    assert answer["payload"]["data"]["listingProgress"]["seq"] == 1


async def test_what_is_open_and_what_was_refused_is_counted(seller: Seller) -> None:
    await _full(seller)
    before = await seller.figure('fripier_rate_limit_refusals_total{limit="streams"}')
    assert (await seller.events()).status_code == 429
    assert [await seller.figure(f'fripier_open_streams{{kind="{kind}"}}') for kind in Kind] == [
        1.0,
        1.0,
        1.0,
    ]
    after = await seller.figure('fripier_rate_limit_refusals_total{limit="streams"}')
    assert after == before + 1


def test_a_caller_with_nothing_open_is_forgotten() -> None:
    streams = OpenStreams(1)
    with streams.held("somebody", Kind.SOCKET):
        assert streams.open() == {"socket": 1, "subscription": 0, "events": 0}
        with pytest.raises(TooManyStreams), streams.held("somebody", Kind.EVENTS):
            raise AssertionError("let in")
        with streams.held("somebody else", Kind.EVENTS):
            pass
    assert not any(streams.open().values()) and not streams._callers

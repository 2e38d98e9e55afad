"""Where addresses in answers begin: PUBLIC_URL, else as the request came. The whole job is
followed in `tests/e2e/test_addresses.py`."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.requests import HTTPConnection

from gql_api.http.addresses import CUT_OFF, PUBLIC_URL, own_path, public_base, reference
from gql_api.rest import responses
from tests.gql_api.inside import Inside, inside

PUBLIC = "https://shop.example/fripier"


def _asked(path: str, root: str = "", **more: Any) -> HTTPConnection:
    """A request as a host application hands it on."""
    asked = {"type": "http", "scheme": "http", "path": path, "root_path": root, "query_string": b""}
    return HTTPConnection(
        asked | {"headers": [(b"host", b"inner:5000")], "app_root_path": ""} | more
    )


@pytest.mark.parametrize(
    ("asked", "base", "own"),
    [
        (_asked("/vinted/x"), "http://inner:5000", "/vinted/x"),
        (_asked("/shop/vinted/x", "/shop"), "http://inner:5000/shop", "/vinted/x"),
        (_asked("/shop/vinted/x", "/shop/"), "http://inner:5000/shop", "/vinted/x"),
        (_asked("/shop", "/shop"), "http://inner:5000/shop", "/"),
        (_asked("/shopping", "/shop"), "http://inner:5000/shop", "/shopping"),
        (_asked("/vinted/x", "/api"), "http://inner:5000/api", "/vinted/x"),
        (_asked("/é/x", "/é"), "http://inner:5000/%C3%A9", "/x"),
        (_asked("/ws", type="websocket", scheme="wss"), "https://inner:5000", "/ws"),
        (_asked("/b/x", "/b", **{CUT_OFF: "/a"}), "http://inner:5000/a/b", "/x"),
        (_asked("/b/x", "/b", **{CUT_OFF: "/a", PUBLIC_URL: PUBLIC}), PUBLIC, "/x"),
    ],
)
def test_an_address_begins_where_the_service_does(
    asked: HTTPConnection, base: str, own: str
) -> None:
    assert (public_base(asked), own_path(asked)) == (base, own)
    public = PUBLIC_URL in asked.scope
    shown = base if public else base.partition("inner:5000")[2]
    assert reference(asked, "/problems/x") == f"{shown}/problems/x"


def test_no_reference_leads_to_another_host() -> None:
    """A path that begins with two slashes, as somebody asked for it."""
    asked = httpx.URL("http://inner:5000//evil.example/x")
    assert asked.join(reference(_asked("//evil.example/x"), "//evil.example/x")) == asked


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    folder: Path = tmp_path_factory.mktemp("public")
    async with inside(folder, public_url=PUBLIC) as service:
        yield service


@pytest.fixture
async def client(service: Inside) -> AsyncIterator[httpx.AsyncClient]:
    """Who came through a proxy that passes the public name on."""
    host = {"Host": "shop.example"}
    async with httpx.AsyncClient(base_url=service.url, headers=host, timeout=60) as client:
        yield client


async def test_every_kind_of_address_begins_with_the_public_one(
    client: httpx.AsyncClient, service: Inside, photo: bytes
) -> None:
    taken = (await client.post("/vinted/photos/upload", files={"file": photo})).json()["photo"]
    query = {"query": f'{{ photo(id: "{taken["temp_id"]}") {{ url }} }}'}
    told = (await client.post("/graphql", json=query)).json()["data"]["photo"]
    job = await service.job()
    missing = await client.get(f"/vinted/jobs/{job.id}/picture")
    nothing = (await client.get("/nothing")).json()
    document = (await client.get("/openapi.json")).json()
    found = [
        taken["url"], told["url"], missing.json()["type"], missing.json()["instance"],
        nothing["instance"], nothing["detail"].partition("see ")[2],
        document["servers"][0]["url"] + "/",
        responses.address(_asked("/x", **{PUBLIC_URL: PUBLIC}), job),
    ]  # fmt: skip
    assert [each for each in found if not each.startswith(f"{PUBLIC}/")] == []
    for address in (taken["url"], told["url"], missing.json()["type"], found[-1]):
        assert (await client.get(address.removeprefix(PUBLIC))).status_code == 200


async def test_the_public_name_is_ours_and_so_are_its_pages(client: httpx.AsyncClient) -> None:
    page = {"Origin": "https://shop.example"}
    answer = await client.get("/vinted/auth/check", headers=page | {"Host": "127.0.0.1"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (
        200,
        "https://shop.example",
    )
    other = await client.get("/health", headers={"Host": "evil.example"})
    assert other.json()["code"] == "host_not_allowed"

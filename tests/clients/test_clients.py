"""The client libraries of front ends, as npm has them, do a whole job on a real service."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.clients import npm
from tests.gql_api.serving import served

AUDITS = 61
GRAPHQL = "application/graphql-response+json"


@pytest.fixture(scope="module", autouse=True)
def packages() -> None:
    """The libraries. Without a registry the tests are left out, but never in CI."""
    try:
        npm.install()
    except npm.NoPackages as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"npm could not get the packages: {error}")


@pytest.fixture(scope="module")
async def base(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service that lets the clients follow each other without a wait."""
    folder = tmp_path_factory.mktemp("clients")
    async with served(folder, PUBLISH_PER_MINUTE="60", PREPARES_PER_MINUTE="60") as address:
        yield address


@pytest.fixture(scope="module")
def photo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small JPEG on the disk."""
    path = tmp_path_factory.mktemp("photo") / "coat.jpg"
    Image.new("RGB", (800, 600), "#7a9").save(path, "JPEG")
    return path


async def test_every_audit_of_graphql_over_http_passes(base: str) -> None:
    results = await npm.run("audits.mjs", base)
    assert [each for each in results if each["status"] != "ok"] == []
    assert len({each["id"] for each in results}) == AUDITS


async def _sold(script: str, base: str, photo: Path) -> dict[str, Any]:
    """What a client came to; what every one of them must come to is checked."""
    told: dict[str, Any] = await npm.run(script, base, str(photo))
    assert told["state"] == "VALID"
    assert (told["uploaded"]["width"], told["uploaded"]["height"]) == (800, 600)
    for events, outcome in ((told["prepared"], "PREPARED"), (told["published"], "PUBLISHED")):
        numbers = [event["seq"] for event in events]
        assert len(numbers) > 2
        assert numbers == list(range(1, len(numbers) + 1))
        assert [event["outcome"] for event in events if event["outcome"]] == [outcome]
    assert told["outcome"] == "PUBLISHED"
    async with httpx.AsyncClient(follow_redirects=True) as market:
        shown = await market.get(told["listingUrl"])
    assert shown.status_code == 200
    assert f"Hoodie Diesel {Path(script).stem}" in shown.text
    return told


async def test_apollo_client_sells_with_its_upload_link_and_both_ways_to_subscribe(
    base: str, photo_path: Path
) -> None:
    told = await _sold("apollo.mjs", base, photo_path)
    assert told["exchanges"] == [f"GET {GRAPHQL}", f"POST {GRAPHQL}", "POST multipart/mixed"]


async def test_urql_sells_with_server_sent_events_switched_on(base: str, photo_path: Path) -> None:
    told = await _sold("urql.mjs", base, photo_path)
    assert told["exchanges"] == [f"GET {GRAPHQL}", f"POST {GRAPHQL}", "POST text/event-stream"]


async def test_graphql_ws_sells_and_comes_again_after_its_socket_was_cut(
    base: str, photo_path: Path
) -> None:
    told = await _sold("graphql-ws.mjs", base, photo_path)
    assert told["opened"] > 1
    assert told["pongs"] > 0


async def test_graphql_sse_sells_one_connection_for_each_operation(
    base: str, photo_path: Path
) -> None:
    await _sold("graphql-sse.mjs", base, photo_path)

"""An application that nobody has opened says so, with the cure, and takes nothing in."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from gql_api.app import create_app
from gql_api.rest.routes import PLACES
from gql_api.settings import load_settings

HOST = "http://127.0.0.1:5000"
JSON = {"Content-Type": "application/json"}
CURES = {
    "en": "Join it to your application with attach(app)",
    "fr": "attach(app)",
    "de": "attach(app)",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mounted")


@pytest.fixture(scope="module")
async def mounted(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Fripier below a path of a host, whose lifespan does not reach it."""
    app = create_app(load_settings({"DATA_DIR": str(folder), "MOCK_MODE": "true"}))
    host = Starlette(routes=[Mount("/shop", app)])
    transport = httpx.ASGITransport(host)
    async with (
        host.router.lifespan_context(host),
        httpx.AsyncClient(transport=transport, base_url=f"{HOST}/shop") as client,
    ):
        yield client


def _everything() -> list[tuple[str, str]]:
    of_rest = [(method, place.path) for place in PLACES for method in place.methods]
    others = [("GET", path) for path in ("/", "/docs", "/openapi.json", "/nothing/here")]
    return [each for each in (*of_rest, *others) if each[1] != "/health"]


@pytest.mark.parametrize(("method", "path"), _everything())
async def test_nothing_is_answered_but_health(
    mounted: httpx.AsyncClient, method: str, path: str
) -> None:
    answer = await mounted.request(method, path.replace("{id}", "1"), content="{}", headers=JSON)
    assert answer.status_code == 503
    if path not in {"/", "/docs"}:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == "not_running"


async def test_health_stays_and_says_that_it_cannot_work(mounted: httpx.AsyncClient) -> None:
    answer = await mounted.get("/health")
    assert answer.status_code == 200
    assert (answer.json()["ok"], answer.json()["running"]) == (False, False)


@pytest.mark.parametrize("language", CURES)
async def test_the_cure_is_said_in_the_callers_language(
    mounted: httpx.AsyncClient, language: str
) -> None:
    answer = await mounted.get("/stats", headers={"Accept-Language": language})
    assert answer.headers.get("content-language", "en") == language
    assert CURES[language] in answer.json()["detail"]


async def test_graphql_says_it_in_its_own_shape(mounted: httpx.AsyncClient) -> None:
    answer = await mounted.post("/graphql", json={"query": "{ __typename }"})
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"]) == (503, "not_running")
    assert "attach(app)" in error["message"]


async def test_a_page_of_the_front_end_can_read_why(mounted: httpx.AsyncClient) -> None:
    origin = {"Origin": HOST}
    asked = {"Access-Control-Request-Method": "POST", **origin}
    assert (await mounted.options("/vinted/listings/prepare", headers=asked)).status_code == 204
    answer = await mounted.post("/vinted/listings/prepare", json={}, headers=origin)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (503, HOST)


@pytest.mark.parametrize("path", ["/ws", "/graphql"])
@pytest.mark.parametrize("denial", [True, False])
async def test_a_socket_is_refused_with_the_same_code(
    folder: Path, path: str, *, denial: bool
) -> None:
    app = create_app(load_settings({"DATA_DIR": str(folder), "MOCK_MODE": "true"}))
    sent = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "websocket.connect"}

    scope = {
        "type": "websocket", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "scheme": "ws", "headers": [(b"host", b"127.0.0.1:5000")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 5000), "subprotocols": [],
        "extensions": {"websocket.http.response": {}} if denial else {},
    }  # fmt: skip
    await app(scope, receive, send)  # type: ignore[arg-type]
    if denial:
        assert sent[0]["status"] == 503 and b"not_running" in sent[1]["body"]  # type: ignore[operator]
    else:
        assert sent == [{"type": "websocket.close", "code": 1013, "reason": "not_running"}]


async def test_nothing_was_taken_in(mounted: httpx.AsyncClient, folder: Path) -> None:
    files = {"file": ("photo.jpg", b"\xff\xd8", "image/jpeg")}
    assert (await mounted.post("/vinted/photos/upload", files=files)).status_code == 503
    kept = [each.name for each in folder.rglob("*") if each.is_file() and each.stat().st_size]
    assert kept == ["secret.key"], json.dumps(kept)

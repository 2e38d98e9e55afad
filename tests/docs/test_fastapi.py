"""The patch of the FastAPI page, applied as it is shown; then both applications work in one."""

import importlib.util
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from tests.docs.pages import DOCS, blocks
from tests.docs.test_curl import free_port

FILES = ("settings", "app")
FRONT_END = "https://my-shop.lovable.app"


def _patched(name: str, *, leave_out: str, keep: str) -> str:
    """The file after the patch (or before it, the other way round)."""
    (diff,) = blocks(DOCS / "fastapi.md", f"diff {name}.py")
    lines = [line for line in diff.splitlines() if not line.startswith(leave_out)]
    return "".join(f"{line[1:]}\n" for line in lines if line.startswith((keep, " ", "")))


def _load(folder: Path, *, leave_out: str, keep: str) -> FastAPI:
    for name in FILES:
        (folder / f"{name}.py").write_text(
            _patched(name, leave_out=leave_out, keep=keep), encoding="utf-8"
        )
    spec = importlib.util.spec_from_file_location("app", folder / "app.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    app: FastAPI = module.app
    return app


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    port = str(free_port())
    for name, text in {"MOCK_MODE": "true", "PORT": port, "DATA_DIR": str(tmp_path)}.items():
        monkeypatch.setenv(name, text)
    monkeypatch.setenv("CORS_ORIGINS", FRONT_END)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("settings", None)


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """The application within its lifespan, as a server runs it."""
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        yield client


async def test_the_file_before_the_patch_is_an_application_that_works(folder: Path) -> None:
    async with _running(_load(folder, leave_out="+", keep="-")) as client:
        assert (await client.get("/health")).json() == {"shop": "My shop"}
        assert (await client.get("/vinted/auth/check")).status_code == 404


async def test_both_applications_work_after_the_patch(folder: Path) -> None:
    async with _running(_load(folder, leave_out="-", keep="+")) as client:
        assert (await client.get("/health")).json() == {"shop": "My shop"}
        assert (await client.get("/ready")).json()["database"] is True
        assert (await client.get("/vinted/auth/check")).json()["state"] == "absent"
        asked = {"query": "{ session { state } }"}
        assert (await client.post("/graphql", json=asked)).json()["data"]


async def test_each_application_has_documents_of_its_own(folder: Path) -> None:
    async with _running(_load(folder, leave_out="-", keep="+")) as client:
        for path, title in {"/openapi.json": "FastAPI", "/vinted/openapi.json": "Fripier"}.items():
            assert (await client.get(path)).json()["info"]["title"] == title
        assert "swagger" in (await client.get("/docs")).text
        assert "<title>Fripier: REST</title>" in (await client.get("/vinted/docs")).text


async def test_below_a_prefix_the_lifespan_runs_and_addresses_have_it(folder: Path) -> None:
    (source,) = blocks(DOCS / "fastapi.md", "python")
    shown: dict[str, FastAPI] = {}
    exec(source, shown)
    async with _running(shown["app"]) as client:
        assert (await client.get("/fripier/ready")).json()["database"] is True
        document = (await client.get("/fripier/vinted/openapi.json")).json()
        assert document["servers"] == [{"url": "http://127.0.0.1/fripier"}]
        assert (await client.get("/ready")).json() == {"detail": "Not Found"}


async def test_each_application_keeps_its_own_rules(folder: Path) -> None:
    async with _running(_load(folder, leave_out="-", keep="+")) as client:
        stranger = {"Origin": "https://elsewhere.example"}
        assert (await client.get("/health", headers=stranger)).status_code == 200
        refused = await client.get("/vinted/auth/check", headers=stranger)
        assert (refused.status_code, refused.json()["code"]) == (403, "origin_not_allowed")
        ours = await client.get("/vinted/auth/check", headers={"Origin": FRONT_END})
        assert ours.headers.get_list("access-control-allow-origin") == [FRONT_END]
        missing = await client.get("/nothing")
        assert missing.json() == {"detail": "Not Found"}

"""Each check of /ready fails for its own reason, says its cure, and takes a bounded time."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest

from browser.listing import Cookie
from gql_api.app import create_app
from gql_api.bootstrap.process import Fripier, build
from gql_api.domain.status import Readiness
from gql_api.errors import Unavailable
from gql_api.observability.readiness import CHECK_SECONDS, CURES, readiness
from gql_api.security.keyring import new_secret
from gql_api.settings import load_settings
from tests.e2e.cluster import cluster
from tests.e2e.disks import fill, make_room, small_disk
from tests.e2e.serving import Serving, free_port
from tests.postgres import address_of, fresh, postgres_server


@asynccontextmanager
async def running(folder: Path, **env: str) -> AsyncIterator[Fripier]:
    given = {"DATA_DIR": str(folder), "VINTED_BASE_URL": "http://127.0.0.1:9", "PACING": "off"}
    fripier = build(load_settings(given | env))
    async with fripier.running():
        yield fripier


def _failing(found: Readiness) -> list[str]:
    assert all(check.cure for check in found.checks if not check.ok)
    return [check.name for check in found.checks if not check.ok]


async def _looked(fripier: Fripier) -> list[str]:
    """What fails by a fresh look."""
    await asyncio.sleep(0)
    fripier.monitor._checks._kept = None
    return _failing(await fripier.monitor.readiness())


async def test_a_service_that_can_work_passes_every_check(tmp_path: Path) -> None:
    async with running(tmp_path) as fripier:
        found = await fripier.monitor.readiness()
        assert found.ok and [each.name for each in found.checks] == [
            "database",
            "key",
            "disk",
            "browser",
            "memory",
        ]


async def test_a_machine_without_memory_for_another_form_is_not_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gql_api.limits.capacity.LEAST_BYTES", 10**18)
    async with running(tmp_path) as fripier:
        assert await _looked(fripier) == ["memory"]


async def test_a_session_of_another_key_fails_the_key(tmp_path: Path) -> None:
    async with running(tmp_path, SECRET_KEY=new_secret()) as fripier:
        await fripier.core.vault.save(
            "default",
            origin="https://www.vinted.fr",
            user_agent="Mozilla/5.0",
            cookies=(Cookie("access_token_web", "a-value"),),
        )
        assert await _looked(fripier) == []
    async with running(tmp_path, SECRET_KEY=new_secret()) as fripier:
        assert await _looked(fripier) == ["key"]


async def test_a_browser_that_does_not_run_fails_the_browser(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho 'libnss3.so: cannot open' >&2\nexit 127\n")
    broken.chmod(0o755)
    async with running(tmp_path / "data", CHROMIUM_PATH=str(broken)) as fripier:
        assert await _looked(fripier) == ["browser"]
        broken.write_text("#!/bin/sh\necho Chromium 999.0\n")
        assert await _looked(fripier) == []


async def test_a_database_that_is_held_fails_within_its_time(tmp_path: Path) -> None:
    async with running(tmp_path) as fripier:
        with closing(sqlite3.connect(tmp_path / "fripier.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            begun = time.monotonic()
            assert "database" in await _looked(fripier)
            assert time.monotonic() - begun < CHECK_SECONDS
            other.execute("ROLLBACK")
        assert await _looked(fripier) == []


async def test_a_full_disk_fails_disk_and_database(tmp_path: Path) -> None:
    with small_disk(tmp_path / "data", 16) as data:
        async with running(data) as fripier:
            assert await _looked(fripier) == []
            fill(data)
            assert await _looked(fripier) == ["database", "disk"]
            make_room(data)
            assert await _looked(fripier) == []


async def test_a_check_that_hangs_or_cannot_be_made_keeps_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gql_api.observability.readiness.CHECK_SECONDS", 0.05)

    async def hangs() -> str | None:
        await asyncio.Event().wait()
        return None

    async def away() -> str | None:
        raise Unavailable("The database is away.")

    found = await readiness({"database": hangs, "key": away})
    assert [(each.name, each.ok, each.cure) for each in found.checks] == [
        ("database", False, CURES["slow"])
    ]


async def test_an_api_process_is_ready_when_a_worker_lives(tmp_path: Path) -> None:
    port = str(free_port())
    with postgres_server() as server, fresh(address_of(server)) as database:
        async with cluster(tmp_path, database, apis=1, workers=0) as started:
            (api,) = started.apis
            answer = await api.http.get("/ready", headers={"Accept-Language": "fr"})
            assert answer.status_code == 503
            checks = {each["name"]: each for each in answer.json()["checks"]}
            assert [name for name, check in checks.items() if not check["ok"]] == ["workers"]
            assert "fripier worker" in checks["workers"]["cure"]
            assert "Aucun worker" in checks["workers"]["cure"]
            assert (await api.http.get("/health")).status_code == 200
            await started.add_worker(METRICS_PORT=port)
            await _until(api, "/ready", '{"ok":true')
            await _worker_tells(f"http://127.0.0.1:{port}")
            await asyncio.to_thread(server.stop)
            told = await _until(api, "/ready", '{"ok":false')
            failing = [each["name"] for each in told.json()["checks"] if not each["ok"]]
            assert (told.status_code, failing) == (503, ["database"])
            page = await _until(api, "/metrics", "fripier_database_up 0.0")
            assert "\nfripier_jobs{" not in page.text
            await asyncio.to_thread(server.ensure_postgres_running)


async def _until(api: Serving, path: str, text: str) -> httpx.Response:
    """The first answer that holds a text: what is remembered for some seconds has to age."""
    async with asyncio.timeout(20):
        while text not in (answer := await api.http.get(path)).text:
            await asyncio.sleep(0.2)
    return answer


async def _worker_tells(base: str) -> None:
    async with httpx.AsyncClient(base_url=base) as worker:
        checks = {each["name"] for each in (await worker.get("/ready")).json()["checks"]}
        assert checks == {"database", "storage", "key", "disk", "lease", "browser", "memory"}
        page = (await worker.get("/metrics")).text
        assert 'role="worker"' in page and "fripier_workers 1.0" in page
        assert (await worker.get("/vinted/auth/check")).status_code == 404
        foreign = await worker.get("/metrics", headers={"Host": "rebound.example"})
        assert foreign.status_code == 403


async def test_the_state_is_in_both_transports(tmp_path: Path) -> None:
    settings = load_settings({"DATA_DIR": str(tmp_path), "VINTED_BASE_URL": "http://127.0.0.1:9"})
    app = create_app(settings)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        query = "{ readiness { ok checks { name ok cure } } }"
        told = (await client.post("/graphql", json={"query": query})).json()["data"]["readiness"]
        rest = (await client.get("/ready")).json()
        assert told == {"ok": rest["ok"], "checks": rest["checks"]}

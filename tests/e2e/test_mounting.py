"""Fripier beside the routes of an existing FastAPI application: both work, lifespans included."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .serving import Serving, serving

HOST = (sys.executable, "-m", "tests.e2e.host_app")


@pytest.fixture(scope="module")
async def host(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    async with serving(tmp_path_factory.mktemp("host"), command=HOST) as served:
        yield served


async def test_the_hosts_routes_stay_the_hosts(host: Serving) -> None:
    answer = await host.http.get("/health", headers={"Origin": "https://front.example"})
    assert answer.json() == {"status": "the host's own", "alive": ["host"]}
    assert answer.headers["access-control-allow-origin"] == "https://front.example"
    error = await host.http.get("/broken")
    assert (error.status_code, error.json()) == (418, {"detail": "the host's own error"})
    missing = await host.http.get("/nothing-here")
    assert (missing.status_code, missing.json()) == (404, {"detail": "Not Found"})


async def test_the_job_is_done_through_the_host(host: Serving) -> None:
    assert (await host.sign_in()).json()["username"] == "demo"
    prepared = await host.prepare()
    assert prepared["outcome"] == "prepared"
    checked = await host.publish(prepared["confirm_token"], dry_run=True)
    assert checked.json() == {**checked.json(), "ok": True, "dry_run": True}


async def test_graphql_answers_through_the_host(host: Serving) -> None:
    answer = await host.http.post("/graphql", json={"query": "{ health { ok } }"})
    assert answer.json() == {"data": {"health": {"ok": True}}}


async def test_the_routes_that_the_host_lacks_are_added(host: Serving) -> None:
    assert (await host.http.get("/ready")).status_code == 200
    assert "jobs" in (await host.http.get("/stats")).json()


async def test_fripiers_own_errors_stay_fripiers(host: Serving) -> None:
    answer = await host.http.post("/vinted/listings/prepare", json={})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_patch_in_the_documents_is_the_hosts(tmp_path: Path) -> None:
    """`docs/fastapi.md` shows the same call that this host makes."""
    page = Path("docs/fastapi.md").read_text("utf-8")
    assert "from gql_api import attach" in page
    assert "attach(app" in page

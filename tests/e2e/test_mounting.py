"""Fripier beside the routes of an existing FastAPI application: both work, lifespans included."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from gql_api.cli.demo.photos import hoodie

from .serving import LISTING, Serving, serving
from .waiting import by_graphql, by_rest, prepare

STREAM = {"Accept": "text/event-stream"}
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


async def test_a_host_that_stops_does_not_wait_for_its_streams(tmp_path: Path) -> None:
    """uvicorn waits for connections before it ends the lifespan: a stream is told by the signal."""
    async with serving(tmp_path, command=HOST, STOP_NOTICE_SECONDS="1") as served:
        await served.sign_in()
        await served.faults(slow_pages=90)
        body = {**LISTING, "photos": [await served.upload(hoodie(30))]}
        asked = await served.http.post(
            "/vinted/listings/prepare", json=body, headers={"Prefer": "wait=0"}
        )
        ways = {"waits-1": by_rest, "waits-2": by_graphql}
        waiting = [asyncio.create_task(way(served.http, prepare(key))) for key, way in ways.items()]
        socket = await connect(served.url.replace("http", "ws", 1) + "/ws")
        path = f"/vinted/jobs/{asked.json()['job_id']}/events"
        async with served.http.stream("GET", path, headers=STREAM) as stream:
            pieces = stream.aiter_text()
            await anext(pieces)
            async with asyncio.timeout(10):
                while sum((await served.http.get("/stats")).json()["jobs"].values()) < 3:
                    await asyncio.sleep(0.02)
            served.process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                rest = "".join([piece async for piece in pieces])
                ready = await served.http.get("/ready")
                told = await asyncio.gather(*waiting)
        served.process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(served.process.wait(), 15)
    assert (ready.status_code, ready.json()["checks"][0]["name"]) == (503, "stop")
    assert [each.status for each in told] == [202, 200]
    assert None not in {each.job_id for each in told}
    assert '"outcome":"' not in rest
    # The host's own server may be first to say so: restarting, in place of going away.
    assert socket.close_code in {1001, 1012}
    assert "Traceback" not in "".join(served.output)


def test_the_patch_in_the_documents_is_the_hosts(tmp_path: Path) -> None:
    """`docs/fastapi.md` shows the same call that this host makes."""
    page = Path("docs/fastapi.md").read_text("utf-8")
    assert "from gql_api import attach" in page
    assert "attach(app" in page

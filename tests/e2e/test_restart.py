"""A process that dies in the middle of a job, and the one that takes its place."""

import asyncio
import os
import select
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from browser.standin import serve_standin
from gql_api.cli.demo.photos import hoodie
from gql_api.jobs.engine import MAX_RECOVERIES
from tests.services import start

from .serving import LISTING, SERVE, Serving, anywhere, serving


async def _until(served: Serving, job_id: str, states: set[str]) -> dict[str, Any]:
    async with asyncio.timeout(90):
        while (job := await served.job(job_id))["state"] not in states:
            assert job["state"] in ("queued", "running"), job
            await asyncio.sleep(0.1)
    return job


async def _the_job(served: Serving) -> str:
    """The only job, asked for over GraphQL."""
    query = "{ jobs(first: 1) { edges { node { id } } } }"
    async with asyncio.timeout(30):
        while True:
            answer = (await served.http.post("/graphql", json={"query": query})).json()
            if edges := answer["data"]["jobs"]["edges"]:
                return str(edges[0]["node"]["id"])
            await asyncio.sleep(0.05)


def _browsers_of(served: Serving) -> set[int]:
    """The Chromium processes below a service."""
    return {pid for pid in _below(served) if "chrom" in _program(pid)}


def _drivers_of(served: Serving) -> set[int]:
    """Playwright's driver below a service."""
    return {pid for pid in _below(served) if _program(pid).endswith("node")}


def _below(served: Serving) -> set[int]:
    """All processes that a service has begun."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(stat[1])
    below = {served.process.pid}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return below - {served.process.pid}


def _program(pid: int) -> str:
    try:
        return os.readlink(f"/proc/{pid}/exe")
    except OSError:
        return ""


async def _gone(browsers: set[int]) -> None:
    assert browsers
    assert await asyncio.to_thread(lambda: [pid for pid in browsers if not _ends(pid)]) == []


def _ends(pid: int) -> bool:
    """Whether a process ends within ten seconds."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 10)[0])
    finally:
        os.close(handle)


async def test_a_killed_preparation_is_finished_by_the_next_start(tmp_path: Path) -> None:
    """The market goes on while the service dies; the seller's photos and job survive."""
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(tmp_path, **env, PACING="human") as first:
            await first.sign_in()
            photo = await first.upload(hoodie(30))
            asked = asyncio.create_task(
                first.http.post("/vinted/listings/prepare", json={**LISTING, "photos": [photo]})
            )
            job_id = await _the_job(first)
            await _until(first, job_id, {"running"})
            browsers = _browsers_of(first)
            await first.kill()
            assert isinstance((await asyncio.gather(asked, return_exceptions=True))[0], Exception)
        await _gone(browsers)
        async with serving(tmp_path, **env) as second:
            job = await _until(second, job_id, {"awaiting_confirmation"})
            published = await second.publish(job["confirm_token"])
            assert published.json()["outcome"] == "published", published.text
            assert len(market.state.live_items) == 1


async def _goes_on(served: Serving, job_id: str, after: int) -> int:
    """Wait until this process works on the job; the number of its newest event."""
    async with asyncio.timeout(90):
        while (job := await served.job(job_id))["last_seq"] <= after:
            await asyncio.sleep(0.1)
    assert job["state"] == "running", job
    return int(job["last_seq"])


VICTIMS = {
    "browser": _browsers_of,
    "driver": _drivers_of,
    "both": lambda served: _browsers_of(served) | _drivers_of(served),
}


def _kill(pids: set[int]) -> None:
    assert pids
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("victim", VICTIMS)
async def test_work_goes_on_when_its_browser_is_killed(tmp_path: Path, victim: str) -> None:
    async with serve_standin() as market:
        market.state.patch_faults({"slow_api": 0.5})
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(tmp_path, **env) as served:
            await served.sign_in()
            photo = await served.upload(hoodie(30))
            preparing = asyncio.create_task(served.prepare(photos=[photo]))
            assert await _goes_on(served, await _the_job(served), 3)
            _kill(VICTIMS[victim](served))
            market.state.patch_faults({"slow_api": 0.0})
            prepared = await preparing
            assert prepared["outcome"] == "prepared", prepared
            published = (await served.publish(prepared["confirm_token"])).json()
            assert published["outcome"] == "published", published


@pytest.mark.parametrize("victim", VICTIMS)
async def test_a_click_whose_browser_is_killed_is_looked_up(tmp_path: Path, victim: str) -> None:
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(tmp_path, **env) as served:
            await served.sign_in()
            prepared = await served.prepare(photos=[await served.upload(hoodie(30))])
            market.state.patch_faults({"publish_fault": "hang", "hang_seconds": 15.0})
            publishing = asyncio.create_task(served.publish(prepared["confirm_token"]))
            async with asyncio.timeout(60):
                while not market.state.live_items:
                    await asyncio.sleep(0.05)
            _kill(VICTIMS[victim](served))
            published = (await publishing).json()
            assert published["outcome"] == "published", published
            (item,) = market.state.live_items
            assert str(item.id) == published["listing_id"]


@pytest.mark.campaign
async def test_a_job_whose_process_dies_again_and_again_fails(tmp_path: Path) -> None:
    """The sixth death in the middle of one job is the last; the next job is served."""
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(tmp_path, **env, PACING="calm") as first:
            await first.sign_in()
            asked = asyncio.create_task(
                first.http.post("/vinted/listings/prepare", json=dict(LISTING))
            )
            job_id = await _the_job(first)
            seq = await _goes_on(first, job_id, after=1)
            await first.kill()
            await asyncio.gather(asked, return_exceptions=True)
        for _ in range(MAX_RECOVERIES):
            async with serving(tmp_path, **env, PACING="calm") as again:
                seq = await _goes_on(again, job_id, after=seq)
                await again.kill()
        async with serving(tmp_path, **env) as last:
            job = await _until(last, job_id, {"failed"})
            assert job["problem"]["code"] == "internal"
            prepared = await last.prepare()
            assert prepared["outcome"] == "prepared"


async def test_a_parked_form_is_filled_again_after_a_restart(tmp_path: Path) -> None:
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        async with serving(tmp_path, **env) as first:
            await first.sign_in()
            photo = await first.upload(hoodie(30))
            prepared = await first.prepare(photos=[photo])
            await first.kill()
        async with serving(tmp_path, **env) as second:
            published = (await second.publish(prepared["confirm_token"], key="k1")).json()
            assert published["outcome"] == "published", published
        async with serving(tmp_path, **env) as third:
            again = await third.publish(prepared["confirm_token"], key="k1")
            assert again.headers["Idempotent-Replayed"] == "true"
            assert anywhere(again.json()) == anywhere(published)
            refused = await third.publish(prepared["confirm_token"], key="k2")
            assert (refused.status_code, refused.json()["code"]) == (409, "already_published")
            assert len(market.state.live_items) == 1


async def test_a_signal_ends_the_service_and_its_browser(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        await served.sign_in()
        await served.prepare()
        browsers = _browsers_of(served)
        assert await served.stop() in (0, -signal.SIGTERM)
        await _gone(browsers)
        assert not [line for line in served.output if '"level": "error"' in line]


async def test_a_second_process_is_told_that_the_folder_is_in_use(tmp_path: Path) -> None:
    async with serving(tmp_path) as first:
        assert (await first.http.get("/health")).status_code == 200
        before = {each: each.stat().st_mtime_ns for each in tmp_path.rglob("*")}
        env = {"PATH": os.environ["PATH"], "MOCK_MODE": "true", "DATA_DIR": str(tmp_path)}
        second = await start(SERVE, {**env, "PORT": "0"})
        assert second.stdout is not None
        said = (await second.stdout.read()).decode().splitlines()
        assert await second.wait() == 2
        # The interpreter's own warning of how the tests begin a process is none of ours.
        assert [line for line in said if line.strip() and "runpy" not in line.lower()] == [
            f"Another Fripier works in {tmp_path}. Stop it first, or set DATA_DIR."
        ]
        assert {each: each.stat().st_mtime_ns for each in tmp_path.rglob("*")} == before


async def test_an_unreachable_market_is_said_before_the_click(tmp_path: Path) -> None:
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url}
        served_by = serving(tmp_path, **env)
        served = await served_by.__aenter__()
        await served.sign_in()
    try:
        answer = await served.http.post("/vinted/listings/prepare", json=dict(LISTING))
        assert (answer.status_code, answer.json()["code"]) == (502, "site_unreachable")
        check = await served.http.get("/vinted/auth/check")
        assert check.status_code == 200
        saved = await served.sign_in()
        assert (saved.json()["persisted"], saved.json()["state"]) == (True, "unknown")
    finally:
        await served_by.__aexit__(None, None, None)
    assert isinstance(served.http, httpx.AsyncClient)

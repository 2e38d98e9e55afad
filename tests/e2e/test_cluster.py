"""Several processes over one PostgreSQL: any API process, any worker, and workers that die."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator, Set
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa

from gql_api.cli.demo.photos import hoodie
from gql_api.cluster.pg_account_locks import PgAccountLocks
from tests.postgres import fresh, postgres

from .cluster import Cluster, WorkerProcess, cluster
from .forgetting import ACCOUNT, is_in_no_table, is_nowhere, lived
from .serving import HOODIE, LISTING, Serving, anywhere


@pytest.fixture(scope="module")
def server() -> Iterator[sa.URL]:
    with postgres() as address:
        yield address


def crashing(point: str) -> tuple[str, ...]:
    """A worker that stops itself at a point, or never."""
    return (sys.executable, "-m", "tests.campaign.crashing", point, "worker")


@pytest.fixture
async def running(server: sa.URL, tmp_path: Path) -> AsyncIterator[Cluster]:
    with fresh(server) as database:
        async with cluster(tmp_path, database, apis=2, workers=2) as started:
            yield started


async def until_step(api: Serving, job_id: str, step: str) -> None:
    """Wait until the job tells that it is at a step."""
    async with (
        asyncio.timeout(60),
        api.http.stream("GET", f"/vinted/jobs/{job_id}/events") as told,
    ):
        async for line in told.aiter_lines():
            if f'"{step}"' in line.lower():
                return
    raise AssertionError(f"the job never came to {step}")


async def begin(api: Serving, **more: Any) -> str:
    """Ask for a preparation without waiting for it; its job id."""
    body = {**LISTING, **more}
    answer = await api.http.post(
        "/vinted/listings/prepare", json=body, headers={"Prefer": "wait=0"}
    )
    assert answer.status_code == 202, answer.text
    return str(answer.json()["job_id"])


async def ended(api: Serving, job_id: str) -> dict[str, Any]:
    """The job once it is over."""
    async with (
        asyncio.timeout(90),
        api.http.stream("GET", f"/vinted/jobs/{job_id}/events") as told,
    ):
        async for _ in told.aiter_lines():
            pass
    return await api.job(job_id)


def at_work(running: Cluster, job_id: str) -> WorkerProcess:
    """The worker that runs the job, by the engine's own table."""
    engine = sa.create_engine(running.env["DATABASE_URL"])
    query = sa.text("SELECT executor_id FROM dbos.workflow_status WHERE workflow_uuid = :run")
    with engine.connect() as connection:
        name = connection.execute(query, {"run": f"{job_id}.1"}).scalar_one()
    engine.dispose()
    return next(worker for worker in running.workers if f"Worker    {name}" in worker.log)


async def test_any_process_serves_what_another_began(running: Cluster) -> None:
    one, other = running.apis
    assert (await one.sign_in()).json()["state"] == "valid"
    assert (await other.http.get("/vinted/auth/check")).json()["authenticated"] is True
    health = (await other.http.get("/health")).json()
    assert (health["ok"], health["workers"]) == (True, 2)
    expired = await other.sign_in("access_token_web=old")
    assert (expired.status_code, expired.json()["code"]) == (401, "session_expired")

    prepared = await other.prepare(photos=[await one.upload(hoodie(32))])
    assert prepared["outcome"] == "prepared"
    checked = await one.publish(prepared["confirm_token"], dry_run=True)
    assert checked.json()["outcome"] == "checked", checked.text

    answers = await asyncio.gather(
        *(api.publish(prepared["confirm_token"], key="the-same") for api in running.apis * 25)
    )
    done = [answer.json() for answer in answers if answer.status_code == 200]
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert done[0]["outcome"] == "published"
    assert all(anywhere(answer) == anywhere(done[0]) for answer in done)
    replayed = (await other.publish(prepared["confirm_token"], key="the-same")).json()
    assert anywhere(replayed) == anywhere(done[0])
    (item,) = running.market.state.live_items
    assert (str(item.id), len(item.photos)) == (done[0]["listing_id"], 1)


async def test_the_form_is_seen_through_any_process_while_a_worker_fills_it(
    running: Cluster,
) -> None:
    one, other = running.apis
    await one.sign_in()
    running.market.state.patch_faults({"slow_api": 0.5})
    job_id = await begin(one)
    kind, seen = "", []
    async with (
        asyncio.timeout(90),
        one.http.stream("GET", f"/vinted/jobs/{job_id}/events?pictures=true") as told,
    ):
        async for line in told.aiter_lines():
            kind = line.removeprefix("event: ") if line.startswith("event: ") else kind
            if line.startswith("data: ") and kind == "picture" and not seen:
                address = urlsplit(json.loads(line.removeprefix("data: "))["url"])
                answer = await other.http.get(f"{address.path}?{address.query}")
                seen.append((answer.status_code, answer.content[:2]))
    assert seen == [(200, b"\xff\xd8")]


@pytest.mark.parametrize("how", ["killed", "frozen"])
async def test_the_work_of_a_worker_that_is_gone_is_taken_over(running: Cluster, how: str) -> None:
    api = running.apis[0]
    await api.sign_in()
    running.market.state.patch_faults({"slow_api": 0.5})
    job_id = await begin(api)
    await until_step(api, job_id, "title")
    gone = at_work(running, job_id)
    left = next(worker for worker in running.workers if worker is not gone)
    if how == "killed":
        await gone.kill()
    else:
        gone.process.send_signal(signal.SIGSTOP)
    try:
        running.market.state.patch_faults({"slow_api": 0.0})
        job = await ended(api, job_id)
    finally:
        if how == "frozen":
            gone.process.send_signal(signal.SIGCONT)
    assert job["outcome"] == "prepared", left.log
    assert "worker_died" in left.log


async def test_a_worker_whose_turn_another_took_begins_anew_after_it(running: Cluster) -> None:
    """Only the connection that holds the account breaks, while another waits for the account."""
    api = running.apis[0]
    await api.sign_in()
    running.market.state.patch_faults({"slow_api": 0.5})
    job_id = await begin(api)
    await until_step(api, job_id, "title")
    address = sa.make_url(running.env["DATABASE_URL"]).set(drivername="postgresql")
    turns = PgAccountLocks(address.render_as_string(hide_password=False), "other")
    async with asyncio.timeout(60), taken_from_its_holder(running, turns):
        while "turn_lost" not in at_work(running, job_id).log:
            await asyncio.sleep(0.05)
        running.market.state.patch_faults({"slow_api": 0.0})
        assert (await api.job(job_id))["state"] == "running"
    job = await ended(api, job_id)
    worker = at_work(running, job_id)
    assert job["outcome"] == "prepared", worker.log
    assert worker.log.count("begun_anew") == 1


@asynccontextmanager
async def taken_from_its_holder(running: Cluster, turns: PgAccountLocks) -> AsyncIterator[None]:
    """Wait for the account's turn, break the connection that holds it, and hold it."""
    engine = sa.create_engine(running.env["DATABASE_URL"], isolation_level="AUTOCOMMIT")
    waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    cut = """
        SELECT pg_terminate_backend(held.pid) FROM pg_locks held
        JOIN pg_locks wanted USING (locktype, database, classid, objid, objsubid)
        WHERE locktype = 'advisory' AND held.granted AND NOT wanted.granted
    """
    taken, over = asyncio.Event(), asyncio.Event()

    async def take() -> None:
        async with turns.turn("default"):
            taken.set()
            await over.wait()

    taking = asyncio.create_task(take())
    with engine.connect() as connection:
        while not connection.execute(sa.text(waits)).scalar_one():
            await asyncio.sleep(0.02)
        connection.execute(sa.text(cut))
    engine.dispose()
    await taken.wait()
    try:
        yield
    finally:
        over.set()
        await taking


@pytest.mark.parametrize(("point", "told"), [("before_fence", "published"), ("after_acting", "")])
async def test_a_worker_that_wakes_at_the_fence_does_not_click(
    server: sa.URL, tmp_path: Path, point: str, told: str
) -> None:
    """It froze there, another worker took its publish over, and then it wakes."""
    with fresh(server) as database:
        steps = {"CAMPAIGN_STEPS": str(tmp_path / "steps")}
        async with cluster(tmp_path, database, apis=1, workers=0, **steps) as running:
            (api,) = running.apis
            frozen = await running.add_worker(crashing(f"freeze:{point}"))
            await api.sign_in()
            token = (await api.prepare(photos=[await api.upload(hoodie(30))]))["confirm_token"]
            publishing = asyncio.create_task(api.publish(token))
            await asyncio.to_thread(
                os.waitid, os.P_PID, frozen.process.pid, os.WSTOPPED | os.WNOWAIT
            )
            left = await running.add_worker(crashing("never"))
            outcome = (await publishing).json()
            frozen.process.send_signal(signal.SIGCONT)
            await frozen_no_more(frozen)
            assert "silent_worker_cut_off" in left.log
            if told:
                assert outcome["outcome"] == told, left.log
            else:
                # Nobody can know whether the frozen one had clicked: a person says that it had not.
                assert (outcome["outcome"], outcome["reason"]) == (
                    "outcome_unknown",
                    "not_seen_yet",
                )
                path = f"/vinted/jobs/{outcome['job_id']}/resolve"
                assert (await api.http.post(path, json={"there": False})).status_code == 200
                again = (await api.publish(token)).json()
                assert again["outcome"] == "published", left.log
            assert len(running.market.state.live_items) == 1


async def frozen_no_more(worker: WorkerProcess) -> None:
    """Until a worker that woke has its lease back: what it was about to do is done or refused."""
    async with asyncio.timeout(60):
        while "lease_lost" not in worker.log:
            await asyncio.sleep(0.05)
    worker.process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(worker.process.wait(), 60) == 0, worker.log


async def test_a_worker_looks_again_for_an_api_process(server: sa.URL, tmp_path: Path) -> None:
    # One worker, so that the form that was filled is the one that is published.
    with fresh(server) as database:
        async with cluster(tmp_path, database, apis=2, workers=1) as running:
            await _looked_again(*running.apis)


async def _looked_again(api: Serving, other: Serving) -> None:
    await api.sign_in()
    prepared = await api.prepare(photos=[await api.upload(hoodie(30))])
    faults = {"publish_fault": "error_before", "publish_fault_times": 1}
    await api.faults(**faults, challenge="hard_block", challenge_at="navigation")
    unknown = (await api.publish(prepared["confirm_token"])).json()
    assert unknown["outcome"] == "outcome_unknown", unknown
    look = f"""mutation {{ lookAgain(input: {{jobId: "{unknown["job_id"]}"}}) {{
      ... on LookAgainSuccess {{ job {{ result {{ outcome reason }} }} }}
      ... on Error {{ code }}
    }} }}"""
    refused = await other.http.post("/graphql", json={"query": look})
    assert refused.json()["data"]["lookAgain"] == {"code": "needs_manual"}
    await api.faults(challenge="none")
    found = await other.http.post("/graphql", json={"query": look})
    result = {"outcome": "OUTCOME_UNKNOWN", "reason": "not_seen_yet"}
    assert found.json()["data"]["lookAgain"] == {"job": {"result": result}}
    assert (await api.job(unknown["job_id"]))["reason"] == "not_seen_yet"


async def test_a_worker_searches_its_open_form_for_an_api_process(
    server: sa.URL, tmp_path: Path
) -> None:
    with fresh(server) as database:
        async with cluster(tmp_path, database, apis=2, workers=1) as running:
            api, other = running.apis
            await api.sign_in()
            prepared = await api.prepare(**(HOODIE | {"photos": [await api.upload(hoodie(30))]}))
            address = f"/vinted/jobs/{prepared['job_id']}/options"
            named = {"field": "brand", "text": "River Island"}
            found = await other.http.get(address, params=named)
            assert found.status_code == 200, found.text
            assert found.json()["options"][0]["label"] == "River Island"


async def test_a_worker_resumes_and_forgets_for_an_api_process(
    server: sa.URL, tmp_path: Path
) -> None:
    with fresh(server) as database:
        rests = {"COOLDOWN_MINUTES": "60"}
        async with cluster(tmp_path, database, apis=2, workers=1, **rests) as running:
            await _resumed(*running.apis)
            await _forgotten(running, database)


async def _resumed(api: Serving, other: Serving) -> None:
    await api.sign_in()
    await api.faults(challenge="hard_block", challenge_at="navigation")
    assert (await api.prepare())["needs_manual"] is True
    refused = await other.http.post("/vinted/auth/resume", json={"account": None})
    assert (refused.status_code, refused.json()["code"]) == (409, "cooling_down")
    known = (await api.http.get("/vinted/auth/check")).json()
    assert refused.json()["resting_until"] == known["resting_until"]
    assert refused.json()["obstacle"] == known["obstacle"]
    assert int(refused.headers["Retry-After"]) > 60
    await api.faults(challenge="none")
    resume = """mutation { resumeAccount(input: {}) {
      ... on ResumeAccountSuccess { session { authenticated restingUntil obstacle { kind } } }
    } }"""
    told = (await other.http.post("/graphql", json={"query": resume})).json()["data"]
    session = {"authenticated": True, "restingUntil": None, "obstacle": None}
    assert told["resumeAccount"] == {"session": session}
    assert (await api.prepare())["outcome"] == "prepared"


async def _forgotten(running: Cluster, database: str) -> None:
    api, other = running.apis
    words = await lived(api)
    with pytest.raises(AssertionError):
        is_in_no_table(words, database)
    answer = await other.http.delete(f"/vinted/accounts/{ACCOUNT}")
    assert (answer.status_code, answer.json()["forgotten"]) == (200, True), answer.text
    is_in_no_table(words, database)
    await is_nowhere(words, running.folder / "shared", running.folder / "worker-0")
    again = await other.http.delete(f"/vinted/accounts/{ACCOUNT}")
    assert again.json()["forgotten"] is False


async def test_a_worker_goes_on_with_an_import_whose_worker_is_gone(running: Cluster) -> None:
    """Rows wait in the table alone: whichever worker lives begins the next ones."""
    api, other = running.apis
    await api.sign_in()
    category = LISTING["category_hint"]
    rows = "".join(f"Timbre {n},{n},Bon état,bon,{category}\n" for n in (1, 2, 3))
    files = {"files": ("a.csv", f"Title,Price,Description,Condition,Category\n{rows}".encode())}
    brought = (await api.http.post("/vinted/imports", files=files)).json()
    async with asyncio.timeout(60):
        while not (started := await _begun(api, brought["id"])):
            await asyncio.sleep(0.1)
    await until_step(api, started[0], "title")
    await at_work(running, started[0]).kill()
    async with asyncio.timeout(120):
        while len(ready := await _begun(other, brought["id"], {"prepared"})) < 3:
            await asyncio.sleep(0.3)
    jobs = (await other.http.get("/vinted/jobs?first=100")).json()["jobs"]
    of_import = [each["job_id"] for each in jobs if each["listing"]["title"].startswith("Timbre ")]
    assert set(ready) <= set(of_import) and len(ready) == len(set(ready)) == 3


async def _begun(api: Serving, import_id: str, stages: Set[str] = frozenset()) -> list[str]:
    """The jobs of the rows that have begun, or that are at one of some stages."""
    found = (await api.http.get(f"/vinted/imports/{import_id}")).json()
    return [
        row["job_id"]
        for row in found["rows"]
        if row["job_id"] and (not stages or row["stage"] in stages)
    ]

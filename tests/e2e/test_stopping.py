"""A service that is stopped, and one that is killed, while callers wait at every point of a job."""

import asyncio
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from browser.standin import Standin, serve_standin
from gql_api.cli.demo.photos import hoodie

from .serving import Serving, serving
from .waiting import (
    WAYS,
    Answered,
    Call,
    Halfway,
    by_rest,
    halfway,
    prepare,
    publish,
)

WITHIN = 60
QUICKLY = 15
"""Well under the grace of jobs: a service that hurries does not wait for them."""
JOBS = "{ jobs(first: 50) { edges { node { id kind state listing { title } } } } }"


@dataclass
class Callers:
    """Who waits, by the point at which the stop finds them and the way in which they asked."""

    served: Serving
    calls: dict[str, Call] = field(default_factory=dict)
    waiting: dict[str, asyncio.Task[Answered]] = field(default_factory=dict)
    halfway: dict[str, Halfway] = field(default_factory=dict)

    def ask(self, point: str, call: Call, *ways: str) -> None:
        self.calls[point] = call
        for way in ways:
            asking = asyncio.create_task(WAYS[way](self.served.http, call))
            self.waiting[f"{point}, {way}"] = asking

    async def prepared(self, account: str, photo: str) -> Call:
        """The yes to a listing of an account of its own."""
        await self.served.sign_in(account=account)
        filled = await self.served.prepare(title=account, photos=[photo], account=account)
        return publish(filled["confirm_token"], f"key-of-{account}")

    async def answers(self) -> dict[str, Answered]:
        asked = {**self.waiting, **{point: each.answered() for point, each in self.halfway.items()}}
        return dict(zip(asked, await asyncio.gather(*asked.values()), strict=True))


@dataclass(frozen=True)
class Stopped:
    """What callers, a stream and whoever asks /ready were told by the service that stopped."""

    answered: Mapping[str, Answered]
    ready: list[tuple[int, Any]]
    events: str
    output: str


@dataclass(frozen=True)
class Story:
    """That, and how the services that were started on the same data went on."""

    stopped: Stopped
    again: Mapping[str, Answered]
    lost: object
    killed: str
    after: Answered
    jobs: list[dict[str, Any]]


@pytest.fixture(scope="module")
async def market() -> AsyncIterator[Standin]:
    async with serve_standin() as served:
        yield served


@asynccontextmanager
async def _served(folder: Path, market: Standin, **env: str) -> AsyncIterator[Serving]:
    given = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url} | env
    async with serving(folder, **given) as served:
        yield served


async def _jobs(served: Serving) -> list[dict[str, Any]]:
    answer = (await served.http.post("/graphql", json={"query": JOBS})).json()
    return [edge["node"] for edge in answer["data"]["jobs"]["edges"]]


async def _job(served: Serving, title: str, state: str) -> str:
    """The id of the job of a listing, once it is in a state."""
    async with asyncio.timeout(WITHIN):
        while True:
            for job in await _jobs(served):
                if (job["listing"]["title"], job["state"]) == (title, state):
                    return str(job["id"])
            await asyncio.sleep(0.05)


async def _everywhere(market: Standin, served: Serving) -> Callers:
    """Callers who wait at each point of a job."""
    callers, state, photo = Callers(served), market.state, await served.upload(hoodie(30))
    clicked, slot = [await callers.prepared(each, photo) for each in ("click", "slot")]
    await served.sign_in(account="filling")
    state.patch_faults({"publish_fault": "hang", "hang_seconds": 90.0, "publish_fault_times": 1})
    callers.ask("click", clicked, "rest")
    async with asyncio.timeout(WITHIN):
        while not state.live_items:
            await asyncio.sleep(0.02)
    callers.ask("click", clicked, "graphql")
    callers.ask("slot", slot, "graphql", "socket")
    await _job(served, "slot", "WAITING_FOR_SLOT")
    state.patch_faults({"slow_pages": 90.0})
    for point, others in (("filling", ("graphql", "stream")), ("queued", ("graphql", "socket"))):
        call = prepare(f"key-of-{point}", title=point, account="filling")
        callers.ask(point, call, "rest")
        await _job(served, point, "RUNNING" if point == "filling" else "QUEUED")
        callers.ask(point, call, *others)
    for way in ("rest", "graphql"):
        point = f"before the row, {way}"
        call = prepare(f"key-of-{way}", title=point, account="filling")
        callers.halfway[point] = await halfway(served.http, call, over_graphql=way == "graphql")
    return callers


async def _ready(served: Serving, told: list[tuple[int, Any]]) -> None:
    """What /ready says until the port is closed, to somebody who comes anew each time."""
    while True:
        try:
            answer = await served.http.get("/ready", headers={"Connection": "close"})
        except httpx.TransportError:
            return
        told.append((answer.status_code, answer.json()))
        await asyncio.sleep(0.02)


async def _follow(served: Serving, path: str, pieces: list[str]) -> None:
    headers = {"Accept": "text/event-stream"}
    async with served.http.stream("GET", path, headers=headers) as stream:
        async for piece in stream.aiter_text():
            pieces.append(piece)


async def _stopped(folder: Path, market: Standin) -> tuple[Stopped, Mapping[str, Call]]:
    async with _served(folder, market, PUBLISH_PER_MINUTE="1", STOP_NOTICE_SECONDS="1") as served:
        callers = await _everywhere(market, served)
        path = f"/vinted/jobs/{await _job(served, 'filling', 'RUNNING')}/events"
        ready, pieces = list[tuple[int, Any]](), list[str]()
        beside = [asyncio.create_task(_ready(served, ready))]
        beside.append(asyncio.create_task(_follow(served, path, pieces)))
        async with asyncio.timeout(WITHIN):
            while not (ready and "id: 1\n" in "".join(pieces)):
                await asyncio.sleep(0.02)
        served.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(WITHIN):
            while ready[-1][0] == 200:
                await asyncio.sleep(0.02)
            answered = await callers.answers()
            await asyncio.gather(*beside)
        served.process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(served.process.wait(), QUICKLY)
    return Stopped(answered, ready, "".join(pieces), "".join(served.output)), callers.calls


@pytest.fixture(scope="module")
async def story(market: Standin, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """One service is stopped, the next is killed, and the last one is asked how it went on."""
    folder = tmp_path_factory.mktemp("stopping")
    stopped, calls = await _stopped(folder, market)
    market.state.patch_faults({"slow_pages": 0.0})
    async with _served(folder, market) as second:
        for waiting in [job for job in await _jobs(second) if job["state"] == "QUEUED"]:
            await second.http.delete(f"/vinted/jobs/{waiting['id']}")
        went_on = {point: calls[point] for point in ("click", "slot", "filling")}
        for title, call in went_on.items():
            over = "DONE" if call.name == "publishListing" else "AWAITING_CONFIRMATION"
            await _job(second, title, over)
        again = {point: await by_rest(second.http, call) for point, call in went_on.items()}
        market.state.patch_faults({"slow_pages": 90.0})
        call = prepare("key-of-killed", title="killed", account="filling")
        asking = asyncio.create_task(by_rest(second.http, call))
        killed = await _job(second, "killed", "RUNNING")
        await second.kill()
        lost = (await asyncio.gather(asking, return_exceptions=True))[0]
    async with _served(folder, market) as third:
        after = await by_rest(third.http, call)
        jobs = await _jobs(third)
        third.process.send_signal(signal.SIGTERM)
    return Story(stopped, again, lost, killed, after, jobs)


def test_whoever_waits_when_the_service_stops_is_told_the_job(story: Story) -> None:
    told = story.stopped.answered
    assert len(told) == 12
    assert {point for point, each in told.items() if each.job_id is None} == set()
    by_point: dict[str, set[str | None]] = {}
    for point, each in told.items():
        by_point.setdefault(point.split(",")[0], set()).add(each.job_id)
    assert {point: len(jobs) for point, jobs in by_point.items()} == {
        "click": 1, "slot": 1, "filling": 1, "queued": 1, "before the row": 2,
    }  # fmt: skip


def test_over_rest_that_is_202_and_where_the_job_is_asked_for(story: Story) -> None:
    for point, each in story.stopped.answered.items():
        if point.endswith("rest"):
            assert (each.status, each.body["state"]) in {
                (202, state) for state in ("queued", "running", "waiting_for_slot")
            }, point
            assert each.headers["location"] == f"/vinted/jobs/{each.job_id}"
            assert each.headers["connection"] == "close"


def test_over_graphql_it_is_the_job_as_it_is(story: Story) -> None:
    states = {}
    for point, each in story.stopped.answered.items():
        if not point.endswith("rest"):
            assert each.status == (1001 if point.endswith("socket") else 200), point
            (told,) = each.body["data"].values()
            states[point.split(",")[0]] = told["job"]["state"]
    assert states == {
        "click": "RUNNING", "slot": "WAITING_FOR_SLOT", "filling": "RUNNING",
        "queued": "QUEUED", "before the row": "QUEUED",
    }  # fmt: skip


def test_it_is_not_ready_before_its_port_is_closed(story: Story) -> None:
    statuses = [status for status, _ in story.stopped.ready]
    assert statuses == sorted(statuses) and set(statuses) == {200, 503}
    (check,) = story.stopped.ready[-1][1]["checks"]
    assert (check["name"], check["ok"]) == ("stop", False) and "told to stop" in check["cure"]


def test_streams_end_after_a_whole_event(story: Story) -> None:
    assert story.stopped.events.endswith("\n\n") and '"outcome":"' not in story.stopped.events
    assert '"event": "stopping"' in story.stopped.output
    assert "Traceback" not in story.stopped.output
    assert '"level": "error"' not in story.stopped.output


def test_what_was_handed_over_goes_on_and_its_keys_lead_to_it(story: Story) -> None:
    told = story.stopped.answered
    assert {point: each.status for point, each in story.again.items()} == dict.fromkeys(
        ("click", "slot", "filling"), 200
    )
    for point, each in story.again.items():
        assert each.headers["idempotent-replayed"] == "true"
        job_id = told[f"{point}, graphql"].job_id
        assert each.body.get("job_id", each.job_id) == job_id
    outcomes = {point: each.body["outcome"] for point, each in story.again.items()}
    assert outcomes == {
        "click": "published", "slot": "published", "filling": "prepared",
    }  # fmt: skip


async def test_nothing_was_published_twice(story: Story, market: Standin) -> None:
    assert story.jobs
    assert sorted(item.title for item in market.state.live_items) == ["click", "slot"]


def test_after_a_crash_the_same_call_leads_to_the_same_job(story: Story) -> None:
    """Who waited for a process that was killed heard nothing, and has the key."""
    assert isinstance(story.lost, httpx.TransportError)
    assert (story.after.status, story.after.job_id) == (409, story.killed)
    assert story.after.headers["location"] == f"/vinted/jobs/{story.killed}"
    assert [job["id"] for job in story.jobs if job["listing"]["title"] == "killed"] == [
        story.killed
    ]

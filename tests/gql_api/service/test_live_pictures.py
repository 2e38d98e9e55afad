"""Live pictures as callers have them: by event stream and subscription, at signed addresses."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from gql_api.domain.job import Job
from gql_api.domain.tenant import owner_of, qualified
from gql_api.jobs.completion import CANCELLED
from tests.described import described
from tests.gql_api.inside import Inside, inside
from tests.subjects.people import PROVIDER, token

WITHIN = 10.0
JPEG = b"\xff\xd8 of nothing"
WATCH = "subscription($id: ID!) { livePictures(jobId: $id) { jobId at url } }"
EVENTS = {"Accept": "text/event-stream"}


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    folder: Path = tmp_path_factory.mktemp("live")
    given: dict[str, object] = {name.lower(): value for name, value in PROVIDER.items()}
    async with inside(folder, **given) as service:
        yield service


def _client(running: Inside, name: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {token(name)}"}
    return described(running.url, headers=headers, timeout=20)


async def _job(running: Inside, name: str = "anna") -> Job:
    return await running.job(qualified(owner_of(name), "default"))


async def _shown(running: Inside, job: Job) -> None:
    """Take a picture as soon as somebody looks on."""
    live = running.parts.core.live
    await live.wanted(job.id)
    await live.viewers(job.id).show(JPEG)


async def _until(lines: AsyncIterator[str], beginning: str, after: str = "") -> list[str]:
    """The lines of a stream up to one that begins so, and that follows another one."""
    said = [""]
    async for line in lines:
        said.append(line)
        if line.startswith(beginning) and (not after or said[-2] == after):
            return said
    raise AssertionError(f"the stream ended before {beginning}: {said}")


async def _stop(running: Inside, job: Job) -> None:
    await running.parts.core.events.change(job.id, job.revision, CANCELLED)


async def test_an_event_stream_that_asks_is_told_of_pictures_between_its_events(
    running: Inside,
) -> None:
    job = await _job(running)
    async with (
        asyncio.timeout(WITHIN),
        _client(running, "anna") as anna,
        anna.stream("GET", f"/vinted/jobs/{job.id}/events?pictures=true") as answer,
    ):
        lines = answer.aiter_lines()
        await _until(lines, "id: 1")
        await _shown(running, job)
        said = await _until(lines, 'data: {"job_id":"' + job.id + '","at":', after="event: picture")
        picture = json.loads(said[-1].removeprefix("data: "))
        assert set(picture) == {"job_id", "at", "url"} and picture["job_id"] == job.id
        assert not [line for line in said[said.index("event: picture") - 1 :] if "id: " in line]
        await _stop(running, job)
        rest = [line async for line in lines]
    assert "id: 2" in rest
    await _is_seen_by_address_alone(running, picture["url"])


async def _is_seen_by_address_alone(running: Inside, url: str) -> None:
    async with httpx.AsyncClient() as nobody:
        seen = await nobody.get(url)
        assert (seen.status_code, seen.content) == (200, JPEG)
        assert seen.headers["content-type"] == "image/jpeg"
        assert seen.headers["cache-control"] == "no-store"
        assert (await nobody.get(url.partition("?")[0])).status_code == 401


@pytest.mark.parametrize("query", ["", "?pictures=false"])
async def test_an_event_stream_that_does_not_ask_has_none_taken(
    running: Inside, query: str
) -> None:
    job = await _job(running)
    taking = asyncio.ensure_future(_shown(running, job))
    async with (
        asyncio.timeout(WITHIN),
        _client(running, "anna") as anna,
        anna.stream("GET", f"/vinted/jobs/{job.id}/events{query}") as answer,
    ):
        await _until(answer.aiter_lines(), "id: 1")
        assert not taking.done()
        await _stop(running, job)
    taking.cancel()


async def test_what_is_neither_true_nor_false_is_refused_by_name(running: Inside) -> None:
    job = await _job(running)
    async with _client(running, "anna") as anna:
        answer = await anna.get(f"/vinted/jobs/{job.id}/events?pictures=yes")
    assert (answer.status_code, answer.json()["field"]) == (400, "pictures")


async def test_a_subscription_is_told_of_pictures_and_completes_with_the_job(
    running: Inside,
) -> None:
    job = await _job(running)
    body = {"query": WATCH, "variables": {"id": job.id}}
    async with (
        asyncio.timeout(WITHIN),
        _client(running, "anna") as anna,
        anna.stream("POST", "/graphql", json=body, headers=EVENTS) as answer,
    ):
        lines = answer.aiter_lines()
        await _shown(running, job)
        async for line in lines:
            if line.startswith("data: {"):
                told = json.loads(line.removeprefix("data: "))["data"]["livePictures"]
                break
        await _stop(running, job)
        rest = [line async for line in lines]
    assert told["jobId"] == job.id and "event: complete" in rest
    async with httpx.AsyncClient() as nobody:
        assert (await nobody.get(told["url"])).content == JPEG


async def test_a_picture_of_anothers_form_is_not_there(running: Inside) -> None:
    job = await _job(running)
    live = running.parts.core.live
    await live.take(job.id, JPEG)
    (picture,) = [each for each in live._kept.values() if each.job_id == job.id]
    answers: dict[str, Any] = {}
    async with _client(running, "anna") as anna, _client(running, "ben") as ben:
        assert (await anna.get(f"/vinted/live/{picture.id}")).content == JPEG
        for name, path in (("hers", picture.id), ("nobody's", "f" * 32)):
            answer = await ben.get(f"/vinted/live/{path}")
            answers[name] = (answer.status_code, answer.json()["code"])
        body = {"query": WATCH, "variables": {"id": job.id}}
        refused = await ben.post("/graphql", json=body, headers=EVENTS)
    assert answers == dict.fromkeys(("hers", "nobody's"), (404, "picture_not_found"))
    assert "job_not_found" in refused.text

"""Events that many follow are executed once for each way of asking, and answered as asked."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext as Alone

from gql_api.db.jobs import Change
from gql_api.domain.job import Job, JobState
from gql_api.domain.results import failed
from gql_api.schema.types.jobs import ListingProgress
from tests.gql_api.inside import Inside, inside

WHOLE = "{ seq percent problem { message } }"
PLAIN = "{ seq percent }"
FOLLOWERS = 20


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Inside]:
    async with inside(tmp_path) as opened:
        yield opened


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> Counter[int]:
    """How often each event was executed, by its number."""
    seen = Counter[int]()
    execute = Alone.execute_operation

    def counted(self: Any, serially: bool | None = None) -> Any:
        if isinstance(self.root_value, ListingProgress):
            seen[self.root_value.seq] += 1
        return execute(self, serially)

    monkeypatch.setattr(Alone, "execute_operation", counted)
    return seen


async def _follow(
    url: str, job: Job, fields: str = WHOLE, language: str = "en"
) -> list[dict[str, Any]]:
    """Every event of a job."""
    query = f"subscription($id: ID!) {{ listingProgress(jobId: $id) {fields} }}"
    body = {"query": query, "variables": {"id": job.id}}
    headers = {"Accept": "text/event-stream", "Accept-Language": language}
    async with httpx.AsyncClient(base_url=url, timeout=20) as http:
        text = (await http.post("/graphql", json=body, headers=headers)).text
    told = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: ")]
    return [json.loads(each)["data"]["listingProgress"] for each in told]


async def _told(service: Inside, job: Job, *following: Any) -> list[list[dict[str, Any]]]:
    """What each follower has seen of a job that fails."""
    tasks = [asyncio.create_task(each) for each in following]
    await service.watchers(len(tasks))
    change = service.parts.core.events.change
    for percent in (10, 20):
        await change(job.id, 1, Change(JobState.RUNNING, percent=percent))
    await change(job.id, 1, Change(JobState.FAILED, percent=100, result=failed("deadline")))
    return await asyncio.gather(*tasks)


async def test_an_event_is_executed_once_for_all_who_ask_alike(
    service: Inside, executed: Counter[int]
) -> None:
    job = await service.job()
    seen = await _told(service, job, *(_follow(service.url, job) for _ in range(FOLLOWERS)))
    assert [event["seq"] for event in seen[0]] == [1, 2, 3, 4]
    assert all(each == seen[0] for each in seen)
    assert executed == {1: 1, 2: 1, 3: 1, 4: 1}


async def test_who_asks_otherwise_is_answered_otherwise(
    service: Inside, executed: Counter[int]
) -> None:
    job = await service.job()
    ways = [(WHOLE, "en"), (WHOLE, "fr"), (PLAIN, "en"), (WHOLE, "fr")]
    told = (_follow(service.url, job, fields, language) for fields, language in ways)
    english, french, plain, again = await _told(service, job, *told)
    assert french == again
    assert english[-1]["problem"]["message"] != french[-1]["problem"]["message"]
    assert str(failed("deadline").problem.detail) == english[-1]["problem"]["message"]  # type: ignore[union-attr]
    assert all(event.keys() == {"seq", "percent"} for event in plain)
    assert set(executed.values()) == {3}


async def test_events_of_two_jobs_are_two(service: Inside) -> None:
    one, two = await service.job("one"), await service.job("two")
    first = await _told(service, one, _follow(service.url, one, "{ jobId seq }"))
    second = await _told(service, two, _follow(service.url, two, "{ jobId seq }"))
    assert {event["jobId"] for event in first[0]} == {one.id}
    assert {event["jobId"] for event in second[0]} == {two.id}

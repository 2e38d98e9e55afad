"""The form of a job on a real worker, for who looks on: until the form is filled, and not after."""

import asyncio
from contextlib import aclosing
from typing import Any

import pytest
from playwright.async_api import CDPSession

from gql_api.domain.job import JobEvent, JobKind, LivePicture
from gql_api.jobs.live_pictures import beside
from tests.gql_api.workflows.bench import STAMP, Bench

SHOT = "Page.captureScreenshot"


@pytest.fixture
def shots(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pictures that a browser was asked for to be looked at now, which have to be quick."""
    told: list[str] = []
    send = CDPSession.send

    async def counted(session: CDPSession, method: str, *given: Any) -> object:
        if method == SHOT and given[0].get("optimizeForSpeed"):
            told.append(method)
        return await send(session, method, *given)

    monkeypatch.setattr(CDPSession, "send", counted)
    return told


async def _watched(context: Bench, job_id: str) -> list[JobEvent | LivePicture]:
    core = context.core
    both = beside(core.events.watch(job_id), core.live.watch(job_id))
    async with asyncio.timeout(90), aclosing(both) as told:
        return [each async for each in told]


async def test_a_job_is_seen_while_its_form_is_filled_and_its_click_is_not(
    context: Bench, shots: list[str]
) -> None:
    listing = await context.photographed(STAMP)
    job = context.new(JobKind.PREPARE, listing=listing)
    await context.accept(job)
    told = await _watched(context, job.id)
    pictures = [each for each in told if isinstance(each, LivePicture)]
    assert pictures and all(each.jpeg.startswith(b"\xff\xd8") for each in pictures)
    assert [each.seq for each in told if isinstance(each, JobEvent)] == list(
        range(1, len(told) - len(pictures) + 1)
    )
    last = max(number for number, each in enumerate(told) if isinstance(each, LivePicture))
    after = {each.step for each in told[last:] if isinstance(each, JobEvent)}
    assert "picture" in after and "open" not in after
    prepared = await context.stored(job)
    taken = len(shots)
    assert taken
    publish = context.of(prepared)
    await context.accept(publish)
    assert not [
        each for each in await _watched(context, publish.id) if isinstance(each, LivePicture)
    ]
    assert len(shots) == taken and (await context.stored(publish)).result


async def test_of_a_job_that_nobody_looks_at_no_picture_is_taken(
    context: Bench, shots: list[str]
) -> None:
    await context.prepared()
    assert shots == [] and len(context.core.live) == 0

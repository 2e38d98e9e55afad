"""The pages of what was published: each listing once, newest first, and nothing else among them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from gql_api.db.jobs import Change
from gql_api.domain.job import JobKind, JobState, Outcome, Result
from gql_api.listings.admission import new_job
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.inside import Inside, inside

PAGE = """query($first: Int!, $after: String) {
    publishedListings(first: $first, after: $after) {
        edges { cursor node { id url job { id } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
NEWEST = ["5", "4", "3", "2", "1"]
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def _ended(service: Inside, number: int, result: Result) -> None:
    made = new_job(
        JobKind.PUBLISH,
        "default",
        service.parts.core.market,
        LISTING,
        START + timedelta(minutes=number),
    )
    job, _ = await service.parts.core.stores.jobs.accept(made, key=None)
    done = Change(JobState.DONE, percent=100, result=result)
    await service.parts.core.events.change(job.id, 1, done)


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """Five listings that were published, and publishes that came to nothing between them."""
    folder: Path = tmp_path_factory.mktemp("published")
    async with inside(folder) as service:
        for number in range(1, 6):
            url = f"{service.parts.core.market}/items/{number}"
            found = Result(outcome=Outcome.PUBLISHED, listing_id=str(number), listing_url=url)
            await _ended(service, 10 * number, found)
            await _ended(service, 10 * number + 1, Result(outcome=Outcome.CHECKED))
        yield service


async def _page(service: Inside, first: int, after: str | None = None) -> Any:
    async with httpx.AsyncClient(base_url=service.url, timeout=20) as client:
        asked = {"query": PAGE, "variables": {"first": first, "after": after}}
        answer = (await client.post("/graphql", json=asked)).json()
    assert "errors" not in answer, answer
    return answer["data"]["publishedListings"]


def _ids(page: Any) -> list[str]:
    return [edge["node"]["id"] for edge in page["edges"]]


@pytest.mark.parametrize("first", [1, 2, 5, 50])
async def test_the_pages_hold_every_listing_once_and_in_order(service: Inside, first: int) -> None:
    seen: list[str] = []
    after, more = None, True
    while more:
        page = await _page(service, first, after)
        assert 0 < len(page["edges"]) <= first
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        seen += _ids(page)
        assert len(seen) <= len(NEWEST)
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert seen == NEWEST


async def test_the_page_after_the_last_listing_is_empty(service: Inside) -> None:
    last = (await _page(service, 50))["pageInfo"]["endCursor"]
    page = await _page(service, 2, last)
    assert page["edges"] == [] and page["pageInfo"]["hasNextPage"] is False


async def test_a_cursor_of_somewhere_else_is_refused_by_its_name(service: Inside) -> None:
    async with httpx.AsyncClient(base_url=service.url, timeout=20) as client:
        asked = {"query": PAGE, "variables": {"first": 1, "after": "nothing of ours"}}
        (error,) = (await client.post("/graphql", json=asked)).json()["errors"]
    assert error["extensions"]["code"] == "invalid_input" and "after" in error["message"]

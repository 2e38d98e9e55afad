"""The lists of jobs and photos: pages, newest first, of what is the caller's own."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from browser.listing import PhotoFile
from gql_api.db.jobs import Change
from gql_api.domain.job import JobKind, JobState
from gql_api.domain.tenant import owner_of, qualified
from gql_api.listings.admission import new_job
from gql_api.media.photos import StoredPhoto
from tests.described import described
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.inside import Inside, inside

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANOTHER = owner_of("somebody else")
PATHS = ("/vinted/jobs", "/vinted/photos")
ASKED = {
    "jobs": "query($f: Int, $a: String) { found: jobs(first: $f, after: $a) {",
    "photos": "query($f: Int, $a: String) { found: photos(first: $f, after: $a) {",
}
PAGE = " edges { node { id } } pageInfo { hasNextPage endCursor } } }"


def _id(number: int) -> str:
    return f"{number:032x}"


async def _job(service: Inside, number: int, account: str) -> None:
    core = service.parts.core
    at = START + timedelta(seconds=number)
    made = new_job(JobKind.PREPARE, account, core.market, LISTING, at)
    job, _ = await core.stores.jobs.accept(replace(made, id=_id(number)), key=None)
    if number % 2:
        assert await core.events.change(job.id, 1, Change(JobState.CANCELLED))


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """Five jobs and photos, and between them those of another caller."""
    async with inside(tmp_path_factory.mktemp("lists")) as found:
        for number in range(1, 6):
            await _job(found, number, "first" if number < 4 else "second")
            await _job(found, 10 * number, qualified(ANOTHER, "first"))
            for owner, name in (("", _id(number)), (ANOTHER, _id(10 * number))):
                photo = StoredPhoto(name, "d" * 64, 8, 6, 99, "p.jpg", Path("p"))
                await found.parts.core.stores.photos.add(photo, owner)
        yield found


@pytest.fixture
async def client(service: Inside) -> AsyncIterator[httpx.AsyncClient]:
    async with described(service.url, timeout=30) as made:
        yield made


def _numbers(body: dict[str, Any]) -> list[int]:
    name = "jobs" if "jobs" in body else "photos"
    ids = [each.get("job_id") or each["temp_id"] for each in body[name]]
    return [int(each, 16) for each in ids]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("first", [1, 2, 5])
async def test_the_pages_hold_the_callers_own_once_newest_first(
    client: httpx.AsyncClient, path: str, first: int
) -> None:
    seen: list[int] = []
    after: dict[str, str] = {}
    while True:
        body = (await client.get(path, params={"first": first, **after})).json()
        page = _numbers(body)
        assert body["ok"] is True and 0 < len(page) <= first
        seen += page
        if body["next"] is None:
            break
        after = {"after": body["next"]}
    assert seen == [5, 4, 3, 2, 1]
    assert _numbers((await client.get(path)).json()) == seen


@pytest.mark.parametrize("name", ASKED)
async def test_graphql_goes_on_where_rest_has_left_off(
    client: httpx.AsyncClient, name: str
) -> None:
    after = (await client.get(f"/vinted/{name}", params={"first": 2})).json()["next"]
    query = {"query": ASKED[name] + PAGE, "variables": {"f": 2, "a": after}}
    found = (await client.post("/graphql", json=query)).json()["data"]["found"]
    assert [int(each["node"]["id"], 16) for each in found["edges"]] == [3, 2]
    assert found["pageInfo"]["hasNextPage"] is True
    last = await client.get(f"/vinted/{name}", params={"after": found["pageInfo"]["endCursor"]})
    assert _numbers(last.json()) == [1] and last.json()["next"] is None


@pytest.mark.parametrize(
    ("query", "header", "numbers"),
    [
        ({"account": "first"}, None, [3, 2, 1]),
        ({}, "second", [5, 4]),
        ({"account": "second"}, "first", [5, 4]),
        ({"account": "nobody"}, None, []),
        ({"state": "cancelled"}, None, [5, 3, 1]),
        ({"state": "queued", "account": "first"}, None, [2]),
        ({"state": "done"}, None, []),
    ],
    ids=str,
)
async def test_jobs_are_those_of_an_account_and_of_a_state(
    client: httpx.AsyncClient, query: dict[str, str], header: str | None, numbers: list[int]
) -> None:
    headers = {"X-Account": header} if header else {}
    found = (await client.get("/vinted/jobs", params=query, headers=headers)).json()
    assert _numbers(found) == numbers


async def test_photos_are_listed_with_the_open_jobs_that_show_them(tmp_path: Path) -> None:
    first = PhotoFile(_id(1), Path("p"), "d" * 64, 8, 6, "p.jpg")
    async with inside(tmp_path) as service, described(service.url, timeout=30) as client:
        core = service.parts.core
        for number in (1, 2):
            photo = StoredPhoto(_id(number), "d" * 64, 8, 6, 99, "p.jpg", Path("p"))
            await core.stores.photos.add(photo, "")
        listing = replace(LISTING, photos=(first,))
        for number, owner in ((11, ""), (12, ""), (13, ""), (14, ANOTHER)):
            at, account = START + timedelta(seconds=number), qualified(owner, "first")
            made = new_job(JobKind.PREPARE, account, core.market, listing, at)
            await core.stores.jobs.accept(replace(made, id=_id(number)), key=None)
        assert await core.events.change(_id(12), 1, Change(JobState.CANCELLED))
        listed = (await client.get("/vinted/photos")).json()["photos"]
        query = {"query": "{ photos { edges { usedBy node { id } } } }"}
        edges = (await client.post("/graphql", json=query)).json()["data"]["photos"]["edges"]
    told = {each["temp_id"]: each["used_by"] for each in listed}
    assert told == {_id(1): [_id(13), _id(11)], _id(2): []}
    assert {each["node"]["id"]: each["usedBy"] for each in edges} == told


async def test_what_is_listed_is_what_is_shown_alone(client: httpx.AsyncClient) -> None:
    (job,) = (await client.get("/vinted/jobs", params={"first": 1})).json()["jobs"]
    assert job == (await client.get(f"/vinted/jobs/{job['job_id']}")).json()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("first=0", "first"),
        ("first=101", "first"),
        ("first=1e1", "first"),
        ("first=", "first"),
        ("first=1&first=2", "first"),
        ("after=", "after"),
        ("after=MjAyNi0xMS0yMg==", "after"),
        ("after=1%0A", "after"),
        ("after=" + 18 * "9", "after"),
        ("after=1&after=2", "after"),
    ],
)
async def test_a_wrong_page_is_refused_by_name(
    client: httpx.AsyncClient, path: str, query: str, field: str
) -> None:
    answer = await client.get(f"{path}?{query}")
    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert answer.json()["errors"] == [{"field": field, "detail": answer.json()["detail"]}]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("state=DONE", "state"),
        ("state=", "state"),
        ("state=done&state=failed", "state"),
        ("account=a/b", "account"),
    ],
)
async def test_a_wrong_state_or_account_is_refused_by_name(
    client: httpx.AsyncClient, query: str, field: str
) -> None:
    answer = await client.get(f"/vinted/jobs?{query}")
    assert (answer.status_code, answer.json()["field"]) == (400, field)


@pytest.mark.parametrize("path", PATHS)
async def test_a_list_has_the_rules_of_every_reading(client: httpx.AsyncClient, path: str) -> None:
    found, head = await client.get(path), await client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for answer in (found, head):
        assert answer.headers["ratelimit-policy"].startswith('"operations"')
        assert answer.headers["cache-control"] == "no-store"
        assert "Accept" in answer.headers["vary"]
    refused = await client.post(path)
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert (await client.get(path, headers={"Accept": "image/png"})).status_code == 406

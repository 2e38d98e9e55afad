"""What is asked again with one key: the same request however it names its defaults, and free."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from browser.listing import Cookie
from gql_api.db.jobs import Change
from gql_api.domain import results
from gql_api.domain.job import JobState, Outcome, Result
from tests.gql_api.inside import Inside, inside

LISTING: dict[str, Any] = {"title": "Hoodie Diesel", "price": 35, "description": "Bon état"}
ASYNC = {"Prefer": "respond-async"}
PREPARE = """mutation($input: PrepareListingInput!) { prepareListing(input: $input) {
  ... on PrepareListingSuccess { job { id } replayed } ... on Error { code } } }"""


@pytest.fixture(scope="module")
async def service(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """A service with a session, where no job is ever taken up."""
    bounds = {"max_queued_per_account": 100, "prepares_per_minute": 600}
    async with inside(tmp_path_factory.mktemp("repeats"), **bounds) as found:
        core = found.parts.core
        cookie = Cookie(name="access_token_web", value="demo")
        await core.vault.save(
            "default", origin=core.market, user_agent="Mozilla/5.0", cookies=[cookie]
        )
        yield found


@pytest.fixture
async def client(service: Inside) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=service.url, timeout=30) as made:
        yield made


async def _prepare(
    client: httpx.AsyncClient, key: str, body: dict[str, Any], **headers: str
) -> httpx.Response:
    fields = ASYNC | headers | {"Idempotency-Key": key}
    return await client.post("/vinted/listings/prepare", json=body, headers=fields)


def _left(service: Inside) -> int:
    """What is left of the rate of preparations."""
    [found] = [each for each in service.parts.service.limits.tightest() if each.name == "prepares"]
    return found.remaining


@pytest.mark.parametrize(
    ("named", "headers"),
    [
        ({}, {}),
        ({}, {"X-Account": "default"}),
        ({"account": "default"}, {}),
        ({"account": None, "market": None, "photos": None, "dry_run": None}, {}),
        ({"market": "HOST"}, {}),
        ({"market": "http://HOST/"}, {}),
        ({"market": "", "material": "", "job_id": ""}, {}),
        ({"title": "Hoodie&nbsp;\n Diesel ", "price": "35,00 €"}, {}),
    ],
    ids=str,
)
async def test_what_names_its_defaults_is_the_same_request(
    service: Inside, client: httpx.AsyncClient, named: dict[str, Any], headers: dict[str, str]
) -> None:
    """Its first one still runs, and nothing is taken of the rate."""
    await _prepare(client, "defaults", LISTING)
    before, host = _left(service), service.parts.core.market.partition("://")[2]
    filled = {
        name: value.replace("HOST", host) if isinstance(value, str) else value
        for name, value in named.items()
    }
    again = await _prepare(client, "defaults", LISTING | filled, **headers)
    assert again.status_code == 409, again.text
    assert again.json()["code"] == "idempotency_request_in_progress"
    assert _left(service) == before


async def test_while_it_runs_the_job_is_named_and_when_to_ask_again(
    client: httpx.AsyncClient,
) -> None:
    first = await _prepare(client, "named", LISTING)
    again = await _prepare(client, "named", LISTING)
    place = f"/vinted/jobs/{first.json()['job_id']}"
    assert (again.status_code, again.headers["location"]) == (409, place)
    assert int(again.headers["retry-after"]) > 0
    assert (await client.get(place)).json()["job_id"] == again.json()["job_id"]


async def test_prefer_holds_it_until_the_job_is_through(
    service: Inside, client: httpx.AsyncClient
) -> None:
    job_id = (await _prepare(client, "held", LISTING)).json()["job_id"]
    held = asyncio.create_task(_prepare(client, "held", LISTING, Prefer="wait=30"))
    await service.watchers(1)
    result = Result(outcome=Outcome.NOT_READY, reason="questions")
    done = Change(JobState.AWAITING_ANSWERS, result=result)
    assert await service.parts.core.events.change(job_id, 1, done)
    answer = await held
    assert (answer.status_code, answer.json()["outcome"]) == (200, "not_ready")
    assert answer.headers["idempotent-replayed"] == "true"
    assert answer.headers["preference-applied"] == "wait=30"


async def test_a_failure_that_is_answered_again_says_that_nothing_was_tried_anew(
    service: Inside, client: httpx.AsyncClient
) -> None:
    job_id = (await _prepare(client, "failed", LISTING)).json()["job_id"]
    ended = Change(JobState.FAILED, result=results.failed("site_unreachable"))
    assert await service.parts.core.events.change(job_id, 1, ended)
    again = await _prepare(client, "failed", LISTING)
    assert (again.status_code, again.json()["code"]) == (502, "site_unreachable")
    assert again.headers["content-type"] == "application/problem+json"
    assert again.headers["idempotent-replayed"] == "true"
    taken_back = (await _prepare(client, "taken-back", LISTING)).json()["job_id"]
    assert (await client.delete(f"/vinted/jobs/{taken_back}")).status_code == 200
    again = await _prepare(client, "taken-back", LISTING)
    assert (again.status_code, again.json()["code"]) == (409, "job_cancelled")
    assert again.headers["idempotent-replayed"] == "true"


async def test_only_a_result_can_be_other_than_asked(
    service: Inside, client: httpx.AsyncClient
) -> None:
    job_id = (await _prepare(client, "asked", LISTING)).json()["job_id"]
    place = f"/vinted/jobs/{job_id}"
    going_on = (await client.get(place)).json()
    assert (going_on["state"], going_on["ok"], going_on["outcome"]) == ("queued", True, None)
    cancelled = (await client.delete(place)).json()
    assert (cancelled["state"], cancelled["ok"]) == ("cancelled", True)
    other = (await _prepare(client, "not-as-asked", LISTING)).json()["job_id"]
    ended = Change(JobState.FAILED, result=results.failed("site_unreachable"))
    assert await service.parts.core.events.change(other, 1, ended)
    failed = (await client.get(f"/vinted/jobs/{other}")).json()
    assert (failed["state"], failed["ok"]) == ("failed", False)


async def test_prefer_holds_it_no_longer_than_it_says(client: httpx.AsyncClient) -> None:
    await _prepare(client, "brief", LISTING)
    again = await _prepare(client, "brief", LISTING, Prefer="wait=1")
    assert (again.status_code, again.json()["code"]) == (409, "idempotency_request_in_progress")


async def test_the_other_transport_repeats_it_too(client: httpx.AsyncClient) -> None:
    first = await _prepare(client, "both", LISTING | {"title": "AT&amp;T"})
    given = LISTING | {"title": "AT&#38;T", "account": "default", "idempotencyKey": "both"}
    body = {"query": PREPARE, "variables": {"input": given}}
    again = (await client.post("/graphql", json=body)).json()["data"]["prepareListing"]
    assert again == {"job": {"id": first.json()["job_id"]}, "replayed": True}


@pytest.mark.parametrize(
    "named",
    [{"account": "second"}, {"title": "Hoodie"}, {"dry_run": False}, {"material": "coton"}],
    ids=str,
)
async def test_what_asks_for_something_else_is_another_request(
    client: httpx.AsyncClient, named: dict[str, Any]
) -> None:
    await _prepare(client, "others", LISTING)
    again = await _prepare(client, "others", LISTING | named)
    assert (again.status_code, again.json()["code"]) == (422, "idempotency_key_reused")


async def test_of_two_at_once_one_is_taken_and_paid_for(
    service: Inside, client: httpx.AsyncClient
) -> None:
    before = _left(service)
    both = await asyncio.gather(*(_prepare(client, "at-once", LISTING) for _ in range(2)))
    assert sorted(each.status_code for each in both) == [202, 409]
    assert _left(service) == before - 1


async def test_what_another_run_stands_against_costs_nothing(
    service: Inside, client: httpx.AsyncClient
) -> None:
    job = (await _prepare(client, "running", LISTING)).json()["job_id"]
    before = _left(service)
    answered = await client.post(f"/vinted/jobs/{job}/answers", json={"answers": {"size": "L"}})
    assert (answered.status_code, answered.json()["code"]) == (409, "job_running")
    assert _left(service) == before

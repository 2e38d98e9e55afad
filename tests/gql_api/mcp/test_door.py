"""An agent at `/mcp` of a service with keys: what it may do, and what it is not told."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.serving import Serving, serving
from tests.gql_api.mcp.agents import UNSURE, Agent, over_http, over_stdio
from tests.subjects.people import command

OWNER = "the-key-of-the-owner"
PUBLISH = """mutation ($input: PublishListingInput!) {
  publishListing(input: $input) { ... on MutationError { code } }
}"""
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
MODERN = {"Accept": "application/json, text/event-stream"}


@dataclass
class Shop:
    """A service whose owner has a key that may do everything, and its agent one that may not."""

    served: Serving
    agents_key: str

    async def token(self, job_id: str) -> str:
        """The yes that the owner could give now."""
        return str((await self.served.job(job_id))["confirm_token"])


@pytest.fixture(scope="module")
async def shop(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shop]:
    folder = tmp_path_factory.mktemp("agents")
    async with serving(folder, API_KEYS=OWNER, MCP_ENABLED="true") as served:
        served.http.headers["Authorization"] = f"Bearer {OWNER}"
        assert (await served.sign_in()).status_code == 200
        key = await command(folder, "keys", "create", "agent", "--scope", "prepare")
        yield Shop(served, key)


async def test_an_agent_does_all_but_the_yes(shop: Shop) -> None:
    url, key, tokens = shop.served.url, shop.agents_key, set[str]()
    async with over_http(url, key) as agent:
        begun = await agent.call("prepare_listing", **UNSURE, wait_seconds=0)
        job_id, seen = begun["job_id"], begun["last_seq"]
        asked = await agent.call("look_at_job", job_id=job_id, after=seen, wait_seconds=110)
        assert min(event["seq"] for event in asked["events"]) > seen
        (question,) = asked["questions"]
        assert (asked["state"], question["field"]) == ("awaiting_answers", "size")
        size = next(each for each in question["candidates"] if each["label"] == "L")
        answers = {"size": size["option_id"]}
        prepared = await agent.call("answer_questions", job_id=job_id, answers=answers)
        assert (prepared["state"], prepared["revision"]) == ("awaiting_confirmation", 2)
        assert [each["name"] for each in prepared["fields"]] == ["size"]
        tokens.add(await shop.token(job_id))
        corrected = await agent.call("correct_listing", job_id=job_id, price=30, size="M")
        assert {each["name"]: each["chosen"] for each in corrected["fields"]} == {
            "price": "30,00\xa0€", "size": "M",
        }  # fmt: skip
        tokens.add(await shop.token(job_id))
        since = await agent.call("look_at_job", job_id=job_id, after=prepared["last_seq"])
        assert {event["revision"] for event in since["events"]} == {3}
        after = corrected["last_seq"]
        quiet = await agent.call("look_at_job", job_id=job_id, after=after, wait_seconds=5)
        assert (quiet["changed"], set(quiet)) == (
            False, {"job_id", "changed", "state", "last_seq"},
        )  # fmt: skip
        await _is_kept_from_publishing(shop, agent, job_id)
        heard = "".join(agent.heard)
    assert len(tokens) == 2
    for secret in (*tokens, OWNER, key, "confirm_token", "confirmToken", "fc_", "access_token"):
        assert secret not in heard


async def _is_kept_from_publishing(shop: Shop, agent: Agent, job_id: str) -> None:
    """By any tool, and by the API with the agent's key, although that shows it the token."""
    tried: dict[str, dict[str, Any]] = {
        "ask_to_publish": {"job_id": job_id},
        "look_at_job": {"job_id": job_id, "after": 0},
        "list_jobs": {},
        "suggest_options": {"field": "brand", "text": "Dies", "job_id": job_id},
        "account_status": {"check": True},
        "list_photos": {},
        "answer_questions": {"job_id": job_id, "answers": {"publish": "true", "dry_run": "false"}},
        "correct_listing": {"job_id": job_id, "answers": {"dry_run": "false"}},
        "prepare_listing": {**UNSURE, "size": "L", "dry_run": False},
        "cancel_job": {"job_id": job_id},
    }
    assert set(tried) == set(await agent.tools())
    token = await shop.token(job_id)
    async with httpx.AsyncClient(base_url=shop.served.url) as http:
        http.headers["Authorization"] = f"Bearer {shop.agents_key}"
        yes = {"confirm_token": token, "dry_run": False}
        answer = await http.post("/vinted/listings/publish", json=yes)
        assert (answer.status_code, answer.json()["code"]) == (403, "missing_scope")
        given = {"input": {"confirmToken": token, "dryRun": False}}
        answer = await http.post("/graphql", json={"query": PUBLISH, "variables": given})
        assert answer.json()["data"]["publishListing"]["code"] == "missing_scope"
    asked = await agent.call("ask_to_publish", job_id=job_id)
    assert (asked["published"], asked["revision"]) == (False, 3)
    assert asked["link"] == f"{shop.served.url}/fripier#/jobs/{job_id}"
    page = await shop.served.http.get(asked["link"])
    assert page.status_code == 200
    for name, arguments in tried.items():
        await agent.tried(name, **arguments)
    assert (await shop.served.ledger())["items"] == []
    jobs = (await shop.served.http.get("/vinted/jobs")).json()["jobs"]
    assert {job["kind"] for job in jobs} == {"prepare"}


async def test_older_clients_are_answered_as_well(shop: Shop) -> None:
    async with over_http(shop.served.url, shop.agents_key, mode="legacy") as agent:
        assert "prepare_listing" in await agent.tools()
        assert (await agent.call("account_status"))["state"] == "valid"


async def test_refusals_are_the_products_with_code_field_and_cure(shop: Shop) -> None:
    async with over_http(shop.served.url, shop.agents_key, **{"Accept-Language": "fr"}) as agent:
        unknown = await agent.refused("prepare_listing", title="x", invented=1)
        assert [each["field"] for each in unknown["problems"]] == [
            "price", "description", "invented",
        ]  # fmt: skip
        price = await agent.refused("prepare_listing", **{**UNSURE, "price": "1,000"})
        assert (price["code"], price["field"]) == ("invalid_input", "price")
        assert "se lit de deux façons" in price["message"]
        away = await agent.refused("prepare_listing", **UNSURE, account="other")
        assert (away["code"], away["link"]) == (
            "session_required", f"{shop.served.url}/fripier#/connect/other",
        )  # fmt: skip
        assert (await agent.refused("look_at_job", job_id="none"))["code"] == "job_not_found"
        assert (await agent.refused("ask_to_publish", job_id="../x"))["field"] == "job_id"
        sizes = await agent.refused("suggest_options", field="size", text="L")
        assert sizes["field"] == "category_id"
        found = await agent.call("suggest_options", field="brand", text="Dies")
        assert found["options"][0]["label"] == "Diesel"
        for absent in (agent.client.list_resources, agent.client.list_prompts):
            with pytest.raises(Exception, match=r"(?i)method not found"):
                await absent()


async def test_a_key_that_may_publish_is_not_taken_from_an_agent(
    shop: Shop, tmp_path: Path
) -> None:
    async with over_http(shop.served.url, OWNER) as agent:
        refused = await agent.refused("list_jobs")
        assert refused["code"] == "key_may_publish"
        assert "fripier keys create agent --scope prepare" in refused["message"]
    async with over_stdio(shop.served.url, tmp_path, FRIPIER_KEY=OWNER) as agent:
        assert (await agent.refused("list_jobs"))["code"] == "key_may_publish"
        assert OWNER not in "".join(agent.heard)


async def _post(shop: Shop, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=shop.served.url) as http:
        return await http.post("/mcp", json=LIST, headers={**MODERN, **headers})


async def test_the_door_has_the_rules_of_every_other_route(shop: Shop) -> None:
    key = {"Authorization": f"Bearer {shop.agents_key}"}
    answer = await _post(shop, **key)
    assert (answer.status_code, answer.headers["RateLimit"][:12]) == (200, '"operations"')
    assert "set-cookie" not in answer.headers
    assert len(json.loads(answer.text)["result"]["tools"]) == 10

    nobody = await _post(shop)
    assert (nobody.status_code, nobody.json()["code"]) == (401, "unauthenticated")
    rebound = await _post(shop, **key, Host="evil.example:5000")
    assert (rebound.status_code, rebound.json()["code"]) == (403, "host_not_allowed")
    signed = {"key": shop.agents_key}
    async with httpx.AsyncClient(base_url=shop.served.url) as page:
        page.headers["Origin"] = shop.served.url
        assert (await page.post("/console/session", json=signed)).status_code == 200
        carried = await page.post("/mcp", json=LIST, headers=MODERN)
        assert (carried.status_code, carried.json()["code"]) == (401, "unauthenticated")
        held = await page.get("/mcp", headers={**MODERN, **key})
        assert (held.status_code, held.headers["Allow"]) == (405, "POST")
        much = await page.post("/mcp", content=b"[" * 1_100_000, headers={**MODERN, **key})
        assert (much.status_code, much.json()["code"]) == (413, "body_too_large")

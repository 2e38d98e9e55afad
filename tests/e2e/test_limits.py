"""The limits over the whole service: publishes in a minute, in a day, and an account's rest."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from browser.standin import serve_standin
from gql_api.bootstrap.worker import BROWSER_JOBS
from gql_api.cli.demo.photos import hoodie

from .serving import LISTING, Serving, serving

PUBLISH = """
mutation($input: PublishListingInput!) {
  publishListing(input: $input) {
    __typename
    ... on PublishListingSuccess { job { id state slotAt } }
    ... on Error { code message }
  }
}
"""
CANCEL = """
mutation($input: CancelJobInput!) {
  cancelJob(input: $input) { ... on CancelJobSuccess { job { state } } ... on Error { code } }
}
"""
JOB = "query($id: ID!) { job(id: $id) { state slotAt } }"


async def _tokens(served: Serving, count: int) -> list[str]:
    await served.sign_in()
    photo = await served.upload(hoodie(30))
    prepared = [await served.prepare(photos=[photo]) for _ in range(count)]
    return [each["confirm_token"] for each in prepared]


async def _graphql(served: Serving, query: str, **variables: Any) -> dict[str, Any]:
    body = {"query": query, "variables": variables}
    return dict((await served.http.post("/graphql", json=body)).json()["data"])


async def _until(ask: Callable[[], Any], state: str) -> dict[str, Any]:
    while (job := (await ask())["job"])["state"] != state:
        assert job["state"] in ("QUEUED", "RUNNING", "WAITING_FOR_SLOT")
    return dict(job)


async def test_a_full_minute_is_refused_by_rest_and_waited_for_by_graphql(tmp_path: Path) -> None:
    async with serving(tmp_path, PUBLISH_PER_MINUTE="1") as served:
        first, second = await _tokens(served, 2)
        assert (await served.publish(first)).json()["outcome"] == "published"
        refused = await served.publish(second)
        assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
        assert 0 < int(refused.headers["Retry-After"]) <= 60
        assert "r=0" in refused.headers["RateLimit"]
        dry = await served.publish(second, dry_run=True)
        assert dry.json()["outcome"] == "checked"

        given = {"confirmToken": second, "dryRun": False}
        accepted = (await _graphql(served, PUBLISH, input=given))["publishListing"]
        job_id = accepted["job"]["id"]
        waiting = await _until(lambda: _graphql(served, JOB, id=job_id), "WAITING_FOR_SLOT")
        assert waiting["slotAt"] is not None
        cancelled = await _graphql(served, CANCEL, input={"jobId": job_id})
        assert cancelled["cancelJob"]["job"]["state"] == "CANCELLED"
        live = [item for item in (await served.ledger())["items"] if not item["draft"]]
        assert len(live) == 1


async def test_publishes_that_wait_keep_nobody_else_waiting(tmp_path: Path) -> None:
    async with serving(tmp_path, PUBLISH_PER_MINUTE="1") as served:
        waiting = []
        for number in range(BROWSER_JOBS + 2):
            await served.sign_in(account=f"seller-{number}")
            photo = await served.upload(hoodie(number))
            prepared = await served.prepare(account=f"seller-{number}", photos=[photo])
            given = {"confirmToken": prepared["confirm_token"], "dryRun": False}
            accepted = await _graphql(served, PUBLISH, input=given)
            waiting.append(accepted["publishListing"]["job"]["id"])
        for job_id in waiting[1:]:
            await _until(partial(_graphql, served, JOB, id=job_id), "WAITING_FOR_SLOT")
        await served.sign_in()
        assert (await served.prepare())["outcome"] == "prepared"
        assert (await served.prepare(account="seller-1"))["outcome"] == "prepared"
        assert (await served.job(waiting[1]))["state"] == "waiting_for_slot"


async def test_a_day_has_so_many_listings(tmp_path: Path) -> None:
    async with serving(tmp_path, DAILY_LISTINGS="1") as served:
        first, second = await _tokens(served, 2)
        assert (await served.publish(first)).json()["outcome"] == "published"
        refused = await served.publish(second)
        assert (refused.status_code, refused.json()["code"]) == (429, "daily_budget_reached")
        assert int(refused.headers["Retry-After"]) > 80_000


async def test_an_account_rests_after_a_challenge(tmp_path: Path) -> None:
    async with serving(tmp_path, COOLDOWN_MINUTES="60") as served:
        await served.sign_in()
        await served.faults(challenge="datadome", challenge_at="navigation")
        assert (await served.prepare())["outcome"] == "needs_manual"
        await served.http.delete(f"{served.market}/__standin__/faults")
        refused = await served.http.post("/vinted/listings/prepare", json=dict(LISTING))
        assert (refused.status_code, refused.json()["code"]) == (409, "account_cooling_down")
        assert "retry_at" in refused.json()


async def test_the_hard_stop_counts_for_what_was_accepted_before_it(tmp_path: Path) -> None:
    async with serve_standin() as market:
        env = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url, "PUBLISH_PER_MINUTE": "1"}
        async with serving(tmp_path, **env) as served:
            first, second = await _tokens(served, 2)
            assert (await served.publish(first)).json()["outcome"] == "published"
            given = {"confirmToken": second, "dryRun": False}
            accepted = (await _graphql(served, PUBLISH, input=given))["publishListing"]
            job_id = accepted["job"]["id"]
            await _until(lambda: _graphql(served, JOB, id=job_id), "WAITING_FOR_SLOT")
            await served.kill()
        stopped = env | {"PUBLISH_PER_MINUTE": "60", "PUBLISH_ENABLED": "false"}
        async with serving(tmp_path, **stopped) as served:
            await _until(lambda: _graphql(served, JOB, id=job_id), "FAILED")
            assert (await served.job(job_id))["problem"]["code"] == "publish_disabled"
        assert len(market.state.live_items) == 1


async def test_publishing_can_be_switched_off(tmp_path: Path) -> None:
    async with serving(tmp_path, PUBLISH_ENABLED="false") as served:
        (token,) = await _tokens(served, 1)
        refused = await served.publish(token)
        assert (refused.status_code, refused.json()["code"]) == (403, "publish_disabled")
        assert (await served.publish(token, dry_run=True)).json()["outcome"] == "checked"

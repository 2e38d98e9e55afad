"""The yes, over the whole service: kept after a challenge, used once, found again when lost."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from gql_api.cli.demo.photos import hoodie

from .serving import LISTING, Serving, serving

SUBSCRIBE = (
    "subscription($id: ID!, $after: Int!) "
    "{ listingProgress(jobId: $id, after: $after) { seq state outcome } }"
)


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    env = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600"}
    async with serving(tmp_path_factory.mktemp("publishing"), **env) as served:
        yield served


@pytest.fixture
async def served(shared: Serving) -> Serving:
    """The service on a market as new; a banner at the very press is `test_late_banner`'s."""
    await shared.http.post(f"{shared.market}/__standin__/reset")
    await shared.faults(cookie_banner=False)
    assert (await shared.sign_in()).json()["state"] == "valid"
    return shared


async def _token(served: Serving, **more: Any) -> str:
    prepared = await served.prepare(photos=[await served.upload(hoodie(30))], **more)
    return str(prepared["confirm_token"])


async def _items(served: Serving) -> list[dict[str, Any]]:
    return [item for item in (await served.ledger())["items"] if not item["draft"]]


async def _drafts(served: Serving) -> list[dict[str, Any]]:
    ledger = await served.ledger()
    return ledger.get("drafts") or [item for item in ledger["items"] if item["draft"]]


async def _graphql(served: Serving, query: str, **variables: Any) -> dict[str, Any]:
    body = {"query": query, "variables": variables}
    answer = (await served.http.post("/graphql", json=body)).json()
    assert "errors" not in answer, answer
    return dict(answer["data"])


async def test_after_a_challenge_the_same_token_publishes(served: Serving) -> None:
    token = await _token(served)
    await served.faults(challenge="datadome", challenge_at="after_publish")
    stopped = (await served.publish(token, key="1")).json()
    assert (stopped["ok"], stopped["needs_manual"], stopped["dry_run"]) == (True, True, False)
    assert stopped["reason"] == "captcha_or_verification"
    assert await _items(served) == []
    await served.http.delete(f"{served.market}/__standin__/faults")
    assert (await served.publish(token, key="1")).json() == stopped
    assert (await served.publish(token, key="2")).json()["outcome"] == "published"
    assert len(await _items(served)) == 1


async def test_a_challenge_while_filling_stops_and_the_next_try_goes_well(
    served: Serving,
) -> None:
    await served.faults(challenge="datadome", challenge_at="after_category")
    stopped = await served.prepare()
    assert (stopped["ok"], stopped["outcome"]) == (True, "needs_manual")
    assert "confirm_token" not in stopped
    await served.http.delete(f"{served.market}/__standin__/faults")
    assert (await served.prepare())["outcome"] == "prepared"


async def test_a_draft_is_corrected_twice_and_published_from_the_same_draft(
    served: Serving,
) -> None:
    photo = await served.upload(hoodie(30))
    first = await served.prepare(photos=[photo], dry_run=False)
    assert first["outcome"] == "draft_saved"
    context = first["draft_context"]
    assert first["preview_url"].endswith(f"/items/{context['draft_id']}/edit")
    corrected = first
    for price in (32, "29.50"):
        corrected = await served.prepare(
            photos=[photo], dry_run=False, price=price, job_id=context["job_id"]
        )
        assert corrected["draft_context"]["draft_id"] == context["draft_id"]
    assert len(await _drafts(served)) == 1
    old = await served.publish(first["confirm_token"])
    assert (old.status_code, old.json()["code"]) == (409, "content_changed")
    published = (await served.publish(corrected["confirm_token"])).json()
    assert published["outcome"] == "published"
    assert await _drafts(served) == []
    (item,) = await _items(served)
    assert str(item["id"]) == published["listing_id"]
    assert float(item["price"]) == 29.5


async def test_a_publish_is_neither_corrected_nor_answered_so_that_it_clicks_without_a_yes(
    served: Serving,
) -> None:
    checked = (await served.publish(await _token(served), dry_run=True)).json()
    body = {**LISTING, "job_id": checked["job_id"], "dry_run": False}
    corrected = await served.http.post("/vinted/listings/prepare", json=body)
    answers = {"answers": {"condition": "3"}}
    path = f"/vinted/jobs/{checked['job_id']}/answers"
    for answer in (corrected, await served.http.post(path, json=answers)):
        assert (answer.status_code, answer.json()["code"]) == (409, "not_a_preparation")
    assert await _items(served) == []
    assert (await served.job(checked["job_id"]))["outcome"] == "checked"


@pytest.mark.parametrize("fault", ["lost_answer", "error_after"])
async def test_a_lost_answer_is_found_in_the_wardrobe(served: Serving, fault: str) -> None:
    token = await _token(served, title=f"Timbre {fault.replace('_', ' ')}")
    await served.faults(publish_fault=fault, publish_fault_times=1)
    published = (await served.publish(token)).json()
    (item,) = await _items(served)
    assert published["outcome"] == "published", published
    assert published["listing_id"] == str(item["id"])


@pytest.mark.parametrize("cut", [0, 1], ids=["every answer lost", "the last one answered"])
async def test_every_copy_that_the_browser_sent_by_itself_is_told(
    served: Serving, cut: int
) -> None:
    # Of one content the copies of every earlier click would be told, too.
    token = await _token(served, title=f"Timbre sent anew, {cut} answered")
    await served.faults(publish_fault="reset_after", publish_fault_times=cut)
    told = (await served.publish(token, key=f"copies-{cut}")).json()
    if told["outcome"] == "published":
        # The one answer that came is told at once, and copies are looked for after it.
        assert (cut, told["ok"]) == (1, True), told
        async with asyncio.timeout(30):
            while (await served.job(told["job_id"]))["outcome"] == "published":
                await asyncio.sleep(0.1)
        receipt = (await served.http.get(f"/vinted/jobs/{told['job_id']}/receipt")).json()
        assert receipt["members"]["answer"]["outcome"] == "duplicated"
        assert len(receipt["superseded"]) == 1
        told = (await served.publish(token, key=f"copies-{cut}")).json()
    assert (told["ok"], told["outcome"]) == (False, "duplicated"), told
    ids = {str(item["id"]) for item in await _items(served)}
    assert len(ids) > 1
    assert {url.rpartition("/")[2].partition("-")[0] for url in told["listing_urls"]} == ids
    again = await served.publish(token)
    assert (again.status_code, again.json()["code"]) == (409, "already_published")


async def test_an_unknown_outcome_is_replayed_as_what_it_has_become(served: Serving) -> None:
    token = await _token(served, title="Timbre that is late")
    await served.faults(publish_fault="lost_answer", publish_fault_times=1, wardrobe_delay=24.0)
    unknown = (await served.publish(token, key="late")).json()
    assert (unknown["ok"], unknown["outcome"]) == (False, "outcome_unknown"), unknown
    assert unknown["reason"] == "not_seen_yet"
    job = await served.job(unknown["job_id"])
    assert (job["state"], job["outcome"]) == ("done", "outcome_unknown")
    async with asyncio.timeout(60):
        while (await served.job(unknown["job_id"]))["outcome"] == "outcome_unknown":
            await asyncio.sleep(0.5)
    (item,) = await _items(served)
    replayed = (await served.publish(token, key="late")).json()
    assert (replayed["outcome"], replayed["listing_id"]) == ("published", str(item["id"]))
    used = await served.publish(token)
    assert (used.status_code, used.json()["code"]) == (409, "already_published")


async def _looked_again(served: Serving, job: dict[str, Any]) -> dict[str, Any]:
    query = """mutation ($id: ID!) { lookAgain(input: {jobId: $id}) {
      ... on LookAgainSuccess { job { result { outcome reason } } }
      ... on Error { code }
    } }"""
    body = {"query": query, "variables": {"id": job["job_id"]}}
    answer = await served.http.post("/graphql", json=body)
    return dict(answer.json()["data"]["lookAgain"])


async def test_what_cannot_be_looked_up_is_unknown_until_a_person_tells(served: Serving) -> None:
    # An account of its own: looks for what other tests left would meet the challenge first.
    member = {"cookie": "blocked-session", "login": "blocked"}
    await served.http.post(f"{served.market}/__standin__/accounts", json=member)
    await served.sign_in("access_token_web=blocked-session", account="blocked")
    token = await _token(served, title="Timbre not looked up", account="blocked")
    await served.faults(
        publish_fault="error_before",
        publish_fault_times=1,
        challenge="hard_block",
        challenge_at="navigation",
    )
    unknown = (await served.publish(token)).json()
    assert (unknown["ok"], unknown["outcome"]) == (False, "outcome_unknown"), unknown
    assert unknown["reason"] == "captcha_or_verification"
    again = await served.publish(token)
    assert (again.status_code, again.json()["code"]) == (409, "outcome_unknown")
    assert await _looked_again(served, unknown) == {"code": "needs_manual"}
    await served.http.delete(f"{served.market}/__standin__/faults")
    result = {"outcome": "OUTCOME_UNKNOWN", "reason": "not_seen_yet"}
    assert await _looked_again(served, unknown) == {"job": {"result": result}}
    path = f"/vinted/jobs/{unknown['job_id']}/resolve"
    resolved = await served.http.post(path, json={"not_there": True})
    assert resolved.status_code == 200, resolved.text
    assert await _looked_again(served, unknown) == {"code": "not_unknown"}
    assert (await served.publish(token)).json()["outcome"] == "published"
    assert len(await _items(served)) == 1


async def test_one_token_at_the_same_time_publishes_once(served: Serving) -> None:
    token = await _token(served)
    answers = await asyncio.gather(*(served.publish(token) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409]
    codes = {answer.json()["code"] for answer in answers if answer.status_code == 409}
    assert codes <= {"publish_in_progress", "already_published"}
    assert len(await _items(served)) == 1


async def test_one_key_at_the_same_time_is_one_job(served: Serving) -> None:
    token = await _token(served)
    answers = await asyncio.gather(*(served.publish(token, key="same") for _ in range(5)))
    done = [answer.json() for answer in answers if answer.status_code == 200]
    assert done
    assert all(answer == done[0] for answer in done)
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert (await served.publish(token, key="same")).json() == done[0]
    assert len(await _items(served)) == 1


async def test_a_session_that_ends_in_the_middle_is_named(served: Serving) -> None:
    await served.faults(unauthorized_at="category")
    answer = await served.http.post("/vinted/listings/prepare", json=dict(LISTING))
    assert (answer.status_code, answer.json()["code"]) == (401, "session_expired")
    assert (await served.http.get("/vinted/auth/check")).status_code == 200


async def test_nothing_is_filled_on_another_members_page(served: Serving) -> None:
    await served.faults(header_login="someone-else")
    answer = await served.http.post("/vinted/listings/prepare", json=dict(LISTING))
    assert (answer.status_code, answer.json()["code"]) == (409, "account_mismatch")
    typed = [each for each in (await served.ledger())["events"] if each["type"] == "input"]
    assert typed == []


async def test_a_yes_of_one_member_is_not_carried_out_as_another(served: Serving) -> None:
    token = await _token(served)
    account = {"cookie": "marie-session", "login": "marie"}
    await served.http.post(f"{served.market}/__standin__/accounts", json=account)
    assert (await served.sign_in("access_token_web=marie-session")).json()["username"] == "marie"
    answer = await served.publish(token)
    assert (answer.status_code, answer.json()["code"]) == (409, "account_mismatch")
    assert await _items(served) == []


async def test_a_running_preparation_is_cancelled_within_two_seconds(served: Serving) -> None:
    await served.faults(photo_delay=30.0)
    photo = await served.upload(hoodie(30))
    asked = asyncio.create_task(
        served.http.post("/vinted/listings/prepare", json={**LISTING, "photos": [photo]})
    )
    query = "{ jobs(first: 1) { edges { node { id state step } } } }"
    async with asyncio.timeout(30):
        node: dict[str, Any] = {"step": None, "state": "DONE"}
        while (node["state"], node["step"]) != ("RUNNING", "PHOTOS"):
            await asyncio.sleep(0.1)
            # There is none until the call was read: on a busy machine that is later than the look.
            for edge in (await _graphql(served, query))["jobs"]["edges"]:
                node = edge["node"]
    started = asyncio.get_running_loop().time()
    cancelled = await served.http.delete(f"/vinted/jobs/{node['id']}")
    assert cancelled.json()["state"] == "cancelled"
    await served.http.delete(f"{served.market}/__standin__/faults")
    # The account is free again when the next job is through.
    assert (await served.prepare())["outcome"] == "prepared"
    assert asyncio.get_running_loop().time() - started < 20
    assert (await asked).status_code in (200, 202, 409)


async def test_a_subscriber_who_comes_again_misses_nothing(served: Serving) -> None:
    prepared = await served.prepare()
    job_id = prepared["draft_context"]["job_id"]
    url = f"{served.url.replace('http', 'ws')}/graphql"

    async def follow(after: int, most: int) -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = []
        async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
            await socket.send('{"type":"connection_init"}')
            payload = {"query": SUBSCRIBE, "variables": {"id": job_id, "after": after}}
            await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
            async for text in socket:
                message = json.loads(text)
                if message["type"] == "next":
                    events.append(message["payload"]["data"]["listingProgress"])
                if message["type"] == "complete" or len(events) == most:
                    break
        return events

    early = await follow(0, 4)
    late = await follow(early[-1]["seq"], 1000)
    assert [event["seq"] for event in early + late] == list(range(1, len(early + late) + 1))
    assert late[-1]["outcome"] == "PREPARED"
    assert await follow(late[-1]["seq"], 1000) == []

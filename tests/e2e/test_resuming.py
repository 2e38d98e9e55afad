"""After a challenge: what stood there is told, the account rests, and a person's word ends that."""

import base64
from collections.abc import AsyncIterator
from datetime import datetime

import httpx
import pytest

from gql_api.cli.demo.photos import hoodie

from .serving import Serving, serving

BLOCK = {"challenge": "hard_block", "challenge_at": "navigation", "block_words": "fr_formal"}
HEADING = "Votre session a été bloquée"
RESUME = """mutation { resumeAccount(input: {}) { __typename
  ... on ResumeAccountSuccess { session { authenticated restingUntil obstacle { kind } } }
  ... on Error { code message } } }"""


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    env = {
        "PREPARES_PER_MINUTE": "600",
        "PUBLISH_PER_MINUTE": "60",
        "COOLDOWN_MINUTES": "60",
    }
    async with serving(tmp_path_factory.mktemp("resuming"), **env) as served:
        yield served


async def challenged(served: Serving) -> tuple[str, str, httpx.Response]:
    """A yes that met a block page: its token, its preparation, and the answer."""
    await served.http.post(f"{served.market}/__standin__/reset")
    await served.sign_in()
    photo = await served.upload(hoodie(47))
    prepared = await served.prepare(photos=[photo])
    await served.sign_in()  # a newer session: the parked form is the older one's
    await served.faults(**BLOCK)
    return (
        prepared["confirm_token"],
        prepared["job_id"],
        await served.publish(prepared["confirm_token"]),
    )


async def asked(served: Serving) -> int:
    """How much the site was asked for, page furniture aside."""
    requests = (await served.ledger())["requests"]
    return sum(row["kind"] != "asset" for row in requests)


async def test_a_block_is_shown_and_the_site_is_left_alone_until_a_person_acts(
    shared: Serving,
) -> None:
    token, prepared, answer = await challenged(shared)
    told = answer.json()
    assert (told["needs_manual"], told["reason"]) == (True, "captcha_or_verification")
    assert told["obstacle"] == {"kind": "blocked", "heading": HEADING}
    picture = base64.b64decode(told["screenshot_b64"])
    assert picture[:2] == b"\xff\xd8"
    assert len(picture) <= 400_000
    assert (await shared.http.get(told["picture_url"])).content == picture

    before = await asked(shared)
    known = (await shared.http.get("/vinted/auth/check")).json()
    assert (known["authenticated"], known["state"]) == (False, "challenged")
    assert known["obstacle"]["heading"] == HEADING
    assert (await shared.http.get(known["picture_url"])).content == picture
    refused = await shared.publish(token)
    assert (refused.status_code, refused.json()["code"]) == (409, "account_cooling_down")
    assert await asked(shared) == before

    again = await shared.http.post("/vinted/auth/resume", json={"account": None})
    assert (again.status_code, again.json()["code"]) == (409, "cooling_down")
    assert again.json()["obstacle"] == {"kind": "blocked", "heading": HEADING}
    waits = (await shared.job(prepared))["draft_context"]["expires_at"]
    rests = datetime.fromisoformat(again.json()["resting_until"])
    assert (datetime.fromisoformat(waits) - rests).total_seconds() == pytest.approx(900, abs=1)

    await shared.faults(challenge="none")
    resumed = await shared.http.post("/vinted/auth/resume", json={"account": None})
    assert resumed.status_code == 200, resumed.text
    assert (resumed.json()["authenticated"], resumed.json()["resting_until"]) == (True, None)
    assert resumed.json()["obstacle"] is None
    published = (await shared.publish(token)).json()
    assert published["outcome"] == "published", published


async def test_the_same_over_graphql_and_by_saving_a_session(shared: Serving) -> None:
    token, _, _ = await challenged(shared)
    answer = await shared.http.post("/graphql", json={"query": RESUME})
    assert answer.json()["data"]["resumeAccount"]["code"] == "cooling_down"
    await shared.faults(challenge="none")
    answer = await shared.http.post("/graphql", json={"query": RESUME})
    found = answer.json()["data"]["resumeAccount"]["session"]
    assert found == {"authenticated": True, "restingUntil": None, "obstacle": None}

    await shared.faults(**BLOCK)
    saved = (await shared.sign_in()).json()
    assert (saved["persisted"], saved["needs_manual"], saved["state"]) == (True, True, "challenged")
    assert saved["obstacle"] == {"kind": "blocked", "heading": HEADING}
    assert saved["screenshot_b64"]
    assert saved["resting_until"]
    await shared.faults(challenge="none")
    assert (await shared.sign_in()).json()["resting_until"] is None
    assert (await shared.publish(token)).json()["outcome"] == "published"


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("moment", ["photos", "publish"])
async def test_a_log_out_is_the_same_at_prepare_and_at_publish(
    shared: Serving, moment: str, status: int
) -> None:
    await shared.http.post(f"{shared.market}/__standin__/reset")
    await shared.sign_in()
    photo = await shared.upload(hoodie(47))
    prepared = await shared.prepare(photos=[photo])
    await shared.faults(unauthorized_at=moment, unauthorized_as=status)
    if moment == "publish":
        refused = await shared.publish(prepared["confirm_token"])
    else:
        body = {"title": "Hoodie", "price": 35, "description": "Bon", "photos": [photo]}
        refused = await shared.http.post("/vinted/listings/prepare", json=body)
    assert (refused.status_code, refused.json()["code"]) == (401, "session_expired")
    job = await shared.job(refused.json()["job_id"])
    assert (job["state"], job["problem"]["code"]) == ("failed", "session_expired")
    assert (await shared.http.get("/vinted/auth/check")).json()["state"] == "expired"
    resumed = await shared.http.post("/vinted/auth/resume", json={})
    assert (resumed.status_code, resumed.json()["code"]) == (409, "cooling_down")


async def test_a_rate_limit_of_the_site_is_told_with_its_time(shared: Serving) -> None:
    await shared.http.post(f"{shared.market}/__standin__/reset")
    # An account of its own: those that have published look for copies, which may meet it first.
    await shared.sign_in(account="limited")
    await shared.faults(challenge="rate_limited", challenge_at="navigation", retry_after=600)
    told = await shared.prepare(account="limited")
    assert (told["needs_manual"], told["reason"]) == (True, "rate_limited_by_site")
    assert told["obstacle"]["kind"] == "rate_limited"
    known = (await shared.http.get("/vinted/auth/check?account=limited")).json()
    assert known["reason"] == "rate_limited_by_site"
    assert known["resting_until"] == told["retry_at"]

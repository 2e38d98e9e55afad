"""Every challenge at every place of a publish: stopped, kept, and the same yes carried out later.

The form of a yes is filled anew here, so that each place is passed again on the way to the click.
One cell of the table per place runs always; `pytest -m campaign tests/e2e/test_challenges.py`
runs all of them.
"""

from collections.abc import AsyncIterator

import pytest

from gql_api.cli.demo.photos import hoodie

from .serving import Serving, serving

UNSEEN = "unexpected_answer"
KINDS = {
    "datadome": {"captcha"},
    "captcha_html": {"captcha"},
    "hard_block": {"blocked"},
    "supplier_block": {"blocked"},
    "cloudflare": {"human_check"},
    "human_check": {"human_check", "blocked"},  # a page that is refused with 403 says blocked, too
    "recaptcha": {"captcha"},
    "hcaptcha": {"captcha"},
    "turnstile": {"captcha"},
    "arkose": {"captcha"},
    "verification": {"verification"},
    "phone_verification": {"verification"},
    "login_wall": set[str](),
    "rate_limit": {"rate_limited"},
    "rate_limited": {"rate_limited"},
    "binary": {UNSEEN},
    "non_json": {UNSEEN},
}
"""What each is told as."""
PLACES = ("navigation", "after_photos", "after_category", "before_publish", "after_publish")
ALWAYS = {
    ("datadome", "navigation"),
    ("phone_verification", "after_photos"),
    ("login_wall", "after_category"),
    ("hard_block", "before_publish"),
    ("non_json", "after_publish"),
}
TABLE = [
    pytest.param(kind, place, marks=() if (kind, place) in ALWAYS else pytest.mark.campaign)
    for place in PLACES
    for kind in KINDS
]


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    env = {"PUBLISH_PER_MINUTE": "60", "PREPARES_PER_MINUTE": "600"}
    async with serving(tmp_path_factory.mktemp("challenges"), **env) as served:
        yield served


@pytest.mark.parametrize(("kind", "place"), TABLE)
async def test_a_challenge_stops_the_publish_and_keeps_the_yes(
    shared: Serving, kind: str, place: str
) -> None:
    await shared.http.post(f"{shared.market}/__standin__/reset")
    await shared.sign_in()
    photo = await shared.upload(hoodie(31))
    token = (await shared.prepare(photos=[photo]))["confirm_token"]
    await shared.sign_in()  # a newer session: the parked form is the older one's
    await shared.faults(challenge=kind, challenge_at=place)

    stopped = await shared.publish(token, key=f"{kind}-{place}")
    if kind == "login_wall":
        assert (stopped.status_code, stopped.json()["code"]) == (401, "session_expired")
    else:
        assert stopped.status_code == 200, stopped.text
        answer = stopped.json()
        assert (answer["ok"], answer["dry_run"], answer["needs_manual"]) == (True, False, True)
        limited = kind in {"rate_limit", "rate_limited"}
        reason = "rate_limited_by_site" if limited else "captcha_or_verification"
        assert answer["reason"] == reason
        assert answer["obstacle"]["kind"] in KINDS[kind]
        assert answer["screenshot_b64"]
        assert (await shared.http.get(answer["picture_url"])).status_code == 200
        assert bool(answer["retry_at"]) is limited
    assert await _for_sale(shared) == []

    await shared.faults(challenge="none")
    await shared.sign_in()
    replayed = await shared.publish(token, key=f"{kind}-{place}")
    assert replayed.json()["job_id"] == stopped.json()["job_id"]
    assert await _for_sale(shared) == []
    published = (await shared.publish(token, key=f"{kind}-{place}-2")).json()
    assert published["outcome"] == "published", published
    (item,) = await _for_sale(shared)
    assert (str(item["id"]), len(item["photos"])) == (published["listing_id"], 1)


async def _for_sale(served: Serving) -> list[dict[str, object]]:
    return [item for item in (await served.ledger())["items"] if not item["draft"]]

"""An account is forgotten: nothing of it is left in any file, and what is another's stays."""

from collections.abc import AsyncIterator

import pytest

from .forgetting import ACCOUNT, WORDS, is_nowhere, lived
from .serving import Serving, serving

FORGET = """mutation ($account: String!) { forgetAccount(input: {account: $account}) { __typename
  ... on ForgetAccountSuccess { account forgotten } ... on Error { code } } }"""


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    env = {"PREPARES_PER_MINUTE": "600", "PUBLISH_PER_MINUTE": "60"}
    async with serving(tmp_path_factory.mktemp("forgetting"), **env) as served:
        yield served


async def test_nothing_of_it_is_left(shared: Serving) -> None:
    words = await lived(shared)
    with pytest.raises(AssertionError):
        await is_nowhere(words, shared.folder)
    answer = await shared.http.delete(f"/vinted/accounts/{ACCOUNT}")
    assert (answer.status_code, answer.json()) == (
        200,
        {"ok": True, "account": ACCOUNT, "forgotten": True},
    )
    await is_nowhere(words, shared.folder)
    again = await shared.http.delete(f"/vinted/accounts/{ACCOUNT}")
    assert again.json()["forgotten"] is False
    known = (await shared.http.get("/vinted/auth/check", params={"account": ACCOUNT})).json()
    assert known["state"] == "absent"
    jobs = (
        await shared.http.get("/graphql", params={"query": "{jobs{edges{node{account}}}}"})
    ).json()
    assert {each["node"]["account"] for each in jobs["data"]["jobs"]["edges"]} == {"other"}
    assert (await shared.prepare(account="other"))["outcome"] == "prepared"


async def test_what_waits_and_runs_is_stopped_first_and_a_name_is_needed(shared: Serving) -> None:
    await shared.sign_in(account=ACCOUNT)
    await shared.faults(slow_api=0.5)
    body = {"title": WORDS[0], "price": 35, "account": ACCOUNT, "description": WORDS[1]}
    begun = await shared.http.post(
        "/vinted/listings/prepare", json=body, headers={"Prefer": "wait=0"}
    )
    assert begun.status_code == 202
    told = await shared.http.post(
        "/graphql", json={"query": FORGET, "variables": {"account": ACCOUNT}}
    )
    await shared.faults(slow_api=0.0)
    assert told.json()["data"]["forgetAccount"] == {
        "__typename": "ForgetAccountSuccess",
        "account": ACCOUNT,
        "forgotten": True,
    }
    await is_nowhere({*WORDS, ACCOUNT, begun.json()["job_id"]}, shared.folder)
    unnamed = await shared.http.post(
        "/graphql", json={"query": FORGET, "variables": {"account": "a b"}}
    )
    assert unnamed.json()["data"]["forgetAccount"]["code"] == "invalid_input"

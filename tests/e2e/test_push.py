"""A push outlives the process that wrote it, and reaches its browser once by its id."""

from pathlib import Path
from typing import Any

from gql_api.cli.demo.photos import hoodie
from tests.gql_api.notices.browsers import Browser, claims
from tests.gql_api.notices.receivers import Receiver

from .serving import LISTING, Serving, free_port, serving

SUBSCRIBE = """mutation ($input: SubscribePushInput!) { subscribePush(input: $input) {
  ... on SubscribePushSuccess { device { id service } } ... on MutationError { message } } }"""
FORGET = 'mutation { forgetAccount(input: {account: "default"}) { __typename } }'
STATE = "{ pushKey pushDevices { id givenAt } }"


async def ask(service: Serving, query: str, **variables: Any) -> dict[str, Any]:
    answer = await service.http.post("/graphql", json={"query": query, "variables": variables})
    told: dict[str, Any] = answer.json()["data"]
    return told


async def test_a_push_arrives_once_over_a_restart_and_the_device_goes_with_the_account(
    tmp_path: Path,
) -> None:
    port = free_port()  # the stand-in's, too, so that the session is known to it
    env = {
        "NOTIFY_PUSH_HOSTS": "127.0.0.1",
        "NOTIFY_PRIVATE_HOSTS": "127.0.0.1",
        "PUBLIC_URL": "https://shop.example",
    }
    async with Receiver().open() as receiver:
        browser = Browser(f"{receiver.url}/planted-capability")
        async with serving(tmp_path, port, **env) as first:
            await first.sign_in()
            given = {**browser.given, "language": "fr"}
            told = await ask(first, SUBSCRIBE, input=given)
            assert told["subscribePush"]["device"]["service"] == "127.0.0.1"
            await receiver.until(1)
            receiver.status = 503
            prepared = await first.prepare(photos=[await first.upload(hoodie(30))])
            await receiver.until(2)
            await first.kill()
        receiver.status = 201
        async with serving(tmp_path, port, **env) as second:
            await receiver.until(3)
            published = (await second.publish(prepared["confirm_token"])).json()
            assert published["listing_id"], published
            trial, refused, ready, done = await receiver.until(4)
            state = await ask(second, STATE)
            assert state["pushDevices"][0]["givenAt"]
            await ask(second, FORGET)
            assert (await ask(second, STATE))["pushDevices"] == []
        assert len(receiver.got) == 4

    opened = [browser.opened(each) for each in (trial, refused, ready, done)]
    assert [each["kind"] for each in opened] == [
        "test", "ready_for_yes", "ready_for_yes", "published"
    ]  # fmt: skip
    assert opened[1]["id"] == opened[2]["id"] != opened[3]["id"]
    assert opened[0]["link"] == "https://shop.example/fripier"
    assert opened[2]["link"] == f"https://shop.example/fripier#/jobs/{prepared['job_id']}"
    assert claims(ready, state["pushKey"])["sub"] == "https://shop.example"
    said = str(opened) + str(receiver.got)
    assert str(LISTING["title"]) not in said
    log = "".join(first.output + second.output)
    assert '"event": "notice_sent"' in log
    for secret in ("planted-capability", browser.given["p256dh"], browser.given["auth"]):
        assert secret not in log

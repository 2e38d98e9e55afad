"""Devices are told by Web Push over GraphQL: taken in once, never told again, refused by name."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.gql_api.notices.browsers import NOWHERE, Browser, decoded
from tests.gql_api.serving import served

KEY, OTHER = "a-key-of-sixteen-characters", "another-key-of-the-settings"
ADDRESS = f"{NOWHERE}planted-capability"
DEVICE = "id service language createdAt renewedAt givenAt"
SUBSCRIBE = f"""mutation ($input: SubscribePushInput!) {{ result: subscribePush(input: $input) {{
  ... on SubscribePushSuccess {{ device {{ {DEVICE} }} }}
  ... on MutationError {{ code message field }} }} }}"""
UNSUBSCRIBE = """mutation ($input: UnsubscribePushInput!) {
  result: unsubscribePush(input: $input) {
    ... on UnsubscribePushSuccess { id forgotten } ... on MutationError { code message } } }"""
DEVICES = f"{{ pushKey pushDevices {{ {DEVICE} }} }}"


class Caller:
    """Somebody who asks a service over GraphQL."""

    def __init__(self, base: str, key: str | None = None) -> None:
        self.base = base
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}

    async def ask(self, query: str, spoken: str = "en", **given: Any) -> dict[str, Any]:
        asked = {"query": query, "variables": {"input": given}}
        headers = {**self.headers, "Accept-Language": spoken}
        async with httpx.AsyncClient(base_url=self.base, headers=headers, timeout=60) as client:
            told: dict[str, Any] = (await client.post("/graphql", json=asked)).json()
        return told["data"] if "errors" not in told else told

    async def subscribe(self, browser: Browser, spoken: str = "en", **more: Any) -> Any:
        given = {**browser.given, **more}
        return (await self.ask(SUBSCRIBE, spoken, **given))["result"]

    async def devices(self) -> list[Any]:
        return list((await self.ask(DEVICES))["pushDevices"])


async def test_a_device_is_taken_in_seen_without_its_address_and_taken_out(
    client: httpx.AsyncClient, log: Path
) -> None:
    caller, browser = Caller(str(client.base_url)), Browser(ADDRESS)
    assert len(decoded((await caller.ask(DEVICES))["pushKey"])) == 65
    device = (await caller.subscribe(browser, "fr-FR, en;q=0.5"))["device"]
    assert (device["service"], device["language"]) == ("nowhere.push.services.mozilla.com", "fr")
    assert device["givenAt"] is None
    told = await caller.ask(DEVICES)
    assert told["pushDevices"] == [device]
    again = (await caller.subscribe(browser, "en"))["device"]
    assert (again["id"], again["language"]) == (device["id"], "fr"), "what it had counts"
    chosen = (await caller.subscribe(browser, language="de"))["device"]
    assert (chosen["id"], chosen["language"]) == (device["id"], "de")
    for secret in ("planted-capability", browser.given["p256dh"], browser.given["auth"]):
        assert secret not in str(told) and secret not in log.read_text()
    assert await caller.ask(UNSUBSCRIBE, id=device["id"]) == {
        "result": {"id": device["id"], "forgotten": True}
    }
    assert (await caller.ask(UNSUBSCRIBE, id=device["id"]))["result"]["forgotten"] is False
    assert await caller.devices() == []


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"endpoint": "https://10.0.0.1/planted"}, "endpoint",
         {"en": "no push service", "fr": "service push connu", "de": "kein bekannter Push-Dienst"}),
        ({"endpoint": "http://fcm.googleapis.com/planted"}, "endpoint",
         {"en": "begins with https", "fr": "commence par https", "de": "beginnt mit https"}),
        ({"endpoint": "https://a:planted@fcm.googleapis.com/"}, "endpoint",
         {"en": "as the browser gave it", "fr": "telle que le", "de": "wie der Browser"}),
        ({"p256dh": "planted"}, "p256dh",
         {"en": "as the browser gave it", "fr": "telle que le", "de": "wie der Browser"}),
        ({"auth": "planted"}, "auth",
         {"en": "as the browser gave it", "fr": "telle que le", "de": "wie der Browser"}),
        ({"language": "it"}, "language",
         {"en": "must be de, en or fr", "fr": "doit être de, en ou fr", "de": "muss de, en"}),
    ],
)  # fmt: skip
async def test_what_cannot_be_pushed_to_is_refused_by_its_field_in_the_callers_language(
    client: httpx.AsyncClient, wrong: dict[str, str], field: str, said: dict[str, str]
) -> None:
    caller = Caller(str(client.base_url))
    for spoken, words in said.items():
        given = {**Browser(ADDRESS).given, **wrong}
        refused = (await caller.ask(SUBSCRIBE, spoken, **given))["result"]
        assert (refused["code"], refused["field"]) == ("invalid_input", field)
        assert words in refused["message"] and "planted" not in refused["message"]
    assert await caller.devices() == []


async def test_an_eleventh_device_is_refused_with_what_to_do(client: httpx.AsyncClient) -> None:
    caller = Caller(str(client.base_url))
    told = [await caller.subscribe(Browser(f"{ADDRESS}{number}")) for number in range(11)]
    refused = told.pop()
    assert refused["code"] == "too_many_devices" and "10" in refused["message"]
    for each in told:
        await caller.ask(UNSUBSCRIBE, id=each["device"]["id"])


async def test_devices_go_at_a_start_without_the_key_that_let_them_in(tmp_path: Path) -> None:
    async with served(tmp_path) as base:
        await Caller(base).subscribe(Browser(f"{ADDRESS}-nobody"))
    async with served(tmp_path, API_KEYS=f"{KEY},{OTHER}") as base:
        one, two = Caller(base, KEY), Caller(base, OTHER)
        assert await one.devices() == [], "nobody is let in without a key any more"
        await one.subscribe(Browser(f"{ADDRESS}-one"))
        kept = (await two.subscribe(Browser(f"{ADDRESS}-two")))["device"]
        assert len(await one.devices()) == 2
    async with served(tmp_path, API_KEYS=OTHER) as base:
        assert [each["id"] for each in await Caller(base, OTHER).devices()] == [kept["id"]]

"""A device that is told: switched on at the console, pushed to for real, and led to the job.

A browser without a network has no push service, so that `PushManager.subscribe` has one of the test
behind it: an address on loopback, whose messages `http-ece` opens. What they hold goes to the real
service worker, as Chromium itself delivers it. Chromium's headless shell lets nobody show anything:
where that is the browser, the list of what is shown is the test's too.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, Worker, expect

from tests.console.seller import Seller, at_the_console, catalogue
from tests.e2e.serving import LISTING, Serving, serving
from tests.gql_api.notices.browsers import NOWHERE, Browser, claims
from tests.gql_api.notices.receivers import Receiver

STATE = "{ pushKey pushDevices { id language service } }"
UNSUBSCRIBE = """mutation ($id: ID!) {
  unsubscribePush(input: {id: $id}) { __typename } }"""
SERVICE = """({endpoint, p256dh, auth}) => {
  const kept = "test.subscription";
  const made = (key) => ({
    endpoint,
    options: {userVisibleOnly: true, applicationServerKey: Uint8Array.from(
      atob(key.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0)).buffer},
    toJSON: () => ({endpoint, keys: {p256dh, auth}}),
    unsubscribe: async () => { localStorage.removeItem(kept); return true; },
  });
  const known = () => localStorage.getItem(kept);
  if (Notification.permission !== "granted")
    Object.defineProperty(Notification, "permission", {get: () => "granted"});
  PushManager.prototype.getSubscription = async () => known() && made(known());
  PushManager.prototype.subscribe = async ({userVisibleOnly, applicationServerKey}) => {
    if (!userVisibleOnly) throw new DOMException("it must be shown", "NotAllowedError");
    localStorage.setItem(kept, applicationServerKey);
    return made(applicationServerKey);
  };
}"""
SCREEN = """() => {
  const shown = self.shown = new Map(), sounds = self.sounds = [];
  ServiceWorkerRegistration.prototype.getNotifications = async ({tag} = {}) =>
    [...shown.values()].filter((each) => tag === undefined || each.tag === tag);
  ServiceWorkerRegistration.prototype.showNotification = async (title, more) => {
    if (!shown.has(more.tag) || more.renotify) sounds.push(more.tag);
    shown.set(more.tag, {title, ...more});
  };
}"""
SHOWN = """async () => (await self.registration.getNotifications()).map(
  ({title, body, tag, lang, data}) => ({title, body, tag, lang, hash: data.hash}))"""


@pytest.fixture(scope="module")
async def receiver() -> AsyncIterator[Receiver]:
    async with Receiver().open() as listening:
        yield listening


@pytest.fixture(scope="module")
async def told(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    folder = tmp_path_factory.mktemp("told")
    env = {"NOTIFY_PUSH_HOSTS": "127.0.0.1", "NOTIFY_PRIVATE_HOSTS": "127.0.0.1"}
    async with serving(folder, **env) as running:
        await running.sign_in()
        yield running


async def ask(service: Serving, query: str, **variables: Any) -> dict[str, Any]:
    answer = await service.http.post("/graphql", json={"query": query, "variables": variables})
    told: dict[str, Any] = answer.json()["data"]
    return told


async def devices(service: Serving) -> list[dict[str, Any]]:
    return list((await ask(service, STATE))["pushDevices"])


async def with_a_push_service(page: Page, browser: Browser) -> None:
    await page.context.grant_permissions(["notifications"])
    await page.add_init_script(f"({SERVICE})({json.dumps(browser.given)})")


async def kept(page: Page) -> list[str | None]:
    """The device's id as the page keeps it, and the browser's subscription."""
    read = "['fripier.device', 'test.subscription'].map((each) => localStorage.getItem(each))"
    return list(await page.evaluate(read))


@asynccontextmanager
async def cut_for(page: Page, mutation: str) -> AsyncIterator[list[str]]:
    """The line is cut under a mutation, and only there; each time it is noted."""
    lost: list[str] = []

    async def cut(route: Route) -> None:
        if mutation in (route.request.post_data or ""):
            lost.append(mutation)
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/graphql", cut)
    yield lost
    await page.unroute("**/graphql")


async def until(told: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(30):
        while not await told():
            await asyncio.sleep(0.05)


async def settings(seller: Seller) -> Locator:
    """The sheet of settings, opened by the keyboard."""
    sheet = seller.page.locator(".sheet")
    if not await sheet.is_visible():
        await seller.page.locator(".settings > summary").focus()
        await seller.page.keyboard.press("Enter")
    return sheet


def switch(seller: Seller) -> Locator:
    return seller.page.get_by_role("switch", name=seller.say("devices.here"), exact=True)


class Delivery:
    """Chromium's own way from a push service to the worker, for a page's origin."""

    def __init__(self, seller: Seller) -> None:
        self.seller = seller
        self.registration = asyncio.get_running_loop().create_future()

    async def begin(self) -> None:
        self.line = await self.seller.page.context.new_cdp_session(self.seller.page)
        self.line.on("ServiceWorker.workerRegistrationUpdated", self._seen)
        await self.line.send("ServiceWorker.enable")

    def _seen(self, told: dict[str, Any]) -> None:
        for each in told["registrations"]:
            if each["scopeURL"] == f"{self.seller.base}/fripier/" and not self.registration.done():
                self.registration.set_result(each["registrationId"])

    async def deliver(self, data: str) -> None:
        registration = await asyncio.wait_for(self.registration, 30)
        await self.worker()
        pushed = {"origin": self.seller.base, "registrationId": registration, "data": data}
        await self.line.send("ServiceWorker.deliverPushMessage", pushed)

    async def worker(self) -> Worker:
        (found,) = self.seller.page.context.service_workers
        if not await found.evaluate("'shown' in self || Notification.permission === 'granted'"):
            await found.evaluate(SCREEN)
        return found

    async def shown(self, count: int = 1) -> list[dict[str, Any]]:
        """What the device shows, once it is so much."""
        worker = await self.worker()
        async with asyncio.timeout(30):
            while len(found := await worker.evaluate(SHOWN)) != count:
                await asyncio.sleep(0.05)
        return list(found)


async def test_a_device_is_told_and_led_to_the_job(told: Serving, receiver: Receiver) -> None:
    browser = Browser(f"{receiver.url}/planted-capability")
    receiver.got.clear()
    async with at_the_console(told.url, width=360, language="fr", touch=True) as (seller, troubles):
        page, say = seller.page, seller.say
        await with_a_push_service(page, browser)
        delivery = Delivery(seller)
        await delivery.begin()
        await seller.goto()
        sheet = await settings(seller)
        await expect(switch(seller)).to_have_attribute("aria-checked", "false")
        assert await seller.faults() == []
        await switch(seller).focus()
        await page.keyboard.press("Space")
        await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        await expect(sheet.get_by_role("status")).to_have_text(say("devices.begun"))
        assert await seller.faults() == []
        (device,) = await devices(told)
        assert (device["service"], device["language"]) == ("127.0.0.1", "fr")

        (trial,) = await receiver.until(1)
        assert claims(trial, (await ask(told, STATE))["pushKey"])["aud"] == receiver.url
        opened = browser.opened(trial)
        await delivery.deliver(json.dumps(opened))
        (shown,) = await delivery.shown()
        assert shown == {"title": opened["title"], "body": opened["body"], "tag": "test",
                         "lang": "fr", "hash": "#/"}  # fmt: skip

        job_id = (await told.prepare())["job_id"]
        _, ready = await receiver.until(2)
        opened = browser.opened(ready)
        for _ in range(2):  # as a push service may
            await delivery.deliver(json.dumps(opened))
        _, newer = sorted(await delivery.shown(2), key=lambda each: bool(each["tag"] != "test"))
        assert (newer["tag"], newer["hash"]) == (job_id, f"#/jobs/{job_id}")
        assert newer["title"] == opened["title"] and newer["lang"] == "fr"
        assert str(LISTING["title"]) not in str(newer)

        worker = await delivery.worker()
        heard = await worker.evaluate("self.sounds || null")
        assert heard in (None, ["test", job_id]), "the same one made a sound twice"
        # A script cannot press for a person: without their press the page is led, and not focused.
        with pytest.raises(Exception, match="Not allowed to focus a window"):
            await worker.evaluate("(hash) => lead(hash)", newer["hash"])
        await page.wait_for_url(f"**/#/jobs/{job_id}")
        await seller.outcome("PREPARED")

        await settings(seller)
        await switch(seller).tap()
        await expect(switch(seller)).to_have_attribute("aria-checked", "false")
        assert await devices(told) == []
        assert await page.evaluate("localStorage.getItem('test.subscription')") is None
    assert troubles == []


async def test_a_push_that_cannot_be_read_and_one_of_elsewhere_lead_to_the_console(
    told: Serving, receiver: Receiver
) -> None:
    async with at_the_console(told.url) as (seller, troubles):
        await with_a_push_service(seller.page, Browser(f"{receiver.url}/unread"))
        delivery = Delivery(seller)
        await delivery.begin()
        await seller.goto()
        await settings(seller)
        await switch(seller).click()
        await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        await delivery.deliver("no JSON")
        (shown,) = await delivery.shown()
        assert (shown["title"], shown["hash"]) == ("Fripier", "#/")
        await delivery.deliver(
            json.dumps({"title": "t", "kind": "k", "link": "https://evil.example/x"})
        )
        assert {each["hash"] for each in await delivery.shown(2)} == {"#/"}
        (device,) = await devices(told)
        await ask(told, UNSUBSCRIBE, id=device["id"])
    assert troubles == []


async def test_a_device_stays_told_in_the_language_of_now_until_it_is_taken_out_elsewhere(
    told: Serving, receiver: Receiver
) -> None:
    async with at_the_console(told.url, language="de") as (seller, troubles):
        page = seller.page
        await with_a_push_service(page, Browser(f"{receiver.url}/renewed"))
        await seller.goto()
        await settings(seller)
        await switch(seller).click()
        await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        (device,) = await devices(told)
        assert device["language"] == "de"
        await page.get_by_role("radio", name="English").click()
        async with asyncio.timeout(30):
            while (await devices(told))[0]["language"] != "en":
                await asyncio.sleep(0.05)
        assert (await devices(told))[0]["id"] == device["id"]

        other = Browser(f"{NOWHERE}another")
        given = {**other.given, "language": "de"}
        await ask(told, "mutation ($input: SubscribePushInput!) { subscribePush(input: $input) "
                        "{ __typename } }", input=given)  # fmt: skip
        await page.reload()
        sheet = await settings(seller)
        out = sheet.get_by_role("button", name="Tell Firefox no more")
        await expect(out).to_be_visible()
        assert await seller.faults() == []
        await out.click()
        await expect(out).to_have_count(0)
        assert [each["id"] for each in await devices(told)] == [device["id"]]

        await ask(told, UNSUBSCRIBE, id=device["id"])
        await page.reload()
        await settings(seller)
        here = page.get_by_role("switch", name="Tell me on this device")
        await expect(here).to_have_attribute("aria-checked", "false")
        assert await page.evaluate("localStorage.getItem('fripier.device')") is None
        assert await devices(told) == []
    assert troubles == []


async def test_a_subscription_that_the_browser_changes_takes_the_place_of_the_old_one(
    told: Serving, receiver: Receiver
) -> None:
    old, new = (Browser(f"{receiver.url}/{name}") for name in ("old", "new"))
    async with at_the_console(told.url, language="fr") as (seller, troubles):
        await with_a_push_service(seller.page, old)
        delivery = Delivery(seller)
        await delivery.begin()
        await seller.goto()
        await settings(seller)
        await switch(seller).click()
        await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        (before,) = await devices(told)
        worker = await delivery.worker()
        await worker.evaluate(
            """([before, after]) => renew(
              {endpoint: before.endpoint, options: {}},
              {toJSON: () => ({endpoint: after.endpoint, keys: after})})""",
            [old.given, new.given],
        )
        (after,) = await devices(told)
        assert after["id"] != before["id"] and after["language"] == "fr"
        await with_a_push_service(seller.page, new)  # as the browser has it by then
        await seller.page.reload()
        await settings(seller)
        await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        assert (await kept(seller.page))[0] == after["id"]
        await ask(told, UNSUBSCRIBE, id=after["id"])
    assert troubles == []


async def test_a_lost_renewal_is_made_at_the_next_start_and_a_lost_end_ends_it_here(
    told: Serving, receiver: Receiver
) -> None:
    async with at_the_console(told.url, language="de") as (seller, _):
        page = seller.page
        await with_a_push_service(page, Browser(f"{receiver.url}/lost"))
        await seller.goto()
        await settings(seller)
        await switch(seller).click()
        await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        before = await kept(page)
        async with cut_for(page, "subscribePush") as lost:
            await page.get_by_role("radio", name="Français").click()
            await until(lambda: _any(lost))
            seller.words = catalogue("fr")
            await expect(switch(seller)).to_have_attribute("aria-checked", "true")
        assert await kept(page) == before
        await page.reload()
        await until(lambda: _speaks(told, "fr"))
        assert await kept(page) == before

        await settings(seller)
        async with cut_for(page, "unsubscribePush"):
            await switch(seller).click()
            await expect(page.locator(".devices").get_by_role("alert")).to_be_visible()
        assert await kept(page) == [None, None]
        (device,) = await devices(told)
        await ask(told, UNSUBSCRIBE, id=device["id"])


async def _any(found: list[str]) -> bool:
    return bool(found)


async def _speaks(service: Serving, language: str) -> bool:
    return [each["language"] for each in await devices(service)] == [language]


async def test_a_subscription_that_is_refused_for_good_is_given_up(told: Serving) -> None:
    async with at_the_console(told.url) as (seller, troubles):
        await with_a_push_service(seller.page, Browser("https://push.elsewhere.example/a"))
        await seller.goto()
        await settings(seller)
        await switch(seller).click()
        await expect(seller.page.locator(".devices").get_by_role("alert")).to_be_visible()
        await expect(switch(seller)).to_have_attribute("aria-checked", "false")
        assert await kept(seller.page) == [None, None]
    assert troubles == []


async def test_a_browser_whose_push_service_is_not_to_be_had_says_so(told: Serving) -> None:
    """The real `subscribe`: this Chromium reaches no push service."""
    async with at_the_console(told.url, width=360) as (seller, troubles):
        await seller.page.context.grant_permissions(["notifications"])
        await seller.goto()
        sheet = await settings(seller)
        await switch(seller).click()
        await expect(sheet.get_by_role("status")).to_have_text(seller.say("devices.unreachable"))
        await expect(switch(seller)).to_have_attribute("aria-checked", "false")
        assert await seller.faults() == []
        assert await devices(told) == []
    assert troubles == []


@pytest.mark.parametrize(
    ("answer", "key"), [("denied", "devices.denied"), ("default", "devices.dismissed")]
)
async def test_a_browser_that_refuses_says_what_to_do(told: Serving, answer: str, key: str) -> None:
    """Nobody answers what a browser without a window asks: the answer is the test's."""
    async with at_the_console(told.url, language="de") as (seller, troubles):
        await seller.page.add_init_script(
            f"Notification.requestPermission = async () => '{answer}';"
            "Object.defineProperty(Notification, 'permission', {get: () => 'default'});"
        )
        await seller.goto()
        sheet = await settings(seller)
        await switch(seller).click()
        await expect(sheet.get_by_role("status")).to_have_text(seller.say(key))
        assert await seller.faults() == []
        assert await devices(told) == []
    assert troubles == []


@pytest.mark.parametrize(
    ("key", "script"),
    [
        ("devices.insecure", "Object.defineProperty(window, 'isSecureContext', {value: false});"),
        ("devices.none", "delete window.PushManager;"),
        (
            "devices.home",
            "delete window.PushManager; Object.defineProperty(navigator, 'userAgent', "
            "{value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)'});",
        ),
    ],
)
async def test_where_nothing_can_be_pushed_the_page_says_why_in_the_place_of_the_switch(
    told: Serving, key: str, script: str
) -> None:
    async with at_the_console(told.url, width=360, language="fr") as (seller, troubles):
        await seller.page.add_init_script(script)
        await seller.goto()
        sheet = await settings(seller)
        await expect(sheet.get_by_text(seller.say(key))).to_be_visible()
        await expect(switch(seller)).to_have_count(0)
        assert await seller.faults() == []
    assert troubles == []


async def test_the_page_can_be_put_on_the_home_screen(told: Serving, tmp_path: Path) -> None:
    async with at_the_console(told.url) as (seller, troubles):
        await seller.goto("fripier")
        line = await seller.page.context.new_cdp_session(seller.page)
        found = await line.send("Page.getAppManifest")
        assert found["errors"] == []
        manifest = json.loads(found["data"])
        base = found["url"]
        kind = (
            "async ([src, base]) => (await fetch(new URL(src, base))).headers.get('content-type')"
        )
        icons = [
            await seller.page.evaluate(kind, [each["src"], base]) for each in manifest["icons"]
        ]
        assert set(icons) == {"image/png"}
        address = "([path, base]) => new URL(path, base).href"
        start = await seller.page.evaluate(address, [manifest["start_url"], base])
        scope = await seller.page.evaluate(address, [manifest["scope"], base])
        assert (start, scope) == (f"{told.url}/fripier", f"{told.url}/")
        touch = seller.page.locator("link[rel=apple-touch-icon]")
        assert (await told.http.get(str(await touch.evaluate("link => link.href")))).is_success
    assert troubles == []

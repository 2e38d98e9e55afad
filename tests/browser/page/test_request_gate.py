"""The gate in front of a call, on a page of its own: what leaves was looked at, whole, in time."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import CDPSession, Page

from browser.chromium.chromium import Chromium
from browser.listing import Cookie, Seller
from browser.page.outgoing import UNREADABLE, Findings
from browser.page.request_gate import Gate
from tests.browser.local_site import Answer, LocalSite, local_site

PATH = "/api/things"
TEXT = '{"price": 12.5, "title": "Été"}'
MAKE = f"""(kind) => {{
  const text = '{TEXT}';
  const form = new FormData();
  form.append("thing", text);
  const bodies = {{
    text,
    bytes: new TextEncoder().encode(text),
    parts: new Blob([text.slice(0, 10), new Blob([text.slice(10)])]),
    form, none: undefined,
  }};
  const made = fetch("{PATH}", {{method: "POST", body: bodies[kind]}});
  return made.then((answer) => answer.status, () => "failed");
}}"""
ELSEWHERE = """(address) => fetch(address, {method: "POST", mode: "no-cors", body: "{}"})
  .then(() => "left", () => "failed")"""


class Reconciler:
    """What the gate showed, and what is found in it."""

    def __init__(self, findings: Findings = Findings()) -> None:  # noqa: B008 - frozen
        self.bodies: list[bytes | None] = []
        self.findings = findings

    def __call__(self, body: bytes | None) -> Findings:
        self.bodies.append(body)
        return self.findings


@pytest.fixture
async def site() -> AsyncIterator[LocalSite]:
    async with local_site({PATH: Answer("{}", type="application/json")}) as site:
        yield site


@pytest.fixture
async def page(one_chromium: Chromium, site: LocalSite) -> AsyncIterator[Page]:
    seller = Seller("default", site.origin, "Mozilla/5.0", 1, (Cookie("a", "b"),))
    page = await one_chromium.page(seller)
    await page.goto(site.origin)
    yield page
    await one_chromium.close_account("default")


async def gate_of(page: Page) -> Gate:
    gate = Gate(page, lambda method, path: method == "POST" and path == PATH, f"*{PATH}*")
    await gate.install()
    return gate


def calls(site: LocalSite) -> int:
    return sum(request.path == PATH for request in site.received)


@pytest.mark.parametrize("kind", ["text", "bytes", "parts"])
async def test_a_body_is_looked_at_whole_however_the_page_makes_it(
    page: Page, site: LocalSite, kind: str
) -> None:
    gate, looks = await gate_of(page), Reconciler()
    gate.open(looks)
    assert await page.evaluate(MAKE, kind) == 200
    assert looks.bodies == [TEXT.encode()]
    assert (gate.sent, calls(site)) == (True, 1)


async def test_a_form_of_several_fields_is_looked_at_too(page: Page, site: LocalSite) -> None:
    gate, looks = await gate_of(page), Reconciler()
    gate.open(looks)
    assert await page.evaluate(MAKE, "form") == 200
    assert TEXT.encode() in (looks.bodies[0] or b"")


async def test_a_call_without_a_body_is_told_as_that(page: Page, site: LocalSite) -> None:
    gate, looks = await gate_of(page), Reconciler(UNREADABLE)
    gate.open(looks)
    assert await page.evaluate(MAKE, "none") == "failed"
    assert (looks.bodies, calls(site)) == ([None], 0)


async def test_a_call_that_differs_fails_in_the_browser_and_so_does_the_next(
    page: Page, site: LocalSite
) -> None:
    gate, looks = await gate_of(page), Reconciler(Findings(differing=("price",)))
    gate.open(looks)
    waits = asyncio.ensure_future(gate.sends(seconds=60))
    assert await page.evaluate(MAKE, "text") == "failed"
    assert await asyncio.wait_for(waits, 10) is False
    assert await gate.answer(seconds=10) is None
    assert (gate.findings.differing, gate.late, gate.sent) == (("price",), False, False)
    # The same opening lets nothing more through, whatever the page sends then.
    looks.findings = Findings()
    assert await page.evaluate(MAKE, "text") == "failed"
    assert calls(site) == 0
    gate.open(looks)
    assert (gate.findings, await page.evaluate(MAKE, "text")) == (Findings(), 200)


async def test_what_could_not_be_compared_leaves_and_is_remembered(
    page: Page, site: LocalSite
) -> None:
    gate = await gate_of(page)
    gate.open(Reconciler(Findings(uncertain=("size",))))
    assert await page.evaluate(MAKE, "text") == 200
    assert (gate.findings.uncertain, calls(site)) == (("size",), 1)


async def test_a_look_that_breaks_lets_nothing_leave(page: Page, site: LocalSite) -> None:
    def breaks(body: bytes | None) -> Findings:
        raise RuntimeError("a shape that nobody thought of")

    gate = await gate_of(page)
    gate.open(breaks)
    assert await page.evaluate(MAKE, "text") == "failed"
    assert (gate.findings, calls(site)) == (UNREADABLE, 0)


async def test_the_time_of_the_look_is_spent_and_not_won(page: Page, site: LocalSite) -> None:
    now = 0.0

    def slow(body: bytes | None) -> Findings:
        nonlocal now
        now = 6.0
        return Findings()

    gate = Gate(page, lambda method, path: path == PATH, f"*{PATH}*", clock=lambda: now)
    await gate.install()
    gate.open(slow, until=5.0)
    assert await page.evaluate(MAKE, "text") == "failed"
    assert (gate.late, calls(site)) == (True, 0)


async def test_the_path_counts_and_not_the_host(page: Page, site: LocalSite) -> None:
    gate, looks = await gate_of(page), Reconciler(UNREADABLE)
    gate.open(looks)
    other = site.origin.replace("127.0.0.1", "localhost")
    assert await page.evaluate(ELSEWHERE, other + PATH) == "failed"
    assert await page.evaluate(ELSEWHERE, f"{other}/api/other") == "left"
    assert (looks.bodies, calls(site)) == ([b"{}"], 0)


WORKER = """addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(fetch(event.request)));"""
TAKEN_OVER = """async () => {
  const taken = new Promise((done) =>
    navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  await navigator.serviceWorker.register("/worker.js");
  if (!navigator.serviceWorker.controller) await taken;
}"""


async def test_a_service_worker_is_no_way_around_the_gate(page: Page, site: LocalSite) -> None:
    site.answers["/worker.js"] = Answer(WORKER, type="text/javascript")
    await page.evaluate(TAKEN_OVER)
    gate, looks = await gate_of(page), Reconciler()
    assert await page.evaluate(MAKE, "text") == "failed"
    assert calls(site) == 0
    gate.open(looks)
    assert await page.evaluate(MAKE, "text") == 200
    assert (looks.bodies, gate.sent, calls(site)) == ([TEXT.encode()], True, 1)


async def test_a_service_worker_that_comes_later_is_no_way_around_the_gate(
    page: Page, site: LocalSite
) -> None:
    site.answers["/worker.js"] = Answer(WORKER, type="text/javascript")
    gate, looks = await gate_of(page), Reconciler()
    await page.evaluate(TAKEN_OVER)
    await gate.leave_no_way_around()
    assert await page.evaluate(MAKE, "text") == "failed"
    assert calls(site) == 0
    gate.open(looks)
    assert await page.evaluate(MAKE, "text") == 200
    assert (looks.bodies, gate.sent, calls(site)) == ([TEXT.encode()], True, 1)


async def test_a_service_worker_that_comes_later_is_left_out_by_itself_soon(
    page: Page, site: LocalSite
) -> None:
    site.answers["/worker.js"] = Answer(WORKER, type="text/javascript")
    await gate_of(page)
    await page.evaluate(TAKEN_OVER)
    async with asyncio.timeout(10):
        while await page.evaluate(MAKE, "text") != "failed":
            await asyncio.sleep(0.05)


async def test_without_a_service_worker_the_browser_does_not_tell_of_every_request(
    page: Page, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    send = CDPSession.send

    async def noted(session: CDPSession, method: str, *given: Any) -> Any:
        sent.append(method)
        return await send(session, method, *given)

    monkeypatch.setattr(CDPSession, "send", noted)
    await gate_of(page)
    assert sent == ["ServiceWorker.enable", "Fetch.enable"]


async def test_a_beacon_is_held_back_like_a_call(page: Page, site: LocalSite) -> None:
    await gate_of(page)
    await page.evaluate(f"() => navigator.sendBeacon('{PATH}', 'text')")
    made = f"() => fetch('{PATH}', {{method: 'POST', body: 'b', keepalive: true}})"
    assert await page.evaluate(f"({made})().then(() => 'left', () => 'failed')") == "failed"
    await page.evaluate("() => fetch('/api/other')")
    assert calls(site) == 0


@pytest.mark.parametrize("status", [307, 308])
async def test_a_call_that_is_sent_on_leaves_once(page: Page, site: LocalSite, status: int) -> None:
    site.answers[PATH] = Answer("", status, {"Location": "/api/elsewhere"})
    gate = await gate_of(page)
    gate.open(Reconciler())
    assert await page.evaluate(MAKE, "text") == "failed"
    answer = await gate.answer(seconds=10)
    assert answer is not None
    assert answer.status == status
    assert [each.path for each in site.received if each.method == "POST"] == [PATH]

"""The one Chromium: contexts per account, recovery from each kind of death, nothing left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.async_api import Error, Page, async_playwright

from browser.chromium import launcher as launching
from browser.chromium.blocked_ports import BLOCKED_PORTS
from browser.chromium.chromium import BrowserStats, Chromium
from browser.chromium.contexts import Account, close_page
from browser.chromium.drivers import Recycle
from browser.chromium.installer import find_chromium
from browser.errors import (
    BrowserCrashed,
    BrowserError,
    BrowserMissing,
    SessionExpired,
    SiteTimeout,
    SiteUnreachable,
)
from browser.listing import Cookie, Seller
from browser.playwright_errors import translate_errors
from tests.browser.chromium.processes import (
    browser_pid,
    browser_pids,
    children,
    command,
    driver_pid,
    leave_out_what_is_there,
    living,
    renderer_pids,
    until,
)
from tests.browser.local_site import Answer, LocalSite, local_site

USER_AGENT = "Mozilla/5.0 (seller's own) Test/1.0"
SECRET = "planted-secret-value"


@pytest.fixture
async def chromium() -> AsyncIterator[Chromium]:
    """A browser of the test's own, which it may count, kill or look for among the processes."""
    async with Chromium() as chromium:
        yield chromium


@pytest.fixture(scope="module")
async def lasting() -> AsyncIterator[Chromium]:
    async with Chromium() as chromium:
        yield chromium


@pytest.fixture
async def shared(lasting: Chromium) -> AsyncIterator[Chromium]:
    """A browser without accounts, for what is about tabs and contexts alone."""
    yield lasting
    for account in lasting.accounts:
        await lasting.close_account(account)


@pytest.fixture
async def site() -> AsyncIterator[LocalSite]:
    async with local_site() as site:
        yield site


def seller(origin: str, account: str = "default", version: int = 1, value: str = SECRET) -> Seller:
    cookies = (Cookie("access_token_web", value), Cookie("anonymous-locale", "fr"))
    return Seller(account, origin, USER_AGENT, version, cookies)


@pytest.fixture(autouse=True)
def only_what_the_test_starts() -> None:
    leave_out_what_is_there()


async def test_nothing_is_launched_before_the_first_tab(
    chromium: Chromium, site: LocalSite
) -> None:
    assert chromium.stats().launches == 0
    await chromium.page(seller(site.origin))
    await chromium.page(seller(site.origin, "other"))
    assert chromium.stats().launches == 1


async def test_a_tab_carries_the_sellers_user_agent_and_cookies(
    shared: Chromium, site: LocalSite
) -> None:
    page = await shared.page(seller(site.origin))
    await page.goto(site.origin)
    [request] = [request for request in site.received if request.path == "/"]
    assert request.headers["user-agent"] == USER_AGENT
    assert request.cookies == {"access_token_web": SECRET, "anonymous-locale": "fr"}


async def test_the_browser_says_that_it_is_driven(shared: Chromium, site: LocalSite) -> None:
    page = await shared.page(seller(site.origin))
    await page.goto(site.origin)
    assert await page.evaluate("navigator.webdriver") is True


async def test_launch_arguments_are_playwrights_own(chromium: Chromium, site: LocalSite) -> None:
    assert launching.ARGUMENTS == ()
    await chromium.page(seller(site.origin))
    ours = browser_pid()
    executable = find_chromium(None)
    async with async_playwright() as playwright:
        plain = await playwright.chromium.launch(
            executable_path=executable, chromium_sandbox=os.geteuid() != 0
        )
        [theirs] = browser_pids(os.getpid()) - {ours}
        arguments = [_arguments(ours), _arguments(theirs)]
        await plain.close()
    assert arguments[0] == arguments[1]


def _arguments(pid: int) -> list[str]:
    return [word for word in command(pid) if not word.startswith("--user-data-dir")]


async def test_where_no_sandbox_can_be_had_the_browser_starts_without(
    chromium: Chromium, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root gets none: asked for one, Chromium refuses to start."""
    monkeypatch.setattr(launching, "_may_sandbox", lambda: True)
    page = await chromium.page(seller(site.origin))
    await page.goto(site.origin)
    assert os.geteuid() != 0 or "--no-sandbox" in command(browser_pid())


async def test_the_services_environment_does_not_reach_the_browser(
    chromium: Chromium, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "planted-key")
    monkeypatch.setenv("LC_TIME", "fr_FR.UTF-8")
    await chromium.page(seller(site.origin))
    environment = _environment_of(browser_pid())
    assert b"planted-key" not in environment
    assert b"LC_TIME=fr_FR.UTF-8" in environment


def _environment_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes()


async def test_cookies_go_to_the_markets_own_host_only(shared: Chromium, site: LocalSite) -> None:
    async with local_site(host="127.0.0.2") as other:
        page = await shared.page(seller(site.origin))
        for origin in (other.origin, site.origin.replace("127.0.0.1", "localhost"), site.origin):
            await page.goto(origin)
        received = {request.headers["host"].split(":")[0]: request for request in other.received}
        received |= {request.headers["host"].split(":")[0]: request for request in site.received}
    sent = {host: bool(request.cookies) for host, request in received.items()}
    assert sent == {"127.0.0.1": True, "127.0.0.2": False, "localhost": False}


async def test_cookies_of_a_market_stay_on_its_host_and_on_https(shared: Chromium) -> None:
    page = await shared.page(seller("https://www.vinted.fr"))
    hosts = ("https://www.vinted.fr", "http://www.vinted.fr", "https://a.www.vinted.fr")
    others = ("https://vinted.fr", "https://www.vinted.de", "https://www.vinted.fr.example")
    held = {host: bool(await page.context.cookies(host)) for host in (*hosts, *others)}
    assert [host for host, found in held.items() if found] == ["https://www.vinted.fr"]


async def test_accounts_do_not_share_cookies(shared: Chromium, site: LocalSite) -> None:
    one = await shared.page(seller(site.origin, "one", value="value-of-one"))
    two = await shared.page(seller(site.origin, "two", value="value-of-two"))
    await one.goto(f"{site.origin}/one")
    await two.goto(f"{site.origin}/two")
    sent = {request.path: request.cookies.get("access_token_web") for request in site.received}
    assert (sent["/one"], sent["/two"]) == ("value-of-one", "value-of-two")


async def test_the_second_tab_of_an_account_shares_its_context(
    shared: Chromium, site: LocalSite
) -> None:
    first = await shared.page(seller(site.origin))
    second = await shared.page(seller(site.origin))
    assert first.context is second.context
    assert shared.stats().open_pages == 2
    await close_page(first)
    assert shared.open_pages == 1


async def test_a_newer_session_closes_the_older_context(shared: Chromium, site: LocalSite) -> None:
    old = await shared.page(seller(site.origin, version=1, value="old"))
    new = await shared.page(seller(site.origin, version=2, value="new"))
    await new.goto(f"{site.origin}/new")
    assert old.is_closed()
    assert site.received[-1].cookies["access_token_web"] == "new"


async def test_an_older_session_gets_the_newer_ones_context(
    shared: Chromium, site: LocalSite
) -> None:
    newer = await shared.page(seller(site.origin, version=2))
    older = await shared.page(seller(site.origin, version=1))
    assert older.context is newer.context


async def test_a_session_replaced_by_another_market_is_refused(
    shared: Chromium, site: LocalSite
) -> None:
    await shared.page(seller("http://127.0.0.2:1", version=2))
    with pytest.raises(SessionExpired):
        await shared.page(seller(site.origin, version=1))


async def test_renewed_cookies_can_be_saved_back(shared: Chromium, site: LocalSite) -> None:
    site.answers["/"] = Answer(headers={"Set-Cookie": "access_token_web=renewed; Path=/"})
    page = await shared.page(seller(site.origin))
    await page.goto(site.origin)
    values = {cookie.name: cookie.value for cookie in await shared.cookies("default")}
    assert values == {"access_token_web": "renewed", "anonymous-locale": "fr"}
    assert await shared.cookies("nobody") == ()


def named(site: LocalSite) -> str:
    """The site at an address that has a domain, which a browser finds on loopback by itself."""
    return site.origin.replace("127.0.0.1", "www.vinted.localhost")


async def test_a_cookie_renewed_for_the_whole_domain_replaces_ours(
    shared: Chromium, site: LocalSite
) -> None:
    beside = "anon_id=1; Domain=vinted.localhost; Path=/"
    renewed = "access_token_web=renewed; Domain=.vinted.localhost; Path=/; Secure"
    site.answers["/session-refresh"] = Answer(
        headers={"Set-Cookie": f"{beside}\r\nSet-Cookie: {renewed}"}
    )
    page = await shared.page(seller(named(site)))
    await page.goto(f"{named(site)}/session-refresh")
    held = page.context.cookies
    async with asyncio.timeout(5):
        while len(await held(named(site))) != 3:
            await page.evaluate("1")
    await page.goto(f"{named(site)}/items/new")
    sent = site.received[-1].cookies
    assert sent == {"access_token_web": "renewed", "anonymous-locale": "fr", "anon_id": "1"}
    values = {cookie.name: cookie.value for cookie in await shared.cookies("default")}
    assert values == sent
    assert await held("https://www.vinted.de") == []


async def test_cookies_are_read_only_after_an_answer_that_replaces_one_of_ours(
    shared: Chromium, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await shared.page(seller(named(site)))
    said = {
        "/none": {},
        "/other": {"Set-Cookie": "anon_id=1; Domain=vinted.localhost; Path=/"},
        "/host": {"Set-Cookie": "access_token_web=2; Path=/; HttpOnly"},
        "/ours": {"Set-Cookie": "access_token_web=3; path=/; domain=vinted.localhost"},
    }
    site.answers["/beacon"] = Answer(headers=said["/ours"])
    at, tidied = [""], asyncio.Queue[str]()

    async def note(_: Account) -> None:
        tidied.put_nowait(at[0])

    monkeypatch.setattr(Account, "tidy", note)
    for path, headers in said.items():
        at[0] = path
        site.answers[path] = Answer(headers=headers)
        await page.goto(named(site) + path)
        if path == "/none":
            await page.evaluate("navigator.sendBeacon('/beacon')")
            async with asyncio.timeout(5):
                while "/beacon" not in (each.path for each in site.received):
                    await page.evaluate("1")
    assert await asyncio.wait_for(tidied.get(), 5) == "/ours"
    assert tidied.empty()


async def test_closing_an_account_closes_its_tabs(shared: Chromium, site: LocalSite) -> None:
    page = await shared.page(seller(site.origin))
    kept = await shared.page(seller(site.origin, "other"))
    await shared.close_account("default")
    await shared.close_account("default")
    assert page.is_closed()
    assert not kept.is_closed()
    assert shared.stats().open_contexts == 1


async def test_a_narrow_tab_is_as_narrow_as_a_phone(shared: Chromium, site: LocalSite) -> None:
    wide = await shared.page(seller(site.origin))
    narrow = await shared.page(seller(site.origin), narrow=True)
    assert [await page.evaluate("innerWidth") for page in (wide, narrow)] == [1280, 390]


async def test_tabs_that_nobody_asked_for_are_closed(shared: Chromium, site: LocalSite) -> None:
    page = await shared.page(seller(site.origin))
    await page.goto(site.origin)
    await page.evaluate("for (const how of ['', 'noopener']) window.open('/popup', '_blank', how)")
    await until(lambda: sum(request.path == "/popup" for request in site.received) == 2)
    await until(lambda: len(page.context.pages) == 1)
    assert not page.is_closed()


async def test_dialogs_are_dismissed(shared: Chromium, site: LocalSite) -> None:
    page = await shared.page(seller(site.origin))
    async with asyncio.timeout(5):
        assert await page.evaluate("[alert('a'), confirm('b'), prompt('c')]") == [None, False, None]


async def test_after_the_browser_is_killed_the_next_tab_opens(
    chromium: Chromium, site: LocalSite
) -> None:
    page = await chromium.page(seller(site.origin))
    pending = asyncio.ensure_future(_hang(page))
    await asyncio.sleep(0)
    os.kill(browser_pid(), signal.SIGKILL)
    with pytest.raises(BrowserCrashed) as raised:
        await pending
    assert len(str(raised.value)) < 60
    assert "/" not in str(raised.value)
    again = await chromium.page(seller(site.origin))
    await again.goto(site.origin)
    assert chromium.stats() == BrowserStats(1, 1, 2, crashes=1, running=True)


async def test_a_tab_that_crashes_is_counted_and_a_browser_that_is_closed_is_not(
    site: LocalSite,
) -> None:
    async with Chromium() as chromium:
        page = await chromium.page(seller(site.origin))
        async with asyncio.timeout(10):
            crashed = asyncio.ensure_future(page.wait_for_event("crash"))
            await asyncio.sleep(0)
            with pytest.raises(Error):
                await page.goto("chrome://crash")
            await crashed
        assert chromium.stats().crashed_pages == 1
    assert (chromium.stats().crashes, chromium.stats().running) == (0, False)


async def _hang(page: Page) -> None:
    async with translate_errors():
        await page.evaluate("new Promise(() => {})")


async def test_what_a_dying_browser_refuses_is_told_as_its_end(
    chromium: Chromium, site: LocalSite
) -> None:
    page = await chromium.page(seller(site.origin))
    with pytest.raises(BrowserCrashed):
        async with translate_errors(page):
            os.kill(browser_pid(), signal.SIGKILL)
            raise Error("Page.evaluate: Frame was detached")  # as it says before its end is told


async def test_what_a_tab_refuses_that_goes_on_is_no_end(shared: Chromium, site: LocalSite) -> None:
    page = await shared.page(seller(site.origin))
    with pytest.raises(BrowserError, match=r"refused Page\.evaluate") as raised:
        async with translate_errors(page):
            await page.evaluate("nothing.of.this")
    assert not isinstance(raised.value, BrowserCrashed)


async def test_after_the_driver_is_killed_the_next_tab_opens(
    chromium: Chromium, site: LocalSite
) -> None:
    await chromium.page(seller(site.origin))
    old = browser_pid()
    os.kill(driver_pid(), signal.SIGKILL)
    await until(lambda: old not in children(os.getpid()))
    again = await chromium.page(seller(site.origin))
    await again.goto(site.origin)
    assert browser_pid() != old


async def test_a_killed_renderer_costs_its_tab_only(chromium: Chromium, site: LocalSite) -> None:
    page = await chromium.page(seller(site.origin))
    await page.goto(site.origin)
    for pid in renderer_pids():
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(BrowserCrashed):
        await _hang(page)
    await close_page(page)
    again = await chromium.page(seller(site.origin))
    await again.goto(site.origin)
    assert chromium.stats().launches == 1


async def test_closing_a_hung_tab_does_not_take_long(chromium: Chromium, site: LocalSite) -> None:
    page = await chromium.page(seller(site.origin))
    hung = asyncio.ensure_future(_spin(page))
    await asyncio.sleep(0.2)
    async with asyncio.timeout(8):
        await close_page(page)
    with pytest.raises(BrowserCrashed):
        await hung
    assert chromium.open_pages == 0


async def _spin(page: Page) -> None:
    async with translate_errors():
        await page.evaluate("for (;;) {}")


async def test_a_cancelled_call_leaves_nothing_open(shared: Chromium, site: LocalSite) -> None:
    held = await shared.page(seller(site.origin, "held"))
    browser = held.context.browser
    assert browser
    for steps in range(1, 40):
        opening = asyncio.ensure_future(shared.page(seller(site.origin, f"{steps}")))
        for _ in range(steps):
            await asyncio.sleep(0.003)
        opening.cancel()
        await asyncio.wait((opening,))
        if not opening.cancelled():
            await close_page(opening.result())
        await shared.close_account(f"{steps}")
        if not opening.cancelled():
            break
    await until(lambda: len(browser.contexts) == 1 and len(held.context.pages) == 1)


async def test_an_aged_browser_without_tabs_is_replaced(site: LocalSite) -> None:
    now = 0.0
    recycle = Recycle(age_seconds=100, contexts=1000)
    async with Chromium(recycle=recycle, clock=lambda: now) as chromium:
        await close_page(await chromium.page(seller(site.origin)))
        now = 101.0
        await chromium.page(seller(site.origin))
        assert chromium.stats().launches == 2
        assert (await chromium.probe()).age_seconds == 0


async def test_an_aged_browser_goes_on_with_its_tabs_beside_a_fresh_one(site: LocalSite) -> None:
    now = 0.0
    recycle = Recycle(age_seconds=100, contexts=1000)
    async with Chromium(recycle=recycle, clock=lambda: now) as chromium:
        form = await chromium.page(seller(site.origin))
        old = form.context.browser
        now = 101.0
        other = await chromium.page(seller(site.origin, "other"))
        assert other.context.browser is not old
        assert chromium.stats().launches == 2
        assert await form.evaluate("1 + 1") == 2
        again = await chromium.page(seller(site.origin))
        assert again.context is form.context  # one context for an account, with its cookies
        assert chromium.accounts == {"default", "other"}
        assert {each.name for each in await chromium.cookies("default")} == {
            "access_token_web",
            "anonymous-locale",
        }
        assert chromium.open_pages == 3
        await close_page(again)
        assert old is not None
        assert old.is_connected()
        await close_page(form)
        await until(lambda: not old.is_connected())
        assert (await chromium.page(seller(site.origin))).context.browser is other.context.browser
        stats = chromium.stats()
        assert (stats.launches, stats.crashes, stats.open_pages) == (2, 0, 2)


async def test_a_tab_that_never_closes_does_not_keep_the_browser_from_being_replaced(
    site: LocalSite, caplog: pytest.LogCaptureFixture
) -> None:
    async with Chromium(recycle=Recycle(contexts=1)) as chromium:
        page = await chromium.page(seller(site.origin))
        frozen = browser_pid()
        os.kill(frozen, signal.SIGSTOP)
        try:
            await close_page(page)
            assert not page.is_closed()
            assert "does not close" in caplog.text
            assert chromium.open_pages == 0
            other = await chromium.page(seller(site.origin))
            await other.goto(site.origin)
            stats = chromium.stats()
            assert (stats.launches, stats.crashes) == (2, 0)
        finally:
            with suppress(ProcessLookupError):
                os.kill(frozen, signal.SIGKILL)


async def test_a_browser_that_opened_many_contexts_is_replaced(site: LocalSite) -> None:
    async with Chromium(recycle=Recycle(contexts=2)) as chromium:
        for account in ("one", "two", "three"):
            await close_page(await chromium.page(seller(site.origin, account)))
        assert chromium.stats().launches == 2


async def test_the_probe_launches_nothing(chromium: Chromium, site: LocalSite) -> None:
    before = await chromium.probe()
    assert before.age_seconds is None
    assert browser_pids(os.getpid()) == set()
    await chromium.page(seller(site.origin))
    after = await chromium.probe()
    assert after.age_seconds is not None
    assert after.version == before.version
    assert after.executable == before.executable


async def test_a_missing_browser_is_named_with_its_cure(tmp_path: Path) -> None:
    async with Chromium(tmp_path / "chromium") as chromium:
        assert (await chromium.probe()).version is None
        with pytest.raises(BrowserMissing, match="CHROMIUM_PATH"):
            await chromium.page(seller("http://127.0.0.1:1"))


async def test_a_browser_that_does_not_start_says_so_without_its_log(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho planted-log >&2; exit 1\n")
    broken.chmod(0o755)
    async with Chromium(broken) as chromium:
        assert (await chromium.probe()).version is None
        with pytest.raises(BrowserCrashed) as raised:
            await chromium.page(seller("http://127.0.0.1:1"))
    assert "planted-log" not in str(raised.value)
    assert str(tmp_path) not in str(raised.value)


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("http://127.0.0.1:9/?q=planted-query", SiteUnreachable),
        ("/hang?q=planted-query", SiteTimeout),
    ],
)
async def test_errors_hold_no_address(
    shared: Chromium, site: LocalSite, path: str, error: type[BrowserError]
) -> None:
    site.answers["/hang"] = Answer(hangs=True)
    page = await shared.page(seller(site.origin))
    address = path if path.startswith("http") else site.origin + path
    with pytest.raises(error) as raised:
        async with translate_errors():
            await page.goto(address, timeout=500)
    assert "planted" not in f"{raised.value!r}"
    assert raised.value.__suppress_context__


async def test_other_refusals_of_the_browser_hold_nothing_of_the_page(
    shared: Chromium, site: LocalSite
) -> None:
    page = await shared.page(seller(site.origin))
    await page.set_content("<button>planted text</button><button>planted text</button>")
    with pytest.raises(BrowserError) as raised:
        async with translate_errors():
            await page.get_by_role("button").click()
    assert str(raised.value) == "the browser refused Locator.click"


def test_a_killed_python_leaves_no_browser() -> None:
    program = """
        import asyncio
        from browser.chromium.chromium import Chromium
        from browser.listing import Seller
        async def main():
            async with Chromium() as chromium:
                await chromium.page(Seller("a", "http://127.0.0.1:1", "UA", 1, ()))
                print("open", flush=True)
                await asyncio.sleep(60)
        asyncio.run(main())
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True
    ) as python:
        assert python.stdout
        assert python.stdout.readline() == "open\n"
        family = set(children(python.pid))
        assert browser_pids(python.pid)
        python.kill()
    asyncio.run(until(lambda: not family & set(living())))


async def test_chromium_opens_no_blocked_port(shared: Chromium, site: LocalSite) -> None:
    page = await shared.page(seller(site.origin))
    for port in sorted(BLOCKED_PORTS):
        with pytest.raises(Error, match="ERR_UNSAFE_PORT"):
            await page.goto(f"http://127.0.0.1:{port}/")

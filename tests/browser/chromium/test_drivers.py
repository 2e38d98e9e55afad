"""The driver behind the browsers: kept when its browser dies, replaced when it died or hangs."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page

from browser import playwright_errors
from browser.chromium import contexts
from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.chromium.drivers import Recycle
from browser.chromium.installer import find_chromium
from browser.errors import BrowserCrashed, BrowserMissing
from browser.listing import Cookie, Seller
from tests.browser.chromium.processes import (
    browser_pid,
    browser_pids,
    children,
    driver_pid,
    driver_pids,
    leave_out_what_is_there,
    until,
)
from tests.browser.local_site import LocalSite, local_site


@pytest.fixture(autouse=True)
def only_what_the_test_starts() -> Iterator[None]:
    leave_out_what_is_there()
    yield
    left = driver_pids() | browser_pids(os.getpid())
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert left == set()


@pytest.fixture
async def site() -> AsyncIterator[LocalSite]:
    async with local_site() as site:
        yield site


def seller(site: LocalSite, account: str = "default") -> Seller:
    return Seller(account, site.origin, "UA", 1, (Cookie("access_token_web", "demo"),))


async def killed(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    await until(lambda: pid not in children(os.getpid()))


async def works(page: Page, site: LocalSite) -> None:
    await page.goto(site.origin)
    assert site.received[-1].cookies == {"access_token_web": "demo"}


async def test_the_driver_of_a_browser_that_was_killed_launches_the_next_one(
    site: LocalSite,
) -> None:
    async with Chromium() as chromium:
        await chromium.page(seller(site))
        driver = driver_pid()
        for launches in (2, 3):
            old = browser_pid()
            await killed(old)
            await works(await chromium.page(seller(site)), site)
            assert browser_pid() != old
            assert driver_pid() == driver
            assert (chromium.stats().launches, chromium.stats().crashes) == (launches, launches - 1)


async def test_a_driver_that_died_with_its_browser_is_replaced(site: LocalSite) -> None:
    async with Chromium() as chromium:
        await chromium.page(seller(site))
        driver = driver_pid()
        os.kill(browser_pid(), signal.SIGKILL)
        await killed(driver)
        await works(await chromium.page(seller(site)), site)
        assert driver_pid() != driver


async def test_a_driver_that_hangs_without_a_browser_is_killed_and_replaced(
    site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playwright_errors, "CLOSE_SECONDS", 0.5)
    async with Chromium() as chromium:
        await chromium.page(seller(site))
        driver = driver_pid()
        await killed(browser_pid())
        await until(lambda: not chromium.stats().running)
        os.kill(driver, signal.SIGSTOP)
        async with asyncio.timeout(20):
            await works(await chromium.page(seller(site)), site)
        assert driver_pid() != driver


async def test_a_driver_that_hangs_with_its_browser_is_killed_and_replaced(
    site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playwright_errors, "CLOSE_SECONDS", 0.5)
    monkeypatch.setattr(contexts, "OPEN_SECONDS", 1.0)
    async with Chromium() as chromium:
        await chromium.page(seller(site))
        driver, browser = driver_pid(), browser_pid()
        os.kill(driver, signal.SIGSTOP)
        await works(await chromium.page(seller(site)), site)
        assert driver_pid() != driver
        await until(lambda: browser not in browser_pids(os.getpid()))


async def test_a_driver_that_hung_is_killed_at_the_end(
    site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playwright_errors, "CLOSE_SECONDS", 0.5)
    async with Chromium() as chromium:
        await chromium.page(seller(site))
        os.kill(driver_pid(), signal.SIGSTOP)


async def test_what_a_driver_had_before_its_browser_died_counts_for_its_end(
    site: LocalSite,
) -> None:
    async with Chromium(recycle=Recycle(contexts=3)) as chromium:
        for account in ("one", "two"):
            await close_page(await chromium.page(seller(site, account)))
        driver = driver_pid()
        await killed(browser_pid())
        await close_page(await chromium.page(seller(site, "one")))
        assert driver_pid() == driver
        await close_page(await chromium.page(seller(site, "two")))
        assert driver_pid() != driver
        assert (chromium.stats().launches, chromium.stats().crashes) == (3, 1)


async def test_a_driver_that_is_due_when_its_browser_dies_ends_with_it(site: LocalSite) -> None:
    now = 0.0
    async with Chromium(recycle=Recycle(age_seconds=100), clock=lambda: now) as chromium:
        await chromium.page(seller(site))
        driver = driver_pid()
        now = 50.0
        await killed(browser_pid())
        await chromium.page(seller(site))
        assert driver_pid() == driver
        now = 101.0
        await killed(browser_pid())
        await chromium.page(seller(site))
        assert driver_pid() != driver


async def test_a_driver_grows_old_though_its_browser_is_young(site: LocalSite) -> None:
    now = 0.0
    async with Chromium(recycle=Recycle(age_seconds=100), clock=lambda: now) as chromium:
        await chromium.page(seller(site))
        driver = driver_pid()
        now = 99.0
        await killed(browser_pid())
        await close_page(await chromium.page(seller(site)))
        now = 101.0
        await chromium.page(seller(site))
        assert driver_pid() != driver


async def test_a_browser_that_is_to_end_and_dies_takes_its_driver_along(site: LocalSite) -> None:
    async with Chromium(recycle=Recycle(contexts=1)) as chromium:
        form = await chromium.page(seller(site))
        driver, browser = driver_pid(), browser_pid()
        other = await chromium.page(seller(site, "other"))
        assert len(driver_pids()) == 2
        await killed(browser)
        await until(form.is_closed)
        await until(lambda: driver not in driver_pids())
        await works(other, site)


@pytest.fixture
def executable(tmp_path: Path) -> Path:
    """A browser that can be taken away."""
    real, link = find_chromium(None), tmp_path / "chromium"
    assert real
    link.symlink_to(real)
    return link


async def test_the_end_ends_a_driver_that_waits_for_its_next_browser(
    site: LocalSite, executable: Path
) -> None:
    async with Chromium(executable) as chromium:
        await left_waiting(chromium, executable, site)


async def test_a_driver_that_has_waited_for_too_long_is_replaced(
    site: LocalSite, executable: Path
) -> None:
    now, real = 0.0, executable.readlink()
    recycle = Recycle(age_seconds=100)
    async with Chromium(executable, recycle=recycle, clock=lambda: now) as chromium:
        for later, is_kept in ((99.0, True), (101.0, False)):
            driver = await left_waiting(chromium, executable, site)
            now, _ = later, executable.symlink_to(real)
            await works(await chromium.page(seller(site)), site)
            assert (driver_pid() == driver) is is_kept


async def left_waiting(chromium: Chromium, executable: Path, site: LocalSite) -> int:
    """The driver of a browser that was killed, where there is no other to launch."""
    await chromium.page(seller(site))
    await killed(browser_pid())
    executable.unlink()
    with pytest.raises(BrowserMissing):
        await chromium.page(seller(site))
    return driver_pid()


async def test_a_browser_that_does_not_start_leaves_no_driver(
    site: LocalSite, tmp_path: Path
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    async with Chromium(broken) as chromium:
        with pytest.raises(BrowserCrashed):
            await chromium.page(seller(site))
        assert driver_pids() == set()


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2, 0.35, 0.45, 0.5])
async def test_a_start_that_is_cancelled_leaves_nothing_behind(
    site: LocalSite, seconds: float
) -> None:
    async with Chromium() as chromium:
        opening = asyncio.ensure_future(chromium.page(seller(site)))
        await asyncio.wait((opening,), timeout=seconds)
        opening.cancel()
        await asyncio.wait((opening,))
        await works(await chromium.page(seller(site)), site)
        await until(lambda: len(driver_pids()) == 1 and len(browser_pids(os.getpid())) == 1)

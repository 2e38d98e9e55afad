"""Calls of a page whose process is killed have ended: nobody waits for them any longer."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable

import pytest

from browser.chromium.chromium import Chromium
from browser.listing import Cookie, Seller
from browser.page.page_calls import PageCalls
from browser.sites.vinted.markers import MARKERS
from browser.standin import Standin
from tests.browser.chromium.processes import (
    browser_pid,
    leave_out_what_is_there,
    renderer_pids,
)


@pytest.fixture
async def chromium() -> AsyncIterator[Chromium]:
    leave_out_what_is_there()
    async with Chromium() as chromium:
        yield chromium


@pytest.mark.parametrize("victims", [lambda: [browser_pid()], renderer_pids], ids=["all", "page"])
async def test_a_killed_page_is_waited_for_no_longer(
    chromium: Chromium, standin: Standin, victims: Callable[[], list[int]]
) -> None:
    cookie = Cookie("access_token_web", "demo")
    page = await chromium.page(Seller("default", standin.url, "Mozilla/5.0", 1, (cookie,)))
    calls = PageCalls(page, MARKERS)
    await page.goto(standin.url)
    await calls.quiet(seconds=10)
    standin.state.patch_faults({"slow_paths": {"/api/v2/users/current": 60.0}})
    await page.evaluate("() => { fetch('/api/v2/users/current'); }")
    async with asyncio.timeout(10):
        while not calls.under_way:
            await asyncio.sleep(0.01)
    waiting = asyncio.ensure_future(calls.quiet(seconds=60))
    for pid in victims():
        os.kill(pid, signal.SIGKILL)
    async with asyncio.timeout(10):
        await waiting
    assert calls.under_way == ()

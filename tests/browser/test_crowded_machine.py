"""Four jobs at once beside busy processes: what is late is waited for, or said to be late.

Measured before: under four jobs on a loaded machine the tabs of women's sizes were told as gone.
Takes minutes, so it is run by hand.
"""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from browser.errors import BrowserError, SiteLayoutChanged
from browser.listing import Listing
from browser.page.conditions import PATIENT
from browser.standin import Standin, StandinOptions, serve_standin
from tests.browser.conftest import SharedChromium
from tests.browser.seller import Shop, shop

pytestmark = pytest.mark.campaign

JOBS, ROUNDS = 4, 3
BUSY_FOR_EACH_CORE = 2


@pytest.fixture
async def crowd() -> AsyncIterator[None]:
    """Twice as many busy processes as there are cores."""
    count = BUSY_FOR_EACH_CORE * (os.cpu_count() or 1)
    busy: list[Process] = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", "while True: pass")
        for _ in range(count)
    ]
    yield
    for process in busy:
        process.kill()
        await process.wait()


@pytest.fixture
async def markets_of_their_own() -> AsyncIterator[list[Standin]]:
    """A market for each job: what one holds says which job published it."""
    async with AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(serve_standin(options=StandinOptions(locale="fr")))
            for _ in range(JOBS)
        ]


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
async def test_tabs_of_sizes_that_come_late_are_not_told_as_gone(
    markets_of_their_own: list[Standin],
    one_chromium: SharedChromium,
    crowd: None,
    hoodie: Listing,
    narrow: bool,
) -> None:
    blazer = replace(hoodie, title="Blazer Diesel", category="Femme > Blazers", size="FR 38")
    told: list[str] = []
    for _ in range(ROUNDS):
        for standin in markets_of_their_own:
            standin.state.reset()
        stalls = [_stall(each, one_chromium, narrow) for each in markets_of_their_own]
        told += await asyncio.gather(*(_sold(stall, blazer) for stall in stalls))
    wrong = ("site_layout_changed", "unknown")
    assert not [each for each in told if each.startswith(wrong)], told
    assert told.count("published") >= len(told) / 2, told


def _stall(standin: Standin, chromium: SharedChromium, narrow: bool) -> Shop:
    made = shop(standin, chromium, narrow=narrow, timeouts=PATIENT)
    return replace(made, seller=replace(made.seller, account=standin.url))


async def _sold(stall: Shop, listing: Listing) -> str:
    try:
        await stall.sell(listing)
    except SiteLayoutChanged as error:
        return f"site_layout_changed: {error.field} {error.tried}"
    except BrowserError as error:
        return f"{type(error).__name__}: {error}"
    live = len(stall.standin.state.live_items)
    return "published" if live == 1 else f"unknown: {live} live items"

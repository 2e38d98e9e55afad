"""Four listings with sizes under tabs at once, on a machine that has other work for every core.

By hand: `pytest -m campaign tests/browser/test_crowded_machine.py`. A page that is merely slow is
waited for, and then told as slow; never as one that has changed.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from browser.chromium.chromium import Chromium
from browser.errors import BrowserError
from browser.listing import Listing
from browser.page.conditions import PATIENT
from browser.standin import Standin
from tests.browser.seller import shop

ROUNDS = 3
AT_ONCE = 4
BUSY = "while True: sum(range(100_000))"


@contextmanager
def load(processes: int) -> Iterator[None]:
    """So many processes that never rest."""
    started = [subprocess.Popen((sys.executable, "-c", BUSY)) for _ in range(processes)]
    try:
        yield
    finally:
        for each in started:
            each.kill()
            each.wait()


@pytest.mark.campaign
@pytest.mark.parametrize("narrow", [False, True])
async def test_tabs_of_sizes_are_never_told_as_gone(
    standin: Standin, one_chromium: Chromium, hoodie: Listing, narrow: bool
) -> None:
    listing = replace(hoodie, category="Femme > Blazers", size="FR 38")
    told: list[str] = []

    async def fill(account: str) -> None:
        one = shop(standin, one_chromium, narrow=narrow, timeouts=PATIENT)
        one = replace(one, seller=replace(one.seller, account=account))
        try:
            form = await one.prepare(listing)
        except BrowserError as error:
            told.append(error.code)
        else:
            told.append("prepared" if not form.questions else "asked")
        await one_chromium.close_account(account)

    with load(2 * (os.cpu_count() or 1)):
        for turn in range(ROUNDS):
            await asyncio.gather(*(fill(f"seller-{turn}-{each}") for each in range(AT_ONCE)))
    print(f"told: { {each: told.count(each) for each in set(told)} }")
    assert len(told) == ROUNDS * AT_ONCE
    assert "site_layout_changed" not in told
    assert told.count("prepared") > 0

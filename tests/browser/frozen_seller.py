"""A seller in a process of its own, which freezes itself on its way from the fence to the call.

Run as `python -m tests.browser.frozen_seller <market> <folder> <place>`; prints JSON.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from browser.chromium.chromium import Chromium
from browser.driver import Driver
from browser.fence import Before
from browser.form.prepared import PreparedForm
from browser.listing import Cookie, Seller
from browser.page.pacing import Profile
from browser.page.request_gate import Gate
from browser.sites.vinted.marketplace import Vinted
from tests.browser.seller import HOODIE, photos


def freeze() -> None:
    """Stop at once, as a machine that is overwhelmed does; somebody else wakes us."""
    os.kill(os.getpid(), signal.SIGSTOP)


def freeze_at_the_call(form: PreparedForm) -> None:
    """Stop once, when the browser asks whether the call may leave, before it is told."""
    gate = form.form.publishing.gate
    assert isinstance(gate, Gate)
    assert gate._session is not None

    def ask(paused: Mapping[str, Any]) -> None:
        if paused["request"]["method"] == "POST" and "responseStatusCode" not in paused:
            freeze()

    gate._session.on("Fetch.requestPaused", ask)


async def sell(market: str, folder: Path, place: str) -> dict[str, object]:
    listing = replace(HOODIE, photos=photos(folder, 1))
    cookies = (Cookie("access_token_web", "demo"),)
    seller = Seller("default", market, "Mozilla/5.0 Chrome/156.0", 1, cookies, "demo")

    async def fence(before: Before) -> None:
        if place == "fence":
            freeze()

    async with Chromium() as chromium:
        driver = Driver(chromium, Vinted(), pacing=Profile.OFF)
        form = await driver.prepare(seller, listing)
        if place == "call":
            freeze_at_the_call(form)
        submission = await driver.submit(form, form.reading, listing, fence=fence)
    return {
        "outcome": submission.outcome,
        "reason": submission.reason,
        "refused": submission.refused,
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(sell(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))))

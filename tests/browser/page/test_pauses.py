"""Pauses as the market sees them: between the first input on one field and on the next."""

import asyncio
from itertools import pairwise
from random import Random

from browser.chromium.chromium import Chromium
from browser.driver import Driver
from browser.page.pacing import Pacer, Profile
from browser.sites.vinted.marketplace import Vinted
from browser.standin import Standin
from tests.browser.seller import HOODIE, Shop, shop

FIELDS = ("title", "description", "category", "brand", "size", "condition", "color", "price")


async def _gaps(market: Standin, chromium: Chromium, pacing: Profile, seed: int) -> list[float]:
    """Seconds from each field's first event to the next one's, in the order of the page."""
    market.state.reset()
    market.state.patch_faults({"cookie_banner": False})
    driver = Driver(chromium, Vinted(), pacing=pacing, seed=seed)
    account = shop(market, chromium)
    paced = Shop(account.standin, account.chromium, driver, account.seller)
    form = await paced.prepare(HOODIE)
    async with asyncio.timeout(10):  # the page tells of its events a moment after them
        while not {event.target for event in market.state.ledger.events} >= {*FIELDS}:
            await asyncio.sleep(0.02)
    await driver.close(form)
    first: dict[str, float] = {}
    for event in market.state.ledger.events:
        if event.target in FIELDS:
            first.setdefault(event.target, event.at)
    await chromium.close_account("default")
    assert set(first) == set(FIELDS)
    return [later - sooner for sooner, later in pairwise(sorted(first.values()))]


async def _drawn(seed: int) -> list[float]:
    """The pauses that the seed gives between `FIELDS`; the first one stands before the title."""
    pauses: list[float] = []

    async def kept(seconds: float) -> None:
        pauses.append(seconds)

    pacer = Pacer(Profile.HUMAN, Random(seed), kept)
    for _ in FIELDS:
        await pacer.between_fields()
    return pauses[1:]


async def test_human_pauses_are_seen_by_the_market_and_one_seed_repeats_them(
    standin: Standin, one_chromium: Chromium
) -> None:
    drawn = await _drawn(7)
    at_once = await _gaps(standin, one_chromium, Profile.OFF, 7)
    human = await _gaps(standin, one_chromium, Profile.HUMAN, 7)
    again = await _gaps(standin, one_chromium, Profile.HUMAN, 7)
    # What the page itself takes comes on top, and differs from run to run.
    for gaps in (human, again):
        assert [gap for gap, pause in zip(gaps, drawn, strict=True) if gap < pause] == []
    assert sum(human) - sum(at_once) >= 0.4 * len(human)

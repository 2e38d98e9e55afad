"""Vinted's markers against the stand-in market, built from the same facts by other hands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal, get_args

import pytest
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.errors import ChallengeKind, ChallengeRequired, Place, SessionExpired
from browser.listing import Cookie, Seller
from browser.page.challenge import ResponseWatch, probe
from browser.sites.vinted.markers import MARKERS
from browser.standin import serve_standin
from browser.standin.options import StandinOptions
from browser.standin.switches.faults import ChallengeKind as Obstacle
from browser.standin.switches.faults import Faults

USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36"
ASK_FOR_ATTRIBUTES = r"""() => {
  const [, token] = /CSRF_TOKEN\\?":\\?"([0-9a-f-]+)/.exec(document.documentElement.innerHTML);
  return fetch("/api/v2/item_upload/attributes", {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf-token": token },
    body: JSON.stringify({ attributes: [{ code: "category", value: [1811] }] }),
  }).then((answer) => answer.text());
}"""
KINDS = {
    "datadome": ChallengeKind.CAPTCHA,
    "verification": ChallengeKind.VERIFICATION,
    "phone_verification": ChallengeKind.VERIFICATION,
    "rate_limit": ChallengeKind.RATE_LIMITED,
}


@pytest.fixture(scope="module")
async def chromium() -> AsyncIterator[Chromium]:
    async with Chromium() as chromium:
        yield chromium


@asynccontextmanager
async def sell_page(
    chromium: Chromium,
    faults: Faults,
    *,
    token: str = "demo",
    locale: Literal["fr", "en", "de"] = "fr",
) -> AsyncIterator[tuple[Page, ResponseWatch]]:
    async with serve_standin(options=StandinOptions(locale=locale, faults=faults)) as standin:
        cookies = (Cookie("access_token_web", token),)
        page = await chromium.page(Seller(standin.url, standin.url, USER_AGENT, 1, cookies))
        watch = ResponseWatch(page, MARKERS)
        await page.goto(f"{standin.url}/items/new")
        try:
            yield page, watch
        finally:
            await close_page(page)
            await chromium.close_account(standin.url)


@pytest.mark.parametrize("locale", ["fr", "en", "de"])
async def test_the_ordinary_sell_page_passes_with_decoys(
    chromium: Chromium, locale: Literal["fr", "en", "de"]
) -> None:
    faults = Faults(decoys=True, cookie_banner_delay=0)
    async with sell_page(chromium, faults, locale=locale) as (page, watch):
        await page.locator("#title").wait_for()
        await page.locator("#onetrust-banner-sdk").wait_for()
        await probe(page, watch, MARKERS, Place.NAVIGATION)


@pytest.mark.parametrize("locale", ["fr", "de"])
@pytest.mark.parametrize(
    "obstacle", sorted(set(get_args(Obstacle)) - {"none", "login_wall", "non_json", "binary"})
)
async def test_every_obstacle_in_front_of_the_page_is_seen(
    chromium: Chromium, obstacle: Obstacle, locale: Literal["fr", "de"]
) -> None:
    async with sell_page(chromium, Faults(challenge=obstacle), locale=locale) as (page, watch):
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.NAVIGATION)
    # How the others are named matters less than that they stop the job.
    assert raised.value.kind is KINDS.get(obstacle, raised.value.kind)


# Bytes instead of JSON are an answer to photos only, which this page does not send.
@pytest.mark.parametrize(
    "obstacle", sorted(set(get_args(Obstacle)) - {"none", "login_wall", "binary"})
)
async def test_every_obstacle_in_the_answer_to_a_call_is_seen(
    chromium: Chromium, obstacle: Obstacle
) -> None:
    faults = Faults(challenge=obstacle, challenge_at="after_category")
    async with sell_page(chromium, faults) as (page, watch):
        await probe(page, watch, MARKERS, Place.NAVIGATION)
        await page.evaluate(ASK_FOR_ATTRIBUTES)
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.AFTER_CATEGORY)
    assert raised.value.kind is KINDS.get(obstacle, raised.value.kind)


async def test_a_log_in_wall_is_an_expired_session(chromium: Chromium) -> None:
    async with sell_page(chromium, Faults(challenge="login_wall")) as (page, watch):
        with pytest.raises(SessionExpired):
            await probe(page, watch, MARKERS, Place.NAVIGATION)


async def test_another_token_is_an_expired_session(chromium: Chromium) -> None:
    async with sell_page(chromium, Faults(), token="expired") as (page, watch):
        with pytest.raises(SessionExpired):
            await probe(page, watch, MARKERS, Place.NAVIGATION)

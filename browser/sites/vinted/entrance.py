"""The way to the sell form: straight, by way of the front page, or to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Never
from urllib.parse import urlsplit

from browser.errors import (
    ChallengeKind,
    ChallengeRequired,
    ListingRefused,
    PayWall,
    Place,
    SessionExpired,
    SiteUnreachable,
    WrongMarket,
)
from browser.market import Market
from browser.messages import Message
from browser.page.conditions import Condition
from browser.page.input import press
from browser.page.locators import Field, present
from browser.page.tab import Tab
from browser.playwright_errors import Error, translated
from browser.sites.vinted.dialogs import MONEY
from browser.sites.vinted.locators import SELL_LINK
from browser.sites.vinted.markets import MARKETS, other_market

if TYPE_CHECKING:
    from playwright.async_api import Response

_HOPS: Final = 3
_OVERTAKEN: Final = ("net::ERR_ABORTED", "interrupted by another navigation")
_FILE: Final = "Download is starting"
"""In Playwright's word for an address that answers with what no tab can show (1.65, 2026-11)."""
_SIGHT: Final = """({anchor}) => {
  const language = (locale) => locale.split("-")[0].toLowerCase();
  const locale = () => {
    const lang = document.documentElement.lang;
    const iso = document.querySelector("meta[name=iso-locale]")?.content;
    return iso && (!lang || language(iso) === language(lang)) ? iso : lang;
  };
  if (first(anchor)) return {form: true, locale: locale()};
  const elsewhere = location.pathname !== "/items/new" && !location.pathname.endsWith("/edit");
  const loaded = document.readyState === "complete";
  return loaded || (elsewhere && document.readyState === "interactive") ? {form: false} : null;
}"""
_HEADING: Final = Condition("() => text(all('h1')[0]?.innerText)")
# The join page stands at the sell page's own address: vinted.com, 2026-10-06, live, one source, M.
_JOIN: Final = Condition(
    """() => all("a[href*='/member/signup'], a[href*='/member/login']").some(shown)"""
)
_SHELL: Final = Condition("() => all('header, main, #content').length > 0")


async def enter(tab: Tab, address: str, anchor: Field) -> str:
    """Open the form at an address and return the locale that the page speaks.

    Its language is that of `html[lang]` (vinted.lu runs in English: audit of 2026-11, M); the
    region comes from `meta[name=iso-locale]` where that is of the same language.

    Raises what `Tab.probe` raises, WrongMarket, ListingRefused for a draft that is gone, PayWall
    for a quota, SiteUnreachable, SiteTimeout, and SiteLayoutChanged for a page without the form.
    """
    await visit(tab, address)
    for _ in range(_HOPS):
        sight = await tab.until(Condition(_SIGHT, {"anchor": anchor.data()}))
        await tab.probe(Place.NAVIGATION)
        if there := other_market(_origin(address), tab.page.url):
            raise WrongMarket(there)
        if sight and sight["form"]:
            return str(sight["locale"])
        if urlsplit(tab.page.url).path == "/":
            await press(tab, SELL_LINK, Condition("() => location.pathname !== '/'"))
        elif await tab.until(present(anchor)):
            continue
        else:
            await _explain(tab, address)
    await tab.probe(Place.NAVIGATION)
    raise await tab.lost(anchor)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def spoken(market: Market, locale: str) -> Market:
    """The market in the page's language; on loopback with the money of that language's market."""
    same = (other.currency for other in MARKETS.values() if other.locale == locale)
    return market.speaking(locale, next(same, None) if market.loopback else None)


async def visit(tab: Tab, address: str) -> None:
    """Go to an address of the site; its own words for "not now" are not a page."""
    try:
        response = await _go(tab, address)
    except Error as error:
        if _FILE in error.message:
            await _met_a_file(tab)
        raise translated(error) from None
    if response is not None and response.status >= 500:
        await tab.probe(Place.NAVIGATION)
        raise SiteUnreachable(f"the site answers {response.status}")


async def _met_a_file(tab: Tab) -> Never:
    """Raise for bytes in place of a page, which the browser would keep as a file."""
    await tab.probe(Place.NAVIGATION)
    kind = ChallengeKind.UNEXPECTED_ANSWER
    raise ChallengeRequired(Place.NAVIGATION, kind=kind, marker="a file in place of a page")


async def _go(tab: Tab, address: str) -> Response | None:
    """Load an address, once more when the page was itself about to move on."""
    limit = tab.timeouts.navigation * 1000
    try:
        return await tab.page.goto(address, wait_until="commit", timeout=limit)
    except Error as error:
        if not any(sign in error.message for sign in _OVERTAKEN):
            raise
    await tab.page.wait_for_load_state(timeout=limit)
    return await tab.page.goto(address, wait_until="commit", timeout=limit)


async def _explain(tab: Tab, address: str) -> None:
    """Raise for a page that says why it has no form."""
    await tab.probe(Place.NAVIGATION)
    if await tab.read(_JOIN):
        raise SessionExpired("the site asks to join")
    if not await tab.read(_SHELL):
        kind = ChallengeKind.UNEXPECTED_ANSWER
        raise ChallengeRequired(Place.NAVIGATION, kind=kind, marker="not a page of the site")
    heading = str(await tab.read(_HEADING))
    if any(word in heading.lower() for word in MONEY):
        raise PayWall(Place.NAVIGATION, heading=heading)
    # What is still under way may bring it: not there yet is not gone.
    if address.endswith("/edit") and not await tab.pending():
        raise ListingRefused({"draft": Message("the draft is not on the site any more")})

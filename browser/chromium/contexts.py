"""The contexts of one running browser: an account each, with the tabs that were asked for.

Owns what a context is opened with, the cookies in it, and the end of tabs and contexts. The browser
itself, and when it is replaced, is `chromium`'s.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from browser.background_tasks import Chores
from browser.errors import SessionExpired
from browser.listing import Cookie, Seller
from browser.playwright_calls import handler
from browser.playwright_errors import Error, settled, translate_errors

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page, Response, ViewportSize
    from playwright.async_api import Cookie as StoredCookie

_log = logging.getLogger(__name__)

OPEN_SECONDS: Final = 20.0
_HEADERS_SECONDS: Final = 2.0
"""So long the headers of an answer may take; else it may have set anything."""
_WIDE: Final[ViewportSize] = {"width": 1280, "height": 900}
_given_up: Final[WeakSet[Page]] = WeakSet()
"""Tabs whose close has hung: they count as closed, so that a fresh browser can take their place."""
_SESSION_COOKIE: Final = -1.0  # Playwright's word for a cookie that ends with the browser


@dataclass
class Account:
    """An account's context, with the tabs that were asked for."""

    seller: Seller
    context: BrowserContext
    pages: set[Page] = field(default_factory=set)
    _is_tidying: bool = False
    _is_stale: bool = False

    def forget(self, page: Page) -> None:
        self.pages.discard(page)

    async def sent(self) -> list[StoredCookie]:
        """The cookies that go to the market's host, each name once.

        Where the site has renewed one of ours for its whole domain, the browser would send both,
        the stale one first: ours goes.
        """
        found = await self.context.cookies(self.seller.origin)
        renewed = {cookie["name"] for cookie in found if _is_for_domain(cookie)}
        stale = [c for c in found if c["name"] in renewed and not _is_for_domain(c)]
        for cookie in stale:
            await self.context.clear_cookies(name=cookie["name"], domain=cookie["domain"])
        return [cookie for cookie in found if cookie not in stale]

    async def tidy(self) -> None:
        """Let stale cookies go, once more where an answer came in while that was done."""
        self._is_stale = True
        if self._is_tidying:
            return
        self._is_tidying = True
        try:
            while self._is_stale:
                self._is_stale = False
                await self.sent()
        finally:
            self._is_tidying = False

    def may_renew(self, response: Response) -> bool:
        """Whether the site may have renewed a session with this answer: a page, or no mere reading.

        No page hears what a beacon is answered, and a form has dozens of them.
        """
        request = response.request
        kind = request.resource_type
        renews = kind == "document" or (kind != "ping" and request.method != "GET")
        return renews and response.url.startswith(f"{self.seller.origin}/")

    async def follow(self, response: Response) -> None:
        """Let go what an answer has made stale; most answers set nothing that could be."""
        try:
            async with asyncio.timeout(_HEADERS_SECONDS):
                told = await response.header_values("set-cookie")
        except (Error, TimeoutError):
            told = None
        if told is None or any(map(self._replaces_ours, told)):
            await self.tidy()

    def _replaces_ours(self, told: str) -> bool:
        """Whether a cookie that was set is one of ours, for the whole domain."""
        name, *attributes = (part.partition("=")[0].strip() for part in told.split(";"))
        is_for_domain = "domain" in map(str.lower, attributes)
        return is_for_domain and any(cookie.name == name for cookie in self.seller.cookies)


class Contexts:
    """What is open in a browser; `opening` is held by whoever opens or closes there."""

    def __init__(
        self,
        browser: Browser,
        *,
        opening: asyncio.Lock,
        chores: Chores,
        crashed: Callable[[Page], None],
    ) -> None:
        self.opened = 0
        self._browser = browser
        self._opening = opening
        self._chores = chores
        self._crashed = crashed
        self._accounts: dict[str, Account] = {}

    @property
    def accounts(self) -> frozenset[str]:
        return frozenset(self._accounts)

    @property
    def open_pages(self) -> int:
        return sum(len(each.pages.difference(_given_up)) for each in self._accounts.values())

    def pages_of(self, account: str) -> int:
        """How many tabs of an account are open."""
        held = self._accounts.get(account)
        return len(held.pages.difference(_given_up)) if held else 0

    async def open(self, seller: Seller) -> Page:
        """A new tab; raises TimeoutError, SessionExpired and what Playwright does."""
        account = await self._account(seller)
        page = await self._chores.open(account.context.new_page(), close_page, seconds=OPEN_SECONDS)
        account.pages.add(page)
        page.on("close", account.forget)
        page.on("crash", self._crashed)
        return page

    async def close(self, account: str) -> None:
        held = self._accounts.pop(account, None)
        if held:
            await self._chores.through(_close_context(held.context))

    async def close_tabs(self, account: str) -> None:
        held = self._accounts.get(account)
        if held:
            await asyncio.gather(*(close_page(page) for page in tuple(held.pages)))

    async def cookies(self, account: str) -> tuple[Cookie, ...]:
        held = self._accounts.get(account)
        if held is None:
            return ()
        async with translate_errors(), asyncio.timeout(OPEN_SECONDS):
            found = await held.sent()
        return tuple(
            Cookie(cookie["name"], cookie["value"], _expiry(cookie["expires"])) for cookie in found
        )

    async def _account(self, seller: Seller) -> Account:
        held = self._accounts.get(seller.account)
        if held and held.seller.version >= seller.version:
            if held.seller.origin != seller.origin:
                raise SessionExpired("a newer session, of another market, has replaced this one")
            return held
        await self.close(seller.account)
        context = await self._chores.open(
            _new_context(self._browser, seller), _close_context, seconds=OPEN_SECONDS
        )
        account = self._accounts[seller.account] = Account(seller, context)
        self.opened += 1
        context.on("page", lambda page: self._chores.begin(self._close_unknown(account, page)))
        context.on("response", handler(partial(self._keep_renewed, account)))
        context.on("close", lambda _: self._forget(account))
        return account

    def _forget(self, account: Account) -> None:
        if self._accounts.get(account.seller.account) is account:
            del self._accounts[account.seller.account]

    def _keep_renewed(self, account: Account, response: Response) -> None:
        if account.may_renew(response):
            self._chores.begin(settled(account.follow(response)))

    async def _close_unknown(self, account: Account, page: Page) -> None:
        # A tab of ours is announced before it is handed over: the lock lets that come first.
        async with self._opening:
            known = page in account.pages
        if not known:
            await close_page(page)


async def close_page(page: Page) -> None:
    """Close a tab within 5 s; nothing is raised when it is gone already or hangs."""
    await settled(page.close())
    if not page.is_closed():
        _given_up.add(page)
        _log.warning("a tab does not close: it is left to the end of its browser")


async def _close_context(context: BrowserContext) -> None:
    await settled(context.close())


async def _new_context(browser: Browser, seller: Seller) -> BrowserContext:
    context = await browser.new_context(
        user_agent=seller.user_agent, viewport=_WIDE, accept_downloads=False
    )
    try:
        # Given by address instead of domain, a cookie is host-only: it goes to no other host.
        await context.add_cookies(
            [
                {
                    "name": cookie.name,
                    "value": cookie.value,
                    "url": seller.origin,
                    "expires": _SESSION_COOKIE if cookie.expires is None else cookie.expires,
                }
                for cookie in seller.cookies
            ]
        )
    except Error:
        await _close_context(context)
        raise
    return context


def _is_for_domain(cookie: StoredCookie) -> bool:
    return cookie["domain"].startswith(".")


def _expiry(seconds: float) -> float | None:
    return None if seconds == _SESSION_COOKIE else seconds

"""The one Chromium of the process: launched on first use, relaunched when it died.

Owns the browser, one context per account, and the tabs that were asked for. What happens in a tab
belongs to whoever asked for it. No trace, video or HAR is ever recorded: they would hold cookies.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from weakref import WeakSet

from browser.background_tasks import Chores
from browser.chromium.installer import find_chromium, hints, version_of
from browser.chromium.launcher import launch
from browser.errors import BrowserCrashed, BrowserMissing, SessionExpired
from browser.listing import Cookie, Seller
from browser.playwright_errors import Error, is_gone, settled, translate_errors, translated

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page, Response, ViewportSize
    from playwright.async_api import Cookie as StoredCookie

_log = logging.getLogger(__name__)

__all__ = ["BrowserHealth", "BrowserStats", "Chromium", "Recycle", "close_page", "translate_errors"]

_WIDE: Final[ViewportSize] = {"width": 1280, "height": 900}
_NARROW: Final[ViewportSize] = {"width": 390, "height": 844}
_OPEN_SECONDS: Final = 20.0
_given_up: Final[WeakSet[Page]] = WeakSet()
"""Tabs whose close has hung: they count as closed, so that a fresh browser can take their place."""
_SESSION_COOKIE: Final = -1.0  # Playwright's word for a cookie that ends with the browser


@dataclass(frozen=True, slots=True)
class Recycle:
    """When a browser without open tabs is replaced by a fresh one, by age or by contexts opened."""

    age_seconds: float = 6 * 3600.0
    contexts: int = 500


@dataclass(frozen=True, slots=True)
class BrowserStats:
    """What is open now; `launches` and what crashed count since the start of the process.

    A browser that hangs counts as crashed, one that is replaced or closed by us does not.
    """

    open_pages: int
    open_contexts: int
    launches: int
    crashes: int = 0
    crashed_pages: int = 0
    running: bool = False


@dataclass(frozen=True, slots=True)
class BrowserHealth:
    """Which browser is or would be used; `version` is None when there is none that runs.

    Without an age it is not launched.
    """

    executable: Path | None
    version: str | None
    age_seconds: float | None


@dataclass
class _Account:
    """An account's context, with the tabs that were asked for."""

    seller: Seller
    context: BrowserContext
    pages: set[Page] = field(default_factory=set)

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

    def may_renew(self, response: Response) -> bool:
        """Whether the site may have set a cookie with this answer: a page, or no mere reading."""
        request = response.request
        renews = request.resource_type == "document" or request.method != "GET"
        return renews and response.url.startswith(f"{self.seller.origin}/")


@dataclass(slots=True)
class _Process:
    """A running browser and what is open in it."""

    browser: Browser
    stack: AsyncExitStack
    started: float
    contexts_opened: int = 0
    accounts: dict[str, _Account] = field(default_factory=dict)
    closing: bool = False

    def forget(self, account: _Account) -> None:
        if self.accounts.get(account.seller.account) is account:
            del self.accounts[account.seller.account]

    async def close(self) -> None:
        self.closing = True
        await settled(self.browser.close())
        await settled(self.stack.aclose())


class Chromium:
    """Opens tabs for sellers, each account in a context of its own.

    An async context manager; entering it starts nothing. Used from one event loop.
    """

    def __init__(
        self,
        executable: Path | None = None,
        *,
        headless: bool = True,
        recycle: Recycle = Recycle(),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._executable = executable
        self._headless = headless
        self._recycle = recycle
        self._clock = clock
        self._opening = asyncio.Lock()
        self._chores = Chores()
        self._process: _Process | None = None
        self._launches = 0
        self._crashes = 0
        self._crashed_pages = 0
        self._versions: dict[Path, str | None] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        async with self._opening:
            await self._drop()
        await self._chores.finish()

    @property
    def accounts(self) -> frozenset[str]:
        """The accounts that have a context."""
        return frozenset(self._process.accounts if self._process else ())

    @property
    def open_pages(self) -> int:
        """Tabs that were asked for and are still open."""
        return self.stats().open_pages

    def stats(self) -> BrowserStats:
        """Counts for metrics; starts nothing."""
        accounts = self._process.accounts.values() if self._process else ()
        pages = sum(len(account.pages.difference(_given_up)) for account in accounts)
        return BrowserStats(
            pages,
            len(accounts),
            self._launches,
            self._crashes,
            self._crashed_pages,
            bool(self._process and self._process.browser.is_connected()),
        )

    async def page(self, seller: Seller, *, narrow: bool = False) -> Page:
        """A new tab in the context of the seller's account, 1280 by 900 or as narrow as a phone.

        A newer version of the seller closes the open context with its tabs. Raises BrowserMissing,
        BrowserCrashed, and SessionExpired for a session that one of another market has replaced.
        """
        async with self._opening:
            page = await self._open_or_relaunch(seller)
        if narrow:
            async with translate_errors(), asyncio.timeout(_OPEN_SECONDS):
                await page.set_viewport_size(_NARROW)
        return page

    async def close_account(self, account: str) -> None:
        """Close the account's context and tabs; nothing happens when there is none."""
        async with self._opening:
            await self._close_context(account)

    async def close_tabs(self, account: str) -> None:
        """Close every tab of the account, so that no page of it asks the site for anything.

        The context stays, with the cookies as the site has renewed them.
        """
        held = self._process.accounts.get(account) if self._process else None
        if held:
            await asyncio.gather(*(close_page(page) for page in tuple(held.pages)))

    async def cookies(self, account: str) -> tuple[Cookie, ...]:
        """What the context now holds for the market's host, as the site has renewed it.

        Empty when the account has no context. Raises BrowserCrashed.
        """
        held = self._process.accounts.get(account) if self._process else None
        if held is None:
            return ()
        async with translate_errors(), asyncio.timeout(_OPEN_SECONDS):
            found = await held.sent()
        return tuple(
            Cookie(cookie["name"], cookie["value"], _expiry(cookie["expires"])) for cookie in found
        )

    async def probe(self) -> BrowserHealth:
        """Which browser is or would be used; launches nothing and raises nothing."""
        process = self._process
        try:
            executable = self._find()
        except BrowserMissing:
            return BrowserHealth(self._executable, None, None)
        if process and process.browser.is_connected():
            age = self._clock() - process.started
            return BrowserHealth(executable, process.browser.version, age)
        return BrowserHealth(executable, await self._version(executable), None)

    async def _version(self, executable: Path | None) -> str | None:
        """Asked of the program once: health is asked often, and each asking is a process.

        One that does not run is asked again, since somebody may be mending it.
        """
        if executable is None:
            return None
        if self._versions.get(executable) is None:
            self._versions[executable] = await version_of(executable)
        return self._versions[executable]

    def _find(self) -> Path | None:
        return find_chromium(self._executable, headless=self._headless)

    async def _open_or_relaunch(self, seller: Seller) -> Page:
        """A browser that died unnoticed shows when it is used: drop it and try once more."""
        await self._recycle_if_due()
        try:
            return await self._open_or_drop(seller)
        except BrowserCrashed:
            return await self._open_or_drop(seller)

    async def _open_or_drop(self, seller: Seller) -> Page:
        try:
            return await self._open(seller)
        except TimeoutError:
            self._crashes += 1
            await self._drop()
            raise BrowserCrashed("Chromium does not open a tab in time") from None
        except Error as error:
            if is_gone(error):
                await self._drop()
            raise translated(error) from None

    async def _open(self, seller: Seller) -> Page:
        account = await self._account(await self._ready(), seller)
        page = await self._chores.open(
            account.context.new_page(), close_page, seconds=_OPEN_SECONDS
        )
        account.pages.add(page)
        page.on("close", account.forget)
        page.on("crash", self._note_crashed_page)
        return page

    async def _account(self, process: _Process, seller: Seller) -> _Account:
        held = process.accounts.get(seller.account)
        if held and held.seller.version >= seller.version:
            if held.seller.origin != seller.origin:
                raise SessionExpired("a newer session, of another market, has replaced this one")
            return held
        await self._close_context(seller.account)
        context = await self._chores.open(
            _new_context(process.browser, seller), _close_context, seconds=_OPEN_SECONDS
        )
        account = process.accounts[seller.account] = _Account(seller, context)
        process.contexts_opened += 1
        context.on("page", lambda page: self._chores.begin(self._close_unknown(account, page)))
        context.on("response", lambda response: self._keep_renewed(account, response))
        context.on("close", lambda _: process.forget(account))
        return account

    def _keep_renewed(self, account: _Account, response: Response) -> None:
        if account.may_renew(response):
            self._chores.begin(settled(account.sent()))

    async def _close_unknown(self, account: _Account, page: Page) -> None:
        # A tab of ours is announced before it is handed over: the lock lets that come first.
        async with self._opening:
            known = page in account.pages
        if not known:
            await close_page(page)

    async def _close_context(self, account: str) -> None:
        held = self._process.accounts.pop(account, None) if self._process else None
        if held:
            await self._chores.through(_close_context(held.context))

    async def _ready(self) -> _Process:
        if self._process and not self._process.browser.is_connected():
            await self._drop()
        if self._process is None:
            executable = self._find()
            if executable is None:
                raise BrowserMissing(hints())
            browser, stack = await launch(executable, headless=self._headless)
            process = self._process = _Process(browser, stack, self._clock())
            browser.on("disconnected", lambda _: self._note_end(process))
            self._launches += 1
        return self._process

    def _note_end(self, process: _Process) -> None:
        if not process.closing:
            self._crashes += 1

    def _note_crashed_page(self, page: Page) -> None:
        self._crashed_pages += 1

    async def _recycle_if_due(self) -> None:
        process = self._process
        if process is None or self.open_pages:
            return
        aged = self._clock() - process.started >= self._recycle.age_seconds
        if aged or process.contexts_opened >= self._recycle.contexts:
            await self._drop()

    async def _drop(self) -> None:
        process, self._process = self._process, None
        if process:
            await self._chores.through(process.close())


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

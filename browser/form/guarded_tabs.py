"""The tabs in which an account's pages are visited: opened, closed, and guarded meanwhile.

Owns that what stands in the way is pictured, and that after a challenge no page of the account goes
on. What is done in a tab is `driver`'s.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.errors import (
    AccountMismatch,
    ChallengeRequired,
    FieldTimeout,
    NeedsPerson,
    Place,
    SiteLayoutChanged,
)
from browser.fence import Before
from browser.form.arrival import arrived
from browser.listing import Seller
from browser.page.challenge import ResponseWatch
from browser.page.conditions import Timeouts
from browser.page.pacing import Pacer, Profile
from browser.page.tab import Tab
from browser.playwright_errors import translate_errors
from browser.site import Member, Pages


class GuardedTabs:
    """Opens tabs in the browser contexts of sellers."""

    def __init__(
        self,
        chromium: Chromium,
        pages: Pages,
        *,
        pacing: Profile,
        seed: int | None,
        timeouts: Timeouts,
        narrow: bool,
    ) -> None:
        self._chromium = chromium
        self._pages = pages
        self._pacing = pacing
        self._seed = seed
        self._timeouts = timeouts
        self._narrow = narrow

    async def close_all(self, account: str) -> None:
        await self._chromium.close_tabs(account)

    @asynccontextmanager
    async def opened(self, seller: Seller, *, narrow: bool | None = None) -> AsyncIterator[Tab]:
        """A tab for one look, closed afterwards."""
        tab = await self._tab(seller, narrow=narrow)
        try:
            async with self.guarded(tab, seller.account):
                yield tab
        finally:
            await close_page(tab.page)

    @asynccontextmanager
    async def kept(self, seller: Seller) -> AsyncIterator[Tab]:
        """A tab that stays open, unless anything goes wrong."""
        tab = await self._tab(seller)
        try:
            async with self.guarded(tab, seller.account):
                yield tab
        except BaseException:
            await close_page(tab.page)
            raise

    @asynccontextmanager
    async def guarded(self, tab: Tab, account: str) -> AsyncIterator[None]:
        """What stands in the way is seen and pictured, and then no page of the account goes on."""
        try:
            async with translate_errors(tab.page):
                yield
        except NeedsPerson as error:
            await tab.capture.witness(error)
            if isinstance(error, ChallengeRequired):
                await self._chromium.close_tabs(account)
            raise
        except (SiteLayoutChanged, FieldTimeout) as error:
            await tab.capture.show(error)
            raise

    @asynccontextmanager
    async def at_home(
        self, seller: Seller, before: Before | None
    ) -> AsyncIterator[tuple[Tab, Member]]:
        """The site's front page, and the member, who must be the one whose act is looked up."""
        async with self.opened(seller) as tab:

            async def open_home() -> None:
                await self._pages.open_home(tab, seller.origin)
                await tab.probe(Place.NAVIGATION)

            member = await arrived(self._pages, tab, open_home)
            if before is not None and member.id != before.owner:
                raise AccountMismatch(before.owner)
            yield tab, member

    async def _tab(self, seller: Seller, *, narrow: bool | None = None) -> Tab:
        narrow = self._narrow if narrow is None else narrow
        page = await self._chromium.page(seller, narrow=narrow)
        tab = Tab(
            page,
            watch=ResponseWatch(page, self._pages.markers),
            markers=self._pages.markers,
            interruptions=self._pages.interruptions,
            pacer=Pacer(self._pacing, Random(self._seed)),  # noqa: S311 - pauses, not secrets
            timeouts=self._timeouts,
        )
        tab.capture.secrets.update({seller.username} if seller.username else ())
        return tab

"""The sell form of one tab: the way to it, and the parts that it is made of.

The parts are in `fields`, the calls that leave the tab in `publishing` and `drafts`. Which option
fits the seller's words is decided by the caller.
"""

import asyncio

from browser.market import Market
from browser.page.conditions import Condition
from browser.page.tab import Tab
from browser.sites.vinted.drafts import VintedDrafts
from browser.sites.vinted.entrance import enter, spoken
from browser.sites.vinted.fields.category import CategoryPicker
from browser.sites.vinted.fields.category_fields import VintedFields
from browser.sites.vinted.fields.content import VintedContent
from browser.sites.vinted.fields.expected_fields import VintedLayout
from browser.sites.vinted.fields.form_page import Chosen, FormPage, KnownFields
from browser.sites.vinted.fields.price_field import PriceField
from browser.sites.vinted.fields.reading import VintedReader
from browser.sites.vinted.locators import AVATAR, anchor
from browser.sites.vinted.packs import NO_PACK, Pack
from browser.sites.vinted.publishing import VintedPublishing


class VintedForm:
    """The `SellForm` in one tab; usable once it was opened."""

    def __init__(
        self, tab: Tab, market: Market, pack: Pack = NO_PACK, known: KnownFields | None = None
    ) -> None:
        self.tab = tab
        self._page = page = FormPage(tab, market, pack, known)
        self._draft: str | None = None
        self.content = VintedContent(page)
        self.category = CategoryPicker(page)
        self.reader = VintedReader(page)
        self.fields = VintedFields(page, self.reader)
        self.layout = VintedLayout(page)
        self.publishing = VintedPublishing(page, self.content)
        self.drafts = VintedDrafts(page, self.publishing)

    @property
    def language(self) -> str:
        return self._page.language

    async def open(self, draft_id: str | None) -> None:
        """Open the empty form, or a draft's, in the language that the page speaks."""
        page = self._page
        page.chosen, self._draft = Chosen(page.answers.mark), draft_id
        await asyncio.gather(self.publishing.gate.install(), self.drafts.install())
        path = f"/items/{draft_id}/edit" if draft_id else "/items/new"
        locale = await enter(self.tab, page.market.origin + path, anchor(page.pack))
        page.speaking(spoken(page.market, locale))
        if page.market.loopback:
            # In the money that stands in the price field, or beside it.
            currency = await PriceField(page).currency()
            page.market = page.market.speaking(locale, currency)
        self.category = CategoryPicker(page)

    async def reload(self) -> None:
        await self.open(self._draft)

    async def shown_member(self) -> str | None:
        """The login beside the avatar in the header."""
        avatar = Condition("(avatar) => all(avatar)[0]?.alt || null", AVATAR)
        login = await self.tab.read(avatar)
        return str(login) if login else None

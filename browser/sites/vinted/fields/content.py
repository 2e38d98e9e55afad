"""What every listing has, put into the form: photos, texts, a price."""

from collections.abc import Sequence

from browser.errors import ListingRefused
from browser.listing import FieldName, PhotoFile, Price
from browser.messages import Message
from browser.page.input import type_text
from browser.sell_form import Counted, Shown
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.photos import PhotoArea
from browser.sites.vinted.fields.price_field import PriceField


class VintedContent:
    def __init__(self, page: FormPage) -> None:
        self._page = page
        self.photos = PhotoArea(page)

    async def add_photos(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        return await self.photos.replace(photos, counted)

    async def hand_over(self, photos: Sequence[PhotoFile]) -> Shown:
        return await self.photos.begin(photos)

    async def photos_taken(self, counted: Counted) -> None:
        await self.photos.taken(counted)

    async def arrange_photos(self, counted: Counted) -> None:
        await self.photos.arrange(counted)

    async def write(self, field: FieldName, text: str) -> Shown:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        place, several = self._page.locators.field(field), field is FieldName.DESCRIPTION
        match = await type_text(self._page.tab, place, lines, lines=several)
        return Shown(lines, match.rank)

    def priced(self, price: Price) -> Price:
        """The price in the market's money; on loopback that is the money that the page shows."""
        market, currency = self._page.market, self._page.market.currency
        if market.loopback:
            return Price(price.amount, currency)
        if price.currency != currency:
            raise ListingRefused(
                {FieldName.PRICE: Message("this market sells in {currency}", currency=currency)}
            )
        return price

    async def type_price(self, price: Price) -> Shown:
        amount = self.priced(price).amount
        return await PriceField(self._page).type(amount)

"""The price field: typed with the market's separator, left, and read back as a number.

How an amount is spelled and read belongs to `prices`; when the field is filled, to the caller.
"""

from decimal import Decimal
from typing import Final

from browser.listing import FieldName
from browser.page.conditions import Condition
from browser.page.input import press, require_text
from browser.page.locators import focused
from browser.sell_form import Shown
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.prices import currency_in, shown, spellings

_ROUNDS: Final = 2
_DRAWN: Final = """(candidates) => new Promise((resolve) => {
  const told = () => resolve(first(candidates)?.element.value ?? null);
  // A tab in the background may not be painted at all.
  const limit = setTimeout(told, 250);
  requestAnimationFrame(() => setTimeout(() => (clearTimeout(limit), told())));
})"""
_MONEY: Final = """(candidates) => {
  const element = first(candidates)?.element;
  if (!element) return "";
  let place = element;
  for (let up = 0; up < 2 && place.parentElement; up += 1) place = place.parentElement;
  const alone = all(CONTROLS, place).length === 1;
  return [element.placeholder, element.value, alone ? text(place.innerText) : ""].join(" ");
}"""
LEFT: Final = """(candidates) => {
  const element = first(candidates)?.element;
  return element && element !== active() ? {text: element.value} : null;
}"""
"""Holds, with the text, once a field has given the keyboard away."""


class PriceField:
    def __init__(self, page: FormPage) -> None:
        self._page = page
        self._tab = page.tab
        self._field = page.locators.field(FieldName.PRICE)

    async def type(self, amount: Decimal) -> Shown:
        """Type an amount and leave the field: only then the page takes it.

        What the page makes another number of, or none, is typed with the other separator.
        """
        for text in spellings(amount, self._page.market.decimal_separator) * _ROUNDS:
            match = await press(self._tab, self._field, focused(self._field))
            value = await self._typed(text)
            if value is not None and shown(value) == amount:
                return Shown(value, match.rank)
        raise await self._tab.lost(self._field)

    async def currency(self) -> str | None:
        """The money that stands in the field, or beside it."""
        told = await self._tab.read(Condition(_MONEY, self._field.data()))
        return currency_in(str(told), self._page.language)

    async def _typed(self, text: str) -> str | None:
        """What the field shows of a text once it was left.

        The commit hangs on a bubbling `focusout` (four reports, 2025-10 to 2026-10, H), and what
        was typed is formatted and drawn a moment later.
        """
        require_text(self._field.name, text)
        keyboard, data = self._tab.page.keyboard, self._field.data()
        await keyboard.press("ControlOrMeta+A")
        await keyboard.type(text)
        await keyboard.press("Tab")
        await self._tab.until(Condition(LEFT, data), seconds=self._tab.timeouts.effect)
        value = await self._tab.read(Condition(_DRAWN, data))
        return None if value is None else str(value)

"""The parcel size: radio cells that are all on the page, one of them recommended by the site."""

from collections.abc import Sequence
from typing import Any, Final

from browser.listing import Option
from browser.locators import changed
from browser.site import Shown
from browser.sites.vinted.locators import Locators
from browser.tab import Tab
from browser.waits import Condition

_CELLS: Final = """() => {
  const number = (radio) =>
    ([radio.id, radio.name, radio.dataset.testid].join(" ").match(/package_type_selector_(\\d+)/) ?? [])[1];
  const cellOf = (radio) =>
    radio.closest("[data-testid$='--cell'], [id^='package-size-'], [class*='Cell__cell']") ?? radio.parentElement;
  const suggested = (cell, radio) =>
    cell.querySelector("[data-testid*=suggestion-badge], [id*=suggestion-badge]") !== null
    || (cell.role === "presentation" && !radio.checked);
  const cells = all("input[type=radio]").filter(number).map((radio) => {
    const cell = cellOf(radio);
    return {id: number(radio), label: title(cell), suggested: suggested(cell, radio), chosen: radio.checked};
  });
  return cells.length ? cells : null;
}"""
CELLS: Final = Condition(_CELLS)
"""Holds, with the cells, once the page shows them."""


class ParcelPicker:
    """The parcel sizes of the sell page."""

    def __init__(self, tab: Tab, locators: Locators) -> None:
        self._tab = tab
        self._locators = locators

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """The sizes that are offered for the category."""
        return tuple(Option(cell["id"], cell["label"]) for cell in await self._cells())

    async def choose(self, options: Sequence[Option]) -> Shown:
        """Choose one."""
        (option,) = options
        field = self._locators.parcel(option.id)
        chosen = Condition(
            f"(id) => ({_CELLS})()?.some((cell) => cell.chosen && cell.id === id)", option.id
        )
        if await self._tab.read(chosen):
            match = await self._tab.find(field)
        else:
            match = await self._tab.press(field, chosen)
        if [cell["id"] for cell in await self._cells() if cell["chosen"]] != [option.id]:
            raise await changed(self._tab.page, field)
        return Shown(option.label, match.rank)

    async def leave(self) -> None:
        """Nothing to close: the cells are always shown."""

    async def _cells(self) -> list[dict[str, Any]]:
        return await self._tab.read(CELLS) or []

"""The parcel size: radio cells that are all on the page, one of them recommended by the site."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Final

from browser.listing import Option
from browser.site import Shown
from browser.sites.vinted.locators import Locators
from browser.tab import Tab
from browser.waits import Condition

PARCELS: Final = files(__package__).joinpath("parcels.js").read_text(encoding="utf-8")
CELLS: Final = Condition(f"() => {{ {PARCELS} return parcels(); }}")
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
            f"(id) => {{ {PARCELS} return parcels()?.find(({{chosen}}) => chosen)?.id === id; }}",
            option.id,
        )
        if await self._tab.read(chosen):
            match = await self._tab.find(field)
        else:
            match = await self._tab.press(field, chosen)
        if [cell["id"] for cell in await self._cells() if cell["chosen"]] != [option.id]:
            raise await self._tab.lost(field)
        return Shown(option.label, match.rank)

    async def leave(self) -> None:
        """Nothing to close: the cells are always shown."""

    async def _cells(self) -> list[dict[str, Any]]:
        return await self._tab.read(CELLS) or []

"""The parcel size: radio cells that are all on the page, one of them recommended by the site."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Final

from browser.listing import FieldName, Option
from browser.site import Shown
from browser.sites.vinted.locators import Locators
from browser.tab import Tab
from browser.waits import Condition

PARCELS: Final = files(__package__).joinpath("parcels.js").read_text(encoding="utf-8")
CELLS: Final = Condition(f"() => {{ {PARCELS} return parcels(); }}")
"""Holds, with the cells, once the page shows them."""


def parcel_id(shown: str, locators: Locators) -> str:
    """The site's id of a size whose cell tells only its name."""
    return locators.ids(FieldName.PARCEL_SIZE).get(shown, shown)


class ParcelPicker:
    """The parcel sizes of the sell page."""

    def __init__(self, tab: Tab, locators: Locators) -> None:
        self._tab = tab
        self._locators = locators

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """The sizes that are offered for the category."""
        return tuple(
            Option(parcel_id(cell["id"], self._locators), cell["label"])
            for cell in await self._cells()
        )

    async def choose(self, options: Sequence[Option]) -> Shown:
        """Choose one."""
        (option,) = options
        field = self._locators.parcel(option.id, option.label)
        script = "return parcels()?.find(({chosen}) => chosen)?.label === label;"
        chosen = Condition(f"(label) => {{ {PARCELS} {script} }}", option.label)
        if await self._tab.read(chosen):
            match = await self._tab.find(field)
        else:
            match = await self._tab.press(field, chosen)
        if [cell["label"] for cell in await self._cells() if cell["chosen"]] != [option.label]:
            raise await self._tab.lost(field)
        return Shown(option.label, match.rank)

    async def leave(self) -> None:
        """Nothing to close: the cells are always shown."""

    async def _cells(self) -> list[dict[str, Any]]:
        return await self._tab.read(CELLS) or []

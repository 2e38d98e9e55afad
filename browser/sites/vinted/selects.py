"""The selects of the category's fields: plain lists, sizes under tabs, brands behind a search.

Each reads its options and chooses among them; which one fits is decided elsewhere.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from browser.errors import SiteLayoutChanged
from browser.listing import Option
from browser.site import CUSTOM_OPTION, NO_OPTION, Shown
from browser.sites.vinted.answers import Answers, body, to
from browser.sites.vinted.dropdowns import TRIES, Dropdown, Row, distinct
from browser.sites.vinted.locators import Locators
from browser.tab import Tab

_SIGHT_SECONDS: Final = 1.0
"""How long a list that was seen open is trusted to be open still."""
_FOUND: Final = """argument.titles.length
  ? argument.titles.every((title) => state.rows.some((row) => same(row.title, title)))
  : state.rows.some(({key, title}) =>
      key ? key.startsWith("custom-") : title.includes(argument.words))"""


class Select:
    """A plain list of one or several choices."""

    def __init__(
        self, tab: Tab, locators: Locators, answers: Answers, name: str, *, several: bool = False
    ) -> None:
        self._tab = tab
        self._several = several
        self._list = Dropdown(tab, locators, answers, name, several=several)

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """Open the list and read its options; a plain list has no search for `words`."""
        return tuple(Option(row.id, row.title) for row in distinct(await self._list.rows()))

    async def choose(self, options: Sequence[Option]) -> Shown:
        """Choose exactly these."""

        async def pick() -> None:
            for row in self._to_press(await self._rows(options), options):
                await self._list.press(row)

        return await self._list.choose(pick, *(option.label for option in options))

    async def leave(self) -> None:
        """Close the list as it is."""
        await self._list.close()

    async def _rows(self, options: Sequence[Option]) -> tuple[Row, ...]:
        """The rows among which the options are."""
        return distinct(await self._list.rows())

    def _to_press(self, rows: tuple[Row, ...], options: Sequence[Option]) -> list[Row]:
        """What goes comes first, since one choice too many silently evicts the oldest."""
        wanted = {option.id for option in options}
        if not self._several:
            return [row for row in rows if row.id in wanted and not row.selected]
        gone = [row for row in rows if row.selected and row.id not in wanted]
        return gone + [row for row in rows if row.id in wanted and not row.selected]


class SizeSelect(Select):
    """Sizes, which some categories split over tabs; an option's parent is its tab."""

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """The sizes of every tab."""
        tabs = (await self._list.settled("state.rows.length")).tabs
        if not tabs:
            return await super().options(words)
        found: list[Option] = []
        for tab in tabs:
            rows = distinct(await self._list.turn_to(tab))
            found += [Option(row.id, row.title, (tab,)) for row in rows]
        return tuple(found)

    async def _rows(self, options: Sequence[Option]) -> tuple[Row, ...]:
        await self._list.rows()
        for option in options:
            for tab in option.parents:
                await self._list.turn_to(tab)
        return await super()._rows(options)


class BrandSelect(Select):
    """Brands: the list holds only the popular ones, the others are found by typing."""

    def __init__(self, tab: Tab, locators: Locators, answers: Answers) -> None:
        super().__init__(tab, locators, answers, "brand")
        self._search = locators.search("brand")
        self._answers = answers
        self._words: str | None = None

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """The brands found for these words, or the popular ones; a custom one is named as typed."""
        rows = await self._found(words) if words else await self._list.rows()
        self._words = words
        return tuple(
            Option(row.id, words if words and row.id == CUSTOM_OPTION else row.title)
            for row in distinct(rows)
        )

    async def _rows(self, options: Sequence[Option]) -> tuple[Row, ...]:
        rows = distinct(await self._list.rows())
        if {option.id for option in options} <= {row.id for row in rows}:
            return rows
        if self._words and all(option.id != NO_OPTION for option in options):
            return distinct(await self._found(self._words))
        await self._list.close()
        return distinct(await self._list.rows())

    async def _found(self, words: str) -> tuple[Row, ...]:
        """The rows once they show what the site answered to the search.

        A list that closes meanwhile, as under the refusal of a late cookie banner, forgets the
        search: it is opened and searched again.
        """
        for _ in range(TRIES):
            await self._list.settled("first(argument.search)", search=self._search.data())
            if not await self._typed(words):
                continue
            titles = await self._answered(words)
            if titles is None:
                continue
            if panel := await self._list.while_open(_FOUND, titles=titles, words=words):
                return panel.rows
        raise await self._tab.lost(self._search)

    async def _typed(self, words: str) -> bool:
        try:
            await self._tab.type(self._search, words, keys=True, seconds=_SIGHT_SECONDS)
        except SiteLayoutChanged:
            return False
        return True

    async def _answered(self, words: str) -> list[str] | None:
        """The brands that the site has for these words; None when the list closed meanwhile."""
        wanted = to("GET", "item_upload/brands", keyword=words)
        for _ in range(ceil(self._tab.timeouts.answer / _SIGHT_SECONDS)):
            if answers := await self._answers.arrived(wanted, seconds=_SIGHT_SECONDS):
                answer = await body(answers[-1])
                return [brand["title"] for brand in (answer or {}).get("brands", ())]
            if not (await self._list.panel()).open:
                return None
        return []

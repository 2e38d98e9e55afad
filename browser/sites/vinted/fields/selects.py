"""The selects of the category's fields: plain lists, searched ones, sizes under tabs, brands.

Each reads its options and chooses among them; which one fits is decided elsewhere.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from browser.listing import Option
from browser.sell_form import CUSTOM_OPTION, NO_OPTION, Shown
from browser.sites.vinted.answers import body, to
from browser.sites.vinted.fields.dropdowns import Dropdown
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.list_panel import Panel, Row, distinct
from browser.sites.vinted.fields.opened_list import TRIES

_SIGHT_SECONDS: Final = 1.0
"""How long a list that was seen open is trusted to be open still."""
_FOUND: Final = """argument.titles.length
  ? argument.titles.every((title) => state.rows.some((row) => same(row.title, title)))
  : state.rows.some(({key, title}) =>
      key ? key.startsWith("custom-") : title.includes(argument.words))"""
_NARROWED: Final = """!state.busy
  && state.rows.every(({title}) => title.toLowerCase().includes(argument.words))"""


class Select:
    """A plain list of one or several choices."""

    def __init__(self, page: FormPage, name: str, *, several: bool = False) -> None:
        self._page = page
        self._several = several
        self._list = Dropdown(page, name, several=several)
        self._told = page.locators.ids(name)

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """Open the list and read its options, also those that come in while one scrolls.

        What is locked cannot be chosen and is no option. `words` are searched where the list has a
        search, and what is found comes first.
        """
        return await self._offered(await self._list.opened.settled("state.rows.length"), words)

    async def _offered(self, panel: Panel, words: str | None) -> tuple[Option, ...]:
        # Who has a search may show a part only, and the site has told of the rest.
        rest = self._told if panel.searches else {}
        # Nothing said how many there are: only a list with a search is likely to hold some back.
        told = len(self._told) or (0 if panel.searches else 1)
        rows = panel.rows if 0 < told <= len(panel.rows) else await self._list.moves.all_rows()
        found = await self._searched(words) if words else ()
        seen = distinct((*found, *rows))
        ids = {row.id for row in seen}
        free = (row for row in seen if row.selected or not row.disabled)
        return (
            *(Option(row.id, row.title) for row in free),
            *(Option(id_, title) for title, id_ in rest.items() if id_ not in ids),
        )

    async def choose(self, options: Sequence[Option]) -> Shown:
        """Choose exactly these; none empties the field."""

        async def pick() -> None:
            # One choice may drop another, so that each is looked at again before the next.
            for _ in range(TRIES + 2 * len(options)):
                row = await self._next_to_press(options)
                if row is None:
                    return
                if not await self._list.press(row):
                    continue
                if not self._several:
                    return
                if not self._holds(options):
                    await self._list.opened.drawn()

        return await self._list.choose(pick, *(option.label for option in options))

    async def empty(self) -> None:
        """Take away what is chosen; the list is not opened where nothing is."""
        if await self._list.opened.shows_any():
            await self.choose(())

    async def leave(self) -> None:
        """Close the list as it is."""
        await self._list.close()

    async def _next_to_press(self, options: Sequence[Option]) -> Row | None:
        """What brings the list nearer to these options; None once it has them and no others.

        What goes comes first, since one choice too many silently evicts the oldest.
        """
        rows = await self._rows(options)
        wanted = {option.id for option in options}
        if self._several and (
            gone := [each for each in rows if each.selected and each.id not in wanted]
        ):
            return gone[0]
        if new := [row for row in rows if row.id in wanted and not row.selected]:
            return new[0]
        return await self._beyond(options, rows)

    def _holds(self, options: Sequence[Option]) -> bool:
        """Whether the list was just seen with these chosen, and no others.

        What the page takes back after that is missed in the field, once the list is closed.
        """
        seen = self._list.opened.seen
        chosen = {row.id for row in distinct(seen.rows) if row.selected} if seen else None
        return chosen == {option.id for option in options}

    async def _beyond(self, options: Sequence[Option], rows: Sequence[Row]) -> Row | None:
        """A wanted row that is not among those shown: searched, or reached by scrolling."""
        shown = {row.id for row in rows}
        for option in options:
            if option.id in shown:
                continue
            row = await self._reached(option)
            if row is None:
                raise await self._list.opened.lost()
            if not row.selected:
                return row
        return None

    async def _reached(self, option: Option) -> Row | None:
        for row in await self._searched(option.label):
            if row.id == option.id:
                return row
        # What was searched in vain hides the rest until the list is opened anew.
        await self._list.close()
        return await self._list.moves.reach(lambda row: row.id == option.id)

    async def _searched(self, words: str) -> tuple[Row, ...]:
        """What the list's own search finds; nothing where it has none."""
        if not (await self._list.opened.panel()).searches:
            return ()
        if not await self._list.moves.search(words, seconds=_SIGHT_SECONDS):
            return ()
        seconds = self._page.tab.timeouts.effect * 2
        panel = await self._list.opened.while_open(_NARROWED, seconds=seconds, words=words.lower())
        return panel.rows if panel else ()

    async def _rows(self, options: Sequence[Option]) -> tuple[Row, ...]:
        """The rows among which the options are."""
        return distinct(await self._list.opened.rows())


class SizeSelect(Select):
    """Sizes, which some categories split over tabs; an option's parent is its tab."""

    async def options(self, words: str | None) -> tuple[Option, ...]:
        panel = await self._list.opened.settled("state.rows.length")
        if not panel.tabs:
            return await self._offered(panel, words)
        found: list[Option] = []
        for tab in panel.tabs:
            rows = distinct(await self._list.moves.turn_to(tab))
            found += [Option(row.id, row.title, (tab,)) for row in rows if not row.disabled]
        return tuple(found)

    async def _rows(self, options: Sequence[Option]) -> tuple[Row, ...]:
        await self._list.opened.rows()
        for option in options:
            for tab in option.parents:
                await self._list.moves.turn_to(tab)
        return await super()._rows(options)


class BrandSelect(Select):
    """Brands: the list holds only the popular ones, the others are found by typing."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page, "brand")
        self._words: str | None = None

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """The brands found for these words, or the popular ones; a custom one is named as typed."""
        if words:
            rows = await self._found(words)
        else:
            rows = (await self._list.opened.settled("state.rows.length")).rows
        self._words = words
        free = (row for row in distinct(rows) if row.selected or not row.disabled)
        found = tuple(
            Option(row.id, words if words and row.id == CUSTOM_OPTION else row.title)
            for row in free
        )
        page, path = self._page, self._page.chosen.path
        if not words and path:
            page.known.keep_brands(page.language, path[-1], found)
        return found

    async def _rows(self, options: Sequence[Option]) -> tuple[Row, ...]:
        rows = distinct(await self._list.opened.rows())
        if {option.id for option in options} <= {row.id for row in rows}:
            return rows
        if self._words and all(option.id != NO_OPTION for option in options):
            return distinct(await self._found(self._words))
        await self._list.close()
        return distinct(await self._list.opened.rows())

    async def _found(self, words: str) -> tuple[Row, ...]:
        """The rows once they show what the site answered to the search.

        A list that closes meanwhile, as under the refusal of a late cookie banner, forgets the
        search: it is opened and searched again.
        """
        for _ in range(TRIES):
            if not (self._list.opened.seen and self._list.opened.seen.searches):
                # What is listed unasked may come in later: it is not what is wanted.
                await self._list.opened.settled("state.searches", whole=False)
            if not await self._list.moves.search(words, seconds=_SIGHT_SECONDS):
                continue
            titles = await self._answered(words)
            if titles is None:
                continue
            if panel := await self._list.opened.while_open(_FOUND, titles=titles, words=words):
                return panel.rows
        raise await self._list.opened.lost()

    async def _answered(self, words: str) -> list[str] | None:
        """The brands that the site has for these words; None when the list closed meanwhile."""
        wanted = to("GET", "item_upload/brands", keyword=words)
        for _ in range(ceil(self._page.tab.timeouts.answer / _SIGHT_SECONDS)):
            if answers := await self._page.answers.arrived(wanted, seconds=_SIGHT_SECONDS):
                answer = await body(answers[-1])
                return [brand["title"] for brand in (answer or {}).get("brands", ())]
            if not (await self._list.opened.panel()).open:
                return None
        return []

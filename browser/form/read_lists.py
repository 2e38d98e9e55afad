"""The options that a form has shown while it was filled: what a person may search afterwards."""

from collections.abc import Sequence

from browser.listing import Option
from browser.sell_form import CUSTOM_OPTION, Picker, Shown


class ReadLists(dict[str, tuple[Option, ...]]):
    """By field what was read so far, what was searched in front of what is listed unasked."""

    def keep(self, name: str, options: Sequence[Option]) -> None:
        """Remember what a field has shown; what is taken as typed is no option of the list."""
        listed = (option for option in options if option.id != CUSTOM_OPTION)
        self[name] = tuple(dict.fromkeys((*listed, *self.get(name, ()))))

    def reading(self, name: str, picker: Picker) -> Picker:
        """The picker of a field, whose options are remembered as they are read."""
        return _Reading(self, name, picker)


class _Reading:
    """A picker that is read over the shoulder."""

    def __init__(self, lists: ReadLists, name: str, picker: Picker) -> None:
        self._lists = lists
        self._name = name
        self._picker = picker

    async def options(self, words: str | None) -> tuple[Option, ...]:
        found = await self._picker.options(words)
        self._lists.keep(self._name, found)
        return found

    async def choose(self, options: Sequence[Option]) -> Shown:
        return await self._picker.choose(options)

    async def empty(self) -> None:
        await self._picker.empty()

    async def leave(self) -> None:
        await self._picker.leave()

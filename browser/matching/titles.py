"""How people title what they sell, by the category of a marketplace that it is for.

Owns the table as a file, which is read when a page's categories are first compared. What a title
has in common with a listing belongs to `browser.evidence.category.examples`.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Final

from browser.listing import Option

_LEVELS: Final = " > "
_LANGUAGES: Final = "|"


class TitleTable:
    """Titles for each category; `file` has a line for each, its columns parted by tabs.

    A line is the category's id, its path in each language that it is known in, and the titles.
    """

    def __init__(self, file: Traversable | None = None) -> None:
        self._file = file

    def of(self, option: Option) -> Sequence[str]:
        """The titles for an option of a page: by its path, or by its id where its label agrees.

        A page of another site may have the same number for something else.
        """
        path = _LEVELS.join((*option.parents, option.label)).casefold()
        return self._titles.get(path) or self._titles.get(_named(option.id, option.label), ())

    @cached_property
    def _titles(self) -> Mapping[str, Sequence[str]]:
        titles: dict[str, Sequence[str]] = {}
        for line in self._file.read_text("utf-8").splitlines() if self._file else ():
            id_, paths, *own = line.split("\t")
            for path in paths.split(_LANGUAGES):
                titles[path.casefold()] = own
                titles[_named(id_, path.split(_LEVELS)[-1])] = own
        return titles


def _named(id_: str, label: str) -> str:
    return f"{id_} {label}".casefold()

"""The verb of typing: what the words so far may become, from the catalogue and without a browser.

Owns the checks of what is asked, and which lists are kept ready; the lists themselves, and which
markets and languages there are, are handed in.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from browser.listing import FieldName, RankedOption
from browser.market import Market
from browser.messages import Message
from gql_api.errors import InvalidInput

FIELDS: Final = (
    FieldName.CATEGORY,
    FieldName.BRAND,
    FieldName.SIZE,
    FieldName.COLOR,
    FieldName.CONDITION,
    FieldName.MATERIAL,
    FieldName.PARCEL_SIZE,
)
"""The fields that have suggestions."""
FIRST: Final = 8
MAX_FIRST: Final = 20
MAX_TEXT: Final = 100
_KEPT: Final = 64
"""Lists that are kept ready; a size list is small, and each category of a market has one."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What is asked while somebody types. `market` and `language` are those of the service, and of
    the market, when they are not named; `category_id` is the one whose sizes are meant.
    """

    field: FieldName
    text: str
    market: str | None = None
    language: str | None = None
    category_id: str | None = None
    first: int = FIRST


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An option that the words may become, and the language of its label; names have none."""

    ranked: RankedOption
    language: str | None


class List(Protocol):
    """One field's options, ready to be asked."""

    def find(self, text: str, first: int) -> tuple[tuple[RankedOption, str | None], ...]:
        """The best options, best first, each with the language of its label."""


@dataclass(frozen=True, slots=True)
class _Key:
    """Which list is meant."""

    field: FieldName
    market: Market
    language: str
    category: str | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the marketplace hands in.

    `market_named` raises ValueError for no market of it, `read` for no category; `read` takes a
    while and is safe in a thread.
    """

    market_named: Callable[[str], Market]
    language_of: Callable[[Market], str]
    languages: frozenset[str]
    read: Callable[[FieldName, Market, str, str | None], List]


class Suggester:
    """Answers while somebody types; a list is read at its first question and then kept."""

    def __init__(self, catalogue: Catalogue, market: str) -> None:
        self._catalogue = catalogue
        self._market = market
        self._lists: OrderedDict[_Key, List] = OrderedDict()
        self._reading = asyncio.Lock()
        self._finding = asyncio.Lock()

    async def suggest(self, typed: Typed) -> tuple[Suggestion, ...]:
        """The best options for a text, best first; `InvalidInput` names what cannot be taken."""
        require_bounds(typed.text, typed.first, most=MAX_FIRST)
        options = await self._list(self._key(typed))
        found = await found_in_turn(self._finding, options, typed.text, typed.first)
        return tuple(Suggestion(ranked, language) for ranked, language in found)

    def _key(self, typed: Typed) -> _Key:
        market = self._named_market(self._market if typed.market is None else typed.market)
        language = self._catalogue.language_of(market)
        if typed.language is not None:
            language = typed.language.strip().partition("-")[0].lower()
            known = ", ".join(sorted(self._catalogue.languages))
            one_of_them = language in self._catalogue.languages
            _require(one_of_them, "language", Message("language: one of {known}", known=known))
        of_category = typed.field is FieldName.SIZE
        if of_category and not typed.category_id:
            raise InvalidInput("Name the category: sizes depend on it.", field="category_id")
        return _Key(typed.field, market, language, typed.category_id if of_category else None)

    def _named_market(self, name: str) -> Market:
        try:
            return self._catalogue.market_named(name)
        except ValueError as error:
            raise InvalidInput(str(error), field="market", code="unknown_market") from error

    async def _list(self, key: _Key) -> List:
        if key not in self._lists:
            async with self._reading:  # two who ask at once read it once
                if key not in self._lists:
                    self._lists[key] = await self._read(key)
        self._lists.move_to_end(key)
        found = self._lists[key]
        while len(self._lists) > _KEPT:
            self._lists.popitem(last=False)
        return found

    async def _read(self, key: _Key) -> List:
        try:
            return await asyncio.to_thread(
                self._catalogue.read, key.field, key.market, key.language, key.category
            )
        except ValueError:
            raise InvalidInput(
                "No category with this id takes a listing, as far as is known here: take an id "
                "of the category suggestions.",
                field="category_id",
            ) from None


async def found_in_turn(
    finding: asyncio.Lock, options: List, text: str, first: int
) -> tuple[tuple[RankedOption, str | None], ...]:
    """What a list gives for a text; between two of many texts others have their turn.

    A long text takes 20 ms, and one GraphQL operation may ask for thirty at once.
    """
    async with finding:
        await asyncio.sleep(0)
        return options.find(text, first)


def require_bounds(text: str, first: int, *, most: int) -> None:
    """Raise `InvalidInput` for a text that is too long, or for too many at once."""
    _require(1 <= first <= most, "first", Message("first: from 1 to {most}", most=most))
    _require(
        len(text) <= MAX_TEXT, "text", Message("text: at most {most} characters", most=MAX_TEXT)
    )


def _require(holds: bool, field: str, detail: str) -> None:
    if not holds:
        raise InvalidInput(detail, field=field)

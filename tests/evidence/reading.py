"""Reads one field of a listing against a page's options, as the form does."""

import asyncio
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from browser.form.decider import Decider
from browser.listing import Listing, Option, Price
from browser.matching.matcher import Choice
from browser.sell_form import CUSTOM_OPTION, FieldKind, OfferedField, Shown
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import offered

_SEVERAL = {"color": 2, "material": 3}
JEANS, DRESSES, TRAINERS, HOODIES = "1844", "1056", "2632", "1811"
BOYS_FOOTBALL, CARRIERS = "2738", "1674"
GIRLS_COATS, BEDDING, CURTAINS, RINGS, BRAS = "2540", "1943", "1946", "553", "119"


def listing(title: str, description: str = "", **given: Any) -> Listing:
    """A listing of which nothing is given but these words."""
    empty = dict.fromkeys(("category", "brand", "size", "condition", "color"), "")
    return Listing(title, description, Price(Decimal(10), "EUR"), **{**empty, **given})


class Page:
    """A list as a page has it: `first` ones unasked, every one by searching."""

    def __init__(self, first: Sequence[Option], every: Sequence[Option] = ()) -> None:
        self._first = tuple(first)
        self._every = (*first, *every)
        self.searched: list[str] = []

    async def options(self, words: str | None) -> tuple[Option, ...]:
        if words is None:
            return self._first
        self.searched.append(words)
        hits = [one for one in self._every if words.casefold() in one.label.casefold()]
        return (*hits, Option(CUSTOM_OPTION, words))

    async def choose(self, options: Sequence[Option]) -> Shown:
        return Shown(options[0].label, 0)

    async def empty(self) -> None: ...

    async def leave(self) -> None: ...


def choices(
    field: str, said: Listing, *, page: str = "fr", leaf: str = JEANS, needed: bool = True
) -> tuple[Choice, ...]:
    """What the form would choose for a field."""
    several = field in _SEVERAL
    kind = FieldKind.SEVERAL if several else FieldKind.ONE
    asked = OfferedField(field, kind, needed, _SEVERAL.get(field, 1), searched=field == "brand")
    return chosen(Page(offered(field, page, leaf)), asked, said, page)


def chosen(
    page: Page, field: OfferedField, said: Listing, language: str = "fr"
) -> tuple[Choice, ...]:
    """What the form would choose from a list."""
    decider = Decider(said, vocabulary_for(language))
    return asyncio.run(decider.choices(page, field))


def labels(found: Sequence[Choice]) -> str:
    """The labels that were chosen, joined by `+`; `?` for a question, empty for nothing."""
    named = [choice.option.option.label if choice.option else "?" for choice in found]
    return "?" if "?" in named else "+".join(sorted(named))

"""Questions about the fields of the likeliest categories, while the category itself is a question.

So that all that has to be asked is asked at once. The site tells the fields without anything being
pressed; what is filled, once the category is known, belongs to `category_filler`.
"""

from collections.abc import Mapping, Sequence, Set
from typing import Final

from browser.form.decider import Decider
from browser.form.record import Record
from browser.listing import FieldName, Option
from browser.matching.matcher import Choice
from browser.sell_form import Foreseen, SellForm

LIKELIEST: Final = 3
"""So many categories are looked into; each is one call of the site at most."""
_Key = tuple[str, tuple[Option, ...]]


class LikelyFields:
    """What the likeliest categories would ask."""

    def __init__(
        self, form: SellForm, decider: Decider, record: Record, demanded: Mapping[str, Set[str]]
    ) -> None:
        self._form = form
        self._decider = decider
        self._record = record
        self._demanded = demanded

    async def ask(self) -> None:
        """Ask what the likeliest categories demand and the listing does not say.

        The same list is asked about once, for all of the categories that have it.
        """
        found: dict[_Key, tuple[Foreseen, Choice, list[Option]]] = {}
        for category in self._categories():
            for field, choice in await self._undecided(category):
                key = (field.field.name, field.options)
                found.setdefault(key, (field, choice, []))[2].append(category)
        for field, choice, categories in found.values():
            self._record.ask_ahead(field, choice, categories)

    def _categories(self) -> Sequence[Option]:
        asked = (each for each in self._record.questions if each.field == FieldName.CATEGORY)
        return [one.option for each in asked for one in each.candidates[:LIKELIEST]]

    async def _undecided(self, category: Option) -> list[tuple[Foreseen, Choice]]:
        demanded = self._demanded.get(category.id, frozenset())
        fields = [
            each
            for each in await self._form.fields.foreseen(category)
            if each.field.required or each.field.name in demanded
        ]
        asked = [(each, self._decider.foreseen(each.field, each.options)) for each in fields]
        return [(field, choice) for field, choice in asked if choice is not None]

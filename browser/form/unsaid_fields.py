"""Fields of which nothing was said, and that the page may fill in all the same.

A form may open with the values of an earlier visit (vinted.de, 2026-10-09, live, M), and fills in
by itself what it makes of the photos. Owns which fields these are and the question about one that
keeps its value; emptying a field is `category_filler`'s.
"""

from browser.form.record import Record
from browser.listing import FormReading, RankedOption
from browser.matching.matcher import Choice
from browser.messages import Message
from browser.sell_form import OfferedField, SellForm


class UnsaidFields:
    """The fields that stay empty, since nothing was said of them."""

    def __init__(self, form: SellForm, record: Record) -> None:
        self._form = form
        self._record = record
        self._fields: dict[str, OfferedField] = {}

    def add(self, field: OfferedField) -> None:
        self._fields[field.name] = field

    def held(self, reading: FormReading) -> tuple[OfferedField, ...]:
        """Those that show something in the form as it was read, and that nothing is asked about."""
        shown = reading.values
        held = [each for each in self._fields.values() if shown.get(each.name, "no") != "no"]
        return tuple(each for each in held if not self._record.tells_of(each.name))

    async def ask(self, field: OfferedField, value: str) -> None:
        """Ask about a field that keeps a value which nobody gave; that one comes first."""
        told = Message("the page came with {value}, which nobody asked for", value=value)
        picker = self._record.lists.reading(field.name, self._form.fields.picker(field))
        options = await picker.options(None)
        await picker.leave()
        shown = (option for option in options if option.label == value)
        first = tuple(RankedOption(option, 0.5, "the page shows it") for option in shown)
        self._record.ask(field.name, Choice(None, first, told), field.label)

"""Filling the fields of a category: those that the page shows, and those that come with others.

What is chosen decides `decider`; what was filled and asked keeps `record`. The fields of every form
belong to `filler`.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import Final

from browser.evidence.field_reader import said_in
from browser.form.decider import Decider, reason
from browser.form.record import Record
from browser.form.unsaid_fields import UnsaidFields
from browser.listing import (
    Evidence,
    FieldName,
    FieldReport,
    Listing,
    Option,
    RankedOption,
)
from browser.matching.matcher import Choice
from browser.messages import Message
from browser.progress import Step
from browser.sell_form import NO_OPTION, FieldKind, OfferedField, Picker, SellForm

Demands = Mapping[str, Set[str]]
"""Fields that the site has demanded before, by the id of the category."""
Stepped = Callable[[Step, int], Awaitable[None]]

_YES: Final = frozenset({"yes", "true", "1"})
_ROUNDS: Final = 4
"""How often the page is looked at for fields that came with others; each brings one at least."""
_OF_EVERY_FORM: Final = frozenset(
    {FieldName.PHOTOS, FieldName.TITLE, FieldName.DESCRIPTION, FieldName.CATEGORY, FieldName.PRICE}
)
_FIELDS_FROM: Final = 45
_FIELDS_TO: Final = 75
_PARCEL: Final = 78
_STEPS: Final = {step.value: step for step in Step}


class CategoryFiller:
    """Fills the fields of the category that was chosen."""

    def __init__(
        self,
        form: SellForm,
        listing: Listing,
        decider: Decider,
        record: Record,
        *,
        step: Stepped,
        demanded: Demands,
    ) -> None:
        self._form = form
        self._listing = listing
        self._decider = decider
        self._record = record
        self._step = step
        self._demanded = demanded
        self.category: str | None = None
        self._left_out: set[str] = set()
        """Texts that the seller answered with `none`."""
        self.unsaid = UnsaidFields(form, record)

    async def fill(self, offered: Sequence[OfferedField]) -> None:
        """Fill the category's fields, those included that mount or are needed after others."""
        done: set[str] = set()
        for _ in range(_ROUNDS):
            left = [each for each in map(self._minding, offered) if self._is_due(each, done)]
            for number, field in enumerate(left):
                share = (_FIELDS_TO - _FIELDS_FROM) * number // len(left)
                await self._step(_STEPS.get(field.name, Step.DETAILS), _FIELDS_FROM + share)
                await self._field(field)
                done.add(field.name)
            offered = await self._form.fields.refreshed()
            if not any(self._is_due(self._minding(each), done) for each in offered):
                break
        self._mind_unplaced(_OF_EVERY_FORM | done | {field.name for field in offered})

    async def parcel(self) -> None:
        """The parcel size as the page has it now, since what it recommends may have changed."""
        if field := await self._form.fields.parcel():
            await self._step(Step.PARCEL_SIZE, _PARCEL)
            await self._field(field)
        elif self.lacks_parcel():
            self._ask_parcel()

    def lacks_parcel(self) -> bool:
        """Whether the page lacks the parcel sizes that the category has, as far as is known.

        Where the site lists none the seller may say so; what it lists is never left out.
        """
        unshown = self._form.fields.unshown if self.category else None
        if unshown is None or unshown.name != FieldName.PARCEL_SIZE:
            return False
        return bool(unshown.options) or self._decider.asked(unshown.name) != NO_OPTION

    def _is_due(self, field: OfferedField, done: Set[str]) -> bool:
        """Whether a field is still to be filled: it is new, or needed since another was filled."""
        if field.name == FieldName.PARCEL_SIZE or field.name in self._left_out:
            return False
        return field.name not in done or (field.required and not self._record.tells_of(field.name))

    def _minding(self, field: OfferedField) -> OfferedField:
        """The field, needed where the site once refused a listing of the category without it."""
        demanded = self._demanded.get(self.category or "", frozenset())
        return replace(field, required=True) if field.name in demanded else field

    def _ask_parcel(self) -> None:
        unshown = self._form.fields.unshown
        if unshown and unshown.options:
            listed = (RankedOption(each, 0.0, "listed by the site") for each in unshown.options)
            reason = "the page does not show the parcel sizes, also after it was loaded again"
            self._record.ask(FieldName.PARCEL_SIZE, Choice(None, tuple(listed), reason))
            return
        without = RankedOption(Option(NO_OPTION, "none"), 0.0, "go on without it")
        told = (
            "the page shows no parcel sizes, and the site lists none for the category; the answer "
            "none goes on without one"
        )
        self._record.ask(FieldName.PARCEL_SIZE, Choice(None, (without,), told))

    async def _field(self, field: OfferedField) -> None:
        """Fill one of the category's fields, ask about it, or leave it as it is."""
        if not (field.required or self._decider.is_said(field)):
            await self._unasked(field)
            return
        match field.kind:
            case FieldKind.TICK:
                await self._tick(field, self._decider.asked(field.name) in _YES)
            case FieldKind.TEXT:
                await self._own_text(field)
            case _:
                await self._listed(field)

    async def take_away(self, field: OfferedField, held: str) -> None:
        """Empty a field of what nobody asked for; a choice that can only be changed is asked."""
        if field.kind is FieldKind.ONE:
            await self.unsaid.ask(field, held)
        else:
            await self._unasked(field)

    async def _unasked(self, field: OfferedField) -> None:
        self.unsaid.add(field)
        if field.name == FieldName.UNISEX and self._listing.unisex is not None:
            await self._tick(field, self._listing.unisex)
        elif field.kind is FieldKind.SEVERAL:
            # What the site recognised in the photos was not asked for.
            await self._form.fields.picker(field).empty()
        else:
            await self._form.fields.empty(field)

    def _mind_unplaced(self, offered: Set[str]) -> None:
        """What was said and cannot be entered is never dropped: the seller decides.

        The category may lack the field, or the page may have lost it, and they look the same. The
        answer `none` goes on; words that say as much, as no brand or one size, need no answer.
        """
        for name in self._decider.said():
            if name not in offered:
                without = RankedOption(Option(NO_OPTION, "none"), 0.0, "go on without it")
                reason = (
                    "the page has no such field; the answer none goes on, and what was said of it "
                    "is not entered"
                )
                self._record.ask(name, Choice(None, (without,), reason))

    async def _tick(self, field: OfferedField, wanted: bool) -> None:
        shown = await self._form.fields.tick(field, wanted)
        report = FieldReport(field.name, shown.text, shown.text, rank=shown.rank)
        self._record.note(report, partial(self._tick, field, wanted))

    async def _own_text(self, field: OfferedField) -> None:
        mention = self._decider.typed(field.name)
        text = mention.words if mention else self._decider.asked(field.name)
        if text is None:
            choice = Choice(None, self._texts(field), self._decider.doubt(field.name))
            self._record.ask(field.name, choice, field.label)
            return
        if text == NO_OPTION and not field.known:
            self._left_out.add(field.name)
            return
        evidence = (mention.evidence,) if mention else ()
        await self._type(field, text, evidence)

    def _texts(self, field: OfferedField) -> tuple[RankedOption, ...]:
        """What can be pressed instead of typing: what the texts say, what is known, else none."""
        said = tuple(
            RankedOption(Option(one.words, one.evidence.words), 0.5, said_in(one.evidence))
            for one in self._decider.reader.mentioned(field.name)
        )
        known = tuple(RankedOption(option, 0.0, "offered") for option in field.known)
        without = RankedOption(Option(NO_OPTION, "none"), 0.0, "go on without it")
        return (*said, *known) if known else (*said, without)

    async def _type(self, field: OfferedField, text: str, evidence: tuple[Evidence, ...]) -> None:
        shown = await self._form.fields.fill(field, text)
        report = FieldReport(
            field.name,
            self._decider.asked(field.name),
            shown.text,
            reason=reason(evidence),
            rank=shown.rank,
            evidence=evidence,
            assumed=bool(evidence),
        )
        self._record.note(report, partial(self._type, field, text, evidence))

    async def _listed(self, field: OfferedField) -> None:
        """Choose from a list what was given or said; several values up to the field's limit."""
        if field.listed:
            self._record.lists.keep(field.name, field.listed)
        choices = await self._decider.choices(self._reading(field), field)
        if not choices:
            await self._leave(field)
            return
        if len(choices) > field.limit:
            self._record.warnings.append(
                Message(
                    "{name}: only the first {limit} are kept", name=field.name, limit=field.limit
                )
            )
        await self._choose(field, choices[: field.limit])

    async def _leave(self, field: OfferedField) -> None:
        """Leave a field as it is, whose words in the texts decide nothing."""
        self.unsaid.add(field)
        picker = self._form.fields.picker(field)
        await picker.leave()
        if field.kind is FieldKind.SEVERAL:
            await picker.empty()

    def _reading(self, field: OfferedField) -> Picker:
        return self._record.lists.reading(field.name, self._form.fields.picker(field))

    async def _choose(self, field: OfferedField, choices: tuple[Choice, ...]) -> None:
        """Choose what is decided; one value that is not makes the whole field a question."""
        picker = self._form.fields.picker(field)
        for choice in choices:
            if choice.option is None:
                await picker.leave()
                self._record.ask(field.name, choice, field.label)
                return
        options = [choice.option.option for choice in choices if choice.option]
        shown = await picker.choose(options)
        report = self._record.chosen(field.name, choices, shown)
        if field.name == FieldName.PARCEL_SIZE:
            # Chosen anew from what is recommended by then.
            self._record.note(report, self.parcel, reads=options[0].id)
        else:
            self._record.note(report, partial(self._choose, field, choices), reads=shown.text)

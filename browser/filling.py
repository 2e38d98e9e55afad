"""Filling one form from one listing: what is asked for each field, and what the page makes of it.

What the seller's words do not decide becomes a question. Which option they mean is `deciding`'s
business, how a field is filled the site's pages', and the order around it `driver`'s.
"""

from collections.abc import Awaitable, Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from browser.deciding import Decider
from browser.errors import Place
from browser.listing import (
    FieldName,
    FieldReport,
    FormReading,
    Listing,
    Option,
    Question,
    RankedOption,
)
from browser.locators import Field
from browser.matching import Choice, Vocabulary
from browser.progress import Progress, Reporter, Step
from browser.site import NO_OPTION, FieldKind, OfferedField, SellForm, Shown

_YES: Final = frozenset({"yes", "true", "1"})
_OF_EVERY_FORM: Final = frozenset(
    {FieldName.PHOTOS, FieldName.TITLE, FieldName.DESCRIPTION, FieldName.CATEGORY, FieldName.PRICE}
)
_FIELDS_FROM: Final = 45
_FIELDS_TO: Final = 75
_PERCENT: Final = {
    Step.PHOTOS: 10,
    Step.TITLE: 30,
    Step.DESCRIPTION: 34,
    Step.CATEGORY: 38,
    Step.PRICE: 78,
    Step.PARCEL_SIZE: 82,
    Step.REVIEW: 88,
}
_STEPS: Final = {step.value: step for step in Step}


@dataclass(slots=True)
class _Filled:
    """A field that was filled: what it must read as, and how to fill it again."""

    reads: str
    again: Callable[[], Awaitable[None]]


class Filler:
    """Fills a form and remembers what it did, what it could not decide, and what to mention."""

    def __init__(
        self, form: SellForm, listing: Listing, vocabulary: Vocabulary, report: Reporter
    ) -> None:
        self._form = form
        self._listing = listing
        self._decider = Decider(listing, vocabulary)
        self._report = report
        self._reports: dict[str, FieldReport] = {}
        self._questions: dict[str, Question] = {}
        self._filled: dict[str, _Filled] = {}
        self.warnings: list[str] = []

    @property
    def reports(self) -> tuple[FieldReport, ...]:
        """One report per field, in the order of filling."""
        return tuple(self._reports.values())

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the seller has to answer before this form can be published."""
        return tuple(self._questions.values())

    async def fill(self) -> None:
        """Fill everything that the listing and the page allow, in the page's order."""
        await self._photos()
        await self._text(FieldName.TITLE, self._listing.title)
        await self._text(FieldName.DESCRIPTION, self._listing.description)
        offered = await self._fields_of_category()
        for number, field in enumerate(offered):
            share = (_FIELDS_TO - _FIELDS_FROM) * number // len(offered)
            await self._step(_STEPS.get(field.name, Step.DETAILS), _FIELDS_FROM + share)
            await self._field(field)
        if FieldName.CATEGORY in self._filled:
            self._mind_unplaced(_OF_EVERY_FORM | {field.name for field in offered})
        await self._price()
        await self._form.decline_extras()

    async def settled(self) -> FormReading:
        """The form read back; what no longer shows what was filled is filled once more."""
        await self._report(Progress(Step.REVIEW, _PERCENT[Step.REVIEW]))
        reading = await self._form.read()
        if strayed := self._strayed(reading):
            await self._form.tab.probe(Place.WHILE_FILLING)
            for name in strayed:
                await self._filled[name].again()
            reading = await self._form.read()
        if strayed := self._strayed(reading):
            error = await self._form.tab.lost(Field(strayed[0], ()))
            raise replace(error, tried=("filled twice",))
        return reading

    def _strayed(self, reading: FormReading) -> list[str]:
        shown = {**reading.values, FieldName.PHOTOS: str(reading.photo_count)}
        return [name for name, filled in self._filled.items() if shown.get(name) != filled.reads]

    async def _step(self, step: Step, percent: int) -> None:
        await self._report(Progress(step, percent))
        await self._form.tab.pacer.between_fields()

    async def _photos(self) -> None:
        photos = self._listing.photos
        await self._report(Progress(Step.PHOTOS, _PERCENT[Step.PHOTOS], 0, len(photos)))

        async def counted(done: int, total: int) -> None:
            percent = _PERCENT[Step.PHOTOS] + 18 * done // total
            await self._report(Progress(Step.PHOTOS, percent, done, total))

        shown = await self._form.add_photos(photos, counted)
        report = FieldReport(FieldName.PHOTOS, str(len(photos)), shown.text, rank=shown.rank)
        self._note(report, self._photos)
        await self._form.tab.probe(Place.AFTER_PHOTOS)

    async def _text(self, name: FieldName, text: str) -> None:
        step = _STEPS[name]
        await self._step(step, _PERCENT[step])
        shown = await self._form.write(name, text)
        report = FieldReport(name, text, shown.text, rank=shown.rank)
        self._note(report, partial(self._text, name, text))

    async def _price(self) -> None:
        await self._step(Step.PRICE, _PERCENT[Step.PRICE])
        price = self._listing.price
        shown = await self._form.type_price(price)
        report = FieldReport(FieldName.PRICE, str(price), shown.text, rank=shown.rank)
        self._note(report, self._price, reads=str(price))

    async def _fields_of_category(self) -> tuple[OfferedField, ...]:
        """Choose the category; the fields that the page then shows, none when it is asked back."""
        await self._step(Step.CATEGORY, _PERCENT[Step.CATEGORY])
        offered = await self._form.categories(self._decider.asked(FieldName.CATEGORY))
        choice = self._decider.one(FieldName.CATEGORY, offered)
        if choice.option is None:
            self._ask(FieldName.CATEGORY, choice)
            return ()
        await self._choose_category(choice.option.option, choice)
        await self._form.tab.probe(Place.AFTER_CATEGORY)
        return await self._form.offered()

    async def _choose_category(self, option: Option, choice: Choice) -> None:
        shown = await self._form.choose_category(option)
        again = partial(self._choose_category, option, choice)
        self._note(self._chosen(FieldName.CATEGORY, (choice,), shown), again)

    async def _field(self, field: OfferedField) -> None:
        """Fill one of the category's fields, ask about it, or leave it as it is."""
        if self._decider.asked(field.name) is None and not field.required:
            if field.name == FieldName.UNISEX and self._listing.unisex is not None:
                await self._tick(field, self._listing.unisex)
            elif field.kind is FieldKind.SEVERAL:
                # What the site recognised in the photos was not asked for.
                await self._form.empty(field)
            return
        match field.kind:
            case FieldKind.TICK:
                await self._tick(field, self._decider.asked(field.name) in _YES)
            case FieldKind.TEXT:
                await self._own_text(field)
            case FieldKind.SEVERAL:
                await self._several(field)
            case FieldKind.ONE:
                await self._one(field)

    def _mind_unplaced(self, offered: Set[str]) -> None:
        """What was said and cannot be entered is never dropped: the seller decides.

        The category may lack the field, or the page may have lost it, and they look the same. The
        answer `none` goes on; words that say as much, as no brand or one size, need no answer.
        """
        for name in self._decider.said():
            if name not in offered:
                without = RankedOption(Option(NO_OPTION, "none"), 0.0, "go on without it")
                self._ask(name, Choice(None, (without,), "the page has no such field"))

    async def _tick(self, field: OfferedField, wanted: bool) -> None:
        shown = await self._form.tick(field, wanted)
        report = FieldReport(field.name, shown.text, shown.text, rank=shown.rank)
        self._note(report, partial(self._tick, field, wanted))

    async def _own_text(self, field: OfferedField) -> None:
        text = self._decider.asked(field.name)
        if text is None:
            self._ask(field.name, Choice(None, (), "nothing was said"), field.label)
            return
        shown = await self._form.fill(field, text)
        report = FieldReport(field.name, text, shown.text, rank=shown.rank)
        self._note(report, partial(self._own_text, field))

    async def _one(self, field: OfferedField) -> None:
        choice = await self._decider.offered(self._form, field)
        await self._choose(field, (choice,))

    async def _several(self, field: OfferedField) -> None:
        options = await self._form.options(field, None)
        choices = self._decider.several(field, options) or (self._decider.one(field.name, options),)
        if len(choices) > field.limit:
            self.warnings.append(f"{field.name}: only the first {field.limit} are kept")
        await self._choose(field, choices[: field.limit])

    async def _choose(self, field: OfferedField, choices: tuple[Choice, ...]) -> None:
        """Choose what is decided; one value that is not makes the whole field a question."""
        for choice in choices:
            if choice.option is None:
                await self._form.leave(field)
                self._ask(field.name, choice, field.label)
                return
        options = [choice.option.option for choice in choices if choice.option]
        shown = await self._form.choose(field, options)
        report = self._chosen(field.name, choices, shown)
        reads = options[0].id if field.name == FieldName.PARCEL_SIZE else shown.text
        self._note(report, partial(self._choose, field, choices), reads=reads)

    def _chosen(self, name: str, choices: Sequence[Choice], shown: Shown) -> FieldReport:
        ranked = [choice.option for choice in choices if choice.option]
        least = min(ranked, key=lambda option: option.score)
        return FieldReport(
            name,
            self._decider.asked(name),
            shown.text,
            option_id=",".join(option.option.id for option in ranked),
            score=least.score,
            reason=least.reason,
            alternatives=tuple(other for choice in choices for other in choice.alternatives),
            rank=shown.rank,
        )

    def _ask(self, name: str, choice: Choice, label: str | None = None) -> None:
        asked = self._decider.asked(name)
        self._questions[name] = Question(name, asked, choice.reason, choice.alternatives, label)
        self._reports[name] = FieldReport(
            name, asked, None, score=0.0, reason=choice.reason, alternatives=choice.alternatives
        )

    def _note(
        self, report: FieldReport, again: Callable[[], Awaitable[None]], reads: str | None = None
    ) -> None:
        self._reports[report.name] = report
        self._filled[report.name] = _Filled(reads or report.chosen or "", again)

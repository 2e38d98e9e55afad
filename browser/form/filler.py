"""Filling one form from one listing: what is asked for each field, and what the page makes of it.

What the seller's words do not decide becomes a question. Which option they mean is `decider`'s
business, how a field is filled the site's pages', and the order around it `driver`'s.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from browser.errors import Place, SiteLayoutChanged
from browser.form.decider import Decider
from browser.listing import (
    FieldName,
    FieldReport,
    FormReading,
    Listing,
    Option,
    Question,
    RankedOption,
)
from browser.matching.matcher import Choice, Vocabulary
from browser.messages import Message
from browser.page.locators import Field
from browser.progress import Progress, Reporter, Step
from browser.sell_form import NO_OPTION, FieldKind, OfferedField, SellForm, Shown

Demands = Mapping[str, Set[str]]
"""Fields that the site has demanded before, by the id of the category."""

_YES: Final = frozenset({"yes", "true", "1"})
_ROUNDS: Final = 4
"""How often the page is looked at for fields that came with others; each brings one at least."""
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
    Step.PARCEL_SIZE: 78,
    Step.PRICE: 82,
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
        self,
        form: SellForm,
        listing: Listing,
        vocabulary: Vocabulary,
        report: Reporter,
        demanded: Demands | None = None,
    ) -> None:
        self._form = form
        self._listing = listing
        self._demanded = demanded or {}
        self._category: str | None = None
        self._decider = Decider(listing, vocabulary)
        self._report = _growing(report)
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
        """Fill everything that the listing and the page allow, in the page's order.

        The parcel size comes last but one and the price last: choosing a size, or a redrawn field
        of the category, can empty the price behind its display.
        """
        offered = await self._begin()
        if self._lacks_parcel():
            await self._form.reload()
            offered = await self._begin()
        if FieldName.CATEGORY in self._filled:
            await self._fields(offered)
            await self._parcel()
        await self._price()
        await self._form.decline_extras()

    async def _begin(self) -> tuple[OfferedField, ...]:
        """What every form has, and the fields of its category."""
        await self._photos()
        await self._text(FieldName.TITLE, self._listing.title)
        await self._text(FieldName.DESCRIPTION, self._listing.description)
        return await self._fields_of_category()

    async def settled(self) -> FormReading:
        """The form read back; what no longer shows what was filled is filled once more."""
        await self._report(Progress(Step.REVIEW, _PERCENT[Step.REVIEW]))
        reading = await self._form.read()
        if strayed := self._strayed(reading):
            await self._form.tab.probe(Place.WHILE_FILLING)
            # The price last: whatever is filled again may empty it behind its display.
            for name in (*(name for name in strayed if name != FieldName.PRICE), FieldName.PRICE):
                await self._filled[name].again()
            reading = await self._form.read()
        if strayed := self._strayed(reading):
            error = await self._form.tab.lost(Field(strayed[0], ()))
            if isinstance(error, SiteLayoutChanged):
                error.tried = ("filled twice",)
            raise error
        return reading

    def _strayed(self, reading: FormReading) -> list[str]:
        shown = {**reading.values, FieldName.PHOTOS: str(reading.photo_count)}
        return [
            name
            for name, filled in self._filled.items()
            # A box that has gone is as good as one that is not ticked.
            if shown.get(name, "no" if filled.reads == "no" else None) != filled.reads
        ]

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
        price = self._form.priced(self._listing.price)
        shown = await self._form.type_price(price)
        asked = self._listing.price_as_given or str(price)
        report = FieldReport(FieldName.PRICE, asked, shown.text, rank=shown.rank)
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
        self._category = choice.option.option.id
        return await self._form.offered()

    async def _choose_category(self, option: Option, choice: Choice) -> None:
        shown = await self._form.choose_category(option)
        again = partial(self._choose_category, option, choice)
        self._note(self._chosen(FieldName.CATEGORY, (choice,), shown), again)

    async def _fields(self, offered: Sequence[OfferedField]) -> None:
        """Fill the category's fields, those included that mount or are needed after others."""
        done: set[str] = set()
        for _ in range(_ROUNDS):
            left = [each for each in map(self._minding, offered) if self._is_due(each, done)]
            for number, field in enumerate(left):
                share = (_FIELDS_TO - _FIELDS_FROM) * number // len(left)
                await self._step(_STEPS.get(field.name, Step.DETAILS), _FIELDS_FROM + share)
                await self._field(field)
                done.add(field.name)
            offered = await self._form.refreshed()
            if not any(self._is_due(self._minding(each), done) for each in offered):
                break
        self._mind_unplaced(_OF_EVERY_FORM | done | {field.name for field in offered})

    def _is_due(self, field: OfferedField, done: Set[str]) -> bool:
        """Whether a field is still to be filled: it is new, or needed since another was filled."""
        if field.name == FieldName.PARCEL_SIZE:
            return False
        return field.name not in done or (field.required and field.name not in self._reports)

    def _minding(self, field: OfferedField) -> OfferedField:
        """The field, needed where the site once refused a listing of the category without it."""
        demanded = self._demanded.get(self._category or "", frozenset())
        return replace(field, required=True) if field.name in demanded else field

    async def _parcel(self) -> None:
        """The parcel size as the page has it now, since what it recommends may have changed."""
        if field := await self._form.parcel():
            await self._step(Step.PARCEL_SIZE, _PERCENT[Step.PARCEL_SIZE])
            await self._field(field)
        elif self._lacks_parcel():
            self._ask_parcel()

    def _lacks_parcel(self) -> bool:
        """Whether the page lacks the parcel sizes that the category has, as far as is known.

        Where the site lists none the seller may say so; what it lists is never left out.
        """
        unshown = self._form.unshown if self._category else None
        if unshown is None or unshown.name != FieldName.PARCEL_SIZE:
            return False
        return bool(unshown.options) or self._decider.asked(unshown.name) != NO_OPTION

    def _ask_parcel(self) -> None:
        unshown = self._form.unshown
        options = (unshown and unshown.options) or (Option(NO_OPTION, "none"),)
        candidates = tuple(RankedOption(option, 0.0, "listed by the site") for option in options)
        reason = "the page does not show the parcel sizes, also after it was loaded again"
        self._ask(FieldName.PARCEL_SIZE, Choice(None, candidates, reason))

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
            known = tuple(RankedOption(option, 0.0, "offered") for option in field.known)
            self._ask(field.name, Choice(None, known, "nothing was said"), field.label)
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
            self.warnings.append(
                Message(
                    "{name}: only the first {limit} are kept", name=field.name, limit=field.limit
                )
            )
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
        if field.name == FieldName.PARCEL_SIZE:
            # Chosen anew from what is recommended by then.
            self._note(report, self._parcel, reads=options[0].id)
        else:
            self._note(report, partial(self._choose, field, choices), reads=shown.text)

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
        self._questions.pop(report.name, None)
        self._filled[report.name] = _Filled(reads or report.chosen or "", again)


def _growing(report: Reporter) -> Reporter:
    """A reporter whose percentage never falls, also where something is filled once more."""
    most = 0

    async def told(progress: Progress) -> None:
        nonlocal most
        most = max(most, progress.percent)
        await report(replace(progress, percent=most))

    return told

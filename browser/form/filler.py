"""Filling one form from one listing: texts, category and price, while its photos are sent.

The fields of the category belong to `category_filler`, the photos to `photo_upload`, which option
the words mean to `decider`, what was filled and asked to `record`, how a field is filled to the
site's pages, and the order around it to `driver`.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from browser.errors import Place, SiteLayoutChanged
from browser.form.candidates import Candidates
from browser.form.category_filler import CategoryFiller, Demands
from browser.form.decider import Decider, weighs_category
from browser.form.likely_fields import LikelyFields
from browser.form.photo_upload import PhotoUpload
from browser.form.read_lists import ReadLists
from browser.form.record import Record
from browser.listing import FieldName, FieldReport, FormReading, Listing, Option, Question
from browser.matching.matcher import Choice, Vocabulary
from browser.page.locators import Field
from browser.progress import Progress, Reporter, Step
from browser.sell_form import OfferedField, SellForm

__all__ = ["Demands", "Filler", "WhileFilling"]

_PERCENT: Final = {
    Step.TITLE: 30,
    Step.DESCRIPTION: 34,
    Step.CATEGORY: 38,
    Step.DETAILS: 45,
    Step.PRICE: 82,
    Step.REVIEW: 88,
}
_STEPS: Final = {step.value: step for step in Step}


@dataclass(frozen=True, slots=True)
class WhileFilling:
    """What is done beside the filling, in a group that ends with it: photos are waited for there.

    `when_quiet` is called, once or more often, when the photos are taken and the category chosen.
    """

    group: asyncio.TaskGroup
    when_quiet: Callable[[], None]


class Filler:
    """Fills a form and remembers what it did, what it could not decide, and what to mention."""

    def __init__(
        self,
        form: SellForm,
        listing: Listing,
        vocabulary: Vocabulary,
        report: Reporter,
        *,
        meanwhile: WhileFilling,
        demanded: Demands | None = None,
        approved: Sequence[FieldReport] = (),
    ) -> None:
        self._form = form
        self._listing = listing
        self._decider = Decider(listing, vocabulary, approved)
        self._record = Record(self._decider, Candidates(listing, vocabulary))
        self._report = _growing(report)
        self._fields = CategoryFiller(
            form, listing, self._decider, self._record, step=self._step, demanded=demanded or {}
        )
        self._photos = PhotoUpload(
            form, listing, self._record, self._report, beside=meanwhile.group
        )
        self._when_quiet = meanwhile.when_quiet
        self._begins_fields = False
        self._likely = LikelyFields(form, self._decider, self._record, demanded or {})

    @property
    def reports(self) -> tuple[FieldReport, ...]:
        return self._record.reports

    @property
    def questions(self) -> tuple[Question, ...]:
        return self._record.questions

    @property
    def lists(self) -> ReadLists:
        return self._record.lists

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(self._record.warnings)

    async def fill(self) -> None:
        """Fill everything that the listing and the page allow, in the page's order.

        The page sends the photos meanwhile. The parcel size comes last but one and the price last:
        choosing a size, or a redrawn field of the category, can empty the price behind its display.
        """
        offered = await self._begin()
        if self._fields.lacks_parcel():
            await self._form.reload()
            offered = await self._begin()
        if self._record.holds(FieldName.CATEGORY):
            self._begins_fields = True
            await self._fields.fill(offered)
            await self._photos.finish()
            await self._fields.parcel()
        else:
            await self._step(Step.DETAILS, _PERCENT[Step.DETAILS])
            await self._likely.ask()
            await self._photos.finish()
        await self._price()
        await self._form.fields.decline_extras()

    async def _begin(self) -> tuple[OfferedField, ...]:
        """What every form has, and the fields of its category."""
        await self._photos.begin()
        await self._text(FieldName.TITLE, self._listing.title)
        await self._text(FieldName.DESCRIPTION, self._listing.description)
        return await self._fields_of_category()

    async def settled(self) -> FormReading:
        """The form read back; what no longer shows what was filled is filled once more.

        What shows though nobody asked for it is taken away, or asked about where it stays.
        """
        await self._report(Progress(Step.REVIEW, _PERCENT[Step.REVIEW]))
        reading = await self._form.reader.read()
        strayed, foreign = self._record.strayed(reading), self._fields.unsaid.held(reading)
        if strayed or foreign:
            await self._form.tab.probe(Place.WHILE_FILLING)
            for field in foreign:
                await self._fields.take_away(field, reading.values[field.name])
            # The price last: whatever is filled again may empty it behind its display.
            for name in (*(name for name in strayed if name != FieldName.PRICE), FieldName.PRICE):
                await self._record.fill_again(name)
            reading = await self._form.reader.read()
        for field in self._fields.unsaid.held(reading):
            await self._fields.unsaid.ask(field, reading.values[field.name])
        if strayed := self._record.strayed(reading):
            error = await self._form.tab.lost(Field(strayed[0], ()))
            if isinstance(error, SiteLayoutChanged):
                error.tried = ("filled twice",)
            raise error
        return reading

    async def _step(self, step: Step, percent: int) -> None:
        await self._report(Progress(step, percent))
        await self._form.tab.pacer.between_fields()
        await self._photos.look()
        if self._photos.is_over and self._begins_fields:
            self._when_quiet()

    async def _text(self, name: FieldName, text: str) -> None:
        step = _STEPS[name]
        await self._step(step, _PERCENT[step])
        shown = await self._form.content.write(name, text)
        report = FieldReport(name, text, shown.text, rank=shown.rank)
        self._record.note(report, partial(self._text, name, text))

    async def _price(self) -> None:
        await self._step(Step.PRICE, _PERCENT[Step.PRICE])
        price = self._form.content.priced(self._listing.price)
        shown = await self._form.content.type_price(price)
        asked = self._listing.price_as_given or str(price)
        report = FieldReport(FieldName.PRICE, asked, shown.text, rank=shown.rank)
        self._record.note(report, self._price, reads=str(price))

    async def _fields_of_category(self) -> tuple[OfferedField, ...]:
        """Choose the category; the fields that the page then shows, none when it is asked back."""
        await self._step(Step.CATEGORY, _PERCENT[Step.CATEGORY])
        offered = await self._form.category.options(self._decider.asked(FieldName.CATEGORY))
        self.lists.clear()
        self.lists.keep(FieldName.CATEGORY, offered)
        choice = self._decider.one(FieldName.CATEGORY, offered)
        if choice.option is None and self._listing.photos and weighs_category(self._listing):
            # Where the words decide nobody waits for what the site makes of the photos.
            await self._photos.finish()
            self._decider.suggested = await self._form.category.suggested()
            choice = self._decider.one(FieldName.CATEGORY, offered)
        if choice.option is None:
            await self._form.category.leave()
            self._record.ask(FieldName.CATEGORY, choice)
            return ()
        await self._choose_category(choice.option.option, choice)
        await self._form.tab.probe(Place.AFTER_CATEGORY)
        self._fields.category = choice.option.option.id
        return await self._form.fields.offered()

    async def _choose_category(self, option: Option, choice: Choice) -> None:
        shown = await self._form.category.choose(option)
        again = partial(self._choose_category, option, choice)
        self._record.note(self._record.chosen(FieldName.CATEGORY, (choice,), shown), again)


def _growing(report: Reporter) -> Reporter:
    """A reporter whose percentage never falls, also where something is filled once more."""
    most = 0

    async def told(progress: Progress) -> None:
        nonlocal most
        most = max(most, progress.percent)
        await report(replace(progress, percent=most))

    return told

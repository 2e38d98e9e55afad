"""The photos of one form, sent by the page while other fields are filled.

Only waiting is done beside the filling: nothing is pressed while something else is. The photos are
looked at, and put in order where they are not, between two fields as soon as the site has taken
them. Which fields these are is `filler`'s.
"""

import asyncio
from typing import Final

from browser.background_tasks import ended
from browser.errors import Place
from browser.form.record import Record
from browser.listing import FieldName, FieldReport, Listing
from browser.progress import Progress, Reporter, Step
from browser.sell_form import SellForm, Shown

_PERCENT: Final = 10
_SHARE: Final = 18
"""Of a hundred, that all photos are worth."""


class PhotoUpload:
    """Hands the listing's photos over, and sees to them once they are taken."""

    def __init__(
        self,
        form: SellForm,
        listing: Listing,
        record: Record,
        report: Reporter,
        *,
        beside: asyncio.TaskGroup,
    ) -> None:
        self._form = form
        self._photos = listing.photos
        self._record = record
        self._report = report
        self._beside = beside
        self._taking: asyncio.Task[None] | None = None
        self._shown = Shown("", 0)

    @property
    def is_over(self) -> bool:
        """Whether nothing is waited for any more."""
        return self._taking is None

    async def begin(self) -> None:
        """Hand the photos over; those that were handed over to an earlier page are forgotten."""
        if self._taking:
            await ended(self._taking)
        await self._report(Progress(Step.PHOTOS, _PERCENT, 0, len(self._photos)))
        self._shown = await self._form.content.hand_over(self._photos)
        self._record.expect(self._told())
        self._taking = self._beside.create_task(self._form.content.photos_taken(self._counted))

    async def look(self) -> None:
        """See to the photos where the site has taken them by now."""
        if self._taking and self._taking.done():
            await self.finish()

    async def finish(self) -> None:
        """Wait until the photos are taken, and see to them; nothing where that was done.

        Where nothing else is left to do meanwhile, that is the step.
        """
        if self._taking is None:
            return
        if not self._taking.done():
            await self._report(Progress(Step.PHOTOS, _PERCENT))
        await self._taking
        self._taking = None
        await self._form.content.arrange_photos(self._counted)
        self._record.note(self._told(), self._again)
        await self._form.tab.probe(Place.AFTER_PHOTOS)

    async def _again(self) -> None:
        await self._form.content.add_photos(self._photos, self._counted)

    def _told(self) -> FieldReport:
        asked = str(len(self._photos))
        return FieldReport(FieldName.PHOTOS, asked, self._shown.text, rank=self._shown.rank)

    async def _counted(self, done: int, total: int) -> None:
        percent = _PERCENT + _SHARE * done // total
        await self._report(Progress(Step.PHOTOS, percent, done, total))

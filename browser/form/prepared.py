"""A filled form that waits for its yes, with everything that is told of it.

Filling and submitting it is `driver`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from browser.form.filler import Filler
from browser.listing import FieldReport, FormReading, Option, Question, Seller
from browser.page.outgoing import said_of_uncertain
from browser.sell_form import SellForm
from browser.site import LookUp, Member

if TYPE_CHECKING:
    from playwright.async_api import Page


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """A filled form whose tab stays open until it is submitted or closed.

    Everything but `form` is a plain value and may be stored.
    """

    form: SellForm = field(repr=False)
    account: str
    version: int
    origin: str
    username: str
    user_id: str
    reports: tuple[FieldReport, ...]
    questions: tuple[Question, ...]
    lists: Mapping[str, tuple[Option, ...]] = field(repr=False)
    """The options that were read, by field, in `language`."""
    language: str
    warnings: tuple[str, ...]
    reading: FormReading
    picture: bytes = field(repr=False)
    preview_url: str
    draft_id: str | None = None
    draft_seen: LookUp | None = None
    """What a look showed when the answer to the save was lost, and the draft is not known by it."""
    uncertain: tuple[str, ...] = ()
    """Members of the saved draft that could not be compared with what was approved."""

    @property
    def page(self) -> Page:
        return self.form.tab.page

    @property
    def told(self) -> tuple[str, ...]:
        """What came in between on the page so far and was closed, or left alone."""
        return tuple(self.form.tab.interruptions.warnings)


async def kept_open(
    seller: Seller, member: Member, form: SellForm, filler: Filler, reading: FormReading
) -> PreparedForm:
    """The filled form with what is told of it, and its picture."""
    tab = form.tab
    uncertain = said_of_uncertain(form.drafts.uncertain)
    return PreparedForm(
        form=form,
        account=seller.account,
        version=seller.version,
        origin=seller.origin,
        username=member.username,
        user_id=member.id,
        reports=filler.reports,
        questions=filler.questions,
        lists=filler.lists,
        language=form.language,
        warnings=(*filler.warnings, *tab.interruptions.warnings, *uncertain),
        reading=reading,
        picture=await tab.capture.lasting_picture(),
        preview_url=tab.page.url,
        uncertain=form.drafts.uncertain,
    )

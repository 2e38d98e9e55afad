"""Saving the form of a tab as a draft, and what is known of the draft afterwards.

What the site's answers say is `publishing`'s; looking for a draft whose save was not answered is
the wardrobe's.
"""

from typing import Final
from urllib.parse import urlsplit

from browser.errors import DraftLost, FormChanged, Place, SiteUnreachable
from browser.page.conditions import Condition
from browser.page.input import strike
from browser.page.outgoing import said_of_differing
from browser.page.request_gate import Gate
from browser.sites.vinted import publishing
from browser.sites.vinted.fields.form_page import FormPage

_TRIES: Final = 3


class VintedDrafts:
    """The `Drafts` of the form; no call that saves one leaves unless it is being saved."""

    def __init__(self, page: FormPage, publish: publishing.VintedPublishing) -> None:
        self._page = page
        self._tab = page.tab
        self._publish = publish
        pages, addresses = page.tab.page, publishing.ADDRESSES
        self._gate = Gate(pages, publishing.saves, *addresses, beside=publish.gate)

    async def install(self) -> None:
        """Hold back every call from now on."""
        await self._gate.install()

    @property
    def uncertain(self) -> tuple[str, ...]:
        return self._gate.findings.uncertain

    @property
    def unsaved(self) -> bool:
        if not self._gate.sent:
            return True
        over = self._gate.over
        answer = over.result() if over.done() else None
        return answer is not None and not publishing.tells_nothing(answer)

    async def save(self) -> str:
        """Save the form and return the draft's id; pressed again only when nothing was sent."""
        here = urlsplit(self._tab.page.url).path
        await self._gate.leave_no_way_around()
        self._gate.open(self._publish.examine)
        try:
            for _ in range(_TRIES):
                await strike(self._tab, self._page.locators.button("save_draft"))
                if await self._gate.sends(seconds=self._tab.timeouts.effect):
                    break
                if differing := self._gate.findings.differing:
                    raise FormChanged(said_of_differing(differing))
            answer = await self._gate.answer(seconds=self._tab.timeouts.answer)
        finally:
            self._gate.shut()
        draft_id = publishing.saved_draft(answer) if answer else None
        if draft_id is None:
            await self._tab.probe(Place.WHILE_FILLING)
            if self._gate.sent and (answer is None or publishing.tells_nothing(answer)):
                raise DraftLost("the draft's call has left, and its answer is lost")
            raise SiteUnreachable("the site does not say that the draft is saved")
        # The page now moves on by itself, and would overtake whatever is opened next.
        await self._tab.until(_elsewhere(here), seconds=self._tab.timeouts.effect * 2)
        return draft_id


def _elsewhere(path: str) -> Condition:
    """Holds once the tab has come to rest on another page."""
    script = "(path) => location.pathname !== path && document.readyState === 'complete'"
    return Condition(script, path)

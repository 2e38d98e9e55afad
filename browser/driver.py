"""The story of one listing: open, check the account, fill, read back; compare, submit, look up.

Reads like the steps of the README. It knows none of them: a `Marketplace` gives it the pages. The
click itself is `submission`'s; what became of a job, and when to try again, is the caller's.
"""

import asyncio
import logging
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from browser.background_tasks import task_group
from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.errors import (
    BrowserError,
    NeedsPerson,
    Place,
    SessionExpired,
    SiteLayoutChanged,
    SiteUnavailable,
    WrongMarket,
)
from browser.fence import Before, Fence
from browser.form.arrival import arrived, require_same, signed_in
from browser.form.click_check import ClickCheck, checked, pictured
from browser.form.draft_saver import save_as_draft
from browser.form.filler import Demands, Filler, WhileFilling
from browser.form.guarded_tabs import GuardedTabs
from browser.form.live_view import shown_to
from browser.form.outcome import Submission, SubmissionOutcome, addressed, of_copies
from browser.form.page_search import searched
from browser.form.prepared import PreparedForm, kept_open
from browser.form.submission import reachable, submit
from browser.form.wardrobe_checks import EarlierClicks, Standing, TwinCheck, sought, standing
from browser.inspection.findings import Look, Rendering
from browser.inspection.inspector import Examiner, unrecognised
from browser.inspection.report import Examination
from browser.listing import (
    FieldReport,
    FormReading,
    Listing,
    Option,
    Seller,
    SessionCheck,
    SessionState,
)
from browser.messages import Message
from browser.page.conditions import PATIENT, Timeouts
from browser.page.outgoing import Approved
from browser.page.pacing import Profile
from browser.page.tab import Tab
from browser.playwright_errors import translate_errors
from browser.progress import Progress, Reporter, ReportQueue, Step, Unwatched, Viewers, unreported
from browser.site import LookUp, Marketplace, Member, Sought

_log = logging.getLogger(__name__)


async def _unfenced(before: Before) -> None:
    """Where nobody writes down that a draft is about to be saved."""


class Driver:
    """Prepares and publishes listings through the pages of one marketplace."""

    def __init__(
        self,
        chromium: Chromium,
        marketplace: Marketplace,
        *,
        pacing: Profile,
        seed: int | None = None,
        timeouts: Timeouts = PATIENT,
        narrow: bool = False,
    ) -> None:
        self._marketplace = marketplace
        self._pages = marketplace.pages()
        self._tabs = GuardedTabs(
            chromium, self._pages, pacing=pacing, seed=seed, timeouts=timeouts, narrow=narrow
        )

    async def check_session(self, seller: Seller) -> SessionCheck:
        """Ask the site, inside the seller's own context, whose session this is."""
        try:
            async with self._tabs.opened(seller) as tab:
                return await self._looked_at(tab, seller)
        except SessionExpired as error:
            return SessionCheck(SessionState.EXPIRED, reason=str(error))
        except NeedsPerson as error:
            return error.check
        except SiteUnavailable as error:
            return SessionCheck(SessionState.UNKNOWN, reason=error.code)

    async def _looked_at(self, tab: Tab, seller: Seller) -> SessionCheck:
        async def open_home() -> None:
            await self._pages.open_home(tab, seller.origin)
            await tab.probe(Place.NAVIGATION)
            if there := self._pages.other_market(seller.origin, tab.page.url):
                raise WrongMarket(there)

        try:
            member = await arrived(self._pages, tab, open_home)
        except WrongMarket as error:
            return SessionCheck(
                SessionState.WRONG_MARKET, reason=Message("sent to {there}", there=error.there)
            )
        return SessionCheck(SessionState.VALID, member.username, member.id)

    async def prepare(
        self,
        seller: Seller,
        listing: Listing,
        *,
        draft_id: str | None = None,
        save_draft: bool = False,
        draft_fence: Fence = _unfenced,
        warn_of_twins: bool = False,
        report: Reporter = unreported,
        viewers: Viewers | None = None,
        demanded: Demands | None = None,
        approved: Sequence[FieldReport] = (),
    ) -> PreparedForm:
        """Fill the form for a listing and leave it open, without publishing anything.

        What the site has `demanded` before in the listing's category is asked for like what its
        page marks as required. With the fields of a form that was `approved` their options are
        chosen again. Before a new draft is saved `draft_fence` is told which drafts there were;
        with `warn_of_twins` the wardrobe is read once, and what is for sale with the same content
        is warned of. `viewers` are shown the form while it is filled, and nothing after that.
        Whatever goes wrong is raised from the tree in `errors`.
        """
        async with self._tabs.kept(seller) as tab, task_group() as group:
            form = self._pages.sell_form(tab, seller)
            queue = ReportQueue(report, group)
            await queue(Progress(Step.OPEN, 0))
            member = await arrived(self._pages, tab, lambda: form.open(draft_id))
            await queue(Progress(Step.ACCOUNT, 5))
            await require_same(form, member, seller.username)
            tab.capture.secrets.add(member.username)
            twins = TwinCheck(self._pages, tab, member, listing, group, wanted=warn_of_twins)
            filler = Filler(
                form,
                listing,
                self._pages.vocabulary(form.language),
                queue,
                meanwhile=WhileFilling(group, twins.begin),
                demanded=demanded,
                approved=approved,
            )
            async with shown_to(viewers or Unwatched(), tab):
                await filler.fill()
                reading = await filler.settled()
            # Before a draft is saved: what stops here has left nothing on the site.
            warnings, seen = await twins.warnings(), None
            if save_draft and not filler.questions:
                form.publishing.approve(Approved(listing, reading, filler.reports))
                await queue(Progress(Step.SAVE_DRAFT, 90))
                await queue.told()
                draft_id, seen = await save_as_draft(
                    self._pages, form, member, listing, draft_id=draft_id, fence=draft_fence
                )
                # A form that was saved without an answer may be gone.
                reading = await filler.settled() if draft_id else reading
            await queue(Progress(Step.PICTURE, 96))
            prepared = await kept_open(seller, member, form, filler, reading)
            warnings = (*prepared.warnings, *warnings)
            return replace(prepared, warnings=warnings, draft_id=draft_id, draft_seen=seen)

    async def examine(
        self, seller: Seller, *, report: Reporter = unreported, seconds: float = math.inf
    ) -> Examination:
        """Walk over the empty form, wide and narrow, and say what has changed; nothing is saved.

        What has not begun after `seconds` is left out. Raises what a preparation raises, except
        for what is not found on the form.
        """
        ends_at = asyncio.get_running_loop().time() + seconds
        language, looks = await self._looked(seller, Rendering.WIDE, report, ends_at)
        is_known = any(look.fields for look in looks)
        if is_known and asyncio.get_running_loop().time() < ends_at:
            _, more = await self._looked(seller, Rendering.NARROW, report, ends_at)
            looks += more
        return Examination(language, looks, self._pages.never_seen(language))

    async def _looked(
        self, seller: Seller, rendering: Rendering, report: Reporter, ends_at: float
    ) -> tuple[str, tuple[Look, ...]]:
        """The page's language, and what one rendering of it shows."""
        narrow = rendering is Rendering.NARROW
        async with self._tabs.opened(seller, narrow=narrow) as tab:
            form = self._pages.sell_form(tab, seller)
            if narrow:
                await tab.pacer.between_fields()
            await report(Progress(Step.OPEN, 50 if narrow else 0))
            try:
                member = await arrived(self._pages, tab, lambda: form.open(None))
            except SiteLayoutChanged as error:
                return form.language, (unrecognised(error, rendering),)
            await require_same(form, member, seller.username)

            async def reached(number: int, total: int) -> None:
                percent = (50 if narrow else 0) + 5 + 45 * number // total
                await report(Progress(Step.CATEGORY, percent, number, total))

            looks = await Examiner(form, rendering, reached, ends_at=ends_at).walk()
            return form.language, looks

    async def review(self, form: PreparedForm, approved: FormReading) -> tuple[str, ...]:
        """Names of the fields that no longer show what was approved.

        Raises ChallengeRequired and its like for an obstacle, also for one that lies over the
        publish button, AccountMismatch and SessionExpired when the form is not the same member's
        any more.
        """
        async with self._tabs.guarded(form.form.tab, form.account):
            await form.form.tab.probe(Place.BEFORE_PUBLISH)
            member = await self._pages.member(form.form.tab)
            await require_same(form.form, signed_in(member), form.username)
            await reachable(form.form)
            return (await form.form.reader.read()).differences(approved)

    async def check_click(
        self,
        form: PreparedForm,
        listing: Listing,
        approved: FormReading,
        earlier: EarlierClicks | None = None,
    ) -> ClickCheck:
        """What `standing` reads, beside it whose session it is, and what the form shows.

        Raises what stands in the way, AccountMismatch and SessionExpired.
        """
        async with self._tabs.guarded(form.form.tab, form.account):
            return await checked(self._pages, form, listing, approved, earlier)

    async def submit(
        self,
        form: PreparedForm,
        approved: FormReading,
        listing: Listing,
        *,
        fence: Fence,
        fields: Sequence[FieldReport] = (),
        before: Before | None = None,
        report: Reporter = unreported,
        copies: bool = True,
    ) -> Submission:
        """Compare, pass the fence, click once, and say what became of it.

        `fields` is what was chosen in the form that was approved, as far as it was kept; `before`
        the reading of the wardrobe by this click's own check, which has compared the form, too.
        Without `copies` a certain answer is returned at once, and `look_back` is for the caller to
        ask. Raises only before the click, the fence's own errors included.
        """
        await report(Progress(Step.COMPARE, 10))
        member = Member(form.user_id, form.username)
        tab = form.form.tab
        compared = before is not None
        before = before or (await self.standing(form, listing)).before
        wanted = sought(listing, datetime.now(UTC), before)

        async with self._tabs.guarded(tab, form.account):
            if not compared:
                await tab.pacer.before_submit()
            await report(Progress(Step.SUBMIT, 40))
            form.form.publishing.approve(Approved(listing, approved, tuple(fields)))
            submission = await submit(
                form.form,
                approved,
                before=before,
                fence=fence,
                look_again=lambda briefly: self._look(
                    tab, member, replace(wanted, briefly=briefly)
                ),
                address=lambda item: self._marketplace.listing_url(form.origin, item),
                copies=copies,
                compared=compared,
            )
        if submission.challenged:
            await self._tabs.close_all(form.account)
        if submission.outcome is not SubmissionOutcome.OUTCOME_UNKNOWN:
            try:
                await report(Progress(Step.OUTCOME, 100))
            except Exception as error:
                # The click is made: what became of it is known, whoever cannot be told of it.
                _log.warning("the outcome was not reported: %s", type(error).__name__)
        return submission

    async def look_back(
        self, form: PreparedForm, listing: Listing, item: str, *, since: datetime, before: Before
    ) -> Submission | None:
        """One reading of the wardrobe in the tab that has published an item: copies, or a hold.

        None while the item is not shown. Raises what stands in the way.
        """
        tab, member = form.form.tab, Member(form.user_id, form.username)

        def address(item: str) -> str:
            return self._marketplace.listing_url(form.origin, item)

        async with self._tabs.guarded(tab, form.account):
            seen = await self._look(tab, member, sought(listing, since, before))
        found = of_copies(seen, item, address)
        return found and addressed(found, address)

    async def look_up(
        self, seller: Seller, listing: Listing, *, since: datetime, before: Before | None = None
    ) -> LookUp:
        """Search the seller's own wardrobe for what was clicked at `since`, read-only.

        Without `before` an older twin cannot be told from it. Raises AccountMismatch when the
        session is not the member's whose click it was.
        """
        async with self._tabs.at_home(seller, before) as (tab, member):
            return await self._look(tab, member, sought(listing, since, before))

    async def _look(self, tab: Tab, member: Member, wanted: Sought) -> LookUp:
        return await self._pages.search(tab, await self._pages.wardrobe(tab, member), wanted)

    async def standing(
        self, form: PreparedForm, listing: Listing, earlier: EarlierClicks | None = None
    ) -> Standing:
        """Read the wardrobe once before a click: what is there, and what of `earlier` clicks is.

        A challenge and the like are raised; what cannot be read is not known.
        """
        tab, member = form.form.tab, Member(form.user_id, form.username)
        async with self._tabs.guarded(tab, form.account):
            # Where an obstacle stands, nothing more is asked.
            await tab.probe(Place.BEFORE_PUBLISH)
            known, seen = await standing(self._pages, tab, member, listing, earlier)
        return Standing(Before(member.id, known, form.draft_id), seen)

    async def look_up_draft(
        self, seller: Seller, listing: Listing, *, since: datetime, before: Before
    ) -> LookUp:
        """Search the seller's drafts for one whose save was not answered, read-only."""
        async with self._tabs.at_home(seller, before) as (tab, member):
            drafts = await self._pages.drafts(tab, member)
            return await self._pages.search_drafts(tab, drafts, sought(listing, since, before))

    async def search(self, form: PreparedForm, field: str, text: str) -> tuple[Option, ...]:
        """What a searched list of an open form finds for a text; it is closed again, as it was.

        Raises ChallengeRequired and its like, AccountMismatch, and FormChanged when the form shows
        another thing afterwards.
        """
        async with self._tabs.guarded(form.form.tab, form.account):
            await form.form.tab.probe(Place.WHILE_FILLING)
            found = await searched(form, field, text)
            await form.form.tab.probe(Place.WHILE_FILLING)
            return found

    async def is_open(self, form: PreparedForm) -> bool:
        """Whether the form's tab still lives and answers."""
        if form.page.is_closed():
            return False
        try:
            async with translate_errors():
                await form.form.reader.read()
        except BrowserError:
            return False
        return True

    async def is_as_pictured(self, form: PreparedForm) -> bool:
        """Whether the form's page has not changed at all since `PreparedForm.picture`."""
        return await form.form.tab.capture.still_shows_it()

    async def pictured(self, form: PreparedForm) -> bytes | None:
        """The whole form before its click; nothing where that cannot be pictured."""
        return await pictured(form.form.tab)

    async def picture(self, form: PreparedForm) -> bytes:
        """A fresh JPEG of the whole form."""
        async with translate_errors():
            return await form.form.tab.capture.picture(whole=True)

    async def close(self, form: PreparedForm) -> None:
        """Close the form's tab; nothing happens when it is gone already."""
        await close_page(form.page)

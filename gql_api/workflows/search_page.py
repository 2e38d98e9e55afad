"""A list searched on the form that waits for its yes, when a person looks for an option.

Only reads, within the account's turn and rest, at most once a second for an account. A form that
does not show afterwards what it did before is closed: it is filled again when its yes comes.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from browser.errors import BrowserError, FormChanged, NeedsPerson
from browser.form.prepared import PreparedForm
from gql_api.domain.job import Job
from gql_api.errors import Conflict, RateLimited, ServiceError, SiteProblem
from gql_api.jobs.page_search import PageSearch, not_open
from gql_api.sessions.browser_sessions import TURN_SECONDS
from gql_api.sessions.obstacles import full, refusal
from gql_api.sessions.service import busy, host_of
from gql_api.workflows.context import JobContext

log = structlog.get_logger(__name__)

SEARCH_SECONDS: Final = 30.0
"""Within what a request, or a call to a worker, is awaited."""
BETWEEN: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class SearchPage(PageSearch):
    """Asks the forms that are open in the browser of this process."""

    context: JobContext
    _last: dict[str, datetime] = field(default_factory=dict)

    async def search(self, job_id: str, field: str, text: str) -> None:
        job = await self.context.jobs.get(job_id)
        if (job.id, job.revision) not in self.context.parking.places:
            raise not_open()
        async with self._turn(job.account):
            if self.context.places.locked():
                raise full()
            self._pace(job.account)
            try:
                async with self.context.places:
                    await self._search(job, field, text)
            finally:  # the second counts from here: a search may take longer
                self._last[job.account] = self.context.now()

    @asynccontextmanager
    async def _turn(self, account: str) -> AsyncIterator[None]:
        """The account's turn, soon: a job that has just ended gives it back."""
        async with AsyncExitStack() as held:
            try:
                async with asyncio.timeout(TURN_SECONDS):
                    await held.enter_async_context(self.context.locks.turn(account))
            except TimeoutError:
                raise busy(account) from None
            yield

    def _pace(self, account: str) -> None:
        """Note a search; `RateLimited` when the one before is less than a second ago."""
        now = self.context.now()
        for over in [each for each, at in self._last.items() if now - at >= BETWEEN]:
            del self._last[over]
        if account in self._last:
            since = now - self._last[account]
            raise RateLimited(
                "The page is searched once a second at most: search again in a moment.",
                retry_after=(BETWEEN - since).total_seconds(),
            )
        self._last[account] = now

    async def _search(self, job: Job, field: str, text: str) -> None:
        place = (job.id, job.revision)
        opened = self.context.sessions.opened(job.account, job.origin, seconds=SEARCH_SECONDS)
        try:
            async with opened as session, self.context.parking.held(place):
                form = await self.context.parking.find(place, session.seller.version)
                if form is None:
                    raise not_open()
                await self._keep(job, form, field, text)
        except (BrowserError, TimeoutError) as error:
            log.warning("page_search_failed", error=type(error).__name__, detail=str(error))
            await self.context.parking.leave(place)
            raise _refused(error, job) from error

    async def _keep(self, job: Job, form: PreparedForm, field: str, text: str) -> None:
        found = await self.context.driver.search(form, field, text)
        await self.context.option_lists.add(job.id, form.language, field, found)


def _refused(error: BrowserError | TimeoutError, job: Job) -> ServiceError:
    if isinstance(error, FormChanged):
        return SiteProblem(
            "The form did not keep what was chosen while its list was searched. It is filled anew "
            "when its yes comes; nothing was published.",
            code="site_layout_changed",
        )
    return refusal(error, _met, host_of(job.origin))


def _met(error: NeedsPerson) -> Conflict:
    return Conflict(
        "The site shows something that a person has to look at, so the search ended there. Open "
        "the sell page in your own browser.",
        code="needs_manual",
        members={"reason": error.reason},
    )

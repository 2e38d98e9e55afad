"""Examinations where there is a browser: within the account's turn, day, rest and budget.

The walk is the driver's, sessions are `browser_sessions`', what the report says is `doctor`'s
matter, and what stops a walk becomes a refusal in `obstacles`.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import structlog

from browser.driver import Driver
from browser.errors import BrowserError, NeedsPerson
from browser.inspection.report import Examination
from browser.progress import Reporter, unreported
from gql_api.cluster.account_locks import AccountLocks
from gql_api.db.page_reports import ExaminationStore
from gql_api.doctor.report import Doctor, Report, read, report_of, written
from gql_api.domain.tenant import shown
from gql_api.errors import Conflict
from gql_api.sessions.browser_sessions import BrowserSessions
from gql_api.sessions.obstacles import refusal
from gql_api.sessions.service import busy, host_of

log = structlog.get_logger(__name__)

WALK_SECONDS: Final = 110.0
"""All of a walk; within what a request may be held."""
BEGIN_SECONDS: Final = 80.0
"""When no further category is begun, so that what was seen until then is told."""


class BrowserDoctor(Doctor):
    """Examines with the browser of this process."""

    def __init__(
        self,
        store: ExaminationStore,
        sessions: BrowserSessions,
        *,
        driver: Driver,
        locks: AccountLocks,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(store)
        self._sessions = sessions
        self._driver = driver
        self._locks = locks
        self._now = now

    async def run(
        self, account: str, *, force: bool = False, report: Reporter = unreported
    ) -> Report:
        """Walk over the sell page now, unless the account is at work, rests or had its walk."""
        async with self._locks.try_turn(account) as free:
            if not free:
                raise busy(account)
            session = await self._sessions.require(account, None)
            text = await self._store.begin(account, force=force)
            seen = await self._walked(account, session.origin, report)
            before = read(text) if text else None
            found = report_of(shown(account), host_of(session.origin), self._now(), seen, before)
            await self._store.keep(account, written(found))
        _tell(found)
        return found

    async def _walked(self, account: str, origin: str, report: Reporter) -> Examination:
        try:
            async with self._sessions.opened(account, origin, seconds=WALK_SECONDS) as opened:
                return await self._driver.examine(
                    opened.seller, report=report, seconds=BEGIN_SECONDS
                )
        except (BrowserError, TimeoutError) as error:
            log.warning("examination_stopped", account=account, error=type(error).__name__)
            raise refusal(error, _met, host_of(origin)) from error


def _tell(report: Report) -> None:
    if report.drifted:
        changes = [str(finding) for finding in report.findings]
        log.warning("page_drifted", account=report.account, changes=changes)
    else:
        log.info("page_unchanged", account=report.account)


def _met(error: NeedsPerson) -> Conflict:
    return Conflict(
        "The site shows something that a person has to look at, so the walk ended there. Open the "
        "sell page in your own browser.",
        code="needs_manual",
        members={"reason": error.reason},
    )

"""Begins the rows of imports, in the order of approval, a few ahead of their person.

Whose turn it is and what the daily budget allows is said by `db.importing`; a row begins in the
transaction that stores its job, so that no crash loses or doubles one, and any worker may do it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import sqlalchemy as sa
import structlog

from gql_api.db.importing.imports import ImportStore, NotNow
from gql_api.db.jobs import JobStore
from gql_api.db.notices.outbox import NoticeStore
from gql_api.domain.imports import ImportRow
from gql_api.domain.job import Job, JobKind
from gql_api.domain.notice import NoticeKind
from gql_api.errors import NoSession, NotFound, ServiceError
from gql_api.jobs.events import EventLog
from gql_api.listings.admission import Admission, new_job
from gql_api.listings.aliases import Aliases
from gql_api.sessions.service import Sessions

log = structlog.get_logger(__name__)

AT_ONCE: Final = 20
"""Rows of an account that are looked at in one go."""


@dataclass(frozen=True, slots=True)
class ImportFeeder:
    imports: ImportStore
    jobs: JobStore
    events: EventLog
    sessions: Sessions
    admission: Admission
    aliases: Aliases
    notices: NoticeStore

    async def feed(self) -> None:
        """Begin every row that may begin now."""
        for account in await self.imports.waiting_accounts():
            try:
                await self._feed(account)
            except NotNow:
                continue
            except ServiceError as error:
                # The session, a rest, a full queue: the row waits on, and its import says why.
                log.debug("import_waits", code=error.code)
            except Exception:
                # Nothing of one account keeps the rows of the others waiting.
                log.exception("import_feed_failed", account=account)

    async def _feed(self, account: str) -> None:
        for _ in range(AT_ONCE):
            market = await self.sessions.market_of(account)
            found = await self.imports.next_row(account, market)
            if found is None:
                return
            row, origin = found
            await self._require_session(row, account, origin)
            await self._begin(row, account, origin)

    async def _require_session(self, row: ImportRow, account: str, origin: str) -> None:
        """Raise where the row cannot begin now; a session that has ended is told to its person."""
        try:
            await self.sessions.require(account, origin)
        except NoSession as error:
            saved_at = await self.sessions.saved_at(account)
            if error.code == NoticeKind.SESSION_EXPIRED and saved_at:
                await self.notices.session_ended(account, row.import_id, saved_at)
            raise

    async def _begin(self, row: ImportRow, account: str, origin: str) -> None:
        job = await self._job(row, account, origin)

        asked: list[str] = []

        def admit(tx: sa.Connection) -> None:
            asked.append(job.id)
            self.imports.begin(tx, row, account)
            self.admission.admit(tx, job)

        try:
            stored, _ = await self.jobs.accept(job, key=None, admit=admit)
        except NotFound as error:
            problem = {"field": error.field or "photos", "detail": error.detail}
            await self.imports.spoil(row, [problem])
            return
        if not asked:  # a job of this name was there, and nothing began
            await self.imports.begin_anew(row)
            return
        await self.events.announce(stored.id, stored.last_seq - 1)
        log.info("import_row_begun", job_id=stored.id, line=row.line)

    async def _job(self, row: ImportRow, account: str, origin: str) -> Job:
        if row.listing is None:
            raise NotNow
        # What answers to earlier rows have taught counts for this one.
        listing = await self.aliases.known_to(account, row.listing)
        now: datetime = self.admission.now()
        job = new_job(JobKind.PREPARE, account, origin, listing, now)
        named = replace(job, id=row.next_job_id, import_id=row.import_id, import_line=row.line)
        return replace(named, deadline=now + self.admission.patience)

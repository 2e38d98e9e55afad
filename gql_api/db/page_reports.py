"""The rows of examinations of the sell page: when each account's last one began, and its report.

What a report says is `doctor`'s matter; whether the account's day and budget allow another one is
decided here, inside the transaction that notes its beginning.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from browser.messages import Message
from gql_api.db.database import Database
from gql_api.db.job_counts import real_publishes
from gql_api.db.publishing.publish_intents import ADMISSION, clicks_since
from gql_api.db.tables import examinations
from gql_api.domain.tenant import shown
from gql_api.errors import Conflict, RateLimited

INTERVAL: Final = timedelta(hours=23)
"""A day, less what the start of a daily job may drift."""
_DAY: Final = timedelta(days=1)


class ExaminationStore:
    """The last examination of each account. `daily_budget` None is no budget."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], daily_budget: int | None
    ) -> None:
        self._database = database
        self._now = now
        self._daily_budget = daily_budget

    async def begin(self, account: str, *, force: bool) -> str | None:
        """Note that one begins; the report of the last one, where there is one.

        Raises `Conflict` when the last one began less than a day ago, unless `force`, and
        `RateLimited` when the account has used up its listings of the day.
        """

        def work(tx: sa.Connection) -> str | None:
            now = self._now()
            mine = examinations.c.account == account
            last = tx.execute(sa.select(examinations).where(mine)).one_or_none()
            if last and not force and now - last.begun_at < INTERVAL:
                raise _too_soon(last.begun_at + INTERVAL, now)
            self._require_budget(tx, account, now)
            if last:
                tx.execute(sa.update(examinations).where(mine).values(begun_at=now))
                return str(last.report) if last.report else None
            tx.execute(sa.insert(examinations).values(account=account, begun_at=now))
            return None

        return await self._database.write(work, turn=ADMISSION)

    async def keep(self, account: str, report: str) -> None:
        """Keep the report of the one that began last."""
        query = sa.update(examinations).where(examinations.c.account == account)
        await self._database.write(lambda tx: tx.execute(query.values(report=report)))

    async def report(self, account: str) -> str | None:
        query = sa.select(examinations.c.report).where(examinations.c.account == account)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    def _require_budget(self, tx: sa.Connection, account: str, now: datetime) -> None:
        if self._daily_budget is None:
            return
        used = len(clicks_since(tx, account, now - _DAY)) + real_publishes(tx, account)
        if used >= self._daily_budget:
            raise RateLimited(
                Message(
                    "Account {account} has published its {limit} listings of the day, so its page "
                    "is not opened again today.",
                    account=repr(shown(account)),
                    limit=self._daily_budget,
                ),
                code="daily_budget_reached",
                field="account",
            )


def _too_soon(free_at: datetime, now: datetime) -> Conflict:
    return Conflict(
        Message(
            "The page was examined for this account within the last day; the next time is "
            "{free_at} UTC. Look at the latest report, or force another walk.",
            free_at=f"{free_at:%H:%M}",
        ),
        code="examined_today",
        field="account",
        retry_after=(free_at - now).total_seconds(),
    )

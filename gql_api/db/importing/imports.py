"""Imports and their rows: stored, decided on, and begun, each row once.

Owns the order of approval, how many rows of an account are prepared ahead of their person, and
when the daily budget lets a row begin. What prepares a row is a job, which `jobs` stores in the
same transaction as the row's beginning.
"""

import json
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.forgotten_accounts import require_not_forgotten
from gql_api.db.importing.account_defaults import pause_of
from gql_api.db.importing.reading import (
    brought_before,
    found,
    read_rows,
    require_import,
    row_of,
    tallied,
)
from gql_api.db.importing.row_marks import (
    CLICKED,
    marks,
    marks_of,
    may_be_left_out,
    may_begin_again,
    require_approvable,
)
from gql_api.db.importing.row_writes import (
    append,
    problems_text,
    reset,
    set_each,
    set_values,
    values_of,
)
from gql_api.db.page_order import follows
from gql_api.db.publishing.publish_intents import ADMISSION, clicks_since
from gql_api.db.tables import import_rows, imports, intents, jobs
from gql_api.domain.import_plan import DAY, kept_plan, planned
from gql_api.domain.imports import (
    Import,
    ImportRequest,
    ImportRow,
    Problem,
    RowMark,
    RowState,
    Stage,
    Standing,
)
from gql_api.domain.job import JobState
from gql_api.domain.pagination import PageStart
from gql_api.domain.tenant import owner_in


class NotNow(Exception):
    """The row is not to begin now: decided otherwise, begun already, or not its turn yet."""


class ImportStore:
    """`ahead` rows of an account at most wait for their person; `budget` is a day's, or None."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], *, ahead: int, budget: int | None
    ) -> None:
        self._database = database
        self._now = now
        self._ahead = ahead
        self._budget = budget

    async def find(self, account: str, request: ImportRequest) -> Import | None:
        """The import that the same request has brought before; `KeyReused` for another one."""

        def work(tx: sa.Connection) -> Import | None:
            there = brought_before(tx, account, request, self._now() - DAY)
            return found(tx, there) if there else None

        return await self._database.read(work)

    async def add(self, given: Import, request: ImportRequest | None = None) -> Import:
        """Keep an import with all its rows, those that wait with their place in the plan.

        Where the same request has brought one before, that one is returned, and nothing is kept.
        """

        def work(tx: sa.Connection) -> Import:
            require_not_forgotten(tx, given.account)
            since = self._now() - DAY
            if request and (there := brought_before(tx, given.account, request, since)):
                return found(tx, there)
            owner = owner_in(given.account)
            values: dict[str, Any] = {"id": given.id, "account": given.account, "owner": owner}
            values |= {"origin": given.origin, "name": given.name}
            values |= {"unread": json.dumps(given.unread)}
            if request:
                values |= {"digest": request.digest, "key": request.key, "asked": request.asked}
            tx.execute(sa.insert(imports).values(**values, created_at=given.created_at))
            now = self._now()
            rows = [values_of(given.account, row, now) for row in given.rows]
            tx.execute(sa.insert(import_rows), rows)
            waiting = [row.line for row in given.rows if row.state is RowState.WAITING]
            append(tx, given.account, given.id, waiting, now)
            self.replan(tx, given.account)
            return found(tx, given.id)

        return await self._database.write(work, turn=ADMISSION)

    async def get(self, import_id: str, owner: str) -> Import:
        """The owner's import and how many of its rows are where; `NotFound`."""
        return await self._database.read(lambda tx: found(tx, import_id, owner))

    async def look(self, import_id: str, owner: str) -> tuple[Import, tuple[RowMark, ...]]:
        """The owner's import, and where each of its rows stands at that moment; `NotFound`."""

        def work(tx: sa.Connection) -> tuple[Import, tuple[RowMark, ...]]:
            return found(tx, import_id, owner), marks(tx, import_id)

        return await self._database.read(work)

    async def rows(
        self,
        import_id: str,
        owner: str,
        *,
        lines: Sequence[int] | None = None,
        stages: Set[Stage] = frozenset(),
        after: int = 0,
        limit: int,
    ) -> tuple[ImportRow, ...]:
        """Rows of the owner's import behind a line, with their jobs; `NotFound` without it.

        Of `lines`, or at `stages`, where some are named.
        """

        def work(tx: sa.Connection) -> tuple[ImportRow, ...]:
            require_import(tx, import_id, owner)
            wanted = sorted(lines) if lines is not None else None
            if stages:
                at = {row.line for row in marks(tx, import_id) if row.stage in stages}
                wanted = sorted(at if wanted is None else at & set(wanted))
            if wanted is not None:
                wanted = [line for line in wanted if line > after][:limit]
            return read_rows(tx, import_id, wanted, after, limit)

        return await self._database.read(work)

    async def list(
        self, *, owner: str, account: str | None, limit: int, start: PageStart | None
    ) -> tuple[Import, ...]:
        """An owner's imports, newest first, each with how many of its rows are where."""
        query = sa.select(imports).where(imports.c.owner == owner)
        if account:
            query = query.where(imports.c.account == account)
        if start:
            query = query.where(follows(start, imports))
        query = query.order_by(imports.c.created_at.desc(), imports.c.id.desc()).limit(limit)
        return await self._database.read(lambda tx: tallied(tx, tx.execute(query).all()))

    async def approve(
        self, import_id: str, owner: str, lines: Sequence[int] | None = None
    ) -> Import:
        """Let rows be prepared, in this order, after those that wait already; else the held ones.

        `Conflict` names the first one that cannot be, and then nothing is approved.
        """

        def work(tx: sa.Connection) -> Import:
            account = require_import(tx, import_id, owner)
            there, now = marks(tx, import_id), self._now()
            named = [row.line for row in there if row.state is RowState.HELD]
            rows = marks_of(there, named if lines is None else lines)
            for row in rows:
                require_approvable(row)
            again = [row for row in rows if may_begin_again(row)]
            reset(tx, import_id, again, now)
            new = {row.line for row in again} | {
                row.line for row in rows if row.state is RowState.HELD
            }
            lines_of_new = [row.line for row in rows if row.line in new]
            append(tx, account, import_id, lines_of_new, now)
            self.replan(tx, account)
            return found(tx, import_id)

        return await self._database.write(work, turn=ADMISSION)

    async def skip(
        self, import_id: str, owner: str, lines: Sequence[int]
    ) -> tuple[Import, tuple[RowMark, ...]]:
        """Leave out the rows that wait, and those that began and whose job is over.

        One whose job goes on is as it was: the caller takes its job back, and skips it again.
        Returns where the named ones stand then. `NotFound` of a line changes nothing.
        """

        def work(tx: sa.Connection) -> tuple[Import, tuple[RowMark, ...]]:
            account = require_import(tx, import_id, owner)
            rows = marks_of(marks(tx, import_id), lines)
            left = [row.line for row in rows if may_be_left_out(row)]
            skipped = {"state": RowState.SKIPPED, "position": None, "planned_at": None}
            set_values(tx, import_id, left, self._now(), **skipped)
            self.replan(tx, account)
            return found(tx, import_id), marks_of(marks(tx, import_id), lines)

        return await self._database.write(work, turn=ADMISSION)

    async def waiting_accounts(self) -> tuple[str, ...]:
        """The accounts of which rows wait to be prepared."""
        waits = import_rows.c.state == RowState.WAITING
        query = sa.select(import_rows.c.account).where(waits).distinct()
        return tuple(await self._database.read(lambda tx: tx.scalars(query).all()))

    async def next_row(
        self, account: str, origin: str | None = None
    ) -> tuple[ImportRow, str] | None:
        """The account's row whose turn it is, and its market, when it may begin now.

        With an `origin` among the rows of that market: no other can begin before another session.
        What is told of its time is set right where more has become possible, or less.
        """
        found, is_stale = await self._database.read(lambda tx: self._look(tx, account, origin))
        if not is_stale:
            return found
        await self._database.write(lambda tx: self.replan(tx, account), turn=ADMISSION)
        found, _ = await self._database.read(lambda tx: self._look(tx, account, origin))
        return found

    async def standing(self, account: str) -> Standing:
        """What the account's rows wait for."""

        def look(tx: sa.Connection) -> Standing:
            return Standing(_open(tx, account), self._ahead)

        return await self._database.read(look)

    def begin(self, tx: sa.Connection, row: ImportRow, account: str) -> None:
        """Within the transaction that stores its job: the row begins, or `NotNow`."""
        market = sa.select(imports.c.origin).where(imports.c.id == row.import_id)
        first = self._first(tx, account, tx.scalar(market))
        is_it = first is not None and (first.import_id, first.line) == (row.import_id, row.line)
        if not is_it or first.tries != row.tries or self._comes(first):
            raise NotNow
        if not self._may_begin(tx, account):
            raise NotNow
        began = {"state": RowState.STARTED, "job_id": row.next_job_id}
        set_values(tx, row.import_id, [row.line], self._now(), **began)

    async def begin_anew(self, row: ImportRow) -> None:
        """The job that was to prepare it is there already and never began it: name another one."""

        def work(tx: sa.Connection) -> None:
            same = sa.and_(import_rows.c.import_id == row.import_id, import_rows.c.line == row.line)
            waits = sa.and_(
                import_rows.c.state == RowState.WAITING, import_rows.c.tries == row.tries
            )
            named = sa.update(import_rows).where(same, waits)
            tx.execute(named.values(job_id=None, tries=row.tries + 1, changed_at=self._now()))

        await self._database.write(work, turn=ADMISSION)

    async def spoil(self, row: ImportRow, problems: Sequence[Problem]) -> None:
        """What was right when it came can no longer be prepared, as when a photo is gone."""

        def work(tx: sa.Connection) -> None:
            same = sa.and_(import_rows.c.import_id == row.import_id, import_rows.c.line == row.line)
            waits = import_rows.c.state == RowState.WAITING
            spoilt = sa.update(import_rows).where(same, waits)
            said = {"problems": problems_text(problems), "title": row.named}
            tx.execute(spoilt.values(state=RowState.BAD, changed_at=self._now(), **said))

        await self._database.write(work, turn=ADMISSION)

    def _first(self, tx: sa.Connection, account: str, origin: str | None) -> Any:
        query = (
            sa.select(import_rows, imports.c.origin)
            .join(imports, imports.c.id == import_rows.c.import_id)
            .where(import_rows.c.account == account, import_rows.c.state == RowState.WAITING)
            .order_by(import_rows.c.position)
            .limit(1)
        )
        if origin:
            query = query.where(imports.c.origin == origin)
        return tx.execute(query).one_or_none()

    def _look(
        self, tx: sa.Connection, account: str, origin: str | None
    ) -> tuple[tuple[ImportRow, str] | None, bool]:
        """The row that may begin now, and whether its plan says something else than what is."""
        row = self._first(tx, account, origin)
        if row is None:
            return None, False
        may, comes = self._may_begin(tx, account), self._comes(row)
        if may and not comes:
            return (row_of(row), str(row.origin)), False
        is_full = sum(_open(tx, account).values()) >= self._ahead
        return None, may == comes and not is_full

    def _comes(self, row: Any) -> bool:
        return row.planned_at is not None and row.planned_at > self._now()

    def _may_begin(self, tx: sa.Connection, account: str) -> bool:
        """Whether the few ahead, the pause and the budget leave room for a row now."""
        now, ahead = self._now(), sum(_open(tx, account).values())
        if ahead >= self._ahead:
            return False
        if (after := _next_at(tx, account)) is not None and after > now:
            return False
        if self._budget is None:
            return True
        return len(clicks_since(tx, account, now - DAY)) + ahead < self._budget

    def replan(self, tx: sa.Connection, account: str, *, anew: bool = False) -> None:
        """Tell every row that waits when it can begin; `anew` whatever it was told before.

        Each market for itself: while the session is of one, the rows of the others take no turn.
        """
        now = self._now()
        query = (
            sa.select(
                *(import_rows.c.import_id, import_rows.c.line, import_rows.c.planned_at),
                imports.c.origin,
            )
            .join(imports, imports.c.id == import_rows.c.import_id)
            .where(import_rows.c.account == account, import_rows.c.state == RowState.WAITING)
            .order_by(import_rows.c.position)
        )
        of_market: dict[str, list[Any]] = {}
        for row in tx.execute(query):
            of_market.setdefault(row.origin, []).append(row)
        clicks, ahead = clicks_since(tx, account, now - DAY), sum(_open(tx, account).values())
        first, pause = _next_at(tx, account), pause_of(tx, account)
        for rows in of_market.values():
            times = planned(now, self._budget, clicks, ahead, len(rows), first=first, pause=pause)
            told = [None if anew else row.planned_at for row in rows]
            new = zip(rows, kept_plan(now, told, times), strict=True)
            changed = [(row.import_id, row.line, at) for row, at in new if at != row.planned_at]
            set_each(tx, now, "planned_at", changed)


def _next_at(tx: sa.Connection, account: str) -> datetime | None:
    """The end of the account's pause after the row that began last; None without one."""
    pause = pause_of(tx, account)
    if not pause:
        return None
    query = (
        sa.select(sa.func.max(jobs.c.created_at))
        .join(import_rows, import_rows.c.job_id == jobs.c.id)
        .where(import_rows.c.account == account)
    )
    last = tx.execute(query).scalar_one()
    return last + pause if last else None


def _open(tx: sa.Connection, account: str) -> Mapping[JobState, int]:
    """How many rows of the account were begun and still wait for something of their person.

    By the states of their jobs.
    """
    clicked = sa.exists().where(
        intents.c.prepare_id == import_rows.c.job_id, intents.c.state.in_(CLICKED)
    )
    query = (
        sa.select(jobs.c.state, sa.func.count())
        .select_from(import_rows.join(jobs, jobs.c.id == import_rows.c.job_id))
        .where(import_rows.c.account == account, import_rows.c.state == RowState.STARTED)
        .where(jobs.c.state != JobState.CANCELLED, ~clicked)
        .group_by(jobs.c.state)
    )
    return {JobState(state): count for state, count in tx.execute(query)}

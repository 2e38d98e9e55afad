"""Imports and their rows: stored, decided on, and begun, each row once.

Owns the order of approval, how many rows of an account are prepared ahead of their person, and
when the daily budget lets a row begin. What prepares a row is a job, which `jobs` stores in the
same transaction as the row's beginning.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from browser.messages import Message, revived, stored
from gql_api.db.database import Database
from gql_api.db.forgotten_accounts import require_not_forgotten
from gql_api.db.importing.account_defaults import pause_of
from gql_api.db.job_mapper import job_of, listing_text, select_jobs
from gql_api.db.page_order import follows
from gql_api.db.publishing.publish_intents import ADMISSION, IntentState, clicks_since
from gql_api.db.tables import import_rows, imports, intents, jobs, runs
from gql_api.domain.imports import (
    DAY,
    Import,
    ImportRow,
    Problem,
    RowState,
    Standing,
    kept_plan,
    planned,
)
from gql_api.domain.job import ENDED, Job, JobState
from gql_api.domain.pagination import PageStart
from gql_api.domain.tenant import owner_in
from gql_api.errors import Conflict, NotFound

_ID: Final = re.compile(r"[0-9a-f]{32}")
_AT_ONCE: Final = 400
"""Ids in one query: fewer than the parameters that every database takes."""
_CLICKED: Final = (IntentState.ACTING, IntentState.DONE, IntentState.UNKNOWN)


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

    async def add(self, given: Import) -> Import:
        """Keep an import with all its rows, those that wait with their place in the plan."""

        def work(tx: sa.Connection) -> Import:
            require_not_forgotten(tx, given.account)
            owner = owner_in(given.account)
            values = {"id": given.id, "account": given.account, "owner": owner}
            values |= {"origin": given.origin, "name": given.name}
            values |= {"unread": json.dumps(given.unread)}
            tx.execute(sa.insert(imports).values(**values, created_at=given.created_at))
            tx.execute(sa.insert(import_rows), [_values(given.account, row) for row in given.rows])
            waiting = [row.line for row in given.rows if row.state is RowState.WAITING]
            _append(tx, given.account, given.id, waiting)
            self.replan(tx, given.account)
            return _found(tx, given.id)

        return await self._database.write(work, turn=ADMISSION)

    async def get(self, import_id: str, owner: str) -> Import:
        """The owner's import with its rows, each with its job; `NotFound`."""
        return await self._database.read(lambda tx: _found(tx, import_id, owner))

    async def list(
        self, *, owner: str, account: str | None, limit: int, start: PageStart | None
    ) -> tuple[Import, ...]:
        """An owner's imports, newest first."""
        query = sa.select(imports.c.id).where(imports.c.owner == owner)
        if account:
            query = query.where(imports.c.account == account)
        if start:
            query = query.where(follows(start, imports))
        query = query.order_by(imports.c.created_at.desc(), imports.c.id.desc()).limit(limit)
        return await self._database.read(
            lambda tx: tuple(_found(tx, each) for each in tx.scalars(query).all())
        )

    async def approve(self, import_id: str, owner: str, lines: Sequence[int]) -> Import:
        """Let rows be prepared, in this order, after those that wait already.

        `Conflict` names the first one that cannot be, and then nothing is approved.
        """

        def work(tx: sa.Connection) -> Import:
            found = _found(tx, import_id, owner)
            rows = _named(found, lines)
            for row in rows:
                _require_approvable(row)
            again = [row for row in rows if _may_begin_again(row)]
            _reset(tx, again)
            new = {row.line for row in again} | {
                row.line for row in rows if row.state is RowState.HELD
            }
            _append(tx, found.account, import_id, [row.line for row in rows if row.line in new])
            self.replan(tx, found.account)
            return _found(tx, import_id)

        return await self._database.write(work, turn=ADMISSION)

    async def skip(self, import_id: str, owner: str, lines: Sequence[int]) -> Import:
        """Leave out the rows that wait, and those that began and whose job is over.

        One whose job goes on is as it was: the caller takes its job back, and skips it again.
        `NotFound` of a line changes nothing.
        """

        def work(tx: sa.Connection) -> Import:
            found = _found(tx, import_id, owner)
            left = [row.line for row in _named(found, lines) if _may_be_left_out(row)]
            _set(tx, import_id, left, state=RowState.SKIPPED, position=None, planned_at=None)
            self.replan(tx, found.account)
            return _found(tx, import_id)

        return await self._database.write(work, turn=ADMISSION)

    async def waiting_accounts(self) -> tuple[str, ...]:
        """The accounts of which rows wait to be prepared."""
        waits = import_rows.c.state == RowState.WAITING
        query = sa.select(import_rows.c.account).where(waits).distinct()
        return tuple(await self._database.read(lambda tx: tx.scalars(query).all()))

    async def next_row(self, account: str) -> tuple[ImportRow, str] | None:
        """The account's row whose turn it is, and its market, when it may begin now.

        What is told of its time is set right where more has become possible, or less.
        """
        found, is_stale = await self._database.read(lambda tx: self._look(tx, account))
        if not is_stale:
            return found
        await self._database.write(lambda tx: self.replan(tx, account), turn=ADMISSION)
        found, _ = await self._database.read(lambda tx: self._look(tx, account))
        return found

    async def standing(self, account: str) -> Standing:
        """What the account's rows wait for."""

        def look(tx: sa.Connection) -> Standing:
            row = self._first(tx, account)
            return Standing(row.origin if row else None, _open(tx, account), self._ahead)

        return await self._database.read(look)

    def begin(self, tx: sa.Connection, row: ImportRow, account: str) -> None:
        """Within the transaction that stores its job: the row begins, or `NotNow`."""
        first = self._first(tx, account)
        is_it = first is not None and (first.import_id, first.line) == (row.import_id, row.line)
        if not is_it or first.tries != row.tries or self._comes(first):
            raise NotNow
        if not self._may_begin(tx, account):
            raise NotNow
        _set(tx, row.import_id, [row.line], state=RowState.STARTED, job_id=row.next_job_id)

    async def begin_anew(self, row: ImportRow) -> None:
        """The job that was to prepare it is there already and never began it: name another one."""

        def work(tx: sa.Connection) -> None:
            same = sa.and_(import_rows.c.import_id == row.import_id, import_rows.c.line == row.line)
            waits = sa.and_(
                import_rows.c.state == RowState.WAITING, import_rows.c.tries == row.tries
            )
            named = sa.update(import_rows).where(same, waits)
            tx.execute(named.values(job_id=None, tries=row.tries + 1))

        await self._database.write(work, turn=ADMISSION)

    async def spoil(self, row: ImportRow, problems: Sequence[Problem]) -> None:
        """What was right when it came can no longer be prepared, as when a photo is gone."""

        def work(tx: sa.Connection) -> None:
            same = sa.and_(import_rows.c.import_id == row.import_id, import_rows.c.line == row.line)
            waits = import_rows.c.state == RowState.WAITING
            spoilt = sa.update(import_rows).where(same, waits)
            tx.execute(spoilt.values(state=RowState.BAD, problems=_text(problems)))

        await self._database.write(work, turn=ADMISSION)

    def _first(self, tx: sa.Connection, account: str) -> Any:
        query = (
            sa.select(import_rows, imports.c.origin)
            .join(imports, imports.c.id == import_rows.c.import_id)
            .where(import_rows.c.account == account, import_rows.c.state == RowState.WAITING)
            .order_by(import_rows.c.position)
            .limit(1)
        )
        return tx.execute(query).one_or_none()

    def _look(self, tx: sa.Connection, account: str) -> tuple[tuple[ImportRow, str] | None, bool]:
        """The row that may begin now, and whether its plan says something else than what is."""
        row = self._first(tx, account)
        if row is None:
            return None, False
        may, comes = self._may_begin(tx, account), self._comes(row)
        if may and not comes:
            return (_row(row), str(row.origin)), False
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
        """Tell every row that waits when it can begin; `anew` whatever it was told before."""
        now = self._now()
        query = (
            sa.select(import_rows.c.import_id, import_rows.c.line, import_rows.c.planned_at)
            .where(import_rows.c.account == account, import_rows.c.state == RowState.WAITING)
            .order_by(import_rows.c.position)
        )
        rows = tx.execute(query).all()
        times = planned(
            now,
            self._budget,
            clicks_since(tx, account, now - DAY),
            sum(_open(tx, account).values()),
            len(rows),
            first=_next_at(tx, account),
            pause=pause_of(tx, account),
        )
        told = [None if anew else row.planned_at for row in rows]
        for row, at in zip(rows, kept_plan(now, told, times), strict=True):
            if at != row.planned_at:
                _set(tx, row.import_id, [row.line], planned_at=at)


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
        intents.c.prepare_id == import_rows.c.job_id, intents.c.state.in_(_CLICKED)
    )
    query = (
        sa.select(jobs.c.state, sa.func.count())
        .select_from(import_rows.join(jobs, jobs.c.id == import_rows.c.job_id))
        .where(import_rows.c.account == account, import_rows.c.state == RowState.STARTED)
        .where(jobs.c.state != JobState.CANCELLED, ~clicked)
        .group_by(jobs.c.state)
    )
    return {JobState(state): count for state, count in tx.execute(query)}


def _found(tx: sa.Connection, import_id: str, owner: str | None = None) -> Import:
    named = import_id if _ID.fullmatch(import_id) else ""
    query = sa.select(imports).where(imports.c.id == named)
    if owner is not None:
        query = query.where(imports.c.owner == owner)
    row = tx.execute(query).one_or_none()
    if row is None:
        raise NotFound(
            "There is no import with this id. The list of imports names those that are kept.",
            code="import_not_found",
            field="id",
        )
    mine = import_rows.c.import_id == import_id
    rows = tx.execute(sa.select(import_rows).where(mine).order_by(import_rows.c.line)).all()
    return Import(
        id=row.id,
        account=row.account,
        origin=row.origin,
        name=row.name,
        created_at=row.created_at,
        rows=_with_jobs(tx, [_row(each) for each in rows]),
        unread=tuple(json.loads(row.unread)),
    )


def _with_jobs(tx: sa.Connection, rows: Sequence[ImportRow]) -> tuple[ImportRow, ...]:
    ids = [row.job_id for row in rows if row.job_id]
    known, given, clicked = dict[str, Job](), dict[str, Job](), set[str]()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        query = select_jobs().where(jobs.c.id.in_(some))
        known |= {found.id: job_of(found) for found in tx.execute(query)}
        yes = select_jobs().where(jobs.c.prepare_id.in_(some), ~runs.c.dry_run)
        found_yes = map(job_of, tx.execute(yes.order_by(jobs.c.created_at)))
        given |= {job.prepare_id or "": job for job in found_yes}  # the newest of each
        held = sa.select(intents.c.prepare_id).where(
            intents.c.prepare_id.in_(some), intents.c.state.in_(_CLICKED)
        )
        clicked.update(tx.scalars(held))
    return tuple(
        replace(row, job=known.get(named), publish=given.get(named), clicked=named in clicked)
        for row in rows
        for named in (row.job_id or "",)
    )


def _named(found: Import, lines: Sequence[int]) -> list[ImportRow]:
    """The rows of the lines, in their order; `NotFound` naming the first that is none."""
    rows = {row.line: row for row in found.rows}
    for line in lines:
        if line not in rows:
            raise NotFound(
                "The import has no listing in this line.", code="import_not_found", field="lines"
            )
    return [rows[line] for line in dict.fromkeys(lines)]


def _require_approvable(row: ImportRow) -> None:
    waits = row.state in (RowState.HELD, RowState.WAITING)
    if waits or _may_begin_again(row):
        return
    if row.state is RowState.BAD:
        said = Message(
            "Line {line} cannot be prepared: correct it in the file, and import that row again.",
            line=row.line,
        )
    else:
        said = Message(
            "Line {line} was prepared already: look at its job, and renew it where it ran out.",
            line=row.line,
        )
    members = {"job_id": row.job_id} if row.job_id else {}
    raise Conflict(said, code="job_over", field="lines", members=members)


def _may_be_left_out(row: ImportRow) -> bool:
    if row.state is RowState.STARTED:
        return not row.clicked and (row.job is None or row.job.state in ENDED)
    return row.state in (RowState.HELD, RowState.WAITING)


def _may_begin_again(row: ImportRow) -> bool:
    """A row that was left out, or whose job was taken back or is gone: another one prepares it.

    One that ran out or failed is renewed instead, unless it was left out.
    """
    if row.state is RowState.STARTED:
        return not row.clicked and (row.job is None or row.job.state is JobState.CANCELLED)
    return row.state is RowState.SKIPPED and not row.clicked


def _reset(tx: sa.Connection, rows: Iterable[ImportRow]) -> None:
    """However its earlier job ended: under that one's id none would begin."""
    for row in rows:
        if row.job_id:
            _set(tx, row.import_id, [row.line], job_id=None, tries=row.tries + 1)


def _append(tx: sa.Connection, account: str, import_id: str, lines: Sequence[int]) -> None:
    """Let rows wait behind all others of the account."""
    mine = sa.select(sa.func.max(import_rows.c.position)).where(import_rows.c.account == account)
    last = tx.execute(mine).scalar_one() or 0
    for at, line in enumerate(lines, last + 1):
        _set(tx, import_id, [line], state=RowState.WAITING, position=at)


def _set(tx: sa.Connection, import_id: str, lines: Sequence[int], **values: Any) -> None:
    for start in range(0, len(lines), _AT_ONCE):
        some = lines[start : start + _AT_ONCE]
        mine = sa.and_(import_rows.c.import_id == import_id, import_rows.c.line.in_(some))
        tx.execute(sa.update(import_rows).where(mine).values(**values))


def _values(account: str, row: ImportRow) -> dict[str, Any]:
    listing = listing_text.dump_json(row.listing).decode() if row.listing else None
    return {
        "import_id": row.import_id,
        "line": row.line,
        "account": account,
        "state": row.state,
        "listing": listing,
        "problems": _text(row.problems),
        "notes": _text(row.notes),
    }


def _row(row: Any) -> ImportRow:
    return ImportRow(
        import_id=row.import_id,
        line=row.line,
        state=RowState(row.state),
        listing=listing_text.validate_json(row.listing) if row.listing else None,
        problems=_problems(row.problems),
        notes=_problems(row.notes),
        planned_at=row.planned_at,
        position=row.position,
        tries=row.tries,
        job_id=row.job_id,
    )


def _text(problems: Iterable[Problem]) -> str:
    return json.dumps([{name: stored(text) for name, text in each.items()} for each in problems])


def _problems(text: str) -> tuple[Problem, ...]:
    return tuple({name: revived(told) for name, told in each.items()} for each in json.loads(text))

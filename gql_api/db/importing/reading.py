"""Imports and their rows as they are read: an import with what is counted of it, rows with jobs.

What is decided of them is `imports`', where rows stand `row_marks`'.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from browser.messages import revived
from gql_api.db.idempotency import REUSED
from gql_api.db.importing.row_marks import CLICKED, newest_yes, tallies
from gql_api.db.job_mapper import job_of, listing_text, select_jobs
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.tables import import_rows, imports, intents, jobs
from gql_api.domain.imports import Import, ImportRequest, ImportRow, Problem, RowState
from gql_api.domain.job import Job
from gql_api.domain.tenant import owner_in
from gql_api.errors import KeyReused, NotFound

AT_ONCE: Final = 400
"""Ids in one query: fewer than the parameters that every database takes."""
_ID: Final = re.compile(r"[0-9a-f]{32}")


def found(tx: sa.Connection, import_id: str, owner: str | None = None) -> Import:
    """An import as it stands now; `NotFound`."""
    require_import(tx, import_id, owner)
    rows = tx.execute(sa.select(imports).where(imports.c.id == import_id)).all()
    return tallied(tx, rows)[0]


def tallied(tx: sa.Connection, rows: Sequence[Any]) -> tuple[Import, ...]:
    """Imports of their rows, each with how many of its listings are where."""
    counted = tallies(tx, [row.id for row in rows])
    return tuple(
        Import(
            id=row.id,
            account=row.account,
            origin=row.origin,
            name=row.name,
            created_at=row.created_at,
            unread=tuple(json.loads(row.unread)),
            tally=counted[row.id],
        )
        for row in rows
    )


def brought_before(
    tx: sa.Connection, account: str, request: ImportRequest, since: datetime
) -> str | None:
    """The id of the import that the same request has brought, of which something is left."""
    if request.key is not None:
        mine = sa.and_(imports.c.owner == owner_in(account), imports.c.key == request.key)
        row = tx.execute(sa.select(imports.c.id, imports.c.asked).where(mine)).one_or_none()
        if row is not None and row.asked != request.asked:
            raise KeyReused(REUSED)
        return row.id if row else None
    if request.again:
        return None
    decided = (RowState.BAD, RowState.SKIPPED)
    left = sa.exists().where(
        import_rows.c.import_id == imports.c.id, import_rows.c.state.not_in(decided)
    )
    query = (
        sa.select(imports.c.id)
        .where(imports.c.account == account, imports.c.digest == request.digest, left)
        .where(imports.c.created_at > since)
        .order_by(imports.c.created_at.desc())
        .limit(1)
    )
    there: str | None = tx.execute(query).scalar_one_or_none()
    return there


def require_import(tx: sa.Connection, import_id: str, owner: str | None = None) -> str:
    """The account of an import that is there, and the owner's; `NotFound`."""
    named = import_id if _ID.fullmatch(import_id) else ""
    query = sa.select(imports.c.account).where(imports.c.id == named)
    if owner is not None:
        query = query.where(imports.c.owner == owner)
    account: str | None = tx.execute(query).scalar_one_or_none()
    if account is None:
        raise NotFound(
            "There is no import with this id. The list of imports names those that are kept.",
            code="import_not_found",
            field="id",
        )
    return account


def read_rows(
    tx: sa.Connection, import_id: str, lines: Sequence[int] | None, after: int, limit: int
) -> tuple[ImportRow, ...]:
    """The rows of these lines, or so many behind one, by their lines."""
    mine = sa.select(import_rows, newest_yes().label("publish_id")).where(
        import_rows.c.import_id == import_id
    )
    if lines is None:
        query = mine.where(import_rows.c.line > after).order_by(import_rows.c.line).limit(limit)
        return _with_jobs(tx, tx.execute(query).all())
    found: list[Any] = []
    for start in range(0, len(lines), AT_ONCE):
        some = mine.where(import_rows.c.line.in_(lines[start : start + AT_ONCE]))
        found += tx.execute(some.order_by(import_rows.c.line)).all()
    return _with_jobs(tx, found)


def _with_jobs(tx: sa.Connection, rows: Sequence[Any]) -> tuple[ImportRow, ...]:
    ids = [each for row in rows for each in (row.job_id, row.publish_id) if each]
    known, clicks = dict[str, Job](), dict[str, str]()
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        found = tx.execute(select_jobs().where(jobs.c.id.in_(some)))
        known |= {row.id: job_of(row) for row in found}
        held = sa.select(intents.c.publish_id, intents.c.state).where(
            intents.c.publish_id.in_(some), intents.c.state.in_(CLICKED)
        )
        clicks |= {row.publish_id: row.state for row in tx.execute(held)}
    return tuple(
        replace(
            row_of(row),
            job=known.get(row.job_id),
            publish=known.get(row.publish_id),
            clicked=row.publish_id in clicks,
            unknown=clicks.get(row.publish_id) == IntentState.UNKNOWN,
        )
        for row in rows
    )


def row_of(row: Any) -> ImportRow:
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
        title=row.title,
    )


def _problems(text: str) -> tuple[Problem, ...]:
    return tuple({name: revived(told) for name, told in each.items()} for each in json.loads(text))

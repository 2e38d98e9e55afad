"""How rows of imports are written: their places, their states, and what is told of them.

Which rows, and when, is `imports`' to say.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from browser.messages import stored
from gql_api.db.importing.reading import AT_ONCE
from gql_api.db.job_mapper import listing_text
from gql_api.db.tables import import_rows
from gql_api.domain.imports import ImportRow, Problem, RowMark, RowState


def append(
    tx: sa.Connection, account: str, import_id: str, lines: Sequence[int], now: datetime
) -> None:
    """Let rows wait behind all others of the account."""
    mine = sa.select(sa.func.max(import_rows.c.position)).where(import_rows.c.account == account)
    last = tx.execute(mine).scalar_one() or 0
    set_values(tx, import_id, lines, now, state=RowState.WAITING)
    places = [(import_id, line, at) for at, line in enumerate(lines, last + 1)]
    set_each(tx, now, "position", places)


def reset(tx: sa.Connection, import_id: str, rows: Iterable[RowMark], now: datetime) -> None:
    """However its earlier job ended: under that one's id none would begin."""
    for row in rows:
        if row.job_id:
            set_values(tx, import_id, [row.line], now, job_id=None, tries=row.tries + 1)


def set_values(
    tx: sa.Connection, import_id: str, lines: Sequence[int], now: datetime, **values: Any
) -> None:
    for start in range(0, len(lines), AT_ONCE):
        some = lines[start : start + AT_ONCE]
        mine = sa.and_(import_rows.c.import_id == import_id, import_rows.c.line.in_(some))
        tx.execute(sa.update(import_rows).where(mine).values(changed_at=now, **values))


def set_each(
    tx: sa.Connection, now: datetime, member: str, each: Sequence[tuple[str, int, Any]]
) -> None:
    """Give every row, by its import and line, a value of its own."""
    if not each:
        return
    mine = sa.and_(
        import_rows.c.import_id == sa.bindparam("of_import"),
        import_rows.c.line == sa.bindparam("of_line"),
    )
    query = sa.update(import_rows).where(mine)
    values = [{"of_import": id_, "of_line": line, member: value} for id_, line, value in each]
    tx.execute(query.values(changed_at=now, **{member: sa.bindparam(member)}), values)


def values_of(account: str, row: ImportRow, now: datetime) -> dict[str, Any]:
    listing = listing_text.dump_json(row.listing).decode() if row.listing else None
    return {
        "import_id": row.import_id,
        "line": row.line,
        "account": account,
        "state": row.state,
        "listing": listing,
        "problems": problems_text(row.problems),
        "notes": problems_text(row.notes),
        "title": row.title,
        "changed_at": now,
    }


def problems_text(problems: Iterable[Problem]) -> str:
    return json.dumps([{name: stored(text) for name, text in each.items()} for each in problems])

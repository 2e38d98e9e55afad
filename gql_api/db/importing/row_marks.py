"""Where rows of imports stand, without what they say: read for many rows, counted for many imports.

Owns the one query that sees a row together with its job, the newest yes to it and that one's click,
and what may be decided of a row that stands so. What stage follows is said by `domain.imports`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from browser.messages import Message
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.tables import import_rows, intents, jobs, runs
from gql_api.domain.imports import RowMark, RowState, Stage, Tally, stage_of
from gql_api.domain.job import ENDED, JobState
from gql_api.errors import Conflict, NotFound

CLICKED: Final = (IntentState.ACTING, IntentState.DONE, IntentState.UNKNOWN)
"""A yes that may have left."""
_yes = jobs.alias("yes")
_newest = jobs.alias("newest")


def newest_yes() -> sa.ScalarSelect[str]:
    """The id of the newest publish of a row's preparation, without dry runs."""
    theirs = sa.and_(runs.c.job_id == _newest.c.id, runs.c.revision == _newest.c.revision)
    return (
        sa.select(_newest.c.id)
        .join(runs, theirs)
        .where(_newest.c.prepare_id == import_rows.c.job_id, ~runs.c.dry_run)
        .order_by(_newest.c.created_at.desc(), _newest.c.id.desc())
        .limit(1)
        .correlate(import_rows)
        .scalar_subquery()
    )


_FACTS: Final = (
    import_rows.c.state,
    jobs.c.state.label("job"),
    # A yes to what was prepared before says nothing of what is there now.
    sa.case((_yes.c.prepare_revision == jobs.c.revision, _yes.c.state)).label("publish"),
    sa.case((intents.c.state.in_(CLICKED), intents.c.state)).label("click"),
)
"""What a row's stage follows from."""
_TIMES: Final = (
    import_rows.c.changed_at,
    jobs.c.updated_at.label("prepared_at"),
    _yes.c.updated_at.label("published_at"),
)
"""When it may have come to another one last."""
_TIME_NAMES: Final = tuple(each.name for each in _TIMES)


def _rows() -> sa.Join:
    began = import_rows.outerjoin(jobs, jobs.c.id == import_rows.c.job_id)
    approved = began.outerjoin(_yes, _yes.c.id == newest_yes())
    return approved.outerjoin(intents, intents.c.publish_id == _yes.c.id)


def marks(tx: sa.Connection, import_id: str) -> tuple[RowMark, ...]:
    """Where every row of an import stands, by its line."""
    own = ("line", "position", "planned_at", "tries", "job_id")
    beside = (jobs.c.revision, _yes.c.id.label("publish_id"))
    query = (
        sa.select(*(import_rows.c[name] for name in own), *beside, *_FACTS, *_TIMES)
        .select_from(_rows())
        .where(import_rows.c.import_id == import_id)
        .order_by(import_rows.c.line)
    )
    return tuple(_mark(row) for row in tx.execute(query))


def _mark(row: Any) -> RowMark:
    return RowMark(
        line=row.line,
        changed_at=_changed_at(row),
        position=row.position,
        planned_at=row.planned_at,
        tries=row.tries,
        job_id=row.job_id,
        revision=row.revision,
        publish_id=row.publish_id,
        **_facts(row),
    )


def _changed_at(row: Any) -> datetime:
    times: list[datetime | None] = [getattr(row, name) for name in _TIME_NAMES]
    return max(each for each in times if each is not None)


def _facts(row: Any) -> dict[str, Any]:
    return {
        "state": RowState(row.state),
        "job": JobState(row.job) if row.job else None,
        "publish": JobState(row.publish) if row.publish else None,
        "clicked": row.click is not None,
        "unknown": row.click == IntentState.UNKNOWN,
    }


def tallies(tx: sa.Connection, ids: Sequence[str]) -> Mapping[str, Tally]:
    """How many rows of each import stand where; the database does the counting."""
    planned = sa.case((import_rows.c.state == RowState.WAITING, import_rows.c.planned_at))
    facts = (
        sa.select(import_rows.c.import_id, planned.label("planned_at"), *_FACTS, *_TIMES)
        .select_from(_rows())
        .where(import_rows.c.import_id.in_(ids))
        .subquery()
    )
    same = [each for each in facts.c if each.name not in _TIME_NAMES]
    newest = [sa.func.max(facts.c[name]).label(name) for name in _TIME_NAMES]
    query = sa.select(*same, *newest, sa.func.count().label("rows")).group_by(*same)
    counts = defaultdict[str, Counter[Stage]](Counter)
    plans = defaultdict[str, Counter[datetime]](Counter)
    changed = dict[str, datetime]()
    for row in tx.execute(query):
        counts[row.import_id][_stage(row)] += row.rows
        at = _changed_at(row)
        changed[row.import_id] = max(at, changed.get(row.import_id, at))
        if row.planned_at is not None:
            plans[row.import_id][row.planned_at] += row.rows
    return {each: Tally(counts[each], plans[each], changed.get(each)) for each in ids}


def _stage(row: Any) -> Stage:
    facts = _facts(row)
    return stage_of(
        facts["state"],
        facts["job"],
        facts["publish"],
        clicked=facts["clicked"],
        unknown=facts["unknown"],
    )


def marks_of(found: Sequence[RowMark], lines: Sequence[int]) -> tuple[RowMark, ...]:
    """The rows of the lines, in their order; `NotFound` naming the first that is none."""
    rows = {row.line: row for row in found}
    for line in lines:
        if line not in rows:
            raise NotFound(
                "The import has no listing in this line.", code="import_not_found", field="lines"
            )
    return tuple(rows[line] for line in dict.fromkeys(lines))


def require_approvable(row: RowMark) -> None:
    waits = row.state in (RowState.HELD, RowState.WAITING)
    if waits or may_begin_again(row):
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


def may_be_left_out(row: RowMark) -> bool:
    if row.state is RowState.STARTED:
        return not row.clicked and (row.job is None or row.job in ENDED)
    return row.state in (RowState.HELD, RowState.WAITING)


def may_begin_again(row: RowMark) -> bool:
    """A row that was left out, or whose job was taken back or is gone: another one prepares it.

    One that ran out or failed is renewed instead, unless it was left out.
    """
    if row.state is RowState.STARTED:
        return not row.clicked and (row.job is None or row.job is JobState.CANCELLED)
    return row.state is RowState.SKIPPED and not row.clicked

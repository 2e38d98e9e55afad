"""How much is under way, of an account and of everybody: what admission asks about a job.

And what the regular look asks: whether anything is, and when the next thing ends by itself.
"""

from datetime import datetime
from typing import Final

import sqlalchemy as sa

from gql_api.db.tables import forgets, import_rows, intents, jobs, runs, workers
from gql_api.domain.imports import RowState
from gql_api.domain.job import ACTIVE, JobKind, JobState

_GOES_ON: Final = sa.or_(
    sa.exists().where(jobs.c.state.in_(ACTIVE)),
    sa.exists().where(import_rows.c.state == RowState.WAITING),
    sa.select(forgets.c.account).exists(),
)
_NEXT_END: Final = (
    sa.select(sa.func.min(jobs.c.expires_at))
    .where(jobs.c.state == JobState.AWAITING_CONFIRMATION)
    .scalar_subquery()
)
_NEXT_WORK: Final = sa.select(_GOES_ON.label("goes_on"), _NEXT_END.label("next_end"))
"""Made once, as it is asked again and again."""


def next_work(tx: sa.Connection, now: datetime) -> datetime | None:
    """Now while anything goes on, waits or is being forgotten; else when a yes comes too late."""
    found = tx.execute(_NEXT_WORK).one()
    return now if found.goes_on else found.next_end


def queued(tx: sa.Connection, account: str) -> int:
    """How many jobs of the account are going on or wait to."""
    query = sa.select(sa.func.count()).where(jobs.c.account == account, jobs.c.state.in_(ACTIVE))
    return tx.execute(query).scalar_one()


def waiting(tx: sa.Connection) -> int:
    """How many jobs of everybody wait to be begun in a browser."""
    states = (JobState.QUEUED, JobState.RUNNING)
    query = sa.select(sa.func.count()).where(jobs.c.kind == JobKind.PREPARE)
    return tx.execute(query.where(jobs.c.state.in_(states))).scalar_one()


def machines(tx: sa.Connection) -> int:
    """How many processes work: one, or the workers that are known over PostgreSQL."""
    return max(1, tx.execute(sa.select(sa.func.count()).select_from(workers)).scalar_one())


def real_publishes(tx: sa.Connection, account: str) -> int:
    """How many publishes of the account that are meant go on or wait to, and have not clicked."""
    clicked = sa.exists().where(intents.c.publish_id == jobs.c.id, intents.c.acting_at.is_not(None))
    query = (
        sa.select(sa.func.count())
        .select_from(jobs.join(runs, runs.c.job_id == jobs.c.id))
        .where(jobs.c.account == account, jobs.c.kind == JobKind.PUBLISH)
        .where(jobs.c.state.in_(ACTIVE), runs.c.dry_run.is_(False), ~clicked)
    )
    return tx.execute(query).scalar_one()

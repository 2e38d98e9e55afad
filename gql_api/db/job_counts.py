"""How much of an account is under way: what admission asks before it lets a job in."""

import sqlalchemy as sa

from gql_api.db.tables import jobs, runs
from gql_api.domain.job import ACTIVE, JobKind


def queued(tx: sa.Connection, account: str) -> int:
    """How many jobs of the account are going on or wait to."""
    query = sa.select(sa.func.count()).where(jobs.c.account == account, jobs.c.state.in_(ACTIVE))
    return tx.execute(query).scalar_one()


def real_publishes(tx: sa.Connection, account: str) -> int:
    """How many publishes of the account that are meant go on or wait to."""
    query = (
        sa.select(sa.func.count())
        .select_from(jobs.join(runs, runs.c.job_id == jobs.c.id))
        .where(jobs.c.account == account, jobs.c.kind == JobKind.PUBLISH)
        .where(jobs.c.state.in_(ACTIVE), runs.c.dry_run.is_(False))
    )
    return tx.execute(query).scalar_one()

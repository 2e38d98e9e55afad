"""Jobs as they are read from their rows. How they change is `jobs`' matter."""

import re
from dataclasses import replace
from typing import Any, Final

import sqlalchemy as sa
from pydantic import TypeAdapter

from browser.listing import Listing
from gql_api.db.tables import jobs, runs
from gql_api.domain.job import ACTIVE, Job, JobKind, JobState, Result
from gql_api.errors import NotFound

listing_text = TypeAdapter(Listing)
result_text = TypeAdapter(Result)

_ID = re.compile(r"[0-9a-f]{32}")


def publishes_of(tx: sa.Connection, prepare_id: str) -> tuple[Job, ...]:
    """The publishes of a preparation, newest first."""
    query = select_jobs().where(jobs.c.prepare_id == prepare_id).order_by(jobs.c.created_at.desc())
    return tuple(job_of(row) for row in tx.execute(query))


def select_jobs() -> sa.Select[Any]:
    """Jobs with their runs that count now, for `job_of`."""
    return sa.select(jobs, runs.c.listing, runs.c.result, runs.c.dry_run, runs.c.trace).join(
        runs, sa.and_(runs.c.job_id == jobs.c.id, runs.c.revision == jobs.c.revision)
    )


_CURRENT: Final = select_jobs().where(jobs.c.id == sa.bindparam("job_id"))
_OF_OWNER: Final = _CURRENT.where(jobs.c.owner == sa.bindparam("of_owner"))


def current(
    tx: sa.Connection, job_id: str, revision: int | None = None, owner: str | None = None
) -> Job:
    """The job as it stands, or as its run of that revision left it; `NotFound`.

    With an `owner` nobody else\'s job is there at all.
    """
    known = _ID.fullmatch(job_id)
    query = _CURRENT if owner is None else _OF_OWNER
    asked = {"job_id": job_id} if owner is None else {"job_id": job_id, "of_owner": owner}
    row = tx.execute(query, asked).one_or_none() if known else None
    if row is None:
        raise NotFound(
            "There is no job with this id. The list of jobs names those that are kept.",
            code="job_not_found",
            field="job_id",
        )
    job = job_of(row)
    if revision is None or revision == job.revision:
        return job
    return _earlier(tx, job, revision)


def every_run(tx: sa.Connection, job_id: str) -> tuple[Job, ...]:
    """The job as each of its runs that are kept left it, oldest first; `NotFound`."""
    job = current(tx, job_id)
    kept = sa.select(runs.c.revision).where(runs.c.job_id == job_id).order_by(runs.c.revision)
    return tuple(_earlier(tx, job, revision) for revision in tx.scalars(kept).all())


def _earlier(tx: sa.Connection, job: Job, revision: int) -> Job:
    """The job as one of its earlier runs left it."""
    query = sa.select(runs).where(runs.c.job_id == job.id, runs.c.revision == revision)
    run = tx.execute(query).one()
    return replace(
        job,
        revision=revision,
        deadline=None,
        state=JobState(run.state or JobState.CANCELLED),
        dry_run=run.dry_run,
        trace=run.trace,
        listing=listing_text.validate_json(run.listing),
        result=result_text.validate_json(run.result) if run.result else None,
    )


def job_of(row: Any) -> Job:
    return Job(
        id=row.id,
        kind=JobKind(row.kind),
        account=row.account,
        origin=row.origin,
        state=JobState(row.state),
        revision=row.revision,
        dry_run=row.dry_run,
        listing=listing_text.validate_json(row.listing),
        created_at=row.created_at,
        updated_at=row.updated_at,
        result=result_text.validate_json(row.result) if row.result else None,
        prepare_id=row.prepare_id,
        prepare_revision=row.prepare_revision,
        step=row.step,
        percent=row.percent,
        slot_at=row.slot_at,
        deadline=row.expires_at if row.state in ACTIVE else None,
        last_seq=row.last_seq,
        approved_by=row.approved_by,
        trace=row.trace,
        import_id=row.import_id,
        import_line=row.import_line,
    )

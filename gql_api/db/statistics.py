"""The figures that every process reads alike: jobs, queues, clicks, rests, photos, workers.

Counting only, in one read of a few grouped queries. How often somebody may ask is left to
`telemetry`, how they are shown to the transports.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.notices.outbox import DeliveryState
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.tables import intents, jobs, notices, photos, rests, runs, workers
from gql_api.domain.job import CLICKS, WORK, JobKind, JobState
from gql_api.domain.status import Shared, Waiting

_WAITING: Final = (JobState.QUEUED, JobState.WAITING_FOR_SLOT)
_MINUTE: Final = timedelta(minutes=1)
_ALIVE_MICROSECONDS: Final = 10_000_000


class FigureStore:
    """Reads the figures of one database; `now` is the clock."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def read(self) -> Shared:
        """The figures as they are now; `StorageUnavailable`."""
        return await self._database.read(self._read)

    def _read(self, tx: sa.Connection) -> Shared:
        now = self._now()
        kept = tx.execute(sa.select(sa.func.count(), sa.func.sum(photos.c.size))).one()
        states, told = _intents(tx), _notices(tx)
        return Shared(
            jobs=_jobs(tx),
            queues=_queues(tx, now),
            clicks=_count(tx, intents.c.acting_at > now - _MINUTE),
            published=states.get(IntentState.DONE, 0),
            unknown=states.get(IntentState.UNKNOWN, 0),
            resting=_count(tx, rests.c.until > now),
            photos=kept[0],
            photo_bytes=int(kept[1] or 0),
            notices_waiting=told.get(DeliveryState.WAITING, 0),
            notices_failed=told.get(DeliveryState.FAILED, 0),
            workers=None if self._database.is_sqlite else tx.execute(living()).scalar_one(),
        )


def _count(tx: sa.Connection, condition: sa.ColumnElement[bool]) -> int:
    return tx.execute(sa.select(sa.func.count()).where(condition)).scalar_one()


def _jobs(tx: sa.Connection) -> dict[tuple[str, str], int]:
    """Every kind and state, those that no job is in too."""
    query = sa.select(jobs.c.kind, jobs.c.state, sa.func.count()).group_by(
        jobs.c.kind, jobs.c.state
    )
    found = {(row[0], row[1]): row[2] for row in tx.execute(query)}
    every = [(kind.value, state.value) for kind in JobKind for state in JobState]
    return {each: found.get(each, 0) for each in every}


def _queues(tx: sa.Connection, now: datetime) -> dict[str, Waiting]:
    clicks = sa.and_(jobs.c.kind == JobKind.PUBLISH, runs.c.dry_run.is_(False))
    name = sa.case((clicks, CLICKS), else_=WORK).label("queue")
    query = (
        sa.select(name, sa.func.count(), sa.func.min(jobs.c.updated_at))
        .join(runs, sa.and_(runs.c.job_id == jobs.c.id, runs.c.revision == jobs.c.revision))
        .where(jobs.c.state.in_(_WAITING))
        .group_by(name)
    )
    found = {row[0]: Waiting(row[1], _seconds(now, row[2])) for row in tx.execute(query)}
    return {queue: found.get(queue, Waiting()) for queue in (WORK, CLICKS)}


def _seconds(now: datetime, since: datetime) -> float:
    return max((now - since).total_seconds(), 0.0)


def _intents(tx: sa.Connection) -> dict[str, int]:
    query = sa.select(intents.c.state, sa.func.count()).group_by(intents.c.state)
    return {row[0]: row[1] for row in tx.execute(query)}


def _notices(tx: sa.Connection) -> dict[str, int]:
    """By state, of those that matter: what was told is not counted."""
    states = (DeliveryState.WAITING, DeliveryState.FAILED)
    query = sa.select(notices.c.state, sa.func.count()).where(notices.c.state.in_(states))
    return {row[0]: row[1] for row in tx.execute(query.group_by(notices.c.state))}


class WorkerStore:
    """The workers of one PostgreSQL database, as they tell of themselves."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def alive(self) -> int:
        """How many have been heard of in the last seconds, by the server's clock."""
        return await self._database.read(lambda tx: tx.execute(living()).scalar_one())

    async def silent(self, seconds: float) -> frozenset[str]:
        """The workers that have told nothing of themselves for so long."""
        now = sa.func.extract("epoch", sa.func.clock_timestamp()) * 1_000_000
        query = sa.select(workers.c.id).where(
            sa.cast(workers.c.seen_at, sa.BigInteger) < now - int(seconds * 1_000_000)
        )
        found = await self._database.read(lambda tx: tx.scalars(query).all())
        return frozenset(found)


def living() -> sa.Select[int]:
    """Counts the workers that have been heard of in the last seconds, by the server's clock."""
    now = sa.func.extract("epoch", sa.func.clock_timestamp()) * 1_000_000
    return sa.select(sa.func.count()).where(
        sa.cast(workers.c.seen_at, sa.BigInteger) > now - _ALIVE_MICROSECONDS
    )

"""Calls to workers, as rows: asked for by an API process, taken by one worker, answered, removed.

Requests and answers are sealed texts; what they mean is `rpc`'s matter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.tables import rpc

CHANNEL = "fripier_errands"


@dataclass(frozen=True, slots=True)
class RpcCall:
    """One that a worker has taken; `request` is sealed."""

    id: str
    kind: str
    request: str


class RpcCallStore:
    """The calls of one PostgreSQL database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def put(self, errand_id: str, kind: str, request: str) -> None:
        """Ask for a call; workers are told when it is stored."""
        values = {"id": errand_id, "kind": kind, "request": request, "created_at": self._now()}

        def work(tx: sa.Connection) -> None:
            tx.execute(sa.insert(rpc).values(**values))
            _tell(tx, errand_id)

        await self._database.write(work)

    async def take(self, worker: str, awaited: timedelta) -> RpcCall | None:
        """The oldest call that nobody has taken and somebody still awaits, now this worker's."""
        oldest = (
            sa.select(rpc.c.id)
            .where(rpc.c.worker.is_(None), rpc.c.created_at > self._now() - awaited)
            .order_by(rpc.c.created_at)
            .limit(1)
            .with_for_update(skip_locked=True)
        )

        def work(tx: sa.Connection) -> RpcCall | None:
            found = tx.execute(oldest).scalar_one_or_none()
            if found is None:
                return None
            take = sa.update(rpc).where(rpc.c.id == found).values(worker=worker)
            row = tx.execute(take.returning(rpc)).one()
            return RpcCall(row.id, row.kind, row.request)

        return await self._database.write(work)

    async def done(self, errand_id: str, answer: str) -> None:
        """Store the answer, and forget the request."""

        def work(tx: sa.Connection) -> None:
            mine = rpc.c.id == errand_id
            tx.execute(sa.update(rpc).where(mine).values(answer=answer, request=""))
            _tell(tx, errand_id)

        await self._database.write(work)

    async def answer(self, errand_id: str) -> str | None:
        """The sealed answer, once it is there."""
        query = sa.select(rpc.c.answer).where(rpc.c.id == errand_id)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def remove(self, errand_id: str) -> None:
        """Forget a call, answered or not."""
        query = sa.delete(rpc).where(rpc.c.id == errand_id)
        await self._database.write(lambda tx: tx.execute(query))

    async def forget(self, older_than: timedelta) -> None:
        """Forget the calls that nobody waits for any more."""
        query = sa.delete(rpc).where(rpc.c.created_at < self._now() - older_than)
        await self._database.write(lambda tx: tx.execute(query))


def _tell(tx: sa.Connection, errand_id: str) -> None:
    tx.execute(sa.select(sa.func.pg_notify(CHANNEL, errand_id)))

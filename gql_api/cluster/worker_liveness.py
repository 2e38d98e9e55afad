"""Which workers live: each holds a lock on the PostgreSQL server and says each second that it runs.

Owns the lock, the row in `workers` and the judgement over others. kill -9 frees a lock at once; a
worker that is frozen keeps it, so that one that has been silent for long is cut off the server
before its work is taken over. What is then taken over is `engine`'s and `outbox`'s matter.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import psycopg
import structlog

from browser.background_tasks import in_background
from gql_api import __version__
from gql_api.cluster.pg_listener import BACK_SECONDS, Connection, connect, holds
from gql_api.db.database import connection_name
from gql_api.storage_errors import START_SECONDS

log = structlog.get_logger(__name__)

BEAT_SECONDS = 1.0
DEAD_SECONDS = 3.0
"""A worker whose lock is free and who has said nothing for so long is dead. The lock alone may be
free because a connection broke, or the server was started anew: its worker takes it again."""
SILENT_SECONDS = 15.0
"""A worker that has said nothing for so long is frozen, or its machine is gone."""

_LOCK = "hashtextextended('fripier/worker/' || %s, 0)"
_BEAT = """
INSERT INTO workers (id, version, seen_at)
VALUES (%s, %s, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
"""
_HEARD = """
SELECT 1 FROM workers
WHERE id = %s AND seen_at > (extract(epoch FROM clock_timestamp()) * 1000000)::bigint - %s
"""
_CUT_OFF = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s"


class WorkerLiveness:
    """This worker's lock. `held` is false while the server cannot be reached: then no click."""

    silent_seconds = SILENT_SECONDS

    def __init__(self, address: str, worker: str) -> None:
        self._address = address
        self._worker = worker
        self._connection: Connection | None = None
        self._taken = asyncio.Event()
        self._held_since = 0.0

    @property
    def held(self) -> bool:
        """Whether this worker counts as alive for the others."""
        return self._taken.is_set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Hold the lock while the block runs; entered when it is held."""
        async with in_background(self._keep()):
            async with asyncio.timeout(START_SECONDS):
                await self._taken.wait()
            yield

    @asynccontextmanager
    async def claimed(self, other: str) -> AsyncIterator[bool]:
        """Whether another worker is dead; while the block runs nobody else finds that out."""
        connection = self._connection
        if connection is None or not self.held or self._held_for() < DEAD_SECONDS:
            yield False
            return
        free = await holds(connection, f"SELECT pg_try_advisory_lock({_LOCK})", other)
        if not free:
            await self._cut_off_if_silent(connection, other)
            yield False
            return
        try:
            heard = await self._heard(connection, other, DEAD_SECONDS)
            yield not heard
            if not heard:
                await connection.execute("DELETE FROM workers WHERE id = %s", (other,))
        finally:
            with suppress(psycopg.OperationalError):
                await connection.execute(f"SELECT pg_advisory_unlock({_LOCK})", (other,))

    async def _heard(self, connection: Connection, other: str, seconds: float) -> bool:
        """Whether another worker has told of itself in the last seconds."""
        return await holds(connection, _HEARD, other, int(seconds * 1_000_000))

    def _held_for(self) -> float:
        return time.monotonic() - self._held_since

    async def wait(self) -> None:
        """Until this worker counts as alive again."""
        await self._taken.wait()

    async def _cut_off_if_silent(self, connection: Connection, other: str) -> None:
        if not await self._heard(connection, other, SILENT_SECONDS):
            log.warning("silent_worker_cut_off", worker=other)
            await connection.execute(_CUT_OFF, (connection_name(other),))

    async def _keep(self) -> None:
        while True:
            try:
                await self._hold()
            except Exception as error:
                # Whatever it is, a worker without its lock must try to get it back.
                log.warning("lease_lost", worker=self._worker, error=type(error).__name__)
            finally:
                self._taken.clear()
                self._connection = None
            await asyncio.sleep(BACK_SECONDS)

    async def _hold(self) -> None:
        async with await connect(self._address, connection_name(self._worker)) as connection:
            await connection.execute(f"SELECT pg_advisory_lock({_LOCK})", (self._worker,))
            self._connection = connection
            self._held_since = time.monotonic()
            try:
                while True:
                    await connection.execute(_BEAT, (self._worker, __version__))
                    self._taken.set()
                    await asyncio.sleep(BEAT_SECONDS)
            except asyncio.CancelledError:
                await connection.execute("DELETE FROM workers WHERE id = %s", (self._worker,))
                raise

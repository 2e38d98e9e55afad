"""One SQLAlchemy engine over the one database: a SQLite file, or the operator's PostgreSQL.

Owns how each is opened (durable commits, SQLite's clock, liveness of connections), how reads and
writes reach it from the event loop, how writers take turns, and what is tried again while a
server restarts. What is in the tables belongs to the stores beside it.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, OperationalError

from gql_api.errors import Unavailable
from gql_api.store.migrations import carry_forward

T = TypeVar("T")

BUSY_TIMEOUT_MS: Final = 30_000
PATIENCE_SECONDS: Final = 30.0
"""How long a write or read is tried again while a PostgreSQL server cannot be reached."""
_PAUSE_SECONDS: Final = 0.25
KEEPALIVES: Final[dict[str, int]] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}


class StorageUnavailable(Unavailable):
    """The database, or where photos are kept, cannot be used now; nothing was acknowledged."""

    code = "storage_unavailable"
    title = "Storage is unavailable"


def _milliseconds(*_: Any) -> float:
    return time.time_ns() // 1_000_000 / 1000


def _prepare_sqlite(connection: SqliteConnection, _: object) -> None:
    """Durable commits, one writer at a time, and the job engine's clock in milliseconds.

    The engine stamps rows through `unixepoch('subsec')` or `strftime('%s', 'now')`; SQLite before
    3.42 gives it nothing or whole seconds, which breaks the order of an account's jobs.
    """
    connection.isolation_level = "IMMEDIATE"
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.create_function("unixepoch", 1, _milliseconds)
    connection.create_function("strftime", 2, _milliseconds)


class Database:
    """Reads and writes run in threads; a write is one transaction.

    `name` tells this process's connections apart from those of others on a PostgreSQL server.
    """

    def __init__(self, url: str, *, name: str = "fripier") -> None:
        self.name = name
        self.url = sa.make_url(url)
        self.connect_args: dict[str, int | str] = {}
        if self.is_sqlite:
            if self.url.database:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            self.engine = sa.create_engine(self.url)
            event.listen(self.engine, "connect", _prepare_sqlite)
            return
        self.url = self.url.set(drivername="postgresql+psycopg")
        self.connect_args = {**KEEPALIVES, "application_name": name}
        self.engine = sa.create_engine(
            self.url, pool_pre_ping=True, pool_size=8, connect_args=self.connect_args
        )

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def address(self) -> str:
        """The PostgreSQL server as the driver takes it, password included: never shown."""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    async def open(self) -> None:
        """Bring every table to this release's version; raises `DatabaseIncompatible`."""
        await self._in_thread(partial(carry_forward, self.engine))

    async def ahead(self) -> timedelta:
        """How far a PostgreSQL server's clock is ahead of ours, to within the way to it."""
        asked = datetime.now(UTC)
        query = sa.select(sa.func.clock_timestamp())
        told: datetime = await self.read(lambda tx: tx.execute(query).scalar_one())
        return told - asked - (datetime.now(UTC) - asked) / 2

    async def close(self) -> None:
        """Give back every connection."""
        await asyncio.to_thread(self.engine.dispose)

    async def read(self, work: Callable[[sa.Connection], T]) -> T:
        """Run `work` on a connection of its own; `StorageUnavailable` when there is none."""

        def run() -> T:
            with self.engine.connect() as connection:
                return work(connection)

        return await self._in_thread(run)

    async def write(self, work: Callable[[sa.Connection], T], *, turn: str | None = None) -> T:
        """Run `work` in one transaction: committed and durable when this returns.

        SQLite has one writer anyway; on PostgreSQL those with the same `turn` follow each other,
        so that `work` may decide by what it reads. It may run more than once, never commit twice.
        """

        def run() -> T:
            with self.engine.begin() as connection:
                if self.is_sqlite:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                elif turn:
                    connection.execute(_take_turn(turn))
                return work(connection)

        return await self._in_thread(run)

    async def _in_thread(self, run: Callable[[], T]) -> T:
        # A cancelled caller must not leave a half-known commit behind.
        return await asyncio.shield(asyncio.to_thread(self._patiently, run))

    def _patiently(self, run: Callable[[], T]) -> T:
        """Run it; while a server cannot be reached, again. A file that cannot be used stays so."""
        patience = 0.0 if self.is_sqlite else PATIENCE_SECONDS
        end = time.monotonic() + patience
        while True:
            try:
                return run()
            except DBAPIError as error:
                if not _is_lost(error):
                    raise
                if time.monotonic() + _PAUSE_SECONDS > end:
                    raise StorageUnavailable(
                        "The database cannot be used now: check that it runs, that its disk has "
                        "room, that the data folder can be written, and that no other process "
                        "holds it."
                    ) from error
            time.sleep(_PAUSE_SECONDS)


def _take_turn(turn: str) -> sa.Select[Any]:
    return sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(turn, 0)))


def _is_lost(error: DBAPIError) -> bool:
    """Whether it says that the database, rather than the statement, is the trouble."""
    return error.connection_invalidated or isinstance(error, OperationalError)

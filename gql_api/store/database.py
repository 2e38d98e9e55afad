"""One SQLAlchemy engine over the one database, shared with the job engine.

Owns how SQLite is opened (durable commits, one writer, a clock with milliseconds) and how reads
and writes reach it from the event loop. What is in the tables belongs to the stores beside it.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from gql_api.errors import Unavailable
from gql_api.store.tables import metadata

T = TypeVar("T")

BUSY_TIMEOUT_MS = 30_000


class StorageUnavailable(Unavailable):
    """The database cannot be read or written now; nothing was acknowledged."""

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
    """Reads and writes run in threads; a write is one transaction that holds the write lock."""

    def __init__(self, url: str) -> None:
        self.url = sa.make_url(url)
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine = sa.create_engine(self.url)
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    async def open(self) -> None:
        """Create the tables that are missing."""
        await self.write(metadata.create_all)

    async def close(self) -> None:
        """Give back every connection."""
        await asyncio.to_thread(self.engine.dispose)

    async def read(self, work: Callable[[sa.Connection], T]) -> T:
        """Run `work` on a connection of its own; `StorageUnavailable` when there is none."""

        def run() -> T:
            with self.engine.connect() as connection:
                return work(connection)

        return await _in_thread(run)

    async def write(self, work: Callable[[sa.Connection], T]) -> T:
        """Run `work` in one transaction: committed and durable when this returns."""

        def run() -> T:
            with self.engine.begin() as connection:
                if self.is_sqlite:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                return work(connection)

        return await _in_thread(run)


async def _in_thread(run: Callable[[], T]) -> T:
    try:
        # A cancelled caller must not leave a half-known commit behind.
        return await asyncio.shield(asyncio.to_thread(run))
    except OperationalError as error:
        raise StorageUnavailable(
            "The database cannot be used now: check that its disk has room, that the data folder "
            "can be written, and that no other process holds it."
        ) from error

"""One SQLAlchemy engine over the one database: a SQLite file, or the operator's PostgreSQL.

Owns how each is opened (one process to a file, durable commits, SQLite's clock), how reads and
writes reach it from the event loop, how writers take turns, who hears of a write, and what is
tried again while a server restarts. What counts as trouble, and its words, are `storage_errors`';
what is in the tables belongs to the stores beside it.
"""

import asyncio
import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import Error as SqliteError
from sqlite3 import OperationalError, connect
from typing import Any, Final, TypeVar

import sqlalchemy as sa
import structlog
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from gql_api.db.schema_version import bring_up_to_date
from gql_api.db.tables import rests
from gql_api.durable_files import hold, lock_of, make_folder, make_private
from gql_api.storage_errors import (
    PROBE_SECONDS,
    DataFolderInUse,
    StorageUnavailable,
    is_lost,
    patience,
    patient_for,
    reaching,
    unavailable,
    writing,
)

log = structlog.get_logger(__name__)

T = TypeVar("T")

BUSY_TIMEOUT_MS: Final = 30_000
_PAUSE_SECONDS: Final = 0.25
WRITE_SECONDS: Final = 3.0
"""How long a write that only proves that it can be done is awaited."""
REFUSED_SECONDS: Final = 10.0
"""How long a write that a server refused is remembered against it."""
KEEPALIVES: Final[dict[str, int]] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}


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


def _wait_at_most(connection: SqliteConnection, *_: object) -> None:
    """A lock of another process is waited for as long as the work under way may take."""
    connection.execute(f"PRAGMA busy_timeout={int(patience() * 1000)}")


def _without_nul(
    _connection: object, _cursor: object, statement: str, parameters: Any, *_: object
) -> tuple[str, Any]:
    """No text of PostgreSQL holds U+0000: what is asked for with it is not there, as in SQLite."""
    if isinstance(parameters, list):
        return statement, [_storable(each) for each in parameters]
    return statement, _storable(parameters)


def _storable(parameters: Any) -> Any:
    if not isinstance(parameters, dict):
        return parameters
    return {
        name: value.replace("\0", "\ufffd") if isinstance(value, str) else value
        for name, value in parameters.items()
    }


class Commits:
    """How often this process has written, for whoever need not look before it has."""

    def __init__(self) -> None:
        self.count = 0
        self._waiting = set[asyncio.Future[None]]()

    def note(self) -> None:
        """Something may be there that was not; called on the loop."""
        self.count += 1
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)

    async def beyond(self, seen: int, seconds: float) -> bool:
        """Whether there was one since the count was `seen`: at once, or when the time is over."""
        if self.count == seen:
            waiting = asyncio.get_running_loop().create_future()
            self._waiting.add(waiting)
            try:
                await asyncio.wait({waiting}, timeout=seconds)
            finally:
                self._waiting.discard(waiting)
        return self.count != seen


def connection_name(worker: str) -> str:
    """What all connections of a worker are called on the server (at most 63 bytes count)."""
    return f"fripier/{worker}"[:63]


class Database:
    """Reads and writes run in threads; a write is one transaction.

    `name` tells this process's connections apart from those of others on a PostgreSQL server.
    """

    def __init__(self, url: str, *, name: str = "fripier") -> None:
        self.name = name
        self.commits = Commits()
        self.url = sa.make_url(url)
        self.connect_args: dict[str, int | str] = {}
        self._refused_a_write = False
        self._refused_at = -REFUSED_SECONDS
        if self.is_sqlite:
            if self.url.database:
                with writing():
                    make_folder(Path(self.url.database).parent)
                with suppress(OSError):  # SQLite says why, once it is opened
                    make_private(Path(self.url.database))
            self.engine = sa.create_engine(self.url)
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "checkout", _wait_at_most)
            return
        self.url = self.url.set(drivername="postgresql+psycopg")
        self.connect_args = {**KEEPALIVES, "application_name": name}
        self.engine = sa.create_engine(
            self.url, pool_pre_ping=True, pool_size=8, connect_args=self.connect_args
        )
        event.listen(self.engine, "before_cursor_execute", _without_nul, retval=True)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def address(self) -> str:
        """The PostgreSQL server as the driver takes it, password included: never shown."""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    @contextmanager
    def held(self) -> Iterator[None]:
        """While the block runs no other process works on this SQLite file; `DataFolderInUse`.

        Two would run each other's jobs. On PostgreSQL several may: who does what is told apart.
        """
        if not (self.is_sqlite and self.url.database):
            yield
            return
        file = Path(self.url.database)
        handle = hold(lock_of(file))
        if handle is None:
            raise DataFolderInUse(
                f"Another Fripier works in {file.parent}. Stop it first, or set DATA_DIR."
            )
        try:
            yield
        finally:
            os.close(handle)

    async def open(self) -> None:
        """Bring every table to this release's version; raises `DatabaseIncompatible`."""
        await self._in_thread(partial(bring_up_to_date, self.engine))

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
        return await self._write(work, turn=turn, ended=self.commits.note)

    async def _write(
        self,
        work: Callable[[sa.Connection], T],
        *,
        turn: str | None = None,
        ended: Callable[[], None] | None = None,
    ) -> T:
        def run() -> T:
            with self.engine.begin() as connection:
                if self.is_sqlite:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                elif turn:
                    connection.execute(_take_turn(turn))
                return work(connection)

        try:
            result = await self._in_thread(run, ended)
        except StorageUnavailable:
            self._refused_a_write, self._refused_at = True, time.monotonic()
            raise
        self._refused_a_write = False
        return result

    async def compact(self) -> None:
        """Write a SQLite file anew, so that it holds nothing of rows that were deleted or changed.

        Others wait meanwhile. What a server keeps of deleted rows goes by its own housekeeping.
        """
        if self.is_sqlite:
            await self._in_thread(partial(_compact, str(self.url.database)))

    async def takes_writes(self) -> bool:
        """Whether a transaction that changes something, and leaves nothing, is durable now.

        A server without room still takes so small a one, so a refusal of late counts as well.
        """
        if not self.is_sqlite and time.monotonic() - self._refused_at < REFUSED_SECONDS:
            return False
        work = _write_nothing if self.is_sqlite else _write_and_take_back
        before = self._refused_at
        try:
            with patient_for(PROBE_SECONDS):
                async with asyncio.timeout(WRITE_SECONDS):
                    await self._write(work)
        except (StorageUnavailable, DBAPIError, TimeoutError):
            # Told by this very answer: only what others were refused is remembered.
            self._refused_at = before
            return False
        return True

    async def answers(self) -> bool:
        """Whether it can be read now and, when it refused the last write, written again."""
        try:
            with patient_for(PROBE_SECONDS):
                if self._refused_a_write and self.is_sqlite:
                    await self._write(_write_nothing)
                else:
                    await self.read(lambda tx: tx.execute(sa.select(sa.literal(1))).all())
        except StorageUnavailable:
            return False
        return True

    async def _in_thread(self, run: Callable[[], T], ended: Callable[[], None] | None = None) -> T:
        # A cancelled caller must not leave a half-known commit behind, nor one that nobody hears.
        work = asyncio.ensure_future(asyncio.to_thread(self._patiently, run))
        if ended:
            work.add_done_callback(lambda _: ended())
        return await asyncio.shield(work)

    def _patiently(self, run: Callable[[], T]) -> T:
        """Run it; while a server cannot be reached, again. A file that cannot be used stays so."""
        end = time.monotonic() + (0.0 if self.is_sqlite else patience())
        awaited = False
        while True:
            try:
                return run()
            except (DBAPIError, SqliteError, PoolExhausted) as error:
                if not is_lost(error):
                    raise
                if time.monotonic() + _PAUSE_SECONDS > end:
                    raise unavailable(error) from error
            if not awaited:
                log.warning("database_awaited", seconds=patience())
                awaited = True
            time.sleep(_PAUSE_SECONDS)


@contextmanager
def naming(database: Database) -> Iterator[None]:
    """At the start: StorageUnavailable names the setting that the trouble belongs to."""
    try:
        with reaching(), writing():
            yield
    except StorageUnavailable as error:
        setting = f"DATA_DIR ({database.url.database})" if database.is_sqlite else "DATABASE_URL"
        raise StorageUnavailable(f"{setting}: {error.detail}") from error


def _compact(path: str) -> None:
    """On a connection of its own: neither can be done within a transaction."""
    with closing(connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)) as file:
        file.execute("VACUUM")
        # The log holds the pages as they were before until it is emptied.
        busy, *_ = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise OperationalError("database is locked")


def _write_nothing(connection: sa.Connection) -> None:
    """A transaction that reaches the disk and changes nothing."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    connection.exec_driver_sql(f"PRAGMA user_version={int(version)}")


def _write_and_take_back(connection: sa.Connection) -> None:
    """A row of no account that is there for nobody but this transaction."""
    values = {"account": f"?{uuid.uuid4().hex}", "reason": "probe", "until": datetime.now(UTC)}
    connection.execute(sa.insert(rests).values(**values))
    connection.execute(sa.delete(rests).where(rests.c.account == values["account"]))


def _take_turn(turn: str) -> sa.Select[Any]:
    return sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(turn, 0)))

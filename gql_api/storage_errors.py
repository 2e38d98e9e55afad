"""Trouble of the disk or the database: what counts as such, what people are told, how long to try.

Owns the words and the patience. What is tried again, and how, is left to `database`; what is
written beside the database to `durable_files`.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Final

import structlog
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from browser.messages import Message
from gql_api.errors import ServiceError, Unavailable

log = structlog.get_logger(__name__)

PATIENCE_SECONDS: Final = 30.0
"""How long the work of a job is tried again while the database cannot be used."""
REQUEST_SECONDS: Final = 5.0
"""The same for a request: who waits for an answer should rather hear that there is none."""
PROBE_SECONDS: Final = 1.0
START_SECONDS: Final = 10.0
"""The same at the start: a server may be starting together with us."""
RETRY_AFTER: Final = 5.0

_patience: ContextVar[float] = ContextVar("patience", default=PATIENCE_SECONDS)


class StorageUnavailable(Unavailable):
    """The database, or where photos are kept, cannot be used now; nothing was acknowledged."""

    code = "storage_unavailable"
    title = "Storage is unavailable"

    def __init__(self, detail: str, *, retry_after: float = RETRY_AFTER) -> None:
        super().__init__(detail, retry_after=retry_after)


class DataFolderInUse(ServiceError):
    """Another process works on this SQLite database."""

    code = "data_folder_in_use"
    status = 503
    title = "The data folder is in use"


_CURES: Final = (
    ("locked", "another program holds the database file. Close that program"),
    ("full", "the disk is full, or a quota or size limit is reached. Make room"),
    ("disk i/o", "the disk cannot be written, or a quota or size limit is reached. Make room"),
    ("readonly", "the data folder is read-only. Make it writable"),
    ("unable to open", "the file cannot be opened. Check DATA_DIR and who may write there"),
    ("malformed", "the file is damaged. Stop the service and restore a backup"),
    ("not a database", "the file is none of ours, or damaged. Restore a backup"),
)
_READ_ONLY: Final = "25006"
_SERVER_CURES: Final = {
    "": "the server cannot be reached. Check that PostgreSQL runs, and DATABASE_URL",
    "53100": "the disk of the PostgreSQL server is full. Make room there",
    "53300": "the PostgreSQL server has no connection left. Raise its max_connections",
    _READ_ONLY: "the PostgreSQL server takes no writes. Check that DATABASE_URL names the primary",
}
"""By SQLSTATE; without one, or with another, the server is away."""


def patience() -> float:
    """How many seconds the work under way may wait for the database."""
    return _patience.get()


@contextlib.contextmanager
def patient_for(seconds: float) -> Iterator[None]:
    """Reads and writes begun in this block wait so long for the database, and no longer."""
    token = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(token)


def is_lost(error: Exception) -> bool:
    """Whether it says that the database, rather than the statement, is the trouble."""
    if isinstance(error, DBAPIError):
        if _sqlstate(error) == _READ_ONLY:
            return True
        damaged = type(error.orig) is sqlite3.DatabaseError
        return error.connection_invalidated or isinstance(error, OperationalError) or damaged
    return isinstance(error, sqlite3.DatabaseError | PoolExhausted)


def unavailable(error: Exception) -> StorageUnavailable:
    """The error for the caller; what the database itself said is in the log alone."""
    said = str(getattr(error, "orig", None) or error).partition("\n")[0]
    log.warning("storage_unavailable", action="database", error=said)
    from_file = isinstance(getattr(error, "orig", error), sqlite3.Error)
    cure = next((cure for sign, cure in _CURES if sign in said.lower()), None)
    if cure is None or not from_file:
        silent = _SERVER_CURES.get(_sqlstate(error)) or _SERVER_CURES[""]
        cure = Message("it answers with an error. Look at the log") if from_file else silent
    return StorageUnavailable(
        Message(
            "The database cannot be used now, nothing was kept: {cure}, then try again.",
            cure=Message.of(cure),
        )
    )


def _sqlstate(error: Exception) -> str:
    """The code that a PostgreSQL server gave; empty where none did."""
    return str(getattr(getattr(error, "orig", error), "sqlstate", None) or "")


@contextlib.contextmanager
def reaching() -> Iterator[None]:
    """Turns what a database says when it cannot be used into StorageUnavailable."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if not is_lost(error):
            raise
        raise unavailable(error) from error


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Turns what the disk says no with (full, read-only, a limit) into StorageUnavailable."""
    try:
        yield
    except OSError as error:
        log.warning("storage_unavailable", action="write", error=str(error))
        raise StorageUnavailable(
            "The data folder cannot be written, nothing was kept: check that its disk has room "
            "and that it is not read-only."
        ) from error

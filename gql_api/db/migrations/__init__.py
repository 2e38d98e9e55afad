"""Carries a database of any age to the tables of this release, when the service starts.

Owns which version a database has and the order of the steps to ours, with alembic and without any
file of its configuration. What a step does stands in `versions`; today's columns in `db.tables`.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from gql_api.db.schema_version import TURN
from gql_api.db.tables import VERSION_TABLE, metadata
from gql_api.durable_files import hold, lock_of
from gql_api.errors import ServiceError

BASELINE: Final = "0001"
"""The tables of the releases that kept no version."""
BASELINE_TABLES: Final = frozenset(
    {"jobs", "runs", "events", "idempotency_keys", "intents", "photos", "account_rests"}
)

# alembic keeps the environment of a migration in globals of its module.
_alone = threading.Lock()


class DatabaseIncompatible(ServiceError):
    """The database holds what this release cannot work with; nothing in it was changed."""

    code = "database_incompatible"
    status = 503
    title = "The database does not fit this release"


def carry_forward(engine: sa.Engine) -> None:
    """Make or bring up to date every table, in one transaction and one process at a time.

    A database without a version that holds the first tables is taken for the oldest version.
    Raises `DatabaseIncompatible` for a newer version than ours and for tables that are not ours.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _on_sqlite(connection)
        else:
            with connection.begin():
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(TURN)))
                _upgrade(connection)


def is_ours(name: str | None, kind: str, parents: Any) -> bool:
    """Whether a name in the database is compared; the job engine's tables are its own."""
    return kind != "table" or name in metadata.tables or name in BASELINE_TABLES


def configuration(connection: sa.Connection | None = None) -> Config:
    """What alembic is told, by code alone."""
    config = Config(attributes={"connection": connection})
    folder = str(Path(__file__).parent)
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config


def _on_sqlite(connection: sa.Connection) -> None:
    """Under the write lock. A changed table is written anew, which its foreign keys must allow."""
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        _upgrade(connection)
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise AssertionError(f"a migration broke {len(broken)} references: {broken[:3]}")
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def _upgrade(connection: sa.Connection) -> None:
    config = configuration(connection)
    with _alone:
        script = ScriptDirectory.from_config(config)
        found = _version(connection)
        if found is not None:
            _require_known(found, script)
        if found == script.get_current_head():
            return
        older = found is not None or _holds_baseline(connection)
        with _to_ourselves(connection) if older else nullcontext():
            if older and found is None:
                command.stamp(config, BASELINE)
            command.upgrade(config, "head")


@contextmanager
def _to_ourselves(connection: sa.Connection) -> Iterator[None]:
    """Keep other processes out of a SQLite database: a release that runs knows its own tables."""
    database = connection.engine.url.database
    if connection.dialect.name != "sqlite" or not database:
        yield
        return
    handle = hold(lock_of(Path(database)))
    if handle is None:
        raise DatabaseIncompatible(
            f"The database {database} is of an older release, and another Fripier works on it. "
            "Stop that one first."
        )
    try:
        yield
    finally:
        os.close(handle)


def _version(connection: sa.Connection) -> str | None:
    options = {"version_table": VERSION_TABLE}
    return MigrationContext.configure(connection, opts=options).get_current_revision()


def _holds_baseline(connection: sa.Connection) -> bool:
    there = BASELINE_TABLES.intersection(sa.inspect(connection).get_table_names())
    if there and there != BASELINE_TABLES:
        raise DatabaseIncompatible(
            f"The database holds some tables of these names ({', '.join(sorted(there))}) and no "
            "version of Fripier's. Give Fripier a database of its own in DATABASE_URL, or restore "
            "a backup."
        )
    return bool(there)


def _require_known(found: str, script: ScriptDirectory) -> None:
    known = [revision.revision for revision in script.walk_revisions()]
    if found not in known:
        raise DatabaseIncompatible(
            f"The database has version {found}, and this release of Fripier knows versions up to "
            f"{known[0]}: a newer release has worked on it. Start that release or a newer one, or "
            "restore the backup made before the upgrade."
        )

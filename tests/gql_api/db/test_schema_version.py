"""What a start does to a database's tables without loading alembic."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from alembic.script import ScriptDirectory

from gql_api.db.migrations import carry_forward, configuration
from gql_api.db.schema_version import bring_up_to_date, newest
from gql_api.db.tables import VERSION_TABLE

OPEN = """
import sys, sqlalchemy as sa
from gql_api.db.schema_version import bring_up_to_date
bring_up_to_date(sa.create_engine(sys.argv[1]))
print("alembic" in sys.modules)
"""


def test_the_newest_version_is_the_one_that_alembic_leads_to() -> None:
    assert newest() == ScriptDirectory.from_config(configuration()).get_current_head()


def test_alembic_is_loaded_only_for_a_database_of_an_older_release(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/fripier.db"

    def loaded() -> str:
        return subprocess.check_output([sys.executable, "-c", OPEN, url], text=True).strip()

    assert [loaded(), loaded()] == ["False", "False"]
    with closing(sqlite3.connect(tmp_path / "fripier.db")) as database:
        database.executescript(
            f"DROP TABLE option_lists; UPDATE {VERSION_TABLE} SET version_num='0009'"
        )
    assert [loaded(), loaded()] == ["True", "False"]


def test_a_database_made_at_once_is_what_the_migrations_lead_to(tmp_path: Path) -> None:
    at_once, carried = (sa.create_engine(f"sqlite:///{tmp_path}/{name}.db") for name in "ab")
    bring_up_to_date(at_once)
    carry_forward(carried)
    assert _made(at_once) == _made(carried)
    assert ("table", VERSION_TABLE) in _made(at_once)


def _made(engine: sa.Engine) -> dict[tuple[str, str], str]:
    """Every table and index with its statement, but for blanks and quotes around a name."""
    told = "SELECT type, name, sql FROM sqlite_master"
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(told).all()
    engine.dispose()
    return {(kind, name): re.sub(r"[\s\"]+", " ", sql or "") for kind, name, sql in rows}

"""What a start does to a database's tables without loading alembic."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.script import ScriptDirectory

from gql_api.db.migrations import carry_forward, configuration
from gql_api.db.schema_version import bring_up_to_date, newest
from gql_api.db.tables import VERSION_TABLE, metadata

OLDER = Path(__file__).with_name("older") / "before_versions.sql"
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
    (tmp_path / "fripier.db").unlink()
    with closing(sqlite3.connect(tmp_path / "fripier.db")) as database:
        database.executescript(OLDER.read_text("utf-8"))
    assert [loaded(), loaded()] == ["True", "False"]


def test_a_database_made_at_once_is_what_the_migrations_lead_to(tmp_path: Path) -> None:
    at_once, carried = (sa.create_engine(f"sqlite:///{tmp_path}/{name}.db") for name in "ab")
    bring_up_to_date(at_once)
    carry_forward(carried)
    assert _made(at_once) == _made(carried)
    assert {VERSION_TABLE, *metadata.tables} == set(_made(at_once))


def _made(engine: sa.Engine) -> dict[str, tuple[object, ...]]:
    """Every table with its columns, keys and indexes, in whatever order they were added."""
    told = sa.inspect(engine)
    found = {name: _parts(told, name) for name in told.get_table_names()}
    engine.dispose()
    return found


def _parts(told: sa.Inspector, name: str) -> tuple[object, ...]:
    columns = [{**each, "type": str(each["type"])} for each in told.get_columns(name)]
    parts = (
        columns,
        [{**each, "dialect_options": _conditions(each)} for each in told.get_indexes(name)],
        told.get_foreign_keys(name),
        told.get_unique_constraints(name),
        told.get_check_constraints(name),
        [told.get_pk_constraint(name)],
    )
    return tuple(sorted(map(str, each)) for each in parts)


def _conditions(index: Any) -> dict[str, str]:
    return {name: str(condition) for name, condition in index.get("dialect_options", {}).items()}

"""Whether a database has this release's tables, told without loading alembic.

Its libraries cost memory and time that only a start with something to carry forward should spend.
What is then done, and what is refused, is left to `migrations`.
"""

from importlib import import_module
from pathlib import Path

import sqlalchemy as sa

from gql_api.db.tables import VERSION_TABLE


def newest() -> str:
    """The version that this release brings a database to; each has a file, numbered in order."""
    folder = Path(__file__).parent / "migrations" / "versions"
    return max(path.name.partition("_")[0] for path in folder.glob("[0-9]*_*.py"))


def bring_up_to_date(engine: sa.Engine) -> None:
    """Make or change what is not as this release has it; raises `DatabaseIncompatible`."""
    if _version(engine) == newest():
        return
    import_module("gql_api.db.migrations").carry_forward(engine)


def _version(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table(VERSION_TABLE):
            return None
        told = sa.select(sa.column("version_num", sa.String)).select_from(sa.table(VERSION_TABLE))
        found = connection.execute(told).scalars().all()
    return str(found[0]) if len(found) == 1 else None

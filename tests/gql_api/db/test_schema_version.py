"""The look at a database's version that spares a start the loading of alembic."""

import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory

from gql_api.db.migrations import configuration
from gql_api.db.schema_version import newest

OPEN = """
import sys, sqlalchemy as sa
from gql_api.db.schema_version import bring_up_to_date
bring_up_to_date(sa.create_engine(sys.argv[1]))
print("alembic" in sys.modules)
"""


def test_the_newest_version_is_the_one_that_alembic_leads_to() -> None:
    assert newest() == ScriptDirectory.from_config(configuration()).get_current_head()


def test_alembic_is_loaded_only_when_there_is_something_to_do(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/fripier.db"

    def loaded() -> str:
        return subprocess.check_output([sys.executable, "-c", OPEN, url], text=True).strip()

    assert [loaded(), loaded()] == ["True", "False"]

"""A SQLite file belongs to one process at a time."""

from pathlib import Path

import pytest

from gql_api.db.database import Database
from gql_api.storage_errors import DataFolderInUse


def _database(folder: Path) -> Database:
    return Database(f"sqlite:///{folder}/fripier.db")


def test_a_second_process_is_kept_out_of_the_data_folder(tmp_path: Path) -> None:
    with _database(tmp_path).held(), pytest.raises(DataFolderInUse, match="Stop it first"):
        _database(tmp_path).held().__enter__()
    with _database(tmp_path).held():
        pass

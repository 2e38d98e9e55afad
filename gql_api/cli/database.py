"""What commands need that read a service's database, running or not."""

from pathlib import Path

from gql_api.bootstrap.container import Core
from gql_api.errors import NotFound


def require_database(core: Core) -> None:
    """`NotFound` where a command finds no database: opening it would make one."""
    path = core.database.url.database
    if core.database.is_sqlite and not (path and Path(path).is_file()):
        raise NotFound(f"There is no database {path}: set DATA_DIR to the folder of the service.")

"""At the start: what others of the machine could read of the data is closed to them, and told.

Owns which files are ours. New ones are private from the first byte on: that is `durable_files`',
`db.database`'s and `media.object_store`'s matter. The data folder itself may be the operator's and
is left as it is; a secret's file that counts and is open has refused the start before.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import structlog

from gql_api.bootstrap.container import Core
from gql_api.bootstrap.secret_file import FILE_NAME
from gql_api.durable_files import lock_of

_log = structlog.get_logger(__name__)

_OTHERS: Final = 0o077
_TREES: Final = ("photos", "pictures", "cache")
_NAMED: Final = 5


def close_to_others(core: Core) -> None:
    """Take the rights of group and others off every file and folder that is ours."""
    if os.name != "posix":
        return
    mended, left = list[str](), list[str]()
    for path in _ours(core):
        try:
            if _is_open(path):
                path.chmod(stat.S_IMODE(path.stat().st_mode) & ~_OTHERS)
                mended.append(str(path))
        except FileNotFoundError:
            continue  # a journal goes when its last reader does
        except PermissionError:
            left.append(str(path))
    if mended:
        _log.warning(
            "files_closed_to_others",
            count=len(mended),
            files=mended[:_NAMED],
            advice="others of this machine could read them until now",
        )
    if left:
        _log.error(
            "files_open_to_others",
            count=len(left),
            files=left[:_NAMED],
            advice="they belong to another user: give them to this one, or run chmod go= on them",
        )


def _ours(core: Core) -> Iterator[Path]:
    settings = core.settings
    for name in _TREES:
        tree = settings.data_dir / name
        yield tree
        yield from tree.rglob("*")
    files = [settings.session_store_path, settings.data_dir / FILE_NAME]
    if core.database.is_sqlite and core.database.url.database:
        database = Path(core.database.url.database)
        files += [database, lock_of(database)]
    for file in files:  # with journals, locks, what a crash left and copies beside it
        yield from file.parent.glob(f"{file.name}*")
        yield from file.parent.glob(f".{file.name}*")


def _is_open(path: Path) -> bool:
    """Whether others may do anything with it; a link has no rights of its own."""
    mode = path.lstat().st_mode
    return bool(mode & _OTHERS) and (stat.S_ISREG(mode) or stat.S_ISDIR(mode))

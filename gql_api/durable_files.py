"""Files that survive `kill -9` and power loss: written aside, synced, renamed, folder synced.

Owns how bytes reach the disk and how two processes take turns on one file. What the bytes mean
is left to `vault`, `local_store` and `settings`. Linux is the promise; on Windows folders cannot be
synced and locks are not taken.
"""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
TEMPORARY_SUFFIX: Final = ".tmp"


def write_durably(path: Path, data: bytes) -> None:
    """Replace `path` by `data` as a whole: after this returns the bytes are on the disk.

    A reader, and a crash at any moment, see the old file or the new one and nothing between.
    """
    make_folder(path.parent)
    handle, name = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY_SUFFIX
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            temporary.chmod(PRIVATE_FILE)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_durably(path: Path) -> bool:
    """Delete `path` for good; false when it was not there."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    sync_folder(path.parent)
    return True


def make_folder(path: Path) -> None:
    """Make `path` and what is missing above it, each entry synced into its parent."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(path.parent)


def make_private(path: Path) -> None:
    """Make an empty file for its owner alone, unless it is there.

    What opens it by itself, as SQLite does, would let others read it, and its journals with it.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))


def sync_file(path: Path) -> None:
    """Make a file durable that another library has written."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Make the folder's entries durable: a rename alone is not, until this."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock that goes with `path`, against other threads and other processes.

    It is taken on a file beside it, because `path` itself is replaced by every write. The kernel
    frees it when the holder dies.
    """
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.lock")
    handle = os.open(beside, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def hold(path: Path) -> int | None:
    """Hold the lock of a file until the handle is closed; None when another process holds it."""
    make_folder(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
    return handle


def written(folder: Path, since: float, before: float) -> list[Path]:
    """The files below `folder` last written in that time, in seconds since the epoch."""
    found = []
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            if since <= path.lstat().st_mtime < before and path.is_file():
                found.append(path)
    return found


def lock_of(database: Path) -> Path:
    """The file whose lock admits one process to a SQLite database."""
    return database.with_suffix(".lock")


def _lock(handle: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(handle, fcntl.LOCK_EX)


def remove_leftovers(
    folder: Path, older_than: float = 3600, *, now: Callable[[], float] = time.time
) -> int:
    """Delete what writes cut short by a crash left below `folder`; says how many."""
    before, gone = now() - older_than, 0
    for path in folder.rglob(f".*{TEMPORARY_SUFFIX}"):
        # A write under way, or another process at the same, may have moved it meanwhile.
        with suppress(FileNotFoundError):
            if path.lstat().st_mtime < before:
                path.unlink()
                gone += 1
    return gone


@dataclass(frozen=True, slots=True)
class Room:
    """The disk of a folder, in bytes."""

    free: int
    total: int


async def room_of(folder: Path) -> Room:
    """The disk that a folder is on, or will be once something is kept in it."""

    def look() -> Room:
        there = next(each for each in (folder, *folder.parents) if each.exists())
        disk = shutil.disk_usage(there)
        return Room(disk.free, disk.total)

    # In a thread: a share whose server is away may hold the caller.
    return await asyncio.to_thread(look)

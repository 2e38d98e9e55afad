"""Disks in trouble, for a real process: small ones that fill up, read-only ones, size limits.

Mounting needs root, and a container may refuse it even so; then the test is skipped by name.
"""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BALLAST = "ballast"


@contextmanager
def small_disk(folder: Path, megabytes: int, *options: str) -> Iterator[Path]:
    """A file system of its own at a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    how = ",".join([f"size={megabytes}m", "mode=700", *options])
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> None:
    """Take every byte that is left."""
    with (folder / BALLAST).open("ab", buffering=0) as ballast:
        for size in (65_536, 1):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError:
                continue


def make_room(folder: Path) -> None:
    """Give it back."""
    (folder / BALLAST).unlink()


def limit_files(pid: int, size: int) -> None:
    """Let a process write no file beyond a size; it can be raised again."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def without_file(size: int) -> None:
    """For a process about to start: no file beyond a size, ever."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def has_file_limits() -> bool:
    """Whether this machine knows them."""
    return os.name == "posix" and hasattr(resource, "prlimit")

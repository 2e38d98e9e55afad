"""Photos on the agent's machine: read inside the folders that the person named, and nowhere else.

Whether a file is a photo is the service's to say.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from gql_api.mcp.client import Refusal
from gql_api.media.photo_limits import MAX_UPLOAD_BYTES

SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".avif"})
MOST: Final = 200


class PhotoFolders:
    """The folders that may be read."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folder.resolve(strict=True) for folder in folders)

    def names(self) -> list[str]:
        """Paths of what looks like a photo, newest first; links are not followed."""
        found = [
            (changed, str(path))
            for path in self._every()
            if (changed := _changed(path)) is not None
        ]
        return [path for _, path in sorted(found, reverse=True)[:MOST]]

    def open(self, name: str) -> BinaryIO:
        """A file inside one of the folders, links followed first; `Refusal`."""
        for folder in self._folders:
            if path := _inside(folder, name):
                return _opened(path, name)
        raise Refusal(
            "invalid_input",
            f"There is no file {name!r} in the folders that `fripier mcp` may read: "
            f"{', '.join(map(str, self._folders))}. Call list_photo_files.",
            field="files",
        )

    def _every(self) -> Iterator[Path]:
        for folder in self._folders:
            for place, folders, files in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                for name in files:
                    path = Path(place, name)
                    if path.suffix.lower() in SUFFIXES and not path.is_symlink():
                        yield path


def _changed(path: Path) -> float | None:
    """When a file was written; None where it has gone since, or cannot be looked at."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _inside(folder: Path, name: str) -> Path | None:
    """Where a name leads, when that is a file inside the folder."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # too long, a NUL, a link that leads to itself
        return None


def _opened(path: Path, name: str) -> BinaryIO:
    """What stands there now, were it another file than a moment ago, or a link."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        raise Refusal(
            "invalid_input", f"{name!r} cannot be read: {error.strerror}.", field="files"
        ) from error
    file = os.fdopen(descriptor, "rb")
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_UPLOAD_BYTES:
        file.close()
        raise Refusal(
            "photo_too_large",
            f"{name!r} is no file of at most {MAX_UPLOAD_BYTES:,} bytes.",
            field="files",
        )
    return file

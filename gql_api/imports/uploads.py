"""What came with an import: single files, or a zip, of which one is the table and others photos.

Owns which paths are taken and which are refused by name, and the bounds in files and bytes, which
count what is really unpacked. Nothing is written to the disk: a photo is read when it is taken in.
"""

import asyncio
import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from browser.messages import Message
from gql_api.imports.table import ImportTooLarge, ImportUnreadable

MAX_FILES: Final = 2000
MAX_UNPACKED: Final = 500_000_000
TABLES: Final = (".csv", ".tsv", ".txt", ".xlsx")
_NAMES: Final = frozenset(
    {"listings", "manifest", "annonces", "anzeigen", "artikel", "articles", "template"}
)
"""What the table may be called, where several files could be it."""
_IGNORED: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_PIECE: Final = 256 * 1024
_ENTRY: Final = 1000
"""Bytes of a file in a zip's directory: its longest path, and what programs add."""
_DIGITS: Final = 18
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, RuntimeError, OverflowError),
)
"""What zipfile raises of a file that is damaged, as tried with 6,000 damaged ones."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an import: its path there, how many bytes it says to have, and how it is opened."""

    path: str
    size: int
    open: Callable[[], BinaryIO]

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.path).suffix.lower()


@dataclass(slots=True)
class Files:
    """The files of one import. At most `room` bytes are read of all of them together."""

    files: Sequence[File]
    room: int = MAX_UNPACKED
    _by_path: dict[str, File] = field(default_factory=dict)
    _by_name: dict[str, list[File]] = field(default_factory=dict)
    _by_folder: dict[str, list[File]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.files:
            path = _folded(each.path)
            if path in self._by_path:
                raise _twice(self._by_path[path].path, each.path)
            self._by_path[path] = each
        for path, each in self._by_path.items():
            self._by_name.setdefault(PurePosixPath(path).name, []).append(each)
            if each.suffix not in TABLES:
                self._by_folder.setdefault(str(PurePosixPath(path).parent), []).append(each)
        for inside in self._by_folder.values():
            inside.sort(key=lambda each: _natural(each.path))

    def table(self) -> File:
        """The one that says the listings; `ImportUnreadable`."""
        found = [each for each in self.files if each.suffix in TABLES]
        if len(found) > 1:
            named = [each for each in found if PurePosixPath(each.path).stem.lower() in _NAMES]
            found = named or found
        if len(found) == 1:
            return found[0]
        if not found:
            raise ImportUnreadable(
                "There is no table among the files: send a CSV or Excel file (.csv, .xlsx), alone, "
                "with its photos, or in a zip with them."
            )
        raise ImportUnreadable(
            Message(
                "Several files could be the table: {names}. Leave one of them, or call it "
                "listings.",
                names=", ".join(each.path[:60] for each in found[:4]),
            )
        )

    def photos(self, name: str, table: File) -> tuple[File, ...]:
        """The photos that a cell means: a file, or those of a folder in their order."""
        path = name.replace("\\", "/").removeprefix("./").rstrip("/")
        beside = PurePosixPath(table.path).parent
        for candidate in (_folded(str(beside / path)), _folded(path)):
            if found := self._by_path.get(candidate):
                return (found,)
            if inside := self._by_folder.get(candidate):
                return tuple(inside)
        last = self._by_name.get(PurePosixPath(_folded(path)).name, [])
        return (last[0],) if len(last) == 1 else ()

    async def content(self, file: File, most: int) -> bytes:
        """A whole file of at most so many bytes; `ImportTooLarge`."""
        content = bytearray()
        async for piece in self.pieces(file):
            content += piece
            if len(content) > most:
                raise ImportTooLarge(
                    Message(
                        "{name} may have {limit:,} bytes: make several of it.",
                        name=file.path[-60:],
                        limit=most,
                    )
                )
        return bytes(content)

    async def pieces(self, file: File) -> AsyncIterator[bytes]:
        """The bytes of a file as they are unpacked, within what all may have together."""
        with damage_told(file.path):
            opened = await asyncio.to_thread(file.open)
            try:
                while piece := await asyncio.to_thread(opened.read, _PIECE):
                    self.room -= len(piece)
                    if self.room < 0:
                        raise _too_large()
                    yield piece
            finally:
                opened.close()


class _Again(io.RawIOBase):
    """A file that was sent, with a place of its own in it; whoever took it in closes it."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._file.seek(self._at)
        piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def sent_file(path: str, file: BinaryIO, size: int) -> File:
    """A file of a request."""
    return File(path, size, lambda: cast(BinaryIO, _Again(file, size)))


@contextmanager
def damage_told(path: str) -> Iterator[None]:
    """A file that cannot be unpacked, told by its name."""
    try:
        yield
    except _DAMAGED:
        raise ImportUnreadable(
            Message(
                "{name} cannot be unpacked: it is damaged, or not as long as the zip says. Make "
                "the zip anew.",
                name=path[-80:],
            )
        ) from None


class _Bounded:
    """A zip of which no piece is read that is larger than a directory of `MAX_FILES`.

    zipfile reads the whole directory and makes an entry of each line before anybody can count.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek = file.seek
        self.tell = file.tell
        self.close = file.close

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        most = MAX_FILES * _ENTRY
        read = self._file.read(most + 1 if size < 0 else size) if size <= most else None
        if read is None or len(read) > most:
            raise _too_many()
        return read


def opened_zip(archive: BinaryIO) -> zipfile.ZipFile:
    """A zip whose directory is within bounds; `ImportTooLarge`, or what zipfile raises."""
    return zipfile.ZipFile(cast(BinaryIO, _Bounded(archive)))


def unpacked(archive: BinaryIO) -> list[File]:
    """The files of a zip, none of which is read yet; `ImportUnreadable`, `ImportTooLarge`."""
    try:
        book = opened_zip(archive)
    except _DAMAGED:
        raise ImportUnreadable("The zip cannot be opened: make it anew.") from None
    entries = [each for each in book.infolist() if not each.is_dir()]
    if len(entries) > MAX_FILES:
        raise _too_many()
    for each in entries:
        require_inside(each.orig_filename)
        if stat.S_ISLNK(each.external_attr >> 16):
            raise ImportUnreadable(
                Message(
                    "{name} is a link to another file, which is not followed: put the file itself "
                    "into the zip.",
                    name=_shown(each.orig_filename),
                )
            )
        if each.flag_bits & 1:
            raise ImportUnreadable("The zip has a password: make it without one.")
    if sum(each.file_size for each in entries) > MAX_UNPACKED:
        raise _too_large()
    wanted = [each for each in entries if not _is_ignored(each.filename)]
    return [File(each.filename, each.file_size, _opener(book, each)) for each in wanted]


def _opener(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        return book.open(entry)  # type: ignore[return-value]

    return opened


def require_inside(path: str) -> None:
    """Refuse a path that could lead out of the import, by its name; `ImportUnreadable`."""
    parts = path.split("/")
    leads_out = path.startswith("/") or ".." in parts
    if leads_out or "\\" in path or "\0" in path or _DRIVE.match(path):
        raise ImportUnreadable(
            Message(
                "The path {name} leads out of the import, or is one of Windows: only paths inside "
                "it are taken, with / between folders.",
                name=_shown(path),
            )
        )


def photo_problem(name: str) -> Message | None:
    """Why a cell cannot name a photo, whatever came with the import."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://|data:|www\.", name):
        return Message(
            "{name} is an address, and addresses are not fetched: send the photo itself",
            name=_shown(name),
        )
    path = name.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or _DRIVE.match(path):
        return Message(
            "{name} leads out of the import: name a photo that came with it, as in photos/1.jpg",
            name=_shown(name),
        )
    return None


def _too_many() -> ImportTooLarge:
    return ImportTooLarge(Message("The zip holds more than {limit:,} files.", limit=MAX_FILES))


def _twice(first: str, second: str) -> ImportUnreadable:
    return ImportUnreadable(
        Message(
            "{first} and {second} are the same name for a cell: rename one of them.",
            first=_shown(first),
            second=_shown(second),
        )
    )


def _too_large() -> ImportTooLarge:
    return ImportTooLarge(
        Message(
            "The zip unpacks to more than {limit:,} bytes: make several of it.", limit=MAX_UNPACKED
        )
    )


def _is_ignored(path: str) -> bool:
    parts = [part.lower() for part in path.split("/")]
    return any(part in _IGNORED or part.startswith(".") for part in parts)


def _shown(path: str) -> str:
    return repr(path[:80])


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _natural(path: str) -> list[tuple[int, str]]:
    """Numbers in names by their value: 2.jpg comes before 10.jpg."""
    return [(_number(part), part) for part in re.split(r"(\d+)", path.lower())]


def _number(part: str) -> int:
    """What digits say; not of longer ones than any camera counts, nor of those that are none."""
    return int(part) if part.isdecimal() and len(part) <= _DIGITS else 0

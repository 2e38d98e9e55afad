"""From what was sent to the rows that it says, each with its photos found among the files.

Whether a listing is right is asked of the service, by the rules of prepare; taking photos in is
the service's too.
"""

import asyncio
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from typing import Final, TypeAlias

from browser.messages import Message
from gql_api.imports import csv_table
from gql_api.imports.table import ImportTooLarge, ImportUnreadable, Line, Row, Table, listings
from gql_api.imports.uploads import File, Files, photo_problem, require_inside, unpacked

MAX_SENT: Final = 20
"""Files of one request that are not in a zip: a table and the photos beside it."""
MAX_PHOTOS: Final = 100
"""Photos of a row that are looked for; how many a listing may have is said by prepare."""
_READING: Final = ThreadPoolExecutor(1, thread_name_prefix="table")
"""Tables are read one after another: each may take hundreds of megabytes and a core meanwhile."""
_ZIP: Final = b"PK\x03\x04"
_TAKEN: Final = re.compile(r"[0-9a-f]{32}")

Photo: TypeAlias = File | str
"""A file that came with the import, or the temp_id of a photo that was uploaded before."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row with the photos that it names."""

    row: Row
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An import as it was read. `files` is where the photos are read from."""

    name: str
    rows: tuple[Found, ...]
    unread: tuple[str, ...]
    files: Files


async def read_import(sent: Sequence[File]) -> Read:
    """Everything that the files say; `ImportUnreadable`, `ImportTooLarge`."""
    files = await asyncio.to_thread(Files, await _files(sent))
    table = files.table()
    data = await files.content(table, csv_table.MAX_BYTES)
    loop = asyncio.get_running_loop()
    found, rows = await loop.run_in_executor(_READING, _rows, data, files, table)
    name = sent[0].path if len(sent) == 1 else table.path
    return Read(name[-200:], rows, found.unread, files)


def _rows(data: bytes, files: Files, table: File) -> tuple[Table, tuple[Found, ...]]:
    found = listings(_lines(data))
    return found, tuple(_with_photos(row, files, table) for row in found.rows)


async def _files(sent: Sequence[File]) -> list[File]:
    """The files that were sent, or those of the one zip among them."""
    if len(sent) > MAX_SENT:
        raise ImportTooLarge(
            Message(
                "{count} files came, and at most {most} are sent one by one: send them in a zip.",
                count=len(sent),
                most=MAX_SENT,
            )
        )
    zips = [each for each in sent if each.suffix == ".zip" or await _is_zip(each)]
    if not zips:
        for each in sent:
            require_inside(each.path)
        return list(sent)
    if len(sent) > 1:
        raise ImportUnreadable("Send one zip alone: table and photos are both in it.")
    return await asyncio.to_thread(unpacked, sent[0].open())


async def _is_zip(file: File) -> bool:
    """A zip by its bytes, whatever it is called; a workbook is one as well, and is none here."""
    if file.suffix == ".xlsx":
        return False
    opened = await asyncio.to_thread(file.open)
    return await asyncio.to_thread(opened.read, len(_ZIP)) == _ZIP


def _lines(data: bytes) -> list[Line]:
    if not data.startswith(_ZIP):
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise ImportUnreadable(
                "This is an older or a locked workbook (.xls): save it as .xlsx, without a "
                "password, or as CSV."
            )
        return csv_table.lines(data)
    found: list[Line] = import_module("gql_api.imports.workbook").lines(data)
    return found


def _with_photos(row: Row, files: Files, table: File) -> Found:
    photos: list[Photo] = []
    problems = list(row.problems)
    for at, name in enumerate(row.photos):
        if max(at, len(photos)) >= MAX_PHOTOS:
            many = Message("photos: at most {most} photos", most=MAX_PHOTOS)
            problems.append({"field": "photos", "detail": many})
            break
        wrong = photo_problem(name)
        found = () if wrong else files.photos(name, table)
        if found:
            photos += found
        elif wrong is None and _TAKEN.fullmatch(name):
            photos.append(name)
        else:
            missing = Message(
                "{name} did not come with the import: put it into the zip, or correct the name",
                name=repr(name[:80]),
            )
            problems.append({"field": "photos", "detail": wrong or missing})
    return Found(Row(row.line, row.members, row.photos, tuple(problems), row.notes), tuple(photos))

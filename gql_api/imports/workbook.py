"""Workbooks of Excel (.xlsx): the first sheet that holds listings, cell by cell.

Nothing is computed: of a formula what Excel has stored is taken, and told. Only the parts of the
file that hold cells are opened, within bounds that count what is really unpacked. Loaded when a
workbook comes, since openpyxl is heavy.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from browser.messages import Message
from gql_api.imports import columns
from gql_api.imports.table import (
    EMPTY,
    HEADER_WITHIN,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    ImportTooLarge,
    ImportUnreadable,
    Line,
)

MAX_UNPACKED: Final = 16_000_000
"""Bytes of all parts that hold cells: a thousand listings have a tenth of it."""
MAX_PARTS: Final = 200
MAX_MERGED: Final = 20_000
"""Cells under all merges of a sheet."""
_READ: Final = (
    "[content_types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedstrings.xml",
    "xl/styles.xml",
)
_LAST: Final = MAX_ROWS + HEADER_WITHIN + 1
_PIECE: Final = 256 * 1024


def lines(data: bytes) -> list[Line]:
    """The lines of the sheet with listings; `ImportUnreadable`, `ImportTooLarge`."""
    try:
        parts = _parts(data)
        book = load_workbook(io.BytesIO(parts), keep_links=False)
        stored = load_workbook(io.BytesIO(parts), keep_links=False, data_only=True)
    except (ImportUnreadable, ImportTooLarge):
        raise
    except DefusedXmlException:
        raise ImportUnreadable(
            "The workbook declares entities, as no spreadsheet does: save it anew."
        ) from None
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError):
        raise _broken() from None
    except Exception as error:  # what openpyxl meets in a damaged file has no common type
        raise _broken() from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    chosen = next((sheet for sheet in sheets if _has_header(sheet)), None) or (sheets or [None])[0]
    if chosen is None:
        raise ImportUnreadable("The workbook has no sheet that can be seen.")
    return list(_lines(chosen, stored[chosen.title]))


def _broken() -> ImportUnreadable:
    return ImportUnreadable(
        "The workbook cannot be opened: save it anew as .xlsx, without a password, or as CSV."
    )


def _parts(data: bytes) -> bytes:
    """The file with nothing but its cells: no pictures, links, macros, and within bounds."""
    kept, total = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(kept, "w") as out:
        if len(book.infolist()) > MAX_PARTS:
            raise _too_large()
        for part in book.infolist():
            name = part.filename.lower()
            is_sheet = name.startswith("xl/worksheets/") and name.count("/") == 2
            if name not in _READ and not is_sheet:
                continue
            content = _unpacked(book, part, MAX_UNPACKED - total)
            total += len(content)
            if is_sheet:
                _require_small_merges(content)
            out.writestr(part.filename, content)
    return kept.getvalue()


def _unpacked(book: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> bytes:
    """What is really in a part, however little its header says."""
    content = bytearray()
    with book.open(part) as file:
        while piece := file.read(_PIECE):
            content += piece
            if len(content) > room:
                raise _too_large()
    return bytes(content)


def _too_large() -> ImportTooLarge:
    return ImportTooLarge(
        Message(
            "The workbook unpacks to more than {limit:,} bytes: keep the listings alone in it, or "
            "save it as CSV.",
            limit=MAX_UNPACKED,
        )
    )


def _require_small_merges(content: bytes) -> None:
    """A merge over everything would be made a cell for each of its places."""
    area = 0
    for _, element in defusedxml.ElementTree.iterparse(io.BytesIO(content)):
        if element.tag.rpartition("}")[2] == "mergeCell":
            left, top, right, bottom = range_boundaries(element.get("ref", ""))
            area += (int(right) - int(left) + 1) * (int(bottom) - int(top) + 1)
        element.clear()
        if area > MAX_MERGED:
            raise ImportTooLarge(
                Message(
                    "More than {limit:,} cells of a sheet are merged: undo the merges.",
                    limit=MAX_MERGED,
                )
            )


def _has_header(sheet: Any) -> bool:
    rows = sheet.iter_rows(max_row=HEADER_WITHIN, max_col=MAX_COLUMNS, values_only=True)
    return any(
        {"title", "price"} <= {columns.member_of(str(value)) for value in row if value}
        for row in rows
    )


def _lines(sheet: Any, stored: Any) -> Iterator[Line]:
    beyond = min(sheet.max_row, _LAST + 2000)
    rows = sheet.iter_rows(min_row=_LAST + 1, max_row=beyond, max_col=MAX_COLUMNS)
    if sheet.max_row > _LAST and any(cell.value is not None for row in rows for cell in row):
        raise ImportTooLarge(
            Message("The sheet has more than {most} lines: make several of it.", most=MAX_ROWS)
        )
    above = _merged_columns(sheet)
    last = min(sheet.max_row, _LAST)
    for number in range(1, last + 1):
        cells = []
        for column in range(1, min(sheet.max_column, MAX_COLUMNS) + 1):
            first = above.get((number, column))
            found = _cell(sheet, stored, first or number, column)
            cells.append(_repeated(found, first) if first else found)
        yield Line(number, tuple(cells))


def _merged_columns(sheet: Any) -> dict[tuple[int, int], int]:
    """Where a cell stands below the first of a merge, the line of that one.

    What is merged over columns alone is its first column's.
    """
    return {
        (row, merged.min_col): merged.min_row
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row + 1, min(merged.max_row, _LAST) + 1)
    }


def _repeated(cell: Cell, first: int) -> Cell:
    note = Message("read from the merged cell that begins in line {line}", line=first)
    return Cell(cell.text, cell.wrong, note if cell.text else None, below=True)


def _cell(sheet: Any, stored: Any, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    if cell.value is None:
        return EMPTY
    if cell.data_type != "f":
        return _value(cell.value, cell.data_type)
    known = stored.cell(row, column)
    said = cell.value if isinstance(cell.value, str) else "{…}"
    if known.value is None:
        return Cell(
            wrong=Message(
                "is the formula {formula}, and formulas are not computed: write its value",
                formula=said[:40],
            )
        )
    found = _value(known.value, known.data_type)
    note = Message(
        "is the formula {formula}: what the spreadsheet stored last was taken, {value}",
        formula=said[:40],
        value=found.text[:40],
    )
    return Cell(found.text, found.wrong, None if found.wrong else note)


def _value(value: Any, kind: str) -> Cell:
    if kind == "e":
        return Cell(
            wrong=Message("holds the error {error} of the spreadsheet", error=str(value)[:20])
        )
    if isinstance(value, datetime | date | time | timedelta):
        return Cell(
            wrong=Message("is a date for the spreadsheet: format the cell as text, and type again")
        )
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, float):
        return Cell(str(int(value)) if value.is_integer() else repr(value))
    return Cell(str(value))

"""Workbooks of Excel (.xlsx): the first sheet that holds listings, cell by cell.

Nothing is computed: of a formula what Excel has stored is taken, and told. Which parts of the file
are opened, and within which bounds, is `sheet_parts`' matter. Loaded when a workbook comes, since
openpyxl is heavy.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from defusedxml.common import DefusedXmlException
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.exceptions import InvalidFileException

from browser.messages import Message
from gql_api.imports import columns
from gql_api.imports.sheet_parts import LAST, parts_of
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

MAX_SAID: Final = 16_000_000
"""Characters of the cells that are read, those of merged cells for each of their lines."""


def lines(data: bytes) -> list[Line]:
    """The lines of the sheet with listings; `ImportUnreadable`, `ImportTooLarge`."""
    try:
        parts = parts_of(data)
        book = stored = _loaded(parts.data, stored=False)
        if parts.formulas:
            stored = _loaded(parts.data, stored=True)
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


def _loaded(data: bytes, *, stored: bool) -> Any:
    """The workbook: its formulas, or what was `stored` with them."""
    reader = _Reader(io.BytesIO(data), keep_links=False, data_only=stored)
    reader.read()
    return reader.wb


class _Reader(ExcelReader):  # type: ignore[misc]
    """Reads each sheet once: the bounds count its cells once, however often it is named."""

    def read_worksheets(self) -> None:
        targets = [link.target for _, link in self.parser.find_sheets()]
        if len(targets) != len(set(targets)):
            raise _broken()
        super().read_worksheets()


def _broken() -> ImportUnreadable:
    return ImportUnreadable(
        "The workbook cannot be opened: save it anew as .xlsx, without a password, or as CSV."
    )


def _has_header(sheet: Any) -> bool:
    rows = sheet.iter_rows(max_row=HEADER_WITHIN, max_col=MAX_COLUMNS, values_only=True)
    return any(
        {"title", "price"} <= {columns.member_of(str(value)) for value in row if value}
        for row in rows
    )


def _lines(sheet: Any, stored: Any) -> Iterator[Line]:
    if sheet.cell(LAST + 1, 1).value is not None:
        raise ImportTooLarge(
            Message("The sheet has more than {most} lines: make several of it.", most=MAX_ROWS)
        )
    above, said = _merged_columns(sheet), 0
    last = min(sheet.max_row, LAST)
    for number in range(1, last + 1):
        cells = []
        for column in range(1, min(sheet.max_column, MAX_COLUMNS + 1) + 1):
            first = above.get((number, column))
            found = _cell(sheet, stored, first or number, column)
            cells.append(_repeated(found, first) if first else found)
            said += len(found.text)
        if said > MAX_SAID:
            # A text is kept once in a file, however many cells say it.
            raise ImportTooLarge(
                Message(
                    "The cells of the sheet say more than {limit:,} characters: make several "
                    "files of it.",
                    limit=MAX_SAID,
                )
            )
        yield Line(number, tuple(cells))


def _merged_columns(sheet: Any) -> dict[tuple[int, int], int]:
    """Where a cell stands below the first of a merge, the line of that one.

    What is merged over columns alone is its first column's.
    """
    return {
        (row, merged.min_col): merged.min_row
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row + 1, min(merged.max_row, LAST) + 1)
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

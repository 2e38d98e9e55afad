"""The parts of a workbook (.xlsx) that hold cells, within bounds that count what is really there.

Owns what is left away before anything is built of it: links, tables, pictures, cells that say
nothing, and what stands beyond the lines and columns that an import may have. What cells say is
`workbook`'s matter. Loaded with it.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import defusedxml.ElementTree
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple

from browser.messages import Message
from gql_api.imports.table import HEADER_WITHIN, MAX_COLUMNS, MAX_ROWS, ImportTooLarge
from gql_api.imports.uploads import opened_zip

MAX_UNPACKED: Final = 16_000_000
"""Bytes of all parts that hold cells: a thousand listings have a tenth of it."""
MAX_PARTS: Final = 200
MAX_CELLS: Final = 120_000
"""Cells that say something, of all sheets: each takes about a thousand bytes once it is read."""
MAX_ELEMENTS: Final = 1_000_000
"""Elements of all sheets, cells that say nothing among them."""
MAX_DEPTH: Final = 32
"""Elements within one another: a cell's text in pieces is the seventh."""
MAX_RUNS: Final = 1_000
"""Pieces of one cell's text that differ in their look."""
MAX_STYLES: Final = 100_000
MAX_TEXTS: Final = 300_000
MAX_NAMED: Final = 20_000
"""Elements of the parts that only name others."""
MAX_MERGED: Final = 20_000
"""Cells under all merges of all sheets."""
MAX_FILLED: Final = 1_000_000
"""Characters of formulas that stand for many cells, once for each: every one is written out."""
LAST: Final = MAX_ROWS + HEADER_WITHIN + 1
"""The last line that is read. One cell in the line below it stands for all that is beyond."""
_TEXTS: Final = "xl/sharedstrings.xml"
_STYLES: Final = "xl/styles.xml"
_READ: Final = (
    "[content_types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    _TEXTS,
    _STYLES,
)
_KEPT: Final[Mapping[str, frozenset[str]]] = {
    "worksheet": frozenset({"sheetData", "mergeCells"}),
    "sheetData": frozenset({"row"}),
    "row": frozenset({"c"}),
    "c": frozenset({"v", "is", "f"}),
    "is": frozenset({"t", "r"}),
    "r": frozenset({"t"}),
    "mergeCells": frozenset({"mergeCell"}),
}
"""What is left of a sheet: elsewhere openpyxl would read what it finds there, too."""
_SAYING: Final = _KEPT["c"]
_LONG: Final = re.compile(rb"<[^<]{400000}")
"""A tag with its text. A cell has at most 32,767 characters (Excel specifications and limits)."""
_PIECE: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Parts:
    """The file with nothing but its cells, and whether one of them is a formula."""

    data: bytes
    formulas: bool


def parts_of(data: bytes) -> Parts:
    """What is read of a workbook; `ImportTooLarge`, or what a damaged one makes zipfile raise."""
    kept, total, sheets = io.BytesIO(), 0, _Sheets()
    with opened_zip(io.BytesIO(data)) as book, zipfile.ZipFile(kept, "w") as out:
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
                content = sheets.read(content)
            else:
                most = {_TEXTS: MAX_TEXTS, _STYLES: MAX_STYLES}.get(name, MAX_NAMED)
                _require_few(content, most)
            out.writestr(part.filename, content)
    return Parts(kept.getvalue(), sheets.formulas)


def _unpacked(book: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> bytes:
    """What is really in a part, however little its header says."""
    content = bytearray()
    with book.open(part) as file:
        while piece := file.read(_PIECE):
            content += piece
            if len(content) > room:
                raise _too_large()
    return bytes(content)


def _require_few(content: bytes, most: int) -> None:
    for element, above in _elements(content, most):
        if above:
            above[-1].remove(element)


def _elements(content: bytes, most: int) -> Iterator[tuple[Any, list[Any]]]:
    """Each element once it is whole, and those that it stands in, the nearest last.

    It may be taken away from its parent, so that few are there at once. They count as they begin:
    what never ends is refused as well.
    """
    if b"\0" in content[:8]:  # UTF-16, in which a tag could pass as several
        raise ValueError("UTF-16")
    if _LONG.search(content):
        raise _too_large()
    above: list[Any] = []
    begun = 0
    for event, element in defusedxml.ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
        if event == "start":
            begun += 1
            above.append(element)
            if begun > most or len(above) > MAX_DEPTH:
                raise _too_large()
            continue
        above.pop()
        yield element, above


def _name(element: Any) -> str:
    return str(element.tag.rpartition("}")[2])


@dataclass(slots=True)
class _Sheets:
    """The sheets of one workbook, which have their bounds together."""

    formulas: bool = False
    cells: int = 0
    elements: int = 0
    merged: int = 0
    filled: int = 0

    def read(self, content: bytes) -> bytes:
        """A sheet with nothing but the cells that say something, each by its place."""
        sheet, root = _Sheet(), None
        for element, above in _elements(content, MAX_ELEMENTS - self.elements):
            self.elements += 1
            root = element
            if above:
                self._element(sheet, element, above)
        if root is None or _name(root) != "worksheet":
            raise ValueError("no worksheet")
        return bytes(defusedxml.ElementTree.tostring(root))

    def _element(self, sheet: "_Sheet", element: Any, above: list[Any]) -> None:
        """Keep an element that has just become whole, or take it away."""
        name, within = _name(element), above[-1]
        if name not in _KEPT.get(_name(within), ()):
            within.remove(element)
        elif name == "c":
            self._cell(sheet, element, within)
        elif name == "row":
            sheet.end_row(element, above)
        elif name == "mergeCell":
            self._merge(element)
        elif name not in _KEPT["worksheet"]:
            if name != "f":
                element.attrib.clear()
            if len(within) > MAX_RUNS:
                raise _too_large()

    def _cell(self, sheet: "_Sheet", cell: Any, row: Any) -> None:
        says = {_name(child) for child in cell}
        if not sheet.place(cell, row, says=bool(says)):
            row.remove(cell)
            return
        for formula in cell:
            if _name(formula) == "f":
                self.formulas = True
                self._fill(sheet, formula)
        self.cells += 1
        if self.cells > MAX_CELLS or len(cell) > len(_SAYING):
            raise _too_large()

    def _fill(self, sheet: "_Sheet", formula: Any) -> None:
        """One formula may stand for many cells, for each of which it is written out."""
        if formula.get("t") == "shared":
            of = formula.get("si")
            if formula.text:
                sheet.shared.setdefault(of, len(formula.text))
            self.filled += sheet.shared.get(of, 0)
            if self.filled > MAX_FILLED:
                raise _too_large()

    def _merge(self, element: Any) -> None:
        """A merge over everything would be made a cell for each of its places."""
        left, top, right, bottom = range_boundaries(element.get("ref", ""))
        self.merged += max(1, int(right) - int(left) + 1) * max(1, int(bottom) - int(top) + 1)
        if self.merged > MAX_MERGED:
            raise ImportTooLarge(
                Message(
                    "More than {limit:,} cells of a workbook are merged: undo the merges, or save "
                    "the sheet with the listings alone.",
                    limit=MAX_MERGED,
                )
            )


@dataclass(slots=True)
class _Sheet:
    """Where the reading of a sheet stands: cells and lines that name no place follow the last."""

    row: int = 0
    row_element: Any = None
    column: int = 0
    beyond: bool = False
    wide: set[int] = field(default_factory=set)
    shared: dict[str | None, int] = field(default_factory=dict)

    def place(self, cell: Any, row: Any, *, says: bool) -> bool:
        """Write a cell's place into it; whether it is kept."""
        self._begin(row)
        named = cell.get("r")
        at, self.column = coordinate_to_tuple(named) if named else (self.row, self.column + 1)
        column = min(self.column, MAX_COLUMNS + 1)
        if not says or (column > MAX_COLUMNS and at in self.wide):
            return False
        if column > MAX_COLUMNS:
            self.wide.add(at)
        if at > LAST:
            if self.beyond:
                return False
            at, column, self.beyond = LAST + 1, 1, True
        cell.set("r", f"{get_column_letter(column)}{at}")
        return True

    def _begin(self, row: Any) -> None:
        if row is not self.row_element:
            named = row.get("r")
            self.row_element, self.column = row, 0
            self.row = int(named) if named else self.row + 1

    def end_row(self, row: Any, above: list[Any]) -> None:
        """Write a line's place into it, or leave it away when nothing is in it."""
        self._begin(row)
        if len(row):
            row.attrib.clear()
            row.set("r", str(min(self.row, LAST + 1)))
        else:
            above[-1].remove(row)


def _too_large() -> ImportTooLarge:
    return ImportTooLarge(
        Message(
            "The workbook is larger than {limit:,} bytes or {cells:,} cells: keep the listings "
            "alone in it, or save it as CSV.",
            limit=MAX_UNPACKED,
            cells=MAX_CELLS,
        )
    )

"""A table as it was read, and the rows of listings that it says.

Owns where the header is, which cell is which member, what becomes of merged cells and of formulas,
and every refusal that names a line. How bytes become cells is `csv_table`'s and `workbook`'s.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from browser.messages import Message
from gql_api.errors import InvalidInput
from gql_api.imports import columns

MAX_ROWS: Final = 1000
MAX_COLUMNS: Final = 60
HEADER_WITHIN: Final = 10
"""The header stands among the first lines: a title of the sheet may stand above it."""
_BETWEEN: Final = re.compile(r"[;,|\n]")
Problem = Mapping[str, str]


class ImportUnreadable(InvalidInput):
    """The file is no table of listings, or holds what cannot be taken; nothing was kept of it."""

    code = "import_unreadable"
    title = "The import cannot be read"

    def __init__(self, detail: str, **more: Any) -> None:
        super().__init__(detail, field="files", **more)


class ImportTooLarge(InvalidInput):
    """More rows, files or bytes than one import may have; nothing was kept of it."""

    code = "import_too_large"
    status = 413
    title = "The import is too large"

    def __init__(self, detail: str, **more: Any) -> None:
        super().__init__(detail, field="files", **more)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says. `wrong` is why it cannot be read, `note` how it was understood.

    One that is `below` a merged cell's first line repeats what that one says.
    """

    text: str = ""
    wrong: Message | None = None
    note: Message | None = None
    below: bool = False


EMPTY: Final = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, by its number as a person sees it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        return not any(cell.text.strip() or cell.wrong for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Row:
    """One listing as a table says it: members as prepare takes them, photos by their names."""

    line: int
    members: Mapping[str, Any]
    photos: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, and the headers of columns that say nothing of a listing."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...] = ()


def listings(lines: Sequence[Line]) -> Table:
    """What the lines of a table say; `ImportUnreadable`, `ImportTooLarge`."""
    filled = [line for line in lines if not line.is_empty]
    place = next((at for at, line in enumerate(filled[:HEADER_WITHIN]) if _is_header(line)), None)
    if place is None:
        raise _no_header(filled)
    head = filled[place]
    if any(cell.text.strip() for cell in head.cells[MAX_COLUMNS:]):
        raise ImportTooLarge(
            Message(
                "The header has more than {most} columns: leave out those that say nothing of a "
                "listing.",
                most=MAX_COLUMNS,
            )
        )
    members = [columns.member_of(cell.text) for cell in head.cells]
    _require_once(head, members)
    body = filled[place + 1 :]
    if not body:
        raise ImportUnreadable("The table has a header and no line below it.")
    if len(body) > MAX_ROWS:
        raise ImportTooLarge(
            Message(
                "The table has more than {most} lines below its header: make several files of it.",
                most=MAX_ROWS,
            )
        )
    unread = [
        cell.text.strip()[:60]
        for cell, member in zip(head.cells, members, strict=True)
        if member is None and cell.text.strip()
    ]
    return Table(tuple(_rows(body, members)), tuple(unread))


def _is_header(line: Line) -> bool:
    found = {columns.member_of(cell.text) for cell in line.cells}
    return {"title", "price"} <= found or len(found & set(columns.REQUIRED)) >= 2


def _no_header(filled: Sequence[Line]) -> ImportUnreadable:
    if not filled:
        return ImportUnreadable("The table is empty.")
    came = ", ".join(cell.text.strip()[:30] for cell in filled[0].cells[:8] if cell.text.strip())
    return ImportUnreadable(
        Message(
            "No header was found: the first line has to name the columns, among them Title, Price "
            "and Description (or Titre, Prix; Titel, Preis, Beschreibung). It says: {came}",
            came=came,
        )
    )


def _require_once(head: Line, members: Sequence[str | None]) -> None:
    seen: dict[str, str] = {}
    for cell, member in zip(head.cells, members, strict=True):
        if member is None or member == columns.PHOTOS:
            continue
        if member in seen:
            raise ImportUnreadable(
                Message(
                    "Two columns mean the same, {first} and {second}: leave one of them.",
                    first=seen[member][:60],
                    second=cell.text.strip()[:60],
                )
            )
        seen[member] = cell.text.strip()
    for name in columns.REQUIRED:
        if name not in seen:
            raise ImportUnreadable(
                Message(
                    "The column {column} is missing: add it to the header.",
                    column=next(each.en for each in columns.COLUMNS if each.member == name),
                )
            )


@dataclass(slots=True)
class _Article:
    """A row while its cells are gathered, from one line or from several that are merged."""

    line: int
    members: dict[str, Any] = field(default_factory=dict)
    photos: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def read(self, line: Line, members: Sequence[str | None]) -> None:
        """The cells of its own line."""
        for cell, member in zip(line.cells, members, strict=False):
            if member is not None:
                self._take(member, cell)
        extra = [cell for cell in line.cells[len(members) :] if cell.text.strip()]
        if extra:
            self._wrong(
                "row",
                Message(
                    "has {count} cells more than the header: put a text that holds the separator "
                    "in quotes",
                    count=len(extra),
                ),
            )

    def go_on(self, line: Line, members: Sequence[str | None]) -> None:
        """A line below, over which the title is merged: more photos of the same article."""
        for cell, member in zip(line.cells, members, strict=False):
            if member == columns.PHOTOS and not cell.below:
                self._take(member, cell)
            elif member and cell.text.strip() and not cell.below:
                self._wrong(
                    member,
                    Message(
                        "line {line} belongs to the same merged title and says something of its "
                        "own: keep it in the title's own line, or undo the merge",
                        line=line.number,
                    ),
                )

    def _take(self, member: str, cell: Cell) -> None:
        if cell.note:
            self.notes.append({"field": member, "detail": cell.note})
        if cell.wrong:
            self._wrong(member, cell.wrong)
            return
        text = cell.text.strip()
        if not text:
            return
        if member == columns.PHOTOS:
            self.photos += [name.strip() for name in _BETWEEN.split(text) if name.strip()]
        elif member.startswith(columns.ANSWER):
            name = member.removeprefix(columns.ANSWER)
            self.members.setdefault("answers", {})[name] = text
        elif member in columns.FLAGS:
            self._flag(member, text)
        else:
            self.members[member] = cell.text

    def _flag(self, member: str, text: str) -> None:
        found = columns.flag(text)
        if found is None:
            self._wrong(member, Message("write yes or no"))
        else:
            self.members[member] = found

    def _wrong(self, member: str, detail: Message) -> None:
        self.problems.append({"field": member, "detail": detail})

    def row(self) -> Row:
        return Row(
            self.line, self.members, tuple(self.photos), tuple(self.problems), tuple(self.notes)
        )


def _rows(body: Sequence[Line], members: Sequence[str | None]) -> Iterator[Row]:
    title = members.index("title")
    article: _Article | None = None
    for line in body:
        cell = line.cells[title] if title < len(line.cells) else EMPTY
        if article is not None and cell.below:
            article.go_on(line, members)
            continue
        if article is not None:
            yield article.row()
        article = _Article(line.number)
        article.read(line, members)
    if article is not None:
        yield article.row()

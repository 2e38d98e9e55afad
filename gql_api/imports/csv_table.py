"""CSV as programs and people write it: its encoding and its separator are found out.

Owns the encodings (UTF-8 with or without its mark, UTF-16, Windows-1252) and the separators
(comma, semicolon, tab). What the cells mean is `table`'s matter.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

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

MAX_BYTES: Final = 10_000_000
_ENOUGH: Final = MAX_ROWS + HEADER_WITHIN + 1
_SEPARATORS: Final = (";", ",", "\t")
_NAMED: Final = frozenset({*_SEPARATORS, "|"})
"""What a first line may name: whatever else it says, the separator is found out as ever."""
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_QUOTED: Final = re.compile(r'="([^"]*)"')


def lines(data: bytes) -> list[Line]:
    """The lines of a file; `ImportUnreadable`, `ImportTooLarge`."""
    if len(data) > MAX_BYTES:
        raise ImportTooLarge(
            Message("The table may have {limit:,} bytes: make several of it.", limit=MAX_BYTES)
        )
    text = decoded(data)
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r'"?sep=(.)"?\r?', first)
    # What Excel writes for itself; the number of each line counts it.
    body, before = (rest, 1) if named else (text, 0)
    separator = named[1] if named and named[1] in _NAMED else _separator(body)
    try:
        found = _filled(_lines(body, separator, before))
    except csv.Error:  # whose words are English in every language
        raise ImportUnreadable(
            "The table cannot be read to its end: a quotation mark may be open, or stand single "
            "within a text. Write it twice there, or send the workbook itself (.xlsx)."
        ) from None
    return found


def _filled(lines: Iterator[Line]) -> list[Line]:
    """The lines that say something; no more than show that there are too many."""
    return list(islice((line for line in lines if not line.is_empty), _ENOUGH))


def decoded(data: bytes) -> str:
    """The text of a file, by its mark, else by what it can only be."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    encoding = encoding or _without_mark(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _no_text() from None
    if "\0" in text:
        raise _no_text()
    return text


def _without_mark(data: bytes) -> str:
    start = data[:4000]
    if len(start) % 2 == 0 and start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if len(start) % 2 == 0 and start[0::2].count(0) > len(start) // 4:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _no_text() -> ImportUnreadable:
    return ImportUnreadable(
        "The table is no text that can be read: save it as CSV in UTF-8, or send the workbook "
        "itself (.xlsx)."
    )


def _separator(text: str) -> str:
    """The separator by which a header reads best."""

    def known(separator: str) -> tuple[int, int]:
        try:
            some = list(islice(_lines(text[:20_000], separator, 0, strict=False), HEADER_WITHIN))
        except csv.Error:
            return (0, 0)
        found = [sum(columns.member_of(c.text) is not None for c in line.cells) for line in some]
        return (max(found, default=0), max((len(line.cells) for line in some), default=0))

    return max(_SEPARATORS, key=known)


def _lines(text: str, separator: str, before: int, *, strict: bool = True) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    number = 0
    for cells in reader:
        # A cell may hold line breaks: its line is the one that it begins in.
        yield Line(number + 1 + before, _cells(cells))
        number = reader.line_num


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    """As many as a table may have; of what is beyond, one that says something."""
    beyond = next((text for text in texts[MAX_COLUMNS:] if text.strip()), None)
    some = texts[:MAX_COLUMNS] if beyond is None else [*texts[:MAX_COLUMNS], beyond]
    return tuple(_cell(text) for text in some)


def _cell(text: str) -> Cell:
    if not text:
        return EMPTY
    if not text.startswith("="):
        return Cell(text)
    if quoted := _QUOTED.fullmatch(text):
        return Cell(quoted[1])  # how spreadsheets keep the zeros of a number
    return Cell(
        wrong=Message(
            "is the formula {formula}, and formulas are not computed: write its value",
            formula=text[:40],
        )
    )

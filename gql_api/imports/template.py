"""The template of an import: a table with the header and one line, in a language.

Which columns there are is said by `columns`.
"""

import csv
import io
from functools import cache
from importlib import import_module
from typing import Any, Final

from gql_api.imports import columns

_EXAMPLE: Final = {
    "en": ("Diesel hoodie", "35", "Good condition, hardly worn.", "Men > Sweats", "Diesel", "L",
           "good", "black", "cotton", "", "no", "", "hoodie-1.jpg; hoodie-2.jpg"),
    "fr": ("Hoodie Diesel", "35", "Bon état, peu porté.", "Homme > Sweats", "Diesel", "L", "bon",
           "noir", "coton", "", "non", "", "hoodie-1.jpg; hoodie-2.jpg"),
    "de": ("Diesel Hoodie", "35", "Gut erhalten, kaum getragen.", "Herren > Sweats", "Diesel", "L",
           "gut", "schwarz", "Baumwolle", "", "nein", "", "hoodie-1.jpg; hoodie-2.jpg"),
}  # fmt: skip
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME: Final = "listings"


def rows(language: str) -> tuple[list[str], list[str]]:
    """The header and the one line."""
    chosen = language if language in _EXAMPLE else "en"
    header = [columns.header(column, chosen) for column in columns.COLUMNS]
    return header, list(_EXAMPLE[chosen])


@cache
def as_csv(language: str) -> bytes:
    """With the mark by which spreadsheets know UTF-8, and semicolons, which they split by where a
    comma is the decimal sign."""
    text = io.StringIO()
    separator = "," if language not in {"fr", "de"} else ";"
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows(language))
    return text.getvalue().encode("utf-8-sig")


@cache
def as_workbook(language: str) -> bytes:
    """Every cell as text, so that a size stays what was typed."""
    openpyxl: Any = import_module("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = NAME
    for row in rows(language):
        sheet.append(row)
    sheet.freeze_panes = "A2"
    for at, column in enumerate(columns.COLUMNS, 1):
        letter = openpyxl.utils.get_column_letter(at)
        sheet.column_dimensions[letter].width = 40 if column.member == "description" else 18
        for line in range(2, 202):
            sheet.cell(line, at).number_format = "@" if column.member != "price" else "General"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()

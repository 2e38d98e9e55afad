"""Files of imports, made as the programs make them that people use."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from gql_api.imports.uploads import File


def sent(path: str, data: bytes) -> File:
    return File(path, len(data), lambda: io.BytesIO(data))


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for path, data in files.items():
            book.writestr(path, data)
    return made.getvalue()


def workbook(rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for each in merged:
        sheet.merge_cells(each)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()

"""Small workbooks that would grow large: refused at the first excess, or read without growing."""

import asyncio
import io
import threading
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from openpyxl import Workbook

from gql_api.imports import reader, sheet_parts
from gql_api.imports import workbook as workbooks
from gql_api.imports.reader import Read, read_import
from gql_api.imports.table import ImportTooLarge, ImportUnreadable
from tests.gql_api.imports.files import sent, workbook

HEAD = ["Titre", "Prix", "Description"]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


async def read(data: bytes) -> Read:
    return await read_import([sent("a.xlsx", data)])


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with another text in a part, which is added where there is none."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as book,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        names = book.namelist()
        for name in [*names, *({part} - set(names))]:
            content = book.read(name).decode() if name in names else old
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            made.writestr(name, content)
    return out.getvalue()


@contextmanager
def little_room(most: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


async def test_the_merges_of_all_sheets_have_one_bound() -> None:
    book = Workbook()
    for number in range(6):
        sheet = book.create_sheet(f"s{number}")
        sheet.append(HEAD)
        sheet.merge_cells("A2:A6")
    made = io.BytesIO()
    book.save(made)
    data = made.getvalue()
    for number in range(2, 8):
        data = changed(data, f"xl/worksheets/sheet{number}.xml", "A2:A6", "A2:A5001")
    with pytest.raises(ImportTooLarge, match=r"20,000 cells of a workbook are merged.*undo"):
        await read(data)


async def test_no_merge_makes_up_for_another() -> None:
    data = workbook([HEAD, ["A", 1, "a"]], ["D2:D3"])
    over = '<mergeCell ref="C1:A9000"/><mergeCell ref="D2:E10001"/>'
    data = changed(data, SHEET, '<mergeCell ref="D2:D3" />', over)
    with pytest.raises(ImportTooLarge, match="merged"):
        await read(data)


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/styles.xml", "xl/workbook.xml"])
async def test_elements_that_never_end_are_refused_as_they_begin(part: str) -> None:
    data = workbook([HEAD, ["A", 1, "a"]])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        old = book.read(part).decode() if part in book.namelist() else ""
    data = changed(data, part, old, "<w>" + "<a>" * 300_000)
    with little_room(20_000_000), pytest.raises(ImportTooLarge):
        await read(data)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml"])
async def test_parts_that_only_name_others_have_their_bound(part: str) -> None:
    end = "</workbook>" if part == "xl/workbook.xml" else "</Types>"
    data = changed(workbook([HEAD, ["A", 1, "a"]]), part, end, "<a/>" * 30_000 + end)
    with pytest.raises(ImportTooLarge):
        await read(data)


@pytest.mark.parametrize("one", ['<a b=""/>', '<v b=""/>', "<is><t/></is>"])
async def test_a_cell_of_many_elements_takes_little_room(one: str) -> None:
    data = workbook([HEAD, ["A", 1, "a"]])
    data = changed(data, SHEET, "</sheetData>", f"<row><c>{one * 200_000}</c></row></sheetData>")
    with little_room(20_000_000):
        if one.startswith("<a"):
            assert len((await read(data)).rows) == 1
            return
        with pytest.raises(ImportTooLarge):
            await read(data)


async def test_a_text_in_pieces_is_read_as_one() -> None:
    pieces = "<is><r><rPr><b/></rPr><t>Robe </t></r><r><t>d'été</t></r></is>"
    data = workbook([HEAD, ["A", 1, "a"]])
    old = '<c r="A2" t="inlineStr"><is><t>A</t></is></c>'
    data = changed(data, SHEET, old, f'<c r="A2" t="inlineStr">{pieces}</c>')
    (only,) = (await read(data)).rows
    assert only.row.members["title"] == "Robe d'été"


async def test_what_is_left_away_is_so_wherever_it_stands() -> None:
    """A link over a whole column would be made a cell for each of its places."""
    link = '<hyperlinks><hyperlink ref="A1:Z5000" display="x"/></hyperlinks>'
    for where in ("<sheetData>", "</row>"):
        data = changed(workbook([HEAD, ["A", 1, "a"]]), SHEET, where, {
            "<sheetData>": where + link, "</row>": link + where,
        }[where])  # fmt: skip
        with little_room(20_000_000):
            assert len((await read(data)).rows) == 1


async def test_a_sheet_that_is_named_twice_is_not_read_twice() -> None:
    data = workbook([HEAD, ["A", 1, "a"]])
    twice = '<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    twice += 'name="again" sheetId="2" r:id="rId1"/></sheets>'
    data = changed(data, "xl/workbook.xml", "</sheets>", twice)
    with pytest.raises(ImportUnreadable, match="cannot be opened"):
        await read(data)


async def test_a_formula_that_stands_for_many_cells_has_its_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    formula = '<f t="shared" si="0" ref="B2:B9">A1*0.9</f><v>5</v>'
    data = workbook([HEAD, *[[name, 1, "a"] for name in "ABC"]])
    data = changed(data, SHEET, '<c r="B2" t="n"><v>1</v>', f'<c r="B2">{formula}')
    for row in (3, 4):
        old, new = f'<c r="B{row}" t="n"><v>1</v>', f'<c r="B{row}"><f t="shared" si="0"/><v>5</v>'
        data = changed(data, SHEET, old, new)
    found = await read(data)
    assert [str(each.row.notes[0]["detail"]).partition(":")[0] for each in found.rows] == [
        f"is the formula =A{row}*0.9" for row in (1, 2, 3)
    ]
    monkeypatch.setattr(sheet_parts, "MAX_FILLED", 17)
    with pytest.raises(ImportTooLarge):
        await read(data)


async def test_one_text_said_by_many_cells_counts_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [HEAD, *[["A", 1, " a long text"]] * 9]
    assert len((await read(workbook(rows))).rows) == 9
    monkeypatch.setattr(workbooks, "MAX_SAID", 100)
    with pytest.raises(ImportTooLarge, match="more than 100 characters"):
        await read(workbook(rows))


async def test_no_tag_and_no_text_is_longer_than_a_cell_can_be() -> None:
    many = " ".join(f'a{number}=""' for number in range(60_000))
    data = changed(workbook([HEAD, ["A", 1, "a"]]), SHEET, "<sheetData>", f"<sheetData><a {many}/>")
    with little_room(20_000_000), pytest.raises(ImportTooLarge):
        await read(data)


async def test_tables_are_read_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    lines = reader._lines

    def seen(data: bytes) -> Any:
        names.append(threading.current_thread().name)
        return lines(data)

    monkeypatch.setattr(reader, "_lines", seen)
    data = b"Title,Price,Description\nA,1,x\n"
    await asyncio.gather(*(read_import([sent("a.csv", data)]) for _ in range(5)))
    assert names == ["table_0"] * 5

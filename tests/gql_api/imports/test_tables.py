"""What a table says: encodings, separators, headers in three languages, workbooks, and refusals."""

import io
import re
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from gql_api.imports import sheet_parts, template
from gql_api.imports.columns import COLUMNS, LANGUAGES
from gql_api.imports.reader import Read, read_import
from gql_api.imports.table import MAX_ROWS, ImportTooLarge, ImportUnreadable
from tests.gql_api.imports.files import sent, workbook, zipped

HEAD = ["Titre", "Prix", "Description"]


async def read(data: bytes, name: str = "annonces.csv") -> Read:
    return await read_import([sent(name, data)])


def problems(found: Read) -> list[tuple[int, str, str]]:
    return [
        (each.row.line, wrong["field"], str(wrong["detail"]))
        for each in found.rows
        for wrong in each.row.problems
    ]


TEXT = (
    'Titre;Prix;Description;Catégorie;État\nRobe d\'été;"35,50";"Portée ; deux fois";Femmes;bon\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
async def test_every_usual_encoding_and_separator_reads_the_same(
    encoding: str, separator: str
) -> None:
    text = TEXT.replace(";", separator) if separator != "," else TEXT.replace("; ", "- ")
    text = text.replace(";", ",") if separator == "," else text
    (only,) = (await read(text.encode(encoding))).rows
    assert only.row.line == 2
    assert only.row.members["title"] == "Robe d'été"
    assert only.row.members["price"] == "35,50"
    assert only.row.members["category_hint"] == "Femmes"
    assert only.row.members["condition"] == "bon"


async def test_windows_has_its_own_signs_where_latin_1_has_none() -> None:
    text = "Titre;Prix;Description\nL’été;35 €;Œuvre – neuve\n"
    (only,) = (await read(text.encode("cp1252"))).rows
    assert only.row.members["price"] == "35 €"
    assert only.row.members["title"] == "L’été"


async def test_lines_are_those_that_a_person_sees_in_the_file() -> None:
    text = 'sep=;\nTitle;Price;Description\n"A";1;"two\nlines"\n\n"B";2;x;too much\n'
    found = await read(text.encode())
    assert [each.row.line for each in found.rows] == [3, 6]
    assert [(line, field) for line, field, _ in problems(found)] == [(6, "row")]


@pytest.mark.parametrize(
    ("named", "separator"), [("|", "|"), ('"', ";"), ("\r", ","), (" ", ","), ("x", "\t")]
)
async def test_a_first_line_names_a_separator_or_is_passed_over(named: str, separator: str) -> None:
    line = separator.join(("{}", "{}", "{}")) + "\n"
    text = f"sep={named}\n" + line.format(*HEAD) + line.format("Axe", "1", "b c")
    (only,) = (await read(text.encode())).rows
    assert only.row.line == 3
    assert (only.row.members["title"], only.row.members["description"]) == ("Axe", "b c")


async def test_a_formula_of_a_csv_is_told_and_quoted_zeros_are_text() -> None:
    text = 'Title,Price,Description,answers.isbn\nA,=1+1,x,"=""0123"""\n'
    found = await read(text.encode())
    assert found.rows[0].row.members["answers"] == {"isbn": "0123"}
    assert problems(found) == [
        (2, "price", "is the formula =1+1, and formulas are not computed: write its value")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_the_template_reads_back(language: str, form: str) -> None:
    made = template.as_csv(language) if form == "csv" else template.as_workbook(language)
    assert made is (template.as_csv if form == "csv" else template.as_workbook)(language), "once"
    found = await read(made, f"template.{form}")
    assert found.unread == ()
    (only,) = found.rows
    filled = {column.member for column in COLUMNS} - {"parcel_size", "brand_is_custom", "photos"}
    assert only.row.members.keys() == filled
    assert only.row.members["unisex"] is False
    assert only.row.photos == ("hoodie-1.jpg", "hoodie-2.jpg")


async def test_cells_of_a_workbook_say_what_a_person_sees() -> None:
    rows = [["Mes annonces"], [*HEAD, "Taille", "Couleur", "Photo 1", "Photo 2"]]
    rows += [["501", 35.5, "a", 38, "noir", "1.jpg", "2.jpg"]]
    found = await read(workbook(rows, ["A1:G1"]), "a.xlsx")
    (only,) = found.rows
    assert only.row.line == 3
    assert only.row.members["price"] == "35.5"
    assert only.row.members["size"] == "38"
    assert only.row.photos == ("1.jpg", "2.jpg")


async def test_merged_cells_are_read_as_they_are_meant() -> None:
    """A brand over two articles is that of both; a title over two lines is one article."""
    rows = [
        [*HEAD, "Marque", "Photos"],
        ["A", 1, "a", "Diesel", "a.jpg"],
        ["B", 2, "b", None, "b1.jpg"],
        [None, None, None, None, "b2.jpg"],
    ]
    found = await read(workbook(rows, ["D2:D3", "A3:A4"]), "a.xlsx")
    first, second = found.rows
    assert first.row.photos == ("a.jpg",)
    assert second.row.members["brand"] == "Diesel"
    assert second.row.photos == ("b1.jpg", "b2.jpg")
    assert [(n["field"], str(n["detail"])) for n in second.row.notes] == [
        ("brand", "read from the merged cell that begins in line 2")
    ]


async def test_a_line_under_a_merged_title_says_nothing_else() -> None:
    rows = [HEAD, ["A", 1, "a"], [None, 7, None]]
    found = await read(workbook(rows, ["A2:A3"]), "a.xlsx")
    ((line, field, detail),) = problems(found)
    assert (line, field) == (2, "price")
    assert "line 3 belongs to the same merged title" in detail


def with_stored(data: bytes, cell: str, value: str) -> bytes:
    """The workbook with what Excel would have stored for a formula."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as made:
        for name in book.namelist():
            content = book.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                found = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/?>(</v>)?'
                content, count = re.subn(found, rf"\1<v>{value}</v>", content)
                assert count == 1
            made.writestr(name, content)
    return out.getvalue()


async def test_a_formula_is_never_computed_and_always_told() -> None:
    data = workbook([HEAD, ["A", "=40*0.9", "a"], ["B", "=40*0.5", "b"]])
    found = await read(with_stored(data, "B2", "36"), "a.xlsx")
    first, second = found.rows
    assert first.row.members["price"] == "36"
    assert [str(note["detail"]) for note in first.row.notes] == [
        "is the formula =40*0.9: what the spreadsheet stored last was taken, 36"
    ]
    assert "price" not in second.row.members
    assert problems(found) == [
        (3, "price", "is the formula =40*0.5, and formulas are not computed: write its value")
    ]


async def test_a_date_is_told_as_what_the_spreadsheet_has_made_of_a_size() -> None:
    from datetime import date  # noqa: PLC0415 - one use

    found = await read(workbook([[*HEAD, "Taille"], ["A", 1, "a", date(2026, 12, 10)]]), "a.xlsx")
    ((_, field, detail),) = problems(found)
    assert field == "size" and "is a date" in detail


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.csv", "The table is empty"),
        (b"foo,bar\n1,2\n", "a.csv", "No header was found"),
        (b"Title,Price\nA,1\n", "a.csv", "The column Description is missing"),
        (b"Title,Titre,Price,Description\nA,B,1,x\n", "a.csv", "Two columns mean the same"),
        (b"Title,Price,Description\n", "a.csv", "no line below"),
        (b'Title,Price,Description\n"A,1,x\n', "a.csv", "to its end: a quotation mark may be open"),
        (b"\x00\x01\x02\x81\xff" * 50, "a.csv", "no text that can be read"),
        (b"\xd0\xcf\x11\xe0old", "a.xlsx", "older or a locked workbook"),
        (b"PK\x03\x04nothing", "a.xlsx", "cannot be opened"),
    ],
)
async def test_what_is_no_table_is_told_as_what_it_is(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ImportUnreadable, match=re.escape(said)):
        await read(data, name)


async def test_a_table_has_its_bound_of_lines() -> None:
    text = "Title,Price,Description\n" + "A,1,x\n" * (MAX_ROWS + 1)
    with pytest.raises(ImportTooLarge, match="more than 1000 lines"):
        await read(text.encode())
    rows = [["Title", "Price", "Description"], *[["A", 1, "x"]] * (MAX_ROWS + 20)]
    with pytest.raises(ImportTooLarge):
        await read(workbook(rows), "a.xlsx")


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as book,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in book.namelist():
            content = book.read(name).decode()
            if name == part:
                assert old in content
                content = content.replace(old, new)
            made.writestr(name, content)
    return out.getvalue()


STRINGS = "xl/sharedStrings.xml"
SHEET = "xl/worksheets/sheet1.xml"


async def test_a_workbook_cannot_grow_beyond_its_bounds() -> None:
    data = workbook([HEAD, ["A", 1, "a"]], ["D2:D3"])
    everything = replaced(data, SHEET, 'ref="D2:D3"', 'ref="A1:XFD1048576"')
    with pytest.raises(ImportTooLarge, match="merged"):
        await read(everything, "a.xlsx")
    blank = replaced(data, SHEET, "</sheetData>", "</sheetData>" + " " * 17_000_000)
    assert len(blank) < 100_000
    with pytest.raises(ImportTooLarge, match="16,000,000 bytes"):
        await read(blank, "a.xlsx")


async def test_a_workbook_with_a_table_a_link_a_comment_and_a_look_is_read() -> None:
    """What people's own workbooks have: of all of it only the cells are read."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([*HEAD, "Photos"], ["A", 1, "a", "a.jpg"], ["B", 2, "b", "b.jpg"]):
        sheet.append(row)
    sheet.add_table(Table(displayName="Annonces", ref="A1:D3"))
    sheet["A2"].hyperlink = "https://example.org/a"
    sheet["B2"].comment = Comment("cheaper?", "me")
    sheet.conditional_formatting.add("B2:B3", CellIsRule("lessThan", ["2"]))
    validation = DataValidation("list", formula1='"bon,neuf"')
    validation.add("C2:C3")
    sheet.add_data_validation(validation)
    made = io.BytesIO()
    book.save(made)
    found = await read(made.getvalue(), "a.xlsx")
    assert [each.row.members["title"] for each in found.rows] == ["A", "B"]
    assert [each.row.photos for each in found.rows] == [("a.jpg",), ("b.jpg",)]


async def test_cells_without_a_place_follow_one_another_and_empty_ones_count_for_nothing() -> None:
    data = workbook([HEAD, ["A", 1, "a"], ["B", 2, "b"]])
    looks = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="Z{n}"/></row>' for n in range(4, 9000))
    data = replaced(data, SHEET, "</sheetData>", looks + "</sheetData>")
    for number in (2, 3):
        for name in "ABC":
            data = replaced(data, SHEET, f'<c r="{name}{number}"', "<c")
    data = replaced(data, SHEET, '<row r="3"', "<row")
    found = await read(data, "a.xlsx")
    assert [(each.row.line, each.row.members["price"]) for each in found.rows] == [
        (2, "1"), (3, "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "old", "one", "times"),
    [
        (SHEET, "</sheetData>", "<row><c/></row>", 60_000),
        (SHEET, "</sheetData>", "<row>" + "<c><v>1</v></c>" * 59 + "</row>", 300),
        (SHEET, "</worksheet>", "<hyperlinks/>", 110_000),
        ("xl/styles.xml", "</styleSheet>", "<xf/>", 20_000),
        (STRINGS, "</sst>", "<si/>", 40_000),
    ],
)
async def test_a_workbook_of_many_small_things_is_refused_before_it_is_built(
    part: str, old: str, one: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bound in ("MAX_CELLS", "MAX_ELEMENTS", "MAX_STYLES", "MAX_TEXTS"):
        monkeypatch.setattr(sheet_parts, bound, getattr(sheet_parts, bound) // 10)
    data = workbook([HEAD, ["A", 1, "a"]])
    large = replaced(data, part, old, one * times + old)
    if part == STRINGS:  # which openpyxl writes only where it is asked to
        made = io.BytesIO(data)
        with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as book:
            book.writestr(part, f"<sst>{one * times}</sst>")
        large = made.getvalue()
    tracemalloc.start()
    try:
        with pytest.raises(ImportTooLarge):
            await read(large, "a.xlsx")
        assert tracemalloc.get_traced_memory()[1] < 15_000_000
    finally:
        tracemalloc.stop()


async def test_a_directory_of_a_workbook_has_its_bound() -> None:
    with pytest.raises(ImportTooLarge):
        await read(zipped({f"x/{number:060}": b"" for number in range(20_000)}), "a.xlsx")


async def test_a_table_has_its_bound_of_columns() -> None:
    head = [*HEAD, *(f"x{number}" for number in range(60))]
    for data, name in (
        ((";".join(head) + "\nA;1;a\n").encode(), "a.csv"),
        (workbook([head, ["A", 1, "a"]]), "a.xlsx"),
    ):
        with pytest.raises(ImportTooLarge, match="more than 60 columns"):
            await read(data, name)
    text = ";".join(HEAD) + "\nA;1;a" + ";" * 100 + "too far\n"
    ((line, field, _),) = problems(await read(text.encode()))
    assert (line, field) == (2, "row"), "what stands far to the right is told as well"


async def test_a_csv_of_nothing_but_separators_takes_little_room() -> None:
    text = "Title;Price;Description\n" + (";" * 99 + "\n") * 90_000 + "A;1;x\n"
    data = text.encode()
    tracemalloc.start()
    try:
        found = await read(data)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert [each.row.line for each in found.rows] == [90_002]


async def test_entities_of_a_workbook_are_not_resolved() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet'
    data = replaced(workbook([HEAD, ["A", 1, "a"]]), SHEET, "<worksheet", laughs)
    with pytest.raises(ImportUnreadable, match="entities"):
        await read(data, "a.xlsx")

"""What a zip or several files may be: paths, links, bounds, and which photo a cell means."""

import io
import struct
import time
import tracemalloc
import zipfile
from contextlib import suppress

import pytest

from gql_api.imports.reader import MAX_PHOTOS, MAX_SENT, Read, read_import
from gql_api.imports.table import ImportTooLarge, ImportUnreadable
from gql_api.imports.uploads import MAX_FILES, File, Files
from tests.gql_api.imports.files import sent, zipped

TABLE = "Title,Price,Description,Photos\nA,1,x,{}\n"


def table(photos: str) -> bytes:
    return TABLE.format(photos).encode()


async def read(files: dict[str, bytes]) -> Read:
    return await read_import([sent("all.zip", zipped(files))])


def paths(found: Read) -> list[str]:
    return [each.path if isinstance(each, File) else each for each in found.rows[0].photos]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("b.jpg; a.jpg", ["in/b.jpg", "in/a.jpg"]),
        ("./A.JPG", ["in/a.jpg"]),
        ("shots", ["in/shots/2.jpg", "in/shots/10.jpg"]),
        ("shots\\\\10.jpg".replace("\\\\", "\\"), ["in/shots/10.jpg"]),
        ("10.jpg", ["in/shots/10.jpg"]),
        ("0123456789abcdef0123456789abcdef", ["0123456789abcdef0123456789abcdef"]),
    ],
)
async def test_a_cell_names_photos_beside_the_table(cell: str, expected: list[str]) -> None:
    found = await read(
        {
            "in/listings.csv": table(cell),
            "in/a.jpg": b"a",
            "in/b.jpg": b"b",
            "in/shots/10.jpg": b"10",
            "in/shots/2.jpg": b"2",
            "__MACOSX/in/._listings.csv": b"x",
            ".DS_Store": b"x",
        }
    )
    assert paths(found) == expected
    assert found.rows[0].row.problems == ()


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("https://example.org/a.jpg", "addresses are not fetched"),
        ("www.example.org/a.jpg", "addresses are not fetched"),
        ("../a.jpg", "leads out of the import"),
        ("/etc/passwd", "leads out of the import"),
        ("C:\\Users\\a.jpg", "leads out of the import"),
        ("none.jpg", "did not come with the import"),
    ],
)
async def test_a_photo_that_is_not_in_the_import_is_told_by_its_name(cell: str, said: str) -> None:
    found = await read({"listings.csv": table(cell), "a.jpg": b"a"})
    (wrong,) = found.rows[0].row.problems
    assert wrong["field"] == "photos"
    assert said in wrong["detail"] and repr(cell) in wrong["detail"]


@pytest.mark.parametrize("path", ["../a.jpg", "x/../../a.jpg", "/a.jpg", "C:/a.jpg", "x\\a.jpg"])
async def test_a_path_that_leads_out_of_a_zip_is_refused_by_name(path: str) -> None:
    with pytest.raises(ImportUnreadable) as refused:
        await read({"listings.csv": table(""), path: b"a"})
    assert repr(path) in refused.value.detail


async def test_a_link_in_a_zip_is_not_followed() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("listings.csv", table("a.jpg"))
        link = zipfile.ZipInfo("a.jpg")
        link.external_attr = 0o120777 << 16
        book.writestr(link, "/etc/passwd")
    with pytest.raises(ImportUnreadable, match=r"'a\.jpg' is a link"):
        await read_import([sent("a.zip", made.getvalue())])


async def test_a_zip_has_bounds_in_files_and_bytes() -> None:
    with pytest.raises(ImportTooLarge, match="2,000 files"):
        await read({"listings.csv": table("")} | {f"{n}.jpg": b"" for n in range(MAX_FILES)})
    big = {f"{n}.jpg": bytes(60_000_000) for n in range(9)}
    with pytest.raises(ImportTooLarge, match="500,000,000 bytes"):
        await read({"listings.csv": table("")} | big)


def lying(data: bytes, size: int) -> bytes:
    """The zip with another unpacked size in the directory's entry of its last file."""
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


async def test_a_zip_whose_headers_lie_is_not_unpacked_beyond_them() -> None:
    bomb = lying(zipped({"listings.csv": table("a.jpg"), "a.jpg": bytes(30_000_000)}), 100)
    found = await read_import([sent("a.zip", bomb)])
    (photo,) = found.rows[0].photos
    assert isinstance(photo, File)
    taken = 0
    with pytest.raises(ImportUnreadable, match="not as long as the zip says"):
        async for piece in found.files.pieces(photo):
            taken += len(piece)
    assert taken <= 100


async def test_what_is_read_of_all_files_has_a_bound_too() -> None:
    data = bytes(1000)
    files = Files([sent("a.jpg", data), sent("b.jpg", data)], room=1500)
    first, second = files.files
    assert b"".join([piece async for piece in files.pieces(first)]) == data
    with pytest.raises(ImportTooLarge):
        [piece async for piece in files.pieces(second)]


async def test_one_file_is_the_table() -> None:
    with pytest.raises(ImportUnreadable, match="no table"):
        await read({"a.jpg": b"a"})
    with pytest.raises(ImportUnreadable, match=r"Several files could be the table: a\.csv, b\.csv"):
        await read({"a.csv": table(""), "b.csv": table("")})
    assert (await read({"listings.csv": table(""), "b.csv": b""})).rows[0].row.line == 2


async def test_a_folder_comes_as_its_files() -> None:
    files = [sent("listings.csv", table("a.jpg")), sent("a.jpg", b"a")]
    assert paths(await read_import(files)) == ["a.jpg"]
    with pytest.raises(ImportTooLarge, match="send them in a zip"):
        await read_import([*files, *[sent(f"{n}.jpg", b"") for n in range(MAX_SENT)]])
    with pytest.raises(ImportUnreadable, match="one zip alone"):
        await read_import([sent("a.zip", zipped({})), *files])


async def test_a_damaged_zip_is_told_whatever_is_damaged_in_it() -> None:
    """Every byte of the directory in turn: some of them once led zipfile to places before it."""
    data = zipped({"listings.csv": table("a.jpg"), "a.jpg": b"abc" * 99})
    for place in range(data.index(b"PK\x01\x02"), len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        with suppress(ImportUnreadable, ImportTooLarge):
            found = await read_import([sent("a.zip", bytes(damaged))])
            for photo in found.rows[0].photos:
                if isinstance(photo, File):
                    assert [piece async for piece in found.files.pieces(photo)]


async def test_a_directory_of_a_zip_is_not_read_beyond_its_bound() -> None:
    """zipfile makes an entry of every line of the directory, before any of them can be counted."""
    made = zipped({f"{number:0100}.jpg": b"" for number in range(20_000)})
    tracemalloc.start()
    try:
        with pytest.raises(ImportTooLarge, match="2,000 files"):
            await read_import([sent("all.zip", made)])
        assert tracemalloc.get_traced_memory()[1] < 15_000_000
    finally:
        tracemalloc.stop()


async def test_two_files_that_a_cell_cannot_tell_apart_are_refused_by_name() -> None:
    with pytest.raises(ImportUnreadable, match=r"'a\.jpg' and 'A\.JPG'"):
        await read({"listings.csv": table("a.jpg"), "a.jpg": b"a", "A.JPG": b"b"})


@pytest.mark.parametrize("odd", ["²1.jpg", "1" * 5000 + ".jpg", "\u0661.jpg"])
async def test_no_name_of_a_photo_is_too_odd_to_be_put_in_order(odd: str) -> None:
    files = Files([sent(f"in/{name}", b"x") for name in (odd, "10.jpg", "2.jpg")])
    found = [each.path for each in files.photos("in", sent("listings.csv", b""))]
    assert set(found) == {f"in/{odd}", "in/10.jpg", "in/2.jpg"}
    assert found.index("in/2.jpg") < found.index("in/10.jpg")


async def test_many_names_over_many_files_are_found_at_once() -> None:
    """Also where none of them is there. By looking at every file each took a tenth of a second."""
    files = Files([sent(f"photos/{n // 5}/{n}.jpg", b"") for n in range(MAX_FILES)])
    of_table, begun = sent("listings.csv", b""), time.process_time()
    for number in range(5_000):
        assert not files.photos(f"no/x{number}.jpg", of_table)
    assert len(files.photos("1999.jpg", of_table)) == 1
    assert time.process_time() - begun < 10


async def test_a_cell_of_very_many_photos_is_told_once() -> None:
    found = await read({"listings.csv": table("; ".join(["x.jpg"] * 5_000)), "a.jpg": b"a"})
    problems = found.rows[0].row.problems
    assert len(problems) == MAX_PHOTOS + 1
    assert str(problems[-1]["detail"]) == "photos: at most 100 photos"

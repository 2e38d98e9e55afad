"""Colours beside Chromium's: the figures are what Chromium 156 shows of the same bytes
(29 November 2026). `tests/corpus` compares with it on real files."""

import io
import struct
import zlib

import pillow_heif
import pytest
from PIL import Image

from gql_api.media import boxes, colour_tags, decoder, icc

GREYS = (16, 64, 96, 128, 148, 160, 192, 224)
REDS = (64, 128)
BLOCK = 32
Colour = tuple[int, int, int]


def patches() -> Image.Image:
    """A block of each grey, then one of each red."""
    colours = [(code, code, code) for code in GREYS] + [(code, 0, 0) for code in REDS]
    image = Image.new("RGB", (BLOCK * len(colours), BLOCK))
    for place, colour in enumerate(colours):
        image.paste(colour, (place * BLOCK, 0, (place + 1) * BLOCK, BLOCK))
    return image


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))


def png(*chunks: bytes, image: Image.Image | None = None) -> bytes:
    file = io.BytesIO()
    (image or patches()).save(file, "PNG")
    return file.getvalue()[:33] + b"".join(chunks) + file.getvalue()[33:]


def raw_png(kind: int, width: int, codes: list[int], *chunks: bytes) -> bytes:
    """Sixteen bits a code, of colour type `kind`, a row high."""
    header = struct.pack(">IIBBBBB", width, 1, 16, kind, 0, 0, 0)
    body = zlib.compress(b"\0" + struct.pack(f">{len(codes)}H", *codes))
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(chunks)
    return start + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def cicp(primaries: int, transfer: int, matrix: int = 0, full: int = 1) -> bytes:
    return chunk(b"cICP", bytes((primaries, transfer, matrix, full)))


def level(brightest: int) -> bytes:
    return chunk(b"cLLI", struct.pack(">II", brightest * 10_000, 0))


def volume(brightest: int) -> bytes:
    return chunk(b"mDCV", struct.pack(">8HII", *[15_635] * 8, brightest * 10_000, 50))


def gamma(value: int) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", value))


def primaries(*points: int) -> bytes:
    return chunk(b"cHRM", struct.pack(">8I", *points))


def boxed(kind: str, primaries: int, transfer: int) -> bytes:
    """A HEIC or AVIF whose numbers say another space than it was written in."""
    file = io.BytesIO()
    if kind == "heic":
        pillow_heif.from_pillow(patches()).save(file, quality=95, chroma=444)
    else:
        patches().save(file, "AVIF", quality=95, subsampling="4:4:4")
    data = bytearray(file.getvalue())
    place = data.index(b"colrnclx") + 8
    data[place : place + 4] = struct.pack(">HH", primaries, transfer)
    return bytes(data)


def shown(data: bytes) -> tuple[list[int], list[Colour]]:
    """The greys and the reds of the cleaned photo."""
    image = Image.open(io.BytesIO(decoder.clean(data, "x", 8_500_000).data))
    found = []
    for place in range(len(GREYS) + len(REDS)):
        colour = image.getpixel((place * BLOCK + BLOCK // 2, BLOCK // 2))
        assert isinstance(colour, tuple)
        found.append((int(colour[0]), int(colour[1]), int(colour[2])))
    return [each[0] for each in found[: len(GREYS)]], found[len(GREYS) :]


PLAIN = list(GREYS)
BRIGHT_PQ = [1, 30, 70, 132, 187, 213, 255, 255]
BRIGHT_HLG = [3, 43, 71, 99, 120, 135, 189, 228]
OF_400 = [1, 39, 88, 163, 229, 249, 255, 255]
ADOBE = (31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000)
CHROMIUM: dict[str, tuple[bytes, list[int], int, int]] = {
    "nothing said": (png(), PLAIN, 64, 128),
    "Display P3": (png(cicp(12, 13)), PLAIN, 71, 141),
    "BT.2020": (png(cicp(9, 13)), PLAIN, 82, 161),
    "BT.709": (png(cicp(1, 1)), [4, 54, 87, 121, 142, 155, 189, 222], 54, 121),
    "BT.2020, its curve": (png(cicp(9, 14)), [4, 53, 87, 121, 142, 155, 189, 222], 69, 153),
    "gamma 2.2": (png(cicp(1, 4)), [7, 62, 96, 129, 149, 161, 193, 225], 62, 129),
    "linear": (png(cicp(1, 8)), [71, 137, 165, 188, 200, 208, 225, 241], 137, 188),
    "unknown numbers": (png(cicp(99, 13)), PLAIN, 64, 128),
    "not of full range": (png(cicp(9, 16, full=0)), PLAIN, 64, 128),
    "gAMA 1.0": (png(gamma(100_000)), [71, 137, 165, 188, 200, 208, 225, 241], 137, 188),
    "gAMA of sRGB": (png(gamma(45_455)), PLAIN, 64, 128),
    "gAMA 0": (png(gamma(0)), PLAIN, 64, 128),
    "gAMA that no profile has room for": (png(gamma(1)), PLAIN, 64, 128),
    "sRGB of no intent": (
        png(chunk(b"sRGB", b"\7"), gamma(100_000)),
        [71, 137, 165, 188, 200, 208, 225, 241],
        137,
        188,
    ),
    "gAMA with cHRM": (
        png(gamma(45_455), primaries(*ADOBE)),
        [7, 62, 96, 129, 149, 161, 193, 225],
        73,
        150,
    ),
    "cHRM alone": (png(primaries(*ADOBE)), PLAIN, 64, 128),
    "cHRM of no colours": (png(gamma(45_455), primaries(*[0] * 8)), PLAIN, 64, 128),
    "sRGB before gAMA": (png(chunk(b"sRGB", b"\0"), gamma(100_000)), PLAIN, 64, 128),
    "cICP before sRGB": (png(cicp(12, 13), chunk(b"sRGB", b"\0")), PLAIN, 71, 141),
    "PQ": (png(cicp(9, 16)), BRIGHT_PQ, 40, 167),
    "PQ of 1,000 cd/m²": (png(cicp(9, 16), level(1_000)), BRIGHT_PQ, 40, 167),
    "PQ of 4,000 cd/m²": (
        png(cicp(9, 16), level(4_000)),
        [1, 30, 70, 132, 187, 202, 226, 250],
        40,
        167,
    ),
    "PQ of 400 cd/m²": (png(cicp(9, 16), level(400)), OF_400, 51, 204),
    "PQ of a display of 400": (png(cicp(9, 16), volume(400)), OF_400, 51, 204),
    "PQ no brighter than white": (
        png(cicp(9, 16), level(203)),
        [2, 44, 98, 181, 255, 255, 255, 255],
        58,
        227,
    ),
    "HLG": (png(cicp(9, 18)), BRIGHT_HLG, 49, 111),
    "HLG of 400 cd/m²": (
        png(cicp(9, 18), level(400)),
        [4, 55, 89, 123, 148, 166, 231, 255],
        62,
        138,
    ),
    "AVIF, Display P3": (boxed("avif", 12, 13), PLAIN, 71, 142),
    "AVIF, BT.2020 as video": (boxed("avif", 9, 14), PLAIN, 82, 163),
    "AVIF, BT.709 as video": (boxed("avif", 1, 1), PLAIN, 64, 128),
    "AVIF, gamma 2.2": (boxed("avif", 1, 4), [7, 62, 96, 129, 149, 161, 193, 225], 62, 130),
    "AVIF, PQ": (boxed("avif", 9, 16), BRIGHT_PQ, 40, 170),
    "AVIF, HLG": (boxed("avif", 9, 18), BRIGHT_HLG, 49, 112),
    # Of HEIC Chromium shows nothing; its numbers mean what those of AVIF do.
    "HEIC, Display P3": (boxed("heic", 12, 13), PLAIN, 71, 142),
    "HEIC, PQ": (boxed("heic", 9, 16), BRIGHT_PQ, 40, 170),
    "HEIC, HLG": (boxed("heic", 9, 18), BRIGHT_HLG, 49, 112),
}


@pytest.mark.parametrize("case", CHROMIUM)
def test_a_named_space_is_shown_as_chromium_shows_it(case: str) -> None:
    data, greys, dark_red, red = CHROMIUM[case]
    shown_greys, reds = shown(data)
    assert shown_greys == pytest.approx(greys, abs=3)
    for found, expected in zip(reds, (dark_red, red), strict=True):
        assert found == pytest.approx((expected, 0, 0), abs=5)


def test_a_profile_counts_more_than_the_numbers_beside_it() -> None:
    assert colour_tags.tag("avif", boxed("avif", 9, 16), b"a profile") == b"a profile"
    assert colour_tags.tag("png", png(gamma(100_000)), b"a profile") == b"a profile"
    assert isinstance(colour_tags.tag("png", png(cicp(12, 13)), b"x"), colour_tags.Space)


def test_a_grey_photo_with_a_profile_of_colours_goes_through_it() -> None:
    file = io.BytesIO()
    profile = icc.profile(colour_tags.BT709, icc.Curve(1.0))
    patches().convert("L").save(file, "JPEG", quality=95, icc_profile=profile)
    assert shown(file.getvalue())[0] == pytest.approx(
        [71, 137, 165, 188, 200, 208, 225, 241], abs=4
    )


def row(data: bytes) -> list[int]:
    image = Image.open(io.BytesIO(decoder.clean(data, "x", 8_500_000).data)).convert("L")
    return [int(image.getpixel((at, 0)) or 0) for at in (8, 24, 40)]  # type: ignore[call-overload]


def test_a_clear_grey_of_sixteen_bits_becomes_white_and_its_neighbours_do_not() -> None:
    codes = [0x4000] * 16 + [0x4001] * 16 + [0x8000] * 16
    clear = chunk(b"tRNS", struct.pack(">H", 0x4001))
    assert row(raw_png(0, 48, codes, clear)) == pytest.approx([64, 255, 128], abs=12)


@pytest.mark.parametrize(("depth", "codes"), [(2, (1, 2, 3)), (4, (4, 8, 15))])
def test_a_clear_grey_of_few_bits_becomes_white_and_its_neighbours_do_not(
    depth: int, codes: tuple[int, ...]
) -> None:
    line = "".join(f"{code:0{depth}b}" * 16 for code in codes)
    header = struct.pack(">IIBBBBB", 48, 1, depth, 0, 0, 0, 0)
    packed = int(line, 2).to_bytes(len(line) // 8, "big")
    whole = b"".join(
        (
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header),
            chunk(b"tRNS", struct.pack(">H", codes[0])),
            chunk(b"IDAT", zlib.compress(b"\0" + packed)) + chunk(b"IEND", b""),
        )
    )
    grey = codes[1] * 255 // (2**depth - 1)
    assert row(whole) == pytest.approx([255, grey, 255], abs=12)


def test_a_clear_colour_of_sixteen_bits_is_found_by_its_upper_half() -> None:
    codes = [0x4001] * 48 + [0x0101] * 48 + [0x8001] * 48
    clear = chunk(b"tRNS", struct.pack(">HHH", *[0x4001] * 3))
    assert row(raw_png(2, 48, codes, clear)) == pytest.approx([255, 1, 128], abs=12)


def test_the_properties_are_those_of_the_primary_item() -> None:
    found = boxes.properties(boxed("avif", 9, 16))
    assert found[b"colr"][:8] == b"nclx\x00\x09\x00\x10"
    assert {b"ispe", b"pixi", b"av1C"} <= set(found)
    assert boxes.properties(b"\0\0\0\x18ftypavif" + bytes(12)) == {}


def box(kind: bytes, *contents: bytes) -> bytes:
    content = b"".join(contents)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def test_what_is_not_said_of_a_picture_of_tiles_is_said_of_a_tile() -> None:
    known = box(b"ispe", b"whole"), box(b"ispe", b"tile"), box(b"colr", b"nclx\0\x0c\0\x0d")
    each = struct.pack(">IIHBBHBBB", 0, 2, 1, 1, 0x81, 7, 2, 2, 0x83)
    meta = box(
        b"meta",
        bytes(4),
        box(b"pitm", struct.pack(">IH", 0, 1)),
        box(b"iref", bytes(4), box(b"dimg", struct.pack(">4H", 1, 2, 7, 8))),
        box(b"iprp", box(b"ipco", *known), box(b"ipma", each)),
    )
    found = boxes.properties(box(b"ftyp", b"heic", bytes(4)) + meta)
    assert found == {b"ispe": b"whole", b"colr": b"nclx\0\x0c\0\x0d"}


def test_properties_that_are_cut_off_are_damage() -> None:
    data = bytearray(boxed("avif", 9, 16))
    for box, number in ((b"pitm", b"\0\x09"), (b"ipma", b"\xff\xff\xff\xff")):
        place = data.index(box) + 8
        data[place : place + len(number)] = number
    with pytest.raises(boxes.BrokenBoxesError):
        boxes.properties(bytes(data))

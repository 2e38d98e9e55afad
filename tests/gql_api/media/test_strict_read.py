"""Every pixel is in the file, or the file is refused: what decoders make up in silence is heard."""

import base64
import io
import random
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from gql_api.errors import PhotoCorrupt, PhotoUnsupported
from gql_api.media import colour_tags, decoder, icc, strict_read
from tests.gql_api.media.test_decoder import ARITHMETIC

LIMIT = 8_500_000
RARE = ((2, 2), (2, 1), (1, 1))
"""Samplings of the three components; TurboJPEG knows no such combination."""


def shaded(width: int = 320, height: int = 240) -> Image.Image:
    seed = Image.frombytes("RGB", (40, 30), random.Random(7).randbytes(3600))
    return seed.resize((width, height), Image.Resampling.BICUBIC)


def written(kind: str, image: Image.Image, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def refused(data: bytes) -> None:
    with pytest.raises(PhotoCorrupt):
        decoder.clean(data, "x", LIMIT)


def difference(data: bytes, image: Image.Image) -> float:
    photo = Image.open(io.BytesIO(decoder.clean(data, "x", LIMIT).data))
    assert photo.size == image.size
    return max(ImageStat.Stat(ImageChops.difference(photo, image.convert("RGB"))).mean)


def rarely_sampled() -> bytes:
    """A JPEG of 4 + 2 + 1 blocks a unit, each of one colour, its codes as they come."""
    source = written("JPEG", shaded(240, 240), subsampling=0)
    frame, scan = source.index(b"\xff\xc0"), source.index(b"\xff\xda")
    head = bytearray(source[: scan + 14])
    for each, (across, down) in enumerate(RARE):
        head[frame + 11 + 3 * each] = across << 4 | down
    bits = "".join("".join(_unit(random.Random(seed))) for seed in range(225))
    padded = bits + "1" * (-len(bits) % 8)
    codes = int(padded, 2).to_bytes(len(padded) // 8, "big").replace(b"\xff", b"\xff\0")
    return bytes(head) + codes + b"\xff\xd9"


def _unit(choice: random.Random) -> Iterator[str]:
    """Seven blocks by the standard tables (T.81, K.3): a difference of the mean, and no more."""
    luminance, chrominance = ("011", "1010"), ("10", "00")
    for mean, end in (luminance,) * 4 + (chrominance,) * 3:
        yield mean + choice.choice(("00", "01", "10", "11")) + end


def test_a_jpeg_of_a_rare_sampling_is_whole_and_its_damage_is_seen() -> None:
    data = rarely_sampled()
    photo = decoder.clean(data, "x", LIMIT)
    assert (photo.width, photo.height) == (240, 240)
    scan = data.index(b"\xff\xda") + 14
    for part in (30, 60, 90):
        place = scan + (len(data) - scan) * part // 100
        refused(data[:place])
        refused(data[:place] + b"\xff\xd9")
        refused(data[:place] + bytes(60) + data[place + 60 :])
        refused(data[:place] + data[place - 200 : place] + data[place:])


def test_a_progressive_jpeg_of_a_rare_sampling_is_not_called_damaged() -> None:
    data = rarely_sampled().replace(b"\xff\xc0", b"\xff\xc2", 1)
    with pytest.raises(PhotoUnsupported, match="rare kind of JPEG") as refusal:
        decoder.clean(data, "x", LIMIT)
    assert refusal.value.code == "photo_unsupported"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))


def png(
    shape: tuple[int, int, int, int, int], rows: bytes, *others: tuple[bytes, bytes], parts: int = 1
) -> bytes:
    """Width, height, depth, colour type and interlace; `rows` with the bytes of their filters."""
    width, height, depth, kind, interlace = shape
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace)
    packed = zlib.compress(rows)
    size = -(-len(packed) // parts)
    coded = [packed[start : start + size] for start in range(0, len(packed), size)]
    between = chunk(b"tIME", bytes(7))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            *(chunk(*each) for each in others),
            between.join(chunk(b"IDAT", each) for each in coded),
            chunk(b"IEND", b""),
        )
    )


@pytest.mark.parametrize(
    ("shape", "size", "row"),
    [
        ((60, 40, 8, 2, 0), 40 * 181, 181),
        ((61, 40, 1, 0, 0), 40 * 9, 9),
        ((60, 40, 16, 6, 0), 40 * 481, 481),
        ((5, 5, 8, 0, 1), 2 + 2 + 3 + 4 + 4 + 9 + 12, 6),
        ((1, 1, 8, 0, 1), 2, 2),
    ],
)
def test_a_png_without_its_last_row_is_not_whole(
    shape: tuple[int, int, int, int, int], size: int, row: int
) -> None:
    assert decoder.clean(png(shape, bytes(size)), "x", LIMIT).width == shape[0]
    assert decoder.clean(png(shape, bytes(size + 9)), "x", LIMIT).width == shape[0]
    refused(png(shape, bytes(size - row)))
    refused(png(shape, bytes(size - 1)))


def test_a_png_whose_coded_data_lie_apart_is_whole() -> None:
    image = shaded(640, 480)
    rows = b"".join(b"\0" + image.crop((0, y, 640, y + 1)).tobytes() for y in range(480))
    assert difference(png((640, 480, 8, 2, 0), rows, parts=3), image) < 3


def test_a_png_for_a_tool_alone_is_refused_by_its_kind() -> None:
    data = png((4, 4, 8, 2, 0), bytes(52), (b"CgBI", b"P\0 \2"))
    with pytest.raises(PhotoUnsupported, match="rare kind of PNG") as refusal:
        decoder.clean(data, "x", LIMIT)
    assert refusal.value.code == "photo_unsupported"


def test_a_png_without_the_palette_that_it_needs_is_damaged() -> None:
    rows = (b"\0" + bytes(range(8))) * 8
    refused(png((8, 8, 8, 3, 0), rows))
    palette = (b"PLTE", b"\xff\xff\xff" * 4)
    black = Image.new("RGB", (8, 8), "white")
    black.paste("black", (4, 0, 8, 8))
    assert difference(png((8, 8, 8, 3, 0), rows, palette), black) < 3


def test_an_arithmetic_jpeg_is_whole_wherever_it_is_read_in_parts() -> None:
    data = base64.b64decode(ARITHMETIC)
    coded = len(data) - data.index(b"\xff\xda") - 14
    room = 65_536 - len(data) + coded // 2  # Pillow reads as much at once
    comments = b"".join(
        b"\xff\xfe" + struct.pack(">H", size - 2) + bytes(size - 4)
        for size in (40_000, room - 40_000)
    )
    assert decoder.clean(data[:2] + comments + data[2:], "x", LIMIT).width == 48


def test_an_arithmetic_jpeg_without_its_end_is_not_taken_for_whole() -> None:
    data = base64.b64decode(ARITHMETIC)
    assert decoder.clean(data, "x", LIMIT).width == 48
    for cut in (2, 30, 60):
        refused(data[:-cut])


@pytest.mark.parametrize("subsampling", ["4:4:4", "4:2:2", "4:2:0", "4:1:1"])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("size", [(320, 240), (333, 217), (1, 1)])
def test_what_is_read_strictly_is_pixel_by_pixel_what_pillow_reads(
    subsampling: str, progressive: bool, size: tuple[int, int]
) -> None:
    options = {"subsampling": subsampling, "progressive": progressive, "quality": 90}
    data = written("JPEG", shaded(*size), **options)
    found = strict_read.pixels(Image.open(io.BytesIO(data)), data)
    assert found is not None
    assert found.convert("RGB").tobytes() == Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_other_colours_are_left_to_pillow(mode: str) -> None:
    data = written("JPEG", shaded().convert(mode))
    assert strict_read.pixels(Image.open(io.BytesIO(data)), data) is None


@pytest.mark.parametrize("orientation", [1, 3, 6])
@pytest.mark.parametrize("profile", [False, True])
@pytest.mark.parametrize("size", [(320, 240), (4800, 40)])
def test_a_photo_comes_out_as_by_pillow_alone(
    monkeypatch: pytest.MonkeyPatch, orientation: int, profile: bool, size: tuple[int, int]
) -> None:
    exif, options = Image.Exif(), dict[str, Any]()
    exif[0x0112] = orientation
    if profile:
        options["icc_profile"] = icc.profile(colour_tags.BT709, icc.Curve(1.0))
    data = written("JPEG", shaded(*size), exif=exif, **options)
    quick = decoder.clean(data, "x", LIMIT)
    monkeypatch.setattr(strict_read, "pixels", lambda *_: None)
    assert decoder.clean(data, "x", LIMIT) == quick

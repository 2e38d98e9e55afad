"""Whole is what can be shown whole: what is broken beside the picture does not count."""

import io
import struct
import zlib
from typing import Any

import pillow_heif
import pytest
from PIL import Image, ImageCms

from gql_api.errors import PhotoCorrupt
from gql_api.media import decoder
from gql_api.media.av1 import picture_size

LIMIT = 8_500_000


def written(kind: str, image: Image.Image | None = None, **options: Any) -> bytes:
    file = io.BytesIO()
    (image or Image.linear_gradient("L").convert("RGB")).save(file, kind, **options)
    return file.getvalue()


def test_a_broken_thumbnail_is_no_damage_of_the_photo() -> None:
    file = io.BytesIO()
    photo = pillow_heif.from_pillow(Image.effect_noise((400, 300), 60).convert("RGB"))
    photo.info["thumbnails"] = [128]
    photo.save(file, quality=80)
    data = bytearray(file.getvalue())
    heif = pillow_heif.open_heif(io.BytesIO(file.getvalue()))
    assert heif.info["thumbnails"] == [128]
    data[-500:-440] = bytes(60)  # the thumbnail's data are the last in the file
    assert decoder.clean(bytes(data), "x", LIMIT).width == 400
    data[-len(data) // 2 : -len(data) // 2 + 60] = bytes(60)
    with pytest.raises(PhotoCorrupt):
        decoder.clean(bytes(data), "x", LIMIT)


@pytest.mark.parametrize("tile", [None, 128])
def test_a_heic_that_ends_in_zeros_was_not_copied_to_its_end(tile: int | None) -> None:
    options = {"tile_size": tile} if tile else {}
    file = io.BytesIO()
    noise = Image.effect_noise((400, 300), 60).convert("RGB")
    pillow_heif.from_pillow(noise).save(file, quality=80, **options)
    data = file.getvalue()
    assert decoder.clean(data, "x", LIMIT).width == 400
    for part in (50, 70, 95):
        place = len(data) * part // 100
        with pytest.raises(PhotoCorrupt):
            decoder.clean(data[:place] + bytes(len(data) - place), "x", LIMIT)


def test_a_heic_with_a_tile_of_nothing_is_damaged() -> None:
    file = io.BytesIO()
    noise = Image.effect_noise((400, 300), 60).convert("RGB")
    pillow_heif.from_pillow(noise).save(file, quality=80, tile_size=128)
    data = bytearray(file.getvalue())
    third = data.index(b"iloc") + 12 + 2 * 20
    number, *_, length = struct.unpack_from(">HHHIHII", data, third)
    assert number == 3 and length > 1000
    data[third + 16 : third + 20] = bytes(4)
    with pytest.raises(PhotoCorrupt):
        decoder.clean(bytes(data), "x", LIMIT)


def misplaced(data: bytes) -> bytes:
    """The JPEG with a profile of which the first part is missing."""
    return data.replace(b"ICC_PROFILE\0\1\1", b"ICC_PROFILE\0\2\2")


def test_a_jpeg_with_a_broken_profile_is_whole_and_its_damage_is_seen() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = misplaced(written("JPEG", icc_profile=profile))
    assert decoder.clean(data, "x", LIMIT).width == 256
    place = len(data) * 9 // 10
    with pytest.raises(PhotoCorrupt):
        decoder.clean(data[:place] + bytes(40) + data[place + 40 :], "x", LIMIT)


@pytest.mark.parametrize("junk", [b"\xff\0", b"nothing", bytes(40)])
def test_a_jpeg_with_stray_bytes_in_its_header_is_whole_and_its_damage_is_seen(junk: bytes) -> None:
    data = written("JPEG")
    place = data.index(b"\xff\xc0")
    data = data[:place] + junk + data[place:]
    assert decoder.clean(data, "x", LIMIT).width == 256
    place = len(data) * 9 // 10
    with pytest.raises(PhotoCorrupt):
        decoder.clean(data[:place] + bytes(40) + data[place + 40 :], "x", LIMIT)


def test_an_animation_that_is_broken_has_a_first_picture_still() -> None:
    frames = [Image.new("RGB", (20, 20), (each, 0, 0)) for each in (200, 90, 40)]
    data = written("PNG", frames[0], save_all=True, append_images=frames[1:])
    place = data.index(b"fcTL") - 4
    length = 12 + int.from_bytes(data[place : place + 4], "big")
    photo = decoder.clean(data[:place] + data[place + length :], "x", LIMIT)
    shown = Image.open(io.BytesIO(photo.data)).getpixel((10, 10))
    assert shown == pytest.approx((200, 0, 0), abs=6)


def test_an_avif_is_turned_by_its_properties_and_not_by_texts() -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><tiff:Orientation>6</tiff:Orientation></x:xmpmeta>'
    wide = Image.new("RGB", (64, 32), (90, 120, 60))
    photo = decoder.clean(written("AVIF", wide, xmp=xmp), "x", LIMIT)
    assert (photo.width, photo.height) == (64, 32)
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = decoder.clean(written("AVIF", wide, exif=exif.tobytes()), "x", LIMIT)
    assert (photo.width, photo.height) == (32, 64)  # written as a property by the encoder


def test_a_png_chunk_with_a_wrong_checksum_is_damage_wherever_it_is() -> None:
    body = b"\0" * 4
    broken = struct.pack(">I4s", 4, b"teST") + body + struct.pack(">I", zlib.crc32(b"teST") ^ 1)
    data = written("PNG")
    with pytest.raises(PhotoCorrupt):
        decoder.clean(data[:33] + broken + data[33:], "x", LIMIT)


@pytest.mark.parametrize("size", [(1, 1), (17, 33), (400, 301), (1280, 720)])
def test_the_size_in_av1_data_is_read(size: tuple[int, int]) -> None:
    data = written("AVIF", Image.linear_gradient("L").convert("RGB").resize(size))
    header = data.index(b"mdat") + 4
    assert picture_size(data[header:]) == size
    assert decoder.clean(data, "x", LIMIT).width == size[0]


@pytest.mark.parametrize("side", [0, 1], ids=["width", "height"])
def test_an_avif_that_says_another_size_than_its_data_is_not_whole(side: int) -> None:
    """Its decoder would stretch the picture to what is said."""
    data = bytearray(written("AVIF", Image.linear_gradient("L").convert("RGB").resize((400, 300))))
    place = data.index(b"ispe") + 8 + 4 * side
    assert int.from_bytes(data[place : place + 4], "big") == (400, 300)[side]
    data[place : place + 4] = (800).to_bytes(4, "big")
    with pytest.raises(PhotoCorrupt):
        decoder.clean(bytes(data), "x", LIMIT)


def test_an_av1_header_that_is_cut_off_is_no_size() -> None:
    data = written("AVIF")
    header = data[data.index(b"mdat") + 4 :]
    assert picture_size(b"") is None
    with pytest.raises(IndexError):
        picture_size(header[:5])

"""Whether a file is whole, before its pixels are asked for.

Pillow and the libraries behind it repair what they can without a word; here nothing is repaired.
Gives back the bytes to decode: a JPEG with its end marker, a PNG without its texts.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from gql_api.media import boxes

# Fill bytes before it are left out: `\xff+` would read a megabyte of them over from each one.
MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_ORDINARY_FRAMES: Final = frozenset((0xC0, 0xC1, 0xC2, 0xC9, 0xCA))
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ARITHMETIC_FRAMES: Final = frozenset((0xC9, 0xCA))
"""Arithmetic coding, sequential and progressive (T.81, table B.1)."""
_END: Final = b"\xff\xd9"
MAX_PROFILE: Final = 16_000_000
# Texts of any size, and what makes an animation: its first picture can be whole without the others.
_LEFT_OUT: Final = frozenset((b"tEXt", b"zTXt", b"iTXt", b"acTL", b"fcTL", b"fdAT"))
# Of others, such as the one by which Apple's tools mark what they rewrite for apps (CgBI), nothing
# but those tools knows how the rows are to be read.
_CRITICAL: Final = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND"))
_XMP: Final = b"XML:com.adobe.xmp\0\0"


class NotWholeError(Exception):
    """The file is cut off or damaged."""


class OtherKindError(Exception):
    """The file is whole, and of a kind of its format that its decoder does not know."""


def checked(kind: str, data: bytes) -> bytes:
    """The bytes to decode, by their structure; NotWholeError or OtherKindError."""
    return _CHECKS[kind](data)


def _jpeg(data: bytes) -> bytes:
    end = jpeg_end(data)
    if end is None and jpeg_frame(data) in ARITHMETIC_FRAMES:
        raise NotWholeError("an arithmetic decoder makes up what is missing before the end")
    if end is None:
        data += _END
    elif _has_cut_follower(data[end:]):
        raise NotWholeError("a second picture is cut off")
    return data


def jpeg_end(data: bytes) -> int | None:
    """Where the first picture ends; None when its end marker is missing."""
    place = 2
    while found := MARKER.search(data, place):
        marker, place = found[0][-1], found.end()
        if marker == 0xD9:
            return place
        if marker in _FRAMES and (
            marker not in _ORDINARY_FRAMES or data[place + 2 : place + 3] != b"\x08"
        ):
            raise OtherKindError("lossless, hierarchical or of twelve bits")
        if marker not in {0x01, 0xD8}:
            place += int.from_bytes(data[place : place + 2], "big")
            if place > len(data):
                raise NotWholeError("a segment is cut off")
    return None


def jpeg_frame(data: bytes) -> int | None:
    """What kind of frame the first picture has, by its marker."""
    place = 2
    while found := MARKER.search(data, place):
        marker, place = found[0][-1], found.end()
        if marker in _FRAMES:
            return marker
        if marker not in {0x01, 0xD8}:
            place += int.from_bytes(data[place : place + 2], "big")
    return None


def _has_cut_follower(rest: bytes) -> bool:
    """Whether another picture or a film follows, as phones write them, and has no end."""
    rest = rest.lstrip(b"\0")
    if rest.startswith(b"\xff\xd8\xff"):
        try:
            end = jpeg_end(rest)
        except OtherKindError:
            return False
        except NotWholeError:
            return True
        return end is None or _has_cut_follower(rest[end:])
    return False


def _png(data: bytes) -> bytes:
    before: list[bytes] = []
    coded: list[bytes] = []
    kinds: set[bytes] = set()
    for name, body in png_chunks(data):
        if name == b"IEND":
            if kinds >= {b"IHDR", b"IDAT"} and (b"PLTE" in kinds or not _has_palette(data)):
                return b"".join((data[:8], *before, *coded, _chunk(name, body)))
            break
        if not name[0] & 0x20 and name not in _CRITICAL:
            raise OtherKindError("of a private kind")
        if name == b"IDAT":
            coded.append(_chunk(name, body))  # those that others stand between belong together
        elif name == b"iCCP" and name not in kinds:
            before += [_chunk(name, profile) for profile in _profiles(body)]
        elif name == b"PLTE" and _has_palette(data):
            # A number beyond its end is black, as in browsers.
            before.append(_chunk(name, body.ljust(3 << data[24], b"\0")))
        elif name != b"iCCP" and (name not in _LEFT_OUT or _is_small_xmp(name, body)):
            # Of more profiles than the one that there may be (PNG, 4.2) each would cost as much.
            before.append(_chunk(name, body))
        kinds.add(name)
    raise NotWholeError("the end, the palette or all rows are missing")


def _has_palette(data: bytes) -> bool:
    return data[25:26] == b"\3"


def _is_small_xmp(name: bytes, body: bytes) -> bool:
    """What may say how the picture is turned."""
    return name == b"iTXt" and body.startswith(_XMP) and len(body) < 1_000_000


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and body of each chunk; NotWholeError where a checksum does not fit."""
    place = 8
    while place + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        place += 12 + length
        if place > len(data):
            return
        if zlib.crc32(name + body).to_bytes(4, "big") != data[place - 4 : place]:
            raise NotWholeError("a checksum does not fit")
        yield name, body


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))


def _profiles(body: bytes) -> list[bytes]:
    """The profile's chunk as Pillow reads it; none when it is broken or of no profile's size."""
    name, _, packed = body.partition(b"\0")
    try:
        unpacker = zlib.decompressobj()
        profile = unpacker.decompress(packed[1:], MAX_PROFILE)
    except zlib.error:
        return []
    return [name + b"\0\0" + zlib.compress(profile, 1)] if unpacker.eof else []


def _webp(data: bytes) -> bytes:
    end = 8 + int.from_bytes(data[4:8], "little")
    place = 12
    if end > len(data) + 1:
        raise NotWholeError("it is shorter than it says")
    while place + 8 <= end:
        name, size = struct.unpack_from("<4sI", data, place)
        if place + 8 + size > len(data):
            raise NotWholeError("a chunk is cut off")
        if name == b"VP8 " and boxes.HOLE in data[place + 8 : place + 8 + size]:
            raise NotWholeError("zeros where coded data should be")
        place += 8 + size + size % 2
    return data


def _gif(data: bytes) -> bytes:
    """Its blocks reach to the trailer, or end where another could begin."""
    place = 13 + _palette(data[10:11])
    while place < len(data) and data[place] != 0x3B:
        if data[place] == 0x2C:
            place += 11 + _palette(data[place + 9 : place + 10])
        elif data[place] == 0x21:
            place += 2
        else:
            return data  # what is no block follows the last one
        while place < len(data) and data[place]:
            place += 1 + data[place]
        if place >= len(data):
            raise NotWholeError("a block is cut off")
        place += 1
    return data


def _palette(flags: bytes) -> int:
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def _boxed(data: bytes) -> bytes:
    try:
        boxes.check(data)
    except boxes.BrokenBoxesError as error:
        raise NotWholeError(str(error)) from error
    return data


def _avif(data: bytes) -> bytes:
    return boxes.as_avif(_boxed(data))


_CHECKS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "jpeg": _jpeg,
    "png": _png,
    "webp": _webp,
    "gif": _gif,
    "heic": _boxed,
    "avif": _avif,
}

"""Whether every pixel is in the file: JPEG and PNG are read to their end, as their decoders do not.

Pillow shows grey or black where coded data are missing. What the structure of a file tells is
`integrity`'s matter, the picture itself the decoder's.
"""

import io
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Final

import simplejpeg
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from gql_api.media import integrity
from gql_api.media.integrity import MARKER, NotWholeError, OtherKindError

_PROFILE: Final = b"ICC_PROFILE\0"
_SEQUENTIAL: Final = frozenset((0xC0, 0xC1))
_FILLER: Final = bytes.fromhex("b1559a6c2d93e7748d36c95a13f42ae69b57d1684c") * 2
"""Codes of no picture; more of them than are ever written too many."""
_SLICE: Final = 32_768
_SAMPLES: Final[Mapping[int, int]] = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Of a pixel, by the colour type (PNG, third edition, 11.2.1)."""
_ADAM7: Final = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Of each pass the first column and row, and the steps (8.1)."""


def read(kind: str, data: bytes) -> None:
    """Read all that is coded; NotWholeError where anything would have to be made up."""
    if kind in _READERS:
        _READERS[kind](data)


def pixels(image: Image.Image, data: bytes) -> Image.Image | None:
    """The pixels of a JPEG that was opened, read so strictly that `read` has nothing to add.

    None where anything is odd, or is not in Pillow's three colours: `read` says what, if that
    matters. TurboJPEG gives the same pixels as Pillow, whose decoder is the same library.
    """
    if image.format != "JPEG" or image.mode != "RGB":
        return None
    try:
        found = simplejpeg.decode_jpeg(data, "RGBX")
    except ValueError as error:
        if "memory" in str(error).lower():
            raise MemoryError from error
        return None
    if found.shape[1::-1] != image.size:
        return None
    return Image.frombuffer("RGBX", image.size, found, "raw", "RGBX", 0, 1)


def is_arithmetic(data: bytes) -> bool:
    """Whether a JPEG is coded arithmetically; its decoder wants it in one piece."""
    return integrity.jpeg_frame(data) in integrity.ARITHMETIC_FRAMES


def _jpeg(data: bytes) -> None:
    try:
        # An eighth of the size, in grey, reads every code and costs little.
        simplejpeg.decode_jpeg(data, "GRAY", min_height=1, min_width=1, min_factor=8)
    except ValueError as error:
        if "memory" in str(error).lower():
            raise MemoryError from error
        if _is_harmless(str(error)):
            return
        if "subsampling" in str(error):
            _rare_sampling(data)
            return
        if (tidy := _tidied(data)) == data:
            raise NotWholeError(str(error)) from error
        _jpeg(tidy)  # one warning hides the next


def _tidied(data: bytes) -> bytes:
    """A JPEG whose header has neither a profile nor bytes of no segment: no pixel is in either."""
    kept, place = [data[:2]], 2
    while found := MARKER.search(data, place):
        start, place = found.end() - 2, found.end()
        marker = found[0][-1]
        if marker == 0xDA:
            return b"".join(kept) + data[start:]
        if marker not in {0x01, 0xD8}:
            place += int.from_bytes(data[place : place + 2], "big")
        if not data.startswith(_PROFILE, start + 4):
            kept.append(data[start:place])
    return data


def _is_harmless(warning: str) -> bool:
    """A few bytes too many before a marker, as some cameras write them, hide no pixel."""
    found = re.fullmatch(r"Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9", warning)
    return (found is not None and int(found[1]) <= 16) or "Unknown Adobe" in warning


def _rare_sampling(data: bytes) -> None:
    """TurboJPEG knows the usual samplings alone; libjpeg knows all, and keeps its warnings.

    So its codes are weighed: what stands behind them must not change the picture, else some are
    missing, and what stands in place of the last ones must, else there are too many.
    """
    if integrity.jpeg_frame(data) not in _SEQUENTIAL:
        raise OtherKindError("of a rare sampling, and not sequential")
    end = (integrity.jpeg_end(data) or len(data)) - 2
    shown = _small(data)
    if shown != _small(data[:end] + _FILLER + data[end:]):
        raise NotWholeError("there are fewer codes than pixels")
    if shown == _small(data[: end - len(_FILLER)] + _FILLER + data[end:]):
        raise NotWholeError("there are more codes than pixels")


def _small(data: bytes) -> bytes:
    image = JpegImageFile(io.BytesIO(data))
    image.draft(None, (1, 1))
    return image.tobytes()


def _png(data: bytes) -> None:
    """Pillow takes the rows that are there for all of them when their stream ends as it should."""
    header, *_ = (body for name, body in integrity.png_chunks(data) if name == b"IHDR")
    missing = _coded_size(header)
    unpacker = zlib.decompressobj()
    for name, body in integrity.png_chunks(data):
        for start in range(0, len(body) if name == b"IDAT" else 0, _SLICE):
            missing -= len(unpacker.decompress(body[start : start + _SLICE]))
            if missing <= 0:
                return
    raise NotWholeError("rows are missing")


def _coded_size(header: bytes) -> int:
    """How many bytes the rows have, each with the byte of its filter."""
    width, height, depth, kind, _, _, interlace = struct.unpack(">IIBBBBB", header)
    bits = depth * _SAMPLES[kind]
    size = 0
    for left, top, right, down in _ADAM7 if interlace else ((0, 0, 1, 1),):
        columns, rows = -(-(width - left) // right), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            size += rows * (1 + -(-columns * bits // 8))
    return size


_READERS: Final[Mapping[str, Callable[[bytes], None]]] = {"jpeg": _jpeg, "png": _png}

"""Formats by their bytes: what a file is, whatever it is called.

Owns the signatures of what is taken and of what is refused by its name, with what to do instead.
Whether a file is whole is left to `integrity`, its pixels to `decoder`.
"""

import struct
from typing import Final

from browser.messages import Message
from gql_api.errors import PhotoUnsupported
from gql_api.media import boxes

ACCEPTED: Final = ("JPEG", "PNG", "WebP", "GIF", "HEIC", "AVIF")

_RAW: Final = (
    (0, b"FUJIFILMCCD-RAW", "RAF"),
    (0, b"IIRO", "ORF"),
    (0, b"IIRS", "ORF"),
    (0, b"MMOR", "ORF"),
    (0, b"IIU\0", "RW2"),
    (0, b"FOVb", "X3F"),
    (0, b"\0MRM", "MRW"),
    (6, b"HEAPCCDR", "CRW"),
    (8, b"CR\2\0", "CR2"),
    (4, b"ftypcrx ", "CR3"),
)
_VIDEOS: Final = (
    (0, b"\x1a\x45\xdf\xa3", "Matroska"),
    (8, b"AVI LIST", "AVI"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "WMV"),
    (0, b"\0\0\1\xba", "MPEG"),
    (4, b"ftypqt  ", "QuickTime"),
    (4, b"moov", "QuickTime"),
    (4, b"wide", "QuickTime"),
    (4, b"ftyp3g", "3GP"),
    (4, b"ftypM4V", "MP4"),
    (4, b"ftypmp4", "MP4"),
    (4, b"ftypiso", "MP4"),
    (4, b"ftypavc1", "MP4"),
    (4, b"ftypMSNV", "MP4"),
)
_PICTURES: Final = (
    (0, b"BM", "BMP"),
    (0, b"8BPS", "PSD"),
    (0, b"\0\0\1\0", "ICO"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"<svg", "SVG"),
)
_TIFF: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_MAKE, _SUB_IMAGES, _DNG_VERSION = 271, 330, 50706
_MOST_ENTRIES: Final = 200


def sniff(data: bytes) -> str | None:
    """The format of a file that is taken, in lower case."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return boxes.codec(data)


def refusal(data: bytes, name: str) -> PhotoUnsupported:
    """Why a file of no format that is taken is refused, and what to do."""
    return PhotoUnsupported(_said_of(data, name), field="file")


def _said_of(data: bytes, name: str) -> Message:
    if not data:
        return Message("{name} is empty: choose the photo again.", name=name)
    if found := _signed(data, _RAW) or _raw_in_tiff(data):
        return Message(
            "{name} is a camera's RAW file ({format}): export it as JPEG and send that.",
            name=name,
            format=found,
        )
    if found := _signed(data, _VIDEOS):
        return Message(
            "{name} is a video ({format}): send photos, a still of it for example.",
            name=name,
            format=found,
        )
    if b"%PDF-" in data[:1024]:
        return Message("{name} is a PDF: send the photo itself, not a document.", name=name)
    if found := _picture(data):
        return Message(
            "{name} is {format}, which is not taken: save it as JPEG and send that.",
            name=name,
            format=found,
        )
    return Message("{name} is not a photo: send {formats}.", name=name, formats=", ".join(ACCEPTED))


def _signed(data: bytes, signatures: tuple[tuple[int, bytes, str], ...]) -> str | None:
    found = (name for place, sign, name in signatures if data.startswith(sign, place))
    return next(found, None)


def _picture(data: bytes) -> str | None:
    if data.startswith(_TIFF):
        return "TIFF"
    if data.startswith(b"<?xml") and b"<svg" in data[:1024]:
        return "SVG"
    if boxes.is_picture(data):
        return "HEIF of another codec"
    return _signed(data, _PICTURES)


def _raw_in_tiff(data: bytes) -> str | None:
    """The name of a RAW format that is built as a TIFF file."""
    if not data.startswith(_TIFF[:2]):
        return None
    order = "<" if data[:2] == b"II" else ">"
    try:
        (place,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, place)
        tags = {
            struct.unpack_from(f"{order}H", data, place + 2 + 12 * each)[0]: place + 2 + 12 * each
            for each in range(min(count, _MOST_ENTRIES))
        }
        if _DNG_VERSION in tags:
            return "DNG"
        if _MAKE not in tags or _SUB_IMAGES not in tags:
            return None
        (make,) = struct.unpack_from(f"{order}I", data, tags[_MAKE] + 8)
    except struct.error:
        return None
    makers = {b"NIKON": "NEF", b"SONY": "ARW", b"PENTAX": "PEF", b"SAMSUNG": "SRW"}
    found = (raw for maker, raw in makers.items() if data[make:].upper().startswith(maker))
    return next(found, None)

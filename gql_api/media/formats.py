"""Formats by their bytes: what a file is, whatever it is called.

Owns the signatures of what is taken and of what is refused by its name, with what to do instead.
Whether a file is whole is left to `integrity`, its pixels to `decoder`.
"""

import re
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
    (0, b"IIII", "IIQ"),
    (0, b"MMMM", "IIQ"),
)
_VIDEOS: Final = (
    (0, b"\x1a\x45\xdf\xa3", "Matroska"),
    (8, b"AVI LIST", "AVI"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "WMV"),
    (0, b"\0\0\1\xba", "MPEG"),
    (0, b"\0\0\1\xb3", "MPEG"),
    (0, b"FLV\1", "FLV"),
    (4, b"ftypqt  ", "QuickTime"),
    (4, b"moov", "QuickTime"),
    (4, b"wide", "QuickTime"),
    (4, b"mdat", "QuickTime"),
    (4, b"ftyp3g", "3GP"),
    (4, b"ftypf4v", "FLV"),
)
_SOUNDS: Final = (b"M4A ", b"M4B ", b"M4P ")
_ARCHIVES: Final = (
    (0, b"PK\3\4", "ZIP"),
    (0, b"Rar!", "RAR"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"\xfd7zXZ", "XZ"),
)
_PICTURES: Final = (
    (0, b"BM", "BMP"),
    (0, b"8BPS", "PSD"),
    (0, b"\0\0\1\0", "ICO"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
)
_SVG: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype svg|<svg)", re.IGNORECASE)
_PAGE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head)", re.IGNORECASE)
_TRANSPORT_PACKET: Final = 188
_TIFF: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_MAKE, _SUB_IMAGES, _DNG_VERSION = 271, 330, 50706
_MAKERS: Final = {
    b"NIKON": "NEF",
    b"SONY": "ARW",
    b"PENTAX": "PEF",
    b"RICOH": "PEF",
    b"SAMSUNG": "SRW",
    b"HASSELBLAD": "3FR",
    b"LEICA": "RWL",
    b"SEIKO EPSON": "ERF",
    b"EASTMAN KODAK": "DCR",
    b"KODAK": "DCR",
    b"MAMIYA": "MEF",
    b"PHASE ONE": "IIQ",
}
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
    if said := _of_a_camera(data, name) or _of_a_document(data, name):
        return said
    if found := _picture(data):
        return Message(
            "{name} is {format}, which is not taken: save it as JPEG and send that.",
            name=name,
            format=found,
        )
    return Message("{name} is not a photo: send {formats}.", name=name, formats=", ".join(ACCEPTED))


def _of_a_camera(data: bytes, name: str) -> Message | None:
    if found := _signed(data, _RAW) or _raw_in_tiff(data):
        return Message(
            "{name} is a camera's RAW file ({format}): export it as JPEG and send that.",
            name=name,
            format=found,
        )
    if found := _video(data):
        return Message(
            "{name} is a video ({format}): send photos, a still of it for example.",
            name=name,
            format=found,
        )
    return None


def _of_a_document(data: bytes, name: str) -> Message | None:
    if b"%PDF-" in data[:1024]:
        return Message("{name} is a PDF: send the photo itself, not a document.", name=name)
    if _PAGE.match(data):
        return Message(
            "{name} is a web page and not a photo: save the picture itself and send that.",
            name=name,
        )
    if found := _signed(data, _ARCHIVES):
        return Message(
            "{name} is an archive ({format}): unpack it and send the photos in it.",
            name=name,
            format=found,
        )
    return None


def _signed(data: bytes, signatures: tuple[tuple[int, bytes, str], ...]) -> str | None:
    found = (name for place, sign, name in signatures if data.startswith(sign, place))
    return next(found, None)


def _video(data: bytes) -> str | None:
    if found := _signed(data, _VIDEOS):
        return found
    if data[:1] == b"G" and data[_TRANSPORT_PACKET : _TRANSPORT_PACKET + 1] == b"G":
        packets = range(0, min(len(data), 10 * _TRANSPORT_PACKET), _TRANSPORT_PACKET)
        return "MPEG" if all(data[each] == ord("G") for each in packets) else None
    is_film = data[4:8] == b"ftyp" and data[8:12] not in _SOUNDS and not boxes.is_picture(data)
    return "MP4" if is_film else None


def _picture(data: bytes) -> str | None:
    if data.startswith(_TIFF):
        return "TIFF"
    if _SVG.match(data) and b"<svg" in data[:4096]:
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
    name = data[make : make + 32].upper()
    found = (raw for maker, raw in _MAKERS.items() if name.startswith(maker))
    return next(found, None)

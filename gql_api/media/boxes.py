"""The boxes of HEIC and AVIF files (ISO/IEC 14496-12 and 23008-12), as far as wholeness asks.

Tells the codec of a picture, and finds what lies outside the file or cannot be coded data. The
pixels are left to the decoders, which show a picture with holes where a part of it is gone.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gql_api.media.av1 import picture_size

_PICTURE_BRANDS: Final = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"miaf")
)
_AV1_BRANDS: Final = frozenset((b"avif", b"avis"))
_KNOWN: Final = frozenset((b"ftyp", b"meta", b"mdat", b"moov", b"free", b"idat", b"uuid"))
_FORBIDDEN: Final = re.compile(rb"\0\0[\0-\2]")
"""No NAL unit of HEVC holds it (H.265, 7.4.2): three zeros inside are a hole."""
HOLE: Final = bytes(2048)
"""Arithmetic coding writes no zeros of this length, not even of a white wall of 200 megapixels."""


class BrokenBoxesError(ValueError):
    """The file's own structure says that something is missing, or is not what it should be."""


@dataclass(slots=True)
class _Items:
    kinds: dict[int, bytes] = field(default_factory=dict)
    extents: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    length_size: int = 4
    data_box: int | None = None
    thumbnails: set[int] = field(default_factory=set)
    primary: int = 0


def is_picture(data: bytes) -> bool:
    """Whether the file says that it is a picture of this family, of whatever codec."""
    return bool(_brands(data) & (_PICTURE_BRANDS | _AV1_BRANDS))


def codec(data: bytes) -> str | None:
    """`heic` or `avif`, by what codes its items, else by its brands; None for anything else."""
    brands = _brands(data)
    if not brands & (_PICTURE_BRANDS | _AV1_BRANDS):
        return None
    try:
        kinds = set(_items(data).kinds.values())
    except BrokenBoxesError:
        kinds = set()
    if b"hvc1" in kinds:
        return "heic"
    if b"av01" in kinds or (not kinds and brands & _AV1_BRANDS):
        return "avif"
    # A sequence, or a file that lost its index: its decoder says what it is.
    coded = kinds - {b"Exif", b"mime", b"grid", b"iovl", b"iden", b"uri "}
    return None if coded else "heic"


def as_avif(data: bytes) -> bytes:
    """The file under the brand that its decoder asks for, which some encoders leave out."""
    return data if _AV1_BRANDS & _brands(data) else data[:8] + b"avif" + data[12:]


def properties(data: bytes) -> dict[bytes, bytes]:
    """What is said of the primary item, by kind; of a kind that comes twice the first.

    What is not said of a picture of tiles is said of its first tile.
    A profile does not hide the numbers of a colour space: `colr` is the box that holds them.
    """
    try:
        for kind, start, end in _boxes(data, 0, len(data)):
            if kind == b"meta":
                return _primary_properties(data, start + 4, end)
    except (struct.error, IndexError) as error:
        raise BrokenBoxesError("a box is cut off") from error
    return {}


def _primary_properties(data: bytes, start: int, end: int) -> dict[bytes, bytes]:
    found = {kind: (first, last) for kind, first, last in _boxes(data, start, end)}
    if b"pitm" not in found or b"iprp" not in found:
        return {}
    primary = _primary(data, found[b"pitm"][0])
    parts = {kind: (first, last) for kind, first, last in _boxes(data, *found[b"iprp"])}
    if b"ipco" not in parts or b"ipma" not in parts:
        return {}
    known = [(kind, data[first:last]) for kind, first, last in _boxes(data, *parts[b"ipco"])]
    said: dict[bytes, bytes] = {}
    for item in (primary, *_parts_of(data, found.get(b"iref"), primary)[:1]):
        for index in _associated(_Reader(data, parts[b"ipma"][0]), item):
            kind, content = known[index - 1] if 0 < index <= len(known) else (b"", b"")
            if kind != b"colr" or content[:4] == b"nclx":
                said.setdefault(kind, content)
    return said


def _primary(data: bytes, place: int) -> int:
    reader = _Reader(data, place)
    return reader.take(4 if reader.take(4) >> 24 else 2)


def _parts_of(data: bytes, references: tuple[int, int] | None, item: int) -> list[int]:
    """The items that a picture is put together from."""
    if references is None:
        return []
    first, last = references
    width = 4 if data[first] else 2
    for kind, at, _ in _boxes(data, first + 4, last):
        reader = _Reader(data, at)
        if kind == b"dimg" and reader.take(width) == item:
            return [reader.take(width) for _ in range(reader.take(2))]
    return []


def _associated(reader: "_Reader", item: int) -> list[int]:
    """The numbers of the item's properties, from one on."""
    version_and_flags = reader.take(4)
    wide = 4 if version_and_flags >> 24 else 2
    size = 1 + (version_and_flags & 1)
    for _ in range(reader.take(4)):
        number = reader.take(wide)
        essential = 1 << (8 * size - 1)
        indices = [reader.take(size) & ~essential for _ in range(reader.take(1))]
        if number == item:
            return indices
    return []


def check(data: bytes) -> None:
    """Raises BrokenBoxesError when a part is outside the file or has a hole.

    What a thumbnail holds does not matter: it is not shown.
    """
    items = _items(data)
    whole = {
        number: b"".join(_part(data, start, length) for start, length in extents)
        for number, extents in items.extents.items()
    }
    for number, kind in items.kinds.items():
        coded = whole.get(number, b"")
        if kind == b"hvc1" and number not in items.thumbnails:
            if not coded:
                raise BrokenBoxesError("an item has no data")
            _check_units(coded, items.length_size)
    if items.kinds.get(items.primary) == b"av01":
        _check_size(data, whole.get(items.primary, b""))
    spans = [
        span
        for number, extents in items.extents.items()
        if items.kinds.get(number) == b"av01"
        for span in extents
    ]
    if any(HOLE in data[start:end] for start, end in _merged(spans)):
        raise BrokenBoxesError("zeros where coded data should be")


def _check_size(data: bytes, coded: bytes) -> None:
    """The picture has the size that the file says (`ispe`); its decoder would stretch another."""
    said = properties(data).get(b"ispe")
    try:
        size = picture_size(coded)
    except IndexError as error:
        raise BrokenBoxesError("an AV1 header is cut off") from error
    if said is not None and size is not None and size != struct.unpack_from(">II", said, 4):
        raise BrokenBoxesError("the picture has another size than its file says")


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Start and end of the spans, those that touch as one."""
    begun: int | None = None
    end = 0
    for start, length in sorted(spans):
        if begun is not None and start > end:
            yield begun, end
            begun = None
        begun = start if begun is None else begun
        end = max(end, start + length)
    if begun is not None:
        yield begun, end


def _part(data: bytes, start: int, length: int) -> bytes:
    if start + length > len(data):
        raise BrokenBoxesError("an item lies outside the file")
    return data[start : start + length]


def _check_units(coded: bytes, length_size: int) -> None:
    """The item is a row of NAL units, none of them empty or with a hole."""
    place = 0
    while place < len(coded):
        length = int.from_bytes(coded[place : place + length_size], "big")
        place += length_size
        unit = coded[place : place + length]
        place += length
        if not length or place > len(coded) or _FORBIDDEN.search(unit):
            raise BrokenBoxesError("an HEVC unit is broken")


def _brands(data: bytes) -> set[bytes]:
    if data[4:8] != b"ftyp":
        return set()
    size = min(int.from_bytes(data[:4], "big"), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, size - 3, 4))}


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each box's content; what follows the last one may be anything."""
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        content = start + 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, content)
            content += 8
        size = size or end - start
        if size < content - start or start + size > end:
            if kind in _KNOWN:
                raise BrokenBoxesError("a box lies outside the file")
            return
        yield kind, content, start + size
        start += size


def _items(data: bytes) -> _Items:
    items = _Items()
    try:
        for kind, start, end in _boxes(data, 0, len(data)):
            if kind == b"meta":
                _read_meta(data, start + 4, end, items)
    except (struct.error, IndexError) as error:
        raise BrokenBoxesError("a box is cut off") from error
    return items


def _read_meta(data: bytes, start: int, end: int, items: _Items) -> None:
    found = {kind: (first, last) for kind, first, last in _boxes(data, start, end)}
    if b"idat" in found:
        items.data_box = found[b"idat"][0]
    if b"iinf" in found:
        _read_kinds(data, *found[b"iinf"], items)
    if b"pitm" in found:
        items.primary = _primary(data, found[b"pitm"][0])
    if b"iloc" in found:
        _read_places(data, found[b"iloc"][0], items)
    if b"iref" in found:
        items.thumbnails.update(_thumbnails(data, *found[b"iref"]))
    if b"iprp" in found:
        for kind, first, last in _boxes(data, *found[b"iprp"]):
            configured = [
                at
                for each, at, _ in (_boxes(data, first, last) if kind == b"ipco" else ())
                if each == b"hvcC"
            ]
            if configured:
                items.length_size = (data[configured[0] + 21] & 3) + 1


def _thumbnails(data: bytes, first: int, last: int) -> Iterator[int]:
    width = 4 if data[first] else 2
    for kind, at, _ in _boxes(data, first + 4, last):
        if kind == b"thmb":
            yield _Reader(data, at).take(width)


def _read_kinds(data: bytes, start: int, end: int, items: _Items) -> None:
    first = start + (6 if data[start] == 0 else 8)
    for kind, content, _ in _boxes(data, first, end):
        if kind == b"infe" and data[content] in {2, 3}:
            width = "H" if data[content] == 2 else "I"
            number, _, name = struct.unpack_from(f">{width}H4s", data, content + 4)
            items.kinds[number] = name


class _Reader:
    """Whole numbers of given widths, one after the other."""

    def __init__(self, data: bytes, place: int) -> None:
        self._data = data
        self._place = place

    def take(self, width: int) -> int:
        self._place += width
        if self._place > len(self._data):
            raise IndexError
        return int.from_bytes(self._data[self._place - width : self._place], "big")


def _read_places(data: bytes, start: int, items: _Items) -> None:
    version = data[start]
    reader = _Reader(data, start + 4)
    sizes = reader.take(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version else 0
    wide = 4 if version == 2 else 2
    for _ in range(reader.take(wide)):
        number = reader.take(wide)
        method = reader.take(2) & 15 if version else 0
        reader.take(2)
        base = reader.take(base_size)
        extents = []
        count = reader.take(2)
        if count > 1 and not (index_size or offset_size or length_size):
            raise BrokenBoxesError("many places of an item without room for one")
        for _ in range(count):
            reader.take(index_size)
            offset = base + reader.take(offset_size)
            extents.append((offset, reader.take(length_size)))
        if method == 1:
            moved = items.data_box or 0
            extents = [(offset + moved, length) for offset, length in extents]
        if method < 2:
            items.extents[number] = extents

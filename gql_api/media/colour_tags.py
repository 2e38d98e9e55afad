"""What a file says of its colours: a profile, or numbers that name a space.

Owns which of several sayings counts, as browsers weigh them. Reads no pixel; the conversion is
`colours`' matter, the boxes of HEIC and AVIF are those of `boxes`.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gql_api.media import boxes, icc, integrity
from gql_api.media.icc import Chromaticities, Curve

# Primaries by their number in ITU-T H.273 (07/2024), table 2: red, green, blue, white.
_D65: Final = (0.3127, 0.3290)
BT709: Final[Chromaticities] = (0.64, 0.33, 0.30, 0.60, 0.15, 0.06, *_D65)
BT2020: Final[Chromaticities] = (0.708, 0.292, 0.170, 0.797, 0.131, 0.046, *_D65)
_BT601_525: Final[Chromaticities] = (0.630, 0.340, 0.310, 0.595, 0.155, 0.070, *_D65)
_PRIMARIES: Final[Mapping[int, Chromaticities]] = {
    1: BT709,
    2: BT709,  # not specified
    4: (0.67, 0.33, 0.21, 0.71, 0.14, 0.08, 0.310, 0.316),
    5: (0.64, 0.33, 0.29, 0.60, 0.15, 0.06, *_D65),
    6: _BT601_525,
    7: _BT601_525,
    9: BT2020,
    11: (0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351),
    12: (0.680, 0.320, 0.265, 0.690, 0.150, 0.060, *_D65),
    22: (0.630, 0.340, 0.295, 0.605, 0.155, 0.077, *_D65),
}
# Transfer functions by their number in H.273, table 3.
PQ, HLG = 16, 18
_VIDEO: Final = frozenset((1, 6, 14, 15))
_CURVES: Final[Mapping[int, Curve]] = {4: Curve(2.2), 5: Curve(2.8), 8: Curve(1.0)}
_SRGB_GAMMA: Final = 45_455
_PNG_TAGS: Final = (b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cLLI", b"mDCV")
_INTENTS: Final = (b"\0", b"\1", b"\2", b"\3")
"""What `sRGB` may hold (PNG, third edition, 11.3.2.5); with anything else it says nothing."""
_CD_M2: Final = 10_000
"""Luminances of `cLLI` and `mDCV` are in units of 0.0001 cd/m² (PNG, third edition, 2025)."""


@dataclass(frozen=True, slots=True)
class Space:
    """A space of ordinary range."""

    primaries: Chromaticities
    curve: Curve


@dataclass(frozen=True, slots=True)
class HighRange:
    """A space of high dynamic range; `peak` is the brightest that the file says, in cd/m²."""

    primaries: Chromaticities
    transfer: int
    peak: float | None = None


Tag = bytes | Space | HighRange | None
"""A profile's bytes, a space, or None for sRGB."""


def tag(kind: str, data: bytes, profile: bytes | None) -> Tag:
    """What counts of the file's sayings; `profile` is the one that its decoder has read."""
    if kind == "png":
        return _of_png(data, profile)
    if profile or kind not in {"heic", "avif"}:
        return profile
    properties = boxes.properties(data)
    coded = properties.get(b"colr", b"")
    if coded[:4] != b"nclx" or len(coded) < 10:
        return None
    primaries, transfer = struct.unpack_from(">HH", coded, 4)
    level, volume = properties.get(b"clli", b""), properties.get(b"mdcv", b"")
    peak = int.from_bytes(level[:2], "big") or _number(volume, 16) / _CD_M2
    # Encoders write the numbers of video over pixels that are sRGB; Chromium shows them so.
    return _named(primaries, transfer, icc.SRGB, peak)


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "big") if len(data) >= place + 4 else 0


def _named(primaries: int, transfer: int, video: Curve, peak: float) -> Space | HighRange | None:
    if primaries not in _PRIMARIES:
        return None
    space = _PRIMARIES[primaries]
    if transfer in {PQ, HLG}:
        return HighRange(space, transfer, peak or None)
    curve = video if transfer in _VIDEO else _CURVES.get(transfer, icc.SRGB)
    return None if (space, curve) == (BT709, icc.SRGB) else Space(space, curve)


def _of_png(data: bytes, profile: bytes | None) -> Tag:
    """By the order of PNG (third edition, 2025, 4.3): cICP, iCCP, sRGB, gAMA with cHRM."""
    found = dict(_png_tags(data))
    numbers = found.get(b"cICP", b"")
    # RGB of full range is the only kind that the pixels of a PNG can be.
    if len(numbers) == 4 and numbers[2:] == b"\0\1":
        peak = (
            _number(found.get(b"cLLI", b""), 0) or _number(found.get(b"mDCV", b""), 16)
        ) / _CD_M2
        return _named(numbers[0], numbers[1], icc.BT1886, peak)
    if profile or found.get(b"sRGB", b"") in _INTENTS:
        return profile
    gamma = _number(found.get(b"gAMA", b""), 0)
    if not gamma:
        return None
    chromaticities = found.get(b"cHRM", b"")
    if len(chromaticities) == 32:
        white_x, white_y, *rest = (each / 100_000 for each in struct.unpack(">8I", chromaticities))
        red_x, red_y, green_x, green_y, blue_x, blue_y = rest
        space = (red_x, red_y, green_x, green_y, blue_x, blue_y, white_x, white_y)
        return Space(space, Curve(100_000 / gamma))
    # This one number is written for sRGB, whose curve is near it.
    return None if gamma == _SRGB_GAMMA else Space(BT709, Curve(100_000 / gamma))


def _png_tags(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for name, body in integrity.png_chunks(data):
        if name == b"IDAT":
            return
        if name in _PNG_TAGS:
            yield name, body

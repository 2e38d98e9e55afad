"""ICC profiles for colour spaces that a file names by numbers: primaries, white and a curve.

Owns the bytes of such a profile (ICC.1:2022, a three-component matrix profile), so that Little CMS
converts every space in the same way. Which space a file names is left to `colour_tags`.
"""

import struct
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Chromaticities = tuple[float, float, float, float, float, float, float, float]
"""x and y of red, green, blue and white."""
Matrix = npt.NDArray[np.float64]

# The adopted white of the connection space (ICC.1:2022, 7.2.16), and Bradford's cone responses
# (ICC.1:2022, E.3).
_D50: Final = (0.9642, 1.0, 0.8249)
_BRADFORD: Final = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


@dataclass(frozen=True, slots=True)
class Curve:
    """Light of a code: ((code + offset) / (1 + offset)) ** gamma, in proportion below `toe`."""

    gamma: float
    offset: float = 0.0
    toe: float = 0.0
    slope: float = 0.0


# IEC 61966-2-1:1999, and ITU-R BT.1886 (2011) for an ideal black.
SRGB: Final = Curve(2.4, offset=0.055, toe=0.04045, slope=1 / 12.92)
BT1886: Final = Curve(2.4)


def to_xyz(space: Chromaticities) -> Matrix:
    """Light of the three primaries to XYZ, its white of luminance 1 (SMPTE RP 177:1993)."""
    points = zip(space[::2], space[1::2], strict=True)
    xyz = np.array([(x / y, 1.0, (1 - x - y) / y) for x, y in points]).T
    amounts = np.linalg.solve(xyz[:, :3], xyz[:, 3])
    return np.asarray(xyz[:, :3] * amounts)


def profile(space: Chromaticities, curve: Curve) -> bytes:
    """A display profile of the space; raises ValueError, ArithmeticError or
    LinAlgError where it is no space."""
    matrix = to_xyz(space)
    columns = (_adapted(matrix.sum(axis=1)) @ matrix).T
    if not np.isfinite(columns).all() or np.abs(columns).max() > 4:
        raise ValueError("these primaries are no colours")
    shape = _curve(curve)
    tags = {
        b"desc": _text("colours of the file"),
        b"cprt": _text("none"),
        b"wtpt": _xyz(_D50),
        **{
            name: _xyz(each)
            for name, each in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)
        },
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), shape),
    }
    return _assembled(tags)


def _adapted(white: Matrix) -> Matrix:
    """From a white to the connection space's, as eyes adapt."""
    gains = (_BRADFORD @ np.array(_D50)) / (_BRADFORD @ white)
    return np.asarray(np.linalg.inv(_BRADFORD) @ np.diag(gains) @ _BRADFORD)


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: object) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*np.asarray(values, float))


def _text(words: str) -> bytes:
    coded = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(coded), 28) + coded


def _curve(curve: Curve) -> bytes:
    if not curve.toe:
        return b"para\0\0\0\0\0\0\0\0" + _fixed(curve.gamma)
    a = 1 / (1 + curve.offset)
    return b"para\0\0\0\0\0\3\0\0" + _fixed(curve.gamma, a, 1 - a, curve.slope, curve.toe)


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    """Header (ICC.1:2022, 7.2), table of tags, and their data, each at a multiple of four."""
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x04400000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp").ljust(68 - 24, b"\0")
    return (header + _fixed(*_D50)).ljust(128, b"\0") + table + body

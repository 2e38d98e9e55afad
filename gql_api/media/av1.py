"""The size that AV1 data say that their picture has (AV1 specification, 5.3 and 5.5).

Reads the header of the sequence and nothing after it. Which part of a file holds the data is
`boxes`' matter, the pixels are the decoder's.
"""

from typing import Final

_SEQUENCE_HEADER: Final = 1
_MOST_UNITS: Final = 8
"""The header comes first, behind a delimiter at most."""


def picture_size(coded: bytes) -> tuple[int, int] | None:
    """Width and height in points; None where no header of a sequence is found.

    Raises IndexError where the data end within it.
    """
    place = 0
    for _ in range(_MOST_UNITS):
        if place >= len(coded):
            return None
        head = coded[place]
        place += 2 if head & 4 else 1
        length, place = _leb128(coded, place) if head & 2 else (len(coded) - place, place)
        if head >> 3 & 15 == _SEQUENCE_HEADER:
            return _size(_Bits(coded[place : place + length]))
        place += length
    return None


def _leb128(coded: bytes, place: int) -> tuple[int, int]:
    """A whole number in groups of seven bits, and the place behind it."""
    value = 0
    for group in range(8):
        byte = coded[place + group]
        value |= (byte & 127) << 7 * group
        if not byte & 128:
            return value, place + group + 1
    raise IndexError("a number without an end")


class _Bits:
    """Numbers of given lengths in bits, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "big")
        self._left = 8 * len(data)

    def take(self, count: int) -> int:
        if count > self._left:
            raise IndexError("the header is cut off")
        self._left -= count
        return self._value >> self._left & (1 << count) - 1


def _size(bits: _Bits) -> tuple[int, int]:
    bits.take(4)  # the profile, and whether it is a still picture
    if bits.take(1):
        bits.take(5)
    else:
        _skip_operating_points(bits)
    wide, high = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(wide) + 1, bits.take(high) + 1


def _skip_operating_points(bits: _Bits) -> None:
    delay = _skip_timing(bits) if bits.take(1) else 0
    has_display_delay = bits.take(1)
    for _ in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if delay and bits.take(1):
            bits.take(2 * delay + 1)
        if has_display_delay and bits.take(1):
            bits.take(4)


def _skip_timing(bits: _Bits) -> int:
    """The length of a delay in bits, where there is a model of the decoder; else 0."""
    bits.take(64)
    if bits.take(1):
        zeros = 0
        while not bits.take(1):
            zeros += 1
        bits.take(min(zeros, 32))
    if not bits.take(1):
        return 0
    delay = bits.take(5) + 1
    bits.take(42)
    return delay

"""Pictures of high dynamic range, PQ and HLG, made ordinary: what is brighter than white is kept.

Owns the transfer functions and the tone mapping, and goes over a picture in bands. Light is
counted in reference whites of 203 cd/m² (ITU-R BT.2408-7, 2023, table 1).
"""

from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from gql_api.media import icc
from gql_api.media.colour_tags import BT709, BT2020, PQ, HighRange

_Light = npt.NDArray[np.float32]

_WHITE: Final = 203.0
_PEAK: Final = 1_000.0
"""The brightest where the file does not say: that of HLG's display (BT.2100-2, table 5)."""
_BAND: Final = 64
# BT.2100-2 (07/2018), table 4, which is SMPTE ST 2084:2014.
_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
# BT.2100-2, table 5.
_A, _B, _C = 0.17883277, 0.28466892, 0.55991073
_SYSTEM_GAMMA: Final = 1.2
# The bend of the shoulder in the reference white tone mapping operator (SMPTE ST 2094-50:2025).
_KAPPA: Final = 0.65


def to_srgb(image: Image.Image, space: HighRange) -> Image.Image:
    """A picture of mode RGB in the space, in sRGB."""
    shown = Image.new("RGB", image.size)
    for top in range(0, image.height, _BAND):
        band = image.crop((0, top, image.width, min(image.height, top + _BAND)))
        codes = _encoded(_mapped(np.asarray(band), space))
        shown.paste(Image.fromarray(codes), (0, top))
    return shown


def _mapped(codes: npt.NDArray[np.uint8], space: HighRange) -> _Light:
    """Light of BT.709's primaries, from 0 to 1."""
    xyz = icc.to_xyz(space.primaries)
    light = _pq(codes) if space.transfer == PQ else _hlg(codes, xyz[1])
    wide = light @ _between(xyz, BT2020)
    gain = _gain(wide.max(axis=-1, keepdims=True), space.peak or _PEAK)
    return np.asarray(np.clip(light @ _between(xyz, BT709) * gain, 0, 1))


def _between(xyz: icc.Matrix, primaries: icc.Chromaticities) -> _Light:
    return np.asarray((np.linalg.inv(icc.to_xyz(primaries)) @ xyz).T, np.float32)


def _encoded(light: _Light) -> npt.NDArray[np.uint8]:
    """IEC 61966-2-1:1999."""
    codes = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(codes * 255 + 0.5).astype(np.uint8)


def _pq(codes: npt.NDArray[np.uint8]) -> _Light:
    root = np.linspace(0, 1, 256) ** (1 / _M2)
    light = (np.maximum(root - _C1, 0) / (_C2 - _C3 * root)) ** (1 / _M1)
    return np.asarray((light * (10_000 / _WHITE)).astype(np.float32)[codes])


def _hlg(codes: npt.NDArray[np.uint8], luminances: icc.Matrix) -> _Light:
    """Light of a display of 1,000 cd/m², for which the system gamma is given."""
    signal = np.linspace(0, 1, 256)
    table = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - _C) / _A) + _B) / 12)
    scene = table.astype(np.float32)[codes]
    luminance = (scene @ luminances.astype(np.float32))[..., np.newaxis]
    return np.asarray(scene * luminance ** (_SYSTEM_GAMMA - 1) * np.float32(_PEAK / _WHITE))


def _gain(brightest: _Light, peak: float) -> _Light:
    """By what a pixel is darkened, by the brightest of its three (SMPTE ST 2094-50:2025).

    White is darkened the more, down to a half, the more there is above it; what is darker than
    white by as much, what is brighter along a parabola that ends with the peak at full light.
    """
    top = peak / _WHITE
    if top <= 1:
        return np.ones_like(brightest)
    white = 1 - 0.5 * min(float(np.log(top) / np.log(_PEAK / _WHITE)), 1.0)
    middle_x, middle_y = 1 - _KAPPA + _KAPPA / white, (1 - _KAPPA) * white + _KAPPA
    above = np.clip(brightest, 1, top)
    # Where on the parabola from (1, white) by the middle to (top, 1) the pixel lies.
    bend, rise = 1 - 2 * middle_x + top, 2 * (middle_x - 1)
    part = 2 * (above - 1) / (rise + np.sqrt(rise**2 + 4 * bend * (above - 1)))
    mapped = (1 - part) ** 2 * white + 2 * part * (1 - part) * middle_y + part**2
    return np.asarray(np.where(brightest <= 1, white, mapped / np.maximum(brightest, 1)))

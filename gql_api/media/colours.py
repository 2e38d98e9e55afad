"""Colours as the eye sees them: pixels of any space that a file may name become sRGB.

Owns the conversion, by Little CMS for profiles and spaces of ordinary range and by
`high_range` for the others. What a file says of its colours is read by `colour_tags`.
"""

import io
import struct
from typing import Final

import numpy as np
from PIL import Image, ImageCms

from gql_api.media import high_range, icc
from gql_api.media.colour_tags import HighRange, Space, Tag

# What Little CMS and the profile's own numbers raise; nothing is said of the pixels then.
_ERRORS: Final = (
    *(ImageCms.PyCMSError, ArithmeticError, OSError, TypeError, ValueError),
    struct.error,  # of a number that a profile has no room for
)


def to_srgb(image: Image.Image, tag: Tag) -> Image.Image:
    """The picture, of mode L, RGB, RGBX or CMYK, as one of the two in the middle.

    A saying that means nothing changes nothing.
    """
    if isinstance(tag, HighRange):
        return high_range.to_srgb(_rgb(image), tag)
    try:
        if isinstance(tag, Space):
            return _converted(_rgb(image), icc.profile(tag.primaries, tag.curve))
        return _converted(image, tag) if tag else _rgb(image)
    except (*_ERRORS, np.linalg.LinAlgError):
        return _rgb(image)  # as it is, like one of which nothing is said


def _rgb(image: Image.Image) -> Image.Image:
    """The picture itself where it is RGB: converting would copy it."""
    return image if image.mode in {"RGB", "RGBX"} else image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if image.mode == "L" and source.profile.xcolor_space.strip() == "RGB":
        image = _rgb(image)
    target = ImageCms.createProfile("sRGB")
    return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image

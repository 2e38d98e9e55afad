"""Decoding: the bytes of an upload become a clean JPEG, or a refusal that says why.

Owns what counts as a photo, the bounds against hostile files and every change to the picture:
upright, sRGB, on white, small enough for the site, nothing but pixels. Runs in a thread; where
uploads come from and where photos are kept is left to `photos`.
"""

import io
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageCms, ImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from browser.messages import Message
from gql_api.errors import PhotoCorrupt, PhotoTooLarge, PhotoUnsupported

ACCEPTED: Final = "JPEG, PNG, WebP, GIF or HEIC"
MAX_PIXELS: Final = 50_000_000
# Phones take 4032 pixels: those stay as they are.
MAX_SIDE: Final = 4096
_QUALITIES: Final = (92, 86, 80, 72, 64)
# Every scan of a progressive JPEG costs a pass over all pixels; cameras write about ten.
_MAX_SCANS: Final = 100
_SCAN: Final = re.compile(rb"\xff\xda\x00(?:\x08\x01|\x0a\x02|\x0c\x03|\x0e\x04)")
_HEIF_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
_ORIENTATION_TAG: Final = 0x0112
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What the decoders raise on bytes that lie; anything else is our own mistake and goes up.
_DECODER_ERRORS: Final = (
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

_Opener = Callable[[io.BytesIO], ImageFile.ImageFile]
# The formats' own classes: Pillow's registry would try others, and warn where we refuse.
_OPENERS: Final[Mapping[str, _Opener]] = {
    "jpeg": JpegImageFile,
    "png": PngImageFile,
    "webp": WebPImageFile,
    "gif": GifImageFile,
    "heic": HeifImageFile,
}


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A baseline JPEG in sRGB without any metadata."""

    data: bytes
    width: int
    height: int


def clean(data: bytes, name: str, limit: int) -> CleanPhoto:
    """Decode and redraw; the same bytes in give the same bytes out.

    `name` is for messages, `limit` what the photo may weigh.
    """
    kind = _kind(data, name)
    _refuse_scan_bomb(kind, data, name)
    try:
        image = _OPENERS[kind](io.BytesIO(data))
        _refuse_pixel_bomb(image, name)
        image.load()
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except _DECODER_ERRORS as error:
        raise PhotoCorrupt(
            Message(
                "{name} is damaged or cut off and cannot be decoded: export it again and retry.",
                name=name,
            ),
            field="file",
        ) from error
    return _encoded(_redrawn(image), limit)


def _kind(data: bytes, name: str) -> str:
    if not data:
        raise PhotoUnsupported(
            Message("{name} is empty: choose the photo again.", name=name), field="file"
        )
    kind = sniff(data)
    if kind is None:
        raise PhotoUnsupported(
            Message("{name} is not a photo: send JPEG, PNG, WebP, GIF or HEIC.", name=name),
            field="file",
        )
    return kind


def sniff(data: bytes) -> str | None:
    """The format by the first bytes, whatever the file is called."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "heic"
    return None


def _refuse_scan_bomb(kind: str, data: bytes, name: str) -> None:
    if kind == "jpeg" and sum(1 for _ in _SCAN.finditer(data)) > _MAX_SCANS:
        raise PhotoTooLarge(
            Message(
                "{name} would take too long to decode: export it as an ordinary JPEG.", name=name
            ),
            field="file",
        )


def _refuse_pixel_bomb(image: Image.Image, name: str) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels(name)


def _too_many_pixels(name: str) -> PhotoTooLarge:
    limit = MAX_PIXELS // 1_000_000
    return PhotoTooLarge(
        Message(
            "{name} has more than {limit} megapixels: send a smaller version.",
            name=name,
            limit=limit,
        ),
        field="file",
    )


def _redrawn(image: Image.Image) -> Image.Image:
    """The picture as a person sees it, in sRGB, upright, opaque and not too large."""
    profile = image.info.get("icc_profile")
    turn = _TURNS.get(_orientation(image))
    image = _shrunk(_eight_bits(image), MAX_SIDE)
    if turn is not None:
        image = image.transpose(turn)
    if image.mode != "RGBA":
        return _to_srgb(image, profile)
    white = Image.new("RGB", image.size, "white")
    white.paste(_to_srgb(image.convert("RGB"), profile), mask=image.getchannel("A"))
    return white


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION_TAG, 1))
    except _DECODER_ERRORS:
        return 1


def _eight_bits(image: Image.Image) -> Image.Image:
    """Any mode of the formats as L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        # Converting clips sixteen bits to white; scaling keeps the picture.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode in {"LA", "PA", "La", "RGBa"}:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in {"L", "RGB", "RGBA", "CMYK"} else image.convert("RGB")


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    longest = max(image.size)
    if longest <= side:
        return image
    width, height = (max(1, round(length * side / longest)) for length in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, *_DECODER_ERRORS):
            # A profile that is broken or of another colour space says nothing about the pixels.
            return image.convert("RGB")
        return converted or image
    return image.convert("RGB")


def _encoded(image: Image.Image, limit: int) -> CleanPhoto:
    """The best quality that the site takes; a picture of pure noise is shrunk until it fits."""
    for quality in _QUALITIES:
        data = _jpeg(image, quality)
        if len(data) <= limit:
            return CleanPhoto(data, image.width, image.height)
    return _encoded(_shrunk(image, max(image.size) * 3 // 4), limit)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    # Pillow writes comments and the like back from here.
    image.info.clear()
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, progressive=False, optimize=False)
    return file.getvalue()

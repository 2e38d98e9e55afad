"""Decoding: the bytes of an upload become a clean JPEG, or a refusal that says why.

Owns the bounds against hostile files and every change to the picture: upright, sRGB, on white,
small enough for the site, nothing but pixels. What a file is is left to `formats`, whether it is
whole to `integrity`; runs in a process of its own, `decoder_process`.
"""

import io
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from PIL import Image, ImageCms, ImageFile, PngImagePlugin
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from browser.messages import Message
from gql_api.errors import PhotoCorrupt, PhotoTooLarge, PhotoUnsupported
from gql_api.media import formats, integrity, photo_limits
from gql_api.media.photo_limits import MAX_JPEG_PIXELS, MAX_PIXELS, MAX_WEBP_PIXELS, CleanPhoto

# Phones take 4032 pixels: those stay as they are.
MAX_SIDE: Final = 4096
# A picture from twice this on is halved while it is decoded: that is what keeps its memory small.
_GOOD_SIDE: Final = 4000
_LARGE_PIXELS: Final = 16_000_000
_STRIP: Final = 512
_QUALITIES: Final = (92, 86, 80, 72, 64)
# Every scan of a progressive JPEG costs a pass over all pixels; cameras write about ten.
_MAX_SCANS: Final = 100
_SCAN: Final = re.compile(rb"\xff\xda\x00(?:\x08\x01|\x0a\x02|\x0c\x03|\x0e\x04)")
# Of 255: what a plain area may differ by, from near for its noise and from afar for its shade.
_NOISE: Final = 48
_SHADE: Final = 6
_AFAR_SIDE: Final = 32
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
    "avif": AvifImageFile,
}

# Of the texts and profiles that it bounds, `integrity` leaves the profile alone, in this size.
PngImagePlugin.MAX_TEXT_CHUNK = integrity.MAX_PROFILE


def clean(
    data: bytes,
    name: str,
    limit: int,
    alone: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> CleanPhoto:
    """Decode and redraw; the same bytes in give the same bytes out.

    `name` is for messages, `limit` what the photo may weigh; `alone` is held while a large one is
    decoded.
    """
    kind = formats.sniff(data)
    if kind is None:
        raise formats.refusal(data, name)
    _refuse_scan_bomb(kind, data, name)
    try:
        return _encoded(_decoded(kind, data, name, alone), limit)
    except MemoryError:
        raise photo_limits.too_costly(name) from None


def _decoded(
    kind: str, data: bytes, name: str, alone: Callable[[], AbstractContextManager[None]]
) -> Image.Image:
    try:
        data = integrity.checked(kind, data)
        image = _OPENERS[kind](io.BytesIO(data))
        _refuse_pixel_bomb(kind, image, name)
        if kind == "jpeg":
            integrity.read_to_its_end(data)
        with alone() if _is_large(image) else nullcontext():
            return _redrawn(_loaded(image))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name, None, _most_pixels(kind, None)) from error
    except integrity.OtherKindError as error:
        raise PhotoUnsupported(
            Message("{name} is a rare kind of JPEG: save it as an ordinary one.", name=name),
            field="file",
        ) from error
    except (integrity.NotWholeError, *_DECODER_ERRORS) as error:
        if "memory" in str(error).lower():
            raise MemoryError from error
        raise PhotoCorrupt(
            Message(
                "{name} is damaged or cut off and cannot be decoded: export it again and retry.",
                name=name,
            ),
            field="file",
        ) from error


def _loaded(image: ImageFile.ImageFile) -> Image.Image:
    factor = _factor(image)
    if isinstance(image, JpegImageFile) and factor > 1:
        image.draft(None, (image.width // factor, image.height // factor))
    claimed = image.size
    image.load()
    if image.size != claimed:
        raise integrity.NotWholeError("the picture has not the size that its header says")
    return image


def _is_large(image: Image.Image) -> bool:
    return image.width * image.height > _LARGE_PIXELS


def _factor(image: Image.Image) -> int:
    """By how much a large picture is made smaller at once, before anything copies it."""
    return max(image.size) // _GOOD_SIDE if _is_large(image) else 1


def _refuse_scan_bomb(kind: str, data: bytes, name: str) -> None:
    if kind == "jpeg" and sum(1 for _ in _SCAN.finditer(data)) > _MAX_SCANS:
        raise PhotoTooLarge(
            Message(
                "{name} would take too long to decode: export it as an ordinary JPEG.", name=name
            ),
            field="file",
        )


def _most_pixels(kind: str, image: Image.Image | None) -> int:
    """What decoding has the memory for; a progressive JPEG has to be held whole."""
    if kind == "webp":
        return MAX_WEBP_PIXELS
    is_small = kind == "jpeg" and not (image and "progression" in image.info)
    return MAX_JPEG_PIXELS if is_small else MAX_PIXELS


def _refuse_pixel_bomb(kind: str, image: Image.Image, name: str) -> None:
    most = _most_pixels(kind, image)
    if image.width * image.height > most:
        raise _too_many_pixels(name, image.size, most)


def _too_many_pixels(name: str, size: tuple[int, int] | None, most: int) -> PhotoTooLarge:
    limit = most // 1_000_000
    if size is None:
        return PhotoTooLarge(
            Message(
                "{name} has more than {limit} megapixels: send a smaller version.",
                name=name,
                limit=limit,
            ),
            field="file",
        )
    return PhotoTooLarge(
        Message(
            "{name} has more than {limit} megapixels ({width} x {height}): send a smaller version.",
            name=name,
            limit=limit,
            width=size[0],
            height=size[1],
        ),
        field="file",
    )


def _redrawn(image: Image.Image) -> Image.Image:
    """The picture as a person sees it, in sRGB, upright, opaque and not too large."""
    profile = image.info.get("icc_profile")
    turn = _TURNS.get(_orientation(image))
    if (factor := _factor(image)) > 1:
        image = _reduced(image, factor)
    image = _shrunk(_eight_bits(image), MAX_SIDE)
    if turn is not None:
        image = image.transpose(turn)
    if image.mode != "RGBA":
        return _to_srgb(image, profile)
    return _on_white(_to_srgb(image.convert("RGB"), profile), image)


def _on_white(image: Image.Image, alpha: Image.Image) -> Image.Image:
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=alpha.getchannel("A"))
    return white


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """The picture by a whole factor smaller, strip by strip: no second copy of a large one."""
    size = tuple(-(-length // factor) for length in image.size)
    reduced: Image.Image | None = None
    for top in range(0, image.height, _STRIP * factor):
        bottom = min(image.height, top + _STRIP * factor)
        strip = _eight_bits(image.crop((0, top, image.width, bottom)))
        if strip.mode == "RGBA":
            strip = _on_white(strip.convert("RGB"), strip)
        reduced = reduced or Image.new(strip.mode, (size[0], size[1]))
        reduced.paste(strip.reduce(factor), (0, top // factor))
    assert reduced is not None  # a picture has at least one line  # noqa: S101
    return reduced


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
            return CleanPhoto(data, image.width, image.height, _is_of_one_color(image))
    return _encoded(_shrunk(image, max(image.size) * 3 // 4), limit)


def _is_of_one_color(image: Image.Image) -> bool:
    """Whether it shows nothing: seen from afar no place differs, and from near little does.

    From near a pattern of threads differs, which is a fabric; the noise of a covered lens is less.
    """
    afar = image.reduce(max(1, max(image.size) // _AFAR_SIDE))
    return _spread(afar) <= _SHADE and _spread(image) <= _NOISE


def _spread(image: Image.Image) -> int:
    """By how much its places differ, in the channel in which they differ most."""
    levels = image.histogram()
    used = (
        [level for level, count in enumerate(levels[start : start + 256]) if count]
        for start in range(0, len(levels), 256)
    )
    return max(channel[-1] - channel[0] for channel in used)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    # Pillow writes comments and the like back from here.
    image.info.clear()
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, progressive=False, optimize=False)
    return file.getvalue()

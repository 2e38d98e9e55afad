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
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import Final

import numpy as np
from PIL import Image, ImageFile, PngImagePlugin
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from browser.messages import Message
from gql_api.errors import PhotoCorrupt, PhotoTooLarge, PhotoUnsupported
from gql_api.media import colour_tags, colours, formats, integrity, photo_limits, strict_read
from gql_api.media.photo_limits import MAX_JPEG_PIXELS, MAX_PIXELS, CleanPhoto

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
_OF_EIGHT_BITS: Final = frozenset(("L", "RGB", "RGBX", "RGBA", "CMYK"))
_WIDENED: Final = {"L;2": 85, "L;4": 17}
"""By what a grey of fewer bits is multiplied, by Pillow's names for them."""
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


class _FrugalWebP(WebPImageFile):
    """Without its library's two canvases, as soon as the picture has been copied out of them."""

    def load_prepare(self) -> None:
        self._decoder = None  # where Pillow keeps them; tests/gql_api/media/test_memory.py measures
        super().load_prepare()


_Opener = Callable[[io.BytesIO], ImageFile.ImageFile]
# The formats' own classes: Pillow's registry would try others, and warn where we refuse.
_OPENERS: Final[Mapping[str, _Opener]] = {
    "jpeg": JpegImageFile,
    "png": PngImageFile,
    "webp": _FrugalWebP,
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

    `name` is for messages, `limit` what the photo may weigh; `alone` is held from before a large
    one is decoded until it is written.
    """
    kind = formats.sniff(data)
    if kind is None:
        raise formats.refusal(data, name)
    _refuse_scan_bomb(kind, data, name)
    with ExitStack() as held:
        try:
            return _encoded(_decoded(kind, data, name, lambda: held.enter_context(alone())), limit)
        except MemoryError:
            raise photo_limits.too_costly(name) from None


def _decoded(kind: str, data: bytes, name: str, wait: Callable[[], None]) -> Image.Image:
    try:
        data = integrity.checked(kind, data)
        image = _OPENERS[kind](io.BytesIO(data))
        _refuse_pixel_bomb(kind, image, name)
        if _is_large(image):
            wait()
        tag = colour_tags.tag(kind, data, image.info.get("icc_profile"))
        pixels = _pixels(kind, image, data)
        return _redrawn(pixels, _orientation(image), tag)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name, None, _most_pixels(kind, None)) from error
    except integrity.OtherKindError as error:
        raise PhotoUnsupported(
            Message(
                "{name} is a rare kind of {format}: save it as an ordinary one.",
                name=name,
                format=kind.upper(),
            ),
            field="file",
        ) from error
    except (integrity.NotWholeError, *_DECODER_ERRORS) as error:
        if "memory" in (told := str(error).lower()) and "image size" not in told:
            raise MemoryError from error
        raise PhotoCorrupt(
            Message(
                "{name} is damaged or cut off and cannot be decoded: export it again and retry.",
                name=name,
            ),
            field="file",
        ) from error


def _pixels(kind: str, image: ImageFile.ImageFile, data: bytes) -> Image.Image:
    """The picture as it is coded, when all of it is there; a large one is halved."""
    if not _is_large(image) and (whole := strict_read.pixels(image, data)):
        return whole
    strict_read.read(kind, data)
    return _loaded(image, data)


def _loaded(image: ImageFile.ImageFile, data: bytes) -> Image.Image:
    factor = _factor(image)
    if isinstance(image, JpegImageFile) and strict_read.is_arithmetic(data):
        image.decodermaxblock = len(data)  # libjpeg cannot wait for more of it within a code
    if isinstance(image, JpegImageFile) and factor > 1:
        image.draft(None, (image.width // factor, image.height // factor))
    if isinstance(image, PngImageFile):
        _match_transparency(image)
    claimed = image.size
    image.load()
    if image.size != claimed:
        raise integrity.NotWholeError("the picture has not the size that its header says")
    return image


def _match_transparency(image: PngImageFile) -> None:
    """Pillow reads two, four or sixteen bits as eight, and the clear colour as it is."""
    clear = image.info.get("transparency")
    raw = image.tile[0].args if image.tile else None
    if isinstance(clear, tuple) and raw == "RGB;16B":
        image.info["transparency"] = tuple(code >> 8 for code in clear)
    if isinstance(clear, int) and raw in _WIDENED:
        image.info["transparency"] = clear * _WIDENED[raw]


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


def _redrawn(image: Image.Image, orientation: int, tag: colour_tags.Tag) -> Image.Image:
    """The picture as a person sees it, in sRGB, upright, opaque and not too large."""
    turn = _TURNS.get(orientation)
    if (factor := _factor(image)) > 1:
        image = _reduced(image, factor)
    image = _shrunk(_eight_bits(image), MAX_SIDE)
    if turn is not None:
        image = image.transpose(turn)
    if image.mode != "RGBA":
        return colours.to_srgb(image, tag)
    return _on_white(colours.to_srgb(image.convert("RGB"), tag), image)


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
    if isinstance(image, AvifImageFile | HeifImageFile):
        # Turned by its own properties alone (MIAF, ISO/IEC 23000-22); Pillow asks XMP too.
        image.info.pop("xmp", None)
    try:
        return int(image.getexif().get(_ORIENTATION_TAG, 1))
    except _DECODER_ERRORS:
        return 1


def _eight_bits(image: Image.Image) -> Image.Image:
    """Any mode of the formats as L, RGB (or RGBX, which is as it is stored), RGBA or CMYK."""
    if image.mode.startswith("I"):
        return _of_sixteen_bits(image)
    if "transparency" in image.info or image.mode in {"LA", "PA", "La", "RGBa"}:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in _OF_EIGHT_BITS else image.convert("RGB")


def _of_sixteen_bits(image: Image.Image) -> Image.Image:
    codes = np.asarray(image)
    # Converting clips sixteen bits to white; their upper half keeps the picture.
    grey = Image.fromarray((codes >> 8).astype(np.uint8))
    clear = image.info.get("transparency")
    if not isinstance(clear, int):
        return grey
    return Image.merge("LA", (grey, Image.fromarray(codes != clear).convert("L"))).convert("RGBA")


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    longest = max(image.size)
    if longest <= side:
        return image
    width, height = (max(1, round(length * side / longest)) for length in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


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
    lines = (0, image.height // 2, image.width, min(image.height // 2 + _STRIP, image.height))
    if _spread(image.crop(lines)) > _NOISE:
        return False  # nearly always: what a part differs by, the whole does
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

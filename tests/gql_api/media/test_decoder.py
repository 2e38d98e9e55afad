import base64
import io
import random
import struct
import time
import zlib
from typing import Any

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat, PngImagePlugin

from gql_api.errors import PhotoCorrupt, PhotoTooLarge, PhotoUnsupported
from gql_api.media import decoder, integrity
from gql_api.media.decoder import MAX_SIDE, CleanPhoto

LIMIT = 8_500_000


def clean(data: bytes, name: str) -> CleanPhoto:
    return decoder.clean(data, name, LIMIT)


RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (255, 255, 255)
PARIS = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)}


def corners(width: int = 120, height: int = 80, mode: str = "RGB") -> Image.Image:
    """Red, green, blue, white, clockwise from the top left."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (width // 2, height // 2, width, height))
    image.paste(WHITE, (0, height // 2, width // 2, height))
    return image.quantize(8) if mode == "P" else image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(file, **options)
    else:
        image.save(file, kind, **options)
    return file.getvalue()


def decoded(photo: CleanPhoto) -> Image.Image:
    image = Image.open(io.BytesIO(photo.data))
    image.load()
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (photo.width, photo.height))
    return image


def colours(photo: CleanPhoto) -> list[str]:
    """The nearest colour's name at each corner, clockwise from the top left."""
    image = decoded(photo)
    right, bottom = image.width - 5, image.height - 5
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    return [
        min(names, key=lambda name: distance(image.getpixel(place), names[name]))
        for place in ((4, 4), (right, 4), (right, bottom), (4, bottom))
    ]


def distance(one: object, other: tuple[int, ...]) -> int:
    assert isinstance(one, tuple)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def segments(data: bytes) -> list[str]:
    """The marker segments of a JPEG up to its first scan."""
    names, place = [], 2
    while data[place + 1] != 0xDA:
        names.append(f"{data[place + 1]:02X}")
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
    return names


def camera_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "ACME-CAMERA"
    exif.get_ifd(0x8825).update(PARIS)
    return exif


ARITHMETIC = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIs"
    "IxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy"
    "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/yQARCAAgADADASIAAhEBAxEB/8wACgAQEAUBEBEF/9oADAMBAAIR"
    "AxEAPwD/AHU65L34wfpU8AZubEEk74R/eGd9SVT3E+VmiOZvkJAoP2FiLRpmlxJsTirr/wAqU5tQ/9k="
)
"""A JPEG as `jpegtran -arithmetic` writes it."""
UPRIGHT = ["red", "green", "blue", "white"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF"])
def test_every_format_becomes_the_same_picture(kind: str) -> None:
    photo = clean(encoded(corners(), kind), "x.bin")
    assert (photo.width, photo.height) == (120, 80)
    assert colours(photo) == UPRIGHT


@pytest.mark.parametrize("with_profile", [True, False])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_nothing_but_the_picture_is_kept(kind: str, with_profile: bool) -> None:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET-XMP</x:xmpmeta>"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, Any] = {"exif": camera_exif().tobytes()}
    if with_profile:
        options["icc_profile"] = profile
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
        options["pnginfo"].add_text("Author", "SECRET-AUTHOR", zip=True)
    else:
        options |= {"xmp": xmp, "comment": b"SECRET-COMMENT"}
    source = encoded(corners(), kind, **options)
    assert b"ACME-CAMERA" in source
    assert b"SECRET-XMP" in source
    photo = clean(source, "x.jpg")
    for leak in (b"ACME", b"SECRET", b"Exif", b"GPS", b"ICC_PROFILE", b"http"):
        assert leak not in photo.data
    assert segments(photo.data) == ["E0", "DB", "DB", "C0", "C4", "C4", "C4", "C4"]
    assert decoded(photo).getexif().get_ifd(0x8825) == {}


def test_the_output_is_baseline_and_the_same_every_time() -> None:
    source = encoded(corners(), "JPEG", progressive=True)
    assert "C2" in segments(source)
    assert "C0" in segments(clean(source, "a.jpg").data)
    assert clean(source, "a.jpg") == clean(source, "b.jpg")


@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_is_turned_upright(
    kind: str, orientation: int, turn: Image.Transpose | None
) -> None:
    """The camera held so that its pixels need `orientation` to be seen upright."""
    pixels = corners() if turn is None else corners().transpose(turn)
    photo = clean(encoded(pixels, kind, exif=camera_exif(orientation).tobytes()), "x.jpg")
    assert (photo.width, photo.height) == (120, 80)
    assert colours(photo) == UPRIGHT


def test_a_nonsense_orientation_changes_nothing() -> None:
    exif = Image.Exif()
    exif[0x0112] = 99
    assert colours(clean(encoded(corners(), "JPEG", exif=exif.tobytes()), "x.jpg")) == UPRIGHT


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_broken_exif_does_not_cost_the_photo() -> None:
    source = encoded(corners(), "JPEG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff" + b"\xff" * 40)
    assert colours(clean(source, "x.jpg")) == UPRIGHT


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_other_colour_models_of_jpeg_are_read(mode: str) -> None:
    photo = clean(encoded(corners(mode=mode), "JPEG"), "x.jpg")
    expected = corners(mode=mode).convert("RGB")
    assert mean_difference(decoded(photo), expected) < 6


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_the_modes_of_png_are_read(mode: str) -> None:
    photo = clean(encoded(corners(mode=mode), "PNG"), "x.png")
    assert mean_difference(decoded(photo), corners(mode=mode).convert("RGB")) < 6


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def test_sixteen_bits_of_grey_are_scaled_and_not_clipped() -> None:
    image = Image.frombytes("I;16", (40, 20), (b"\x00\x80" * 20 + b"\xff\xff" * 20) * 20)
    shown = decoded(clean(encoded(image, "PNG"), "x.png"))
    assert shown.getpixel((5, 10)) == pytest.approx((128, 128, 128), abs=3)
    assert shown.getpixel((35, 10)) == pytest.approx((255, 255, 255), abs=3)


def test_what_is_transparent_becomes_white() -> None:
    image = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 20, 30))
    image.paste((0, 0, 0, 128), (40, 0, 60, 30))
    for kind in ("PNG", "WEBP"):
        shown = decoded(clean(encoded(image, kind), "x"))
        assert shown.getpixel((30, 15)) == pytest.approx(WHITE, abs=6)
        assert shown.getpixel((5, 15)) == pytest.approx(RED, abs=12)
        assert shown.getpixel((55, 15)) == pytest.approx((127, 127, 127), abs=6)


def test_a_transparent_colour_of_a_palette_becomes_white() -> None:
    image = corners().quantize(4)
    source = encoded(image, "GIF", transparency=image.getpixel((4, 4)))
    assert colours(clean(source, "x.gif"))[0] == "white"


def test_an_animation_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (30, 30), colour) for colour in (GREEN, RED, BLUE)]
    for kind in ("GIF", "WEBP", "PNG"):
        source = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
        assert set(colours(clean(source, "x"))) == {"green"}


def swapped_primaries() -> bytes:
    """A profile in which what is written as red is seen as green, and the other way round."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", profile[128:132])[0]
    for entry in range(132, 132 + 12 * count, 12):
        tag = bytes(profile[entry : entry + 4])
        if tag in {b"rXYZ", b"gXYZ"}:
            profile[entry : entry + 4] = b"gXYZ" if tag == b"rXYZ" else b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_colours_are_taken_through_the_profile(kind: str) -> None:
    source = encoded(corners(), kind, icc_profile=swapped_primaries())
    assert colours(clean(source, "x")) == ["green", "red", "blue", "white"]


def test_colours_of_a_transparent_photo_go_through_the_profile_too() -> None:
    source = encoded(corners(mode="RGBA"), "PNG", icc_profile=swapped_primaries())
    assert colours(clean(source, "x")) == ["green", "red", "blue", "white"]


@pytest.mark.parametrize("profile", [b"not a profile", b"\x00" * 200])
def test_a_broken_profile_does_not_cost_the_photo(profile: bytes) -> None:
    assert colours(clean(encoded(corners(), "JPEG", icc_profile=profile), "x")) == UPRIGHT


def test_a_profile_of_another_colour_model_is_ignored() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = clean(encoded(corners(mode="CMYK"), "JPEG", icc_profile=profile), "x.jpg")
    assert mean_difference(decoded(photo), corners(mode="CMYK").convert("RGB")) < 6


def test_a_phone_photo_keeps_every_pixel() -> None:
    photo = clean(encoded(corners(4032, 3024), "JPEG"), "x.jpg")
    assert (photo.width, photo.height) == (4032, 3024)


def test_a_larger_photo_is_shrunk_in_proportion() -> None:
    photo = clean(encoded(corners(8000, 1000), "PNG"), "x.png")
    assert (photo.width, photo.height) == (MAX_SIDE, 512)
    assert colours(photo) == UPRIGHT


def test_noise_is_compressed_until_the_site_takes_it() -> None:
    noise = Image.frombytes("RGB", (4096, 4096), random.Random(1).randbytes(4096 * 4096 * 3))
    photo = clean(encoded(noise, "PNG", compress_level=0), "noise.png")
    assert LIMIT / 4 < len(photo.data) <= LIMIT


def test_a_photo_of_one_pixel_is_a_photo() -> None:
    assert (clean(encoded(Image.new("RGB", (1, 1)), "PNG"), "x").width) == 1


def tiff(*tags: tuple[int, int, int, int]) -> bytes:
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\x00" + struct.pack("<IH", 8, len(tags)) + entries + b"\x00" * 4


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "front.jpg is empty"),
        (b"this is a text, whatever it is called\n" * 20, "front.jpg is not a photo"),
        (b"%PDF-1.7\n" + b"\x00" * 100, "front.jpg is a PDF: send the photo itself"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "front.jpg is SVG, which is not taken"),
        (b"\x00\x00\x00\x20ftypisom" + b"\x00" * 100, r"front.jpg is a video \(MP4\)"),
        (b"\x00\x00\x00\x14ftypqt  " + b"\x00" * 100, r"front.jpg is a video \(QuickTime\)"),
        (b"BM" + b"\x00" * 100, "front.jpg is BMP, which is not taken"),
        (tiff(), "front.jpg is TIFF, which is not taken: save it as JPEG"),
        (tiff((50706, 1, 4, 0x00000401)), r"RAW file \(DNG\): export it as JPEG"),
        (tiff((271, 2, 6, 8 + 2 + 24 + 4), (330, 4, 1, 0)) + b"NIKON\0", r"RAW file \(NEF\)"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00", r"RAW file \(CR2\)"),
        (b"\x00\x00\x00\x18ftypcrx " + b"\x00" * 100, r"RAW file \(CR3\)"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "front.jpg is not a photo"),
        (b"\x00\x00\x00\x14ftypM4A " + b"\x00" * 100, "front.jpg is not a photo"),
        (b"\xef\xbb\xbf\n <!DOCTYPE svg PUBLIC ''><svg/>", "front.jpg is SVG"),
        (b"<?xml version='1.0'?><!-- drawn --><svg/>", "front.jpg is SVG"),
        (b"<?xml version='1.0'?><plist/>", "front.jpg is not a photo"),
        (b"\n<!DOCTYPE html><html>", "front.jpg is a web page and not a photo"),
        (b"PK\x03\x04" + b"\x00" * 100, r"front.jpg is an archive \(ZIP\): unpack it"),
        (b"\x00\x00\x00\x18ftypXAVC" + b"\x00" * 100, r"a video \(MP4\)"),
        (b"\x00\x00\x00\x18ftyphvc1" + b"\x00" * 100, r"a video \(MP4\)"),
        (b"\x00\x00\x03\xe8mdat" + b"\x00" * 100, r"a video \(QuickTime\)"),
        ((b"G@\x00\x10" + b"\x00" * 184) * 5, r"a video \(MPEG\)"),
        (b"G" + b"\x00" * 187 + b"G" + b"\x00" * 187 + b"H", "front.jpg is not a photo"),
        (tiff((271, 2, 6, 8 + 2 + 24 + 4), (330, 4, 1, 0)) + b"LEICA\0", r"RAW file \(RWL\)"),
    ],
)
def test_what_is_not_a_photo_is_refused_by_name(data: bytes, problem: str) -> None:
    with pytest.raises(PhotoUnsupported, match=problem) as refusal:
        clean(data, "front.jpg")
    assert (refusal.value.code, refusal.value.status) == ("photo_unsupported", 415)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_a_photo_that_was_cut_off_is_refused_wherever_it_was_cut(kind: str) -> None:
    noise = Image.frombytes("RGB", (160, 120), random.Random(2).randbytes(160 * 120 * 3))
    whole = encoded(noise, kind)
    for part in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9):
        with pytest.raises(PhotoUnsupported) as refusal:
            clean(whole[: max(16, int(len(whole) * part))], "front.jpg")
        assert refusal.value.status == 415
        assert "front.jpg" in refusal.value.detail


def test_a_cut_photo_has_a_code_of_its_own() -> None:
    whole = encoded(corners(800, 600), "JPEG")
    with pytest.raises(PhotoCorrupt, match=r"front\.jpg is damaged") as refusal:
        clean(whole[: len(whole) // 2], "front.jpg")
    assert refusal.value.code == "photo_corrupt"


def shaded(width: int = 640, height: int = 480) -> Image.Image:
    """Something like a photo: colours that run, with detail."""
    seed = Image.frombytes("RGB", (40, 30), random.Random(7).randbytes(3600))
    return seed.resize((width, height), Image.Resampling.BICUBIC)


CAMERAS: dict[str, tuple[str, dict[str, object]]] = {
    "jpeg": ("JPEG", {"quality": 95}),
    "progressive": ("JPEG", {"quality": 95, "progressive": True}),
    "restarts": ("JPEG", {"quality": 95, "restart_marker_rows": 1}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {"quality": 95}),
    "avif": ("AVIF", {"quality": 95, "speed": 10}),
    "heic": ("HEIF", {"quality": 95}),
    "heic of tiles": ("HEIF", {"quality": 95, "tile_size": 128}),
}


@pytest.fixture(scope="module", params=CAMERAS)
def whole(request: pytest.FixtureRequest) -> bytes:
    kind, options = CAMERAS[request.param]
    return encoded(shaded(), kind, **options)


def test_a_camera_photo_is_whole_and_its_parts_are_not(whole: bytes) -> None:
    assert clean(whole, "x").width == 640
    for part in (20, 40, 60, 80, 95, 99):
        with pytest.raises(PhotoCorrupt):
            clean(whole[: len(whole) * part // 100], "x")


def test_a_hole_of_zeros_is_seen(whole: bytes) -> None:
    assert len(whole) > 30_000
    for part in (30, 50, 75):
        place = len(whole) * part // 100
        with pytest.raises(PhotoCorrupt):
            clean(whole[:place] + bytes(4096) + whole[place + 4096 :], "x")


def test_a_jpeg_that_lacks_only_its_end_marker_is_whole() -> None:
    source = encoded(corners(), "JPEG")
    assert colours(clean(source[:-2], "x")) == UPRIGHT
    assert colours(clean(source[:-2] + b"\x00\x00\xff\xd9" + bytes(900), "x")) == UPRIGHT


def test_a_second_picture_in_a_jpeg_may_not_be_cut_off() -> None:
    source = encoded(corners(), "JPEG")
    assert colours(clean(source + source, "x")) == UPRIGHT
    with pytest.raises(PhotoCorrupt):
        clean(source + source[:-20], "x")


def test_a_jpeg_with_arithmetic_coding_is_whole() -> None:
    assert clean(base64.b64decode(ARITHMETIC), "x").width == 48


def test_a_rare_jpeg_is_not_called_damaged() -> None:
    source = bytearray(encoded(corners(), "JPEG"))
    source[source.index(b"\xff\xc0") + 1] = 0xC3
    with pytest.raises(PhotoUnsupported, match="rare kind of JPEG") as refusal:
        clean(bytes(source), "x")
    assert refusal.value.code == "photo_unsupported"


def test_a_png_may_have_a_large_text_and_a_large_profile() -> None:
    noise = random.Random(5).randbytes(1_500_000)
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", noise.hex(), zip=True)
    source = encoded(corners(), "PNG", pnginfo=info, icc_profile=swapped_primaries() + noise)
    assert colours(clean(source, "x")) == ["green", "red", "blue", "white"]


@pytest.mark.parametrize("brand", [b"avif", b"mif1"])
def test_an_avif_is_known_by_what_codes_it(brand: bytes) -> None:
    source = encoded(corners(), "AVIF")
    size = int.from_bytes(source[:4], "big")
    brands = source[4:size].replace(b"mif1", b"miaf").replace(b"avif", brand)
    assert colours(clean(source[:4] + brands + source[size:], "x")) == UPRIGHT


def test_a_picture_smaller_than_its_header_says_is_damaged() -> None:
    whole = bytearray(encoded(shaded(), "HEIF"))
    place = whole.index(b"ispe") + 8
    whole[place : place + 8] = struct.pack(">II", 640, 640)
    with pytest.raises(PhotoCorrupt):
        clean(bytes(whole), "x")


def test_a_jpeg_of_200_megapixels_is_decoded_small() -> None:
    photo = clean(encoded(Image.new("L", (16_384, 12_288), 90), "JPEG", quality=20), "x.jpg")
    assert (photo.width, photo.height) == (4096, 3072)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_large_photo_is_made_smaller_in_strips_without_a_seam(mode: str) -> None:
    image = corners(8_192, 6_144 // 2, mode)
    if mode == "RGBA":
        image.paste((0, 0, 0, 0), (0, 0, 100, 100))
    photo = clean(encoded(image, "PNG", compress_level=1), "x.png")
    assert (photo.width, photo.height) == (4096, 1536)
    assert colours(photo)[1:] == UPRIGHT[1:]
    assert colours(photo)[0] == ("white" if mode == "RGBA" else "red")


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_damaged_bytes_are_refused_or_shown_but_never_crash(kind: str) -> None:
    whole = encoded(corners(), kind, exif=camera_exif(6).tobytes())
    dice = random.Random(kind)
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            clean(bytes(damaged), "x")
        except (PhotoUnsupported, PhotoTooLarge):
            continue


def png_claiming(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 1_000_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def gif_claiming(width: int, height: int) -> bytes:
    screen = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\x00" * 6
    return screen + b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x4c\x01\x00;"


def jpeg_claiming(width: int, height: int) -> bytes:
    whole = bytearray(encoded(Image.new("RGB", (16, 16)), "JPEG"))
    place = whole.index(b"\xff\xc0") + 5
    whole[place : place + 4] = struct.pack(">HH", height, width)
    return bytes(whole)


def webp_claiming(width: int, height: int) -> bytes:
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    frame = encoded(Image.new("RGB", (16, 16)), "WEBP")[12:]
    body = b"WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + canvas + frame
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def heif_claiming(width: int, height: int) -> bytes:
    whole = bytearray(encoded(Image.new("RGB", (64, 64)), "HEIF"))
    place = whole.index(b"ispe") + 8
    whole[place : place + 8] = struct.pack(">II", width, height)
    return bytes(whole)


@pytest.mark.parametrize(
    "bomb",
    [
        png_claiming(30_000, 30_000),
        png_claiming(8_200, 6_251),
        png_claiming(2_000_000_000, 1),
        gif_claiming(30_000, 30_000),
        jpeg_claiming(30_000, 30_000),
        webp_claiming(16_383, 16_383),
        heif_claiming(30_000, 30_000),
    ],
)
def test_a_bomb_is_refused_by_its_claim_before_it_is_decoded(bomb: bytes) -> None:
    with pytest.raises(PhotoTooLarge, match=r"bomb\.png has more than \d+ megapixels") as refusal:
        clean(bomb, "bomb.png")
    assert (refusal.value.code, refusal.value.status) == ("photo_too_large", 413)


def test_a_text_that_unpacks_to_gigabytes_does_no_harm() -> None:
    packed = zlib.compress(b"\x00" * 80_000_000)
    data = b"note\x00\x00" + packed
    chunk = struct.pack(">I", len(data)) + b"zTXt" + data
    chunk += struct.pack(">I", zlib.crc32(b"zTXt" + data))
    whole = encoded(corners(), "PNG")
    assert colours(clean(whole[:33] + chunk + whole[33:], "x.png")) == UPRIGHT


def test_a_jpeg_of_nothing_but_fill_bytes_is_refused_at_once() -> None:
    begun = time.process_time()
    with pytest.raises(PhotoCorrupt):
        clean(b"\xff\xd8" + b"\xff" * 60_000, "x.jpg")
    assert time.process_time() - begun < 2


def test_places_without_number_or_size_in_a_heic_are_refused_at_once() -> None:
    def box(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I4s", 8 + len(content), kind) + content

    items = bytes(6) + struct.pack(">H", 40) + struct.pack(">HHH", 1, 0, 65_535) * 40
    heic = box(b"ftyp", b"heic\0\0\0\0mif1") + box(b"meta", bytes(4) + box(b"iloc", items))
    begun = time.process_time()
    with pytest.raises(PhotoCorrupt):
        clean(heic, "x.heic")
    assert time.process_time() - begun < 2


def test_only_the_first_profile_of_a_png_is_unpacked() -> None:
    body = b"x\0\0" + zlib.compress(bytes(integrity.MAX_PROFILE - 1))
    chunk = struct.pack(">I4s", len(body), b"iCCP") + body
    chunk += struct.pack(">I", zlib.crc32(b"iCCP" + body))
    whole = encoded(corners(), "PNG")
    begun = time.process_time()
    assert colours(clean(whole[:33] + chunk * 60 + whole[33:], "x.png")) == UPRIGHT
    assert time.process_time() - begun < 2


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    progressive = encoded(corners(), "JPEG", progressive=True)
    scan = progressive.rindex(b"\xff\xda")
    bomb = progressive[:scan] + progressive[scan:-2] * 2_000 + b"\xff\xd9"
    with pytest.raises(PhotoTooLarge, match="too long to decode"):
        clean(bomb, "x.jpg")


def _noisy(image: Image.Image, spread: int) -> Image.Image:
    noise = Image.effect_noise(image.size, spread).convert("RGB")
    return ImageChops.add(image, noise, offset=-128)


@pytest.mark.parametrize("size", [(640, 480), (5000, 4000), (1, 1), (3, 2000)])
def test_a_photo_of_one_colour_is_known_as_such(size: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG"):
        assert clean(encoded(Image.new("RGB", size, "teal"), kind), "x").one_color


def test_the_noise_of_a_covered_lens_is_one_colour() -> None:
    dark = _noisy(Image.new("RGB", (1200, 900), (20, 20, 22)), 3)
    assert clean(encoded(dark, "JPEG", quality=90), "x").one_color


@pytest.mark.parametrize(
    "image",
    [
        corners(),
        Image.linear_gradient("L").resize((800, 600)),
        # Pale on white, as a white shirt on a white wall
        Image.new("RGB", (800, 600), "white"),
        # Threads: plain from afar, a fabric from near
        Image.new("RGB", (800, 600), (90, 90, 90)),
        Image.new("RGB", (6000, 4000), "white"),
    ],
    ids=["corners", "gradient", "pale", "threads", "large"],
)
def test_a_photo_that_shows_something_is_not(
    image: Image.Image, request: pytest.FixtureRequest
) -> None:
    case = request.node.callspec.id
    if case in {"pale", "large"}:
        image.paste((244, 243, 241), (image.width // 3, 100, image.width // 2, image.height - 100))
    if case == "threads":
        for column in range(0, image.width, 2):
            image.paste((160, 160, 160), (column, 0, column + 1, image.height))
    assert not clean(encoded(image, "JPEG", quality=95), "x").one_color

"""Photos for the demo: a hoodie, drawn, with the metadata that a phone would leave in a file."""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFilter

SIZE = (1200, 1600)
_GPS_TAG = 0x8825
_PARIS = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)}


@cache
def hoodie(shade: int, *, back: bool = False) -> bytes:
    """A JPEG of a hoodie in a grey of that shade, seen from the front or the back."""
    wall = Image.linear_gradient("L").resize(SIZE).point(lambda level: 170 + level // 5)
    picture = Image.merge("RGB", (wall, wall, wall.point(lambda level: level - 12)))
    draw = ImageDraw.Draw(picture)
    cloth, seam = (shade, shade, shade + 6), (shade + 34,) * 3
    draw.polygon([(360, 420), (840, 420), (900, 1320), (300, 1320)], fill=cloth)
    draw.polygon([(360, 420), (150, 1180), (290, 1230), (420, 760)], fill=cloth)
    draw.polygon([(840, 420), (1050, 1180), (910, 1230), (780, 760)], fill=cloth)
    draw.ellipse([420, 250, 780, 560], fill=cloth, outline=seam, width=6)
    draw.rectangle([300, 1260, 900, 1330], fill=seam)
    if not back:
        draw.ellipse([490, 330, 710, 520], fill=(shade // 2,) * 3)
        draw.rounded_rectangle([430, 960, 770, 1180], radius=60, outline=seam, width=8)
        for x in (560, 640):
            draw.line([(x, 500), (x, 760)], fill=(225, 225, 220), width=9)
    return _as_phone_photo(picture.filter(ImageFilter.GaussianBlur(1.2)))


def _as_phone_photo(picture: Image.Image) -> bytes:
    """With an orientation and a place: the photo step turns it upright and takes both away."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[_GPS_TAG] = _PARIS
    out = io.BytesIO()
    picture.transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", quality=88, exif=exif)
    return out.getvalue()

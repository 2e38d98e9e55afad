"""What the largest photos cost: within the memory of a decoder, and given back afterwards."""

import io
import sys
import tempfile
from pathlib import Path

import psutil
import pytest
from PIL import Image

from gql_api.media.decoder_pool import DecoderPool
from gql_api.media.photo_limits import MAX_PIXELS

LARGEST = (8_192, 6_144)
PEAKS = {"WEBP": 680, "AVIF": 540, "JPEG": 200}
"""In megabytes, of a picture without detail; docs/photos.md has those of real ones."""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("kind", PEAKS)
def test_a_photo_of_50_megapixels_has_room(kind: str) -> None:
    assert LARGEST[0] * LARGEST[1] == MAX_PIXELS
    file = io.BytesIO()
    options = {"WEBP": {"method": 0}, "AVIF": {"speed": 10}}.get(kind, {})
    Image.new("RGB", LARGEST, (90, 120, 60)).save(file, kind, **options)
    pool = DecoderPool(1)
    before = {each.pid for each in psutil.Process().children()}
    try:
        with tempfile.TemporaryFile() as upload:
            upload.write(file.getvalue())
            upload.seek(0)
            photo = pool.clean(upload, "x", 8_500_000)
        (process,) = (each for each in psutil.Process().children() if each.pid not in before)
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    finally:
        pool.close()
    status = {name: value for name, _, value in (line.partition(":") for line in lines)}
    peak, now = (int(status[name].split()[0]) / 1000 for name in ("VmHWM", "VmRSS"))
    assert (photo.width, photo.height) == (4_096, 3_072)
    assert peak < PEAKS[kind]
    assert now < 100

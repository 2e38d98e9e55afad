"""Photos of the corpus as cameras of high dynamic range write them: AVIF of ten bits in PQ and HLG.

No package has real ones. FFmpeg makes them, by zimg and libaom: the white of the photo becomes the
brightest that the range has, so that there is something above white.
"""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import imageio_ffmpeg

from tests.corpus.gather import Sample

PHOTOS = (
    "pillow-13.0.0/Tests/images/flower2.jpg",
    "pillow-13.0.0/Tests/images/hopper.jpg",
    "thumbor-7.8.0/docs/images/proportion.jpg",
)
TRANSFERS = {"pq": "smpte2084", "hlg": "arib-std-b67"}
_FILTER = (
    "format=gbrp,zscale=tin=iec61966-2-1:pin=bt709:rin=full:t={transfer}:p=bt2020:m=bt2020nc"
    ":r=full:npl=1000,format=yuv444p10le"
)
_CODED = "-colorspace bt2020nc -color_primaries bt2020 -color_range pc -frames:v 1 -c:v libaom-av1"


def made(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Each of the photos in each of the two."""
    known = {sample.name: sample.data for sample in samples}
    for name in PHOTOS:
        for short, transfer in TRANSFERS.items():
            yield Sample(f"made/{Path(name).stem}.{short}.avif", _converted(known[name], transfer))


def _converted(data: bytes, transfer: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "photo.jpg", Path(folder) / "photo.avif"
        source.write_bytes(data)
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-v", "error", "-i", str(source)]
        command += ["-vf", _FILTER.format(transfer=transfer), "-color_trc", transfer]
        command += [*_CODED.split(), "-still-picture", "1", "-crf", "10", "-cpu-used", "8"]
        subprocess.run([*command, str(target)], check=True)
        return target.read_bytes()

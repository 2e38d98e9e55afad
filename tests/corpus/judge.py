"""How Fripier's own decoding comes out beside the truth: taken or refused rightly, and the picture.

Asks a decoder's process, as the service does.
"""

import io
import struct
import tempfile
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from gql_api.errors import InvalidInput
from gql_api.media.decoder_pool import DecoderPool
from tests.corpus.gather import Sample
from tests.corpus.renderings import Chromium, Pixels, Rendering
from tests.corpus.truth import Truth

MOST_OF_ONE = 12.0
MOST_OF_ONE_BRIGHT = 8.0
BASELINE = frozenset((0xE0, 0xDB, 0xC0, 0xC4))
SITE_LIMIT = 8_500_000


@dataclass(frozen=True, slots=True)
class Row:
    """One file: what it came to, by how much its colours differ, and what is wrong."""

    name: str
    kind: str
    expected: str
    outcome: str
    is_bright: bool = False
    difference: float | None = None
    wrong: list[str] = field(default_factory=list)


def judged(sample: Sample, truth: Truth, decoders: DecoderPool, chromium: Chromium) -> Row:
    """What the file comes to, with every fault of it in words."""
    try:
        with tempfile.TemporaryFile() as upload:
            upload.write(sample.data)
            upload.seek(0)
            photo = decoders.clean(upload, sample.name, SITE_LIMIT)
    except InvalidInput as error:
        wrong = [] if truth.verdict == "refused" else [f"refused ({error.code}): {truth.why}"]
        if truth.kind == "other" and error.code != "photo_unsupported":
            wrong.append(f"refused as {error.code}, though it is another format")
        return Row(sample.name, truth.kind, truth.verdict, error.code, wrong=wrong)
    wrong = [] if truth.verdict == "taken" else [f"taken: {truth.why}"]
    wrong += unclean(photo.data)
    difference = None
    if truth.reference:
        shown = chromium.show(photo.data, "jpeg")
        assert shown, "Chromium shows every baseline JPEG"
        difference, faults = compared(shown, truth.reference, truth.is_bright)
        wrong += faults
    return Row(sample.name, truth.kind, truth.verdict, "taken", truth.is_bright, difference, wrong)


def unclean(data: bytes) -> list[str]:
    """Every segment of the JPEG that is none of a bare picture's."""
    found, place = [], 2
    while data[place + 1] != 0xDA:
        if data[place + 1] not in BASELINE:
            found.append(f"not clean: a segment {data[place + 1]:02X}")
        place += 2 + struct.unpack_from(">H", data, place + 2)[0]
    if not data.endswith(b"\xff\xd9") or data.count(b"\xff\xd8\xff") != 1:
        found.append("not clean: more than a picture")
    return found


def compared(
    shown: Rendering, reference: Rendering, is_bright: bool
) -> tuple[float | None, list[str]]:
    """Mean difference of the codes, of 255; none where the shapes differ."""
    ratio = (shown.width * reference.height) / (shown.height * reference.width)
    slack = 2 / min(shown.width, shown.height)
    if shown.pixels.shape != reference.pixels.shape or abs(ratio - 1) > slack:
        return None, [f"{shown.width} x {shown.height}, not {reference.width} x {reference.height}"]
    difference = float(np.abs(shown.pixels.astype(int) - as_jpeg(reference.pixels)).mean())
    most = MOST_OF_ONE_BRIGHT if is_bright else MOST_OF_ONE
    return difference, [f"colours differ by {difference:.1f}"] if difference > most else []


def as_jpeg(pixels: Pixels) -> Pixels:
    """The reference with what any JPEG loses: that is not what colours are judged by."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=92)
    return np.asarray(Image.open(file))

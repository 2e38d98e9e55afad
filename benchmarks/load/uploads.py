"""A photo of ten megabytes handed in, beside decoding and encoding it alone.

    uv run --group test python -m benchmarks.load.uploads [--pairs N] [--before FOLDER]

Timed is the request over HTTP to `fripier serve`, from its first byte to the answer that the photo
is stored; the floor is the decoder's own work on the same bytes (opened, checked, turned upright,
drawn anew without its metadata, encoded), in a process that has everything loaded. In turns, each
photo another one; with `--before` the service of another tree, in its own .venv, too. Medians, and
the ratio within each pair.
"""

import argparse
import asyncio
import io
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import Final

from PIL import Image, ImageOps

from benchmarks.load.selling import Loaded, ratios
from benchmarks.prepare import UNBOUND, spread
from gql_api.media.decoder_pool import DecoderPool
from tests.e2e.serving import SERVE, Serving, serving

PAIRS: Final = 9
BYTES: Final = 10_000_000
LIMIT: Final = 8_500_000
"""What the site takes, and the service keeps to."""
PIXELS: Final = (4_032, 3_024)
CAMERA: Final = 96
"""The quality at which a phone writes."""
KEPT: Final = 92
"""And the service."""
WIDTHS: Final = range(400, 2_100, 50)
FLOOR, OWN, WHOLE = "decode and encode alone", "the decoder's process", "the upload over HTTP"
BEFORE: Final = "the same before"

Took = dict[str, list[float]]


def picture(seed: int, width: int) -> bytes:
    """A JPEG of a phone's size; the wider, the more detail it has."""
    chance, height = random.Random(seed), width * 3 // 4  # noqa: S311 - pixels
    noise = Image.frombytes("RGB", (width, height), chance.randbytes(3 * width * height))
    file = io.BytesIO()
    noise.resize(PIXELS, Image.Resampling.BICUBIC).save(file, "JPEG", quality=CAMERA)
    return file.getvalue()


def detail() -> int:
    """The width at which a picture weighs about ten megabytes."""
    low, high = 0, len(WIDTHS) - 1
    while low < high:
        middle = (low + high) // 2
        if len(picture(0, WIDTHS[middle])) < BYTES:
            low = middle + 1
        else:
            high = middle
    return WIDTHS[low]


def alone(data: bytes) -> None:
    """Decoded, upright, encoded: what no upload can do without."""
    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened.convert("RGB"))
    image.save(io.BytesIO(), "JPEG", quality=KEPT)


def decoded(pool: DecoderPool, data: bytes) -> None:
    """The service's own decoder, without the service."""
    with tempfile.TemporaryFile() as upload:
        upload.write(data)
        upload.seek(0)
        pool.clean(upload, "x", LIMIT)


async def measured(pairs: int, before: Path | None) -> Took:
    """All in turns; the first round, which starts the decoders, does not count."""
    width, pool = detail(), DecoderPool(1)
    commands = {WHOLE: SERVE}
    if before:
        commands[BEFORE] = (str(before / ".venv/bin/fripier"), "serve")
    took: Took = {name: [] for name in (FLOOR, OWN, *commands)}
    async with AsyncExitStack() as stack:
        services = dict[str, Serving]()
        for name, command in commands.items():
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            service = serving(folder, 0, command, **UNBOUND, LOG_FORMAT="console")
            services[name] = await stack.enter_async_context(service)
        for number in range(pairs + 1):
            data = picture(number, width)
            for name in sorted(took, reverse=bool(number % 2)):
                begun = time.perf_counter()
                if name in services:
                    await services[name].upload(data)
                else:
                    work = (alone, data) if name == FLOOR else (decoded, pool, data)
                    await asyncio.to_thread(*work)
                if number:
                    took[name].append(time.perf_counter() - begun)
            print(f"{number}: {len(data) / 1e6:.1f} MB", file=sys.stderr, flush=True)
    await asyncio.to_thread(pool.close)
    return took


def table(took: Took) -> Iterator[str]:
    """The page of docs/performance.md."""
    yield "| A JPEG of ten megabytes and twelve megapixels | ms | To the first |"
    yield "| --- | --- | --- |"
    for name, seconds in took.items():
        around = 1000 * spread(seconds)
        yield (
            f"| {name} | {1000 * median(seconds):.0f} ± {around:.0f} | "
            f"{ratios(seconds, took[FLOOR])} |"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--before", type=Path)
    load, given = Loaded(), parser.parse_args()
    print(*table(asyncio.run(measured(given.pairs, given.before))), sep="\n")
    print(load)

"""What photos cost in memory: each format at its largest, twenty at once, and two hundred in turn.

    uv run --group test python -m benchmarks.photo_memory

The largest of each format go through a decoder's process alone, whose peak is read. Then a service
of its own (`fripier serve`, MOCK_MODE) is sent twenty photos of 50 megapixels at once, and two
hundred mixed ones, four at a time. Service and decoders are counted together, proportionally
(smaps_rollup), every tenth of a second.
"""

import asyncio
import io
import json
import os
import random
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import httpx
import pillow_heif
import psutil
from PIL import Image

from benchmarks.idle import until_ready
from gql_api.media.decoder_pool import DecoderPool
from tests.e2e.serving import SERVE, free_port

LARGEST: Final = (8_192, 6_144)
ORDINARY: Final = (4_032, 3_024)
GOAL_MB: Final = 900
"""Of twenty at once, service and decoders together."""
SETTINGS: Final = {"MOCK_MODE": "true", "LOG_LEVEL": "warning", "UPLOADS_PER_MINUTE": "6000"}
KINDS: Final[dict[str, tuple[str, dict[str, object]]]] = {
    "jpeg": ("JPEG", {"quality": 90}),
    "progressive": ("JPEG", {"quality": 90, "progressive": True}),
    "webp": ("WEBP", {"quality": 80, "method": 0}),
    "lossless webp": ("WEBP", {"lossless": True, "quality": 0, "method": 0}),
    "avif": ("AVIF", {"quality": 70, "speed": 10}),
    "heic": ("HEIF", {"quality": 60, "tile_size": 512, "enc_params": {"preset": "ultrafast"}}),
    "png": ("PNG", {"compress_level": 1}),
    "gif": ("GIF", {}),
}


def photo(kind: str, size: tuple[int, int], seed: int = 7) -> bytes:
    """Colours that run, with some detail."""
    noise = Image.frombytes("RGB", (128, 96), random.Random(seed).randbytes(36_864))  # noqa: S311
    way = Image.Resampling.NEAREST if kind in {"lossless webp", "png"} else Image.Resampling.BICUBIC
    image = noise.resize(size, way)
    name, options = KINDS[kind]
    file = io.BytesIO()
    if name == "HEIF":
        pillow_heif.from_pillow(image).save(file, **options)
    else:
        image.save(file, name, **options)
    return file.getvalue()


def peak(data: bytes) -> tuple[int, int]:
    """What a decoder had at most, and has afterwards, in MB."""
    pool, before = DecoderPool(1), {each.pid for each in psutil.Process().children()}
    try:
        with tempfile.TemporaryFile() as upload:
            upload.write(data)
            upload.seek(0)
            pool.clean(upload, "x", 8_500_000)
        (process,) = (each for each in psutil.Process().children() if each.pid not in before)
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    finally:
        pool.close()
    found = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(found["VmHWM"]) // 1000, int(found["VmRSS"]) // 1000


def together(pid: int) -> float:
    """Proportional set size of a process and its children, in MB."""
    total = 0.0
    for each in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
        with suppress(psutil.NoSuchProcess, OSError):
            text = Path(f"/proc/{each.pid}/smaps_rollup").read_text()
            total += int(text.partition("\nPss:")[2].split()[0]) * 1024 / 1e6
    return total


async def watched(pid: int, peaks: list[float]) -> None:
    while True:
        peaks[0] = max(peaks[0], await asyncio.to_thread(together, pid))
        await asyncio.sleep(0.1)


async def sent(http: httpx.AsyncClient, photos: Sequence[bytes], at_once: int) -> None:
    """Each of the photos, taken or this ends."""
    room = asyncio.Semaphore(at_once)

    async def send(data: bytes) -> None:
        async with room:
            answer = await http.post("/vinted/photos/upload", files={"file": ("a.jpg", data)})
            answer.raise_for_status()

    async with asyncio.TaskGroup() as group:
        for data in photos:
            group.create_task(send(data))


async def served(large: Sequence[bytes], mixed: Sequence[bytes]) -> dict[str, object]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | SETTINGS | {"DATA_DIR": folder, "PORT": str(port)}
        quiet = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(*SERVE, env=environment, stdout=quiet)
        try:
            base = f"http://127.0.0.1:{port}"
            await until_ready(f"{base}/ready", process)
            async with httpx.AsyncClient(base_url=base, timeout=600) as http:
                return await figures(process.pid, http, large, mixed)
        finally:
            process.terminate()
            await process.wait()


async def figures(
    pid: int, http: httpx.AsyncClient, large: Sequence[bytes], mixed: Sequence[bytes]
) -> dict[str, object]:
    before, peaks = together(pid), [0.0]
    watcher = asyncio.create_task(watched(pid, peaks))
    await sent(http, [large[each % len(large)] for each in range(20)], 20)
    highest, after = peaks[0], together(pid)
    course = []
    for _ in range(10):
        await sent(http, [mixed[each % len(mixed)] for each in range(20)], 4)
        course.append(round(together(pid)))
    watcher.cancel()
    return {
        "before": round(before),
        "twenty_at_once": {"most": round(highest), "goal": GOAL_MB, "afterwards": round(after)},
        "two_hundred": {"after_each_twenty": course, "most": round(peaks[0])},
    }


def main() -> int:
    largest = {kind: photo(kind, LARGEST) for kind in KINDS}
    peaks = {
        kind: dict(zip(("most", "afterwards"), peak(largest[kind]), strict=True))
        for kind in largest
    }
    print(json.dumps(peaks, indent=2), flush=True)
    at_once = [largest[kind] for kind in ("jpeg", "progressive", "heic", "avif", "webp")]
    mixed = [photo(kind, ORDINARY, seed) for seed in range(2) for kind in KINDS]
    found = asyncio.run(served(at_once, mixed))
    print(json.dumps(found, indent=2))
    return 0 if float(str(found["twenty_at_once"]["most"])) <= GOAL_MB else 1  # type: ignore[index]


if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m tests.console.gallery`: plays the scenes and writes the pictures and their page."""

import argparse
import asyncio
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from tests.console.gallery.cast import cast
from tests.console.gallery.index import PICTURES, write
from tests.console.gallery.scenes import Scene
from tests.console.gallery.services import opened
from tests.console.gallery.stage import Stage, file_of, play, stage


async def run(
    scenes: Iterable[Scene], folder: Path, *, width: int = 360, language: str = "en",
    dark: bool = False,
) -> list[str]:  # fmt: skip
    """Plays them, service by service; what went wrong."""
    wrong: list[str] = []
    folder.mkdir(parents=True, exist_ok=True)
    look = {"width": width, "language": language, "dark": dark}
    ordered = sorted(scenes, key=lambda each: each.service)
    for name, group in groupby(ordered, key=lambda each: each.service):
        with tempfile.TemporaryDirectory() as data:
            async with opened(name, Path(data)) as serving, stage(serving, **look) as place:
                for each in group:
                    wrong += await _played(place, each, folder)
    return wrong


async def _played(place: Stage, scene: Scene, folder: Path) -> list[str]:
    """Writes the scene's picture, or what stood there when it went wrong, and says so."""
    begun, file = time.monotonic(), file_of(folder, scene)
    wrong = []
    try:
        file.write_bytes(await play(place, scene))
    except Exception as error:
        traceback.print_exc(limit=4)
        wrong.append(f"{scene.name}: {type(error).__name__}: {str(error)[:300]}")
        file.with_suffix(".wrong.png").write_bytes(await place.page.screenshot())
    print(f"{scene.name}: {time.monotonic() - begun:.1f} s", flush=True)
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.console.gallery")
    parser.add_argument("only", nargs="*", help="names or parts of names of scenes")
    parser.add_argument("--into", type=Path, default=PICTURES)
    parser.add_argument("--width", type=int, default=360)
    parser.add_argument("--language", choices=("en", "fr", "de"), default="en")
    parser.add_argument("--dark", action="store_true")
    given = parser.parse_args()
    scenes = [
        each
        for each in cast()
        if not given.only or any(part in each.name or part == each.service for part in given.only)
    ]
    wrong = asyncio.run(
        run(scenes, given.into, width=given.width, language=given.language, dark=given.dark)
    )
    write(cast())
    print("\n".join(wrong) or "all shown")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

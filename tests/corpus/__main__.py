"""Judges the corpus and prints its table; ends with 1 when anything is wrong.

    uv run --group test --with imageio-ffmpeg==0.8.1 python -m tests.corpus [--tenth] [--only WORD]

`--tenth` takes every tenth file, always the same ones; `--rows` writes every row to a file. Where
the packages cannot be had, it says so and ends with 1 in CI and with 0 elsewhere.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import mean

from gql_api.media.decoder_pool import DecoderPool
from tests.corpus.gather import Sample, samples
from tests.corpus.judge import Row, judged
from tests.corpus.made import made
from tests.corpus.renderings import Chromium
from tests.corpus.truth import truth

MOST_OF_ALL = 4.0


def rows(chosen: Sequence[Sample]) -> list[Row]:
    found, decoders = [], DecoderPool(1)
    try:
        with Chromium() as chromium:
            for sample in chosen:
                found.append(judged(sample, truth(sample, chromium), decoders, chromium))
                for fault in found[-1].wrong:
                    print(f"WRONG {sample.name}: {fault}", flush=True)
    finally:
        decoders.close()
    return found


def table(found: Sequence[Row]) -> str:
    """One line a format, for docs/photos.md."""
    lines = ["| Format | Files | Taken | Refused | Wrong | Compared | Mean | Most |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind in ("jpeg", "png", "webp", "gif", "heic", "avif", "other"):
        these = [row for row in found if row.kind == kind]
        outcomes = Counter(row.outcome == "taken" for row in these)
        counts = (len(these), outcomes[True], outcomes[False], sum(1 for row in these if row.wrong))
        differences = [row.difference for row in these if row.difference is not None]
        colours = f"{mean(differences):.1f} | {max(differences):.1f}" if differences else "| "
        cells = " | ".join(map(str, (*counts, len(differences))))
        lines.append(f"| {kind} | {cells} | {colours} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenth", action="store_true")
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--rows", type=Path)
    options = parser.parse_args()
    try:
        everything = samples()
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"skipped: the packages of the corpus cannot be had: {error}")
        return 1 if os.environ.get("CI") else 0
    began = time.perf_counter()
    chosen = everything[::10] if options.tenth else everything
    chosen += made(everything)
    found = rows([sample for sample in chosen if options.only in sample.name])
    if options.rows:
        options.rows.write_text(json.dumps([asdict(row) for row in found], indent=1))
    print(table(found))
    wrong = sum(1 for row in found if row.wrong)
    for name, is_bright in (("ordinary", False), ("PQ and HLG", True)):
        differences = [
            row.difference
            for row in found
            if row.difference is not None and row.is_bright == is_bright
        ]
        if differences:
            average = mean(differences)
            wrong += average > MOST_OF_ALL
            print(
                f"{name}: {len(differences)} files, mean {average:.2f}, most {max(differences):.1f}"
            )
    seconds = time.perf_counter() - began
    print(f"{len(found) - wrong} passed, {wrong} failed, in {seconds:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

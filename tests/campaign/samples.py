"""What a running service holds: memory of each kind of process, open files, contexts, rows.

Read from /proc, from `/metrics` and, after its end, from the data folder; nothing is asked of the
product beyond what an operator sees. What a soak makes of it is `soak`'s matter.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import psutil

from tests.e2e.serving import Serving

GAUGES: Final = (
    "fripier_browser_contexts",
    "fripier_browser_tabs",
    "fripier_parked_forms",
)
OWN, DRIVER, BROWSER = "service", "driver", "browser"


@dataclass(frozen=True)
class Sample:
    """At one moment: after so many listings, in so many lives of the service."""

    listings: int
    life: int
    megabytes: Mapping[str, float]
    """Proportional, by kind of process."""
    files: int
    threads: int
    processes: int
    gauges: Mapping[str, float]


def _proportional(pid: int) -> float:
    """A process's share of memory, in MB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(text.partition("\nPss:")[2].split()[0]) * 1024 / 1e6


def _kind(process: psutil.Process) -> str:
    command = process.cmdline()
    program = Path(command[0]).name if command else ""
    if "chrom" in program:
        return BROWSER
    return DRIVER if program == "node" else "decoder"


async def sample(service: Serving, listings: int, life: int) -> Sample:
    """What it holds now."""
    own = psutil.Process(service.process.pid)
    held = Counter({OWN: _proportional(own.pid)})
    children = own.children(recursive=True)
    for each in children:
        try:
            held[_kind(each)] += _proportional(each.pid)
        except (psutil.NoSuchProcess, OSError):
            continue  # it has ended since it was listed
    text = (await service.http.get("/metrics")).text
    gauges = {name: _value(text, name) for name in GAUGES}
    files, threads = own.num_fds(), own.num_threads()
    return Sample(listings, life, dict(held), files, threads, len(children), gauges)


def _value(text: str, name: str) -> float:
    found = re.search(rf"^{name} (\S+)$", text, re.M)
    return float(found[1]) if found else 0.0


def flatness(samples: Sequence[Sample], after: int) -> dict[str, tuple[float, float]]:
    """By kind, its median in the first and the last third of what came after so many listings."""
    later = [each for each in samples if each.listings > after]
    third = max(1, len(later) // 3)
    found = {}
    for kind in (OWN, DRIVER, BROWSER):
        first, last = (
            [each.megabytes.get(kind, 0.0) for each in part]
            for part in (later[:third], later[-third:])
        )
        if first and last:
            found[kind] = (median(first), median(last))
    return found


def left_rows(folder: Path) -> dict[str, int]:
    """Rows that stand for something under way, when nothing is under way any more."""
    with closing(sqlite3.connect(folder / "fripier.db")) as database:
        counted = {
            name: int(database.execute(query).fetchone()[0]) for name, query in UNDER_WAY.items()
        }
    return {name: count for name, count in counted.items() if count}


UNDER_WAY: Final = {
    "jobs": "SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')",
    "runs of the engine": (
        "SELECT count(*) FROM workflow_status WHERE status IN ('PENDING', 'ENQUEUED')"
    ),
    "errands": "SELECT count(*) FROM errands",
}


def strays(folder: Path) -> list[str]:
    """Files of the data folder that no row knows, or that a crash left half written."""
    with closing(sqlite3.connect(folder / "fripier.db")) as database:
        known = {str(row[0]) for row in database.execute("SELECT id FROM photos")}
    found = []
    for place in folder.rglob("*"):
        if place.is_file() and (place.suffix in {".tmp", ".part"} or place.name.startswith("tmp")):
            found.append(str(place.relative_to(folder)))
        if place.suffix == ".jpg" and "photos" in place.parts and place.stem not in known:
            found.append(str(place.relative_to(folder)))
    return sorted(found)

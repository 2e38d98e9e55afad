"""What the machine can carry: forms filled at once by its cores, open forms by its memory.

Owns what is read of the machine, a container's bounds included, and what follows from it. Who
waits for a place is the engine's and the workflows' matter, what is told of it `gauges`'.
"""

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FORMS_PER_CORE: Final = 2
"""Filled at once: on two cores the slowest of four took 1.4 times as long as one alone, and of
eight 2.2 times (November 2026, one browser)."""
PACED_PER_CORE: Final = 12
"""Under way with human pauses: of some 19 s a form takes about 1.6 of a core (November 2026)."""
FORM_BYTES: Final = 75_000_000
"""What an open form holds in the browser (November 2026, a plain page: 72 MiB)."""
FORMS_SHARE: Final = 0.25
"""Of the memory, for forms that only wait for their yes."""
FORM_SECONDS: Final = 20.0
"""How long a form takes with human pauses, to say when a place is free."""
LEAST_BYTES: Final = 2 * FORM_BYTES
"""Less memory than this, and the next form may end the browser."""
_PSI: Final = re.compile(r"some avg10=(\d+\.\d+)")
_CONTAINER: Final = Path("sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Machine:
    """What this process may use; `cores` may be a part of one."""

    cores: float
    memory: int

    @property
    def forms_at_once(self) -> int:
        """How many forms are filled at the same time."""
        return min(max(2, math.floor(self.cores * FORMS_PER_CORE)), 16)

    def forms_under_way(self, *, paced: bool) -> int:
        """How many are begun and not done; with pauses between their fields most of them wait."""
        if not paced:
            return self.forms_at_once
        return max(
            self.forms_at_once, min(math.floor(self.cores * PACED_PER_CORE), self.open_forms)
        )

    @property
    def open_forms(self) -> int:
        """How many filled forms wait for their yes in the browser."""
        return min(max(2, int(self.memory * FORMS_SHARE / FORM_BYTES)), 24)


def machine(root: Path = Path("/")) -> Machine:
    """This machine, or the part of it that a container has (cgroup 2)."""
    affine = getattr(os, "sched_getaffinity", None)
    cores: float = len(affine(0)) if affine else os.cpu_count() or 1
    quota, _, period = _text(root / _CONTAINER / "cpu.max").partition(" ")
    if quota.isdecimal() and period.strip().isdecimal():
        cores = min(cores, int(quota) / int(period))
    memory = _meminfo(root).get("MemTotal", 0) or 2_000_000_000
    bound = _number(root / _CONTAINER / "memory.max")
    return Machine(cores, min(memory, bound) if bound else memory)


def available(root: Path = Path("/")) -> int | None:
    """Bytes of memory that can still be used; None where the system does not tell."""
    free = _meminfo(root).get("MemAvailable")
    bound, used = (_number(root / _CONTAINER / f"memory.{name}") for name in ("max", "current"))
    if free is None or not bound or used is None:
        return free
    # What was read of files is given back when it is needed.
    cached = re.search(r"^inactive_file (\d+)", _text(root / _CONTAINER / "memory.stat"), re.M)
    return min(free, bound - used + (int(cached[1]) if cached else 0))


def has_memory(root: Path = Path("/")) -> bool:
    """Whether there is enough for another form, as far as that is told."""
    free = available(root)
    return free is None or free >= LEAST_BYTES


def pressure(root: Path = Path("/")) -> Mapping[str, float]:
    """The share of the last ten seconds in which something waited for `cpu`, `memory`, `io`."""
    found = {name: _PSI.search(_text(root / f"proc/pressure/{name}")) for name in _RESOURCES}
    return {name: float(each[1]) / 100 for name, each in found.items() if each}


_RESOURCES: Final = ("cpu", "memory", "io")


def _meminfo(root: Path) -> dict[str, int]:
    rows = re.findall(r"^(\w+): +(\d+) kB", _text(root / "proc/meminfo"), re.M)
    return {name: int(kilobytes) * 1024 for name, kilobytes in rows}


def _number(path: Path) -> int | None:
    text = _text(path).strip()
    return int(text) if text.isdecimal() else None


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except (OSError, ValueError):
        return ""

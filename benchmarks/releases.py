"""What this checkout costs beside another one: a cached query, idling, and a prepare.

    uv run python -m benchmarks.releases BEFORE [pairs]

BEFORE is the folder of another checkout of Fripier whose environment is synced (`uv sync`). Both
services run at the same time, in mock mode over an empty data folder, and are asked in turns, the
order within a pair changing, so that the load of the machine meets both alike. CPU is that of the
service's process, from /proc; a prepare is timed by its caller. Figures are the medians of the
ratios within the pairs. It ends with 1 when one of them is above 1.05 plus the spread: half the
distance between the quartiles of the ratios. One pair before them warms up and does not count.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from benchmarks.idle import cpu_seconds
from tests.e2e.serving import SERVE, Serving, serving

PAIRS: Final = 9
MOST: Final = 1.05
REQUESTS: Final = 400
IDLE_SECONDS: Final = 10.0
UNBOUND: Final = {"OPERATIONS_PER_MINUTE": "1000000", "PREPARES_PER_MINUTE": "600"}
QUERY: Final = {"query": "{ capabilities { version } }"}

Measure = Callable[[Serving], Awaitable[float]]


@dataclass(frozen=True)
class Compared:
    """One figure of both, pair by pair."""

    name: str
    unit: str
    before: tuple[float, ...]
    now: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """Now to before within each pair."""
        return [new / old for new, old in zip(self.now, self.before, strict=True)]

    @property
    def spread(self) -> float:
        """Half the distance between the quartiles of the ratios."""
        lower, _, upper = quantiles(self.ratios, n=4)
        return (upper - lower) / 2

    @property
    def holds(self) -> bool:
        """Whether now costs no more than it may."""
        return median(self.ratios) <= MOST + self.spread

    def __str__(self) -> str:
        figures = f"{median(self.before):.3g} -> {median(self.now):.3g} {self.unit}"
        kept = "kept" if self.holds else "NOT kept"
        return f"{self.name}: {figures}, {median(self.ratios):.3f} ± {self.spread:.3f}, {kept}"


async def cached_query(service: Serving) -> float:
    """Microseconds of CPU of one request."""
    begun = cpu_seconds(service.process.pid)
    for _ in range(REQUESTS):
        answer = await service.http.post("/graphql", json=QUERY)
        answer.raise_for_status()
    return (cpu_seconds(service.process.pid) - begun) / REQUESTS * 1e6


async def prepare(service: Serving) -> float:
    """Seconds until the prepared listing is answered; its form is closed again."""
    begun = time.perf_counter()
    prepared = await service.prepare()
    seconds = time.perf_counter() - begun
    if prepared["outcome"] != "prepared":
        raise RuntimeError(f"the form was not filled: {prepared}")
    job = prepared["draft_context"]["job_id"]
    (await service.http.delete(f"/vinted/jobs/{job}")).raise_for_status()
    return seconds


async def idle(service: Serving) -> float:
    """Percent of a core while nobody asks anything."""
    begun, at = cpu_seconds(service.process.pid), time.perf_counter()
    await asyncio.sleep(IDLE_SECONDS)
    return 100 * (cpu_seconds(service.process.pid) - begun) / (time.perf_counter() - at)


async def in_turns(
    name: str, unit: str, measure: Measure, services: Sequence[Serving], pairs: int
) -> Compared:
    """A figure of both services, in pairs."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs + 1):
        order = (0, 1) if number % 2 else (1, 0)
        for which in order:
            taken[which].append(await measure(services[which]))
    return Compared(name, unit, tuple(taken[0][1:]), tuple(taken[1][1:]))


async def main(before: Path, pairs: int) -> list[Compared]:
    """Start both and ask them in turns."""
    commands = ((str(before / ".venv/bin/fripier"), "serve"), SERVE)
    async with AsyncExitStack() as stack:
        services = []
        for command in commands:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            env = {"LOG_LEVEL": "info", **UNBOUND}
            services.append(await stack.enter_async_context(serving(folder, 0, command, **env)))
        found = [
            await in_turns("idle", "% of a core", idle, services, pairs),
            await in_turns("cached query", "µs of CPU", cached_query, services, pairs),
        ]
        for service in services:
            (await service.sign_in()).raise_for_status()
        return [*found, await in_turns("prepare", "s", prepare, services, pairs)]


if __name__ == "__main__":
    load = os.getloadavg()[0]
    compared = asyncio.run(
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PAIRS)
    )
    print(f"load average {load:.1f} before and {os.getloadavg()[0]:.1f} after")
    print(*compared, sep="\n")
    sys.exit(not all(each.holds for each in compared))

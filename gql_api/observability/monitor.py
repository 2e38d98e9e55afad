"""What an operator looks at: figures, the page of metrics, and whether the process is ready.

Joins what is read from the database, from this process and from its checks; the composition root
hands in where each comes from. Names of metrics are `telemetry`'s, checks `readiness`'.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gql_api.domain.status import BrowserFigures, Here, Limit, Readiness, Shared, Stats
from gql_api.durable_files import room_of
from gql_api.limits.capacity import available, pressure
from gql_api.limits.rate_limiter import Limits
from gql_api.observability.logging import TOLD, TROUBLE
from gql_api.observability.metrics_page import MetricsPage, Remembered
from gql_api.observability.readiness import STOPPING, Probe, readiness
from gql_api.observability.telemetry import Metrics

READY_SECONDS: Final = 1.0
"""For so long a look at the checks counts: each of them writes to the disk."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the figures of this process come from; the defaults are those of a process without."""

    folder: Path
    limits: Limits
    refused: Mapping[str, int]
    readers: Callable[[], Mapping[str, int]]
    streams: Callable[[], Mapping[str, int]]
    browser: Callable[[], BrowserFigures | None] = lambda: None
    open_forms: Callable[[], int] = lambda: 0

    async def read(self) -> Here:
        """The figures as they are now."""
        disk = await room_of(self.folder)
        limits = self.limits.tightest()
        refused = dict(self.limits.refused)
        return Here(
            free_bytes=disk.free,
            size_bytes=disk.total,
            limits=tuple(Limit(each.name, each.quota, each.remaining) for each in limits),
            refusals={"daily": 0, "queued": 0, "capacity": 0} | refused | dict(self.refused),
            subscribers=self.readers(),
            streams=self.streams(),
            trouble={"database": 0, "disk": 0, "store": 0} | TROUBLE,
            log_events=dict(TOLD),
            pressure=pressure(),
            available_bytes=available(),
            open_forms=self.open_forms(),
            browser=self.browser(),
        )


class Monitor:
    """Everything that this process tells an operator."""

    def __init__(
        self,
        role: str,
        metrics: Metrics,
        sources: Sources,
        shared: Callable[[], Awaitable[Shared]],
        probes: Mapping[str, Probe],
        *,
        stops: Callable[[], bool],
    ) -> None:
        self._stops = stops
        self._sources = sources
        self._shared = shared
        self._started = time.monotonic()
        self._checks = Remembered(lambda: readiness(probes), READY_SECONDS)
        self._page = MetricsPage(
            metrics, role, shared=shared, here=sources.read, readiness=self.readiness
        )

    async def readiness(self) -> Readiness:
        """Whether the process can do its work now; one that stops says so and looks no further."""
        return STOPPING if self._stops() else await self._checks.get()

    async def stats(self) -> Stats:
        """Figures of everybody as they are now; `StorageUnavailable`."""
        here, shared = await asyncio.gather(self._sources.read(), self._shared())
        return Stats.of_everybody(shared, here, self.uptime_seconds)

    @property
    def uptime_seconds(self) -> float:
        """Since the process was built."""
        return time.monotonic() - self._started

    def open_streams(self) -> Mapping[str, int]:
        """What callers have open in this process, by kind."""
        return self._sources.streams()

    async def metrics(self, accept: str | None) -> tuple[bytes, str]:
        """The page for Prometheus and its media type, as an Accept field asks."""
        return await self._page.show(accept)

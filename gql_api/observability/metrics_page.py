"""The page of metrics, and what it takes to read it no more often than somebody looks.

The figures of the database are remembered for some seconds, so that many scrapers cost as much as
one; nothing is read while nobody asks. Names and labels are `metrics` and `gauges`.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

from prometheus_client.exposition import choose_encoder

from gql_api.domain.status import Here, Readiness, Shared
from gql_api.errors import ServiceError
from gql_api.observability.gauges import Gauges
from gql_api.observability.metrics import Metrics

T = TypeVar("T")

KEPT_SECONDS: Final = 5.0
READ_SECONDS: Final = 3.0
"""How long a scrape waits for the database; Prometheus itself waits ten."""


class Remembered(Generic[T]):
    """A value that is read again when it is asked for and older than `seconds`."""

    def __init__(self, read: Callable[[], Awaitable[T]], seconds: float) -> None:
        self._read = read
        self._seconds = seconds
        self._lock = asyncio.Lock()
        self._kept: tuple[float, T] | None = None

    async def get(self) -> T:
        """The value; raises what reading it raises, and remembers no failure."""
        async with self._lock:
            now = time.monotonic()
            if self._kept is None or now - self._kept[0] >= self._seconds:
                self._kept = (now, await self._read())
            return self._kept[1]


class MetricsPage:
    """What `/metrics` answers, from what is counted here and what is read for it."""

    def __init__(
        self,
        metrics: Metrics,
        role: str,
        *,
        shared: Callable[[], Awaitable[Shared]],
        here: Callable[[], Awaitable[Here]],
        readiness: Callable[[], Awaitable[Readiness]],
    ) -> None:
        self._registry = metrics.registry
        self._role = role
        self._shared = Remembered(shared, KEPT_SECONDS)
        self._here = here
        self._readiness = readiness
        self._turn = asyncio.Lock()
        self._gauges: Gauges | None = None

    async def show(self, accept: str | None) -> tuple[bytes, str]:
        """The page and its media type: OpenMetrics where it is asked for, else Prometheus' text."""
        async with self._turn:
            gauges = self._register(await self._here())
            gauges.readiness = await self._readiness()
            gauges.shared = await self._read_shared()
            encode, media = choose_encoder(accept or "")
            return encode(self._registry), media

    def _register(self, here: Here) -> Gauges:
        """The collector of what is read, which the registry asks for its families at once."""
        if self._gauges is None:
            self._gauges = Gauges(self._role, here)
            self._registry.register(self._gauges)
        self._gauges.here = here
        return self._gauges

    async def _read_shared(self) -> Shared | None:
        try:
            async with asyncio.timeout(READ_SECONDS):
                return await self._shared.get()
        except (ServiceError, TimeoutError):
            # Told by the page itself: `fripier_database_up` is 0.
            return None

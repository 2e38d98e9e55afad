"""The composition of what an operator looks at: which figures and which checks a role has.

A part of the composition root; what is then shown is `monitor`'s, what a check means `readiness`'.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from gql_api.bootstrap.container import Core
from gql_api.limits.capacity import has_memory
from gql_api.limits.rate_limiter import Limits
from gql_api.observability.monitor import Monitor, Sources
from gql_api.observability.readiness import Probe, holding, room_in
from gql_api.sessions.service import Sessions
from gql_api.settings import Settings

if TYPE_CHECKING:
    from gql_api.bootstrap.worker import Worker


def limits_of(settings: Settings) -> Limits:
    """The limits at this process's door."""
    rates = {
        "publish": settings.publish_per_minute,
        "uploads": settings.uploads_per_minute,
        "prepares": settings.prepares_per_minute,
    }
    return Limits(rates, shared=frozenset({"publish"}))


def build_monitor(
    core: Core,
    worker: "Worker | None",
    sessions: Sessions,
    limits: Limits,
    refused: Mapping[str, int],
    *,
    streams: Callable[[], Mapping[str, int]],
    stops: Callable[[], bool],
) -> Monitor:
    """Figures and checks of a process; `refused` counts what admission refuses."""
    folder = core.settings.data_dir.resolve()
    sources = Sources(folder, limits, refused, core.broadcast.readers, streams)
    if worker:
        forms = worker.parking
        sources = replace(sources, browser=worker.open, open_forms=lambda: len(forms))
    probes = _probes(core, worker, sessions)
    metrics, figures = core.telemetry.metrics, core.stores.figures
    return Monitor(core.role, metrics, sources, figures.read, probes, stops=stops)


def _probes(core: Core, worker: "Worker | None", sessions: Sessions) -> Mapping[str, Probe]:
    """What has to be right for a role."""
    probes: dict[str, Probe] = {
        "database": holding(core.database.takes_writes, "database"),
        "key": holding(sessions.readable, "key"),
        "disk": room_in(core.settings.data_dir.resolve()),
    }
    if core.settings.storage_url:
        probes["storage"] = holding(core.media.intake.answers, "storage")
    if worker is None:
        return probes | {"workers": holding(_any(core.stores.workers.alive), "workers")}
    if liveness := worker.liveness:
        probes["lease"] = holding(_told(lambda: liveness.held), "lease")
    return probes | {
        "browser": worker.browser_cure,
        "memory": holding(_told(has_memory), "memory"),
    }


def _any(count: Callable[[], Awaitable[int]]) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return await count() > 0

    return look


def _told(look: Callable[[], bool]) -> Callable[[], Awaitable[bool]]:
    async def answer() -> bool:
        return look()

    return answer

"""What the service says of itself: what it can do, whether its parts work, and its figures.

Values only. The service fills them in, the transports show them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from gql_api import __version__


@dataclass(frozen=True, slots=True)
class MarketFacts:
    """A country's market: how prices are typed there, and whether its form's labels are known.

    Where they are not, fields are found by their ids and test ids alone.
    """

    host: str
    language: str
    currency: str
    decimal_separator: str
    labels_known: bool


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What this service can do and how much of it; sizes in bytes, times in seconds.

    `locator_pack` is the digest of the file that adds locators to those of the release.
    """

    market: str
    market_url: str
    currency: str
    mock_mode: bool
    publish_enabled: bool
    confirm_ttl_seconds: int
    publish_per_minute: int
    uploads_per_minute: int
    prepares_per_minute: int
    daily_listings: int | None
    max_photos: int
    max_photo_bytes: int
    max_photo_pixels: int
    max_jpeg_pixels: int
    max_webp_pixels: int
    max_upload_files: int
    max_upload_total_bytes: int
    markets: tuple[MarketFacts, ...]
    locator_pack: str | None = None
    photo_types: tuple[str, ...] = (
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/heic",
        "image/heif",
        "image/avif",
    )
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Works:
    """What drives browsers for this process: its own, or `workers` on other machines.

    `browser` names a browser that runs; else `hint` says how to get one. `open_forms` are the jobs
    whose filled forms stand open.
    """

    browser: str | None
    hint: str | None = None
    open_forms: tuple[str, ...] = ()
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the parts can be used; a missing browser does not stop the service.

    `key` is whether every stored session can be opened with the keys that are set, `storage`
    whether the store of photos and pictures answers; None when the data folder keeps them.
    """

    database: bool
    browser: str | None
    browser_hint: str | None = None
    key: bool = True
    workers: int | None = None
    storage: bool | None = None
    running: bool = True

    @property
    def ok(self) -> bool:
        """Whether requests can be taken in."""
        return self.running and self.database and self.storage is not False


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that has to be right before work can be done; `cure` when it is not."""

    name: str
    ok: bool
    cure: str | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Every check, and whether all of them pass."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether the process can do its work now."""
        return all(check.ok for check in self.checks)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The jobs that wait in a queue, and how long the first of them has waited."""

    jobs: int = 0
    oldest_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Shared:
    """Figures of the database: every process of a service tells the same.

    `jobs` counts by kind and state, `unknown` the clicks that a person has to settle, `workers`
    those that live (None where one process does all), `notices_failed` those that nobody took in
    for a day.
    """

    jobs: Mapping[tuple[str, str], int]
    queues: Mapping[str, Waiting]
    clicks: int
    published: int
    unknown: int
    resting: int
    photos: int
    photo_bytes: int
    workers: int | None = None
    notices_waiting: int = 0
    notices_failed: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit per minute, and what is left of it now."""

    name: str
    quota: int
    remaining: int


@dataclass(frozen=True, slots=True)
class BrowserFigures:
    """What is open in this process's browser, and what happened to it since the start."""

    up: bool
    contexts: int
    tabs: int
    launches: int
    crashes: int
    crashed_tabs: int


@dataclass(frozen=True, slots=True)
class Here:
    """Figures of this process since its start; sizes in bytes.

    `pressure` is the share of the last ten seconds in which something waited for a resource,
    `available_bytes` what is left of the memory; neither where the system does not tell.
    `refusals` counts by limit, `subscribers` by what they follow (`job`, `all`), `streams` what
    callers have open by kind, `trouble` by the part that said no (`database`, `disk`, `store`),
    `log_events` by event and level.
    """

    free_bytes: int
    size_bytes: int
    limits: tuple[Limit, ...] = ()
    refusals: Mapping[str, int] = field(default_factory=dict)
    subscribers: Mapping[str, int] = field(default_factory=dict)
    streams: Mapping[str, int] = field(default_factory=dict)
    trouble: Mapping[str, int] = field(default_factory=dict)
    log_events: Mapping[tuple[str, str], int] = field(default_factory=dict)
    pressure: Mapping[str, float] = field(default_factory=dict)
    available_bytes: int | None = None
    open_forms: int = 0
    browser: BrowserFigures | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of what a caller has; an administrator's are of everybody, with all the others.

    `jobs` counts by state, `queue` the jobs that wait.
    """

    jobs: Mapping[str, int]
    published: int
    uptime_seconds: float
    open_forms: int
    queue: int
    shared: Shared | None = None
    here: Here | None = None

    @classmethod
    def of_everybody(cls, shared: Shared, here: Here, uptime_seconds: float) -> Self:
        """The figures for who may see them all."""
        jobs = Counter[str]()
        for (_, state), count in shared.jobs.items():
            jobs[state] += count
        return cls(
            jobs=jobs,
            published=shared.published,
            uptime_seconds=uptime_seconds,
            open_forms=here.open_forms,
            queue=sum(waiting.jobs for waiting in shared.queues.values()),
            shared=shared,
            here=here,
        )

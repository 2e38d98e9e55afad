"""What is read when somebody looks: the figures of the database, and what is open in this process.

Turns values into Prometheus families, with their help texts. Nothing is counted or polled here:
the composition root hands in where the values come from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from gql_api import __version__
from gql_api.domain.status import Here, Readiness, Shared


@dataclass(eq=False, slots=True)
class Gauges(Collector):
    """The last values that were read; whoever shows them reads them just before."""

    role: str
    here: Here
    shared: Shared | None = None
    readiness: Readiness = field(default_factory=lambda: Readiness(()))

    def collect(self) -> Iterable[Metric]:
        """Every family; those of the database are left out while it cannot be read."""
        yield _gauge(
            "fripier_build_info", "The release and the role of this process; always 1.", 1,
            version=__version__, role=self.role,
        )  # fmt: skip
        yield _each(
            "fripier_ready", "Whether a check of /ready passes.", "check",
            {check.name: check.ok for check in self.readiness.checks},
        )  # fmt: skip
        yield _gauge(
            "fripier_database_up", "Whether the figures could be read.", self.shared is not None
        )
        yield from _of_process(self.here)
        if self.shared is not None:
            yield from _of_database(self.shared)


def _of_database(shared: Shared) -> Iterator[Metric]:
    jobs = GaugeMetricFamily("fripier_jobs", "Stored jobs.", labels=["kind", "state"])
    for (kind, state), count in shared.jobs.items():
        jobs.add_metric([kind, state], count)
    yield jobs
    yield _each(
        "fripier_queue_jobs", "Jobs that wait for their turn or for the publish limit.", "queue",
        {name: waiting.jobs for name, waiting in shared.queues.items()},
    )  # fmt: skip
    yield _each(
        "fripier_queue_oldest_seconds", "How long the longest waiting of them has waited.",
        "queue", {name: waiting.oldest_seconds for name, waiting in shared.queues.items()},
    )  # fmt: skip
    for name, text, value in (
        ("clicks_last_minute", "Clicks on publish within a minute.", shared.clicks),
        ("published_listings", "Publishes that were carried out.", shared.published),
        ("unknown_outcomes", "Clicks whose outcome a person has to settle.", shared.unknown),
        ("accounts_resting", "Accounts that rest after a challenge.", shared.resting),
        ("photos", "Photos that are kept.", shared.photos),
        ("photo_bytes", "Bytes of the photos that are kept.", shared.photo_bytes),
        ("notices_waiting", "Notices that no receiver has taken in yet.", shared.notices_waiting),
        ("notices_failed", "Notices that were given up after a day.", shared.notices_failed),
        ("workers", "Workers that live (several machines only).", shared.workers),
    ):
        if value is not None:
            yield _gauge(f"fripier_{name}", text, value)


def _of_process(here: Here) -> Iterator[Metric]:
    limits = here.limits
    yield _each(
        "fripier_rate_limit", "What a limit admits in a minute.", "limit",
        {limit.name: limit.quota for limit in limits},
    )  # fmt: skip
    yield _each(
        "fripier_rate_limit_remaining", "What is left of it at this process's door.", "limit",
        {limit.name: limit.remaining for limit in limits},
    )  # fmt: skip
    yield _counted(
        "fripier_rate_limit_refusals", "Requests that this process refused by a limit.", "limit",
        here.refusals,
    )  # fmt: skip
    yield _each(
        "fripier_subscribers", "Readers of live events: of one job, or of all.", "of",
        here.subscribers,
    )  # fmt: skip
    yield _each(
        "fripier_open_streams", "Sockets, subscriptions on them, and event streams.", "kind",
        here.streams,
    )  # fmt: skip
    yield _gauge("fripier_data_dir_free_bytes", "Room left for DATA_DIR.", here.free_bytes)
    yield _gauge("fripier_data_dir_size_bytes", "Size of the disk of DATA_DIR.", here.size_bytes)
    yield _each(
        "fripier_pressure", "Share of the last ten seconds in which something waited for it.",
        "resource", here.pressure,
    )  # fmt: skip
    if here.available_bytes is not None:
        yield _gauge(
            "fripier_memory_available_bytes", "Memory that can still be used, a container's bound "
            "included.", here.available_bytes,
        )  # fmt: skip
    yield _counted(
        "fripier_storage_trouble", "Times that the database, the disk or the store said no.",
        "part", here.trouble,
    )  # fmt: skip
    events = CounterMetricFamily(
        "fripier_log_events", "Lines of log that warn or report an error.",
        labels=["event", "level"],
    )  # fmt: skip
    for (event, level), count in here.log_events.items():
        events.add_metric([event, level], count)
    yield events
    if here.browser is not None:
        yield from _of_browser(here)


def _of_browser(here: Here) -> Iterator[Metric]:
    browser = here.browser
    if browser is None:
        return
    yield _gauge("fripier_parked_forms", "Prepared forms that are kept open.", here.open_forms)
    yield _gauge("fripier_browser_up", "Whether a browser runs; it starts when needed.", browser.up)
    yield _gauge("fripier_browser_contexts", "Accounts that are open in it.", browser.contexts)
    yield _gauge("fripier_browser_tabs", "Tabs that are open in it.", browser.tabs)
    yield _counted("fripier_browser_launches", "Browsers that were started.", None,
                   {"": browser.launches})  # fmt: skip
    yield _counted(
        "fripier_browser_crashes", "Browsers and tabs that ended by themselves or hung.", "what",
        {"browser": browser.crashes, "tab": browser.crashed_tabs},
    )  # fmt: skip


def _gauge(name: str, text: str, value: float, **labels: str) -> Metric:
    family = GaugeMetricFamily(name, text, labels=list(labels))
    family.add_metric(list(labels.values()), value)
    return family


def _each(name: str, text: str, label: str, values: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=[label])
    for each, value in values.items():
        family.add_metric([each], value)
    return family


def _counted(name: str, text: str, label: str | None, values: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(name, text, labels=[label] if label else [])
    for each, value in values.items():
        family.add_metric([each] if label else [], value)
    return family

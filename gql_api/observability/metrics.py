"""What this process counts as it happens, as Prometheus instruments in a registry of its own.

Owns names, labels and buckets. Every label's values are ours and few: a text from a page, a caller
or a seller never becomes one. What is read only when somebody looks is left to `gauges`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

from browser.errors import (
    CHALLENGE,
    RATE_LIMITED,
    BrowserError,
    ChallengeKind,
    ChallengeRequired,
    NeedsPerson,
)
from browser.listing import FieldName, FieldReport, ObstacleKind
from gql_api.domain.job import JobKind, Outcome, Result

OTHER: Final = "other"
FAILED: Final = "failed"
RANKS: Final = ("0", "1", "2", "3+")
"""How ranks are counted: a locator pack may add many candidates, and which of them is the log's."""

_METHODS: Final = frozenset(
    {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "WEBSOCKET"}
)
_OBSTACLES: Final = frozenset(
    {*ChallengeKind, *ObstacleKind, CHALLENGE, RATE_LIMITED, "unknown_dialog", OTHER}
)
_FIELDS: Final = frozenset(FieldName)
_MEMBERS: Final = _FIELDS | {"currency", "paid_option"}
_SHORT: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0)
_LONG: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0)


class Metrics:
    """The instruments of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._jobs()
        self._pages()
        self._requests()

    def _jobs(self) -> None:
        self._runs = Counter(
            "fripier_job_runs",
            "Runs of jobs that came to their result in this process.",
            ["kind", "outcome"],
            registry=self.registry,
        )
        for kind in JobKind:
            for outcome in (*Outcome, FAILED):
                # There from the start, so that the first one is seen as an increase.
                self._runs.labels(kind, outcome)
        self._failures = Counter(
            "fripier_job_failures",
            "Runs of jobs that failed in this process, by problem code.",
            ["kind", "code"],
            registry=self.registry,
        )
        self._stages = Histogram(
            "fripier_stage_duration_seconds",
            "How long the stored steps of jobs took; slot is the wait for the publish limit.",
            ["stage"],
            buckets=_LONG,
            registry=self.registry,
        )

    def _pages(self) -> None:
        self._steps = Histogram(
            "fripier_browser_step_duration_seconds",
            "How long the steps in the browser took.",
            ["step"],
            buckets=_LONG,
            registry=self.registry,
        )
        self._challenges = Counter(
            "fripier_challenges",
            "Obstacles at which a person has to act on the site.",
            ["kind"],
            registry=self.registry,
        )
        for kind in _OBSTACLES:
            self._challenges.labels(kind)
        self._locators = Counter(
            "fripier_locator_matches",
            "Fields that were filled, by the rank of the locator that found them.",
            ["field", "rank"],
            registry=self.registry,
        )
        for field in (*_FIELDS, OTHER):
            # There from the start, so that shares of them can be told.
            for rank in RANKS:
                self._locators.labels(field, rank)
        self._uncompared = Counter(
            "fripier_uncompared_members",
            "Members of draft and publish calls that were missing or of an unknown shape, so that "
            "they could not be compared with what was approved.",
            ["member"],
            registry=self.registry,
        )

    def _requests(self) -> None:
        self._answers = Counter(
            "fripier_http_requests",
            "Requests that were answered, by the route's template.",
            ["route", "method", "status"],
            registry=self.registry,
        )
        self._waits = Histogram(
            "fripier_http_request_duration_seconds",
            "From a request to the beginning of its answer.",
            ["route", "method"],
            buckets=_SHORT,
            registry=self.registry,
        )
        self._operations = Counter(
            "fripier_graphql_operations",
            "GraphQL operations, by kind and by whether an error that the schema does not "
            "promise was among the answer.",
            ["type", "result"],
            registry=self.registry,
        )
        # Asked for with every request: what was found by its labels once is kept, for they are few.
        self._answered = cache(self._answers.labels)
        self._waited = cache(self._waits.labels)
        self._operated = cache(self._operations.labels)

    def ended(self, kind: JobKind, result: Result) -> None:
        """A run has come to its result."""
        self._runs.labels(kind, result.outcome or FAILED).inc()
        if result.problem:
            self._failures.labels(kind, result.problem.code).inc()

    def staged(self, stage: str, seconds: float) -> None:
        """A stored step of a job was carried out."""
        self._stages.labels(stage).observe(seconds)

    def stepped(self, step: str, seconds: float) -> None:
        """A step in the browser is over."""
        self._steps.labels(step).observe(seconds)

    def obstructed(self, kind: str | None) -> None:
        """A challenge, a dialog or a pay wall was met."""
        self._challenges.labels(kind if kind in _OBSTACLES else OTHER).inc()

    def located(self, reports: Iterable[FieldReport]) -> None:
        """A form was filled: which locator found each field."""
        for report in reports:
            # The page's own codes of other attributes are as many as the site likes.
            field = report.name if report.name in _FIELDS else OTHER
            self._locators.labels(field, RANKS[min(report.rank, len(RANKS) - 1)]).inc()

    def uncompared(self, members: Iterable[str]) -> None:
        """A call left with members that could not be compared."""
        for member in members:
            self._uncompared.labels(member if member in _MEMBERS else OTHER).inc()

    def answered(self, route: str, method: str, status: int, seconds: float | None) -> None:
        """A request was answered, or left without an answer (status 0); `method` is `bounded`."""
        self._answered(route, method, status).inc()
        if seconds is not None:
            self._waited(route, method).observe(seconds)

    def operated(self, kind: str, *, failed: bool) -> None:
        """A GraphQL operation was carried out or refused."""
        self._operated(kind, "error" if failed else "ok").inc()


def bounded(method: str) -> str:
    """A request's method, or what stands for all that nobody uses."""
    return method if method in _METHODS else OTHER


def obstacle(error: BrowserError) -> str | None:
    """What an error is as an obstacle; None when no person has to act on the site."""
    if isinstance(error, ChallengeRequired):
        return error.kind
    return error.reason if isinstance(error, NeedsPerson) else None

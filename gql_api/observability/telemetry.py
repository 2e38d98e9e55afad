"""What a process tells of its work: counters, durations and, when configured, traces.

One object is handed to the parts that work; they say what happened in words of the domain. What is
shown of it is `metrics_page`'s, where spans go `tracing`'s.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import structlog

from browser.errors import BrowserError
from gql_api.domain.job import Job, Result
from gql_api.observability.metrics import Metrics, obstacle
from gql_api.observability.tracing import Span, Tracing, Untraced

__all__ = ["Metrics", "Span", "Telemetry", "Tracing", "Untraced"]

_TRACE_ID: Final = slice(3, 35)
"""Where a W3C `traceparent` holds the id of its trace."""


class Telemetry:
    """Counts and traces of one process."""

    def __init__(self, tracing: Tracing | None = None) -> None:
        self.metrics = Metrics()
        self.tracing: Tracing = tracing or Untraced()
        self._steps: dict[str, tuple[str, Callable[[], None]]] = {}

    @contextmanager
    def request(self, route: str, method: str, headers: Mapping[str, str]) -> Iterator[Span]:
        """Around a request; a caller's own trace goes on in it."""
        given = headers.get("traceparent")
        parent = {"traceparent": given} if given else None
        with (
            self.tracing.span(
                f"{method} {route}",
                "server",
                parent,
                http__request__method=method,
                http__route=route,
            ) as span,
            self._named(),
        ):
            yield span

    @contextmanager
    def job(self, job: Job) -> Iterator[None]:
        """Around a run of a job, within the trace of the request that asked for it."""
        parent = {"traceparent": job.trace} if job.trace else None
        with (
            self.tracing.span(
                f"job {job.kind}",
                "consumer",
                parent,
                fripier__job__id=job.id,
                fripier__job__kind=job.kind,
                fripier__job__revision=job.revision,
                fripier__job__dry_run=job.dry_run,
            ),
            self._named(),
        ):
            yield

    @contextmanager
    def stage(self, run_id: str, name: str) -> Iterator[None]:
        """Around a stored step of a job, where it is carried out and not where it is replayed."""
        started = time.perf_counter()
        with self.tracing.span(name):
            try:
                yield
            finally:
                self._end_step(run_id)
                self.metrics.staged(name, time.perf_counter() - started)

    def step(self, run_id: str, step: str) -> None:
        """A run has come to a step in the browser; the one before is over."""
        if run_id in self._steps and self._steps[run_id][0] == step:
            return
        self._end_step(run_id)
        started = time.perf_counter()
        end_span = self.tracing.begin(f"browser {step}")

        def end() -> None:
            end_span()
            self.metrics.stepped(step, time.perf_counter() - started)

        self._steps[run_id] = (step, end)

    def ended(self, job: Job, result: Result) -> None:
        self.metrics.ended(job.kind, result)

    def obstructed(self, error: BrowserError) -> None:
        """An error of the browser half; counted when a person has to act on the site."""
        if kind := obstacle(error):
            self.metrics.obstructed(kind)

    def _end_step(self, run_id: str) -> None:
        if held := self._steps.pop(run_id, None):
            held[1]()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Lines of log carry the id of the trace around them."""
        around = self.tracing.traceparent()
        if around is None:
            yield
            return
        with structlog.contextvars.bound_contextvars(trace_id=around[_TRACE_ID]):
            yield

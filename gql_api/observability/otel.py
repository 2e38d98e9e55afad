"""Tracing by OpenTelemetry: loaded only where an address to send spans to is set.

Owns the provider and what of an error becomes part of a span: its type, and neither its text nor
its trace, which may hold what a page or a seller said. Sampling, headers and batches are read by
the library from its own OTEL_ variables.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from gql_api import __version__
from gql_api.observability import tracing

_KINDS: Final = {
    "server": SpanKind.SERVER,
    "consumer": SpanKind.CONSUMER,
    "internal": SpanKind.INTERNAL,
}


class Traced:
    """Spans of one process, sent in batches by a thread of the library."""

    def __init__(self, instance: str, exporter: SpanExporter | None = None) -> None:
        """Without an exporter, to where the OTEL_EXPORTER_OTLP_ variables say, over HTTP."""
        self._provider = TracerProvider(resource=_resource(instance), shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(exporter or _over_http()))
        self._tracer = self._provider.get_tracer("fripier", __version__)
        self._wire = TraceContextTextMapPropagator()

    @contextmanager
    def span(
        self,
        name: str,
        kind: tracing.SpanKind = "internal",
        parent: Mapping[str, str] | None = None,
        **attributes: tracing.Attribute,
    ) -> Iterator[tracing.Span]:
        context = self._wire.extract(parent) if parent else None
        with self._tracer.start_as_current_span(
            name,
            context,
            _KINDS[kind],
            _dotted(attributes),
            record_exception=False,
            set_status_on_exception=False,
        ) as open_span:
            try:
                yield _Open(open_span)
            except BaseException as error:
                open_span.set_attribute("error.type", type(error).__name__)
                open_span.set_status(Status(StatusCode.ERROR))
                raise

    def begin(self, name: str, **attributes: tracing.Attribute) -> Callable[[], None]:
        return self._tracer.start_span(name, attributes=_dotted(attributes)).end

    def traceparent(self) -> str | None:
        carrier: dict[str, str] = {}
        self._wire.inject(carrier)
        return carrier.get("traceparent")

    def close(self) -> None:
        """Send what is left, and end the thread."""
        self._provider.shutdown()


class _Open:
    """A span of the library, with the one verb of ours."""

    def __init__(self, span: Span) -> None:
        self._span = span

    def note(self, **attributes: tracing.Attribute) -> None:
        self._span.set_attributes(_dotted(attributes))


def _resource(instance: str) -> Resource:
    """Who we are; a name of OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES wins."""
    found = Resource.create({"service.version": __version__, "service.instance.id": instance})
    if str(found.attributes.get("service.name", "unknown_service")).startswith("unknown_service"):
        return found.merge(Resource({"service.name": "fripier"}))
    return found


def _dotted(attributes: Mapping[str, tracing.Attribute]) -> dict[str, tracing.Attribute]:
    return {name.replace("__", "."): value for name, value in attributes.items()}


def _over_http() -> SpanExporter:
    # Beside the import above, since a caller with an exporter of its own needs no HTTP.
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
        OTLPSpanExporter,
    )

    return OTLPSpanExporter()

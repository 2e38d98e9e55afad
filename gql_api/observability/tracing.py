"""Spans around requests, jobs, their stages and the steps in the browser; off unless configured.

The one seam to a tracing library: `Untraced` costs nothing and imports nothing, `otel` is loaded
when an address to send spans to is set. Attributes are names, counts, ids of ours and codes, and
never what a page, a seller or a session says.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Literal, Protocol

Attribute = str | int | bool
SpanKind = Literal["server", "consumer", "internal"]


class Span(Protocol):
    """A span that is open now."""

    def note(self, **attributes: Attribute) -> None:
        """Add attributes; `__` in a name stands for a dot."""


class Tracing(Protocol):
    """Where spans go."""

    def span(
        self,
        name: str,
        kind: SpanKind = "internal",
        parent: Mapping[str, str] | None = None,
        **attributes: Attribute,
    ) -> AbstractContextManager[Span]:
        """A span around a block; its parent is the one around it, or that of W3C headers."""

    def begin(self, name: str, **attributes: Attribute) -> Callable[[], None]:
        """A span that ends when the answer is called; it is nobody's parent."""

    def traceparent(self) -> str | None:
        """The span around this, as the W3C header of that name; None where nothing is traced."""

    def close(self) -> None:
        """Send what has not been sent yet; may wait for the receiver."""


class Untraced:
    @contextmanager
    def span(
        self,
        name: str,
        kind: SpanKind = "internal",
        parent: Mapping[str, str] | None = None,
        **attributes: Attribute,
    ) -> Iterator[Span]:
        yield self

    def begin(self, name: str, **attributes: Attribute) -> Callable[[], None]:
        return _nothing

    def traceparent(self) -> str | None:
        return None

    def note(self, **attributes: Attribute) -> None:
        """Nobody reads it."""

    def close(self) -> None:
        """Nothing is open."""


def _nothing() -> None:
    """Ends a span that was never begun."""

"""What stays open: how many sockets, subscriptions and event streams each caller has at once.

Owns counting and the refusal of one too many, in this process. Who is counted as whom is said by
`rate_limit`, and how a refusal looks by each transport.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from browser.messages import Message
from gql_api.errors import TooManyStreams, Unavailable

LIMIT: Final = "streams"
"""What refusals are counted under, beside those of the rates."""
RETRY_SECONDS: Final = 5
"""When it is worth asking again: a stream may end at any moment."""


class Kind(StrEnum):
    """What may stay open."""

    SOCKET = "socket"
    SUBSCRIPTION = "subscription"
    EVENTS = "events"


class OpenStreams:
    """At most so many at once for each caller, so that one cannot take what all share."""

    def __init__(
        self, most: int, *, together: int | None = None, refused: Counter[str] | None = None
    ) -> None:
        """`together` bounds the event streams of all callers: each holds a connection."""
        self._most = most
        self._together = together
        self._refused = Counter[str]() if refused is None else refused
        self._refused[LIMIT] += 0
        self._callers: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter(dict.fromkeys(Kind, 0))

    def open(self) -> Mapping[str, int]:
        return dict(self._kinds)

    @contextmanager
    def held(self, caller: str, kind: Kind) -> Iterator[None]:
        """A place of the caller's while the block runs; raises `TooManyStreams` for none."""
        if self._callers[caller] >= self._most:
            self._refused[LIMIT] += 1
            raise TooManyStreams(
                Message(
                    "You have {count} sockets, subscriptions and event streams open, the most at "
                    "once: close some of them first.",
                    count=self._most,
                ),
                retry_after=RETRY_SECONDS,
            )
        if kind is Kind.EVENTS and self._kinds[kind] == self._together:
            self._refused[LIMIT] += 1
            raise Unavailable("There are too many open event streams.", retry_after=RETRY_SECONDS)
        self._callers[caller] += 1
        self._kinds[kind] += 1
        try:
            yield
        finally:
            self._kinds[kind] -= 1
            self._callers[caller] -= 1
            if not self._callers[caller]:
                del self._callers[caller]

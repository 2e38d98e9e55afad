"""What stands between a yes and its click: the time a call has to leave, and what to remember.

Plain values, so that a store can keep them. The click is `submission`'s, the fence the caller's.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

SEND_SECONDS: Final = 5.0
"""How long after the fence the publish call may leave the browser; past it, it never does."""

Clock = Callable[[], float]
"""Seconds that only ever grow."""


def uptime() -> float:
    """A clock that goes on while the process, or where it can be told the machine, is asleep."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Before:
    """How the seller's wardrobe stood before the click: what a later look needs to know.

    `owner` is the member's id. `known` are the ids of everything that was there, None when it
    could not be read. A draft keeps its id when it is published.
    """

    owner: str
    known: frozenset[str] | None = None
    draft_id: str | None = None


Fence = Callable[[Before], Awaitable[None]]
"""Called once before the click: stores what it is given, durably, or raises to forbid the click."""

"""How many connections the open files of this process allow, and what is kept back for the rest.

Raises the limit once at the start. Who counts connections is `http.connection`; what is told of it
at the start is the command line's matter.
"""

import sys
from dataclasses import dataclass
from typing import Final

WANTED: Final = 16_384
"""More open files than that are never asked for: each connection costs memory too."""
RESERVE: Final = 160
"""Kept for the database, the vault, photos, logs and the pipes of the browser's driver."""
FEWEST: Final = 256
"""With fewer open files there is no room for callers beside the reserve."""
UNKNOWN: Final = 512
"""Taken for the limit where the system tells of none."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What fits into so many descriptors."""

    descriptors: int

    @property
    def backlog(self) -> int:
        """So many may be accepted at once, before one of them can be refused."""
        return min(1024, self.descriptors // 8)

    @property
    def connections(self) -> int:
        """The most connections at once, sockets and streams among them."""
        return max(1, self.descriptors - RESERVE - self.backlog)

    @property
    def streams(self) -> int:
        """The most WebSockets, and the most event streams: what is left answers requests."""
        return max(1, self.connections * 2 // 5)

    @property
    def enough(self) -> bool:
        """Whether a service should start at all."""
        return self.descriptors >= FEWEST


def raise_limit() -> None:
    """Raise this process's limit of open files as far as it may be."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = WANTED if hard == resource.RLIM_INFINITY else min(hard, WANTED)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def capacity() -> Capacity:
    """What this process may hold open."""
    if sys.platform == "win32":
        return Capacity(UNKNOWN)
    import resource  # noqa: PLC0415  # not on every system

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return Capacity(WANTED if soft == resource.RLIM_INFINITY else soft)

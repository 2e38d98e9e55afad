"""How many connections there may be, together and from one address, and which gives way.

Room is for whoever waits for an answer: silent connections give way, the longest silent first.
Bytes and time are `connection`'s. Behind proxies of one's own every caller has their address, and
who it is is known from the head only, so that no address has a share of its own there.
"""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Collection
from ipaddress import IPv6Address, ip_address
from typing import Any, Final, Protocol

import structlog

from gql_api.http.malformed import FULL, FULL_OF_ONE, TooManyConnections

_NETWORK: Final = 64
"""So many bits of an IPv6 address tell callers apart: of the others each has all."""
_TOLD_EVERY: Final = 60.0
_CURE: Final = "If it is a proxy of your own, set TRUSTED_PROXY_HOPS: no address has a share then."

_log = structlog.get_logger(__name__)


class _Transport(Protocol):
    def is_closing(self) -> bool: ...
    def abort(self) -> None: ...


class Connection(Protocol):
    """What is asked of a connection."""

    @property
    def place(self) -> str | None: ...
    @property
    def since(self) -> float: ...
    @property
    def transport(self) -> _Transport: ...
    @property
    def gives_way(self) -> bool: ...


class Room:
    """The connections of one port; where places have a share, `of_one_address` from each at most.

    Sockets count in the share of their place, which has half of the sockets, and not among the
    rest: whoever counts all connections knows how many there are.
    """

    def __init__(
        self, most: int, of_one_address: int | None = None, sockets: int | None = None
    ) -> None:
        self._most = most
        self._share = of_one_address
        self._sockets = sockets
        self._all: set[Connection] = set()
        self._of: defaultdict[str, set[Connection]] = defaultdict(set)
        self._told_at = -math.inf

    def enter(self, newcomer: Connection, count: int) -> TooManyConnections | None:
        """Take a connection in; the refusal where there is no room.

        `count` is how many there are together with it and with the sockets.
        """
        self._all.add(newcomer)
        sockets = count - len(self._all)
        if self._share is not None and newcomer.place is not None:
            of_one = self._of[newcomer.place]
            of_one.add(newcomer)
            if not _fits(of_one, self._share, newcomer):
                self._tell(newcomer.place, self._share)
                return TooManyConnections(FULL_OF_ONE, retry_after=1)
        if _fits(self._all, self._most - sockets, newcomer):
            return None
        return TooManyConnections(FULL, retry_after=1)

    def hand_over(self, socket: Connection) -> TooManyConnections | None:
        """A connection becomes a socket; the refusal where its place has its share of them."""
        of_one = self._of.get(socket.place or "", set())
        held = len(of_one - self._all)
        if self._sockets is not None and held >= (most := max(1, self._sockets // 2)):
            self._tell(socket.place, most)
            return TooManyConnections(FULL_OF_ONE, retry_after=5)
        self._all.discard(socket)
        return None

    def leave(self, gone: Connection) -> None:
        """Forget a connection; one that was forgotten already is none."""
        self._all.discard(gone)
        if gone.place is not None and (of_one := self._of.get(gone.place)):
            of_one.discard(gone)
            if not of_one:
                del self._of[gone.place]

    @property
    def taken(self) -> int:
        """How many there are that are no sockets."""
        return len(self._all)

    def _tell(self, place: str | None, most: int) -> None:
        """Tell the operator, who alone can know whether that is a proxy."""
        now = time.monotonic()
        if now - self._told_at >= _TOLD_EVERY:
            self._told_at = now
            _log.warning("address_has_its_share", address=place, most=most, cure=_CURE)


def place_of(client: tuple[str, int] | None) -> str | None:
    """Where a connection comes from: an address, or its network where those are for the taking."""
    if client is None:
        return None
    try:
        address = ip_address(client[0])
    except ValueError:
        return None
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{IPv6Address(int(address) >> _NETWORK << _NETWORK)}/{_NETWORK}"


def when_lost(socket: Any, then: Callable[[], None]) -> None:
    """Call when a WebSocket goes: it is told to the protocol that has it from now on alone."""
    lost = socket.connection_lost

    def gone(exc: Exception | None) -> None:
        then()
        lost(exc)

    socket.connection_lost = gone


def _fits(group: Collection[Connection], most: int, newcomer: Connection) -> bool:
    """Make room for the newcomer: whoever has been silent for longest gives way."""
    if len(group) <= most:
        return True
    live = [each for each in group if not each.transport.is_closing()]
    if len(live) <= most:
        return True
    silent = [each for each in live if each is not newcomer and each.gives_way]
    if not silent:
        return False
    min(silent, key=lambda each: each.since).transport.abort()
    return True

"""How many connections there may be, together and from one address, and which gives way.

Room is for whoever waits for an answer: silent connections give way, the longest silent first.
Bytes and time are `connection`'s. Behind proxies of one's own every caller has their address, and
who it is is known from the head only, so that no address has a share of its own there.
"""

import math
import time
from collections import defaultdict
from collections.abc import Collection
from ipaddress import IPv6Address, ip_address
from typing import Final, Protocol

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
    """The connections of one port that are no sockets; `of_one_address` from one place at most."""

    def __init__(self, most: int, of_one_address: int | None = None) -> None:
        self._most = most
        self._share = of_one_address
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
                self._tell(newcomer.place)
                return TooManyConnections(FULL_OF_ONE, retry_after=1)
        if _fits(self._all, self._most - sockets, newcomer):
            return None
        return TooManyConnections(FULL, retry_after=1)

    def leave(self, gone: Connection) -> None:
        """Forget a connection; one that was forgotten already is none."""
        self._all.discard(gone)
        if gone.place is not None and (of_one := self._of.get(gone.place)):
            of_one.discard(gone)
            if not of_one:
                del self._of[gone.place]

    @property
    def taken(self) -> int:
        """How many there are."""
        return len(self._all)

    def _tell(self, place: str) -> None:
        """Tell the operator, who alone can know whether that is a proxy."""
        now = time.monotonic()
        if now - self._told_at >= _TOLD_EVERY:
            self._told_at = now
            _log.warning("address_has_its_share", address=place, most=self._share, cure=_CURE)


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

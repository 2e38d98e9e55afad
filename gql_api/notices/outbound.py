"""Connections to receivers outside: where they may go, and no further.

A host's addresses are looked up once, judged, and the connection is made to what was judged: a
name that answers otherwise a moment later (DNS rebinding) changes nothing. Loopback and private
networks are refused unless the host is named. Redirects are not followed, answers are not read.
"""

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from gql_api.notices.channel import NotDelivered

if TYPE_CHECKING:
    import httpx

SECONDS: Final = 15.0
"""For a whole delivery, look-up and connection included."""
_IN_SECRET: Final = ContextVar("in_secret", default=False)
MOST_ADDRESSES: Final = 3
_NAT64: Final = IPv6Network("64:ff9b::/96")

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


def _may_be_logged(_: logging.LogRecord) -> bool:
    return not _IN_SECRET.get()


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep httpx from logging the address of a call, which may be a secret.

    A host application's own calls are logged as it likes, while ours are under way too.
    """
    logging.getLogger("httpx").addFilter(_may_be_logged)
    before = _IN_SECRET.set(True)
    try:
        yield
    finally:
        _IN_SECRET.reset(before)


async def looked_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system gives them."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(text: str) -> bool:
    """Whether an address is one of the open net, whatever it is written in."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (inner := _inner(address)):
        address = inner
    return address.is_global and not address.is_multicast


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The older address that a newer one stands for."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


@lru_cache(1)
def system_trust() -> ssl.SSLContext:
    """The authorities that this machine trusts."""
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Outbound:
    """Reaches receivers; `private` names the hosts that may be on loopback or a private network."""

    private: frozenset[str] = frozenset()
    resolve: Resolve = looked_up
    trust: Callable[[], ssl.SSLContext] = system_trust

    async def addresses(self, host: str, port: int) -> Sequence[str]:
        """Where a host may be reached; `NotDelivered` when it may not."""
        try:
            found = await self.resolve(host, port)
        except OSError:
            raise NotDelivered("host_not_found") from None
        if host not in self.private and not all(map(is_public, found)):
            raise NotDelivered("private_address")
        if not found:
            raise NotDelivered("host_not_found")
        return found[:MOST_ADDRESSES]

    async def post(self, address: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Post to an address; `NotDelivered` unless it is answered with 200 to 299."""
        import httpx  # noqa: PLC0415 - a service without notices does not load it

        try:
            async with asyncio.timeout(SECONDS):
                status = await self._post(httpx.URL(address), content, headers)
        except TimeoutError:
            raise NotDelivered("timeout") from None
        except (httpx.HTTPError, OSError, ValueError) as error:
            raise NotDelivered(type(error).__name__) from None
        if not 200 <= status < 300:
            raise NotDelivered(f"status_{status}")

    async def _post(self, url: "httpx.URL", content: bytes, headers: Mapping[str, str]) -> int:
        import httpx  # noqa: PLC0415

        port = url.port or (443 if url.scheme == "https" else 80)
        found = await self.addresses(url.host, port)
        limits = httpx.Timeout(SECONDS, connect=_share(found))
        headers = {**headers, "host": url.netloc.decode(), "user-agent": "Fripier"}
        verify = self.trust() if url.scheme == "https" else False
        # No proxy of the environment: it would look the name up again.
        async with httpx.AsyncClient(verify=verify, trust_env=False, timeout=limits) as client:
            for number, address in enumerate(found, 1):
                request = client.build_request(
                    "POST",
                    url.copy_with(host=address),
                    content=content,
                    headers=headers,
                    extensions={"sni_hostname": url.host},
                )
                try:
                    with _unlogged():
                        answer = await client.send(request, stream=True)
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    if number == len(found):
                        raise
                    continue
                await answer.aclose()
                return answer.status_code
        raise NotDelivered("host_not_found")

    async def socket_to(self, host: str, port: int) -> socket.socket:
        """A connected socket; `NotDelivered` when the host may not be or cannot be reached."""
        loop = asyncio.get_running_loop()
        found = await self.addresses(host, port)
        for address in found:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            made = socket.socket(family, socket.SOCK_STREAM)
            made.setblocking(False)
            try:
                async with asyncio.timeout(_share(found)):
                    await loop.sock_connect(made, (address, port))
            except OSError:  # a TimeoutError is one
                made.close()
            except BaseException:
                made.close()
                raise
            else:
                return made
        raise NotDelivered("ConnectError")


def _share(addresses: Sequence[str]) -> float:
    """How long one address may take to connect, so that the next ones and the answer have time."""
    return SECONDS / (len(addresses) + 1)


def host_of(address: str) -> str:
    """The host of an address, as it is looked up."""
    return urlsplit(address).hostname or ""

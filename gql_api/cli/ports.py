"""Takes HOST and PORT before anything else is opened, so that a port that is busy costs nothing.

Bound here, served by uvicorn: until it listens, callers are refused as by a process that is down.
"""

import errno
import os
import socket
from contextlib import ExitStack
from typing import Final

from gql_api.settings import SettingsError

_CURES: Final = {
    errno.EADDRINUSE: (
        "{name}: {port} of {host} is in use by another program. Stop that one (ss -ltnp names it), "
        "or choose another port, or 0 for a free one."
    ),
    errno.EACCES: (
        "{name}: {port} is not for this user to listen on. Choose one from 1024 on, or give the "
        "process CAP_NET_BIND_SERVICE."
    ),
    errno.EADDRNOTAVAIL: (
        "HOST: {host} is no address of this machine. Set one that is (ip addr lists them), "
        "127.0.0.1 for this machine alone, or 0.0.0.0 for every one."
    ),
}
_OTHER: Final = "{name}: {port} of {host} cannot be listened on ({why}). Choose another one."


def bound(host: str, port: int) -> list[socket.socket]:
    """A socket for each address of the host, at one port; SettingsError with the cure."""
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError):
        raise SettingsError(
            f"HOST: {host} is not known here. Set an address of this machine, as 127.0.0.1."
        ) from None
    with ExitStack() as opened:
        sockets: list[socket.socket] = []
        for family, kind, protocol, _, address in dict.fromkeys(addresses):
            made = opened.enter_context(socket.socket(family, kind, protocol))
            # The first of several names the free port that 0 asks for.
            wanted = sockets[0].getsockname()[1] if sockets else port
            _bind(made, (str(address[0]), wanted, *address[2:]), host)
            sockets.append(made)
        opened.pop_all()
    return sockets


def refusal(error: OSError, host: str, port: int, name: str = "PORT") -> SettingsError:
    """Why it cannot be listened on, and what helps."""
    number = error.errno or 0
    text = _CURES.get(number, _OTHER)
    return SettingsError(text.format(name=name, host=host, port=port, why=os.strerror(number)))


def _bind(made: socket.socket, address: tuple[object, ...], host: str) -> None:
    if os.name == "posix":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if made.family == socket.AF_INET6:
        made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    made.setblocking(False)
    try:
        made.bind(address)
    except OSError as error:
        raise refusal(error, host, int(str(address[1]))) from None

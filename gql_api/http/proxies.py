"""Who calls, and by which address, with proxies of one's own in front: X-Forwarded-For, -Proto,
-Host and -Prefix.

Owns which entry of these fields counts: the one that the outermost of so many proxies has written,
counted from the right, since whatever stands left of it anybody may have sent. Whether a name is
ours is `origins`' matter.
"""

import re
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.types import Scope

from gql_api.http.addresses import CUT_OFF

_FOR: Final = b"x-forwarded-for"
_PROTO: Final = b"x-forwarded-proto"
_HOST: Final = b"x-forwarded-host"
_PREFIX: Final = b"x-forwarded-prefix"
_FORWARDED: Final = frozenset({_FOR, _PROTO, _HOST, _PREFIX})
_PATH: Final = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[\w.~!$&'()*+;=:@%-]+)+", re.ASCII)
_SECURE: Final = {"http": False, "ws": False, "https": True, "wss": True}
_SCHEMES: Final = {"http": ("http", "https"), "websocket": ("ws", "wss")}


class Proxies:
    """So many proxies of one's own; with none the fields count for nothing, whoever sends them."""

    def __init__(self, hops: int = 0) -> None:
        self._hops = hops

    def see_through(self, scope: Scope, sent: Headers) -> Headers:
        """Put the caller in the place of the last proxy; the header with the Host that was asked.

        Where a server has already believed the field by itself (uvicorn gives such a caller the
        port 0), the address is anybody's word: then there is none, and all such callers are one.
        """
        fields = [(name, value) for name, value in scope["headers"] if name in _FORWARDED]
        if not fields:
            return sent
        address = _address(self._entry(fields, _FOR))
        if address is not None:
            scope["client"] = (address, 0)
        elif scope.get("client") and scope["client"][1] == 0:
            scope["client"] = None
        secure = _SECURE.get((self._entry(fields, _PROTO) or "").lower())
        if secure is not None:
            scope["scheme"] = _SCHEMES[scope["type"]][secure]
        prefix = (self._entry(fields, _PREFIX) or "").rstrip("/")
        if _PATH.fullmatch(prefix):
            scope[CUT_OFF] = prefix
        host = self._entry(fields, _HOST)
        if not host:
            return sent
        others = [(name, value) for name, value in scope["headers"] if name != b"host"]
        scope["headers"] = [(b"host", host.encode("latin-1")), *others]
        return Headers(scope=scope)

    def _entry(self, fields: list[tuple[bytes, bytes]], wanted: bytes) -> str | None:
        """What the outermost proxy wrote; None where fewer have written."""
        values = [value.decode("latin-1") for name, value in fields if name == wanted]
        entries = ",".join(values).split(",")
        return entries[-self._hops].strip() if 0 < self._hops <= len(entries) else None


def _address(entry: str | None) -> str | None:
    """The address in an entry such as `192.0.2.1`, `192.0.2.1:80` or `[2001:db8::1]:80`."""
    text = (entry or "").strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return str(ip_address(text))
    except ValueError:
        return None

"""uvicorn's WebSockets, with a way to send a text at once: without a task that is woken for it.

An application finds it among the extensions of its scope. Where the other side reads slower than
is written it says no, and the usual way waits. The parts of uvicorn and websockets relied on are
named by `tests/edge/test_reliance.py`.
"""

import struct
from collections.abc import Callable
from typing import Any, Final

from starlette.types import Scope
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

SendNow = Callable[[bytes], bool]
"""Sends a text in UTF-8 as one message; false where it has to wait, or nobody is there."""
_EXTENSION: Final = "fripier.send_now"
_TEXT: Final = 0x81
"""A frame that is a whole text (RFC 6455, 5.2); the length follows, in more bytes if it is long."""
_SHORT, _MIDDLE = 126, 65_536


def send_now(scope: Scope) -> SendNow | None:
    """What sends at once on this connection, where its server can."""
    found: dict[str, Any] = scope.get("extensions", {}).get(_EXTENSION, {})
    return found.get("call")


class SocketProtocol(WebSocketsSansIOProtocol):
    """One WebSocket, as `uvicorn.Config(ws=...)` takes it."""

    async def run_asgi(self) -> None:
        extensions: dict[str, Any] = self.scope["extensions"]
        extensions[_EXTENSION] = {"call": self._send_now}
        await super().run_asgi()

    def _send_now(self, text: bytes) -> bool:
        if not self.writable.is_set() or self.close_sent or self.transport.is_closing():
            return False
        if not self.handshake_complete or self.conn.state is not State.OPEN:
            return False
        # Where messages may be compressed, each says for itself whether it is (RFC 7692, 6).
        self.transport.write(_head(len(text)) + text)
        return True


def _head(length: int) -> bytes:
    if length < _SHORT:
        return bytes((_TEXT, length))
    if length < _MIDDLE:
        return struct.pack("!BBH", _TEXT, 126, length)
    return struct.pack("!BBQ", _TEXT, 127, length)

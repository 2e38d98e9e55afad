"""A uvicorn server that sleeps until there is something to do.

uvicorn's own wakes up ten times a second, to see whether it is to end and what time it is. Here it
is woken to end, and the date of an answer is made where it is read, once a second at most. The
parts of uvicorn relied on are named by `tests/edge/test_reliance.py`.
"""

import asyncio
import time
from email.utils import formatdate

import uvicorn
from uvicorn.server import ServerState

Headers = list[tuple[bytes, bytes]]


class DatedState(ServerState):
    """What connections share; its headers tell the time at which they are read."""

    def __init__(self, config: uvicorn.Config) -> None:
        self._config = config
        self._second = 0
        self._headers: Headers = []
        super().__init__()

    @property
    def default_headers(self) -> Headers:
        """Those of every answer."""
        if (now := int(time.time())) != self._second:
            date = (b"date", formatdate(now, usegmt=True).encode())
            self._headers = [date, *self._config.encoded_headers]
            self._second = now
        return self._headers

    @default_headers.setter
    def default_headers(self, _: Headers) -> None:
        """Where the server sets them: they are made when they are read."""


class TicklessServer(uvicorn.Server):
    """Ends when `should_exit` is set, by a handler of signals too; no limit of requests."""

    def __init__(self, config: uvicorn.Config) -> None:
        self._is_to_end = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told = asyncio.Event()
        super().__init__(config)
        self.server_state = DatedState(config)

    @property
    def should_exit(self) -> bool:
        """Whether it is to end."""
        return self._is_to_end

    @should_exit.setter
    def should_exit(self, given: bool) -> None:
        self._is_to_end = given
        if given and self._loop:
            self._loop.call_soon_threadsafe(self._told.set)

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        try:
            if not self._is_to_end:  # what comes from here on wakes the loop
                await self._told.wait()
        finally:
            self._loop = None

"""Saying goodbye: long connections end in their own protocol's words before the server closes them.

A server that stops closes sockets with a code of its own, and waits for streams until its patience
ends. Whoever serves calls `tell` before that; transports say with `told` what they do then.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

Goodbye = Callable[[], Awaitable[None]]


class Leaving:
    """The connections that want to be told."""

    def __init__(self) -> None:
        self._goodbyes: list[Goodbye] = []

    @contextmanager
    def told(self, goodbye: Goodbye) -> Iterator[None]:
        """While the block runs, `goodbye` is called when the service stops."""
        self._goodbyes.append(goodbye)
        try:
            yield
        finally:
            self._goodbyes.remove(goodbye)

    async def tell(self) -> None:
        """Let everyone say goodbye; returns when all have."""
        await asyncio.gather(*(goodbye() for goodbye in self._goodbyes), return_exceptions=True)

"""Saying goodbye: long connections end in their own protocol's words before the server closes them.

A server that stops closes sockets with a code of its own, and waits for streams until its patience
ends. Whoever serves calls `tell` before that; transports say with `told` what they do then, and
end streams with `until_told`.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager, suppress
from typing import Any, Final, TypeVar

Goodbye = Callable[[], Awaitable[None]]
T = TypeVar("T")

PATIENCE_SECONDS: Final = 2.0
"""So long may goodbyes take together: one whose reader has stopped must not hold up the end."""


class Leaving:
    """The connections that want to be told."""

    def __init__(self) -> None:
        self._goodbyes: list[Goodbye] = []
        self._over = asyncio.Event()

    @contextmanager
    def told(self, goodbye: Goodbye) -> Iterator[None]:
        """While the block runs, `goodbye` is called when the service stops."""
        self._goodbyes.append(goodbye)
        try:
            yield
        finally:
            self._goodbyes.remove(goodbye)

    async def tell(self) -> None:
        """Let everyone say goodbye; returns when all have, or have had their time."""
        self._over.set()
        saying = [asyncio.ensure_future(goodbye()) for goodbye in self._goodbyes]
        if saying:
            await asyncio.wait(saying, timeout=PATIENCE_SECONDS)
        for late in saying:
            late.cancel()
        await asyncio.gather(*saying, return_exceptions=True)

    async def until_told(self, source: AsyncGenerator[T]) -> AsyncGenerator[T]:
        """What a source gives, each item whole, until it ends or the service stops."""
        over = asyncio.ensure_future(self._over.wait())
        async with aclosing(source):
            try:
                while (item := await _next(source, over)) is not None:
                    yield item
            finally:
                over.cancel()


async def _next(source: AsyncGenerator[T], over: asyncio.Future[Any]) -> T | None:
    """The next item, or None when there is none or nobody may wait for it any more."""
    coming = asyncio.ensure_future(anext(source, None))
    try:
        await asyncio.wait({coming, over}, return_when=asyncio.FIRST_COMPLETED)
        return coming.result() if coming.done() else None
    finally:
        if not coming.done():
            coming.cancel()
            with suppress(asyncio.CancelledError):
                await coming

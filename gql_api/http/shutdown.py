"""Saying goodbye: long connections end in their own protocol's words before the server closes them.

A server that stops closes sockets with a code of its own, and waits for streams until its patience
ends. Whoever serves calls `tell` before that, or `told_by_signals` where the server is somebody
else's; transports say with `told` what they do then, and end streams with `until_told`.
"""

import asyncio
import signal
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import ExitStack, aclosing, contextmanager
from types import FrameType
from typing import Any, Final, TypeVar

from browser.background_tasks import Chores, ended

Goodbye = Callable[[], Awaitable[None]]
T = TypeVar("T")

PATIENCE_SECONDS: Final = 2.0
"""So long may goodbyes take together: one whose reader has stopped must not hold up the end."""


class Shutdown:
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
        await ended(*saying)

    @contextmanager
    def told_by_signals(self) -> Iterator[None]:
        """While the block runs, a signal that stops the host's server is a goodbye as well.

        A lifespan ends only after the connections, too late to tell them. The server's handler is
        called as before; without one, or outside the main thread, nothing is changed.
        """
        loop, chores = asyncio.get_running_loop(), Chores()

        def tell() -> None:
            chores.begin(self.tell())

        with ExitStack() as stack:
            if threading.current_thread() is threading.main_thread():
                for signum in (signal.SIGINT, signal.SIGTERM):
                    stack.enter_context(_beside(signum, lambda: loop.call_soon_threadsafe(tell)))
            yield

    async def until_told(self, source: AsyncGenerator[T]) -> AsyncGenerator[T]:
        """What a source gives, each item whole, until it ends or the service stops."""
        over = asyncio.ensure_future(self._over.wait())
        async with aclosing(source):
            try:
                while (item := await _next(source, over)) is not None:
                    yield item
            finally:
                await ended(over)


@contextmanager
def _beside(signum: int, also: Callable[[], object]) -> Iterator[None]:
    """While the block runs, a signal does something more before what it does anyway."""
    handler = signal.getsignal(signum)

    def both(number: int, frame: FrameType | None) -> None:
        also()
        if callable(handler):
            handler(number, frame)

    if not callable(handler):  # it ends the process, or is ignored: nobody would hear a goodbye
        yield
        return
    signal.signal(signum, both)
    try:
        yield
    finally:
        if signal.getsignal(signum) is both:  # a server may have put its own back already
            signal.signal(signum, handler)


async def _next(source: AsyncGenerator[T], over: asyncio.Future[Any]) -> T | None:
    """The next item, or None when there is none or nobody may wait for it any more."""
    coming = asyncio.ensure_future(anext(source, None))
    try:
        await asyncio.wait({coming, over}, return_when=asyncio.FIRST_COMPLETED)
        return coming.result() if coming.done() else None
    finally:
        if not coming.done():
            await ended(coming)

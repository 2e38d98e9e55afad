"""Opening and closing things that live in another process, without leaving any behind.

A cancelled call does not stop the browser from opening what was asked for: it is awaited and
closed here. What is opened, and when, belongs to the caller.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, Final, TypeVar

from playwright.async_api import Error

CLOSE_SECONDS: Final = 5.0

T = TypeVar("T")


class Chores:
    """Tasks that outlive the call that began them; `finish` awaits them all."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Run in the background until done."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def through(self, work: Coroutine[Any, Any, None]) -> None:
        """Await work that a cancelled caller does not interrupt."""
        await asyncio.shield(self.begin(work))

    async def open(
        self, opening: Awaitable[T], close: Callable[[T], Awaitable[None]], *, seconds: float
    ) -> T:
        """Await something that opens; closed as soon as it is there when nobody waits any more.

        Raises TimeoutError when it is not there after so many seconds.
        """
        task = asyncio.ensure_future(opening)
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.shield(task)
        except (asyncio.CancelledError, TimeoutError):
            self.begin(_close_when_open(task, close, seconds))
            raise

    async def finish(self) -> None:
        """Await everything that was begun."""
        while self._tasks:
            await asyncio.gather(*self._tasks)


async def settled(work: Awaitable[object]) -> None:
    """Await for 5 s at most, a close above all; what is gone already, or hangs, raises nothing."""
    # The owner forgets it either way, and the end of the browser ends what still hangs.
    with suppress(Error, TimeoutError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await work


async def _close_when_open(
    task: "asyncio.Future[T]", close: Callable[[T], Awaitable[None]], seconds: float
) -> None:
    # When it never opens there is nothing to close: `wait` raises neither its error nor a timeout.
    await asyncio.wait((task,), timeout=seconds)
    if not task.done():
        task.cancel()
    elif not task.cancelled() and task.exception() is None:
        await close(task.result())

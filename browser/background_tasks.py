"""Tasks beside the work that began them: none is left behind, and none is lost.

Both halves begin and end theirs here. A cancelled call does not stop the browser from opening what
was asked for: that is awaited and closed here, too. What is opened, and when, is the caller's
matter.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Self, TypeVar

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Chores:
    """Tasks that outlive the call that began them; `finish` awaits them all."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopped = False

    def begin(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Run in the background until done."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._is_stopped:
            task.cancel()
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

    async def stop(self) -> None:
        """End everything that was begun, where it stands; nothing is begun any more."""
        self._is_stopped = True
        await ended(*self._tasks)

    async def finish(self) -> None:
        """Await everything that was begun."""
        while self._tasks:
            await asyncio.gather(*self._tasks)


class BlockTasks:
    """Work beside a block, which awaits what it needs of it; all of it is awaited at its end."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Future[Any]] = []
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for error in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(error, Exception):
                _log.warning("work beside was lost: %s", type(error).__name__)

    def begin(self, work: Awaitable[T]) -> "asyncio.Future[T]":
        task = asyncio.ensure_future(work)
        self._tasks.append(task)
        return task

    def follow(self, work: Awaitable[T]) -> "asyncio.Future[T]":
        """Begin it when what was told to follow before it has ended."""
        return self.begin(self._in_turn(work))

    async def _in_turn(self, work: Awaitable[T]) -> T:
        async with self._turn:
            return await work

    async def through(self) -> None:
        """Until everything that was begun has ended; raises the first error of it."""
        await asyncio.gather(*self._tasks)


@asynccontextmanager
async def in_background(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Work in the background while the block runs; how it ended is not told."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        yield
    finally:
        await ended(*tasks)


@asynccontextmanager
async def task_group() -> AsyncIterator[asyncio.TaskGroup]:
    """Tasks beside the block: what fails there or here ends both, and the tasks' error counts."""
    try:
        async with asyncio.TaskGroup() as group:
            yield group
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


async def ended(*tasks: "asyncio.Future[Any]") -> None:
    """Cancel what is not needed any more, and wait until it has ended; its errors raise nothing."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _close_when_open(
    task: "asyncio.Future[T]", close: Callable[[T], Awaitable[None]], seconds: float
) -> None:
    # When it never opens there is nothing to close: `wait` raises neither its error nor a timeout.
    await asyncio.wait((task,), timeout=seconds)
    if not task.done():
        task.cancel()
    elif not task.cancelled() and task.exception() is None:
        await close(task.result())

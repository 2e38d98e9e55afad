"""The runs that this process is at, and how it lets go of them when it stops.

Owns what is under way here, the hand-over and the grace period. What a run is, and what becomes of
one that is let go, is `engine`'s.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from browser.background_tasks import ended

GRACE_SECONDS = 20


class AtWork:
    """Tasks of runs by their run's id; once `hurried` is set, the end waits for none of them."""

    def __init__(self, hurried: asyncio.Event) -> None:
        self.running: dict[str, asyncio.Task[Any]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._at_work: set[asyncio.Task[Any]] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._hurried = hurried
        self._handed_over_at: float | None = None
        self._cut_off = False

    @asynccontextmanager
    async def run(self, run_id: str) -> AsyncIterator[None]:
        """While a run goes on; once all is handed over, none begins."""
        task = asyncio.current_task()
        if task:
            self.running[run_id] = task
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            task.add_done_callback(self._rests)
        try:
            await self._works(task)
            yield
        finally:
            self.running.pop(run_id, None)

    @asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """While the block runs, the end of the process does not wait for this run."""
        if task := asyncio.current_task():
            self._rests(task)
        yield
        await self._works(task)

    @contextmanager
    def cutting_off(self) -> Iterator[None]:
        """While a step is run; what it comes to when it is cut off says nothing about its job."""
        try:
            yield
        except Exception as error:
            if self._cut_off:
                raise asyncio.CancelledError from error
            raise

    def hand_over(self) -> None:
        """Begin nothing more: what comes from the queues from now on is the next start's."""
        if self._handed_over_at is None:
            self._handed_over_at = asyncio.get_running_loop().time()

    async def grace(self) -> None:
        """Wait for what is at work, since the hand-over for so long at most; then cut it off."""
        handed_over = self._handed_over_at or 0.0
        left = handed_over + GRACE_SECONDS - asyncio.get_running_loop().time()
        through = [asyncio.ensure_future(each.wait()) for each in (self._idle, self._hurried)]
        await asyncio.wait(through, timeout=max(0.0, left), return_when=asyncio.FIRST_COMPLETED)
        await ended(*through)
        self._cut_off = True

    async def stopped(self, run_ids: Iterable[str]) -> None:
        """Until those of the runs that are here have ended, unless they hang."""
        mine = [self.running[run_id] for run_id in run_ids if run_id in self.running]
        if mine:
            await asyncio.wait(mine, timeout=GRACE_SECONDS)

    async def end(self) -> None:
        """End what the grace did not suffice for, before its browser does; it resumes later."""
        await ended(*self._tasks)

    async def _works(self, task: asyncio.Task[Any] | None) -> None:
        """Go on with a run; once it is handed over, never: this process ends without it."""
        if self._handed_over_at is not None:
            await asyncio.Event().wait()
        if task:
            self._at_work.add(task)
            self._idle.clear()

    def _rests(self, task: asyncio.Task[Any]) -> None:
        self._at_work.discard(task)
        if not self._at_work:
            self._idle.set()

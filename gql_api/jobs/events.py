"""Progress of jobs in two ways: durable events in the database, live ones to who listens now.

A watcher replays what is stored and goes on live. Its queue is bounded: a slow reader loses the
oldest live events, notices the gap by their numbers and reads the store again, so nobody misses
anything and nobody holds up the others. How events reach other processes is `pg_listener`'s matter.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum, auto

import sqlalchemy as sa

from gql_api.db.jobs import Change, JobStore
from gql_api.domain.job import JobEvent

BACKLOG = 64


class Signal(Enum):
    """What a watcher is told beside events."""

    END = auto()
    RESYNC = auto()


_Queue = asyncio.Queue[JobEvent | Signal]


class Broadcast:
    """In-process fan-out of events, by job or of all jobs."""

    def __init__(self) -> None:
        self._queues: dict[str | None, set[_Queue]] = {}
        self._closed = False

    def __len__(self) -> int:
        return sum(len(queues) for queues in self._queues.values())

    def readers(self) -> Mapping[str, int]:
        """How many follow one job, and how many all of them; a worker's own dispatcher does."""
        everything = len(self._queues.get(None, ()))
        return {"job": len(self) - everything, "all": everything}

    def publish(self, event: JobEvent) -> None:
        """Hand the event to every subscriber of its job and of all jobs."""
        for queue in (*self._queues.get(event.job_id, ()), *self._queues.get(None, ())):
            _offer(queue, event)

    @contextmanager
    def subscribe(self, job_id: str | None) -> Iterator[_Queue]:
        """A queue of the job's events, of all jobs with None; `END` in it means: no more."""
        queue: _Queue = asyncio.Queue(BACKLOG)
        if self._closed:
            queue.put_nowait(Signal.END)
        self._queues.setdefault(job_id, set()).add(queue)
        try:
            yield queue
        finally:
            self._queues[job_id].discard(queue)
            if not self._queues[job_id]:
                del self._queues[job_id]

    def resync(self) -> None:
        """Events may have been missed: let every watcher read the store again."""
        self._tell(Signal.RESYNC)

    def close(self) -> None:
        """Tell every subscriber that nothing more comes."""
        self._closed = True
        self._tell(Signal.END)

    def _tell(self, signal: Signal) -> None:
        for queues in self._queues.values():
            for queue in queues:
                _offer(queue, signal)


def _offer(queue: _Queue, event: JobEvent | Signal) -> None:
    if queue.full():
        queue.get_nowait()
    queue.put_nowait(event)


class EventLog:
    """Changes jobs and tells of it; replays and follows their events.

    With `told_by_database` every process, this one too, hears of events from the database.
    """

    def __init__(
        self, jobs: JobStore, broadcast: Broadcast, *, told_by_database: bool = False
    ) -> None:
        self._jobs = jobs
        self._broadcast = broadcast
        self._told_by_database = told_by_database

    async def change(
        self,
        job_id: str,
        revision: int,
        change: Change,
        *,
        admit: Callable[[sa.Connection], None] | None = None,
    ) -> bool:
        """Apply a change and tell of it; False when the job has moved on."""
        event = await self._jobs.change(job_id, revision, change, admit=admit)
        if event is not None and not self._told_by_database:
            self._broadcast.publish(event)
        return event is not None

    async def announce(self, job_id: str, after: int) -> None:
        """Tell of events that were stored together with something else."""
        if self._told_by_database:
            return
        for event in await self._jobs.events_after(job_id, after):
            self._broadcast.publish(event)

    async def watch(self, job_id: str, after: int = 0) -> AsyncGenerator[JobEvent]:
        """Every event after a number, gapless and in order, until the job's run is over."""
        with self._broadcast.subscribe(job_id) as live:
            job = await self._jobs.get(job_id)
            seq, resting = min(after, job.last_seq), not job.is_active
            for event in await self._jobs.events_after(job_id, seq):
                seq, resting = event.seq, event.is_last
                yield event
            while not resting:
                newest = await live.get()
                if newest is Signal.END:
                    return
                for event in await self._since(job_id, newest, seq):
                    seq, resting = event.seq, event.is_last
                    yield event

    async def watch_all(self) -> AsyncGenerator[JobEvent]:
        """The events of every job from now on."""
        with self._broadcast.subscribe(None) as live:
            while (event := await live.get()) is not Signal.END:
                if isinstance(event, JobEvent):
                    yield event

    async def _since(
        self, job_id: str, newest: JobEvent | Signal, seq: int
    ) -> tuple[JobEvent, ...]:
        """What a watcher at `seq` has to see, now that `newest` arrived."""
        if isinstance(newest, JobEvent):
            if newest.seq <= seq:
                return ()
            if newest.seq == seq + 1:
                return (newest,)
        return await self._jobs.events_after(job_id, seq)

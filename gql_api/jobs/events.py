"""Progress of jobs in two ways: durable events in the database, live ones to who listens now.

A watcher replays what is stored and goes on live. Its queue is bounded: a slow reader loses the
oldest live events, notices the gap by their numbers and reads the store again, so nobody misses
anything and nobody holds up the others. One who waits, and can take an event at once, is handed it
without a queue. How events reach other processes is `pg_listener`'s matter.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum, auto
from typing import Final

import sqlalchemy as sa

from gql_api.db.jobs import Change, JobStore
from gql_api.domain.job import JobEvent

BACKLOG: Final = 64
Take = Callable[[JobEvent], bool]
"""Has an event on its way to whoever watches when it returns; false where that has to wait."""


class Signal(Enum):
    """What a watcher is told beside events."""

    END = auto()
    RESYNC = auto()


class Mailbox:
    """What a watcher has not seen: a bounded queue, or nothing where it takes events at once."""

    def __init__(self, take: Take | None = None) -> None:
        self._unseen: asyncio.Queue[JobEvent | Signal] = asyncio.Queue(BACKLOG)
        self._take = take
        self._seen: int | None = None

    def put(self, told: JobEvent | Signal) -> None:
        """Hand on or keep what is told; the oldest goes where it is too much."""
        if self._seen is not None and isinstance(told, JobEvent) and self._taken(told):
            return
        if self._unseen.full():
            self._unseen.get_nowait()
        self._unseen.put_nowait(told)

    async def get(self) -> JobEvent | Signal:
        return await self._unseen.get()

    async def next_after(self, seq: int) -> tuple[JobEvent | Signal, int]:
        """What comes next for one who has seen all up to a number, and the number by then."""
        if self._take is None:
            return await self._unseen.get(), seq
        self._seen = seq
        try:
            told = await self._unseen.get()
            return told, self._seen
        finally:
            self._seen = None

    def _taken(self, event: JobEvent) -> bool:
        """Only of one who waits for just this event, so that none comes before another."""
        if self._take is None or event.seq - 1 != self._seen or not self._unseen.empty():
            return False
        if not self._take(event):
            return False
        self._seen = event.seq
        if event.is_last:
            self._unseen.put_nowait(Signal.END)
        return True


class Broadcast:
    """In-process fan-out of events, by job or of all jobs."""

    def __init__(self) -> None:
        self._readers: dict[str | None, set[Mailbox]] = {}
        self._closed = False

    def __len__(self) -> int:
        return sum(len(readers) for readers in self._readers.values())

    def readers(self) -> Mapping[str, int]:
        """How many follow one job, and how many all of them; a worker's own dispatcher does."""
        everything = len(self._readers.get(None, ()))
        return {"job": len(self) - everything, "all": everything}

    def publish(self, event: JobEvent) -> None:
        """Hand the event to every subscriber of its job and of all jobs."""
        for reader in (*self._readers.get(event.job_id, ()), *self._readers.get(None, ())):
            reader.put(event)

    @contextmanager
    def subscribe(self, job_id: str | None, take: Take | None = None) -> Iterator[Mailbox]:
        """The job's events, those of all jobs with None; `END` among them means: no more."""
        reader = Mailbox(take)
        if self._closed:
            reader.put(Signal.END)
        self._readers.setdefault(job_id, set()).add(reader)
        try:
            yield reader
        finally:
            self._readers[job_id].discard(reader)
            if not self._readers[job_id]:
                del self._readers[job_id]

    def resync(self) -> None:
        """Events may have been missed: let every watcher read the store again."""
        self._tell(Signal.RESYNC)

    def close(self) -> None:
        """Tell every subscriber that nothing more comes."""
        self._closed = True
        self._tell(Signal.END)

    def _tell(self, signal: Signal) -> None:
        for readers in self._readers.values():
            for reader in readers:
                reader.put(signal)


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

    async def watch(
        self, job_id: str, after: int = 0, take: Take | None = None
    ) -> AsyncGenerator[JobEvent]:
        """Every event after a number, gapless and in order, until the job's run is over.

        Those that `take` takes are not given: it is asked while the watcher waits for the next one,
        and has what came before behind it then.
        """
        with self._broadcast.subscribe(job_id, take) as live:
            job = await self._jobs.get(job_id)
            seq, resting = min(after, job.last_seq), not job.is_active
            for event in await self._jobs.events_after(job_id, seq):
                seq, resting = event.seq, event.is_last
                yield event
            while not resting:
                newest, seq = await live.next_after(seq)
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

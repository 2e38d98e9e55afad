"""Lets the threads that look into the engine's queues look at once when there is something.

Owns the threads, the event that they wait on between two looks, and which runs are waiting. What a
look does is the engine's library's, when to ring `engine`'s.
"""

import threading
from collections.abc import Callable, Iterable, Mapping

END_SECONDS = 10.0


class Bell(threading.Event):
    """Set, it ends a thread that waits on it; rung, it only ends the wait."""

    def __init__(self) -> None:
        super().__init__()
        self._rung = threading.Event()

    def ring(self) -> None:
        """End the wait that is under way, or the next one: a ring during a look is not lost."""
        self._rung.set()

    def set(self) -> None:
        super().set()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Whether it is set, as soon as it is, it is rung, or the time is over."""
        self._rung.wait(timeout)
        self._rung.clear()
        return self.is_set()


class QueueThreads:
    """A thread for each queue; `look` runs in it until its bell is set.

    Where this process is alone, it knows which queues hold a run.
    """

    def __init__(self, *, alone: bool) -> None:
        self.is_alone = alone
        self._threads: dict[str, tuple[threading.Thread, Bell]] = {}
        self._waiting: dict[str, str] = {}

    @property
    def waiting(self) -> tuple[str, ...]:
        """The runs that are in a queue, as far as was told here, and have not begun."""
        return tuple(self._waiting)

    def await_(self, run_id: str, queue: str | None) -> None:
        """Note a run that is in a queue, or will be: it is looked for until it has left."""
        if self.is_alone and queue is not None:
            self._waiting[run_id] = queue

    def left(self, run_id: str) -> None:
        """It has begun, or was taken out."""
        self._waiting.pop(run_id, None)

    def correct(self, thought: Iterable[str], queued: Mapping[str, str | None]) -> None:
        """Of what was thought to wait, and of what does by the engine's own word since then."""
        for run_id in set(thought) - queued.keys():
            self.left(run_id)
        for run_id, queue in queued.items():
            self.await_(run_id, queue)

    def begin(self, queue: str, look: Callable[[Bell], None]) -> None:
        bell = Bell()
        thread = threading.Thread(target=look, args=(bell,), name=f"queue {queue}", daemon=True)
        self._threads[queue] = thread, bell
        thread.start()

    def ring(self, queue: str | None = None) -> None:
        """Look into a queue now, or into every one."""
        for name, (_, bell) in self._threads.items():
            if queue in (None, name):
                bell.ring()

    def ring_where_runs_wait(self) -> None:
        """Look where a run may be: a look that finds nothing costs as much CPU as one that does."""
        for queue in set(self._waiting.values()) if self.is_alone else self._threads:
            self.ring(queue)

    def end(self) -> None:
        """Blocks until the threads have ended; one that hangs is left to the process's end."""
        ended, self._threads = self._threads, {}
        for _, bell in ended.values():
            bell.set()
        for thread, _ in ended.values():
            thread.join(END_SECONDS)

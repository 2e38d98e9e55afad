"""Lets the threads that look into the engine's queues look at once when there is something.

Owns the threads, and the event that they wait on between two looks. What a look does is the
engine's library's, when to ring `engine`'s.
"""

import threading
from collections.abc import Callable

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
    """A thread for each queue; `look` runs in it until its bell is set."""

    def __init__(self) -> None:
        self._threads: dict[str, tuple[threading.Thread, Bell]] = {}

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

    def end(self) -> None:
        """Blocks until the threads have ended; one that hangs is left to the process's end."""
        ended, self._threads = self._threads, {}
        for _, bell in ended.values():
            bell.set()
        for thread, _ in ended.values():
            thread.join(END_SECONDS)

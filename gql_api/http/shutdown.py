"""The orderly stop: calls are answered, long connections end in their own protocol's words.

A server that stops waits for what is under way until its patience ends and then cuts it short.
Whoever serves calls `tell` before that, or has it called by signals (`told_by_signals`); transports
answer calls within `answering`, say with `told` what else they do then, and end streams with
`until_told`. The order of a stop is written down in docs/operations.md.
"""

import asyncio
import signal
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import ExitStack, aclosing, contextmanager
from functools import partial
from types import FrameType
from typing import Any, Final, TypeVar

import structlog

from browser.background_tasks import ended
from gql_api.errors import Unavailable

Goodbye = Callable[[], Awaitable[None]]
T = TypeVar("T")

_log = structlog.get_logger(__name__)

CALL_SECONDS: Final = 10.0
"""So long a call may take that does not wait for a job: longer than a request waits for the
database, so that what it came to is known."""
HURRY_SECONDS: Final = 0.5
"""The same once the end is wanted at once: enough for what only reads, or is almost through."""
PATIENCE_SECONDS: Final = 2.0
"""So long may goodbyes take together: one whose reader has stopped must not hold up the end."""
RETRY_SECONDS: Final = 5
CUT_SHORT: Final = (
    "Fripier is stopping and did not get to the end of this. Repeat the call in a moment: with the "
    "same Idempotency-Key it leads to the same job."
)


class Stopping(Unavailable):
    """The service was told to stop, and this call took longer than it may then."""

    code = "stopping"
    title = "The service is stopping"


def cut_short() -> Stopping:
    """The answer to a call that a stop could not wait for."""
    return Stopping(CUT_SHORT, retry_after=RETRY_SECONDS)


class Shutdown:
    """The calls under way, and the connections that want to be told.

    `notice` is for how many seconds a server goes on taking calls after a signal, so that whoever
    asks /ready sends them elsewhere. `hurried` is set when the end is wanted at once.
    """

    def __init__(self, notice: float = 0.0) -> None:
        self._notice = notice
        self._goodbyes: list[Goodbye] = []
        self._calls: set[asyncio.Task[Any]] = set()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._over = asyncio.Event()
        self._telling: asyncio.Task[None] | None = None
        self._passing: asyncio.TimerHandle | None = None
        self._signalled = False
        self.hurried = asyncio.Event()

    @property
    def begun(self) -> bool:
        """Whether the service was told to stop."""
        return self._over.is_set()

    @contextmanager
    def told(self, goodbye: Goodbye) -> Iterator[None]:
        """While the block runs, `goodbye` is called when the service stops."""
        self._goodbyes.append(goodbye)
        try:
            yield
        finally:
            self._goodbyes.remove(goodbye)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While the block runs a stop waits for this task, and cancels it in the end."""
        task = asyncio.current_task()
        if task is None:
            raise AssertionError("a call is answered by a task")
        self._calls.add(task)
        self._quiet.clear()
        try:
            yield
        finally:
            self._calls.discard(task)
            if not self._calls:
                self._quiet.set()

    async def tell(self) -> None:
        """Let every call be answered and everyone say goodbye; returns when that is through.

        Called again, it is the turn of those that have come meanwhile.
        """
        await asyncio.shield(self._begin())

    def _begin(self) -> asyncio.Task[None]:
        if not self.begun:
            _log.info("stopping", calls=len(self._calls), connections=len(self._goodbyes))
        self._over.set()
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._tell())
        return self._telling

    async def _tell(self) -> None:
        saying = [asyncio.ensure_future(goodbye()) for goodbye in self._goodbyes]
        await self._answered()
        if saying:
            await asyncio.wait(saying, timeout=PATIENCE_SECONDS)
        await ended(*saying)

    async def _answered(self) -> None:
        """Wait until every call has its answer; what takes too long has to answer so."""
        quiet, hurried = (
            asyncio.ensure_future(each.wait()) for each in (self._quiet, self.hurried)
        )
        either = asyncio.FIRST_COMPLETED
        await asyncio.wait({quiet, hurried}, timeout=CALL_SECONDS, return_when=either)
        if hurried.done():
            await asyncio.wait({quiet}, timeout=HURRY_SECONDS)
        await ended(quiet, hurried)
        if cut := tuple(self._calls):
            _log.warning("calls_cut_short", count=len(cut))
            for call in cut:
                call.cancel()
            await asyncio.wait(cut, timeout=PATIENCE_SECONDS)

    @contextmanager
    def told_by_signals(self) -> Iterator[None]:
        """While the block runs, a signal that stops the process's server begins the stop here.

        A lifespan ends only after the connections, too late to tell them. The server's handler is
        called after the notice, and at once for a second signal, which hurries; without one, or
        outside the main thread, nothing is changed.
        """
        hear = partial(self._hear, asyncio.get_running_loop())
        with ExitStack() as stack:
            if threading.current_thread() is threading.main_thread():
                for signum in (signal.SIGINT, signal.SIGTERM):
                    stack.enter_context(_beside(signum, hear))
            stack.callback(self._pass_no_more)
            yield

    def _hear(self, loop: asyncio.AbstractEventLoop, pass_on: Callable[[], object]) -> None:
        """Called in the middle of anything: the rest is done on the loop."""
        again, self._signalled = self._signalled, True
        if again or not self._notice:
            pass_on()
        loop.call_soon_threadsafe(self.hurry if again else partial(self._give_notice, pass_on))

    def _give_notice(self, pass_on: Callable[[], object]) -> None:
        def passed() -> None:
            self._begin()
            pass_on()

        self._begin()
        if self._notice and not self.hurried.is_set():
            self._passing = asyncio.get_running_loop().call_later(self._notice, passed)

    def hurry(self) -> None:
        """Wait for nothing that can be done again, or gone on with at the next start."""
        self.hurried.set()
        self._pass_no_more()

    def _pass_no_more(self) -> None:
        if self._passing:
            self._passing.cancel()

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
def _beside(signum: int, hear: Callable[[Callable[[], object]], object]) -> Iterator[None]:
    """While the block runs, a signal is heard first, and its handler called by whoever hears it."""
    handler = signal.getsignal(signum)

    def both(number: int, frame: FrameType | None) -> None:
        if callable(handler):
            hear(partial(handler, number, None))

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

"""Pictures of forms while they are filled, from the browser to who looks on: for seconds.

Owns who looks on in this process, and what can be seen still, in memory and bounded. The way to
other processes is `cluster.live_relay`'s matter, who may look on the service's, how a picture is
taken the browser half's.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

import structlog

from browser.background_tasks import ended, in_background
from browser.progress import Viewers
from gql_api.db.jobs import new_id
from gql_api.domain.job import JobEvent, LivePicture
from gql_api.errors import ServiceError

log = structlog.get_logger(__name__)

KEPT_SECONDS: Final = 10.0
"""So long a picture can be seen; nothing else ends it."""
MOST_KEPT: Final = 128
"""In all; the browser half makes none above 64 kB."""
BEAT_SECONDS: Final = 2.0
"""How often other processes are told that somebody looks on here."""
BELIEVED_SECONDS: Final = 5.0
"""So long that is believed: who leaves, or dies, is not announced."""


class Relay(Protocol):
    """Tells every process, this one too, what happens in one."""

    async def watched(self, job_id: str) -> None:
        """Somebody looks on at a job; raises `StorageUnavailable`."""

    async def show(self, picture: LivePicture) -> None:
        """A picture was taken; raises `StorageUnavailable`."""


class LivePictures:
    """The pictures of this process, or with a `relay` those of all that share a database."""

    def __init__(
        self,
        now: Callable[[], datetime],
        relay: Relay | None = None,
        *,
        kept_seconds: float = KEPT_SECONDS,
    ) -> None:
        self._now = now
        self._relay = relay
        self._kept_seconds = kept_seconds
        self._readers: dict[str, set[asyncio.Queue[LivePicture]]] = {}
        self._elsewhere: dict[str, float] = {}
        self._kept: dict[str, LivePicture] = {}
        self._news = asyncio.Event()

    def __len__(self) -> int:
        return len(self._kept)

    async def watch(self, job_id: str) -> AsyncGenerator[LivePicture]:
        """The job's pictures from now on, the newest where its reader is slow; it never ends.

        They are taken for as long as this is read.
        """
        async with self._reading(job_id) as queue:
            while True:
                yield await queue.get()

    def find(self, picture_id: str) -> LivePicture | None:
        """A picture that can still be seen."""
        return self._kept.get(picture_id)

    def viewers(self, job_id: str) -> Viewers:
        """Who looks on at a job, as the browser half asks for them."""
        return _Viewers(self, job_id)

    async def wanted(self, job_id: str) -> None:
        """Returns as soon as somebody looks on at a job."""
        while not self._is_watched(job_id):
            await self._news.wait()

    async def take(self, job_id: str, jpeg: bytes) -> None:
        """Show a picture to whoever looks on; raises what the relay does."""
        picture = LivePicture(job_id, new_id(), self._now(), jpeg)
        if self._relay is None:
            self.hear(picture)
        else:
            await self._relay.show(picture)

    def hear(self, picture: LivePicture) -> None:
        """A picture was taken, here or elsewhere."""
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[picture.id] = picture
        asyncio.get_running_loop().call_later(self._kept_seconds, self._kept.pop, picture.id, None)
        for queue in self._readers.get(picture.job_id, ()):
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(picture)

    def hear_watched(self, job_id: str) -> None:
        """Somebody looks on at a job in some process; told again and again while they do."""
        now = asyncio.get_running_loop().time()
        believed = {
            other: at for other, at in self._elsewhere.items() if now - at < BELIEVED_SECONDS
        }
        self._elsewhere = believed | {job_id: now}
        self._tell()

    @asynccontextmanager
    async def _reading(self, job_id: str) -> AsyncIterator[asyncio.Queue[LivePicture]]:
        queue: asyncio.Queue[LivePicture] = asyncio.Queue(1)
        readers = self._readers.setdefault(job_id, set())
        readers.add(queue)
        self._tell()
        try:
            async with in_background(*([self._announce(job_id)] if self._relay else [])):
                yield queue
        finally:
            readers.discard(queue)
            if not readers and self._readers.get(job_id) is readers:
                del self._readers[job_id]

    async def _announce(self, job_id: str) -> None:
        while self._relay:
            try:
                await self._relay.watched(job_id)
            except ServiceError as error:
                log.warning("live_pictures_not_asked_for", code=error.code)
            await asyncio.sleep(BEAT_SECONDS)

    def _is_watched(self, job_id: str) -> bool:
        if job_id in self._readers:
            return True
        told = self._elsewhere.get(job_id)
        now = asyncio.get_running_loop().time()
        return told is not None and now - told < BELIEVED_SECONDS

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()


@dataclass(frozen=True, slots=True)
class _Viewers:
    pictures: LivePictures
    job_id: str

    async def wanted(self) -> None:
        await self.pictures.wanted(self.job_id)

    async def show(self, picture: bytes) -> None:
        try:
            await self.pictures.take(self.job_id, picture)
        except ServiceError as error:
            log.warning("live_picture_not_told", code=error.code)


async def beside(
    events: AsyncGenerator[JobEvent], pictures: AsyncGenerator[LivePicture]
) -> AsyncGenerator[JobEvent | LivePicture]:
    """Both as they come, until the events end."""
    event = _next(events)
    picture = _next(pictures)
    try:
        while True:
            await asyncio.wait({event, picture}, return_when=asyncio.FIRST_COMPLETED)
            if event.done():
                if (told := event.result()) is None:
                    return
                yield told
                event = _next(events)
            elif shown := picture.result():
                yield shown
                picture = _next(pictures)
    finally:
        await ended(event, picture)
        await events.aclose()
        await pictures.aclose()


def _next(source: AsyncGenerator[Any]) -> "asyncio.Future[Any]":
    return asyncio.ensure_future(anext(source, None))

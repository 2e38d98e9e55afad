"""Blobs: files of one kind, named and never changed, in a local folder or in a store behind it.

Owns where a file's local copy lies, when it is fetched and when it is dropped. What photos and
pictures are is left to `photos` and `screenshots`, how a store is reached to `object_store`.

Without a store the folder is all there is. With one, files are kept in the store and in a cache
of copies that may be deleted at any time; what the folder held before is still found there.
"""

import asyncio
import contextlib
import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from weakref import WeakValueDictionary

import structlog

from browser.background_tasks import ended
from browser.messages import Message
from gql_api.durable_files import (
    TEMPORARY_SUFFIX,
    remove_durably,
    remove_leftovers,
    write_durably,
    written,
)
from gql_api.errors import ObjectDamaged, ObjectMissing
from gql_api.storage_errors import writing

if TYPE_CHECKING:
    from gql_api.media.object_store import ObjectStore

log = structlog.get_logger(__name__)

IN_USE_SECONDS: Final = 3600.0
"""A copy used within this time stays: a job may have its path, and no step of one takes longer."""
COPY_SECONDS: Final = 86_400.0
"""A copy unused for this long goes, so that what was deleted elsewhere does not stay here."""
TRIM_SECONDS: Final = 300.0


def connect(url: str) -> "ObjectStore":
    """The store at an address; ValueError when it cannot be one, with the cure."""
    # Its import costs memory and time that a service without a store should not spend.
    from gql_api.media.object_store import ObjectStore  # noqa: PLC0415

    return ObjectStore.at(url)


@dataclass(frozen=True, slots=True)
class Behind:
    """The store behind a folder, its part there, and the cache of copies with its size."""

    store: "ObjectStore"
    prefix: str
    cache: Path
    cache_bytes: int


class Blobs:
    """The files of one kind; `limit` is the size in bytes that none of them reaches beyond.

    Use it as an async context manager: while it is open the cache is kept within its bounds.
    """

    def __init__(
        self,
        folder: Path,
        *,
        limit: int,
        behind: Behind | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._folder = folder
        self.limit = limit
        self._behind = behind
        self._now = now
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._trimming: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.tidy()
        if self._behind:
            if not await self._behind.store.answers():
                log.error("storage_unavailable_at_start", advice="check STORAGE_URL and its keys")
            self._trimming = asyncio.create_task(self._keep_trimmed())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._trimming:
            await ended(self._trimming)

    @property
    def home(self) -> Path:
        """The folder that files are written to: the cache when a store is behind it."""
        return self._behind.cache if self._behind else self._folder

    async def tidy(self) -> int:
        """Delete what writes that a crash cut short have left; says how many files."""
        return await asyncio.to_thread(remove_leftovers, self.home, now=self._now)

    def path(self, name: str) -> Path:
        """Where the file, or its copy, is or would be; whether it is there says `local`."""
        return self.home / name

    async def keep(self, name: str, data: bytes) -> Path:
        """Keep a new file durably, in the store too when there is one, and say where it is.

        When this raises, StorageUnavailable, nothing names the file and nothing may. A name is
        used once; what a crash, or a store that answers too late, leaves under it is garbage.
        """
        if len(data) > self.limit:
            raise ValueError(f"{name} has {len(data)} bytes, more than {self.limit}")
        path = self.path(name)
        with writing():
            await asyncio.to_thread(write_durably, path, data)
        if self._behind:
            try:
                await self._behind.store.put(f"{self._behind.prefix}/{name}", data)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return path

    async def local(self, name: str, digest: str | None = None) -> Path:
        """The path of a local file, fetched when it is not there; it stays for an hour at least.

        Raises ObjectMissing; ObjectDamaged when what is fetched has another SHA-256 than
        `digest` or is too large; StorageUnavailable.
        """
        if self._behind is None:
            return await asyncio.to_thread(_existing, self.path(name))
        async with self._turn(name):
            found = await asyncio.to_thread(self._copy, name)
            return found or await self._fetched(self._behind, name, digest)

    async def delete(self, name: str) -> bool:
        """Delete a file, in the store first; false when it was nowhere. It can be repeated."""
        stored = False
        async with self._turn(name):
            if self._behind:
                stored = await self._behind.store.delete(f"{self._behind.prefix}/{name}")
            removed = [
                await asyncio.to_thread(remove_durably, root / name)
                for root in {self._folder, self.home}
            ]
        return stored or any(removed)

    async def names(self, since: datetime, before: datetime) -> set[str]:
        """The files written in that time, here or in the store; raises StorageUnavailable."""
        start, end = since.timestamp(), before.timestamp()
        found = await asyncio.to_thread(written, self._folder, start, end)
        names = {path.relative_to(self._folder).as_posix() for path in found}
        if self._behind:
            keys = await self._behind.store.names(self._behind.prefix, since, before)
            names |= {key.removeprefix(f"{self._behind.prefix}/") for key in keys}
        return names

    async def answers(self) -> bool | None:
        """Whether the store can be used; None when there is none."""
        return await self._behind.store.answers() if self._behind else None

    async def trim(self) -> int:
        """Drop the copies that are old, and the least used ones beyond the cache's size.

        Copies used within the last hour stay, also beyond that size. Says how many were dropped.
        """
        if self._behind is None:
            return 0
        copies = await asyncio.to_thread(_copies, self._behind.cache)
        total = sum(copy.size for copy in copies)
        dropped = 0
        for copy in copies:
            age = self._now() - copy.used
            if age < IN_USE_SECONDS:
                break
            if age < COPY_SECONDS and total <= self._behind.cache_bytes:
                break
            name = copy.path.relative_to(self._behind.cache).as_posix()
            async with self._turn(name):
                dropped += await asyncio.to_thread(_drop, copy)
            total -= copy.size
        return dropped

    async def _keep_trimmed(self) -> None:
        while True:
            try:
                await self.trim()
            except OSError:
                log.exception("cache_not_trimmed")
            await asyncio.sleep(TRIM_SECONDS)

    def _turn(self, name: str) -> asyncio.Lock:
        """Held while a file is fetched or dropped: whoever comes second finds it done."""
        return self._locks.setdefault(name, asyncio.Lock())

    def _copy(self, name: str) -> Path | None:
        """A copy that is there, marked as used; or the file as it was kept before the store."""
        path = self.path(name)
        with contextlib.suppress(FileNotFoundError):
            os.utime(path, (self._now(), self._now()))
            return path
        before = self._folder / name
        return before if before.is_file() else None

    async def _fetched(self, behind: Behind, name: str, digest: str | None) -> Path:
        data = await behind.store.get(f"{behind.prefix}/{name}", limit=self.limit)
        return await asyncio.to_thread(self._write_copy, name, data, digest)

    def _write_copy(self, name: str, data: bytes, digest: str | None) -> Path:
        if digest is not None and hashlib.sha256(data).hexdigest() != digest:
            raise ObjectDamaged(
                Message(
                    "{name} is not in the store as it was kept: restore it there, or upload the "
                    "photo again.",
                    name=name,
                )
            )
        with writing():
            write_durably(self.path(name), data)
        return self.path(name)


@dataclass(frozen=True, slots=True)
class _Copy:
    """One file of a cache; `used` is in seconds since the epoch."""

    path: Path
    used: float
    size: int


def _copies(cache: Path) -> list[_Copy]:
    """The copies in a cache, the least recently used first."""
    found = []
    for path in cache.rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            state = path.lstat()
            if path.is_file() and path.suffix != TEMPORARY_SUFFIX:
                found.append(_Copy(path, state.st_mtime, state.st_size))
    return sorted(found, key=lambda copy: copy.used)


def _drop(copy: _Copy) -> bool:
    """Delete a copy that nobody has used since it was looked at."""
    with contextlib.suppress(FileNotFoundError):
        if copy.path.lstat().st_mtime == copy.used:
            copy.path.unlink()
            return True
    return False


def _existing(path: Path) -> Path:
    if path.is_file():
        return path
    raise ObjectMissing(Message("{name} is not in the data folder.", name=path.name))

"""The object store behind the local files: an S3 bucket, or a folder that several machines share.

Owns obstore: how an address becomes a store, how long it may take, how its errors are told apart,
and that what was put is durable. Which objects there are, and their local copies, is left to
`local_store`, which imports this only when there is a store: without one it costs nothing.
"""

import asyncio
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Self
from urllib.parse import unquote, urlsplit

import obstore
import structlog
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from gql_api.durable_files import PRIVATE_FILE, make_folder, sync_file, sync_folder
from gql_api.errors import ObjectDamaged, ObjectMissing
from gql_api.storage_errors import StorageUnavailable

log = structlog.get_logger(__name__)

SECONDS: Final = 30.0
"""How long one put, get or delete may take, retries included."""

_PROBE: Final = ".fripier"
_PROBE_SECONDS: Final = 5.0
_PROBE_EVERY_SECONDS: Final = 5.0
_ENDPOINTS: Final = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")


class ObjectStore:
    """Whole objects by key, put, fetched and deleted.

    Every method raises StorageUnavailable (503) when the store cannot be reached, refuses, or
    takes longer than `seconds`; what is missing in a store that answers is ObjectMissing.
    """

    def __init__(
        self,
        store: S3Store | LocalStore,
        root: Path | None = None,
        *,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._root = root
        self._seconds = seconds
        self._clock = clock
        self._probed: tuple[float, bool] | None = None

    @classmethod
    def at(cls, url: str, env: Mapping[str, str] = os.environ, *, seconds: float = SECONDS) -> Self:
        """The store at `file:///folder` or `s3://bucket/prefix`; nothing is asked of it yet.

        S3's endpoint, region and keys come from the usual AWS_ variables of the process. Raises
        ValueError, with the cure, for a folder that is not there and for an unencrypted endpoint
        that AWS_ALLOW_HTTP does not allow.
        """
        parts = urlsplit(url)
        if parts.scheme == "file":
            root = Path(unquote(parts.path))
            if not root.is_dir():
                raise ValueError(f"there is no folder {root}: mount it or make it first")
            return cls(LocalStore(root), root, seconds=seconds)
        allow_http = env.get("AWS_ALLOW_HTTP", "").lower() in {"1", "true"}
        plain = [name for name in _ENDPOINTS if env.get(name, "").startswith("http://")]
        if plain and not allow_http:
            raise ValueError(
                f"{plain[0]} is not encrypted: use https, or set AWS_ALLOW_HTTP=true if nobody "
                "else can listen there"
            )
        store = S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            # One DELETE per object is what every S3-compatible store knows.
            config={"disable_bulk_delete": True},
            client_options={
                "allow_http": allow_http,
                "connect_timeout": timedelta(seconds=min(5.0, seconds)),
                "timeout": timedelta(seconds=seconds),
            },
            retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=seconds)},
        )
        return cls(store, seconds=seconds)

    async def put(self, key: str, data: bytes) -> None:
        """Store an object as a whole: it is durable, under its key, when this returns.

        S3 answers a put when the object is durable. A folder does not: obstore writes aside and
        renames, and syncs nothing, so the file and the folder that names it are synced here.
        """
        with self._reached("put", key):
            async with asyncio.timeout(self._seconds):
                await asyncio.to_thread(self._make_room, key)
                await obstore.put_async(self._store, key, data, use_multipart=False)
                await asyncio.to_thread(self._sync, key)

    async def get(self, key: str, *, limit: int) -> bytes:
        """An object's bytes; ObjectMissing; ObjectDamaged, unread, when they exceed `limit`."""
        with self._reached("get", key):
            async with asyncio.timeout(self._seconds):
                try:
                    found = await obstore.get_async(self._store, key)
                except FileNotFoundError as error:
                    if self._is_gone(error):
                        raise
                    raise ObjectMissing(f"The store holds no {key}.") from None
                if found.meta["size"] > limit:
                    raise ObjectDamaged(
                        f"{key} has {found.meta['size']} bytes in the store, more than anything "
                        f"that is kept there ({limit})."
                    )
                return bytes(await found.bytes_async())

    async def delete(self, key: str) -> bool:
        """Delete an object for good; false when there was none."""
        with self._reached("delete", key):
            async with asyncio.timeout(self._seconds):
                held = True
                try:
                    await obstore.head_async(self._store, key)
                except FileNotFoundError:
                    held = False  # or the whole store is missing, which only a DELETE is told
                try:
                    await obstore.delete_async(self._store, key)
                except FileNotFoundError as error:
                    if self._is_gone(error):
                        raise
                if held:
                    await asyncio.to_thread(self._sync_folder_of, key)
                return held

    async def names(self, prefix: str, since: datetime, before: datetime) -> list[str]:
        """The keys below a prefix that were written in that time."""
        loop, found = asyncio.get_running_loop(), list[str]()
        with self._reached("list", prefix):
            async with asyncio.timeout(self._seconds) as limit:
                async for page in obstore.list(self._store, prefix=prefix):
                    found += [
                        each["path"] for each in page if since <= each["last_modified"] < before
                    ]
                    limit.reschedule(loop.time() + self._seconds)
        return found

    async def answers(self) -> bool:
        """Whether the store can be used: a small object is there, or can be put there.

        Asked at most once in five seconds, however often health is asked for.
        """
        if self._probed is None or self._clock() - self._probed[0] > _PROBE_EVERY_SECONDS:
            self._probed = (self._clock(), await self._probe())
        return self._probed[1]

    async def _probe(self) -> bool:
        try:
            with self._reached("probe", _PROBE):
                async with asyncio.timeout(min(_PROBE_SECONDS, self._seconds)):
                    try:
                        await obstore.head_async(self._store, _PROBE)
                    except FileNotFoundError:
                        await self.put(_PROBE, b"ok")
        except StorageUnavailable:
            return False
        return True

    @contextmanager
    def _reached(self, action: str, key: str) -> Iterator[None]:
        try:
            yield
        except (BaseError, OSError) as error:
            said = str(error).partition("\n")[0]
            log.warning(
                "storage_unavailable", action=action, key=key, error=type(error).__name__, said=said
            )
            raise StorageUnavailable(
                "The store of photos and pictures cannot be used now, nothing was kept: check "
                "STORAGE_URL, its network and its keys, then try again."
            ) from error

    def _is_gone(self, error: FileNotFoundError) -> bool:
        """Whether the bucket or the folder itself is missing, and not only one object in it."""
        return not self._root.is_dir() if self._root else "NoSuchBucket" in str(error)

    def _make_room(self, key: str) -> None:
        """The folders of a file, each durable; never the root, which is another's to mount."""
        if self._root:
            if not self._root.is_dir():
                raise FileNotFoundError(f"{self._root} is gone")
            make_folder((self._root / key).parent)

    def _sync(self, key: str) -> None:
        if self._root:
            (self._root / key).chmod(PRIVATE_FILE)
            sync_file(self._root / key)
            sync_folder((self._root / key).parent)

    def _sync_folder_of(self, key: str) -> None:
        if self._root:
            sync_folder((self._root / key).parent)

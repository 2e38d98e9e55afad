"""Photos: taken in as streams, kept as clean JPEG files that survive a power loss, deleted.

Owns the photo folder, its limits and the names in it. What may become a photo and how it is
redrawn is left to `decoding`, the rows that refer to photos to `store`.
"""

import asyncio
import hashlib
import re
import secrets
import tempfile
import unicodedata
from collections.abc import AsyncIterable, AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self, cast

from gql_api.decoding import clean
from gql_api.errors import NotFound, PhotoTooLarge
from gql_api.files import make_folder, remove_durably, remove_leftovers, write_durably
from gql_api.store.records import StoredPhoto

__all__ = ["MAX_UPLOAD_BYTES", "PhotoIntake", "StoredPhoto", "display_name"]

MAX_UPLOAD_BYTES: Final = 25_000_000
DECODERS: Final = 2
_ID: Final = re.compile(r"[0-9a-f]{32}")
_NAME_LENGTH: Final = 100


class PhotoIntake:
    """Takes photos in and keeps them under `root`, a file each, named by id.

    By id and not by digest: a photo has one owner, and deleting it takes nothing from a listing
    that shows the same picture. At most `decoders` photos are decoded at a time, also when
    callers give up waiting. Use it as an async context manager.
    """

    def __init__(
        self,
        root: Path,
        *,
        max_bytes: int = MAX_UPLOAD_BYTES,
        decoders: int = DECODERS,
        token_hex: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self._root = root
        self._max_bytes = max_bytes
        self._token_hex = token_hex
        self._decoders = ThreadPoolExecutor(decoders, thread_name_prefix="photo")

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(remove_leftovers, self._root)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.to_thread(self._decoders.shutdown, cancel_futures=True)

    async def take(self, chunks: AsyncIterable[bytes], filename: str | None) -> StoredPhoto:
        """Take one upload in; when this returns, the photo is durably on the disk."""
        name = display_name(filename)
        async with self._received(chunks, name) as upload:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._decoders, self._keep, upload, name)

    async def delete(self, photo_id: str) -> bool:
        """Delete the photo's file for good; false when there was none."""
        return await asyncio.to_thread(remove_durably, self.path_of(photo_id))

    def path_of(self, photo_id: str) -> Path:
        """Where the photo's file is, or would be; an id that is none of ours is `NotFound`."""
        if not _ID.fullmatch(photo_id):
            raise NotFound("There is no photo with this id.", code="photo_not_found")
        return self._root / photo_id[:2] / f"{photo_id}.jpg"

    @asynccontextmanager
    async def _received(self, chunks: AsyncIterable[bytes], name: str) -> AsyncIterator[BinaryIO]:
        """The upload in a file without a name, which no crash leaves behind."""
        with await asyncio.to_thread(self._scratch) as file:
            size = 0
            async for chunk in chunks:
                size += len(chunk)
                if size > self._max_bytes:
                    raise self._too_large(name)
                await asyncio.to_thread(file.write, chunk)
            yield file

    def _scratch(self) -> BinaryIO:
        make_folder(self._root)
        return cast(BinaryIO, tempfile.TemporaryFile(dir=self._root))

    def _too_large(self, name: str) -> PhotoTooLarge:
        limit = self._max_bytes / 1_000_000
        return PhotoTooLarge(
            f"{name} is larger than {limit:g} MB: send a smaller version.", field="file"
        )

    def _keep(self, upload: BinaryIO, name: str) -> StoredPhoto:
        upload.seek(0)
        photo = clean(upload.read(), name)
        photo_id = self._token_hex(16)
        path = self.path_of(photo_id)
        write_durably(path, photo.data)
        return StoredPhoto(
            id=photo_id,
            digest=hashlib.sha256(photo.data).hexdigest(),
            width=photo.width,
            height=photo.height,
            size=len(photo.data),
            filename=name,
            path=path,
        )


def display_name(filename: str | None) -> str:
    """A client's file name made safe to show: its last part, printable, not too long."""
    last = re.split(r"[/\\]", filename or "")[-1]
    printable = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", last)
        if char.isspace() or not unicodedata.category(char).startswith("C")
    )
    stem, dot, suffix = " ".join(printable.split()).strip(".").rpartition(".")
    shown = stem[: _NAME_LENGTH - len(suffix) - 1] + dot + suffix
    return shown[:_NAME_LENGTH] or "photo"

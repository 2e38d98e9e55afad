"""Photos: taken in as streams, kept as clean JPEG files that survive a power loss, deleted.

Owns the limits of uploads and the names of photos. What may become a photo and how it is redrawn
is left to `decoder`, the processes it runs in to `decoder_pool`, where the files lie to
`local_store`, the rows that refer to photos to `db`.
"""

import asyncio
import hashlib
import os
import re
import secrets
import tempfile
import unicodedata
from collections.abc import AsyncIterable, AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, Self, cast

from browser.listing import Listing, PhotoFile
from browser.messages import Message
from gql_api.db.photos import StoredPhoto
from gql_api.durable_files import make_folder
from gql_api.errors import NotFound, ObjectMissing, PhotoTooLarge
from gql_api.media.decoder_pool import DecoderPool
from gql_api.media.local_store import Blobs
from gql_api.media.photo_limits import MAX_UPLOAD_BYTES, CleanPhoto
from gql_api.storage_errors import writing

__all__ = ["MAX_UPLOAD_BYTES", "PhotoIntake", "StoredPhoto", "display_name"]

DECODERS: Final = 2
_ID: Final = re.compile(r"[0-9a-f]{32}")
_NAME_LENGTH: Final = 100


class PhotoIntake:
    """Takes photos in and keeps them, a file each, named by id.

    By id and not by digest: a photo has one owner, and deleting it takes nothing from a listing
    that shows the same picture. At most `decoders` photos are decoded at a time, also when
    callers give up waiting. Use it as an async context manager.
    """

    def __init__(
        self,
        blobs: Blobs,
        *,
        max_bytes: int = MAX_UPLOAD_BYTES,
        decoders: int = DECODERS,
        token_hex: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self._blobs = blobs
        self._max_bytes = max_bytes
        self._token_hex = token_hex
        self._threads = ThreadPoolExecutor(decoders, thread_name_prefix="photo")
        self._decoders = DecoderPool(decoders)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._decoders.give_up()
        await asyncio.to_thread(self._threads.shutdown, cancel_futures=True)
        await asyncio.to_thread(self._decoders.close)

    async def take(self, chunks: AsyncIterable[bytes], filename: str | None) -> StoredPhoto:
        """Take one upload in; when this returns the photo is kept, durably, where all find it."""
        name = display_name(filename)
        async with self._received(chunks, name) as upload:
            return await self._taken(upload, name)

    async def take_file(self, upload: BinaryIO, filename: str | None) -> StoredPhoto:
        """The same of an upload that has come into a file already, which the caller closes."""
        return await self._taken(upload, display_name(filename))

    async def _taken(self, upload: BinaryIO, name: str) -> StoredPhoto:
        loop = asyncio.get_running_loop()
        photo = await loop.run_in_executor(self._threads, self._cleaned, upload, name)
        return await self._keep(photo, name)

    async def delete(self, photo_id: str) -> bool:
        return await self._blobs.delete(_file_name(photo_id))

    async def tidy(self) -> int:
        """Delete what a crash left half written; says how many files."""
        return await self._blobs.tidy()

    async def taken(self, since: datetime, before: datetime) -> set[str]:
        """The ids of the photos whose files were written in that time."""
        names = await self._blobs.names(since, before)
        ids = {name.removesuffix(".jpg").rpartition("/")[2] for name in names}
        return {each for each in ids if _ID.fullmatch(each)}

    def path_of(self, photo_id: str) -> Path:
        """Where the photo's file is, or would be; an id that is none of ours is `NotFound`."""
        return self._blobs.path(_file_name(photo_id))

    async def local(self, photo: PhotoFile) -> Path:
        """The photo's file on this machine, fetched when another machine took it in.

        Raises NotFound when it is gone, ObjectDamaged when it is not what the digest says.
        """
        try:
            return await self._blobs.local(_file_name(photo.id), photo.digest)
        except ObjectMissing as error:
            raise NotFound(
                Message(
                    "The file of photo {photo} is gone: upload the photo again.", photo=photo.id
                ),
                code="photo_not_found",
            ) from error

    async def located(self, listing: Listing) -> Listing:
        """A stored listing with its photos as files on this machine; raises what `local` does."""
        files = [replace(photo, path=await self.local(photo)) for photo in listing.photos]
        return replace(listing, photos=tuple(files))

    async def answers(self) -> bool | None:
        return await self._blobs.answers()

    @asynccontextmanager
    async def _received(self, chunks: AsyncIterable[bytes], name: str) -> AsyncIterator[BinaryIO]:
        """The upload in a file without a name, which no crash leaves behind."""
        file = await asyncio.to_thread(self._scratch)
        try:
            size = 0
            async for chunk in chunks:
                size += len(chunk)
                if size > self._max_bytes:
                    raise self._too_large(name)
                with writing():
                    await asyncio.to_thread(file.write, chunk)
            yield file
        finally:
            with suppress(OSError):  # what could not be written was said before
                file.close()

    def _scratch(self) -> BinaryIO:
        with writing():
            make_folder(self._blobs.home)
            return cast(BinaryIO, tempfile.TemporaryFile(dir=self._blobs.home))

    def _too_large(self, name: str) -> PhotoTooLarge:
        limit = self._max_bytes / 1_000_000
        return PhotoTooLarge(
            Message(
                "{name} is larger than {limit} MB: send a smaller version.",
                name=name,
                limit=f"{limit:g}",
            ),
            field="file",
        )

    def _cleaned(self, upload: BinaryIO, name: str) -> CleanPhoto:
        with writing():
            size = upload.seek(0, os.SEEK_END)  # this flushes what was written last
        if size > self._max_bytes:
            raise self._too_large(name)
        upload.seek(0)
        return self._decoders.clean(upload, name, self._blobs.limit)

    async def _keep(self, photo: CleanPhoto, name: str) -> StoredPhoto:
        photo_id, loop = self._token_hex(16), asyncio.get_running_loop()
        digest = loop.run_in_executor(None, _digest, photo.data)  # while the disk is waited for
        path = await self._blobs.keep(_file_name(photo_id), photo.data)
        return StoredPhoto(
            id=photo_id,
            digest=await digest,
            width=photo.width,
            height=photo.height,
            size=len(photo.data),
            filename=name,
            path=path,
            one_color=photo.one_color,
        )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _file_name(photo_id: str) -> str:
    if not _ID.fullmatch(photo_id):
        raise unknown_photo()
    return f"{photo_id[:2]}/{photo_id}.jpg"


def unknown_photo() -> NotFound:
    """Of an id that the caller has no photo of."""
    return NotFound(
        "There is no photo with this id. Upload it, and use the id that the upload answers.",
        code="photo_not_found",
        field="photo_id",
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

"""Pictures of filled forms: JPEG files named by ids that cannot be guessed."""

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from gql_api.blobs import Blobs
from gql_api.errors import NotFound, ObjectMissing
from gql_api.store.jobs import new_id

MAX_PICTURE_BYTES: Final = 25_000_000

_ID = re.compile(r"[0-9a-f]{32}")


def digest(picture: bytes) -> str:
    """What a receipt names the picture by, besides its id: SHA-256, in hex."""
    return hashlib.sha256(picture).hexdigest()


class Pictures:
    """The pictures, a file each."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    async def keep(self, picture: bytes) -> str:
        """Store a picture durably and return its id; raises what `Blobs.keep` does."""
        picture_id = new_id()
        await self._blobs.keep(f"{picture_id}.jpg", picture)
        return picture_id

    async def delete(self, picture_id: str) -> bool:
        """Delete a picture for good; false when there was none."""
        return await self._blobs.delete(f"{picture_id}.jpg")

    async def kept(self, since: datetime, before: datetime) -> set[str]:
        """The ids of the pictures that were kept in that time."""
        names = {name.removesuffix(".jpg") for name in await self._blobs.names(since, before)}
        return {name for name in names if _ID.fullmatch(name)}

    async def find(self, picture_id: str) -> Path:
        """The picture's file on this machine; `NotFound`, or what else `Blobs.local` raises."""
        if _ID.fullmatch(picture_id):
            try:
                return await self._blobs.local(f"{picture_id}.jpg")
            except ObjectMissing as error:
                raise _not_found() from error
        raise _not_found()


def _not_found() -> NotFound:
    return NotFound("There is no picture with this id.", code="picture_not_found")

"""Pictures of filled forms, and the builds of pages that were not understood.

JPEG and JSON files, named by ids that cannot be guessed. What a build may hold is `page_snapshots`'
matter, how long they are kept `retention`'s.
"""

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog

from gql_api.db.jobs import new_id
from gql_api.domain.job import Picture
from gql_api.errors import NotFound, ObjectMissing, ServiceError
from gql_api.media.local_store import Blobs

log = structlog.get_logger(__name__)

MAX_PICTURE_BYTES: Final = 25_000_000

_ID = re.compile(r"[0-9a-f]{32}")
_KINDS: Final = (".jpg", ".json")


def digest(picture: bytes) -> str:
    """What a receipt names the picture by, besides its id: SHA-256, in hex."""
    return hashlib.sha256(picture).hexdigest()


class Pictures:
    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    async def keep(self, picture: bytes) -> str:
        """Store a picture durably and return its id; raises what `Blobs.keep` does."""
        picture_id = new_id()
        await self._blobs.keep(f"{picture_id}.jpg", picture)
        return picture_id

    async def evidence(self, picture: bytes | None) -> Picture | None:
        """Keep a picture, if it can be: what it shows counts without."""
        if picture is None:
            return None
        try:
            return Picture(await self.keep(picture), digest(picture))
        except ServiceError as error:
            log.warning("picture_lost", code=error.code)
            return None

    async def keep_build(self, build: bytes) -> str:
        """Store how a page was built, durably, and return its id."""
        build_id = new_id()
        await self._blobs.keep(f"{build_id}.json", build)
        return build_id

    async def build(self, build_id: str) -> Path:
        """The file of a page's build on this machine; `ObjectMissing`."""
        return await self._blobs.local(f"{build_id}.json")

    async def delete(self, picture_id: str) -> bool:
        return any([await self._blobs.delete(f"{picture_id}{kind}") for kind in _KINDS])

    async def tidy(self) -> int:
        """Delete what a crash left half written; says how many files."""
        return await self._blobs.tidy()

    async def kept(self, since: datetime, before: datetime) -> set[str]:
        """The ids of what was kept in that time."""
        names = {name.partition(".")[0] for name in await self._blobs.names(since, before)}
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
    return NotFound(
        "There is no picture with this id. It is kept as long as its job, which names its "
        "newest one.",
        code="picture_not_found",
        field="picture_id",
    )

"""The photos of a caller, and the pictures that were taken of their forms and sessions.

What an upload must be like is `media.photos`' matter; the order of keeping, recording and
deleting is decided here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from browser.messages import Message
from gql_api.db.ownership import OwnerStore
from gql_api.db.photos import ListedPhoto, PhotoStore
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.job import Job
from gql_api.domain.pagination import PAGE, PageStart
from gql_api.errors import Conflict, NotFound
from gql_api.limits.rate_limiter import Limits
from gql_api.media.photos import PhotoIntake, StoredPhoto, unknown_photo
from gql_api.media.screenshots import Pictures
from gql_api.sessions.service import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoService:
    store: PhotoStore
    intake: PhotoIntake
    pictures: Pictures
    owners: OwnerStore
    sessions: Sessions
    limits: Limits
    caller: Caller = THE_OPERATOR

    async def get(self, photo_id: str) -> StoredPhoto:
        """A photo that was uploaded; `NotFound`."""
        photo = (await self.find([photo_id])).get(photo_id)
        if photo is None:
            raise unknown_photo()
        return photo

    async def find(self, photo_ids: Sequence[str]) -> dict[str, StoredPhoto]:
        """Those of the photos that are there, by id."""
        self.caller.require(Scope.READ)
        return await self.store.find(photo_ids, self.caller.owner)

    async def list(
        self, *, limit: int = PAGE, start: PageStart | None = None
    ) -> tuple[ListedPhoto, ...]:
        self.caller.require(Scope.READ)
        return await self.store.list(self.caller.owner, limit=limit, start=start)

    async def file(self, photo_id: str) -> Path:
        """A photo's JPEG file on this machine; `NotFound`."""
        return await self.intake.local((await self.get(photo_id)).file)

    async def upload(self, file: BinaryIO, filename: str | None) -> StoredPhoto:
        """Take a photo in, of a file that the caller closes; durable when this returns."""
        self.caller.require(Scope.PREPARE)
        self.limits.of(self.caller.owner)["uploads"].check().require()
        photo = await self.intake.take_file(file, filename)
        await self.store.add(photo, self.caller.owner)
        return photo

    async def delete(self, photo_id: str) -> None:
        """Delete a photo that no job under way or awaiting a yes needs."""
        self.caller.require(Scope.PREPARE)
        photo = await self.get(photo_id)
        if job_id := await self.store.needed_by(photo.id):
            raise Conflict(
                Message("The photo belongs to job {job_id}: cancel that job first.", job_id=job_id),
                code="photo_in_use",
                members={"job_id": job_id},
            )
        if import_id := await self.store.awaited_by(photo.id):
            raise Conflict(
                Message(
                    "The photo belongs to a row of import {import_id}: skip that row first.",
                    import_id=import_id,
                ),
                code="photo_in_use",
            )
        # The file first: a deletion that a store could not carry out can be asked for again.
        await self.intake.delete(photo.id)
        await self.store.remove(photo.id)

    async def picture(self, picture_id: str) -> Path:
        """The JPEG file of a picture that a job or session of the caller shows; `NotFound`."""
        self.caller.require(Scope.READ)
        owner = self.caller.owner
        is_theirs = await self.owners.shows(picture_id, owner) or await self._met(picture_id)
        return await self.pictures.find(picture_id if is_theirs else "")

    async def picture_of(self, job: Job) -> Path:
        """The JPEG file of a job's filled form; `NotFound` until there is one."""
        self.caller.require(Scope.READ)
        if job.result is None or job.result.picture_id is None:
            raise NotFound("This job has no picture: wait until its form is filled.")
        return await self.pictures.find(job.result.picture_id)

    async def _met(self, picture_id: str) -> bool:
        """Whether the picture is what a session of the caller met on the site."""
        statuses = await self.sessions.statuses(self.caller.owner)
        return any(status.picture_id == picture_id for status in statuses)

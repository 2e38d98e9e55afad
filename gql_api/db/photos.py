"""Rows about photos, and the rests of accounts. Bytes and secrets live in `photos` and `vault`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from browser.listing import PhotoFile
from gql_api.db.database import Database
from gql_api.db.tables import jobs, photos, rests, runs, workers
from gql_api.domain.job import ACTIVE, AWAITING
from gql_api.domain.tenant import OPERATOR

ALIVE_MICROSECONDS = 10_000_000


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo on disk; `digest` is the SHA-256 of the kept bytes, `filename` is for display."""

    id: str
    digest: str
    width: int
    height: int
    size: int
    filename: str
    path: Path

    @property
    def file(self) -> PhotoFile:
        """The photo as the browser half takes it."""
        return PhotoFile(self.id, self.path, self.digest, self.width, self.height, self.filename)


class PhotoStore:
    """The photos that were acknowledged; `path_of` says where a photo's file is.

    Paths are not stored, so that a data folder can be moved and restored elsewhere.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        path_of: Callable[[str], Path],
    ) -> None:
        self._database = database
        self._now = now
        self._path_of = path_of

    async def add(self, photo: StoredPhoto, owner: str = OPERATOR) -> None:
        """Remember a photo whose file is durable already, and whose it is."""
        values = {name: getattr(photo, name) for name in StoredPhoto.__dataclass_fields__}
        del values["path"]
        values |= {"created_at": self._now(), "owner": owner}
        await self._database.write(lambda tx: tx.execute(sa.insert(photos).values(**values)))

    async def find(self, ids: Sequence[str], owner: str = OPERATOR) -> dict[str, StoredPhoto]:
        """The owner's photos among the ids, by id."""
        query = sa.select(photos).where(photos.c.id.in_(list(ids)), photos.c.owner == owner)
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return {row.id: self._photo(row) for row in rows}

    async def needed_by(self, photo_id: str) -> str | None:
        """A job that goes on or waits for its person, and shows the photo; its id."""
        query = sa.select(jobs.c.id).where(*needs(sa.literal(photo_id))).limit(1)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def remove(self, photo_id: str) -> None:
        """Forget a photo."""
        query = sa.delete(photos).where(photos.c.id == photo_id)
        await self._database.write(lambda tx: tx.execute(query))

    def _photo(self, row: Any) -> StoredPhoto:
        return StoredPhoto(
            id=row.id,
            digest=row.digest,
            width=row.width,
            height=row.height,
            size=row.size,
            filename=row.filename,
            path=self._path_of(row.id),
        )


class WorkerStore:
    """The workers of one PostgreSQL database, as they tell of themselves."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def alive(self) -> int:
        """How many have been heard of in the last seconds, by the server's clock."""
        return await self._database.read(lambda tx: tx.execute(living()).scalar_one())

    async def silent(self, seconds: float) -> frozenset[str]:
        """The workers that have told nothing of themselves for so long."""
        now = sa.func.extract("epoch", sa.func.clock_timestamp()) * 1_000_000
        query = sa.select(workers.c.id).where(
            sa.cast(workers.c.seen_at, sa.BigInteger) < now - int(seconds * 1_000_000)
        )
        found = await self._database.read(lambda tx: tx.scalars(query).all())
        return frozenset(found)


def living() -> sa.Select[int]:
    """Counts the workers that have been heard of in the last seconds, by the server's clock."""
    now = sa.func.extract("epoch", sa.func.clock_timestamp()) * 1_000_000
    return sa.select(sa.func.count()).where(
        sa.cast(workers.c.seen_at, sa.BigInteger) > now - ALIVE_MICROSECONDS
    )


def remembered(tx: sa.Connection, ids: Sequence[str]) -> set[str]:
    """Those of the ids that are photos."""
    return set(tx.scalars(sa.select(photos.c.id).where(photos.c.id.in_(ids))))


def needs(photo_id: sa.ColumnElement[str]) -> tuple[sa.ColumnElement[bool], ...]:
    """That a job which is not over shows the photo; a listing's text holds its photos' ids."""
    return (
        jobs.c.state.in_(ACTIVE | AWAITING),
        runs.c.job_id == jobs.c.id,
        runs.c.revision == jobs.c.revision,
        runs.c.listing.contains(photo_id),
    )


class RestStore:
    """The accounts that rest after a challenge."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def until(self, account: str) -> datetime | None:
        """When the account's rest ends; nothing when it never had one."""
        query = sa.select(rests.c.until).where(rests.c.account == account)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def put(self, account: str, reason: str, until: datetime) -> None:
        """Let the account rest until then."""

        def work(tx: sa.Connection) -> None:
            tx.execute(sa.delete(rests).where(rests.c.account == account))
            tx.execute(sa.insert(rests).values(account=account, reason=reason, until=until))

        await self._database.write(work)

    async def end(self, account: str) -> None:
        """Let the account work again."""
        query = sa.delete(rests).where(rests.c.account == account)
        await self._database.write(lambda tx: tx.execute(query))

"""Rows about photos. Their bytes live in `media`."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from browser.listing import PhotoFile
from gql_api.db.database import Database
from gql_api.db.page_order import follows
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.tables import import_rows, intents, jobs, photos, runs
from gql_api.domain.imports import RowState
from gql_api.domain.job import ACTIVE, AWAITING
from gql_api.domain.pagination import PageStart
from gql_api.domain.tenant import OPERATOR

_CLICKED: Final = (IntentState.ACTING, IntentState.DONE, IntentState.UNKNOWN)
_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo on disk; `digest` is the SHA-256 of the kept bytes, `filename` is for display.

    Whether it is `one_color` is not known of photos that an earlier release took in.
    """

    id: str
    digest: str
    width: int
    height: int
    size: int
    filename: str
    path: Path
    one_color: bool | None = None

    @property
    def file(self) -> PhotoFile:
        """The photo as the browser half takes it."""
        size = (self.width, self.height)
        return PhotoFile(self.id, self.path, self.digest, *size, self.filename, self.one_color)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPhoto(StoredPhoto):
    """A photo with the moment at which it was acknowledged, and the open jobs that show it."""

    created_at: datetime
    used_by: tuple[str, ...] = ()


class PhotoStore:
    """The photos that were acknowledged; `path_of` says where a photo's file is.

    Paths are not stored, so that a data folder can be moved and restored elsewhere.
    """

    def __init__(
        self, database: Database, now: Callable[[], datetime], path_of: Callable[[str], Path]
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
        return {row.id: StoredPhoto(**self._members(row)) for row in rows}

    async def list(
        self, owner: str, *, limit: int, start: PageStart | None
    ) -> tuple[ListedPhoto, ...]:
        query = sa.select(photos).where(photos.c.owner == owner)
        if start:
            query = query.where(follows(start, photos))
        query = query.order_by(photos.c.created_at.desc(), photos.c.id.desc()).limit(limit)
        rows, shown = await self._database.read(
            lambda tx: (tx.execute(query).all(), _shown_by_jobs(tx, owner))
        )
        return tuple(
            ListedPhoto(
                **self._members(row),
                created_at=row.created_at,
                used_by=tuple(job_id for job_id, listing in shown if row.id in listing),
            )
            for row in rows
        )

    async def needed_by(self, photo_id: str) -> str | None:
        """A job that goes on or waits for its person, and shows the photo; its id."""
        query = sa.select(jobs.c.id).where(*needs(sa.literal(photo_id))).limit(1)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def awaited_by(self, photo_id: str) -> str | None:
        """An import with a row that still needs the photo; its id."""
        shows = import_rows.c.listing.contains(sa.literal(photo_id))
        query = sa.select(import_rows.c.import_id).where(awaits(), shows).limit(1)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def remove(self, photo_id: str) -> None:
        query = sa.delete(photos).where(photos.c.id == photo_id)
        await self._database.write(lambda tx: tx.execute(query))

    def _members(self, row: Any) -> dict[str, Any]:
        names = StoredPhoto.__dataclass_fields__.keys() - {"path"}
        return {name: getattr(row, name) for name in names} | {"path": self._path_of(row.id)}


def remembered(tx: sa.Connection, ids: Sequence[str]) -> set[str]:
    return set(tx.scalars(sa.select(photos.c.id).where(photos.c.id.in_(ids))))


def _shown_by_jobs(tx: sa.Connection, owner: str) -> list[tuple[str, str]]:
    """An owner's jobs that are not over, newest first, each with its listing's text."""
    query = (
        sa.select(jobs.c.id, runs.c.listing)
        .where(jobs.c.owner == owner, *_not_over())
        .order_by(jobs.c.created_at.desc())
    )
    return [(row.id, row.listing) for row in tx.execute(query)]


def needs(photo_id: sa.ColumnElement[str]) -> tuple[sa.ColumnElement[bool], ...]:
    """That a job which is not over shows the photo; a listing's text holds its photos' ids."""
    return (*_not_over(), runs.c.listing.contains(photo_id))


def awaits() -> sa.ColumnElement[bool]:
    """That a row of an import is still to be prepared, or can be renewed: its photos are needed."""
    clicked = sa.exists().where(
        intents.c.prepare_id == import_rows.c.job_id, intents.c.state.in_(_CLICKED)
    )
    begun = sa.and_(import_rows.c.state == RowState.STARTED, ~clicked)
    return sa.or_(import_rows.c.state.in_((RowState.HELD, RowState.WAITING)), begun)


def photos_of_rows(tx: sa.Connection, condition: sa.ColumnElement[bool]) -> frozenset[str]:
    """The photos that some rows of imports show."""
    query = sa.select(import_rows.c.listing).where(condition, import_rows.c.listing.is_not(None))
    texts = tx.scalars(query.execution_options(yield_per=_AT_ONCE))
    return frozenset(photo["id"] for text in texts for photo in json.loads(text)["photos"])


def _not_over() -> tuple[sa.ColumnElement[bool], ...]:
    return (
        jobs.c.state.in_(ACTIVE | AWAITING),
        runs.c.job_id == jobs.c.id,
        runs.c.revision == jobs.c.revision,
    )

"""What has outlived its time: found and deleted in small transactions, so that nobody waits long.

Owns which rows may go. What a published listing leaves behind for good is here: its two jobs with
their final runs, its intent, and whatever else names the publish. Ages are the callers' matter.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa

from gql_api.db.console_sessions import remove_ended
from gql_api.db.database import Database
from gql_api.db.notices.devices import remove_unseen
from gql_api.db.notices.outbox import DeliveryState
from gql_api.db.photos import awaits, needs, photos_of_rows, remembered
from gql_api.db.publishing.publish_intents import ADMISSION, IntentState
from gql_api.db.tables import (
    demands,
    events,
    forgotten_clicks,
    import_rows,
    imports,
    intents,
    jobs,
    keys,
    metadata,
    notices,
    option_lists,
    photos,
    runs,
)
from gql_api.domain.imports import RowState
from gql_api.domain.job import ACTIVE, ENDED, JobState

BATCH: Final = 50
"""Jobs or photos in one transaction: a few milliseconds under the write lock."""

Run = tuple[str, int]
"""A job's id and revision."""


@dataclass(frozen=True, slots=True)
class Removed:
    """How many jobs went, or were thinned, and the pictures that nothing shows any more."""

    jobs: int
    pictures: set[str]


_HOLLOW: Final = (IntentState.FAILED, IntentState.REJECTED)
"""Intents of which nothing is or may be on the site."""

_ID: Final = re.compile(r"\b[0-9a-f]{32}\b")


class AgingStore:
    """The rows of one database by their age."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def overdue(self, now: datetime, *, accepted_before: datetime) -> list[Run]:
        """The runs whose deadline has passed; those without one by when they last moved."""
        late = sa.or_(
            jobs.c.expires_at <= now,
            sa.and_(jobs.c.expires_at.is_(None), jobs.c.updated_at <= accepted_before),
        )
        return await self._runs(jobs.c.state.in_(ACTIVE), late)

    async def unanswered(self, before: datetime) -> list[Run]:
        """The preparations whose questions have waited since before then."""
        return await self._runs(
            jobs.c.state == JobState.AWAITING_ANSWERS, jobs.c.updated_at < before
        )

    async def remove_jobs(self, before: datetime) -> Removed:
        """Delete some jobs that ended before then, with all that is theirs.

        Preparations go after their publishes. What is published, or may be, stays.
        """
        publish = jobs.alias()
        query = _ended(before).where(
            ~sa.exists().where(publish.c.prepare_id == jobs.c.id),
            ~sa.exists().where(intents.c.publish_id == jobs.c.id, intents.c.state.not_in(_HOLLOW)),
        )

        def work(tx: sa.Connection) -> Removed:
            ids = [row.id for row in tx.execute(query)]
            return Removed(len(ids), delete_jobs(tx, ids))

        return await self._database.write(work, turn=ADMISSION)

    async def thin_listings(self, before: datetime) -> Removed:
        """Reduce some jobs of published listings to their final runs."""
        published = sa.exists().where(
            intents.c.state == IntentState.DONE,
            sa.or_(intents.c.publish_id == jobs.c.id, intents.c.prepare_id == jobs.c.id),
        )
        query = _ended(before).where(published, sa.exists().where(events.c.job_id == jobs.c.id))

        def work(tx: sa.Connection) -> Removed:
            rows = tx.execute(query).all()
            ids = [row.id for row in rows]
            shown = _pictures_of(tx, ids)
            for row in rows:
                _thin(tx, row.id, row.revision)
            publishes = sa.select(jobs.c.id).where(jobs.c.prepare_id.in_(ids))
            # A publish that is thinned later shows its pictures until then.
            kept = _pictures_of(tx, [*ids, *tx.scalars(publishes)])
            return Removed(len(ids), shown - kept)

        return await self._database.write(work, turn=ADMISSION)

    async def remove_photos(self, before: datetime) -> list[str]:
        """Forget some photos taken in before then that no job needs; their ids."""
        query = (
            sa.select(photos.c.id)
            .where(photos.c.created_at < before, ~sa.exists().where(*needs(photos.c.id)))
            .order_by(photos.c.created_at)
        )

        def work(tx: sa.Connection) -> list[str]:
            # Once for all: a look into every row for each photo takes minutes of a large import.
            awaited = photos_of_rows(tx, awaits())
            free = (each for each in tx.scalars(query) if each not in awaited)
            ids = list(islice(free, BATCH))
            tx.execute(sa.delete(photos).where(photos.c.id.in_(ids)))
            return ids

        return await self._database.write(work, turn=ADMISSION)

    async def remove_imports(self, before: datetime) -> int:
        """Forget some imports that came before then, of which nothing waits or goes on."""
        mine = import_rows.c.import_id == imports.c.id
        undecided = import_rows.c.state.in_((RowState.HELD, RowState.WAITING))
        waits = sa.exists().where(mine, undecided)
        is_its = jobs.c.id == import_rows.c.job_id
        still = sa.exists().where(mine, is_its, jobs.c.state.not_in(ENDED))
        query = (
            sa.select(imports.c.id)
            .where(imports.c.created_at < before, ~waits, ~still)
            .order_by(imports.c.created_at)
            .limit(BATCH)
        )

        def work(tx: sa.Connection) -> int:
            ids = list(tx.scalars(query))
            tx.execute(sa.delete(imports).where(imports.c.id.in_(ids)))
            return len(ids)

        return await self._database.write(work, turn=ADMISSION)

    async def remove_demands(self, before: datetime) -> int:
        """Forget what the markets were last seen to demand before then; how many there were."""
        query = sa.delete(demands).where(demands.c.seen_at <= before)
        return await self._database.write(lambda tx: tx.execute(query).rowcount)

    async def remove_clicks(self, before: datetime) -> int:
        """Forget the clicks of forgotten accounts that were made before then."""
        query = sa.delete(forgotten_clicks).where(forgotten_clicks.c.acting_at < before)
        return await self._database.write(lambda tx: tx.execute(query).rowcount)

    async def drop_notices(self, before: datetime) -> int:
        """Let go notices that nobody has sent since then; returns how many."""
        waits = (notices.c.state == DeliveryState.WAITING) & (notices.c.created_at < before)
        dropped = sa.update(notices).where(waits).values(state=DeliveryState.DROPPED)
        return await self._database.write(lambda tx: tx.execute(dropped).rowcount)

    async def remove_console_sessions(self, now: datetime) -> int:
        """Forget the console's sessions that have ended; how many there were."""
        return await self._database.write(lambda tx: remove_ended(tx, now))

    async def remove_devices(self, now: datetime) -> int:
        """Forget the devices on which nobody has looked for long; how many there were."""
        return await self._database.write(lambda tx: remove_unseen(tx, now))

    async def unknown_photos(self, ids: Sequence[str]) -> set[str]:
        """Those of the ids that no row remembers."""

        return await self._database.read(lambda tx: set(ids) - remembered(tx, ids))

    async def oldest(self) -> datetime | None:
        """When the oldest job or photo came, of those that are still there."""

        def work(tx: sa.Connection) -> datetime | None:
            queries = (sa.select(sa.func.min(table.c.created_at)) for table in (jobs, photos))
            return min((at for at in map(tx.scalar, queries) if at), default=None)

        return await self._database.read(work)

    async def named_pictures(self) -> set[str]:
        """Every id that a row names and that may be a picture's."""

        def work(tx: sa.Connection) -> set[str]:
            found: set[str] = set()
            tx = tx.execution_options(yield_per=BATCH)
            for column in _naming():
                found.update(_ids(tx, sa.select(column)))
            return found

        return await self._database.read(work)

    async def _runs(self, *conditions: sa.ColumnElement[bool]) -> list[Run]:
        some = sa.select(jobs.c.id, jobs.c.revision).where(*conditions)
        query = some.order_by(jobs.c.created_at).limit(BATCH)
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return [(row.id, row.revision) for row in rows]


def delete_jobs(tx: sa.Connection, ids: Sequence[str]) -> set[str]:
    """Delete jobs that no other job names, with all that is theirs; the pictures they showed."""
    pictures = _pictures_of(tx, ids)
    for column in _owned():
        tx.execute(sa.delete(column.table).where(column.in_(ids)))
    tx.execute(sa.delete(jobs).where(jobs.c.id.in_(ids)))
    return pictures


def _ended(before: datetime) -> sa.Select[Any]:
    return (
        sa.select(jobs.c.id, jobs.c.revision)
        # Of the two times only the first has an index.
        .where(jobs.c.created_at < before, jobs.c.updated_at < before)
        .where(jobs.c.state.in_(ENDED))
        .order_by(jobs.c.created_at)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )


def _owned() -> list[sa.Column[Any]]:
    """The columns of other tables that name a job, in the order in which their rows can go."""
    tables = [table for table in reversed(metadata.sorted_tables) if table is not jobs]
    return [column for table in tables for column in table.c if column.references(jobs.c.id)]


def _naming() -> list[sa.Column[Any]]:
    """The columns that are, or whose text may hold, a picture's id."""
    columns = [column for table in metadata.sorted_tables for column in table.c]
    texts = {runs.c.listing, events.c.event}
    return [
        column
        for column in columns
        if column.name.endswith("picture_id")
        or (isinstance(column.type, sa.Text) and column not in texts)
    ]


def _pictures_of(tx: sa.Connection, job_ids: Sequence[str]) -> set[str]:
    """The ids in the rows of some jobs that may be pictures'."""
    found: set[str] = set()
    for owner in _owned():
        for column in _naming():
            if column.table is owner.table:
                found.update(_ids(tx, sa.select(column).where(owner.in_(job_ids))))
    return found


def _ids(tx: sa.Connection, query: sa.Select[Any]) -> Iterator[str]:
    """The ids in texts, which may be nothing but an id."""
    for text in tx.scalars(query.where(query.selected_columns[0].is_not(None))):
        yield from _ID.findall(text)


def _thin(tx: sa.Connection, job_id: str, revision: int) -> None:
    """Leave the job's final run and intent, without pictures, and the keys that name the run."""
    for table in (events, option_lists, notices):
        tx.execute(sa.delete(table).where(table.c.job_id == job_id))
    for table in (keys, runs):
        tx.execute(sa.delete(table).where(table.c.job_id == job_id, table.c.revision != revision))
    shed = sa.update(intents).where(intents.c.publish_id == job_id)
    tx.execute(shed.values(picture_id=None, known=None))
    final = sa.and_(runs.c.job_id == job_id, runs.c.revision == revision)
    text = tx.execute(sa.select(runs.c.result).where(final)).scalar_one()
    if text:
        # As compact as it was written: lists look into the text.
        result = json.dumps(json.loads(text) | {"picture_id": None}, separators=(",", ":"))
        tx.execute(sa.update(runs).where(final).values(result=result))

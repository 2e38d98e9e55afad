"""The drafts that are about to be saved on the site: written down before the call, closed after it.

`saving -> saved | absent`, one row a preparation. What stays `saving` once its run is over may have
left a draft: it is looked for, and no second one is saved meanwhile. Looking is the workflows'.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa

from browser.fence import Before
from gql_api.db.database import Database
from gql_api.db.job_mapper import current
from gql_api.db.publishing.later_looks import CLAIMED, next_look
from gql_api.db.publishing.publish_intents import DOUBT, reads_as
from gql_api.db.tables import draft_saves
from gql_api.domain.job import Job


class DraftState(StrEnum):
    """Where the saving of a draft stands."""

    SAVING = "saving"
    SAVED = "saved"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class DraftSave:
    """A draft that was about to be saved, and for which revision of which preparation."""

    job: Job
    state: DraftState
    before: Before
    saving_at: datetime
    draft_id: str | None
    next_at: datetime | None


_DUE: Final = sa.select(draft_saves).where(
    draft_saves.c.state == DraftState.SAVING, draft_saves.c.next_at <= sa.bindparam("now")
)
"""Asked every few seconds: made once, since to make it costs more than to ask."""


_NEXT: Final = sa.select(sa.func.min(draft_saves.c.next_at)).where(
    draft_saves.c.state == DraftState.SAVING
)


class DraftSaveStore:
    """The saves of one database; `now` is the clock."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def begin(self, job: Job, before: Before) -> None:
        """Write down that a draft is about to be saved, durably, and which drafts there were."""
        now = self._now()
        values = {
            "prepare_id": job.id,
            "revision": job.revision,
            "account": job.account,
            "state": DraftState.SAVING,
            "owner": before.owner,
            "known": json.dumps(sorted(before.known or ())),
            "saving_at": now,
            "draft_id": None,
            "next_at": next_look(now, now, sought=True, second=False),
        }

        def work(tx: sa.Connection) -> None:
            # An earlier one is known not to be there: an open one keeps a run from coming here.
            tx.execute(sa.delete(draft_saves).where(draft_saves.c.prepare_id == job.id))
            tx.execute(sa.insert(draft_saves).values(**values))

        await self._database.write(work)

    async def saved(self, prepare_id: str, draft_id: str) -> None:
        """The draft is there, and this is its id."""
        await self._database.write(lambda tx: close(tx, prepare_id, DraftState.SAVED, draft_id))

    async def absent(self, prepare_id: str) -> None:
        """No draft was saved: another may be."""
        await self._database.write(lambda tx: close(tx, prepare_id, DraftState.ABSENT))

    async def of(self, prepare_id: str) -> DraftSave | None:
        """The save of a preparation; nothing when it never came to one."""
        query = sa.select(draft_saves).where(draft_saves.c.prepare_id == prepare_id)
        return next(iter(await self._many(query)), None)

    async def open_alike(self, job: Job) -> tuple[DraftSave, ...]:
        """The account's saves of the job's content, or of the job itself, that are not closed."""
        query = sa.select(draft_saves).where(
            draft_saves.c.account == job.account,
            draft_saves.c.state == DraftState.SAVING,
            draft_saves.c.saving_at >= self._now() - DOUBT,
        )
        found = await self._many(query)
        return tuple(each for each in found if each.job.id == job.id or reads_as(each.job, job))

    async def due(self) -> tuple[DraftSave, ...]:
        """The open ones that are to be looked for now."""
        return await self._many(_DUE, {"now": self._now()})

    async def next_at(self) -> datetime | None:
        """When an open one is to be looked for next."""
        return await self._database.read(lambda tx: tx.scalar(_NEXT))

    async def claim(self, save: DraftSave) -> bool:
        query = (
            sa.update(draft_saves)
            .where(draft_saves.c.prepare_id == save.job.id, draft_saves.c.next_at == save.next_at)
            .values(next_at=self._now() + CLAIMED)
        )
        return await self._database.write(lambda tx: tx.execute(query).rowcount) == 1

    async def looked(self, save: DraftSave, *, postponed_to: datetime | None = None) -> None:
        """A look was made, or has to wait until then."""
        planned = next_look(save.saving_at, self._now(), sought=True, second=False)
        query = (
            sa.update(draft_saves)
            .where(draft_saves.c.prepare_id == save.job.id)
            .where(draft_saves.c.state == DraftState.SAVING)
            .values(next_at=postponed_to or planned)
        )
        await self._database.write(lambda tx: tx.execute(query))

    async def _many(
        self, query: sa.Select[Any], given: Mapping[str, Any] | None = None
    ) -> tuple[DraftSave, ...]:
        def work(tx: sa.Connection) -> tuple[DraftSave, ...]:
            return tuple(_save_of(tx, row) for row in tx.execute(query, given).all())

        return await self._database.read(work)


def close(
    tx: sa.Connection, prepare_id: str, state: DraftState, draft_id: str | None = None
) -> None:
    """Write down what became of a save."""
    query = sa.update(draft_saves).where(draft_saves.c.prepare_id == prepare_id)
    tx.execute(query.values(state=state, draft_id=draft_id, next_at=None))


def _save_of(tx: sa.Connection, row: Any) -> DraftSave:
    return DraftSave(
        job=current(tx, row.prepare_id, row.revision),
        state=DraftState(row.state),
        before=Before(row.owner, frozenset(json.loads(row.known))),
        saving_at=row.saving_at,
        draft_id=row.draft_id,
        next_at=row.next_at,
    )

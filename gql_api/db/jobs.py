"""Jobs, their runs and their events; the keys that name them are kept by `idempotency`.

Every change of a job and the event that tells of it are one transaction, so the events have no
gaps and never tell what was not stored. Who may do what is the service's matter.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from pydantic import TypeAdapter

from gql_api.db.database import Database
from gql_api.db.idempotency import Key, named, put_key
from gql_api.db.job_counts import next_work
from gql_api.db.job_mapper import (
    current,
    every_run,
    job_of,
    listing_text,
    publishes_of,
    result_text,
    select_jobs,
)
from gql_api.db.page_order import follows
from gql_api.db.publishing.publish_intents import ADMISSION, IntentState, settle
from gql_api.db.tables import events, intents, jobs, runs
from gql_api.domain.job import ACTIVE, Job, JobEvent, JobKind, JobState, Result
from gql_api.domain.pagination import PageStart
from gql_api.domain.tenant import OPERATOR

_event = TypeAdapter(JobEvent)

_HELD: Final = sa.select(jobs).where(jobs.c.id == sa.bindparam("held_id")).with_for_update()
_ADD_EVENT: Final = sa.insert(events)
_MOVE_ON: Final = (
    sa.update(jobs)
    .where(jobs.c.id == sa.bindparam("held_id"))
    .values(
        {
            name: sa.bindparam(f"new_{name}")
            for name in (
                "state",
                "step",
                "percent",
                "slot_at",
                "expires_at",
                "last_seq",
                "updated_at",
            )
        }
    )
)
_UNFINISHED: Final = select_jobs().where(jobs.c.state.in_(ACTIVE)).order_by(jobs.c.created_at)
_OUTLIVED: Final = select_jobs().where(
    jobs.c.state == JobState.AWAITING_CONFIRMATION, jobs.c.expires_at <= sa.bindparam("now")
)
"""Made once: to put such a statement together costs more than to carry it out."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to a job: `expect` are the states it may be in, the rest is set when given.

    With a `result` the run is over: its result is kept as it is for replays. With `settle` the
    publish's intent goes to that state in the same transaction; when it is in none of
    `settle_from`, nothing happens at all. What was not `seen` yet goes on being watched.
    """

    state: JobState
    expect: frozenset[JobState] = ACTIVE
    step: str | None = None
    percent: int | None = None
    done: int | None = None
    total: int | None = None
    slot_at: datetime | None = None
    result: Result | None = None
    settle: IntentState | None = None
    settle_from: frozenset[IntentState] = frozenset(IntentState)
    seen: bool = True


def settled_anew(
    result: Result, settle: IntentState, settle_from: frozenset[IntentState]
) -> Change:
    """A later word on a job that is over: its result, and what has become of its yes."""
    over = frozenset({JobState.DONE})
    return Change(
        JobState.DONE, over, percent=100, result=result, settle=settle, settle_from=settle_from
    )


CHANNEL = "fripier_events"
"""Where PostgreSQL tells every process of an event, as its JSON."""
MOST_NOTIFIED = 7_900
"""Bytes that fit into one notification; an event of more is told without its problem's text."""


def new_id() -> str:
    """An id that cannot be guessed."""
    return uuid.uuid4().hex


Witness = Callable[[sa.Connection, Job, datetime], None]
"""Is told of every stored result, inside the transaction that stores it."""


class JobStore:
    """The jobs of one database; `now` is the clock."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        *witnesses: Witness,
    ) -> None:
        self._database = database
        self._now = now
        self._witnesses = witnesses

    async def find_key(self, key: Key) -> Job | None:
        """The job that the key names, as its run left it; `KeyReused` for another request."""
        return await self._database.read(lambda tx: _job_of_key(tx, key))

    async def accept(
        self, job: Job, *, key: Key | None, admit: Callable[[sa.Connection], None] = lambda tx: None
    ) -> tuple[Job, bool]:
        """Store a new job, or the next revision of one that `job.id` names already.

        `admit` looks at the tables inside the same transaction and raises to refuse. Returns the
        job and whether it was there already under the same key.
        """

        def work(tx: sa.Connection) -> tuple[Job, bool]:
            if key and (earlier := _job_of_key(tx, key)):
                return earlier, True
            if job.revision == 1 and (stored := _stored(tx, job)):
                return stored, False
            admit(tx)
            _put(tx, job)
            if key:
                put_key(tx, key, job)
            row = tx.execute(_HELD, {"held_id": job.id}).one()
            _append(tx, row, Change(JobState.QUEUED), self._now())
            return current(tx, job.id), False

        return await self._database.write(work, turn=ADMISSION)

    async def change(
        self,
        job_id: str,
        revision: int,
        change: Change,
        *,
        admit: Callable[[sa.Connection], None] | None = None,
    ) -> JobEvent | None:
        """Apply a change and return its event; nothing when the job has moved on.

        `admit` looks at the tables inside the same transaction and raises to refuse.
        """

        def work(tx: sa.Connection) -> JobEvent | None:
            row = tx.execute(_HELD, {"held_id": job_id}).one_or_none()
            if row is None or row.revision != revision or row.state not in change.expect:
                return None
            if admit:
                admit(tx)
            now = self._now()
            if not _settled(tx, job_id, change, now):
                return None
            if change.result is not None:
                tx.execute(
                    sa.update(runs)
                    .where(runs.c.job_id == job_id, runs.c.revision == revision)
                    .values(result=_dump(result_text, change.result), state=change.state)
                )
            event = _append(tx, row, change, now)
            if change.result is not None:
                self._bear_witness(tx, job_id, now)
            return event

        return await self._database.write(work, turn=ADMISSION if admit else None)

    def _bear_witness(self, tx: sa.Connection, job_id: str, now: datetime) -> None:
        if self._witnesses:
            job = current(tx, job_id)
            for witness in self._witnesses:
                witness(tx, job, now)

    async def get(
        self, job_id: str, revision: int | None = None, *, owner: str | None = None
    ) -> Job:
        """The job as it stands, or as its run of that revision left it; `NotFound`.

        With an `owner` nobody else's job is there at all.
        """
        return await self._database.read(lambda tx: current(tx, job_id, revision, owner))

    async def runs(self, job_id: str) -> tuple[Job, ...]:
        """The job as each of its runs that are kept left it, oldest first; `NotFound`."""
        return await self._database.read(lambda tx: every_run(tx, job_id))

    async def list(
        self,
        *,
        owner: str = OPERATOR,
        account: str | None,
        kind: JobKind | None,
        states: frozenset[JobState],
        limit: int,
        start: PageStart | None,
        listed: bool = False,
    ) -> tuple[Job, ...]:
        """An owner's jobs, newest first; with `listed` only those that left a listing there."""
        query = (
            select_jobs()
            .where(jobs.c.owner == owner)
            .order_by(jobs.c.created_at.desc(), jobs.c.id.desc())
            .limit(limit)
        )
        if account:
            query = query.where(jobs.c.account == account)
        if kind:
            query = query.where(jobs.c.kind == kind)
        if states:
            query = query.where(jobs.c.state.in_(states))
        if start:
            query = query.where(follows(start, jobs))
        if listed:
            query = query.where(runs.c.result.contains('"listing_id":"'))
        return await self._many(query)

    async def unfinished(self) -> tuple[Job, ...]:
        """The jobs that should be going on, oldest first."""
        return await self._many(_UNFINISHED)

    async def outlived(self) -> tuple[Job, ...]:
        """The preparations whose confirm token has ended while they waited for a yes."""
        return await self._many(_OUTLIVED, {"now": self._now()})

    async def next_work(self) -> datetime | None:
        """When the jobs have to be looked through again; None while nothing goes on."""
        now = self._now()
        return await self._database.read(lambda tx: next_work(tx, now))

    async def has_active_publish(self, prepare_id: str) -> bool:
        """Whether a publish of the preparation goes on or waits to."""
        found = await self._database.read(lambda tx: publishes_of(tx, prepare_id))
        return any(job.is_active for job in found)

    async def clicked_beside(self, job: Job) -> tuple[Job, ...]:
        """The account's other publishes that have left a listing, or may have."""
        clicked = (IntentState.ACTING, IntentState.DONE, IntentState.UNKNOWN)
        return await self._many(
            select_jobs()
            .join(intents, intents.c.publish_id == jobs.c.id)
            .where(jobs.c.account == job.account, jobs.c.origin == job.origin)
            .where(jobs.c.id != job.id, intents.c.state.in_(clicked))
        )

    async def answers(self) -> bool:
        """Whether the database can be used now."""
        return await self._database.answers()

    async def events_after(self, job_id: str, after: int) -> tuple[JobEvent, ...]:
        """The events of a job with a greater number, in order."""
        query = (
            sa.select(events.c.event)
            .where(events.c.job_id == job_id, events.c.seq > after)
            .order_by(events.c.seq)
        )
        rows = await self._database.read(lambda tx: tx.scalars(query).all())
        return tuple(_event.validate_json(row) for row in rows)

    async def _many(
        self, query: sa.Select[Any], given: Mapping[str, Any] | None = None
    ) -> tuple[Job, ...]:
        rows = await self._database.read(lambda tx: tx.execute(query, given).all())
        return tuple(job_of(row) for row in rows)


def _settled(tx: sa.Connection, job_id: str, change: Change, now: datetime) -> bool:
    return change.settle is None or settle(
        tx, job_id, change.settle, now, expect=change.settle_from, seen=change.seen
    )


def _stored(tx: sa.Connection, job: Job) -> Job | None:
    """A new job that is there already: its commit went well, and only the word of it was lost."""
    found = tx.execute(sa.select(jobs.c.id).where(jobs.c.id == job.id)).one_or_none()
    return current(tx, job.id, 1) if found else None


def _put(tx: sa.Connection, job: Job) -> None:
    values: dict[str, Any] = {
        "state": job.state,
        "revision": job.revision,
        "step": None,
        "percent": 0,
        "slot_at": None,
        "expires_at": job.deadline,
        "updated_at": job.updated_at,
    }
    if job.revision == 1:
        values |= {"id": job.id, "kind": job.kind, "account": job.account, "origin": job.origin}
        values |= {"prepare_id": job.prepare_id, "prepare_revision": job.prepare_revision}
        values |= {"created_at": job.created_at, "approved_by": job.approved_by}
        values |= {"import_id": job.import_id, "import_line": job.import_line}
        values["owner"] = job.owner
        tx.execute(sa.insert(jobs).values(**values))
    else:
        tx.execute(sa.update(jobs).where(jobs.c.id == job.id).values(**values))
    listing = _dump(listing_text, job.listing)
    tx.execute(
        sa.insert(runs).values(
            job_id=job.id,
            revision=job.revision,
            dry_run=job.dry_run,
            listing=listing,
            trace=job.trace,
        )
    )


def _job_of_key(tx: sa.Connection, key: Key) -> Job | None:
    run = named(tx, key)
    return current(tx, *run) if run else None


def _append(tx: sa.Connection, row: sa.Row[Any], change: Change, now: datetime) -> JobEvent:
    """Write the change into the job's row, as it is held, and its event after the newest one."""
    result = change.result or Result()
    percent = row.percent if change.percent is None else change.percent
    event = JobEvent(
        job_id=row.id,
        seq=row.last_seq + 1,
        at=now,
        state=change.state,
        revision=row.revision,
        percent=percent,
        step=change.step,
        done=change.done,
        total=change.total,
        outcome=result.outcome,
        reason=result.reason,
        problem=result.problem,
        slot_at=change.slot_at,
        owner=row.owner,
    )
    text = _dump(_event, event)
    tx.execute(_ADD_EVENT, {"job_id": row.id, "seq": event.seq, "event": text})
    if tx.dialect.name == "postgresql":
        _notify(tx, event, text)
    moved = {
        "held_id": row.id,
        "new_state": change.state,
        "new_step": change.step or row.step,
        "new_percent": percent,
        "new_slot_at": change.slot_at,
        "new_expires_at": row.expires_at if change.state in ACTIVE else result.expires_at,
        "new_last_seq": event.seq,
        "new_updated_at": now,
    }
    tx.execute(_MOVE_ON, moved)
    return event


def _notify(tx: sa.Connection, event: JobEvent, text: str) -> None:
    """Tell every process of the event when this transaction commits."""
    if len(text.encode()) > MOST_NOTIFIED:
        text = _dump(_event, replace(event, problem=None))
    tx.execute(sa.select(sa.func.pg_notify(CHANNEL, text)))


def read_event(text: str) -> JobEvent:
    """An event as it was stored, or told to every process; `ValueError` for anything else."""
    return _event.validate_json(text)


def _dump(adapter: TypeAdapter[Any], value: Any) -> str:
    return adapter.dump_json(value).decode()

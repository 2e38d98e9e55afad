"""Notices that wait for their receivers: one row a notice and channel.

Owns that a notice is stored in the transaction of what it tells of, that one process at a time
delivers it, and that what is awaited no more is dropped. When to try again is the sender's matter.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.tables import imports, jobs, notices, push_devices
from gql_api.domain.job import ACTIVE, Job
from gql_api.domain.notice import AWAITED, CORRECTED, NoticeKind, kind_of
from gql_api.domain.push import CHANNEL
from gql_api.domain.tenant import OPERATOR, owner_in

CLAIMED: Final = timedelta(seconds=30)
"""For how long a delivery is one process's, twice what it may take; one that died leaves it so."""
AT_ONCE: Final = 20
TURN: Final = "notices"
"""Of what is looked for before it is written."""


class DeliveryState(StrEnum):
    """Where a delivery stands; `dropped` is what nobody awaits any more."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One notice for one channel, of a job or an import; `tries` were made before."""

    id: str
    channel: str
    kind: NoticeKind
    job_id: str | None
    import_id: str | None
    revision: int
    created_at: datetime
    next_at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class Audience:
    """The channels that are set: of everybody's jobs, and of the operator's own alone."""

    everybody: tuple[str, ...] = ()
    operator: tuple[str, ...] = ()

    def of(self, owner: str) -> tuple[str, ...]:
        """The channels that tell of an owner's jobs."""
        return self.everybody + (self.operator if owner == OPERATOR else ())


_DUE_DEVICES: Final = (
    sa.select(notices.c.channel)
    .distinct()
    .where(notices.c.state == DeliveryState.WAITING, notices.c.next_at <= sa.bindparam("now"))
    .where(notices.c.channel.startswith(CHANNEL, autoescape=True))
)
"""Asked every few seconds: made once, since to make it costs more than to ask."""
_NEXT: Final = sa.select(sa.func.min(notices.c.next_at)).where(
    notices.c.state == DeliveryState.WAITING
)
_NEXT_OF: Final = _NEXT.where(notices.c.channel == sa.bindparam("of_channel"))
_NEXT_OF_DEVICES: Final = _NEXT.where(notices.c.channel.startswith(CHANNEL, autoescape=True))


class NoticeStore:
    """The notices of one database; `now` is the clock."""

    def __init__(self, database: Database, now: Callable[[], datetime], audience: Audience) -> None:
        self._database = database
        self._now = now
        self._audience = audience

    def write(self, tx: sa.Connection, job: Job, now: datetime) -> None:
        """Store what has to be told of a result that is stored in this transaction.

        A word that was said of this run already, as an outcome that is still unknown, is not
        said again. What is true no more, and waits still, is dropped.
        """
        kind = kind_of(job)
        _drop_corrected(tx, job, kind)
        channels = self._channels(tx, job.owner) if kind else ()
        if kind is None or not channels or _was_said(tx, job, kind):
            return
        named = {"job_id": job.id, "import_id": None, "revision": job.revision}
        insert_notice(tx, channels, kind, now, named)

    async def session_ended(self, account: str, import_id: str, saved_at: datetime) -> None:
        """Tell, once for the session that was saved then, that an import waits for a fresh one.

        No job of the import finds it out, since none begins; one of before may have told it.
        """
        owner = owner_in(account)

        def is_told(tx: sa.Connection) -> bool:
            return not self._channels(tx, owner) or _ended(tx, account, saved_at)

        if await self._database.read(is_told):
            return
        named = {"job_id": None, "import_id": import_id, "revision": 0}

        def work(tx: sa.Connection) -> None:
            if not is_told(tx):
                channels = self._channels(tx, owner)
                insert_notice(tx, channels, NoticeKind.SESSION_EXPIRED, self._now(), named)

        await self._database.write(work, turn=TURN)

    def _channels(self, tx: sa.Connection, owner: str) -> Sequence[str]:
        """Who is told of an owner's jobs: the channels of the settings, and the owner's devices."""
        mine = sa.select(push_devices.c.id).where(push_devices.c.owner == owner)
        return (*self._audience.of(owner), *(CHANNEL + each for each in tx.scalars(mine)))

    async def due(self, channel: str) -> Sequence[Delivery]:
        """Some of what is to be tried now on a channel, the oldest first."""
        query = (
            sa.select(*_DELIVERY)
            .where(notices.c.channel == channel, notices.c.state == DeliveryState.WAITING)
            .where(notices.c.next_at <= self._now())
            .order_by(notices.c.created_at)
            .limit(AT_ONCE)
        )
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return [Delivery(**{**row._asdict(), "kind": NoticeKind(row.kind)}) for row in rows]

    async def account_of(self, delivery: Delivery) -> str | None:
        """The account of what a delivery tells of; None once that is gone."""
        job = sa.select(jobs.c.account).where(jobs.c.id == delivery.job_id)
        brought = sa.select(imports.c.account).where(imports.c.id == delivery.import_id)
        query = job if delivery.job_id else brought
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def due_devices(self) -> Sequence[str]:
        """The channels of devices on which something is to be tried now."""
        now = {"now": self._now()}
        return await self._database.read(lambda tx: tx.scalars(_DUE_DEVICES, now).all())

    async def next_at(self, channel: str | None = None) -> datetime | None:
        """When something is to be tried next on a channel, without one on any device."""
        query, of = (_NEXT_OF, {"of_channel": channel}) if channel else (_NEXT_OF_DEVICES, {})
        return await self._database.read(lambda tx: tx.scalar(query, of))

    async def claim(self, delivery: Delivery) -> bool:
        """Take a delivery over for a while; False when another was quicker, or nobody awaits it.

        What is awaited no more is dropped here, so that it is looked at as late as can be.
        """

        def work(tx: sa.Connection) -> bool:
            mine = _this(delivery) & (notices.c.next_at == delivery.next_at)
            if not _is_awaited(tx, delivery):
                tx.execute(_end(mine, DeliveryState.DROPPED))
                return False
            claimed = sa.update(notices).where(mine).values(next_at=self._now() + CLAIMED)
            return tx.execute(claimed).rowcount == 1

        return await self._database.write(work)

    async def end(self, delivery: Delivery, state: DeliveryState) -> None:
        """It was taken in, or is given up."""
        await self._database.write(lambda tx: tx.execute(_end(_this(delivery), state)))

    async def postpone(self, delivery: Delivery, until: datetime) -> None:
        """It was not taken in: try again then."""
        values = {"next_at": until, "tries": delivery.tries + 1}
        query = sa.update(notices).where(_this(delivery)).values(**values)
        await self._database.write(lambda tx: tx.execute(query))


_DELIVERY: Final = tuple(
    notices.c[name]
    for name in (
        "id", "channel", "kind", "job_id", "import_id", "revision",
        "created_at", "next_at", "tries",
    )
)  # fmt: skip


def insert_notice(
    tx: sa.Connection,
    channels: Sequence[str],
    kind: NoticeKind,
    now: datetime,
    named: Mapping[str, object],
) -> None:
    """Store a notice for each channel; `named` is what it tells of."""
    said = {**named, "id": f"msg_{uuid.uuid4().hex}", "kind": kind, "state": DeliveryState.WAITING}
    said |= {"tries": 0, "created_at": now, "next_at": now}
    tx.execute(sa.insert(notices), [{**said, "channel": channel} for channel in channels])


def _ended(tx: sa.Connection, account: str, since: datetime) -> bool:
    """Whether the end of the account's session was told since then, of a job or an import."""
    of_jobs = sa.select(jobs.c.id).where(jobs.c.account == account)
    of_imports = sa.select(imports.c.id).where(imports.c.account == account)
    query = sa.select(notices.c.id).where(
        notices.c.kind == NoticeKind.SESSION_EXPIRED,
        notices.c.created_at >= since,
        notices.c.job_id.in_(of_jobs) | notices.c.import_id.in_(of_imports),
    )
    return tx.execute(query.limit(1)).one_or_none() is not None


def _this(delivery: Delivery) -> sa.ColumnElement[bool]:
    return sa.and_(
        notices.c.id == delivery.id,
        notices.c.channel == delivery.channel,
        notices.c.state == DeliveryState.WAITING,
    )


def _end(condition: sa.ColumnElement[bool], state: DeliveryState) -> sa.Update:
    return sa.update(notices).where(condition).values(state=state, tries=notices.c.tries + 1)


def _was_said(tx: sa.Connection, job: Job, kind: NoticeKind) -> bool:
    query = sa.select(notices.c.kind).where(
        notices.c.job_id == job.id, notices.c.revision == job.revision, notices.c.kind == kind
    )
    return tx.execute(query.limit(1)).one_or_none() is not None


def _drop_corrected(tx: sa.Connection, job: Job, kind: NoticeKind | None) -> None:
    """End what waits of this run and is said otherwise now: a receiver may have been away."""
    before = CORRECTED.get(kind) if kind else None
    if before:
        waits = notices.c.state == DeliveryState.WAITING
        of_run = sa.and_(notices.c.job_id == job.id, notices.c.revision == job.revision)
        tx.execute(_end(of_run & waits & notices.c.kind.in_(before), DeliveryState.DROPPED))


def _is_awaited(tx: sa.Connection, delivery: Delivery) -> bool:
    """Whether the act that a notice asks for is still to be done; an outcome is told always."""
    state = AWAITED.get(delivery.kind)
    if state is None:
        return True
    publish = jobs.alias()
    said_yes = sa.exists().where(publish.c.prepare_id == jobs.c.id, publish.c.state.in_(ACTIVE))
    query = sa.select(jobs.c.id).where(
        jobs.c.id == delivery.job_id,
        jobs.c.revision == delivery.revision,
        jobs.c.state == state,
        ~said_yes,
    )
    return tx.execute(query).one_or_none() is not None

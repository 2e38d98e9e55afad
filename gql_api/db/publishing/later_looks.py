"""When a click is looked for again, long after its run is over: one row a click that is watched.

Owns the timetable and the rows. They are written in the transactions of the fence and of what
became of a click, so that no crash parts the two. Looking belongs to `workflows.later_looks`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.tables import later_looks

FIND_SECONDS: Final = (20, 30, 45, 60, 90, 120, 150, 200, 250, 300, 400, 500, 600)
"""After the click, while its item is not seen: until ten minutes."""
TWIN_SECONDS: Final = (120, 300, 900)
"""After a second click on the same content: an earlier one's item may come up late."""
CLAIMED: Final = timedelta(minutes=1)
"""For how long a look is one worker's; a worker that died leaves it to the next one."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A click that is looked for again at `next_at`.

    `earlier_id` names the oldest publish of the same content whose outcome was not known when this
    one was clicked.
    """

    publish_id: str
    clicked_at: datetime
    next_at: datetime
    earlier_id: str | None
    sought: bool


def next_look(
    clicked_at: datetime, now: datetime, *, sought: bool, second: bool
) -> datetime | None:
    """When to look next; nothing once the time of looking is over."""
    seconds = (*(FIND_SECONDS if sought else ()), *(TWIN_SECONDS if second else ()))
    times = (clicked_at + timedelta(seconds=each) for each in sorted(seconds))
    return next((at for at in times if at > now), None)


def begin(
    tx: sa.Connection, publish_id: str, clicked_at: datetime, *, earlier_id: str | None = None
) -> None:
    """Watch a click, from its fence on."""
    values = {"publish_id": publish_id, "clicked_at": clicked_at, "earlier_id": earlier_id}
    first = clicked_at + timedelta(seconds=FIND_SECONDS[0])
    tx.execute(sa.insert(later_looks).values(**values, next_at=first, sought=True))


def stop(tx: sa.Connection, publish_id: str) -> None:
    """Nothing of this click can come up any more."""
    tx.execute(sa.delete(later_looks).where(later_looks.c.publish_id == publish_id))


def plan(
    tx: sa.Connection, publish_id: str, clicked_at: datetime | None, now: datetime, *, sought: bool
) -> None:
    """Say when the click is looked for next, `sought` while its item is not seen."""
    known = _watched(tx, publish_id)
    clicked_at = known.clicked_at if known else clicked_at
    if clicked_at is None:
        return
    second = known is not None and known.earlier_id is not None
    at = next_look(clicked_at, now, sought=sought, second=second)
    if at is None:
        stop(tx, publish_id)
        return
    if known is None:
        begin(tx, publish_id, clicked_at)
    _move(tx, publish_id, next_at=at, sought=sought)


def _move(tx: sa.Connection, publish_id: str, **values: object) -> None:
    query = sa.update(later_looks).where(later_looks.c.publish_id == publish_id)
    tx.execute(query.values(**values))


def _watched(tx: sa.Connection, publish_id: str) -> Watched | None:
    query = sa.select(later_looks).where(later_looks.c.publish_id == publish_id)
    row = tx.execute(query).one_or_none()
    return Watched(**row._asdict()) if row else None


_DUE: Final = (
    sa.select(later_looks)
    .where(later_looks.c.next_at <= sa.bindparam("now"))
    .order_by(later_looks.c.next_at)
)
"""Asked every few seconds: made once, since to make it costs more than to ask."""


_NEXT: Final = sa.select(sa.func.min(later_looks.c.next_at))


class LaterLookStore:
    """The watched clicks of one database; `now` is the clock."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def due(self) -> tuple[Watched, ...]:
        """The clicks that are to be looked for now, the longest due first."""
        now = {"now": self._now()}
        rows = await self._database.read(lambda tx: tx.execute(_DUE, now).all())
        return tuple(Watched(**row._asdict()) for row in rows)

    async def next_at(self) -> datetime | None:
        """When a click is to be looked for next."""
        return await self._database.read(lambda tx: tx.scalar(_NEXT))

    async def of(self, publish_id: str) -> Watched | None:
        """The watch over a click; nothing when it is not watched."""
        return await self._database.read(lambda tx: _watched(tx, publish_id))

    async def claim(self, watched: Watched) -> bool:
        """Take a look over for a while; False when another worker was quicker."""
        query = (
            sa.update(later_looks)
            .where(later_looks.c.publish_id == watched.publish_id)
            .where(later_looks.c.next_at == watched.next_at)
            .values(next_at=self._now() + CLAIMED)
        )
        return await self._database.write(lambda tx: tx.execute(query).rowcount) == 1

    async def looked(self, publish_id: str) -> None:
        """A look was made: the next one is due by the timetable, if any is."""

        def work(tx: sa.Connection) -> None:
            known = _watched(tx, publish_id)
            if known:
                plan(tx, publish_id, None, self._now(), sought=known.sought)

        await self._database.write(work)

    async def seen(self, publish_id: str) -> None:
        """The item was seen, with its copies: only an earlier one may still come up."""
        await self._database.write(lambda tx: plan(tx, publish_id, None, self._now(), sought=False))

    async def postpone(self, publish_id: str, until: datetime) -> None:
        """No look can be made before then, and it stays due."""
        await self._database.write(lambda tx: _move(tx, publish_id, next_at=until))

"""Regular looks rest while nothing can have come up, and miss nothing that does."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from browser.background_tasks import in_background
from gql_api.cluster import regular_looks
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.database import Database
from tests.gql_api.db.conftest import only_postgresql, only_sqlite

WITHIN = 10.0
SECONDS = 0.05
RESTED = 0.5
"""Ten times the usual time: one that does not rest would have looked again by then."""


def now() -> datetime:
    return datetime.now(UTC)


class Looker:
    """Looks when it is told to, and says when something comes next."""

    def __init__(self, database: Database, due: datetime | None = None) -> None:
        self._database = database
        self._looks = asyncio.Queue[float]()
        self.due = due
        self.meanwhile: Callable[[], Awaitable[None]] | None = None

    async def __call__(self) -> datetime | None:
        if self.meanwhile:
            during, self.meanwhile = self.meanwhile, None
            await during()
        self._looks.put_nowait(asyncio.get_running_loop().time())
        return self.due

    async def keep(self) -> None:
        await RegularLooks(self._database, now).keep(SECONDS, self)

    async def look(self, within: float = WITHIN) -> float:
        """When the next look was."""
        return await asyncio.wait_for(self._looks.get(), within)

    async def rests(self) -> bool:
        with suppress(TimeoutError):
            await self.look(RESTED)
            return False
        return True


def _nothing(_: sa.Connection) -> None:
    """What is written does not matter."""


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks only because it has been long."""
    monkeypatch.setattr(regular_looks, "ALONE_SECONDS", 600.0)


@only_sqlite
async def test_it_looks_again_when_something_was_written(database: Database) -> None:
    looker = Looker(database)
    async with in_background(looker.keep()):
        await looker.look()
        assert await looker.rests()
        await database.write(_nothing)
        await looker.look()


@only_postgresql
async def test_it_looks_regularly_where_others_write_as_well(database: Database) -> None:
    looker = Looker(database)
    async with in_background(looker.keep()):
        for _ in range(4):
            await looker.look()


@only_sqlite
async def test_what_is_written_during_a_look_is_looked_for(database: Database) -> None:
    looker = Looker(database)

    async def write() -> None:
        await database.write(_nothing)

    looker.meanwhile = write
    async with in_background(looker.keep()):
        await looker.look()
        await looker.look()


@only_sqlite
async def test_a_write_whose_caller_was_cancelled_is_looked_for(database: Database) -> None:
    looker = Looker(database)
    loop, begun = asyncio.get_running_loop(), asyncio.Event()

    def begin(_: sa.Connection) -> None:
        asyncio.run_coroutine_threadsafe(_set(begun), loop).result(WITHIN)

    async with in_background(looker.keep()):
        await looker.look()
        writing = asyncio.ensure_future(database.write(begin))
        await asyncio.wait_for(begun.wait(), WITHIN)
        writing.cancel()
        await looker.look()


async def _set(event: asyncio.Event) -> None:
    event.set()


@only_sqlite
async def test_it_looks_when_the_next_is_due(database: Database) -> None:
    looker = Looker(database, due=now() + timedelta(seconds=1))
    async with in_background(looker.keep()):
        began = await looker.look()
        looker.due = None
        assert await looker.look() - began < WITHIN / 2


@only_sqlite
async def test_what_stays_due_is_looked_for_at_the_usual_times(database: Database) -> None:
    looker = Looker(database, due=now() - timedelta(hours=1))
    async with in_background(looker.keep()):
        began = await looker.look()
        for _ in range(4):
            last = await looker.look()
    assert last - began >= 4 * SECONDS * 0.9


@only_sqlite
async def test_a_probe_of_the_database_wakes_nobody(database: Database) -> None:
    looker = Looker(database)
    async with in_background(looker.keep()):
        await looker.look()
        assert await database.takes_writes()
        assert await looker.rests()

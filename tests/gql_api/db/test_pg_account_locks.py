"""An account's turn over several workers, on a real server that drops their connections."""

import asyncio
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa

from gql_api.cluster import pg_account_locks
from gql_api.cluster.account_locks import LockLost
from gql_api.cluster.pg_account_locks import PgAccountLocks
from tests.postgres import fresh

HOLDER, OTHER = "fripier/holder", "fripier/other"


@pytest.fixture
def address(server: sa.URL) -> Iterator[str]:
    with fresh(server) as found:
        yield str(sa.make_url(found).set(drivername="postgresql").render_as_string(False))


async def cut_off(address: str, name: str) -> None:
    """End every connection of that name, and wait until the server has."""
    async with await psycopg.AsyncConnection.connect(address, autocommit=True) as admin:
        query = (
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE application_name = %s"
        )
        ended = await (await admin.execute(query, (name,))).fetchall()
    assert ended == [(True,)]


async def until_waits(address: str, name: str) -> None:
    """Until a connection of that name waits for a lock."""
    query = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE application_name = %s AND wait_event_type = 'Lock'"
    )
    async with (
        asyncio.timeout(10),
        await psycopg.AsyncConnection.connect(address, autocommit=True) as admin,
    ):
        while (await (await admin.execute(query, (name,))).fetchone()) != (1,):
            await asyncio.sleep(0.02)


async def is_held(address: str) -> bool:
    """As the server says: whoever tried the lock would hold it for a moment."""
    query = (
        "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
        " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
    )
    async with await psycopg.AsyncConnection.connect(address, autocommit=True) as admin:
        return (await (await admin.execute(query)).fetchone()) == (1,)


async def is_let_go(address: str) -> None:
    """The server hears a moment later that a connection has ended."""
    async with asyncio.timeout(20):
        while await is_held(address):
            await asyncio.sleep(0.02)


async def test_a_turn_whose_connection_breaks_is_taken_again(address: str) -> None:
    async with PgAccountLocks(address, HOLDER).turn("shop"):
        for _ in range(2):
            await cut_off(address, HOLDER)
            async with asyncio.timeout(10):
                while not await is_held(address):
                    await asyncio.sleep(0.02)
    await is_let_go(address)


async def test_who_has_the_number_of_a_broken_connection_since_is_left_alone(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        PgAccountLocks(address, HOLDER).turn("shop"),
        await psycopg.AsyncConnection.connect(address, autocommit=True) as innocent,
    ):
        # A server that was started again gives the numbers of its earlier life anew.
        number = innocent.info.backend_pid
        ended = pg_account_locks._END.replace("pid = %s", f"%s > 0 AND pid = {number}")
        monkeypatch.setattr(pg_account_locks, "_END", ended)
        await cut_off(address, HOLDER)
        async with asyncio.timeout(10):
            while not await is_held(address):
                await asyncio.sleep(0.02)
        assert await (await innocent.execute("SELECT 1")).fetchone() == (1,)
    await is_let_go(address)


@pytest.mark.parametrize("tried", [False, True])
async def test_a_turn_that_another_worker_took_meanwhile_ends_the_work(
    address: str, tried: bool
) -> None:
    taken = asyncio.Event()
    done = asyncio.Event()

    async def other() -> None:
        async with PgAccountLocks(address, OTHER).turn("shop"):
            taken.set()
            await done.wait()

    holder = PgAccountLocks(address, HOLDER)
    ended = asyncio.Event()
    with pytest.raises(LockLost):
        async with holder.try_turn("shop") if tried else holder.turn("shop"):
            waiting = asyncio.create_task(other())
            await until_waits(address, OTHER)
            try:
                await cut_off(address, HOLDER)
                await asyncio.wait_for(asyncio.Event().wait(), 10)
            except asyncio.CancelledError:
                ended.set()
                raise
    assert ended.is_set()
    await taken.wait()
    assert await is_held(address)
    done.set()
    await waiting
    await is_let_go(address)


async def test_an_error_of_the_work_stays_its_own(address: str) -> None:
    with pytest.raises(TimeoutError):
        async with PgAccountLocks(address, HOLDER).turn("shop"), asyncio.timeout(0):
            await asyncio.Event().wait()
    await is_let_go(address)

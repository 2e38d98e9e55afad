"""One worker at a time per account, over several machines: a lock on the PostgreSQL server.

Owns the lock's connection, one for each turn, and what happens when it breaks: the turn is taken
again, or it is lost and the work under it ends. Turns within a process are `account_locks`' matter.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Final

import psycopg
import structlog

from browser.background_tasks import in_background
from gql_api.cluster.account_locks import LockLost
from gql_api.cluster.pg_listener import BACK_SECONDS, Connection, connect, holds
from gql_api.storage_errors import patience, unavailable

log = structlog.get_logger(__name__)

_LOCK: Final = "hashtextextended('fripier/account/' || %s, 0)"
_WAIT: Final = f"SELECT pg_advisory_lock({_LOCK}) IS NOT NULL"
_TRY: Final = f"SELECT pg_try_advisory_lock({_LOCK})"
_SELF: Final = "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()"
_END: Final = (
    "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
    " WHERE pid = %s AND backend_start = %s"
)
"""Not whoever has the number since: a server that was started again counts from the beginning."""


class PgAccountLocks:
    """The turns of accounts; `name` is what the connections are called on the server."""

    def __init__(self, address: str, name: str) -> None:
        self._address = address
        self._name = name

    @asynccontextmanager
    async def turn(self, account: str) -> AsyncIterator[None]:
        """Wait for the account to be free on every worker, and hold it; TurnLost ends the block."""
        held, _ = await self._reached(_WAIT, account)
        async with self._kept(held, account):
            yield

    @asynccontextmanager
    async def try_turn(self, account: str) -> AsyncIterator[bool]:
        """Hold the account if it is free on every worker; TurnLost ends the block."""
        held, free = await self._reached(_TRY, account)
        if not free:
            await held.connection.close()
            yield False
            return
        async with self._kept(held, account):
            yield True

    async def _reached(self, query: str, account: str) -> "tuple[_Held, bool]":
        """A connection that was asked for the lock, tried for as long as the work has patience."""
        end = time.monotonic() + patience()
        while True:
            try:
                return await self._connected(query, account)
            except psycopg.OperationalError as error:
                if time.monotonic() >= end:
                    raise unavailable(error) from error
            # A server that is away announces nothing, so it is asked again.
            await asyncio.sleep(BACK_SECONDS)

    async def _connected(
        self, query: str, account: str, *, instead_of: "_Held | None" = None
    ) -> "tuple[_Held, bool]":
        connection = await connect(self._address, self._name)
        try:
            if instead_of is not None:
                # Behind a network that broke, the server may hold the lock for the old connection.
                await connection.execute(_END, instead_of.named)
            named = await (await connection.execute(_SELF)).fetchone()
            return _Held(connection, named or ()), await holds(connection, query, account)
        except BaseException:
            await connection.close()
            raise

    @asynccontextmanager
    async def _kept(self, held: "_Held", account: str) -> AsyncIterator[None]:
        """Keep the lock while the block runs, on other connections if this one breaks."""
        try:
            async with (
                asyncio.timeout(None) as block,
                in_background(self._keep(held, account, block)),
            ):
                yield
        except TimeoutError as error:
            if not block.expired():
                raise
            log.warning("turn_lost", account=account)
            detail = "The database was away, and another worker has the account: try again."
            raise LockLost(detail, retry_after=BACK_SECONDS) from error
        finally:
            await held.connection.close()

    async def _keep(self, held: "_Held", account: str, block: asyncio.Timeout) -> None:
        free = True
        while free:
            await _until_it_breaks(held.connection)
            await held.connection.close()
            again, free = await self._again(account, held)
            held.connection, held.named = again.connection, again.named
        block.reschedule(asyncio.get_running_loop().time())

    async def _again(self, account: str, held: "_Held") -> "tuple[_Held, bool]":
        """Ask a new connection for the lock, as soon as there is a server; says whether it has."""
        while True:
            try:
                return await self._connected(_TRY, account, instead_of=held)
            except psycopg.Error:
                await asyncio.sleep(BACK_SECONDS)


@dataclass(slots=True)
class _Held:
    """The connection that holds a turn now, as the server names it."""

    connection: Connection
    named: tuple[object, ...]


async def _until_it_breaks(connection: Connection) -> None:
    with suppress(psycopg.Error):
        async for _ in connection.notifies():
            pass

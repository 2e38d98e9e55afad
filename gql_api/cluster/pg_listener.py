"""What PostgreSQL tells every process, over one listening connection: events, calls, pictures.

Owns that connection and its return after a loss. Events and calls were stored in the same
transaction, so that a listener who missed one reads the store; live pictures are not, and the next
one comes soon. Who cares is said by the listeners.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import psycopg
import structlog
from psycopg import sql
from psycopg.conninfo import make_conninfo

from browser.background_tasks import in_background
from gql_api.db.database import KEEPALIVES
from gql_api.storage_errors import START_SECONDS

log = structlog.get_logger(__name__)

BACK_SECONDS = 0.5
"""The pause before the next try while the server cannot be reached."""

Listener = Callable[[str], None]
Connection = psycopg.AsyncConnection[tuple[object, ...]]


async def connect(address: str, name: str) -> Connection:
    """A direct connection of this process, for locks and listening."""
    return await psycopg.AsyncConnection.connect(
        make_conninfo(address, application_name=name, **KEEPALIVES), autocommit=True
    )


async def holds(connection: Connection, query: str, *values: object) -> bool:
    """Whether the first value that a query finds is a true one."""
    row = await (await connection.execute(query.encode(), values)).fetchone()
    return bool(row and row[0])


class PgListener:
    """Hands what is told on a channel to its listener; `again` runs whenever listening begins."""

    def __init__(
        self, address: str, name: str, listeners: Mapping[str, Listener], again: Callable[[], None]
    ) -> None:
        self._address = address
        self._name = name
        self._listeners = listeners
        self._again = again
        self._listening = asyncio.Event()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen while the block runs; entered when the first connection listens."""
        async with in_background(self._keep_listening()):
            async with asyncio.timeout(START_SECONDS):
                await self._listening.wait()
            yield

    async def _keep_listening(self) -> None:
        while True:
            try:
                await self._listen()
            except Exception as error:
                # Whatever it is: who does not listen any more keeps every subscriber waiting.
                log.warning("database_lost", error=type(error).__name__)
            # A server that is away announces nothing, so it is asked again.
            await asyncio.sleep(BACK_SECONDS)

    async def _listen(self) -> None:
        async with await connect(self._address, self._name) as connection:
            for channel in self._listeners:
                await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
            self._again()
            self._listening.set()
            async for told in connection.notifies():
                self._hear(told.channel, told.payload)

    def _hear(self, channel: str, payload: str) -> None:
        try:
            self._listeners[channel](payload)
        except ValueError:
            log.warning("notification_not_understood", channel=channel)

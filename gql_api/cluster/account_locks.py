"""One browser job at a time per account: the queue schedules, this guards.

Owns the turns within this process. Over several workers the same is held by a lock on the
PostgreSQL server, which `pg_account_locks` takes.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol
from weakref import WeakValueDictionary

from gql_api.errors import Unavailable


class LockLost(Unavailable):
    """The database server dropped the account's lock, and another worker has taken it."""

    code = "turn_lost"
    title = "The account's turn was lost"


class Beyond(Protocol):
    """Turns over other processes."""

    def turn(self, account: str) -> AbstractAsyncContextManager[None]: ...
    def try_turn(self, account: str) -> AbstractAsyncContextManager[bool]: ...


class AccountLocks:
    """The turns of every account; `beyond` holds them against other workers, too."""

    def __init__(self, beyond: Beyond | None = None) -> None:
        self._beyond = beyond
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, account: str) -> AsyncIterator[None]:
        """Wait for the account's browser to be free, and hold it."""
        async with self._lock(account):
            if self._beyond is None:
                yield
                return
            async with self._beyond.turn(account):
                yield

    @asynccontextmanager
    async def try_turn(self, account: str) -> AsyncIterator[bool]:
        """Hold the account's browser if nobody works with it now; says whether."""
        lock = self._lock(account)
        if lock.locked():
            yield False
            return
        async with lock:
            if self._beyond is None:
                yield True
                return
            async with self._beyond.try_turn(account) as free:
                yield free

    async def freed(self, account: str, *, seconds: float) -> bool:
        """Whether nobody in this process works with the account's browser, now or that soon."""
        try:
            async with asyncio.timeout(seconds), self._lock(account):
                return True
        except TimeoutError:
            return False

    def _lock(self, account: str) -> asyncio.Lock:
        lock = self._locks.get(account)
        if lock is None:
            lock = self._locks[account] = asyncio.Lock()
        return lock

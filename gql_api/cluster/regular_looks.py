"""When a regular look into the database is due, for what nobody is told of.

Where other processes write as well (PostgreSQL) it is taken every few seconds. Where this one alone
does, it rests until something was written here, until what comes next is due, or for a minute. What
is looked for, and what comes next, is the callers' matter.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final, NoReturn

from gql_api.db.database import Database

ALONE_SECONDS: Final = 60.0
"""For clocks that are set, machines that slept, and the command line beside a service."""


class RegularLooks:
    """`now` is the clock by which things are due."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def keep(
        self, seconds: float, look: Callable[[], Awaitable[datetime | None]]
    ) -> NoReturn:
        """Look after so many seconds, and again at least so much later.

        `look` says when there will be something to do, None where nothing is to come; what is
        said to be due already was not done, and is looked for after the usual time.
        """
        await asyncio.sleep(seconds)
        while True:
            seen = self._database.commits.count
            await self._rest(seconds, seen, await look())

    async def _rest(self, seconds: float, seen: int, due: datetime | None) -> None:
        left = (due - self._now()).total_seconds() if due else ALONE_SECONDS
        if not self._database.is_sqlite or left <= 0:
            await asyncio.sleep(seconds)
            return
        loop = asyncio.get_running_loop()
        looked = loop.time()
        end = looked + min(left, ALONE_SECONDS)
        if await self._database.commits.beyond(seen, end - looked):
            # More comes with it, as a rule: it is looked for together.
            soon = max(looked + seconds, loop.time() + seconds / 2)
            await asyncio.sleep(max(0.0, min(soon, end) - loop.time()))

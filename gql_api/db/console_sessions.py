"""The rows of the console's sessions: what each was begun with, for which name, and until when.

Of the id that a browser has only a digest is kept. How an id looks and whom a session lets in is
`gql_api.auth.console_sessions`'.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.tables import console_sessions
from gql_api.domain.caller import Scope

LASTING: Final = timedelta(days=30)
IDLE: Final = timedelta(days=7)
"""A session ends that long after its beginning, and that long after it was used last."""
_NOTED_EVERY: Final = timedelta(minutes=5)


class Credential(StrEnum):
    """What a session was begun with."""

    SETTING = "setting"
    MANAGED = "managed"
    TOKEN = "token"  # noqa: S105 - a kind of secret, and none


@dataclass(frozen=True, slots=True)
class ConsoleSession:
    """One browser that is signed in, by the digest of its id."""

    digest: str
    kind: Credential
    credential: str
    caller: str
    owner: str
    scopes: frozenset[Scope]
    host: str
    created_at: datetime
    used_at: datetime
    expires_at: datetime

    def counts(self, at: datetime) -> bool:
        """Whether it has not ended by itself at that time."""
        return at < min(self.expires_at, self.used_at + IDLE)

    def is_noted(self, at: datetime) -> bool:
        """Whether it is known well enough that it was used at that time."""
        return at - self.used_at < _NOTED_EVERY


class ConsoleSessionStore:
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self.now = now

    async def add(self, session: ConsoleSession) -> None:
        values = {name: getattr(session, name) for name in ConsoleSession.__dataclass_fields__}
        values["scopes"] = " ".join(sorted(session.scopes))
        query = sa.insert(console_sessions).values(**values)
        await self._database.write(lambda tx: tx.execute(query))

    async def find(self, digest: str) -> ConsoleSession | None:
        """The session with this digest, when it has not ended."""
        query = sa.select(console_sessions).where(console_sessions.c.digest == digest)
        row = await self._database.read(lambda tx: tx.execute(query).one_or_none())
        found = _session(row) if row else None
        return found if found and found.counts(self.now()) else None

    async def note_use(self, digest: str) -> None:
        """Note that it is used now."""
        query = sa.update(console_sessions).where(console_sessions.c.digest == digest)
        await self._database.write(lambda tx: tx.execute(query.values(used_at=self.now())))

    async def remove(self, digest: str) -> bool:
        """Forget it, so that it counts no more; whether it was there."""
        query = sa.delete(console_sessions).where(console_sessions.c.digest == digest)
        return bool(await self._database.write(lambda tx: tx.execute(query).rowcount))


def remove_ended(tx: sa.Connection, at: datetime) -> int:
    """Forget the sessions that have ended by themselves; how many there were."""
    over = sa.or_(console_sessions.c.expires_at <= at, console_sessions.c.used_at <= at - IDLE)
    return tx.execute(sa.delete(console_sessions).where(over)).rowcount


def _session(row: sa.Row[tuple[object, ...]]) -> ConsoleSession:
    values = {name: getattr(row, name) for name in ConsoleSession.__dataclass_fields__}
    values["kind"] = Credential(row.kind)
    values["scopes"] = frozenset(Scope(scope) for scope in row.scopes.split())
    return ConsoleSession(**values)

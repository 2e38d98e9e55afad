"""The rows of managed API keys: a digest of each secret, its name, scopes, subject and end.

A revoked key stays in its row, so that it can be told who had access. How a secret looks and how
long a look counts is `gql_api.auth.api_keys`'.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from browser.messages import Message
from gql_api.db.database import Database
from gql_api.db.jobs import new_id
from gql_api.db.tables import api_keys
from gql_api.domain.caller import Scope
from gql_api.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A managed key. `subject` None is the operator; `hint` is the secret's beginning."""

    id: str
    name: str
    hint: str
    digest: str
    scopes: frozenset[Scope]
    subject: str | None
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    def counts(self, at: datetime) -> bool:
        """Whether it lets anybody in at that time."""
        ended = self.expires_at is not None and self.expires_at <= at
        return self.revoked_at is None and not ended


class ApiKeyStore:
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def add(
        self,
        name: str,
        *,
        hint: str,
        digest: str,
        scopes: Iterable[Scope],
        subject: str | None = None,
        expires_at: datetime | None = None,
    ) -> ApiKey:
        """Keep a new key; `Conflict` when one of this name is not revoked."""
        key = ApiKey(
            id=new_id(),
            name=name,
            hint=hint,
            digest=digest,
            scopes=frozenset(scopes),
            subject=subject,
            created_at=self._now(),
            expires_at=expires_at,
            revoked_at=None,
        )
        values = {name: getattr(key, name) for name in ApiKey.__dataclass_fields__}
        values["scopes"] = " ".join(sorted(key.scopes))

        def work(tx: sa.Connection) -> ApiKey:
            if tx.execute(sa.select(api_keys.c.id).where(*_in_use(name))).first():
                raise Conflict(
                    Message(
                        "There is a key of this name: {name}. Revoke it, or take another.",
                        name=name,
                    )
                )
            tx.execute(sa.insert(api_keys).values(**values))
            return key

        return await self._database.write(work, turn="api_keys")

    async def find(self, digest: str) -> ApiKey | None:
        """The key with this digest, when it counts now."""
        query = sa.select(api_keys).where(api_keys.c.digest == digest)
        row = await self._database.read(lambda tx: tx.execute(query).one_or_none())
        found = _key(row) if row else None
        return found if found and self.counts(found) else None

    def counts(self, key: ApiKey) -> bool:
        """Whether a key that was found lets anybody in now."""
        return key.counts(self._now())

    async def any(self) -> bool:
        """Whether a key was ever made."""
        query = sa.select(api_keys.c.id).limit(1)
        return await self._database.read(lambda tx: tx.execute(query).first()) is not None

    async def all(self) -> tuple[ApiKey, ...]:
        """Every key, revoked ones too, oldest first."""
        query = sa.select(api_keys).order_by(api_keys.c.created_at, api_keys.c.id)
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return tuple(_key(row) for row in rows)

    async def revoke(self, name: str) -> ApiKey:
        """Let the key of this name, or with this id, count no more; `NotFound`."""
        mine = (sa.or_(sa.and_(*_in_use(name)), api_keys.c.id == name),)

        def work(tx: sa.Connection) -> ApiKey:
            row = tx.execute(
                sa.select(api_keys).where(*mine, api_keys.c.revoked_at.is_(None))
            ).one_or_none()
            if row is None:
                raise NotFound(
                    Message("There is no key of this name that counts: {name}.", name=name)
                )
            change = sa.update(api_keys).where(api_keys.c.id == row.id)
            tx.execute(change.values(revoked_at=self._now()))
            return _key(tx.execute(sa.select(api_keys).where(api_keys.c.id == row.id)).one())

        return await self._database.write(work, turn="api_keys")


def _in_use(name: str) -> tuple[sa.ColumnElement[bool], ...]:
    return api_keys.c.name == name, api_keys.c.revoked_at.is_(None)


def _key(row: sa.Row[tuple[object, ...]]) -> ApiKey:
    values = {name: getattr(row, name) for name in ApiKey.__dataclass_fields__}
    values["scopes"] = frozenset(Scope(scope) for scope in row.scopes.split())
    return ApiKey(**values)

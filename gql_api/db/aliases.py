"""What an account's words came to before, by its own answers: one row for a field's words.

Words are compared without case, accents and punctuation. When an answer is learnt and when it
counts is said by `gql_api.listings.aliases`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from pydantic import TypeAdapter

from browser.listing import Alias, Option
from browser.matching.folding import fold
from gql_api.db.database import Database
from gql_api.db.jobs import new_id
from gql_api.db.tables import aliases
from gql_api.domain.tenant import OPERATOR, owner_in

MOST = 500
"""Aliases that an account keeps; the oldest make room."""

_options = TypeAdapter(tuple[Option, ...])


@dataclass(frozen=True, slots=True)
class StoredAlias:
    """An alias of an account; `alias.words` as they were written."""

    id: str
    account: str
    alias: Alias
    created_at: datetime


def compared(words: str) -> str:
    return " ".join(fold(words))[:400]


class AliasStore:
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def learn(self, account: str, learnt: Iterable[Alias]) -> None:
        """Keep what words came to; the newest answer to the same words counts."""
        rows = [self._row(account, alias) for alias in learnt]
        if not rows:
            return

        def work(tx: sa.Connection) -> None:
            for row in rows:
                tx.execute(sa.delete(aliases).where(*_same(row)))
                tx.execute(sa.insert(aliases).values(**row))
            _make_room(tx, account)

        await self._database.write(work, turn=f"aliases/{account}")

    async def all(self, account: str) -> tuple[StoredAlias, ...]:
        query = (
            sa.select(aliases)
            .where(aliases.c.account == account)
            .order_by(aliases.c.created_at.desc(), aliases.c.id)
        )
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return tuple(_stored(row) for row in rows)

    async def owned(self, owner: str) -> tuple[Alias, ...]:
        """Every alias of an owner's accounts."""
        rows = await self._database.read(lambda tx: tx.execute(sa.select(aliases)).all())
        return tuple(_stored(row).alias for row in rows if owner_in(row.account) == owner)

    async def meant(self, account: str, words: dict[str, str]) -> tuple[Alias, ...]:
        """What these words, by field, came to before."""
        wanted = [(name, compared(text)) for name, text in words.items() if text]
        if not wanted:
            return ()
        pair = sa.tuple_(aliases.c.field, aliases.c.words)
        query = sa.select(aliases).where(aliases.c.account == account, pair.in_(wanted))
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return tuple(_stored(row).alias for row in rows)

    async def forget(self, alias_id: str, owner: str = OPERATOR) -> bool:
        """Delete one of the owner's; False when there is none."""
        named = aliases.c.id == alias_id

        def work(tx: sa.Connection) -> bool:
            account = tx.execute(sa.select(aliases.c.account).where(named)).scalar_one_or_none()
            if account is None or owner_in(account) != owner:
                return False
            return tx.execute(sa.delete(aliases).where(named)).rowcount > 0

        return await self._database.write(work)

    def _row(self, account: str, alias: Alias) -> dict[str, object]:
        return {
            "id": new_id(),
            "account": account,
            "field": alias.field,
            "words": compared(alias.words),
            "written": alias.words[:400],
            "options": _options.dump_json(alias.options).decode(),
            "created_at": self._now(),
        }


def _same(row: dict[str, object]) -> tuple[sa.ColumnElement[bool], ...]:
    return tuple(aliases.c[name] == row[name] for name in ("account", "field", "words"))


def _make_room(tx: sa.Connection, account: str) -> None:
    newest = (
        sa.select(aliases.c.id)
        .where(aliases.c.account == account)
        .order_by(aliases.c.created_at.desc())
        .limit(MOST)
    )
    kept = [row.id for row in tx.execute(newest)]
    if len(kept) == MOST:
        query = sa.delete(aliases).where(aliases.c.account == account, aliases.c.id.not_in(kept))
        tx.execute(query)


def _stored(row: sa.Row[tuple[object, ...]]) -> StoredAlias:
    options = _options.validate_json(row.options)
    return StoredAlias(row.id, row.account, Alias(row.field, row.written, options), row.created_at)

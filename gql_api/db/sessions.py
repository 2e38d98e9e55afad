"""Where sealed sessions are kept: one file beside a SQLite database, a table on PostgreSQL.

Owns reading and replacing all entries as a whole, with writers taking turns. What is inside an
entry is `domain.session`'s, when a session is replaced `vault`'s. Also until when an account rests.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol

import sqlalchemy as sa

from browser.messages import Message
from gql_api.db.database import Database
from gql_api.db.tables import rests, sessions
from gql_api.domain.session import SealedEntry, VaultDamaged, VaultError
from gql_api.durable_files import exclusive, write_durably
from gql_api.storage_errors import writing

FORMAT: Final = 1
TURN: Final = "vault"


@dataclass(frozen=True, slots=True)
class Entries:
    """Every account's sealed session. `floor` is the highest version ever deleted.

    Versions never repeat, so that a job knows a session that was deleted and saved again.
    """

    floor: int = 0
    sealed: Mapping[str, SealedEntry] = field(default_factory=dict)

    def next_version(self, account: str) -> int:
        entry = self.sealed.get(account)
        return (entry.version if entry else self.floor) + 1

    def having(self, account: str, entry: SealedEntry) -> "Entries":
        return replace(self, sealed={**self.sealed, account: entry})

    def without(self, account: str) -> "Entries":
        left = {name: entry for name, entry in self.sealed.items() if name != account}
        return Entries(max(self.floor, self.sealed[account].version), left)


Work = Callable[[Entries], Entries]
"""Makes new entries of the stored ones; the same object means that nothing changes."""


class EntryStore(Protocol):
    """One place for the entries; durable when `change` returns."""

    async def read(self) -> Entries: ...
    async def change(self, work: Work) -> None: ...


class EntryFile:
    """The entries in one file that is never half written, nor overwritten when it is damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = asyncio.Lock()

    async def read(self) -> Entries:
        """What is there; `VaultDamaged`."""
        return await asyncio.to_thread(self.read_now)

    async def change(self, work: Work) -> None:
        """Replace the file, or `StorageUnavailable`; other processes wait for the lock on it."""
        async with self._lock:
            await asyncio.to_thread(self._change, work)

    def _change(self, work: Work) -> None:
        with writing(), exclusive(self._path):
            before = self.read_now()
            after = work(before)
            if after is not before:
                text = json.dumps(_members(after), indent=1, sort_keys=True)
                write_durably(self._path, text.encode())

    def read_now(self) -> Entries:
        """The same, for whoever has no loop yet."""
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return Entries()
        except OSError as error:
            raise VaultError(
                Message(
                    "{path} cannot be read. Give it to the user that runs the service, and look at "
                    "the disk.",
                    path=self._path,
                )
            ) from error
        try:
            return _parsed(json.loads(text))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise VaultDamaged(
                Message(
                    "{path} is damaged and was left as it is. Restore it from a backup, or move "
                    "it away and save the sessions again.",
                    path=self._path,
                )
            ) from error


class EntryTable:
    """The entries as rows; of deleted ones the highest version stays, without account and text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self) -> Entries:
        return await self._database.read(_rows)

    async def change(self, work: Work) -> None:
        def run(tx: sa.Connection) -> None:
            before = _rows(tx)
            after = work(before)
            for account in before.sealed.keys() - after.sealed.keys():
                tx.execute(sa.delete(sessions).where(sessions.c.account == account))
            # One nameless row in place of those that earlier releases left for each account.
            tx.execute(sa.delete(sessions).where(sessions.c.text.is_(None)))
            if after.floor:
                _put(tx, "", after.floor, None)
            for account, entry in after.sealed.items():
                if entry != before.sealed.get(account):
                    _put(tx, account, entry.version, entry)

        await self._database.write(run, turn=TURN)


def _put(tx: sa.Connection, account: str, version: int, entry: SealedEntry | None) -> None:
    tx.execute(sa.delete(sessions).where(sessions.c.account == account))
    tx.execute(
        sa.insert(sessions).values(
            account=account, version=version, key=entry and entry.key, text=entry and entry.text
        )
    )


def _rows(tx: sa.Connection) -> Entries:
    rows = tx.execute(sa.select(sessions)).all()
    floor = max((row.version for row in rows if row.text is None), default=0)
    kept = {row.account: row for row in rows if row.text is not None}
    return Entries(
        floor, {name: SealedEntry(row.version, row.key, row.text) for name, row in kept.items()}
    )


def _members(entries: Entries) -> dict[str, Any]:
    kept = {name: asdict(entry) for name, entry in entries.sealed.items()}
    return {"format": FORMAT, "floor": entries.floor, "entries": kept}


def _parsed(members: Mapping[str, Any]) -> Entries:
    if members["format"] != FORMAT:
        raise ValueError("unknown format")
    entries = {account: _entry(each) for account, each in members["entries"].items()}
    return Entries(int(members["floor"]), entries)


def _entry(members: Mapping[str, Any]) -> SealedEntry:
    return SealedEntry(int(members["version"]), str(members["key"]), str(members["text"]))


class RestStore:
    """The accounts that rest after a challenge."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def until(self, account: str) -> datetime | None:
        """When the account's rest ends; nothing when it never had one."""
        query = sa.select(rests.c.until).where(rests.c.account == account)
        return await self._database.read(lambda tx: tx.execute(query).scalar_one_or_none())

    async def put(self, account: str, reason: str, until: datetime) -> None:
        """Let it rest until then; a rest that ends later stands, whatever comes meanwhile."""
        longer = sa.select(rests.c.until).where(rests.c.account == account, rests.c.until >= until)

        def work(tx: sa.Connection) -> None:
            if tx.execute(longer).first():
                return
            tx.execute(sa.delete(rests).where(rests.c.account == account))
            tx.execute(sa.insert(rests).values(account=account, reason=reason, until=until))

        await self._database.write(work)

    async def end(self, account: str) -> None:
        query = sa.delete(rests).where(rests.c.account == account)
        await self._database.write(lambda tx: tx.execute(query))

"""The vault: every account's session, sealed, in one file that is never half written.

Owns the file, versions and turns. What is inside a seal is left to `sealing`, which cookies are
kept to the market's folder in the browser half, whether a session works to `service`. Each entry
is sealed on its own: a table can hold the same texts, and one account's trouble does not lock
out the others.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from browser.listing import Cookie
from gql_api.files import exclusive, write_durably
from gql_api.keys import KeyRing
from gql_api.sealing import (
    SealedEntry,
    SealedSession,
    SessionContent,
    SessionSealer,
    SessionState,
    VaultDamaged,
    VaultError,
    VaultKeyMismatch,
)

__all__ = [
    "SealedSession",
    "SessionState",
    "SessionVault",
    "VaultDamaged",
    "VaultError",
    "VaultKeyMismatch",
]

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class _Stored:
    """The file's content. `floor` is the highest version ever deleted: versions never repeat."""

    floor: int = 0
    entries: Mapping[str, SealedEntry] = field(default_factory=dict)

    def next_version(self, account: str) -> int:
        entry = self.entries.get(account)
        return (entry.version if entry else self.floor) + 1

    def having(self, account: str, entry: SealedEntry) -> "_Stored":
        return replace(self, entries={**self.entries, account: entry})

    def without(self, account: str) -> "_Stored":
        left = {name: entry for name, entry in self.entries.items() if name != account}
        return _Stored(max(self.floor, self.entries[account].version), left)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class SessionVault:
    """The sessions of all accounts in one file.

    Writes take turns: a lock for the tasks of this process, and one on the file for the command
    line beside a running service. A file that cannot be read is left as it is.
    """

    def __init__(
        self, path: Path, keys: KeyRing, *, now: Callable[[], datetime] = _utc_now
    ) -> None:
        self._path = path
        self._sealer = SessionSealer(keys)
        self._now = now
        self._lock = asyncio.Lock()

    async def load(self, account: str) -> SealedSession | None:
        """The account's session, expired or not."""
        return await asyncio.to_thread(self._load, account)

    async def accounts(self) -> tuple[str, ...]:
        """The accounts that have a session, in alphabetical order."""
        stored = await asyncio.to_thread(self._read)
        return tuple(sorted(stored.entries))

    async def save(
        self,
        account: str,
        *,
        origin: str,
        user_agent: str,
        cookies: Iterable[Cookie],
        username: str | None = None,
        user_id: str | None = None,
        expires_at: datetime | None = None,
        state: SessionState = SessionState.UNKNOWN,
    ) -> SealedSession:
        """Put a new session in the place of the account's old one; durable when this returns."""
        now = self._now()
        content = SessionContent(
            account=account,
            version=0,
            origin=origin,
            user_agent=user_agent,
            cookies=tuple(cookies),
            username=username,
            user_id=user_id,
            saved_at=now,
            expires_at=expires_at,
            state=state,
            checked_at=None if state is SessionState.UNKNOWN else now,
        )
        async with self._lock:
            return await asyncio.to_thread(self._save, content)

    async def refresh_cookies(self, account: str, version: int, cookies: Iterable[Cookie]) -> bool:
        """Keep the cookies that the site has renewed, unless another session was saved since."""
        renewed = tuple(cookies)
        if not renewed:
            return False
        return await self._update(
            account, version, lambda content: replace(content, cookies=renewed)
        )

    async def record_check(
        self,
        account: str,
        version: int,
        state: SessionState,
        username: str | None = None,
        user_id: str | None = None,
    ) -> bool:
        """Note what the site said of that version of the session, and whose it is."""
        checked_at = self._now()
        return await self._update(
            account,
            version,
            lambda content: replace(
                content,
                state=state,
                checked_at=checked_at,
                username=username or content.username,
                user_id=user_id or content.user_id,
            ),
        )

    async def delete(self, account: str) -> bool:
        """Forget the account's session, even one that cannot be opened; false if there is none."""
        async with self._lock:
            return await asyncio.to_thread(self._delete, account)

    async def rotate(self, keys: KeyRing) -> int:
        """Seal every entry anew with the first of `keys`, all or none; says how many."""
        async with self._lock:
            return await asyncio.to_thread(self._rotate, SessionSealer(keys))

    async def _update(
        self, account: str, version: int, change: Callable[[SessionContent], SessionContent]
    ) -> bool:
        async with self._lock:
            return await asyncio.to_thread(self._change, account, version, change)

    def _load(self, account: str) -> SealedSession | None:
        entry = self._read().entries.get(account)
        return None if entry is None else self._sealer.session(account, entry)

    def _save(self, content: SessionContent) -> SealedSession:
        with exclusive(self._path):
            stored = self._read()
            self._refuse_unreadable(stored, content.account)
            content = replace(content, version=stored.next_version(content.account))
            entry = self._sealer.seal(content)
            self._write(stored.having(content.account, entry))
        return self._sealer.session(content.account, entry)

    def _change(
        self, account: str, version: int, change: Callable[[SessionContent], SessionContent]
    ) -> bool:
        with exclusive(self._path):
            stored = self._read()
            entry = stored.entries.get(account)
            if entry is None or entry.version != version:
                return False
            changed = change(self._sealer.unseal(account, entry))
            self._write(stored.having(account, self._sealer.seal(changed)))
        return True

    def _delete(self, account: str) -> bool:
        with exclusive(self._path):
            stored = self._read()
            if account not in stored.entries:
                return False
            self._write(stored.without(account))
        return True

    def _rotate(self, sealer: SessionSealer) -> int:
        with exclusive(self._path):
            stored = self._read()
            sealed = {
                account: sealer.seal(self._sealer.unseal(account, entry))
                for account, entry in stored.entries.items()
            }
            self._write(replace(stored, entries=sealed))
            self._sealer = sealer
        return len(sealed)

    def _refuse_unreadable(self, stored: _Stored, account: str) -> None:
        """A session that cannot be opened is not replaced either: someone may have its key."""
        entry = stored.entries.get(account)
        if entry is not None:
            self._sealer.unseal(account, entry)

    def _read(self) -> _Stored:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return _Stored()
        try:
            return _parsed(json.loads(text))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise VaultDamaged(
                f"{self._path} is damaged and was left as it is. Restore it from a backup, or "
                "move it away and save the sessions again."
            ) from error

    def _write(self, stored: _Stored) -> None:
        text = json.dumps({"format": FORMAT, **asdict(stored)}, indent=1, sort_keys=True)
        write_durably(self._path, text.encode())


def _parsed(members: Mapping[str, Any]) -> _Stored:
    if members["format"] != FORMAT:
        raise ValueError("unknown format")
    entries = {account: _entry(each) for account, each in members["entries"].items()}
    return _Stored(floor=int(members["floor"]), entries=entries)


def _entry(members: Mapping[str, Any]) -> SealedEntry:
    return SealedEntry(int(members["version"]), str(members["key"]), str(members["text"]))

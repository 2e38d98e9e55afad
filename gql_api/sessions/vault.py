"""The vault: every account's session, sealed; opened only on purpose.

Owns versions, and when a session is replaced. What is inside a seal is left to `domain.session`,
where entries are kept to `db.sessions`, which cookies are kept to the market's folder in the
browser half. Each entry is sealed on its own: one account's trouble does not lock out the others.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from browser.listing import Cookie, Obstacle, SessionState
from gql_api.db.sessions import Entries, EntryStore
from gql_api.domain.session import (
    SealedEntry,
    SealedSession,
    SessionContent,
    SessionSealer,
    VaultDamaged,
    VaultError,
    VaultKeyMismatch,
)
from gql_api.security.keyring import KeyRing

__all__ = ["SealedSession", "SessionVault", "VaultDamaged", "VaultError", "VaultKeyMismatch"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class SessionVault:
    """The sessions of all accounts. What cannot be opened is left as it is."""

    def __init__(
        self, entries: EntryStore, keys: KeyRing, *, now: Callable[[], datetime] = _utc_now
    ) -> None:
        self._entries = entries
        self._sealer = SessionSealer(keys)
        self._now = now

    async def load(self, account: str) -> SealedSession | None:
        """The account's session, expired or not."""
        entry = (await self._entries.read()).sealed.get(account)
        return None if entry is None else self._sealer.session(account, entry)

    async def accounts(self) -> tuple[str, ...]:
        """The accounts that have a session, in alphabetical order."""
        return tuple(sorted((await self._entries.read()).sealed))

    async def pictures(self) -> set[str]:
        """The pictures that sessions show of what they met; none of those that cannot be opened."""
        found: set[str] = set()
        for account, entry in (await self._entries.read()).sealed.items():
            try:
                picture_id = self._sealer.unseal(account, entry).picture_id
            except VaultError:
                continue
            if picture_id:
                found.add(picture_id)
        return found

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
        obstacle: Obstacle | None = None,
        picture_id: str | None = None,
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
            obstacle=obstacle,
            picture_id=picture_id,
        )
        return await self._save(content)

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
        *,
        obstacle: Obstacle | None = None,
        picture_id: str | None = None,
    ) -> bool:
        """Note what the site said of that version of the session, and whose it is.

        With a challenge: what stood there, and the picture of it that is kept.
        """
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
                obstacle=obstacle,
                picture_id=picture_id,
            ),
        )

    async def delete(self, account: str) -> bool:
        """Forget the account's session, even one that cannot be opened; false if there is none."""
        found = False

        def without(entries: Entries) -> Entries:
            nonlocal found
            found = account in entries.sealed
            return entries.without(account) if found else entries

        await self._entries.change(without)
        return found

    async def rotate(self, keys: KeyRing) -> int:
        """Seal every entry anew with the first of `keys`, all or none; says how many."""
        sealer, count = SessionSealer(keys), 0

        def anew(entries: Entries) -> Entries:
            nonlocal count
            count = len(entries.sealed)
            sealed = {
                account: sealer.seal(self._sealer.unseal(account, entry))
                for account, entry in entries.sealed.items()
            }
            return replace(entries, sealed=sealed)

        await self._entries.change(anew)
        self._sealer = sealer
        return count

    async def _save(self, content: SessionContent) -> SealedSession:
        account = content.account

        def having(entries: Entries) -> Entries:
            self._refuse_unreadable(entries, account)
            numbered = replace(content, version=entries.next_version(account))
            kept[account] = self._sealer.seal(numbered)
            return entries.having(account, kept[account])

        kept: dict[str, SealedEntry] = {}
        await self._entries.change(having)
        return self._sealer.session(account, kept[account])

    async def _update(
        self, account: str, version: int, change: Callable[[SessionContent], SessionContent]
    ) -> bool:
        changed = False

        def updated(entries: Entries) -> Entries:
            nonlocal changed
            entry = entries.sealed.get(account)
            changed = entry is not None and entry.version == version
            if entry is None or not changed:
                return entries
            before = self._sealer.unseal(account, entry)
            after = change(before)
            # What stays as it was is not written: most jobs end with the cookies that they had.
            return entries if after == before else entries.having(account, self._sealer.seal(after))

        await self._entries.change(updated)
        return changed

    def _refuse_unreadable(self, entries: Entries, account: str) -> None:
        """A session that cannot be opened is not replaced either: someone may have its key."""
        entry = entries.sealed.get(account)
        if entry is not None:
            self._sealer.unseal(account, entry)

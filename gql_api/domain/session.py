"""A session under seal: the type that shows nothing, and what seals and opens it.

Owns the sealed text and what is inside: account, market and version are part of it and checked
when it is opened. Where sealed texts are kept is left to `vault`; a table can keep the same.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final, NoReturn

from cryptography.fernet import InvalidToken

from browser.listing import Cookie, Obstacle, ObstacleKind, Seller, SessionState
from browser.messages import Message
from gql_api.domain.tenant import shown
from gql_api.errors import Unavailable
from gql_api.security.keyring import KeyRing

PURPOSE: Final = "session-vault"


class VaultError(Unavailable):
    """The stored sessions cannot be used as they are; nothing was overwritten."""

    code = "vault_unusable"
    title = "The stored session cannot be opened"


class VaultDamaged(VaultError):
    """The file, or one entry of it, is not what was written."""

    code = "vault_damaged"


class VaultKeyMismatch(VaultError):
    """The entry was sealed with a key that SECRET_KEY does not hold."""

    code = "vault_key_mismatch"


@dataclass(frozen=True, slots=True)
class SessionContent:
    """What is inside the seal, in clear: lives only while an entry is sealed or opened."""

    account: str
    version: int
    origin: str
    user_agent: str = field(repr=False)
    cookies: tuple[Cookie, ...] = field(repr=False)
    username: str | None
    user_id: str | None
    saved_at: datetime
    expires_at: datetime | None
    state: SessionState
    checked_at: datetime | None
    obstacle: Obstacle | None = None
    picture_id: str | None = None

    def to_bytes(self) -> bytes:
        members = asdict(self)
        # Left out where there is none, as releases before them wrote and read it.
        for name in ("obstacle", "picture_id"):
            if members[name] is None:
                del members[name]
        return json.dumps(members, default=datetime.isoformat).encode()

    @classmethod
    def from_bytes(cls, text: bytes) -> "SessionContent":
        members: dict[str, Any] = json.loads(text)
        for name in ("saved_at", "expires_at", "checked_at"):
            members[name] = members[name] and datetime.fromisoformat(members[name])
        members["cookies"] = tuple(Cookie(**cookie) for cookie in members["cookies"])
        members["state"] = SessionState(members["state"])
        if met := members.get("obstacle"):
            members["obstacle"] = Obstacle(ObstacleKind(met["kind"]), met["heading"])
        return cls(**members)


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """One session as it is stored, in a file or a row; `key` names the key that sealed it."""

    version: int
    key: str
    text: str = field(repr=False)


class SessionSealer:
    """Seals and opens entries with the vault's own key, derived from SECRET_KEY."""

    def __init__(self, keys: KeyRing) -> None:
        self._fernet = keys.derive(PURPOSE)
        self._names = keys.names(PURPOSE)

    def seal(self, content: SessionContent) -> SealedEntry:
        text = self._fernet.encrypt(content.to_bytes()).decode("ascii")
        return SealedEntry(version=content.version, key=self._names[0], text=text)

    def unseal(self, account: str, entry: SealedEntry) -> SessionContent:
        """The content, when the seal holds and belongs to that account and version."""
        if entry.key not in self._names:
            raise VaultKeyMismatch(
                Message(
                    "The session of account {account} was sealed with another key. Put that key "
                    "back into SECRET_KEY, after the new one and a comma; if it is lost, forget "
                    "the session and save it again.",
                    account=repr(shown(account)),
                )
            )
        content = self._opened(account, entry)
        if (content.account, content.version) != (account, entry.version):
            raise _damaged_entry(account)
        return content

    def session(self, account: str, entry: SealedEntry) -> "SealedSession":
        """The entry as a session whose cookies stay sealed."""
        content = self.unseal(account, entry)
        return SealedSession(
            account=content.account,
            version=content.version,
            origin=content.origin,
            username=content.username,
            user_id=content.user_id,
            saved_at=content.saved_at,
            expires_at=content.expires_at,
            state=content.state,
            checked_at=content.checked_at,
            obstacle=content.obstacle,
            picture_id=content.picture_id,
            _seal=_Seal(self, entry),
        )

    def _opened(self, account: str, entry: SealedEntry) -> SessionContent:
        try:
            return SessionContent.from_bytes(self._fernet.decrypt(entry.text))
        except (InvalidToken, KeyError, TypeError, ValueError) as error:
            raise _damaged_entry(account) from error


class _Seal:
    """An entry with its sealer; no copy, pickle or encoder carries it away."""

    __slots__ = ("entry", "sealer")

    def __init__(self, sealer: SessionSealer, entry: SealedEntry) -> None:
        self.sealer = sealer
        self.entry = entry

    def __reduce__(self) -> NoReturn:
        raise TypeError("a sealed session is never copied or pickled")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SealedSession:
    """A session out of the vault: who and when can be read, the cookies only by `open`."""

    account: str
    version: int
    origin: str
    username: str | None
    user_id: str | None
    saved_at: datetime
    expires_at: datetime | None
    state: SessionState
    checked_at: datetime | None
    obstacle: Obstacle | None
    picture_id: str | None
    _seal: _Seal

    def __repr__(self) -> str:
        return f"SealedSession(account={self.account!r}, version={self.version})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a sealed session is never copied or pickled")

    def expired(self, at: datetime) -> bool:
        """Whether the session is over, by the site's word or by its own date."""
        past = self.expires_at is not None and at >= self.expires_at
        return past or self.state is SessionState.EXPIRED

    def open(self) -> Seller:
        """Decrypt: only where a browser context is opened for the session's own market."""
        content = self._seal.sealer.unseal(self.account, self._seal.entry)
        return Seller(
            account=content.account,
            origin=content.origin,
            user_agent=content.user_agent,
            version=content.version,
            cookies=content.cookies,
            username=content.username,
        )


def _damaged_entry(account: str) -> VaultDamaged:
    return VaultDamaged(
        Message(
            "The stored session of account {account} is damaged and was left as it is. Restore "
            "the file from a backup, or forget the session and save it again.",
            account=repr(shown(account)),
        )
    )

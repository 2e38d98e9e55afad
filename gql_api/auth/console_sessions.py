"""The console's sessions: a browser that gave its key once stands for it with an id of its own.

Owns how an id looks, what is kept of a key, and how long a look at the store counts. Rows are
`db.console_sessions`', whom a key or token names is `authenticator`'s, cookies are `http`'s.
"""

import base64
import hashlib
import hmac
import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gql_api.db.console_sessions import LASTING, ConsoleSession, ConsoleSessionStore, Credential
from gql_api.domain.caller import Caller

PURPOSE: Final = "console-sessions"
FRESH_SECONDS: Final = 2.0
"""How long what was found counts: one that was signed out elsewhere works no longer than this."""
_RANDOM_BYTES: Final = 32
_TAG: Final = 16
_SHAPE: Final = re.compile(rf"[\w-]{{43}}\.[0-9a-f]{{{_TAG}}}", re.ASCII)
_REMEMBERED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Carried:
    """What a browser sends by itself: ids in the console's cookie, the name of the service that it
    asks, and whether the page that makes it ask is the console."""

    ids: tuple[str, ...]
    host: str
    from_console: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that has just begun: the id that its browser keeps, for how long, and for whom."""

    id: str
    seconds: int
    caller: str


class ConsoleSessions:
    """Sessions by the ids of browsers; `keys` are secrets of ours, the newest first.

    Of a key of the settings, which a person may have chosen, nothing is kept that it could be
    guessed by without one of ours.
    """

    def __init__(
        self,
        store: ConsoleSessionStore,
        keys: Sequence[bytes],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._keys = tuple(keys)
        self._clock = clock
        self._found: OrderedDict[str, tuple[float, ConsoleSession]] = OrderedDict()

    async def begin(self, caller: Caller, secret: bytes, kind: Credential, host: str) -> Begun:
        """Begin one for a caller who has shown a key or token, kept as `secret` is for its kind."""
        now = self._store.now()
        ends = now + LASTING
        credential = secret.decode() if kind is Credential.MANAGED else self._mark(secret)
        random = base64.urlsafe_b64encode(secrets.token_bytes(_RANDOM_BYTES)).decode().rstrip("=")
        own_id = f"{random}.{_tag(self._keys[0], random)}"
        session = ConsoleSession(
            digest=_digest(own_id),
            kind=kind,
            credential=credential,
            caller=caller.id,
            owner=caller.owner,
            scopes=caller.scopes,
            host=host,
            created_at=now,
            used_at=now,
            expires_at=min(ends, caller.until or ends),
        )
        await self._store.add(session)
        return Begun(own_id, max(0, int((session.expires_at - now).total_seconds())), caller.id)

    async def find(self, carried: Carried) -> ConsoleSession | None:
        """The session of a browser, where one counts; what the database raises."""
        for each in carried.ids:
            if self._is_ours(each) and (found := await self.look(_digest(each))):
                if found.host != carried.host:
                    continue
                return await self._noted(found)
        return None

    async def look(self, digest: str) -> ConsoleSession | None:
        """The session with this digest, where it counts now."""
        known = self._found.get(digest)
        if known and self._clock() - known[0] < FRESH_SECONDS:
            return known[1] if known[1].counts(self._store.now()) else None
        self._found.pop(digest, None)
        at, found = self._clock(), await self._store.find(digest)
        if found is not None:
            self._remember(at, found)
        return found

    async def end(self, digest: str) -> bool:
        """Sign a browser out; whether it was signed in."""
        self._found.pop(digest, None)
        return await self._store.remove(digest)

    def is_of(self, session: ConsoleSession, secret: bytes) -> bool:
        """Whether it was begun with this, which is still there."""
        marks = [_hmac(key, b"credential", secret) for key in self._keys]
        return any([hmac.compare_digest(mark, session.credential) for mark in marks])

    async def _noted(self, session: ConsoleSession) -> ConsoleSession:
        now = self._store.now()
        if session.is_noted(now):
            return session
        await self._store.note_use(session.digest)
        used = replace(session, used_at=now)
        self._remember(self._clock(), used)
        return used

    def _remember(self, at: float, session: ConsoleSession) -> None:
        self._found[session.digest] = (at, session)
        while len(self._found) > _REMEMBERED:
            self._found.popitem(last=False)

    def _mark(self, secret: bytes) -> str:
        return _hmac(self._keys[0], b"credential", secret)

    def _is_ours(self, own_id: str) -> bool:
        """Whether an id was made here, so that junk costs no look-up."""
        if not _SHAPE.fullmatch(own_id):
            return False
        random, _, tag = own_id.partition(".")
        return any([hmac.compare_digest(_tag(key, random), tag) for key in self._keys])


def _digest(own_id: str) -> str:
    return hashlib.sha256(own_id.encode()).hexdigest()


def _tag(key: bytes, random: str) -> str:
    return _hmac(key, b"id", random.encode())[:_TAG]


def _hmac(key: bytes, of: bytes, text: bytes) -> str:
    return hmac.new(key, of + b"\0" + text, hashlib.sha256).hexdigest()

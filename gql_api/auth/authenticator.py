"""Callers: who calls, by a key of the settings, a managed key, a token, or a browser's session.

Owns what counts as a name, until when, and when nobody needs one. What a caller may do is
`domain.caller`'s matter, what is theirs is found by `tenant`'s owner names.
"""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Protocol, TypeVar

from starlette.datastructures import Headers

from browser.background_tasks import ended
from gql_api.auth.api_keys import digest, is_key
from gql_api.auth.console_sessions import Begun, Carried, ConsoleSessions
from gql_api.auth.jwt import Tokens, looks_like_one
from gql_api.db.api_keys import ApiKey
from gql_api.db.console_sessions import ConsoleSession, Credential
from gql_api.domain.caller import (
    OF_NOBODY,
    OF_TOKENS,
    THE_OPERATOR,
    Caller,
    with_included,
)
from gql_api.domain.tenant import OPERATOR, owner_of
from gql_api.errors import NotTheConsole, Unauthenticated, Unavailable

LOOK_SECONDS: Final = 2.0
"""How often it is looked whether a caller with an open stream may still have it."""
_KEY_NEEDED: Final = "An API key is needed: send it as `Authorization: Bearer <key>`."
_SIGN_IN_AGAIN: Final = "This browser is no longer signed in: give the console the key again."
_ANOTHER_PAGE: Final = (
    "A browser that is signed in to the console counts for the console's own page alone, and this "
    "call comes from another, or does not say from which. Send a key as `Authorization: Bearer "
    "<key>`."
)

T = TypeVar("T")


class Book(Protocol):
    """Where managed keys are looked up."""

    async def find(self, key_digest: str) -> ApiKey | None: ...
    async def any(self) -> bool: ...
    @property
    def any_known(self) -> bool: ...


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Callers:
    """Everybody who may call. Of the keys of the settings only hashes are kept.

    `exposed` says that other machines reach this one, so that nobody is ever let in for want of
    keys alone.
    """

    def __init__(
        self,
        *,
        api_keys: Iterable[str] = (),
        book: Book | None = None,
        tokens: Tokens | None = None,
        sessions: ConsoleSessions | None = None,
        allow_anonymous: bool = False,
        exposed: bool = False,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._keys = tuple(_digest(key) for key in api_keys)
        self._book = book
        self._tokens = tokens
        self._sessions = sessions
        self._anonymous = allow_anonymous
        self._always = bool(self._keys or tokens or exposed)
        self._now = now

    def keys_needed(self) -> bool:
        """Whether callers have to name themselves, as far as is known without looking."""
        return self._always or bool(self._book and self._book.any_known)

    async def look(self) -> None:
        """Find out whether callers have to name themselves by now, for `keys_needed`."""
        with suppress(Unavailable):  # the request itself will say so
            await self._needed()

    async def authenticate(
        self, headers: Mapping[str, str], carried: Carried | None = None
    ) -> Caller:
        """The caller by `Authorization: Bearer` or `X-API-Key`, else by what a browser carries.

        Raises `Unauthenticated`, and `NotTheConsole` where another page makes the browser ask.
        """
        given = presented(headers)
        if given is not None:
            return await self._with_key(given)
        found = await self.signed_in(carried) if carried else None
        if found and carried and carried.from_console:
            return found
        if not await self.must_be_named():
            return THE_OPERATOR
        if found:
            raise NotTheConsole(_ANOTHER_PAGE)
        raise Unauthenticated(_SIGN_IN_AGAIN if carried else _KEY_NEEDED)

    async def must_be_named(self) -> bool:
        """Whether callers without a name are refused."""
        return not self._anonymous and await self._needed()

    async def signed_in(self, carried: Carried) -> Caller | None:
        """Whom a browser stands for, whichever page makes it ask."""
        session = await self._sessions.find(carried) if self._sessions else None
        return await self._behind(session) if session else None

    async def sign_in(self, key: str, host: str) -> Begun:
        """Begin a session for whoever has this key or token; `Unauthenticated`."""
        found = await self._named(key)
        if found is None or self._sessions is None:
            raise _not_valid()
        kind, secret = Credential.SETTING, _digest(key)
        if found.digest is not None:
            kind, secret = Credential.MANAGED, found.digest.encode()
        elif self._tokens and found.until is not None:
            kind, secret = Credential.TOKEN, self._tokens.provider
        return await self._sessions.begin(found, secret, kind, host)

    async def sign_out(self, caller: Caller) -> None:
        """End the session of a caller, and with it what it has open."""
        if self._sessions and caller.session is not None:
            await self._sessions.end(caller.session)

    async def still(self, caller: Caller) -> bool:
        """Whether a caller who was let in would be let in again.

        While the database is away nobody is refused.
        """
        with suppress(Unavailable):
            return await self._would_be_let_in(caller)
        return True

    async def ended(self, caller: Caller) -> None:
        """Return when the caller may no longer have what is open."""
        while await self.still(caller):
            left = (caller.until - self._now()).total_seconds() if caller.until else LOOK_SECONDS
            await asyncio.sleep(max(0.0, min(left, LOOK_SECONDS)))

    async def credentials(self) -> tuple[str, ...]:
        """What lets somebody in now, as callers tell it; not managed keys, which are looked up."""
        named = [Caller(id=_id_of(each)) for each in self._keys]
        tokens = [OF_TOKENS] if self._tokens else []
        nobody = [] if await self.must_be_named() else [OF_NOBODY]
        return (*(each.credential for each in named), *tokens, *nobody)

    async def _would_be_let_in(self, caller: Caller) -> bool:
        if caller.session is not None and self._sessions:
            session = await self._sessions.look(caller.session)
            return session is not None and await self._behind(session) is not None
        if caller.until is not None:
            return self._now() < caller.until
        if caller.digest is not None:
            return self._book is not None and await self._book.find(caller.digest) is not None
        return caller != THE_OPERATOR or self._anonymous or not await self._needed()

    async def _with_key(self, given: str) -> Caller:
        if found := await self._named(given):
            return found
        if await self._needed():
            raise _not_valid()
        return THE_OPERATOR

    async def _behind(self, session: ConsoleSession) -> Caller | None:
        """Whom a session stands for; it goes where its key or provider is gone."""
        found = await self._holder_of(session)
        if found is None and self._sessions:
            await self._sessions.end(session.digest)
        return replace(found, session=session.digest) if found else None

    async def _holder_of(self, session: ConsoleSession) -> Caller | None:
        if self._sessions is None:
            return None
        if session.kind is Credential.MANAGED:
            key = await self._book.find(session.credential) if self._book else None
            return _holder(key) if key else None
        if session.kind is Credential.TOKEN:
            known = self._tokens and self._sessions.is_of(session, self._tokens.provider)
            return _subject(session) if known else None
        ours = [each for each in self._keys if self._sessions.is_of(session, each)]
        return Caller(id=session.caller) if ours else None

    async def _named(self, given: str) -> Caller | None:
        if self._is_ours(_digest(given)):
            return Caller(id=_id_of(_digest(given)))
        if self._book and is_key(given):
            found = await self._book.find(digest(given))
            if found is None:
                raise _not_valid()
            return _holder(found)
        if self._tokens and looks_like_one(given):
            return await self._tokens.read(given)
        return None

    def _is_ours(self, given: bytes) -> bool:
        # Every key is compared, so that the time taken tells nothing.
        return any([hmac.compare_digest(given, known) for known in self._keys])

    async def _needed(self) -> bool:
        return self._always or bool(self._book and await self._book.any())


async def while_allowed(
    callers: Callers, caller: Caller, source: AsyncGenerator[T]
) -> AsyncGenerator[T]:
    """What a source gives, until it ends or the caller may no longer have it."""
    over = asyncio.ensure_future(callers.ended(caller))
    coming = asyncio.ensure_future(anext(source, None))
    try:
        while True:
            await asyncio.wait({coming, over}, return_when=asyncio.FIRST_COMPLETED)
            if over.done() or (item := coming.result()) is None:
                return
            yield item
            coming = asyncio.ensure_future(anext(source, None))
    finally:
        # The source is closed by whoever asked it last: it must not be at work any more.
        await ended(over, coming)
        await source.aclose()


def _id_of(key_digest: bytes) -> str:
    """The caller of a key of the settings."""
    return f"key-{key_digest.hex()[:12]}"


def _holder(key: ApiKey) -> Caller:
    return Caller(
        id=f"key-{key.id[:12]}",
        owner=owner_of(key.subject) if key.subject else OPERATOR,
        scopes=with_included(key.scopes),
        digest=key.digest,
    )


def _subject(session: ConsoleSession) -> Caller:
    return Caller(
        id=session.caller, owner=session.owner, scopes=session.scopes, until=session.expires_at
    )


def _not_valid() -> Unauthenticated:
    return Unauthenticated("This API key is not valid: use one that is.")


def presented(headers: Mapping[str, str]) -> str | None:
    """The key or token that was sent, whatever it is worth."""
    scheme, _, key = (header(headers, "authorization") or "").partition(" ")
    if scheme.lower() == "bearer" and key.strip():
        return key.strip()
    return header(headers, "x-api-key")


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def header(headers: Mapping[str, str], name: str) -> str | None:
    """The first field of a name, which is given in lower case."""
    if isinstance(headers, Headers):  # finds a name without reading all the others
        return headers.get(name)
    return next((text for key, text in headers.items() if key.lower() == name), None)

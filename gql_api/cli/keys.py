"""`fripier keys`: make, list and revoke API keys, beside a service that runs or without one."""

import json
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from gql_api.auth.api_keys import digest, new_key
from gql_api.bootstrap.container import Clock, open_database
from gql_api.db.api_keys import ApiKey, ApiKeyStore
from gql_api.domain.caller import Scope
from gql_api.domain.input_types import ACCOUNT as NAME
from gql_api.settings import SettingsError, load_settings

_HINT: Final = 8
_AGE: Final = re.compile(r"(\d{1,5})([dh])")
_MOST_SUBJECT: Final = 255


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was made: the one time that its secret is seen."""

    secret: str
    key: ApiKey


async def create(
    name: str, scopes: Sequence[str], *, subject: str | None = None, expires: str | None = None
) -> NewKey:
    """Make a key; `SettingsError` for what cannot be read, `Conflict` for a name in use."""
    if not NAME.fullmatch(name):
        raise SettingsError("NAME: use 1 to 64 letters, digits, dots, dashes or underscores.")
    if subject is not None and not 0 < len(subject.strip()) <= _MOST_SUBJECT:
        raise SettingsError(f"--subject: give 1 to {_MOST_SUBJECT} characters.")
    secret = new_key()
    async with _store() as store:
        key = await store.add(
            name,
            hint=secret[:_HINT],
            digest=digest(secret),
            scopes=[Scope(scope) for scope in scopes],
            subject=subject.strip() if subject else None,
            expires_at=_end(expires, datetime.now(UTC)) if expires else None,
        )
    return NewKey(secret, key)


async def every() -> tuple[ApiKey, ...]:
    async with _store() as store:
        return await store.all()


async def revoke(name: str) -> ApiKey:
    """Let a key count no more, by its name or id; `NotFound`."""
    async with _store() as store:
        return await store.revoke(name)


def table(keys: Sequence[ApiKey], at: datetime) -> str:
    """The keys, a line each."""
    head = ("NAME", "KEY", "SCOPES", "SUBJECT", "MADE", "ENDS", "STATE")
    rows: list[tuple[str, ...]] = [head]
    rows += [tuple(_row(key, at).values())[1:] for key in keys]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def as_json(keys: Sequence[ApiKey], at: datetime) -> str:
    """The keys, for programs."""
    return json.dumps([_row(key, at) for key in keys], ensure_ascii=False, indent=2)


def _row(key: ApiKey, at: datetime) -> dict[str, str]:
    ended = "revoked" if key.revoked_at else "ended"
    return {
        "id": key.id,
        "name": key.name,
        "key": f"{key.hint}…",
        "scopes": " ".join(scope for scope in Scope if scope in key.scopes),
        "subject": key.subject or "(operator)",
        "created_at": f"{key.created_at:%Y-%m-%dT%H:%MZ}",
        "expires_at": f"{key.expires_at:%Y-%m-%dT%H:%MZ}" if key.expires_at else "never",
        "state": "good" if key.counts(at) else ended,
    }


def _end(text: str, now: datetime) -> datetime:
    """When a key ends: after `90d` or `12h`, or at a time in RFC 3339."""
    if age := _AGE.fullmatch(text):
        hours = int(age[1]) * (24 if age[2] == "d" else 1)
        return now + timedelta(hours=hours)
    try:
        end = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError("--expires: give 90d, 12h, or a time as 2026-12-31T00:00Z.") from None
    end = end if end.tzinfo else end.replace(tzinfo=UTC)
    if end <= now:
        raise SettingsError("--expires: this time has passed.")
    return end


@asynccontextmanager
async def _store() -> AsyncIterator[ApiKeyStore]:
    database, clock = open_database(load_settings()), Clock()
    try:
        await database.open()
        await clock.set_by(database)
        yield ApiKeyStore(database, clock)
    finally:
        await database.close()

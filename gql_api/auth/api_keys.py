"""API keys that are managed while the service runs: how one looks, and which ones count now.

Owns the secret's shape and how long a look at the store counts. The rows are `store.api_keys`',
what a caller may do with one is `domain.caller`'s matter.
"""

import asyncio
import hashlib
import re
import secrets
import string
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from gql_api.db.api_keys import ApiKey, ApiKeyStore
from gql_api.errors import Unavailable
from gql_api.storage_errors import PROBE_SECONDS, patient_for

PREFIX: Final = "fp_"
FRESH_SECONDS: Final = 2.0
"""How long what was found counts: a revoked key works no longer than this, in any process."""
_ALPHABET: Final = string.digits + string.ascii_letters
_RANDOM: Final = 32
_CHECK: Final = 6
_SHAPE: Final = re.compile(rf"{PREFIX}[0-9A-Za-z]{{{_RANDOM + _CHECK}}}")
_REMEMBERED: Final = 10_000
_NEVER: Final = float("-inf")


def new_key() -> str:
    """A fresh secret of 190 bits; its end is a checksum, so that slips and junk cost no look-up."""
    random = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return f"{PREFIX}{random}{_checksum(random)}"


def is_key(text: str) -> bool:
    """Whether a text has the shape of a managed key, its checksum included."""
    if not _SHAPE.fullmatch(text):
        return False
    random = text[len(PREFIX) : -_CHECK]
    return text.endswith(_checksum(random))


def digest(key: str) -> str:
    """What is stored of a key. It is random, so one round of SHA-256 keeps it."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _checksum(random: str) -> str:
    value, text = zlib.crc32(random.encode()), ""
    for _ in range(_CHECK):
        value, place = divmod(value, len(_ALPHABET))
        text = _ALPHABET[place] + text
    return text


class KeyBook:
    """The managed keys as the store has them, looked up again when what is known is not fresh.

    Unknown keys are looked up every time, so that a new one works at once.
    """

    def __init__(self, store: ApiKeyStore, *, now: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._now = now
        self._found: OrderedDict[str, tuple[float, ApiKey]] = OrderedDict()
        self._any = False
        self._looked_at = _NEVER
        self._turn = asyncio.Lock()

    async def find(self, key_digest: str) -> ApiKey | None:
        """The key that counts now; what the database raises when it cannot be asked."""
        known = self._found.get(key_digest)
        if known and self._now() - known[0] < FRESH_SECONDS:
            return known[1] if self._store.counts(known[1]) else None
        self._found.pop(key_digest, None)
        at, found = self._now(), await self._store.find(key_digest)
        if found is None:
            return None
        self._any = True
        self._found[key_digest] = (at, found)
        while len(self._found) > _REMEMBERED:
            self._found.popitem(last=False)
        return found

    @property
    def any_known(self) -> bool:
        """Whether a key was ever made, as far as was looked."""
        return self._any

    async def any(self) -> bool:
        """Whether a key was ever made. Revoking the last one opens no door.

        While the database is away nobody makes one, so what was known goes on to count; where
        nothing was known yet, what the database raises.
        """
        if self._is_due:
            async with self._turn:  # a thousand sockets ask at once, and one answer does for all
                if self._is_due:
                    await self._look()
        return self._any

    @property
    def _is_due(self) -> bool:
        return not self._any and self._now() - self._looked_at >= FRESH_SECONDS

    async def _look(self) -> None:
        at = self._now()
        try:
            with patient_for(PROBE_SECONDS):
                self._any = await self._store.any()
        except Unavailable:
            if self._looked_at == _NEVER:
                raise
            at = self._now()
        self._looked_at = at

"""The public keys of an identity provider: fetched off its JWKS address, kept, looked up by kid.

Owns when they are fetched: at the first token, when they are old, and when a token names a key
that is not among them, but never in a row. What a token must say is `jwt`'s matter.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey

from gql_api.errors import Unavailable

log = structlog.get_logger(__name__)

FRESH_SECONDS: Final = 600.0
STALE_SECONDS: Final = 3600.0
"""How long keys still count past their freshness while the provider does not answer."""
COOL_DOWN_SECONDS: Final = 30.0
"""Between two fetches, whatever kids tokens name: the provider is not ours to flood."""
FETCH_SECONDS: Final = 5.0
MAX_BYTES: Final = 256 * 1024
MAX_KEYS: Final = 100
_RSA_BITS: Final = 2048
_CURVES: Final[Mapping[str, str]] = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
_OF_RSA: Final = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
ASYMMETRIC: Final = frozenset({*_OF_RSA, *_CURVES.values(), "EdDSA", "Ed25519"})

Fetch = Callable[[str], Awaitable[bytes]]
PublicKey = RSAKey | ECKey | OKPKey


class KeySetUnreadable(ValueError):
    """What came from the provider's address is no key set."""


async def fetched(address: str) -> bytes:
    """What an address answers, within limits of time and size; `OSError` for anything else."""
    import httpx  # noqa: PLC0415 - a service without a provider does not load it

    try:
        async with (
            asyncio.timeout(FETCH_SECONDS),
            httpx.AsyncClient(timeout=FETCH_SECONDS) as client,
            client.stream("GET", address) as answer,
        ):
            if answer.status_code != 200:
                raise OSError(f"status {answer.status_code}")
            content = b""
            async for piece in answer.aiter_bytes():
                content += piece
                if len(content) > MAX_BYTES:
                    raise OSError("more than a key set")
            return content
    except (httpx.HTTPError, TimeoutError) as error:
        raise OSError(type(error).__name__) from error


class KeySets:
    """The keys at one address."""

    def __init__(
        self, address: str, *, fetch: Fetch = fetched, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._address = address
        self._fetch = fetch
        self._now = now
        self._alone = asyncio.Lock()
        self._keys: tuple[PublicKey, ...] = ()
        self._fetched_at = float("-inf")
        self._asked_at = float("-inf")
        self._answers = True

    async def find(self, kid: str | None, algorithm: str) -> PublicKey | None:
        """The key of that name that signs by that algorithm; None when the provider has none.

        Raises `Unavailable` while the provider does not answer and the key is not known.
        """
        if self._age() >= FRESH_SECONDS:
            await self._renew()
        known = self._known(kid, algorithm)
        if known is None:
            await self._renew()
            known = self._known(kid, algorithm)
        if known is None and not self._answers:
            raise self._unavailable()
        return known

    def _known(self, kid: str | None, algorithm: str) -> PublicKey | None:
        if self._age() >= FRESH_SECONDS + STALE_SECONDS:
            return None
        fitting = [key for key in self._keys if algorithm in algorithms_of(key)]
        if kid is None:
            return fitting[0] if len(fitting) == 1 else None
        return next((key for key in fitting if key.kid == kid), None)

    async def _renew(self) -> None:
        """Fetch the keys, unless that was tried a moment ago: by somebody else, or in vain."""
        async with self._alone:
            if self._now() - self._asked_at < COOL_DOWN_SECONDS:
                return
            self._asked_at = self._now()
            try:
                self._keys = read_keys(await self._fetch(self._address))
            except (OSError, KeySetUnreadable) as error:
                self._answers = False
                log.warning("identity_provider_silent", error=str(error))
                return
            self._answers, self._fetched_at = True, self._now()

    def _age(self) -> float:
        return self._now() - self._fetched_at

    def _unavailable(self) -> Unavailable:
        return Unavailable(
            "The identity provider does not answer, so the token cannot be checked. Try again.",
            code="identity_provider_unavailable",
            retry_after=max(1.0, COOL_DOWN_SECONDS - (self._now() - self._asked_at)),
        )


def read_keys(text: bytes) -> tuple[PublicKey, ...]:
    """The keys of a JWKS that can check a signature; others are left out, secrets above all."""
    try:
        members = json.loads(text)
        found = [each for each in members["keys"][:MAX_KEYS] if isinstance(each, dict)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeySetUnreadable("not a key set") from error
    return tuple(key for each in found if (key := _key(each)))


def algorithms_of(key: PublicKey) -> frozenset[str]:
    """What a key may have signed with: by its kind, and by its own word where it gives one."""
    by_kind: frozenset[str]
    if isinstance(key, RSAKey):
        by_kind = _OF_RSA if key.public_key.key_size >= _RSA_BITS else frozenset()
    elif isinstance(key, ECKey):
        by_kind = frozenset({_CURVES[key.curve_name]} if key.curve_name in _CURVES else ())
    else:
        ed25519 = key.curve_name == "Ed25519"
        by_kind = frozenset({"EdDSA", "Ed25519"} if ed25519 else ())
    named = key.get("alg")
    return by_kind & {str(named)} if named else by_kind


def _key(members: dict[str, Any]) -> PublicKey | None:
    kinds: Mapping[object, type[Key]] = {"RSA": RSAKey, "EC": ECKey, "OKP": OKPKey}
    kind = kinds.get(members.get("kty"))
    if kind is None or members.get("use", "sig") != "sig":
        return None
    try:
        key = kind.import_key(members)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return key if isinstance(key, RSAKey | ECKey | OKPKey) else None

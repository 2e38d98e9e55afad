"""Bearer tokens of an identity provider: checked, and turned into callers.

Owns which algorithm counts with which key, what a token must say, and how its scopes are read.
Where public keys come from is `jwks`' matter.
"""

import base64
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import OctKey

from gql_api.auth.jwks import ASYMMETRIC, KeySets, PublicKey
from gql_api.domain.caller import Caller, Scope, with_included
from gql_api.domain.tenant import owner_of
from gql_api.errors import Unauthenticated

LEEWAY_SECONDS: Final = 30
MAX_LENGTH: Final = 8192
MAX_SUBJECT: Final = 255
SHARED: Final = "HS256"
_PREFIX: Final = "fripier:"


@dataclass(frozen=True, slots=True)
class Expected:
    """What tokens must say. `scope_claim` names the claim with a subject's scopes, its parts
    separated by dots; a token without it has `scopes`."""

    issuer: str
    audience: str
    scope_claim: str | None = None
    scopes: frozenset[Scope] = frozenset()


class Tokens:
    """Checks tokens: with a shared secret, with the provider's public keys, or with either.

    The kind of key decides the algorithm: a token never chooses to be checked with a public key
    as if it were a secret, nor not at all.
    """

    def __init__(
        self,
        expected: Expected,
        *,
        secret: str | None = None,
        keys: KeySets | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._expected = expected
        self._secret = OctKey.import_key(secret.encode()) if secret else None
        self._keys = keys
        self._claims = jwt.JWTClaimsRegistry(
            now=lambda: int(now()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": expected.issuer},
            aud={"essential": True, "value": expected.audience},
            exp={"essential": True},
            sub={"essential": True},
        )

    @property
    def provider(self) -> bytes:
        """Whose tokens they are, and for whom."""
        return f"{self._expected.issuer}\0{self._expected.audience}".encode()

    async def read(self, text: str) -> Caller:
        """The caller that a token names; `Unauthenticated`, or `Unavailable` with no key to check
        it with while the provider does not answer."""
        key, algorithm = await self._key(text)
        try:
            claims = jwt.decode(text, key, algorithms=[algorithm]).claims
            self._claims.validate(claims)
            return self._caller(claims)
        except ExpiredTokenError:
            raise Unauthenticated(
                "The token has expired: sign in again, or refresh it.", code="token_expired"
            ) from None
        except (JoseError, ValueError, TypeError, OverflowError, OSError, RecursionError):
            raise _invalid() from None

    async def _key(self, text: str) -> tuple[OctKey | PublicKey, str]:
        header = _header(text)
        algorithm, kid = header.get("alg"), header.get("kid")
        if "crit" in header or not isinstance(algorithm, str):
            raise _invalid()
        if kid is not None and not isinstance(kid, str):
            raise _invalid()
        if algorithm == SHARED and self._secret:
            return self._secret, algorithm
        if algorithm in ASYMMETRIC and self._keys:
            found = await self._keys.find(kid, algorithm)
            if found is not None:
                return found, algorithm
        raise _invalid()

    def _caller(self, claims: Mapping[str, Any]) -> Caller:
        subject = claims["sub"]
        if not 0 < len(subject) <= MAX_SUBJECT:
            raise ValueError("a subject has a name")
        owner = owner_of(subject)
        return Caller(
            id=f"subject-{owner[:12]}",
            owner=owner,
            scopes=with_included(self._scopes(claims)),
            until=datetime.fromtimestamp(claims["exp"] + LEEWAY_SECONDS, UTC),
        )

    def _scopes(self, claims: Mapping[str, Any]) -> frozenset[Scope]:
        named = _member(claims, self._expected.scope_claim)
        if named is None:
            return self._expected.scopes
        words = named.split() if isinstance(named, str) else named
        texts = [word for word in words if isinstance(word, str)] if isinstance(words, list) else []
        plain = {text.removeprefix(_PREFIX) for text in texts}
        return frozenset(scope for scope in Scope if scope in plain)


def looks_like_one(text: str) -> bool:
    """Whether a text has the parts of a token."""
    return text.count(".") == 2


def _header(text: str) -> dict[str, Any]:
    """A token's header, before anything of it is believed."""
    if len(text) > MAX_LENGTH or not text.isascii():
        raise _invalid()
    part = text.partition(".")[0]
    try:
        header = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError):
        raise _invalid() from None
    if not isinstance(header, dict):
        raise _invalid()
    return header


def _member(claims: Mapping[str, Any], path: str | None) -> Any:
    """A claim by its path; None when it is not there."""
    if path is None:
        return None
    found: Any = claims
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _invalid() -> Unauthenticated:
    # One text for every fault: what is wrong with a forged token is not told.
    return Unauthenticated("This token is not valid here.", code="token_invalid")

"""Confirm tokens: the seller's yes, bound to the content, the photos, the account and the market.

Owns sealing, reading and ageing. Whether a token is void or used up is the state of its job and
is left to `db` and `workflows`. A token is opaque text; what it says is inside the seal.
"""

import base64
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cryptography.fernet import InvalidToken

from gql_api.errors import TokenExpired, TokenInvalid
from gql_api.security.keyring import KeyRing

PURPOSE: Final = "confirm-token"
PREFIX: Final = "fc_"
MAX_LENGTH: Final = 2048
_SHAPE: Final = re.compile(rf"{PREFIX}[A-Za-z0-9_-]+")
_CURE: Final = "prepare the listing again and use the confirm_token of that answer"


@dataclass(frozen=True, slots=True)
class ConfirmClaims:
    """What was approved; `digest` is the listing's, over its content and its photos."""

    job_id: str
    revision: int
    account: str
    market: str
    digest: str
    nonce: str
    issued_at: datetime
    expires_at: datetime

    def expired(self, at: datetime) -> bool:
        """Whether the yes is too old at that time."""
        return at >= self.expires_at


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ConfirmTokenSigner:
    """Makes and reads the confirm tokens of one SECRET_KEY."""

    def __init__(
        self,
        keys: KeyRing,
        ttl: timedelta = timedelta(minutes=15),
        *,
        now: Callable[[], datetime] = _utc_now,
        token_hex: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self._fernet = keys.derive(PURPOSE)
        self._ttl = ttl
        self._now = now
        self._token_hex = token_hex

    def claims(
        self, job_id: str, revision: int, *, account: str, market: str, digest: str
    ) -> ConfirmClaims:
        """Fresh claims, valid from now on for the signer's time."""
        issued_at = self._now()
        return ConfirmClaims(
            job_id=job_id,
            revision=revision,
            account=account,
            market=market,
            digest=digest,
            nonce=self._token_hex(16),
            issued_at=issued_at,
            expires_at=issued_at + self._ttl,
        )

    def issue(self, claims: ConfirmClaims) -> str:
        """Seal the claims into a token."""
        members = asdict(claims) | {
            "issued_at": claims.issued_at.isoformat(),
            "expires_at": claims.expires_at.isoformat(),
        }
        sealed = self._fernet.encrypt_at_time(
            json.dumps(members, separators=(",", ":")).encode(), int(claims.issued_at.timestamp())
        )
        return PREFIX + sealed.decode("ascii").rstrip("=")

    def read(self, token: str) -> ConfirmClaims:
        """The claims of a token that is ours and still young enough for a yes."""
        claims = self.opened(token)
        self.require_young(claims)
        return claims

    def require_young(self, claims: ConfirmClaims, prolonged: datetime | None = None) -> None:
        """Raise `TokenExpired` past the token's end, or past that to which it was prolonged."""
        end = max(claims.expires_at, prolonged or claims.expires_at)
        if self._now() >= end:
            raise TokenExpired(f"The confirm token has expired: {_CURE}.", field="confirm_token")

    def opened(self, token: str) -> ConfirmClaims:
        """The claims of a token that is ours, expired or not; a yes asks `require_young` too."""
        if len(token) > MAX_LENGTH or not _SHAPE.fullmatch(token):
            raise foreign_token()
        try:
            return _claims(json.loads(self._fernet.decrypt(_padded(token))))
        except (InvalidToken, KeyError, TypeError, ValueError) as error:
            raise foreign_token() from error


def _padded(token: str) -> bytes:
    sealed = token.removeprefix(PREFIX)
    padded = sealed + "=" * (-len(sealed) % 4)
    # One text per token: the decoder would ignore stray bits in the last character.
    if base64.urlsafe_b64encode(base64.urlsafe_b64decode(padded)).decode() != padded:
        raise ValueError("not canonical")
    return padded.encode()


def _claims(members: dict[str, Any]) -> ConfirmClaims:
    issued_at = datetime.fromisoformat(members.pop("issued_at"))
    expires_at = datetime.fromisoformat(members.pop("expires_at"))
    return ConfirmClaims(**members, issued_at=issued_at, expires_at=expires_at)


def foreign_token() -> TokenInvalid:
    """What is no token of the caller's: made up, damaged, or another's."""
    return TokenInvalid(f"The confirm token is not one of ours: {_CURE}.", field="confirm_token")

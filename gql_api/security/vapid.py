"""Who pushes: the key pairs of this service for push services (VAPID, RFC 8292).

Owns the keys, derived from SECRET_KEY, and the tokens that they sign. A subscription counts for the
key that it was made with alone, so that each is named by its public half. What is sent is left to
`notices.push`.
"""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from gql_api.security.keyring import KeyRing

PURPOSE: Final = "web-push"
LASTING: Final = timedelta(hours=12)
"""Of a token; push services take at most a day (RFC 8292, 2)."""
_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256 (SP 800-186, 3.2.1.3)."""


class Vapid:
    """The keys by their public halves, the first entry of SECRET_KEY first.

    `contact` is where the operator of a push service finds that of this one.
    """

    def __init__(self, keys: KeyRing, contact: str | None, now: Callable[[], datetime]) -> None:
        # Twice as many bits as the order has, so that no number is likelier than another.
        halves = zip(*(keys.derive_bytes(f"{PURPOSE}/{half}") for half in (1, 2)), strict=True)
        made = [ECKey.import_key(_private(first + second)) for first, second in halves]
        self._keys = {_point(key): key for key in made}
        self._contact = contact
        self._now = now

    @property
    def public(self) -> str:
        """The public half that new subscriptions are made with, as browsers take it."""
        return next(iter(self._keys))

    def knows(self, public: str) -> bool:
        """Whether what was subscribed with this key can still be pushed to."""
        return public in self._keys

    def authorization(self, origin: str, public: str) -> str:
        """The field that says who pushes to a push service, signed with the key of this name."""
        claims = {"aud": origin, "exp": int((self._now() + LASTING).timestamp())}
        if self._contact:
            claims["sub"] = self._contact
        token = jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, self._keys[public])
        return f"vapid t={token}, k={public}"


def _private(seed: bytes) -> ec.EllipticCurvePrivateKey:
    number = int.from_bytes(seed) % (_ORDER - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())


def _point(key: ECKey) -> str:
    point = key.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).decode().rstrip("=")

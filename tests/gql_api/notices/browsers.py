"""A browser that has subscribed: it opens what is pushed to it with `http-ece`, and checks who did.

Its push service is a `Receiver` on loopback. Nothing of our own sealing or signing is used here.
"""

import base64
import json
import os
from dataclasses import dataclass, field
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gql_api.domain.push import Subscription
from tests.gql_api.notices.receivers import Request

NOWHERE = "https://nowhere.push.services.mozilla.com/wpush/v2/"
"""Of a push service that is known, by a name that nobody answers to."""


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Browser:
    """One device, by its address at a push service."""

    endpoint: str
    private: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    auth: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def given(self) -> dict[str, str]:
        """What it gives, as `subscribePush` takes it."""
        point = self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        keys = {"p256dh": base64url(point), "auth": base64url(self.auth)}
        return {"endpoint": self.endpoint, **keys}

    def subscription(self, key: str) -> Subscription:
        return Subscription(**self.given, key=key)

    def opened(self, request: Request) -> dict[str, Any]:
        """What a push says, once its seal and its sender are found to be right."""
        assert request.headers["content-encoding"] == "aes128gcm"
        text = http_ece.decrypt(
            request.body, private_key=self.private, auth_secret=self.auth, version="aes128gcm"
        )
        told: dict[str, Any] = json.loads(text)
        return told


def claims(request: Request, key: str) -> dict[str, Any]:
    """What the sender of a push says of itself, signed with this key (RFC 8292)."""
    scheme, fields = request.headers["authorization"].split(" ", 1)
    said = dict(each.split("=", 1) for each in fields.split(", "))
    assert (scheme, said["k"]) == ("vapid", key)
    head, body, signature = said["t"].split(".")
    raw = decoded(signature)
    assert len(raw) == 64
    der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(key))
    public.verify(der, f"{head}.{body}".encode(), ec.ECDSA(SHA256()))
    assert json.loads(decoded(head)) == {"typ": "JWT", "alg": "ES256"}
    told: dict[str, Any] = json.loads(decoded(body))
    return told

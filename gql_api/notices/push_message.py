"""What a push service carries and cannot read: messages sealed for one browser (RFC 8291).

One record of `aes128gcm` (RFC 8188), filled up to one length, so that its size tells nothing. Who
sends it, and where to, is left to `push`.
"""

import base64
import binascii
import os
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LENGTH: Final = 1024
"""Of every text with what fills it up; push services take at least 3,993 bytes (RFC 8291, 4)."""
AUTH_BYTES: Final = 16
POINT_BYTES: Final = 65
_RECORD: Final = 4096
_LAST: Final = b"\x02"


class KeyUnreadable(ValueError):
    """It is not a key as a browser gives it."""


def seal(
    text: bytes,
    p256dh: str,
    auth: str,
    *,
    length: int = LENGTH,
    salt: bytes | None = None,
    private: ec.EllipticCurvePrivateKey | None = None,
) -> bytes:
    """The body for the browser with these keys; raises `KeyUnreadable`.

    `salt` and `private` are made anew for each message, unless an example is worked out again.
    """
    salt = salt or os.urandom(16)
    private = private or ec.generate_private_key(ec.SECP256R1())
    theirs, secret = public_key(p256dh), auth_secret(auth)
    ours = _point(private.public_key())
    shared = private.exchange(ec.ECDH(), theirs)
    material = _derived(shared, secret, b"WebPush: info\0" + _point(theirs) + ours, 32)
    key = _derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(material, salt, b"Content-Encoding: nonce\0", 12)
    record = AESGCM(key).encrypt(nonce, (text + _LAST).ljust(length, b"\0"), None)
    return salt + _RECORD.to_bytes(4) + bytes([len(ours)]) + ours + record


def public_key(p256dh: str) -> ec.EllipticCurvePublicKey:
    """A browser's public key: a point of P-256, uncompressed."""
    point = _decoded(p256dh)
    try:
        if len(point) != POINT_BYTES:
            raise ValueError
        return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise KeyUnreadable("it is no point of P-256 in base64url") from None


def auth_secret(auth: str) -> bytes:
    """A browser's secret."""
    secret = _decoded(auth)
    if len(secret) != AUTH_BYTES:
        raise KeyUnreadable("it is not 16 bytes in base64url")
    return secret


def _derived(material: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(material)


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _decoded(text: str) -> bytes:
    bare = text.rstrip("=")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise KeyUnreadable("it is not base64url") from None

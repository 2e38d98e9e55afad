"""Signed texts: compact JWS with Ed25519 keys derived from SECRET_KEY, and how they are checked.

Owns the keys, their ids, the JWKS and the strict reading of a signed text. What is signed is
left to `receipts`. Checking needs public keys only, never a secret.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey
from pydantic import Field
from typing_extensions import TypedDict

from gql_api.security.keyring import KeyRing

ALGORITHM: Final = "Ed25519"
"""RFC 9864's name; RFC 8037 calls the same signature EdDSA."""
MAX_LENGTH: Final = 64 * 1024
_HEADER: Final = frozenset({"alg", "kid", "typ"})


class NotVerified(ValueError):
    """The text is not proved to be what was signed; `reason` is stable, the message is for people.

    `malformed`: not a signed text of this kind. `unknown_key`: none of the given keys signed it.
    `wrong_signature`: the key is known, and the text was changed.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class KeysUnreadable(ValueError):
    """The text is not a JWKS with an Ed25519 key; the message says what to give instead."""


class PublicKey(TypedDict):
    """An Ed25519 public key (RFC 8037); `kid` is its thumbprint (RFC 7638)."""

    kty: Literal["OKP"]
    crv: Literal["Ed25519"]
    x: str
    kid: str
    use: Literal["sig"]
    alg: Literal["Ed25519"]


class KeySet(TypedDict):
    """A JSON Web Key Set (RFC 7517), the key that signs now first."""

    keys: Annotated[list[PublicKey], Field(description="Ed25519 public keys (RFC 8037).")]


def _jwk(kid: str, key: OKPKey) -> PublicKey:
    x = str(key.as_dict(private=False)["x"])
    return {"kty": "OKP", "crv": "Ed25519", "x": x, "kid": kid, "use": "sig", "alg": ALGORITHM}


class PublicKeys:
    """The keys that signed texts are checked with, by their thumbprints (RFC 7638)."""

    def __init__(self, keys: Iterable[OKPKey]) -> None:
        self._keys = {key.thumbprint(): key for key in keys}

    @classmethod
    def parse(cls, text: str | bytes) -> "PublicKeys":
        """Read a JWKS, or one JWK; keys of other kinds in it are left out.

        A key's id is worked out anew: the name that the text gives it is not believed.
        """
        try:
            given = json.loads(text)
            listed = given.get("keys", [given])
            keys = [_public(each) for each in listed if each.get("crv") == "Ed25519"]
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise KeysUnreadable("this is not a JSON Web Key Set (RFC 7517)") from error
        if not keys:
            raise KeysUnreadable("there is no Ed25519 key in this JSON Web Key Set")
        return cls(keys)

    def jwks(self) -> KeySet:
        """The keys as a JSON Web Key Set, the one that signs now first."""
        return KeySet(keys=[_jwk(kid, key) for kid, key in self._keys.items()])

    def verify(self, text: str, kind: str) -> dict[str, Any]:
        """What the text says, when one of these keys signed exactly it; else `NotVerified`."""
        header = _header(text)
        if header.keys() != _HEADER or (header["alg"], header["typ"]) != (ALGORITHM, kind):
            raise NotVerified("malformed", f"It is not signed as {kind} with {ALGORITHM}.")
        key = self._keys.get(str(header["kid"]))
        if key is None:
            raise NotVerified(
                "unknown_key",
                f"None of the given keys signed it: it names the key {header['kid']!r}, and "
                f"given were {', '.join(self._keys)}. Ask the service that gave it for its keys.",
            )
        try:
            jws.deserialize_compact(text, key, algorithms=[ALGORITHM])
        except JoseError as error:
            raise NotVerified(
                "wrong_signature", "The signature does not fit: the text was changed."
            ) from error
        return members(text)


class Signer:
    """Signs JSON objects for one purpose; the first entry of SECRET_KEY signs."""

    def __init__(self, keys: KeyRing, purpose: str, *, kind: str) -> None:
        derived = [_private(seed) for seed in keys.derive_bytes(purpose)]
        self._key = derived[0]
        self._kind = kind
        self.public = PublicKeys(_public(key.as_dict(private=False)) for key in derived)
        """The keys of every entry, so that what an older one signed is still checked."""

    def sign(self, given: Mapping[str, Any]) -> str:
        """The object as a compact JWS."""
        header = {"alg": ALGORITHM, "kid": self._key.thumbprint(), "typ": self._kind}
        text = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
        return jws.serialize_compact(header, text.encode(), self._key, algorithms=[ALGORITHM])


def members(text: str) -> dict[str, Any]:
    """What a signed text says, unchecked; `NotVerified` when it cannot be read."""
    return _json_object(_parts(text)[1])


def _private(seed: bytes) -> OKPKey:
    return OKPKey.import_key(Ed25519PrivateKey.from_private_bytes(seed))


def _public(jwk: Mapping[str, Any]) -> OKPKey:
    """A key from its 32 bytes alone: nothing else that stands beside them is believed."""
    return OKPKey.import_key(Ed25519PublicKey.from_public_bytes(_decoded(str(jwk["x"]))))


def _header(text: str) -> dict[str, Any]:
    return _json_object(_parts(text)[0])


def _parts(text: str) -> list[bytes]:
    """The three decoded parts. Each has one spelling: stray bits of a last character are refused,
    which a decoder would leave out, so that no character can be changed unnoticed."""
    parts = text.split(".")
    if len(parts) != 3 or len(text) > MAX_LENGTH:
        raise NotVerified("malformed", "It is not a compact JWS: three parts with dots between.")
    return [_decoded(part) for part in parts]


def _decoded(part: str) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError) as error:
        raise NotVerified("malformed", "A part of it is not base64url.") from error
    if base64.urlsafe_b64encode(raw).decode().rstrip("=") != part:
        raise NotVerified("malformed", "A part of it is not spelled as base64url is.")
    return raw


def _json_object(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError as error:
        raise NotVerified("malformed", "A part of it is not JSON.") from error
    if not isinstance(found, dict):
        raise NotVerified("malformed", "A part of it is not a JSON object.")
    return found

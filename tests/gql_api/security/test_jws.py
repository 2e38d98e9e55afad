"""Signed texts: every character counts, and only the keys that are trusted check them."""

import base64
import json
import string
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from gql_api.security.jws import KeysUnreadable, NotVerified, PublicKeys, Signer
from gql_api.security.keyring import KeyRing, new_secret

KIND = "test+jwt"
SAID = {"what": "Hôodie", "number": 1}


def _signer(secret: str, purpose: str = "test") -> Signer:
    return Signer(KeyRing.parse(secret), purpose, kind=KIND)


@pytest.fixture(scope="module")
def signer() -> Signer:
    return _signer(new_secret())


def _raw(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _reason(keys: PublicKeys, text: str, kind: str = KIND) -> str:
    with pytest.raises(NotVerified) as refused:
        keys.verify(text, kind)
    return refused.value.reason


def test_a_signed_text_says_what_was_signed(signer: Signer) -> None:
    assert signer.public.verify(signer.sign(SAID), KIND) == SAID


def test_the_signature_is_plain_ed25519_over_the_two_first_parts(signer: Signer) -> None:
    """Checked without the library that signs."""
    header, payload, signature = signer.sign(SAID).split(".")
    (key,) = signer.public.jwks()["keys"]
    Ed25519PublicKey.from_public_bytes(_raw(key["x"])).verify(
        _raw(signature), f"{header}.{payload}".encode()
    )
    assert json.loads(_raw(header)) == {"alg": "Ed25519", "kid": key["kid"], "typ": KIND}
    assert json.loads(_raw(payload)) == SAID


def test_a_key_is_named_by_the_thumbprint_of_the_rfc() -> None:
    """RFC 8037, appendix A.3; a name that the text gives is not believed."""
    jwk = {
        "kty": "OKP",
        "crv": "Ed25519",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        "kid": "another",
    }
    (key,) = PublicKeys.parse(json.dumps({"keys": [jwk]})).jwks()["keys"]
    assert key["kid"] == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def test_every_changed_character_is_noticed(signer: Signer) -> None:
    text = signer.sign(SAID)
    signature = text.rindex(".")
    for place, character in enumerate(text):
        # In the signature every other character: a lax decoder ignores bits of its last one.
        others = string.ascii_letters + string.digits + "-_.= " if place > signature else "Aa0_. "
        for other in others:
            if other != character:
                _reason(signer.public, f"{text[:place]}{other}{text[place + 1 :]}")
    for changed in (text[:-1], text[1:], f"{text}A", f"{text}=", f"{text}\n", f" {text}", ""):
        _reason(signer.public, changed)


def test_a_text_has_one_spelling(signer: Signer) -> None:
    """The last character of the signature has four bits that a decoder may ignore."""
    text = signer.sign(SAID)
    alphabet = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    start = alphabet.index(text[-1])
    for other in alphabet[start + 1 : start + 16]:
        assert _reason(signer.public, f"{text[:-1]}{other}") == "malformed"


def test_a_changed_text_is_told_from_an_unknown_key(signer: Signer) -> None:
    header, payload, signature = signer.sign(SAID).split(".")
    changed = f"{header}.{_part(SAID | {'number': 2})}.{signature}"
    assert _reason(signer.public, changed) == "wrong_signature"
    assert _reason(_signer(new_secret()).public, f"{header}.{payload}.{signature}") == "unknown_key"
    assert _reason(signer.public, "no receipt at all") == "malformed"


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "EdDSA"},
        {"typ": "JWT"},
        {"jku": "https://elsewhere.example/keys"},
        {"crit": ["b64"], "b64": False},
    ],
    ids=["none", "a shared secret", "the older name", "another kind", "an address", "detached"],
)
def test_only_headers_as_we_write_them_are_taken(signer: Signer, header: dict[str, Any]) -> None:
    written, payload, signature = signer.sign(SAID).split(".")
    changed = _part(json.loads(_raw(written)) | header)
    assert _reason(signer.public, f"{changed}.{payload}.{signature}") == "malformed"


def test_a_key_beside_the_text_is_not_believed(signer: Signer) -> None:
    forger = _signer(new_secret())
    header, payload, _ = forger.sign(SAID).split(".")
    (key,) = forger.public.jwks()["keys"]
    with_key = _part(json.loads(_raw(header)) | {"jwk": key})
    assert _reason(signer.public, f"{with_key}.{payload}.AAAA") == "malformed"


def test_after_a_rotation_the_first_key_signs_and_all_check() -> None:
    old, new = new_secret(), new_secret()
    before = _signer(old)
    signed_before = before.sign(SAID)
    both = _signer(f"{new},{old}")
    assert both.public.verify(signed_before, KIND) == SAID
    signed_after = both.sign(SAID)
    assert [len(each.public.jwks()["keys"]) for each in (before, both)] == [1, 2]
    assert _signer(new).public.verify(signed_after, KIND) == SAID
    assert _reason(_signer(new).public, signed_before) == "unknown_key"
    assert _reason(before.public, signed_after) == "unknown_key"


def test_each_purpose_has_a_key_of_its_own() -> None:
    secret = new_secret()
    assert _signer(secret).public.jwks() != _signer(secret, "other").public.jwks()


def test_the_published_keys_hold_nothing_secret_and_can_be_read_back(signer: Signer) -> None:
    published = signer.public.jwks()
    assert all(set(key) == {"kty", "crv", "x", "kid", "use", "alg"} for key in published["keys"])
    again = PublicKeys.parse(json.dumps(published))
    assert again.jwks() == published
    alone = PublicKeys.parse(json.dumps(published["keys"][0]))
    assert alone.verify(signer.sign(SAID), KIND) == SAID


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"keys": []}',
        '{"keys": [7]}',
        '{"keys": [{"kty": "RSA"}]}',
        '{"keys": [{"crv": "Ed25519"}]}',
        '{"keys": [{"crv": "Ed25519", "x": "AAAA"}]}',
    ],
)
def test_what_is_no_key_set_is_refused(text: str) -> None:
    with pytest.raises(KeysUnreadable):
        PublicKeys.parse(text)

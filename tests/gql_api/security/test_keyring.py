import base64
import pickle
from random import Random

import pytest
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gql_api.security.keyring import KeyRing, WeakSecret, new_secret


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()


def test_a_new_secret_is_accepted_and_is_a_fernet_key() -> None:
    secret = new_secret()
    Fernet(secret)
    KeyRing.parse(secret)


def test_thousands_of_random_keys_are_all_strong() -> None:
    for _ in range(5_000):
        KeyRing.parse(new_secret())


def test_the_first_entry_encrypts_and_all_decrypt() -> None:
    old, new = new_secret(), new_secret()
    sealed_before = KeyRing.parse(old).derive("a").encrypt(b"text")
    both = KeyRing.parse(f" {new} , {old},").derive("a")
    assert both.decrypt(sealed_before) == b"text"
    sealed_after = both.encrypt(b"text")
    assert KeyRing.parse(new).derive("a").decrypt(sealed_after) == b"text"
    with pytest.raises(InvalidToken):
        KeyRing.parse(old).derive("a").decrypt(sealed_after)


def test_a_purpose_cannot_open_what_another_sealed() -> None:
    keys = KeyRing.parse(new_secret())
    with pytest.raises(InvalidToken):
        keys.derive("tokens").decrypt(keys.derive("vault").encrypt(b"text"))


def test_the_raw_key_is_hkdf_of_the_entry_and_never_the_entry() -> None:
    raw = bytes(range(7, 250, 8)) + b"\x01"
    raw = bytes((byte * byte + 3) % 251 for byte in raw)
    (key,) = KeyRing.parse(encoded(raw)).derive_bytes("purpose")
    expected = HKDF(SHA256(), length=32, salt=None, info=b"fripier/1/purpose").derive(raw)
    assert key == expected != raw


def test_names_tell_keys_apart_and_are_not_part_of_the_key() -> None:
    keys = KeyRing.parse(f"{new_secret()},{new_secret()}")
    first, second = keys.names("vault")
    assert first != second
    assert first not in keys.derive_bytes("vault")[0].hex()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        (" , ", "empty"),
        ("changeme", "not a Fernet key"),
        (new_secret()[:-1], "not a Fernet key"),
        (new_secret() + "\nx", "not a Fernet key"),
        ("!" + new_secret()[1:], "not a Fernet key"),
        (encoded(bytes(32)), "easy to guess"),
        (encoded(b"\xff\x00" * 16), "easy to guess"),
        (encoded(bytes(range(32))), "easy to guess"),
        (encoded(bytes(range(0, 224, 7))), "easy to guess"),
        (encoded(bytes(Random(1).choices([0, 7, 30, 100, 201], k=32))), "easy to guess"),
        (encoded(b"correct horse battery staple 123"), "easy to guess"),
        (f"{new_secret()},{encoded(bytes(32))}", "entry 2"),
    ],
    ids=[str(number) for number in range(13)],  # random texts are no names
)
def test_weak_and_malformed_secrets_are_refused_without_quoting_them(
    text: str, problem: str
) -> None:
    with pytest.raises(WeakSecret, match=problem) as refusal:
        KeyRing.parse(text)
    assert "fripier secret new" in str(refusal.value)
    assert not text.strip(" ,") or text not in str(refusal.value)


def test_a_ring_shows_nothing_and_is_not_pickled() -> None:
    secret = new_secret()
    keys = KeyRing.parse(secret)
    assert repr(keys) == "KeyRing()"
    with pytest.raises(TypeError, match="never pickled"):
        pickle.dumps(keys)

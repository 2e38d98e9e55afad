"""Keys: SECRET_KEY is parsed here, and every purpose gets a key of its own derived from it.

Owns what a good secret is and how purposes are kept apart. Where the secret comes from is left
to `settings`; what is sealed with a derived key to `vault` and `confirm_token`.
"""

import base64
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
_KEY_TEXT: Final = re.compile(r"[A-Za-z0-9_-]{43}=")
_DOMAIN: Final = b"fripier/1/"
_CURE: Final = "run `fripier secret new` and use the line that it prints"


class WeakSecret(ValueError):
    """The text is not a list of strong Fernet keys; the message says why and never quotes it."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The entries of SECRET_KEY in order: the first encrypts, all decrypt."""

    _entries: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> "KeyRing":
        """Read one key, or several separated by commas."""
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if not parts:
            raise WeakSecret(f"it is empty: {_CURE}")
        return cls(tuple(_entry(part, index) for index, part in enumerate(parts, 1)))

    def derive(self, purpose: str) -> MultiFernet:
        """The ring of one purpose, for sealing texts; other purposes cannot open them."""
        keys = self.derive_bytes(purpose)
        return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])

    def derive_bytes(self, purpose: str) -> tuple[bytes, ...]:
        """The purpose's raw keys of 32 bytes, one per entry and in the same order."""
        return tuple(_hkdf(entry, purpose) for entry in self._entries)

    def names(self, purpose: str) -> tuple[str, ...]:
        """A public name per key of the purpose: tells which key sealed a text, and nothing else."""
        return tuple(key.hex()[:16] for key in self.derive_bytes(f"{purpose}/name"))

    def __reduce__(self) -> str:
        raise TypeError("a KeyRing holds secrets and is never pickled")


def new_secret() -> str:
    """A fresh entry for SECRET_KEY."""
    return Fernet.generate_key().decode("ascii")


def _hkdf(entry: bytes, purpose: str) -> bytes:
    # The entries are random, so HKDF needs no salt; the purpose separates.
    info = _DOMAIN + purpose.encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(entry)


def _entry(text: str, position: int) -> bytes:
    if not _KEY_TEXT.fullmatch(text):
        raise WeakSecret(f"entry {position} is not a Fernet key: {_CURE}")
    raw = base64.urlsafe_b64decode(text)
    if _looks_made_up(raw):
        raise WeakSecret(f"entry {position} is too easy to guess: {_CURE}")
    return raw


def _looks_made_up(raw: bytes) -> bool:
    """Constants, short repeats, sequences and encoded words; a random key is none of these."""
    steps = {(after - before) % 256 for before, after in pairwise(raw)}
    return len(set(raw)) < 16 or len(steps) < 12 or all(32 <= byte < 127 for byte in raw)

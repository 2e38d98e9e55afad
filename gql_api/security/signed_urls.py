"""Addresses of photos and pictures that carry their own leave to be seen, and end.

An `<img>` in a page sends no key, so the address holds one for itself: sealed, bound to its path,
with the owner and the end inside. The same picture has the same address for a while, so that a
page that asks again does not load it again. Who serves what is behind it is the service's matter.
"""

import base64
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

PURPOSE: Final = "media-address"
PARAMETER: Final = "access"
BRIEF_SECONDS: Final = 60
"""How long an address is good of what can be seen for a moment only."""
_STEPS: Final = 4
"""An address lasts its time and up to a quarter more: until then it stays the same."""
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Leave:
    """What an address says: whose picture it shows, and whether that has ended."""

    owner: str
    ended: bool


class Addresses:
    """Signs and reads addresses; `keys` as `KeyRing.derive_bytes` gives them, `ttl` in seconds."""

    def __init__(
        self, keys: Sequence[bytes], ttl: int, *, now: Callable[[], float] = time.time
    ) -> None:
        self._sealers = tuple(AESSIV(key) for key in keys)
        self._ttl = ttl
        self._now = now

    def signed(self, path: str, owner: str, *, ttl: int | None = None) -> str:
        """The path with what lets its reader see it; `ttl` where it is another than usual."""
        ttl = ttl or self._ttl
        step = max(1, ttl // _STEPS)
        ends = (int(self._now()) // step + 1) * step + ttl
        said = struct.pack(">Q", ends) + owner.encode("ascii")
        sealed = self._sealers[0].encrypt(said, [path.encode()])
        return f"{path}?{PARAMETER}={base64.urlsafe_b64encode(sealed).decode().rstrip('=')}"

    def read(self, path: str, text: str) -> Leave | None:
        """What the parameter of a path says; None when it was not made here for this path."""
        if not text.isascii() or len(text) > _LONGEST:
            return None
        try:
            sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except ValueError:
            return None
        for sealer in self._sealers:
            try:
                said = sealer.decrypt(sealed, [path.encode("utf-8", "surrogatepass")])
            except (InvalidTag, ValueError):
                continue
            (ends,) = struct.unpack(">Q", said[:8])
            return Leave(said[8:].decode("ascii"), ended=ends <= self._now())
        return None

"""`fripier receipt`: check receipts with public keys alone, offline or with a fetched key set.

The key never comes from what is checked: whoever changed a receipt could put a key beside it.
"""

import json
import sys
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from gql_api.domain.receipt import SignedReceipt, as_members, fingerprint, verify
from gql_api.security.jws import KeysUnreadable, NotVerified, PublicKeys

MAX_BYTES = 1024 * 1024
FETCH_SECONDS = 10
HOW_TO_GIVE_A_KEY = (
    "Say which key to trust: --key https://HOST/.well-known/jwks.json, or --key FILE with a copy "
    "of it. It is not taken from what is checked: whoever changes that can put a key beside it."
)


class CannotCheck(Exception):
    """A file or a key cannot be read: nothing is said about the receipt. The message says why."""


def check(file: str, key: str | None) -> tuple[SignedReceipt, ...]:
    """The receipts in a file (`-` is standard input), oldest first, each one proved.

    `key` is a file or an address with a JWKS. Raises NotVerified for what is not proved, and
    CannotCheck when the receipt or the key cannot be read.
    """
    if key is None:
        raise CannotCheck(HOW_TO_GIVE_A_KEY)
    given = _read(file)
    keys = _keys(key)
    if not given.startswith("{"):
        return (verify(given, keys),)
    proved = tuple(verify(text, keys) for text in _answered(given))
    _require_chain(proved)
    return proved


def table(receipt: SignedReceipt) -> str:
    """What a receipt says, a line for each value; lines are never broken, digests are long."""
    rows = _rows("", as_members(receipt.receipt))
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:{width}}  {value}" for name, value in rows)


def as_json(proved: Sequence[SignedReceipt]) -> str:
    """What the newest receipt says, for programs."""
    answer = {
        "valid": True,
        "members": as_members(proved[-1].receipt),
        "superseded": [as_members(each.receipt) for each in proved[:-1]],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def refusal(error: Exception) -> str:
    """Why not, for programs; `valid` is null when nothing could be checked."""
    reason = error.reason if isinstance(error, NotVerified) else "cannot_check"
    valid = False if isinstance(error, NotVerified) else None
    return json.dumps({"valid": valid, "reason": reason, "detail": str(error)})


def _rows(prefix: str, members: dict[str, Any]) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, value in members.items():
        if isinstance(value, dict):
            rows += _rows(f"{prefix}{name}.", value)
        elif isinstance(value, list):
            rows += [(f"{prefix}{name}.{place}", str(each)) for place, each in enumerate(value, 1)]
        else:
            rows.append((f"{prefix}{name}", "-" if value is None else str(value)))
    return rows


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read(MAX_BYTES) if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not text"
        raise CannotCheck(f"{file} cannot be read ({why}). Name a file that can be.") from error


def _answered(given: str) -> list[str]:
    """The signed texts in the JSON answer of a receipt's route, oldest first."""
    try:
        answer = json.loads(given)
        return [str(text) for text in (*answer["superseded"], answer["receipt"])]
    except (KeyError, TypeError, ValueError) as error:
        raise NotVerified(
            "malformed", "The JSON is not the answer of a receipt's route."
        ) from error


def _keys(key: str) -> PublicKeys:
    fetched = _fetched(key) if key.startswith(("http://", "https://")) else _read(key)
    try:
        return PublicKeys.parse(fetched)
    except KeysUnreadable as error:
        raise CannotCheck(f"{key}: {error}.") from error


def _fetched(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
        raise CannotCheck(f"{address}: without https anybody on the way could change the key.")
    try:
        answer = httpx.get(address, timeout=FETCH_SECONDS).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise CannotCheck(f"{address} gives no key: {error}") from error
    return answer.text


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _require_chain(proved: Sequence[SignedReceipt]) -> None:
    """Each receipt names the one before, and the first names none: none is left out or put in."""
    expected = [None, *(fingerprint(each.text) for each in proved[:-1])]
    if [each.receipt.supersedes for each in proved] != expected:
        raise NotVerified("broken_chain", "A receipt that came before is missing or another one.")

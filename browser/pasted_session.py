"""What is kept of a pasted session: the cookies of a site's log-in and language, nothing else.

Works offline on text, and never repeats a value in an error. Whether the session is a member's is
for the site to say; keeping it safe belongs to the service.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from browser.listing import Cookie
from browser.messages import Message

_MAX_CHARACTERS: Final = 32 * 1024


class Malformation(StrEnum):
    """What is wrong with a pasted session."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    UNREADABLE = "unreadable"
    GUEST = "guest"
    OTHER_HOST = "other_host"


_CURES: Final = {
    Malformation.EMPTY: "nothing was pasted; copy the whole Cookie header of a signed-in page",
    Malformation.TOO_LONG: "longer than 32 KB; copy the Cookie header of one request only",
    Malformation.CONTROL_CHARACTERS: "holds line breaks or control characters; copy the Cookie "
    "header as one line",
    Malformation.UNREADABLE: "neither a Cookie header (name=value; name=value) nor a JSON cookie "
    "export",
    Malformation.OTHER_HOST: "holds the cookies of another host; export them on the market's page",
}


class MalformedSession(ValueError):
    """A text that is no session; the message is the cure and holds nothing of the text."""

    def __init__(self, malformation: Malformation, detail: str | None = None) -> None:
        super().__init__(detail or _CURES[malformation])
        self.malformation = malformation


@dataclass(frozen=True, slots=True)
class CookieRules:
    """Which cookies of a site are a session.

    `access` is the one without which nobody is signed in, `refresh` the one that renews it; of the
    others those `kept` are of the log-in or the language. `hosts` are the site's own.
    """

    access: str
    refresh: str | None = None
    kept: frozenset[str] = field(default_factory=frozenset)
    hosts: tuple[str, ...] = ()

    def keeps(self, name: str) -> bool:
        """Whether a cookie is one of the session's."""
        return name in self.kept or name in {self.access, self.refresh}


@dataclass(frozen=True, slots=True)
class CookieSelection:
    """The cookies that are kept, and the names of those that were dropped.

    `expires_at` is the end of the access token, None when it does not say. When `renewable`, the
    site may renew the session after it.
    """

    kept: tuple[Cookie, ...]
    dropped: tuple[str, ...]
    expires_at: datetime | None = None
    renewable: bool = False


def select_cookies(
    header_or_export: str, rules: CookieRules, *, host: str | None = None
) -> CookieSelection:
    """The session in a whole Cookie header, or in a browser's JSON export of cookies.

    Of an export, cookies of other hosts than `host` are dropped. Raises MalformedSession.
    """
    text = _checked(header_or_export)
    found = _exported(text, host, rules.hosts) if text[0] in "[{" else _headed(text)
    cookies: dict[str, Cookie] = {}
    for cookie in found:
        # Of two cookies of one name, a browser sends the more specific one first.
        cookies.setdefault(cookie.name, cookie)
    access = cookies.get(rules.access)
    if access is None or not access.value:
        cure = Message(
            "holds no {cookie}; sign in on the site first, then copy the header",
            cookie=rules.access,
        )
        raise MalformedSession(Malformation.GUEST, cure)
    return CookieSelection(
        kept=tuple(cookie for cookie in cookies.values() if rules.keeps(cookie.name)),
        dropped=tuple(name for name in cookies if not rules.keeps(name)),
        expires_at=token_end(access.value),
        renewable=rules.refresh in cookies,
    )


def token_end(token: str) -> datetime | None:
    """The end (`exp`) that a JWT names, in UTC; None for anything else. No signature is checked."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.urlsafe_b64decode(padded))
        return datetime.fromtimestamp(int(claims["exp"]), UTC)
    except (ValueError, TypeError, KeyError, OverflowError, OSError, RecursionError):
        return None


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise MalformedSession(Malformation.EMPTY)
    if len(text.encode(errors="replace")) > _MAX_CHARACTERS:
        raise MalformedSession(Malformation.TOO_LONG)
    return text


def _headed(text: str) -> list[Cookie]:
    if text[:7].casefold() == "cookie:":
        text = text[7:]
    pairs = [pair.partition("=") for pair in text.split(";") if pair.strip()]
    if not any(sign for _, sign, _ in pairs):
        raise MalformedSession(_unreadable(text))
    return [_cookie(name, value) for name, sign, value in pairs if sign and name.strip()]


def _exported(text: str, host: str | None, hosts: Iterable[str]) -> list[Cookie]:
    rows = _rows(text)
    ours = [row for row in rows if host is None or _is_for(row.get("domain"), host)]
    if rows and not ours:
        raise _of_another_host(rows, host or "", hosts)
    return [_cookie(str(row["name"]), str(row["value"]), _expiry(row)) for row in ours]


def _of_another_host(
    rows: Sequence[Mapping[str, Any]], host: str, hosts: Iterable[str]
) -> MalformedSession:
    """Names both markets; a host that is none of them is not repeated from the text."""
    domains = [row.get("domain") for row in rows]
    theirs = (name for name in hosts if any(_is_for(domain, name) for domain in domains))
    named = next(theirs, None)
    detail = Message(
        "holds the cookies of {named}, not of {host}; export them on the market's page",
        named=named,
        host=host,
    )
    return MalformedSession(Malformation.OTHER_HOST, detail if named else None)


def _rows(text: str) -> list[Mapping[str, Any]]:
    """The cookies of an export: a bare list, or one under `cookies` beside other things."""
    try:
        export = json.loads(text)
    except (ValueError, RecursionError):
        raise MalformedSession(_unreadable(text)) from None
    rows = export.get("cookies") if isinstance(export, dict) else export
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise MalformedSession(Malformation.UNREADABLE)
    return rows


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and "name" in row and "value" in row


def _is_for(domain: object, host: str) -> bool:
    """Whether a browser that holds the cookie would send it to the host."""
    if not isinstance(domain, str):
        return True
    name = domain.removeprefix(".").casefold()
    return host == name or (domain.startswith(".") and host.endswith(f".{name}"))


def _expiry(row: Mapping[str, Any]) -> float | None:
    seconds = row.get("expirationDate", row.get("expires"))
    return float(seconds) if isinstance(seconds, int | float) and seconds > 0 else None


def _cookie(name: str, value: str, expires: float | None = None) -> Cookie:
    name, value = name.strip(), value.strip()
    if _holds_control(name + value):
        raise MalformedSession(Malformation.CONTROL_CHARACTERS)
    return Cookie(name, value, expires)


def _unreadable(text: str) -> Malformation:
    broken = _holds_control(text)
    return Malformation.CONTROL_CHARACTERS if broken else Malformation.UNREADABLE


def _holds_control(text: str) -> bool:
    return any(ord(sign) < 32 or ord(sign) == 127 for sign in text)

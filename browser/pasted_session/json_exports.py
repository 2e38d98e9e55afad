"""Cookies in JSON: the exports of extensions and browser drivers, and plain names and values.

Read are the members of EditThisCookie and Cookie-Editor (`expirationDate`, `hostOnly`), J2Team
Cookies and Playwright's storage state (a list under `cookies`), Selenium (`expiry`), Cookie Quick
Manager (`Name raw`), and the cookies of a request as Firefox copies them; formats as their
documentation and sources had them on 2026-11-29.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from browser.messages import Message
from browser.pasted_session.headers import unnamed
from browser.pasted_session.paste import (
    Malformation,
    MalformedSession,
    Paste,
    PastedCookie,
    Source,
    broken,
    first_of,
    host_of,
    of_request,
)

_ARCHIVE: Final = re.compile(r'\{\s*"log"\s*:\s*\{')
_NAMES: Final = ("name", "Name raw", "key")
_VALUES: Final = ("value", "Content raw")
_DOMAINS: Final = ("domain", "Host raw", "host")
_ENDS: Final = ("expirationDate", "expires", "expiry", "Expires raw")
_WITHIN: Final = ("Request Cookies", "requestCookies", "cookies")
_AGENTS: Final = ("user-agent", "user_agent", "useragent")


def is_json(text: str) -> bool:
    """Whether this begins as a list or an object."""
    return text[0] in "[{"


def is_archive(text: str) -> bool:
    """Whether this begins as a HAR archive (HTTP Archive 1.2: one object, `log`), however long."""
    return _ARCHIVE.match(text) is not None


def archive() -> MalformedSession:
    """The error for an archive: which of its requests holds the session is not guessed."""
    return MalformedSession(
        Malformation.UNREADABLE,
        Message("a HAR archive holds many requests; copy one of them as cURL"),
    )


def exported(text: str) -> Paste:
    """The cookies of an export, or of an object of names and values."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise broken(Source.JSON_EXPORT) from None
    return _rows(found) if isinstance(found, list) else _object(found)


def _object(found: Mapping[str, Any]) -> Paste:
    texts = [(name, value) for name, value in found.items() if isinstance(value, str)]
    agent = first_of(texts, *_AGENTS)
    if header := first_of(texts, "cookie", "cookies"):
        address = first_of(texts, "url", "host", "market")
        return of_request(Source.JSON_OBJECT, unnamed(header), user_agent=agent, address=address)
    for name in (*_WITHIN, "headers"):
        within = found.get(name)
        if isinstance(within, list):
            return _rows(within, agent)
        if isinstance(within, dict):
            return _object(within)
    return _values(found)


def _values(found: Mapping[str, Any]) -> Paste:
    """Names and values alone; null is a cookie without one."""
    cookies = tuple(PastedCookie(name.strip(), _text(found[name])) for name in found)
    if not cookies:
        raise MalformedSession(Malformation.UNREADABLE)
    return Paste(Source.JSON_OBJECT, cookies)


def _rows(rows: list[Any], agent: str | None = None) -> Paste:
    if not all(isinstance(row, dict) for row in rows):
        raise MalformedSession(Malformation.UNREADABLE)
    named = [(_text(_member(row, _NAMES)).strip(), _text(_member(row, _VALUES))) for row in rows]
    if not all(name for name, _ in named):
        raise MalformedSession(Malformation.UNREADABLE)
    if header := first_of(named, "cookie"):  # a list of headers
        agent = first_of(named, "user-agent") or agent
        return of_request(Source.JSON_EXPORT, header, user_agent=agent, address=None)
    cookies = (_cookie(*pair, row) for pair, row in zip(named, rows, strict=True))
    return Paste(Source.JSON_EXPORT, tuple(cookies), agent)


def _cookie(name: str, value: str, row: Mapping[str, Any]) -> PastedCookie:
    domain = _member(row, _DOMAINS)
    host = host_of(domain) if isinstance(domain, str) else None
    # Some exporters leave the dot of a whole site's cookies out, and do not say `hostOnly`.
    within = host is not None and (host.startswith(".") or row.get("hostOnly") is not True)
    return PastedCookie(name, value, host, subdomains=within, expires=_end(row))


def _member(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if name in row), None)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise MalformedSession(Malformation.UNREADABLE)


def _end(row: Mapping[str, Any]) -> float | None:
    end = _member(row, _ENDS)
    if isinstance(end, str) and end.isascii() and end.isdecimal() and len(end) < 12:
        end = int(end)
    is_one = isinstance(end, int | float) and not isinstance(end, bool) and end > 0
    return float(end) if is_one and end < 1e11 else None

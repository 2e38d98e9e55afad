"""A Cookie header by itself, bare or with its name, and the headers of a whole request.

Either may be in quotes, and be wrapped over lines, as terminals and mails do.
"""

import json
import re
from collections.abc import Sequence
from typing import Final

from browser.pasted_session.paste import (
    Malformation,
    MalformedSession,
    Paste,
    Source,
    first_of,
    of_request,
)

_BREAK: Final = re.compile(r"\\?(?:\r\n|\r|\n)")
"""With the backslash by which a shell's line goes on."""
_FIELD: Final = re.compile(r":?([A-Za-z][A-Za-z0-9-]*):(?:[ \t]+(.*))?")
"""A line that begins a field; the names of HTTP/2's pseudo fields begin with a colon."""
_REQUEST_LINE: Final = re.compile(r"[A-Z]{3,7} \S+(?: HTTP/[0-9.]+)?")
_NAME: Final = re.compile(r"[\"'`]?cookie[\"'`]?[ \t]*[:=][ \t]*", re.IGNORECASE)
_ONE_PAIR: Final = re.compile(r"[^\s=;,\"']+=[^=;][^;]*;?")
_QUOTES: Final = {'"': '"', "'": "'", "`": "`", "\u201c": "\u201d", "\u2018": "\u2019"}
_NAMED_ALONE: Final = frozenset({"cookie", "user-agent", "host", ":authority"})
"""Fields whose name stands in a line of its own where a browser's panel is copied from."""


def are_headers(text: str) -> bool:
    """Whether these are several fields of a request, or one below what may be a bare header."""
    fields, before = _fields(_lines(text))
    return len(fields) > 1 or bool(fields and before)


def of_headers(text: str) -> Paste:
    """The session in the headers of a request."""
    fields, before = _fields(_lines(text))
    if before and not _REQUEST_LINE.fullmatch(" ".join(before)):
        fields.append(("cookie", before))
    named = [
        (name, _unwrapped(lines) if name.casefold() == "cookie" else " ".join(lines))
        for name, lines in fields
    ]
    return of_request(
        Source.REQUEST_HEADERS,
        "; ".join(value for name, value in named if name.casefold() == "cookie"),
        user_agent=first_of(named, "user-agent"),
        address=first_of(named, "host", "authority"),
    )


def bare(text: str) -> Paste:
    """The session in one Cookie header."""
    header = _unwrapped(_lines(unnamed(text)))
    if "=" not in header:
        raise MalformedSession(Malformation.UNREADABLE)
    return of_request(Source.COOKIE_HEADER, header, user_agent=None, address=None)


def unnamed(text: str) -> str:
    """The value of a Cookie header, without its name and the quotes around either."""
    text = _unquoted(text)
    if found := _NAME.match(text):
        text = _unquoted(text[found.end() :])
    return text


def _unquoted(text: str) -> str:
    text = text.strip()
    end = _QUOTES.get(text[:1])
    if end is None:
        return text
    whole = text.rstrip(",; \t\r\n")
    if end == '"' and (plain := _json_text(whole)) is not None:
        return plain
    return (whole.removesuffix(end) if whole.endswith(end) else text)[1:].strip()


def _json_text(text: str) -> str | None:
    """The string that the text is in JSON, and None where it is no such."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in _BREAK.split(text)]
    return [line for line in lines if line]


def _fields(lines: Sequence[str]) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """The fields with the lines of each, and the lines before the first of them."""
    fields: list[tuple[str, list[str]]] = []
    before: list[str] = []
    for line in lines:
        if found := _FIELD.fullmatch(line):
            fields.append((found[1], [found[2]] if found[2] else []))
        elif line.casefold() in _NAMED_ALONE:
            fields.append((line.lstrip(":"), []))
        else:
            (fields[-1][1] if fields else before).append(line)
    return fields, before


def _unwrapped(lines: Sequence[str]) -> str:
    """One header of several lines: either one pair a line, or cut wherever a line was full."""
    if all(_ONE_PAIR.fullmatch(line) for line in lines):
        return ";".join(lines)
    return "".join(lines)

"""Cookies in rows: a cookies.txt, and the table of a browser's developer tools.

The format of cookies.txt is Netscape's, as curl documents it
(https://curl.se/docs/http-cookies.html, read on 2026-11-29): seven cells, separated by tabs; a
line that begins with #HttpOnly_ is no comment. A form that was pasted into may have made blanks
of the tabs.
"""

import re
from collections.abc import Iterator
from typing import Final

from browser.pasted_session.paste import Paste, PastedCookie, Source, broken

_TITLE: Final = re.compile(r"#[ \t]*(?:Netscape )?HTTP Cookie File", re.IGNORECASE)
_HTTP_ONLY: Final = "#HttpOnly_"
_FLAG: Final = r"(TRUE|FALSE)"
_ROW: Final = re.compile(
    rf"(\S+)[ \t]+{_FLAG}[ \t]+(/\S*)[ \t]+{_FLAG}[ \t]+(-?[0-9]+(?:\.[0-9]+)?)[ \t]+([^\s]+)"
    r"(?:[ \t]+(.*))?",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"name\tvalue\t", re.IGNORECASE)
_CELLS: Final = re.compile(r"[^\t\s=;]+\t[^\t]*\t\.?[A-Za-z0-9.-]+\t/[^\t]*(?:\t.*)?")
"""Name, value, domain and path: the first four columns of Chrome's and Edge's tables."""


def is_cookies_txt(text: str) -> bool:
    """Whether this is a cookies.txt, or rows of one."""
    return _TITLE.match(text) is not None or any(_ROW.fullmatch(line) for line in _rows(text))


def cookies_txt(text: str) -> Paste:
    """The cookies of a cookies.txt."""
    return Paste(Source.COOKIES_TXT, tuple(_cookie(line) for line in _rows(text)))


def is_table(text: str) -> bool:
    """Whether this is what the developer tools give for rows of cookies."""
    lines = text.splitlines()
    return _HEAD.match(lines[0]) is not None or all(map(_CELLS.fullmatch, lines))


def table(text: str) -> Paste:
    """The cookies of such a table."""
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
    cookies = (
        PastedCookie(row[0], row[1], row[2] or None, subdomains=row[2].startswith("."))
        for row in rows
        if len(row) > 3 and row[:2] != ["Name", "Value"]
    )
    return Paste(Source.COOKIE_TABLE, tuple(cookies))


def _rows(text: str) -> Iterator[str]:
    for line in re.split(r"\r\n|\r|\n", text):
        # Blanks at its end are cut, which a row with an empty value may lose as well.
        row = line.strip().removeprefix(_HTTP_ONLY)
        if row and not row.startswith("#"):
            yield row


def _cookie(line: str) -> PastedCookie:
    row = _ROW.fullmatch(line)
    if row is None:
        raise broken(Source.COOKIES_TXT)
    domain, expires = row[1], float(row[5])
    return PastedCookie(
        row[6],
        row[7] or "",
        domain,
        subdomains=row[2].upper() == "TRUE" or domain.startswith("."),
        expires=expires if expires > 0 else None,
    )

"""What a paste was recognised as, what it holds, and the errors of one that is no session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from browser.messages import Message

MAX_CHARACTERS: Final = 100_000
"""A browser's whole cookies.txt of one site is a tenth of it."""


class Source(StrEnum):
    """The form in which a session was pasted."""

    COOKIE_HEADER = "cookie_header"
    REQUEST_HEADERS = "request_headers"
    CURL = "curl"
    FETCH = "fetch"
    POWERSHELL = "powershell"
    COOKIES_TXT = "cookies_txt"
    COOKIE_TABLE = "cookie_table"
    JSON_EXPORT = "json_export"
    JSON_OBJECT = "json_object"


FORMS: Final[Mapping[Source, str]] = {
    Source.COOKIE_HEADER: "a Cookie header",
    Source.REQUEST_HEADERS: "request headers",
    Source.CURL: "a cURL command",
    Source.FETCH: "a fetch call",
    Source.POWERSHELL: "a PowerShell script",
    Source.COOKIES_TXT: "a cookies.txt",
    Source.COOKIE_TABLE: "a table of cookies",
    Source.JSON_EXPORT: "a JSON export of cookies",
    Source.JSON_OBJECT: "a JSON object of names and values",
}
"""How each form is called in an error."""


class Malformation(StrEnum):
    """What is wrong with a pasted session."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    SHORTENED = "shortened"
    UNREADABLE = "unreadable"
    BROKEN = "broken"
    INCOMPLETE = "incomplete"
    FOREIGN = "foreign"
    OTHER_HOST = "other_host"


CURES: Final = {
    Malformation.EMPTY: "nothing was pasted; copy the whole Cookie header of a signed-in page",
    Malformation.TOO_LONG: "longer than 100,000 characters; copy one request, or export the "
    "cookies of the market's page only",
    Malformation.CONTROL_CHARACTERS: "holds control characters in a cookie; copy it again as text",
    Malformation.SHORTENED: "the session's cookie is shortened, or holds signs that none has; copy "
    "its whole value, by Copy as cURL for example",
    Malformation.UNREADABLE: "none of the forms that are read: a Cookie header (name=value; "
    "name=value), Copy as cURL, Copy as fetch (Node.js), a cookies.txt, or a JSON export of "
    "cookies",
    Malformation.FOREIGN: "holds the cookies of another host; export them on the market's page",
}
_INCOMPLETE: Final[Mapping[Source, str]] = {
    **dict.fromkeys(Source, "sign in on the site first, then copy or export it again, whole"),
    Source.COOKIE_HEADER: "sign in on the site first, then copy the whole Cookie header of a "
    "request; what scripts of the page see (document.cookie) leaves it out",
    Source.CURL: "sign in on the site first, then copy as cURL a request that the page itself "
    "sends to it",
    Source.FETCH: "a browser's fetch call leaves the cookies out; choose Copy as fetch (Node.js) "
    "or Copy as cURL",
}


class MalformedSession(ValueError):
    """A text that is no session; the message is the cure and holds nothing of the text."""

    def __init__(self, malformation: Malformation, detail: str | None = None) -> None:
        super().__init__(detail or CURES[malformation])
        self.malformation = malformation


def broken(source: Source) -> MalformedSession:
    """The error for a form that is recognised and cannot be read to its end."""
    return MalformedSession(
        Malformation.BROKEN,
        Message(
            "looks like {form} and cannot be read to its end; copy it again, whole",
            form=Message(FORMS[source]),
        ),
    )


def incomplete(source: Source, cookie: str) -> MalformedSession:
    """The error for a form that is read and holds no session: what is missing, and the cure."""
    return MalformedSession(
        Malformation.INCOMPLETE,
        Message(
            "read as {form}: it holds no {cookie}; {cure}",
            form=Message(FORMS[source]),
            cookie=cookie,
            cure=Message(_INCOMPLETE[source]),
        ),
    )


@dataclass(frozen=True, slots=True)
class PastedCookie:
    """A cookie as it was pasted; `domain` is whose it is, None where nothing says that.

    With `subdomains` it belongs to the hosts below as well.
    """

    name: str
    value: str = field(repr=False)
    domain: str | None = None
    subdomains: bool = False
    expires: float | None = None


@dataclass(frozen=True, slots=True)
class Paste:
    """The cookies of a paste, and the user agent where it holds one."""

    source: Source
    cookies: tuple[PastedCookie, ...]
    user_agent: str | None = None


def pairs(header: str) -> list[tuple[str, str]]:
    """The names and values of a Cookie header, which is one line."""
    found = [pair.partition("=") for pair in header.split(";")]
    return [(name.strip(), value.strip()) for name, sign, value in found if sign and name.strip()]


def of_request(
    source: Source, header: str, *, user_agent: str | None, address: str | None
) -> Paste:
    """The paste that is a request to an address, with its Cookie header.

    What a browser sends to one host of a site belongs to the whole of it.
    """
    host = host_of(address)
    domain = host.removeprefix("www.") if host else None
    cookies = (PastedCookie(*each, domain, subdomains=True) for each in pairs(header))
    return Paste(source, tuple(cookies), user_agent=user_agent or None)


def host_of(address: str | None) -> str | None:
    """The host of an address, or of a bare host with or without its port."""
    if not address:
        return None
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
    except ValueError:
        return None
    return parts.hostname


def belongs(cookie: PastedCookie, host: str) -> bool:
    """Whether a browser that holds the cookie would send it to the host."""
    if cookie.domain is None:
        return True
    asked, name = host_of(host) or host, cookie.domain.lstrip(".").casefold()
    return asked == name or (cookie.subdomains and asked.endswith(f".{name}"))


def first_of(named: Iterable[tuple[str, str]], *names: str) -> str | None:
    """The first value under one of the names, in whatever case."""
    return next((value for name, value in named if name.casefold() in names), None)

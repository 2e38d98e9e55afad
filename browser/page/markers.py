"""How a site's obstacles show, as data; `challenge` looks for them, and never solves one.

What a site's own markers are is said in its folder under `sites/`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from browser.errors import ChallengeKind


@dataclass(frozen=True, slots=True)
class Sign:
    """How an obstacle shows; in which way is said by the member of `Markers` that holds it.

    All `needles` must be met, and none of `unless`.
    """

    kind: ChallengeKind
    needles: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Markers:
    """A site's obstacles, as data. Texts are in lower case; a host stands for its sub-domains too.

    In the page: `frames` (a host, then parts of the address, of a visible iframe, of the page
    itself, or of the `url` of a JSON answer), `titles` (parts of the title), `texts` (part of a
    heading, or of a nearly empty page, then parts of what is visible), `selectors` (each a visible
    element), `paths` (beginnings of the page's path). `member_selectors` show only where a member
    is signed in: such a page is no bare block page, however short it is.
    A guest: `login_paths` is where one is led, `login_selectors` what only a guest sees; a page
    under `renewal_path` is left by itself within `renewal_seconds`, or the session is over.
    In answers: `api_prefixes` are the paths that answer JSON, `api_codes` maps the `code` of a
    JSON answer, `session_codes` says that the session is over; so do a 401 and, with `guest_codes`,
    a 403 under one of the `member_paths`. `headers` maps header names, and `refusals` maps what the
    body of a refused page holds. `member_path` answers whose session it is: remembered, not judged.
    `carried` are headers that the page's calls have and ours take over, each with the cookie that
    holds its value where one does. `file_paths` take the files that the page sends by itself, whose
    answers are waited for apart. `waiting_selectors` show while a page waits for data.
    """

    frames: tuple[Sign, ...] = ()
    titles: tuple[Sign, ...] = ()
    texts: tuple[Sign, ...] = ()
    selectors: tuple[Sign, ...] = ()
    paths: tuple[Sign, ...] = ()
    member_selectors: tuple[str, ...] = ()
    login_paths: tuple[str, ...] = ()
    login_selectors: tuple[str, ...] = ()
    renewal_path: str | None = None
    renewal_seconds: float = 8.0
    api_prefixes: tuple[str, ...] = ()
    api_codes: Mapping[int, ChallengeKind] = field(default_factory=dict)
    session_codes: frozenset[int] = frozenset()
    guest_codes: frozenset[int] = frozenset()
    member_paths: tuple[str, ...] = ()
    member_path: str | None = None
    headers: Mapping[str, ChallengeKind] = field(default_factory=dict)
    refusals: Mapping[str, ChallengeKind] = field(default_factory=dict)
    carried: Mapping[str, str | None] = field(default_factory=dict)
    file_paths: tuple[str, ...] = ()
    waiting_selectors: tuple[str, ...] = ("[aria-busy=true]",)


class Seen(NamedTuple):
    """A sign that was met: a name for the log, the kind of obstacle, and what it says of itself."""

    marker: str
    kind: ChallengeKind
    heading: str | None = None


def framed(address: object, markers: Markers) -> Iterator[Seen]:
    """Signs in an address that a page or an answer names; anything may stand there."""
    if not isinstance(address, str):
        return
    for sign in markers.frames:
        host, *parts = sign.needles
        if _is_under(_host(address), host) and meets(address, parts, sign.unless):
            yield Seen(f"frame:{host}", sign.kind)


def meets(text: str, needles: Iterable[str], unless: Iterable[str]) -> bool:
    """Whether a text has all needles, and nothing that excludes the sign."""
    return all(part in text for part in needles) and not any(part in text for part in unless)


def plain(text: str) -> str:
    """A text as the markers' texts are written."""
    return " ".join(text.replace("\u2019", "'").casefold().split())


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_under(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")

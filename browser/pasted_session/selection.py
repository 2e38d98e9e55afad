"""What is kept of a pasted session: the cookies of a site's log-in and language, nothing else.

Which form a paste has, and what it holds, is `recognizer`'s.
"""

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from browser.listing import Cookie
from browser.messages import Message
from browser.pasted_session.paste import (
    Malformation,
    MalformedSession,
    PastedCookie,
    Source,
    belongs,
    incomplete,
)
from browser.pasted_session.recognizer import recognized


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

    @property
    def tokens(self) -> tuple[str, ...]:
        """The cookies that sign in."""
        return (self.access, self.refresh) if self.refresh else (self.access,)

    def keeps(self, name: str) -> bool:
        """Whether a cookie is one of the session's."""
        return name in self.kept or name in {self.access, self.refresh}


@dataclass(frozen=True, slots=True)
class CookieSelection:
    """The cookies that are kept, the names of those that were dropped, and what they came in.

    `expires_at` is the end of the access token, None when it does not say. When `renewable`, the
    site may renew the session after it. `user_agent` is the one that the paste holds.
    """

    kept: tuple[Cookie, ...]
    dropped: tuple[str, ...]
    source: Source
    user_agent: str | None = None
    expires_at: datetime | None = None
    renewable: bool = False


def select_cookies(paste: str, rules: CookieRules, *, host: str | None = None) -> CookieSelection:
    """The session in a paste of any form that is read.

    Cookies of other hosts than `host` are dropped. Raises MalformedSession.
    """
    found = recognized(paste)
    cookies: dict[str, PastedCookie] = {}
    for cookie in found.cookies:
        # Of two cookies of one name, a browser sends the more specific one first.
        if host is None or belongs(cookie, host):
            cookies.setdefault(cookie.name, cookie)
    access = cookies.get(rules.access)
    if access is None or not access.value:
        _require_here(found.cookies, rules, host)
        raise incomplete(found.source, rules.access)
    if any(_is_shortened(cookies[name].value) for name in rules.tokens if name in cookies):
        raise MalformedSession(Malformation.SHORTENED)
    return CookieSelection(
        kept=tuple(_clean(each) for each in cookies.values() if rules.keeps(each.name)),
        dropped=tuple(name for name in cookies if not rules.keeps(name)),
        source=found.source,
        user_agent=found.user_agent,
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


def _require_here(found: Sequence[PastedCookie], rules: CookieRules, host: str | None) -> None:
    """Raise for a session of another market, and for cookies that are all of another host."""
    if host is None:
        return
    theirs = [each for each in found if each.name == rules.access and not belongs(each, host)]
    if named := _market_of(theirs or found, rules.hosts, host):
        detail = Message(
            "holds the cookies of {named}, not of {host}; export them on the market's page",
            named=named,
            host=host,
        )
        raise MalformedSession(Malformation.OTHER_HOST, detail)
    if found and not any(belongs(each, host) for each in found):
        raise MalformedSession(Malformation.FOREIGN)


def _market_of(cookies: Sequence[PastedCookie], hosts: Iterable[str], host: str) -> str | None:
    """The market that the cookies are of; a host that is none of them is not repeated."""
    said = [each for each in cookies if each.domain is not None]
    if not said or any(belongs(each, host) for each in said):
        return None
    return next((name for name in hosts if any(belongs(each, name) for each in said)), None)


def _is_shortened(token: str) -> bool:
    """Whether a panel has cut it for its column, or a text has been put in its place.

    No cookie holds a blank or a sign beyond ASCII (RFC 6265, 4.1.1), and no token ends in points.
    """
    return token.endswith("...") or any(sign == " " or ord(sign) > 127 for sign in token)


def _clean(cookie: PastedCookie) -> Cookie:
    """The cookie, which a browser can send: nothing in it ends the header or the cookie."""
    if any(ord(sign) < 32 or ord(sign) == 127 or sign == ";" for sign in cookie.value):
        raise MalformedSession(Malformation.CONTROL_CHARACTERS)
    return Cookie(cookie.name, cookie.value, cookie.expires)

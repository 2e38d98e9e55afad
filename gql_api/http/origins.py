"""From which page and by which name the service may be called; decisions for both transports.

Owns origins and the Host header. Who calls is found out by `auth`, what a caller may do is said in
`domain.caller`; answering, CORS headers and WebSocket closing are left to the transports.

The three checks meet three strangers. A program on another machine needs a key. A page in the
seller's browser needs no key to reach loopback, so its origin must be ours or named: that goes
for a page on another port of this machine too, since any local program may serve one. Hence
"loopback origins" are the loopback names of our own port, and of every port on the stand-in market,
where nothing real can be published. Others are named in CORS_ORIGINS: `http://localhost:5173`, all
ports of a name `http://localhost:*`, all below one `https://*.lovable.app`. A name that an attacker
points at this machine (DNS rebinding) is caught by the Host header.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from browser.messages import Message
from gql_api.auth.authenticator import header
from gql_api.errors import Forbidden

_DEFAULT_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_OUR_LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERY_ADDRESS: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared, never bound
_FROM_ELSEWHERE: Final = frozenset({"cross-site", "same-site"})
_DOMAIN: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)


class Access:
    """The door's rules. `keys_needed` says whether callers have to name themselves by now."""

    def __init__(
        self,
        *,
        keys_needed: Callable[[], bool] = lambda: False,
        allow_anonymous: bool = False,
        cors_origins: Iterable[str] = ("*",),
        allowed_hosts: Iterable[str] = (),
        host: str = "127.0.0.1",
        port: int = 5000,
        mock_mode: bool = False,
    ) -> None:
        self._keys_needed = keys_needed
        self._anonymous = allow_anonymous
        named = frozenset(origin.lower().rstrip("/") for origin in cors_origins)
        self._star = "*" in named
        self._named = named - {"*"}
        self._hosts = tuple(name.lower() for name in allowed_hosts)
        self._host = host.lower()
        self._port = port
        self._mock_mode = mock_mode

    def check_host(self, headers: Mapping[str, str]) -> None:
        """Refuse a request that was sent to a name that is not ours."""
        host = header(headers, "host") or ""
        if not self.host_allowed(host):
            raise Forbidden(
                Message(
                    "This service does not answer to the name {host}. If it is reached by that "
                    "name, add it to ALLOWED_HOSTS.",
                    host=_shown(host),
                ),
                code="host_not_allowed",
            )

    def check_page(self, headers: Mapping[str, str]) -> None:
        """Refuse a request that a page of another origin makes the browser send."""
        origin = page_behind(headers)
        if origin is None or self.origin_allowed(origin, header(headers, "host") or ""):
            return
        raise Forbidden(
            Message(
                "Pages of {origin} may not call this service. If it is your front end, add its "
                "origin to CORS_ORIGINS.",
                origin=_shown(origin),
            ),
            code="origin_not_allowed",
        )

    @property
    def is_open(self) -> bool:
        """Whether pages of every origin may call: those who call name themselves, or need not."""
        return self._star and (self._anonymous or self._keys_needed())

    def origin_allowed(self, origin: str, host: str) -> bool:
        """Whether a page of `origin` may call a service that it reached as `host`."""
        if self.is_open:
            return True
        page = _split(origin)
        if page is None or page.scheme not in {"http", "https"}:
            return False
        return self._is_named(page) or self._is_ours(page, host)

    def host_allowed(self, host: str) -> bool:
        """Whether the Host header holds loopback, our own address or a name of ALLOWED_HOSTS."""
        name, is_loopback, is_address = _name_in(host)
        if not name:
            return False
        if is_loopback or name == self._host:
            return True
        if any(fnmatchcase(name, pattern) for pattern in self._hosts):
            return True
        # Rebinding needs a name: an address that was typed as one is what it says.
        return self._host in _EVERY_ADDRESS and is_address

    def _is_named(self, page: SplitResult) -> bool:
        port = "" if page.port is None else f":{page.port}"
        named = (
            f"{page.scheme}://{name}{ports}" for name in _names(page) for ports in (port, ":*")
        )
        return not self._named.isdisjoint(named)

    def _is_ours(self, page: SplitResult, host: str) -> bool:
        ours = _split(f"{page.scheme}://{host}")
        if ours is not None and _place(ours) == _place(page):
            return True
        is_here = page.hostname in _OUR_LOOPBACK_NAMES
        return is_here and (self._mock_mode or _port(page) == self._port)


def page_behind(headers: Mapping[str, str]) -> str | None:
    """The origin of the page behind a request; None for programs and for the address bar.

    Browsers leave Origin out when a page embeds a picture or a script, but say so in
    Sec-Fetch-Site; the page is then in Referer, or unknown.
    """
    origin = header(headers, "origin")
    if origin is not None:
        return origin
    from_elsewhere = header(headers, "sec-fetch-site") in _FROM_ELSEWHERE
    if not from_elsewhere or _opens_a_page(headers):
        return None
    referer = _split(header(headers, "referer") or "")
    return f"{referer.scheme}://{referer.netloc}" if referer and referer.netloc else "null"


def _opens_a_page(headers: Mapping[str, str]) -> bool:
    """A link that a person followed: the answer is shown in a tab of its own."""
    navigates = header(headers, "sec-fetch-mode") == "navigate"
    return navigates and header(headers, "sec-fetch-dest") == "document"


@lru_cache(128)
def _name_in(host: str) -> tuple[str, bool, bool]:
    """The name in a Host field, whether it is loopback, whether an address; "" for none.

    Most requests say the same host.
    """
    target = _split(f"//{host}")
    name = (target.hostname or "").rstrip(".") if target else ""
    return name, _is_loopback(name), _is_address(name)


def _shown(text: str) -> str:
    return repr(text[:100])


def _split(url: str) -> SplitResult | None:
    """The parts of an address; None when it is not one, its port included."""
    try:
        parts = urlsplit(url)
        _port(parts)
    except ValueError:
        return None
    return None if "@" in parts.netloc else parts


def _port(parts: SplitResult) -> int | None:
    return parts.port or _DEFAULT_PORTS.get(parts.scheme)


def _place(parts: SplitResult) -> tuple[str | None, int | None]:
    return parts.hostname, _port(parts)


def _names(parts: SplitResult) -> Iterator[str]:
    """What the host can be named by: itself, and `*.` before each domain that it lies below."""
    name = parts.hostname or ""
    yield f"[{name}]" if ":" in name else name
    if _DOMAIN.fullmatch(name):
        while "." in name:
            name = name.partition(".")[2]
            yield f"*.{name}"


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return name == "localhost" or (_is_address(name) and ip_address(name).is_loopback)

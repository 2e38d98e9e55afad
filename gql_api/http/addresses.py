"""The addresses in answers: each leads back to where its caller came from.

Owns what stands before a path of the service: PUBLIC_URL where it is set, else the scheme and host
of the request, the prefix that a proxy of one's own has cut off, and where a host application has
mounted the service. Which forwarded fields count is `proxies`' matter; the leave to see a picture
is `security.signed_urls`'.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from starlette.requests import HTTPConnection
from starlette.types import Scope

PUBLIC_URL: Final = "fripier.public_url"
CUT_OFF: Final = "fripier.cut_off"
"""Members of a request's scope: the setting, and the prefix that a proxy says it has cut off."""
_SAFE: Final = "/-._~!$&'()*+,;=:@"
"""What a path of a URI may hold as it is (RFC 3986); the rest is escaped again."""


def public_base(connection: HTTPConnection) -> str:
    """Where the service begins for its caller: an address without a slash at its end."""
    if public := connection.scope.get(PUBLIC_URL):
        return str(public)
    url = connection.base_url
    scheme = {"ws": "http", "wss": "https"}.get(url.scheme, url.scheme)
    return f"{scheme}://{url.netloc}{_prefix(connection.scope)}"


def reference(connection: HTTPConnection, path: str) -> str:
    """A path of the service as its caller may follow it: from PUBLIC_URL, else from the host on."""
    before = connection.scope.get(PUBLIC_URL) or _prefix(connection.scope)
    # What begins with two slashes would lead to another host.
    return f"{before}{path}" if before or not path.startswith("//") else f"/.{path}"


def asked_place(connection: HTTPConnection) -> SplitResult:
    """Where the request was sent to: PUBLIC_URL where it names that, else as the request says."""
    url, public = connection.base_url, urlsplit(str(connection.scope.get(PUBLIC_URL) or ""))
    if public.netloc and public.netloc.lower() == url.netloc.lower():
        return public
    scheme = {"ws": "http", "wss": "https"}.get(url.scheme, url.scheme)
    return SplitResult(scheme, url.netloc.lower(), _prefix(connection.scope), "", "")


def own_path(connection: HTTPConnection) -> str:
    """The path below where a host application has mounted the service, as it was decoded."""
    path: str = connection.scope["path"]
    mounted: str = connection.scope.get("root_path", "").rstrip("/")
    return path.removeprefix(mounted) or "/" if f"{path}/".startswith(f"{mounted}/") else path


def escaped(path: str) -> str:
    """A decoded path as it stands in an address."""
    return quote(path, safe=_SAFE)


def _prefix(scope: Scope) -> str:
    return str(scope.get(CUT_OFF, "")) + escaped(scope.get("root_path", "").rstrip("/"))


@dataclass(frozen=True, slots=True)
class Media:
    """Where a caller's pictures can be seen: `sign` makes a path one that needs no key.

    `sign_briefly` makes it one that is good for a minute.
    """

    base: str
    sign: Callable[[str], str]
    sign_briefly: Callable[[str], str]

    def photo(self, photo_id: str) -> str:
        """Where a photo can be seen."""
        return self._at(f"/vinted/photos/{photo_id}")

    def kept_picture(self, picture_id: str) -> str:
        """Where a picture that a receipt names can be seen."""
        return self._at(f"/vinted/pictures/{picture_id}")

    def picture(self, job_id: str, picture_id: str) -> str:
        """Where the picture of a job's filled form can be seen.

        Each of its rounds has an address of its own: a page that shows one loads the next.
        """
        path, _, leave = self._at(f"/vinted/jobs/{job_id}/picture").partition("?")
        return f"{path}?of={picture_id[:8]}&{leave}"

    def live_picture(self, picture_id: str) -> str:
        """Where a picture of a form can be seen while it is filled."""
        return f"{self.base}{self.sign_briefly(f'/vinted/live/{picture_id}')}"

    def _at(self, path: str) -> str:
        return f"{self.base}{self.sign(path)}"

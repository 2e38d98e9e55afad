"""The console and GraphiQL as they are built: two pages, and the files that they load.

Owns the policies that the pages stand under and how long each file may be kept. What they show is
the source's in `app/`; where no console is built yet, `pages` has a page in its place.
"""

import gzip
import re
import secrets
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from gql_api.http.addresses import public_base
from gql_api.http.conditional import conditioned, tagged
from gql_api.quality_values import preferences

FOLDER: Final = "app"
"""Below the static files, as the build names it."""
HASHED: Final = f"{FOLDER}/assets/"
"""Whose names change with their bytes."""
FOR_GOOD: Final = "public, max-age=31536000, immutable"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'{socket}; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
GRAPHIQL_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data:; connect-src 'self'{socket}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""The nonce is for the one style that GraphiQL writes itself, when a dialog opens."""
_PACKED: Final = frozenset({".css", ".js", ".svg"})
_FROM_HERE: Final = re.compile(r'((?:src|href)=")\./')
_NONCE: Final = "{nonce}"
"""As the built page has it in the place of one."""
_HOST: Final = re.compile(r"[\w.-]+(?::\d+)?|\[[\da-f:]+\](?::\d+)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Built:
    """The two pages. Their files lie `below` each, by an address without a slash first."""

    files: Path
    below: str

    @property
    def is_there(self) -> bool:
        """Whether the console was built: a checkout has it, a half of one may not."""
        return self._file("index.html").is_file()

    def page(self, request: Request) -> Response:
        """The console, to be asked for again each time it is opened."""
        policy = POLICY.format(socket=_socket(public_base(request)))
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}
        return conditioned(request, tagged(HTMLResponse(self._console, headers=headers)))

    def graphiql(self, request: Request) -> Response:
        """GraphiQL, with a nonce of this answer alone."""
        nonce = secrets.token_urlsafe(16)
        policy = GRAPHIQL_POLICY.format(nonce=nonce, socket=_socket(public_base(request)))
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
        return HTMLResponse(self._graphiql.replace(_NONCE, nonce), headers=headers)

    @cached_property
    def _console(self) -> str:
        return self._text("index.html")

    @cached_property
    def _graphiql(self) -> str:
        return self._text("graphiql.html")

    def _text(self, name: str) -> str:
        """A page as it was built, which names its files from its own place on."""
        return _FROM_HERE.sub(rf"\1{self.below}/{FOLDER}/", self._file(name).read_text("utf-8"))

    def _file(self, name: str) -> Path:
        return self.files / FOLDER / name


def hashed(path: Path, asked: Request) -> Response:
    """A file whose name has a hash: to be kept for good, and packed for whoever takes that."""
    headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
    file = FileResponse(path, headers=headers, stat_result=path.stat())
    if path.suffix not in _PACKED or not _takes_gzip(asked.headers.get("accept-encoding", "")):
        return file
    headers |= {"Content-Encoding": "gzip", "ETag": f'{file.headers["etag"][:-1]}-gzip"'}
    return Response(_packed(path), headers=headers, media_type=file.media_type)


@lru_cache(64)
def _packed(path: Path) -> bytes:
    """What a file of this name holds does not change."""
    return gzip.compress(path.read_bytes(), mtime=0)


def _takes_gzip(field: str) -> bool:
    return any(each.name == "gzip" and each.weight > 0 for each in preferences(field))


def _socket(base: str) -> str:
    """The WebSocket of this place, which older browsers do not take for the same origin."""
    parts = urlsplit(base)
    if not _HOST.fullmatch(parts.netloc):
        return ""
    return f" {'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"

"""The console as it is built: one page, and the files that it loads.

Owns the policy that the page stands under and how long each file may be kept. What it shows is the
source's in `app/`; where nothing is built yet, `pages` has a page in its place.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gql_api.http.addresses import public_base
from gql_api.http.conditional import conditioned, tagged

FOLDER: Final = "app"
"""Below the static files, as the build names it."""
HASHED: Final = f"{FOLDER}/assets/"
"""Whose names change with their bytes."""
FOR_GOOD: Final = "public, max-age=31536000, immutable"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'{socket}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_FROM_HERE: Final = re.compile(r'((?:src|href)=")\./')
_HOST: Final = re.compile(r"[\w.-]+(?::\d+)?|\[[\da-f:]+\](?::\d+)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Built:
    """The console's page. Its files lie `below` the page, by an address without a slash first."""

    files: Path
    below: str

    @property
    def is_there(self) -> bool:
        """Whether it was built: a checkout has it, a half of one may not."""
        return self._index.is_file()

    def page(self, request: Request) -> Response:
        """The page, to be asked for again each time it is opened."""
        policy = POLICY.format(socket=_socket(public_base(request)))
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}
        return conditioned(request, tagged(HTMLResponse(self._text, headers=headers)))

    @cached_property
    def _text(self) -> str:
        """The page as it was built, which names its files from its own place on."""
        return _FROM_HERE.sub(rf"\1{self.below}/{FOLDER}/", self._index.read_text("utf-8"))

    @property
    def _index(self) -> Path:
        return self.files / FOLDER / "index.html"


def _socket(base: str) -> str:
    """The WebSocket of this place, which older browsers do not take for the same origin."""
    parts = urlsplit(base)
    if not _HOST.fullmatch(parts.netloc):
        return ""
    return f" {'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"

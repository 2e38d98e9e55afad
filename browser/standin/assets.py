"""The static files of the pages, read once and served from memory.

A page load is a visitor's first here, as a rule: nothing is in its cache. The sell page, which is
some thirty modules, is therefore sent as one script: each request costs the browser more than what
it brings.
"""

from __future__ import annotations

import mimetypes
import re
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from .web import not_found

JOINED: Final = "sell.js"
_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


@cache
def modules(name: str = JOINED) -> tuple[str, ...]:
    """A module and all that it imports, in the order in which a browser runs them."""
    order: list[str] = []
    _visit(name, set(), order)
    return tuple(order)


def _visit(name: str, seen: set[str], order: list[str]) -> None:
    seen.add(name)
    for wanted in _IMPORT.findall(text(name)):
        if wanted not in seen:
            _visit(wanted, seen, order)
    order.append(name)


def _join(name: str) -> bytes:
    """One script of them all: what they declare at the top must be told apart by its name."""
    return "\n".join(
        _EXPORT.sub("", _IMPORT.sub("", text(each))) for each in modules(name)
    ).encode()


def text(name: str) -> str:
    """A module as it is written."""
    return resources.files(__package__).joinpath("static", name).read_text("utf-8")


@cache
def _content(path: str) -> bytes | None:
    if path == JOINED:
        return _join(path)
    parts = PurePosixPath(path).parts
    file = resources.files(__package__).joinpath("static", *parts)
    return file.read_bytes() if ".." not in parts and file.is_file() else None


async def serve(request: Request) -> Response:
    path = request.path_params["path"]
    content = _content(path)
    if content is None:
        return not_found()
    kind = "text/javascript" if path.endswith(".js") else mimetypes.guess_type(path)[0]
    return Response(content, media_type=kind, headers={"Cache-Control": "max-age=3600"})

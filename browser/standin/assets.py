"""The static files of the pages, read once and served from memory.

A page load is a visitor's first here, as a rule: nothing is in its cache, so that every module of
the sell page is fetched each time.
"""

from __future__ import annotations

import mimetypes
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response

from .web import not_found

OTHER_PAGES = ("member.js", "refresh.js", "wardrobe.js")


@cache
def modules() -> tuple[str, ...]:
    """The modules that the sell page is made of, to be fetched in one go."""
    folder = resources.files(__package__).joinpath("static")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".js"))
    return tuple(name for name in names if name not in OTHER_PAGES)


@cache
def _content(path: str) -> bytes | None:
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

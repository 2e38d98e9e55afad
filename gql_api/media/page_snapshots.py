"""How a page was built that was not understood: what is kept of it for a bug bundle.

A build holds the field, the locators that were tried, what came nearest, and the page's elements
without texts and values. Titles of a list's rows are left out, since a row may be a seller's own
brand.
"""

import json
from dataclasses import asdict, dataclass
from typing import Final

from pydantic import TypeAdapter

from browser.errors import SiteLayoutChanged

_ROWS: Final = ("cell=",)


@dataclass(frozen=True, slots=True)
class PageSnapshot:
    """What was looked for, and the page, a line for each element."""

    field: str
    tried: tuple[str, ...]
    nearest: tuple[str, ...]
    elements: tuple[str, ...]


_build = TypeAdapter(PageSnapshot)


def build_of(error: SiteLayoutChanged) -> bytes:
    """The build that an error carries, as it is kept."""
    tried = tuple("cell=..." if each.startswith(_ROWS) else each for each in error.tried)
    build = PageSnapshot(error.field, tried, error.nearest, error.skeleton)
    return json.dumps(asdict(build), ensure_ascii=False).encode()


def read_build(data: bytes) -> PageSnapshot:
    """The build in a file's bytes."""
    return _build.validate_json(data)

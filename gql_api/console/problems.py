"""What is documented of each problem code, for the pages at `/problems/{code}`.

The text is that of docs/errors.md, which the wheel carries beside this module: written once, in
English, and read when a page is first asked for. `texts` has what other languages say for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

_PLACES: Final = (
    Path(__file__).with_name("errors.md"),
    Path(__file__).parents[2] / "docs" / "errors.md",
)
_ROW: Final = re.compile(r"\| `(?P<code>\w+)` \| (?P<status>\w+) \| (?P<when>.*?) \|(?P<cure>.*)\|")
_LINK: Final = re.compile(r"\[([^]]+)\]\([^)]+\)")
_CODE: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Documented:
    """One row of the tables: the status in HTTP (or `GraphQL`), when it is said, what to do."""

    status: str
    when: str
    cure: str


@lru_cache(maxsize=1)
def documented() -> Mapping[str, Documented]:
    """Every code that the page of errors describes."""
    page = next(place for place in _PLACES if place.exists()).read_text("utf-8")
    return {
        row["code"]: Documented(row["status"], row["when"].strip(), row["cure"].strip())
        for line in page.splitlines()
        if (row := _ROW.fullmatch(line.strip())) and row["status"] not in {"true", "false"}
    }


def as_html(text: str) -> str:
    """A cell of the table in HTML: code stays code, a link's text stays."""
    plain = _LINK.sub(r"\1", text).replace("\\|", "|")
    return _CODE.sub(r"<code>\1</code>", escape(plain, quote=False))

"""The page that shows how a session is copied: docs/session.md and its drawings, as HTML.

The wheel carries both beside this module: written once, in three languages, and read when the page
is first asked for. Of Markdown only what that text uses is known.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

_PLACES: Final = (Path(__file__).parent, Path(__file__).parents[2] / "docs")
LANGUAGES: Final = ("de", "en", "fr")
_PARTS: Final = {"La session": "fr", "The session": "en", "Die Sitzung": "de"}
"""How the part of each language begins."""
_SOURCES: Final = "\n## Where this is known from"
_DRAWING: Final = re.compile(r"!\[(?P<said>[^]]+)\]\((?P<file>session/\w+\.svg)\)")
_SVG: Final = re.compile(r'<svg (?P<size>.*?) role=.*?aria-labelledby="[^"]*"(?P<more>[^>]*)>')
_NAMED: Final = re.compile(r"<title.*?</desc>")
_INLINE: Final = (
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*([^*]+)\*"), r"<em>\1</em>"),
    (re.compile(r"\[([^]]+)\]\([^)]+\)"), r"\1"),
)
_ITEM: Final = re.compile(r"^(?:- |\d\. )", re.MULTILINE)


@lru_cache(maxsize=len(_PARTS))
def guide(language: str) -> tuple[str, str]:
    """The page's title and its body, in a language."""
    text = _file("session.md").partition(_SOURCES)[0]
    parts = re.split(r"^# ", text, flags=re.MULTILINE)[1:]
    spoken = {_PARTS[part.partition(":")[0].strip()]: part for part in parts}
    title, _, body = spoken[language].partition("\n")
    blocks = (block.strip("\n") for block in body.split("\n\n"))
    return title, "\n".join(
        [f"    <h1>{escape(title)}</h1>", *_html(block for block in blocks if block)]
    )


def _file(name: str) -> str:
    return (
        next(place for place in _PLACES if (place / name).exists())
        .joinpath(name)
        .read_text("utf-8")
    )


def _html(blocks: Iterable[str]) -> Iterator[str]:
    for block in blocks:
        if block.startswith("[") and "](#" in block:
            continue  # the way to another language: the page has one
        if found := _DRAWING.fullmatch(block):
            yield f"    <figure>{_drawing(found['file'], found['said'])}</figure>"
        elif block.startswith("#"):
            marks, _, words = block.partition(" ")
            yield f"    <h{len(marks)}>{_inline(words)}</h{len(marks)}>"
        elif block.startswith("|"):
            yield _table(block.splitlines())
        elif _ITEM.match(block):
            kind = "ul" if block.startswith("-") else "ol"
            items = (f"<li>{_inline(item)}</li>" for item in _ITEM.split(block)[1:])
            yield f"    <{kind}>{''.join(items)}</{kind}>"
        else:
            yield f"    <p>{_inline(block)}</p>"


def _inline(text: str) -> str:
    said = escape(" ".join(text.split()), quote=False)
    for marks, html in _INLINE:
        said = marks.sub(html, said)
    return said


def _table(lines: list[str]) -> str:
    head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    names = "".join(f"<th>{_inline(cell)}</th>" for cell in head)
    cells = ("".join(f"<td>{_inline(cell)}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'    <div class="wide"><table><tr>{names}</tr>{body}</table></div>'


def _drawing(file: str, said: str) -> str:
    """A drawing of ours within the page, named in the page's language."""
    drawn = _NAMED.sub("", _file(file), count=1)
    label = escape(said)
    return _SVG.sub(
        lambda found: f'<svg {found["size"]} role="img" aria-label="{label}"{found["more"]}>', drawn
    )

"""Scripts of ours in a document: each is sent and compiled once, and called by its name then.

A library is a text of functions that scripts share. What is kept lives in the document as one
object that only we hold, so that the page's own scripts cannot reach it, and goes with the
document. How long a script may take belongs to `conditions`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from browser.page.beside_page import BesidePage

if TYPE_CHECKING:
    from playwright.async_api import JSHandle, Page

Evaluate = Callable[[str, list[Any]], Awaitable[Any]]

_USED: Final = re.compile(r'library\("([\w-]+)"\)')
_TOLD: Final = re.compile(r"^const (\w+) =", re.MULTILINE)
_EMPTY: Final = """() => {
  const libraries = {};
  return {libraries, scripts: {}, library: (name) => libraries[name]};
}"""
_CALL: Final = "([kept, key, ...given]) => kept.scripts[key](...given)"
_libraries: Final[dict[str, str]] = {}


def library(name: str, source: str, *, beside: str = "") -> str:
    """Know a library by its name; the line by which a script has its functions.

    `beside` are the lines of the libraries that it calls itself.
    """
    assert _libraries.get(name, source) == source, f"two libraries are called {name}"  # noqa: S101
    told = ", ".join(_TOLD.findall(source))
    _libraries[name] = f"{beside}\n{{\n{source}\nreturn {{{told}}};\n}}"
    return f'const {{{told}}} = library("{name}");\n'


PAGE: Final = library("page", files(__package__).joinpath("inpage.js").read_text(encoding="utf-8"))
"""What every script of ours knows inside a page."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What one document of a page was given."""

    kept: JSHandle
    _known: set[str] = field(default_factory=set)

    async def call(self, evaluate: Evaluate, script: str, *given: Any) -> Any:
        """Call a script, a function of what is given, in the way that `evaluate` is."""
        key = _key(script)
        if key in self._known:
            return await evaluate(_CALL, [self.kept, key, *given])
        names = [name for name in _libraries_of(script) if name not in self._known]
        value = await evaluate(_first(names, script), [self.kept, key, *given])
        # Only now: what was cut short may never have come to the page.
        self._known.update(names, (key,))
        return value


_documents: Final = BesidePage[Document]("document")


async def document_of(page: Page) -> tuple[Document, bool]:
    """What the page's document was given, and whether that begins now."""
    if (known := _documents.get(page)) is not None:
        return known, False
    return _documents.put(page, Document(await page.evaluate_handle(_EMPTY))), True


def forget(page: Page) -> None:
    """The document is another one."""
    _documents.drop(page)


@lru_cache(maxsize=1024)
def _key(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()[:16]


@lru_cache(maxsize=1024)
def _libraries_of(script: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_in_order(script)))


def _in_order(script: str) -> Iterator[str]:
    """The libraries that a script has, those first which others call."""
    for name in dict.fromkeys(_USED.findall(script)):
        yield from _in_order(_libraries[name])
        yield name


def _first(names: list[str], script: str) -> str:
    made = "\n".join(
        f'libraries["{name}"] ??= (() => {{\n{_libraries[name]}\n}})();' for name in names
    )
    return f"""([kept, key, ...given]) => {{
  const {{libraries, library, scripts}} = kept;
  {made}
  scripts[key] = {script};
  return scripts[key](...given);
}}"""

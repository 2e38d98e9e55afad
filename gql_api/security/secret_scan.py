"""Looks for a seller's words and secrets in what is about to be given away.

Knows what is searched for and in which spellings; a finding names the kind of secret and the place,
never the secret. What is searched, and what follows, is the caller's business.
"""

import base64
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, quote_plus

_LEAST: Final = 3
_SHORT: Final = 6
"""Shorter ones are looked for as whole words only: `demo` is no part of `democratic`."""
_DIGITS: Final = re.compile(r"\d{7,}")


@dataclass(frozen=True, slots=True)
class Leak:
    """What was found, by its kind, and where."""

    kind: str
    place: str

    def __str__(self) -> str:
        return f"{self.place} holds {self.kind}"


class Secrets:
    """What must not be found, by kind."""

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        self._patterns = [
            (kind, pattern)
            for kind, texts in known.items()
            for text in texts
            if len(text.strip()) >= _LEAST
            for pattern in _patterns(text.strip())
        ]

    def leaks(self, members: Mapping[str, bytes]) -> tuple[Leak, ...]:
        """What is found in the members of a bundle, their names included."""
        found = [leak for name, data in members.items() for leak in self._in(name, data)]
        return tuple(dict.fromkeys(found))

    def _in(self, name: str, data: bytes) -> Iterable[Leak]:
        text = _folded(f"{name}\n{data.decode('utf-8', errors='replace')}")
        for kind, pattern in self._patterns:
            if pattern.search(text):
                yield Leak(kind, name)
        if _DIGITS.search(text):
            yield Leak("a long number", name)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _patterns(text: str) -> Iterable[re.Pattern[str]]:
    """The text as it is, and as addresses, pages, JSON and base64 spell it."""
    spellings = {
        text,
        quote(text, safe=""),
        quote_plus(text),
        html.escape(text),
        json.dumps(text)[1:-1],
        base64.b64encode(text.encode()).decode().rstrip("="),
    }
    for spelling in map(_folded, spellings):
        pattern = re.escape(spelling)
        if len(spelling) < _SHORT:
            pattern = rf"(?<![\w]){pattern}(?![\w])"
        yield re.compile(pattern)

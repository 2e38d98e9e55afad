"""The texts of one language, found by the English that was said.

An English text is known by its template, whose values are `{}`; the other language names them by
their order, `{0}`, `{1}`, and may turn them round. `{0:say}` is said in that language as well,
`{0:must}` too, or else the template does not fit; `{0:number}` is grouped by spaces.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Final

_MAX_LENGTH: Final = 2000
"""Longer texts are left in English: no template is that long, only a value from outside."""
_MAX_DEPTH: Final = 3
"""Texts inside texts; a caller's own words could else be taken apart without end."""
_NARROW_SPACE: Final = "\u202f"


class _NotSaid(Exception):
    """A value that must be said in the language has no translation."""


@dataclass(frozen=True, slots=True)
class _Value:
    """What stood at a `{}`."""

    text: str
    say: Callable[[str], str | None]

    def __format__(self, spec: str) -> str:
        if spec == "number":
            return self.text.replace(",", _NARROW_SPACE)
        said = self.say(self.text) if spec and self.text else self.text
        if said is None and spec == "must":
            raise _NotSaid
        return self.text if said is None else said


@dataclass(frozen=True, slots=True)
class _Template:
    """A template with values, and what it is in the language."""

    first: str
    others: tuple[str, ...]
    said: str

    def values(self, text: str) -> list[str] | None:
        """What stands at each `{}`, each as short as it can be; None when the text is another.

        In one pass from left to right, so that no text takes longer than its length allows.
        """
        last = self.others[-1]
        if not (text.startswith(self.first) and text.endswith(last)):
            return None
        place, end, found = len(self.first), len(text) - len(last), []
        for part in self.others[:-1]:
            start = text.find(part, place, end)
            if start < 0:
                return None
            found.append(text[place:start])
            place = start + len(part)
        return None if place > end else [*found, text[place:end]]


class Table:
    """The texts of one language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        with_values = sorted((text for text in texts if "{}" in text), key=_words, reverse=True)
        self._templates = [_template(text, texts[text]) for text in with_values]

    def __contains__(self, template: object) -> bool:
        return template in self._texts

    def __getitem__(self, template: str) -> str:
        return self._texts[template]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def find(self, english: str, depth: int = 0) -> str | None:
        """The text in this language, or None."""
        if len(english) > _MAX_LENGTH or depth > _MAX_DEPTH:
            return None
        if english in self._texts and "{}" not in english:
            return self._texts[english]
        say = partial(self.find, depth=depth + 1)
        for template in self._templates:
            values = template.values(english)
            if values is not None:
                with suppress(_NotSaid):
                    return template.said.format(*(_Value(value, say) for value in values))
        return None


def _words(template: str) -> int:
    """The template with the most words of its own is tried first."""
    return len(template) - 2 * template.count("{}")


def _template(english: str, said: str) -> _Template:
    first, *others = english.split("{}")
    return _Template(first, tuple(others), said)

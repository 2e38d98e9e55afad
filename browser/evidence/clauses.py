"""The parts of a title and a description that speak of the thing itself.

`Coque pour iPhone 12` is no phone, `vendu avec coque` no case, `nicht dabei` is nothing at all.
Which words begin such a part belongs to the vocabulary of a language.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from browser.matching.folding import fold
from browser.matching.text import Vocabulary

_BOUNDARIES: Final = re.compile(
    r"[.!?;,()\n…•*]+|\s[-–—]+>?\s|\bet\b|\bund\b|\band\b|\bmais\b|\bbut\b"
)
_WORD: Final = re.compile(r"\S+")
_LONGEST: Final = 240
_COUNTED: Final = re.compile(
    r"\b(?:[4-9]|[1-9]\d)[- ]?(?:pièces?|pieces?|pcs|teile|teilig\w*|tlg\.?|stück)\b", re.IGNORECASE
)
"""How many there are: `lot 8 pièces` is no two-piece, and a suit has three at most."""

_LACKING: Final = re.compile(
    r"(?<=\w)\s*(?:[,;(/]|\s[-–—])\s*(?P<no>no|not|keine?[nr]?|nicht|pas d[e'’]|pas|sans|ohne|"
    r"without)\b",
    re.IGNORECASE,
)
"""Behind a comma what a thing has not: `complete, no box`."""


class Clauses:
    """Reads texts in the words of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._besides = {word for text in vocabulary.besides for word in fold(text)}
        self._purposes = {word for text in vocabulary.purposes for word in fold(text)}
        self._add_ons = {word for text in vocabulary.add_ons for word in fold(text)}
        self._devices = vocabulary.devices
        self._device_names = {
            word
            for name, what in vocabulary.products.items()
            if self._devices.intersection(fold(what))
            for word in fold(name)
        } - self._add_ons
        self._absences = {word for text in vocabulary.absences for word in fold(text)}

    def title(self, text: str) -> str:
        """A title up to what the thing is for, comes with or lacks; all where nothing is before."""
        return self._without_devices(self.thing(text))

    def thing(self, text: str) -> str:
        """A title as `title` has it, with the device that something is made for."""
        text = self._without_what_is_lacking(_COUNTED.sub("", text))
        for found in _WORD.finditer(text):
            if found.start() and self._ends_at(found[0], text[found.end() :]):
                return text[: found.start()]
        return text

    def _without_what_is_lacking(self, text: str) -> str:
        """`complete, no box`, but all of `Doudoune, sans manches`."""
        for found in _LACKING.finditer(text):
            if not self._is_how_it_is_made(fold(found["no"])[0], text[found.end() :]):
                return text[: found.start()]
        return text

    def description(self, text: str) -> str:
        """The clauses of a description that name the thing, as far as they are read."""
        return ". ".join(self._speaking(text[: 2 * _LONGEST]))[:_LONGEST]

    def _ends_at(self, word: str, rest: str) -> bool:
        words = fold(word)
        if word.startswith("+") or len(words) != 1:
            return word.startswith("+")
        if words[0] in self._purposes:
            return not self._is_for_people(rest)
        return words[0] in self._besides and not self._is_how_it_is_made(words[0], rest)

    def _is_how_it_is_made(self, word: str, rest: str) -> bool:
        """`Doudoune sans manches`: what it lacks is its name."""
        return self._vocabulary.names((word, *fold(rest)[:1]))

    def _without_devices(self, text: str) -> str:
        """`Coque iPhone 12`: beside what is made for it the device is not what is sold."""
        words = fold(text)
        if not self._add_ons.intersection(words):
            return text
        return " ".join(word for word in words if not self._is_device(word)) or text

    def _is_device(self, word: str) -> bool:
        return bool(self._devices.intersection(self._vocabulary.concepts((word,)))) or (
            word in self._device_names
        )

    def _is_for_people(self, rest: str) -> bool:
        words = fold(rest)[:2]
        return bool(self._vocabulary.people & set(self._vocabulary.concepts(words)))

    def _speaking(self, text: str) -> Iterator[str]:
        for clause in _BOUNDARIES.split(text):
            words = fold(clause)
            aside = self._absences | self._add_ons
            begins = self._besides | self._purposes
            if words and words[0] not in begins and not aside.intersection(words):
                yield self.title(clause)


@lru_cache(maxsize=32)
def clauses_of(vocabulary: Vocabulary) -> Clauses:
    """The clauses of a vocabulary, made once."""
    return Clauses(vocabulary)

"""The parts of a size as it is written: letters, numbers with a system, spans, ages, heights.

Reads sellers' words and options' labels alike. Which option is meant is decided by `sizes`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from browser.matching.text import HALF, Phrases, Vocabulary, fold

_LONGEST: Final = 120
_NUMBER: Final = r"\d{1,4}(?:\.\d)?"
_SYSTEMS: Final = {
    **{name: name for name in ("eu", "fr", "uk", "us", "it", "de", "es")},
    **{"ue": "eu", "eur": "eu", "gb": "uk", "usa": "us", "ita": "it"},
}
_SPOKEN_AS_WORDS: Final = frozenset({"de", "es"})
"""Systems that are little words, too: they count only where the page offers them."""
_MEASURED: Final = ("cm", "mm", "kg")
_UNKNOWN: Final = "unknown"
_DECIMAL: Final = re.compile(r"(?<=\d),(?=\d)")
_HALF: Final = re.compile(r"(?<=\d)\s*(?:½|\s1/2\b)")
_OWNER: Final = re.compile(r"['’]s\b")
_SIGN: Final = re.compile(r"[^a-z0-9./&+\-]+")
_LETTERS: Final = re.compile(r"(\d+)?(x*)([sml])")
_CUP: Final = re.compile(r"\d{2,3}[\s/\-]?[a-k]{1,2}(?![a-z])")
_PARTED: Final = re.compile(r"\b([2-9]) (x[sl])\b")
_GLUED: Final = re.compile(r"\b(?:t|p|gr|tg|mt|sz)\.?\s?(?=\d|x*[sl]\b|m\b)")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a size says: a name, or a number or span in a system or a unit."""

    system: str = ""
    low: float = 0
    high: float = 0
    unit: str = ""
    name: str = ""

    @property
    def numbers(self) -> tuple[float, float]:
        return self.low, self.high

    def holds(self, other: "Part") -> bool:
        """Whether the other's numbers are within this one's."""
        return self.low <= other.low <= other.high <= self.high


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of a text, and whether there are words that say something else."""

    parts: frozenset[Part]
    left: bool


class SizeParts:
    """Reads sizes the way that the labels of one list are written."""

    def __init__(self, labels: Iterable[str], vocabulary: Vocabulary) -> None:
        plain = [_plain(label) for label in labels]
        self._units = {"cm": "cm", "mm": "mm", "kg": "kg"}
        ages = {_plain(word): unit for word, unit in vocabulary.units.items()}
        if any(re.search(rf"\d\s?(?:{_either(ages)})\b", label) for label in plain):
            self._units |= ages
        self._cups = any(_CUP.match(label) and "ans" not in label for label in plain)
        if self._cups:
            self._units = {unit: unit for unit in _MEASURED}
        offered = {name for name in _SPOKEN_AS_WORDS if any(f"{name} " in one for one in plain)}
        systems = [name for name in _SYSTEMS if name not in _SPOKEN_AS_WORDS - offered]
        self._pattern = self._compiled(systems)
        self._names = Phrases({fold(name): sign for name, sign in vocabulary.sizes.items()})
        halves = _either(_plain(name) for name, sign in vocabulary.sizes.items() if sign == HALF)
        self._halves = re.compile(rf"(?<=\d)\s(?:{halves})\b")
        self._noise = {word for name in vocabulary.noise.get("size", ()) for word in fold(name)}

    def of(self, text: str) -> Said:
        """The parts of a text or a label."""
        written = _PARTED.sub(r"\1\2", self._halves.sub(".5", _plain(text[:_LONGEST])))
        plain = _GLUED.sub("", " ".join(self._counting(written.split())))
        parts: list[Part] = []
        spoken: list[str] = []
        for found in self._pattern.finditer(plain):
            if word := found["word"]:
                spoken.append(word)
            elif part := self._part(found):
                parts.append(part)
        named, left = self._named(tuple(spoken))
        return Said(frozenset([*parts, *named]), left)

    def _counting(self, words: list[str]) -> Iterator[str]:
        """The words that count, with names of several words, as `taille unique`, by their sign."""
        position = 0
        while position < len(words):
            two = tuple(words[position : position + 2])
            sign = self._names.exactly(two) if len(two) > 1 else None
            joined = fold(words[position])
            if sign is not None:
                yield sign or _UNKNOWN
            elif len(joined) > 1 and (one := self._names.exactly(joined)):
                yield one
            elif words[position] not in self._noise:
                yield words[position]
            position += 1 if sign is None else 2

    def _compiled(self, systems: Iterable[str]) -> re.Pattern[str]:
        unit, system = _either(self._units), _either(systems)
        cup = r"(?P<cup>\d{2,3}[\s/\-]?[a-k]{1,2}(?![a-z]))|" if self._cups else ""
        return re.compile(
            rf"(?P<letter>\d+x[sl]\b)|(?P<wide>\d+)\s?x\s?(?P<deep>\d+)|{cup}"
            rf"(?P<low>{_NUMBER})\s?(?:{unit})?(?:\s?-\s?|/)(?P<high>{_NUMBER})"
            rf"(?:\s?(?P<spanned>{unit})(?![a-z]))?|"
            rf"(?P<many>{_NUMBER})\s?(?P<unit>{unit})(?![a-z])|\bage\s?(?P<age>\d+)|"
            rf"(?:\bw\s?(?P<waist>\d+)|(?P<waist2>\d+)\s?w\b)(?:[\s/x]*l\s?\d{{2}})?|"
            rf"(?<![a-z])(?P<first>{system})\s?(?P<number>{_NUMBER})|"
            rf"(?P<number2>{_NUMBER})\s?(?P<last>{system})(?![a-z])|"
            rf"(?P<bare>{_NUMBER})|(?P<word>[a-z]+)"
        )

    def _part(self, found: re.Match[str]) -> Part | None:
        said = {name: text for name, text in found.groupdict().items() if text}
        if "low" in said:
            unit = self._units.get(said.get("spanned", ""), "")
            return Part("", float(said["low"]), float(said["high"]), unit)
        if "wide" in said:
            return Part("x", float(said["wide"]), float(said["deep"]))
        if "many" in said:
            return _single(said["many"], unit=self._units[said["unit"]])
        if system := said.get("first") or said.get("last"):
            return _single(said.get("number") or said["number2"], _SYSTEMS[system])
        return _simple_part(said)

    def _named(self, words: tuple[str, ...]) -> tuple[list[Part], bool]:
        """The parts that words name, and whether some name none."""
        signs = [self._names.exactly((word,)) or _letter(word) for word in words]
        found = [Part(name=sign or word) for sign, word in zip(signs, words, strict=True)]
        return found, not all(signs)


def _plain(text: str) -> str:
    """Lower case without accents, a point before halves, one space for other signs."""
    halved = _HALF.sub(".5", _OWNER.sub("s", text))
    bare = unicodedata.normalize("NFKD", halved.casefold())
    plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
    plain = _DECIMAL.sub(".", plain.replace("ł", "l").replace("–", "-").replace("—", "-"))
    return " ".join(_spaced(_SIGN.sub(" ", plain)))


def _spaced(text: str) -> Iterator[str]:
    for word in text.split():
        yield word.rstrip(".") if word.strip("./-&+") else "/"


def _letter(word: str) -> str:
    """`XXL` and `2XL` are the same size."""
    match = _LETTERS.fullmatch(word)
    if not match:
        return ""
    number, many, sign = match.groups()
    if sign == "m":
        return "" if number or many else "m"
    count = int(number) if number else len(many)
    if number and many != "x":
        return ""
    return f"{count}x{sign}" if count > 1 else f"{'x' * count}{sign}"


def _simple_part(said: Mapping[str, str]) -> Part | None:
    """What needs neither units nor systems: letters, cups, ages, waists, bare numbers."""
    if name := _letter(said.get("letter", "")) or said.get("cup"):
        return Part(name=re.sub(r"[\s/\-]", "", name))
    if "age" in said:
        return _single(said["age"], unit="y")
    if waist := said.get("waist") or said.get("waist2"):
        return _single(waist, "w")
    return _single(said["bare"]) if "bare" in said else None


def _single(number: str, system: str = "", *, unit: str = "") -> Part:
    return Part(system, float(number), float(number), unit)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"

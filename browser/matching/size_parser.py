"""The parts of a size as it is written: letters, numbers with a system, spans, ages, heights.

Reads sellers' words and options' labels alike. Which option is meant is decided by `sizes`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from browser.matching.folding import fold
from browser.matching.text import BY, EQUALS, HALF, OR_MORE, UP_TO, Phrases, Vocabulary

_LONGEST: Final = 120
_NUMBER: Final = r"\d{1,4}(?:\.\d{1,3})?"
_SYSTEMS: Final = {
    **{name: name for name in ("eu", "fr", "uk", "us", "it", "de", "es")},
    **{"ue": "eu", "eur": "eu", "gb": "uk", "usa": "us", "ita": "it"},
}
_SPOKEN_AS_WORDS: Final = frozenset({"de", "es"})
"""Systems that are little words, too: they count only where the page offers them."""
_MEASURED: Final = ("cm", "mm", "kg", "lb")
_INCH: Final = "inch"
_AGES: Final = frozenset({"y", "m"})
_SHORTEST_AGE: Final = 3
_PEOPLE: Final = frozenset({"baby", "child", "junior"})
"""Whose sizes they are, which counts where a list has several."""
_ENDLESS: Final = 9999.0
_BETWEEN: Final = frozenset({UP_TO, OR_MORE, EQUALS, *_SYSTEMS})
"""Signs that say something of the number beside them, and are no size."""
_UNKNOWN: Final = "unknown"
_DECIMAL: Final = re.compile(r"(?<=\d),(?=\d)")
_FRACTION: Final = re.compile(r"(?<=\d)[\s-]+([1-7])/([2348])(?!\s?\d)")
_FRACTIONS: Final = {
    **{"½": " 1/2", "⅓": " 1/3", "⅔": " 2/3", "¼": " 1/4", "¾": " 3/4"},
    **{"⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8", "×": "x", "“": '"', "”": '"', "″": '"'},
}
_INCHES: Final = re.compile(r"""(?<=\d)\s?(?:"|'')""")
_TIMES: Final = re.compile(r"(?<=\d)\s?\*\s?(?=\d)")
_METRES: Final = re.compile(r"\b([1-3])(?:\s?m\s?|\.)(\d)(\d?)(?:\s?m\b|(?<=m\d\d)\b)")
_OWNER: Final = re.compile(r"['’]s\b")
_SIGN: Final = re.compile(r"[^a-z0-9./&+=\-]+")
_LETTERS: Final = re.compile(r"(\d+)?(x*)([sml])")
_CUP: Final = re.compile(r"\d{2,3}[\s/\-]?[a-k]{1,2}(?![a-z])")
_CUP_FIRST: Final = re.compile(r"(?<![a-z\d])([a-k]{1,2}) ?(\d{2,3})(?!\d)(?! ?[a-k]\b)")
_CUPS: Final = re.compile(r"\b(\d{2,3})(a) / (aa)\b")
_COUNTRY: Final = re.compile(rf"\b(?:{'|'.join(_SYSTEMS)})\b")
_PARTED: Final = re.compile(r"\b([2-9]) (x[sl])\b")
_GLUED: Final = re.compile(r"\b(?:t|p|gr|tg|mt|sz)\.?\s?(?=\d|x*[sl]\b|m\b)")

_WHOLE_METRES: Final = re.compile(r"\b([1-9])\s?m\b")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a size says: a name, or a number or span in a system or a unit.

    The system `x` is a measure of two sides, the other one of which is `deep`.
    """

    system: str = ""
    low: float = 0
    high: float = 0
    unit: str = ""
    name: str = ""
    deep: tuple[float, float] = (0, 0)

    @property
    def numbers(self) -> tuple[float, float]:
        return self.low, self.high

    @property
    def bare(self) -> bool:
        """Whether it is a number or span of which nothing else is said."""
        return not (self.name or self.unit or self.system)

    def holds(self, other: "Part") -> bool:
        """Whether the other's numbers are within this one's."""
        return self.low <= other.low <= other.high <= self.high

    @property
    def turned(self) -> "Part":
        """The same measure of two sides, the other side first."""
        return Part(self.system, *self.deep, deep=self.numbers)


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of a text; those of its words that are no size may be a list's, as `lit bébé`.

    `things` are names of things, which say nothing where they are not offered; those that are
    `left` say something else. `spoken` are letters that were said by a word, which may also say how
    it fits: `38, taille petit`.
    """

    parts: frozenset[Part]
    left: frozenset[Part]
    things: frozenset[Part]
    spoken: frozenset[Part]


class SizeParts:
    """Reads sizes the way that the labels of one list are written."""

    def __init__(self, labels: Iterable[str], vocabulary: Vocabulary) -> None:
        plain = [_plain(label) for label in labels]
        spoken = {_plain(word): unit for word, unit in vocabulary.units.items()}
        ages = {word: unit for word, unit in spoken.items() if unit in _AGES}
        measured = {unit: unit for unit in _MEASURED} | {
            word: unit for word, unit in spoken.items() if unit not in _AGES
        }
        self._aged = any(re.search(rf"\d\s?(?:{_either(ages)})\b", label) for label in plain)
        self._measured = any(re.search(r"\dcm|\bcm\b", label) for label in plain)
        self._cups = any(_CUP.match(label) and "ans" not in label for label in plain)
        if not self._aged:  # `a` and `m` are ages only beside others.
            ages = {word: unit for word, unit in ages.items() if len(word) >= _SHORTEST_AGE}
        self._units = measured if self._cups else measured | ages
        offered = {name for name in _SPOKEN_AS_WORDS if any(f"{name} " in one for one in plain)}
        systems = [name for name in _SYSTEMS if name not in _SPOKEN_AS_WORDS - offered]
        self._pattern = self._compiled(systems)
        self._names = Phrases({fold(name): sign for name, sign in vocabulary.sizes.items()})
        halves = _either(_plain(name) for name, sign in vocabulary.sizes.items() if sign == HALF)
        self._halves = re.compile(rf"(?<=\d)\s(?:{halves})\b")
        times = _either(_plain(name) for name, sign in vocabulary.sizes.items() if sign == BY)
        self._times = re.compile(rf"(?<=[\dm])\s(?:{times})\s(?=\d)")
        self._known = vocabulary.has_word
        self._denials = {word for name in vocabulary.denials for word in fold(name)}
        self._noise = {word for name in vocabulary.noise.get("size", ()) for word in fold(name)}

    def of(self, text: str) -> Said:
        """The parts of a text or a label."""
        halved = self._halves.sub(".5", _plain(text[:_LONGEST]))
        if self._measured:
            halved = _METRES.sub(_centimetres, halved)
        if self._measured and not self._aged:
            halved = _WHOLE_METRES.sub(r"\g<1>00 cm", halved)
        measured = self._times.sub(" x ", halved)
        written = _PARTED.sub(r"\1\2", measured)
        plain = _GLUED.sub("", " ".join(self._counting(written.split())))
        if self._cups:
            plain = _CUP_FIRST.sub(r"\2\1", _COUNTRY.sub(" ", plain))
            plain = _CUPS.sub(r"\1\2 \1\3", plain)
        meant = plain.rpartition(EQUALS)[2]
        if any(sign.isalnum() for sign in meant):
            plain = meant  # `4, soit un M` explains its own size by the usual one.
        parts: list[Part] = []
        spoken: list[str] = []
        for found in self._pattern.finditer(plain):
            if word := found["word"]:
                spoken.append(word)
            elif part := self._part(found):
                parts.append(part)
        named = {word: self._names.exactly((word,)) or _letter(word) for word in spoken}
        left = {word for word, sign in named.items() if not sign}
        things = {word for word in left if self._known(word) and word not in self._denials}
        people = {sign for sign in named.values() if sign in _PEOPLE}
        return Said(
            frozenset([*parts, *(Part(name=sign or word) for word, sign in named.items())]),
            frozenset(Part(name=word) for word in left - things),
            frozenset(Part(name=word) for word in things | people),
            frozenset(
                Part(name=sign)
                for word, sign in named.items()
                if _letter(sign) and not _letter(word)
            ),
        )

    def _counting(self, words: list[str]) -> Iterator[str]:
        """The words that count, with names of several words, as `taille unique`, by their sign."""
        position = 0
        while position < len(words):
            length, sign = self._names.longest_exactly(tuple(words), position)
            joined = fold(words[position])
            if sign is not None and (length > 1 or sign in _BETWEEN):
                yield sign or _UNKNOWN
            elif len(joined) > 1 and (one := self._names.exactly(joined)):
                yield one
            elif words[position] not in self._noise:
                yield words[position]
            position += length if sign is not None else 1

    def _compiled(self, systems: Iterable[str]) -> re.Pattern[str]:
        unit, system = _either(self._units), _either(systems)
        cup = r"(?P<cup>\d{2,3}[\s/\-]?[a-k]{1,2}(?![a-z]))|" if self._cups else ""
        return re.compile(
            rf"(?P<letter>\d+x[sl]\b)|{_side('wide')}\s?x\s?{_side('deep')}|{cup}"
            rf"(?P<low>{_NUMBER})(?:\s?(?P<same>{unit}))?(?:\s?-\s?|/)(?P<high>{_NUMBER})"
            rf"(?:\s?(?P<spanned>(?(same)(?P=same)|(?:{unit})))(?![a-z])|(?(same)(?!\s?[a-z])|))|"
            rf"(?P<upto>{UP_TO}\s)?(?P<many>{_NUMBER})\s?(?P<unit>{unit})(?![a-z])"
            rf"(?P<more>\s{OR_MORE})?|\bage\s?(?P<age>\d+)|"
            rf"(?:\bw\s?(?P<waist>\d+)|(?P<waist2>\d+)\s?w\b)(?:[\s/x\-]*l\s?\d{{2}})?|"
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
            wide, deep = float(said["wide"]), float(said["deep"])
            deepest = float(said.get("deep2", deep))
            return Part("x", wide, float(said.get("wide2", wide)), deep=(deep, deepest))
        if "many" in said:
            return _measure(said, self._units[said["unit"]])
        if system := said.get("first") or said.get("last"):
            return _single(said.get("number") or said["number2"], _SYSTEMS[system])
        return _simple_part(said)


def _plain(text: str) -> str:
    """Lower case without accents, a point before halves, one space for other signs."""
    for written, plainly in _FRACTIONS.items():
        text = text.replace(written, plainly)
    plain = _TIMES.sub("x", _OWNER.sub("s", text)).replace("=", " = ")
    measured = _INCHES.sub(f" {_INCH} ", plain)
    bare = unicodedata.normalize("NFKD", _FRACTION.sub(_decimals, measured).casefold())
    plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
    plain = _DECIMAL.sub(".", plain.replace("ł", "l").replace("–", "-").replace("—", "-"))
    return " ".join(_spaced(_SIGN.sub(" ", plain)))


def _decimals(fraction: re.Match[str]) -> str:
    """`42 2/3` as a number; the space before is a part of the match."""
    if int(fraction[1]) >= int(fraction[2]):
        return fraction[0]
    return f"{round(int(fraction[1]) / int(fraction[2]), 3):g}".removeprefix("0")


def _centimetres(metres: re.Match[str]) -> str:
    """`1m40` and `2.6 m` in centimetres."""
    return f"{metres[1]}{metres[2]}{metres[3] or '0'} cm"


def _spaced(text: str) -> Iterator[str]:
    for word in text.split():
        yield word.rstrip(".") if word.strip("./-&+") else "-" if word == "-" else "/"


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


def _measure(said: Mapping[str, str], unit: str) -> Part:
    """A number with its unit; `up to` and `and more` open a measured one at an end."""
    number = float(said["many"])
    open_ended = unit in {*_MEASURED, _INCH}
    low = 0 if open_ended and "upto" in said else number
    return Part("", low, _ENDLESS if open_ended and "more" in said else number, unit)


def _single(number: str, system: str = "", *, unit: str = "") -> Part:
    return Part(system, float(number), float(number), unit)


def _side(name: str) -> str:
    """The pattern of one side of a measure of two, as `135-140 cm`."""
    return rf"(?P<{name}>{_NUMBER})(?:\s?cm)?(?:\s?-\s?(?P<{name}2>{_NUMBER}))?(?:\s?cm)?"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"

"""Sizes of an option list, as `L`, `M / 38 / 10`, `W32 | FR 42`, `4 ans / 98-104 cm`, `85B`.

A size is a set of parts, read by `size_parser` and put in the list's terms by `size_terms`; every
part that the seller says must fit one option (`size_fit`), as it is or as `size_systems` has it
elsewhere. Deciding on the scores belongs to `matcher`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from browser.listing import Option, RankedOption
from browser.matching import size_systems
from browser.matching.folding import fold
from browser.matching.size_fit import (
    NO,
    ONLY_ONE,
    PART,
    SAME,
    UPPER_OF_TWO,
    WITHIN,
    Fit,
    fit,
    is_second,
)
from browser.matching.size_parser import Part, SizeParts
from browser.matching.size_terms import INCH, USUAL, SizeTerms
from browser.matching.text import Vocabulary

_OWN_SYSTEM: Final = 0.93
_OTHER_SYSTEM: Final = 0.7
_FOREIGN: Final = 0.69
_LEFT_OVER: Final = 0.7
_SOME: Final = 0.5
_LETTER_OF_TAB: Final = 0.84
_CONVERTED: Final = 0.86
_NEAR: Final = 0.4
_UPPER: Final = 0.82
_LOWER: Final = 0.7
_FAR: Final = 12
_WAIST: Final = 10
"""What a waist in inches is short of the number of the clothes."""
_MOST: Final = 0.7
"""How much of a known list must be offered to be the same."""
_BRITISH: Final = 28
_RING_STEP: Final = 0.4
_HALF_STEP: Final = 0.5
_ROUNDED: Final = 0.001
_BRANDS_OWN: Final = 8
"""The highest of the numbers that some brands have for S, M and L."""
_SMALL_SYSTEMS: Final = frozenset({"uk", "us"})
_BARE_SYSTEMS: Final = frozenset({"fr", "it", "de", "es"})
"""Systems that are Europe's where a list has numbers of one kind: shoes, suits."""
_SMALLEST_EUROPEAN: Final = 30


class Sizes:
    """The size options of one category, ready to be compared."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._systems = vocabulary.systems
        self._measures = SizeParts([option.label for option in options], vocabulary)
        # A page repeats labels like `Other` under every tab: the first stands for them.
        labels = {option.label: option for option in reversed(options)}
        self._options = [
            (option, self._measures.of(option.label).parts)
            for option in options
            if labels[option.label] is option
        ]
        self._elsewhere = self._labelled_elsewhere(vocabulary)
        self._terms = SizeTerms(part for _, parts in self._options for part in parts)
        self._every, self._units = self._terms.every, self._terms.units
        self._preferred = next(
            (name for name in vocabulary.systems if any(p.system == name for p in self._every)), ""
        )

    def rank(self, text: str) -> list[RankedOption]:
        """The options that have a part of the text, best first; equal ones in their order."""
        same = [option for option, _ in self._options if fold(option.label) == fold(text)]
        if same:
            return [RankedOption(option, SAME, "same size") for option in same]
        said = self._measures.of(text)
        if any(
            part.low and USUAL.get(one.name) != part.low
            for one in said.spoken
            for part in said.parts
        ):
            return self._some(said.parts)
        asked = self._terms.of(said.parts - (said.things - self._every))
        if "kg" in self._units and (weight := size_systems.weight(text, self._every)):
            asked = frozenset({weight})
        ranked = self._fitting(asked)
        if _undecided(ranked) and len(asked) > 1:
            ranked = self._by_letter(asked) or ranked
        measured = frozenset(part for part in asked if part.system == "x")
        if _undecided(ranked) and measured and all(part.name for part in asked - measured):
            # `2 personnes 240x220`: what it measures says it more closely.
            ranked = self._fitting(measured) or ranked
        if _undecided(ranked):
            ranked = self._by_height(asked) or ranked
        if _undecided(ranked):
            ranked = self._converted(asked) or self._upper(asked) or ranked or self._near(asked)
        if said.left - self._every:
            ranked = [replace(one, score=min(one.score, _LEFT_OVER)) for one in ranked]
        return ranked

    def _labelled_elsewhere(self, vocabulary: Vocabulary) -> list[tuple[Option, frozenset[Part]]]:
        """The options with the parts of the labels that they have in other countries."""
        labels = {option.label for option, _ in self._options}
        known = [
            (len(labels & pairs.keys()) / len(pairs), system, pairs)
            for system, pairs in _both_ways(vocabulary.size_lists.values())
        ]
        share, system, pairs = max(known, key=lambda one: one[0], default=(0.0, "", {}))
        return [
            (option, frozenset(_in(system, self._measures.of(pairs[option.label]).parts)))
            for option, _ in self._options
            if share > _MOST and option.label in pairs
        ]

    def _by_height(self, asked: frozenset[Part]) -> list[RankedOption]:
        """`9-10 ans, 140 cm` where each year is a row: the one of that height, if it is in both."""
        tall = frozenset(part for part in asked if part.unit == "cm" and part.low == part.high)
        ages = asked - tall
        if not (tall and ages) or any(part.unit != "y" for part in ages):
            return []
        own = dict(self._options)
        return [
            one
            for one in self._fitting(tall)
            if any(_overlap(age, part) for age in ages for part in own[one.option])
        ]

    def _converted(self, asked: frozenset[Part]) -> list[RankedOption]:
        """The options that the text names in another system; nothing unless one is sure."""
        for parts in self._equivalents(asked):
            # A bare number is none of Britain's on another page.
            foreign = self._is_british and any(part.bare for part in parts)
            for options in (self._options, () if foreign else self._elsewhere):
                found = self._fitting(parts, options)
                if not _undecided(found):
                    return [
                        replace(one, score=min(one.score, _CONVERTED), reason="converted")
                        for one in found
                    ]
        return []

    def _upper(self, asked: frozenset[Part]) -> list[RankedOption]:
        """`7-8 years` where 7 and 8 years are rows: the upper one, as of months and heights."""
        if len(asked) != 1:
            return []
        [part] = asked
        if part.bare and part.high - part.low == 1 and "y" in self._units:
            part = replace(part, unit="y")  # `5-6`: no span of months is so short.
        if part.unit != "y" or not part.low < part.high:
            return []
        ends = [self._only_one(replace(part, low=end, high=end)) for end in part.numbers]
        places = [self._places.get(one.id, -_FAR) if one else -_FAR for one in ends]
        lower, upper = ends
        if not (lower and upper) or places[1] - places[0] != 1:
            return []
        return [
            RankedOption(upper, _UPPER, UPPER_OF_TWO),
            RankedOption(lower, _LOWER, UPPER_OF_TWO),
        ]

    def _only_one(self, part: Part) -> Option | None:
        """The option that a number means; None where it is none or several."""
        found = self._fitting(self._terms.of(frozenset({part})))
        sure = [one for one in found if one.score >= WITHIN]
        return sure[0].option if len(sure) == 1 else None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {option.id: place for place, (option, _) in enumerate(self._options)}

    def _equivalents(self, asked: frozenset[Part]) -> Iterator[frozenset[Part]]:
        """The same size in the ways that a list may have it, those nearest to the words first."""
        yield asked
        if self._terms.are_rings:
            yield from self._one_ring(asked)
        if len(asked) != 1:
            return
        [part] = asked
        if self._has_clothes:
            yield from (frozenset({one}) for one in size_systems.clothes(part))
        elif part.system in _BARE_SYSTEMS and not any(one.system for one in self._every):
            yield frozenset({replace(part, system="")})
        if part.unit == INCH:
            yield frozenset({Part("w", part.low, part.high)})
        others = [size_systems.french_band(part)]
        if part.unit == "cm" and part.low in size_systems.HEADS:
            others.append(Part("", part.low, part.high))
        if not self._units & {"y", "m"}:
            others.append(size_systems.height(part))
        if "cm" not in self._units:
            others.append(size_systems.age(part))
        yield from (frozenset({one}) for one in others if one)
        if part.bare and part.low != int(part.low):
            yield from self._nearest(part.low, "", _HALF_STEP)

    def _one_ring(self, asked: frozenset[Part]) -> Iterator[frozenset[Part]]:
        """The diameter of a ring where all parts say the same one: `54 (17,3 mm)`."""
        wide = [size_systems.ring(part) for part in asked]
        near = [tuple(self._nearest(one, "mm", _RING_STEP)) if one else () for one in wide]
        if near and near[0] and all(one == near[0] for one in near):
            yield near[0][0]

    def _nearest(self, number: float, unit: str, step: float) -> Iterator[frozenset[Part]]:
        """The one number of the list that is as near as half a step."""
        numbers = [one for one in self._every if one.unit == unit and one.low == one.high]
        near = sorted(numbers, key=lambda one: abs(one.low - number))
        if near and abs(near[0].low - number) <= step / 2 + _ROUNDED:
            yield frozenset({near[0]})

    @cached_property
    def _has_clothes(self) -> bool:
        """Whether these are women's clothes: `M / 38 / 10` has a French and a British number."""
        return any(
            replace(part, low=part.low - _BRITISH, high=part.low - _BRITISH) in parts
            for _, parts in (*self._options, *self._elsewhere)
            for part in parts
        )

    @cached_property
    def _is_british(self) -> bool:
        return any(part.system == "uk" for _, parts in self._elsewhere for part in parts)

    def _near(self, asked: frozenset[Part]) -> list[RankedOption]:
        """What to ask with where nothing fits: the options whose numbers are the nearest."""
        if len(asked) != 1:
            return []
        [part] = asked
        number = USUAL.get(part.name, part.low)
        if part.system == "w":
            number += _WAIST
        far = [
            (
                min((_distance(number, one) for one in parts if _alike(part, one)), default=_FAR),
                option,
            )
            for option, parts in self._options
        ]
        return [
            RankedOption(option, round(_NEAR / (1 + distance), 4), "a near size")
            for distance, option in sorted(far, key=lambda one: one[0])
            if number and distance < _FAR
        ]

    def _some(self, asked: frozenset[Part]) -> list[RankedOption]:
        """The options that have some of the parts, to ask with."""
        return [replace(one, score=min(one.score, _SOME)) for one in self._fitting(asked)]

    def _fitting(
        self,
        asked: frozenset[Part],
        options: Sequence[tuple[Option, frozenset[Part]]] | None = None,
    ) -> list[RankedOption]:
        ranked = [
            RankedOption(option, *self._score(asked, parts))
            for option, parts in (self._options if options is None else options)
        ]
        found = [one for one in ranked if one.score > 0]
        if len([one for one in found if one.score >= _FOREIGN]) == 1:
            # Another system's number is no doubt where it is the only one.
            found = [_only(one) if one.score == _OTHER_SYSTEM else one for one in found]
        if len([one for one in found if one.score == SAME]) == 1:
            # `king size` is a part of `Super King`, too.
            found = [one if one.score == SAME else _lower(one) for one in found]
        return sorted(found, key=lambda one: -one.score)

    def _by_letter(self, asked: frozenset[Part]) -> list[RankedOption]:
        """`M (38)` where letters and numbers stand in different tabs: the letter, if they agree."""
        letters = [part for part in asked if part.name in USUAL]
        every = [part for part in asked if not part.name and not part.unit]
        if len(letters) != 1 or len(every) + 1 != len(asked):
            return []
        # `2 (S)`: a brand's own number, where the list has none like it.
        numbers = [part for part in every if part.high > _BRANDS_OWN or part in self._every]
        usual = USUAL[letters[0].name]
        british = usual - size_systems.BRITISH
        if not all(
            any(number.low - 2 <= one <= number.high + 2 for one in (usual, british))
            for number in numbers
        ):
            return []
        return [
            RankedOption(option, _LETTER_OF_TAB, "same letter")
            for option, parts in self._options
            if letters[0] in parts and _agrees(parts, numbers)
        ]

    def _score(self, asked: frozenset[Part], parts: frozenset[Part]) -> Fit:
        if not asked:
            return NO
        if asked == parts:
            return SAME, "same size"
        alone = len(asked) == 1 and not any(one.system for one in asked)
        named = [part for part in parts if not (alone and is_second(part, parts))]
        fits = [max((self._fit(one, part, parts) for part in named), default=NO) for one in asked]
        weakest = min(fits)
        if weakest[0]:
            return weakest
        some = any(fit[0] for fit in fits) or any(_overlap(one, p) for one in asked for p in parts)
        return (_SOME, "some of the parts") if some else NO

    def _fit(self, asked: Part, part: Part, parts: frozenset[Part]) -> Fit:
        return max(fit(asked, part, parts), self._system_fit(asked, part))

    def _system_fit(self, asked: Part, part: Part) -> Fit:
        """A number against one with a system, where only one of them says it."""
        if asked.numbers != part.numbers or asked.name or asked.unit or part.unit:
            return NO
        if asked.system and not part.system:
            said = asked.system in {*self._systems, *_bare_systems(self._systems)}
            return (PART, "same number") if said else NO
        if part.system and not asked.system:
            waists = any(one.system == "w" and one.numbers == asked.numbers for one in self._every)
            own = part.system == self._preferred and not waists
            # A bare 28 is a waist sooner than the British 28.
            other = _FOREIGN if part.system in _SMALL_SYSTEMS else _OTHER_SYSTEM
            return (_OWN_SYSTEM if own else other), "same number, system not said"
        return NO


def _agrees(parts: frozenset[Part], numbers: Iterable[Part]) -> bool:
    """Whether an option's own numbers, if it has any, are among the ones said."""
    own = [part for part in parts if not part.name and part.low >= _SMALLEST_EUROPEAN]
    return not own or any(number.holds(part) for number in numbers for part in own)


def _bare_systems(systems: Sequence[str]) -> frozenset[str]:
    """The systems in which a page's numbers without one may be: Europe's, but in Britain."""
    return frozenset({"uk"}) if "uk" in systems else frozenset({"eu"})


def _undecided(ranked: Sequence[RankedOption]) -> bool:
    return all(one.score < WITHIN for one in ranked)


def _both_ways(lists: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each list from either side: the system of the other side's labels, and those."""
    for pairs in lists:
        yield "uk", pairs
        yield "eu", {british: european for european, british in pairs.items()}


def _in(system: str, parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, numbers of which nothing is said in that system."""
    yield from (replace(part, system=system) if part.bare else part for part in parts)


def _alike(asked: Part, part: Part) -> bool:
    """Whether two numbers may be of the same kind."""
    return asked.unit == part.unit or not asked.unit or not part.unit


def _distance(number: float, part: Part) -> float:
    """How far a size is from a number; a letter by the number that it usually stands for."""
    own = USUAL.get(part.name, part.low)
    return min(abs(number - own), abs(number - max(part.high, own))) if own else _FAR


def _overlap(asked: Part, part: Part) -> bool:
    alike = asked.unit == part.unit and not asked.name and not part.name
    return alike and asked.low <= part.low <= asked.high


def _lower(ranked: RankedOption) -> RankedOption:
    return replace(ranked, score=min(ranked.score, ONLY_ONE))


def _only(ranked: RankedOption) -> RankedOption:
    return replace(ranked, score=ONLY_ONE)

"""Words against options that may have parents: the categories, and lists without word tables.

Levels may come in any order or be missing. A label such as `Jumpers & hoodies` names two things,
and either of them names the option. Deciding on the scores belongs to `matcher`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Final

from browser.listing import FieldName, Option, RankedOption
from browser.matching.category_scores import (
    Asked,
    Entry,
    Level,
    Reading,
    behind_things,
    implied,
    narrowest,
    standing,
    union,
)
from browser.matching.field_hints import asides_of
from browser.matching.text import Vocabulary, Words, fold, stem
from browser.matching.typos import Spellings

_LONGEST: Final = 32
_BETWEEN: Final = ">"
_LEVELS: Final = re.compile(r"\s*[>|»›:\n]\s*|\s[/–-]\s")
_MORE: Final = 30
_MOST: Final = 80
_FITTING: Final = 0.8
_TWO: Final = 2
_OWN_COUNTS: Final = 2
_NOT_THE_PATH: Final = 0.8
_FOR_OTHERS: Final = 0.85
_DOUBLED: Final = re.compile(r"(\w+) (\w+)/(\w+)")
"""`Robes courtes/mini` are `Robes courtes` and `Robes mini`."""
_BEHIND: Final = 0.99
_BESIDE_A_THING: Final = 0.6
_OTHER_WORDS: Final = 0.9
"""What an option keeps when another one of the same meaning has the very words."""


class Breadcrumbs:
    """The options of one field, ready to be compared with many texts."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._levels: dict[str, Level] = {}
        self._asides = asides_of(vocabulary) if kind == FieldName.CATEGORY else None
        self._entries = self._told_apart([self._entry(option) for option in options])

    def rank(self, text: str) -> list[RankedOption]:
        """The options that share a word with the text, best first; equal ones in their order."""
        asked = self._asked(text)
        read = [Reading.of(entry, asked, self._vocabulary) for entry in self._closest(asked)]
        branches = standing(read)
        ranked = [reading.ranked(branches) for reading in read]
        if behind := behind_things(read, self._concepts(_LEVELS.split(text)[-1])):
            ranked = [
                replace(one, score=one.score * _BESIDE_A_THING) if one.option in behind else one
                for one in ranked
            ]
        whole = self._by_path.get(fold(text))
        if not whole:
            ranked = self._asking_for_whom(_by_words(ranked, read, fold(text)), read, asked)
        else:
            ranked = [_beside_path(one, one.option in whole) for one in ranked]
            ranked += [
                RankedOption(option, 1.0, "same path")
                for option in whole
                if all(one.option is not option for one in ranked)
            ]
        named = {one.option: len(asked.concepts & one.entry.above) for one in read}
        # Of equal ones first those that are in what the words name.
        ordered = sorted(ranked, key=lambda one: (-one.score, -named.get(one.option, 0)))
        return [one for one in ordered if one.score > 0]

    def _asking_for_whom(
        self, ranked: list[RankedOption], read: Sequence["Reading"], asked: Asked
    ) -> list[RankedOption]:
        """No option leads while it is not said whether it is for women, men or children.

        Where it is said, what is for others stands behind.
        """
        people = self._vocabulary.people
        if said := asked.concepts & people:
            return _others_behind(ranked, [said <= reading.entry.every for reading in read])
        best: dict[str, float] = {}
        for one, reading in zip(ranked, read, strict=True):
            root = one.option.parents[0] if one.option.parents else ""
            if not reading.lightly_left and root and people & union([self._level(root)]):
                best[root] = max(one.score, best.get(root, 0.0))
        fitting = sorted((score for score in best.values() if score >= _FITTING), reverse=True)
        if len(fitting) < _TWO:
            return ranked
        return [replace(one, score=min(one.score, fitting[1])) for one in ranked]

    def _entry(self, option: Option) -> Entry:
        own, parents = self._level(option.label), tuple(map(self._level, option.parents))
        shorter = implied(own, parents, self._vocabulary.marked)
        above = union(parents)
        return Entry(option, own, parents, shorter, above | self._narrower(above | union([own])))

    def _told_apart(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """The entries, each with the features that others beside it, or of its kind, are told by.

        Sport skirts are not told apart; all the same a pleated skirt is one of the pleated ones.
        """
        of_branch: dict[tuple[str, ...], frozenset[str]] = {}
        of_kind: dict[tuple[str, ...], frozenset[str]] = {}
        nothing = frozenset[str]()
        for entry in entries:
            branch, own = entry.option.parents, union([entry.own])
            if features := own & self._vocabulary.features:
                of_branch[branch] = of_branch.get(branch, nothing) | features
                for thing in own - features:
                    kind = (*branch[:1], thing)
                    of_kind[kind] = of_kind.get(kind, nothing) | features

        def beside(entry: Entry) -> frozenset[str]:
            branch = entry.option.parents
            kinds = ((*branch[:1], thing) for thing in union([entry.own]))
            told = (of_kind.get(kind, nothing) for kind in kinds)
            return of_branch.get(branch, nothing).union(*told)

        return tuple(replace(entry, beside=beside(entry)) for entry in entries)

    def _narrower(self, every: frozenset[str]) -> frozenset[str]:
        """For whom it may be said more narrowly: a car seat for children is one for a baby."""
        inside = (self._vocabulary.narrower.get(name, frozenset()) for name in every)
        return frozenset[str]().union(*(names for names in inside if not names & every))

    def _level(self, label: str) -> Level:
        """The concepts of a label's things; `Robes courtes/mini` names two."""
        if label not in self._levels:
            whole = self._concepts(label)
            # `Maternity coats & jackets` are all for maternity, `Other tops & t-shirts` all other.
            shared = whole & self._vocabulary.marked
            named = _DOUBLED.sub(r"\1 \2 / \1 \3", label)
            parts = [label] if self._is_one_thing(label) else self._either.split(named)
            things = (narrowest(self._concepts(part), self._vocabulary) | shared for part in parts)
            whole = whole if len(parts) > 1 else narrowest(whole, self._vocabulary)
            self._levels[label] = tuple(dict.fromkeys([whole, *(one for one in things if one)]))
        return self._levels[label]

    def _is_one_thing(self, label: str) -> bool:
        """Whether the tables have a whole label: `Costumes & special outfits` are no suits."""
        return self._vocabulary.names(self._vocabulary.content(label, self._kind))

    @cached_property
    def _either(self) -> re.Pattern[str]:
        """What stands between the things of a label: a sign, or a word of the page's language."""
        words = "|".join(map(re.escape, sorted(self._vocabulary.own_joiners)))
        spoken = rf"|\s+(?:{words})\s+" if words else ""
        return re.compile(rf"\s*[&/,;()]\s*{spoken}", re.IGNORECASE)

    @cached_property
    def _several(self) -> re.Pattern[str]:
        """What stands between several things in a text, where none is a kind of another."""
        words = "|".join(map(re.escape, sorted(self._vocabulary.own_joiners))) or "(?!)"
        return re.compile(rf"[&,]|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def _concepts(self, text: str) -> frozenset[str]:
        words = self._vocabulary.content(text, self._kind)
        return frozenset(self._vocabulary.concepts(words))

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        return _posted(entry.every for entry in self._entries)

    @cached_property
    def _own_postings(self) -> dict[str, list[int]]:
        return _posted(union([entry.own]) for entry in self._entries)

    @cached_property
    def _above_postings(self) -> dict[str, list[int]]:
        return _posted(entry.above for entry in self._entries)

    @cached_property
    def _things(self) -> frozenset[str]:
        """What alone names an option or a branch: `jean` does, and is a fabric as well."""
        names = (name for level in self._levels.values() for name in level if len(name) == 1)
        return frozenset[str]().union(*names)

    @cached_property
    def _by_path(self) -> dict[Words, list[Option]]:
        paths: dict[Words, list[Option]] = {}
        for entry in self._entries:
            path = _path([*entry.option.parents, entry.option.label])
            paths.setdefault(path, []).append(entry.option)
        return paths

    @cached_property
    def _spellings(self) -> Spellings:
        labels = (word for label in self._levels for word in fold(label))
        return Spellings([*labels, *sorted(self._vocabulary.term_words)])

    def _closest(self, asked: Asked) -> list[Entry]:
        """The entries that share the most words, in their order: all the best, and some more."""
        shared: Counter[int] = Counter()
        for concept in asked.concepts:
            for number in self._postings.get(concept, ()):
                shared[number] += 1
            for number in self._own_postings.get(concept, ()):
                shared[number] += _OWN_COUNTS
            for number in self._above_postings.get(concept, ()):
                shared[number] += 1
        most = max(shared.values(), default=0)
        equal = (number for number, count in shared.items() if count == most)
        best = set(islice(equal, _MOST))
        more = (number for number, _ in shared.most_common(len(best) + _MORE))
        return [self._entries[number] for number in sorted({*best, *more})]

    def _asked(self, text: str) -> Asked:
        words = self._joined(tuple(self._segmented(text))[:_LONGEST])
        if self._asides:
            words = self._asides.without_sizes(words, self._is_known)
            words = self._asides.without_brands(words, self._is_known)
        spelled = [self._spelled(word) for word in words]
        read = tuple(word for word, _ in spelled)
        light = frozenset(
            concept
            for word in read
            if self._is_light(word)
            for concept in self._vocabulary.concepts((word,))
        )
        likeness = min((sure for _, sure in spelled), default=1.0)
        said = self._concepts_of(read) - {_BETWEEN}
        if not self._several.search(text):
            light |= said - narrowest(said, self._vocabulary)
        meant = {concept: self._offered(concept, said) for concept in said}
        return Asked(
            frozenset(meant.values()),
            light,
            likeness,
            widened=frozenset(wide for concept, wide in meant.items() if wide != concept),
            things=light & self._things,
        )

    def _segmented(self, text: str) -> Iterator[str]:
        """The words of a text, with a sign between levels, which no phrase reaches over."""
        for number, segment in enumerate(_LEVELS.split(text)):
            words = self._vocabulary.content(segment, self._kind)
            if number and words:
                yield _BETWEEN
            yield from words

    def _joined(self, words: Words) -> Words:
        """Words that are one word here: `halter neck` where the page has `Halterneck tops`."""
        joined: list[str] = []
        for word in words:
            before = joined[-1] if joined else ""
            one = bool(before) and self._is_one_word(before + word)
            if one and not (self._is_known(before) and self._is_known(word)):
                joined[-1] = before + word
            else:
                joined.append(word)
        return tuple(joined)

    def _is_one_word(self, word: str) -> bool:
        return stem(word) in self._postings or self._vocabulary.has_word(word)

    def _offered(self, concept: str, said: frozenset[str]) -> str:
        """What the page has for a thing it has no name for: the nearest wider one, as for whom.

        A nightdress is nightwear, and so is one of a woman where only girls' have their own name.
        """
        if concept not in self._vocabulary.stand_ins:
            return concept
        whose = said & (self._vocabulary.people | self._vocabulary.marked)
        return next(
            (
                name
                for name in (concept, *self._vocabulary.stand_ins[concept])
                if any(whose <= self._entries[number].every for number in self._named_so(name))
            ),
            concept,
        )

    def _named_so(self, concept: str) -> list[int]:
        return self._postings.get(concept, [])

    def _concepts_of(self, words: Words) -> frozenset[str]:
        """The concepts of a text; `doudoune femme sans manches` is one thing and for whom."""
        people = self._vocabulary.people
        named = [(set(self._vocabulary.concepts((word,))) <= people, word) for word in words]
        moved = (word for is_for, word in sorted(named, key=lambda one: not one[0]))
        readings = (self._vocabulary.concepts(words), self._vocabulary.concepts(tuple(moved)))
        return min(map(frozenset, readings), key=len)

    def _is_light(self, word: str) -> bool:
        if word.isdigit() or self._vocabulary.is_light(word, self._kind):
            return True
        aside = self._asides and self._asides.is_of_another_field(word)
        return bool(aside) and not self._is_known(word)

    def _is_known(self, word: str) -> bool:
        """Whether a word names something here."""
        [concept, *_] = self._vocabulary.concepts((word,))
        return concept in self._postings or self._vocabulary.knows(word)

    def _spelled(self, word: str) -> tuple[str, float]:
        """The known word that is meant, and how sure that is (0 to 1)."""
        words = self._vocabulary
        if self._is_known(word) or self._is_light(word):
            return word, 1.0
        meant = self._spellings.meant(word)
        different = {words.concepts((known,)) for known, _ in meant}
        return meant[0] if len(different) == 1 else (word, 1.0)


def _posted(concepts: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each concept the numbers of the entries that have it."""
    postings: dict[str, list[int]] = {}
    for number, names in enumerate(concepts):
        for name in names:
            postings.setdefault(name, []).append(number)
    return postings


def _path(levels: Iterable[str]) -> Words:
    """A path as it is written, without accents and punctuation."""
    return tuple(word for level in levels for word in fold(level))


def _beside_path(ranked: RankedOption, is_meant: bool) -> RankedOption:
    """The option whose whole path was said leaves the others behind."""
    if is_meant:
        return replace(
            ranked, score=1.0, reason="same path" if ranked.option.parents else "same words"
        )
    return replace(ranked, score=round(ranked.score * _NOT_THE_PATH, 4))


def _others_behind(ranked: list[RankedOption], fitting: Sequence[bool]) -> list[RankedOption]:
    """What is for others than was said stands behind everything that is for them."""
    best = max((one.score for one, fits in zip(ranked, fitting, strict=True) if fits), default=1.0)
    return [
        one if fits else replace(one, score=min(one.score * _FOR_OTHERS, best * _BEHIND))
        for one, fits in zip(ranked, fitting, strict=True)
    ]


def _by_words(
    ranked: list[RankedOption], read: Sequence[Reading], words: Words
) -> list[RankedOption]:
    """Of options that mean the same, the ones whose very words were said lead."""
    said = set(words)
    literal = [set(fold(reading.option.label)) <= said for reading in read]
    meant = {
        _meaning(reading)
        for reading, is_literal in zip(read, literal, strict=True)
        if is_literal and reading.whole
    }
    return [
        replace(one, score=one.score * _OTHER_WORDS)
        if reading.whole and not is_literal and _meaning(reading) in meant
        else one
        for one, reading, is_literal in zip(ranked, read, literal, strict=True)
    ]


def _meaning(reading: Reading) -> tuple[frozenset[str], tuple[str, ...]]:
    """What an option is and for whom."""
    return reading.entry.own[0], reading.option.parents[:2]

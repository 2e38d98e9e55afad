"""The type of a language's word tables: what everyday words mean, alone, in phrases, in compounds.

Which option the words mean is decided by `matcher`; the tables themselves belong to a marketplace,
and how a text becomes words is `folding`'s.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache
from typing import Any, Final, TypeVar

from browser.listing import FieldName
from browser.matching.folding import Words, fold, stem

HALF: Final = "1/2"
"""What the everyday name of a half size stands for."""
BY: Final = "x"
"""What stands between the two sides of a measure: `140 sur 190`."""
UP_TO: Final = "<"
OR_MORE: Final = ">"
EQUALS: Final = "="
"""What says that the size after it is the one before in other terms: `4, soit un M`."""

LINKS: Final = ("", "s", "n", "en", "es", "e")
"""What may stand between the parts of a compound."""

T = TypeVar("T")

_SHORTEST_PART: Final = 3
_SHORTEST_TERM_PART: Final = 4
_LONGEST_COMPOUND: Final = 40
_REMEMBERED: Final = 8192


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What everyday words mean in one language of a marketplace, as readable tables.

    meanings: per field, a phrase to the ids (or labels) of the options that it may mean; more
        than one asks. wider: per field, an id to the ids whose words may stand beside its own.
        usual: per field, a phrase of several ids to the one that is meant where no more is
        said; `open` beside which another phrase does not decide, either.
    terms: a phrase to the concept it names, on both sides and in every language. `people` are the
        concepts of whom a thing is for; `vague` ones name too much to decide alone; `marked` ones
        are not meant unless they are said.
    narrower: whom a concept of people includes, as girls among children.
    kinds: a concept to the wider ones that say nothing more beside it. stand_ins: a concept to
        those that stand for it where the page has no name for it. everyday: concepts of things
        that nobody in particular has, which are not a child's unless that is said. features:
        concepts that count only where some of a branch's options are told apart by them.
    called: what sellers call things, to rows of all words of the labels that it stands for.
    alike: labels, or `parent > label`, to a name for all that a friend takes either of.
    known_brands: names that are found in running text beside those of a list; `worded_brands` are
        words too, `unread_brands` never meant there, `licences` of what is pictured, `shops`
        where other brands are bought, too, `brand_lines`
        a line to its brand, `known_by` what a brand is known by, to the brand;
        `device_makers` those for whose things others make cases.
    attributes: the code of another attribute to what it is of: `storage`, `platform`, `isbn`.
    brands: names that say nothing of what a thing is. products: names of things that everybody
        knows, to words for what they are; evidence beside other words only.
    noise: per field, words that say nothing there; `""` holds for every field. light: words that
        may be left over. denials: words that turn a meaning round, letters that may strengthen it.
        joiners: words between two values, `own_joiners` those of the page's language alone.
        compounds: words that the language joins to longer ones; `joining` are all words of the
        languages that do, one of which a compound must have: `cardi` and `gant` make none.
    relatives: words for a relative to whom a thing of theirs is for. givers: words before a
        relative who gave the thing, where one of `by` is next to the relative. audience_brands: a
        brand to whom all that it makes is for. from_age: words before an age that is no size.
        events: of a relative, where a thing was worn. either_sex: words for women and men alike.
        people_in_names: two words that are nobody who wears it. presumed: concepts that are a
        woman's where nothing else is said.
    besides: words before what comes with a thing. purposes: words before what it is made for.
        absences: words of a clause about what is not sold. add_ons: words for what is made for
        one of the devices, concepts beside which it is the thing.
    platforms: concepts of consoles, one of which excludes the others. set_apart: concepts that
        nobody means without saying them.
    sizes: a size's everyday name to its sign, or to one of `HALF`, `BY`, `UP_TO`, `OR_MORE` and
        `EQUALS`. units: a word of age to `y` or `m`, of a measure to `cm`, `kg`, `inch`.
        systems: the systems that a number without one is in. size_lists: the lists that are
        labelled differently elsewhere, each option's label in Europe to its British one.
    """

    language: str
    meanings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    wider: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    usual: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    narrower: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, Words] = field(default_factory=dict)
    stand_ins: Mapping[str, Words] = field(default_factory=dict)
    everyday: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    products: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, str] = field(default_factory=dict)
    known_brands: frozenset[str] = frozenset()
    worded_brands: frozenset[str] = frozenset()
    unread_brands: frozenset[str] = frozenset()
    licences: frozenset[str] = frozenset()
    shops: frozenset[str] = frozenset()
    brand_lines: Mapping[str, str] = field(default_factory=dict)
    known_by: Mapping[str, str] = field(default_factory=dict)
    device_makers: frozenset[str] = frozenset()
    attributes: Mapping[str, str] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    noise: Mapping[str, frozenset[str]] = field(default_factory=dict)
    light: Mapping[str, frozenset[str]] = field(default_factory=dict)
    relatives: Mapping[str, str] = field(default_factory=dict)
    givers: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    audience_brands: Mapping[str, str] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    either_sex: frozenset[str] = frozenset()
    from_age: frozenset[str] = frozenset()
    people_in_names: frozenset[str] = frozenset()
    besides: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    absences: frozenset[str] = frozenset()
    presumed: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    set_apart: frozenset[str] = frozenset()
    add_ons: frozenset[str] = frozenset()
    devices: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    own_joiners: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    sizes: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    size_lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    systems: tuple[str, ...] = ()

    def backed_by(self, *others: "Vocabulary") -> "Vocabulary":
        """These words, and those of the others where these say nothing."""
        behind = (*reversed(others), self)
        merged = {
            each.name: _merged([getattr(words, each.name) for words in behind])
            for each in fields(self)
            if each.name not in {"language", "systems", "own_joiners"}
        }
        merged["joining"] = frozenset[str]().union(*(words._joining for words in behind))
        return Vocabulary(self.language, systems=self.systems, own_joiners=self.joiners, **merged)

    def content(self, text: str, kind: str) -> Words:
        """The folded words of a text that count for a field; all of them if none does."""
        words = fold(text)
        noise = self._noise_of(kind)
        return tuple(word for word in words if word not in noise) or words

    def says_nothing(self, word: str, kind: str) -> bool:
        """Whether a folded word is noise for a field."""
        return word in self._noise_of(kind)

    def concepts(self, words: Words) -> Words:
        """The concepts that words name; a word without one is its stem."""
        return self._concepts(words)

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in a term, or is made of words that do."""
        return self.has_word(word) or bool(self._compounds.parts(word))

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in a term."""
        return stem(word) in self._term_stems

    def names(self, words: Words) -> bool:
        """Whether folded words are one term as it is written."""
        return self._terms.exactly(words) is not None

    @cached_property
    def term_words(self) -> frozenset[str]:
        """Every folded word of the terms."""
        return frozenset(word for phrase in self.terms for word in fold(phrase))

    def phrases(self, kind: str) -> "Phrases[tuple[str, ...]]":
        """The phrases of a field that have a meaning."""
        return self._phrases.get(kind) or Phrases({})

    def is_light(self, word: str, kind: str) -> bool:
        """Whether a folded word may be left over."""
        return stem(word) in self._light.get(kind, self._light.get("", frozenset()))

    @cached_property
    def _concepts(self) -> Callable[[Words], Words]:
        # The tables and the likeness of a page ask for the same labels, and every text for words.
        return lru_cache(_REMEMBERED)(lambda words: tuple(self._named(words)))

    def _named(self, words: Words) -> Iterator[str]:
        position = 0
        while position < len(words):
            length, found = self._terms.longest(words, position)
            if found is not None:
                yield from found.split()
            else:
                yield from self._compounds.parts(words[position]) or (stem(words[position]),)
            position += length or 1

    @property
    def _joining(self) -> frozenset[str]:
        own = self.compounds | self.term_words if self.compounds else frozenset[str]()
        return self.joining or own

    @cached_property
    def _compounds(self) -> "Compounds":
        return Compounds(self._terms, self.compounds, self._joining)

    def _noise_of(self, kind: str) -> frozenset[str]:
        return self._noise.get(kind, self._noise.get("", frozenset()))

    @cached_property
    def _terms(self) -> "Phrases[str]":
        return Phrases(
            {self.content(phrase, FieldName.CATEGORY): name for phrase, name in self.terms.items()}
        )

    @cached_property
    def _term_stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self.term_words)

    @cached_property
    def _noise(self) -> Mapping[str, frozenset[str]]:
        return {kind: _words_of(words) for kind, words in _with_general(self.noise).items()}

    @cached_property
    def _light(self) -> Mapping[str, frozenset[str]]:
        light = _with_general(self.light)
        return {kind: frozenset(map(stem, _words_of(words))) for kind, words in light.items()}

    @cached_property
    def _phrases(self) -> Mapping[str, "Phrases[tuple[str, ...]]"]:
        return {
            kind: Phrases({self.content(phrase, kind): ids for phrase, ids in table.items()})
            for kind, table in self.meanings.items()
        }


class Compounds:
    """Words that a language joins to one: what the parts of it name, when all parts are known.

    One part has to be of `joining`, the words of the languages that do so.
    """

    def __init__(
        self, terms: "Phrases[str]", compounds: Iterable[str], joining: Iterable[str]
    ) -> None:
        self._terms = terms
        self._stems = frozenset(map(stem, _words_of(compounds)))
        self._joining = frozenset(map(stem, _words_of(joining)))

    def parts(self, word: str) -> Words:
        """The concepts of a compound's parts; empty unless all parts are known."""
        if len(word) > _LONGEST_COMPOUND:
            return ()
        for split in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            tail = self._part(word[split:])
            head = self._head(word[:split]) if tail else ()
            if tail and head and self._joins(word, split):
                return (*head, *tail)
        return ()

    def _joins(self, word: str, split: int) -> bool:
        """Whether one of the two parts is of a language that makes compounds."""
        heads = (word[:split].removesuffix(link) for link in LINKS)
        return any(stem(part) in self._joining for part in (word[split:], *heads))

    def _head(self, text: str) -> Words:
        for link in LINKS:
            bare = text.removesuffix(link) if link else text
            if text.endswith(link) and (found := self._part(bare)):
                return found
        return self.parts(text) if len(text) > 2 * _SHORTEST_PART else ()

    def _part(self, text: str) -> Words:
        found = self._terms.exactly((text,)) if len(text) >= _SHORTEST_TERM_PART else None
        if not found and stem(text) not in self._stems:
            return ()
        found = found or self._terms.get((text,))
        return tuple((found or stem(text)).split())


class Phrases(Mapping[Words, T]):
    """Phrases of folded words, found as they are written, else by their stems.

    Where two phrases have the same stems, the later one in the table is what the stems mean.
    """

    def __init__(self, table: Mapping[Words, T], stem: Callable[[str], str] = stem) -> None:
        self._exact = dict(table)
        self._stem = stem
        self._stemmed = {tuple(map(stem, words)): meant for words, meant in table.items()}
        self._longest = max(map(len, self._exact), default=0)

    def exactly(self, words: Words) -> T | None:
        """What a phrase means as it is written."""
        return self._exact.get(words)

    def __getitem__(self, words: Words) -> T:
        if words in self._exact:
            return self._exact[words]
        return self._stemmed[tuple(map(self._stem, words))]

    def __iter__(self) -> Iterator[Words]:
        return iter(self._exact)

    def __len__(self) -> int:
        return len(self._exact)

    def longest_exactly(self, words: Words, start: int) -> tuple[int, T | None]:
        """`longest`, only as it is written."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            found = self._exact.get(words[start : start + length])
            if found is not None:
                return length, found
        return 0, None

    def longest(self, words: Words, start: int) -> tuple[int, T | None]:
        """The longest phrase at a position: how many words it has, and what it means."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            found = self.get(words[start : start + length])
            if found is not None:
                return length, found
        return 0, None


def _merged(tables: list[Any]) -> Any:
    """One table of several, later ones over earlier ones; sets are put together."""
    if isinstance(tables[0], frozenset):
        return frozenset[str]().union(*tables)
    merged: dict[str, Any] = {}
    for table in tables:
        for key, value in table.items():
            # What comes later also stands later, since that is what equal stems mean.
            known = merged.pop(key, None)
            nested = known is not None and isinstance(value, Mapping | frozenset)
            merged[key] = _merged([known, value]) if nested else value
    return merged


def _with_general(table: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    general = table.get("", frozenset())
    return {kind: words | general for kind, words in table.items()}


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in fold(text))

"""Brands in running text: which names are meant as the brand of the thing for sale.

`style Zara` and `compatible iPhone` are not its brand; a name that is also a word (`Mango`,
`Only`) is read from its place and its case. Which option a name means is `matcher`'s business.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from browser.evidence.brand_cues import (
    ACCESSORIES,
    BESIDE_A_DENIAL,
    BRAND_CUES,
    COPIED,
    DENIED,
    FROM,
    GAMES,
    GIVEN,
    HANDMADE,
    IN_THE_STYLE,
    IS,
    LIKE,
    LIKE_AFTER,
    MADE,
    MAKERS_BY,
    NEXT_TO_A_WORD,
    NO_BRAND,
    OFFICIAL,
    OWN,
    PERSONS,
    PURPOSES,
    RELATIVES,
    SHOPS_FROM,
    UNSURE,
    WEATHER,
)
from browser.evidence.brand_places import BrandPlaces
from browser.evidence.cue_words import ARTICLES, JOINERS, WITH
from browser.evidence.mentions import Mention, Passage, Token
from browser.evidence.parts import is_left_out
from browser.listing import EvidenceSource, Option
from browser.matching.folding import compact, fold
from browser.matching.text import Vocabulary

_LONGEST: Final = 5
_SHORT: Final = 3
"""A name of so few letters may be a word of any language."""
_BRAND: Final = "brand"
_NONE: Final = ("none",)
_THINK: Final = (("think",), ("denk",), ("denkt",))
"""Before what a thing is like: `think Mulberry`, where `I think` is a guess."""
_TITLE: Final = EvidenceSource.TITLE


run_of: Final = lru_cache(maxsize=32768)(compact)
"""A name as one run of letters, remembered."""


@dataclass(frozen=True, slots=True)
class Named:
    """A brand that a text names: by which name, where, and whether behind a word for it.

    One that is not `sure` may be a word, or is only believed to be the brand.
    """

    name: str
    mention: Mention
    cued: bool
    title: bool
    sure: bool = True
    at_a_thing: bool = False
    """Whether the name of a thing is beside it: `this ASOS dress`."""


@dataclass(frozen=True)
class Brands:
    """The names of brands, ready to be found: those that are listed, and those that are known."""

    names: Mapping[str, str]
    """The name in one run of letters, to the name itself."""
    known: Mapping[str, str]
    """The same of the names that no list is needed for."""

    def found(self, run: str) -> str | None:
        """The name that is written so in one run of letters."""
        return self.names.get(run) or self.known.get(run)


@lru_cache(maxsize=16)
def brands_of(options: tuple[Option, ...], vocabulary: Vocabulary) -> Brands:
    """The brands of a list, with those that are known beside it."""
    unread = {run_of(name) for name in vocabulary.unread_brands} | {""}
    labels = [option.label for option in options]
    names = _with_and(labels) | {run_of(label): label for label in labels}
    return Brands(
        {run: name for run, name in names.items() if run not in unread}, _known(vocabulary)
    )


@lru_cache(maxsize=32)
def _known(vocabulary: Vocabulary) -> Mapping[str, str]:
    aliases = vocabulary.phrases(_BRAND).items()
    names = vocabulary.brands | vocabulary.known_brands
    known = {run_of(product): name for product, name in vocabulary.known_by.items()}
    known |= {"".join(words): meant[0] for words, meant in aliases if _is_alias(words, meant)}
    known |= _with_and(names) | {run_of(name): name for name in names}
    unread = {run_of(name) for name in vocabulary.unread_brands} | {""}
    return {run: name for run, name in known.items() if run not in unread}


def _with_and(names: Iterable[str]) -> dict[str, str]:
    """`Pull and Bear` for `Pull & Bear`."""
    return {
        run_of(name.replace("&", word)): name
        for name in names
        if "&" in name
        for word in ("et", "and", "und")
    }


def _is_alias(words: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Whether another name is long enough to be nothing else in running text."""
    return len(meant) == 1 and meant != _NONE and len("".join(words)) > _SHORT


class BrandReader:
    """Finds the brands of one listing's texts."""

    def __init__(self, passages: Sequence[Passage], vocabulary: Vocabulary) -> None:
        self._passages = passages
        self._vocabulary = vocabulary
        self._places = BrandPlaces(passages, vocabulary)
        self._licences = {run_of(name) for name in vocabulary.licences}
        self._shops = {run_of(name) for name in vocabulary.shops}
        self._made = frozenset(map(run_of, vocabulary.device_makers))
        self._named: dict[int, tuple[Named, ...]] = {}

    def says_none(self) -> Mention | None:
        """The words that say that it has no brand."""
        return self._first_of(NO_BRAND)

    def says_homemade(self) -> Mention | None:
        """The words that say that it was made by hand: no brand, where none is named."""
        return self._first_of(HANDMADE)

    def _first_of(self, words: re.Pattern[str]) -> Mention | None:
        for passage in self._passages:
            if found := words.search(passage.plain):
                return Mention.of(passage, passage.written(*found.span()))
        return None

    def denies(self, brands: Brands) -> Mention | None:
        """The words that say that it is not of a brand: `not actually Zara`."""
        for passage in self._passages:
            for start in range(1, len(passage.tokens)):
                if not _is_denied(passage, start):
                    continue
                length, name = self._longest(passage, start, brands)
                if name and self._is_no_word(passage, start, start + length):
                    return Mention.of(passage, name, passage.said(start - 1, start + length))
        return None

    def is_unsure(self) -> bool:
        """Whether the seller says not to know the brand."""
        return any(
            phrase in passage.plain for passage in self._passages for phrase in UNSURE
        ) or any(COPIED.search(passage.plain) for passage in self._passages)

    def named(self, brands: Brands) -> tuple[Named, ...]:
        """The brands that the texts name as the thing's own, each once, the surest first."""
        if id(brands) not in self._named:
            self._named[id(brands)] = tuple(self._all_named(brands))
        return self._named[id(brands)]

    def _all_named(self, brands: Brands) -> Iterator[Named]:
        denied = self.denies(brands)
        found = [
            one
            for passage in self._passages
            for one in self._of(passage, brands)
            if denied is None or run_of(one.name) != run_of(denied.words)
        ]
        first: dict[str, Named] = {}
        for one in sorted(found, key=lambda one: (not one.cued, not one.title)):
            first.setdefault(run_of(one.name), one)
        return self._own(list(first.values()))

    def _own(self, found: list[Named]) -> Iterator[Named]:
        """Without licences where there is a maker, and without whose line another one is."""
        makers = [one for one in found if run_of(one.name) not in self._licences]
        kept = self._surest(makers or found)
        lines = {
            run_of(owner)
            for one in kept
            if (owner := self._vocabulary.brand_lines.get(one.name)) is not None
        }
        own: list[str] = []
        for one in kept:
            run = run_of(one.name)
            if run not in lines and not any(run in each or each in run for each in own):
                own.append(run)
                yield one

    def _surest(self, found: list[Named]) -> list[Named]:
        """Without names that may be words, or are only in the description, beside surer ones."""
        cued = [one for one in found if one.cued]
        if cued or len(found) == 1:
            return found
        names = [one for one in found if run_of(one.name) not in self._places.words] or found
        titled = [one for one in names if one.title and one.sure]
        others = [one for one in names if one.at_a_thing and not one.title]
        return titled if len(titled) == 1 and not others else names

    def unknown(self, brands: Brands) -> tuple[Mention, ...]:
        """Names behind a word for brand that no list has: what can be searched."""
        found = []
        for passage in self._passages:
            for position, token in enumerate(passage.tokens):
                said = token.word in BRAND_CUES or self._is_a_maker_after(passage, position)
                if said and (name := self._name_after(passage, position + 1)):
                    found.append(name)
        return tuple(one for one in found if brands.found(run_of(one.words)) is None)

    def _is_a_maker_after(self, passage: Passage, position: int) -> bool:
        """`édité par Libellud`, `Dirndl von Spieth & Wensky`: a name, and no relative's."""
        before, token = passage.before(position, 1), passage.tokens[position]
        after = passage.after(position + 1, 1)
        if not (before and after) or set(after) & (RELATIVES | PERSONS | OWN):
            return False
        if token.word in MAKERS_BY and before[0] in MADE:
            return True
        ahead = passage.tokens[position + 1 : position + _SHORT]
        two = len(ahead) > 1 and "&" in passage.text[ahead[0].end : ahead[1].start]
        named = self._vocabulary.has_word(before[0]) or two
        known = self._vocabulary.has_word(after[0])
        return token.word in FROM and len(before[0]) > _SHORT and named and not known

    def _name_after(self, passage: Passage, position: int) -> Mention | None:
        while position < len(passage.tokens) and passage.tokens[position].word in IS:
            position += 1
        tokens = passage.tokens[position : position + 3]
        kept: list[Token] = []
        for token in tokens:
            if token.clause != passage.tokens[position - 1].clause and kept:
                break
            if not token.capital or token.word in NEXT_TO_A_WORD | LIKE | PURPOSES | DENIED:
                break
            kept.append(token)
        if not kept or kept[0].word in LIKE | NEXT_TO_A_WORD | DENIED or self._is_none(kept):
            return None
        said = passage.said(position, position + len(kept))
        return Mention.of(passage, said)

    def _is_none(self, tokens: Sequence[Token]) -> bool:
        words = tuple(token.word for token in tokens)
        phrases = self._vocabulary.phrases(_BRAND)
        return any(phrases.get(words[:length]) == _NONE for length in range(1, len(words) + 1))

    def _of(self, passage: Passage, brands: Brands) -> Iterator[Named]:
        position = 0
        while position < len(passage.tokens):
            length, name = self._longest(passage, position, brands)
            end = position + length
            if name and self._is_own(passage, position, end, name):
                sure = not (
                    self._places.is_guessed(passage, position, end)
                    or self._places.may_be_a_word(passage, position, end)
                    or _is_one_of_more(passage, position, brands)
                )
                mention = Mention.of(passage, name, passage.said(position, end))
                cued = self._places.is_cued(passage, position)
                beside = (*passage.before(position, 1), *passage.after(end, 1))
                thing = any(map(self._vocabulary.has_word, beside))
                yield Named(name, mention, cued, passage.source is _TITLE, sure, thing)
            position += length or 1

    def _longest(self, passage: Passage, position: int, brands: Brands) -> tuple[int, str | None]:
        for length in range(min(_LONGEST, len(passage.tokens) - position), 0, -1):
            tokens = passage.tokens[position : position + length]
            run = "".join(token.word for token in tokens)
            name = brands.found(run)
            whole = name and (run != run_of(name) or _is_whole(tokens, name))
            if name and whole and tokens[0].clause == tokens[-1].clause:
                return length, name
        return 0, None

    def _is_own(self, passage: Passage, start: int, end: int, name: str) -> bool:
        before = passage.before(start, 4)
        if _is_of_another(before):
            return False
        if _is_denied(passage, start) or _is_made_for(before[-3:], self._vocabulary):
            return False
        if _comes_along(passage, start):
            return False
        if set(passage.after(end, 1)) & LIKE_AFTER or self._places.is_a_person(passage, start, end):
            return False
        if not self._is_the_maker(passage, start, end, run_of(name)):
            return False
        return self._is_no_word(passage, start, end)

    def _is_no_word(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words are a brand's name: no word can be, or they stand as a name does."""
        run = "".join(passage.words[start:end])
        if run not in self._places.words and (len(run) > _SHORT or "&" in passage.said(start, end)):
            return True
        return self._places.is_no_word(passage, start, end)

    def _is_the_maker(self, passage: Passage, start: int, end: int, name: str) -> bool:
        """Whether a shop, a licence or the maker of another thing made this one, too."""
        if set((*passage.before(start, 1), *passage.after(end, 1))) & OFFICIAL:
            return True
        if name in self._shops and passage.source is not _TITLE:
            return bool(set(passage.before(start, 2)) & BRAND_CUES)
        plays = name in self._licences and set(passage.words) & GAMES
        return not (plays or (name in self._made and self._is_for_a_device(passage)))

    def _is_for_a_device(self, passage: Passage) -> bool:
        """Whether a case or a charger is for sale."""
        return any(
            word in ACCESSORIES and not set(passage.before(place, 2)) & WITH
            for place, word in enumerate(passage.words)
        )


def _is_of_another(before: tuple[str, ...]) -> bool:
    """`style Zara`, `im Stil von Chanel`, `payé chez`, `avec mes Vans`: not what is sold."""
    if set(before[-3:]) & LIKE or set(before[-2:]) & SHOPS_FROM:
        return True
    if before[-1:] in _THINK and not set(before) & {"i", "we"}:
        return True
    return before[-2:] in IN_THE_STYLE or bool(set(before[-2:-1]) & WITH and set(before[-1:]) & OWN)


def _is_made_for(before: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """`coque pour téléphone Samsung`, but not `bottes pour enfants` or `pour la pluie Aigle`."""
    places = [place for place, word in enumerate(before) if word in PURPOSES]
    if not places or before[-1] in FROM:
        return False
    between = before[places[-1] + 1 :]
    people = vocabulary.people
    return not any(
        word in WEATHER or people & set(vocabulary.concepts((word,))) for word in between
    )


def _comes_along(passage: Passage, start: int) -> bool:
    """`J'ajoute un échantillon de Chanel`: what is given with the thing."""
    clause = passage.tokens[start].clause
    here = {token.word for token in passage.tokens if token.clause == clause}
    return passage.source is not _TITLE and (bool(here & GIVEN) or is_left_out(passage, start))


def _is_one_of_more(passage: Passage, position: int, brands: Brands) -> bool:
    """`mostly Next and George`: of two makers, one of which is a word as well."""
    pair = passage.tokens[max(0, position - 2) : position]
    joined = len(pair) > 1 and pair[1].word in JOINERS - WITH and pair[0].capital
    return joined and brands.found(pair[0].word) is not None


def _is_denied(passage: Passage, start: int) -> bool:
    """`NOT Zara`, `pas de la marque Pandora`, `sans manches Uniqlo` not."""
    before = passage.before(start, _LONGEST + 1)
    own = list(before)
    while own and own[-1] in BESIDE_A_DENIAL:
        own.pop()
    return bool(own) and own[-1] in DENIED


def _is_whole(tokens: Sequence[Token], name: str) -> bool:
    """Whether words make a name: `mi m` is no `Mim`, and `la pierre` no `Lapierre`."""
    words = len(fold(name))
    if len(tokens) > words and tokens[0].word in ARTICLES:
        return False
    return len(tokens) == 1 or len(tokens) <= words + 1

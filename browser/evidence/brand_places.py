"""Where a brand's name stands: as a name, as a word, as a person's, or as one that is only guessed.

Which names there are belongs to `brand_reader`.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from browser.evidence.brand_cues import (
    BRAND_CUES,
    EITHER,
    FROM,
    GUESSES,
    MADE_OF,
    NEXT_TO_A_WORD,
    NUMBERS,
    OWN,
    RELATIVES,
    SIZED,
    STORES,
)
from browser.evidence.cue_words import OR, language_of
from browser.evidence.mentions import Passage
from browser.listing import EvidenceSource
from browser.matching.folding import compact
from browser.matching.text import Vocabulary

_NEAR: Final = 4


@lru_cache(maxsize=32)
def _runs(names: frozenset[str]) -> frozenset[str]:
    """Names as runs of letters, made once."""
    return frozenset(map(compact, names))


class BrandPlaces:
    """Reads the places of names in the texts of one listing."""

    def __init__(self, passages: Sequence[Passage], vocabulary: Vocabulary) -> None:
        self._passages = passages
        self._vocabulary = vocabulary
        self._language = language_of(passages)
        self.words = _runs(vocabulary.worded_brands)
        """Names that are words, too."""

    def is_guessed(self, passage: Passage, start: int, end: int) -> bool:
        """`Zara je crois`: the seller is not sure of it."""
        near = " ".join((*passage.before(start, 8), *passage.after(end, 4)))
        if passage.text[passage.tokens[end - 1].end :].lstrip(" (")[:1] == "?":
            return True
        return self._is_one_of_two(passage, start, end) or any(
            f" {guess} " in f" {near} " for guess in GUESSES
        )

    def _is_one_of_two(self, passage: Passage, start: int, end: int) -> bool:
        """`Vero Moda oder Vila`, `soit Zara soit Mango`: one of two names, written as names."""
        if set(passage.before(start, 1)) & EITHER:
            return True
        after = passage.tokens[end + 1 : end + 2] if set(passage.after(end, 1)) & OR else ()
        before = passage.tokens[start - 2 : start - 1] if start > 1 else ()
        if not set(passage.before(start, 1)) & OR:
            before = ()
        return any(token.capital for token in (*after, *before))

    def is_cued(self, passage: Passage, position: int) -> bool:
        """Whether a word for brands stands before; `collection from Hull only` has none."""
        near = FROM if passage.tokens[position].capital else frozenset[str]()
        return bool(
            set(passage.before(position, 2)) & (BRAND_CUES | near)
            or set(passage.before(position, 1)) & FROM
            or (position > 0 and passage.tokens[position - 1].word in BRAND_CUES)
        )

    def is_a_person(self, passage: Passage, start: int, end: int) -> bool:
        """`Mon fils Jules ne la met plus`: whose name it is, wherever it stands."""
        words = passage.words[start:end]
        return any(
            each.words[place + 1 : place + 1 + len(words)] == words
            for each in self._passages
            for place, word in enumerate(each.words)
            if word in RELATIVES and set(each.before(place, 2)) & OWN
        )

    def is_no_word(self, passage: Passage, place: int, end: int) -> bool:
        """Whether a name that is also a word stands where a brand stands."""
        token, after = passage.tokens[place], passage.after(end, 1)
        if self.is_cued(passage, place) or (token.capital and set(after) & STORES):
            return True
        if self._is_counted_or_said(passage, place, end):
            return False
        if token.shouted and not passage.text.isupper():
            return True
        alone = sum(one.clause == token.clause for one in passage.tokens) == end - place
        named = any(map(self._vocabulary.has_word, (*passage.before(place, 1), *after)))
        if passage.source is EvidenceSource.TITLE:
            return self._is_titled(passage, place, end, named=named)
        inside = bool(passage.before(place, 1)) and (named or self._capitals_are_names)
        small = not any(one.capital for one in passage.tokens) and self._is_beside(passage, place)
        return small or (token.capital and (alone or inside))

    def _is_counted_or_said(self, passage: Passage, place: int, end: int) -> bool:
        """`2 pieces`, `only worn once`: a word among words."""
        if any(word.isdigit() or word in NUMBERS for word in passage.before(place, 1)):
            return True
        after = passage.after(end, 1)
        return bool(set(after) & NEXT_TO_A_WORD) and passage.tokens[end].raw != "à"

    def _is_titled(self, passage: Passage, place: int, end: int, *, named: bool) -> bool:
        """Whether a name that is also a word stands in a title as a name does."""
        named = named or any(word.isdigit() or word in SIZED for word in passage.after(end, 1))
        if passage.tokens[place].capital:
            return named or place > 0 or self._begins_a_thing(passage, end)
        last = end == len(passage.tokens) and not set(passage.before(place, 1)) & MADE_OF
        return place > 0 and (named or last)

    @property
    def _capitals_are_names(self) -> bool:
        """Whether a capital within a sentence is a name's: not in German, nor where all are."""
        return self._language in {"fr", "en"}

    def _begins_a_thing(self, passage: Passage, end: int) -> bool:
        """`Next floral midi dress`: a title's first name, with the thing not far behind it."""
        return any(map(self._vocabulary.has_word, passage.after(end, _NEAR)))

    def _is_beside(self, passage: Passage, place: int) -> bool:
        """Whether a name stands behind that of a thing: `robe mango, taille 38`."""
        before = (word for word in passage.before(place, 1) if word not in MADE_OF)
        return any(map(self._vocabulary.has_word, before))

    def may_be_a_word(self, passage: Passage, start: int, end: int) -> bool:
        """`Pulli only`, by one who writes capitals; `sweat a capuche gap` has none at all."""
        small = end - start == 1 and not passage.tokens[start].capital
        words = passage.words[start] in self.words and not self.is_cued(passage, start)
        if self._language == "fr" and self._is_beside(passage, start):
            # `Robe mango`: the title's first letter is a capital of its own.
            return small and words and any(one.capital for one in passage.tokens[1:])
        return small and words and any(one.capital for one in passage.tokens)

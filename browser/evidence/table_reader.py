"""Colours and materials as running text says them: of the thing itself, not of a detail.

The words are the vocabulary's own tables; those that mean other things in running text count only
behind words that name the field. Which option they mean is `matcher`'s business.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from browser.evidence.cue_words import (
    ANOTHER_THING,
    COLOR_CUES,
    DENIALS,
    DETAILS,
    ENGLISH_COLORS,
    FUNCTION_WORDS,
    GROUNDS,
    JOINERS,
    MATERIAL_CUES,
    OFTEN_SOMETHING_ELSE,
    PERCENT,
    PRINTS,
    language_of,
)
from browser.evidence.mentions import Mention, Passage
from browser.listing import FieldName
from browser.matching.text import Vocabulary, stem

_NEAR: Final = 3
_TWO: Final = 2
_ATTRIBUTED: Final = frozenset({"en", "de"})
"""Languages whose adjectives stand before their noun."""


class TableReader:
    """Finds one field's words in the texts of a listing."""

    def __init__(self, passages: Sequence[Passage], vocabulary: Vocabulary, kind: str) -> None:
        self._passages = passages
        self._vocabulary = vocabulary
        self._kind = kind
        self._language = language_of(passages)
        self._cues = COLOR_CUES if kind == FieldName.COLOR else MATERIAL_CUES

    def mentions(self) -> tuple[Mention, ...]:
        """What the first text that says something says of the field, each value once."""
        for passage in self._passages:
            if found := tuple(self._of(passage)):
                return found
        return ()

    def of_each(self) -> tuple[tuple[Mention, ...], ...]:
        """What each text says of the field."""
        return tuple(tuple(self._of(passage)) for passage in self._passages)

    def _of(self, passage: Passage) -> Iterator[Mention]:
        phrases = self._vocabulary.phrases(self._kind)
        kept = [
            place
            for place, token in enumerate(passage.tokens)
            if not self._vocabulary.says_nothing(token.word, self._kind)
        ]
        position = 0
        while position < len(kept):
            words = tuple(passage.words[place] for place in kept[position : position + 6])
            length, meaning = phrases.longest(words, 0)
            length = self._one_clause(passage, kept[position : position + length])
            if length and meaning is not None:
                start, end = kept[position], kept[position + length - 1] + 1
                if self._counts(passage, start, end):
                    said = passage.said(start, end)
                    yield Mention.of(passage, " ".join(words[:length]), said)
            position += length or 1

    def _one_clause(self, passage: Passage, places: Sequence[int]) -> int:
        """How many of the places hold a phrase: all of them, if they are of one clause."""
        clauses = {passage.tokens[place].clause for place in places}
        near = all(after - one <= _TWO for one, after in zip(places, places[1:], strict=False))
        return len(places) if len(clauses) == 1 and near else 0

    def _counts(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words at a place speak of the thing itself, and of this field."""
        before, after = passage.before(start, _NEAR), passage.after(end, _NEAR)
        if end - start == 1 and not self._is_of_the_field(passage, start, before):
            return False
        if set(before) & DENIALS or ANOTHER_THING & set(passage.before(start, 6)):
            return False
        return not self._is_of_a_detail(before, after)

    def _is_of_the_field(self, passage: Passage, place: int, before: tuple[str, ...]) -> bool:
        word = passage.words[place]
        cued = bool(set(before[-_TWO:]) & self._cues)
        if self._kind == FieldName.MATERIAL:
            cued = bool(set(before[-1:]) & self._cues) or bool(set(before[-_TWO:]) & PERCENT)
        if word in FUNCTION_WORDS.get(self._language, frozenset()):
            return False
        if self._kind == FieldName.COLOR and word in ENGLISH_COLORS and self._language != "en":
            return False
        if word == "weiss" and {"ich", "nicht"} & {*before[-1:], *passage.after(place + 1, 1)}:
            return False  # `weiß nicht`: the writer does not know.
        unsure = OFTEN_SOMETHING_ELSE[self._kind]
        return cued or not (word in unsure or stem(word) in {stem(one) for one in unsure})

    def _is_of_a_detail(self, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        """`chaîne dorée`, `gold chain`: the noun beside it is a part, or a print."""
        nouns = DETAILS | PRINTS if self._kind == FieldName.COLOR else DETAILS
        if set(before[-1:]) & GROUNDS or set(before[-_TWO:]) & GROUNDS:
            return False
        own = [word for word in before if word not in JOINERS]
        behind = self._language not in _ATTRIBUTED and set(own[-_TWO:]) & nouns
        ahead = self._language in _ATTRIBUTED and set(after[:_TWO]) & nouns
        listed = set(before[-_NEAR:]) & nouns and self._language in _ATTRIBUTED
        return bool(behind or ahead or (listed and self._kind == FieldName.MATERIAL))

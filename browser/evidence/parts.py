"""What a colour or a fabric in running text is of: the thing itself, a part of it, or a print.

`Sohle bisschen gelb`, `chaîne dorée` and `white dots` are not the thing's; `auf dunkelblau` is what
a print is on. Which words are colours or fabrics is `table_reader`'s business.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from browser.evidence.cue_words import (
    AGREEING,
    ARTICLES,
    DETAILS,
    FUNCTION_WORDS,
    GROUNDS,
    JOINERS,
    LEFT_OUT,
    LINED,
    ONTO,
    PRINTS,
    WHERE,
    WITH,
)
from browser.evidence.mentions import Passage
from browser.listing import FieldName
from browser.matching.text import Vocabulary

_NEAR: Final = 3
_TWO: Final = 2
_LONG_CLAUSE: Final = 12
_LACE: Final = ("lace",)
_MANY: Final = "multicol"
"""How a word for many colours begins, which no print has for itself."""
ATTRIBUTED: Final = frozenset({"en", "de"})
"""Languages whose adjectives stand before their noun."""


def is_left_out(passage: Passage, start: int) -> bool:
    """`The black bag is for another one, not included`: of no thing for sale.

    `Rotes Kleid, Bluse nicht dabei` leaves out the blouse alone.
    """
    clause = passage.tokens[start].clause
    own, after = (
        " ".join(token.word for token in passage.tokens if token.clause == at)
        for at in (clause, clause + 1)
    )
    return LEFT_OUT.search(own) is not None or LEFT_OUT.match(after) is not None


class Parts:
    """The parts and prints of what one listing sells."""

    def __init__(self, title: Passage, vocabulary: Vocabulary, kind: str, language: str) -> None:
        self._vocabulary = vocabulary
        self._kind = kind
        self._language = language
        self._thing = self._first_noun(title.words)
        self._nouns = (DETAILS | self._added(title)) - self._thing

    def _first_noun(self, words: Sequence[str]) -> frozenset[str]:
        """What is for sale, which may be called like a part of other things: a chain."""
        named = (word for word in words if word in DETAILS or self._vocabulary.has_word(word))
        first = next(named, "")
        return frozenset({first, *(word for word in DETAILS if first.endswith(word))})

    def _added(self, title: Passage) -> frozenset[str]:
        """What the title says the thing comes with: `Dirndl mit Schürze`."""
        places = [place for place, word in enumerate(title.words) if word in WITH]
        beside = (word for place in places for word in title.after(place + 1, _TWO))
        colors = self._vocabulary.phrases(FieldName.COLOR)
        return frozenset(word for word in beside if colors.get((word,)) is None) - ARTICLES

    def is_a_ground(self, passage: Passage, start: int) -> bool:
        """`grüne Dinos auf dunkelblau`, `white dots on navy`: what a print is on."""
        before = [word for word in passage.before(start, 6) if word not in ARTICLES]
        if self._kind != FieldName.COLOR or not before or before[-1] not in ONTO:
            return False
        colors = self._vocabulary.phrases(self._kind)
        return any(word in PRINTS or colors.get((word,)) for word in before[:-1])

    def have(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words at a place are a part's or a print's."""
        before, after = passage.before(start, _NEAR), passage.after(end, _NEAR)
        if said := passage.words[start:end][-1:]:
            many = said[0].startswith(_MANY) and not set(before) & self._nouns
            if many and self._kind == FieldName.COLOR:
                return False
        near = passage.tokens[max(0, start - _NEAR - 1) : start]
        if self._language == "fr" and any(
            one.raw.casefold() in LINED and one.clause == passage.tokens[start].clause
            for one in near
        ):
            return True
        return self._is_of_a_detail(before, after, passage.words[start:end]) or (
            self._is_of_a_part(passage, start)
        )

    def _is_of_a_part(self, passage: Passage, start: int) -> bool:
        """`Sohle bisschen gelb`: the clause begins with a part, and names no thing after it."""
        own = [word for word in passage.before(start, _LONG_CLAUSE) if word not in ARTICLES]
        if not own or own[0] not in self._nouns:
            return False
        little = self._nouns | FUNCTION_WORDS.get(self._language, frozenset())
        return not any(self._vocabulary.has_word(word) for word in own if word not in little)

    def _is_of_a_detail(
        self, before: tuple[str, ...], after: tuple[str, ...], said: tuple[str, ...]
    ) -> bool:
        """`chaîne dorée`, `gold chain`: the noun beside it is a part, or a print."""
        nouns = self._nouns | PRINTS if self._kind == FieldName.COLOR else self._nouns
        nouns = nouns - self._thing
        if set(before[-1:]) & GROUNDS or set(before[-_TWO:]) & GROUNDS:
            return False
        own = [word for word in before if word not in JOINERS]
        behind = self._language not in ATTRIBUTED and set(own[-_TWO:]) & nouns
        if behind and all(word[-1:] in "sx" for word in behind) and said[-1] in AGREEING:
            behind = set()  # `robe à boutons noire`: one colour, and several buttons.
        # `white lace collar` is the collar's, `black lace` the thing's.
        noun = after[1:2] if after[:1] == _LACE else after[:1]
        ahead = self._language in ATTRIBUTED and set(noun) & nouns
        listed = set(before[-_NEAR:]) & nouns and self._language in ATTRIBUTED
        inside = any(one in nouns and next_ == "in" for one, next_ in pairwise(before))
        at_part = set(after[:1]) & WHERE and set(after[1:]) & nouns
        return bool(
            behind or ahead or inside or at_part or (listed and self._kind == FieldName.MATERIAL)
        )

"""Colours and materials as running text says them: of the thing itself, not of a detail.

The words are the vocabulary's own tables; those that mean other things in running text count only
behind words that name the field. Which option they mean is `matcher`'s business.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from browser.evidence.bent_words import ENDINGS, by_stems, is_bent, is_bent_at_home
from browser.evidence.brand_reader import brands_of
from browser.evidence.cue_words import (
    ANOTHER_THING,
    ARTICLES,
    BESIDE_A_THING,
    BETWEEN,
    COLOR_CUES,
    COLORED,
    CONTRASTS,
    DENIALS,
    ENGLISH_COLORS,
    FALSE_FRIENDS,
    FUNCTION_WORDS,
    GARMENTS,
    GROUNDS,
    HALLMARKS,
    IMITATED,
    IMITATED_AFTER,
    JOINERS,
    LININGS,
    MATERIAL_CUES,
    NEARLY,
    NOT_WORN,
    OFTEN_SOMETHING_ELSE,
    OR,
    PER_CENT,
    PLACES,
    SILVER,
    SILVERED,
    SUBJECTS,
    SURE_IN_A_DESCRIPTION,
    TINTED_FABRICS,
    WITH,
    WORN_SHADES,
    WOVEN,
    language_of,
)
from browser.evidence.mentions import Mention, Passage
from browser.evidence.parts import ATTRIBUTED, Parts, is_left_out
from browser.evidence.unnamed_colors import colorful
from browser.listing import EvidenceSource, FieldName
from browser.matching.folding import fold, stem
from browser.matching.text import Vocabulary

_NEAR: Final = 3
_HOW_IT_GIVES: Final = frozenset({"stretch"})
"""Said alone of a fabric that is another one: no elastane."""
_NON: Final = frozenset({"iron", "slip", "stick", "stretch"})
"""What a thing has by not being so: `non-iron`, `non-slip`."""
_TWO: Final = 2
_MADE_FOR: Final = frozenset({"de", "d", "a", "au", "for", "fur"})
"""`Pantalon de pêche` is for fishing."""
_LONG_CUE: Final = 7
_LONGEST_SIGN: Final = 12
"""Signs of the longest word for per cent, and a space."""
_LITTLE: Final = 5
"""Per cent of a fabric that nobody names a thing after."""
_OTHERS: Final = frozenset({"fr", "de"})
_SHORT_CLAUSE: Final = 6


class TableReader:
    """Finds one field's words in the texts of a listing."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vocabulary: Vocabulary,
        kind: str,
        brand: tuple[str, ...] = (),
    ) -> None:
        self._passages = passages
        self._vocabulary = vocabulary
        self._kind = kind
        self._brand = brand
        self._language = language_of(passages) or vocabulary.language
        self._parts = Parts(passages[0], vocabulary, kind, self._language)
        self._cues = COLOR_CUES if kind == FieldName.COLOR else MATERIAL_CUES

    def mentions(self) -> tuple[Mention, ...]:
        """What the first text that says something says of the field, each value once."""
        for passage in self._passages:
            if found := self._of(passage):
                return found
        return ()

    def of_each(self) -> tuple[tuple[Mention, ...], ...]:
        """What each text says of the field."""
        return tuple(self._of(passage) for passage in self._passages)

    def _of(self, passage: Passage) -> tuple[Mention, ...]:
        """What a text says of the field; nothing where it says one or another."""
        found = list(self._said(passage))
        if not found and self._kind == FieldName.COLOR:
            return tuple(colorful(passage))
        return () if None in found else tuple(one for one in found if one is not None)

    def _said(self, passage: Passage) -> Iterator[Mention | None]:
        phrases = self._vocabulary.phrases(self._kind)
        kept = [
            place
            for place, token in enumerate(passage.tokens)
            if not self._vocabulary.says_nothing(token.word, self._kind)
        ]
        position = 0
        while position < len(kept):
            words = tuple(passage.words[place] for place in kept[position : position + 6])
            if self._language == "de":
                words = (_without_farben(words[0], self._vocabulary, self._kind), *words[1:])
            length, meaning = phrases.longest(words, 0)
            places = kept[position : position + length]
            if length > 1 and self._kind == FieldName.COLOR and _are_joined(passage, places):
                length, meaning = phrases.longest(words[:1], 0)  # `vert et bleu` are two.
            if meaning is not None and not self._is_written_so(words[:length]):
                length, meaning = 0, None
            length = _one_clause(passage, kept[position : position + length])
            if length and meaning is not None:
                start, end = kept[position], kept[position + length - 1] + 1
                if set(passage.before(start, 1)) & OR and position:
                    yield None  # `noir ou bleu`
                if self._is_a_value(passage, start, end) and self._counts(passage, start, end):
                    said = passage.said(start, end)
                    yield Mention.of(passage, " ".join(words[:length]), said)
            position += length or 1

    def _is_written_so(self, words: tuple[str, ...]) -> bool:
        """Whether words are a phrase of the table but for an ending: `gel` is not `gelb`."""
        bent = is_bent if self._language not in FUNCTION_WORDS else is_bent_at_home
        return any(
            all(map(bent, words, phrase))
            for phrase in by_stems(self._vocabulary, self._kind)[tuple(map(stem, words))]
        )

    def _is_a_value(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words at a place are meant as values of this field."""
        if self._is_in_a_name(passage, start) or self._is_a_town(passage, start, end):
            return False
        before = passage.before(start, _NEAR)
        return end - start > 1 or self._is_of_the_field(passage, start, before)

    def _counts(self, passage: Passage, start: int, end: int) -> bool:
        """Whether values at a place are the thing's own."""
        before = passage.before(start, _NEAR)
        if self._parts.is_a_ground(passage, start):
            return True
        contrasts = [place for place, word in enumerate(before) if word in CONTRASTS]
        denied = before[contrasts[-1] :] if contrasts else before
        if (
            set(before[-1:]) & NEARLY
            or _denies(denied)
            or (ANOTHER_THING | WITH) & set(passage.before(start, 6))
        ):
            return False
        if self._kind == FieldName.MATERIAL and (
            _is_another_fabric(passage, start, end) or _is_a_trace(passage, start)
        ):
            return False
        described = passage.source is EvidenceSource.DESCRIPTION
        if described and not self._is_near_the_thing(passage, start, end):
            return False
        if described and is_left_out(passage, start):
            return False
        return not self._parts.have(passage, start, end)

    def _is_a_town(self, passage: Passage, start: int, end: int) -> bool:
        """`acheté à Lille`: a name after a word for a place, and no word of the table as it is."""
        words, token = passage.words[start:end], passage.tokens[start]
        known = self._vocabulary.phrases(self._kind).exactly(words)
        return token.capital and known is None and bool(set(passage.before(start, 1)) & PLACES)

    def _is_near_the_thing(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words in a description begin a clause, or stand at a thing's name."""
        clause = passage.tokens[start].clause
        own = [place for place, one in enumerate(passage.tokens) if one.clause == clause]
        if start - own[0] <= 1 or len(own) <= _SHORT_CLAUSE:
            return True
        if {passage.words[at] for at in own if at < start} <= BETWEEN | SUBJECTS | ARTICLES:
            return True
        before, after = passage.before(start, _TWO), passage.after(end, 1)
        if self._is_cued(_without_fillers(passage.before(start, _LONG_CUE))):
            return True
        marked = set(before) & (self._cues | GROUNDS | JOINERS) or _has_a_share(passage, start)
        return bool(marked) or any(map(self._vocabulary.has_word, (*before, *after)))

    def _is_of_the_field(self, passage: Passage, place: int, before: tuple[str, ...]) -> bool:
        """Whether a single word is meant as a colour or a material here."""
        word, beside = passage.words[place], {*before[-1:], *passage.after(place + 1, 1)}
        if self._is_another_word(word, beside):
            return False
        if word in SILVER and HALLMARKS & beside:
            return True
        if self._is_the_fabric_of_a_thing(passage, place) or self._is_worn(passage, place):
            return True
        attributed = self._language in ATTRIBUTED
        if attributed and _is_tinted(passage, place, self._vocabulary, self._kind):
            return True
        if self._kind == FieldName.MATERIAL and self._is_one_of_two(passage, place):
            return True
        unsure = OFTEN_SOMETHING_ELSE[self._kind] & {word, word.removesuffix("s")}
        described = passage.source is EvidenceSource.DESCRIPTION
        if described and self._kind == FieldName.MATERIAL:
            unsure -= SURE_IN_A_DESCRIPTION
        if self._kind == FieldName.MATERIAL:
            cued = _has_a_share(passage, place) or self._is_cued(before)
        else:
            cued = bool(set(passage.after(place + 1, 1)) & COLORED) or self._is_cued(before)
            cued = cued or self._is_cued(_without_fillers(passage.before(place, _LONG_CUE)))
        return not unsure or cued or self._is_alone(passage, place)

    def _is_the_fabric_of_a_thing(self, passage: Passage, place: int) -> bool:
        """`chemise lin`, `tan boots`: a fabric or a shade in a title beside the thing's name."""
        known = BESIDE_A_THING[self._kind]
        if passage.source is EvidenceSource.DESCRIPTION or passage.words[place] not in known:
            return False
        if set(passage.words) & NOT_WORN:
            return False
        ahead = self._language in ATTRIBUTED
        beside = passage.after(place + 1, _TWO) if ahead else passage.before(place, 1)
        if passage.words[place].startswith("bunt"):
            beside = (*beside, *passage.before(place, 1))
        last = self._kind == FieldName.COLOR and place + 1 == len(passage.words) > _TWO
        return last or any(map(self._vocabulary.has_word, beside))

    def _is_worn(self, passage: Passage, place: int) -> bool:
        """`Plum dress`, `Kleid mint`: a shade in a title beside something that is worn."""
        if self._kind != FieldName.COLOR or passage.source is EvidenceSource.DESCRIPTION:
            return False
        beside = {*passage.before(place, _TWO), *passage.after(place + 1, _TWO)}
        made_for = set(passage.before(place, 1)) & _MADE_FOR
        return passage.words[place] in WORN_SHADES and bool(beside & GARMENTS) and not made_for

    def _is_one_of_two(self, passage: Passage, place: int) -> bool:
        """`toile et sequins`: two fabrics that are joined are no other things."""
        fabrics = self._vocabulary.phrases(self._kind)
        after, before = passage.after(place + 1, _TWO), passage.before(place, _TWO)
        return any(
            len(pair) == _TWO and pair[at] in JOINERS - WITH and fabrics.exactly((pair[1 - at],))
            for pair, at in ((after, 0), (before, 1))
        )

    def _is_another_word(self, word: str, beside: set[str]) -> bool:
        """Whether a word is one of the language's own, a foreign name, or says something else."""
        english = self._kind == FieldName.COLOR and word in ENGLISH_COLORS
        return (
            word in FUNCTION_WORDS.get(self._language, frozenset())
            or (english and self._language in _OTHERS)
            or (word in FALSE_FRIENDS and self._language != self._vocabulary.language)
            or (self._kind == FieldName.MATERIAL and word in SILVERED)
            or (word == "black" and "friday" in beside)
            # `weiß nicht`: the writer does not know.
            or (word == "weiss" and bool({"ich", "nicht"} & beside))
        )

    def _is_cued(self, before: tuple[str, ...]) -> bool:
        """Whether the words before say that a colour or a material follows."""
        if self._kind == FieldName.MATERIAL:
            return bool(set(before[-1:]) & self._cues)
        return bool(set(before[-_TWO:]) & self._cues or set(before[-1:]) & GROUNDS)

    def _is_alone(self, passage: Passage, place: int) -> bool:
        """Whether a word is all that its clause says, or what an English thing is called after."""
        token, after = passage.tokens[place], passage.after(place + 1, 1)
        if sum(one.clause == token.clause for one in passage.tokens) == 1:
            return len(passage.tokens) > 1 and token.word not in SILVER | _HOW_IT_GIVES
        return self._language == "en" and token.word == "clear" and place == 0 and bool(after)

    def is_at_a_thing(self, passage: Passage, mention: Mention) -> bool:
        """Whether a mention stands beside the name of a thing: `Rotes Kleid`."""
        words = tuple(fold(mention.evidence.words))
        for start in range(len(passage.words) - len(words) + 1):
            if passage.words[start : start + len(words)] == words:
                beside = (*passage.before(start, 1), *passage.after(start + len(words), 1))
                return any(map(self._vocabulary.has_word, beside))
        return False

    def _is_in_a_name(self, passage: Passage, place: int) -> bool:
        """`Red Wing`, `San Marina`, `Green Day tee`: a part of a name is no colour."""
        names = brands_of((), self._vocabulary).known
        words = passage.words
        if self._is_the_brand(passage, place):
            return True
        pair = passage.tokens[place : place + _TWO]
        if words[place : place + _TWO] == ("off", "white") and not all(one.capital for one in pair):
            return False
        is_titled = self._language == "en" and _is_titled(passage, place, self._vocabulary)
        return is_titled or any(
            "".join(words[start : start + length]) in names
            for length in (2, 3)
            for start in range(max(0, place - length + 1), place + 1)
        )

    def _is_the_brand(self, passage: Passage, place: int) -> bool:
        """Whether a capital stands where the brand that was given does: `Arena Badeanzug`."""
        words, length = passage.words, len(self._brand)
        return passage.tokens[place].capital and any(
            words[start : start + length] == self._brand
            for start in range(max(0, place - length + 1), place + 1 if length else 0)
        )


def _without_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    """`colour is what they call`: the word for the field, and what is no filler after it."""
    return tuple(word for word in words if word not in BETWEEN)


def _without_farben(word: str, vocabulary: Vocabulary, kind: str) -> str:
    """`cognacfarbene`: the shade that it is the colour of."""
    shade, found, ending = word.partition("farben")
    known = vocabulary.phrases(kind).exactly((shade,)) if found else None
    return shade if known and ending in ENDINGS else word


def _are_joined(passage: Passage, places: Sequence[int]) -> bool:
    """Whether a word for `and` stands between words, which are no one phrase then."""
    between = set(passage.words[places[0] : places[-1] + 1])
    return bool(between & (JOINERS - WITH - OR))


def _is_another_fabric(passage: Passage, start: int, end: int) -> bool:
    """`aspect cuir`, `leather look`, and what a lining is made of."""
    near = passage.words[max(0, start - _NEAR) : start]
    after, before = passage.after(end, 1), passage.before(start, 1)
    return bool(set(near) & LININGS or set(before) & IMITATED or set(after) & IMITATED_AFTER)


def _is_tinted(passage: Passage, place: int, vocabulary: Vocabulary, kind: str) -> bool:
    """`sand suede`, `black patent`: a colour before what the thing is made of."""
    if kind == FieldName.COLOR:
        return bool(set(passage.after(place + 1, 1)) & TINTED_FABRICS)
    before = passage.before(place, 1)
    colors = vocabulary.phrases(FieldName.COLOR)
    return passage.words[place] == "patent" and bool(before) and colors.get(before) is not None


def _has_a_share(passage: Passage, place: int) -> bool:
    """`80 % laine`, and not `6 vernis`: how much of a fabric there is."""
    return any(
        one.word.isdigit() and PER_CENT.match(passage.text[one.end :][:_LONGEST_SIGN].casefold())
        for one in passage.tokens[max(0, place - _TWO) : place]
    )


def _denies(words: Sequence[str]) -> bool:
    """Whether words say that something is not so; `non-iron cotton` is cotton."""
    properties = {at for at, (_, after) in enumerate(pairwise(words)) if after in _NON}
    return any(word in DENIALS for at, word in enumerate(words) if at not in properties)


def _is_a_trace(passage: Passage, start: int) -> bool:
    """`2% élasthanne`, `velours de coton`: what a fabric has little of, or is woven from."""
    before = passage.before(start, _TWO)
    if before[-1:] == ("de",) and set(before[:1]) & WOVEN:
        return True
    share = before[-1] if before else ""
    return share.isdigit() and int(share) <= _LITTLE


def _one_clause(passage: Passage, places: Sequence[int]) -> int:
    """How many of the places hold a phrase: all of them, if they are of one clause."""
    clauses = {passage.tokens[place].clause for place in places}
    near = all(after - one <= _TWO for one, after in pairwise(places))
    return len(places) if len(clauses) == 1 and near else 0


def _is_titled(passage: Passage, place: int, vocabulary: Vocabulary) -> bool:
    """Whether an English title gives two words capitals that the others do not have."""
    pair = passage.tokens[place : place + _TWO]
    if len(pair) < _TWO or not all(one.capital for one in pair):
        return False
    if pair[0].clause != pair[1].clause:
        return False
    if vocabulary.has_word(pair[1].word) or any(one.shouted for one in pair):
        return False
    others = [one for one in passage.tokens[place + _TWO :] if len(one.raw) > _NEAR]
    listed = brands_of((), vocabulary).known
    return pair[1].word not in listed and any(not one.capital for one in others)

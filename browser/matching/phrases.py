"""Words against a short list of options: conditions, colours, materials, sizes of parcels.

The words' meanings are looked up as whole phrases, then with slips, then phrase by phrase inside a
longer text, where all that is said must agree. Deciding on the scores belongs to `matcher`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, reduce
from typing import Final

from browser.listing import FieldName, Option, RankedOption
from browser.matching.folding import Words, fold, stem
from browser.matching.text import Phrases as TextPhrases
from browser.matching.text import Vocabulary
from browser.matching.typos import Spellings

_SAME: Final = 1.0
_KNOWN: Final = 0.96
_SAID_INSIDE: Final = 0.86
_SEVERAL: Final = 0.7
USUALLY: Final = "usually meant so"
"""The reason for an option that the rest of a listing may still change."""
_NEARER: Final = 0.84
_SHADES: Final = frozenset({FieldName.COLOR})
"""Fields where words for something between two options mean the first: `camel` is beige."""
_CONTRADICTED: Final = 0.5
_LEFT_OVER: Final = 0.6
_TWO: Final = 2
_MARK: Final = "0"
_LONGEST: Final = 32

Meaning = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """The meanings of the phrases in a text, how many words they have, and the other words."""

    meanings: tuple[Meaning, ...]
    phrases: tuple[Words, ...]
    known: int
    left: Words
    likeness: float


class Phrases:
    """The options of one field whose words have a table, ready to be compared with many texts."""

    def __init__(
        self, options: Sequence[Option], vocabulary: Vocabulary, kind: str, *, strict: bool
    ) -> None:
        self._options = tuple(options)
        self._vocabulary = vocabulary
        self._kind = kind
        self._strict = strict

    def rank(self, text: str) -> list[RankedOption]:
        """The options that the text may mean, best first; equal ones in their order."""
        words = self._content(text)[:_LONGEST]
        labelled = self._by_label.get(fold(text))
        if not labelled and self._vocabulary.phrases(self._kind).exactly(words) is None:
            labelled = self._by_label_stems.get(tuple(map(stem, fold(text))))
        if labelled:
            return [RankedOption(option, _SAME, "same words") for option in labelled]
        return self._meant(words)

    def _content(self, text: str) -> Words:
        """The words that count, and phrases of such that do not count alone: `en l'état`."""
        words = self._vocabulary.content(text, self._kind)
        said = f" {' '.join(fold(text))} "
        light = (one for one in self._of_noise if f" {' '.join(one)} " in said)
        return words + tuple(word for one in light if one != words for word in one)

    @cached_property
    def _of_noise(self) -> list[Words]:
        """The phrases that consist of words that say nothing alone."""
        mark = self._vocabulary.content(_MARK, self._kind)
        return [
            phrase
            for phrase in self._vocabulary.phrases(self._kind)
            if len(phrase) > 1
            and self._vocabulary.content(" ".join((_MARK, *phrase)), self._kind) == mark
        ]

    def _meant(self, words: Words) -> list[RankedOption]:
        whole = self._vocabulary.phrases(self._kind).get(words)
        if whole is not None:
            sure = _KNOWN if len(whole) == 1 else _SEVERAL
            return self._between(whole, self._ranked(whole, sure, "known words"), (words,))
        said = self._said(words)
        if not said.meanings:
            return []
        agreed = _agreed(said.meanings, self._vocabulary.wider.get(self._kind, {}))
        if not agreed:
            every = tuple(dict.fromkeys(one for meaning in said.meanings for one in meaning))
            return self._ranked(every, _CONTRADICTED, "several things are said")
        ranked = self._ranked(agreed, self._sureness(said, agreed), self._reason(said))
        return self._between(agreed, ranked, said.phrases)

    def _between(
        self, ids: Meaning, ranked: list[RankedOption], phrases: Sequence[Words]
    ) -> list[RankedOption]:
        """The options, the usual one ahead of the others, else the first of two shades."""
        if not ranked or ranked[0].score < _SEVERAL or len(ids) == 1:
            return ranked
        known = _usual(self._vocabulary, self._kind)
        usual = {id_ for phrase in phrases if (id_ := known.get(phrase)) is not None}
        first = next((one for one in ranked if usual == {self._sense(one.option)}), None)
        if first is None and self._kind in _SHADES and len(ids) == len(ranked) == _TWO:
            first = ranked[0]
        if first is None:
            return ranked
        others = (one for one in ranked if one is not first)
        if usual:
            return [RankedOption(first.option, _NEARER, USUALLY), *others]
        return [replace(first, score=_NEARER), *others]

    def _sureness(self, said: _Said, agreed: Meaning) -> float:
        denied = any(word in self._denials for word in said.left)
        left = [word for word in said.left if not _is_light(word, self._vocabulary, self._kind)]
        # More that is unknown than known may well say something else: `worn down to the threads`.
        if denied or (left and self._strict) or len(left) > said.known:
            return _LEFT_OVER
        if len(agreed) > 1:
            return _SEVERAL
        return (_SAID_INSIDE if said.left else _KNOWN) * said.likeness

    def _reason(self, said: _Said) -> str:
        if said.likeness < 1:
            return "likely spelling"
        return "said inside the text" if said.left else "known words"

    def _ranked(self, ids: Meaning, score: float, reason: str) -> list[RankedOption]:
        return [
            RankedOption(option, round(score, 4), reason)
            for option in sorted(
                (option for option in self._options if self._sense(option) in ids),
                key=lambda option: ids.index(self._sense(option)),
            )
        ]

    def _said(self, words: Words) -> _Said:
        phrases = self._vocabulary.phrases(self._kind)
        spelled = [self._spelled(word) for word in words]
        likeness = min((sure for _, sure in spelled), default=1.0)
        read = tuple(word for word, _ in spelled)
        meanings: list[Meaning] = []
        phrased: list[Words] = []
        left: list[str] = []
        position = 0
        while position < len(read):
            length, found = phrases.longest(read, position)
            if found is None:
                left.append(read[position])
            else:
                meanings.append(found)
                phrased.append(read[position : position + length])
            position += length or 1
        known = len(read) - len(left)
        return _Said(tuple(meanings), tuple(phrased), known, tuple(left), likeness)

    def _spelled(self, word: str) -> tuple[str, float]:
        """The known word that is meant, and how sure that is (0 to 1)."""
        known = stem(word) in self._known_stems or _is_light(word, self._vocabulary, self._kind)
        if known or word in self._denials:
            return word, 1.0
        meant = self._spellings.meant(word)
        phrases = self._vocabulary.phrases(self._kind)
        different = {phrases.get((one,), stem(one)) for one, _ in meant}
        return meant[0] if len(different) == 1 else (word, 1.0)

    def _sense(self, option: Option) -> str:
        """What an option means: the truth is its label; its id where no table has the label."""
        return self._senses[option.id, option.label]

    @cached_property
    def _senses(self) -> dict[tuple[str, str], str]:
        return {(option.id, option.label): self._sense_of(option) for option in self._options}

    def _sense_of(self, option: Option) -> str:
        words = self._vocabulary.content(option.label, self._kind)
        meant = self._vocabulary.phrases(self._kind).get(words, ())
        return meant[0] if len(meant) == 1 else option.id

    @cached_property
    def _by_label(self) -> dict[Words, list[Option]]:
        labelled: dict[Words, list[Option]] = {}
        for option in self._options:
            labelled.setdefault(fold(option.label), []).append(option)
        return labelled

    @cached_property
    def _by_label_stems(self) -> dict[Words, list[Option]]:
        labelled: dict[Words, list[Option]] = {}
        for option in self._options:
            labelled.setdefault(tuple(map(stem, fold(option.label))), []).append(option)
        return labelled

    @cached_property
    def _known_words(self) -> frozenset[str]:
        phrases = self._vocabulary.phrases(self._kind)
        return frozenset(word for phrase in phrases for word in phrase)

    @cached_property
    def _known_stems(self) -> frozenset[str]:
        return frozenset(map(stem, self._known_words))

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(sorted(self._known_words))

    @cached_property
    def _denials(self) -> frozenset[str]:
        return frozenset(word for text in self._vocabulary.denials for word in fold(text))


@lru_cache(maxsize=64)
def _usual(vocabulary: Vocabulary, kind: str) -> TextPhrases[str]:
    """The phrases of several meanings that have a usual one."""
    table = vocabulary.usual.get(kind, {})
    return TextPhrases({vocabulary.content(phrase, kind): id_ for phrase, id_ in table.items()})


def spoken_values(text: str, vocabulary: Vocabulary, kind: str) -> tuple[str, ...]:
    """The values that a text names one after the other, as `noir blanc`; itself if it is one."""
    phrases = vocabulary.phrases(kind)
    words = vocabulary.content(text, kind) if phrases else ()
    if not phrases or words in phrases or len(words) > _LONGEST:
        return (text,)
    values = tuple(_values(words, vocabulary, kind))
    return values if len(values) > 1 else (text,)


def _values(words: Words, vocabulary: Vocabulary, kind: str) -> Iterator[str]:
    """The phrases that the words consist of, with what is light beside them; none if not only."""
    phrases = vocabulary.phrases(kind)
    wider = vocabulary.wider.get(kind, {})
    found: list[tuple[Words, Meaning]] = []
    position = 0
    while position < len(words):
        length, meaning = phrases.longest(words, position)
        if meaning is None and not _is_light(words[position], vocabulary, kind):
            return
        if meaning is not None:
            found.append((words[position : position + length], meaning))
        position += length or 1
    meanings = tuple(meaning for _, meaning in found)
    if len(found) > 1 and not _agreed(meanings, wider):
        yield from (" ".join(phrase) for phrase, _ in found)


def _is_light(word: str, vocabulary: Vocabulary, kind: str) -> bool:
    """Whether a word may be left over: `80` in `80 % laine`, `chiné` in `gris chiné`."""
    return word.isdigit() or vocabulary.is_light(word, kind)


def _agreed(meanings: Sequence[Meaning], wider: Mapping[str, Meaning]) -> Meaning:
    """What all meanings have in common; `blue` beside `navy` says nothing against it."""
    above = {one for meaning in meanings if len(meaning) == 1 for one in wider.get(meaning[0], ())}
    narrow = [meaning for meaning in meanings if not set(meaning) <= above] or list(meanings)
    common = reduce(frozenset.__and__, (frozenset(meaning) for meaning in narrow))
    return tuple(one for one in narrow[0] if one in common)

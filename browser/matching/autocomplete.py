"""Ranked suggestions while somebody types: what the words so far may become.

Beside the ranking of `matcher`, which reads whole words, a word counts as soon as an option's
label, or a word that means it, begins like that. Nothing is decided here: what the form would
choose for the text is first, and where it would ask, nothing is as sure as what decides.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from typing import Final

from browser.listing import FieldName, Option, RankedOption
from browser.matching.folding import Words, fold
from browser.matching.matcher import Vocabulary, decided, ranker
from browser.messages import Message

LONGEST: Final = 100
"""How many signs of a text are read; nobody types a longer label."""
_SAME: Final = 1.0
_BEGINS: Final = 0.95
_ITS_WORDS: Final = 0.9
_WITH_PARENTS: Final = 0.85
_ONLY_PARENTS: Final = 0.4
_COMPLETED: Final = 0.85
"""How much of its score an option keeps that only a completed word names."""
_WORD_LEFT: Final = 0.01
"""What each word of a label costs that was not typed yet: the shorter label first."""
_SHORTEST: Final = 3
_COMPLETIONS: Final = 3
_ENOUGH: Final = 8
"""So many labels that begin like the text leave nothing for completed words to add."""
_WHOLE: Final = 0.9
_INSIDE: Final = 0.8
_WORTH: Final = 0.5
_UNDECIDED: Final = 0.79
"""How much of its score an option keeps where the form would ask: less than what decides."""
_REMEMBERED: Final = 256


_Look = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An option with the words of its label, and with those of its parents."""

    option: Option
    joined: str
    own: Words
    every: Words


class Suggestions:
    """The options of one field, ready to be asked on every key; pure once it is made."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary, kind: str) -> None:
        # Those who type the same word send the same beginnings of it.
        self._rank = lru_cache(_REMEMBERED)(ranker(tuple(options), vocabulary, kind))
        self._found = lru_cache(_REMEMBERED)(self._find)
        # The tabs of a size are in its label, where they count.
        bare = kind == FieldName.SIZE
        self._entries = tuple(_entry(option, () if bare else option.parents) for option in options)
        self._places = {entry.option: place for place, entry in enumerate(self._entries)}
        self._words = _Sorted(
            (word, place) for place, entry in enumerate(self._entries) for word in entry.every
        )
        self._phrases = _Sorted((phrase, 0) for phrase in set(_spoken(vocabulary, kind)))
        # What is worked out at the first text is worked out now, while nobody waits for it.
        self._rank("x")

    def find(self, text: str, first: int) -> tuple[RankedOption, ...]:
        """The best `first` options for a text, best first; in the site's order for an empty one."""
        return self._found(text[:LONGEST], first)

    def _find(self, text: str, first: int) -> tuple[RankedOption, ...]:
        words = fold(text)
        if not words:
            nothing = "nothing was typed"
            return tuple(RankedOption(one.option, 0.0, nothing) for one in self._entries[:first])
        best: dict[_Look, RankedOption] = {}
        for one in self._ranked(text, words):
            look = _look(one.option)
            if look not in best or one.score > best[look].score:
                best[look] = one
        ordered = sorted(best.values(), key=lambda one: (-one.score, self._places[one.option]))
        return self._as_the_form_decides(text, words, ordered)[:first]

    def _as_the_form_decides(
        self, text: str, words: Words, ordered: Sequence[RankedOption]
    ) -> tuple[RankedOption, ...]:
        """What the form would choose first and nothing surer than it, or nothing sure at all."""
        chosen = decided(text, self._rank).option
        is_first = chosen is not None and _look(ordered[0].option) == _look(chosen.option)
        if chosen is None or (not is_first and self._goes_on(words, chosen)):
            return tuple(replace(one, score=round(one.score * _UNDECIDED, 4)) for one in ordered)
        others = (one for one in ordered if _look(one.option) != _look(chosen.option))
        return (
            chosen,
            *(replace(one, score=min(one.score, chosen.score)) for one in others),
        )

    def _goes_on(self, words: Words, chosen: RankedOption) -> bool:
        """Whether the last word says nothing yet: `bleu m` is blue, and may become navy."""
        before = decided(" ".join(words[:-1]), self._rank).option if len(words) > 1 else None
        return before is not None and _look(before.option) == _look(chosen.option)

    def _ranked(self, text: str, words: Words) -> Iterator[RankedOption]:
        for one in self._rank(text):
            # What is said inside a text may go on: `bleu m` becomes `bleu marine`.
            yield one if one.score >= _WHOLE else replace(one, score=min(one.score, _INSIDE))
        beginning = list(self._beginning(words))
        yield from beginning
        for phrase in self._completed(words) if len(beginning) < _ENOUGH else ():
            for one in self._rank(phrase):
                if one.score >= _WORTH:
                    score = round(one.score * _COMPLETED, 4)
                    yield RankedOption(one.option, score, Message("as in {phrase}", phrase=phrase))

    def _beginning(self, words: Words) -> Iterator[RankedOption]:
        """The options with words that begin like all of those typed."""
        joined = " ".join(words)
        places = [{place for _, place in self._words.starting(word)} for word in words]
        for place in sorted(set.intersection(*places)):
            entry = self._entries[place]
            score, reason = _likeness(words, joined, entry)
            left = _WORD_LEFT * max(len(entry.own) - len(words), 0)
            yield RankedOption(entry.option, round(max(score - left, 0.0), 4), reason)

    def _completed(self, words: Words) -> list[str]:
        """The shortest phrases of the vocabulary that begin like the text, or like its last word.

        They are in any language of the market: `kapu` becomes `kapuzenjacke` on every page.
        """
        whole = " ".join(words)
        found = self._phrases_starting(whole)
        if not found and len(words) > 1:
            before = whole.removesuffix(words[-1])
            found = [before + phrase for phrase in self._phrases_starting(words[-1])]
        return sorted(found, key=len)[:_COMPLETIONS]

    def _phrases_starting(self, start: str) -> list[str]:
        if len(start) < _SHORTEST:
            return []
        return [phrase for phrase, _ in self._phrases.starting(start) if phrase != start]


def _look(option: Option) -> _Look:
    """What a reader sees of an option: a page may list the same one twice."""
    return option.label, option.parents


@dataclass(frozen=True, slots=True)
class OfferedList:
    """The options of a field, and by id the language that each is shown in; names have none."""

    suggestions: Suggestions
    languages: Mapping[str, str]

    def find(self, text: str, first: int) -> tuple[tuple[RankedOption, str | None], ...]:
        """The best options for what is typed so far, each with its language."""
        found = self.suggestions.find(text, first)
        return tuple((one, self.languages.get(one.option.id)) for one in found)


class _Sorted:
    """Texts with a number each, found by how they begin."""

    def __init__(self, texts: Iterable[tuple[str, int]]) -> None:
        self._texts = sorted(texts)

    def starting(self, start: str) -> Iterator[tuple[str, int]]:
        """Those that begin so, in order."""
        at = bisect_left(self._texts, (start, -1))
        rest = (self._texts[place] for place in range(at, len(self._texts)))
        return takewhile(lambda text: text[0].startswith(start), rest)


def _spoken(vocabulary: Vocabulary, kind: str) -> Iterator[str]:
    """The phrases that mean something for a field."""
    if kind == FieldName.CATEGORY:
        yield from (" ".join(fold(phrase)) for phrase in vocabulary.terms)
    yield from (" ".join(phrase) for phrase in vocabulary.phrases(kind))


def _entry(option: Option, parents: Sequence[str]) -> _Entry:
    own = fold(option.label)
    every = (*own, *(word for parent in parents for word in fold(parent)))
    return _Entry(option, " ".join(own), own, every)


def _begins(start: str, words: Words) -> bool:
    return any(word.startswith(start) for word in words)


def _likeness(words: Words, joined: str, entry: _Entry) -> tuple[float, str]:
    """How far the words are the label; all of them begin a word of it or of its parents."""
    if joined == entry.joined:
        return _SAME, "same label"
    if entry.joined.startswith(joined):
        return _BEGINS, "the label begins so"
    own = sum(_begins(word, entry.own) for word in words)
    if own == len(words):
        return _ITS_WORDS, "words of the label begin so"
    if own:
        return _WITH_PARENTS, "words of the label and of what it is in begin so"
    return _ONLY_PARENTS, "what it is in begins so"

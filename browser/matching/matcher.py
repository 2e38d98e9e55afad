"""Free text to an option of the page: chosen when it is clear, asked back when it is not.

Knows no site and no language: words come from a `Vocabulary`, options from the page. Pure and fast;
`categories` and `sizes` give the scores, and the bars here say which of them decide.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from browser.listing import Evidence, FieldName, Option, RankedOption
from browser.matching.brands import Names
from browser.matching.building import undisturbed
from browser.matching.categories import Breadcrumbs
from browser.matching.folding import fold
from browser.matching.likeness import Likeness
from browser.matching.phrases import USUALLY, Phrases, spoken_values
from browser.matching.size_fit import UPPER_OF_TWO
from browser.matching.sizes import Sizes
from browser.matching.text import Vocabulary

__all__ = [
    "AS_ANSWERED",
    "Choice",
    "Vocabulary",
    "answered",
    "choose",
    "decided",
    "kept_likeness",
    "kept_ranker",
    "likeliest",
    "ranked",
    "ranker",
    "split_values",
]

Ranker = Callable[[str], list[RankedOption]]

_BAR: Final = 0.8
_LEAD: Final = 0.08
_SHOWN: Final = 5
_ASKED_AMONG: Final = 8
"""How many categories a question names."""
_LONGEST: Final = 300
_SEPARATORS: Final = re.compile(r"\s*[/,;+&|\n]\s*|\s+(?=\d+\s*%)")
AS_ANSWERED: Final = "as answered"
"""The reason for what an answer names by its id."""
_WHOLLY_SAID: Final = frozenset({FieldName.COLOR, FieldName.MATERIAL, FieldName.PARCEL_SIZE})
"""Fields where a word that is left over may change what the others mean."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The option that a text means, or the question to ask instead.

    `alternatives` holds at most five options, best first: the candidates of a question (eight where
    it is about the category), or what came closest to the chosen option. `reason` says in a few
    words why, and `evidence` with which words of the listing.
    """

    option: RankedOption | None
    alternatives: tuple[RankedOption, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def question(self) -> bool:
        """Whether the seller has to be asked."""
        return self.option is None

    @property
    def leans(self) -> bool:
        """Whether the option is the likeliest reading of words that leave others open."""
        return self.reason in {USUALLY, UPPER_OF_TWO}


def choose(text: str, options: Sequence[Option], *, vocabulary: Vocabulary, kind: str) -> Choice:
    """The option that a text means. `kind` is a `FieldName`, or the code of another attribute.

    Categories are given as leaves with their `parents`; the text may be a breadcrumb in any order.
    Unclear texts, among them an empty one, come back as a question; nothing is raised.
    """
    choice = decided(text, kept_ranker(tuple(options), vocabulary, kind))
    if choice.question and kind == FieldName.CATEGORY and fold(text[:_LONGEST]):
        return _filled_up(choice, likeliest(text, options, vocabulary=vocabulary))
    return choice


def decided(text: str, rank: Ranker) -> Choice:
    """What a text means by one ranking, by the bars of every field."""
    if not fold(text[:_LONGEST]):
        return Choice(None, (), "nothing was said")
    ranked = rank(text[:_LONGEST])
    if len(text) > _LONGEST:
        return _asked(_distinguishable(ranked), "too long to be sure")
    return _decided(ranked)


def likeliest(
    text: str, options: Sequence[Option], *, vocabulary: Vocabulary
) -> tuple[RankedOption, ...]:
    """The categories that a text may mean, likeliest first; a score is how likely, from 0 to 1.

    Categories are given as leaves with their `parents`. Evidence for a question or for whoever
    reads more than this text; nothing is decided by it here.
    """
    return kept_likeness(tuple(options), vocabulary).ranked(text[:_LONGEST])


def answered(
    answer: str, options: Sequence[Option], *, vocabulary: Vocabulary, kind: str
) -> Choice:
    """The option that an answer to a question names, by its id or by words.

    An answer that is one option's id and another one's label is asked again.
    """
    named = [option for option in options if option.id == answer.strip()]
    labelled = [option for option in options if fold(option.label) == fold(answer)]
    if not named:
        return choose(answer, options, vocabulary=vocabulary, kind=kind)
    both = tuple(RankedOption(option, 1.0, AS_ANSWERED) for option in _different(named + labelled))
    return Choice(both[0], (), AS_ANSWERED) if len(both) == 1 else _asked(both, "several fit")


def split_values(text: str, vocabulary: Vocabulary, kind: str = "") -> tuple[str, ...]:
    """The values of a field that takes several: `noir/gris`, `cotton and wool`.

    Where the words of the field `kind` are known, they may also stand side by side: `noir blanc`.
    """
    words = "|".join(map(re.escape, sorted(vocabulary.joiners)))
    spoken = re.sub(rf"\s+(?:{words})\s+", "/", text, flags=re.IGNORECASE) if words else text
    said = (value.strip() for value in _SEPARATORS.split(spoken))
    values = dict.fromkeys(value for value in said if value)
    return tuple(
        dict.fromkeys(one for value in values for one in spoken_values(value, vocabulary, kind))
    )


def ranked(
    text: str, options: tuple[Option, ...], *, vocabulary: Vocabulary, kind: str
) -> list[RankedOption]:
    """The options that share something with a text, best first; nothing is decided."""
    text = text[:_LONGEST]
    return kept_ranker(options, vocabulary, kind)(text) if fold(text) else []


def ranker(options: tuple[Option, ...], vocabulary: Vocabulary, kind: str) -> Ranker:
    """What ranks the options of a field for a text, best first; for lists that are kept."""
    with undisturbed():
        return _ranker(options, vocabulary, kind)


def _ranker(options: tuple[Option, ...], vocabulary: Vocabulary, kind: str) -> Ranker:
    if kind == FieldName.SIZE:
        return Sizes(options, vocabulary).rank
    if kind == FieldName.BRAND:
        return Names(options, vocabulary, kind).rank
    if kind in vocabulary.meanings and kind != FieldName.CATEGORY:
        return Phrases(options, vocabulary, kind, strict=kind in _WHOLLY_SAID).rank
    return Breadcrumbs(options, vocabulary, kind).rank


kept_ranker: Final = lru_cache(maxsize=32)(ranker)
"""`ranker`, remembered for the lists of the latest pages."""


@lru_cache(maxsize=8)
def kept_likeness(options: tuple[Option, ...], vocabulary: Vocabulary) -> Likeness:
    """The likeness of a page's categories to texts, kept for the latest pages."""
    with undisturbed():
        return Likeness(options, vocabulary, kept_ranker(options, vocabulary, FieldName.CATEGORY))


def _filled_up(choice: Choice, likely: Sequence[RankedOption]) -> Choice:
    """The question with the likeliest options behind its own candidates, each look once."""
    own = choice.alternatives
    least = own[-1].score if own else 1.0
    known = {(one.option.label, one.option.parents) for one in own}
    more = (one for one in likely if (one.option.label, one.option.parents) not in known)
    behind = (replace(one, score=min(one.score, least)) for one in more if one.score > 0)
    looks = {(one.option.label, one.option.parents): one for one in reversed([*own, *behind])}
    return replace(choice, alternatives=tuple(reversed(looks.values()))[:_ASKED_AMONG])


def _decided(ranked: list[RankedOption]) -> Choice:
    shown = _distinguishable(ranked)
    if not shown or shown[0].score < _BAR:
        return _asked(shown, "nothing fits" if not shown else "not sure enough")
    if len(shown) > 1 and shown[0].score - shown[1].score < _LEAD:
        return _asked(shown, "several fit")
    return Choice(shown[0], shown[1:], shown[0].reason)


def _asked(candidates: tuple[RankedOption, ...], reason: str) -> Choice:
    return Choice(None, candidates, reason)


def _distinguishable(ranked: list[RankedOption]) -> tuple[RankedOption, ...]:
    """The best few, each look once: a page may list the same option twice."""
    looks: dict[tuple[str, tuple[str, ...]], RankedOption] = {}
    for candidate in ranked:
        looks.setdefault((candidate.option.label, candidate.option.parents), candidate)
        if len(looks) > _SHOWN:
            break
    return tuple(looks.values())[:_SHOWN]


def _different(options: list[Option]) -> list[Option]:
    return list(dict.fromkeys(options))

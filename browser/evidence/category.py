"""The category of a whole listing: chosen where everything agrees, else asked, likeliest first.

The hint binds to the branch that it names, the title decides within it, the description confirms
and fills gaps. `category_features` has what each of them says for a leaf, `category_groups` which
leaves are one thing; how much each counts was learned by `benchmarks.listings`.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import mul
from typing import Final

from browser.evidence.audience import FEMALE, SEXES
from browser.evidence.category_features import CategoryFeatures, Leaf, ReadListing
from browser.evidence.category_groups import Groups, Ranked
from browser.evidence.category_weights import CERTAINTY, WEIGHTS
from browser.evidence.words import words_for
from browser.listing import FieldName, Listing, Option, RankedOption
from browser.matching.likeness import Features
from browser.matching.matcher import Choice, decided, kept_ranker
from browser.matching.text import Vocabulary

_BAR: Final = 0.9
"""So sure of a choice nine of ten are right; below it a friend would ask."""
_CLOSEST: Final = 16
_CANDIDATES: Final = 8
_WIDEST: Final = 8.0
_LEAST_SHARE: Final = 1e-4
_LEAST_LOG: Final = -3.0
_UNSURE: Final = 0.89
"""What a candidate of a question scores at most."""


class CategoryReader:
    """The categories of one page, ready to be read for many listings."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._by_tables = kept_ranker(tuple(options), vocabulary, FieldName.CATEGORY)
        self._vocabulary = vocabulary
        self.features = CategoryFeatures(options, vocabulary)
        self._groups = Groups(self.features.leaves, vocabulary)

    def choice(self, listing: Listing, suggested: Sequence[str] = ()) -> Choice:
        """The category of a listing, or the question with its likeliest ones.

        `suggested` are the ids that the site itself suggests on the open page, likeliest first.
        """
        read = self.features.read(listing)
        ranked = self.ranked(self.features.of(read, suggested))
        hinted = self.hinted(listing)
        if not ranked:
            return hinted or Choice(None, (), "nothing fits")
        reason = self.doubt(read, ranked[0])
        best, score = ranked[0], certainty(ranked, hinted)
        candidates = self._candidates(ranked, score)
        if reason or score < _BAR:
            return Choice(None, candidates, reason or "not sure enough")
        evidence = words_for(best.leaf, read, listing, self._vocabulary)
        said = " and ".join(dict.fromkeys(each.source.value for each in evidence)) or "everything"
        chosen = RankedOption(best.leaf.option, round(score, 4), f"said by {said}")
        return Choice(chosen, candidates[1:5], chosen.reason, evidence)

    def ranked(
        self, found: Mapping[int, Features], weights: Sequence[float] = WEIGHTS
    ) -> list[Ranked]:
        """What is likeliest first, with its share of all that speaks for anything."""
        strength = {at: sum(map(mul, weights, values)) for at, values in found.items()}
        if not strength:
            return []
        most = max(strength.values())
        whole = sum(math.exp(value - most) for value in strength.values())
        first = sorted(strength, key=lambda at: (-strength[at], at))[:_CLOSEST]
        shares = [(at, math.exp(strength[at] - most) / whole, found[at]) for at in first]
        return self._groups.of(shares)

    def hinted(self, listing: Listing) -> Choice | None:
        """What the hint alone decides, where it names one category."""
        if not listing.category:
            return None
        hinted = decided(listing.category, self._by_tables)
        return None if hinted.question else hinted

    def doubt(self, read: ReadListing, best: Ranked) -> str | None:
        """Why a friend would ask, however well the rest fits."""
        if read.audience.contradicts_itself:
            return "hint and title name different people"
        if not read.audience.is_for_one_sex and self._is_for_either(best.leaf):
            return "not said for whom"
        thing = best.leaf.every & read.concepts - self._vocabulary.features
        return None if thing else "not sure enough"

    def _is_for_either(self, leaf: Leaf) -> bool:
        """Whether the page has the same thing for the other sex, and neither is presumed."""
        presumed = any(thing & self._vocabulary.presumed for thing in leaf.things)
        if not leaf.people & SEXES or (presumed and FEMALE in leaf.people):
            return False
        return self._groups.has_both_sexes(leaf)

    def _candidates(self, ranked: Sequence[Ranked], score: float) -> tuple[RankedOption, ...]:
        options = [(leaf.option, one.share) for one in ranked for leaf in (one.leaf, *one.others)][
            :_CANDIDATES
        ]
        first = ranked[0].share or 1.0
        return tuple(
            RankedOption(option, round(min(_UNSURE, score * share / first), 4), "likely")
            for option, share in options
        )


def certainty(ranked: Sequence[Ranked], hinted: Choice | None) -> float:
    """How often what is likeliest by so much is right, from 0 to 1."""
    values = certainty_features(ranked, hinted)
    return 1 / (1 + math.exp(-sum(map(mul, CERTAINTY, values))))


def certainty_features(ranked: Sequence[Ranked], hinted: Choice | None) -> Features:
    """What says how sure the first one is: its lead, its share, and what its words explain."""
    best, *others = ranked
    lead = math.log(best.share / max(others[0].share if others else 0.0, _LEAST_SHARE))
    meant = hinted.option.option if hinted and hinted.option else None
    own = {leaf.option for leaf in (best.leaf, *best.others)}
    return (
        1.0,
        min(lead, _WIDEST) / 4,
        max(math.log(best.share), _LEAST_LOG),
        best.features[_TITLE_TABLES],
        best.features[_BOTH_TABLES],
        *(best.features[at] for at in _NAMED),
        float(meant in own),
        float(meant is not None and meant not in own),
    )


_TITLE_TABLES, _BOTH_TABLES = 0, 11
_NAMED: Final = (43, 46, 47, 48, 49, 50, 53, 56)
"""Features of `category_features`: what the hint names, how much of the name is said where, an
unsaid mark, and what the path explains."""


@lru_cache(maxsize=8)
def _kept(options: tuple[Option, ...], vocabulary: Vocabulary) -> CategoryReader:
    return CategoryReader(options, vocabulary)


def category_of(
    listing: Listing,
    options: Sequence[Option],
    vocabulary: Vocabulary,
    suggested: Sequence[str] = (),
) -> Choice:
    """The category that a whole listing means on a page with these leaves, or the question."""
    return _kept(tuple(options), vocabulary).choice(listing, suggested)

"""The category of a whole listing: chosen where everything agrees, else asked, likeliest first.

The hint binds to the branch that it names, the title decides within it, the description confirms
and fills gaps. `category_features` has what each of them says for a leaf, `category_groups` which
leaves are one thing; how much each counts was learned by `benchmarks.listings`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import mul
from typing import Final

from browser.evidence.audience import FEMALE, SEXES
from browser.evidence.category_features import CategoryFeatures, Leaf, ReadListing
from browser.evidence.category_groups import Groups, Ranked
from browser.evidence.category_paths import Paths, of_path
from browser.evidence.category_weights import CERTAINTY, WEIGHTS
from browser.evidence.words import words_for
from browser.listing import Evidence, EvidenceSource, FieldName, Listing, Option, RankedOption
from browser.matching.likeness import Features
from browser.matching.matcher import Choice, decided, kept_ranker
from browser.matching.text import Vocabulary

_BAR: Final = 0.9
"""So sure of a choice nine of ten are right; below it a friend would ask."""
_LEAD: Final = 4
"""So much likelier than the next one: a share alone is high where nothing else was thought of."""
_OF_PATH: Final = 0.97
"""A whole path is what the page calls a category; it may be pasted wrong all the same."""
_CLOSEST: Final = 16
_CANDIDATES: Final = 8
_WIDEST: Final = 8.0
_LEAST_SHARE: Final = 1e-4
_LEAST_LOG: Final = -3.0
_OF_EACH: Final = 4
_AGAINST: Final = "hint and title say different things"
_UNSURE: Final = 0.89
"""What a candidate of a question scores at most."""


class CategoryReader:
    """The categories of one page, ready to be read for many listings."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._by_tables = kept_ranker(tuple(options), vocabulary, FieldName.CATEGORY)
        self._vocabulary = vocabulary
        self.features = CategoryFeatures(options, vocabulary)
        self._groups = Groups(self.features.leaves, vocabulary)
        self._paths = Paths(self.features.leaves)

    def choice(self, listing: Listing, suggested: Sequence[str] = ()) -> Choice:
        """The category of a listing, or the question with its likeliest ones.

        `suggested` are the ids that the site itself suggests on the open page, likeliest first.
        """
        read = self.features.read(listing)
        meant = self._paths.leaf(listing.category)
        if meant and self._agrees(read, meant):
            return self._chosen(meant, _OF_PATH, (), read, listing)
        found = self.features.of(read, suggested)
        ranked = self.ranked(found)
        hinted = self.hinted(listing)
        if not ranked:
            return hinted or Choice(None, (), "nothing fits")
        reason = self.doubt(read, ranked[0], hinted)
        best, score = ranked[0], certainty(ranked, hinted)
        candidates = self._candidates(ranked, score)
        if reason == _AGAINST:
            candidates = self._both(candidates, read, found)
        if reason:
            return Choice(None, candidates, reason)
        if score < _BAR or (hinted is None and _is_close(ranked)):
            return Choice(None, candidates, "not sure enough")
        if meant and meant not in (best.leaf, *best.others):
            by_hint = RankedOption(meant.option, _UNSURE, "likely")
            return Choice(None, _behind((by_hint,), candidates)[:_CANDIDATES], _AGAINST)
        return self._chosen(meant or best.leaf, score, candidates[1:5], read, listing)

    def _chosen(
        self,
        leaf: Leaf,
        score: float,
        others: Sequence[RankedOption],
        read: ReadListing,
        listing: Listing,
    ) -> Choice:
        evidence = words_for(leaf, read, listing, self._vocabulary)
        chosen = RankedOption(leaf.option, round(score, 4), _reason(evidence))
        return Choice(chosen, tuple(others), chosen.reason, evidence)

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

    def doubt(self, read: ReadListing, best: Ranked, hinted: Choice | None = None) -> str | None:
        """Why a friend would ask, however well the rest fits."""
        if read.audience.contradicts_itself:
            return "hint and title name different people"
        if self.features.is_against(read, best.leaf, decides=hinted is not None):
            return "hint and title say different things"
        if not read.audience.is_for_one_sex and self._is_for_either(best.leaf):
            return "not said for whom"
        if self._groups.is_also_elsewhere(best.leaf, read.concepts):
            return "several fit"
        thing = best.leaf.every & read.concepts - self._vocabulary.features
        return None if thing else "not sure enough"

    def _agrees(self, read: ReadListing, leaf: Leaf) -> bool:
        """Whether a title names nothing but what is in a path, and nobody else than it is for."""
        if read.audience.contradicts_itself:
            return False
        in_path = self.features.named(of_path(read.title, leaf))
        # Long or pleated says something where a category beside it is called so.
        idle = self._vocabulary.features - self._paths.of_branch(leaf)
        return self.features.named(read.title) <= leaf.every | in_path | idle

    def _is_for_either(self, leaf: Leaf) -> bool:
        """Whether the page has the same thing for the other sex, and neither is presumed."""
        presumed = any(thing & self._vocabulary.presumed for thing in leaf.things)
        if not leaf.people & SEXES or (presumed and FEMALE in leaf.people):
            return False
        return self._groups.has_both_sexes(leaf)

    def _both(
        self,
        candidates: tuple[RankedOption, ...],
        read: ReadListing,
        found: Mapping[int, Features],
    ) -> tuple[RankedOption, ...]:
        """What the title names and what the hint does, where they are not of one kind."""
        hinted = {at: values for at, values in found.items() if self.features.holds_hint(read, at)}
        others = self._candidates(self.ranked(hinted), 0.5) if hinted else ()
        return _behind(_behind(candidates[:_OF_EACH], others), candidates)[:_CANDIDATES]

    def _candidates(self, ranked: Sequence[Ranked], score: float) -> tuple[RankedOption, ...]:
        options = [(leaf.option, one.share) for one in ranked for leaf in (one.leaf, *one.others)][
            :_CANDIDATES
        ]
        first = ranked[0].share or 1.0
        return tuple(
            RankedOption(option, round(min(_UNSURE, score * share / first), 4), "likely")
            for option, share in options
        )


def _reason(evidence: Sequence[Evidence]) -> str:
    """Who says so, in a few words; the words themselves are the evidence."""
    said = {one.source for one in evidence}
    if said == {EvidenceSource.HINT, EvidenceSource.TITLE}:
        return "hint and title agree"
    if said == {EvidenceSource.TITLE}:
        return "the title says so"
    return "the hint says so" if said == {EvidenceSource.HINT} else "the whole listing says so"


def _is_close(ranked: Sequence[Ranked]) -> bool:
    return len(ranked) > 1 and ranked[0].share < _LEAD * ranked[1].share


def _behind(
    named: Sequence[RankedOption], others: Sequence[RankedOption]
) -> tuple[RankedOption, ...]:
    """Options behind others, none surer than those before it."""
    least = min((one.score for one in named), default=0.0)
    known = {one.option for one in named}
    more = (one for one in others if one.option not in known)
    return (*named, *(replace(one, score=min(one.score, least)) for one in more))


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
_NAMED: Final = (43, 46, 47, 48, 49, 50, 54, 57)
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

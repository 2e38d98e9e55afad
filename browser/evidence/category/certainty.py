"""How sure the likeliest category of a listing is: how often such a one is right, from 0 to 1.

What says so was weighed by `benchmarks.listings` on listings that the ranking had not seen. Ranking
belongs to `reader`, what each source says to `features`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

from browser.evidence.category.features import AT
from browser.evidence.category.groups import Ranked
from browser.evidence.category.weights import CERTAINTY
from browser.matching.likeness import Features
from browser.matching.matcher import Choice

_WIDEST: Final = 8.0
_LEAST_SHARE: Final = 1e-4
_LEAST_LOG: Final = -3.0
_OF_BEST: Final = (
    *("title tables", "both tables", "held", "named both", "named all"),
    *("whole title", "whole both", "whole all", "unsaid mark", "explained"),
    *("called in title", "called first", "called alone", "others called"),
    *("called in hint", "others called in hint", "called what is lacking"),
    *("taught by all", "taught first by title", "taught first by all", "untaught", "taught share"),
    "taught elsewhere",
)
"""Features of the likeliest category that say how sure it is. More of them, as what the next one
shares with it, were surer of what is wrong where the batch was held out."""
DOUBTS: Final = (
    "hint and title name different people",
    "hint and title say different things",
    "not said for whom",
    "several fit",
    "not sure enough",
)
"""Why a friend would ask, however well the rest fits."""
NAMES: Final = (
    *("any", "lead", "share", *_OF_BEST, "hint agrees", "hint decides otherwise", *DOUBTS),
)
_WHOLE: Final = AT["whole title"]
_PLACES: Final = tuple(AT[name] for name in _OF_BEST)
_WEIGHTS: Final = tuple(CERTAINTY.get(name, 0.0) for name in NAMES)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be decided: the ranking, and what else was read."""

    ranked: Sequence[Ranked]
    hinted: Choice | None
    doubt: str | None


def certainty(decision: Decision, weights: Sequence[float] = _WEIGHTS) -> float:
    """How often what is likeliest by so much is right, from 0 to 1."""
    return 1 / (1 + math.exp(-sum(map(mul, weights, features(decision)))))


def features(decision: Decision) -> Features:
    """What says how sure the first one is: its lead, its share, and what its words explain."""
    best, others = decision.ranked[0], rivals(decision.ranked)
    hinted = decision.hinted
    meant = hinted.option.option if hinted and hinted.option else None
    own = {leaf.option for leaf in (best.leaf, *best.others)}
    return (
        1.0,
        _lead(best, others),
        max(math.log(_share(decision.ranked, others)), _LEAST_LOG),
        *(best.features[at] for at in _PLACES),
        float(meant in own),
        float(meant is not None and meant not in own),
        *(float(decision.doubt == doubt) for doubt in DOUBTS),
    )


def rivals(ranked: Sequence[Ranked]) -> list[Ranked]:
    """What else may be meant: a pleated maxi skirt is a maxi skirt, and a pleated one as well."""
    best, *others = ranked
    return [one for one in others if not _is_as_true(best, one)]


def _is_as_true(best: Ranked, other: Ranked) -> bool:
    """Whether a title names two kinds of one branch whole that are one thing, made so and so."""
    leaf, second = best.leaf, other.leaf
    named = best.features[_WHOLE] == other.features[_WHOLE] == 1
    return (
        named and leaf.option.parents == second.option.parents and bool(leaf.heads & second.heads)
    )


def _share(ranked: Sequence[Ranked], others: Sequence[Ranked]) -> float:
    """The share of the first one and of what is as true."""
    return sum(one.share for one in ranked if one is ranked[0] or one not in others)


def _lead(best: Ranked, others: Sequence[Ranked]) -> float:
    next_ = others[0].share if others else 0.0
    return min(math.log(best.share / max(next_, _LEAST_SHARE)), _WIDEST) / 4

"""How sure the likeliest category of a listing is: how often such a one is right, from 0 to 1.

What says so was weighed by `benchmarks.listings` on listings that the ranking had not seen. Ranking
belongs to `category`, what each source says to `category_features`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

from browser.evidence.category_features import AT, ReadListing
from browser.evidence.category_groups import Ranked
from browser.evidence.category_weights import CERTAINTY
from browser.matching.likeness import Features
from browser.matching.matcher import Choice

_WIDEST: Final = 8.0
_LEAST_SHARE: Final = 1e-4
_LEAST_LOG: Final = -3.0
_OF_BEST: Final = (
    *("title tables", "both tables", "title near", "both near", "held", "named title"),
    *("named both", "named all", "whole title", "whole both", "whole all", "unsaid mark"),
    *("explained", "head title", "head both", "head all", "title head", "title head above"),
    *("other head", "unsaid words", "first of title", "first of both", "first of described"),
    *("title other", "held less"),
)
"""Features of the likeliest category that say how sure it is."""
DOUBTS: Final = (
    "hint and title name different people",
    "hint and title say different things",
    "not said for whom",
    "several fit",
    "not sure enough",
)
"""Why a friend would ask, however well the rest fits."""
NAMES: Final = (
    *("any", "lead", "lead over another kind", "share", *_OF_BEST),
    *("hint agrees", "hint decides otherwise", "rival beside", "rival of one head"),
    *("rival said more", "said more than rival", "lead unsaid", "share unsaid"),
    *("own in title", "own in hint", "own described", "unknown words", "hint", "description"),
    *DOUBTS,
)
_PLACES: Final = tuple(AT[name] for name in _OF_BEST)
_WEIGHTS: Final = tuple(CERTAINTY.get(name, 0.0) for name in NAMES)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be decided: the ranking, and what else was read."""

    read: ReadListing
    ranked: Sequence[Ranked]
    hinted: Choice | None
    doubt: str | None


def certainty(decision: Decision, weights: Sequence[float] = _WEIGHTS) -> float:
    """How often what is likeliest by so much is right, from 0 to 1."""
    return 1 / (1 + math.exp(-sum(map(mul, weights, features(decision)))))


def features(decision: Decision) -> Features:
    """What says how sure the first one is: its lead, its share, and what its words explain."""
    best, *others = decision.ranked
    read, hinted = decision.read, decision.hinted
    parents = best.leaf.option.parents
    apart = [one for one in others if one.leaf.option.parents != parents]
    meant = hinted.option.option if hinted and hinted.option else None
    own = {leaf.option for leaf in (best.leaf, *best.others)}
    return (
        1.0,
        _lead(best, others),
        _lead(best, apart),
        max(math.log(best.share), _LEAST_LOG),
        *(best.features[at] for at in _PLACES),
        float(meant in own),
        float(meant is not None and meant not in own),
        *_rival(best, others, read),
        *_own(best, read),
        _unknown(best, read),
        float(bool(read.hint)),
        float(bool(read.description)),
        *(float(decision.doubt == doubt) for doubt in DOUBTS),
    )


def _lead(best: Ranked, others: Sequence[Ranked]) -> float:
    next_ = others[0].share if others else 0.0
    return min(math.log(best.share / max(next_, _LEAST_SHARE)), _WIDEST) / 4


def _rival(best: Ranked, others: Sequence[Ranked], read: ReadListing) -> Features:
    """How the next one differs: a sibling, the same thing, and by which of the words said."""
    if not others:
        return (0.0,) * 6
    rival = others[0].leaf
    said = read.title_concepts | read.hint_concepts
    said_more = bool((best.leaf.own - rival.every) & said)
    return (
        float(rival.option.parents == best.leaf.option.parents),
        float(bool(rival.heads & best.leaf.heads)),
        float(bool((rival.own - best.leaf.every) & said)),
        float(said_more),
        0.0 if said_more else _lead(best, others),
        0.0 if said_more else max(math.log(best.share), _LEAST_LOG),
    )


def _own(best: Ranked, read: ReadListing) -> Features:
    """Where what the label itself names is said: in title, hint, or nowhere but described."""
    own = best.leaf.own
    told = own & (read.title_concepts | read.hint_concepts)
    return (
        len(own & read.title_concepts) / max(len(own), 1),
        len(own & read.hint_concepts) / max(len(own), 1),
        len((own & read.concepts) - told) / max(len(own), 1),
    )


def _unknown(best: Ranked, read: ReadListing) -> float:
    """The share of what the title names that the path does not explain."""
    named = read.title_concepts
    return len(named - best.leaf.every) / len(named) if named else 1.0

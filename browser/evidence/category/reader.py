"""The category of a whole listing: chosen where everything agrees, else asked, likeliest first.

The hint binds to the branch that it names, the title decides within it, the description confirms
and fills gaps. `features` has what each of them says for a leaf, `groups` which leaves are one
thing, `paths` which one a hint spells out; `benchmarks.listings` learned how much each counts.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import mul
from typing import Final

from browser.evidence.audience import FEMALE, SEXES
from browser.evidence.category.certainty import DOUBTS, Decision, certainty, rivals
from browser.evidence.category.compared import Leaf, ReadListing
from browser.evidence.category.features import AT, NAMES, CategoryFeatures
from browser.evidence.category.groups import Groups, Ranked
from browser.evidence.category.heads import HEAD_LAST
from browser.evidence.category.paths import Paths, begins, is_called, of_path
from browser.evidence.category.sized_for import is_sized_for_men, is_sized_for_women
from browser.evidence.category.weights import WEIGHTS
from browser.evidence.category.words import words_for
from browser.listing import Evidence, EvidenceSource, FieldName, Listing, Option, RankedOption
from browser.matching.building import undisturbed
from browser.matching.folding import fold
from browser.matching.likeness import Features
from browser.matching.matcher import AS_ANSWERED, Choice, answered, decided, kept_ranker
from browser.matching.text import Vocabulary

_BAR: Final = 0.88
"""Below it a friend would ask: a thing that the page lacks has such scores, too (a table lamp)."""
_BAR_WITHIN_THE_HINT: Final = 0.84
"""Where the hint names something of the path. Held out, what scores between the two was right so in
all 12 listings, and of all others in 9 of 10 (batches 1 to 10, 30 November 2026)."""
_NOBODY_ELSE: Final = 0.99
"""Such a share has what nobody calls the other sex's thing, though the page has it: of two
listings both were right, and below it half are."""
_LEAD: Final = 4
"""So much likelier than the next one: a share alone is high where nothing else was thought of."""
_OF_PATH: Final = 0.97
"""A whole path is what the page calls a category; it may be pasted wrong all the same."""
_LITERAL: Final = 0.75
"""So sure is enough where the name of the likeliest one stands there word by word, and no other's:
of 550 listings 18 more were decided so, all of them right (batches 1 to 5, 29 November 2026)."""
_LEAD_OF_TITLE: Final = 5
"""So much likelier has a title to make another category than the one that a hint spells out."""
_CLOSEST: Final = 16
_CANDIDATES: Final = 8
_OF_EACH: Final = 4
_HELD: Final = AT["held"]
_LACKING: Final = AT["called what is lacking"]
_CALLED: Final = (AT["called in title"], AT["called apart"])
_PEOPLE, _AGAINST, _WHOM, _SEVERAL, _UNNAMED = DOUBTS
_WEIGHTS: Final = tuple(WEIGHTS.get(name, 0.0) for name in NAMES)
_UNSURE: Final = 0.87
"""What a candidate of a question scores at most."""


@dataclass(frozen=True, slots=True)
class Read:
    """A listing as it was read: what speaks for which leaf, the ranking, and what the hint is."""

    read: ReadListing
    listing: Listing
    found: Mapping[int, Features]
    ranked: Sequence[Ranked]
    hinted: Choice | None
    meant: Leaf | None


class CategoryReader:
    """The categories of one page, ready to be read for many listings."""

    def __init__(self, options: Sequence[Option], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        with undisturbed():
            self._by_tables = kept_ranker(tuple(options), vocabulary, FieldName.CATEGORY)
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
            chosen = self._chosen(meant, _OF_PATH, (), read, listing)
            others = (one for one in chosen.evidence if one.source is not EvidenceSource.HINT)
            path = Evidence(EvidenceSource.HINT, listing.category.strip())
            return replace(chosen, evidence=(path, *others))
        found = self.features.of(read, suggested)
        ranked = self.ranked(found, either=read.audience.is_for_either)
        hinted = self.hinted(listing)
        if not ranked:
            return hinted or Choice(None, (), "nothing fits")
        if meant and (near := self._nearly(read, meant, ranked)):
            likely = self._candidates(ranked, _LITERAL)
            behind = [each for each in likely if each.option != near.option][:_OF_EACH]
            return self._chosen(near, _OF_PATH, behind, read, listing)
        return self._decided(Read(read, listing, found, ranked, hinted, meant))

    def _decided(self, one: "Read") -> Choice:
        """What is likeliest, where a friend takes it, else the question."""
        read, listing, ranked, meant = one.read, one.listing, one.ranked, one.meant
        hinted, found = one.hinted, one.found
        reason = self.doubt(read, ranked[0], hinted)
        decision = Decision(ranked, hinted, reason)
        best, score = ranked[0], certainty(decision)
        candidates = self._candidates(ranked, score)
        if reason == _AGAINST:
            candidates = self._both(candidates, read, found)
        if reason:
            return Choice(None, candidates, reason)
        settled = self.settled(decision, score, listing)
        if settled is None:
            return Choice(None, candidates, _UNNAMED)
        score = settled
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
        self,
        found: Mapping[int, Features],
        weights: Sequence[float] = _WEIGHTS,
        *,
        either: bool = False,
    ) -> list[Ranked]:
        """What is likeliest first, with its share of all that speaks for anything.

        For `either` sex the same thing for women and for men is one.
        """
        strength = {at: sum(map(mul, weights, values)) for at, values in found.items()}
        if not strength:
            return []
        most = max(strength.values())
        whole = sum(math.exp(value - most) for value in strength.values())
        first = sorted(strength, key=lambda at: (-strength[at], at))[:_CLOSEST]
        shares = [(at, math.exp(strength[at] - most) / whole, found[at]) for at in first]
        return self._groups.of(shares, either=either)

    def hinted(self, listing: Listing) -> Choice | None:
        """What the hint alone decides, where it names one category."""
        if not listing.category:
            return None
        hinted = decided(listing.category, self._by_tables)
        return None if hinted.question else hinted

    def doubt(self, read: ReadListing, best: Ranked, hinted: Choice | None = None) -> str | None:
        """Why a friend would ask, however well the rest fits."""
        if read.audience.contradicts_itself:
            return _PEOPLE
        if self.features.is_against(read, best.leaf, decides=hinted is not None):
            return _AGAINST
        audience = read.audience
        said = audience.is_for_one_sex or audience.is_for_either
        if not said and self._is_for_either(best.leaf) and best.share < _NOBODY_ELSE:
            sized = is_sized_for_men(read, best.leaf) or is_sized_for_women(read, best.leaf)
            return None if sized else _WHOM
        if self._groups.is_also_elsewhere(best.leaf, read.concepts - self._vocabulary.vague):
            return _SEVERAL
        thing = best.leaf.every & read.concepts - self._vocabulary.features
        return None if thing and not _is_of_what_is_lacking(best) else _UNNAMED

    def settled(self, decision: Decision, score: float, listing: Listing) -> float | None:
        """The score of what is likeliest where a friend takes it without a question."""
        if decides(decision, score):
            return score
        if decision.doubt or score < _LITERAL:
            return None
        called = self._is_called_so(decision.ranked, listing)
        return max(score, _BAR) if called else None

    def spelled(self, read: ReadListing, listing: Listing) -> Leaf | None:
        """The category whose whole path the hint is, where the rest is about nothing else."""
        meant = self._paths.leaf(listing.category)
        return meant if meant and self._agrees(read, meant) else None

    def nearly_spelled(
        self, read: ReadListing, listing: Listing, ranked: Sequence[Ranked]
    ) -> Leaf | None:
        """The category whose whole path the hint is, where the rest makes it nearly the likeliest.

        `Ensemble nuit caraco + short` under nightwear: the title names parts of the thing.
        """
        meant = self._paths.leaf(listing.category)
        return self._nearly(read, meant, ranked) if meant else None

    def _nearly(self, read: ReadListing, meant: Leaf, ranked: Sequence[Ranked]) -> Leaf | None:
        of_meant = [one for one in ranked[:2] if meant in (one.leaf, *one.others)]
        if read.audience.contradicts_itself or not of_meant:
            return None
        return meant if of_meant[0].share * _LEAD_OF_TITLE >= ranked[0].share else None

    def _agrees(self, read: ReadListing, leaf: Leaf) -> bool:
        """Whether a title names nothing but what is in a path, and nobody else than it is for."""
        if read.audience.contradicts_itself:
            return False
        in_path = self.features.named(of_path(read.title, leaf))
        # Long or pleated says something where a category beside it is called so.
        idle = self._vocabulary.features - self._paths.of_branch(leaf)
        return self.features.named(read.title) <= leaf.every | in_path | idle

    def _begins(self, title: str, leaf: Leaf) -> bool:
        return self._vocabulary.language not in HEAD_LAST and begins(title, leaf)

    def _is_called_so(self, ranked: Sequence[Ranked], listing: Listing) -> bool:
        """Whether the likeliest one is called so word by word, and none nearly as likely is.

        A name of one word may stand for another thing (`table lamp`): the title is of it alone, or
        begins with it in a language in which the thing comes first.
        """
        best, *others = ranked
        said = f"{listing.category} {listing.title}"
        close = [one for one in others if best.share < _LEAD * one.share]
        if not is_called(said, best.leaf) or any(is_called(said, one.leaf) for one in close):
            return False
        if len(fold(best.leaf.option.label)) > 1 or self._begins(listing.title, best.leaf):
            return True
        alone = decided(listing.title, self._by_tables).option
        same = {leaf.option for leaf in (best.leaf, *best.others)}
        return alone is not None and alone.option in same

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


def _is_of_what_is_lacking(best: Ranked) -> bool:
    """Whether a title names what the page has no place for, and the likeliest one is only near."""
    return bool(best.features[_LACKING]) and not any(best.features[at] for at in _CALLED)


def _reason(evidence: Sequence[Evidence]) -> str:
    """Who says so, in a few words; the words themselves are the evidence."""
    said = {one.source for one in evidence}
    if said == {EvidenceSource.HINT, EvidenceSource.TITLE}:
        return "hint and title agree"
    if said == {EvidenceSource.TITLE}:
        return "the title says so"
    return "the hint says so" if said == {EvidenceSource.HINT} else "the whole listing says so"


def decides(decision: Decision, score: float) -> bool:
    """Whether what is likeliest is chosen without a question."""
    held = decision.ranked[0].features[_HELD] > 0
    if decision.doubt or score < (_BAR_WITHIN_THE_HINT if held else _BAR):
        return False
    return decision.hinted is not None or not _is_close(decision.ranked)


def _is_close(ranked: Sequence[Ranked]) -> bool:
    others = rivals(ranked)
    return bool(others) and ranked[0].share < _LEAD * others[0].share


def _behind(
    named: Sequence[RankedOption], others: Sequence[RankedOption]
) -> tuple[RankedOption, ...]:
    """Options behind others, none surer than those before it."""
    least = min((one.score for one in named), default=0.0)
    known = {one.option for one in named}
    more = (one for one in others if one.option not in known)
    return (*named, *(replace(one, score=min(one.score, least)) for one in more))


@lru_cache(maxsize=8)
def kept_reader(options: tuple[Option, ...], vocabulary: Vocabulary) -> CategoryReader:
    """The reader of a page's categories, the same for every listing."""
    return CategoryReader(options, vocabulary)


def category_of(
    listing: Listing,
    options: Sequence[Option],
    vocabulary: Vocabulary,
    suggested: Sequence[str] = (),
) -> Choice:
    """The category that a whole listing means on a page with these leaves, or the question."""
    return kept_reader(tuple(options), vocabulary).choice(listing, suggested)


def category_answered(
    answer: str, listing: Listing, options: Sequence[Option], vocabulary: Vocabulary
) -> Choice:
    """The category that an answer to its question names: by id, by label, or in words.

    Words are read like a title and a hint of their own; the rest of the listing may say for whom.
    """
    choice = answered(answer, options, vocabulary=vocabulary, kind=FieldName.CATEGORY)
    if choice.reason == AS_ANSWERED:
        return choice
    read = category_of(replace(listing, title=answer, category=answer), options, vocabulary)
    return read if read.option is not None else choice

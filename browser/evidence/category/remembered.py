"""A category that the same words came to before, against what the listing at hand says.

An earlier answer counts for words that leave others open. It does not overrule a title that names
another kind of thing; where the words alone say another one by now, both are asked.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from browser.evidence.category.compared import Leaf, ReadListing
from browser.evidence.category.features import CategoryFeatures
from browser.evidence.category.reader import category_of, kept_reader
from browser.listing import Listing, Option, RankedOption
from browser.matching.matcher import Choice, Vocabulary

_CANDIDATES: Final = 8


def category_remembered(
    earlier: Choice,
    listing: Listing,
    options: Sequence[Option],
    vocabulary: Vocabulary,
    suggested: Sequence[str] = (),
) -> Choice:
    """What was answered before, what the listing says instead, or the question between them."""
    now = category_of(listing, options, vocabulary, suggested)
    if earlier.option is None or (now.option and now.option.option == earlier.option.option):
        return earlier
    features = kept_reader(tuple(options), vocabulary).features
    read, leaf = features.read(listing), features.leaf(earlier.option.option)
    told = frozenset(features.named(read.title)) - vocabulary.features
    is_so = features.heads.are_kind_of(told, leaf.every)
    if told - vocabulary.vague and not is_so:
        return now if now.option else _with(earlier.option, now)
    if is_so or not features.is_against(read, leaf, decides=True):
        return _headed(features, read, leaf, now) or earlier
    near = (now.option, *now.alternatives) if now.option else now.alternatives
    return _with(earlier.option, Choice(None, near, "answered otherwise before"))


def _headed(
    features: CategoryFeatures, read: ReadListing, leaf: Leaf, now: Choice
) -> Choice | None:
    """What is decided now, where a title is of that kind by its head alone: `Veste en jean`."""
    if now.option is None or read.title_head is None:
        return None
    head = frozenset({read.title_head})
    heads = features.heads
    of_head = heads.are_kind_of(head, features.leaf(now.option.option).every)
    return now if of_head and not heads.are_kind_of(head, leaf.every) else None


def _with(earlier: RankedOption, question: Choice) -> Choice:
    """A question that has the earlier answer among its first candidates."""
    first, *others = question.alternatives or (earlier,)
    score = min(earlier.score, first.score)
    found = [one for one in others if one.option != earlier.option]
    if first.option == earlier.option:
        named = [replace(first, reason=earlier.reason)]
    else:
        named = [first, replace(earlier, score=score)]
    return replace(question, alternatives=(*named, *found)[:_CANDIDATES])

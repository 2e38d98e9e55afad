"""The options that a question offers: a short list whole, of a longer one the likeliest.

The words of the field come first, then title and description, then what is written alike, so that
no question is without an answer to press. What is decided without asking belongs to `decider`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest
from typing import Final

from browser.listing import FieldName, Listing, Option, RankedOption
from browser.matching.distances import sharing
from browser.matching.folding import fold
from browser.matching.matcher import Vocabulary, ranked
from browser.sell_form import CUSTOM_OPTION, NO_OPTION

WHOLE: Final = 40
"""A list of so many options is offered whole."""
LIKELIEST: Final = 8
"""So many of a longer one; all of it can be searched."""
_WAYS_OUT: Final = frozenset({CUSTOM_OPTION, NO_OPTION})
"""Answers that are no options of the list stand behind those that are."""
_NAMED: Final = 2.0
"""The field's own words count for more than the title, and the description for less."""
_DESCRIBED: Final = 0.5
_ELSEWHERE: Final = 0.1
"""What is shown of a sum of scores: nothing here is sure."""
_ALIKE: Final = 1000
"""Likeness of letters, of a hundred, is next to nothing as a score."""


class Candidates:
    """What can be answered to the questions of one listing."""

    def __init__(self, listing: Listing, vocabulary: Vocabulary) -> None:
        self._listing = listing
        self._vocabulary = vocabulary

    def of(
        self, name: str, asked: str | None, near: Sequence[RankedOption], options: Sequence[Option]
    ) -> tuple[RankedOption, ...]:
        """The options of a field, likeliest first; `near` are those that its own words named."""
        beside = _ways_out(near, options)
        options = tuple(option for option in options if option.id not in _WAYS_OUT)
        named = [one for one in near if one.option.id not in _WAYS_OUT]
        most = WHOLE if len(options) <= WHOLE else LIKELIEST
        likely = _distinct(_falling(self._likely(name, asked or "", named, options)))
        return (*islice(likely, most), *beside)

    def _likely(
        self, name: str, asked: str, named: Sequence[RankedOption], options: tuple[Option, ...]
    ) -> Iterator[RankedOption]:
        if not options:
            yield from named
            return
        if name == FieldName.CATEGORY:
            # Ranked by the whole listing already.
            yield from named
        yield from self._by_the_listing(name, asked, named, options)
        if len(options) > WHOLE:
            # A size has no spelling that a title could come near to.
            title = "" if name == FieldName.SIZE else self._listing.title
            yield from _written_alike(f"{asked} {title}", options)
            options = _from_every_branch(options)
        for option in options:
            yield RankedOption(option, 0.0, "offered")

    def _by_the_listing(
        self, name: str, asked: str, named: Sequence[RankedOption], options: tuple[Option, ...]
    ) -> list[RankedOption]:
        """What the field's words named, and what all words together name, best first."""
        own = {one.option: one for one in named}
        total = {one.option: _NAMED * one.score for one in named}
        title, description = self._listing.title, self._listing.description
        texts = ((asked, 1.0), (f"{asked} {title}", 1.0), (title, 1.0), (description, _DESCRIBED))
        for text, weight in texts:
            for one in ranked(text, options, vocabulary=self._vocabulary, kind=name):
                total[one.option] = total.get(one.option, 0.0) + weight * one.score
        return [
            own.get(option)
            or RankedOption(option, round(points * _ELSEWHERE, 4), "near to what the listing says")
            for option, points in sorted(total.items(), key=lambda each: -each[1])
        ]


def _ways_out(near: Sequence[RankedOption], options: Iterable[Option]) -> tuple[RankedOption, ...]:
    """`use it as typed`, then `none`, as the words named them or as the page lists them."""
    listed = (RankedOption(option, 0.0, "offered") for option in options)
    found = {one.option.id: one for one in (*listed, *near) if one.option.id in _WAYS_OUT}
    return tuple(sorted(found.values(), key=lambda one: one.option.id == NO_OPTION))


def _written_alike(text: str, options: Sequence[Option]) -> Iterator[RankedOption]:
    """The options whose letters are most like those of the text."""
    words = " ".join(fold(text))
    paths = [" ".join(fold(" ".join((*one.parents, one.label)))) for one in options]
    for likeness, place in sharing(words, paths, 2 * LIKELIEST):
        if likeness > 0:
            score = round(likeness / _ALIKE, 4)
            yield RankedOption(options[place], score, "written like the words")


def _from_every_branch(options: Sequence[Option]) -> tuple[Option, ...]:
    """The options with the branches in turn: the first ones of the page are all of one."""
    branches: dict[tuple[str, ...], list[Option]] = {}
    for option in options:
        branches.setdefault(option.parents[:1], []).append(option)
    turns = zip_longest(*branches.values())
    return tuple(option for turn in turns for option in turn if option is not None)


def _falling(options: Iterable[RankedOption]) -> Iterator[RankedOption]:
    """The options as they come, none surer than the one before it."""
    least = 1.0
    for one in options:
        least = min(least, one.score)
        yield one if one.score == least else replace(one, score=least)


def _distinct(options: Iterable[RankedOption]) -> Iterator[RankedOption]:
    """Each option once; of two that look the same both can be answered, by their ids."""
    seen: set[Option] = set()
    for one in options:
        if one.option not in seen:
            seen.add(one.option)
            yield one

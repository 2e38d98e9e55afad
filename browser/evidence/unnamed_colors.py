"""Colours of things whose texts name none: many at once, wood as it grows, metals."""

from collections.abc import Iterator, Sequence

from browser.evidence.cue_words import MANY_COLORS, METALS, NATURAL
from browser.evidence.mentions import Mention, Passage


def colorful(passage: Passage) -> Iterator[Mention]:
    """`lots of colours`: where no colour is named, there are many."""
    for found in MANY_COLORS.finditer(passage.plain):
        yield Mention.of(passage, "multicolour", passage.written(*found.span()))
        return


def natural_colors(passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """`bois naturel`, `Rattan`: wood and cane as they grow are beige."""
    found = ((one, NATURAL.search(one.plain)) for one in passages)
    return tuple(
        Mention.of(one, "beige", one.written(*match.span())) for one, match in found if match
    )[:1]


def metal_colors(passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """`acier inoxydable`, `gold plated`: what a metal looks like, where no colour is named."""
    for passage in passages:
        for color, metal in METALS.items():
            if found := metal.search(passage.plain):
                return (Mention.of(passage, color, passage.written(*found.span())),)
    return ()

"""Reading a phrase takes little work, counted in calls: times are `benchmarks.matching`'s."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from browser.listing import FieldName
from browser.matching.matcher import choose
from tests.browser.matching.test_matcher import FRENCH, KINDS, chosen
from tests.browser.offers import categories, sizes


def calls(run: Callable[[], object]) -> int:
    """How many functions are called, Python's own included."""
    count = 0

    def told(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(told)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "text", ["Homme > Sweats", "Sacs à dos", "Femme > Robes > Robes d'été", "swaets homme"]
)
def test_a_phrase_is_not_held_against_the_whole_tree(text: str) -> None:
    for first in (
        "Femme > Pantalons",
        "robse longue",
        "pnatalon",
    ):  # what all phrases share is made once
        chosen(first, FieldName.CATEGORY)
    assert len(categories("fr")) > 900
    assert calls(lambda: chosen(text, FieldName.CATEGORY)) < 15_000


@pytest.mark.parametrize("kind", [*KINDS, FieldName.SIZE])
@pytest.mark.parametrize(
    "text", ["a" * 10_000, "noir et blanc " * 700, "38/" * 3_300, ">" * 10_000], ids=lambda t: t[:4]
)
def test_a_very_long_text_asks_without_being_read_whole(kind: FieldName, text: str) -> None:
    offered = KINDS.get(kind) or sizes(4)

    def asked() -> None:
        assert choose(text, offered, vocabulary=FRENCH, kind=kind).question

    choose("noir", offered, vocabulary=FRENCH, kind=kind)
    assert calls(asked) < 60_000

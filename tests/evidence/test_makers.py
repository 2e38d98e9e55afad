"""The table of makers: each name once, in order, and either distinctive or also a word."""

from importlib import resources
from itertools import pairwise

from browser.matching.folding import compact


def test_the_table_is_one_of_names_in_order_each_once() -> None:
    held = resources.files("browser.sites.vinted.words.brands").joinpath("makers.tsv")
    rows = [row.split("\t") for row in held.read_text("utf-8").splitlines()]
    assert {kind for _, kind in rows} == {"A", "D"}
    names = [name for name, _ in rows]
    assert all(one.casefold() <= two.casefold() for one, two in pairwise(names))
    assert len({compact(name) for name in names}) == len(names)
    assert all(name == " ".join(name.split()) for name in names)

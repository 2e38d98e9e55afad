"""What a text that is still being typed may become, over lists of a few options."""

import pytest

from browser.listing import FieldName, Option
from browser.matching.autocomplete import Suggestions
from browser.matching.text import Vocabulary

SHOP = (
    Option("1", "Jumpers & hoodies", ("Women",)),
    Option("2", "Jumpers", ("Men",)),
    Option("3", "Zip hoodies", ("Men",)),
    Option("4", "Long winter coats", ("Men",)),
)
WORDS = Vocabulary(
    "en",
    terms={"jumper": "jumper", "hoodie": "hoodie", "kapuzenpulli": "hoodie", "coat": "coat"},
    people=frozenset(),
)
COLOURS = (Option("1", "Blue"), Option("2", "Navy"), Option("3", "Black"))
MEANT = Vocabulary("en", meanings={"color": {"dark blue": ("2",), "schwarz": ("3",)}})


def _ids(text: str, first: int = 8) -> list[str]:
    shop = Suggestions(SHOP, WORDS, FieldName.CATEGORY)
    return [one.option.id for one in shop.find(text, first)]


def _colours(text: str) -> list[str]:
    colours = Suggestions(COLOURS, MEANT, FieldName.COLOR)
    return [one.option.id for one in colours.find(text, 8)]


def test_a_label_that_begins_so_comes_first_and_the_shorter_one_before_the_longer() -> None:
    assert _ids("jum")[:2] == ["2", "1"]


def test_a_word_inside_a_label_counts_too() -> None:
    assert _ids("hoo")[:2] == ["1", "3"]
    assert _ids("win") == ["4"]


def test_every_word_counts_in_any_order_and_in_what_the_option_is_in() -> None:
    assert _ids("hoo men")[0] == "3"
    assert _ids("men jum")[0] == "2"


def test_a_word_of_another_language_is_completed() -> None:
    found = Suggestions(SHOP, WORDS, FieldName.CATEGORY).find("kapuz", 8)
    assert {one.option.id for one in found} == {"1", "3"}
    assert {one.reason for one in found} == {"as in kapuzenpulli"}


def test_a_meaning_is_completed() -> None:
    assert _colours("dark b") == ["2"]
    assert _colours("schw") == ["3"]
    assert _colours("b")[:2] == ["1", "3"]


def test_only_what_the_form_would_choose_is_sure() -> None:
    shop = Suggestions(SHOP, WORDS, FieldName.CATEGORY)
    assert max(one.score for one in shop.find("jum", 8)) < 0.8
    [first, *_] = shop.find("long winter coats", 8)
    assert (first.option.id, first.score) == ("4", 1.0)


def test_a_word_that_may_go_on_leaves_nothing_sure() -> None:
    meant = Vocabulary("en", meanings={"color": {"dark blue": ("2",), "blue navy": ("2",)}})
    colours = Suggestions(COLOURS, meant, FieldName.COLOR)
    found = colours.find("blue n", 8)
    assert found[0].option.id == "2"
    assert found[0].score < 0.8


@pytest.mark.parametrize("text", ["", "  ", "!?"])
def test_nothing_typed_shows_the_first_options_in_their_order(text: str) -> None:
    found = Suggestions(SHOP, WORDS, FieldName.CATEGORY).find(text, 2)
    assert [(one.option.id, one.score) for one in found] == [("1", 0.0), ("2", 0.0)]


def test_what_nothing_begins_with_is_empty() -> None:
    assert _ids("qqq") == []


def test_no_more_than_asked_and_each_look_once() -> None:
    twice = Suggestions((*SHOP, Option("9", "Jumpers", ("Men",))), WORDS, FieldName.CATEGORY)
    assert [one.option.id for one in twice.find("jum", 8)] == ["2", "1"]
    assert _ids("m", first=1) == _ids("m")[:1]


def test_a_long_text_is_cut_and_raises_nothing() -> None:
    assert _ids("hoodie " * 5000) == _ids("hoodie " * 14)


def test_the_tab_of_a_size_is_no_word_of_it() -> None:
    sizes = (Option("1", "S", ("S/M/L",)), Option("2", "L", ("S/M/L",)))
    found = Suggestions(sizes, Vocabulary("fr"), FieldName.SIZE).find("l", 8)
    assert [one.option.id for one in found] == ["2"]

"""Sizes that are said in other terms than the list's: each comes to its one option, or asks."""

import pytest

from browser.listing import FieldName
from browser.matching.matcher import choose
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.pages import options


def chosen(page: str, category: str, text: str) -> str | None:
    offered = options(FieldName.SIZE, page, category)
    words = vocabulary_for(page)
    ranked = choose(text, offered, vocabulary=words, kind=FieldName.SIZE).option
    return ranked.option.label if ranked else None


@pytest.mark.parametrize(
    ("page", "category", "text", "label"),
    [
        ("fr", "553", "54", "17.3 mm"),
        ("fr", "119", "34C", "90C"),
        ("en", "119", "85B", "32B"),
        ("en", "2632", "EU 38", "5"),
        ("fr", "2632", "38⅓", "38.5"),
        ("fr", "women_single", "IT 42", "M / 38 / 10"),
        ("fr", "1503", "groupe 2/3", "15-36 kg"),
        ("fr", "1678", "taille 4", "7-18 kg"),
        ("fr", "1945", "1m40 x 1m90", "Double (135–140 cm x 190–200 cm)"),
        ("fr", "1946", "2 rideaux 140x240", "200 cm - 249 cm"),
        ("fr", "97", "cadran 40mm", "39 mm - 42 mm"),
        ("fr", "1818", "4, soit un M", "M"),
        ("fr", "1803", "16 pouces", "40 cm"),
    ],
)
def test_a_size_in_other_terms_is_the_option_that_it_stands_for(
    page: str, category: str, text: str, label: str
) -> None:
    assert chosen(page, category, text) == label


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("1056", "28"),  # a waist, or the British number
        ("1056", "38 taille petit"),  # how it fits
        ("1945", "180x200"),  # two beds
        ("1946", "260x140"),  # which side hangs
        ("1503", "groupe 1/2/3"),  # wider than any
        ("1535", "0-3 mois"),  # several spans
        ("553", "14"),  # a diameter, or an Italian number
        ("119", "95D/E"),  # two cups
    ],
)
def test_a_size_that_may_be_several_options_asks(category: str, text: str) -> None:
    assert chosen("fr", category, text) is None


def test_a_question_begins_with_the_nearest_letters_of_a_waist() -> None:
    offered = options(FieldName.SIZE, "fr", "1818")
    asked = choose("W31", offered, vocabulary=vocabulary_for("fr"), kind=FieldName.SIZE)
    assert asked.question
    assert [one.option.label for one in asked.alternatives[:3]] == ["L", "XL", "M"]

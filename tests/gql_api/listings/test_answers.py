"""Answers to questions in case of a category go with that category."""

import pytest

from browser.listing import Option, Question, RankedOption
from gql_api.listings.answers import counting


def _offering(*options: Option) -> tuple[RankedOption, ...]:
    return tuple(RankedOption(option, 0.5, "offered") for option in options)


LONG, SHORT = Option("199", "Jupes longues"), Option("198", "Jupes courtes")
QUESTIONS = (
    Question("category", "Jupes", "unclear", _offering(LONG, SHORT, Option("10", "Jupes midi"))),
    Question("color", None, "nothing was said"),
    Question("condition", None, "in case", categories=("199", "198")),
    Question("size", None, "in case", categories=("199",)),
    Question("size", None, "in case", categories=("198",)),
    Question("skirt_length", None, "in case", categories=("198",)),
)
GIVEN = {"condition": "3", "size": "4", "skirt_length": "9", "color": "1", "material": "44"}


@pytest.mark.parametrize(
    ("category", "dropped"),
    [
        ("199", {"skirt_length"}),
        ("jupes courtes", set()),
        ("10", {"condition", "size", "skirt_length"}),
        ("Robes", {"condition", "size", "skirt_length"}),
    ],
)
def test_what_was_asked_in_case_of_another_category_is_dropped(
    category: str, dropped: set[str]
) -> None:
    kept = counting(QUESTIONS, GIVEN | {"category": category})
    assert set(GIVEN) - set(kept) == dropped
    assert kept["category"] == category


def test_without_the_category_only_what_counts_for_any_is_kept() -> None:
    assert counting(QUESTIONS, GIVEN) == {"color": "1", "material": "44"}


def test_where_nothing_was_asked_ahead_everything_counts() -> None:
    assert counting((), GIVEN) == GIVEN

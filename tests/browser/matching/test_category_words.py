"""A question about a category begins with what was named; sizes among the words do not ask."""

import pytest

from browser.listing import FieldName
from browser.matching.matcher import choose
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.browser.matching.test_matcher import chosen, option_id
from tests.browser.offers import categories


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("jeans slim femme", ("Femmes", "Vêtements", "Jeans")),
        ("robe noire femme 38", ("Femmes", "Vêtements", "Robes")),
        ("Chaussures femme vernies", ("Femmes", "Chaussures")),
        ("chemise homme bizarre", ("Hommes", "Vêtements", "Hauts & Tee-shirts", "Chemises")),
    ],
)
def test_a_question_begins_with_the_branch_that_was_named(text: str, path: tuple[str, ...]) -> None:
    asked = chosen(text, FieldName.CATEGORY)
    assert asked.question
    assert [one.option.parents[: len(path)] for one in asked.alternatives[:3]] == [path] * 3


@pytest.mark.parametrize(
    ("text", "root"),
    [("jogging slim femme", "Femmes"), ("escarpins homme", "Hommes"), ("bikini garçon", "Enfants")],
)
def test_a_question_begins_with_those_who_were_named_also_where_others_have_it(
    text: str, root: str
) -> None:
    asked = chosen(text, FieldName.CATEGORY)
    assert [one.option.parents[0] for one in asked.alternatives[:2]] == [root] * 2


@pytest.mark.parametrize("size", ["T38", "taille M", "90B", "220x240", "12 ans", "W32 L34", "XL"])
def test_a_size_in_the_words_for_a_category_does_not_ask(size: str) -> None:
    assert option_id(chosen(f"jean skinny femme {size}", FieldName.CATEGORY)) == "1844"


def test_a_number_that_names_something_is_no_size() -> None:
    assert option_id(chosen("jeu ps5", FieldName.CATEGORY)) == "2390"
    assert option_id(chosen("maillot de bain 1 pièce femme", FieldName.CATEGORY)) == "218"


@pytest.mark.parametrize(
    ("text", "path", "labels"),
    [
        (
            "jupe plissée midi femme",
            ("Femmes", "Vêtements", "Jupes"),
            {"Jupes mi-longues", "Jupes plissées"},
        ),
        (
            "jean droit taille haute femme",
            ("Femmes", "Vêtements", "Jeans"),
            {"Jeans droits", "Jeans taille haute"},
        ),
    ],
)
def test_two_features_ask_between_those_that_they_tell_apart(
    text: str, path: tuple[str, ...], labels: set[str]
) -> None:
    """A branch that knows neither of them is no answer."""
    asked = chosen(text, FieldName.CATEGORY)
    assert asked.question
    assert {one.option.label for one in asked.alternatives[:2]} == labels
    assert all(one.option.parents == path for one in asked.alternatives[:2])


def test_a_thing_that_is_a_fabric_too_is_not_passed_over_for_a_feature() -> None:
    assert chosen("jean large femme", FieldName.CATEGORY).question
    assert option_id(chosen("pantalon large en jean femme", FieldName.CATEGORY)) == "1071"


def test_a_german_scooter_is_no_roller_skate() -> None:
    """`Roller` are scooters on a German page, and `rollers` are roller skates in French."""
    german, tree = vocabulary_for("de"), categories("de")
    skates = "Kinder > Rollschuhe & Inlineskates"
    asked = choose(skates, tree, vocabulary=german, kind=FieldName.CATEGORY)
    assert asked.question
    assert {one.option.id for one in asked.alternatives[:2]} == {"2713", "2744"}
    scooter = choose("Roller Kinder", tree, vocabulary=german, kind=FieldName.CATEGORY)
    assert option_id(scooter) == "1605"

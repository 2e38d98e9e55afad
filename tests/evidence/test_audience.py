"""For whom the words of a listing say that its thing is."""

from decimal import Decimal

import pytest

from browser.evidence.audience import Audience, audience_reader
from browser.listing import Listing, Price
from browser.sites.vinted.words.vocabulary import vocabulary_for


def audience(title: str, description: str = "", hint: str = "", brand: str = "") -> Audience:
    price = Price(Decimal(10), "EUR")
    given = Listing(title, description, price, hint, brand, "", "", "")
    return audience_reader(vocabulary_for("fr")).of(given)


@pytest.mark.parametrize(
    ("title", "sex", "age"),
    [
        ("Jean femme", {"female"}, {"adult"}),
        ("Boots Absatz 7 cm", {"female"}, set()),
        ("Bottines talon bloc", {"female"}, set()),
        ("Boots, heel tips replaced", set(), set()),
        ("Pirate outfit age 7-8", set(), {"child"}),
        ("Herren Sakko Gr. 98", {"male"}, {"adult"}),
        ("Schlafanzug Gr. 98", set(), {"child"}),
        ("Herren Hemd", {"male"}, {"adult"}),
        ("Manteau fille 12 ans", {"female"}, {"child"}),
        ("Body 6 mois", set(), {"child"}),
        ("Matschhose 92", set(), {"child"}),
        ("Housse 220x92 cm", set(), set()),
        ("Chemise blanche col 42", {"male"}, {"adult"}),
        ("T-shirt Spider-Man", set(), set()),
        ("Nobody's Child midi dress", set(), set()),
        ("Livre dès 8 ans", set(), set()),
        ("Legging xs", set(), {"adult"}),
        ("Fleece XL Hr.", {"male"}, {"adult"}),
        ("Davidoff Herrenduft 125 ml", {"male"}, {"adult"}),
    ],
)
def test_the_title_says_for_whom(title: str, sex: set[str], age: set[str]) -> None:
    found = audience(title)
    assert (set(found.sex), set(found.age)) == (sex, age)


@pytest.mark.parametrize(
    "description",
    ["portée au mariage de ma sœur", "auf der Konfirmation meines Sohnes", "for my son's wedding"],
)
def test_where_it_was_worn_is_for_nobody(description: str) -> None:
    assert not audience("Bluse", description).leaning_sex


def test_what_is_for_everybody_is_for_either() -> None:
    assert audience("Lunettes", "modèle mixte").is_for_either
    assert not audience("Lunettes femme").is_for_either


@pytest.mark.parametrize(
    ("description", "sex"),
    [
        ("trop petit pour mon fils", {"male"}),
        ("offertes à mon mari", {"male"}),
        ("cadeau de mon mari", set()),
        ("tricoté par ma grand-mère", set()),
        ("quelques fils tirés", set()),
    ],
)
def test_a_description_leans_by_whose_a_thing_is_not_by_who_gave_it(
    description: str, sex: set[str]
) -> None:
    assert set(audience("Pull", description).leaning_sex) == sex


def test_the_hint_wins_and_a_title_against_it_is_told() -> None:
    found = audience("Nike trainers mens", hint="womens trainers")
    assert found.sex == {"female"}
    assert found.contradicts_itself


def test_a_maker_only_leans() -> None:
    found = audience("Pull gris", brand="Celio")
    assert (set(found.sex), set(found.leaning_sex)) == (set(), {"male"})

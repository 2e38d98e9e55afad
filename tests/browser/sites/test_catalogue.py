"""The catalogue's tables, and what a seller's beginnings of words find in them."""

import pytest

from browser.listing import FieldName
from browser.sites.vinted import catalogue
from browser.sites.vinted.catalogue import UnknownCategory, offer
from browser.sites.vinted.catalogue.suggestions import LANGUAGES, offered_list
from browser.sites.vinted.markets import MARKETS, market_named

FIELDS = (FieldName.CATEGORY, FieldName.BRAND, FieldName.COLOR, FieldName.CONDITION)


def _found(field: FieldName, text: str, language: str, category: str | None = None) -> list[str]:
    shop = offered_list(field, market_named("fr"), language, category)
    return [one.option.label for one, _ in shop.find(text, 8)]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("field", FIELDS)
def test_every_list_has_labels_in_every_language_of_a_market(
    field: FieldName, language: str
) -> None:
    shown = offer(field, language)
    assert len(shown.options) >= 5
    assert len({option.id for option in shown.options}) == len(shown.options)
    assert all(option.label.strip() == option.label != "" for option in shown.options)
    if field is FieldName.BRAND:
        assert not shown.languages
    else:
        assert set(shown.languages.values()) <= {language, "en", "fr"}


def test_categories_are_leaves_with_all_that_they_are_in() -> None:
    shown = offer(FieldName.CATEGORY, "fr").options
    assert len(shown) > 900
    assert all(option.parents for option in shown)
    assert {option.parents[0] for option in shown} <= {
        *("Femmes", "Hommes", "Enfants", "Maison", "Livres et médias"),
        *("Women", "Men", "Kids", "Home", "Entertainment"),
    }


def test_a_breadcrumb_is_in_one_language_wherever_one_has_it_all() -> None:
    shown = offer(FieldName.CATEGORY, "fr")
    dresses = next(option for option in shown.options if option.id == "1065")
    assert (dresses.parents, dresses.label) == (("Femmes", "Vêtements", "Robes"), "Robes d'été")
    assert shown.languages["1065"] == "fr"
    german = offer(FieldName.CATEGORY, "de")
    assert german.languages["1065"] == "en"


def test_every_category_has_only_sizes_that_are_there() -> None:
    for option in offer(FieldName.CATEGORY, "fr").options:
        offer(FieldName.SIZE, "fr", option.id)


@pytest.mark.parametrize("category", ["", "4", "999999", "x", "1065 "])
def test_sizes_of_what_takes_no_listing_are_refused(category: str) -> None:
    with pytest.raises(UnknownCategory):
        offer(FieldName.SIZE, "fr", category)


def test_a_file_is_read_once() -> None:
    assert catalogue._read("brands") is catalogue._read("brands")


@pytest.mark.parametrize(
    ("field", "text", "language", "label"),
    [
        (FieldName.CATEGORY, "swea", "fr", "Sweats"),
        (FieldName.CATEGORY, "doud", "fr", "Doudounes"),
        (FieldName.CATEGORY, "kapu", "en", "Zip-through hoodies"),
        (FieldName.CATEGORY, "sac à d", "fr", "Sacs à dos"),
        (FieldName.CATEGORY, "hoodie homme", "fr", "Pulls et pulls à capuche"),
        (FieldName.BRAND, "ral", "fr", "Ralph Lauren"),
        (FieldName.BRAND, "levi", "de", "Levi's"),
        (FieldName.COLOR, "bleu m", "fr", "Marine"),
        (FieldName.COLOR, "dunkelb", "de", "Marineblau"),
        (FieldName.COLOR, "navy", "fr", "Marine"),
        (FieldName.CONDITION, "neuf s", "fr", "Neuf sans étiquette"),
        (FieldName.CONDITION, "nuov", "it", "Nuovo con cartellino"),
    ],
)
def test_the_beginning_of_a_word_finds_the_option(
    field: FieldName, text: str, language: str, label: str
) -> None:
    assert _found(field, text, language)[0] == label


def test_a_bare_number_is_a_size_of_the_market() -> None:
    french = _found(FieldName.SIZE, "38", "fr", "1065")
    assert french[0] == "FR 38"
    german = offered_list(FieldName.SIZE, MARKETS["www.vinted.de"], "de", "1065").find("38", 3)
    assert german[0][0].option.label == "EU 38"

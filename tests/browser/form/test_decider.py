"""What one listing's fields say about each other."""

from dataclasses import replace

import pytest

from browser.form.decider import Decider
from browser.listing import FieldName
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.browser.offers import categories
from tests.browser.seller import HOODIE

FRENCH = vocabulary_for("fr")


@pytest.mark.parametrize(
    ("category", "brand", "wanted"),
    [
        ("baskets Nike homme", "Nike", "1242"),
        ("jean slim levi's homme", "Levi's", "1818"),
        ("baskets Nike homme", "Zara", "1242"),
        ("baskets Nikolson homme", "Zara", "1242"),
        ("baskets nikelodeon homme", "Nike", "1242"),
        ("Nike", "Nike", None),
    ],
)
def test_the_brand_of_the_listing_does_not_make_its_category_unclear(
    category: str, brand: str, wanted: str | None
) -> None:
    decider = Decider(
        replace(HOODIE, title=category, category=category, brand=brand, answers={}), FRENCH
    )
    choice = decider.one(FieldName.CATEGORY, categories("fr"))
    assert (choice.option.option.id if choice.option else None) == wanted


@pytest.mark.parametrize(
    ("size", "is_said"),
    [
        ("TU", False),
        ("taille unique", False),
        ("Taille unique (TU)", False),
        ("one size fits all", False),
        ("N/A", False),
        ("sans taille", False),
        ("keine Größe", False),
        ("M", True),
        ("unique M", True),
    ],
)
def test_one_size_or_none_needs_no_field_for_sizes(size: str, is_said: bool) -> None:
    decider = Decider(replace(HOODIE, size=size, answers={}), FRENCH)
    assert (FieldName.SIZE in decider.said()) is is_said

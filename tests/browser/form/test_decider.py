"""What one listing's fields say about each other."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from browser.form.decider import Decider
from browser.listing import FieldName, FieldReport, Option
from browser.sell_form import NO_OPTION, FieldKind, OfferedField, Shown
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


NIKE, DIESEL, DIESEL_KIDS = Option("53", "Nike"), Option("161", "Diesel"), Option("9", "Diesel Kid")
BRAND = OfferedField(
    FieldName.BRAND, FieldKind.ONE, True, searched=True, listed=(Option(NO_OPTION, "Sans"), NIKE)
)


class Noted:
    """A list of brands, and in which order it was used."""

    def __init__(self, found: Sequence[Option]) -> None:
        self.done: list[str] = []
        self._found = tuple(found)

    async def options(self, words: str | None) -> tuple[Option, ...]:
        self.done.append(f"options {words}")
        return self._found if words else BRAND.listed

    async def choose(self, options: Sequence[Option]) -> Shown:
        raise AssertionError

    async def empty(self) -> None:
        raise AssertionError

    async def leave(self) -> None:
        self.done.append("leave")


@pytest.mark.parametrize(
    ("title", "found", "chosen"),
    [
        ("Hoodie", [DIESEL, DIESEL_KIDS], "161"),
        ("Hoodie", [DIESEL_KIDS], None),
        ("Hoodie", [], None),
        ("Hoodie Nike", [DIESEL], None),
    ],
)
async def test_a_brand_that_is_not_among_the_listed_is_searched_at_once(
    title: str, found: list[Option], chosen: str | None
) -> None:
    listing = replace(HOODIE, title=title, brand="Diesel", answers={})
    known, unknown = Noted(found), Noted(found)
    [choice] = await Decider(listing, FRENCH).choices(known, BRAND)
    assert (choice.option.option.id if choice.option else None) == chosen
    # It comes to the same as without what was listed before.
    [other] = await Decider(listing, FRENCH).choices(unknown, replace(BRAND, listed=()))
    assert choice == other
    assert unknown.done[:2] == ["options None", "options Diesel"]
    # Whatever comes to a question is asked from the list that the page has now.
    searches = unknown.done[1:]
    assert known.done == ([*searches, "leave", *unknown.done] if chosen is None else searches)


@pytest.mark.parametrize(
    ("brand", "answers"),
    [("Nike", {}), ("", {}), ("Diesel", {"brand": "161"}), ("Diesel", {"brand": "Diesel"})],
)
async def test_the_list_is_read_where_it_may_decide_or_a_question_was_answered(
    brand: str, answers: dict[str, str]
) -> None:
    picker = Noted([DIESEL])
    listing = replace(HOODIE, title="Hoodie", brand=brand, answers=answers)
    await Decider(listing, FRENCH).choices(picker, BRAND)
    assert picker.done[0] == "options None"


async def test_an_approved_brand_is_chosen_from_the_list_of_now() -> None:
    picker = Noted([DIESEL])
    approved = FieldReport(FieldName.BRAND, "Diesel", "Diesel", option_id="161")
    [choice] = await Decider(HOODIE, FRENCH, (approved,)).choices(picker, BRAND)
    assert picker.done == ["options None", "options Diesel"]
    assert choice.option and choice.option.option == DIESEL

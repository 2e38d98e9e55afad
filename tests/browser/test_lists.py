"""The lists of the sell page in both of its forms, and whatever is the matter with them."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from browser.errors import ListingRefused
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing
from browser.standin import Standin, StandinOptions, serve_standin
from tests.browser.conftest import SharedChromium
from tests.browser.seller import Shop, shop

FORMS = ("august", "may")
MAY_BY_HAND = ("august", pytest.param("may", marks=pytest.mark.campaign))
MATTERS = {
    "they load at first": {"list_loader": 0.5},
    "their wrappers are always there": {"list_wrappers": "always", "closed_lists": "empty"},
    "closed ones keep their rows, hidden": {"list_wrappers": "always", "closed_lists": "hidden"},
    "only aria-checked tells what is chosen": {"native_inputs": "blind", "row_role": "choice"},
    "the site does not tell its tree": {"catalogs_gone": True},
    "the category is filled in late": {"prefill_category": 1845, "prefill_delay": 1.0},
}
"""On wide pages each is a case of cases/form.py, with the same listing."""
LOOSE = {"strip_ids": True, "strip_testids": True, "loose_labels": True}


async def sold_with_every_list(shop: Shop, hoodie: Listing, leaf: int = 267) -> None:
    listing = replace(hoodie, photos=hoodie.photos[:1], color="noir, gris", material="coton")
    await shop.sell(listing)
    item = shop.item
    assert (item.catalog_id, item.brand, item.size_id) == (leaf, "Diesel", 209)
    assert (item.condition_id, item.color_ids) == (3, (1, 3))
    assert item.attributes["material"] == (44,)


@pytest.mark.parametrize("form", MAY_BY_HAND)
@pytest.mark.parametrize("matter", MATTERS)
async def test_narrow_lists_are_filled_whatever_is_the_matter(
    narrow: Shop, hoodie: Listing, form: str, matter: str
) -> None:
    narrow.faults(form=form, **MATTERS[matter])
    # Read row by row, only what stands under the words is there: one leaf of two that fit.
    leaf = 1811 if MATTERS[matter].get("catalogs_gone") else 267
    await sold_with_every_list(narrow, hoodie, leaf)


@pytest.mark.parametrize("form", FORMS)
async def test_lists_are_filled_where_ids_are_gone_and_labels_are_loose(
    either: Shop, hoodie: Listing, form: str
) -> None:
    either.faults(form=form, **LOOSE)
    await sold_with_every_list(either, hoodie)


@pytest.mark.parametrize("form", FORMS)
async def test_a_locked_option_is_asked_about_and_none_of_the_others_taken(
    wide: Shop, plain: Listing, form: str
) -> None:
    wide.faults(form=form, locked_option="condition-3")
    prepared = await wide.prepare(replace(plain, photos=()))
    await wide.driver.close(prepared)
    (question,) = prepared.questions
    offered = {candidate.option.id for candidate in question.candidates}
    assert (question.field, "3" in offered) == ("condition", False)


async def test_a_locked_category_is_refused_by_its_name(wide: Shop, hoodie: Listing) -> None:
    wide.faults(locked_option="catalog-267")
    with pytest.raises(ListingRefused, match="category"):
        await wide.prepare(replace(hoodie, photos=()))


async def test_a_language_is_saved_in_its_dialog_and_never_cancelled(
    either: Shop, hoodie: Listing
) -> None:
    either.faults(form="august", language_dialog=True)
    answers = {"category": "5425", "isbn": "0000000000000", "language_book": "Français"}
    book = replace(hoodie, photos=hoodie.photos[:1], brand="", size="", color="", answers=answers)
    await either.sell(book)
    assert either.item.attributes["language_book"] == (6436,)


@pytest.fixture(scope="module")
async def market() -> AsyncIterator[Standin]:
    """A market whose words nobody knows."""
    async with serve_standin(options=StandinOptions(locale="xx")) as standin:
        yield standin


@pytest.fixture(params=["wide", "narrow"])
async def foreign(
    market: Standin, one_chromium: SharedChromium, request: pytest.FixtureRequest
) -> AsyncIterator[Shop]:
    market.state.reset()
    market.state.patch_faults({"cookie_banner": False})
    yield shop(market, one_chromium, narrow=request.param == "narrow")
    await one_chromium.wipe("default")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("names", [{}, {"strip_ids": True}], ids=["ids", "test ids"])
async def test_a_form_in_words_that_nobody_knows_is_filled(
    foreign: Shop, hoodie: Listing, form: str, names: dict[str, bool]
) -> None:
    foreign.faults(form=form, **names)
    answers = {"category": "1811", "condition": "3", "color": "1", "size": "209"}
    await foreign.sell(replace(hoodie, photos=hoodie.photos[:1], answers=answers))
    item = foreign.item
    assert (item.catalog_id, item.brand, item.size_id) == (1811, "Diesel", 209)
    assert (item.condition_id, item.color_ids, item.price) == (3, (1,), 24.5)


async def test_the_second_listing_of_a_category_is_filled_like_the_first(
    either: Shop, hoodie: Listing
) -> None:
    """What the account was listed before saves a wait, and changes nothing."""
    listing = replace(hoodie, photos=hoodie.photos[:1])
    forms = [await either.prepare(listing) for _ in range(2)]
    before, now = ({each.name: each for each in form.reports} for form in forms)
    assert now["brand"] == before["brand"] and now["brand"].option_id == "161"
    assert set(forms[1].lists["brand"]) == set(forms[0].lists["brand"])
    assert forms[1].reading == forms[0].reading
    (brand,) = [each for each in forms[1].form.fields.found if each.name == "brand"]
    assert brand.listed and "161" not in {option.id for option in brand.listed}
    assert (await either.submit(forms[1], listing)).outcome is SubmissionOutcome.PUBLISHED
    assert (either.item.brand, either.item.brand_id) == ("Diesel", 161)

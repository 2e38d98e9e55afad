"""The parcel size and the price: chosen, pressed and typed so that both reach what leaves."""

from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from browser.form.prepared import PreparedForm
from browser.listing import Listing, Question
from browser.sites.vinted.fields.prices import currency_in, shown, spellings
from tests.browser.seller import Shop


@pytest.fixture
async def shop(wide: Shop) -> AsyncIterator[Shop]:
    """The form as it is since August."""
    wide.faults(form="august")
    yield wide


@pytest.fixture
def one(plain: Listing) -> Listing:
    return plain


async def asked(shop: Shop, listing: Listing) -> tuple[PreparedForm, dict[str, Question]]:
    form = await shop.prepare(listing)
    await shop.driver.close(form)
    return form, {question.field: question for question in form.questions}


async def test_a_chosen_size_is_not_pressed_again(shop: Shop, one: Listing) -> None:
    shop.faults(parcel_recommended="preselected", parcel_toggles=True)
    await shop.sell(one)
    assert shop.item.package_size_id == 1


@pytest.mark.parametrize(
    "switches",
    [
        {"parcel_address": "shipping", "parcel_delay": 0.6, "parcel_recommended": "preselected"},
        {"parcel_follows_size": True, "parcel_recommended": "preselected"},
    ],
    ids=["late", "with the size"],
)
async def test_the_size_that_is_recommended_in_the_end_is_chosen(
    shop: Shop, hoodie: Listing, switches: dict[str, Any]
) -> None:
    shop.faults(**switches)
    one = replace(hoodie, photos=hoodie.photos[:1])
    form = await shop.prepare(one)
    (report,) = (each for each in form.reports if each.name == "parcel_size")
    assert report.reason == "recommended by the site"
    assert report.option_id == form.reading.values["parcel_size"]
    await shop.submit(form, one)
    assert str(shop.item.package_size_id) == report.option_id
    await shop.driver.close(form)


async def test_a_section_that_is_missing_comes_with_one_reload(shop: Shop, one: Listing) -> None:
    shop.faults(parcel_section="missing_until_reload")
    await shop.sell(one)
    assert (shop.item.package_size_id, len(shop.photos_of(shop.item))) == (1, 1)


async def test_a_section_that_stays_away_is_told_and_nothing_can_be_published(
    shop: Shop, one: Listing
) -> None:
    shop.faults(parcel_section="missing")
    _, questions = await asked(shop, one)
    assert "does not show the parcel sizes" in questions["parcel_size"].reason
    assert questions["parcel_size"].candidates
    assert shop.nothing_published


async def test_sizes_that_the_site_lists_and_the_page_lacks_are_never_left_out(
    shop: Shop, one: Listing
) -> None:
    shop.faults(gone_field="package_size")
    _, questions = await asked(shop, replace(one, answers={**one.answers, "parcel_size": "none"}))
    listed = [each.option.id for each in questions["parcel_size"].candidates]
    assert listed[:3] == ["1", "2", "3"]


async def test_a_category_whose_list_is_empty_is_published_without_a_size(
    shop: Shop, one: Listing
) -> None:
    shop.faults(parcel_section="none")
    form = await shop.prepare(one)
    assert form.questions == ()
    await shop.submit(form, one)
    assert (shop.item.package_size_id, len(shop.photos_of(shop.item))) == (None, 1)
    await shop.driver.close(form)


async def test_the_seller_may_go_on_where_the_site_tells_no_sizes(shop: Shop, one: Listing) -> None:
    shop.faults(parcel_stale_token=True)
    submitted = await shop.sell(replace(one, answers={**one.answers, "parcel_size": "none"}))
    assert (submitted.outcome, set(submitted.errors)) == ("rejected_by_site", {"parcel_size"})


async def test_a_question_for_the_sizes_that_fails_says_nothing_of_them(
    shop: Shop, one: Listing
) -> None:
    shop.faults(parcel_stale_token=True)
    _, questions = await asked(shop, one)
    assert set(questions) <= {"parcel_size"}
    assert shop.nothing_published


async def test_a_size_that_is_shown_and_not_taken_over_is_chosen_anew(
    shop: Shop, one: Listing
) -> None:
    shop.faults(parcel_choice="lost_until_other", price_lost="null")
    await shop.sell(one)
    assert (shop.item.package_size_id, shop.item.price) == (1, 24.5)


@pytest.mark.parametrize(
    "switches",
    [
        {"price_marks": "own"},
        {"price_marks": "point"},
        {"price_marks": "comma", "price_raw": "number"},
        {"price_readback": "bare_point"},
        {"price_readback": "symbol_first", "price_lost": "absent"},
    ],
    ids=lambda switches: "-".join(map(str, switches.values())),
)
async def test_a_price_with_cents_arrives_whatever_the_page_takes(
    shop: Shop, one: Listing, switches: dict[str, Any]
) -> None:
    shop.faults(**switches)
    await shop.sell(one)
    assert shop.item.price == 24.5


@pytest.mark.parametrize("currency", ["GBP", "PLN", "DKK"])
async def test_on_loopback_a_price_is_in_the_money_of_the_page(
    shop: Shop, one: Listing, currency: str
) -> None:
    shop.faults(currency=currency)
    form = await shop.prepare(one)
    assert form.reading.values["price"] == f"24.50 {currency}"
    # Found by its price in the wardrobe, too.
    shop.faults(publish_fault="lost_answer")
    submitted = await shop.submit(form, one)
    assert (submitted.outcome, submitted.listing_id) == ("published", str(shop.item.id))
    assert (shop.item.price, shop.item.currency) == (24.5, currency)
    await shop.driver.close(form)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("9.00", "9"),
        ("9,00\xa0€", "9"),
        ("€9.00", "9"),
        ("149,00 kr.", "149"),
        ("12,00 zł", "12"),
        ("1 234,50 €", "1234.50"),
        ("1.234 €", "1234"),
    ],
)
def test_a_price_is_read_as_a_number_however_it_stands(text: str, amount: str) -> None:
    assert shown(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["NaN €", "", "€", "NaN 5"])
def test_no_number_is_no_price(text: str) -> None:
    assert shown(text) is None


def test_cents_are_tried_with_the_markets_own_separator_first() -> None:
    assert spellings(Decimal("12.50"), ",") == ("12,50", "12.50")
    assert spellings(Decimal("12.00"), ",") == ("12", "12")


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("0,00\xa0€", "fr", "EUR"),
        ("£0.00", "en", "GBP"),
        ("0,00 zł", "pl", "PLN"),
        ("0,00 kr", "sv", "SEK"),
        ("0,00 kr.", "da", "DKK"),
        ("0 Kč", "cs", "CZK"),
        ("Gift left 0,00", "en", None),
    ],
)
def test_the_money_that_a_text_names(text: str, language: str, currency: str | None) -> None:
    assert currency_in(text, language) == currency

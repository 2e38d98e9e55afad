"""What is filled is what is published: every field, in every rendering and language of the page."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing
from browser.progress import Progress
from tests.browser.seller import Shop, photos, speaking

PUZZLES = "2478"
"""A category with a brand and a condition alone."""


async def test_the_item_is_the_listing_in_every_field(either: Shop, hoodie: Listing) -> None:
    form = await either.prepare(replace(hoodie, color="noir/gris", material="coton et laine"))
    assert not form.questions
    # Of an unchanged page every field is found by its first locator.
    assert {report.name: report.rank for report in form.reports if report.rank} == {}
    assert len(form.reports) == 11
    submission = await either.submit(form, hoodie)
    item = either.item
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.listing_id == str(item.id)
    assert (item.title, item.description) == (hoodie.title, hoodie.description)
    assert (item.catalog_id, item.brand, item.size_id) == (267, "Diesel", 209)
    assert (item.condition_id, item.color_ids) == (3, (1, 3))
    assert item.attributes["material"] == (44, 46)
    assert (item.price, item.currency, item.package_size_id) == (24.5, "EUR", 1)
    assert not item.push_up
    assert either.photos_of(item) == [photo.digest for photo in hoodie.photos]


@pytest.mark.parametrize("standin", ["en", "de"], indirect=True)
async def test_other_languages_are_filled_in_their_words_and_money(
    wide: Shop, hoodie: Listing, standin: object
) -> None:
    listing = speaking(replace(hoodie, photos=hoodie.photos[:1]), wide.standin.state.options.locale)
    assert (await wide.sell(listing)).outcome is SubmissionOutcome.PUBLISHED
    item = wide.item
    assert (item.condition_id, item.color_ids, item.price) == (3, (1,), 24.5)
    assert item.currency == listing.price.currency


@pytest.mark.parametrize("size_testid", ["single_grid", "single_grid_chips", "select_dropdown"])
async def test_the_size_field_is_found_under_each_of_its_names(
    wide: Shop, hoodie: Listing, size_testid: str
) -> None:
    wide.faults(size_testid=size_testid, strip_ids=True)
    form = (await wide.parked(hoodie)).form
    size = next(field for field in await form.fields.offered() if field.name == "size")
    options = await form.fields.picker(size).options(None)
    medium = next(option for option in options if option.label == "M")
    assert (await form.fields.picker(size).choose([medium])).text == "M"
    assert (await form.reader.read()).values["size"] == "M"


async def test_sizes_under_tabs_name_their_system(wide: Shop, hoodie: Listing) -> None:
    blazer = replace(hoodie, title="Blazer Diesel", category="Femme > Blazers")
    listing = replace(blazer, photos=hoodie.photos[:1], size="M")
    await wide.sell(listing)
    letters = wide.item.size_id
    wide.standin.state.reset()
    await wide.sell(replace(listing, size="FR 38"))
    assert letters != wide.item.size_id


async def test_what_was_asked_for_a_price_are_the_words_as_they_were_given(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.prepare(replace(plain, photos=(), price_as_given=" 24,5 €"))
    (price,) = [report for report in form.reports if report.name == "price"]
    assert price.asked == " 24,5 €"
    assert price.chosen != price.asked
    assert form.reading.values["price"] == "24.50 EUR"


async def test_a_price_is_taken_to_the_cent(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    for amount in ("5", "19.99", "1234.50"):
        await form.form.content.type_price(replace(plain.price, amount=Decimal(amount)))
        assert (await form.form.reader.read()).values["price"] == f"{Decimal(amount):.2f} EUR"
    dear = replace(plain, price=replace(plain.price, amount=Decimal("1234.50")))
    await wide.submit(replace(form, reading=await form.form.reader.read()), dear)
    assert wide.item.price == 1234.5


async def test_a_brand_that_the_site_does_not_know_is_used_as_typed(
    wide: Shop, plain: Listing
) -> None:
    await wide.sell(
        replace(plain, brand="Atelier Zorglub", answers={"category": PUZZLES, "brand": "custom"})
    )
    assert (wide.item.brand_id, wide.item.brand) == (None, "Atelier Zorglub")


async def test_no_brand_is_a_choice_of_its_own(wide: Shop, plain: Listing) -> None:
    await wide.sell(replace(plain, brand="Sans marque", answers={"category": PUZZLES}))
    assert wide.item.brand_id == 1


async def test_a_given_parcel_size_wins_over_the_recommended_one(
    wide: Shop, plain: Listing
) -> None:
    await wide.sell(replace(plain, parcel_size="Grand"))
    assert wide.item.package_size_id == 3


async def test_a_bag_for_everyone_is_ticked_as_unisex(wide: Shop, hoodie: Listing) -> None:
    bag = replace(
        hoodie,
        photos=hoodie.photos[:1],
        category="157",
        size="",
        answers={"category": "157"},
        unisex=True,
    )
    await wide.sell(bag)
    assert wide.item.is_unisex


async def test_a_paid_bump_is_unticked(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    await form.page.locator("#bump").check()
    assert await wide.driver.review(form, form.reading) == ("bump",)
    await form.form.fields.decline_extras()
    assert await wide.driver.review(form, form.reading) == ()


async def test_photos_keep_their_order_when_answers_overtake_each_other(
    wide: Shop, plain: Listing, folder: Path
) -> None:
    wide.faults(photo_scramble=True)
    listing = replace(plain, photos=photos(folder, 4))
    await wide.sell(listing)
    assert wide.photos_of(wide.item) == [photo.digest for photo in listing.photos]


async def test_a_form_without_photos_can_be_prepared(wide: Shop, plain: Listing) -> None:
    form = await wide.prepare(replace(plain, photos=()))
    assert form.reading.photo_count == 0


async def test_progress_only_grows_and_photos_are_counted(
    wide: Shop, plain: Listing, folder: Path
) -> None:
    seen: list[Progress] = []

    async def report(progress: Progress) -> None:
        seen.append(progress)

    await wide.prepare(replace(plain, photos=photos(folder, 3)), report)
    percents = [progress.percent for progress in seen]
    assert percents == sorted(percents)
    assert [progress.done for progress in seen if progress.total] == [0, 1, 2, 3]


async def test_every_event_of_the_page_is_trusted_and_the_form_is_loaded_once(
    wide: Shop, hoodie: Listing
) -> None:
    await wide.sell(hoodie)
    ledger = wide.standin.state.ledger
    assert ledger.form_views == {"/items/new": 1}
    assert ledger.events
    assert all(event.trusted for event in ledger.events)


async def test_colours_are_exactly_those_chosen_last(either: Shop, hoodie: Listing) -> None:
    form = (await either.parked(hoodie)).form
    color = next(field for field in await form.fields.offered() if field.name == "color")
    options = {option.label: option for option in await form.fields.picker(color).options(None)}
    await form.fields.picker(color).choose([options["Noir"], options["Gris"]])
    assert (await form.fields.picker(color).choose([options["Blanc"]])).text == "Blanc"
    assert (await form.reader.read()).values["color"] == "Blanc"

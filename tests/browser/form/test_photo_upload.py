"""Photos that are sent while the form is filled: nothing of either is lost or mixed up."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from browser.errors import ListingRefused
from browser.listing import Listing
from browser.progress import Progress, Step
from tests.browser.seller import Shop, photos

SLOW = 1.2
"""Seconds of an upload: texts and lists are filled meanwhile."""


async def first_input(shop: Shop, field: str) -> float:
    """When a field was first touched; the page tells of that in bundles, a moment later."""
    events = shop.standin.state.ledger.events
    async with asyncio.timeout(10):
        while not (touched := [each.at for each in events if each.target == field]):
            await asyncio.sleep(0.02)
    return touched[0]


async def test_other_fields_are_filled_while_the_photos_are_sent(
    wide: Shop, hoodie: Listing
) -> None:
    wide.faults(photo_delay=2 * SLOW)
    steps: list[Progress] = []

    async def report(progress: Progress) -> None:
        steps.append(progress)

    form = await wide.prepare(hoodie, report)
    taken = next(place for place, each in enumerate(steps) if each.done == 1)
    assert {Step.TITLE, Step.DESCRIPTION, Step.CATEGORY} <= {each.step for each in steps[:taken]}
    await wide.submit(form, hoodie)
    assert wide.photos_of(wide.item) == [photo.digest for photo in hoodie.photos]


async def test_photos_are_the_step_where_nothing_else_is_left_to_do(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(photo_delay=4 * SLOW)
    steps: list[Progress] = []

    async def report(progress: Progress) -> None:
        steps.append(progress)

    await wide.prepare(plain, report)
    taken = next(place for place, each in enumerate(steps) if each.done == 1)
    assert steps[taken - 1].step is Step.PHOTOS
    assert {each.step for each in steps[taken:]} == {
        *(Step.PHOTOS, Step.PARCEL_SIZE, Step.PRICE, Step.REVIEW, Step.PICTURE)
    }


async def test_photos_that_come_out_in_another_order_are_given_again_between_two_fields(
    wide: Shop, plain: Listing, folder: Path
) -> None:
    wide.faults(photo_delay=SLOW / 2, photo_scramble=True)
    listing = replace(plain, photos=photos(folder, 4))
    await wide.sell(listing)
    assert wide.photos_of(wide.item) == [photo.digest for photo in listing.photos]
    assert (wide.item.title, wide.item.description) == (listing.title, listing.description)


@pytest.mark.parametrize("field", ["size", "color", "condition"])
async def test_a_list_that_the_photos_have_emptied_is_filled_again(
    wide: Shop, hoodie: Listing, field: str
) -> None:
    wide.faults(photo_delay=3 * SLOW, photos_forget=field)
    await wide.sell(hoodie)
    item = wide.item
    assert (item.size_id, item.condition_id, item.color_ids) == (209, 3, (1,))
    assert wide.photos_of(item) == [photo.digest for photo in hoodie.photos]


async def test_lists_that_late_photos_draw_anew_are_filled(wide: Shop, hoodie: Listing) -> None:
    wide.faults(photo_delay=SLOW, photos_redraw=True, photo_scramble=True)
    await wide.sell(hoodie)
    item = wide.item
    assert (item.catalog_id, item.brand, item.size_id) == (267, "Diesel", 209)
    assert wide.photos_of(item) == [photo.digest for photo in hoodie.photos]


async def test_a_photo_that_is_refused_late_stops_the_filling(wide: Shop, hoodie: Listing) -> None:
    wide.faults(photo_delay=SLOW / 2, photo_error=422, photo_error_index=1)
    with pytest.raises(ListingRefused) as refused:
        await wide.prepare(hoodie)
    assert list(refused.value.errors) == ["photos"]
    assert not any(each.target == "price" for each in wide.standin.state.ledger.events)
    await wide.no_tab_left()


async def test_what_is_for_sale_is_read_while_the_form_is_filled(
    wide: Shop, hoodie: Listing
) -> None:
    await wide.prepare(hoodie, warn_of_twins=True)
    asked = [each for each in wide.standin.state.ledger.requests if each.kind == "wardrobe"]
    assert [each.path for each in asked] == [asked[0].path]
    assert asked[0].at < await first_input(wide, "price")

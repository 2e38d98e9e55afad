"""The page changes under its readers: names go, words change, fields go, new ones come."""

from dataclasses import replace

import pytest

from browser.errors import SiteLayoutChanged
from browser.listing import Listing
from browser.submission import SubmissionOutcome
from tests.browser.seller import Shop


@pytest.mark.parametrize("drift", ["strip_testids", "strip_ids", "reworded"])
async def test_one_kind_of_sign_may_go_altogether(
    either: Shop, hoodie: Listing, drift: str
) -> None:
    either.faults(**{drift: True})
    submission = await either.sell(replace(hoodie, material="coton"))
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    item = either.item
    assert (item.catalog_id, item.brand, item.size_id, item.condition_id) == (
        1811,
        "Diesel",
        209,
        3,
    )
    assert (item.color_ids, item.price, item.package_size_id) == ((1,), 24.5, 1)
    assert either.photos_of(item) == [photo.digest for photo in hoodie.photos]


async def test_a_locator_that_had_to_step_in_shows_as_a_rank(wide: Shop, hoodie: Listing) -> None:
    wide.faults(renamed_testids=True)
    ranks = {report.name: report.rank for report in (await wide.prepare(hoodie)).reports}
    assert ranks["photos"] > 0
    assert ranks["title"] == 0


async def test_a_field_that_went_is_named_with_what_was_tried(wide: Shop, hoodie: Listing) -> None:
    wide.faults(missing_field="price")
    with pytest.raises(SiteLayoutChanged) as caught:
        await wide.prepare(hoodie)
    assert caught.value.field == "price"
    assert len(caught.value.tried) >= 3
    assert wide.chromium.open_pages == 0


async def test_buttons_without_test_id_and_with_other_words_are_not_guessed(
    wide: Shop, hoodie: Listing
) -> None:
    wide.faults(strip_testids=True, reworded=True)
    form = await wide.parked(hoodie)
    with pytest.raises(SiteLayoutChanged) as caught:
        await wide.submit(form, hoodie)
    assert caught.value.field == "publish"
    assert wide.nothing_published


@pytest.mark.parametrize(
    "variant",
    [
        {
            "condition_testid": "select_dropdown",
            "material_testid": "multi_list_dropdown",
            "photo_area": "media-select",
            "thumbnail": "img",
            "row_role": "choice",
            "strip_ids": True,
        },
        {
            "attributes_reversed": True,
            "suggested_rows": False,
            "parcel_preselected": True,
            "price_commit": "input",
            "brand_search_keys": False,
        },
    ],
    ids=["older names", "other behaviour"],
)
async def test_known_variants_of_the_page_are_filled(
    wide: Shop, hoodie: Listing, variant: dict[str, object]
) -> None:
    wide.faults(**variant)
    await wide.sell(replace(hoodie, material="coton"))
    assert (wide.item.size_id, wide.item.condition_id) == (209, 3)
    assert wide.item.attributes["material"] == (44,)


async def test_women_s_sizes_in_one_list_are_filled_too(wide: Shop, hoodie: Listing) -> None:
    wide.faults(women_sizes="single")
    await wide.sell(replace(hoodie, category="Femme > Blazers", size="M"))
    assert wide.item.size_id

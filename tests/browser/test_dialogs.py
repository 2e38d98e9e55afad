"""Cards are closed once and told of; what asks for something is left to a person."""

from dataclasses import replace

import pytest

from browser.errors import NeedsPerson, PayWall, UnknownDialog
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing, ObstacleKind
from tests.browser.seller import Shop


@pytest.mark.parametrize("kind", ["promotion", "opinion", "unknown"])
async def test_a_card_that_asks_for_nothing_is_closed_once_and_told(
    wide: Shop, plain: Listing, kind: str
) -> None:
    wide.faults(dialog=kind)
    form = await wide.prepare(replace(plain, photos=()))
    (warning,) = form.warnings
    assert "it was closed" in warning
    assert not form.questions


@pytest.mark.parametrize("standin", ["fr", "en", "de"], indirect=True)
async def test_a_card_is_closed_by_the_words_that_only_close_it(wide: Shop, plain: Listing) -> None:
    wide.faults(dialog="promotion", dialog_closer="later")
    form = await wide.prepare(replace(plain, photos=()))
    (warning,) = form.warnings
    assert "it was closed" in warning


async def test_a_card_that_comes_back_is_left_alone_and_told(wide: Shop, plain: Listing) -> None:
    wide.faults(dialog="opinion", dialog_returns=3, dialog_return_seconds=0.05)
    with pytest.raises(UnknownDialog) as caught:
        await wide.prepare(replace(plain, photos=()))
    assert caught.value.obstacle.kind is ObstacleKind.DIALOG
    assert caught.value.obstacle.heading
    assert caught.value.picture


@pytest.mark.parametrize("words", ["money", "identity"])
@pytest.mark.parametrize("kind", ["promotion", "opinion"])
async def test_a_card_that_names_money_or_identity_is_left_to_a_person(
    wide: Shop, plain: Listing, kind: str, words: str
) -> None:
    wide.faults(dialog=kind, dialog_words=words)
    with pytest.raises(NeedsPerson) as caught:
        await wide.prepare(replace(plain, photos=()))
    assert caught.value.obstacle.heading
    assert caught.value.picture


async def test_the_country_question_is_never_answered(wide: Shop, plain: Listing) -> None:
    wide.faults(dialog="country")
    with pytest.raises(UnknownDialog) as caught:
        await wide.prepare(replace(plain, photos=()))
    assert caught.value.obstacle.heading
    await wide.no_tab_left()


async def test_a_card_beside_the_form_is_left_where_it_is(wide: Shop, plain: Listing) -> None:
    wide.faults(promotion_card=True)
    form = await wide.prepare(replace(plain, photos=()))
    assert await form.page.locator("#promotion-card").is_visible()
    assert form.warnings == ()


async def test_the_notice_about_proofs_is_closed_once_and_told(wide: Shop, hoodie: Listing) -> None:
    wide.faults(authenticity_modal=True, proof_offers=True)
    form = await wide.prepare(replace(hoodie, title="Hoodie", brand="Nike", photos=()))
    (warning,) = form.warnings
    assert "it was closed" in warning


@pytest.mark.parametrize("standin", ["fr", "en", "de"], indirect=True)
@pytest.mark.parametrize("words", ["money", "identity"])
async def test_a_word_about_proofs_that_asks_for_more_is_left_to_a_person(
    wide: Shop, hoodie: Listing, words: str
) -> None:
    wide.faults(authenticity_modal=True, dialog_words=words)
    with pytest.raises(NeedsPerson) as caught:
        await wide.prepare(replace(hoodie, title="Hoodie", brand="Nike", photos=()))
    assert caught.value.obstacle.heading


async def test_a_pay_wall_says_what_it_is(wide: Shop, plain: Listing) -> None:
    wide.faults(dialog="quota")
    with pytest.raises(PayWall) as caught:
        await wide.prepare(replace(plain, photos=()))
    assert caught.value.obstacle.kind is ObstacleKind.PAY_WALL
    assert caught.value.obstacle.heading


async def test_a_luxury_brand_with_too_few_photos_is_not_published(
    wide: Shop, hoodie: Listing
) -> None:
    wide.faults(luxury_photos=True)
    listing = replace(hoodie, title="Hoodie", brand="Gucci", photos=hoodie.photos[:1])
    form = await wide.prepare(listing)
    submission = await wide.submit(form, listing)
    assert (submission.outcome, submission.refused) == (SubmissionOutcome.NEEDS_MANUAL, True)
    assert submission.reason == "more_photos_wanted"
    assert submission.obstacle is not None
    assert submission.obstacle.kind is ObstacleKind.DIALOG
    assert submission.obstacle.heading
    assert wide.nothing_published


async def test_after_the_click_nothing_is_pressed(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    wide.faults(uploaded_dialog="list_promotion")
    assert (await wide.submit(form, plain)).outcome is SubmissionOutcome.PUBLISHED
    assert form.told == ()

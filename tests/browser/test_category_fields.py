"""Fields that only some categories have: asked where they must be, filled and published."""

from dataclasses import replace

import pytest

from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing, Question
from tests.browser.seller import Shop

BARE = {"brand": "", "size": "", "color": "", "condition": "bon", "material": None}
PHONES, MANGA, STAMPS, PLATES, PRAMS, SKIRTS = "3565", "5425", "4889", "1960", "1612", "198"


@pytest.fixture
def shop(either: Shop) -> Shop:
    """The form since August, which has these fields; that of May is not known to."""
    either.faults(form="august")
    return either


@pytest.fixture
def bare(hoodie: Listing) -> Listing:
    """A listing that says nothing of brand, size and colour."""
    return replace(hoodie, photos=hoodie.photos[:1], **BARE)


def of(listing: Listing, category: str, **answers: str) -> Listing:
    return replace(listing, answers={"category": category, **answers})


async def asked(shop: Shop, listing: Listing) -> dict[str, Question]:
    form = await shop.prepare(listing)
    await shop.driver.close(form)
    return {question.field: question for question in form.questions}


def first(question: Question) -> str:
    return question.candidates[0].option.id


async def test_a_phone_is_asked_for_storage_lock_and_model_and_published(
    shop: Shop, bare: Listing
) -> None:
    listing = replace(of(bare, PHONES), title="Téléphone", brand="Apple", color="noir")
    questions = await asked(shop, listing)
    assert {"internal_memory_capacity", "sim_lock", "model"} <= set(questions)
    assert all(question.candidates for question in questions.values())
    answers = {name: first(question) for name, question in questions.items()}
    assert (await shop.sell(of(listing, PHONES, **answers))).outcome is SubmissionOutcome.PUBLISHED
    assert set(shop.item.attributes) >= {"internal_memory_capacity", "sim_lock"}


async def test_a_book_is_asked_for_its_number_and_published_with_it(
    shop: Shop, bare: Listing
) -> None:
    questions = await asked(shop, of(bare, MANGA))
    assert set(questions) == {"isbn"}
    assert first(questions["isbn"]) == "0" * 13
    submitted = await shop.sell(of(bare, MANGA, isbn="978-2-07-036024-5"))
    assert submitted.outcome is SubmissionOutcome.PUBLISHED


async def test_a_book_without_a_number_is_asked_for_its_language(shop: Shop, bare: Listing) -> None:
    shop.faults(isbn_told=False)
    questions = await asked(shop, of(bare, MANGA, isbn="none"))
    (language,) = questions
    assert language.startswith("language")
    listing = of(bare, MANGA, isbn="0" * 13, **{language: first(questions[language])})
    assert (await shop.sell(listing)).outcome is SubmissionOutcome.PUBLISHED


async def test_a_skirt_is_asked_for_its_length(shop: Shop, bare: Listing) -> None:
    listing = replace(of(bare, SKIRTS), brand="Diesel", size="M", color="noir")
    questions = await asked(shop, listing)
    assert {"skirt_length"} <= set(questions)
    assert all(question.candidates for question in questions.values())


@pytest.mark.parametrize(
    ("category", "parcel", "answers"),
    [
        (STAMPS, None, {}),
        (PLATES, 8, {"brand": "none", "color": "1", "parcel_size": "8"}),
        (PRAMS, 12, {"brand": "none", "parcel_size": "12"}),
    ],
    ids=["stamp", "plate", "pram"],
)
async def test_what_has_no_size_is_published_without_being_asked_for_one(
    shop: Shop, bare: Listing, category: str, parcel: int | None, answers: dict[str, str]
) -> None:
    form = await shop.prepare(of(bare, category, **answers))
    assert [question.field for question in form.questions] == []
    submitted = await shop.submit(form, of(bare, category, **answers))
    await shop.driver.close(form)
    assert submitted.outcome is SubmissionOutcome.PUBLISHED
    if parcel:
        assert shop.item.package_size_id == parcel


@pytest.mark.parametrize(("said", "ticked"), [(None, False), ("yes", True), ("no", False)])
async def test_the_mark_for_generated_photos_is_the_sellers(
    wide: Shop, plain: Listing, said: str | None, ticked: bool
) -> None:
    wide.faults(ai_photo="ticked")
    answers = {**plain.answers, "ai_photo": said} if said else plain.answers
    form = await wide.prepare(replace(plain, answers=answers))
    assert form.reading.values.get("ai_photo") == ("yes" if ticked else None)
    assert not form.questions
    await wide.driver.close(form)


async def test_what_the_site_demanded_before_is_asked_beforehand(
    wide: Shop, hoodie: Listing
) -> None:
    demanded = {"267": frozenset({"material", "brand"}), "198": frozenset({"unisex"})}
    form = await wide.prepare(replace(hoodie, photos=()), demanded=demanded)
    (question,) = form.questions
    assert question.field == "material"
    assert question.candidates
    await wide.driver.close(form)

"""What the seller's words do not decide comes back as a question, and an answer decides it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from browser.form.outcome import SubmissionOutcome
from browser.listing import Alias, FieldReport, Listing, Option, Question
from browser.sell_form import CUSTOM_OPTION, NO_OPTION
from tests.browser.seller import Shop


@pytest.fixture
def hoodie(hoodie: Listing) -> Listing:
    """With one photo: no question is about photos."""
    return replace(hoodie, photos=hoodie.photos[:1])


@pytest.fixture
def puzzle(plain: Listing) -> Listing:
    """In a category with a brand and a condition alone."""
    return replace(plain, brand="Diesel", answers={"category": "2478"})


async def asked(shop: Shop, listing: Listing) -> Mapping[str, Question]:
    form = await shop.prepare(listing)
    await shop.driver.close(form)
    return {question.field: question for question in form.questions}


async def test_a_category_that_several_branches_have_is_asked_back(
    wide: Shop, hoodie: Listing
) -> None:
    form = await wide.prepare(replace(hoodie, title="Sac à dos noir", category="Sacs à dos"))
    question = form.questions[0]
    assert question.field == "category"
    assert all(each.categories for each in form.questions[1:])
    assert {"157", "246"} <= {candidate.option.id for candidate in question.candidates}
    # What does not depend on the category is filled all the same.
    assert {"title", "description", "price"} <= set(form.reading.values)


@pytest.mark.parametrize(
    ("field", "words"), [("condition", "usé jusqu'à la corde"), ("color", "noir/fuligineux")]
)
async def test_words_that_fit_no_option_are_asked_back(
    wide: Shop, hoodie: Listing, field: str, words: str
) -> None:
    assert set(await asked(wide, replace(hoodie, **{field: words}))) == {field}


async def test_a_brand_that_is_part_of_others_is_asked_back_with_itself(
    wide: Shop, puzzle: Listing
) -> None:
    questions = await asked(wide, replace(puzzle, brand="Ralph"))
    labels = [candidate.option.label for candidate in questions["brand"].candidates]
    assert "Ralph" in labels
    assert any("Ralph Lauren" in label for label in labels)


async def test_a_brand_that_the_site_does_not_know_is_asked_back_and_taken_when_it_is_meant(
    wide: Shop, puzzle: Listing
) -> None:
    unknown = replace(puzzle, brand="Atelier Zorglub")
    (question,) = (await asked(wide, unknown)).values()
    ways_out = [candidate.option.id for candidate in question.candidates[-2:]]
    assert (question.field, ways_out) == ("brand", [CUSTOM_OPTION, NO_OPTION])
    await wide.sell(replace(unknown, answers={**puzzle.answers, "brand": CUSTOM_OPTION}))
    assert (wide.item.brand_id, wide.item.brand) == (None, "Atelier Zorglub")


async def test_a_brand_that_is_said_to_be_unknown_and_is_known_is_the_known_one(
    wide: Shop, puzzle: Listing
) -> None:
    await wide.sell(replace(puzzle, answers={**puzzle.answers, "brand": CUSTOM_OPTION}))
    assert (wide.item.brand_id, wide.item.brand) == (161, "Diesel")


async def test_answers_win_over_words_by_id_or_by_text(wide: Shop, hoodie: Listing) -> None:
    answers = {"category": "246", "condition": "2", "color": "Gris", "brand": "custom"}
    bag = replace(hoodie, category="Sacs à dos", size="TU", color="?", brand="Ralph")
    listing = replace(bag, answers=answers)
    assert (await wide.sell(listing)).outcome is SubmissionOutcome.PUBLISHED
    item = wide.item
    assert (item.catalog_id, item.condition_id, item.color_ids) == (246, 2, (3,))
    assert (item.brand_id, item.brand) == (None, "Ralph")


async def test_what_words_came_to_before_counts_where_the_page_offers_it(
    wide: Shop, hoodie: Listing
) -> None:
    before = (
        Alias("category", "Sacs à dos", (Option("246", "Sacs à dos"),)),
        Alias("color", "?", (Option("3", "Gris"), Option("1", "Noir"))),
        Alias("brand", "Ralph", (Option("999999999", "A brand that is gone"),)),
    )
    bag = replace(hoodie, title="Eastpak", category="Sacs à dos", size="TU")
    listing = replace(bag, color="?", brand="Ralph", aliases=before)
    form = await wide.prepare(listing)
    chosen = {report.name: (report.option_id, report.reason) for report in form.reports}
    assert chosen["category"] == ("246", "as answered before")
    assert chosen["color"] == ("3,1", "as answered before")
    # An option that the page does not offer any more is asked about as if it had never been.
    assert {question.field for question in form.questions} == {"brand"}
    await wide.driver.close(form)


async def test_what_words_came_to_before_does_not_overrule_a_title_that_names_another_thing(
    wide: Shop, hoodie: Listing
) -> None:
    before = (
        Alias("category", "Homme > Sweats", (Option("560", "T-shirts sans manches"),)),
        Alias("color", "noir", (Option("3", "Gris"),)),
    )
    listing = replace(hoodie, title="Hoodie Diesel noir", aliases=before)
    form = await wide.prepare(listing)
    chosen = {report.name: (report.option_id, report.reason) for report in form.reports}
    assert chosen["category"] == ("267", "the whole listing says so")
    (question,) = form.questions
    assert question.field == "color"
    assert {"1", "3"} <= {each.option.id for each in question.candidates}
    await wide.driver.close(form)


async def test_a_new_answer_wins_over_an_earlier_one(wide: Shop, hoodie: Listing) -> None:
    before = (Alias("color", "?", (Option("3", "Gris"),)),)
    listing = replace(hoodie, color="?", aliases=before, answers={"color": "Noir"})
    form = await wide.prepare(listing)
    assert next(each.option_id for each in form.reports if each.name == "color") == "1"
    await wide.driver.close(form)


async def test_an_attribute_that_nobody_knew_of_is_asked_with_its_options(
    either: Shop, plain: Listing
) -> None:
    either.faults(extra_attribute=True)
    question = (await asked(either, plain))["care_label"]
    first = question.candidates[0].option
    answered = replace(plain, answers={**plain.answers, "care_label": first.id})
    await either.sell(answered)
    assert either.item.attributes["care_label"] == (int(first.id),)


async def test_more_colours_than_the_site_takes_are_cut_and_told(
    wide: Shop, hoodie: Listing
) -> None:
    form = await wide.prepare(replace(hoodie, color="noir, gris, blanc"))
    assert form.reading.values["color"].count(",") == 1
    assert any(warning.startswith("color") for warning in form.warnings)


async def test_a_report_says_how_sure_a_choice_is(wide: Shop, hoodie: Listing) -> None:
    form = await wide.prepare(hoodie)
    reports: dict[str, FieldReport] = {report.name: report for report in form.reports}
    assert reports["condition"].asked == "bon"
    assert reports["condition"].chosen == "Bon état"
    assert reports["condition"].option_id == "3"
    assert reports["parcel_size"].reason == "recommended by the site"
    assert all(0 < report.score <= 1 for report in form.reports)

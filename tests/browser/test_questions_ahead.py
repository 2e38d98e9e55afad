"""What the likeliest categories would ask is asked with the category, and nothing is pressed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from browser.errors import ChallengeRequired, SessionExpired
from browser.listing import Listing, Question
from tests.browser.seller import Shop

ATTRIBUTES = "/api/v2/item_upload/attributes"


@pytest.fixture
def skirt(plain: Listing) -> Listing:
    """A skirt of which nothing is said but that."""
    return replace(
        plain,
        title="Jupe Promod",
        description="Vendue car trop petite.",
        category="Femme > Jupes",
        condition="",
        answers={},
    )


def calls(shop: Shop) -> int:
    """How often the site was asked for the fields of a category."""
    return sum(each.path == ATTRIBUTES for each in shop.standin.state.ledger.requests)


async def asked(shop: Shop, listing: Listing) -> tuple[Question, ...]:
    form = await shop.prepare(listing)
    await shop.driver.close(form)
    return form.questions


def by_field(questions: Sequence[Question]) -> Mapping[str, list[Question]]:
    return {
        name: [each for each in questions if each.field == name]
        for name in dict.fromkeys(each.field for each in questions)
    }


async def test_all_questions_of_the_likeliest_categories_come_with_the_category(
    either: Shop, skirt: Listing
) -> None:
    await either.chromium.close_account(either.seller.account)
    questions = by_field(await asked(either, skirt))
    (category,) = questions["category"]
    likeliest = [one.option.id for one in category.candidates[:3]]
    (condition,) = questions["condition"]
    assert list(condition.categories) == likeliest
    assert {one.option.id for one in condition.candidates} == {"6", "1", "2", "3", "4"}
    assert questions["size"][0].option_count
    assert all(each.candidates for every in questions.values() for each in every)
    assert condition.label == "État"
    assert "Jupes" in condition.reason
    # What the title says is not asked: the brand, for one.
    assert "brand" not in questions
    assert calls(either) == 3
    seen = either.standin.state.ledger.requests
    assert not any("/brands" in each.path or "package_sizes" in each.path for each in seen)


async def test_what_the_account_was_told_before_is_not_asked_again(
    wide: Shop, skirt: Listing
) -> None:
    first = await asked(wide, skirt)
    told = calls(wide)
    again = await asked(wide, skirt)
    assert calls(wide) == told
    assert [(each.field, each.categories) for each in again] == [
        (each.field, each.categories) for each in first
    ]


async def test_answers_to_what_is_asked_ahead_fill_the_form_at_once(
    either: Shop, skirt: Listing
) -> None:
    questions = by_field(await asked(either, skirt))
    category = questions["category"][0].candidates[0].option.id
    answers = {"category": category}
    for name, every in questions.items():
        for each in every:
            if category in each.categories:
                answers[name] = each.candidates[0].option.id
    form = await either.prepare(replace(skirt, answers=answers))
    await either.driver.close(form)
    assert form.questions == ()
    chosen = {report.name: report.option_id for report in form.reports}
    assert {name: chosen[name] for name in answers} == answers


@pytest.mark.parametrize("form", ["may", "august"])
async def test_the_same_on_either_form_of_the_page(wide: Shop, skirt: Listing, form: str) -> None:
    wide.faults(form=form)
    questions = by_field(await asked(wide, skirt))
    assert {"category", "condition", "size", "color"} <= set(questions)
    assert calls(wide) <= 3


async def test_without_the_token_of_the_page_the_site_is_not_asked(
    wide: Shop, skirt: Listing
) -> None:
    """A form of May without photos has sent nothing yet: a call of ours would be a guest's."""
    wide.faults(form="may")
    questions = await asked(wide, replace(skirt, photos=()))
    assert [each.field for each in questions] == ["category"]
    assert calls(wide) == 0


async def test_a_challenge_while_asking_stops_the_job(wide: Shop, skirt: Listing) -> None:
    await wide.chromium.close_account(wide.seller.account)
    wide.faults(challenge_at="after_category", challenge="datadome")
    with pytest.raises(ChallengeRequired) as raised:
        await wide.prepare(skirt)
    assert raised.value.picture
    assert calls(wide) == 1


async def test_a_session_that_ends_while_asking_is_told(wide: Shop, skirt: Listing) -> None:
    await wide.chromium.close_account(wide.seller.account)
    wide.faults(unauthorized_at="category")
    with pytest.raises(SessionExpired):
        await wide.prepare(skirt)

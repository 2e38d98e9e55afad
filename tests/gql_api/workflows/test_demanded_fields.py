"""A field that the site demands only by refusing is asked beforehand the next time."""

from dataclasses import replace

from browser.listing import FieldReport, FormReading
from browser.standin import Standin
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Result
from gql_api.workflows import demanded_fields
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.workflows.bench import Bench

REFUSED = [{"field": "material", "value": "Choisis une matière, poil de chameau ?"}]


async def test_what_was_refused_is_asked_then_and_forgotten_once_it_is_not_needed(
    context: Bench, market: Standin
) -> None:
    market.state.patch_faults({"publish_errors": REFUSED})
    refused = await context.yes(await context.prepared(LISTING))
    assert refused.result and refused.result.outcome is Outcome.REJECTED_BY_SITE
    market.state.patch_faults({"publish_errors": []})

    first = context.new(JobKind.PREPARE, listing=LISTING)
    asked = await context.run(first)
    assert asked.state is JobState.AWAITING_ANSWERS
    assert asked.result
    (question,) = asked.result.questions
    assert (question.field, question.reason) == ("material", "nothing was said")
    assert question.candidates
    assert "chameau" not in str(asked.result)


def prepared(context: Bench, **filled: str) -> Job:
    """A preparation of a hoodie that held these fields."""
    category = FieldReport("category", "Homme > Sweats", "Sweats", option_id="1811")
    result = Result(fields=(category,), reading=FormReading(filled, 1))
    return replace(context.new(JobKind.PREPARE, listing=LISTING), result=result)


async def test_only_codes_of_fields_that_were_left_out_are_learnt(context: Bench) -> None:
    demands, market = context.core.stores.demands, context.core.market
    errors = dict.fromkeys(("material", "brand", "title", "Not a code!", "size"), "laine")
    refused = Result(outcome=Outcome.REJECTED_BY_SITE, errors=errors)
    await demanded_fields.learn(demands, prepared(context, brand="Diesel"), refused)
    assert await demands.of(market) == {"1811": {"material", "size"}}

    published = Result(outcome=Outcome.PUBLISHED)
    await demanded_fields.learn(demands, prepared(context, material="Laine"), published)
    assert await demands.of(market) == {"1811": {"material"}}
    unknown = Result(outcome=Outcome.OUTCOME_UNKNOWN)
    await demanded_fields.learn(demands, prepared(context), unknown)
    assert await demands.of(market) == {"1811": {"material"}}
    await demanded_fields.learn(demands, prepared(context), published)
    assert await demands.of(market) == {}

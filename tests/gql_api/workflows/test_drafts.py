"""A draft whose save was not answered, or was cut off: found again, and never saved twice."""

import asyncio
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from browser.standin import Standin
from gql_api.domain.job import Job, JobKind, JobState, Outcome
from gql_api.listings.admission import revised
from gql_api.workflows.reconcile import Patience
from tests.gql_api.workflows.bench import BRIEF, Bench, LastingChromium, bench, known, saving


@pytest.fixture
def patience() -> Patience:
    return BRIEF


async def drafted(context: Bench, market: Standin, **faults: Any) -> Job:
    market.state.patch_faults(faults)
    job = await context.run(await saving(context))
    market.state.patch_faults({"draft_fault": "none", "twin": "none", "draft_delay": 0.0})
    return job


def drafts(market: Standin) -> list[str]:
    return [str(item.id) for item in market.state.drafts]


def show(market: Standin) -> None:
    for item in market.state.drafts:
        market.state.items[item.id] = replace(item, visible_at=0.0)


async def once_more(context: Bench, job: Job) -> Job:
    """The next try of the same preparation."""
    now = context.core.now()
    return await context.run(revised(job, job.listing, dry_run=False, now=now))


async def test_a_lost_answer_is_no_lost_draft(context: Bench, market: Standin) -> None:
    job = await drafted(context, market, draft_fault="lost_answer")
    assert job.result is not None
    assert (job.state, job.result.outcome) == (
        JobState.AWAITING_CONFIRMATION,
        Outcome.DRAFT_SAVED,
    )
    assert [job.result.draft_id] == drafts(market)
    assert known(await context.yes(job))[0] is Outcome.PUBLISHED
    assert not drafts(market)


async def test_a_late_draft_is_found_later_and_then_waits_for_its_yes(
    context: Bench, market: Standin
) -> None:
    job = await drafted(context, market, draft_fault="lost_answer", draft_delay=1e7)
    assert (job.state, known(job)) == (JobState.DONE, (Outcome.OUTCOME_UNKNOWN, "not_seen_yet"))
    assert job.result is not None
    assert job.result.confirm_token is None
    assert "draft" in job.result.errors
    # Nothing is saved a second time, however often it is asked for.
    again = await once_more(context, job)
    assert known(again) == (Outcome.OUTCOME_UNKNOWN, "not_seen_yet")
    assert len(drafts(market)) == 1
    show(market)
    third = await once_more(context, again)
    assert third.result is not None
    assert (third.result.outcome, [third.result.draft_id]) == (
        Outcome.DRAFT_SAVED,
        drafts(market),
    )


async def test_a_later_look_completes_the_preparation(context: Bench, market: Standin) -> None:
    job = await drafted(context, market, draft_fault="lost_answer", draft_delay=1e7)
    show(market)
    await context.look_later(31)
    found = await context.stored(job)
    assert found.result is not None
    assert (found.state, found.result.outcome) == (
        JobState.AWAITING_CONFIRMATION,
        Outcome.DRAFT_SAVED,
    )
    assert [found.result.draft_id] == drafts(market)
    assert found.result.confirm_token
    assert found.last_seq == job.last_seq + 1
    assert known(await context.yes(found))[0] is Outcome.PUBLISHED


async def test_two_that_may_be_it_are_named_and_neither_is_taken(
    context: Bench, market: Standin
) -> None:
    job = await drafted(context, market, draft_fault="lost_answer", twin="draft")
    assert known(job) == (Outcome.OUTCOME_UNKNOWN, "several_drafts")
    assert job.result is not None
    assert job.result.confirm_token is None
    assert len(drafts(market)) == 2
    assert all(each in job.result.errors["draft"] for each in drafts(market))
    one = drafts(market)[0]
    await context.core.drafts.found(job, one, f"{market.url}/items/{one}/edit", by="anna")
    named = await context.stored(job)
    assert named.result is not None
    assert (named.result.outcome, named.result.draft_id) == (Outcome.DRAFT_SAVED, one)


async def test_a_word_that_it_is_not_there_lets_another_be_saved(
    context: Bench, market: Standin
) -> None:
    job = await drafted(context, market, draft_fault="error_before")
    assert known(job) == (Outcome.OUTCOME_UNKNOWN, "not_seen_yet")
    other = await context.run(await saving(context))
    assert known(other) == (Outcome.NEEDS_MANUAL, "earlier_draft_unknown")
    assert not drafts(market)
    await context.core.drafts.absent(job, by="anna")
    again = await once_more(context, await context.stored(job))
    assert known(again)[0] is Outcome.DRAFT_SAVED
    assert len(drafts(market)) == 1


@pytest.mark.parametrize(
    ("faults", "solved"),
    [
        ({"price_as_zero": True}, {"price_as_zero": False}),
        ({"draft_error": 422}, {"draft_error": 0}),
        ({"unauthorized_at": "draft"}, {"unauthorized_at": "never"}),
    ],
    ids=["held back", "refused", "as to a guest"],
)
async def test_a_draft_that_was_certainly_not_saved_keeps_no_other_from_being_saved(
    context: Bench, market: Standin, faults: dict[str, Any], solved: dict[str, Any]
) -> None:
    job = await drafted(context, market, **faults)
    assert job.result is not None
    assert job.result.outcome is not Outcome.OUTCOME_UNKNOWN
    assert not drafts(market)
    market.state.patch_faults(solved)
    await context.sign_in()
    assert not await context.core.drafts.saves.open_alike(job)
    again = await once_more(context, job)
    assert known(again)[0] is Outcome.DRAFT_SAVED
    assert len(drafts(market)) == 1


async def test_a_process_killed_after_the_save_finds_the_draft_again(
    tmp_path: Path, market: Standin, chromium: LastingChromium
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.gql_api.workflows.killed_drafter", market.url, str(tmp_path)),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == -signal.SIGKILL
    job_id = output.decode().splitlines()[-1]
    assert len(drafts(market)) == 1
    async with bench(tmp_path, market.url, chromium=chromium) as context:
        await context.events(job_id)
        job = await context.core.stores.jobs.get(job_id)
        assert job.kind is JobKind.PREPARE
        assert job.result is not None
        assert job.result.outcome is Outcome.DRAFT_SAVED
        assert [job.result.draft_id] == drafts(market)

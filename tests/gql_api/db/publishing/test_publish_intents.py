"""The fence: one yes per approved revision, one click per yes, five clicks in any minute."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from browser.fence import SEND_SECONDS, Before
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.publishing.publish_intents import (
    BEFORE_THE_CLICK,
    Intent,
    IntentState,
    PublishStore,
    clicks_since,
)
from gql_api.domain import results
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Result
from gql_api.jobs.completion import Completion
from gql_api.jobs.events import Broadcast, EventLog
from tests.gql_api.db.conftest import Clock

MakeJob = Callable[..., Job]


async def _yes(jobs: JobStore, a_job: MakeJob, prepare: Job | None = None) -> Intent:
    prepared = prepare or (await jobs.accept(a_job(), key=None))[0]
    publish, _ = await jobs.accept(a_job(JobKind.PUBLISH, prepare_id=prepared.id), key=None)
    return Intent(publish.id, prepared.id, 1, "default")


async def test_the_fence_lets_one_of_many_through(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    intent = await _yes(jobs, a_job)
    await publishes.intend(intent)
    passed = await asyncio.gather(*(publishes.act(intent.publish_id) for _ in range(20)))
    assert passed.count(True) == 1
    assert await publishes.state(intent.publish_id) is IntentState.ACTING


async def test_nobody_acts_without_an_intent(publishes: PublishStore) -> None:
    assert not await publishes.act("nothing")


async def test_two_yeses_to_one_revision_are_one_too_many(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    prepared, _ = await jobs.accept(a_job(), key=None)
    first, second = [await _yes(jobs, a_job, prepared) for _ in range(2)]
    assert await publishes.intend(first) is IntentState.INTENDED
    assert await publishes.intend(first) is IntentState.INTENDED
    assert await publishes.intend(second) is None


async def test_a_yes_that_is_known_not_published_counts_again(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    prepared, _ = await jobs.accept(a_job(), key=None)
    first, second = [await _yes(jobs, a_job, prepared) for _ in range(2)]
    await publishes.intend(first)
    await publishes.act(first.publish_id)
    await jobs.change(
        first.publish_id, 1, Change(JobState.DONE, result=Result(), settle=IntentState.FAILED)
    )
    assert await publishes.intend(second) is IntentState.INTENDED


async def test_a_refused_listing_keeps_its_yes_used_up(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    prepared, _ = await jobs.accept(a_job(), key=None)
    first, second = [await _yes(jobs, a_job, prepared) for _ in range(2)]
    await publishes.intend(first)
    await jobs.change(
        first.publish_id, 1, Change(JobState.DONE, result=Result(), settle=IntentState.REJECTED)
    )
    assert await publishes.intend(second) is None
    assert await publishes.state(first.publish_id) is IntentState.REJECTED


CANCEL = Change(
    JobState.CANCELLED,
    settle=IntentState.FAILED,
    settle_from=BEFORE_THE_CLICK,
)


async def test_a_yes_is_taken_back_before_the_click_and_not_after(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    early, late = await _yes(jobs, a_job), await _yes(jobs, a_job)
    for intent in (early, late):
        await publishes.intend(intent)
    await publishes.act(late.publish_id)
    assert await jobs.change(early.publish_id, 1, CANCEL)
    assert not await publishes.act(early.publish_id)
    assert await jobs.change(late.publish_id, 1, CANCEL) is None
    assert (await jobs.get(late.publish_id)).state is JobState.QUEUED
    assert await publishes.state(late.publish_id) is IntentState.ACTING


async def test_a_cancelled_publish_writes_no_yes_down(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    intent = await _yes(jobs, a_job)
    assert await jobs.change(intent.publish_id, 1, CANCEL)
    assert await publishes.intend(intent) is None
    assert await publishes.state(intent.publish_id) is None


async def test_at_most_five_clicks_fall_into_any_minute(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob, clock: Clock
) -> None:
    intents = [await _yes(jobs, a_job) for _ in range(7)]
    for intent in intents:
        await publishes.intend(intent)
    clicks = []
    for intent in intents:
        while not await publishes.act(intent.publish_id):
            free_at = await publishes.free_at()
            assert free_at > clock()
            clock.time = free_at
        clicks.append(clock())
        clock.pass_seconds(3)
    # The first may leave at the end of its time, and the sixth at once.
    for early, late in zip(clicks, clicks[5:], strict=False):
        assert late - (early + timedelta(seconds=SEND_SECONDS)) >= timedelta(seconds=60)


async def test_the_fence_remembers_the_wardrobe(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    first, second = await _yes(jobs, a_job), await _yes(jobs, a_job)
    for intent, before in (
        (first, Before("7", frozenset({"1", "2"}), "3")),
        (second, Before("7")),
    ):
        await publishes.intend(intent)
        assert await publishes.before(intent.publish_id) is None
        assert await publishes.act(intent.publish_id, before)
        assert await publishes.before(intent.publish_id) == before
        # Whoever comes later changes nothing.
        assert not await publishes.act(intent.publish_id, Before("8"))
        assert await publishes.before(intent.publish_id) == before


async def test_a_day_counts_the_clicks_of_its_account(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob, clock: Clock, database: Database
) -> None:
    intent = await _yes(jobs, a_job)
    await publishes.intend(intent)
    await publishes.act(intent.publish_id)
    since = clock() - timedelta(days=1)
    for account, count in (("default", 1), ("other", 0)):
        clicks = await database.read(partial(clicks_since, account=account, since=since))
        assert len(clicks) == count


async def test_who_did_not_click_does_not_take_back_a_click(
    jobs: JobStore, publishes: PublishStore, a_job: MakeJob
) -> None:
    """Two runs of one publish, as after a takeover: the one that stops must not free the yes."""
    intent = await _yes(jobs, a_job)
    await publishes.intend(intent)
    publish = await jobs.get(intent.publish_id)
    endings = Completion(EventLog(jobs, Broadcast()), publishes)
    assert await publishes.act(publish.id)
    assert not await endings.not_clicked(publish, results.failed("internal"))
    assert await publishes.state(publish.id) is IntentState.ACTING
    found = Result(outcome=Outcome.PUBLISHED, listing_id="1")
    assert await endings.end(publish, found, settle=IntentState.DONE)
    assert await publishes.state(publish.id) is IntentState.DONE

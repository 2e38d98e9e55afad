"""A click whose answer is lost, over the whole worker: found, told as several, or not seen yet.

Real browser, real market, real database; only the times are scaled down.
"""

import asyncio
import shutil
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from browser.page.conditions import PATIENT
from browser.standin import Standin, serve_standin
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.job import JobState, Outcome
from gql_api.jobs.engine import MAX_RECOVERIES, look_of
from gql_api.workflows.reconcile import Patience
from tests.gql_api.workflows.bench import (
    BRIEF,
    PATIENCE,
    STAMP,
    Bench,
    LastingChromium,
    bench,
    items,
    known,
)

HANGS_SECONDS = 600.0


def faults(market: Standin, **switches: Any) -> None:
    market.state.patch_faults(switches)


@pytest.fixture(scope="module")
async def killed(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[Standin, Path, str]]:
    """A market, what a worker left that died while it looked there, and the publish it looked for.

    An item was for sale there; it clicked for its twin without an answer, and died.
    """
    async with serve_standin() as market:
        market.state.patch_faults({"cookie_banner": False})
        blank = market.state.new_item(
            market.state.members.sessions["demo"].account, "EUR", draft=False
        )
        price = float(STAMP.price.amount)
        twin = replace(blank, title=STAMP.title, description=STAMP.description, price=price)
        market.state.store(twin)
        folder = tmp_path_factory.mktemp("killed")
        yield market, folder, await killed_while_looking(market, folder)


def left(killed: tuple[Standin, Path, str], folder: Path) -> tuple[Standin, str]:
    """Its data folder, anew for one test; the market and the publish."""
    market, left_by, publish_id = killed
    shutil.copytree(left_by, folder, dirs_exist_ok=True)
    return market, publish_id


async def killed_while_looking(market: Standin, folder: Path) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.gql_api.workflows.killed_seller", market.url, str(folder)),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == -signal.SIGKILL
    return output.decode().splitlines()[-1]


def given_up(folder: Path, run_id: str) -> None:
    """As if the run had taken its process with it again and again."""
    with closing(sqlite3.connect(folder / "fripier.db")) as database, database:
        change = "UPDATE workflow_status SET recovery_attempts = ? WHERE workflow_uuid = ?"
        assert database.execute(change, (MAX_RECOVERIES + 1, run_id)).rowcount == 1


@pytest.mark.parametrize("fault", ["lost_answer", "error_after", "hang"])
async def test_what_was_stored_is_found_however_late_it_shows(
    context: Bench, market: Standin, fault: str
) -> None:
    prepared = await context.prepared()
    # Later than the form's own tab looks, and sooner than absence would be proved.
    faults(market, publish_fault=fault, hang_seconds=600.0, wardrobe_delay=2.0)
    job = await context.yes(prepared)
    assert job.result is not None
    assert (job.result.outcome, job.result.listing_id) == (Outcome.PUBLISHED, *items(market))
    assert await context.state(job) is IntentState.DONE


async def test_a_call_that_hangs_and_is_carried_out_late_is_found(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    faults(market, publish_fault="hang_before", hang_seconds=4.0)
    job = await context.yes(prepared)
    assert job.result is not None
    assert job.result.outcome is Outcome.PUBLISHED
    assert len(items(market)) == 1


async def test_every_copy_is_told_and_none_is_deleted(context: Bench, market: Standin) -> None:
    prepared = await context.prepared()
    faults(market, publish_fault="reset_after", wardrobe_delay=2.0)
    job = await context.yes(prepared)
    assert job.result is not None
    assert job.result.outcome is Outcome.DUPLICATED
    told = {url.rpartition("/")[2].partition("-")[0] for url in job.result.listing_urls}
    assert told == set(items(market))
    assert len(told) > 1
    assert not market.state.deleted


@pytest.mark.parametrize("patience", [BRIEF], ids=["brief"])
@pytest.mark.parametrize("fault", ["error_before", "reset_before", "hang_before"])
async def test_what_is_not_seen_is_told_as_unknown_and_never_as_not_published(
    context: Bench, market: Standin, fault: str
) -> None:
    prepared = await context.prepared()
    faults(market, publish_fault=fault, hang_seconds=HANGS_SECONDS)
    job = await context.yes(prepared)
    assert (job.state, known(job)) == (JobState.DONE, (Outcome.OUTCOME_UNKNOWN, "not_seen_yet"))
    assert await context.state(job) is IntentState.UNKNOWN
    acted_at = await context.core.stores.publishes.acted_at(job.id)
    assert acted_at is not None
    # Long before a call that hangs has ended; a busy machine may take longer than the patience.
    assert job.updated_at - acted_at < timedelta(seconds=HANGS_SECONDS / 10)
    watched = await context.core.stores.later_looks.of(job.id)
    assert watched is not None
    assert watched.next_at > acted_at


def test_the_unknown_is_told_within_twenty_seconds() -> None:
    """What a page is waited for, what its tab looks, and what is looked after it."""
    assert PATIENT.publish + PATIENT.settle < Patience().told < 20


@pytest.mark.parametrize("patience", [replace(PATIENCE, told=8.0)], ids=["several looks"])
async def test_looking_shows_progress_and_leaves_the_browser_to_others(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    faults(market, publish_fault="reset_before")
    publish = context.of(prepared)
    await context.accept(publish)
    free = 0
    async with aclosing(context.core.events.watch(publish.id)) as told:
        async for event in told:
            if event.step == "look_up":
                # Free as soon as this look is over, and not only when all are.
                async with asyncio.timeout(5), context.worker.sessions._locks.turn("default"):
                    free += 1
    percents = [event.percent for event in await context.events(publish.id)]
    assert percents == sorted(percents)
    assert free > 3


async def test_a_wardrobe_that_cannot_be_read_proves_nothing(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    faults(market, publish_fault="error_before")
    publish = context.of(prepared)
    await context.accept(publish)
    await context.until_it_looks(publish.id)
    faults(market, site_down=True)
    await context.events(publish.id)
    job = await context.core.stores.jobs.get(publish.id)
    assert job.result is not None
    assert job.result.outcome is Outcome.OUTCOME_UNKNOWN
    assert job.result.reason == "not_seen_yet"
    assert job.result.picture_id
    assert await context.state(job) is IntentState.UNKNOWN


async def test_after_a_kill_an_older_twin_is_told_from_what_was_clicked(
    tmp_path: Path, killed: tuple[Standin, Path, str], chromium: LastingChromium
) -> None:
    """A worker dies while it looks; the next one knows what was in the wardrobe before."""
    market, publish_id = left(killed, tmp_path)
    twin = items(market)
    assert len(twin) == 1
    async with bench(tmp_path, market.url, chromium=chromium) as context:
        await context.events(publish_id)
        job = await context.core.stores.jobs.get(publish_id)
        assert job.result is not None
        assert known(job) == (Outcome.OUTCOME_UNKNOWN, "not_seen_yet")
        assert items(market) == twin


async def test_a_click_whose_run_is_given_up_is_looked_up_by_a_run_of_its_own(
    tmp_path: Path, killed: tuple[Standin, Path, str], chromium: LastingChromium
) -> None:
    market, publish_id = left(killed, tmp_path)
    given_up(tmp_path, f"{publish_id}.1")
    faults(market, publish_fault="none")
    async with bench(tmp_path, market.url, chromium=chromium) as context:
        await context.events(publish_id)
        job = await context.core.stores.jobs.get(publish_id)
        assert job.result is not None
        assert known(job) == (Outcome.OUTCOME_UNKNOWN, "not_seen_yet")
        assert len(items(market)) == 1


async def test_a_click_is_left_to_the_person_when_the_look_is_given_up_too(
    tmp_path: Path, killed: tuple[Standin, Path, str], chromium: LastingChromium
) -> None:
    market, publish_id = left(killed, tmp_path)
    given_up(tmp_path, f"{publish_id}.1")
    undecided = replace(PATIENCE, told=600.0, least=600.0)
    async with bench(tmp_path, market.url, undecided, chromium=chromium) as context:
        async with asyncio.timeout(60):
            while not await context.worker.engine.known([look_of(f"{publish_id}.1")]):
                await asyncio.sleep(0.05)
        await context.worker.engine.cancel(look_of(f"{publish_id}.1"))
        await context.events(publish_id)
        job = await context.core.stores.jobs.get(publish_id)
        assert job.result is not None
        assert (job.result.outcome, job.result.reason) == (Outcome.OUTCOME_UNKNOWN, "internal")


async def test_an_item_that_resembles_it_leaves_the_decision_to_the_person(
    context: Bench, market: Standin
) -> None:
    prepared = await context.prepared()
    faults(market, publish_fault="error_before")
    publish = context.of(prepared)
    await context.accept(publish)
    await context.until_it_looks(publish.id)
    owner = market.state.members.sessions["demo"].account
    blank = market.state.new_item(owner, "EUR", draft=False)
    market.state.store(replace(blank, title="timbre SEMEUSE!", price=30.0))
    await context.events(publish.id)
    job = await context.core.stores.jobs.get(publish.id)
    assert job.result is not None
    assert job.result.outcome is Outcome.OUTCOME_UNKNOWN
    assert job.result.reason == "similar_in_wardrobe"

"""A click whose answer was lost, made once and gone on from as often as tests need it.

Until then a real browser has filled a form and a real market has taken it: what differs from test
to test comes after. Each gets the data folder and the market as they were left, at that moment.
"""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from browser.standin import Standin, serve_standin
from browser.standin.state import Item, Photo
from gql_api.domain.job import Job, JobState, Outcome
from tests.gql_api.workflows.bench import BRIEF, Bench, LastingChromium, bench, known

NEVER = 10_000_000.0
Lose = Callable[[Bench, Standin], Awaitable[Job]]


@dataclass(frozen=True)
class Left:
    """What a worker left: its data folder, its market, and the job, as they were then."""

    market: Standin
    folder: Path
    job: Job
    at: datetime
    items: dict[int, Item]
    photos: dict[int, Photo]


@dataclass(frozen=True)
class Loss:
    """Another worker that goes on from there."""

    context: Bench
    market: Standin
    job: Job


@asynccontextmanager
async def left_after(lose: Lose, folder: Path, chromium: LastingChromium) -> AsyncIterator[Left]:
    async with serve_standin() as market:
        market.state.patch_faults({"cookie_banner": False})
        async with bench(folder, market.url, BRIEF, chromium=chromium) as context:
            await context.sign_in()
            job = await lose(context, market)
            at = context.core.now()
        yield Left(market, folder, job, at, dict(market.state.items), dict(market.state.photos))


@asynccontextmanager
async def gone_on(left: Left, folder: Path, chromium: LastingChromium) -> AsyncIterator[Loss]:
    shutil.copytree(left.folder, folder, dirs_exist_ok=True)
    state = left.market.state
    state.reset()
    state.patch_faults({"cookie_banner": False})
    state.items.update(left.items)
    state.photos.update(left.photos)
    async with bench(folder, left.market.url, BRIEF, at=left.at, chromium=chromium) as context:
        yield Loss(context, left.market, left.job)


async def lost(context: Bench, market: Standin, prepared: Job) -> Job:
    """A publish that was carried out, whose answer was lost and whose item is late."""
    market.state.patch_faults({"publish_fault": "lost_answer", "wardrobe_delay": NEVER})
    job = await context.yes(prepared)
    market.state.patch_faults({"publish_fault": "none", "wardrobe_delay": 0.0})
    assert (job.state, known(job)) == (JobState.DONE, (Outcome.OUTCOME_UNKNOWN, "not_seen_yet"))
    return job


async def unread(context: Bench, market: Standin) -> Job:
    """A publish whose call failed, and whose wardrobe could not be read."""
    market.state.patch_faults({"publish_fault": "error_before"})
    publish = context.of(await context.prepared())
    await context.accept(publish)
    await context.until_it_looks(publish.id)
    market.state.patch_faults({"site_down": True})
    await context.events(publish.id)
    market.state.patch_faults({"site_down": False, "publish_fault": "none"})
    job = await context.core.stores.jobs.get(publish.id)
    assert job.result is not None
    assert job.result.outcome is Outcome.OUTCOME_UNKNOWN
    return job


def show(market: Standin) -> None:
    """Let everything that was sold so far appear in the wardrobe."""
    for item in market.state.live_items:
        market.state.items[item.id] = replace(item, visible_at=0.0)


def clicks(market: Standin) -> int:
    return len(market.state.ledger.attempts)

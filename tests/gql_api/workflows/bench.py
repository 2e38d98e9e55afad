"""A worker over a market, with scaled times, and a seller who prepares and says yes.

What is sold is a stamp, the plainest form that the site has: these tests are about what comes after
it. Workers one after the other can share a browser, whose start costs as much as theirs.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from browser.chromium.chromium import Chromium
from browser.listing import Listing
from browser.page.conditions import Timeouts
from browser.standin import Standin
from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.bootstrap.worker import Worker, build_worker
from gql_api.cli.demo.photos import hoodie
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.inputs import SessionInput
from gql_api.domain.job import Job, JobEvent, JobKind, JobState, Outcome
from gql_api.listings.admission import new_job
from gql_api.settings import load_settings
from gql_api.workflows.later_looks import LaterLooks
from gql_api.workflows.reconcile import Patience
from tests.gql_api.db.conftest import LISTING

QUICK = Timeouts(publish=3.0, settle=0.3, between_looks=0.1)
PATIENCE = Patience(told=6.0, least=3.0, pauses=(0.3, 0.6))
BRIEF = replace(PATIENCE, told=3.0, least=2.0)
"""Where what is lost is not to be found at once."""

STAMP = replace(
    LISTING,
    title="Timbre Semeuse",
    category="Loisirs et collections > Philatélie > Timbres",
    brand="",
    size="",
    color="",
)


class LastingChromium(Chromium):
    """A browser that outlives its workers: one that ends closes the contexts of its accounts."""

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for account in self.accounts:
            await self.close_account(account)

    async def end(self) -> None:
        await super().__aexit__(None, None, None)


@dataclass(frozen=True, slots=True)
class OneAtATime(LaterLooks):
    """Looks of which those of the background and those of a test wait for each other.

    A look that the background has claimed, and not yet begun, is seen by nobody otherwise.
    """

    making: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def due(self) -> None:
        async with self.making:
            await LaterLooks.due(self)


class Bench:
    """A worker at a market, and a seller who says yes."""

    def __init__(self, core: Core, worker: Worker) -> None:
        self.core = core
        self.worker = worker

    async def sign_in(self) -> None:
        given = SessionInput.model_validate(
            {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0 Chrome/156.0"}
        )
        await self.worker.sessions.save(given)

    async def photographed(self, listing: Listing) -> Listing:
        """The listing with a photo that is stored."""
        photo = await self.core.media.intake.take(_chunks(hoodie(30)), "photo.jpg")
        await self.core.stores.photos.add(photo)
        return replace(listing, photos=(photo.file,))

    async def prepared(self, listing: Listing = STAMP) -> Job:
        listing = await self.photographed(listing)
        job = await self.run(self.new(JobKind.PREPARE, listing=listing))
        assert job.state is JobState.AWAITING_CONFIRMATION, job.result
        return job

    async def yes(self, prepared: Job) -> Job:
        return await self.run(self.of(prepared))

    def of(self, prepared: Job) -> Job:
        job = self.new(JobKind.PUBLISH, listing=prepared.listing)
        return replace(
            job, dry_run=False, prepare_id=prepared.id, prepare_revision=prepared.revision
        )

    def new(self, kind: JobKind, *, listing: Listing) -> Job:
        return new_job(kind, "default", self.core.market, listing, self.core.now())

    async def run(self, job: Job) -> Job:
        await self.accept(job)
        await self.events(job.id)
        return await self.core.stores.jobs.get(job.id)

    async def accept(self, job: Job) -> None:
        stored, _ = await self.core.stores.jobs.accept(job, key=None)
        await self.core.events.announce(stored.id, 0)

    async def events(self, job_id: str) -> list[JobEvent]:
        """Everything until the run is over."""
        async with asyncio.timeout(90), aclosing(self.core.events.watch(job_id)) as told:
            return [event async for event in told]

    async def until_it_looks(self, job_id: str) -> None:
        """Return when a click's answer is lost and the look for it begins."""
        async with asyncio.timeout(90), aclosing(self.core.events.watch(job_id)) as told:
            async for event in told:
                if event.step == "look_up":
                    return
        raise AssertionError("the run ended without a look")

    def pass_seconds(self, seconds: float) -> None:
        """Move the service's clock; nothing waits."""
        self.core.now.move(timedelta(seconds=seconds))

    async def look_later(self, seconds: float = 0.0) -> None:
        """Move the clock, and make the looks that are due then; those under way are over.

        A publish that has ended may still be closing its form: no look finds the account at work.
        """
        async with self.worker.later_looks.context.locks.turn("default"):
            pass
        self.pass_seconds(seconds)
        await self.worker.later_looks.due()

    async def stored(self, job: Job) -> Job:
        return await self.core.stores.jobs.get(job.id)

    async def state(self, job: Job) -> IntentState | None:
        return await self.core.stores.publishes.state(job.id)


def items(market: Standin) -> list[str]:
    """Ids of what is for sale."""
    return [str(item.id) for item in market.state.live_items]


def known(job: Job) -> tuple[Outcome | None, str | None]:
    assert job.result is not None
    return job.result.outcome, job.result.reason


async def saving(context: Bench) -> Job:
    """A preparation that saves its draft on the site; not accepted yet."""
    listing = await context.photographed(STAMP)
    return replace(context.new(JobKind.PREPARE, listing=listing), dry_run=False)


async def _chunks(content: bytes) -> AsyncIterator[bytes]:
    yield content


@asynccontextmanager
async def bench(
    folder: Path,
    market: str,
    patience: Patience = PATIENCE,
    *,
    at: datetime | None = None,
    chromium: Chromium | None = None,
) -> AsyncIterator[Bench]:
    """A worker over a data folder; with `at` its clock begins there."""
    settings = load_settings({"DATA_DIR": str(folder), "VINTED_BASE_URL": market, "PACING": "off"})
    core = build_core(settings, Role.ALL, market)
    if at:
        core.now.move(at - core.now())
    worker = build_worker(core, timeouts=QUICK, patience=patience, chromium=chromium)
    worker = replace(worker, later_looks=OneAtATime(worker.later_looks.context))
    await core.database.open()
    try:
        async with core.media.intake, worker.running():
            yield Bench(core, worker)
    finally:
        core.broadcast.close()
        await core.database.close()

"""The part that drives browsers, built and run: Chromium, open forms, sessions, engine, dispatch.

One process has it beside the transports, or a worker has it alone. What the jobs do belongs to
`workflows`; which workers live is told by `worker_liveness`.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from browser.background_tasks import in_background
from browser.chromium.chromium import Chromium
from browser.chromium.installer import hints
from browser.driver import Driver
from browser.page.conditions import PATIENT, Timeouts
from browser.page.pacing import Profile
from gql_api.bootstrap.container import Core, admission_of
from gql_api.bootstrap.deferred import part
from gql_api.bootstrap.notices import channels, link_base, push_services
from gql_api.cluster.account_locks import AccountLocks
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.database import connection_name
from gql_api.db.publishing.confirmations import ConfirmationStore
from gql_api.db.retention import AgingStore
from gql_api.doctor.browser_doctor import BrowserDoctor
from gql_api.domain.job import CLICKS, WORK
from gql_api.domain.status import BrowserFigures, Works
from gql_api.jobs.engine import EMBEDDED, LOOK, Engine
from gql_api.jobs.open_forms import Parking
from gql_api.jobs.outbox import Dispatcher
from gql_api.jobs.retention import Ages, Retention
from gql_api.jobs.steps import Workflow
from gql_api.jobs.timeouts import Deadlines
from gql_api.limits.capacity import machine
from gql_api.notices.push_devices import PushDevices
from gql_api.notices.sender import Sender
from gql_api.observability.readiness import CURES
from gql_api.remote.rpc import PURPOSE, RpcServer
from gql_api.sessions.browser_sessions import BrowserSessions
from gql_api.workflows.context import JobContext
from gql_api.workflows.feed_imports import ImportFeeder
from gql_api.workflows.forget_account import ForgetAccount
from gql_api.workflows.later_looks import LaterLooks
from gql_api.workflows.look_again import LookAgain
from gql_api.workflows.prepare import Prepare
from gql_api.workflows.publish import Publish
from gql_api.workflows.reconcile import Patience
from gql_api.workflows.search_page import SearchPage

if TYPE_CHECKING:
    from gql_api.cluster.worker_liveness import WorkerLiveness

Chore = Callable[[], Awaitable[None]]

log = structlog.get_logger(__name__)

BROWSER_JOBS = machine().forms_at_once
"""Jobs at work in the browser at once without pauses: more would only slow each other down."""
WAITING_CLICKS = 8
"""Publishes under way at once; those that wait for the limit hold no place in the browser."""
PARKED_FORMS = machine().open_forms
"""Filled forms that wait for their yes; one more makes the oldest give way."""
TAKEOVER_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Worker:
    """Everything that works in browsers, wired and not yet opened."""

    core: Core
    chromium: Chromium
    parking: Parking
    sessions: BrowserSessions
    doctor: BrowserDoctor
    reconciler: LookAgain
    page_search: SearchPage
    eraser: ForgetAccount
    later_looks: LaterLooks
    engine: Engine
    dispatcher: Dispatcher
    notices: Sender
    rpc: RpcServer
    liveness: "WorkerLiveness | None"

    async def works(self) -> Works:
        """Which browser is used, and what is open in it."""
        browser = await self.chromium.probe()
        return Works(
            browser=browser.version or (browser.executable.name if browser.executable else None),
            hint=None if browser.executable else hints(),
            open_forms=self.parking.jobs,
        )

    async def browser_cure(self) -> str | None:
        """What to do about a browser that is missing or does not run; None when it does."""
        browser = await self.chromium.probe()
        if browser.executable is None:
            return hints()
        return None if browser.version else CURES["browser"]

    def open(self) -> BrowserFigures:
        stats = self.chromium.stats()
        return BrowserFigures(
            up=stats.running,
            contexts=stats.open_contexts,
            tabs=stats.open_pages,
            launches=stats.launches,
            crashes=stats.crashes,
            crashed_tabs=stats.crashed_pages,
        )

    @contextlib.asynccontextmanager
    async def examining(self) -> AsyncIterator[BrowserDoctor]:
        """The browser alone, for a walk over the sell page: no job is taken up meanwhile."""
        async with self.chromium:
            yield self.doctor

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Open every part, take up what is left undone, and work while the block runs."""
        regular = RegularLooks(self.core.database, self.core.now)
        async with contextlib.AsyncExitStack() as stack:
            if self.liveness:
                await stack.enter_async_context(self.liveness.running())
            await stack.enter_async_context(self.chromium)
            await stack.enter_async_context(self.engine)
            stack.push_async_callback(self.later_looks.context.afterwards.stop)
            await stack.enter_async_context(self.dispatcher.running(regular))
            await stack.enter_async_context(in_background(self._tidy_contexts()))
            await stack.enter_async_context(in_background(self.later_looks.keep_looking(regular)))
            await stack.enter_async_context(in_background(*self.notices.loops(regular)))
            if self.liveness:
                await stack.enter_async_context(in_background(self._take_over(self.liveness)))
                await stack.enter_async_context(self.rpc.running())
            log.info(
                "worker_ready",
                worker=self.core.name,
                locator_pack=self.core.marketplace.pack_digest,
            )
            yield

    async def _take_over(self, liveness: "WorkerLiveness") -> None:
        """Put back the work of workers that died, for as long as this one lives."""
        while True:
            await asyncio.sleep(TAKEOVER_SECONDS)
            try:
                silent = await self.core.stores.workers.silent(liveness.silent_seconds)
                for other in (await self.engine.others() | silent) - {self.core.name}:
                    async with liveness.claimed(other) as dead:
                        if dead:
                            log.warning("worker_died", worker=other)
                            await self.engine.take_over(other)
            except Exception:
                log.exception("takeover_failed")

    async def _tidy_contexts(self) -> None:
        while True:
            await asyncio.sleep(TAKEOVER_SECONDS * 5)
            try:
                await self.sessions.tidy()
            except Exception:
                log.exception("housekeeping_failed")


def build_worker(
    core: Core,
    *,
    timeouts: Timeouts = PATIENT,
    patience: Patience | None = None,
    chromium: Chromium | None = None,
    hurried: asyncio.Event | None = None,
) -> Worker:
    """The browser half and what drives it, for the core's settings.

    `timeouts` bound the waits in a page, `patience` the look for a click whose answer is lost.
    Without a `chromium` it has one of its own. Once `hurried` is set the end waits for no job.
    """
    settings = core.settings
    chromium = chromium or Chromium(settings.chromium_path, headless=settings.headless)
    driver = Driver(chromium, core.marketplace, pacing=Profile(settings.pacing), timeouts=timeouts)
    parking = Parking(driver, capacity=PARKED_FORMS)
    liveness, locks = _locks(core)
    sessions = _sessions(core, chromium, driver, locks)
    doctor = BrowserDoctor(
        core.stores.examinations, sessions, driver=driver, locks=locks, now=core.now
    )
    context = replace(_context(core, sessions, driver, parking, locks), liveness=liveness)
    reconciler, page_search = LookAgain(context), SearchPage(context)
    engine = _engine(core, context, patience or Patience(), hurried)
    eraser = ForgetAccount(context, core.stores.forgotten, engine, core.stores.devices)
    rpc = RpcServer(
        core.stores.rpc,
        core.keys.derive(PURPOSE),
        sessions=sessions,
        doctor=doctor,
        reconciler=reconciler,
        eraser=eraser,
        page_search=page_search,
        worker=core.name,
    )
    return Worker(
        core=core,
        chromium=chromium,
        parking=parking,
        sessions=sessions,
        doctor=doctor,
        reconciler=reconciler,
        page_search=page_search,
        eraser=eraser,
        later_looks=LaterLooks(context),
        engine=engine,
        dispatcher=_dispatcher(core, engine, parking, eraser, sessions),
        notices=_sender(core, sessions),
        rpc=rpc,
        liveness=liveness,
    )


def _sender(core: Core, sessions: BrowserSessions) -> Sender:
    settings, stores = core.settings, core.stores
    devices = PushDevices(
        stores.devices, core.vapid, push_services(settings), settings.confirm_ttl, core.now
    )
    return Sender(
        stores.notices,
        channels(settings, core.now),
        link_base(settings),
        core.now,
        sessions.saved_at,
        devices,
    )


def _locks(core: Core) -> "tuple[WorkerLiveness | None, AccountLocks]":
    """What keeps several workers apart, where a database has them."""
    if core.database.is_sqlite:
        return None, AccountLocks()
    address, name = core.database.address, core.name
    beyond = part("gql_api.cluster.pg_account_locks").PgAccountLocks(address, connection_name(name))
    liveness = part("gql_api.cluster.worker_liveness").WorkerLiveness(address, name)
    return liveness, AccountLocks(beyond)


def _sessions(
    core: Core, chromium: Chromium, driver: Driver, locks: AccountLocks
) -> BrowserSessions:
    settings = core.settings
    return BrowserSessions(
        core.vault,
        core.stores.rests,
        core.markets,
        confirmations=ConfirmationStore(core.database),
        forgotten=core.stores.forgotten,
        pictures=core.media.pictures,
        confirm_ttl=settings.confirm_ttl,
        driver=driver,
        locks=locks,
        chromium=chromium,
        cooldown=settings.cooldown,
        now=core.now,
        telemetry=core.telemetry,
    )


def _jobs_at_once(core: Core) -> int:
    return machine().forms_under_way(paced=Profile(core.settings.pacing) is not Profile.OFF)


def _engine(
    core: Core, context: JobContext, patience: Patience, hurried: asyncio.Event | None
) -> Engine:
    publish = Publish(context, core.settings.publish_enabled, patience)
    jobs: dict[str, Workflow] = {
        "prepare": Prepare(context, core.signer),
        "publish": publish,
        LOOK: publish.look_up,
    }
    return Engine(
        core.database,
        jobs,
        places={WORK: _jobs_at_once(core), CLICKS: WAITING_CLICKS},
        worker=EMBEDDED if core.database.is_sqlite else core.name,
        telemetry=core.telemetry,
        hurried=hurried,
    )


def _context(
    core: Core, sessions: BrowserSessions, driver: Driver, parking: Parking, locks: AccountLocks
) -> JobContext:
    return JobContext(
        jobs=core.stores.jobs,
        log=core.events,
        completion=core.completion,
        publishes=core.stores.publishes,
        later_looks=core.stores.later_looks,
        drafts=core.drafts,
        sessions=sessions,
        driver=driver,
        parking=parking,
        locks=locks,
        places=asyncio.Semaphore(_jobs_at_once(core)),
        pictures=core.media.pictures,
        live=core.live,
        photos=core.media.intake,
        aliases=core.aliases,
        demands=core.stores.demands,
        option_lists=core.stores.option_lists,
        now=core.now,
        telemetry=core.telemetry,
    )


def _dispatcher(
    core: Core,
    engine: Engine,
    parking: Parking,
    eraser: ForgetAccount,
    sessions: BrowserSessions,
) -> Dispatcher:
    feeder = ImportFeeder(
        core.stores.imports,
        core.stores.jobs,
        core.events,
        sessions,
        admission_of(core, Counter()),
        core.aliases,
        core.stores.notices,
    )
    chores = (*_chores(core, engine, parking), eraser.go_on, feeder.feed)
    return Dispatcher(
        core.stores.jobs, core.events, core.completion, engine, parking, chores=chores
    )


def _chores(core: Core, engine: Engine, parking: Parking) -> tuple[Chore, Chore]:
    """What ends jobs in time, and what deletes them later."""
    settings = core.settings
    aging = AgingStore(core.database)
    patience = settings.job_deadline
    deadlines = Deadlines(aging, core.events, engine, parking, patience=patience, now=core.now)
    ages = Ages(
        jobs=timedelta(days=settings.retain_jobs_days),
        photos=timedelta(days=settings.retain_photos_days),
        answers=timedelta(days=settings.retain_answers_days),
    )
    retention = Retention(
        aging,
        core.events,
        engine,
        core.media.intake,
        core.media.pictures,
        met=core.vault.pictures,
        ages=ages,
        now=core.now,
    )
    return deadlines.enforce, retention.keep_house

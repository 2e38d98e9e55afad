"""The composition root: builds every part from the settings and joins it to an application.

Building does no work; everything that opens is entered by one exit stack in the lifespan, and
closed by it in the opposite order. The rules of each part are the part's own.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route, WebSocketRoute

from browser.chromium import Chromium
from browser.driver import Driver
from browser.install import hints
from browser.pacing import Profile
from browser.sites.vinted.marketplace import Vinted
from browser.sites.vinted.markets import MARKETS, market_of
from browser.sites.vinted.session import (
    CookieSelection,
    Malformation,
    MalformedSession,
    select_cookies,
)
from browser.standin import StandinOptions, serve_standin
from gql_api import console, graphql, rest
from gql_api.about import Capabilities
from gql_api.access import Access
from gql_api.admission import Admission
from gql_api.edge import Edge
from gql_api.endings import Endings
from gql_api.engine import Engine
from gql_api.errors import Conflict, InvalidInput, SessionRefused
from gql_api.events import Broadcast, EventLog
from gql_api.inputs import MAX_PHOTOS
from gql_api.limits import RateLimiter
from gql_api.parking import Parking, Turns
from gql_api.photos import MAX_UPLOAD_BYTES, PhotoIntake
from gql_api.pictures import Pictures
from gql_api.service import ListingService
from gql_api.sessions import Markets, Sessions
from gql_api.settings import (
    Settings,
    check_exposure,
    check_market,
    is_loopback,
    load_settings,
    resolve_secret,
)
from gql_api.store.database import Database
from gql_api.store.jobs import JobStore
from gql_api.store.publishes import PublishStore
from gql_api.store.records import PhotoStore, RestStore
from gql_api.store.sessions import EntryFile
from gql_api.tokens import ConfirmTokenSigner
from gql_api.vault import SessionVault
from gql_api.workflows.desk import Desk
from gql_api.workflows.prepare import Prepare
from gql_api.workflows.publish import Publish

log = structlog.get_logger(__name__)

BROWSER_JOBS = 4
"""Forms filled at once: on two cores more would only slow each other down."""
PARKED_FORMS = 8
HOUSEKEEPING_SECONDS = 5.0

Lifespan = Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Fripier:
    """One service with its parts: `routes` to serve, `running` to be entered while they are."""

    settings: Settings
    service: ListingService
    routes: tuple[BaseRoute, ...]
    database: Database
    engine: Engine
    chromium: Chromium
    intake: PhotoIntake
    broadcast: Broadcast
    market: str

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Open every part, take up what the last process left, and keep house."""
        async with contextlib.AsyncExitStack() as stack:
            if self.settings.mock_mode:
                await stack.enter_async_context(_standin(self.market))
            stack.push_async_callback(self.database.close)
            await self.database.open()
            await stack.enter_async_context(self.intake)
            await stack.enter_async_context(self.chromium)
            await stack.enter_async_context(self.engine)
            stack.callback(self.broadcast.close)
            await self.service.recover()
            await stack.enter_async_context(_housekeeping(self.service))
            yield


def create_app(settings: Settings | None = None) -> Starlette:
    """Fripier as an application of its own."""
    fripier = build(settings or load_settings())

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with fripier.running():
            yield

    app = Starlette(routes=[*fripier.routes, *rest.fallback(_edge(fripier.settings))])
    app.router.lifespan_context = lifespan
    app.state.fripier = fripier
    return app


def attach(app: Starlette, settings: Settings | None = None) -> Fripier:
    """Join Fripier to a FastAPI or Starlette application.

    Adds the routes that the host lacks and enters the host's lifespan; the rules of the host's
    own routes (CORS, error pages) stay the host's.
    """
    fripier = build(settings or load_settings())
    taken = {getattr(route, "path", None) for route in app.router.routes}
    app.router.routes.extend(
        route
        for route in fripier.routes
        if not isinstance(route, Route | WebSocketRoute) or route.path not in taken
    )
    hosts = app.router.lifespan_context

    @contextlib.asynccontextmanager
    async def lifespan(host: Starlette) -> AsyncGenerator[object]:
        async with fripier.running(), hosts(host) as state:
            yield state

    app.router.lifespan_context = lifespan  # type: ignore[assignment]
    return fripier


def build(settings: Settings) -> Fripier:
    """Every part, wired and not yet opened. Raises SettingsError for what must not start."""
    check_exposure(settings)
    check_market(settings, MARKETS)
    keys = resolve_secret(settings)
    folder = settings.data_dir.resolve()
    market = _standin_address(settings) if settings.mock_mode else settings.vinted_base_url
    now = partial(datetime.now, UTC)

    database = Database(_absolute(settings.database_url))
    jobs = JobStore(database, now)
    publishes = PublishStore(database, now, per_minute=settings.publish_per_minute)
    intake = PhotoIntake(folder / "photos")
    photos = PhotoStore(database, now, intake.path_of)
    pictures = Pictures(folder / "pictures")
    broadcast = Broadcast()
    events = EventLog(jobs, broadcast)
    chromium = Chromium(settings.chromium_path, headless=settings.headless)
    driver = Driver(chromium, Vinted(), pacing=Profile(settings.pacing))
    turns = Turns()
    parking = Parking(driver, capacity=PARKED_FORMS)
    signer = ConfirmTokenSigner(keys, settings.confirm_ttl, now=now)
    sessions = Sessions(
        SessionVault(EntryFile(settings.session_store_path.resolve()), keys, now=now),
        driver,
        turns,
        RestStore(database),
        _markets(market),
        chromium=chromium,
        cooldown=settings.cooldown,
        now=now,
    )
    endings = Endings(events, publishes)
    desk = Desk(
        jobs=jobs,
        log=events,
        endings=endings,
        publishes=publishes,
        sessions=sessions,
        driver=driver,
        parking=parking,
        turns=turns,
        pictures=pictures,
        photos=photos,
        now=now,
    )
    engine = Engine(
        database,
        {"prepare": Prepare(desk, signer), "publish": Publish(desk, settings.publish_enabled)},
        browsers=BROWSER_JOBS,
    )
    service = ListingService(
        jobs_=jobs,
        events=events,
        publishes=publishes,
        photos=photos,
        intake=intake,
        pictures=pictures,
        sessions=sessions,
        parking=parking,
        endings=endings,
        engine=engine,
        chromium=chromium,
        admission=Admission(
            jobs=jobs,
            publishes=publishes,
            signer=signer,
            publish_enabled=settings.publish_enabled,
            daily_budget=settings.daily_budget,
            max_queued=settings.max_queued_per_account,
            now=now,
        ),
        limits={
            "publish": RateLimiter("publish", settings.publish_per_minute),
            "uploads": RateLimiter("uploads", settings.uploads_per_minute),
            "prepares": RateLimiter("prepares", settings.prepares_per_minute),
        },
        offer=_offer(settings, market),
        currency_of=lambda origin: market_of(origin).currency,
        browser_hint=hints(),
        started_at=now(),
    )
    return Fripier(
        settings=settings,
        service=service,
        routes=tuple(_routes(service, _edge(settings))),
        database=database,
        engine=engine,
        chromium=chromium,
        intake=intake,
        broadcast=broadcast,
        market=market,
    )


def _routes(service: ListingService, edge: Edge) -> list[BaseRoute]:
    return [
        *rest.routes(service, edge),
        *graphql.routes(service, edge),
        *console.routes(edge),
    ]


def _edge(settings: Settings) -> Edge:
    return Edge(
        Access(
            api_keys=[key.get_secret_value() for key in settings.api_keys],
            allow_anonymous=settings.allow_anonymous,
            cors_origins=settings.cors_origins,
            allowed_hosts=settings.allowed_hosts,
            host=settings.host,
            port=settings.port,
        )
    )


def _offer(settings: Settings, market: str) -> Capabilities:
    return Capabilities(
        market=urlsplit(market).netloc,
        currency=market_of(market).currency,
        mock_mode=settings.mock_mode,
        publish_enabled=settings.publish_enabled,
        confirm_ttl_seconds=settings.confirm_ttl_seconds,
        publish_per_minute=settings.publish_per_minute,
        uploads_per_minute=settings.uploads_per_minute,
        prepares_per_minute=settings.prepares_per_minute,
        daily_listings=settings.daily_budget,
        max_photos=MAX_PHOTOS,
        max_photo_bytes=MAX_UPLOAD_BYTES,
    )


def _markets(default: str) -> Markets:
    """On a loopback market only that one counts: a real session is never sent there."""

    def origin_of(given: str) -> str:
        origin = market_of(given if "://" in given else f"https://{given}").origin
        here = urlsplit(default)
        if is_loopback(here.hostname or ""):
            if given in (default, here.netloc):
                return default
            raise ValueError(f"only {here.netloc} is used here")
        if is_loopback(urlsplit(origin).hostname or ""):
            raise ValueError("a loopback market is only used as VINTED_BASE_URL")
        return origin

    return Markets(default=default, origin_of=origin_of, select=_selected)


def _selected(paste: str, host: str) -> CookieSelection:
    try:
        return select_cookies(paste, host=host)
    except MalformedSession as error:
        if error.malformation is Malformation.GUEST:
            raise SessionRefused(str(error), field="cookie") from error
        if error.malformation is Malformation.OTHER_HOST:
            raise Conflict(str(error), code="wrong_market", field="cookie") from error
        raise InvalidInput(str(error), field="cookie", code="session_malformed") from error


def _absolute(url: str) -> str:
    """A SQLite file named relative to the folder that the service was started in."""
    prefix = "sqlite:///"
    return f"{prefix}{Path(url.removeprefix(prefix)).resolve()}" if url.startswith(prefix) else url


def _standin_address(settings: Settings) -> str:
    """The stand-in's address: the port after ours, so that its sessions outlive a restart."""
    wanted = settings.port + 1 if 0 < settings.port < 65_535 else 0
    for port in (wanted, 0):
        with contextlib.suppress(OSError), socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(("127.0.0.1", port))
            return f"http://127.0.0.1:{trial.getsockname()[1]}"
    raise OSError("no free port on loopback for the stand-in market")


@contextlib.asynccontextmanager
async def _standin(address: str) -> AsyncIterator[None]:
    port = urlsplit(address).port or 0
    async with serve_standin(port=port, options=StandinOptions()):
        yield


@contextlib.asynccontextmanager
async def _housekeeping(service: ListingService) -> AsyncIterator[None]:
    """End what has outlived its time, every few seconds, for as long as the service runs."""

    async def keep() -> None:
        while True:
            await asyncio.sleep(HOUSEKEEPING_SECONDS)
            try:
                await service.recover()
                await service.expire()
            except Exception:
                log.exception("housekeeping_failed")

    task = asyncio.create_task(keep())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

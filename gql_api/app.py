"""The composition root: builds what a role needs from the settings and joins it to an application.

Building does no work; everything that opens is entered by one exit stack in the lifespan, and
closed by it in the opposite order. Shared parts are `container`'s, browsers `worker`'s.
"""

import asyncio
import contextlib
import socket
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route, WebSocketRoute

from browser.sites.vinted.labels import labels
from browser.sites.vinted.markets import MARKETS, market_named, market_of
from browser.sites.vinted.suggestions import LANGUAGES, language_of, offered_list
from gql_api import console, graphql, rest
from gql_api.auth.api_keys import KeyBook
from gql_api.auth.authenticator import Callers
from gql_api.auth.jwks import KeySets
from gql_api.auth.jwt import Expected, Tokens
from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.bootstrap.monitoring import limits_of, overview_of
from gql_api.bootstrap.private_files import close_to_others
from gql_api.cluster.pg_listener import PgListener
from gql_api.db.database import naming
from gql_api.db.jobs import CHANNEL as EVENTS
from gql_api.db.jobs import read_event
from gql_api.db.rpc_calls import CHANNEL as RPC_CALLS
from gql_api.doctor.report import Doctor
from gql_api.domain.caller import Scope
from gql_api.domain.inputs import MAX_PHOTOS
from gql_api.domain.status import Capabilities, MarketFacts, Works
from gql_api.http.middleware import RequestMiddleware
from gql_api.http.origins import Access
from gql_api.http.proxies import Proxies
from gql_api.http.shutdown import Shutdown
from gql_api.limits.rate_limiter import CallerLimits, Limits
from gql_api.limits.stream_quota import OpenStreams
from gql_api.listings.admission import Admission
from gql_api.listings.autocomplete import Catalogue, Suggester
from gql_api.media.photos import MAX_UPLOAD_BYTES
from gql_api.observability.http import observe
from gql_api.observability.logging import configure_beside_host
from gql_api.observability.monitor import Monitor
from gql_api.remote.rpc import PURPOSE, DistantDoctor, DistantSessions, RemoteReconciler, RpcClient
from gql_api.security.signed_urls import PURPOSE as PICTURES
from gql_api.security.signed_urls import Addresses
from gql_api.service.commands import ListingService
from gql_api.sessions.service import Sessions
from gql_api.settings import Settings, check_exposure, load_settings
from gql_api.storage_errors import START_SECONDS, patient_for

if TYPE_CHECKING:
    from gql_api.bootstrap.worker import Worker


@dataclass(frozen=True, slots=True)
class Fripier:
    """One process with its parts: `routes` to serve, `running` to be entered while they are."""

    core: Core
    worker: "Worker | None"
    rpc: RpcClient
    service: ListingService | None
    monitor: Monitor
    edge: RequestMiddleware
    routes: tuple[BaseRoute, ...]
    leaving: Shutdown

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Open every part, take up what the last process left, and keep house."""
        core = self.core
        async with contextlib.AsyncExitStack() as stack:
            if core.settings.mock_mode:
                await stack.enter_async_context(_standin(core.market))
            stack.push_async_callback(asyncio.to_thread, core.telemetry.tracing.close)
            stack.push_async_callback(core.database.close)
            await asyncio.to_thread(close_to_others, core)
            with naming(core.database):
                with patient_for(START_SECONDS):
                    await core.database.open()
                    await core.now.set_by(core.database)
                    if core.role is not Role.WORKER:
                        await _require_known_callers(core)
                for blobs in core.blobs:
                    await stack.enter_async_context(blobs)
                await stack.enter_async_context(core.intake)
                if not core.database.is_sqlite:
                    await stack.enter_async_context(self._listener().running())
                if self.worker:
                    await stack.enter_async_context(self.worker.running())
            stack.callback(core.broadcast.close)
            yield

    @contextlib.asynccontextmanager
    async def looking(self) -> AsyncIterator[Doctor]:
        """What a walk over the sell page needs and no more: no job is taken up meanwhile."""
        core, worker = self.core, self.worker
        if worker is None:
            raise AssertionError("a process without a browser has no use for this")
        async with contextlib.AsyncExitStack() as stack:
            if core.settings.mock_mode:
                await stack.enter_async_context(_standin(core.market))
            stack.push_async_callback(core.database.close)
            with naming(core.database):
                await core.database.open()
                await core.now.set_by(core.database)
            yield await stack.enter_async_context(worker.examining())

    def _listener(self) -> PgListener:
        core = self.core
        ends = [self.rpc.told, *([self.worker.rpc.told] if self.worker else [])]

        def called(call_id: str) -> None:
            for told in ends:
                told(call_id)

        listeners = {
            EVENTS: lambda text: core.broadcast.publish(read_event(text)),
            RPC_CALLS: called,
        }
        return PgListener(
            core.database.address, core.database.name, listeners, again=core.broadcast.resync
        )


def create_app(settings: Settings | None = None, role: Role = Role.ALL) -> Starlette:
    """Fripier as an application of its own."""
    fripier = build(settings or load_settings(), role)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with fripier.running():
            yield

    others = [observe(each, fripier.core.telemetry) for each in rest.fallback(fripier.edge)]
    app = Starlette(routes=[*fripier.routes, *others])
    app.router.lifespan_context = lifespan
    app.state.fripier = fripier
    return app


def attach(app: Starlette, settings: Settings | None = None) -> Fripier:
    """Join Fripier to a FastAPI or Starlette application.

    Adds the routes that the host lacks and enters the host's lifespan; the rules of the host's
    own routes (CORS, error pages) stay the host's.
    """
    if not structlog.is_configured():
        # Unconfigured, it would print the values of variables with a traceback.
        configure_beside_host()
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
            with fripier.leaving.told_by_signals():
                yield state

    app.router.lifespan_context = lifespan  # type: ignore[assignment]
    return fripier


def build(settings: Settings, role: Role = Role.ALL) -> Fripier:
    """Every part, wired and not yet opened. Raises SettingsError for what must not start."""
    market = _standin_address(settings) if settings.mock_mode else settings.vinted_base_url
    core = build_core(settings, role, market)
    worker = None if role is Role.API else _worker(core)
    rpc, leaving = RpcClient(core.rpc, core.keys.derive(PURPOSE)), Shutdown()
    edge = _edge(core)
    sessions = worker.sessions if worker else _distant_sessions(core, rpc)
    limits = limits_of(settings)
    refused: Counter[str] = Counter()
    streams = OpenStreams(settings.streams_per_caller, refused=limits.refused)
    monitor = overview_of(core, worker, sessions, limits, refused, streams=streams.open)
    if role is Role.WORKER:
        routes = rest.worker_routes(monitor, edge)
        return Fripier(core, worker, rpc, None, monitor, edge, tuple(routes), leaving)
    service = _service(
        core,
        worker,
        rpc,
        sessions=sessions,
        monitor=monitor,
        limits=limits,
        refused=refused,
        addresses=edge.addresses,
    )
    operations = CallerLimits("operations", settings.operations_per_minute, refused=limits.refused)
    routes = [
        observe(route, core.telemetry)
        for route in _routes(service, edge, operations, streams, leaving)
    ]
    return Fripier(core, worker, rpc, service, monitor, edge, tuple(routes), leaving)


async def _require_known_callers(core: Core) -> None:
    """Look for managed keys where nothing else keeps strangers out."""
    if core.settings.open_to_all:
        check_exposure(core.settings, managed_keys=await core.api_keys.any())


def _worker(core: Core) -> "Worker":
    """Looked up when it is needed: a process that only answers requests loads no browser driver."""
    return cast("Worker", import_module("gql_api.bootstrap.worker").build_worker(core))


def _distant_sessions(core: Core, rpc: RpcClient) -> Sessions:
    return DistantSessions(core.vault, core.rests, core.markets, rpc, now=core.now)


def _service(
    core: Core,
    worker: "Worker | None",
    rpc: RpcClient,
    *,
    sessions: Sessions,
    monitor: Monitor,
    limits: Limits,
    refused: Counter[str],
    addresses: Addresses,
) -> ListingService:
    settings = core.settings

    async def distant() -> Works:
        alive = await core.workers.alive()
        hint = None if alive else "No worker runs: start one with `fripier worker`."
        return Works(browser=None, hint=hint, workers=alive)

    return ListingService(
        jobs_=core.jobs,
        events=core.events,
        publishes=core.publishes,
        receipts_=core.receipts,
        owners=core.owners,
        photos=core.photos,
        intake=core.intake,
        pictures=core.pictures,
        sessions=sessions,
        doctor=worker.doctor if worker else DistantDoctor(core.examinations, rpc),
        reconciler=worker.reconciler if worker else RemoteReconciler(rpc),
        drafts=core.drafts,
        works=worker.works if worker else distant,
        admission=Admission(
            jobs=core.jobs,
            publishes=core.publishes,
            signer=core.signer,
            publish_enabled=settings.publish_enabled,
            daily_budget=settings.daily_budget,
            max_queued=settings.max_queued_per_account,
            now=core.now,
            patience=settings.job_deadline,
            refused=refused,
        ),
        limits=limits,
        addresses=addresses,
        offer=_offer(settings, core.market, core.pack.digest),
        aliases_=core.aliases,
        suggestions=Suggester(
            Catalogue(market_named, language_of, LANGUAGES, offered_list), core.market
        ),
        currency_of=lambda origin: market_of(origin).currency,
        prices_of=_prices_of,
        monitor=monitor,
        telemetry=core.telemetry,
    )


def _routes(
    service: ListingService,
    edge: RequestMiddleware,
    operations: CallerLimits,
    streams: OpenStreams,
    leaving: Shutdown,
) -> list[BaseRoute]:
    return [
        *graphql.routes(service, edge, operations, streams, leaving),  # first: asked for most
        *rest.routes(service, edge, operations, streams, leaving),
        *console.routes(edge),
    ]


def _callers(core: Core) -> Callers:
    settings = core.settings
    return Callers(
        api_keys=[key.get_secret_value() for key in settings.api_keys],
        book=KeyBook(core.api_keys),
        tokens=_tokens(settings),
        allow_anonymous=settings.allow_anonymous,
        exposed=settings.open_to_all,
        now=core.now,
    )


def _tokens(settings: Settings) -> Tokens | None:
    if not settings.identity_provider:
        return None
    secret, address = settings.auth_jwt_secret, settings.auth_jwks_url
    expected = Expected(
        issuer=settings.auth_issuer or "",
        audience=settings.auth_audience or "",
        scope_claim=settings.auth_scope_claim,
        scopes=frozenset(Scope(name) for name in settings.auth_scopes if name != "none"),
    )
    return Tokens(
        expected,
        secret=secret.get_secret_value() if secret else None,
        keys=KeySets(address) if address else None,
    )


def _edge(core: Core) -> RequestMiddleware:
    settings, callers = core.settings, _callers(core)
    return RequestMiddleware(
        Access(
            keys_needed=callers.keys_needed,
            allow_anonymous=settings.allow_anonymous,
            cors_origins=settings.cors_origins,
            allowed_hosts=settings.allowed_hosts,
            host=settings.host,
            port=settings.port,
        ),
        callers,
        Addresses(core.keys.derive_bytes(PICTURES), settings.media_ttl_seconds),
        Proxies(settings.trusted_proxy_hops),
    )


def _offer(settings: Settings, market: str, locator_pack: str | None) -> Capabilities:
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
        locator_pack=locator_pack,
        markets=tuple(_market_facts()),
    )


def _prices_of(origin: str) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest price that a market is known to take."""
    market = market_of(origin)
    return market.min_price, market.max_price


def _market_facts() -> Iterator[MarketFacts]:
    for market in MARKETS.values():
        language = language_of(market)
        yield MarketFacts(
            host=market.host,
            language=language,
            currency=market.currency,
            decimal_separator=market.decimal_separator,
            labels_known=labels(language) is not None,
        )


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
    # A market of its own, which a service on the real one has no use for.
    from browser.standin import StandinOptions, serve_standin  # noqa: PLC0415

    port = urlsplit(address).port or 0
    async with serve_standin(port=port, options=StandinOptions()):
        yield

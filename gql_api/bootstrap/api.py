"""What answers requests: the service, who may call it, and the routes of every transport.

Building does no work. Where the process drives no browser, what needs one is asked of a worker.
"""

from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from starlette.routing import BaseRoute

from gql_api import console, graphql, rest
from gql_api.auth.api_keys import KeyBook
from gql_api.auth.authenticator import Callers
from gql_api.auth.console_sessions import PURPOSE as CONSOLE
from gql_api.auth.console_sessions import ConsoleSessions
from gql_api.auth.jwks import KeySets
from gql_api.auth.jwt import Expected, Tokens
from gql_api.bootstrap.container import Core, admission_of
from gql_api.bootstrap.deferred import part
from gql_api.bootstrap.market import capabilities, suggester
from gql_api.domain.caller import Scope
from gql_api.domain.status import Works
from gql_api.http.middleware import RequestMiddleware
from gql_api.http.origins import Access
from gql_api.http.proxies import Proxies
from gql_api.http.running import Running
from gql_api.http.shutdown import Shutdown
from gql_api.limits.rate_limiter import CallerLimits, Limits
from gql_api.limits.stream_quota import OpenStreams
from gql_api.listings.form_options import FormOptions
from gql_api.observability.http import observe
from gql_api.observability.monitor import Monitor
from gql_api.remote.rpc import (
    DistantDoctor,
    DistantSessions,
    RemoteEraser,
    RemotePageSearch,
    RemoteReconciler,
    RpcClient,
)
from gql_api.security.signed_urls import PURPOSE as PICTURES
from gql_api.security.signed_urls import Addresses
from gql_api.service.drafting import DraftingService
from gql_api.service.imports import ImportService
from gql_api.service.jobs import JobService
from gql_api.service.listings import ListingService
from gql_api.service.photos import PhotoService
from gql_api.service.service import Service
from gql_api.service.sessions import SessionService
from gql_api.service.status import StatusService
from gql_api.sessions.service import Sessions, host_of
from gql_api.settings import Settings, SettingsError

if TYPE_CHECKING:
    from gql_api.bootstrap.worker import Worker
    from gql_api.mcp.endpoint import Door


@dataclass(frozen=True, slots=True)
class Shared:
    """What the subjects of the service share: sessions, limits, and who counts what is refused."""

    worker: "Worker | None"
    rpc: RpcClient
    sessions: Sessions
    limits: Limits
    refused: Counter[str]
    leaving: Shutdown
    opened: Running


def build_service(core: Core, shared: Shared, monitor: Monitor, addresses: Addresses) -> Service:
    """Everything that can be asked of Fripier, as the operator has it."""
    stores, limits = core.stores, shared.limits
    photos = PhotoService(
        store=stores.photos,
        intake=core.media.intake,
        pictures=core.media.pictures,
        owners=stores.owners,
        sessions=shared.sessions,
        limits=limits,
    )
    jobs, listings = _jobs(core, shared), _listings(core, shared)
    return Service(
        jobs=jobs,
        photos=photos,
        sessions=SessionService(
            sessions=shared.sessions,
            eraser=shared.worker.eraser if shared.worker else RemoteEraser(shared.rpc),
            limits=limits,
        ),
        listings=listings,
        drafting=DraftingService(store=stores.defaults, jobs=stores.jobs, photos=stores.photos),
        imports=ImportService(
            store=stores.imports,
            listings=listings,
            photos=photos,
            jobs=jobs,
            sessions=shared.sessions,
            events=core.events,
            now=core.now,
        ),
        status=_status(core, shared, monitor),
        limits=limits,
        addresses=addresses,
        telemetry=core.telemetry,
    )


def _jobs(core: Core, shared: Shared) -> JobService:
    worker = shared.worker
    return JobService(
        store=core.stores.jobs,
        events=core.events,
        live=core.live,
        signed=core.stores.receipts,
        drafts=core.drafts,
        options=FormOptions(core.stores.option_lists, core.marketplace.listed),
        marketplace=core.marketplace,
        reconciler=worker.reconciler if worker else RemoteReconciler(shared.rpc),
        page_search=worker.page_search if worker else RemotePageSearch(shared.rpc),
        limits=shared.limits,
        leaving=shared.leaving,
    )


def _listings(core: Core, shared: Shared) -> ListingService:
    stores = core.stores
    return ListingService(
        jobs=stores.jobs,
        events=core.events,
        photos=stores.photos,
        sessions=shared.sessions,
        defaults=stores.defaults,
        admission=admission_of(core, shared.refused),
        limits=shared.limits,
        taught=core.aliases,
        suggestions=suggester(core.market, core.marketplace),
        marketplace=core.marketplace,
        telemetry=core.telemetry,
        market=host_of(core.market),
    )


def _status(core: Core, shared: Shared, monitor: Monitor) -> StatusService:
    stores, worker = core.stores, shared.worker

    async def distant() -> Works:
        alive = await stores.workers.alive()
        hint = None if alive else "No worker runs: start one with `fripier worker`."
        return Works(browser=None, hint=hint, workers=alive)

    return StatusService(
        offer=capabilities(core.settings, core.market, core.marketplace),
        monitor=monitor,
        works=worker.works if worker else distant,
        doctor=worker.doctor if worker else DistantDoctor(stores.examinations, shared.rpc),
        jobs=stores.jobs,
        owners=stores.owners,
        intake=core.media.intake,
        sessions=shared.sessions,
        running=shared.opened,
    )


def distant_sessions(core: Core, rpc: RpcClient) -> Sessions:
    """Sessions whose browser is a worker's."""
    return DistantSessions(core.vault, core.stores.rests, core.markets, rpc, now=core.now)


def build_routes(
    core: Core, service: Service, edge: RequestMiddleware, streams: OpenStreams, leaving: Shutdown
) -> "tuple[list[BaseRoute], Door | None]":
    """The routes of both transports and of the console, and the door of agents if it is open."""
    operations = CallerLimits(
        "operations", core.settings.operations_per_minute, refused=service.limits.refused
    )
    routes = [
        # first: asked for most
        *graphql.routes(service, edge, operations, streams, leaving, page=console.graphiql),
        *rest.routes(service, edge, operations, streams, leaving),
        *console.routes(edge),
    ]
    door = _door(routes) if core.settings.mcp_enabled else None
    if door:
        routes.append(door.route(edge, operations, rest.render))
    return [observe(route, core.telemetry) for route in routes], door


def _door(routes: list[BaseRoute]) -> "Door":
    """Looked up when it is wanted: the protocol's library is an extra, and heavy."""
    if find_spec("mcp") is None:
        raise SettingsError("MCP_ENABLED: this needs pip install 'fripier[mcp]'.")
    return cast("Door", part("gql_api.mcp.endpoint").Door(tuple(routes)))


def _callers(core: Core) -> Callers:
    settings = core.settings
    return Callers(
        api_keys=[key.get_secret_value() for key in settings.api_keys],
        book=KeyBook(core.stores.api_keys),
        tokens=_tokens(settings),
        sessions=ConsoleSessions(core.stores.console_sessions, core.keys.derive_bytes(CONSOLE)),
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


def build_edge(core: Core, running: Running, leaving: Shutdown) -> RequestMiddleware:
    """The door: hosts, origins, callers, who may see a picture by its address, and the stop."""
    settings, callers = core.settings, _callers(core)
    public = urlsplit(settings.public_url or "")
    origins = [f"{public.scheme}://{public.netloc}"] if public.netloc else []
    return RequestMiddleware(
        Access(
            keys_needed=callers.keys_needed,
            allow_anonymous=settings.allow_anonymous,
            cors_origins=(*settings.cors_origins, *origins),
            allowed_hosts=(*settings.allowed_hosts, *filter(None, [public.hostname])),
            host=settings.host,
            port=settings.port,
            mock_mode=settings.mock_mode,
        ),
        callers,
        Addresses(core.keys.derive_bytes(PICTURES), settings.media_ttl_seconds),
        running,
        leaving,
        Proxies(settings.trusted_proxy_hops),
        settings.public_url,
    )

"""One process of Fripier: its parts built by its role, opened in order and closed in the other.

Building does no work; everything that opens is entered by one exit stack and closed by it in the
opposite order. Shared parts are `container`'s, browsers `worker`'s, what answers requests `api`'s.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from starlette.routing import BaseRoute

from browser.sites import DEFAULT
from gql_api import rest
from gql_api.bootstrap.api import Shared, build_edge, build_routes, build_service, distant_sessions
from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.bootstrap.deferred import part, unless_used
from gql_api.bootstrap.market import standin, standin_address
from gql_api.bootstrap.monitoring import build_monitor, limits_of
from gql_api.bootstrap.private_files import close_to_others
from gql_api.cluster.live_relay import PIECES, WATCHED
from gql_api.db.database import naming
from gql_api.db.jobs import CHANNEL as EVENTS
from gql_api.db.jobs import read_event
from gql_api.db.rpc_calls import CHANNEL as RPC_CALLS
from gql_api.doctor.report import Doctor
from gql_api.http.middleware import RequestMiddleware
from gql_api.http.running import Running
from gql_api.http.shutdown import Shutdown
from gql_api.limits.descriptors import capacity
from gql_api.limits.stream_quota import OpenStreams
from gql_api.observability.monitor import Monitor
from gql_api.remote.rpc import PURPOSE, RpcClient
from gql_api.service.service import Service
from gql_api.settings import Settings, check_exposure
from gql_api.storage_errors import START_SECONDS, patient_for

if TYPE_CHECKING:
    from gql_api.bootstrap.worker import Worker
    from gql_api.cluster.pg_listener import PgListener
    from gql_api.mcp.endpoint import Door


@dataclass(frozen=True, slots=True)
class Fripier:
    """One process with its parts: `routes` to serve, `running` to be entered while they are."""

    core: Core
    worker: "Worker | None"
    rpc: RpcClient
    service: Service | None
    monitor: Monitor
    edge: RequestMiddleware
    routes: tuple[BaseRoute, ...]
    leaving: Shutdown
    opened: Running
    door: "Door | None" = None

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Open every part, take up what the last process left, and keep house.

        The data folder is locked before anything else; nothing is taken in before all is open.
        """
        core = self.core
        async with contextlib.AsyncExitStack() as stack:
            with naming(core.database):
                stack.enter_context(core.database.held())
            if core.settings.mock_mode:
                await stack.enter_async_context(standin(core.market))
            stack.push_async_callback(asyncio.to_thread, core.telemetry.tracing.close)
            stack.push_async_callback(core.database.close)
            await asyncio.to_thread(close_to_others, core)
            with naming(core.database):
                with patient_for(START_SECONDS):
                    await core.database.open()
                    await core.now.set_by(core.database)
                    if core.role is not Role.WORKER:
                        await _require_known_callers(core)
                        await self.edge.callers.look()
                        await core.stores.devices.keep_only(await self.edge.callers.credentials())
                for blobs in core.media.blobs:
                    await stack.enter_async_context(blobs)
                await stack.enter_async_context(core.media.intake)
                if not core.database.is_sqlite:
                    await stack.enter_async_context(self._listener().running())
                if self.worker:
                    await stack.enter_async_context(self.worker.running())
                    stack.enter_context(self.leaving.told(self.worker.engine.hand_over))
            stack.callback(core.broadcast.close)
            if self.door:
                await stack.enter_async_context(self.door.running())
            with self.opened.marked():
                yield

    @contextlib.asynccontextmanager
    async def looking(self) -> AsyncIterator[Doctor]:
        """What a walk over the sell page needs and no more: no job is taken up meanwhile."""
        core, worker = self.core, self.worker
        if worker is None:
            raise AssertionError("a process without a browser has no use for this")
        async with contextlib.AsyncExitStack() as stack:
            if core.settings.mock_mode:
                await stack.enter_async_context(standin(core.market))
            stack.push_async_callback(core.database.close)
            with naming(core.database):
                await core.database.open()
                await core.now.set_by(core.database)
            yield await stack.enter_async_context(worker.examining())

    def _listener(self) -> "PgListener":
        core = self.core
        ends = [self.rpc.told, *([self.worker.rpc.told] if self.worker else [])]

        def called(call_id: str) -> None:
            for told in ends:
                told(call_id)

        def shown(text: str) -> None:
            if core.relay and (picture := core.relay.heard(text)):
                core.live.hear(picture)

        listeners = {
            EVENTS: lambda text: core.broadcast.publish(read_event(text)),
            RPC_CALLS: called,
            # What a process has no part in, it need not hear.
            **({WATCHED: core.live.hear_watched} if self.worker else {}),
            **({PIECES: shown} if self.service else {}),
        }
        listener = part("gql_api.cluster.pg_listener").PgListener(
            core.database.address, core.database.name, listeners, again=core.broadcast.resync
        )
        return cast("PgListener", listener)


def build(settings: Settings, role: Role = Role.ALL, marketplace: str = DEFAULT) -> Fripier:
    """Every part, wired and not yet opened. Raises SettingsError for what must not start."""
    market = standin_address(settings) if settings.mock_mode else settings.vinted_base_url
    core = build_core(settings, role, market, marketplace)
    opened, leaving = Running(), Shutdown(settings.stop_notice_seconds)
    worker = None if role is Role.API else _worker(core, leaving)
    rpc = RpcClient(core.stores.rpc, core.keys.derive(PURPOSE))
    edge = build_edge(core, opened, leaving)
    sessions = worker.sessions if worker else distant_sessions(core, rpc)
    shared = Shared(worker, rpc, sessions, limits_of(settings), Counter(), leaving, opened)
    streams = OpenStreams(
        settings.streams_per_caller, together=capacity().streams, refused=shared.limits.refused
    )
    monitor = build_monitor(
        core,
        worker,
        sessions,
        shared.limits,
        shared.refused,
        streams=streams.open,
        stops=lambda: leaving.begun,
    )
    if role is Role.WORKER:
        routes = rest.worker_routes(monitor, edge)
        return Fripier(core, worker, rpc, None, monitor, edge, tuple(routes), leaving, opened)
    service = build_service(core, shared, monitor, edge.addresses)
    routes, door = build_routes(core, service, edge, streams, leaving)
    return Fripier(core, worker, rpc, service, monitor, edge, tuple(routes), leaving, opened, door)


async def _require_known_callers(core: Core) -> None:
    """Look for managed keys where nothing else keeps strangers out."""
    if core.settings.open_to_all:
        check_exposure(core.settings, managed_keys=await core.stores.api_keys.any())


def _worker(core: Core, leaving: Shutdown) -> "Worker":
    """Looked up when it is needed: a process that only answers requests loads no browser driver."""
    with unless_used():
        built = part("gql_api.bootstrap.worker")
    return cast("Worker", built.build_worker(core, hurried=leaving.hurried))

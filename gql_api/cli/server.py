"""`fripier serve` and `fripier standin`: uvicorn with our limits, and what is told at the start."""

import asyncio
import contextlib
import errno
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable, Generator
from types import FrameType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from browser.chromium.blocked_ports import BLOCKED_PORTS
from browser.chromium.installer import find_chromium, hints
from gql_api.app import create_app
from gql_api.bootstrap.container import Role
from gql_api.bootstrap.notices import audience, link_base
from gql_api.bootstrap.process import Fripier, build
from gql_api.cli import ports
from gql_api.cli.memory import give_back, hold_little
from gql_api.cli.startup import Starting, uncollected
from gql_api.cli.terminal import console
from gql_api.cli.tickless import TicklessServer
from gql_api.domain.tenant import OPERATOR
from gql_api.http.connection import Bounds, guarded
from gql_api.http.shutdown import Shutdown
from gql_api.http.socket_protocol import SocketProtocol
from gql_api.limits.descriptors import FEWEST, Capacity, capacity, raise_limit
from gql_api.observability.logging import configure_logging
from gql_api.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from browser.standin.catalogue.data import Locale

WEBSOCKET_BYTES = 1024 * 1024
GRACE_SECONDS = 5
IDLE_SECONDS = 75
"""Longer than whoever is in front keeps a connection for the next call, so that it is never closed
under that call: nginx and Amazon's load balancer 60 s, httpx 5 (their documents, 2026-11). Where
connections run short, idle ones make room."""
_TURNS = 4
"""Of the loop, one more than what has arrived needs until its call is begun."""


def serve(role: Role = Role.ALL) -> None:
    """Serve until a signal; running jobs get a grace period, the others resume at next start."""
    settings = load_settings()
    only_for_us()
    hold_little()
    configure_logging(settings.log_level, settings.log_format)
    room = _room()
    sockets = ports.bound(settings.host, settings.port)
    settings = settings.model_copy(update={"port": sockets[0].getsockname()[1]})
    with uncollected():
        app = create_app(settings, role)
    with app.state.fripier.core.database.held():
        pass  # in use, that is said in one line, before the server says anything

    def tell() -> None:
        give_back()
        _tell(settings, app, role)
        console.print(f"Room      {room.connections} connections ({room.descriptors} open files)")

    starting = Starting(app)
    try:
        Server(config(starting, settings, room), app.state.fripier.leaving, tell).run(sockets)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        # Of two that were bound at once, one may listen.
        raise ports.refusal(error, settings.host, settings.port) from error
    finally:
        starting.require()  # where the server itself would leave with a code and no word


def only_for_us() -> None:
    """No file that this process makes from here on, or a library in it, can others read."""
    os.umask(0o077)


class Server(TicklessServer):
    """A server that answers calls and says goodbye before it closes connections.

    `opened` is called once it listens: who does not get so far is told the reason alone.
    """

    def __init__(
        self, config: uvicorn.Config, leaving: Shutdown, opened: Callable[[], None] | None = None
    ) -> None:
        super().__init__(config)
        self._leaving = leaving
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._opened:
            self._opened()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self.should_exit:  # the second one hurries, which is `leaving`'s matter
            super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await _what_has_come()
        for server in self.servers:
            server.close()  # nobody may come while the others say goodbye
        await self._leaving.tell()
        await _what_has_come()
        await super().shutdown(sockets)


async def _what_has_come() -> None:
    """Let what has reached this machine be taken: unread, its connection would only be reset.

    One turn of the loop accepts a connection, one reads from it, one begins its call.
    """
    for _ in range(_TURNS):
        await asyncio.sleep(0)


async def work() -> None:
    """Drive browsers until a signal; then like `serve`, without a port."""
    settings = load_settings()
    only_for_us()
    hold_little()
    configure_logging(settings.log_level, settings.log_format)
    _room()
    with uncollected():
        fripier = build(settings, Role.WORKER)
    stop = _signalled(fripier.leaving.hurry)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(fripier.running())
        give_back()
        if settings.metrics_port is not None:
            told = await stack.enter_async_context(_told(fripier, settings.metrics_port))
            console.print(f"Metrics   {told}/metrics")
        console.print(f"Worker    {fripier.core.name}")
        console.print(f"Market    {fripier.core.market}")
        _tell_browser(settings)
        await stop.wait()
        await fripier.leaving.tell()


@contextlib.asynccontextmanager
async def _told(fripier: Fripier, port: int) -> AsyncIterator[str]:
    """A worker's metrics and readiness on loopback, while the block runs; the address."""
    try:
        listener = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise ports.refusal(error, "127.0.0.1", port, "METRICS_PORT") from error
    server = _Quiet(config(Starlette(routes=list(fripier.routes)), fripier.core.settings))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await asyncio.gather(task, return_exceptions=True)


class _Quiet(TicklessServer):
    """A server beside other work: signals are for whoever started it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def _room() -> Capacity:
    """What the open files allow, the limit raised; raises where that is too little to serve."""
    raise_limit()
    room = capacity()
    if not room.enough:
        raise SettingsError(
            f"This process may open {room.descriptors} files: allow it at least {FEWEST}, as with "
            "ulimit -n 4096, or LimitNOFILE=4096 in a systemd unit."
        )
    return room


def config(app: ASGIApp, settings: Settings, room: Capacity | None = None) -> uvicorn.Config:
    """uvicorn for one of our applications: guarded, small frames, logs through ours."""
    room = room or capacity()
    return uvicorn.Config(
        app,
        http=guarded(_bounds(settings, room)),
        ws=SocketProtocol,
        backlog=room.backlog,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # whose word counts is `http.proxies`' matter
        ws_max_size=WEBSOCKET_BYTES,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        lifespan="on",
    )


def _bounds(settings: Settings, room: Capacity) -> Bounds:
    """What the open files allow; one address half of it, where it is not that of a proxy."""
    share = None if settings.trusted_proxy_hops else max(1, room.connections // 2)
    return Bounds(connections=room.connections, sockets=room.streams, of_one_address=share)


def with_port(settings: Settings) -> Settings:
    """The settings with a free port in the place of 0, since addresses are built from it."""
    if settings.port:
        return settings
    with socket.socket() as trial:
        trial.bind((settings.host, 0))
        return settings.model_copy(update={"port": trial.getsockname()[1]})


def address(settings: Settings) -> str:
    """Where the service answers, as seen from this machine."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    return f"http://{host}:{settings.port}"


def standin(host: str, port: int, locale: "Locale") -> None:
    """Serve the stand-in market until Ctrl-C."""
    asyncio.run(_standin(host, port, locale))


async def _standin(host: str, port: int, locale: "Locale") -> None:
    from browser.standin import StandinOptions, serve_standin  # noqa: PLC0415  # see `app`

    stop = _signalled()
    for trial in ports.bound(host, port):
        trial.close()
    async with serve_standin(host, port, StandinOptions(locale=locale)) as market:
        for line in market.guide:
            console.print(line)
        console.print("Ctrl-C ends it.")
        await stop.wait()


def _signalled(again: Callable[[], None] | None = None) -> asyncio.Event:
    """Set by the first signal; each further one calls `again`."""
    stop = asyncio.Event()

    def hear() -> None:
        if stop.is_set() and again:
            again()
        stop.set()

    for signum in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signum, hear)
    return stop


def _tell(settings: Settings, app: Starlette, role: Role) -> None:
    base = address(settings)
    console.print(f"Fripier   {base}")
    console.print(f"GraphiQL  {base}/graphql")
    console.print(f"Documents {base}/docs")
    if settings.public_url:
        console.print(f"Public    {settings.public_url}")
    market = app.state.fripier.core.market
    console.print(f"Market    {market}{' (stand-in)' if settings.mock_mode else ''}")
    for port, cure in (
        (settings.port, "for the console set another PORT"),
        (urlsplit(market).port, "no page of the market can be opened"),
    ):
        if port in BLOCKED_PORTS:
            console.print(f"No browser opens port {port}: {cure}.", style="yellow")
    if app.state.fripier.edge.access.is_open:
        console.print("CORS_ORIGINS=* is open: pages of every origin may call.", style="yellow")
    if settings.allow_anonymous:
        console.print("ALLOW_ANONYMOUS=true: whoever reaches this may publish.", style="yellow")
    if audience(settings).of(OPERATOR) and not settings.public_url:
        told = f"PUBLIC_URL is not set: links in notices lead to {link_base(settings)} alone."
        console.print(told, style="yellow")
    if role is Role.ALL:
        _tell_browser(settings)


def _tell_browser(settings: Settings) -> None:
    if find_chromium(settings.chromium_path, headless=settings.headless) is None:
        console.print(hints(), style="yellow", markup=False)

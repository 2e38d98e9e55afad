"""What a cached query costs: CPU of `/graphql` beside a bare Strawberry view with its caches.

    uv run python -m benchmarks.cached_query
    uv run python -m benchmarks.cached_query inside

Two servers, each a process of its own under the same uvicorn: the whole endpoint (request id, log
line, host, origin, headers, body limit, key, rate, cost of the document, masks), and Strawberry's
own view around the same resolvers with ParserCache and ValidationCache and nothing else. Requests
go to them in turns over one connection; what is read is the server's CPU time, from /proc, so that
the client does not count. A third server is the bare view with the line of log that uvicorn writes
by itself, which the whole endpoint replaces by its own. The query is small on purpose: what
surrounds it is what is measured. `inside` calls the two in one process without a server around
them, which shows no more than their own code, and gives the best of many short rounds.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median
from typing import Final

import httpx
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Scope
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig

from gql_api.bootstrap.process import build
from gql_api.cli.server import config
from gql_api.limits.rate_limiter import RateLimiter
from gql_api.observability.logging import configure_logging
from gql_api.schema import Context
from gql_api.schema.mutations import Mutation
from gql_api.schema.queries import Query
from gql_api.schema.types.scalars import SCALARS
from gql_api.service.service import Service
from gql_api.settings import Settings, load_settings
from tests.gql_api.serving import free_port

ROUNDS: Final = 7
REQUESTS: Final = 200
SHORT_ROUNDS: Final = 150
SHORT: Final = 30
KINDS: Final = ("bare", "whole")
SERVED: Final = (*KINDS, "logged")
QUERIES: Final = {
    "one field": {"query": "{ capabilities { version } }"},
    "variables, alias, directive": {
        "query": (
            "query Shown($all: Boolean!) { capabilities { version market currency mockMode "
            "days: dailyListings @include(if: $all) maxPhotos confirmTtlSeconds } }"
        ),
        "variables": {"all": True},
        "operationName": "Shown",
    },
}


class Bare(GraphQL[Context, None]):
    """Strawberry's view, with the context that the resolvers need."""

    def __init__(self, schema: strawberry.Schema, service: Service) -> None:
        super().__init__(schema)
        self._service = service
        self._limiter = RateLimiter("none", 1)

    async def get_context(self, request: Request, response: Response) -> Context:  # type: ignore[override]
        return Context(self._service, request, limiter=lambda who: self._limiter)


def application(kind: str, settings: Settings) -> Starlette:
    """One of the two, without jobs or a browser around it."""
    fripier = build(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await fripier.core.database.open()  # keys are looked up in it
        with fripier.opened.marked():
            yield
        await fripier.core.database.close()

    if kind == "whole" or fripier.service is None:
        return Starlette(routes=list(fripier.routes), lifespan=lifespan)
    schema = strawberry.Schema(
        query=Query,
        mutation=Mutation,
        extensions=[ParserCache, ValidationCache],
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    return Starlette(routes=[Route("/graphql", Bare(schema, fripier.service))])


@contextmanager
def server(module: str, kind: str, folder: Path) -> Iterator[tuple[str, int]]:
    """The address and process id of a server of one kind, which a module of ours starts."""
    port = free_port()
    env = os.environ | {
        "DATA_DIR": str(folder / kind),
        "PORT": str(port),
        "MOCK_MODE": "true",
        "OPERATIONS_PER_MINUTE": "1000000",
    }
    command = [sys.executable, "-m", module, kind]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()


def cpu(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def ready(client: httpx.AsyncClient) -> None:
    for _ in range(600):
        try:
            (await client.post("/graphql", json=QUERIES["one field"])).raise_for_status()
        except httpx.TransportError:
            await asyncio.sleep(0.1)
        else:
            return
    raise RuntimeError("a server did not start")


async def spent(client: httpx.AsyncClient, pid: int, query: object) -> float:
    """Microseconds of the server's CPU per request, over one round."""
    body = json.dumps(query).encode()
    headers = {"Content-Type": "application/json"}
    before = cpu(pid)
    for _ in range(REQUESTS):
        answer = await client.post("/graphql", content=body, headers=headers)
        if answer.status_code != 200 or "errors" in answer.text:
            raise RuntimeError(answer.text)
    return (cpu(pid) - before) / REQUESTS * 1e6


async def measure() -> None:
    """Prints the medians, and the median of the rounds' ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ExitStack() as servers:
            found = {
                kind: servers.enter_context(server("benchmarks.cached_query", kind, folder))
                for kind in SERVED
            }
            clients = {
                kind: httpx.AsyncClient(base_url=found[kind][0], timeout=60) for kind in SERVED
            }
            for client in clients.values():
                await ready(client)
            for title, query in QUERIES.items():
                rounds = []
                for _ in range(ROUNDS + 1):  # the first one warms the caches
                    rounds.append({k: await spent(clients[k], found[k][1], query) for k in SERVED})
                print(json.dumps({title: figures(rounds[1:])}))
            for client in clients.values():
                await client.aclose()


def figures(rounds: list[dict[str, float]]) -> dict[str, float]:
    kinds = rounds[0]
    return {
        **{f"{kind}_us": round(median(each[kind] for each in rounds)) for kind in kinds},
        **{
            f"to_{kind}": round(median(each["whole"] / each[kind] for each in rounds), 2)
            for kind in kinds
            if kind != "whole"
        },
        "load": round(os.getloadavg()[0], 1),
    }


def inside() -> None:
    """Calls the two applications without a server, their log thrown away."""
    with tempfile.TemporaryDirectory() as name, open(os.devnull, "w") as nowhere:
        settings = load_settings().model_copy(
            update={"data_dir": Path(name), "mock_mode": True, "operations_per_minute": 1_000_000}
        )
        configure_logging(settings.log_level, settings.log_format, nowhere)
        asyncio.run(call({kind: application(kind, settings) for kind in KINDS}))


async def call(apps: Mapping[str, Starlette]) -> None:
    """Prints the best rounds of the applications, called in turns."""
    async with apps["whole"].router.lifespan_context(apps["whole"]):
        for title, query in QUERIES.items():
            body = json.dumps(query).encode()
            best = dict.fromkeys(KINDS, float("inf"))
            for _ in range(SHORT_ROUNDS):
                for kind, app in apps.items():
                    best[kind] = min(best[kind], await _called(app, body))
            print(json.dumps({title: figures([best])}))


async def _called(app: Starlette, body: bytes) -> float:
    """Microseconds of CPU per request, over a short round."""
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    before = time.process_time()
    for _ in range(SHORT):
        await app(_scope(body), receive, send)
    spent = (time.process_time() - before) / SHORT * 1e6
    if any(each.get("status", 200) != 200 or b"errors" in each.get("body", b"") for each in said):
        raise RuntimeError(said)
    return spent


def _scope(body: bytes) -> Scope:
    """What uvicorn makes of the request that the client of `measure` sends."""
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "server": ("127.0.0.1", 5000),
        "client": ("127.0.0.1", 40000),
        "scheme": "http",
        "method": "POST",
        "root_path": "",
        "path": "/graphql",
        "raw_path": b"/graphql",
        "query_string": b"",
        "headers": [
            (b"host", b"127.0.0.1:5000"),
            (b"accept", b"*/*"),
            (b"accept-encoding", b"gzip, deflate"),
            (b"connection", b"keep-alive"),
            (b"user-agent", b"python-httpx/0.28.1"),
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
        ],
        "state": {},
    }


def serve(kind: str) -> None:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    Path(settings.data_dir).mkdir(parents=True, exist_ok=True)
    made = config(application(kind, settings), settings)
    if kind == "logged":
        made = uvicorn.Config(made.app, host=made.host, port=made.port)  # as uvicorn logs by itself
    made.lifespan = "on"
    uvicorn.Server(made).run()


if __name__ == "__main__":
    if sys.argv[1:] == ["inside"]:
        inside()
    elif len(sys.argv) > 1:
        serve(sys.argv[1])
    else:
        started = time.monotonic()
        asyncio.run(measure())
        print(f"in {time.monotonic() - started:.0f} s")

"""What the server in front costs: CPU of a cached query by parser, guard and ASGI server.

    uv run python -m benchmarks.servers
    uv run --with granian python -m benchmarks.servers

The whole endpoint, each time in a process of its own, asked in turns over one connection; read is
the server's CPU from /proc, its children's with it. `plain` is uvicorn's own protocol over
httptools, `guarded` ours above it. Granian, a server in Rust, is measured where it is installed.
"""

import asyncio
import json
import os
import sys
import tempfile
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Final, NoReturn

import httpx
import uvicorn

from benchmarks.cached_query import QUERIES, REQUESTS, application, cpu, ready, server
from gql_api.cli.server import config
from gql_api.observability.logging import configure_logging
from gql_api.settings import load_settings

PAIRS: Final = 9
OWN: Final = ("plain", "guarded", "h11")
OTHER: Final = "granian"
KINDS: Final = (*OWN, *([OTHER] if find_spec(OTHER) else []))


def processes(pid: int) -> list[int]:
    """A process and those that it has started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(found for child in children for found in processes(int(child)))]


async def spent(client: httpx.AsyncClient, pid: int) -> float:
    """Microseconds of the server's CPU per request, over one round."""
    body, headers = json.dumps(QUERIES["one field"]), {"Content-Type": "application/json"}
    before = sum(map(cpu, processes(pid)))
    for _ in range(REQUESTS):
        (await client.post("/graphql", content=body, headers=headers)).raise_for_status()
    return (sum(map(cpu, processes(pid))) - before) / REQUESTS * 1e6


async def measure() -> None:
    """Prints the medians, and the median of each one's ratio to `plain` in the same round."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        found = {
            kind: servers.enter_context(server("benchmarks.servers", kind, Path(name)))
            for kind in KINDS
        }
        clients = {kind: httpx.AsyncClient(base_url=found[kind][0], timeout=60) for kind in KINDS}
        for client in clients.values():
            await ready(client)
        rounds = [
            {kind: await spent(clients[kind], found[kind][1]) for kind in KINDS}
            for _ in range(PAIRS + 1)
        ][1:]  # the first one warms the caches
        for kind in KINDS:
            ratios = sorted(each[kind] / each["plain"] for each in rounds)
            shown = {
                "us": round(median(each[kind] for each in rounds)),
                "to_plain": [
                    round(figure, 3) for figure in (ratios[0], median(ratios), ratios[-1])
                ],
            }
            print(json.dumps({kind: shown}))
        for client in clients.values():
            await client.aclose()


def serve(kind: str) -> None:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    Path(settings.data_dir).mkdir(parents=True, exist_ok=True)
    if kind == OTHER:
        become_another(settings.port)
    made = config(application("whole", settings), settings)
    if kind != "guarded":
        made.http = "httptools" if kind == "plain" else "h11"
    made.lifespan = "on"
    uvicorn.Server(made).run()


def become_another(port: int) -> NoReturn:
    """Become another server, with one process and the same loop."""
    asked = ["--interface", "asgi", "--loop", "uvloop", "--port", str(port)]
    os.execv(  # noqa: S606 - no shell is wanted
        sys.executable, [sys.executable, "-m", OTHER, *asked, "benchmarks.servers:app"]
    )


def __getattr__(name: str) -> object:
    """The application for a server that imports it."""
    if name != "app":
        raise AttributeError(name)
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return application("whole", settings)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        serve(sys.argv[1])
    else:
        asyncio.run(measure())

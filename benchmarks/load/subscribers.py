"""A thousand subscribers of one job and a burst of events, beside graphql-ws on Node.

    uv run --group test python -m benchmarks.load.subscribers [--rounds N] [--subscribers N]
        [--before FOLDER]

The service's routes with its store, on the loop that `fripier serve` has, and graphql-ws with ws on
Node (`benchmarks/floors`), each in a process of its own and asked for the same four fields by the
same Node client, in turns; with `--before` those of another tree, in its own .venv, too. Counted is
what arrives in a second, from the first event that all have waited for to the last one; CPU is the
serving process' own, from /proc. The libraries are those of `tests/clients`.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final

import uvicorn

from benchmarks.fanout import QUERY, served, started, tell
from benchmarks.idle import cpu_seconds
from benchmarks.load.selling import Loaded, ratios
from benchmarks.prepare import spread
from tests.clients import npm

ROUNDS: Final = 5
SUBSCRIBERS: Final = 1000
EVENTS: Final = 21
PAUSE: Final = 0.01
FLOORS: Final = Path(__file__).parents[1] / "floors"
OURS, FLOOR, BEFORE = "the service", "graphql-ws on Node", "the service before"


@dataclass
class Taken:
    """Of one side, round by round."""

    a_second: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


@dataclass
class Told:
    """A process that is told lines and answers with lines."""

    process: asyncio.subprocess.Process

    async def reads(self) -> Any:
        line = await self.process.stdout.readline() if self.process.stdout else b""
        if not line:
            raise RuntimeError("a process of the benchmark has ended")
        return json.loads(line)

    def tell(self, task: Any) -> None:
        if self.process.stdin:
            self.process.stdin.write(json.dumps(task).encode() + b"\n")


@asynccontextmanager
async def running(*command: str | Path, tree: Path | None = None) -> AsyncIterator[Told]:
    """A process until the block ends, of this tree or another."""
    pipe = asyncio.subprocess.PIPE
    paths = {"NODE_PATH": str(npm.FOLDER / "node_modules"), "NODE_ENV": "production"}
    process = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, env=os.environ | paths, cwd=tree
    )
    try:
        yield Told(process)
    finally:
        if process.stdin:
            process.stdin.close()
        await process.wait()


async def serve() -> None:
    """The other process of the service: its port and its job, then a burst for a line."""
    loop = asyncio.get_running_loop()
    async with served() as (fripier, port):
        job = await started(fripier.core.stores.jobs)
        print(json.dumps([port, job.id]), flush=True)
        asked = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
        await tell(fripier.core.events, job, asked["count"] - 1, asked["pause"] / 1000)
        await loop.run_in_executor(None, sys.stdin.readline)


async def once(name: str, subscribers: int, taken: Taken, before: Path | None) -> None:
    """One burst of one side."""
    tree = before if name == BEFORE else None
    python = str(tree / ".venv/bin/python") if tree else sys.executable
    command: tuple[str | Path, ...] = (python, "-m", "benchmarks.load.subscribers", "--serve")
    if name == FLOOR:
        command = (npm.node(), FLOORS / "graphql_ws_floor.cjs")
    client = (npm.node(), FLOORS / "subscribers.cjs")
    async with running(*command, tree=tree) as server, running(*client) as reader:
        told = await server.reads()
        port, job = (told, "1") if name == FLOOR else told
        url = f"ws://127.0.0.1:{port}/graphql"
        asked = {"url": url, "subscribers": subscribers, "query": QUERY}
        reader.tell(asked | {"variables": {"id": job}})
        await reader.reads()
        used = cpu_seconds(server.process.pid)
        server.tell({"count": EVENTS, "pause": 1000 * PAUSE})
        found = await reader.reads()
        if found["counts"] != [EVENTS]:
            raise RuntimeError(f"{name}: not every event came to everybody: {found}")
        taken.cpu.append(cpu_seconds(server.process.pid) - used)
        taken.a_second.append(found["delivered"] / found["seconds"])


async def main(rounds: int, subscribers: int, before: Path | None = None) -> dict[str, Taken]:
    """All rounds, in turns."""
    taken = {OURS: Taken(), FLOOR: Taken()} | ({BEFORE: Taken()} if before else {})
    for number in range(rounds):
        for name in sorted(taken, reverse=bool(number % 2)):
            await once(name, subscribers, taken[name], before)
            figure = taken[name].a_second[-1]
            print(f"{name}: {figure:.0f} a second", file=sys.stderr, flush=True)
    return taken


def row(name: str, taken: dict[str, Taken]) -> str:
    """A line of the table in docs/performance.md."""
    own, floor = taken[name], taken[FLOOR]

    def around(figures: Sequence[float]) -> float:
        return spread(figures) if len(figures) > 1 else 0.0

    return (
        f"| {name} | {median(own.a_second):.0f} ± {around(own.a_second):.0f} | "
        f"{ratios(own.a_second, floor.a_second)} | {median(own.cpu):.2f} |"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--subscribers", type=int, default=SUBSCRIBERS)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--serve", action="store_true")
    given = parser.parse_args()
    if given.serve:
        with asyncio.Runner(loop_factory=uvicorn.Config("").get_loop_factory()) as runner:
            runner.run(serve())
        sys.exit()
    npm.install()
    load = Loaded()
    found = asyncio.run(main(given.rounds, given.subscribers, given.before))
    print("| Burst | Events a second | To Node | CPU of the server, s |")
    print("| --- | --- | --- | --- |")
    print(*(row(name, found) for name in found), sep="\n")
    print(load)

"""One job, a thousand subscribers: every event delivered, and slow readers that hold up nobody.

    uv run python -m benchmarks.fanout

Over real WebSockets: a server and, in a process of its own, a thousand subscriptions to one job;
the age of each event on arrival is taken at the client. Then within one process, where a reader can
be stopped for certain: a thousand watchers of which a hundred read nothing while three hundred
events pass. Their backlog is dropped, and when they read again they catch up from the store.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from browser.listing import Listing, Price
from gql_api.bootstrap.process import Fripier, build
from gql_api.cli.server import config
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.domain.job import Job, JobKind, JobState, Outcome, Result
from gql_api.jobs.events import BACKLOG, Broadcast, EventLog
from gql_api.listings.admission import new_job
from gql_api.observability.logging import configure_logging
from gql_api.settings import load_settings
from tests.gql_api.serving import free_port

SUBSCRIBERS: Final = 1000
STEADY: Final = (20, 0.5)
BURST: Final = (20, 0.01)
STOPPED: Final = 100
PASSING: Final = 300
QUERY: Final = "subscription($id: ID!) { listingProgress(jobId: $id) { seq at percent state } }"
LISTING: Final = Listing("T", "D", Price(Decimal("5.00"), "EUR"), "c", "b", "s", "c", "c")
DONE: Final = Change(JobState.DONE, percent=100, result=Result(outcome=Outcome.PREPARED))


async def started(jobs: JobStore) -> Job:
    """A job under way that no engine carries out."""
    made = new_job(JobKind.PREPARE, "default", "https://www.vinted.fr", LISTING, datetime.now(UTC))
    return (await jobs.accept(replace(made, state=JobState.RUNNING), key=None))[0]


async def tell(events: EventLog, job: Job, count: int, pause: float) -> None:
    """Store and tell events of a job, then its end."""
    for percent in range(count - 1):
        await events.change(job.id, 1, Change(JobState.RUNNING, percent=percent))
        await asyncio.sleep(pause)
    await events.change(job.id, 1, DONE)


async def follow(url: str, job_id: str, opened: asyncio.Semaphore) -> list[tuple[int, float]]:
    """Each event's number and its age in milliseconds on arrival."""
    seen = []
    async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        await socket.send('{"type":"connection_init"}')
        payload = {"query": QUERY, "variables": {"id": job_id}}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
        async for text in socket:
            message = json.loads(text)
            if message["type"] == "next":
                event = message["payload"]["data"]["listingProgress"]
                age = datetime.now(UTC) - datetime.fromisoformat(event["at"])
                seen.append((event["seq"], age.total_seconds() * 1000))
                opened.release()
            if message["type"] == "complete":
                break
    return seen


async def subscribers(port: int, job_id: str) -> None:
    """The other process: says when all have their first event, and in the end what they saw."""
    opened = asyncio.Semaphore(0)
    url = f"ws://127.0.0.1:{port}/graphql"
    following = [asyncio.create_task(follow(url, job_id, opened)) for _ in range(SUBSCRIBERS)]
    for _ in range(SUBSCRIBERS):
        await opened.acquire()
    print("ready", flush=True)
    seen = await asyncio.gather(*following)
    # The first event is replayed: its age is that of the subscription.
    live = [age for each in seen for number, age in each if number > 1]
    cut = quantiles(live, n=100)
    complete = sum([n for n, _ in each] == list(range(1, len(each) + 1)) for each in seen)
    figures = {
        "subscribers": len(seen),
        "events": {len(each) for each in seen}.pop(),
        "without a gap": complete,
        "delivered": sum(map(len, seen)),
        "p50_ms": round(cut[49]),
        "p99_ms": round(cut[98]),
        "slowest_ms": round(max(live)),
    }
    print(json.dumps(figures), flush=True)


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Fripier, int]]:
    """The routes of a service over HTTP, with its store and without a browser or an engine."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"DATA_DIR": folder, "PORT": str(free_port()), "MOCK_MODE": "true"}
        rates = {"OPERATIONS_PER_MINUTE": "100000", "STREAMS_PER_CALLER": "100000"}
        settings = load_settings(env | rates | {"LOG_LEVEL": "error"})
        configure_logging(settings.log_level, settings.log_format)
        fripier = build(settings)
        await fripier.core.database.open()
        made = config(Starlette(routes=list(fripier.routes)), settings)
        made.lifespan = "off"
        server = uvicorn.Server(made)
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn tells in no other way
            await asyncio.sleep(0.05)
        with fripier.opened.marked():
            yield fripier, settings.port
        server.should_exit = True
        await serving
        await fripier.core.database.close()


async def over_sockets(name: str, count: int, pause: float) -> None:
    """Prints what a thousand subscribers saw of one job."""
    async with served() as (fripier, port):
        job = await started(fripier.core.stores.jobs)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.fanout", str(port), job.id,
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        if process.stdout is None or await process.stdout.readline() != b"ready\n":
            raise RuntimeError("the subscribers did not all get their first event")
        before = time.process_time()
        await tell(fripier.core.events, job, count, pause)
        figures: dict[str, Any] = json.loads(await process.stdout.readline())
        await process.wait()
        figures["server_cpu_s"] = round(time.process_time() - before, 1)
        print(json.dumps({name: figures, "load": round(os.getloadavg()[0], 1)}), flush=True)


async def beside_the_stopped(stopped: int) -> None:
    """Prints how long events took to reach those who read, beside some who do not."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder)}/fripier.db")
        await database.open()
        jobs, broadcast = JobStore(database, lambda: datetime.now(UTC)), Broadcast()
        events = EventLog(jobs, broadcast)
        job = await started(jobs)
        go_on = asyncio.Event()

        async def watch(slow: bool) -> list[int]:
            seen = []
            async for event in events.watch(job.id):
                seen.append(event.seq)
                if slow:
                    await go_on.wait()
            return seen

        quick = [asyncio.create_task(watch(False)) for _ in range(SUBSCRIBERS - stopped)]
        slow = [asyncio.create_task(watch(True)) for _ in range(stopped)]
        while len(broadcast) < SUBSCRIBERS:  # noqa: ASYNC110 - a figure, not an event
            await asyncio.sleep(0.01)
        start = time.perf_counter()
        await tell(events, job, PASSING, 0)
        everything = await asyncio.gather(*quick)
        passed = time.perf_counter() - start
        go_on.set()
        caught_up = await asyncio.gather(*slow)
        wanted = list(range(1, PASSING + 2))
        figures = {
            "stopped": stopped,
            "seconds until all others had all": round(passed, 2),
            "and the stopped after": round(time.perf_counter() - start - passed, 2),
            "complete": sum(seen == wanted for seen in (*everything, *caught_up)),
            "backlog": BACKLOG,
        }
        print(json.dumps(figures), flush=True)
        await database.close()


async def measure() -> None:
    await over_sockets("steady, 2 a second", *STEADY)
    await over_sockets("burst, 10 ms apart", *BURST)
    for stopped in (0, STOPPED):
        await beside_the_stopped(stopped)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asyncio.run(subscribers(int(sys.argv[1]), sys.argv[2]))
    else:
        asyncio.run(measure())

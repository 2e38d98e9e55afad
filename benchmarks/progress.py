"""How late progress is: a worker's event, through PostgreSQL, an API process and a WebSocket.

    uv run python -m benchmarks.progress

Twenty jobs tell four times a second for ten seconds; a subscriber per job notes when each event
arrives, against the time at which it was stored. One subscriber reconnects in the middle. The
floor in the same run is the bare `NOTIFY`: one connection tells, another listens.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import quantiles

import psycopg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from browser.listing import Listing, Price
from gql_api.bootstrap.container import Role, build_core
from gql_api.db.jobs import Change
from gql_api.domain.job import JobKind, JobState
from gql_api.listings.admission import new_job
from gql_api.security.keyring import new_secret
from gql_api.settings import load_settings
from tests.e2e.cluster import API
from tests.e2e.serving import free_port, serving
from tests.postgres import fresh, postgres

JOBS = 20
A_SECOND = 4
SECONDS = 10
QUERY = (
    "subscription($id: ID!, $after: Int!) { listingProgress(jobId: $id, after: $after) { seq at } }"
)
LISTING = Listing("T", "D", Price(Decimal("5.00"), "EUR"), "c", "b", "s", "c", "c")


async def follow(url: str, job_id: str, last: int, drop_at: int | None) -> list[tuple[int, float]]:
    """Every event's number and its age in milliseconds on arrival."""
    seen: list[tuple[int, float]] = []
    while not seen or seen[-1][0] < last:
        after = seen[-1][0] if seen else 0
        async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
            await socket.send('{"type":"connection_init"}')
            payload = {"query": QUERY, "variables": {"id": job_id, "after": after}}
            await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
            async for text in socket:
                message = json.loads(text)
                if message["type"] != "next":
                    continue
                event = message["payload"]["data"]["listingProgress"]
                told = datetime.fromisoformat(event["at"])
                seen.append((event["seq"], (datetime.now(UTC) - told).total_seconds() * 1000))
                if event["seq"] >= last:
                    break
                if event["seq"] == drop_at:
                    drop_at = None
                    break
    return seen


async def floor(address: str) -> list[float]:
    """The bare way of a notification, in milliseconds."""
    late: list[float] = []
    async with (
        await psycopg.AsyncConnection.connect(address, autocommit=True) as one,
        await psycopg.AsyncConnection.connect(address, autocommit=True) as other,
    ):
        await other.execute("LISTEN floor")
        for _ in range(100):
            await one.execute("SELECT pg_notify('floor', %s)", (str(time.time()),))
            async for told in other.notifies(stop_after=1):
                late.append((time.time() - float(told.payload)) * 1000)
    return late


async def measure(database: str) -> dict[str, float | int]:
    with tempfile.TemporaryDirectory() as name:
        env = {
            "DATABASE_URL": database,
            "SECRET_KEY": new_secret(),
            "VINTED_BASE_URL": "http://127.0.0.1:9",
            "MOCK_MODE": "false",
            "DATA_DIR": name,
            "STORAGE_URL": Path(name).as_uri(),
        }
        core = build_core(load_settings(env), Role.API, env["VINTED_BASE_URL"])
        await core.database.open()
        last = 1 + A_SECOND * SECONDS
        jobs = []
        for _ in range(JOBS):
            job = new_job(JobKind.PREPARE, "a", env["VINTED_BASE_URL"], LISTING, core.now())
            jobs.append((await core.stores.jobs.accept(job, key=None))[0])
        async with serving(Path(name), free_port(), API, **env) as api:
            url = f"{api.url.replace('http', 'ws')}/graphql"
            watching = [
                asyncio.create_task(follow(url, job.id, last, last // 2 if n == 0 else None))
                for n, job in enumerate(jobs)
            ]
            await asyncio.sleep(2)

            async def tell(job_id: str) -> None:
                for number in range(A_SECOND * SECONDS):
                    change = Change(JobState.RUNNING, step="title", percent=number % 100)
                    await core.events.change(job_id, 1, change)
                    await asyncio.sleep(1 / A_SECOND)

            await asyncio.gather(*(tell(job.id) for job in jobs))
            told = await asyncio.gather(*watching)
        bare = await floor(core.database.address)
        await core.database.close()
    gaps = sum([seq for seq, _ in each] != list(range(1, last + 1)) for each in told)
    late = [ms for each in told for seq, ms in each if seq > 1]
    cuts, bare_cuts = quantiles(late, n=100), quantiles(bare, n=100)
    return {
        "events": len(late),
        "gaps": gaps,
        "p50_ms": round(cuts[49], 1),
        "p99_ms": round(cuts[98], 1),
        "floor_p50_ms": round(bare_cuts[49], 1),
        "floor_p99_ms": round(bare_cuts[98], 1),
        "ratio_p50": round(cuts[49] / bare_cuts[49], 1),
    }


if __name__ == "__main__":
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}", file=sys.stderr)
    with postgres() as server, fresh(server) as found:
        print(json.dumps(asyncio.run(measure(found))))

"""The limit of clicks in a minute, over processes on one PostgreSQL; the minute is scaled."""

import asyncio
import sys
import textwrap
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.jobs import JobStore
from gql_api.db.publishing.publish_intents import Intent, PublishStore
from gql_api.db.tables import intents
from gql_api.domain.job import Job
from tests.gql_api.db.conftest import only_postgresql

WINDOW = timedelta(seconds=0.3)
AT_ONCE = 1
WORKERS = 4
EACH = 8
CLICKING = """
    import asyncio, sys
    from datetime import UTC, datetime, timedelta
    from gql_api.db.database import Database
    from gql_api.db.publishing.publish_intents import PublishStore

    async def main(url, seconds, per_minute, *ids):
        database = Database(url)
        ahead = await database.ahead()
        now = lambda: datetime.now(UTC) + ahead
        window = timedelta(seconds=float(seconds))
        store = PublishStore(database, now, per_minute=int(per_minute), window=window)
        for publish_id in ids:
            while not await store.act(publish_id):
                wait = (await store.free_at() - now()).total_seconds()
                await asyncio.sleep(max(wait, 0.001))
        await database.close()

    asyncio.run(main(*sys.argv[1:]))
"""


async def prepared(jobs: JobStore, publishes: PublishStore, job: Job) -> str:
    """A publish whose yes is written down."""
    await jobs.accept(job, key=None)
    await publishes.intend(Intent(job.id, job.id, 1, job.account))
    return job.id


@only_postgresql
async def test_no_more_than_the_limit_over_several_processes(
    database: Database,
    address: str,
    jobs: JobStore,
    publishes: PublishStore,
    a_job: Callable[..., Job],
) -> None:
    ids = [await prepared(jobs, publishes, a_job()) for _ in range(WORKERS * EACH)]
    arguments = [address, str(WINDOW.total_seconds()), str(AT_ONCE)]
    workers = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", textwrap.dedent(CLICKING), *arguments, *ids[n::WORKERS]
        )
        for n in range(WORKERS)
    ]
    async with asyncio.timeout(60):
        assert [await worker.wait() for worker in workers] == [0] * WORKERS
    query = sa.select(intents.c.acting_at).order_by(intents.c.acting_at)
    clicks: list[datetime] = await database.read(lambda tx: list(tx.scalars(query)))
    assert len(clicks) == len(ids)
    sixth = zip(clicks, clicks[AT_ONCE:], strict=False)
    assert min(later - first for first, later in sixth) >= WINDOW
    # It is used, too: nobody waits for much longer than the limit asks for.
    assert clicks[-1] - clicks[0] < 2 * WINDOW * len(ids) / AT_ONCE
    assert all(first < second for first, second in pairwise(clicks))
